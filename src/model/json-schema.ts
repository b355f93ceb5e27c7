import * as z from 'zod';
import { eventSchema, eventsFileSchema } from './event.ts';
import type { HasFields } from './field.ts';
import { ProgrammeFileSchema } from './programme.ts';
import { withoutUndefined } from './records.ts';
import { PlacesFileSchema, RegionsFileSchema } from './regions-and-places.ts';
import { TextSchema } from './text.ts';

/** A schema as JSON Schema (draft 2020-12). */
export interface JsonSchema {
  type?: string;
  description?: string;
  properties?: Record<string, JsonSchema>;
  required?: string[];
  items?: JsonSchema;
  enum?: string[];
  const?: unknown;
  anyOf?: JsonSchema[];
  additionalProperties?: JsonSchema | boolean;
}

/**
 * The JSON Schemas for the files of a dataset, by name. Text editors use them to complete keys and mark errors. The
 * schema for events defines the fields, but also accepts texts under other keys, so that a field that is added later is
 * not marked as an error.
 */
export function datasetSchemas(config: HasFields): Map<string, JsonSchema> {
  const events = jsonSchema(eventsFileSchema(config));
  return new Map([
    ['programme', jsonSchema(ProgrammeFileSchema)],
    [
      'events',
      { ...events, items: { ...jsonSchema(eventSchema(config)), additionalProperties: textSchema() } },
    ],
    ['regions', jsonSchema(RegionsFileSchema)],
    ['places', jsonSchema(PlacesFileSchema)],
  ]);
}

function textSchema(): JsonSchema {
  const { description, anyOf } = jsonSchema(TextSchema);
  return withoutUndefined({ description, anyOf });
}

/** Converts a schema to a JSON Schema for its input, in which keys with default values are not required. */
export function jsonSchema(schema: z.ZodType): JsonSchema {
  return z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) as JsonSchema;
}

/** The text of a JSON Schema file. */
export function schemaText(schema: JsonSchema): string {
  return `${JSON.stringify(schema, null, 2)}\n`;
}
