import path from 'node:path';
import { LANGUAGES } from '../../languages/index.ts';
import { lastEdition, readLocks } from '../edition/index.ts';
import { type Problem, UserError } from '../errors.ts';
import { withConfig } from '../exchange/index.ts';
import {
  cellsThatSay,
  eventTables,
  exportMapping,
  NAMES_OF_EXPORTS,
  type PathTable,
  pathTables,
  rowWords,
  settingsOfTables,
  tablesOf,
  upgradedSent,
  upgradedTables,
  withEmphasis,
  withParagraphs,
  withTitleLinks,
} from '../exchange/workbook/index.ts';
import type { Message } from '../messages.ts';
import {
  ellipsis,
  emphasisedIn,
  type Field,
  type HasFields,
  type Programme,
  type ProgrammeFile,
  publicPart,
  type SentTables,
  withoutUndefined,
  yearWithin,
} from '../model/index.ts';
import { readBytes, readProgramme, readTextFile } from '../read/index.ts';
import { readSheets, type Sheet, type SheetOptions, type Workbook } from '../read/sheet/index.ts';
import {
  holdingEmphasis,
  type Lists,
  linkedFields,
  listsOf,
  located,
  lookedAt,
  type Mapping,
  madeFields,
  missingColumn,
  PRINTED_COLUMNS,
  type ProposalContext,
  parseMapping,
  proposeMapping,
  type Question,
  type StoredMapping,
  tablesWithMarkup,
  withAddresses,
  withNewColumns,
} from '../read/table-import/index.ts';
import { withEmphasisOf } from '../text/index.ts';
import type { AnswerOptions } from './answers.ts';
import { messageOf } from './messages.ts';
import { SHEET_FILE } from './open.ts';
import { type ListedPictures, picturesBeside } from './pictures-beside.ts';
import { mappingOfHeadings, mappingOfSource, mappingPath } from './source-mapping.ts';
import { themeBook } from './theme-book.ts';

/** How a third-party spreadsheet is read. */
export interface ReadingOptions extends AnswerOptions {
  /** Mapping file; by default, the columns are recognised by their headings. */
  map?: string | undefined;
  /** Year for dates without a year; by default the year in the mapping, or the year in the programme's period. */
  year?: number | undefined;
  /** Encoding of a CSV file, if it is not detected correctly. */
  encoding?: string | undefined;
  /** Field separator of a CSV file, if it is not detected correctly. */
  separator?: string | undefined;
}

/** The location of a spreadsheet, and how to read it. */
export interface SourceOptions extends ReadingOptions {
  /** Folder of the dataset. */
  data: string;
  /** The spreadsheet, and its bytes. */
  file: string;
  bytes: Uint8Array;
}

/** A spreadsheet and the meaning of its columns. */
export interface Source {
  /** The draft with the programme settings in the spreadsheet applied. */
  draft: Programme;
  mapping: Mapping;
  /** The tables of a spreadsheet exported by this program; undefined for any other spreadsheet. */
  exported?: readonly PathTable[];
  /** The lists in a third-party spreadsheet; in an exported spreadsheet, the sheets that a user has added. */
  lists?: Lists;
  /** Where the mapping comes from: a spreadsheet exported by this program, the user or the dataset, or the headings. */
  kind: 'own' | 'given' | 'proposed';
  /** File in the dataset that stores the mapping, if there is one. */
  kept?: string;
  /** Whether the mapping was stored for another list, for example for the list of another year. */
  isOfAnother?: true;
  /** Name of the stored mapping of the list, if there is one. */
  stored?: string;
  /** The mapping to store; missing if it was proposed for this list. */
  toStore?: StoredMapping;
  notes: readonly Message[];
  remarks: readonly Problem[];
  /** The open questions about the columns. The mapping is based on the proposed answers. */
  questions: readonly Question[];
  /** Ids of the fields whose texts contain links, in an exported spreadsheet. */
  linked?: ReadonlySet<string>;
  /** The tables as they were at the time of the export, if the file records them. */
  sentOut?: SentTables;
  /** The pictures whose file names are in cells of the spreadsheet. */
  pictures?: ListedPictures;
}

/**
 * Reads a spreadsheet and determines the meaning of its columns. Texts of fields with emphasis are returned as
 * Markdown, as in the dataset.
 *
 * @throws UserError when the spreadsheet cannot be read, or contains invalid programme settings
 */
