import { isDeepStrictEqual } from 'node:util';
import { type Comparison, compare, PLACE_DETAILS } from '../compare/index.ts';
import { type Position, type Problem, UserError } from '../errors.ts';
import { openProgramme } from '../exchange/index.ts';
import type { Message } from '../messages.ts';
import { DRAFT, ellipsis, type Programme, SETTINGS, titlesOf } from '../model/index.ts';
import {
  asComparison,
  changesBetween,
  type ProposedChange,
  type Standing,
  settingsBetween,
  standingsOf,
  withChanges,
} from '../proposal/index.ts';
import { loadYamlWriter, readBytes, readBytesIfThere, readDataset, TEXT_FILE } from '../read/index.ts';
import { type ColumnFate, columnFates, type Mapping } from '../read/table-import/index.ts';
import { changeDataset, type Decision } from './change-dataset.ts';
import { draftFiles } from './draft-files.ts';
import type { ImportPlan } from './import-plan.ts';
import type { ReadingOptions } from './import-source.ts';
import { messageOf } from './messages.ts';
import { SHEET_FILE } from './open.ts';
import { type IncomingSheet, readSheet, type SheetReading } from './sheet-plan.ts';
import { proposedPath, withSettingFiles } from './source-mapping.ts';
import { writeFiles } from './write-files.ts';

export interface ImportSheetOptions extends ReadingOptions {
  /** Folder of the dataset; by default `data`. */
  data?: string | undefined;
  /** The spreadsheet. */
  file: string;
  /** Whether to remove events from the draft that are missing from the spreadsheet. */
  removeMissing?: boolean | undefined;
  /** Whether to write the changes into the draft; otherwise, they are only returned. */
  write?: boolean | undefined;
  /** Whether to write no files at all, not even the proposed mapping. */
  dryRun?: boolean | undefined;
}

/** The changes that a spreadsheet makes to the draft. */
export interface ImportSheetResult {
  /** Number of events read. */
  events: number;
  /** The current draft compared with the draft after the import. */
  comparison: Comparison;
  /** If there are problems, nothing is written. */
  problems: readonly Problem[];
  /**
   * Cells whose text was changed in different ways in the spreadsheet and in the draft since the export. The draft
   * keeps its text.
   */
  conflicts: readonly Problem[];
  /** Remarks for the user, for example about dates that cannot be parsed or rows that are not events. */
  remarks: readonly Problem[];
  /** Remarks on the file as a whole, for example about its encoding, macros, or sheets that were not read. */
  notes: readonly Message[];
  /** How each column of the spreadsheet is imported; empty for a spreadsheet exported by this program. */
  fates: readonly ColumnFate[];
  /**
   * Ids of draft events that are missing from the spreadsheet. These events are removed only if `removeMissing` is set.
   */
  missing: readonly string[];
  /** Titles of the events in `missing`. */
  missingTitles: readonly string[];
  /** The mapping derived from the headings of a third-party sheet. */
  mapping?: { yaml: string; path?: string };
  /** Files of the dataset that change. */
  files: readonly string[];
  written: boolean;
}

/**
 * Reads a spreadsheet, and proposes or makes the changes that bring the draft into line with it. Either all files are
 * changed or none.
 *
 * @throws UserError when the spreadsheet, the mapping or the dataset cannot be read, or when changes are to be written
 *   and there are problems
 *
 * @example
 * ```ts
 * import { exportSheet, importSheet } from 'programme';
 *
 * await exportSheet({ file: 'events.csv' });
 * const { comparison, problems } = await importSheet({ file: 'events.csv' });
 * console.log(comparison.changes.length, problems.length); // 0 0
 * ```
 */
export async function importSheet({
  data = 'data',
  ...options
}: ImportSheetOptions): Promise<ImportSheetResult> {
  const bytes = await readBytes(options.file, SHEET_FILE);
  return importOpened({ ...options, data, bytes });
}

/** Does the same as `importSheet`, for a spreadsheet that has already been opened. */
export async function importOpened(options: OpenedOptions): Promise<ImportSheetResult> {
  const imported = await changeDataset(options.data, () => decided(options));
  const { yaml = '', path } = imported.mapping ?? {};
  if (path !== undefined) await writeFiles([{ path, bytes: yaml }]);
  return imported;
}

type OpenedOptions = ImportSheetOptions & Pick<SheetReading, 'bytes' | 'data'>;

