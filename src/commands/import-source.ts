import { LANGUAGES } from '../../languages/index.ts';
import { loadEditionFiles } from '../edition/index.ts';
import { type Problem, UserError } from '../errors.ts';
import {
  dateOf,
  ellipsis,
  emphasisedIn,
  type HasFields,
  type Programme,
  type ProgrammeFile,
  publicPart,
  yearWithin,
} from '../model/index.ts';
import { readBytes, readProgramme, readTextFile } from '../read/index.ts';
import { readSheets, type Sheet, type SheetOptions, type Workbook } from '../read/sheet/index.ts';
import {
  cellsThatSay,
  configOfSheets,
  exportMapping,
  lookedAt,
  type Mapping,
  madeFields,
  NAMES_OF_EXPORTS,
  PRINTED_COLUMNS,
  parseMapping,
  proposeMapping,
  rebased,
  rowWords,
  type SheetMapping,
  type SignedWorkbook,
  sentTables,
  unfoldedBook,
  withLostLooks,
  withSigns,
  withUnknownCells,
  wordsOfSheets,
} from '../read/table-import/index.ts';
import { loadXlsx } from '../render/sheet/index.ts';
import { withEmphasisOf } from '../text/index.ts';
import { SHEET_FILE } from './open.ts';
import { mappingOfSource } from './source-mapping.ts';
import { themeBook } from './theme-book.ts';

/** Where a spreadsheet is, and how it is read. */
export interface SourceOptions extends SheetOptions {
  /** Folder of the dataset. */
  data: string;
  /** The spreadsheet, and its bytes. */
  file: string;
  bytes: Uint8Array;
  /** Mapping file; left out: the columns are known by their headings. */
  map?: string;
}

/** A spreadsheet and what its columns hold. */
export interface Source {
  /** The draft with what the spreadsheet says of the programme itself. */
  draft: Programme;
  workbook: Workbook;
  mapping: Mapping;
  /** Where the mapping comes from: the project's own export, the user, or the headings. */
  kind: 'own' | 'given' | 'proposed';
  /** File of the dataset that keeps the mapping, where it is one of those. */
  kept?: string;
  notes: readonly string[];
  remarks: readonly Problem[];
  /** Of an export that says what it was sent out with: ids of its events, and of the themes that were put into another order. */
  sent?: ReadonlySet<string>;
  reordered?: ReadonlySet<string>;
}

/** One whose words have signs in the fields that hold emphasis. */
interface SignedSource extends Source {
  /** Those of the remarks that are about looks that no signs can say. */
  unsigned: readonly Problem[];
}

/**
 * A spreadsheet and what its columns hold; the words of fields with emphasis have signs, as in the dataset.
 *
 * @throws UserError when it cannot be read, or what it says of the programme itself is wrong
 */
export async function readSource(options: SourceOptions, draft: Programme): Promise<SignedSource> {
  const source = await readCells(options, draft);
  const { workbook, remarks } = signed(source, options.file);
  return { ...source, workbook, remarks: [...source.remarks, ...remarks], unsigned: remarks };
}

/** The workbook of a source with signs; in a CSV file of our own they are there, as the only way to say it. */
function signed({ kind, workbook, mapping, draft }: Source, file: string): SignedWorkbook {
  if (kind !== 'own') return withSigns(workbook, mapping, draft.config, file);
  if (workbook.sheets.every(({ name }) => name === undefined)) return { workbook, remarks: [] };
  const looking = withLostLooks(workbook, mapping, draft, file);
  const { workbook: own, remarks } = withSigns(looking.workbook, mapping, draft.config, file);
  return { workbook: own, remarks: [...looking.remarks, ...remarks] };
}

async function readCells(options: SourceOptions, draft: Programme): Promise<Source> {
  const { config } = draft;
  const { sides, fields, language, period } = config;
  const kept =
    options.map === undefined ? await mappingOfSource(options.data, options.file, config) : undefined;
  const given = options.map === undefined ? kept?.mapping : await readMapping(options.map, config);
  const workbook = await readSheets(options.bytes, options.file, csvOptions({ ...given, ...options }));
  const own =
    options.map === undefined
      ? ownSource(await withKnownCells(workbook, draft), draft, options.file)
      : undefined;
  if (own !== undefined) return own;
  if (given !== undefined) {
    const notes = kept === undefined ? [] : [`the columns are read as ${kept.path} says`];
    return {
      ...withNewFields(draft, given, options.file),
      workbook: unfoldedBook(workbook, given),
      mapping: given,
      kind: 'given',
      ...(kept === undefined ? {} : { kept: kept.path }),
      notes: [...workbook.notes, ...notes],
    };
  }
  const year = yearWithin(period);
  const book = themeBook(draft, {});
  const { mapping, unread } = proposeMapping(workbook, {
    language,
    sides,
    fields,
    isTheme: (words) => book.find(words) !== undefined,
    ...(year === undefined ? {} : { year }),
  });
  const notes = [...workbook.notes, ...unread.map(notRead)];
  return {
    ...withNewFields(draft, mapping, options.file),
    workbook: unfoldedBook(workbook, mapping),
    mapping,
    kind: 'proposed',
    notes,
  };
}

