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
  type PartText,
  type Programme,
  type ProgrammeFile,
  partOf,
  partsOf,
  readOccurrence,
  type Side,
  textFile,
  wordingsOf,
} from '../model/index.ts';
import { editDistance, placeListProblems, referenceProblems } from '../reference/index.ts';
import { type LabelShape, labelShapes, placesIn } from '../text/index.ts';
import type { Path } from './locator.ts';
import { messageOf } from './messages.ts';
import { fieldAt } from './parse-file.ts';

/**
 * A function that returns the position of the value at a path of a file; for a file of events, also the event. `file`
 * is relative to the dataset folder. It is called only for problems, because it parses the file again.
 */
export type PlaceOf = (file: string, path: Path, event?: string) => Position;

/** A position without a file: event and field. */
export const placeInData: PlaceOf = (_file, path, event) => ({
  ...(event === undefined ? {} : { event }),
  ...fieldAt(event === undefined ? path : path.slice(1)),
});

/** Which parts of a dataset were read without problems. */
export interface Complete {
  events: boolean;
  regions: boolean;
  texts: boolean;
}

/**
 * Reports problems that the schema cannot detect: duplicate ids, unknown columns and sides, regions of another
 * country, no events at all.
 *
 * @param complete the parts that were read without problems: values of the other parts are not reported as missing
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
  return [
    ...fieldProblems(config, inProgramme),
    ...sideProblems(config, inProgramme),
    ...themeProblems(config, inProgramme),
    ...partProblems(programme, complete.texts, inProgramme),
    ...labelProblems(config, inProgramme),
    ...duplicateIds(programme, placeOf),
    ...referenceProblems({ regions, places: complete.regions ? places : [] }, config.languages, placeOf),
    ...placeListProblems(programme, (path) => placeOf('reference/places.yaml', path)),
    ...themes.flatMap(({ theme, events }) =>
      events.flatMap((event, index) =>
        eventProblems(sides, event, codes, (path) =>
          placeOf(eventsFile(theme.id), [index, ...path], event.id),
        ),
      ),
    ),
    ...(complete.events && themes.every(({ events }) => events.length === 0)
      ? [
          {
            ...messageOf('events-missing'),
            at: inProgramme(['themes']),
          },
        ]
      : []),
  ];
}

type PathPlace = (path: Path) => Position;

/** Path of the events file of a theme, relative to the dataset folder. */
export function eventsFile(theme: string): string {
  return `events/${theme}.yaml`;
}

/** Problems in the list of parts, and parts without a text. */
function partProblems({ config, texts = [] }: Programme, complete: boolean, placeOf: PathPlace): Problem[] {
  if (config.parts === undefined) return [];
  const parts = partsOf(config);
  const ids = parts.map(({ id }) => id);
  const missing = (id: string, lack: Message): Problem[] =>
    ids.includes(id) ? [] : [{ ...lack, at: placeOf(['parts']) }];
  const ofParts = parts.flatMap(({ id, text, signatures }, index): Problem[] => {
    const at = (): Position => placeOf(['parts', index]);
    if (ids.indexOf(id) !== index) return [{ ...messageOf('part-listed-twice', { id }), at: at() }];
    if (id === 'cover' && index > 0) return [{ ...messageOf('cover-not-first'), at: at() }];
    if (id === BACK_COVER && index < ids.length - 1)
      return [{ ...messageOf('back-cover-not-last'), at: at() }];
    if (isMade(id))
      return text === undefined && signatures === undefined
        ? []
        : [
            {
              at: at(),
              ...messageOf('part-of-data-with-text', { id }),
            },
          ];
    if (!complete || texts.some(({ part }) => part === id)) return [];
    return [
      {
        at: at(),
        ...messageOf('part-without-text', { id, file: textFile(id, config.language) }),
      },
    ];
  });
  return [
    ...missing('cover', messageOf('cover-missing')),
    ...missing('introduction', messageOf('introduction-missing')),
    ...missing('themes', messageOf('themes-missing')),
    ...ofParts,
    ...(complete ? titleProblems(config, texts, placeOf) : []),
  ];
}

