import * as z from 'zod';
import { isEdtf } from './edtf.ts';
import { TextSchema, WordsSchema } from './text.ts';

/** An id: lower-case words joined by hyphens; it names bookmarks, link targets and changes. */
export const IdSchema = z
  .string()
  .max(80)
  .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, {
    error: 'expected lower-case letters, digits and single hyphens, such as spring-concert',
  });

/** ISO 3166-2 code of a region. */
export const RegionCodeSchema = z
  .string()
  .regex(/^[A-Z]{2}-[A-Z0-9]{1,3}$/, { error: 'expected an ISO 3166-2 code such as ES-CT' });

/** Why an event has no region on a side. */
export const NO_REGION_REASONS = ['all-regions', 'to-be-determined', 'national-body', 'not-named'] as const;
export type NoRegionReason = (typeof NO_REGION_REASONS)[number];

/** Where an event takes place or comes from on one side: regions, or the reason why there is none. */
export const SideRegionsSchema = z.union([
  z
    .array(RegionCodeSchema)
    .min(1, { error: `expected at least one code, or one of ${NO_REGION_REASONS.join(', ')}` }),
  z.enum(NO_REGION_REASONS),
]);
export type SideRegions = z.infer<typeof SideRegionsSchema>;

export const STATUSES = ['cancelled', 'postponed'] as const;
export type Status = (typeof STATUSES)[number];

/** A proofing finding that the editor accepts, and why. */
export const AcceptanceSchema = z.strictObject({
  rule: IdSchema.describe('Id of the rule whose finding is accepted (`check --rules` lists them).'),
  field: z.string().optional().describe('Field that the finding is about; left out: any field of the event.'),
  reason: WordsSchema.describe('Why the words stay as they are.'),
});

export const EventSchema = z.strictObject({
  id: IdSchema.describe('Stable id of the event, unique in the programme; never changed once published.'),
  region: TextSchema.optional().describe('Words of the region column, as printed.'),
  category: TextSchema.optional().describe('Words of the category column, as printed.'),
  bodies: z
    .record(IdSchema, TextSchema)
    .default({})
    .describe(
      'Local government or institution concerned, by side, as printed; a side without one is left out.',
    ),
  regions: z
    .record(IdSchema, SideRegionsSchema)
    .describe(
      `Regions of the event by side: ISO 3166-2 codes, or why there is none: ${NO_REGION_REASONS.join(', ')}.`,
    ),
  title: TextSchema.describe('Title, as printed.'),
  description: TextSchema.optional().describe('Description, as printed; each line is a paragraph.'),
  date: TextSchema.optional().describe('Planned date in words, as printed.'),
  when: z
    .string()
    .superRefine((value, context) => {
      const problem = isEdtf(value);
      if (problem !== true) context.addIssue({ code: 'custom', message: problem });
    })
    .optional()
    .describe(
      'Planned date for machines, EDTF (ISO 8601-2) level 2: 2030-12-09/2030-12-19, 2030-04, 2030-35 (quarter 3), 2030-41 (semester 2).',
    ),
  status: z.enum(STATUSES).optional().describe('Printed with the event when it is cancelled or postponed.'),
  repeat: z
    .literal(true)
    .optional()
    .describe('Print the first column again although it equals that of the event above.'),
  accept: z
    .array(AcceptanceSchema)
    .optional()
    .describe('Proofing findings accepted for this event, with reasons.'),
});
export type Event = z.infer<typeof EventSchema>;

export const EventsFileSchema = z.array(EventSchema).describe('The events of one theme, in printed order.');
