import { eventItems, kindsOfFields, matchEvents } from '../compare/index.ts';
import type { Problem } from '../errors.ts';
import { reinsertUnlisted } from '../exchange/index.ts';
import {
  allEvents,
  dateOf,
  type Event,
  ellipsis,
  eventSchema,
  groupBy,
  type HasFields,
  IdSchema,
  oneLine,
  type Programme,
  type ProgrammeFile,
  pathParts,
  type Theme,
  type ThemeEvents,
  titleOf,
  withEvents,
} from '../model/index.ts';
import { consistencyProblems } from '../read/index.ts';
import {
  datesOf,
  type EventContext,
  type EventRow,
  eventOfRow,
  type Mapping,
  type RowCell,
  yearOptions,
} from '../read/table-import/index.ts';
import { buildGazetteer } from '../reference/index.ts';
import { CENTURY, dayOrderOf, firstDayOf } from '../text/dates/index.ts';
import { idMaker, slug } from '../text/index.ts';
import { messageOf } from './messages.ts';
import { themeBook } from './theme-book.ts';

/** How a spreadsheet would change the draft. */
export interface ImportPlan {
  /** The draft after the import. */
  programme: Programme;
  /** If there are problems, nothing may be written. */
  problems: readonly Problem[];
  /** Remarks for the user, each with the cell to which it refers. */
  remarks: readonly Problem[];
  /** Names of themes that are not in the programme. */
  unknownThemes: readonly string[];
  /** Ids of events of the draft that are missing from the spreadsheet. */
  missing: readonly string[];
  /** The spreadsheet rows of the planned events, by event id. */
  rows: ReadonlyMap<string, EventRow>;
}

export interface PlanOptions {
  mapping: Mapping;
  /** Whether events that are missing from the spreadsheet are removed from the draft. */
  removeMissing: boolean;
  /**
   * Ids of the events that were exported, if the spreadsheet records them. Events that were not exported are never
   * reported as missing.
   */
  sent?: ReadonlySet<string>;
}

interface Matched {
  row: EventRow;
  existing: Event | undefined;
  /** The id in the row, if it has one. */
  given: string | undefined;
}

/**
 * Matches the rows of a spreadsheet with events of the draft, by id and then by similarity, and puts the events in the
 * order of the rows. An event that is missing from the spreadsheet stays after the event that it followed before.
 * Neither reads nor writes files.
 */
export function planImport(draft: Programme, rows: readonly EventRow[], options: PlanOptions): ImportPlan {
  const problems: Problem[] = [];
  const remarks: Problem[] = [];
  const context = contextOf(draft, rows, options);
  const matched = matchRows(draft, rows, context, problems, remarks);
  const book = themeBook(
    draft,
    options.mapping.themes ?? {},
    rows.flatMap(({ theme }) => theme?.text ?? []),
  );
  const homes = new Map(
    draft.themes.flatMap(({ theme, events }) => events.map(({ id }) => [id, theme.id] as const)),
  );
  const newId = idMaker([...homes.keys(), ...matched.flatMap(({ given }) => given ?? [])], 'event');
  const unknownThemes = new Set<string>();
  const made: RowCell[] = [];
  const rowsById = new Map<string, EventRow>();
  const placed = new Map<string, Event[]>(draft.config.themes.map(({ id }) => [id, []]));
  const fresh: { event: Event; theme: string; row: EventRow }[] = [];

  for (const { row, existing, given } of matched) {
    const id = existing?.id ?? given ?? newId(idWords(row, draft.config));
    rowsById.set(id, row);
    const read = eventOfRow(row, id, existing, context);
    problems.push(...read.problems);
    remarks.push(...read.remarks);
    const only = row.theme === undefined && draft.config.themes.length === 1 ? draft.config.themes : [];
    // The theme can also be named by the sheet or by a line above the row.
    const isInColumn = (row.cells.get('theme')?.text ?? '') !== '';
    const home = row.exact && isInColumn ? undefined : (homes.get(id) ?? only[0]?.id);
    let theme = book.find(row.theme?.text) ?? home;
    if (theme === undefined && row.theme !== undefined) {
      unknownThemes.add(row.theme.text);
      theme = book.add(row.theme.text, context.language)?.id;
      if (theme !== undefined) {
        placed.set(theme, []);
        made.push(row.theme);
      }
    }
    if (theme === undefined) problems.push(noTheme(row, draft.config.themes));
    else if (read.event !== undefined) {
      placed.get(theme)?.push(read.event);
      if (existing === undefined) fresh.push({ event: read.event, theme, row });
    }
  }

  const present = new Set(matched.flatMap(({ existing }) => existing?.id ?? []));
  const { sent } = options;
  const missing = [...homes.keys()].filter((id) => !present.has(id) && (sent?.has(id) ?? true));
  const removed = new Set(options.removeMissing ? missing : []);
  if (!options.removeMissing) {
    const missing = draft.themes.flatMap(({ theme, events }) =>
      events.filter(({ id }) => !present.has(id)).map((event) => ({ event, theme: theme.id })),
    );
    remarks.push(...retitled(fresh, missing, draft.config));
  }
  const added = book.added();
  const all = [...draft.themes, ...added.map((theme) => ({ theme, events: [] }))];
  const themes = all.map(({ theme, events }): ThemeEvents => {
    const listed = placed.get(theme.id) ?? [];
    const kept = events.filter(({ id }) => !present.has(id) && !removed.has(id));
    return { theme, events: reinsertUnlisted(listed, events, new Set(kept.map(({ id }) => id))) };
  });
  const config =
    added.length === 0 ? draft.config : { ...draft.config, themes: [...draft.config.themes, ...added] };
  const programme = { ...draft, config, themes };
  if (problems.length === 0) problems.push(...consistencyProblems(programme));
  return {
    programme,
    problems,
    remarks: [...newThemes(made), ...remarks],
    unknownThemes: [...unknownThemes],
    missing,
    rows: rowsById,
  };
}

