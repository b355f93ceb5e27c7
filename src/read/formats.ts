/**
 * Formats of datasets. The schemas in src/model describe the newest format. Each older format is described by its
 * differences, and upgrade.ts converts its values to the newest. Reading changes no file: a frozen edition keeps its
 * format and stays readable. Drafts are written in the newest format.
 */

import * as z from 'zod';
import {
  FieldSchema,
  FORMAT,
  type HasFields,
  IdSchema,
  type ProgrammeFile,
  ProgrammeFileSchema,
  TextSchema,
} from '../model/index.ts';

/** The columns of every programme in format 1. Each is a field whose kind has the same name. */
const FIELDS_OF_FORMAT_1 = (['region', 'category', 'title', 'description', 'date'] as const).map((kind) => ({
  id: kind,
  kind,
}));

/** programme.yaml of format 1, whose `format` key is optional: headings for five columns without kinds. */
const Format1Schema = ProgrammeFileSchema.omit({ fields: true })
  .extend({
    format: z.literal(1).optional(),
    columns: z.strictObject({
      region: TextSchema.optional(),
      category: TextSchema.optional(),
      title: TextSchema.optional(),
      description: TextSchema.optional(),
      date: TextSchema.optional(),
    }),
  })
  .transform(({ columns, ...rest }): ProgrammeFile => {
    const fields = FIELDS_OF_FORMAT_1.map((field) => {
      const heading = columns[field.id];
      return { ...field, ...(heading === undefined ? {} : { heading }) };
    });
    return { ...rest, format: FORMAT, fields };
  });

/** programme.yaml of format 2, which differs from format 3 in the meaning of markup characters in texts. */
const Format2Schema = ProgrammeFileSchema.extend({ format: z.literal(2) }).transform(
  (config): ProgrammeFile => ({ ...config, format: FORMAT }),
);

/**
 * The schema of a programme.yaml in its own format. The parsed value has the shape of the newest format; its texts
 * are not converted.
 */
export function programmeFileSchema(value: unknown): z.ZodType<ProgrammeFile> {
  switch (formatOf(value)) {
    case 1:
      return Format1Schema;
    case 2:
      return Format2Schema;
    case FORMAT:
      return ProgrammeFileSchema;
    default:
      return NewerSchema;
  }
}

/** The format of a programme.yaml; undefined if this version of the program does not know it. */
export function formatOf(value: unknown): number | undefined {
  if (isFormat1(value)) return 1;
  const known = [2, FORMAT];
  const said = typeof value === 'object' && value !== null && 'format' in value ? value.format : FORMAT;
  return known.find((format) => format === said);
}

/** Keys of events that were added after a format. In files of that format, a field can have such a name. */
export function keysAfter(format: number): readonly string[] {
  return format < 3 ? ['occurrences'] : [];
}

/** An unknown format: the rest of the file is not checked. */
const NewerSchema = z.looseObject({
  format: z.custom(() => false, {
    error: `is no format that this version of the program reads: these are 1 to ${FORMAT}`,
  }),
}) as unknown as z.ZodType<ProgrammeFile>;

/** Only the fields and sides of a programme.yaml that has other problems. */
export function fieldsSchema(value: unknown): z.ZodType<HasFields> {
  const sides = z.array(z.looseObject({ id: IdSchema })).default([]);
  if (isFormat1(value))
    return z
      .looseObject({ sides })
      .transform((config) => ({ sides: config.sides, fields: FIELDS_OF_FORMAT_1 }));
  return z.looseObject({ fields: z.array(FieldSchema), sides });
}

/** A file without a `format` key is format 1, unless it has `fields`, which format 2 added. */
function isFormat1(value: unknown): boolean {
  const says = typeof value === 'object' && value !== null ? value : {};
  return 'format' in says ? says.format === 1 : !('fields' in says);
}
