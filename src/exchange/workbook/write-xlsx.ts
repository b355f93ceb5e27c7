import { LANGUAGES, type SheetWords } from '../../../languages/index.ts';
import { type Position, UserError } from '../../errors.ts';
import {
  columnLetters,
  fieldPath,
  type Lang,
  NO_REGION_REASONS,
  type PartColumn,
  type PartField,
  type Programme,
  type ProgrammeFile,
  partPath,
  SENT_SHEET,
  SHEET_PART_NAMES,
  type SheetField,
  type SheetPart,
  STATUSES,
  type ThemeEvents,
  textIn,
  textOfColumn,
} from '../../model/index.ts';
import {
  type Choice,
  type SheetCell,
  type SheetContent,
  sentSheet,
  writePackage,
} from '../../render/sheet/index.ts';
import { parseInlineLines } from '../../text/index.ts';
import { type CellContext, columnsOf, contextOf, regionEntry } from './columns.ts';
import { eventTable, partTable } from './record.ts';
import { FORMAT_TABLE } from './upgrade.ts';

/** Characters that a cell of Excel can hold. */
const CELL_LIMIT = 32_767;
/** Characters that the name of a sheet can have in Excel. */
const NAME_LIMIT = 31;

/** Widths of columns in characters, by what they hold. */
const WIDTHS: Readonly<Record<Held, number>> = {
  id: 24,
  theme: 16,
  region: 22,
  category: 18,
  bodies: 28,
  title: 38,
  description: 72,
  text: 28,
  date: 22,
  time: 14,
  price: 14,
  number: 12,
  link: 36,
  email: 28,
  phone: 20,
  picture: 36,
  when: 22,
  regions: 28,
  status: 12,
  repeat: 12,
  occurrences: 30,
  timezone: 18,
  accept: 32,
};

/**
 * All events as an Excel workbook in the main language of the programme: a sheet that explains the columns, one sheet a theme with
 * one row an event, the programme itself, its themes, fields and sides, and the lists that the cells offer. `readSheets` and `eventRows`
 * read it back without loss. A sheet that nobody sees has the words of all tables once more, so that a workbook that comes back says
 * what was changed in it.
 *
 * @throws UserError when a text is longer than a cell of Excel can be
 */
export async function writeXlsx(programme: Programme): Promise<Uint8Array> {
  const { config } = programme;
  const words = LANGUAGES[config.language].sheet;
  const { readMe, lists, offers, tables } = sheetsOf(programme);
  return writePackage({
    title: textIn(config.title, config.language, config.language).words,
    author: config.author,
    date: config.date,
    sheets: [
      readMeSheet(readMe, programme, words),
      ...tables,
      listSheet(lists, offers),
      sentSheet([...tables.map(wordsOfTable), FORMAT_TABLE]),
    ],
  });
}

function wordsOfTable({ rows }: SheetContent): string[][] {
  return rows.map((cells) => cells.map(({ words, below }) => below ?? words));
}

interface Sheets {
  /** Names of the sheets that explain and list. */
  readMe: string;
  lists: string;
  offers: ReadonlyMap<string, Offer>;
  /** The sheets of the themes, then those of the programme itself. */
  tables: SheetContent[];
}

function sheetsOf(programme: Programme): Sheets {
  const { config, themes } = programme;
  const words = LANGUAGES[config.language].sheet;
  const [, readMe = '', lists = '', ...others] = sheetNames([
    SENT_SHEET,
    words.readMe,
    words.lists,
    ...SHEET_PART_NAMES.map((part) => words.parts[part]),
    ...themes.map(({ theme }) => theme.id),
  ]);
  const context = contextOf(programme);
  const names = others.slice(SHEET_PART_NAMES.length);
  const offers = offersOf(programme, words, context);
  const parts = SHEET_PART_NAMES.flatMap(
    (part, index) => partSheet(others[index] ?? '', part, programme, words) ?? [],
  );
  const events = themes.map((theme, index) =>
    themeSheet(names[index] ?? '', lists, theme, programme, words, context, offers),
  );
  return { readMe, lists, offers, tables: [...events, ...parts] };
}