function contextOf({ config, reference }: Programme, rows: readonly EventRow[], { mapping }: PlanOptions) {
  const years = yearOptions(mapping.year, config.period);
  const { period: _, ...year } = years;
  const known = { lang: mapping.language, ...year };
  const order = mapping.order ?? dayOrderOf(rows.filter(({ exact }) => !exact).flatMap(datesOf), known);
  const firstDay = firstDayOf(rows.flatMap(datesOf), known);
  return {
    sides: config.sides,
    fields: config.fields,
    schema: eventSchema(config),
    main: config.language,
    language: mapping.language,
    dates: { century: CENTURY, ...years, ...(order === undefined ? {} : { order }) },
    ...(firstDay === undefined ? {} : { firstDay }),
    gazetteer: buildGazetteer(reference),
  };
}

function matchRows(
  draft: Programme,
  rows: readonly EventRow[],
  context: EventContext,
  problems: Problem[],
  remarks: Problem[],
): Matched[] {
  const events = new Map(allEvents(draft).map((event) => [event.id, event]));
  const seen = new Map<string, EventRow>();
  const matched = rows.map((row): Matched => {
    const written = givenId(row, problems, remarks);
    // In a third-party sheet, a repeated value is not an event id.
    const given = written !== undefined && !row.exact && seen.has(written) ? undefined : written;
    if (given === undefined) return { row, existing: undefined, given };
    const earlier = seen.get(given);
    if (earlier !== undefined) {
      problems.push({
        ...messageOf('row-id-twice', { id: given, row: earlier.cells.get('id')?.at.cell ?? '' }),
        at: row.cells.get('id')?.at ?? row.at,
      });
    }
    seen.set(given, row);
    return { row, existing: earlier === undefined ? events.get(given) : undefined, given };
  });

  const known = new Set(matched.flatMap(({ existing }) => existing?.id ?? []));
  const open = matched.filter(({ existing }) => existing === undefined);
  for (const { match, id } of likeliest(draft, known, open, context)) {
    const existing = events.get(id);
    if (match === undefined || existing === undefined) continue;
    match.existing = existing;
    if (match.given !== undefined)
      remarks.push({ ...messageOf('row-taken-for-event', { given: match.given, id }), at: match.row.at });
  }
  return matched;
}

function givenId(row: EventRow, problems: Problem[], remarks: Problem[]): string | undefined {
  const cell = row.cells.get('id');
  const words = cell?.text.trim() ?? '';
  if (cell === undefined || words === '') return undefined;
  const id = row.exact ? words : slug(words);
  const parsed = IdSchema.safeParse(id);
  if (parsed.success && (row.exact || isWhole(id, words))) return id;
  if (!row.exact) remarks.push({ ...messageOf('row-id-left-out', { words }), at: cell.at });
  else {
    problems.push({ ...messageOf('row-id-invalid', { words: words.slice(0, 60) }), at: cell.at });
  }
  return undefined;
}

