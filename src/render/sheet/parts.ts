import { LANGUAGES, type SheetWords } from '../../../languages/index.ts';
import {
  type PartColumn,
  type PartField,
  PROGRAMME_ROWS,
  type Programme,
  type ProgrammeFile,
  partPath,
  SHEET_PARTS,
  type SheetPart,
  type Text,
} from '../../model/index.ts';
import { languagesOf, words as wordsIn } from './columns.ts';
import type { SheetCell, SheetContent } from './package.ts';

/** Widths of columns in characters, by what they hold. */
const WIDTHS: Readonly<Record<PartColumn['holds'], number>> = {
  id: 24,
  word: 16,
  text: 60,
  list: 44,
  flag: 12,
};

/** A row of such a sheet: its name, and what its columns hold. */
type PartRow = Readonly<Record<string, unknown>> & { id: string };

/** The rows that a part of the programme has. */
function rowsOf({ config }: Programme, part: SheetPart): readonly PartRow[] {
  if (part !== 'programme') return config[part];
  return PROGRAMME_ROWS.map((id) => ({ id, text: config[id] }));
}

/**
 * The sheet of a part of the programme itself, whose words can be changed there; undefined where the programme has none of it.
 *
 * @param cell a cell of words for a place of the programme
 */
export function partSheet(
  name: string,
  part: SheetPart,
  programme: Programme,
  words: SheetWords,
  cell: (text: string, field: string) => SheetCell,
): SheetContent | undefined {
  const { config } = programme;
  const rows = rowsOf(programme, part);
  if (rows.length === 0) return undefined;
  const columns = SHEET_PARTS[part].flatMap((column: PartColumn) => fieldsOf(part, column, rows, config));
  const explained = part === 'programme';
  const head = columns.map(
    (field): SheetCell => ({
      words: headingOf(field, config, words),
      below: partPath(field),
      look: 'heading',
    }),
  );
  const body = rows.map((row) => [
    ...columns.map((field) => cell(cellOf(row, field, config), `${row.id}.${partPath(field)}`)),
    ...(explained ? [note(words.programmeRows[row.id as (typeof PROGRAMME_ROWS)[number]])] : []),
  ]);
  return {
    name,
    columns: [
      ...columns.map(({ column }) => ({
        width: WIDTHS[column.holds],
        look: column.holds === 'id' ? ('id' as const) : ('text' as const),
      })),
      ...(explained ? [{ width: 60, look: 'plain' as const }] : []),
    ],
    rows: [head, ...body],
    table: true,
    choices: [],
  };
}

function note(words: string): SheetCell {
  return { words, look: 'note' };
}

/** The columns of a part: a text has one for each language. */
function fieldsOf(
  part: SheetPart,
  column: PartColumn,
  rows: readonly PartRow[],
  config: ProgrammeFile,
): PartField[] {
  if (column.rare && rows.every((row) => row[column.name] === undefined)) return [];
  if (column.holds !== 'text') return [{ part, column }];
  const texts = rows.map((row) => row[column.name] as Text | undefined);
  return languagesOf(config, texts).map((lang) =>
    lang === config.language ? { part, column } : { part, column, lang },
  );
}

function headingOf({ column, lang }: PartField, config: ProgrammeFile, words: SheetWords): string {
  const named = words.partHeadings[column.name as keyof SheetWords['partHeadings']];
  return lang === undefined || lang === config.language
    ? named
    : `${named} (${words.languages[lang] ?? LANGUAGES[lang].name})`;
}

function cellOf(row: PartRow, { column, lang }: PartField, { language }: ProgrammeFile): string {
  const value = row[column.name];
  switch (column.holds) {
    case 'text':
      return wordsIn(value as Text | undefined, lang ?? language, language);
    case 'list':
      return (value as readonly string[]).join(', ');
    case 'flag':
      return value === undefined || (column.name === 'carry' && value === false) ? '' : value ? 'yes' : 'no';
    default:
      return value === undefined ? '' : String(value);
  }
}
