import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import type { Event } from '../../../src/model/event.ts';
import type { ProgrammeFile } from '../../../src/model/programme.ts';
import { programmeFileSchema } from '../../../src/read/formats.ts';
import { EventsFileSchema } from '../../support/fields.ts';

/** The data folder of the repository. */
export const DATA = new URL('../../../data/', import.meta.url);

/** Folder of edition 1. */
export const EDITION_1 = new URL('editions/1/', DATA);

export function readText(folder: URL, path: string): string {
  return readFileSync(new URL(path, folder), 'utf8');
}

/** The validated `programme.yaml` of a folder. */
export function readConfig(folder: URL): ProgrammeFile {
  const value: unknown = parse(readText(folder, 'programme.yaml'));
  return programmeFileSchema(value).parse(value);
}

/** The validated events of a theme. */
export function readEvents(folder: URL, theme: string): Event[] {
  return EventsFileSchema.parse(parse(readText(folder, `events/${theme}.yaml`)));
}
