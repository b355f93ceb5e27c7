import { type Field, LANGS, type Lang, type Side, type Text } from '../../model/index.ts';
import { foldName } from '../../reference/index.ts';
import type { Cell, Sheet, Workbook } from '../sheet/index.ts';
import { arrangementOf } from './beside.ts';
import { findHeader, type Header } from './header.ts';
import { type OwnWords, readHeading } from './heading.ts';
import { KNOWN_FIELDS, type Mapping } from './mapping.ts';
import { ownFields } from './own-columns.ts';
import { emptyMapping, hasTimes, hoursOf, sheetMapping, withMore, withOneTime } from './sheet-mapping.ts';
import { sideWords } from './sides.ts';
import { LOOKED_AT, type Table } from './table.ts';
import { CLEAR_VOTES, languageOf, mostVotes, textLanguage } from './table-language.ts';
import { tablesOf, withDescribed, withoutOthers, withThemes } from './tables.ts';
import { unfolded } from './unfold.ts';
import { refuseTooMany, unknownColumns } from './unknown-columns.ts';

/** What a proposal must know of the programme that the events are for. */
export interface ProposalContext {
  language: Lang;
  sides: readonly Side[];
  fields: readonly Field[];
  /** Year of dates that name none. */
  year?: number;
  /** Whether words name a theme that the programme has; left out: it is new. */
  isTheme?: (words: string) => boolean;
}

/** A mapping found in the headings of a spreadsheet, and the sheets whose headings say nothing. */
export interface Proposal {
  mapping: Mapping;
  /** Sheets without headings of events. */
  unread: readonly Sheet[];
}

/**
 * Proposes what each column of a spreadsheet holds, from its headings and cells; a column that is no field that is known becomes one of its own. Where no sheet has headings
 * that are known, the mapping lists the first row of the first sheet with every column ignored, to be filled in by hand.
 *
 * @throws UserError when the columns that would become fields hold more than events can
 */
export function proposeMapping(workbook: Workbook, context: ProposalContext): Proposal {
  const words = { sides: sideWords(context.sides), fields: headingsOf(context.fields) };
  const shown = workbook.sheets.filter(({ hidden }) => hidden !== true);
  const found = shown.map((sheet) => arrangedSheet(sheet, words, context.language));
  const tables = found.flatMap(({ sheet, header, beside }) =>
    header === undefined
      ? []
      : tablesOf(sheet, header, words, context.fields).map((table): Table => ({ ...table, ...beside })),
  );
  const listed = withDescribed(withoutOthers(tables));
  const several = new Set(listed.filter(({ events }) => events).map(({ sheet }) => sheet)).size > 1;
  const read = several ? listed : withThemes(listed, context.isTheme);
  const isTimed = read.some((table) =>
    [...table.fields].some(([column, field]) => hasTimes(column, field, table)),
  );
  const taken = [...words.sides.keys(), ...context.fields.map(({ id }) => id), ...(isTimed ? ['time'] : [])];
  const unknown = read.map(unknownColumns);
  refuseTooMany(unknown);
  const own = ownFields(unknown, taken);
  const time = context.fields.find(({ kind }) => kind === 'time')?.id;
  const sheets = read.map((table, index) => {
    const made = withOneTime(own[index] ?? [], table, time);
    return withMore(sheetMapping(table, several, made), table, time ?? hoursOf(made));
  });
  const unread = found.flatMap(({ sheet, header }) => (header === undefined ? [sheet] : []));
  return {
    mapping: {
      language: languageOf(read, context.language),
      ...(context.year === undefined ? {} : { year: context.year }),
      sheets: sheets.length > 0 ? sheets : [emptyMapping(workbook)],
    },
    unread,
  };
}

/** A sheet with its headings; where events stand side by side, as the list that they are one below the other. */
function arrangedSheet(
  sheet: Sheet,
  words: OwnWords,
  main: Lang,
): { sheet: Sheet; header: Header | undefined; beside?: Pick<Table, 'beside'> } {
  const header = findHeader(sheet, words);
  const texts = sheet.rows.flatMap(({ cells }) => [...cells.values()].map(({ text }) => text));
  const written = texts.slice(0, LOOKED_AT).map((one) => readHeading(one, words).written);
  const votes = written.filter(({ length }) => length === 1).flat();
  const lang = textLanguage(texts.slice(0, LOOKED_AT).join('\n'), CLEAR_VOTES) ?? mostVotes(votes) ?? main;
  const arrangement = arrangementOf(sheet, header, lang);
  if (arrangement === undefined) return { sheet, header };
  const { header: rows, beside, headings } = arrangement;
  const list = unfolded(sheet, rows, beside, headings);
  const own = list.rows.find(({ number }) => number === Math.max(...rows))?.cells ?? new Map<number, Cell>();
  return {
    sheet: list,
    header: { rows, headings: new Map([...own].map(([column, { text }]) => [column, text])) },
    beside: { beside },
  };
}

/** Fields that the words for events in general do not lead to, by their headings in every language, folded. */
function headingsOf(fields: readonly Field[]): Map<string, string> {
  const led = new Set(KNOWN_FIELDS.map(({ kind }) => fields.find((field) => field.kind === kind)?.id));
  return new Map(
    fields
      .filter(({ id }) => !led.has(id))
      .flatMap(({ id, heading }) => [id, ...wordsOf(heading)].map((words) => [foldName(words), id])),
  );
}

function wordsOf(text: Text | undefined): string[] {
  if (text === undefined) return [];
  return typeof text === 'string' ? [text] : LANGS.flatMap((lang) => text[lang] ?? []);
}
