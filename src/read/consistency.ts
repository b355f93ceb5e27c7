import type { Position, Problem } from '../errors.ts';
import type { Message } from '../messages.ts';
import {
  BACK_COVER,
  EVENT_KEYS,
  type Event,
  edtfBounds,
  isMade,
  isNamed,
  isTaken,
  ownProperty,
  type Programme,
  type ProgrammeFile,
  partsOf,
  readOccurrence,
  type Side,
  textFile,
  wordingsOf,
} from '../model/index.ts';
import { editDistance, placeListProblems, referenceProblems } from '../reference/index.ts';
import { labelShapes, placesIn } from '../text/index.ts';
import type { Path } from './locator.ts';
import { messageOf } from './messages.ts';
import { fieldAt } from './parse-file.ts';

/**
 * A function that returns the position of the value at a path in a file. `file` is relative to the dataset folder. In
 * an events file, the position includes the event. The function is called only if there is a problem, because it parses
 * the file again.
 */
export type PlaceOf = (file: string, path: Path, event?: string) => Position;

/** Returns a position that contains only the event and the field, for data that was not read from files. */
export const placeInData: PlaceOf = (_file, path, event) => ({
  ...(event === undefined ? {} : { event }),
  ...fieldAt(event === undefined ? path : path.slice(1)),
});

/** For each part of a dataset, whether it was read without problems. */
export interface Complete {
  events: boolean;
  regions: boolean;
  texts: boolean;
}

/**
 * Reports problems that the schema cannot detect, such as duplicate ids, unknown columns and sides, regions of a
 * different country, and datasets without events.
 *
 * @param complete the parts that were read without problems; values that refer to other parts are not reported as
 * unknown
 */
export function consistencyProblems(
  programme: Programme,
  placeOf: PlaceOf = placeInData,
  complete: Complete = { events: true, regions: true, texts: true },
): Problem[] {
  const { config, themes } = programme;
  const { regions, places } = programme.reference;
  const codes = complete.regions ? new Set(regions.map((region) => region.code)) : undefined;
  const sides = new Map(config.sides.map((side) => [side.id, side]));
  const inProgramme = (path: Path): Position => placeOf('programme.yaml', path);
  const isEmpty = complete.events && themes.every(({ events }) => events.length === 0);
  return [
    ...placed(fieldProblems(config), inProgramme),
    ...placed(sideProblems(config), inProgramme),
    ...placed(themeProblems(config), inProgramme),
    ...placed(partProblems(programme, complete.texts), inProgramme),
    ...placed(labelProblems(config), inProgramme),
    ...duplicateIds(programme, placeOf),
    ...referenceProblems({ regions, places: complete.regions ? places : [] }, config.languages, placeOf),
    ...placeListProblems(programme, (path) => placeOf('reference/places.yaml', path)),
    ...themes.flatMap(({ theme, events }) =>
      events.flatMap((event, index) =>
        placed(eventProblems(sides, event, codes), (path) =>
          placeOf(eventsFile(theme.id), [index, ...path], event.id),
        ),
      ),
    ),
    ...placed(isEmpty ? [[['themes'], messageOf('events-missing')]] : [], inProgramme),
  ];
}

/** A problem: the path of the value in its file, and the message. */
type Wrong = readonly [path: Path, said: Message];

function placed(found: Iterable<Wrong>, placeOf: (path: Path) => Position): Problem[] {
  return Array.from(found, ([path, message]) => ({ ...message, at: placeOf(path) }));
}

/** The path of a theme's events file, relative to the dataset folder. */
export function eventsFile(theme: string): string {
  return `events/${theme}.yaml`;
}

/**
 * Reports problems in the list of parts, parts without a text, and parts that have neither a name nor a title in their
 * text.
 */