export async function readSource(options: SourceOptions, draft: Programme): Promise<Source> {
  const { config } = draft;
  const { file } = options;
  const named = options.map === undefined ? mappingOfSource(draft, file) : undefined;
  const givenMapping = options.map === undefined ? named?.mapping : await readMapping(options.map, config);
  const workbook = await readSheets(options.bytes, file, { ...givenMapping, ...options });
  const pictures = await picturesBeside(workbook, file, options.data);
  const exported = options.map === undefined ? readExport(workbook, draft, file) : undefined;
  if (exported !== undefined) return { ...exported, pictures };
  const alike = givenMapping === undefined ? mappingOfHeadings(draft, workbook) : undefined;
  const pathOf = ({ name }: { name: string }): string => path.join(options.data, mappingPath(name));
  const stored = givenMapping ?? (alike && ofAnotherName(alike.mapping));
  const year = yearWithin(config.period);
  const book = themeBook(draft, {});
  const context: ProposalContext = {
    ...config,
    isTheme: (words) => book.find(words) !== undefined,
    ...withoutUndefined({ year, answers: options.answers }),
  };
  const found = stored && located(workbook, stored, options.answers);
  const place = found && options.map === undefined ? withNewColumns(workbook, found, context) : found;
  const given = place?.mapping;
  const { lists, unread, questions } =
    given !== undefined
      ? { lists: listsOf(workbook, given), unread: [], questions: place?.questions ?? [] }
      : proposeMapping(workbook, context);
  const linked = withAddresses(lists, config.fields);
  const made = withNewFields(draft, linked.mapping, file);
  const holding = withLinkedFields(made.draft, linkedFields(linked), file);
  return {
    draft: holding.draft,
    mapping: linked.mapping,
    lists: tablesWithMarkup(linked, holding.draft.config.fields),
    kind: given === undefined ? 'proposed' : 'given',
    ...((named ?? alike) && { isOfAnother: true as const }),
    ...withoutUndefined({ kept: named && pathOf(named), stored: named?.name, toStore: place?.stored }),
    pictures,
    notes: [
      ...workbook.notes,
      ...unread.map(notRead),
      ...[named ?? alike].flatMap((one) =>
        one === undefined ? [] : [messageOf('columns-read-as-mapping', { mapping: pathOf(one) })],
      ),
    ],
    remarks: [
      ...(place?.missing ?? []).map((heading: string) => ({ ...missingColumn(heading), at: { file } })),
      ...made.remarks,
      ...holding.remarks,
    ],
    questions,
  };
}

/**
 * Reads a spreadsheet exported by this program, including the event sheets that a user has added; undefined for any
 * other spreadsheet.
 */
function readExport(workbook: Workbook, draft: Programme, file: string): Source | undefined {
  const sentOut = workbook.sent && upgradedSent(workbook.sent, draft.config);
  const written = pathTables(workbook, file, () => rowWords(sentOut ?? tablesOf(publicPart(draft), draft)));
  const read = workbook.sent === undefined ? written : upgradedTables(written, workbook.sent);
  const exportedWorkbook = withProgrammeSheets(read, draft, file);
  if (exportedWorkbook === undefined) return undefined;
  const known = new Set([
    ...exportedWorkbook.sheets,
    ...exportedWorkbook.exported.map(({ name = '' }) => name),
    ...NAMES_OF_EXPORTS,
  ]);
  const others = workbook.sheets.filter(({ name = '', rows }) => rows.length > 0 && !known.has(name));
  const added =
    others.length === 0
      ? undefined
      : addedLists({ ...workbook, sheets: others }, exportedWorkbook.draft.config);
  const made =
    added === undefined ? undefined : withNewFields(exportedWorkbook.draft, added.lists.mapping, file);
  const isOfEvents = ({ idPath }: PathTable): boolean => idPath === 'id';
  const titled = withTitleLinks(read.filter(isOfEvents), exportedWorkbook.draft.config);
  const holding = withLinkedFields(made?.draft ?? exportedWorkbook.draft, titled.linked, file);
  const whole = holding.draft;
  const marked = withEmphasis(titled.tables, whole, file);
  return {
    draft: whole,
    mapping: exportMapping(exportedWorkbook.exported, whole.config, whole.config.language),
    exported: [...marked.tables, ...read.filter((table) => !isOfEvents(table))],
    ...(added && { lists: tablesWithMarkup(added.lists, whole.config.fields) }),
    kind: 'own',
    notes: [...workbook.notes, ...(added?.unread ?? []).map(notRead)],
    linked: titled.linked,
    remarks: [...exportedWorkbook.remarks, ...(made?.remarks ?? []), ...holding.remarks, ...marked.remarks],
    questions: [],
    ...(sentOut && { sentOut }),
  };
}

/** A mapping for a list with another name; the file pattern and the notes are left out. */
const ofAnotherName = ({ file: _, notes: __, ...mapping }: StoredMapping): StoredMapping => mapping;

