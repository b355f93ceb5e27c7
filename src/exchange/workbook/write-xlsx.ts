import { LANGUAGES, type SheetWords } from '../../../languages/index.ts';
import { PAPER_NAMES } from '../../design/index.ts';
import { type Position, UserError } from '../../errors.ts';
import {
  columnLetters,
  FIELD_KINDS,
  fieldPath,
  type Lang,
  NO_REGION_REASONS,
  type PartColumn,
  type PartField,
  type Programme,
  partPath,
  SENT_SHEET,
  SHEET_PART_NAMES,
  type SheetField,
  type SheetPart,
  STATUSES,
  type Text,
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
import { messageOf } from '../messages.ts';
import { type CellText, cellTextIn, columnsOf, regionEntry } from './columns.ts';
import { eventTable, partTable, type Settings } from './record.ts';
import { FORMAT_TABLE } from './upgrade.ts';

/** Maximum number of characters in an Excel cell. */
const CELL_LIMIT = 32_767;
/** Maximum number of characters in the name of an Excel sheet. */
const NAME_LIMIT = 31;

/** What a column contains; for a field, the field kind. */
type Held = keyof SheetWords['holds'];

/** The widths of event columns in characters, by what the columns contain, if they differ from the usual width. */
const WIDTHS: Readonly<Partial<Record<Held, number>>> = {
  id: 24,
  theme: 16,
  region: 22,
  category: 18,
  title: 38,
  description: 72,
  date: 22,
  time: 14,
  price: 14,
  number: 12,
  link: 36,
  phone: 20,
  picture: 36,
  when: 22,
  status: 12,
  repeat: 12,
  occurrences: 30,
  timezone: 18,
  accept: 32,
};

const USUAL_WIDTH = 28;

/** The widths of columns in the sheets for the settings, in characters, by what the columns contain. */
const PART_WIDTHS: Readonly<Record<PartColumn['holds'], number>> = {
  id: 24,
  word: 16,
  text: 60,
  list: 44,
  lines: 30,
  coordinates: 24,
  flag: 12,
  mark: 12,
};

/** A drop-down list and its values. */
interface Offer {
  heading: string;
  values: readonly string[];
  /** Whether spreadsheet programs reject all other values. */
  only: boolean;
}

/**
 * Writes all events as an Excel workbook in the main language of the programme. The workbook contains a sheet that
 * explains the columns, one sheet per theme with one row per event, the sheets for the settings, and a sheet with the
 * values of the drop-down lists. Reading the workbook with `readSheets` and `eventRows` loses no data. A hidden sheet
 * contains a copy of the texts in all tables, so that changes in a returned workbook can be detected.
 *
 * @param settings the programme with its internal fields, for a workbook with settings
 * @throws UserError if a text exceeds the limit of an Excel cell
 */
export async function writeXlsx(programme: Programme, settings?: Settings): Promise<Uint8Array> {
  const { language, title, author, date } = programme.config;
  const sheets = new Sheets(programme, settings).all();
  return writePackage({
    title: textIn(title, language, language).words,
    author: settings === undefined ? '' : author,
    date,
    sheets,
  });
}

class Sheets {
  readonly #programme: Programme;
  readonly #settings: Settings | undefined;
  readonly #main: Lang;
  readonly #words: SheetWords;
  /** The names of the sheets, in this order: explanations, drop-down lists, parts of the settings, themes. */
  readonly #names: readonly string[];
  /** The drop-down lists, keyed by the path of their field. */
  readonly #offers: ReadonlyMap<string, Offer>;

  constructor(programme: Programme, settings: Settings | undefined) {
    const { config, themes, reference } = programme;
    this.#programme = programme;
    this.#settings = settings;
    this.#main = config.language;
    const words = LANGUAGES[this.#main].sheet;
    this.#words = words;
    const parts = SHEET_PART_NAMES.map((part) => words.parts[part]);
    const ids = themes.map(({ theme }) => theme.id);
    this.#names = sheetNames([SENT_SHEET, words.readMe, words.lists, ...parts, ...ids]).slice(1);
    this.#offers = new Map<string, Offer>([
      [
        'theme',
        { heading: words.listHeadings.theme, values: config.themes.map(({ id }) => id), only: false },
      ],
      ...config.sides.map((side): [string, Offer] => {
        const field: SheetField = { name: 'regions', side: side.id };
        const known = reference.regions.filter(({ code }) => code.startsWith(`${side.country}-`));
        const codes = known.map((region) => regionEntry(region.code, this.#inMain(region.names)));
        const values = [...codes, ...NO_REGION_REASONS];
        return [fieldPath(field), { heading: this.#heading(field), values, only: false }];
      }),
      ['status', { heading: words.listHeadings.status, values: STATUSES, only: true }],
      ...(settings === undefined ? [] : settingOffers(words)),
    ]);
  }

  all(): SheetContent[] {
    const [readMe = '', lists = '', ...names] = this.#names;
    const parts = SHEET_PART_NAMES.flatMap((part, index) => this.#part(names[index] ?? '', part));
    const cellText = cellTextIn(this.#programme);
    const events = this.#programme.themes.map((theme, index) =>
      this.#theme(names[SHEET_PART_NAMES.length + index] ?? '', theme, cellText),
    );
    const tables = [...events, ...parts];
    const sent = tables.map(({ rows }) => rows.map((row) => row.map(({ words, below }) => below ?? words)));
    return [this.#readMe(readMe), ...tables, this.#lists(lists), sentSheet([...sent, FORMAT_TABLE])];
  }

  #inMain(text: Text): string {
    return textIn(text, this.#main, this.#main).words;
  }

  #held(field: SheetField): Held {
    if (field.name !== 'field') return field.name;
    const { kind } = textOfColumn(this.#programme.config, field.id);
    return kind === 'body' ? 'bodies' : kind;
  }

  /**
   * The heading of a column: the printed heading, if there is one, followed by the language, unless it is the main
   * language.
   */
  #heading(field: SheetField): string {
    const { fields, sides } = this.#programme.config;
    if (field.name === 'field') {
      const heading = fields.find(({ id }) => id === field.id)?.heading;
      return this.#inLanguage(heading === undefined ? field.id : this.#inMain(heading), field.lang);
    }
    if (field.name !== 'bodies' && field.name !== 'regions') return this.#words.headings[field.name];
    const side = sides.find(({ id }) => id === field.side);
    if (side === undefined) return field.side;
    return field.name === 'bodies'
      ? this.#inLanguage(this.#inMain(side.heading), field.lang)
      : `${this.#words.headings.regions}: ${this.#inMain(side.name)}`;
  }

  #inLanguage(heading: string, lang: Lang | undefined): string {
    if (lang === undefined || lang === this.#main) return heading;
    return `${heading} (${this.#words.languages[lang] ?? LANGUAGES[lang].name})`;
  }

  #theme(name: string, theme: ThemeEvents, cellText: CellText): SheetContent {
    const { config } = this.#programme;
    const { columns, rows } = eventTable(this.#programme, theme, cellText);
    const cell = (field: SheetField, text: string, event: string): SheetCell => {
      const hasLooks = field.name === 'field' && textOfColumn(config, field.id).emphasis === true;
      const shown = hasLooks ? { shown: parseInlineLines(text) } : {};
      return { words: fitting(text, { event, field: fieldPath(field) }), look: lookOf(field), ...shown };
    };
    return {
      name,
      columns: columns.map((field) => ({
        width: WIDTHS[this.#held(field)] ?? USUAL_WIDTH,
        look: lookOf(field),
      })),
      rows: [
        columns.map((field) => heading(this.#heading(field), fieldPath(field))),
        ...rows.map((texts, index) => {
          const event = theme.events[index]?.id ?? '';
          return columns.map((field, column) => cell(field, texts[column] ?? '', event));
        }),
      ],
      table: true,
      choices: columns.flatMap((field, index) => this.#choice(field, index + 1)),
    };
  }

  #choice(field: SheetField, column: number): Choice[] {
    const path = fieldPath(field);
    const prompt = { column, title: path, prompt: this.#words.holds[this.#held(field)] };
    const isPrompted = field.name === 'id' || field.name === 'when';
    return isPrompted ? [prompt] : this.#listed(path, column).map((choice) => ({ ...choice, ...prompt }));
  }

  /** The drop-down list of a column; empty if it has none. */
  #listed(path: string, column: number): Choice[] {
    const offer = this.#offers.get(path);
    if (offer === undefined) return [];
    const { heading: title, values, only } = offer;
    const letter = columnLetters([...this.#offers.keys()].indexOf(path) + 1);
    const range = `'${this.#names[1]}'!$${letter}$2:$${letter}$${values.length + 1}`;
    return [{ column, title, prompt: '', values: range, ...(only ? { only: true } : {}) }];
  }

  /** The editable sheet for a part of the settings; empty if the workbook or the programme does not have this part. */
  #part(name: string, part: SheetPart): SheetContent[] {
    const table = this.#settings && partTable(this.#settings, part);
    if (table === undefined) return [];
    const { columns, rows } = table;
    const named = ({ column, lang }: PartField): string =>
      this.#inLanguage(this.#words.partHeadings[column.name as keyof SheetWords['partHeadings']], lang);
    const cell = (field: PartField | undefined, text: string, id: string | undefined): SheetCell =>
      field === undefined
        ? note(text)
        : { words: fitting(text, { field: `${id}.${partPath(field)}` }), look: 'text' };
    const widths = columns.map(({ column: { holds } }) => ({
      width: part === 'texts' && holds === 'text' ? 100 : PART_WIDTHS[holds],
      look: holds === 'id' ? ('id' as const) : ('text' as const),
    }));
    const hasNotes = (rows[0]?.length ?? 0) > columns.length;
    return [
      {
        name,
        columns: hasNotes ? [...widths, { width: 60, look: 'plain' }] : widths,
        rows: [
          columns.map((field) => heading(named(field), partPath(field))),
          ...rows.map((row) => row.map((text, index) => cell(columns[index], text, row[0]))),
        ],
        table: true,
        choices: [
          ...columns.flatMap(({ column: { name: columnName, holds } }, index) =>
            this.#listed(holds === 'flag' || holds === 'mark' ? 'flag' : `${part}.${columnName}`, index + 1),
          ),
          ...rows.flatMap(([id = ''], index) =>
            this.#listed(`${part}.${id}`, 2).map((choice) => ({ ...choice, rows: [index + 2] })),
          ),
        ],
      },
    ];
  }

  #lists(name: string): SheetContent {
    const lists = [...this.#offers.values()];
    const length = Math.max(...lists.map(({ values }) => values.length));
    const rows = Array.from({ length }, (_, index) => lists.map(({ values }) => note(values[index] ?? '')));
    const widths = lists.map(() => 32);
    return plainSheet(name, widths, [lists.map((offer) => heading(offer.heading)), ...rows]);
  }

  #readMe(name: string): SheetContent {
    const { config, themes } = this.#programme;
    const { howTo, settingsHowTo, table, holds } = this.#words;
    const [notice, ...onSettings] = this.#settings === undefined ? [] : settingsHowTo;
    const columns = columnsOf(this.#programme, themes).map((field) =>
      [fieldPath(field), this.#heading(field), holds[this.#held(field)]].map(note),
    );
    return plainSheet(
      name,
      [22, 40, 100],
      [
        [{ words: this.#inMain(config.title), look: 'title' }],
        ...(notice === undefined ? [] : [[{ words: notice, look: 'title' } as const]]),
        ...[...howTo, ...onSettings].map((words): SheetCell[] => [{ words, look: 'plain' }]),
        [],
        [table.column, table.heading, table.holds].map((words) => heading(words)),
        ...columns,
      ],
    );
  }
}

/** The drop-down lists for settings. */
function settingOffers({ listHeadings }: SheetWords): [string, Offer][] {
  return [
    ['fields.kind', { heading: listHeadings.kind, values: FIELD_KINDS, only: true }],
    ['flag', { heading: listHeadings.flag, values: ['yes', 'no'], only: false }],
    ['design.paper', { heading: listHeadings.paper, values: PAPER_NAMES, only: false }],
    [
      'design.orientation',
      { heading: listHeadings.orientation, values: ['portrait', 'landscape'], only: true },
    ],
  ];
}

const lookOf = ({ name }: SheetField): 'id' | 'text' => (name === 'id' ? 'id' : 'text');

const heading = (words: string, below?: string): SheetCell => ({
  words,
  look: 'heading',
  ...(below !== undefined && { below }),
});

const note = (words: string): SheetCell => ({ words, look: 'note' });

/** Creates a sheet that contains explanations or lists. */
function plainSheet(name: string, widths: readonly number[], rows: SheetCell[][]): SheetContent {
  return {
    name,
    columns: widths.map((width) => ({ width, look: 'plain' })),
    rows,
    table: false,
    choices: [],
  };
}

/** Converts names to valid Excel sheet names: at most 31 characters, and unique regardless of case. */
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

/** @throws UserError if a text exceeds the limit of an Excel cell */
function fitting(text: string, at: Position): string {
  if (text.length <= CELL_LIMIT) return text;
  throw new UserError(
    messageOf('text-too-long-for-cell', { length: String(text.length), most: String(CELL_LIMIT) }),
    at,
  );
}
