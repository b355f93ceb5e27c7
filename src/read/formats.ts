/**
 * Formats of datasets. The newest is what the schemas of src/model say; each older one is said by what its files have otherwise, and
 * upgrade.ts makes the newest of its values. Reading touches no file: an edition stays as it was frozen, and is read for ever. What is written
 * into a draft is written in the newest format.
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

/** programme.yaml of format 2, which differs in what the signs of its texts mean. */
const Format2Schema = ProgrammeFileSchema.extend({ format: z.literal(2) }).transform(
  (config): ProgrammeFile => ({ ...config, format: FORMAT }),
);

/** The schema of a programme.yaml in its own format; what it gives has the shape of the newest, and its words as they are. */
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

/** The format that a programme.yaml is in; undefined where no version of the program has it. */
export function formatOf(value: unknown): number | undefined {
  if (isFormat1(value)) return 1;
  const known = [2, FORMAT];
  const said = typeof value === 'object' && value !== null && 'format' in value ? value.format : FORMAT;
  return known.find((format) => format === said);
}

/** Keys of events that came after a format: in files of it a field can be called so. */
export function keysAfter(format: number): readonly string[] {
  return format < 3 ? ['occurrences'] : [];
}

/** A format that is none of those above: what else its file holds is not known. */
const NewerSchema = z.looseObject({
  format: z.custom(() => false, {
    error: `is no format that this version of the program reads: these are 1 to ${FORMAT}`,
  }),
}) as unknown as z.ZodType<ProgrammeFile>;

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