/**
 * A programme, updated with the settings in the tables of an exported spreadsheet; undefined if none of the tables
 * contains events.
 */
export function withProgrammeSheets(tables: readonly PathTable[], programme: Programme, file: string) {
  const { config, places, design, problems, remarks, sheets } = settingsOfTables(tables, programme, file);
  const exported = eventTables(tables, config);
  if (exported.length === 0) return undefined;
  const texts = withParagraphs(tables, withConfig(programme, config));
  const all = [...problems, ...texts.problems];
  if (all.length > 0) throw new UserError(all);
  const reference = { ...programme.reference, places };
  return { draft: { ...texts.programme, reference, ...(design && { design }) }, exported, remarks, sheets };
}

/**
 * Cells of an exported spreadsheet that match the last edition, although the draft has changed since that edition: the
 * file may have been exported before the change.
 */
export async function olderThanDraft(
  tables: readonly PathTable[],
  draft: Programme,
  { data }: Pick<SourceOptions, 'data'>,
): Promise<Problem[]> {
  const last = lastEdition(await readLocks(data));
  if (last === undefined) return [];
  const edition = withEmphasisOf(await readProgramme(data, last.edition), draft.config);
  const [before, now] = [edition, draft].map((programme) =>
    rowWords(tablesOf(publicPart(programme), programme)),
  );
  if (before === undefined || now === undefined) return [];
  return cellsThatSay(tables, before, now).map(({ cell, now: today }) => ({
    ...messageOf('sheet-says-earlier-edition', { edition: last.edition, today: ellipsis(today) }),
    at: cell.at,
  }));
}

/** The programme with the fields that a mapping creates from columns, and remarks on the new fields. */
export function withNewFields(
  draft: Programme,
  mapping: Mapping,
  file: string,
): Pick<Source, 'draft' | 'remarks'> {
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
  return withFields(draft, fields, file);
}

/**
 * The programme with new fields; public fields are added to the table of each theme that has room for them.
 *
 * @param most maximum number of columns of a table
 */
export function withFields(
  draft: Programme,
  fields: readonly Field[],
  file: string,
  most = PRINTED_COLUMNS,
): Pick<Source, 'draft' | 'remarks'> {
  const { config } = draft;
  const open = fields.filter(({ internal }) => internal !== true).map(({ id }) => id);
  const themes = config.themes.map((theme) => ({
    ...theme,
    columns: [...theme.columns, ...open.slice(0, Math.max(most - theme.columns.length, 0))],
  }));
  const isIn = (id: string): boolean => themes.some(({ columns }) => columns.includes(id));
  const listedFields = fields.map(({ id, internal }) =>
    internal === true
      ? messageOf('field-internal', { field: id })
      : isIn(id)
        ? id
        : messageOf('field-in-no-table', { field: id }),
  );
  return {
    draft: withConfig(draft, { ...config, fields: [...config.fields, ...fields], themes }),
    remarks: [
      {
        ...messageOf(open.length === 0 ? 'fields-new-internal' : 'fields-new', {
          count: fields.length,
          fields: listedFields,
        }),
        at: { file },
      },
    ],
  };
}

/**
 * The programme with emphasis allowed in the fields that support it. Markdown characters in the existing texts of these
 * fields are escaped.
 *
 * @param linked ids of the fields for which cells of a spreadsheet contain links
 */
export function withLinkedFields(
  draft: Programme,
  linked: ReadonlySet<string>,
  file: string,
): Pick<Source, 'draft' | 'remarks'> {
  const { config } = draft;
  const fields = holdingEmphasis(config.fields, linked);
  const before = emphasisedIn(config);
  const held = [...emphasisedIn({ fields })].filter((id) => !before.has(id));
  if (held.length === 0) return { draft, remarks: [] };
  return {
    draft: withConfig(draft, { ...config, fields }),
    remarks: [{ ...messageOf('links-behind-words', { fields: held }), at: { file } }],
  };
}

/**
 * The sheets that a user has added to an exported spreadsheet: each contains the events of the theme after which the
 * sheet is named.
 */
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

function notRead(sheet: Sheet): Message {
  const looked = lookedAt(sheet);
  return sheet.name === undefined
    ? messageOf('headings-not-found', { looked })
    : messageOf('headings-not-found-in-sheet', { sheet: sheet.name, looked });
}

/** Reads the sheets of a file on disk. */
export async function readWorkbook(file: string, options: SheetOptions = {}): Promise<Workbook> {
  return readSheets(await readBytes(file, SHEET_FILE), file, options);
}

/** Reads a mapping file on disk; see `parseMapping`. */
export async function readMapping(file: string, config?: HasFields): Promise<StoredMapping> {
  return parseMapping(await readTextFile(file), file, config);
}
