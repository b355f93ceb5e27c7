import type { Position, Problem } from '../errors.ts';
import {
  BACK_COVER,
  EVENT_KEYS,
  type Event,
  edtfBounds,
  isMade,
  isNamed,
  isTaken,
  own,
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
import { editDistance, referenceProblems } from '../reference/index.ts';
import { type LabelShape, labelShapes, placesIn } from '../text/index.ts';
import type { Path } from './locator.ts';
import { fieldAt } from './parse-file.ts';

/**
 * Gives where what is at a path of a file stands; the file is named from the folder of the dataset. Of an event's file, the event too.
 * It is asked for what is wrong only: the file is read once more for it.
 */
export type PlaceOf = (file: string, path: Path, event?: string) => Position;

/** A place as long as no file is looked at: event and field. */
export const placeInData: PlaceOf = (_file, path, event) => ({
  ...(event === undefined ? {} : { event }),
  ...fieldAt(event === undefined ? path : path.slice(1)),
});

/** What of a dataset could be read whole. */
export interface Complete {
  events: boolean;
  regions: boolean;
  texts: boolean;
}

/**
 * What the schema cannot see: ids used twice, columns and sides that do not exist, regions of another country, no events at all.
 *
 * @param complete what could be read whole: nothing is called missing that only could not be read
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
            message: 'the programme has no events',
            at: inProgramme(['themes']),
            hint: 'write them into events/<theme>.yaml',
          },
        ]
      : []),
  ];
}

type PathPlace = (path: Path) => Position;

/** File of a theme's events, relative to the folder of the dataset. */
export function eventsFile(theme: string): string {
  return `events/${theme}.yaml`;
}

/** What is wrong with the list of parts, and parts that have no text. */
function partProblems({ config, texts = [] }: Programme, complete: boolean, placeOf: PathPlace): Problem[] {
  if (config.parts === undefined) return [];
  const parts = partsOf(config);
  const ids = parts.map(({ id }) => id);
  const missing = (id: string, why: string): Problem[] =>
    ids.includes(id)
      ? []
      : [
          {
            message: `the parts lack "${id}": ${why}`,
            at: placeOf(['parts']),
            hint: `write ${id} among them`,
          },
        ];
  const ofParts = parts.flatMap(({ id, text, signatures }, index): Problem[] => {
    const at = (): Position => placeOf(['parts', index]);
    if (ids.indexOf(id) !== index)
      return [{ message: `the part "${id}" stands twice in the list`, at: at() }];
    if (id === 'cover' && index > 0) return [{ message: 'the cover comes first', at: at() }];
    if (id === BACK_COVER && index < ids.length - 1)
      return [{ message: 'the back cover comes last', at: at() }];
    if (isMade(id))
      return text === undefined && signatures === undefined
        ? []
        : [
            {
              at: at(),
              message: `the part "${id}" is made of the data, and has neither text nor signatures`,
              hint: 'give the text a part of its own',
            },
          ];
    if (!complete || texts.some(({ part }) => part === id)) return [];
    return [
      {
        at: at(),
        message: `the part "${id}" has no text`,
        hint: `write ${textFile(id, config.language)}, or take the part out of the list`,
      },
    ];
  });
  return [
    ...missing('cover', 'every programme has one'),
    ...missing('introduction', 'the introduction of programme.yaml would not be printed'),
    ...missing('themes', 'the events would not be printed'),
    ...ofParts,
    ...(complete ? titleProblems(config, texts, placeOf) : []),
  ];
}

/** Texts whose part has no name of its own and which begin with no title. */
function titleProblems(
  { parts = [] }: ProgrammeFile,
  texts: readonly PartText[],
  placeOf: PathPlace,
): Problem[] {
  return texts.flatMap(({ part, lang, rich, field }): Problem[] => {
    if (rich.title !== undefined || part === BACK_COVER || isNamed(part)) return [];
    const index = parts.findIndex((entry) => partOf(entry).id === part);
    const where = field.startsWith('parts.') ? 'its text' : textFile(part, lang);
    return [
      {
        at: placeOf(['parts', index]),
        message: `the part "${part}" has no title in ${lang}`,
        hint: `begin ${where} with one: # Title`,
      },
    ];
  });
}

/** Names of labels that a hint offers. */
const NEAREST = 3;

/** Labels that there are not, and labels that lack what is filled in at their places. */
function labelProblems(config: ProgrammeFile, placeOf: PathPlace): Problem[] {
  const shapes = config.labels === undefined ? new Map<string, LabelShape>() : labelShapes();
  return Object.entries(config.labels ?? {}).flatMap(([name, label]): Problem[] => {
    const shape = shapes.get(name);
    if (shape === undefined) {
      const nearest = [...shapes.keys()]
        .map((known) => ({ known, distance: editDistance(name.toLowerCase(), known.toLowerCase()) }))
        .sort((a, b) => a.distance - b.distance)
        .slice(0, NEAREST);
      const hint = `the nearest are ${nearest.map(({ known }) => known).join(', ')}; docs/labels.md has all`;
      return [{ message: `there is no label "${name}"`, at: placeOf(['labels', name]), hint }];
    }
    return wordingsOf(label).flatMap(({ path, words, form }): Problem[] => {
      const at = (): Position => placeOf(['labels', name, ...path]);
      if (form && !shape.counted)
        return [{ message: `the label ${name} has one form for all numbers`, at: at() }];
      if (placesIn(words).join() === shape.places.join()) return [];
      const places = shape.places.map((place) => `{${place}}`).join(', ');
      return [
        {
          at: at(),
          message: `${places === '' ? `nothing is filled in in the label ${name}` : `the label ${name} keeps ${places}`}; found "${words}"`,
          hint: 'what stands in braces is filled in by the program',
        },
      ];
    });
  });
}

/** Fields whose names are taken or given twice; one field names events, and one at most says when they are. */
function fieldProblems({ fields }: ProgrammeFile, placeOf: PathPlace): Problem[] {
  const ids = fields.map(({ id }) => id);
  const named = fields.flatMap(({ id }, index): Problem[] => {
    const at = (): Position => placeOf(['fields', index, 'id']);
    if (isTaken(id)) {
      const hint = `taken: ${EVENT_KEYS.join(', ')}; choose another name, such as event-${id}`;
      return [{ message: `a field cannot be called "${id}": the name means something else`, at: at(), hint }];
    }
    if (ids.indexOf(id) === index) return [];
    return [{ message: `the field "${id}" is defined twice`, at: at(), hint: 'take one of the two out' }];
  });
  const titles = fields.flatMap(({ kind }, index) => (kind === 'title' ? [index] : []));
  const dates = fields.flatMap(({ kind }, index) => (kind === 'date' ? [index] : []));
  const noTitle: Problem[] =
    titles.length > 0
      ? []
      : [
          {
            message: 'no field names the events',
            at: placeOf(['fields']),
            hint: 'give one the kind title: { id: title, kind: title, heading: … }',
          },
        ];
  const again = [...titles.slice(1), ...dates.slice(1)].map(
    (index): Problem => ({
      message: `only one field can have the kind ${fields[index]?.kind ?? ''}`,
      at: placeOf(['fields', index, 'kind']),
      hint: 'give this one the kind text',
    }),
  );
  const hidden = fields.flatMap(({ kind, internal }, index): Problem[] =>
    kind === 'title' && internal
      ? [
          {
            message: 'the title cannot be internal: every output names events by it',
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
    const twice =
      ids.indexOf(id) === index ? [] : [{ message: `the side "${id}" is defined twice`, at: at() }];
    const clash = fields.some((field) => field.id === id)
      ? [{ message: `a side cannot be called "${id}": a field has that name`, at: at() }]
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
      ids.indexOf(id) === index
        ? []
        : [{ message: `the theme "${id}" is defined twice`, at: inTheme(['id']) }];
    const ofColumns = columns.flatMap((column, position): Problem[] => {
      const wrong = columnProblem(column, columns.indexOf(column) !== position, config);
      return wrong === undefined ? [] : [{ ...wrong, at: inTheme(['columns', position]) }];
    });
    const untitled =
      title === undefined || columns.includes(title.id)
        ? []
        : [{ message: `every theme needs the column ${title.id}`, at: inTheme(['columns']) }];
    return [...twice, ...ofColumns, ...untitled];
  });
}

/** What is wrong with a column of a theme, if anything is. */
function columnProblem(
  column: string,
  again: boolean,
  { fields, sides }: ProgrammeFile,
): Problem | undefined {
  const field = fields.find(({ id }) => id === column);
  if (field === undefined && !sides.some(({ id }) => id === column)) {
    const known = new Set([...fields.filter(({ internal }) => !internal), ...sides].map(({ id }) => id));
    return { message: `unknown column "${column}"`, hint: `columns: ${[...known].join(', ')}` };
  }
  if (again) return { message: `the column "${column}" is listed twice` };
  if (field?.internal)
    return {
      message: `the field "${column}" is internal and cannot be printed`,
      hint: 'take it out of the columns, or take internal out of the field',
    };
  if (field !== undefined && field.heading === undefined)
    return { message: `the column "${column}" has no heading`, hint: 'give the field one: heading: …' };
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
          message: `the id "${event.id}" is used twice`,
          hint: `it stands in ${earlier} too: every event needs an id of its own`,
        });
      }
    });
  }
  return problems;
}

