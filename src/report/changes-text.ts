import {
  type Change,
  type Comparison,
  codesOf,
  excerpt,
  type ParagraphDiff,
  type ReadableChange,
  type ReadableComparison,
  type ReadableSubject,
  readable,
} from '../compare/index.ts';
import { CHANGE_SEVERITIES, ellipsis, type Lang, oneLine } from '../model/index.ts';
import { type ChangeLabels, counted, fill } from '../text/index.ts';
import { changeInBrief, versionsOf } from './change-versions.ts';
import { summaryLine } from './changes-summary.ts';

/** Deleted words are red and struck out; inserted words are green and underlined. */
const COLOURS = { deleted: '\u001b[31;9m', inserted: '\u001b[32;4m' };
const BOLD = '\u001b[1m';
const RESET = '\u001b[0m';

type Paint = (code: string, text: string) => string;

/** Maximum number of changes in a list. */
const MAX_LISTED = 14;
/** Maximum number of characters in a title in a list. */
const MAX_TITLE = 60;

export interface ChangesTextOptions {
  lang: Lang;
  /** Language of the titles of events and themes; by default `lang`. */
  titles?: Lang;
  /**
   * Whether to mark changes with colours: deleted words are red and struck out, and inserted words are green and
   * underlined. Without colours, the old version is on a line that begins with `-`, the new version on a line that
   * begins with `+`.
   */
  colour: boolean;
  /** Whether to show ids, fingerprints, codes and machine-readable values. */
  hasIds?: boolean | undefined;
  /**
   * Whether to show every change with its text; `hasIds` implies this. Otherwise, a report of more than `most` lines
   * lists only some changes, the most severe ones first.
   */
  all?: boolean | undefined;
  /** Maximum number of lines of a report without `all`; by default 20. */
  most?: number | undefined;
  /** Returns the lines that are printed below a change. */
  notesOn?: (change: Change) => readonly string[];
}

/**
 * The comparison as text for a terminal, by theme and event. Long unchanged passages are shortened. The text ends with
 * a line feed.
 */
export function changesAsText(
  comparison: Comparison,
  {
    lang,
    titles = lang,
    colour,
    hasIds = false,
    all = false,
    most = 20,
    notesOn = () => [],
  }: ChangesTextOptions,
): string {
  const paint: Paint | undefined = colour ? (code, text) => `${code}${text}${RESET}` : undefined;
  const report = readable(comparison, lang, { isGathered: true, hasIds, titles });
  const { say } = report;
  const listed = (heading: string, items: readonly string[]): string[] =>
    items.length === 0 ? [] : ['', heading, ...items.map((item) => `  ${item}`)];
  const notes = [
    ...listed(say.untracked, report.untracked),
    ...report.notes.flatMap((note) => ['', note]),
    ...listed(say.lapsed, report.lapsed),
  ];
  if (report.groups.length === 0)
    return lines([fill(say.same, { before: report.old, after: report.new }), ...notes]);
  const groups = report.groups.flatMap(({ title, subjects }) => [
    '',
    paint?.(BOLD, title.words) ?? title.words,
    ...subjects.flatMap((subject) => [
      ...subjectLine(subject),
      ...subject.changes.flatMap((change) => [
        ...changeLines(change, paint, hasIds, say),
        ...[change.change, ...change.others].flatMap(notesOn).map((note) => `      ${oneLine(note)}`),
      ]),
    ]),
  ]);
  const head = [fill(say.fromTo, { before: report.old, after: report.new }), summaryLine(report)];
  return lines([
    ...head,
    ...(all || hasIds || head.length + groups.length + notes.length <= most
      ? groups
      : ['', ...listOf(report, notesOn, Math.min(MAX_LISTED, most - head.length - notes.length - 2))]),
    ...notes,
  ]);
}

/** Each change on one line, sorted by severity, such as `major: 4. Concert · Date: 3 May → 4 May`. */
export function changesInLines(comparison: Comparison, lang: Lang): string[] {
  return inLines(readable(comparison, lang, { isGathered: true }), () => []).map(({ line }) => line);
}

