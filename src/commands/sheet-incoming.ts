import { type Position, type Problem, problemLine } from '../errors.ts';
import { type Incoming, openProgramme } from '../exchange/index.ts';
import {
  eventTables,
  exportedRows,
  exportMapping,
  isCurrent,
  mergedSettings,
  rowWords,
  type SettingConflict,
  sentPathTables,
  tablesOf,
} from '../exchange/workbook/index.ts';
import { ellipsis, type Programme, publicPart, type SentTables } from '../model/index.ts';
import {
  changesBetween,
  type ProposedChange,
  type Standing,
  standingOf,
  withChanges,
} from '../proposal/index.ts';
import { eventRows } from '../read/table-import/index.ts';
import { buildGazetteer, findRegion } from '../reference/index.ts';
import { type ImportPlan, planImport } from './import-plan.ts';
import {
  NO_RECORD,
  olderThanDraft,
  readSource,
  type Source,
  type SourceOptions,
  withConfig,
  withNewFields,
  withProgrammeSheets,
} from './import-source.ts';
import { themeBook } from './theme-book.ts';

export interface SheetReading extends SourceOptions {
  /** Year of dates that name none; left out: that of the mapping, or of the period of the programme. */
  year?: number;
  /** Take out of the draft what the spreadsheet has not. */
  removeMissing: boolean;
}

/** A spreadsheet as two states of the programme, and what is to be known of its cells. */
export interface SheetIncoming extends Incoming {
  source: Source;
  plan: ImportPlan;
  /** How many rows were read as events. */
  events: number;
  remarks: readonly Problem[];
  /** It is an export that does not say what it was sent out with; its cells that say what the last edition says, where the draft says something else. */
  unrecorded: boolean;
  older: readonly Problem[];
  /** Ids of events of the draft that it has not. */
  missing: readonly string[];
}

/**
 * What a spreadsheet wishes: one that `export` wrote, or any whose columns are known by their headings. It starts from what it was
 * sent out with, where it says so; else from the draft as it is now, so that each difference is proposed.
 *
 * @throws UserError when it cannot be read
 */
export async function readSheet(options: SheetReading, draft: Programme): Promise<SheetIncoming> {
  const { file, year, removeMissing } = options;
  const read = await readSource(options, draft);
  const { exported, lists, sentOut } = read;
  const base = sentOut && sentState(sentOut, draft, file);
  const own =
    base && base !== draft && exported ? withProgrammeSheets(exported, base, file)?.draft : undefined;
  const start = own && lists ? withNewFields(own, lists.mapping, file).draft : (own ?? read.draft);
  const source = year === undefined ? read : { ...read, mapping: { ...read.mapping, year } };
  const sent = sentOut && sentPathTables(sentOut, file).filter(({ idPath }) => idPath === 'id');
  const { plan, remarks, rows } = planSource(start, source, {
    file,
    removeMissing,
    ...(sent && { sent: new Set(sent.flatMap((table) => table.rows.map(({ id }) => id))) }),
  });
  const unrecorded = exported !== undefined && base === undefined;
  const older = unrecorded ? await olderThanDraft(exported, draft, options) : [];
  const { events } = openProgramme(draft);
  return {
    base: base ?? draft,
    from: base === undefined ? 'the draft as it was then' : 'what was sent out',
    wished: plan.programme,
    isCopy: true,
    comments: [],
    leftovers: [],
    notes: [
      ...source.notes,
      ...[...remarks, ...older].map(problemLine),
      ...(base === undefined ? [NO_RECORD] : []),
    ],
    source,
    plan,
    events: rows,
    remarks,
    older,
    unrecorded,
    missing: plan.missing.filter((id) => events.has(id)),
  };
}

/** The state that an export was sent out with: the draft where it would be sent out so today; undefined where the draft has other fields now. */
function sentState(sent: SentTables, draft: Programme, file: string): Programme | undefined {
  if (isCurrent(rowWords(sent), rowWords(tablesOf(publicPart(draft))))) return draft;
  const exported = sentPathTables(sent, file);
  const start = withProgrammeSheets(exported, draft, file)?.draft;
  if (start === undefined) return undefined;
  const mapping = exportMapping(exported, start.config, start.config.language);
  const { plan } = planSource(start, { mapping, exported }, { file, removeMissing: true });
  return plan.problems.length > 0 ? undefined : plan.programme;
}

