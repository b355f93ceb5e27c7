/**
 * The formats of datasets. The schemas in src/model describe the newest format. Older formats are described by their
 * differences from it, and upgrade.ts converts their values to the newest format. Reading a dataset does not change its
 * files: a frozen edition keeps its format and remains readable. Drafts are written in the newest format.
 */

import * as z from 'zod';
import {
  FieldSchema,
  FORMAT,
  type HasFields,
  IdSchema,
  type ProgrammeFile,
  ProgrammeFileSchema,
} from '../model/index.ts';
import { reason, refusal } from '../reasons.ts';

/**
 * The schema of programme.yaml in format 2, which differs from format 3 in the meaning of markup characters in texts.
 */
const Format2Schema = ProgrammeFileSchema.extend({ format: z.literal(2) }).transform(
  (config): ProgrammeFile => ({ ...config, format: FORMAT }),
);

/**
 * Returns the schema for a programme.yaml file in its own format. The parsed value has the structure of the newest
 * format, but its texts are not converted.
 */
export function programmeFileSchema(value: unknown): z.ZodType<ProgrammeFile> {
  switch (formatOf(value)) {
    case 2:
      return Format2Schema;
    case FORMAT:
      return ProgrammeFileSchema;
    default:
      return UnknownFormatSchema;
  }
}

/** The format of a programme.yaml file; undefined if this version of the program does not support it. */
export function formatOf(value: unknown): number | undefined {
  const stated = typeof value === 'object' && value !== null && 'format' in value ? value.format : FORMAT;
  return [2, FORMAT].find((format) => format === stated);
}

/**
 * The keys of events that were introduced after the given format. In files in an older format, these names can be ids
 * of fields.
 */
export function keysAfter(format: number): readonly string[] {
  return format < 3 ? ['occurrences'] : [];
}

/** The schema for a file in an unknown format, which reports the format and checks nothing else. */
const UnknownFormatSchema = z.looseObject({
  format: z.custom(() => false, refusal(reason('format-unknown', { newest: FORMAT }))),
}) as unknown as z.ZodType<ProgrammeFile>;

/** The schema for the fields and sides of a programme.yaml file in which other values are invalid. */
export const FieldsSchema: z.ZodType<HasFields> = z.looseObject({
  fields: z.array(FieldSchema),
  sides: z.array(z.looseObject({ id: IdSchema })).default([]),
});