function* partProblems({ config, texts = [] }: Programme, complete: boolean): Generator<Wrong> {
  if (config.parts === undefined) return;
  const parts = partsOf(config);
  const ids = parts.map(({ id }) => id);
  if (!ids.includes('cover')) yield [['parts'], messageOf('cover-missing')];
  if (!ids.includes('introduction')) yield [['parts'], messageOf('introduction-missing')];
  if (!ids.includes('themes')) yield [['parts'], messageOf('themes-missing')];
  for (const [index, { id, text, signatures }] of parts.entries()) {
    const at = ['parts', index];
    const hasText = complete ? texts.some(({ part }) => part === id) : true;
    if (ids.indexOf(id) !== index) yield [at, messageOf('part-listed-twice', { id })];
    else if (id === 'cover' && index > 0) yield [at, messageOf('cover-not-first')];
    else if (id === BACK_COVER && index < ids.length - 1) yield [at, messageOf('back-cover-not-last')];
    else if (isMade(id) && (text !== undefined || signatures !== undefined))
      yield [at, messageOf('part-of-data-with-text', { id })];
    else if (!isMade(id) && !hasText)
      yield [at, messageOf('part-without-text', { id, file: textFile(id, config.language) })];
  }
  for (const { part, lang, rich, field } of complete ? texts : []) {
    if (rich.title !== undefined || part === BACK_COVER || isNamed(part)) continue;
    const message = field.startsWith('parts.')
      ? messageOf('part-without-title', { part, lang })
      : messageOf('text-without-title', { part, lang, file: textFile(part, lang) });
    yield [['parts', ids.indexOf(part)], message];
  }
}

/** Maximum number of label names in a hint. */
const NEAREST = 3;

/** Reports unknown labels, and label texts in which placeholders are missing or unknown. */
function* labelProblems({ labels }: ProgrammeFile): Generator<Wrong> {
  if (labels === undefined) return;
  const shapes = labelShapes();
  for (const [name, label] of Object.entries(labels)) {
    const shape = shapes.get(name);
    if (shape === undefined) {
      const nearest = [...shapes.keys()]
        .map((known) => ({ known, distance: editDistance(name.toLowerCase(), known.toLowerCase()) }))
        .sort((a, b) => a.distance - b.distance)
        .slice(0, NEAREST)
        .map(({ known }) => known);
      yield [['labels', name], messageOf('label-unknown', { name, nearest })];
      continue;
    }
    const places = shape.places.map((place) => `{${place}}`);
    for (const { path, words, form } of wordingsOf(label)) {
      const at = ['labels', name, ...path];
      if (form && !shape.counted) yield [at, messageOf('label-without-forms', { name })];
      else if (placesIn(words).join() === shape.places.join()) continue;
      else if (places.length === 0) yield [at, messageOf('label-without-places', { name, words })];
      else yield [at, messageOf('label-lacks-places', { name, places, words })];
    }
  }
}

/** Reports reserved or duplicate field names, a missing title field, and a second title or date field. */
function* fieldProblems({ fields }: ProgrammeFile): Generator<Wrong> {
  const ids = fields.map(({ id }) => id);
  for (const [index, id] of ids.entries()) {
    const at = ['fields', index, 'id'];
    if (isTaken(id)) yield [at, messageOf('field-name-taken', { id, taken: EVENT_KEYS })];
    else if (ids.indexOf(id) !== index) yield [at, messageOf('field-defined-twice', { id })];
  }
  const kinds = fields.map(({ kind }) => kind);
  if (!kinds.includes('title')) yield [['fields'], messageOf('title-field-missing')];
  for (const kind of ['title', 'date'] as const)
    for (const [index, fieldKind] of kinds.entries())
      if (fieldKind === kind && kinds.indexOf(kind) !== index)
        yield [['fields', index, 'kind'], messageOf('kind-used-twice', { kind })];
  for (const [index, { kind, internal }] of fields.entries())
    if (kind === 'title' && internal) yield [['fields', index, 'internal'], messageOf('title-internal')];
}

function* sideProblems({ fields, sides }: ProgrammeFile): Generator<Wrong> {
  const ids = sides.map(({ id }) => id);
  for (const [index, id] of ids.entries()) {
    const at = ['sides', index, 'id'];
    if (ids.indexOf(id) !== index) yield [at, messageOf('side-defined-twice', { id })];
    if (fields.some((field) => field.id === id)) yield [at, messageOf('side-called-as-field', { id })];
  }
}