/** The plan for a spreadsheet whose columns are known, with all that was found while its rows were read. */
export function planSource(
  draft: Programme,
  { mapping, exported, lists, kept }: Pick<Source, 'mapping' | 'exported' | 'lists' | 'kept'>,
  { file, removeMissing, sent }: { file: string; removeMissing: boolean; sent?: ReadonlySet<string> },
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

/** The draft with what a spreadsheet wishes; where the draft was changed otherwise since it was sent out it stays, and each such cell is named. */
export function takenOf(
  { base, wished, source, plan }: SheetIncoming,
  draft: Programme,
  file: string,
): { programme: Programme; conflicts: readonly Problem[] } {
  if (base === draft) return { programme: wished, conflicts: [] };
  const settings = mergedSettings(base.config, wished.config, draft.config);
  const now = withConfig(draft, settings.config);
  const open = openProgramme(now);
  const cellAt = (id: string, field: string, lang = now.config.language): Position => {
    const { cells, at } = plan.rows.get(id) ?? { at: { file } };
    return (cells?.get(`${field}.${lang}`) ?? cells?.get(field))?.at ?? at;
  };
  const made: ProposedChange[] = [];
  const conflicts = settings.conflicts.map((one): Problem => {
    const { table, row, path } = placeOfSetting(one);
    const own = source.exported?.find(({ idPath }) => idPath === table)?.rows.find(({ id }) => id === row);
    const at = own?.cells.get(path)?.at ?? { file, field: path };
    return { ...threeWords(one.base, one.theirs, one.ours), at };
  });
  for (const change of changesBetween(base, wished).changes.filter(({ about }) => about === 'event')) {
    const standing = standingOf(change, open);
    if (standing.state === 'proposed') made.push(change);
    else if (standing.state !== 'done') conflicts.push(...clashes(change, standing, open, cellAt));
  }
  const named = new Map(conflicts.map((one) => [JSON.stringify(one), one]));
  return { programme: withChanges(now, made), conflicts: [...named.values()] };
}

/** What is said of a change that the draft has no room for. */
function clashes(
  { kind, of = '', field, lang, base, theirs, when, spot }: ProposedChange,
  standing: Standing,
  { events }: ReturnType<typeof openProgramme>,
  cellAt: (id: string, field: string, lang?: ProposedChange['lang']) => Position,
): Problem[] {
  const id = cellAt(of, 'id');
  const hint = 'import it with --propose to decide';
  if (standing.state !== 'conflict') {
    const message = `"${ellipsis(of)}" was changed here, and is not in the draft any more`;
    return [{ message, at: id, hint: 'put it into the draft again, or leave it' }];
  }
  if (kind === 'event-moved') {
    const message = `the events of "${spot?.theme ?? ''}" stand in another order here, and in a third one in the draft, which keeps its own`;
    return [{ message, at: { file: id.file ?? '' }, hint: `${hint} event by event` }];
  }
  if (field === undefined) {
    const what =
      kind === 'event-removed' ? 'taken out here, and changed in' : 'added with other words here and in';
    return [{ message: `"${ellipsis(of)}" was ${what} the draft, which keeps its own`, at: id, hint }];
  }
  const said = { ...threeWords(base, theirs, standing.ours), at: cellAt(of, field, lang) };
  const ours = events.get(of)?.event.when;
  return when === undefined
    ? [said]
    : [said, { ...threeWords(when.base, when.theirs, ours), at: cellAt(of, 'when') }];
}

function threeWords(base: unknown, theirs: unknown, ours: unknown): Problem {
  const words = (value: unknown): string => {
    if (value === undefined) return '';
    if (typeof value === 'string') return ellipsis(value);
    return ellipsis(Array.isArray(value) ? value.join(', ') : JSON.stringify(value));
  };
  return {
    message: `sent as "${words(base)}", changed here to "${words(theirs)}"; the draft keeps "${words(ours)}"`,
    hint: 'import it with --propose to decide',
  };
}

/** The table, the row and the column of a setting. */
function placeOfSetting({ path: [list = '', id = '', ...rest] }: SettingConflict): {
  table: string;
  row: string;
  path: string;
} {
  return rest.length === 0
    ? { table: 'programme.id', row: list, path: ['programme.text', ...(id === '' ? [] : [id])].join('.') }
    : { table: `${list}.id`, row: id, path: [list, ...rest].join('.') };
}
