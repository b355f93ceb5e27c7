import path from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import type { Position, Problem } from '../errors.ts';
import { exchangeMessage, type Incoming, openProgramme } from '../exchange/index.ts';
import {
  eventTables,
  exportedRows,
  exportMapping,
  missingIn,
  rowKey,
  rowWords,
  sentPathTables,
  tablesOf,
} from '../exchange/workbook/index.ts';
import {
  DRAFT,
  ellipsis,
  type Field,
  type Programme,
  pathParts,
  publicPart,
  type SentTables,
  textIn,
  textOf,
  titleOf,
  valueAt,
  wordsInAll,
} from '../model/index.ts';
import { editionDir } from '../read/index.ts';
import {
  type Answers,
  contactsIn,
  type EventRow,
  type Lists,
  type ListYear,
  listedEvents,
  listedOrder,
  publishQuestion,
  type Question,
  storedYear,
  withoutLetters,
  yearOptions,
  yesOrNo,
} from '../read/table-import/index.ts';
import { buildGazetteer, findRegion, foldName } from '../reference/index.ts';
import { answered } from './answers.ts';
import { broughtPictures } from './design-settings.ts';
import { type ImportPlan, type PlanOptions, planImport } from './import-plan.ts';
import {
  olderThanDraft,
  readSource,
  type Source,
  type SourceOptions,
  withLinkedFields,
  withNewFields,
  withProgrammeSheets,
} from './import-source.ts';
import { withListedPictures } from './list-pictures.ts';
import { messageOf } from './messages.ts';
import { withMappingOf } from './source-mapping.ts';
import { themeBook } from './theme-book.ts';

/** A spreadsheet, and how it is read. */
export interface SheetReading extends SourceOptions {
  /**
   * Whether to remove events from the draft that are missing from the spreadsheet. `sent` removes only events that were
   * in the exported file, and removes none if a whole sheet or most rows are missing.
   */
  removeMissing: boolean | 'sent';
}

/** The two states of the programme before and after the changes in a spreadsheet, with remarks on its cells. */
export interface IncomingSheet extends Incoming {
  source: Source;
  plan: ImportPlan;
  /** Number of rows that were read as events. */
  events: number;
  /** The open questions about the list. The plan is based on the proposed answers. */
  questions: readonly Question[];
  remarks: readonly Problem[];
  /** Ids of events of the draft that are missing from the spreadsheet. */
  missing: readonly string[];
}

/**
 * The changes in a spreadsheet, whether `export` wrote it or its columns are recognised by their headings. The base of
 * the changes is the state at the time of the export, if the file records it; otherwise the base is the current draft,
 * so that each difference from the draft is proposed.
 *
 * @throws OpenQuestions if only the user can answer a question about the spreadsheet and there is no `ask`
 * @throws UserError if the spreadsheet cannot be read
 */
export function readSheet(options: SheetReading, draft: Programme): Promise<IncomingSheet> {
  return answered((answers) => readAnswered({ ...options, answers }, draft), options, options.file);
}