async function decided(options: OpenedOptions): Promise<Decision<ImportSheetResult>> {
  const draft = await withSettingFiles(await readDataset(options.data, DRAFT), options.data);
  const { removeMissing = false, write = false, dryRun = false } = options;
  const incoming = await readSheet({ ...options, removeMissing }, draft);
  const { source, plan } = incoming;
  const { programme, conflicts } = draftWithSheet(incoming, draft, options.file);
  const { pictures = [] } = incoming;
  const changed = plan.problems.length > 0 ? [] : await draftFiles(options.data, draft, programme, pictures);
  const files = [...changed, ...pictures];
  if (write && plan.problems.length > 0) throw new UserError(plan.problems);
  const written = write && !dryRun;
  const proposal =
    source.kind === 'proposed' && !written ? await proposed(source.mapping, plan, options) : undefined;
  const columns =
    source.kind === 'own' || source.lists === undefined
      ? []
      : columnFates(source.lists, programme.config.fields);
  const known = new Set(draft.config.fields.map(({ id }) => id));
  const added = new Set(programme.config.fields.flatMap(({ id }) => (known.has(id) ? [] : id)));
  const shown = source.kind === 'proposed' ? columns : columns.filter(({ field = '' }) => added.has(field));
  if (shown.length > 0) options.show?.({ columns: shown, texts: [] });
  const titles = titlesOf(draft);
  const result: ImportSheetResult = {
    events: incoming.events,
    comparison: withSettings(compare(draft, programme), draft, programme, source),
    problems: plan.problems,
    conflicts,
    remarks: [...incoming.remarks, ...commentsOf(incoming)],
    notes: [...incoming.notes, ...(proposal?.notes ?? [])],
    fates: columns,
    missing: incoming.missing,
    missingTitles: incoming.missing.map((id) => titles.get(id) ?? id),
    ...(proposal && { mapping: proposal.mapping }),
    files: files.map((file) => file.path),
    written,
  };
  return { files: written ? files : [], result };
}

/**
 * A comparison that also includes the settings in an exported spreadsheet. Some settings, such as the design, are not
 * reported when editions are compared.
 */
function withSettings(
  comparison: Comparison,
  draft: Programme,
  programme: Programme,
  { kind }: IncomingSheet['source'],
): Comparison {
  if (kind !== 'own') return comparison;
  const all = settingsBetween(draft, programme);
  const isRenamed = (id = ''): boolean => all.some(({ field }) => field === `places.${id}.name`);
  const hasPlaces = comparison.fields.some(({ kind: of }) => of === 'place');
  // A placeholder that is removed because its value has changed is not a separate change.
  const [before, now] = [draft.config, programme.config];
  const areFilled = (before.placeholders ?? []).every(
    (key) => now.placeholders?.includes(key) || !isDeepStrictEqual(before[key], now[key]),
  );
  const settings = all.filter(({ field = '' }) => {
    const [list, id, key = ''] = field.split('.');
    if (field === 'placeholders' && areFilled) return false;
    // If a field has the kind `place`, comparisons already report the details of places, except those of renamed
    // places.
    const isCompared = hasPlaces && list === 'places' && PLACE_DETAILS.includes(key) && !isRenamed(id);
    return !COMPARED.test(field) && !isCompared;
  });
  return { ...comparison, changes: [...asComparison(draft, settings).changes, ...comparison.changes] };
}

/** Settings that comparisons already report: themes and sides, their order, and the columns of themes. */
const COMPARED = /^(?:themes|sides)(?:\.[^.]+(?:\.columns)?)?$|^mappings\./;

/** Readers' comments on cells of an exported spreadsheet; events cannot store such comments. */
function commentsOf({ source }: IncomingSheet): Problem[] {
  return (source.exported ?? []).flatMap(({ comments }) =>
    comments.map(({ text, at }) => ({
      ...messageOf('comment-not-read', { text: text.replaceAll('\n', ' ') }),
      at,
    })),
  );
}

/**
 * The mapping to show, and the path to which it is written. No file is written if there is already a mapping at this
 * path.
 */
async function proposed(mapping: Mapping, plan: ImportPlan, options: ImportSheetOptions) {
  const unknown = Object.fromEntries(plan.unknownThemes.map((words) => [words, null]));
  const { mappingYaml } = await loadYamlWriter();
  const yaml = mappingYaml(plan.unknownThemes.length === 0 ? mapping : { ...mapping, themes: unknown });
  if (options.dryRun) return { mapping: { yaml }, notes: [] };
  const file = proposedPath(options.file);
  const existing = await readBytesIfThere(file, TEXT_FILE);
  if (existing !== undefined && !Buffer.from(yaml).equals(existing)) {
    return { mapping: { yaml }, notes: [messageOf('mapping-file-kept', { file })] };
  }
  return { mapping: { yaml, path: file }, notes: [] };
}

