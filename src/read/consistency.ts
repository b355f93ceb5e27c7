import type { Event } from '../model/event.ts';
import { EVENT_KEYS, isTaken } from '../model/field.ts';
import { wordingsOf } from '../model/labels.ts';
import { own } from '../model/own.ts';
import { BACK_COVER, isMade, isNamed, type PartText, partOf, partsOf, textFile } from '../model/part.ts';
import type { Programme, ProgrammeFile } from '../model/programme.ts';
import { referenceFindings } from '../reference/consistency.ts';
import { editDistance } from '../reference/distance.ts';
import { type LabelShape, labelShapes, placesIn } from '../text/labels.ts';
import type { Path } from './locator.ts';

/** Something wrong between parts of a dataset that are valid each for themselves. */
export interface DatasetFinding {
  /** File relative to the folder of the dataset. */
  file: string;
  path: Path;
  event?: string;
  message: string;
  hint?: string;
}

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
export function consistencyFindings(
  programme: Programme,
  complete: Complete = { events: true, regions: true, texts: true },
): DatasetFinding[] {
  const { regions, places } = programme.reference;
  const codes = complete.regions ? new Set(regions.map((region) => region.code)) : undefined;
  return [
    ...fieldFindings(programme.config),
    ...sideFindings(programme.config),
    ...themeFindings(programme.config),
    ...partFindings(programme, complete.texts),
    ...labelFindings(programme),
    ...duplicateIds(programme),
    ...referenceFindings({ regions, places: complete.regions ? places : [] }, programme.config.languages),
    ...programme.themes.flatMap(({ theme, events }) =>
      events.flatMap((event, index) =>
        eventFindings(programme, event, codes).map((finding) => ({
          ...finding,
          file: eventsFile(theme.id),
          path: [index, ...finding.path],
          event: event.id,
        })),
      ),
    ),
    ...(complete.events && programme.themes.every(({ events }) => events.length === 0)
      ? [
          {
            file: 'programme.yaml',
            path: ['themes'],
            message: 'the programme has no events',
            hint: 'write them into events/<theme>.yaml',
          },
        ]
      : []),
  ];
}

/** File of a theme's events, relative to the folder of the dataset. */
export function eventsFile(theme: string): string {
  return `events/${theme}.yaml`;
}

