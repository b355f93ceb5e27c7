import type { Finding } from '../check/index.ts';
import { listed, placeLine } from '../errors.ts';
import { type FindingSeverity, withoutMiddle } from '../model/index.ts';
import {
  byEvent,
  completenessCells,
  type EventFindings,
  type FindingsReport,
  summaryOf,
} from './findings-report.ts';
import { MAX_MESSAGES, PLACES_SHOWN, partedByRule, saidOf } from './findings-summary.ts';

/** ANSI colours of severities. */
const COLOURS: Readonly<Record<FindingSeverity, number>> = { error: 31, warning: 33, note: 36 };
const BOLD = 1;
const DIM = 2;

type Paint = (text: string, code: number) => string;

/**
 * The findings for a terminal: by event, each with its text underlined, then their number and, if the programme has
 * more than one language, the translation status.
 *
 * @param colour writes ANSI colours
 * @param all prints each finding at its position, even if a rule has many
 */
export function findingsText(
  { findings, completeness }: FindingsReport,
  colour = false,
  all = false,
): string {
  const paint: Paint = (text, code) => (colour ? `\u001b[${code}m${text}\u001b[0m` : text);
  const { single, floods } = all ? { single: findings, floods: [] } : partedByRule(findings);
  const parts = [
    ...byEvent(single).map((group) => eventText(group, paint)),
    ...floods.map((flood) => floodText(flood, paint)),
  ];
  if (completeness.languages.length > 1) parts.push(tableText(completenessCells(completeness)));
  return `${[...parts, paint(summaryOf(findings).message, BOLD)].join('\n\n')}\n`;
}

/** The findings of a rule by frequency of their message, each with its count, first positions and hint. */
function floodText(findings: readonly Finding[], paint: Paint): string {
  const said = saidOf(findings);
  const lines = said.slice(0, MAX_MESSAGES).flatMap(({ finding: { severity, message, hint }, places }) => {
    const times = places.length === 1 ? '' : ` (${places.length} times)`;
    return [
      `  ${paint(severity.padEnd(7), COLOURS[severity])} ${message}${times}  ${paint(listed(places, PLACES_SHOWN), DIM)}`,
      ...(hint === undefined ? [] : [`    hint: ${hint}`]),
    ];
  });
  const rest = said.length - MAX_MESSAGES;
  return [
    `${paint(`[${findings[0]?.rule ?? ''}]`, BOLD)} ${findings.length} findings; --all shows each with its text`,
    ...lines,
    ...(rest > 0 ? [`  and ${rest} with other messages`] : []),
  ].join('\n');
}

function eventText({ event, findings }: EventFindings, paint: Paint): string {
  return [
    paint(event ?? 'programme.yaml', BOLD),
    ...findings.map((finding) => findingText(finding, paint)),
  ].join('\n');
}

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

/** The text of a finding in its context, and a line that underlines it. */
function markedWords({ before, words, after }: Finding): string[] {
  if (words === '') return [];
  const shown = withoutMiddle(words);
  const line = `${before}${shown}${after}`.replaceAll('\n', ' ');
  return [line, `${' '.repeat(width(before))}${'^'.repeat(Math.max(1, width(shown)))}`];
}

/** Width of a text in columns; combining marks have no width. */
function width(text: string): number {
  return [...text.replace(/\p{M}/gu, '')].length;
}

/** Shows no-break spaces, which look like spaces, with the sign that word processors use. */
function visible(words: string): string {
  return words.replace(/[\u00a0\u202f]/gu, '°');
}

/** A table with aligned columns. */
export function tableText(rows: readonly (readonly string[])[]): string {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => width(row[column] ?? ''))));
  return rows
    .map((row) =>
      row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}
