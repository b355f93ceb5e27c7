import {
  type Change,
  type Comparison,
  codesOf,
  excerpt,
  type ParagraphDiff,
  type ReadableChange,
  type ReadableSubject,
  readable,
  shownParts,
} from '../compare/index.ts';
import type { Lang } from '../model/index.ts';
import { type ChangeLabels, fill } from '../text/index.ts';
import { summaryLine } from './changes-summary.ts';

/** Red and struck out, green and underlined. */
const DELETED = '\u001b[31;9m';
const INSERTED = '\u001b[32;4m';
const BOLD = '\u001b[1m';
const RESET = '\u001b[0m';

type Paint = (code: string, text: string) => string;

/**
 * The comparison for a terminal, by theme and event, with long unchanged passages shortened. Ends with a line feed.
 *
 * @param colour whether deleted words are red and struck out, inserted ones green and underlined; otherwise they are
 *   `[-…-]` and `{+…+}`
 * @param hasIds whether ids, fingerprints, codes and machine-readable values are shown
 * @param notesOn lines to be printed below a change
 */
export function changesAsText(
  comparison: Comparison,
  {
    lang,
    colour,
    hasIds = false,
    notesOn = () => [],
  }: { lang: Lang; colour: boolean; hasIds?: boolean; notesOn?: (change: Change) => readonly string[] },
): string {
  const paint: Paint = (code, text) => (colour ? `${code}${text}${RESET}` : text);
  const marks: Marks = colour
    ? { deleted: (words) => paint(DELETED, words), inserted: (words) => paint(INSERTED, words) }
    : { deleted: (words) => `[-${words}-]`, inserted: (words) => `{+${words}+}` };
  const report = readable(comparison, lang, { isGathered: true, hasIds });
  const { say } = report;
  const untracked = report.untracked.map(
    ({ what, field, ids }) => `  ${what} · ${field}${ids.length === 0 ? '' : `: ${ids.join(', ')}`}`,
  );
  const lapsed = report.lapsed.map(
    ({ fingerprint, approval }) => `  ${fingerprint === undefined ? '' : `${fingerprint} · `}${approval}`,
  );
  const notes = [
    ...(untracked.length === 0 ? [] : ['', say.untracked, ...untracked]),
    ...(report.untrackedNote === undefined ? [] : ['', report.untrackedNote]),
    ...(lapsed.length === 0 ? [] : ['', say.lapsed, ...lapsed]),
  ];
  if (report.groups.length === 0)
    return lines([fill(say.same, { before: report.old, after: report.new }), ...notes]);
  const groups = report.groups.flatMap(({ title, subjects }) => [
    '',
    paint(BOLD, title.words),
    ...subjects.flatMap((subject) => [
      ...subjectLine(subject),
      ...subject.changes.flatMap((change) => [
        ...changeLines(change, marks, hasIds, say),
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

/** Events get their own line; themes and the programme are named by the heading above. */
function subjectLine({ about, number, title }: ReadableSubject): string[] {
  if (about === 'event') return [`  ${number === undefined ? '' : `${number}. `}${oneLine(title.words)}`];
  return about === 'side' ? [`  ${oneLine(title.words)}`] : [];
}

function changeLines(item: ReadableChange, marks: Marks, hasIds: boolean, say: ChangeLabels): string[] {
  const { change, headline, note, approval } = item;
  const facts = [say.severities[change.severity], hasIds ? codesOf(item) : [], approval ?? []].flat();
  const head = `    ${headline}${note === undefined ? '' : ` ${note}`} (${facts.join(', ')})`;
  const words = shownParts(item).flatMap(({ label, paragraphs }) =>
    excerpt(paragraphs).map((paragraph, index) => {
      const name = label === undefined || index > 0 ? '' : `${label}${say.colon}`;
      return `      ${name}${marked(paragraph, marks)}`;
    }),
  );
  return [head, ...words];
}

/** Marks deleted or inserted words. */
type Marks = Readonly<Record<'deleted' | 'inserted', (words: string) => string>>;

function marked(paragraph: ParagraphDiff, marks: Marks): string {
  return paragraph.map(({ kind, text }) => (kind === 'same' ? text : marks[kind](text))).join('');
}

function oneLine(words: string): string {
  return words.replace(/\s+/gu, ' ').trim();
}