/** Texts without a title in parts without a name. */
function titleProblems(
  { parts = [] }: ProgrammeFile,
  texts: readonly PartText[],
  placeOf: PathPlace,
): Problem[] {
  return texts.flatMap(({ part, lang, rich, field }): Problem[] => {
    if (rich.title !== undefined || part === BACK_COVER || isNamed(part)) return [];
    const index = parts.findIndex((entry) => partOf(entry).id === part);
    const said = field.startsWith('parts.')
      ? messageOf('part-without-title', { part, lang })
      : messageOf('text-without-title', { part, lang, file: textFile(part, lang) });
    return [{ ...said, at: placeOf(['parts', index]) }];
  });
}

/** Maximum number of label names that a hint suggests. */
const NEAREST = 3;

/** Unknown labels, and labels that lack their placeholders. */
function labelProblems(config: ProgrammeFile, placeOf: PathPlace): Problem[] {
  const shapes = config.labels === undefined ? new Map<string, LabelShape>() : labelShapes();
  return Object.entries(config.labels ?? {}).flatMap(([name, label]): Problem[] => {
    const shape = shapes.get(name);
    if (shape === undefined) {
      const nearest = [...shapes.keys()]
        .map((known) => ({ known, distance: editDistance(name.toLowerCase(), known.toLowerCase()) }))
        .sort((a, b) => a.distance - b.distance)
        .slice(0, NEAREST);
      const said = messageOf('label-unknown', { name, nearest: nearest.map(({ known }) => known) });
      return [{ ...said, at: placeOf(['labels', name]) }];
    }
    return wordingsOf(label).flatMap(({ path, words, form }): Problem[] => {
      const at = (): Position => placeOf(['labels', name, ...path]);
      if (form && !shape.counted) return [{ ...messageOf('label-without-forms', { name }), at: at() }];
      if (placesIn(words).join() === shape.places.join()) return [];
      const places = shape.places.map((place) => `{${place}}`);
      const said =
        places.length === 0
          ? messageOf('label-without-places', { name, words })
          : messageOf('label-lacks-places', { name, places, words });
      return [{ ...said, at: at() }];
    });
  });
}

/** Reserved or duplicate field names, a missing title field, and a second title or date field. */
function fieldProblems({ fields }: ProgrammeFile, placeOf: PathPlace): Problem[] {
  const ids = fields.map(({ id }) => id);
  const named = fields.flatMap(({ id }, index): Problem[] => {
    const at = (): Position => placeOf(['fields', index, 'id']);
    if (isTaken(id)) {
      return [{ ...messageOf('field-name-taken', { id, taken: EVENT_KEYS }), at: at() }];
    }
    if (ids.indexOf(id) === index) return [];
    return [{ ...messageOf('field-defined-twice', { id }), at: at() }];
  });
  const titles = fields.flatMap(({ kind }, index) => (kind === 'title' ? [index] : []));
  const dates = fields.flatMap(({ kind }, index) => (kind === 'date' ? [index] : []));
  const noTitle: Problem[] =
    titles.length > 0
      ? []
      : [
          {
            ...messageOf('title-field-missing'),
            at: placeOf(['fields']),
          },
        ];
  const again = [...titles.slice(1), ...dates.slice(1)].map(
    (index): Problem => ({
      ...messageOf('kind-used-twice', { kind: fields[index]?.kind ?? '' }),
      at: placeOf(['fields', index, 'kind']),
    }),
  );
  const hidden = fields.flatMap(({ kind, internal }, index): Problem[] =>
    kind === 'title' && internal
      ? [
          {
            ...messageOf('title-internal'),
            at: placeOf(['fields', index, 'internal']),
          },
        ]
      : [],
  );
  return [...named, ...noTitle, ...again, ...hidden];
}

function sideProblems({ fields, sides }: ProgrammeFile, placeOf: PathPlace): Problem[] {
  const ids = sides.map(({ id }) => id);
  return sides.flatMap(({ id }, index): Problem[] => {
    const at = (): Position => placeOf(['sides', index, 'id']);
    const twice = ids.indexOf(id) === index ? [] : [{ ...messageOf('side-defined-twice', { id }), at: at() }];
    const clash = fields.some((field) => field.id === id)
      ? [{ ...messageOf('side-called-as-field', { id }), at: at() }]
      : [];
    return [...twice, ...clash];
  });
}