/** An export with words in the cells whose value the file does not hold; any other spreadsheet as it is. */
async function withKnownCells(workbook: Workbook, draft: Programme): Promise<Workbook> {
  if (workbook.sheets.every(({ unknown }) => unknown === undefined)) return workbook;
  const record = workbook.sent && sentTables(workbook.sent);
  if (record !== undefined) return withUnknownCells(workbook, wordsOfSheets(record));
  const { exportedTables } = await loadXlsx();
  return withUnknownCells(workbook, rowWords(exportedTables(publicPart(draft))));
}

/**
 * The same, but an export that comes back late says only what was changed in it: all else is as the draft has it now. What was
 * changed on both sides is as the draft has it too, and is named.
 *
 * @throws UserError when it cannot be read, or what it says of the programme itself is wrong
 */
export async function readLateSource(options: SourceOptions, draft: Programme): Promise<Source> {
  const source = await readSource(options, draft);
  if (source.kind !== 'own') return source;
  const record = source.workbook.sent && sentTables(source.workbook.sent);
  if (record === undefined)
    return {
      ...source,
      notes: [...source.notes, NO_RECORD],
      remarks: [...source.remarks, ...(await olderThanDraft(source, draft, options))],
    };
  const { exportedTables } = await loadXlsx();
  const date = dateOf(draft.config);
  const emphasised = emphasisedIn(source.draft.config);
  const { file } = options;
  const { workbook, conflicts, sent, reordered } = rebased(source.workbook, {
    file,
    sent: wordsOfSheets(record),
    now: rowWords(exportedTables(publicPart(draft))),
    isDate: (path) => path === 'when' || path.split('.', 1)[0] === date,
    holdsEmphasis: (path) => emphasised.has(path.split('.', 1)[0] ?? ''),
  });
  const own = ownSource(workbook, draft, file);
  if (own === undefined) return source;
  return { ...own, remarks: [...conflicts, ...own.remarks, ...source.unsigned], sent, reordered };
}

/** The cells of an export that say what the last edition says, where the draft says something else since: it may have been sent out before. */
export async function olderThanDraft(
  { workbook }: Pick<Source, 'workbook'>,
  draft: Programme,
  { data, file }: Pick<SourceOptions, 'data' | 'file'>,
): Promise<Problem[]> {
  const { lastEdition, readLocks } = await loadEditionFiles();
  const last = lastEdition(await readLocks(data));
  if (last === undefined) return [];
  const { exportedTables } = await loadXlsx();
  const edition = withEmphasisOf(await readProgramme(data, last.edition), draft.config);
  const [before, now] = [edition, publicPart(draft)].map((programme) => rowWords(exportedTables(programme)));
  if (before === undefined || now === undefined) return [];
  return cellsThatSay(workbook, before, now).map(({ cell, now: today }) => ({
    message: `says what edition ${last.edition} says; the draft has been changed there since`,
    at: { file, cell },
    hint: `to keep the words of the draft, write them into the cell: ${ellipsis(today)}`,
  }));
}

/** Said of a spreadsheet whose base nobody knows. */
export const NO_RECORD =
  'the file does not say what it was sent out with: each difference from the draft counts as a change, also words that the draft alone has changed since';

/** What an export was sent out with, as if it came back untouched; undefined where it does not say so, or the programme has other fields now. */
export function sentSource({ workbook }: Source, draft: Programme, file: string): Source | undefined {
  const record = workbook.sent && sentTables(workbook.sent);
  return record && ownSource(record, draft, file);
}

