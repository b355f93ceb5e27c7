import * as z from 'zod';

/** An id: lower-case words joined by hyphens; it names bookmarks, link targets and changes. */
export const IdSchema = z
  .string()
  .max(80)
  .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, {
    error: 'expected lower-case letters, digits and single hyphens, such as spring-concert',
  });
