/**
 * Formats of datasets. The newest is what the schemas of src/model say; each older one is said by what it has otherwise, with the one
 * step that makes the next of it. Files are never touched: an edition stays as it was frozen, and is read for ever.
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

/** The columns that every programme of format 1 had; each is a field of the kind that is called like it. */
const FIELDS_OF_FORMAT_1 = (['region', 'category', 'title', 'description', 'date'] as const).map((kind) => ({
  id: kind,
  kind,
}));

/** programme.yaml of format 1, which did not say its format: five columns that had no kinds, of which it gave the headings. */
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

/** The schema of a programme.yaml in its own format; what it gives is in the newest. */
export function programmeFileSchema(value: unknown): z.ZodType<ProgrammeFile> {
  if (isFormat1(value)) return Format1Schema;
  return isNewer(value) ? NewerSchema : ProgrammeFileSchema;
}

/** A format that is none of those above: what else its file holds is not known. */
const NewerSchema = z.looseObject({
  format: z.custom(() => false, {
    error: `is no format that this version of the program reads: these are 1 and ${FORMAT}`,
  }),
}) as unknown as z.ZodType<ProgrammeFile>;

function isNewer(value: unknown): boolean {
  return typeof value === 'object' && value !== null && 'format' in value && value.format !== FORMAT;
}

/** Fields and sides alone, of a programme.yaml in which something else is wrong. */
export function fieldsSchema(value: unknown): z.ZodType<HasFields> {
  const sides = z.array(z.looseObject({ id: IdSchema })).default([]);
  if (isFormat1(value))
    return z
      .looseObject({ sides })
      .transform((config) => ({ sides: config.sides, fields: FIELDS_OF_FORMAT_1 }));
  return z.looseObject({ fields: z.array(FieldSchema), sides });
}

/** A file that says no format is of the first, unless it has what came with the second. */
function isFormat1(value: unknown): boolean {
  const says = typeof value === 'object' && value !== null ? value : {};
  return 'format' in says ? says.format === 1 : !('fields' in says);
}
