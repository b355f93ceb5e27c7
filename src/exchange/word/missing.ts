/**
 * Lists content that was sent but is missing from a returned file, although no tracked change deletes it. This module
 * does no I/O.
 */
import type { Message } from '../../messages.ts';
import { groupBy } from '../../model/index.ts';
import { paragraphsOf, readingsOf, type WordBlock, type WordRow } from '../../read/docx/index.ts';
import { plainInline, readMarkdown } from '../../text/index.ts';
import type { Leftover } from '../incoming.ts';
import { messageOf } from '../messages.ts';
import { plainWords } from '../xliff/index.ts';
import { otherWords } from './leftovers.ts';
import { headingField, isIntroduction, type Sent, type SentEvent, type SentText } from './record.ts';
import type { PlacedTable } from './tables.ts';

/** The sent content that was found in the file. */
export interface Found {
  blocks: readonly WordBlock[];
  tables: readonly PlacedTable[];
  /** The ids of the events that were found; `themes` and `parts` contain the ids of those whose headings were found. */
  events: ReadonlySet<string>;
  themes: ReadonlySet<string>;
  parts: ReadonlySet<string>;
  hasIntroduction: boolean;
  /** The path of the title field of events. */
  title: string;
  /** The heading of the introduction. */
  introduction: string;
  /**
   * Whether the file contains no record of the events that were sent. For files without a record, missing rows are
   * listed or, if most rows are missing, a note states that the file may be an extract. For files with a record, the
   * caller proposes the removal of missing events.
   */
  isUnrecorded: boolean;
}

/** Lists the content that was sent but is missing from a file. */
export function missingIn(sent: Sent, found: Found): { leftovers: Leftover[]; notes: Message[] } {
  const missing = found.isUnrecorded ? sent.events.filter(({ id }) => !found.events.has(id)) : [];
  const [all, seen] = [sent.events.length, found.events.size];
  if (missing.length > seen) {
    return { leftovers: [], notes: [messageOf('file-may-be-extract', { found: seen, all })] };
  }
  const where = messageOf('left-row-missing');
  const rows = missing.map((event) => ({ words: nameOf(event, found.title), where, event: event.id }));
  const texts = missingTexts(sent, found);
  return { leftovers: [...rows, ...missingHeadings(sent, found), ...texts], notes: [] };
}

function nameOf({ id, fields }: SentEvent, title: string): string {
  const named = fields.find(({ field }) => field === title);
  if (named === undefined) return id;
  return (named.emphasis ? plainInline(named.words) : named.words).replaceAll('\n', ' ');
}

/** Lists the theme headings, heading rows and columns that are missing around the events that were found. */
function* missingHeadings(sent: Sent, { tables, themes, events }: Found): Generator<Leftover> {
  const seen = sent.events.filter(({ id }) => events.has(id));
  const columnName = (field: string): string =>
    sent.texts.find((text) => headingField(text) === field)?.words ?? field;
  for (const [theme, ofTheme] of groupBy(seen, (event) => event.theme)) {
    const isTitle = ({ about, of, field }: SentText): boolean =>
      about === 'theme' && of === theme && field === 'title';
    const title = sent.texts.find(isTitle)?.words ?? theme;
    if (!themes.has(theme)) yield { words: title, where: messageOf('left-theme-heading-missing') };
    const printed = tables.filter((table) => table.theme === theme);
    const there = new Set(printed.flatMap(({ columns }) => [...columns.values()]));
    const noColumn = messageOf('left-column-missing', { theme: title });
    for (const field of new Set(ofTheme.flatMap(({ fields }) => fields.map(({ field }) => field))))
      if (!there.has(field)) yield { words: columnName(field), where: noColumn };
    const headings = [...there].map(columnName).join(' · ');
    if (printed.length > 0 && printed.every(({ head }) => head === undefined))
      yield { words: headings, where: messageOf('left-headings-missing', { theme: title }) };
  }
}

/** Lists the texts of an event whose cells are missing from its row, although the table has columns for them. */
export function* missingCells(
  { cells }: WordRow,
  { id, fields }: SentEvent,
  columns: PlacedTable['columns'],
): Generator<Leftover> {
  const where = messageOf('left-cell-missing');
  for (const [column, field] of columns) {
    const words = fields.find((candidate) => candidate.field === field)?.words;
    const isThere = words === undefined || cells.some((cell) => cell.column === column);
    if (!isThere) yield { words, where, event: id, field };
  }
}

/** Lists the missing headings and paragraphs of parts, and of the introduction, whose headings were not found. */
function missingTexts({ parts, texts, others }: Sent, { blocks, introduction, ...found }: Found) {
  const foundWords = new Set(
    blocks.flatMap((block) =>
      paragraphsOf(block).flatMap((paragraph) => readingsOf([paragraph]).map(otherWords)),
    ),
  );
  const missing = (lines: readonly string[], where: Message): Leftover[] =>
    lines
      .filter((words) => words !== '' && !foundWords.has(otherWords(words)))
      .map((words) => ({ words, where }));
  const ofParts = parts
    .filter(({ part }) => !found.parts.has(part))
    .flatMap(({ part, source }) => {
      const { text, paragraphs } = readMarkdown(source);
      const title = text.title === undefined ? [] : [plainWords(text.title)];
      const printed = paragraphs.filter(({ kind }) => kind !== 'alt').map(({ runs }) => plainWords(runs));
      return missing([...new Set([...title, ...printed])], messageOf('left-part-missing', { part }));
    });
  const words = texts.find(isIntroduction)?.words;
  const isLacking = words !== undefined && !found.hasIntroduction && others.includes(introduction);
  return [
    ...ofParts,
    ...(isLacking
      ? missing([introduction, ...plainInline(words).split('\n')], messageOf('left-introduction-missing'))
      : []),
  ];
}
