import path from 'node:path';
import type { Comparison } from '../compare/change.ts';
import { compare } from '../compare/compare.ts';
import { type Problem, UserError } from '../errors.ts';
import type { HasFields } from '../model/field.ts';
import { LIMITS } from '../model/limits.ts';
import { DRAFT, type Programme, type ProgrammeFile } from '../model/programme.ts';
import { editionDir, readDataset } from '../read/dataset.ts';
import { type FileLimit, readBytes, readBytesIfThere } from '../read/file.ts';
import type { Workbook } from '../read/sheet/model.ts';
import { readSheets, type SheetOptions } from '../read/sheet/read.ts';
import { type ColumnFate, columnFates } from '../read/table-import/fates.ts';
import { type Mapping, mappingYaml, parseMapping, type SheetMapping } from '../read/table-import/mapping.ts';
import { exportMapping, NAMES_OF_EXPORTS } from '../read/table-import/own-export.ts';
import { configOfSheets } from '../read/table-import/own-parts.ts';
import { proposeMapping } from '../read/table-import/propose.ts';
import { eventRows } from '../read/table-import/rows.ts';
import { readTextFile, TEXT_FILE } from '../read/text-file.ts';
import { findRegion } from '../reference/find.ts';
import { buildGazetteer } from '../reference/gazetteer.ts';
import { draftFiles } from './draft-files.ts';
import { type ImportPlan, planImport, yearOf } from './import-plan.ts';
import { mappingOfSource } from './source-mapping.ts';
import { themeBook } from './theme-book.ts';
import { type OutputFile, writeFiles } from './write-files.ts';

export interface ImportOptions extends SheetOptions {
  /** Folder of the dataset; its draft is compared and changed. */
  data: string;
  /** The spreadsheet. */
  file: string;
  /** Mapping file; left out: the columns are known by their headings. */
  map?: string;
  /** Year of dates that name none; left out: that of the mapping, or of the period of the programme. */
  year?: number;
  /** Take out of the draft what the spreadsheet has not. */
  removeMissing: boolean;
  /** Write the changes into the draft; else they are only shown. */
  write: boolean;
  /** Write nothing at all, not even the proposed mapping. */
  dryRun: boolean;
}

/** What a spreadsheet changes in the draft. */
export interface Imported {
  /** Events read. */
  events: number;
  /** The draft as it is against the draft as it would be. */
  comparison: Comparison;
  /** Nothing is written while there are any. */
  problems: readonly Problem[];
  /** What the user should know: dates that are not understood, rows that are no events … */
  remarks: readonly Problem[];
  /** About the file as a whole: its encoding, macros, sheets that were not read … */
  notes: readonly string[];
  /** What becomes of each column of the spreadsheet; nothing of the project's own export. */
  fates: readonly ColumnFate[];
  /** Ids of events of the draft that the spreadsheet has not: kept, or removed if that was asked for. */
  missing: readonly string[];
  /** The mapping that was found in the headings of a sheet that is not the project's own export. */
  mapping?: { yaml: string; path?: string };
  /** Files of the dataset that change. */
  files: readonly string[];
  written: boolean;
}

/**
 * Reads a spreadsheet and proposes, or makes, the changes that bring the draft to it. All files change together or none does.
 *
 * @throws UserError when the spreadsheet, the mapping or the dataset cannot be read, or when changes are to be written and there are
 *   problems
 */