/** Names as Excel takes them: no more than 31 characters, each different from all before it. */
function sheetNames(wanted: readonly string[]): string[] {
  const names: string[] = [];
  for (const name of wanted) {
    let unique = name.slice(0, NAME_LIMIT);
    for (let number = 2; names.some((other) => other.toLowerCase() === unique.toLowerCase()); number++)
      unique = `${name.slice(0, NAME_LIMIT - 4)}-${number}`;
    names.push(unique);
  }
  return names;
}

/** A list that cells choose from. */
interface Offer {
  heading: string;
  values: readonly string[];
  /** Nothing else is accepted. */
  only: boolean;
}

/** Lists by the path of the field that they are for. */
function offersOf(
  { config, reference }: Programme,
  words: SheetWords,
  { main }: CellContext,
): ReadonlyMap<string, Offer> {
  const themes = {
    heading: words.listHeadings.theme,
    values: config.themes.map(({ id }) => id),
    only: false,
  };
  const statuses = { heading: words.listHeadings.status, values: [...STATUSES], only: true };
  const regions = config.sides.map((side): [string, Offer] => {
    const known = reference.regions.filter(({ code }) => code.startsWith(`${side.country}-`));
    const values = [
      ...known.map(({ code, names }) => regionEntry(code, textIn(names, main, main).words)),
      ...NO_REGION_REASONS,
    ];
    const heading = `${words.headings.regions}: ${textIn(side.name, main, main).words}`;
    return [fieldPath({ name: 'regions', side: side.id }), { heading, values, only: false }];
  });
  return new Map([['theme', themes], ...regions, ['status', statuses]]);
}

function themeSheet(
  name: string,
  lists: string,
  theme: ThemeEvents,
  programme: Programme,
  words: SheetWords,
  context: CellContext,
  offers: ReadonlyMap<string, Offer>,
): SheetContent {
  const { columns, rows: texts } = eventTable(programme, theme, context);
  const rows = texts.map((row, event) =>
    columns.map((field, column): SheetCell => {
      const text = row[column] ?? '';
      const at = { event: theme.events[event]?.id ?? '', field: fieldPath(field) };
      const shown = holdsEmphasis(field, programme.config) ? { shown: parseInlineLines(text) } : {};
      return { words: fitting(text, at), look: lookOf(field), ...shown };
    }),
  );
  const heading = columns.map(
    (field): SheetCell => ({
      words: headingOf(field, programme.config, words),
      below: fieldPath(field),
      look: 'heading',
    }),
  );
  return {
    name,
    columns: columns.map((field) => ({
      width: WIDTHS[heldBy(field, programme.config)],
      look: lookOf(field),
    })),
    rows: [heading, ...rows],
    table: true,
    choices: columns.flatMap((field, index) =>
      choiceOf(field, index + 1, lists, offers, words, programme.config),
    ),
  };
}

/** Widths of the columns of a part of the programme, by what they hold. */
const PART_WIDTHS: Readonly<Record<PartColumn['holds'], number>> = {
  id: 24,
  word: 16,
  text: 60,
  list: 44,
  flag: 12,
};

/** The sheet of a part of the programme itself, whose words can be changed there; undefined where the programme has none of it. */
function partSheet(
  name: string,
  part: SheetPart,
  programme: Programme,
  words: SheetWords,
): SheetContent | undefined {
  const { config } = programme;
  const table = partTable(programme, part);
  if (table === undefined) return undefined;
  const { columns } = table;
  const heading = ({ column, lang }: PartField): string => {
    const named = words.partHeadings[column.name as keyof SheetWords['partHeadings']];
    return lang === undefined || lang === config.language ? named : inLanguage(named, lang, words);
  };
  const head = columns.map(
    (field): SheetCell => ({ words: heading(field), below: partPath(field), look: 'heading' }),
  );
  const rows = table.rows.map((row) =>
    row.map((text, index): SheetCell => {
      const field = columns[index];
      return field === undefined
        ? { words: text, look: 'note' }
        : { words: fitting(text, { field: `${row[0]}.${partPath(field)}` }), look: 'text' };
    }),
  );
  const notes = (rows[0]?.length ?? 0) > columns.length ? [{ width: 60, look: 'plain' as const }] : [];
  return {
    name,
    columns: [
      ...columns.map(({ column }) => ({
        width: PART_WIDTHS[column.holds],
        look: column.holds === 'id' ? ('id' as const) : ('text' as const),
      })),
      ...notes,
    ],
    rows: [head, ...rows],
    table: true,
    choices: [],
  };
}

