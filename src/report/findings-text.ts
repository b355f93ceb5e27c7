import type { Finding } from '../check/finding.ts';
import { placeLine } from '../errors.ts';
import type { FindingSeverity } from '../model/severity.ts';
import {
  byEvent,
  completenessCells,
  type EventFindings,
  type FindingsReport,
  summaryOf,
} from './findings-report.ts';

/** ANSI colours of severities. */
const COLOURS: Readonly<Record<FindingSeverity, number>> = { error: 31, warning: 33, note: 36 };
const BOLD = 1;
const DIM = 2;
/** Words of a finding that are shown; longer ones are cut in the middle. */
const MOST_CHARACTERS = 60;

type Paint = (text: string, code: number) => string;

/**
 * The findings for a terminal: event by event, each with its words marked underneath, then how many there are, and how far the
 * programme is translated when it has more than one language.
 *
 * @param colour writes ANSI colours
 */
export function findingsText({ findings, completeness }: FindingsReport, colour = false): string {
  const paint: Paint = (text, code) => (colour ? `\u001b[${code}m${text}\u001b[0m` : text);
  const parts = byEvent(findings).map((group) => eventText(group, paint));
  if (completeness.languages.length > 1) parts.push(tableText(completenessCells(completeness)));
  return `${[...parts, paint(summaryOf(findings), BOLD)].join('\n\n')}\n`;
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

/** The words among their neighbours, and a line that marks them. */
function markedWords({ before, words, after }: Finding): string[] {
  if (words === '') return [];
  const shown = shortened(words);
  const line = `${before}${shown}${after}`.replaceAll('\n', ' ');
  return [line, `${' '.repeat(width(before))}${'^'.repeat(Math.max(1, width(shown)))}`];
}

function shortened(words: string): string {
  const half = Math.floor(MOST_CHARACTERS / 2);
  return words.length <= MOST_CHARACTERS ? words : `${words.slice(0, half)} … ${words.slice(-half)}`;
}

/** Columns that a text takes, as far as combining marks matter. */
function width(text: string): number {
  return [...text.replace(/\p{M}/gu, '')].length;
}

/** No-break spaces look like spaces: they are shown as the sign that word processors use. */
function visible(words: string): string {
  return words.replace(/[\u00a0\u202f]/gu, '°');
}

/** A table with its columns in line. */
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