/**
 * The draft with the changes from a spreadsheet applied. If the same text was changed in a different way in the draft
 * since the export, the draft keeps its text and the cell is reported.
 */
function draftWithSheet({ base, wished, source, plan }: IncomingSheet, draft: Programme, file: string) {
  if (base === draft) return { programme: wished, conflicts: [] };
  const { changes } = changesBetween(base, wished);
  const standings = standingsOf(changes, draft);
  const open = openProgramme(draft);
  const cellAt = (id: string, field: string, lang = draft.config.language): Position => {
    const { cells, at } = plan.rows.get(id) ?? { at: { file } };
    return (cells?.get(`${field}.${lang}`) ?? cells?.get(field))?.at ?? at;
  };
  const made: ProposedChange[] = [];
  const conflicts: Problem[] = [];
  for (const change of changes) {
    const standing = standings.get(change.id);
    if (standing?.state === 'proposed') made.push(change);
    else if (standing === undefined || standing.state === 'done') continue;
    else if (change.about === 'event') conflicts.push(...clashes(change, standing, open, cellAt));
    else {
      const { table, row, path } = rowOf(change);
      const sentRow = source.exported
        ?.find(({ idPath }) => idPath === table)
        ?.rows.find(({ id }) => id === row);
      const at = sentRow?.cells.get(path)?.at ?? { file, field: path };
      const ours = standing.state === 'conflict' ? standing.ours : undefined;
      conflicts.push({ ...threeWords(change.base, change.theirs, ours), at });
    }
  }
  const named = new Map(conflicts.map((one) => [JSON.stringify(one), one]));
  return { programme: withChanges(draft, made), conflicts: [...named.values()] };
}

/** The problems of a change that cannot be made in the draft. */
function clashes(
  { kind, of = '', field, lang, base, theirs, when, spot }: ProposedChange,
  standing: Standing,
  { events }: ReturnType<typeof openProgramme>,
  cellAt: (id: string, field: string, lang?: ProposedChange['lang']) => Position,
): Problem[] {
  const id = cellAt(of, 'id');
  if (standing.state !== 'conflict') {
    return [{ ...messageOf('event-changed-here-only', { event: ellipsis(of) }), at: id }];
  }
  if (kind === 'event-moved') {
    const message = messageOf('events-ordered-by-both', { theme: spot?.theme ?? '' });
    return [{ ...message, at: { file: id.file ?? '' } }];
  }
  if (field === undefined) {
    const code = kind === 'event-removed' ? 'event-removed-here' : 'event-added-by-both';
    return [{ ...messageOf(code, { event: ellipsis(of) }), at: id }];
  }
  const conflict = { ...threeWords(base, theirs, standing.ours), at: cellAt(of, field, lang) };
  const ours = events.get(of)?.event.when;
  return when === undefined
    ? [conflict]
    : [conflict, { ...threeWords(when.base, when.theirs, ours), at: cellAt(of, 'when') }];
}

function threeWords(base: unknown, theirs: unknown, ours: unknown): Problem {
  const words = (value: unknown): string => {
    if (value === undefined) return '';
    if (typeof value === 'string') return ellipsis(value);
    return ellipsis(Array.isArray(value) ? value.join(', ') : JSON.stringify(value));
  };
  return messageOf('words-changed-by-both', { sent: words(base), theirs: words(theirs), ours: words(ours) });
}

/** The table, row and column in which a spreadsheet contains a setting or text of the programme. */
function rowOf({ kind, about, of, field = '', lang }: ProposedChange) {
  const [list = '', id = '', ...rest] = field.split('.');
  const inLang = (path: string): string => (lang === undefined ? path : `${path}.${lang}`);
  if (about !== 'programme')
    return { table: `${about}s.id`, row: of ?? '', path: inLang(`${about}s.${field}`) };
  if (kind !== SETTINGS) {
    if (list === 'columns') return { table: 'fields.id', row: id, path: inLang('fields.heading') };
    if (list === 'parts') return { table: 'texts.id', row: `${id}.1`, path: inLang('texts.text') };
    return { table: 'programme.id', row: field, path: inLang('programme.text') };
  }
  if (list === 'design') return { table: 'design.id', row: [id, ...rest].join('.'), path: 'design.value' };
  return rest.length === 0 && id === ''
    ? { table: 'programme.id', row: list, path: 'programme.text' }
    : { table: `${list}.id`, row: id, path: [list, ...(rest.length === 0 ? ['id'] : rest)].join('.') };
}