async function readAnswered(options: SheetReading, draft: Programme): Promise<IncomingSheet> {
  const { file, removeMissing, year } = options;
  const answers = new Map(options.answers);
  if (year !== undefined && !answers.has('year')) answers.set('year', String(year));
  const source = await readSource(options, draft);
  const { exported, lists, sentOut, linked = new Set() } = source;
  const base = sentOut && sentState(sentOut, draft, file);
  const baseDraft =
    base && base !== draft && exported ? withProgrammeSheets(exported, base, file)?.draft : undefined;
  const fielded = baseDraft && lists ? withNewFields(baseDraft, lists.mapping, file).draft : baseDraft;
  const start = fielded ? withLinkedFields(fielded, linked, file).draft : source.draft;
  const sent = sentOut && sentPathTables(sentOut, file).filter(({ idPath }) => idPath === 'id');
  const hidden = new Set(exported?.flatMap((table) => [...table.hidden]));
  const sentIds = sent?.flatMap((table) => table.rows.map(({ id }) => id)).filter((id) => !hidden.has(id));
  const events = exported && eventTables(exported, source.draft.config);
  const found = new Set(events?.flatMap((table) => table.rows.map(({ id }) => id)));
  const lacking = sentIds?.filter((id) => !found.has(id)).length ?? 0;
  const isWhole = sent?.every((table) => table.rows.some(({ id }) => found.has(id))) === true;
  const removesSent = base !== undefined && isWhole && lacking * 2 <= found.size;
  const planned = planSource(start, source, {
    file,
    removeMissing: removeMissing === 'sent' ? removesSent : removeMissing,
    ...(sentIds && { sent: new Set(sentIds) }),
    answers,
  });
  const { plan, rows } = planned;
  const missing = exported && sentOut && missingIn(exported, sentOut, file);
  const remarks = [...planned.remarks, ...(missing ?? [])];
  const unrecorded = exported !== undefined && base === undefined;
  const inDraft = openProgramme(draft).events;
  const isGiven = source.kind === 'given' && source.kept === undefined;
  const published = source.kind === 'own' ? publishedFields(draft, plan.programme, answers) : undefined;
  const { mapping } = planned;
  // The stored mapping contains the year for the dates in the list, and the order of day and month in these dates.
  const toStore = withoutLetters({ ...mapping, sheets: source.toStore?.sheets ?? mapping.sheets });
  const mapped = published?.programme ?? withMappingOf(plan.programme, toStore, file, isGiven);
  const { stored } = source;
  const wished =
    stored === undefined ? mapped : { ...mapped, mappings: { ...mapped.mappings, [stored]: toStore } };
  const isTaken = unrecorded && isDeepStrictEqual(wished, draft);
  const older = unrecorded && !isTaken ? await olderThanDraft(exported, draft, options) : [];
  const designCell = (key: string): Position | undefined =>
    exported
      ?.find(({ idPath }) => idPath === 'design.id')
      ?.rows.find(({ id }) => id === key)
      ?.cells.get('design.value')?.at;
  const ofDesign = await broughtPictures(file, options.data, base ?? draft, wished, designCell);
  const dir = editionDir(options.data, DRAFT);
  const ofEvents = planned.pictures.map((one) => ({ ...one, path: path.join(dir, one.path) }));
  return {
    pictures: [...ofDesign, ...ofEvents],
    base: base ?? draft,
    from: exchangeMessage(base === undefined ? 'base-draft' : 'base-sent'),
    wished,
    isCopy: true,
    comments: (exported ?? []).flatMap(({ comments }) =>
      comments.map(({ text, id, path }) => ({ words: text, ...(id !== '' && { event: id, field: path }) })),
    ),
    leftovers: [],
    notes: [
      ...source.notes,
      ...(unrecorded ? [messageOf(isTaken ? 'sheet-already-taken' : 'sheet-without-record')] : []),
    ],
    source: { ...source, mapping: planned.mapping },
    plan,
    events: rows,
    questions: [...source.questions, ...planned.questions, ...(published?.questions ?? [])],
    remarks: [
      ...source.remarks,
      ...older,
      ...remarks,
      ...(published?.remarks ?? []).map((one) => ({ ...one, at: { file } })),
    ],
    missing: plan.missing.filter((id) => inDraft.has(id)),
  };
}

/**
 * The programme and the unanswered questions. An internal field of the draft becomes public only if the user chooses
 * this in an answer.
 */
function publishedFields(draft: Programme, wished: Programme, answers: Answers | undefined) {
  const internal = new Set(draft.config.fields.flatMap((field) => (field.internal ? field.id : [])));
  const opened = wished.config.fields
    .filter((field) => !field.internal && internal.has(field.id))
    .map((field) => ({ field, answer: yesOrNo(`publish ${field.id}`, answers) }));
  const stay = new Set(opened.flatMap(({ field, answer }) => (answer === true ? [] : field.id)));
  const fields = wished.config.fields.map((field) =>
    stay.has(field.id) ? { ...field, internal: true as const } : field,
  );
  return {
    programme: stay.size === 0 ? wished : { ...wished, config: { ...wished.config, fields } },
    questions: opened.flatMap(({ field, answer }) =>
      answer === undefined ? fieldQuestion(field, draft) : [],
    ),
    remarks: opened.flatMap(({ field, answer }) =>
      answer === false ? messageOf('field-stays-internal', { field: field.id }) : [],
    ),
  };
}

/**
 * Asks whether an internal field should become public, and shows samples of its values. Without an answer, the field
 * stays internal.
 */
function fieldQuestion({ id, heading = id }: Field, { config, themes }: Programme): Question {
  const main = config.language;
  const values = themes.flatMap(({ events }) =>
    events.flatMap((event) => {
      const text = textOf(event, id);
      return text === undefined ? [] : ellipsis(textIn(text, main, main).words);
    }),
  );
  const message = messageOf('publish-field', { field: textIn(heading, main, main).words });
  return { ...publishQuestion(id, values), ...message, safe: false };
}

/**
 * The programme as it was at the time of an export. If exporting the draft now would produce the same tables, this is
 * the draft; undefined if the fields of the draft have changed since the export.
 */
