import {
  type Change,
  type Comparison,
  excerpt,
  type ParagraphDiff,
  type ReadableChange,
  type ReadableSubject,
  readable,
  type Segment,
} from '../compare/index.ts';
import type { Lang } from '../model/index.ts';
import { type ChangeLabels, fill } from '../text/index.ts';
import { summaryLine } from './changes-summary.ts';

const RED = '\u001b[31m';
const GREEN = '\u001b[32m';
const BOLD = '\u001b[1m';
const RESET = '\u001b[0m';

/**
 * The comparison for a terminal: by theme and event, deleted words as `[-…-]`, inserted ones as `{+…+}`, long unchanged
 * stretches cut. Ends with a line feed.
 *
 * @param colour whether to add ANSI colours; the marks are there all the same
 * @param notesOn lines to be put below a change
 */
export function changesAsText(
  comparison: Comparison,
  {
    lang,
    colour,
    notesOn = () => [],
  }: { lang: Lang; colour: boolean; notesOn?: (change: Change) => readonly string[] },
): string {
  const paint = (code: string, text: string): string => (colour ? `${code}${text}${RESET}` : text);
  const report = readable(comparison, lang, true);
  const { say } = report;
  const untracked = report.untracked.map(
    ({ what, field, ids }) => `  ${what} · ${field}${ids.length === 0 ? '' : `: ${ids.join(', ')}`}`,
  );
  const lapsed = report.lapsed.map(({ fingerprint, approval }) => `  ${fingerprint} · ${approval}`);
  const notes = [
    ...(untracked.length === 0 ? [] : ['', say.untracked, ...untracked]),
    ...(lapsed.length === 0 ? [] : ['', say.lapsed, ...lapsed]),
  ];
  if (comparison.changes.length === 0)
    return lines([fill(say.same, { before: report.old, after: report.new }), ...notes]);
  const groups = report.groups.flatMap(({ title, subjects }) => [
    '',
    paint(BOLD, title.words),
    ...subjects.flatMap((subject) => [
      ...subjectLine(subject),
      ...subject.changes.flatMap((change) => [
        ...changeLines(change, paint, say),
        ...[change.change, ...change.others].flatMap(notesOn).map((note) => `      ${oneLine(note)}`),
      ]),
    ]),
  ]);
  return lines([
    fill(say.fromTo, { before: report.old, after: report.new }),
    summaryLine(report),
    ...groups,
    ...notes,
  ]);
}

function lines(list: readonly string[]): string {
  return `${list.join('\n')}\n`;
}

/** Events have a line of their own; themes and the programme are named by the heading above. */
function subjectLine({ about, number, title }: ReadableSubject): string[] {
  if (about === 'event') return [`  ${number === undefined ? '' : `${number}. `}${oneLine(title.words)}`];
  return about === 'side' ? [`  ${oneLine(title.words)}`] : [];
}

function changeLines(
  { change, others, headline, note, approval, parts }: ReadableChange,
  paint: (code: string, text: string) => string,
  say: ChangeLabels,
): string[] {
  const facts = [
    say.severities[change.severity],
    change.kind,
    ...fingerprintsOf({ change, others }),
    approval ?? [],
  ].flat();
  const head = `    ${headline}${note === undefined ? '' : ` ${note}`} (${facts.join(', ')})`;
  const words = parts.flatMap(({ label, paragraphs }) =>
    excerpt(paragraphs).map((paragraph, index) => {
      const name = label === undefined || index > 0 ? '' : `${label}${say.colon}`;
      return `      ${name}${marked(paragraph, paint)}`;
    }),
  );
  return [head, ...words];
}

const fingerprintsOf = ({ change, others }: Pick<ReadableChange, 'change' | 'others'>): string[] =>
  [change, ...others].map(({ fingerprint }) => fingerprint);

function marked(paragraph: ParagraphDiff, paint: (code: string, text: string) => string): string {
  const mark = ({ kind, text }: Segment): string => {
    if (kind === 'same') return text;
    return kind === 'deleted' ? paint(RED, `[-${text}-]`) : paint(GREEN, `{+${text}+}`);
  };
  return paragraph.map(mark).join('');
}

function oneLine(words: string): string {
  return words.replace(/\s+/gu, ' ').trim();
}