/** Each change on one line: first the changes with notes, then the other changes, both sorted by severity. */
function inLines(
  { groups, say }: ReadableComparison,
  notesOn: (change: Change) => readonly string[],
): { line: string; notes: readonly string[] }[] {
  return groups
    .flatMap(({ title, subjects }) =>
      subjects.flatMap((subject) =>
        subject.changes.map((item) => ({
          line: listLine(
            subject.about === 'event' ? numbered(subject) : subject.title.words || title.words,
            item,
            say,
          ),
          notes: [item.change, ...item.others].flatMap(notesOn),
          rank: CHANGE_SEVERITIES.indexOf(item.change.severity),
        })),
      ),
    )
    .sort((a, b) => Number(b.notes.length > 0) - Number(a.notes.length > 0) || a.rank - b.rank);
}

/** The first changes, each on one line with its notes below, and the number of changes that are not listed. */
function listOf(
  report: ReadableComparison,
  notesOn: (change: Change) => readonly string[],
  most: number,
): string[] {
  const listed = inLines(report, notesOn);
  // If one more line is enough for the whole list, the list is printed completely, because the line with the number of
  // remaining changes would take up the same space.
  const room = listed.flatMap(({ notes }) => ['', ...notes]).length <= most + 1 ? most + 1 : most;
  const shown: string[] = [];
  let count = 0;
  for (const { line, notes } of listed) {
    if (count > 0 && shown.length + notes.length >= room) break;
    shown.push(`  ${line}`, ...notes.map((note) => `      ${oneLine(note)}`));
    count += 1;
  }
  const more = listed.length - count;
  const { say, lang } = report;
  return [...shown, ...(more === 0 ? [] : [`  ${counted(say.moreChanges, more, lang)}`])];
}

/** A change as a line in a list: `major: 4. Concert · Date: 3 May → 4 May`. */
function listLine(subject: string, item: ReadableChange, say: ChangeLabels): string {
  const { change, headline, note, others } = item;
  const isShort = change.field !== undefined || change.kind === 'event-removed';
  const versions = isShort ? item.parts.flatMap(({ paragraphs }) => excerpt(paragraphs)) : [];
  const [first] = versions;
  const words = first === undefined ? '' : `${say.colon}${changeInBrief(first)}`;
  const more = others.length === 0 ? '' : ` (× ${others.length + 1})`;
  return `${say.severities[change.severity]}${say.colon}${ellipsis(oneLine(subject), MAX_TITLE)}${more} · ${headline}${note === undefined ? '' : ` ${note}`}${words}`;
}

function lines(list: readonly string[]): string {
  return `${list.join('\n')}\n`;
}

/**
 * The line that names an event. Changes to themes and to the programme do not have this line, because the heading above
 * names the theme or the programme.
 */
function subjectLine(subject: ReadableSubject): string[] {
  const { about, title } = subject;
  if (about === 'event') return [`  ${oneLine(numbered(subject))}`];
  return about === 'side' ? [`  ${oneLine(title.words)}`] : [];
}

const numbered = ({ number, title }: Pick<ReadableSubject, 'number' | 'title'>): string =>
  `${number === undefined ? '' : `${number}. `}${title.words}`;

function changeLines(
  item: ReadableChange,
  paint: Paint | undefined,
  hasIds: boolean,
  say: ChangeLabels,
): string[] {
  const { change, headline, note, approval } = item;
  const facts = [say.severities[change.severity], hasIds ? codesOf(item) : [], approval ?? []].flat();
  const head = `    ${headline}${note === undefined ? '' : ` ${note}`} (${facts.join(', ')})`;
  const words = item.parts.flatMap(({ label, paragraphs }) =>
    excerpt(paragraphs).flatMap((paragraph, index) => {
      const name = label === undefined || index > 0 ? '' : `${label}${say.colon}`;
      return paint === undefined
        ? versionLines(paragraph, name)
        : [`      ${name}${inColours(paragraph, paint)}`];
    }),
  );
  return [head, ...words];
}

function inColours(paragraph: ParagraphDiff, paint: Paint): string {
  return paragraph.map(({ kind, text }) => (kind === 'same' ? text : paint(COLOURS[kind], text))).join('');
}

function versionLines(paragraph: ParagraphDiff, name: string): string[] {
  const { before, after } = versionsOf(paragraph);
  return [
    ...(before === undefined ? [] : [`      - ${name}${before}`]),
    ...(after === undefined ? [] : [`      + ${name}${after}`]),
  ];
}