function sentState(tables: SentTables, draft: Programme, file: string): Programme | undefined {
  const [sent, now] = [rowWords(tables), rowWords(tablesOf(publicPart(draft), draft))];
  // Events that were added to the draft after the export are ignored.
  const known = [...now].filter(([key]) => sent.has(key));
  if (isDeepStrictEqual(known, [...sent])) return draft;
  const all = sentPathTables(tables, file);
  const start = withProgrammeSheets(all, draft, file)?.draft;
  if (start === undefined) return undefined;
  // If the draft contains all rows in the order of the export, only the rows that differ need to be read.
  const isInPlace = isDeepStrictEqual(
    known.map(([key]) => key),
    [...sent.keys()],
  );
  const changed = all.map(({ idPath, rows, ...table }) => {
    const keyOf = (id: string): string => rowKey(idPath, id);
    const edited = rows.filter(({ id }) => !isDeepStrictEqual(sent.get(keyOf(id)), now.get(keyOf(id))));
    return { ...table, idPath, rows: edited };
  });
  const isPart = isInPlace && changed.some(({ idPath, rows }) => idPath === 'id' && rows.length > 0);
  const exported = isPart ? changed : all;
  const mapping = exportMapping(all, start.config, start.config.language);
  const { plan } = planSource(start, { mapping, exported }, { file, removeMissing: !isPart });
  return plan.problems.length > 0 ? undefined : plan.programme;
}

/** The plan for a spreadsheet with a known mapping, and everything that was found while its rows were read. */
export function planSource(
  draft: Programme,
  source: Pick<Source, 'mapping' | 'exported' | 'lists' | 'kept' | 'isOfAnother' | 'pictures'>,
  { file, answers, ...options }: Omit<PlanOptions, 'mapping'> & Pick<SourceOptions, 'file' | 'answers'>,
) {
  const { mapping, exported, lists, kept } = source;
  const gazetteer = buildGazetteer(draft.reference);
  const book = themeBook(draft, mapping.themes ?? {});
  const { fields } = draft.config;
  const exportedTables = exported && exportedRows(eventTables(exported, draft.config), draft.config, file);
  const listed =
    lists &&
    listedEvents(lists, {
      file,
      ...(kept === undefined ? {} : { kept }),
      fields,
      isTheme: (words) => book.find(words) !== undefined,
      isRegion: (words) => 'found' in findRegion(gazetteer, words),
    });
  const found = [exportedTables, listed].filter((one) => one !== undefined);
  const rows = found.flatMap((one) => one.rows);
  const dates = yearOfSource(draft, listed?.rows ?? [], source, file, answers);
  const { period: _, ...years } = yearOptions(dates.year, draft.config.period);
  const { order, questions } = listedOrder(
    listed?.rows ?? [],
    { lang: mapping.language, ...years },
    { ...mapping, answers },
  );
  const { year: __, ...undated } = mapping;
  const dated = {
    ...undated,
    ...(dates.year === undefined ? {} : { year: dates.year }),
    ...(answers?.has('date-order') && order !== undefined ? { order } : {}),
  };
  const pictured = withListedPictures(draft, rows, source.pictures ?? new Map(), { file });
  const plan = planImport(pictured.programme, pictured.rows, { ...options, mapping: dated });
  const none: Problem[] = rows.length > 0 ? [] : [{ ...messageOf('events-not-found'), at: { file } }];
  const problems = [...found.flatMap((one) => one.problems), ...none, ...plan.problems];
  return {
    plan: { ...plan, problems },
    mapping: dated,
    questions: [...dates.questions, ...questions],
    remarks: [
      ...found.flatMap((one) => one.remarks),
      ...contactsIn(listed?.rows ?? [], fields, file),
      ...pictured.remarks,
      ...plan.remarks,
    ],
    pictures: pictured.pictures,
    rows: rows.length,
  };
}

/** The year for dates without a year in a list, or the question that asks for this year. */
function yearOfSource(
  { config, themes }: Programme,
  rows: readonly EventRow[],
  { mapping, lists, isOfAnother }: Pick<Source, 'mapping' | 'lists' | 'isOfAnother'>,
  file: string,
  answers: Answers | undefined,
): { year: ListYear | undefined; questions: readonly Question[] } {
  const title = titleOf(config) ?? '';
  const dates = new Map<string, string[]>();
  for (const event of themes.flatMap(({ events }) => events))
    for (const words of wordsInAll(textOf(event, title)).map(foldName))
      if (event.when !== undefined) valueAt(dates, words, () => []).push(event.when);
  const datesOfTitle = ({ cells }: EventRow): string[] =>
    [...cells].flatMap(([field, { text }]) =>
      pathParts(field).id === title ? (dates.get(foldName(text)) ?? []) : [],
    );
  const { language: lang, year } = mapping;
  const names = [path.basename(file), ...(lists?.tables ?? []).flatMap(namesOf)];
  return storedYear({
    rows,
    names,
    lang,
    year,
    period: config.period,
    isOfAnother: isOfAnother === true,
    datesOfTitle,
    answers,
  });
}

/** The name of a table, and the line above the table that may be its title. */
function namesOf(table: Lists['tables'][number]): string[] {
  if (table === undefined) return [];
  const { sheet, header } = table;
  const above = sheet.rows.find(({ number }) => number < Math.min(...header));
  return [sheet.name ?? '', ...[...(above?.cells.values() ?? [])].map(({ text }) => text)];
}