/** What is wrong with the list of parts, and parts that have no text. */
function partFindings({ config, texts = [] }: Programme, complete: boolean): DatasetFinding[] {
  if (config.parts === undefined) return [];
  const file = PROGRAMME_FILE;
  const parts = partsOf(config);
  const ids = parts.map(({ id }) => id);
  const missing = (id: string, why: string): DatasetFinding[] =>
    ids.includes(id)
      ? []
      : [
          {
            file,
            path: ['parts'],
            message: `the parts lack "${id}": ${why}`,
            hint: `write ${id} among them`,
          },
        ];
  const ofParts = parts.flatMap(({ id, text, signatures }, index): DatasetFinding[] => {
    const at = { file, path: ['parts', index] };
    if (ids.indexOf(id) !== index) return [{ ...at, message: `the part "${id}" stands twice in the list` }];
    if (id === 'cover' && index > 0) return [{ ...at, message: 'the cover comes first' }];
    if (id === BACK_COVER && index < ids.length - 1) return [{ ...at, message: 'the back cover comes last' }];
    if (isMade(id))
      return text === undefined && signatures === undefined
        ? []
        : [
            {
              ...at,
              message: `the part "${id}" is made of the data, and has neither text nor signatures`,
              hint: 'give the text a part of its own',
            },
          ];
    if (!complete || texts.some(({ part }) => part === id)) return [];
    return [
      {
        ...at,
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
    ...(complete ? titleFindings(config, texts) : []),
  ];
}

/** Texts whose part has no name of its own and which begin with no title. */
function titleFindings({ parts = [] }: ProgrammeFile, texts: readonly PartText[]): DatasetFinding[] {
  return texts.flatMap(({ part, lang, rich, field }): DatasetFinding[] => {
    if (rich.title !== undefined || part === BACK_COVER || isNamed(part)) return [];
    const index = parts.findIndex((entry) => partOf(entry).id === part);
    const where = field.startsWith('parts.') ? 'its text' : textFile(part, lang);
    return [
      {
        file: PROGRAMME_FILE,
        path: ['parts', index],
        message: `the part "${part}" has no title in ${lang}`,
        hint: `begin ${where} with one: # Title`,
      },
    ];
  });
}

/** Names of labels that a hint offers. */
const NEAREST = 3;

/** Labels that there are not, and labels that lack what is filled in at their places. */
function labelFindings({ config }: Programme): DatasetFinding[] {
  const file = 'programme.yaml';
  const shapes = config.labels === undefined ? new Map<string, LabelShape>() : labelShapes();
  return Object.entries(config.labels ?? {}).flatMap(([name, label]): DatasetFinding[] => {
    const shape = shapes.get(name);
    if (shape === undefined) {
      const nearest = [...shapes.keys()]
        .map((known) => ({ known, distance: editDistance(name.toLowerCase(), known.toLowerCase()) }))
        .sort((a, b) => a.distance - b.distance)
        .slice(0, NEAREST);
      const hint = `the nearest are ${nearest.map(({ known }) => known).join(', ')}; docs/labels.md has all`;
      return [{ file, path: ['labels', name], message: `there is no label "${name}"`, hint }];
    }
    return wordingsOf(label).flatMap(({ path, words, form }): DatasetFinding[] => {
      const at = { file, path: ['labels', name, ...path] };
      if (form && !shape.counted)
        return [{ ...at, message: `the label ${name} has one form for all numbers` }];
      if (placesIn(words).join() === shape.places.join()) return [];
      const places = shape.places.map((place) => `{${place}}`).join(', ');
      return [
        {
          ...at,
          message: `${places === '' ? `nothing is filled in in the label ${name}` : `the label ${name} keeps ${places}`}; found "${words}"`,
          hint: 'what stands in braces is filled in by the program',
        },
      ];
    });
  });
}

const PROGRAMME_FILE = 'programme.yaml';

/** Fields whose names are taken or given twice; one field names events, and one at most says when they are. */
function fieldFindings({ fields }: ProgrammeFile): DatasetFinding[] {
  const file = PROGRAMME_FILE;
  const ids = fields.map(({ id }) => id);
  const named = fields.flatMap(({ id }, index): DatasetFinding[] => {
    const path = ['fields', index, 'id'];
    if (isTaken(id)) {
      const hint = `taken: ${EVENT_KEYS.join(', ')}; choose another name, such as event-${id}`;
      return [
        { file, path, message: `a field cannot be called "${id}": the name means something else`, hint },
      ];
    }
    if (ids.indexOf(id) === index) return [];
    return [{ file, path, message: `the field "${id}" is defined twice`, hint: 'take one of the two out' }];
  });
  const titles = fields.flatMap(({ kind }, index) => (kind === 'title' ? [index] : []));
  const dates = fields.flatMap(({ kind }, index) => (kind === 'date' ? [index] : []));
  const noTitle: DatasetFinding[] =
    titles.length > 0
      ? []
      : [
          {
            file,
            path: ['fields'],
            message: 'no field names the events',
            hint: 'give one the kind title: { id: title, kind: title, heading: … }',
          },
        ];
  const again = [...titles.slice(1), ...dates.slice(1)].map((index): DatasetFinding => {
    const kind = fields[index]?.kind ?? '';
    return {
      file,
      path: ['fields', index, 'kind'],
      message: `only one field can have the kind ${kind}`,
      hint: 'give this one the kind text',
    };
  });
  const hidden = fields.flatMap(({ kind, internal }, index): DatasetFinding[] =>
    kind === 'title' && internal
      ? [
          {
            file,
            path: ['fields', index, 'internal'],
            message: 'the title cannot be internal: every output names events by it',
          },
        ]
      : [],
  );
  return [...named, ...noTitle, ...again, ...hidden];
}

function sideFindings({ fields, sides }: ProgrammeFile): DatasetFinding[] {
  const ids = sides.map(({ id }) => id);
  return sides.flatMap(({ id }, index): DatasetFinding[] => {
    const at = { file: PROGRAMME_FILE, path: ['sides', index, 'id'] };
    const twice = ids.indexOf(id) === index ? [] : [{ ...at, message: `the side "${id}" is defined twice` }];
    const clash = fields.some((field) => field.id === id)
      ? [{ ...at, message: `a side cannot be called "${id}": a field has that name` }]
      : [];
    return [...twice, ...clash];
  });
}

function themeFindings(config: ProgrammeFile): DatasetFinding[] {
  const ids = config.themes.map(({ id }) => id);
  const title = config.fields.find(({ kind }) => kind === 'title');
  return config.themes.flatMap(({ id, columns }, index): DatasetFinding[] => {
    const at = { file: PROGRAMME_FILE, path: ['themes', index] };
    const findings: DatasetFinding[] = columns.flatMap((column, position) => {
      const wrong = columnFinding(column, columns.indexOf(column) !== position, config);
      return wrong === undefined ? [] : [{ ...at, path: [...at.path, 'columns', position], ...wrong }];
    });
    if (ids.indexOf(id) !== index)
      findings.unshift({ ...at, path: [...at.path, 'id'], message: `the theme "${id}" is defined twice` });
    if (title !== undefined && !columns.includes(title.id))
      findings.push({
        ...at,
        path: [...at.path, 'columns'],
        message: `every theme needs the column ${title.id}`,
      });
    return findings;
  });
}

/** What is wrong with a column of a theme, if anything is. */
function columnFinding(
  column: string,
  again: boolean,
  { fields, sides }: ProgrammeFile,
): Pick<DatasetFinding, 'message' | 'hint'> | undefined {
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

function duplicateIds(programme: Programme): DatasetFinding[] {
  const first = new Map<string, string>();
  const findings: DatasetFinding[] = [];
  const themes = new Map(programme.themes.map((entry) => [entry.theme.id, entry]));
  for (const { theme, events } of themes.values()) {
    events.forEach((event, index) => {
      const file = eventsFile(theme.id);
      const earlier = first.get(event.id);
      if (earlier === undefined) first.set(event.id, file);
      else {
        findings.push({
          file,
          path: [index, 'id'],
          event: event.id,
          message: `the id "${event.id}" is used twice`,
          hint: `it stands in ${earlier} too: every event needs an id of its own`,
        });
      }
    });
  }
  return findings;
}

type EventFinding = Pick<DatasetFinding, 'path' | 'message' | 'hint'>;

/** @param codes codes of the known regions, if they are known */
function eventFindings(
  { config }: Programme,
  event: Event,
  codes: ReadonlySet<string> | undefined,
): EventFinding[] {
  const sides = new Map(config.sides.map((side) => [side.id, side]));
  const hint = `sides: ${[...sides.keys()].join(', ')}`;
  const findings: EventFinding[] = [];
  for (const side of Object.keys(event.bodies)) {
    if (!sides.has(side)) findings.push({ path: ['bodies', side], message: `unknown side "${side}"`, hint });
  }
  for (const [side, regions] of Object.entries(event.regions)) {
    const country = sides.get(side)?.country;
    if (country === undefined) {
      findings.push({ path: ['regions', side], message: `unknown side "${side}"`, hint });
    } else if (typeof regions !== 'string') {
      regions.forEach((code, index) => {
        const path = ['regions', side, index];
        if (!code.startsWith(`${country}-`)) {
          findings.push({ path, message: `${code} is not a region of the side "${side}" (${country})` });
        } else if (codes?.has(code) === false) {
          findings.push({
            path,
            message: `${code} is not in reference/regions.yaml`,
            hint: 'correct the code, or add the region there',
          });
        }
      });
    }
  }
  for (const side of sides.keys()) {
    if (own(event.regions, side) === undefined) {
      findings.push({
        path: ['regions'],
        message: `the side "${side}" is missing`,
        hint: 'write region codes, or why there are none',
      });
    }
  }
  return findings;
}