function themeProblems(config: ProgrammeFile, placeOf: PathPlace): Problem[] {
  const ids = config.themes.map(({ id }) => id);
  const title = config.fields.find(({ kind }) => kind === 'title');
  return config.themes.flatMap(({ id, columns }, index): Problem[] => {
    const inTheme: PathPlace = (path) => placeOf(['themes', index, ...path]);
    const twice =
      ids.indexOf(id) === index ? [] : [{ ...messageOf('theme-defined-twice', { id }), at: inTheme(['id']) }];
    const ofColumns = columns.flatMap((column, position): Problem[] => {
      const wrong = columnProblem(column, columns.indexOf(column) !== position, config);
      return wrong === undefined ? [] : [{ ...wrong, at: inTheme(['columns', position]) }];
    });
    const untitled =
      title === undefined || columns.includes(title.id)
        ? []
        : [{ ...messageOf('title-column-missing', { id: title.id }), at: inTheme(['columns']) }];
    return [...twice, ...ofColumns, ...untitled];
  });
}

/** The problem of a theme's column, if there is one. */
function columnProblem(
  column: string,
  again: boolean,
  { fields, sides }: ProgrammeFile,
): Problem | undefined {
  const field = fields.find(({ id }) => id === column);
  if (field === undefined && !sides.some(({ id }) => id === column)) {
    const known = new Set([...fields.filter(({ internal }) => !internal), ...sides].map(({ id }) => id));
    return { ...messageOf('column-unknown', { column, known: [...known] }) };
  }
  if (again) return { ...messageOf('column-listed-twice', { column }) };
  if (field?.internal)
    return {
      ...messageOf('column-internal', { column }),
    };
  if (field !== undefined && field.heading === undefined)
    return { ...messageOf('column-without-heading', { column }) };
  return undefined;
}

function duplicateIds(programme: Programme, placeOf: PlaceOf): Problem[] {
  const first = new Map<string, string>();
  const problems: Problem[] = [];
  const themes = new Map(programme.themes.map((entry) => [entry.theme.id, entry]));
  for (const { theme, events } of themes.values()) {
    events.forEach((event, index) => {
      const file = eventsFile(theme.id);
      const earlier = first.get(event.id);
      if (earlier === undefined) first.set(event.id, file);
      else {
        problems.push({
          at: placeOf(file, [index, 'id'], event.id),
          ...messageOf('event-id-used-twice', { id: event.id, file: earlier }),
        });
      }
    });
  }
  return problems;
}

/** @param codes codes of the known regions; undefined if the regions could not be read */
function eventProblems(
  sides: ReadonlyMap<string, Side>,
  event: Event,
  codes: ReadonlySet<string> | undefined,
  placeOf: PathPlace,
): Problem[] {
  const unknownSide = (side: string): Message =>
    messageOf('side-unknown', { side, known: [...sides.keys()] });
  const problems: Problem[] = [];
  problems.push(...occurrenceProblems(event, placeOf));
  for (const side of Object.keys(event.bodies)) {
    if (!sides.has(side)) problems.push({ ...unknownSide(side), at: placeOf(['bodies', side]) });
  }
  for (const [side, regions] of Object.entries(event.regions)) {
    const country = sides.get(side)?.country;
    if (country === undefined) {
      problems.push({ ...unknownSide(side), at: placeOf(['regions', side]) });
    } else if (typeof regions !== 'string') {
      regions.forEach((code, index) => {
        const at = (): Position => placeOf(['regions', side, index]);
        if (!code.startsWith(`${country}-`)) {
          problems.push({ at: at(), ...messageOf('region-of-another-side', { code, side, country }) });
        } else if (codes?.has(code) === false) {
          problems.push({
            at: at(),
            ...messageOf('region-unknown', { code }),
          });
        }
      });
    }
  }
  for (const side of sides.keys()) {
    if (ownProperty(event.regions, side) === undefined) {
      problems.push({
        at: placeOf(['regions']),
        ...messageOf('event-side-missing', { side }),
      });
    }
  }
  return problems;
}

/** Occurrences outside the planned date. */
function occurrenceProblems({ when, occurrences = [] }: Event, placeOf: PathPlace): Problem[] {
  if (occurrences.length === 0) return [];
  if (when === undefined)
    return [
      {
        ...messageOf('occurrences-without-date'),
        at: placeOf(['occurrences']),
      },
    ];
  const bounds = edtfBounds(when);
  return occurrences.flatMap((text, index): Problem[] => {
    const date = readOccurrence(text)?.date;
    const own = date === undefined ? bounds : edtfBounds(date);
    return own.start >= bounds.start && own.end <= bounds.end
      ? []
      : [
          {
            ...messageOf('occurrence-outside-date', { day: date ?? '', when }),
            at: placeOf(['occurrences', index]),
          },
        ];
  });
}
