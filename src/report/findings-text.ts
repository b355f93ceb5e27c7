import type { Finding } from '../check/index.ts';
import { placeLine } from '../errors.ts';
import {
  ellipsis,
  FINDING_SEVERITIES,
  type FindingSeverity,
  groupBy,
  withoutMiddle,
} from '../model/index.ts';
import {
  byEvent,
  completenessCells,
  type EventNames,
  type FindingsReport,
  headingOf,
  summaryOf,
  translationLines,
} from './findings-report.ts';
import { messageGroups } from './findings-summary.ts';

/** ANSI colours of severities. */
const COLOURS: Readonly<Record<FindingSeverity, number>> = { error: 31, warning: 33, note: 36 };
const BOLD = 1;
const DIM = 2;

type Paint = (text: string, code: number) => string;

/** Maximum number of lines in a report without `all`. */
const MAX_LINES = 20;
/** Maximum number of rules in a list. */
const MAX_RULES = 15;
/** Maximum number of characters in an event title in a list. */
const MAX_TITLE = 50;

export interface FindingsTextOptions extends EventNames {
  /** Whether to use ANSI colours. */
  colour?: boolean;
  /**
   * Whether to print each finding with its text. Otherwise, a report that would have more than 20 lines lists only the
   * rules.
   */
  all?: boolean;
}

/**
 * The findings as text for a terminal. Findings are grouped by event, and the text of each finding is underlined. Below
 * the findings are the translation status, if the programme has more than one language, and the number of findings.
 */
export function findingsText(
  { findings, completeness }: FindingsReport,
  { colour = false, all = false, ...names }: FindingsTextOptions = {},
): string {
  const paint: Paint = (text, code) => (colour ? `\u001b[${code}m${text}\u001b[0m` : text);
  const summary = paint(summaryOf(findings).message, BOLD);
  const [main] = completeness.languages;
  const translations = main === undefined ? [] : translationLines(completeness, main);
  const list = (): string =>
    `${[
      ...rulesList(findings, paint, names),
      '',
      ...translations.map(({ message }) => message),
      summary,
      'Add --all to see each finding with its text.',
    ].join('\n')}\n`;
  if (!all && findings.length > MAX_LINES) return list();
  const parts = [...byEvent(findings)].map(([event, ofEvent]) =>
    [paint(headingOf(event, names), BOLD), ...ofEvent.map((finding) => findingText(finding, paint))].join(
      '\n',
    ),
  );
  if (completeness.languages.length > 1) parts.push(tableText(completenessCells(completeness)));
  const full = `${[...parts, summary].join('\n\n')}\n`;
  return all || full.split('\n').length <= MAX_LINES + 1 ? full : list();
}

/**
 * The rules that report findings, the most severe ones first, each with the number of its findings, the most frequent
 * message, and the first event with this message.
 */
function rulesList(findings: readonly Finding[], paint: Paint, names: EventNames): string[] {
  const rules = [...groupBy(findings, ({ rule, severity }) => `${rule} ${severity}`).values()]
    .flatMap((ofRule) => {
      const [first] = messageGroups(ofRule);
      return first === undefined ? [] : [{ finding: first.finding, count: ofRule.length }];
    })
    .sort((a, b) => rankOf(a.finding) - rankOf(b.finding) || b.count - a.count);
  const digits = Math.max(...rules.map(({ count }) => String(count).length));
  const lines = rules.slice(0, MAX_RULES).map(({ finding: { severity, rule, message, at }, count }) => {
    const event = at.event === undefined ? '' : ` · ${ellipsis(headingOf(at.event, names), MAX_TITLE)}`;
    return `  ${paint(severity.padEnd(7), COLOURS[severity])} ${String(count).padStart(digits)}  ${rule}: ${message}${paint(event, DIM)}`;
  });
  const rest = rules.length - MAX_RULES;
  return [...lines, ...(rest > 0 ? [`  and findings of ${rest} more ${rest === 1 ? 'rule' : 'rules'}`] : [])];
}

const rankOf = ({ severity }: Finding): number => FINDING_SEVERITIES.indexOf(severity);

function findingText(finding: Finding, paint: Paint): string {
  const { severity, rule, message, hint, fix } = finding;
  const { event: _, ...place } = finding.at;
  const head = `  ${paint(severity.padEnd(7), COLOURS[severity])} ${message}  ${paint(`[${rule}] ${placeLine(place)}`, DIM)}`;
  const lines = [head, ...markedWords(finding).map((line) => `    ${line}`)];
  if (hint !== undefined) lines.push(`    hint: ${hint}`);
  if (fix !== undefined)
    lines.push(`    ${fix.safe ? 'fix' : 'perhaps'}: ${fix.words === '' ? '(remove)' : visible(fix.words)}`);
  return lines.join('\n');
}

/** The text of a finding in its context, and a second line that underlines this text. */
function markedWords({ before, words, after }: Finding): string[] {
  if (words === '') return [];
  const shown = withoutMiddle(words);
  const line = `${before}${shown}${after}`.replaceAll('\n', ' ');
  return [line, `${' '.repeat(width(before))}${'^'.repeat(Math.max(1, width(shown)))}`];
}

/** Width of a text in terminal columns. Combining marks have no width. */
function width(text: string): number {
  return [...text.replace(/\p{M}/gu, '')].length;
}

/** Replaces no-break spaces, which look like spaces, with the symbol that word processors show for them. */
function visible(words: string): string {
  return words.replace(/[\u00a0\u202f]/gu, '°');
}

/** A table whose columns are aligned with spaces. */
export function tableText(rows: readonly (readonly string[])[]): string {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => width(row[column] ?? ''))));
  return rows
    .map((row) =>
      row
        .map((cell, column) => cell + ' '.repeat((widths[column] ?? 0) - width(cell)))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}
