import { eventSchema, eventsFileSchema } from '../../src/model/event.ts';
import type { Field } from '../../src/model/field.ts';
import type { ProgrammeFile } from '../../src/model/programme.ts';
import type { Text } from '../../src/model/text.ts';

/** The fields of the programmes that most tests use. */
export const FIVE_FIELDS: readonly Field[] = (
  ['region', 'category', 'title', 'description', 'date'] as const
).map((kind) => ({ id: kind, kind }));

export const CONFIG = { fields: FIVE_FIELDS, sides: [{ id: 'french' }, { id: 'russian' }] };
export const EventSchema = eventSchema(CONFIG);
export const EventsFileSchema = eventsFileSchema(CONFIG);

/** A configuration with a different heading of one of its fields. */
export function withHeading(config: ProgrammeFile, id: string, heading: Text): ProgrammeFile {
  return {
    ...config,
    fields: config.fields.map((field) => (field.id === id ? { ...field, heading } : field)),
  };
}

/** The headings of the fields of a programme, by field id. */
export function headingsOf({ fields }: ProgrammeFile): Map<string, Text | undefined> {
  return new Map(fields.map(({ id, heading }) => [id, heading]));
}