/**
 * Whether an id contains all letters of the text from which it was made: the id was not truncated, and all letters of
 * the text could be transliterated.
 */
function isWhole(id: string, words: string): boolean {
  return (
    slug(words, words.length * MAX_LETTERS) === id &&
    /^(?:[\p{Script=Latin}\p{Script=Cyrillic}]|\P{L})*$/u.test(words)
  );
}

/** Maximum number of Latin letters that replace one letter of another script. */
const MAX_LETTERS = 4;

/** For rows without a known id, the ids of the most similar events in the draft. */
function likeliest(
  draft: Programme,
  known: ReadonlySet<string>,
  open: readonly Matched[],
  context: EventContext,
) {
  const left = withEvents(draft, (all) => all.filter(({ id }) => !known.has(id)));
  if (open.length === 0 || allEvents(left).length === 0) return [];
  const rows = new Map(open.map((match, index) => [`row-${index}`, match]));
  const events = [...rows].flatMap(([id, { row }]) => eventOfRow(row, id, undefined, context).event ?? []);
  const themes = draft.config.themes.slice(0, 1).map((theme) => ({ theme, events }));
  const { pairs } = matchEvents(
    eventItems(left),
    eventItems({ ...draft, themes }),
    kindsOfFields(draft.config),
  );
  return pairs.map((pair) => ({ match: rows.get(pair.new.id), id: pair.old.id }));
}

/** The text from which an id is made: the title, followed by the bodies. */
function idWords(row: EventRow, config: ProgrammeFile): string[] {
  const texts = [...row.cells].filter(([, { text }]) => text !== '');
  const of = (name: string | undefined): string[] =>
    texts.filter(([field]) => pathParts(field).id === name).map(([, { text }]) => text);
  return [...of(titleOf(config)), ...of('bodies'), ...of(dateOf(config))];
}

function noTheme(row: EventRow, themes: readonly Theme[]): Problem {
  const known = themes.map(({ id }) => id);
  return row.theme === undefined
    ? { ...messageOf('row-without-theme', { known, theme: known[0] ?? '' }), at: row.at }
    : { ...messageOf('row-theme-unknown', { theme: row.theme.text.slice(0, 60), known }), at: row.theme.at };
}

function newThemes(made: readonly RowCell[]): Problem[] {
  const [first] = made;
  if (first === undefined) return [];
  const themes = made.map(({ text }) => ellipsis(oneLine(text), 60));
  return [{ ...messageOf('themes-new', { count: made.length, themes }), at: first.at }];
}

interface Placed {
  event: Event;
  theme: string;
}

/**
 * Reports each new event of a spreadsheet that has the same data as a missing event of the draft, except the title and
 * the description. Only the user can decide whether it is the same event with a new title. Events with several
 * candidates are not reported.
 *
 * @param added new events, each with its row
 * @param missing events of the draft that are missing from the spreadsheet
 */
function retitled(
  added: readonly (Placed & { row: EventRow })[],
  missing: readonly Placed[],
  config: HasFields,
): Problem[] {
  const title = titleOf(config);
  const date = dateOf(config);
  const skipped = new Set([
    ...['id', 'accept', 'regions', 'status', 'timezone', 'repeat'],
    ...config.fields.filter(({ kind }) => kind === 'title' || kind === 'description').map(({ id }) => id),
  ]);
  /** A key made from all data of an event except its title; empty if the event has too little data. */
  const occasionOf = ({ event, theme }: Placed): string => {
    const facts = Object.entries(event).filter(([key]) => !skipped.has(key));
    const isDated = facts.some(([key, value]) => key === date && value !== '');
    return isDated && facts.length >= MIN_FACTS ? JSON.stringify([theme, ...facts.sort()]) : '';
  };
  const fresh = groupBy(added, occasionOf);
  return [...groupBy(missing, occasionOf)].flatMap(([occasion, [absent, ...others]]) => {
    const [found, ...more] = (occasion !== '' && fresh.get(occasion)) || [];
    if (found === undefined || others.length > 0 || more.length > 0) return [];
    const at = found.row.cells.get(title)?.at ?? found.row.at;
    return { ...messageOf('event-perhaps-retitled', { id: absent.event.id }), at };
  });
}

/** Minimum number of facts (date in words, machine-readable date, place, time …) that identify an event. */
const MIN_FACTS = 3;
