import type { Finding } from '../check/index.ts';
import type { FindingSeverity } from '../model/index.ts';
import type { FindingsReport } from './findings-report.ts';

/** GitHub Actions workflow commands, by severity. */
const COMMANDS: Readonly<Record<FindingSeverity, string>> = {
  error: 'error',
  warning: 'warning',
  note: 'notice',
};

/**
 * The findings as GitHub Actions workflow commands, one per line. GitHub shows each finding next to the corresponding
 * line of a pull request (GitHub Docs, "Workflow commands for GitHub Actions"). GitHub shows only the first ten
 * findings of each severity per step; the log contains all findings.
 */
export function findingsGithub({ findings }: FindingsReport): string {
  return findings.map((finding) => `${commandOf(finding)}\n`).join('');
}

function commandOf({
  severity,
  rule,
  message,
  hint,
  words,
  at: { file, line, column, event },
}: Finding): string {
  const properties = Object.entries({ file, line, col: column, title: rule })
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => `${name}=${escapedProperty(String(value))}`);
  const place = event === undefined ? [] : [`event ${event}`];
  const quoted = words === '' ? [] : [`“${words.trim()}”`];
  const lines = [[...place, message].join(': '), ...quoted, ...(hint === undefined ? [] : [`hint: ${hint}`])];
  return `::${COMMANDS[severity]} ${properties.join(',')}::${escapedMessage(lines.join('\n'))}`;
}

function escapedMessage(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function escapedProperty(text: string): string {
  return escapedMessage(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
