import * as z from 'zod';
import { schemaWords } from '../../languages/index.ts';
import { describedObject } from '../described.ts';
import { reason, refusal } from '../reasons.ts';
import { EMPHASISED_KINDS, FIELD_KINDS, type FieldKind, kindOfField } from './field-kinds.ts';
import { IdSchema } from './id.ts';
import { type Text, TextSchema } from './text.ts';

/**
 * The schema for the setting of an index, which is either whether the index is printed or an object with a title for
 * it.
 */
export const IndexSchema = z.union([z.boolean(), describedObject(schemaWords.index, { title: TextSchema })]);

/** The title of an index in the dataset, if it has one. */
export function indexTitle(index: z.infer<typeof IndexSchema> | undefined): Text | undefined {
  return typeof index === 'object' ? index.title : undefined;
}

const FieldShape = describedObject(schemaWords.field, {
  id: IdSchema,
  kind: z.enum(FIELD_KINDS),
  heading: TextSchema.optional(),
  index: IndexSchema.optional(),
  emphasis: z.literal(true).optional(),
  internal: z.literal(true).optional(),
});

/** The schema for a field of a programme's events. This is the only definition of a field. */
export const FieldSchema = FieldShape.refine(
  ({ kind, emphasis }) => emphasis === undefined || kindOfField(kind).emphasis === true,
  { path: ['emphasis'], ...refusal(reason('field-without-emphasis', { kinds: EMPHASISED_KINDS })) },
);
export type Field = z.infer<typeof FieldSchema>;

/** Keys that all events share, which cannot be used as field ids. */
export const EVENT_KEYS = [
  'id',
  'bodies',
  'regions',
  'when',
  'occurrences',
  'status',
  'timezone',
  'repeat',
  'accept',
] as const;

/** Reserved names: keys of events, columns of spreadsheets, and properties of JavaScript objects. */
const TAKEN: readonly string[] = [...EVENT_KEYS, 'theme', 'ignore', 'constructor'];

/** Whether an id is reserved, so that it cannot be the id of a field. */
export function isTaken(id: string): boolean {
  return TAKEN.includes(id);
}

/** The fields and sides of a programme. */
export interface HasFields {
  fields: readonly Field[];
  sides: readonly { id: string }[];
}

/** The id of the field that contains the titles of events. */
export function titleOf({ fields }: Pick<HasFields, 'fields'>): string {
  return fields.find(({ kind }) => kind === 'title')?.id ?? '';
}

/** The id of the field that contains the planned date, if there is one. */
export function dateOf({ fields }: Pick<HasFields, 'fields'>): string | undefined {
  return fields.find(({ kind }) => kind === 'date')?.id;
}

/** The ids of the fields that can contain emphasis. */
export function emphasisedIn({ fields }: Pick<HasFields, 'fields'>): ReadonlySet<string> {
  return new Set(fields.flatMap(({ id, emphasis }) => (emphasis ? [id] : [])));
}

/** A text that the events of a programme can have: the value of a field, or the bodies of a side. */
export interface EventText {
  /** The id of the field or side, by which the columns of themes refer to it. */
  column: string;
  /** The path of the text in an event, such as `title` or `bodies.north`. */
  path: string;
  kind: FieldKind | 'body';
  /** Whether the text contains emphasis markup. */
  emphasis?: true;
}

/**
 * The fields as texts of events, sorted by kind and then by name. Comparisons use this order, regardless of the order
 * in programme.yaml.
 */
export function fieldTexts({ fields }: Pick<HasFields, 'fields'>): EventText[] {
  const rank = ({ kind }: Field): number => FIELD_KINDS.indexOf(kind);
  return [...fields].sort((a, b) => rank(a) - rank(b) || (a.id < b.id ? -1 : 1)).map(textOfField);
}

/**
 * The texts that the events of a programme can have, in the order of `fieldTexts`; the bodies come after the fields by
 * which events are grouped.
 */
export function eventTexts({ fields, sides }: HasFields): EventText[] {
  const texts = fieldTexts({ fields });
  const behind = texts.findIndex(({ kind }) => kind === 'title');
  const bodies = sides.map(({ id }): EventText => ({ column: id, path: `bodies.${id}`, kind: 'body' }));
  return [...texts.slice(0, behind), ...bodies, ...texts.slice(behind)];
}

/** The text that is printed in a column of a theme: that of the field or side with this id. */
export function textOfColumn({ fields }: HasFields, column: string): EventText {
  const field = fields.find(({ id }) => id === column);
  return field === undefined ? { column, path: `bodies.${column}`, kind: 'body' } : textOfField(field);
}

function textOfField({ id, kind, emphasis }: Field): EventText {
  return { column: id, path: id, kind, ...(emphasis && { emphasis }) };
}

/** Whether texts of a kind are in natural language, so that they are proofread and translated. */
export function isProse(kind: EventText['kind']): boolean {
  return kind === 'body' || kindOfField(kind).prose;
}
