import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { type Event, EventsFileSchema } from '../../../src/model/event.ts';
import { type ProgrammeFile, ProgrammeFileSchema } from '../../../src/model/programme.ts';

/** The repository's own data folder. */
export const DATA = new URL('../../../data/', import.meta.url);

/** Folder of edition 1. */
export const EDITION_1 = new URL('editions/1/', DATA);

export function readText(folder: URL, path: string): string {
  return readFileSync(new URL(path, folder), 'utf8');
}

/** The validated `programme.yaml` of a folder. */
export function readConfig(folder: URL): ProgrammeFile {
  return ProgrammeFileSchema.parse(parse(readText(folder, 'programme.yaml')));
}

/** The validated events of a theme. */
export function readEvents(folder: URL, theme: string): Event[] {
  return EventsFileSchema.parse(parse(readText(folder, `events/${theme}.yaml`)));
}
