import * as z from 'zod';
import { kindWords, schemaWords } from '../../languages/index.ts';
import { described, describedObject } from '../described.ts';
import { reason, refusal } from '../reasons.ts';
import { edtfProblem } from './edtf.ts';
import { EVENT_KEYS, type Field, fieldTexts, type HasFields, isTaken, titleOf } from './field.ts';
import { kindOfField } from './field-kinds.ts';
import { IdSchema } from './id.ts';
import { OccurrenceSchema } from './occurrence.ts';
import { PictureTextSchema } from './picture-words.ts';
import { ownProperty } from './records.ts';
import { LANGS, type Lang, type Text, TextSchema, WordsSchema } from './text.ts';
import { TimeZoneSchema } from './timezone.ts';

/** The schema for the ISO 3166-2 code of a region. */
export const RegionCodeSchema = z
  .string()
  .regex(/^[A-Z]{2}-[A-Z0-9]{1,3}$/, refusal(reason('expected-region')));

/** The reasons why an event may have no region on a side. */
export const NO_REGION_REASONS = ['all-regions', 'to-be-determined', 'national-body', 'not-named'] as const;
export type NoRegionReason = (typeof NO_REGION_REASONS)[number];

/** The regions of an event on one side, or the reason why there are none. */
const SideRegionsSchema = z.union([
  z.array(RegionCodeSchema).min(1, refusal(reason('expected-regions'))),
  z.enum(NO_REGION_REASONS),
]);
export type SideRegions = z.infer<typeof SideRegionsSchema>;

/** The statuses of events. An event that is sold out still takes place. */
export const STATUSES = ['cancelled', 'postponed', 'sold-out'] as const;
export type Status = (typeof STATUSES)[number];

/** The schema for a proofing finding that the editor accepts, with the reason. */
export const AcceptanceSchema = describedObject(schemaWords.acceptance, {
  rule: IdSchema,
  field: z.string().optional(),
  reason: WordsSchema,
});

export type Acceptance = z.infer<typeof AcceptanceSchema>;

/**
 * An event: the keys that all events have in common, and the values of the fields that the programme declares, by field
 * id.
 */
export interface Event {
  id: string;
  bodies: Record<string, Text>;
  regions: Record<string, SideRegions>;
  when?: string;
  occurrences?: string[];
  status?: Status;
  repeat?: true;
  timezone?: string;
  accept?: Acceptance[];
  /** The values of fields; `textOf` returns them as texts. */
  [field: string]: unknown;
}

const OWN_KEYS: ReadonlySet<string> = new Set(EVENT_KEYS);

/** The text of an event in a column: the value of the field with this id, or the bodies of the side with this id. */
export function textOf(event: Event, column: string): Text | undefined {
  const body = ownProperty(event.bodies, column);
  return body ?? (OWN_KEYS.has(column) ? undefined : (ownProperty(event, column) as Text | undefined));
}

/** The title of an event. */
export function titleIn(event: Event, fields: Pick<HasFields, 'fields'>): Text {
  return textOf(event, titleOf(fields)) ?? event.id;
}

/** The schema for the values of a field, as texts. */
function valueSchema({ kind, heading }: Field): z.ZodType<Text> {
  const { problem } = kindOfField(kind);
  const about = [heading === undefined ? '' : `${anyWords(heading)}. `, kindWords[kind]].join('');
  if (problem === undefined) return TextSchema.describe(about);
  const form = kind === 'picture' ? PictureTextSchema : TextSchema;
  return form
    .superRefine((text, context) => {
      for (const { lang, words } of allWords(text)) {
        const code = problem(words);
        if (code === undefined) continue;
        const path = lang === undefined ? [] : [lang];
        context.addIssue({ code: 'custom', ...refusal(reason(code)), path, input: words });
      }
    })
    .describe(about);
}

/** The words of a text; words by language are returned with their language. */
function allWords(text: Text): { lang?: Lang; words: string }[] {
  if (typeof text === 'string') return [{ words: text }];
  return LANGS.flatMap((lang) => (text[lang] === undefined ? [] : [{ lang, words: text[lang] }]));
}

function anyWords(text: Text): string {
  return typeof text === 'string' ? text : (Object.values(text).find((words) => words !== undefined) ?? '');
}

/** The keys that every event can have in addition to the fields of its programme. */
const OWN = described(schemaWords.event, {
  id: IdSchema,
  bodies: z.record(IdSchema, TextSchema).default({}),
  regions: z
    .record(IdSchema, SideRegionsSchema)
    .describe(
      `Regions of the event by side, if the programme has sides: ISO 3166-2 codes, or the reason why there are none: ${NO_REGION_REASONS.join(', ')}.`,
    ),
  when: z
    .string()
    .superRefine((value, context) => {
      const problem = edtfProblem(value);
      if (problem !== undefined) context.addIssue({ code: 'custom', ...refusal(problem) });
    })
    .optional(),
  occurrences: z.array(OccurrenceSchema).min(1).optional(),
  status: z.enum(STATUSES).optional(),
  timezone: TimeZoneSchema.optional(),
  repeat: z.literal(true).optional(),
  accept: z.array(AcceptanceSchema).optional(),
}) satisfies Record<(typeof EVENT_KEYS)[number], z.ZodType>;

/**
 * The keys of a programme's events in order, with their schemas. The title is the only required field.
 *
 * @param free reserved keys that are allowed as field ids, because files in older formats use them
 */
export function eventShape(
  { fields, sides }: HasFields,
  free: readonly string[] = [],
): Record<string, z.ZodType> {
  const { id, bodies, regions: required, ...rest } = OWN;
  const regions = sides.length > 0 ? required : required.default({});
  const byId = new Map(fields.map((field) => [field.id, field]));
  const shape: Record<string, z.ZodType> = { id };
  for (const { column, kind } of fieldTexts({ fields })) {
    const field = byId.get(column);
    if (field === undefined || (isTaken(column) && !free.includes(column))) continue;
    if (kind === 'title') Object.assign(shape, { bodies, regions });
    shape[column] = kind === 'title' ? valueSchema(field) : valueSchema(field).optional();
  }
  return { ...shape, bodies, regions, ...rest, ...shape };
}

/**
 * The schema for an event of a programme with the given fields and sides. Unknown keys are errors.
 *
 * @param free reserved keys that may be used as field ids, because files in older formats use them
 */
export function eventSchema(config: HasFields, free?: readonly string[]): z.ZodType<Event> {
  return z.strictObject(eventShape(config, free)) as unknown as z.ZodType<Event>;
}

/**
 * The schema for an event whose programme declares invalid fields: only the keys that every event can have are checked.
 */
export const AnyEventSchema = z.looseObject(OWN) as unknown as z.ZodType<Event>;

/** The schema for the events file of a theme in a programme with the given fields and sides. */
export function eventsFileSchema(config: HasFields, free?: readonly string[]): z.ZodArray<z.ZodType<Event>> {
  return z.array(eventSchema(config, free)).describe('The events of one theme, in printed order.');
}