export async function importSheet(options: ImportOptions): Promise<Imported> {
  const draft = await readDataset(options.data, DRAFT);
  const { year } = options;
  const read = await readSource(options, draft);
  const source = year === undefined ? read : { ...read, mapping: { ...read.mapping, year } };
  const { plan, remarks, rows } = planSource(source.draft, source, options);
  const dir = editionDir(options.data, DRAFT);
  const changed = plan.problems.length > 0 ? [] : await draftFiles(options.data, draft, plan.programme);
  if (options.write && plan.problems.length > 0) throw new UserError(plan.problems);
  const written = options.write && !options.dryRun;
  const mapping = source.kind === 'proposed' ? await proposed(source.mapping, plan, options) : undefined;
  if (mapping?.output !== undefined) await writeFiles([mapping.output]);
  if (written) await writeFiles(changed, dir);
  return {
    events: rows,
    comparison: compare(draft, plan.programme),
    problems: plan.problems,
    remarks: [...source.remarks, ...remarks],
    notes: [...source.notes, ...(mapping?.notes ?? [])],
    fates:
      source.kind === 'own' ? [] : columnFates(source.workbook, source.mapping, plan.programme.config.fields),
    missing: plan.missing,
    ...(mapping === undefined ? {} : { mapping: mapping.shown }),
    files: changed.map((file) => file.path),
    written,
  };
}

/** A spreadsheet and what its columns hold. */
export interface Source {
  /** The draft with what the spreadsheet says of the programme itself. */
  draft: Programme;
  workbook: Workbook;
  mapping: Mapping;
  /** Where the mapping comes from: the project's own export, the user, or the headings. */
  kind: 'own' | 'given' | 'proposed';
  notes: readonly string[];
  remarks: readonly Problem[];
}

/** @throws UserError when it cannot be read, or what it says of the programme itself is wrong */
export async function readSource(
  options: Pick<ImportOptions, 'data' | 'file' | 'map' | 'encoding' | 'separator'>,
  draft: Programme,
): Promise<Source> {
  const { config } = draft;
  const { sides, fields, language, period } = config;
  const kept =
    options.map === undefined ? await mappingOfSource(options.data, options.file, config) : undefined;
  const given = options.map === undefined ? kept?.mapping : await readMapping(options.map, config);
  const workbook = await readWorkbook(options.file, { ...given, ...options });
  const own = options.map === undefined ? readOwn(workbook, draft, options.file) : undefined;
  if (own !== undefined) return own;
  if (given !== undefined) {
    const notes = kept === undefined ? [] : [`the columns are read as ${kept.path} says`];
    return {
      draft,
      workbook,
      mapping: given,
      kind: 'given',
      notes: [...workbook.notes, ...notes],
      remarks: [],
    };
  }
  const year = yearOf(period);
  const { mapping, unread } = proposeMapping(workbook, {
    language,
    sides,
    fields,
    ...(year === undefined ? {} : { year }),
  });
  const notes = [...workbook.notes, ...unread.map(notRead)];
  return { draft, workbook, mapping, kind: 'proposed', notes, remarks: [] };
}

/** The project's own export, with sheets of events that somebody has added to it; undefined for any other spreadsheet. */
function readOwn(workbook: Workbook, draft: Programme, file: string): Source | undefined {
  const { config, problems, remarks, sheets } = configOfSheets(workbook, draft.config, file);
  const mapping = exportMapping(workbook, config, config.language);
  if (mapping === undefined) return undefined;
  if (problems.length > 0) throw new UserError(problems);
  const known = new Set([...sheets, ...mapping.sheets.map(({ name }) => name ?? ''), ...NAMES_OF_EXPORTS]);
  const others = workbook.sheets.filter(({ name = '', rows }) => rows.length > 0 && !known.has(name));
  const { proposed, unread } = addedSheets({ ...workbook, sheets: others }, config);
  return {
    draft: withConfig(draft, config),
    workbook,
    mapping: { ...mapping, sheets: [...mapping.sheets, ...proposed] },
    kind: 'own',
    notes: [...workbook.notes, ...unread.map(notRead)],
    remarks,
  };
}

/** What sheets hold that somebody has added to an export: events of a theme that is called like the sheet. */
function addedSheets(
  workbook: Workbook,
  config: ProgrammeFile,
): { proposed: SheetMapping[]; unread: readonly string[] } {
  if (workbook.sheets.length === 0) return { proposed: [], unread: [] };
  const { mapping, unread } = proposeMapping(workbook, config);
  const read = mapping.sheets.filter(({ name = '' }) => !unread.includes(name));
  return { proposed: read.map((sheet) => ({ theme: sheet.name, ...sheet })), unread };
}

