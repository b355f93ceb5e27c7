import type { Log, PhysicalLocation, ReportingDescriptor, Result } from 'sarif';
import type { Finding, Rule } from '../check/index.ts';
import type { FindingsReport } from './findings-report.ts';

/**
 * The findings as SARIF 2.1.0 (OASIS, "Static Analysis Results Interchange Format"), the form in which services for code review and editors
 * take findings of other programs.
 *
 * @param rules all rules, so that those that found nothing are known to have run
 * @param version version of this program
 */
export function findingsSarif({ findings }: FindingsReport, rules: readonly Rule[], version: string): string {
  const indexes = new Map(rules.map(({ id }, index) => [id, index]));
  const log: Log = {
    $schema: 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name: 'programme', version, rules: rules.map(descriptorOf) } },
        columnKind: 'utf16CodeUnits',
        results: findings.map((finding) => resultOf(finding, indexes.get(finding.rule))),
      },
    ],
  };
  return `${JSON.stringify(log, undefined, 2)}\n`;
}

function descriptorOf({ id, severity, title, why, good, bad, limits }: Rule): ReportingDescriptor {
  return {
    id,
    shortDescription: { text: title },
    fullDescription: { text: why },
    help: { text: `Good: ${good}\nBad: ${bad}\nWhat it cannot know: ${limits}` },
    defaultConfiguration: { level: severity },
  };
}

function resultOf(finding: Finding, ruleIndex: number | undefined): Result {
  const { rule, severity, message, hint, at } = finding;
  const physical = physicalLocation(finding);
  const names = [at.event, at.field].filter((name) => name !== undefined);
  return {
    ruleId: rule,
    ...(ruleIndex === undefined ? {} : { ruleIndex }),
    level: severity,
    message: { text: hint === undefined ? message : `${message}\nHint: ${hint}` },
    locations: [
      {
        ...(physical === undefined ? {} : { physicalLocation: physical }),
        ...(names.length === 0 ? {} : { logicalLocations: [{ fullyQualifiedName: names.join('/') }] }),
      },
    ],
  };
}

function physicalLocation({ at: { file, line, column }, words }: Finding): PhysicalLocation | undefined {
  if (file === undefined) return undefined;
  const artifactLocation = { uri: uriOf(file) };
  if (line === undefined) return { artifactLocation };
  return {
    artifactLocation,
    region: {
      startLine: line,
      ...(column === undefined ? {} : { startColumn: column }),
      ...(words === '' ? {} : { snippet: { text: words } }),
    },
  };
}

/** A path as a URI reference (RFC 3986), relative where the path is. */
function uriOf(file: string): string {
  const reference = file.split(/[\\/]/).map(encodeURIComponent).join('/');
  return file.startsWith('/') ? `file://${reference}` : reference;
}