/** @param codes codes of the known regions, if they are known */
function eventProblems(
  sides: ReadonlyMap<string, Side>,
  event: Event,
  codes: ReadonlySet<string> | undefined,
  placeOf: PathPlace,
): Problem[] {
  const hint = `sides: ${[...sides.keys()].join(', ')}`;
  const problems: Problem[] = [];
  problems.push(...occurrenceProblems(event, placeOf));
  for (const side of Object.keys(event.bodies)) {
    if (!sides.has(side))
      problems.push({ message: `unknown side "${side}"`, at: placeOf(['bodies', side]), hint });
  }
  for (const [side, regions] of Object.entries(event.regions)) {
    const country = sides.get(side)?.country;
    if (country === undefined) {
      problems.push({ message: `unknown side "${side}"`, at: placeOf(['regions', side]), hint });
    } else if (typeof regions !== 'string') {
      regions.forEach((code, index) => {
        const at = (): Position => placeOf(['regions', side, index]);
        if (!code.startsWith(`${country}-`)) {
          problems.push({ at: at(), message: `${code} is not a region of the side "${side}" (${country})` });
        } else if (codes?.has(code) === false) {
          problems.push({
            at: at(),
            message: `${code} is not in reference/regions.yaml`,
            hint: 'correct the code, or add the region there',
          });
        }
      });
    }
  }
  for (const side of sides.keys()) {
    if (own(event.regions, side) === undefined) {
      problems.push({
        at: placeOf(['regions']),
        message: `the side "${side}" is missing`,
        hint: 'write region codes, or why there are none',
      });
    }
  }
  return problems;
}

/** Occurrences on days that the planned date has not. */
function occurrenceProblems({ when, occurrences = [] }: Event, placeOf: PathPlace): Problem[] {
  if (occurrences.length === 0) return [];
  if (when === undefined)
    return [
      {
        message: 'occurrences without a planned date',
        at: placeOf(['occurrences']),
        hint: 'write the days into when',
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
            message: `${date ?? ''} is not in the planned date ${when}`,
            at: placeOf(['occurrences', index]),
            hint: 'correct one of the two',
          },
        ];
  });
}
