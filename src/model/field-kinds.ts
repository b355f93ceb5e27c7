/** Kinds of fields that an event can have. A kind decides how a field is checked, compared, set and printed; it knows no field by its name. */
export const FIELD_KINDS = [
  'title',
  'description',
  'text',
  'category',
  'region',
  'date',
  'time',
  'price',
  'number',
  'link',
  'email',
  'phone',
] as const;
export type FieldKind = (typeof FIELD_KINDS)[number];