function* themeProblems(config: ProgrammeFile): Generator<Wrong> {
  const ids = config.themes.map(({ id }) => id);
  const title = config.fields.find(({ kind }) => kind === 'title')?.id;
  for (const [index, { id, columns }] of config.themes.entries()) {
    const inTheme = ['themes', index];
    if (ids.indexOf(id) !== index) yield [[...inTheme, 'id'], messageOf('theme-defined-twice', { id })];
    for (const [position, column] of columns.entries()) {
      const message = columnProblem(column, columns.indexOf(column) !== position, config);
      if (message !== undefined) yield [[...inTheme, 'columns', position], message];
    }
    if (title !== undefined && !columns.includes(title))
      yield [[...inTheme, 'columns'], messageOf('title-column-missing', { id: title })];
  }
}

/** The problem with a column of a theme; undefined if there is none. */
function columnProblem(
  column: string,
  again: boolean,
  { fields, sides }: ProgrammeFile,
): Message | undefined {
  const field = fields.find(({ id }) => id === column);
  if (field === undefined && !sides.some(({ id }) => id === column)) {
    const known = new Set([...fields.filter(({ internal }) => !internal), ...sides].map(({ id }) => id));
    return messageOf('column-unknown', { column, known: [...known] });
  }
  if (again) return messageOf('column-listed-twice', { column });
  if (field?.internal) return messageOf('column-internal', { column });
  if (field === undefined || field.heading !== undefined) return undefined;
  return messageOf('column-without-heading', { column });
}

function* duplicateIds(programme: Programme, placeOf: PlaceOf): Generator<Problem> {
  const first = new Map<string, string>();
  for (const [theme, { events }] of new Map(programme.themes.map((entry) => [entry.theme.id, entry])))
    for (const [index, { id }] of events.entries()) {
      const file = eventsFile(theme);
      const earlier = first.get(id);
      if (earlier === undefined) first.set(id, file);
      else {
        const message = messageOf('event-id-used-twice', { id, file: earlier });
        yield { ...message, at: placeOf(file, [index, 'id'], id) };
      }
    }
}

/** @param codes the codes of the known regions; undefined if the regions could not be read */
function* eventProblems(
  sides: ReadonlyMap<string, Side>,
  event: Event,
  codes: ReadonlySet<string> | undefined,
): Generator<Wrong> {
  const unknownSide = (side: string): Message =>
    messageOf('side-unknown', { side, known: [...sides.keys()] });
  yield* occurrenceProblems(event);
  for (const side of Object.keys(event.bodies))
    if (!sides.has(side)) yield [['bodies', side], unknownSide(side)];
  for (const [side, regions] of Object.entries(event.regions)) {
    const country = sides.get(side)?.country;
    if (country === undefined) yield [['regions', side], unknownSide(side)];
    else if (typeof regions !== 'string')
      for (const [index, code] of regions.entries()) {
        const at = ['regions', side, index];
        if (!code.startsWith(`${country}-`))
          yield [at, messageOf('region-of-another-side', { code, side, country })];
        else if (codes?.has(code) === false) yield [at, messageOf('region-unknown', { code })];
      }
  }
  for (const side of sides.keys())
    if (ownProperty(event.regions, side) === undefined)
      yield [['regions'], messageOf('event-side-missing', { side })];
}

/** Reports occurrences outside the planned date. */
function* occurrenceProblems({ when, occurrences = [] }: Event): Generator<Wrong> {
  if (when === undefined) {
    if (occurrences.length > 0) yield [['occurrences'], messageOf('occurrences-without-date')];
    return;
  }
  const bounds = edtfBounds(when);
  for (const [index, text] of occurrences.entries()) {
    const date = readOccurrence(text)?.date;
    const days = date === undefined ? bounds : edtfBounds(date);
    if (days.start < bounds.start || days.end > bounds.end)
      yield [['occurrences', index], messageOf('occurrence-outside-date', { day: date ?? '', when })];
  }
}
