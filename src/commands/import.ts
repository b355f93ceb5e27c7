import path from 'node:path';
import { type Comparison, compare } from '../compare/index.ts';
import { type Problem, UserError } from '../errors.ts';
import { eventTables, exportedRows } from '../exchange/workbook/index.ts';
import { DRAFT, type HasFields, type Programme } from '../model/index.ts';
import { readBytes, readBytesIfThere, readDataset, TEXT_FILE } from '../read/index.ts';
import {
  type ColumnFate,
  columnFates,
  eventRows,
  type Mapping,
  mappingYaml,
} from '../read/table-import/index.ts';
import { buildGazetteer, findRegion } from '../reference/index.ts';
import { changeDataset, type Decision } from './change-dataset.ts';
import { draftFiles } from './draft-files.ts';
import { type ImportPlan, planImport } from './import-plan.ts';
import { readSource, type Source, type SourceOptions } from './import-source.ts';
import { SHEET_FILE } from './open.ts';
import { mappingNames, mappingOfSource, mappingPath, proposedPath, sourcePattern } from './source-mapping.ts';
import { themeBook } from './theme-book.ts';
import { type OutputFile, writeFiles } from './write-files.ts';

/** The dataset's draft is compared and changed. */
export interface ImportOptions extends Omit<SourceOptions, 'bytes'> {
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
  const bytes = await readBytes(options.file, SHEET_FILE);
  return importOpened({ ...options, bytes });
}

/** The same of a spreadsheet that was opened before. */
export async function importOpened(options: OpenedOptions): Promise<Imported> {
  const { imported, mapping } = await changeDataset(options.data, () => decided(options));
  if (mapping?.output !== undefined) await writeFiles([mapping.output]);
  return imported;
}

type OpenedOptions = ImportOptions & Pick<SourceOptions, 'bytes'>;

async function decided(
  options: OpenedOptions,
): Promise<Decision<{ imported: Imported; mapping: ProposedMapping | undefined }>> {
  const draft = await readDataset(options.data, DRAFT);
  const { year } = options;
  const read = await readSource(options, draft, 'late');
  const source = year === undefined ? read : { ...read, mapping: { ...read.mapping, year } };
  const { plan, remarks, rows } = planSource(source.draft, source, options);
  const changed = plan.problems.length > 0 ? [] : await draftFiles(options.data, draft, plan.programme);
  if (options.write && plan.problems.length > 0) throw new UserError(plan.problems);
  const written = options.write && !options.dryRun;
  const mapping =
    source.kind === 'proposed' && !written ? await proposed(source.mapping, plan, options) : undefined;
  const kept = source.kind === 'own' ? [] : await keptMapping(source.mapping, draft.config, options);
  const files = [...changed, ...kept];
  const imported: Imported = {
    events: rows,
    comparison: compare(draft, plan.programme),
    problems: plan.problems,
    remarks: [...source.remarks, ...remarks],
    notes: [...source.notes, ...(mapping?.notes ?? [])],
    fates:
      source.kind === 'own' || source.lists === undefined
        ? []
        : columnFates(source.lists, plan.programme.config.fields),
    missing: plan.missing,
    ...(mapping === undefined ? {} : { mapping: mapping.shown }),
    files: files.map((file) => file.path),
    written,
  };
  return { files: written ? files : [], result: { imported, mapping } };
}

/** The plan for a spreadsheet whose columns are known, with all that was found while its rows were read. */
export function planSource(
  draft: Programme,
  { mapping, exported, lists, kept, sent, reordered }: Omit<Source, 'draft' | 'kind' | 'notes' | 'remarks'>,
  { file, removeMissing }: Pick<ImportOptions, 'file' | 'removeMissing'>,
): { plan: ImportPlan; remarks: Problem[]; rows: number } {
  const gazetteer = buildGazetteer(draft.reference);
  const book = themeBook(draft, mapping.themes ?? {});
  const { fields } = draft.config;
  const own = exported && exportedRows(eventTables(exported, draft.config), draft.config, file);
  const listed =
    lists &&
    eventRows(lists, {
      file,
      ...(kept === undefined ? {} : { kept }),
      fields,
      isTheme: (words) => book.find(words) !== undefined,
      isRegion: (words) => 'found' in findRegion(gazetteer, words),
    });
  const found = [own, listed].filter((one) => one !== undefined);
  const rows = found.flatMap((one) => one.rows);
  const plan = planImport(draft, rows, {
    mapping,
    removeMissing,
    ...(sent && { sent }),
    ...(reordered && { reordered }),
  });
  const none: Problem[] =
    rows.length > 0
      ? []
      : [
          {
            message: 'no events found',
            at: { file },
            hint: 'say in the mapping which column holds the title, and in which rows the headings stand',
          },
        ];
  const problems = [...found.flatMap((one) => one.problems), ...none, ...plan.problems];
  return {
    plan: { ...plan, problems },
    remarks: [...found.flatMap((one) => one.remarks), ...plan.remarks],
    rows: rows.length,
  };
}

/** The mapping of a source as the dataset keeps it, so that the next import is the same; none where one is kept already. */
async function keptMapping(
  mapping: Mapping,
  config: HasFields,
  { data, file }: ImportOptions,
): Promise<OutputFile[]> {
  const isKept = mapping.file !== undefined || (await mappingOfSource(data, file, config)) !== undefined;
  if (isKept) return [];
  const kept = path.join(data, mappingPath(file, await mappingNames(data)));
  return [{ path: kept, bytes: mappingYaml({ ...mapping, file: sourcePattern(file) }) }];
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
  const file = proposedPath(options.file);
  const existing = await readBytesIfThere(file, TEXT_FILE);
  if (existing !== undefined && !Buffer.from(yaml).equals(existing)) {
    const note = `${file} is there already and stays as it is: name it with --map, or delete it to get the proposed one`;
    return { shown: { yaml }, notes: [note] };
  }
  return { shown: { yaml, path: file }, notes: [], output: { path: file, bytes: yaml } };
}
