import { readFileSync } from 'node:fs';
import { load } from 'js-yaml';
import { checkProgramme } from '../../../src/check/check.ts';
import type { Finding } from '../../../src/check/finding.ts';
import type { RuleResources } from '../../../src/check/rule.ts';
import { openSpelling, type Spelling } from '../../../src/check/spelling.ts';
import { eventSchema } from '../../../src/model/event.ts';
import { type Programme, type ProgrammeFile, ProgrammeFileSchema } from '../../../src/model/programme.ts';
import {
  PlacesFileSchema,
  type Reference,
  RegionsFileSchema,
} from '../../../src/model/regions-and-places.ts';
import { readDictionaries } from '../../../src/read/dictionaries.ts';
import { programmeFileSchema } from '../../../src/read/formats.ts';
import { EventsFileSchema } from '../../support/fields.ts';

const ROOT = new URL('../../../', import.meta.url);

/** The text of a file of the repository. */
export function fileText(path: string): string {
  return readFileSync(new URL(path, ROOT), 'utf8');
}

function yamlOf(path: string): unknown {
  return load(fileText(path));
}

/** The regions and places of the draft. */
const reference = referenceIn('data');

function referenceIn(folder: string): Reference {
  return {
    regions: RegionsFileSchema.parse(yamlOf(`${folder}/reference/regions.yaml`)),
    places: PlacesFileSchema.parse(yamlOf(`${folder}/reference/places.yaml`)),
  };
}

/** Edition 1, with the regions and places of its frozen data. */
export function edition1(): Programme {
  return programmeIn('data/editions/1', '1');
}

export function draft(): Programme {
  return programmeIn('data', 'draft');
}

function programmeIn(folder: string, edition: string): Programme {
  const file = yamlOf(`${folder}/programme.yaml`);
  const config = programmeFileSchema(file).parse(file);
  return {
    edition,
    config,
    themes: config.themes.map((theme) => ({
      theme,
      events: EventsFileSchema.parse(yamlOf(`${folder}/events/${theme.id}.yaml`)),
    })),
    reference: referenceIn(folder),
  };
}

/** Dictionaries of three languages and the word list of the project. */
export async function projectSpelling(): Promise<Spelling> {
  return openSpelling(await readDictionaries(['en', 'fr', 'ru']), fileText('data/words.txt'));
}

const CONFIG = {
  format: 3,
  name: 'test',
  language: 'en',
  languages: ['en'],
  date: '2021-03-19',
  period: '2021',
  title: 'Programme of the year',
  author: 'The cities',
  subject: 'Events',
  introduction: 'This document lists all events.',
  contents: 'Events by theme',
  fields: [
    { id: 'region', kind: 'region', heading: 'Region' },
    { id: 'category', kind: 'category' },
    { id: 'title', kind: 'title', heading: 'Title' },
    { id: 'description', kind: 'description', heading: 'Description' },
    { id: 'date', kind: 'date', heading: 'Planned date' },
  ],
  sides: [
    { id: 'french', country: 'FR', name: 'France', heading: 'French body' },
    { id: 'russian', country: 'RU', name: 'Russia', heading: 'Russian body' },
  ],
  themes: [
    { id: 'culture', title: 'Culture', columns: ['french', 'russian', 'title', 'description', 'date'] },
  ],
} as const;

const EVENT = {
  bodies: { french: 'Dijon', russian: 'Volgograd' },
  regions: { french: ['FR-BFC'], russian: ['RU-VGG'] },
  title: 'Days of friendship',
  description: 'Concerts and readings in both cities.',
  date: 'April 2021',
  when: '2021-04',
};

/** Fields of an event that a test needs; `undefined` removes a field. */
export type EventParts = Readonly<Record<string, unknown>>;

/** A valid programme of one theme. Its events are copies of a valid event with the given changes. */
export function programmeWith(
  events: readonly EventParts[],
  config: Readonly<Record<string, unknown>> = {},
): Programme {
  const file: ProgrammeFile = ProgrammeFileSchema.parse({ ...CONFIG, ...config });
  const [theme] = file.themes;
  if (theme === undefined) throw new Error('a programme has themes');
  const schema = eventSchema({ ...file, fields: [...file.fields, ...CONFIG.fields] });
  const all = events.map((parts, index) => {
    const event = { id: `event-${index + 1}`, ...EVENT, ...parts };
    return schema.parse(Object.fromEntries(Object.entries(event).filter(([, value]) => value !== undefined)));
  });
  return {
    edition: 'draft',
    config: file,
    themes: file.themes.map((other) => ({ theme: other, events: other === theme ? all : [] })),
    reference,
  };
}

/** The findings of one rule. */
export function findingsOf(rule: string, programme: Programme, aids: RuleResources = {}): Finding[] {
  return checkProgramme(programme, aids).filter((finding) => finding.rule === rule);
}