function notRead(name: string): string {
  return `no headings of events found${name === '' ? '' : ` in the sheet "${name}"`}: it is not read`;
}

/** The programme with other words of its own: its events stay in their themes, new themes have none. */
function withConfig(draft: Programme, config: ProgrammeFile): Programme {
  if (config === draft.config) return draft;
  const events = new Map(draft.themes.map((one) => [one.theme.id, one.events]));
  return {
    ...draft,
    config,
    themes: config.themes.map((theme) => ({ theme, events: events.get(theme.id) ?? [] })),
  };
}

const SHEET_FILE: FileLimit = {
  mostBytes: LIMITS.sheetFileBytes,
  hint: 'save the list of events alone, without pictures, as .xlsx or .csv',
};

/** The sheets of a file on disk. */
export async function readWorkbook(
  file: string,
  { encoding, separator }: { encoding?: string | undefined; separator?: string | undefined },
): Promise<Workbook> {
  return readSheets(await readBytes(file, SHEET_FILE), file, {
    ...(encoding === undefined ? {} : { encoding }),
    ...(separator === undefined ? {} : { separator }),
  });
}

/** A mapping file on disk; see `parseMapping`. */
export async function readMapping(file: string, config?: HasFields): Promise<Mapping> {
  return parseMapping(await readTextFile(file), file, config);
}

/** The plan for a spreadsheet whose columns are known, with all that was found while its rows were read. */
export function planSource(
  draft: Programme,
  { workbook, mapping, kind }: Pick<Source, 'workbook' | 'mapping' | 'kind'>,
  { file, removeMissing }: Pick<ImportOptions, 'file' | 'removeMissing'>,
): { plan: ImportPlan; remarks: Problem[]; rows: number } {
  const gazetteer = buildGazetteer(draft.reference);
  const book = themeBook(draft, mapping.themes ?? {});
  const own = kind === 'own';
  const found = eventRows(workbook, mapping, {
    file,
    own,
    fields: draft.config.fields,
    isTheme: (words) => book.find(words) !== undefined,
    isRegion: (words) => 'found' in findRegion(gazetteer, words),
  });
  const plan = planImport(draft, found.rows, { mapping, own, removeMissing });
  const none: Problem[] =
    found.rows.length > 0
      ? []
      : [
          {
            message: 'no events found',
            at: { file },
            hint: 'say in the mapping which column holds the title, and in which rows the headings stand',
          },
        ];
  const problems = [...found.problems, ...none, ...plan.problems];
  return {
    plan: { ...plan, problems },
    remarks: [...found.remarks, ...plan.remarks],
    rows: found.rows.length,
  };
}

interface ProposedMapping {
  shown: { yaml: string; path?: string };
  notes: string[];
  output?: OutputFile;
}

/** The mapping as it is shown, and where it is written unless another one is there already. */
async function proposed(
  mapping: Mapping,
  plan: ImportPlan,
  options: ImportOptions,
): Promise<ProposedMapping> {
  const unknown = Object.fromEntries(plan.unknownThemes.map((words) => [words, null]));
  const yaml = mappingYaml(plan.unknownThemes.length === 0 ? mapping : { ...mapping, themes: unknown });
  if (options.dryRun) return { shown: { yaml }, notes: [] };
  const file = path.join(path.dirname(options.file), 'mapping.yaml');
  const existing = await readBytesIfThere(file, TEXT_FILE);
  if (existing !== undefined && !Buffer.from(yaml).equals(existing)) {
    const note = `${file} is there already and stays as it is: name it with --map, or delete it to get the proposed one`;
    return { shown: { yaml }, notes: [note] };
  }
  return { shown: { yaml, path: file }, notes: [], output: { path: file, bytes: yaml } };
}
