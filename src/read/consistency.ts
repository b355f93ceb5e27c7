import type { Event } from '../model/event.ts';
import { wordingsOf } from '../model/labels.ts';
import { own } from '../model/own.ts';
import { OWN_COLUMNS, type Programme } from '../model/programme.ts';
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
}

/**
 * What the schema cannot see: ids used twice, columns and sides that do not exist, regions of another country, no events at all.
 *
 * @param complete what could be read whole: nothing is called missing that only could not be read
 */
export function consistencyFindings(
  programme: Programme,
  complete: Complete = { events: true, regions: true },
): DatasetFinding[] {
  const { regions, places } = programme.reference;
  const codes = complete.regions ? new Set(regions.map((region) => region.code)) : undefined;
  return [
    ...themeFindings(programme),
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

function themeFindings({ config }: Programme): DatasetFinding[] {
  const file = 'programme.yaml';
  const sides = config.sides.map((side) => side.id);
  const known = new Set<string>([...OWN_COLUMNS, ...sides]);
  const findings: DatasetFinding[] = [];
  config.sides.forEach((side, index) => {
    if (sides.indexOf(side.id) !== index)
      findings.push({
        file,
        path: ['sides', index, 'id'],
        message: `the side "${side.id}" is defined twice`,
      });
    if ((OWN_COLUMNS as readonly string[]).includes(side.id)) {
      findings.push({
        file,
        path: ['sides', index, 'id'],
        message: `a side cannot be called "${side.id}": a column has that name`,
      });
    }
  });
  const ids = config.themes.map((theme) => theme.id);
  config.themes.forEach((theme, index) => {
    if (ids.indexOf(theme.id) !== index)
      findings.push({
        file,
        path: ['themes', index, 'id'],
        message: `the theme "${theme.id}" is defined twice`,
      });
    theme.columns.forEach((column, position) => {
      const at = ['themes', index, 'columns', position] as const;
      if (!known.has(column)) {
        findings.push({
          file,
          path: at,
          message: `unknown column "${column}"`,
          hint: `columns: ${[...known].join(', ')}`,
        });
      } else if (theme.columns.indexOf(column) !== position) {
        findings.push({ file, path: at, message: `the column "${column}" is listed twice` });
      } else if (
        !sides.includes(column) &&
        config.columns[column as keyof typeof config.columns] === undefined
      ) {
        findings.push({
          file,
          path: at,
          message: `the column "${column}" has no heading`,
          hint: `write one under columns: ${column}:`,
        });
      }
    });
    if (!theme.columns.includes('title')) {
      findings.push({
        file,
        path: ['themes', index, 'columns'],
        message: 'every theme needs the column title',
      });
    }
  });
  return findings;
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
