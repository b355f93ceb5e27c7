import { LANGUAGES } from '../../languages/index.ts';
import { loadEditionFiles } from '../edition/index.ts';
import { type Problem, UserError } from '../errors.ts';
import {
  cellsThatSay,
  configOfSheets,
  exportMapping,
  NAMES_OF_EXPORTS,
  rebased,
  rowWords,
  sentWorkbook,
  tablesOf,
  withEmphasis,
  withUnknownCells,
} from '../exchange/workbook/index.ts';
import {
  dateOf,
  ellipsis,
  emphasisedIn,
  type HasFields,
  type Programme,
  type ProgrammeFile,
  pathParts,
  publicPart,
  yearWithin,
} from '../model/index.ts';
import { readBytes, readProgramme, readTextFile } from '../read/index.ts';
import { readSheets, type Sheet, type SheetOptions, type Workbook } from '../read/sheet/index.ts';
import {
  type Lists,
  listsOf,
  lookedAt,
  type Mapping,
  madeFields,
  PRINTED_COLUMNS,
  parseMapping,
  proposeMapping,
  withSigns,
} from '../read/table-import/index.ts';
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
  mapping: Mapping;
  /** The project's own export; undefined for any other spreadsheet. */
  exported?: Workbook;
  /** The lists of other people; beside an export the sheets that somebody has added to it. */
  lists?: Lists;
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
  const { draft: own, mapping, exported, lists } = source;
  const marked = exported && withEmphasis(exported, mapping, own, options.file);
  const unsigned = marked?.remarks ?? [];
  return {
    ...source,
    ...(marked && { exported: marked.workbook }),
    ...(lists && { lists: withSigns(lists, own.config.fields) }),
    remarks: [...source.remarks, ...unsigned],
    unsigned,
  };
}

async function readCells(options: SourceOptions, draft: Programme): Promise<Source> {
  const { config } = draft;
  const { sides, fields, language, period } = config;
  const kept =
    options.map === undefined ? await mappingOfSource(options.data, options.file, config) : undefined;
  const given = options.map === undefined ? kept?.mapping : await readMapping(options.map, config);
  const workbook = await readSheets(options.bytes, options.file, csvOptions({ ...given, ...options }));
  const own =
    options.map === undefined ? ownSource(withKnownCells(workbook, draft), draft, options.file) : undefined;
  if (own !== undefined) return own;
  if (given !== undefined) {
    const notes = kept === undefined ? [] : [`the columns are read as ${kept.path} says`];
    return {
      ...withNewFields(draft, given, options.file),
      mapping: given,
      lists: listsOf(workbook, given),
      kind: 'given',
      ...(kept === undefined ? {} : { kept: kept.path }),
      notes: [...workbook.notes, ...notes],
    };
  }
  const year = yearWithin(period);
  const book = themeBook(draft, {});
  const { lists, unread } = proposeMapping(workbook, {
    language,
    sides,
    fields,
    isTheme: (words) => book.find(words) !== undefined,
    ...(year === undefined ? {} : { year }),
  });
  const { mapping } = lists;
  const notes = [...workbook.notes, ...unread.map(notRead)];
  return { ...withNewFields(draft, mapping, options.file), mapping, lists, kind: 'proposed', notes };
}

/** An export with words in the cells whose value the file does not hold; any other spreadsheet as it is. */
function withKnownCells(workbook: Workbook, draft: Programme): Workbook {
  if (workbook.sheets.every(({ unknown }) => unknown === undefined)) return workbook;
  return withUnknownCells(workbook, rowWords(workbook.sent ?? tablesOf(publicPart(draft))));
}

/**
 * The same, but an export that comes back late says only what was changed in it: all else is as the draft has it now. What was
 * changed on both sides is as the draft has it too, and is named.
 *
 * @throws UserError when it cannot be read, or what it says of the programme itself is wrong
 */
export async function readLateSource(options: SourceOptions, draft: Programme): Promise<Source> {
  const source = await readSource(options, draft);
  const { exported } = source;
  if (exported === undefined) return source;
  if (exported.sent === undefined)
    return {
      ...source,
      notes: [...source.notes, NO_RECORD],
      remarks: [...source.remarks, ...(await olderThanDraft(exported, draft, options))],
    };
  const date = dateOf(draft.config);
  const emphasised = emphasisedIn(source.draft.config);
  const { file } = options;
  const { workbook, conflicts, sent, reordered } = rebased(exported, {
    file,
    sent: rowWords(exported.sent),
    now: rowWords(tablesOf(publicPart(draft))),
    isDate: (path) => path === 'when' || pathParts(path).id === date,
    holdsEmphasis: (path) => emphasised.has(pathParts(path).id),
  });
  const own = ownSource(workbook, draft, file);
  if (own === undefined) return source;
  const remarks = [...conflicts, ...own.remarks, ...source.unsigned];
  return { ...own, ...(source.lists && { lists: source.lists }), remarks, sent, reordered };
}

/** The cells of an export that say what the last edition says, where the draft says something else since: it may have been sent out before. */
export async function olderThanDraft(
  workbook: Workbook,
  draft: Programme,
  { data, file }: Pick<SourceOptions, 'data' | 'file'>,
): Promise<Problem[]> {
  const { lastEdition, readLocks } = await loadEditionFiles();
  const last = lastEdition(await readLocks(data));
  if (last === undefined) return [];
  const edition = withEmphasisOf(await readProgramme(data, last.edition), draft.config);
  const [before, now] = [edition, publicPart(draft)].map((programme) => rowWords(tablesOf(programme)));
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
export function sentSource({ exported }: Source, draft: Programme, file: string): Source | undefined {
  return exported?.sent && ownSource(sentWorkbook(exported.sent), draft, file);
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
  const added = others.length === 0 ? undefined : addedLists({ ...workbook, sheets: others }, config);
  const whole = { ...mapping, sheets: [...mapping.sheets, ...(added?.lists.mapping.sheets ?? [])] };
  const made = withNewFields(withConfig(draft, config), whole, file);
  return {
    draft: made.draft,
    mapping,
    exported: workbook,
    ...(added && { lists: added.lists }),
    kind: 'own',
    notes: [...workbook.notes, ...(added?.unread ?? []).map(notRead)],
    remarks: [...remarks, ...made.remarks],
  };
}

/** What sheets hold that somebody has added to an export: events of a theme that is called like the sheet. */
function addedLists(workbook: Workbook, config: ProgrammeFile): { lists: Lists; unread: readonly Sheet[] } {
  const { lists, unread } = proposeMapping(workbook, { ...config, isTheme: () => false });
  const { mapping, tables } = lists;
  const isRead = mapping.sheets.map(({ name }) => !unread.some((sheet) => sheet.name === name));
  const sheets = mapping.sheets
    .filter((_, index) => isRead[index])
    .map((sheet) => ({ theme: sheet.name, ...sheet }));
  const read = { ...mapping, language: config.language, sheets };
  return { lists: { ...lists, mapping: read, tables: tables.filter((_, index) => isRead[index]) }, unread };
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
