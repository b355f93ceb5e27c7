/** Lists content that was sent but is missing in a returned file, although no tracked change deletes it. Pure. */
import { groupBy } from '../../model/index.ts';
import { paragraphsOf, readingsOf, type WordBlock, type WordRow } from '../../read/docx/index.ts';
import { plainInline, readMarkdown } from '../../text/index.ts';
import type { Leftover } from '../incoming.ts';
import { plainWords } from '../xliff/index.ts';
import { otherWords } from './leftovers.ts';
import type { Sent, SentEvent, SentText } from './record.ts';
import type { PlacedTable } from './tables.ts';

/** The part of the sent content that was found. */
export interface Found {
  blocks: readonly WordBlock[];
  tables: readonly PlacedTable[];
  /** Ids of the events, and of the themes and parts whose headings were found. */
  events: ReadonlySet<string>;
  themes: ReadonlySet<string>;
  parts: ReadonlySet<string>;
  introduction: boolean;
}

/** Names of an event, a field and a theme in messages. */
interface Names {
  title(event: SentEvent): string;
  theme(id: string): string;
  /** Heading of the column of a field. */
  column(field: string): string;
}

/** Builds the names for messages from the sent texts. */
export function namesOf(
  { texts }: Sent,
  title: string,
  headingField: (text: SentText) => string | undefined,
): Names {
  const themes = new Map(
    texts.flatMap(({ about, of, field, words }) =>
      about === 'theme' && field === 'title' ? [[of, words] as const] : [],
    ),
  );
  const columns = new Map(texts.map((text) => [headingField(text), text.words]));
  return {
    title({ id, fields }) {
      const named = fields.find(({ field }) => field === title);
      if (named === undefined) return id;
      return (named.emphasis ? plainInline(named.words) : named.words).replaceAll('\n', ' ');
    },
    theme: (id) => themes.get(id) ?? id,
    column: (field) => columns.get(field) ?? field,
  };
}

/**
 * Lists the missing rows of events if the file does not record its events. If most rows are missing, a note states
 * that the file may be an extract. For a file with a record, missing events are proposed for removal instead.
 */
export function missingRows(
  sent: Sent,
  found: Found,
  names: Names,
): { leftovers: Leftover[]; notes: string[] } {
  const missing = sent.events.filter(({ id }) => !found.events.has(id));
  if (missing.length > found.events.size)
    return {
      leftovers: [],
      notes: [
        `the file has ${found.events.size} of ${sent.events.length} events: it may be an extract, and the others stay as they are`,
      ],
    };
  const leftovers = missing.map((event) => ({
    words: names.title(event),
    where:
      'its row is not in the file, which does not say what it was made from: the event stays, remove it by hand',
    event: event.id,
  }));
  return { leftovers, notes: [] };
}

/** Headings of themes, heading rows and columns that are missing in the tables of the events that were found. */
export function* missingHeadings(
  sent: Sent,
  { tables, themes, events }: Found,
  names: Names,
): Generator<Leftover> {
  const seen = sent.events.filter(({ id }) => events.has(id));
  for (const [theme, own] of groupBy(seen, (event) => event.theme)) {
    const title = names.theme(theme);
    if (!themes.has(theme)) yield { words: title, where: 'the heading of the theme is not in the file' };
    const printed = tables.filter((table) => table.theme === theme);
    const there = new Set(printed.flatMap(({ columns }) => [...columns.values()]));
    const noColumn = `the column is not in the table of "${title}", and its words stay`;
    for (const field of new Set(own.flatMap(({ fields }) => fields.map(({ field }) => field))))
      if (!there.has(field)) yield { words: names.column(field), where: noColumn };
    const headings = [...there].map(names.column).join(' · ');
    if (printed.length > 0 && printed.every(({ head }) => head === undefined))
      yield { words: headings, where: `the row of headings is not in the table of "${title}"` };
  }
}

/** Texts of an event that have no cell in its row, although the table has a column for them. */
export function* missingCells(
  { cells, deleted }: WordRow,
  { id, fields }: SentEvent,
  columns: PlacedTable['columns'],
): Generator<Leftover> {
  const where = 'its cell is not in the row, and the words stay';
  if (deleted !== undefined) return;
  for (const [column, field] of columns) {
    const words = fields.find((own) => own.field === field)?.words;
    const isThere = words === undefined || cells.some((cell) => cell.column === column);
    if (!isThere) yield { words, where, event: id, field };
  }
}

/** Missing headings of parts and of the introduction, and the missing paragraphs of these texts. */
export function missingTexts(
  { parts, texts, others }: Sent,
  { blocks, ...found }: Found,
  introduction: string,
): Leftover[] {
  const said = new Set(
    blocks.flatMap((block) => paragraphsOf(block).flatMap((own) => readingsOf([own]).map(otherWords))),
  );
  const missing = (lines: readonly string[], of: string): Leftover[] =>
    lines
      .filter((words) => words !== '' && !said.has(otherWords(words)))
      .map((words) => ({ words, where: `not in the file: ${of}` }));
  const ofParts = parts
    .filter(({ part }) => !found.parts.has(part))
    .flatMap(({ part, source }) => {
      const { text, paragraphs } = readMarkdown(source);
      const title = text.title === undefined ? [] : [plainWords(text.title)];
      const own = paragraphs.filter(({ kind }) => kind !== 'alt').map(({ runs }) => plainWords(runs));
      return missing([...new Set([...title, ...own])], part);
    });
  const words = texts.find(({ about, field }) => about === 'programme' && field === 'introduction')?.words;
  const isLacking = words !== undefined && !found.introduction && others.includes(introduction);
  return [
    ...ofParts,
    ...(isLacking ? missing([introduction, ...plainInline(words).split('\n')], 'introduction') : []),
  ];
}
