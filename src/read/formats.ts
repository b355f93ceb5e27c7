/**
 * Formats of datasets. The schemas in src/model describe the newest format. Each older format is described by its
 * differences, and upgrade.ts converts its values to the newest. Reading does not change files: a frozen edition keeps
 * its format and stays readable. Drafts are written in the newest format.
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
    case 2:
      return Format2Schema;
    case FORMAT:
      return ProgrammeFileSchema;
    default:
      return UnknownFormatSchema;
  }
}

/** The format of a programme.yaml; undefined if this version of the program does not know it. */
export function formatOf(value: unknown): number | undefined {
  const said = typeof value === 'object' && value !== null && 'format' in value ? value.format : FORMAT;
  return [2, FORMAT].find((format) => format === said);
}

/** Keys of events that were added after a format. In files of this format, such a key can be the id of a field. */
export function keysAfter(format: number): readonly string[] {
  return format < 3 ? ['occurrences'] : [];
}

/** An unknown format: the rest of the file is not checked. */
const UnknownFormatSchema = z.looseObject({
  format: z.custom(() => false, refusal(reason('format-unknown', { newest: FORMAT }))),
}) as unknown as z.ZodType<ProgrammeFile>;

/** Only the fields and sides of a programme.yaml that has other problems. */
export const FieldsSchema: z.ZodType<HasFields> = z.looseObject({
  fields: z.array(FieldSchema),
  sides: z.array(z.looseObject({ id: IdSchema })).default([]),
});