/** @throws UserError when a text is longer than a cell of Excel can be */
function fitting(text: string, at: Position): string {
  if (text.length <= CELL_LIMIT) return text;
  throw new UserError({
    message: `the text has ${text.length} characters; a cell of Excel holds at most ${CELL_LIMIT}`,
    at,
    hint: 'export to a .csv file instead',
  });
}

/** What a column holds: a field is known by its kind. */
type Held = keyof SheetWords['holds'];

function heldBy(field: SheetField, config: ProgrammeFile): Held {
  if (field.name !== 'field') return field.name;
  const { kind } = textOfColumn(config, field.id);
  return kind === 'body' ? 'bodies' : kind;
}

function holdsEmphasis(field: SheetField, config: ProgrammeFile): boolean {
  return field.name === 'field' && textOfColumn(config, field.id).emphasis === true;
}

function lookOf(field: SheetField): 'id' | 'text' {
  return field.name === 'id' ? 'id' : 'text';
}

/** Heading of a column: as printed in the programme where it is printed, with the language where it is not the main one. */
function headingOf(field: SheetField, config: ProgrammeFile, words: SheetWords): string {
  const main = config.language;
  const named = ((): string => {
    switch (field.name) {
      case 'bodies':
      case 'regions': {
        const side = config.sides.find(({ id }) => id === field.side);
        if (side === undefined) return field.side;
        return field.name === 'bodies'
          ? textIn(side.heading, main, main).words
          : `${words.headings.regions}: ${textIn(side.name, main, main).words}`;
      }
      case 'field': {
        const heading = config.fields.find(({ id }) => id === field.id)?.heading;
        return heading === undefined ? field.id : textIn(heading, main, main).words;
      }
      default:
        return words.headings[field.name];
    }
  })();
  const lang = 'lang' in field ? field.lang : undefined;
  return lang === undefined ? named : inLanguage(named, lang, words);
}

function inLanguage(heading: string, lang: Lang, words: SheetWords): string {
  return `${heading} (${words.languages[lang] ?? LANGUAGES[lang].name})`;
}

function choiceOf(
  field: SheetField,
  column: number,
  lists: string,
  offers: ReadonlyMap<string, Offer>,
  words: SheetWords,
  config: ProgrammeFile,
): Choice[] {
  const path = fieldPath(field);
  const prompt = { column, title: path, prompt: words.holds[heldBy(field, config)] };
  const index = [...offers.keys()].indexOf(path);
  const offer = offers.get(path);
  if (offer === undefined) return field.name === 'id' || field.name === 'when' ? [prompt] : [];
  const letter = columnLetters(index + 1);
  const values = `'${lists}'!$${letter}$2:$${letter}$${offer.values.length + 1}`;
  return [{ ...prompt, values, ...(offer.only ? { only: true } : {}) }];
}

function listSheet(name: string, offers: ReadonlyMap<string, Offer>): SheetContent {
  const lists = [...offers.values()];
  const length = Math.max(...lists.map(({ values }) => values.length));
  const rows = Array.from({ length }, (_, index) =>
    lists.map(({ values }): SheetCell => ({ words: values[index] ?? '', look: 'note' })),
  );
  return {
    name,
    columns: lists.map(() => ({ width: 32, look: 'plain' })),
    rows: [lists.map(({ heading }): SheetCell => ({ words: heading, look: 'heading' })), ...rows],
    table: false,
    choices: [],
  };
}

function readMeSheet(name: string, programme: Programme, words: SheetWords): SheetContent {
  const { config, themes } = programme;
  const heading = ({ column, heading: printed, holds }: SheetWords['table']): SheetCell[] =>
    [column, printed, holds].map((text) => ({ words: text, look: 'heading' }));
  return {
    name,
    columns: [
      { width: 22, look: 'plain' },
      { width: 40, look: 'plain' },
      { width: 100, look: 'plain' },
    ],
    rows: [
      [{ words: textIn(config.title, config.language, config.language).words, look: 'title' }],
      ...words.howTo.map((text): SheetCell[] => [{ words: text, look: 'plain' }]),
      [],
      heading(words.table),
      ...columnsOf(programme, themes).map((field) =>
        [fieldPath(field), headingOf(field, config, words), words.holds[heldBy(field, config)]].map(
          (text): SheetCell => ({ words: text, look: 'note' }),
        ),
      ),
    ],
    table: false,
    choices: [],
  };
}
