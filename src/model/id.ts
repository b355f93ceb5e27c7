import * as z from 'zod';
import { reason, refusal } from '../reasons.ts';

/** An id: lower-case words joined by hyphens. It identifies bookmarks, link targets and changes. */
export const IdSchema = z
  .string()
  .max(80)
  .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, {
    ...refusal(reason('expected-id')),
  });

/** Name of an edition: an id; an erratum appends a number to the name of the corrected edition, such as 2.1. */
export const EditionNameSchema = z
  .string()
  .max(80)
  .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*(?:\.[0-9]+)*$/, {
    ...refusal(reason('expected-edition-name')),
  });
