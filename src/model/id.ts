import * as z from 'zod';
import { reason, refusal } from '../reasons.ts';

/** The schema for an id: lower-case words joined by hyphens. Ids identify bookmarks, link targets and changes. */
export const IdSchema = z
  .string()
  .max(80)
  .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, {
    ...refusal(reason('expected-id')),
  });

/**
 * The schema for the name of an edition, which is an id. The name of an erratum is the name of the corrected edition
 * with a number appended, such as 2.1.
 */
export const EditionNameSchema = z
  .string()
  .max(80)
  .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*(?:\.[0-9]+)*$/, {
    ...refusal(reason('expected-edition-name')),
  });