/** The programme with the fields that a mapping makes of columns, and which of them it has not had. */
function withNewFields(draft: Programme, mapping: Mapping, file: string): Pick<Source, 'draft' | 'remarks'> {
  const { config } = draft;
  const known = new Set([...config.fields, ...config.sides].map(({ id }) => id));
  const made = madeFields(mapping, LANGUAGES[mapping.language].starter).filter(({ id }) => !known.has(id));
  if (made.length === 0) return { draft, remarks: [] };
  const { language } = mapping;
  const fields = made.map((field) =>
    language === config.language || typeof field.heading !== 'string'
      ? field
      : { ...field, heading: { [language]: field.heading } },
  );
  const open = fields.filter(({ internal }) => internal !== true).map(({ id }) => id);
  const themes = config.themes.map((theme) => ({
    ...theme,
    columns: [...theme.columns, ...open.slice(0, Math.max(PRINTED_COLUMNS - theme.columns.length, 0))],
  }));
  const isIn = (id: string): boolean => themes.some(({ columns }) => columns.includes(id));
  const told = fields.map(({ id, internal }) =>
    internal === true ? `${id} (internal)` : isIn(id) ? id : `${id} (in no table: there is no room)`,
  );
  return {
    draft: withConfig(draft, { ...config, fields: [...config.fields, ...fields], themes }),
    remarks: [
      {
        message: `${fields.length === 1 ? 'a new field' : 'new fields'} of the programme: ${told.join(', ')}`,
        at: { file },
        ...(open.length === 0
          ? {}
          : { hint: 'the columns of the tables stand under themes in programme.yaml' }),
      },
    ],
  };
}

/** The project's own export, with sheets of events that somebody has added to it; undefined for any other spreadsheet. */
export function ownSource(workbook: Workbook, draft: Programme, file: string): Source | undefined {
  const { config, problems, remarks, sheets } = configOfSheets(workbook, draft.config, file);
  const mapping = exportMapping(workbook, config, config.language);
  if (mapping === undefined) return undefined;
  if (problems.length > 0) throw new UserError(problems);
  const known = new Set([...sheets, ...mapping.sheets.map(({ name }) => name ?? ''), ...NAMES_OF_EXPORTS]);
  const others = workbook.sheets.filter(({ name = '', rows }) => rows.length > 0 && !known.has(name));
  const { proposed, unread } = addedSheets({ ...workbook, sheets: others }, config);
  const whole = { ...mapping, sheets: [...mapping.sheets, ...proposed] };
  const made = withNewFields(withConfig(draft, config), whole, file);
  return {
    draft: made.draft,
    workbook,
    mapping: whole,
    kind: 'own',
    notes: [...workbook.notes, ...unread.map(notRead)],
    remarks: [...remarks, ...made.remarks],
  };
}

/** What sheets hold that somebody has added to an export: events of a theme that is called like the sheet. */
function addedSheets(
  workbook: Workbook,
  config: ProgrammeFile,
): { proposed: SheetMapping[]; unread: readonly Sheet[] } {
  if (workbook.sheets.length === 0) return { proposed: [], unread: [] };
  const { mapping, unread } = proposeMapping(workbook, { ...config, isTheme: () => false });
  const read = mapping.sheets.filter(({ name }) => !unread.some((sheet) => sheet.name === name));
  return { proposed: read.map((sheet) => ({ theme: sheet.name, ...sheet })), unread };
}

function notRead(sheet: Sheet): string {
  const name = sheet.name === undefined ? '' : ` in the sheet "${sheet.name}"`;
  return `no headings of events found${name}: it is not read (${lookedAt(sheet)})`;
}

/** The programme with other words of its own: its events stay in their themes, and say the same; new themes have none. */
function withConfig(draft: Programme, config: ProgrammeFile): Programme {
  if (config === draft.config) return draft;
  const { themes } = withEmphasisOf(draft, config);
  const events = new Map(themes.map((one) => [one.theme.id, one.events]));
  return {
    ...draft,
    config,
    themes: config.themes.map((theme) => ({ theme, events: events.get(theme.id) ?? [] })),
  };
}

interface CsvOptions {
  encoding?: string | undefined;
  separator?: string | undefined;
}

/** The sheets of a file on disk. */
export async function readWorkbook(file: string, options: CsvOptions): Promise<Workbook> {
  return readSheets(await readBytes(file, SHEET_FILE), file, csvOptions(options));
}

function csvOptions({ encoding, separator }: CsvOptions): SheetOptions {
  return { ...(encoding !== undefined && { encoding }), ...(separator !== undefined && { separator }) };
}

/** A mapping file on disk; see `parseMapping`. */
export async function readMapping(file: string, config?: HasFields): Promise<Mapping> {
  return parseMapping(await readTextFile(file), file, config);
}
