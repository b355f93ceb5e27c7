import * as z from 'zod';
import {
  CHANGE_KIND_IDS,
  CHANGE_SEVERITIES,
  IdSchema,
  isCalendarDate,
  LangSchema,
  ProgrammeFileSchema,
  SETTINGS,
  WordsSchema,
} from '../model/index.ts';

/** Verdicts on a proposed change. */
const VERDICTS = ['open', 'accepted', 'refused'] as const;
export type Verdict = (typeof VERDICTS)[number];

const DateSchema = z
  .string()
  .refine((value) => isCalendarDate(value), { error: 'expected a calendar date, YYYY-MM-DD' });
const FieldSchema = z.string().min(1);
const FieldsSchema = z.array(
  z.strictObject({ field: FieldSchema, lang: LangSchema.exactOptional(), words: z.string() }),
);

/** Position of an event: its theme, and the event before it unless it is the first. */
const ListPositionSchema = z.strictObject({
  theme: IdSchema.describe('Id of the theme.'),
  after: IdSchema.exactOptional().describe('Id of the event before it. Default: it is the first event.'),
});
export type ListPosition = z.infer<typeof ListPositionSchema>;

/** Lists of items with ids in programme.yaml. */
export const ITEM_LISTS = ['fields', 'themes', 'sides'] as const;
export type ItemList = (typeof ITEM_LISTS)[number];

export const isItemList = (name: string): name is ItemList => ITEM_LISTS.some((list) => list === name);

/**
 * Parses the path of a setting; undefined if it is invalid. The steps are a key of programme.yaml; one of its lists,
 * the id of an item and a key of the item; `places`, the id of a place and a key of it; `design` and keys of
 * design.yaml; `mappings` and the name of a mapping. The name of a list alone refers to the order of its items.
 */
export function settingSteps(field: string): readonly string[] | undefined {
  const [root = '', ...rest] = field.split('.');
  const steps = root === 'mappings' ? [root, rest.join('.')] : [root, ...rest];
  if (steps.some((step) => step === '' || /[/\\]/.test(step))) return undefined;
  if (root === 'mappings' || root === 'design') return rest.length > 0 ? steps : undefined;
  if (root === 'places') return rest.length === 1 || rest.length === 2 ? steps : undefined;
  const isKey = Object.hasOwn(ProgrammeFileSchema.shape, root);
  return isKey && steps.length <= (isItemList(root) ? 3 : 1) ? steps : undefined;
}

type Value = 'field' | 'base' | 'theirs' | 'was' | 'written';

/** Whether a change of a setting has a valid path and JSON values. */
function isWhole({
  kind,
  field = '',
  ...values
}: { kind: string } & Partial<Record<Value, string>>): boolean {
  const { base, theirs, was, written } = values;
  return (
    kind !== SETTINGS || (settingSteps(field) !== undefined && [base, theirs, was, written].every(isJson))
  );
}

function isJson(text: string | undefined): boolean {
  try {
    return text === undefined || JSON.parse(text) !== null;
  } catch {
    return false;
  }
}

/** A proposed change and the verdict on it. */
const ProposedChangeSchema = z
  .strictObject({
    id: z
      .string()
      .regex(/^[0-9a-f]{12}$/, { error: 'expected 12 hexadecimal digits, in quotation marks' })
      .describe('Fingerprint of the change, used as its id in `review`.'),
    kind: z
      .enum([...CHANGE_KIND_IDS, SETTINGS])
      .describe('Kind of the change, as in `diff`; `settings` for programme.yaml.'),
    severity: z.enum(CHANGE_SEVERITIES).describe('Severity, as in `diff`.'),
    about: z
      .enum(['programme', 'side', 'theme', 'event'])
      .describe('What is changed: an event, a theme, a side or a setting.'),
    of: IdSchema.exactOptional().describe('Id of the event, theme or side.'),
    field: FieldSchema.exactOptional().describe(
      'Changed field, such as title or bodies.north, or path of the setting, such as fields.colour, fields.place.emphasis, themes.evening, themes.evening.columns, date, design.color.primary or mappings.list.',
    ),
    lang: LangSchema.exactOptional(),
    base: z
      .string()
      .exactOptional()
      .describe('Text before the change. Default: none. For settings, the value as JSON.'),
    theirs: z.string().exactOptional().describe('Proposed text. Default: none.'),
    when: z
      .strictObject({
        base: z.string().exactOptional(),
        theirs: z.string().optional(),
        written: z.string().exactOptional().describe('Accepted date, if it differs from the proposed one.'),
      })
      .exactOptional()
      .describe('EDTF date that belongs to the date in words.'),
    markdown: z
      .strictObject({ base: z.string().exactOptional(), theirs: z.string().exactOptional() })
      .exactOptional()
      .describe('The same as Markdown, for the text of a part.'),
    source: z
      .strictObject({ lang: LangSchema, words: z.string() })
      .exactOptional()
      .describe('Source text of a translation. The translation is outdated if the draft has another text.'),
    unfinished: z
      .literal(true)
      .exactOptional()
      .describe('Whether the translator has not marked the translation as finished.'),
    fields: FieldsSchema.exactOptional().describe('All fields of an added or removed event.'),
    spot: ListPositionSchema.exactOptional().describe('New position of an added or moved event.'),
    from: ListPositionSchema.exactOptional().describe('Old position of a moved event.'),
    between: z
      .strictObject({ after: IdSchema.exactOptional(), before: IdSchema.exactOptional() })
      .exactOptional()
      .describe(
        'For a moved event: the nearest unmoved events before and after its old position. If it is no longer between them, the draft has moved it too.',
      ),
    after: IdSchema.exactOptional().describe('Field or theme before an added one.'),
    by: WordsSchema.exactOptional().describe('Author of the change, if known from the file.'),
    date: DateSchema.exactOptional().describe('Date of the change, if known from the file, YYYY-MM-DD.'),
    untracked: z
      .literal(true)
      .exactOptional()
      .describe('Whether the change is not a tracked change of the file.'),
    verdict: z.enum(VERDICTS).describe('Verdict: open, accepted or refused.'),
    written: z.string().exactOptional().describe('Accepted text, if it differs from the proposed one.'),
    writtenFields: FieldsSchema.exactOptional().describe(
      'Accepted fields of an added event, if they differ from the proposed ones.',
    ),
    was: z
      .string()
      .exactOptional()
      .describe('Text of the draft that was replaced, if it differs from the base.'),
    decided: z
      .strictObject({
        by: WordsSchema.describe('Name of the person who decided.'),
        date: DateSchema.describe('Date, YYYY-MM-DD.'),
        why: WordsSchema.exactOptional().describe('Reason.'),
      })
      .exactOptional(),
  })
  .refine(isWhole, { error: 'expected the path of a setting, and values in JSON' });
export type ProposedChange = z.infer<typeof ProposedChangeSchema>;

/** A comment, or text for which no field of the dataset was found. */
const RemainderSchema = z.strictObject({
  words: z.string().describe('The complete text.'),
  where: WordsSchema.exactOptional().describe('Position in the file, or the text that it refers to.'),
  event: IdSchema.exactOptional().describe('Id of the event that it refers to, if known.'),
  field: FieldSchema.exactOptional(),
  by: WordsSchema.exactOptional(),
  date: DateSchema.exactOptional(),
  done: z
    .strictObject({
      by: WordsSchema.describe('Name of the person who marked it as done.'),
      date: DateSchema.describe('Date, YYYY-MM-DD.'),
    })
    .exactOptional()
    .describe('Whether it needs no further action.'),
});
export type Remainder = z.infer<typeof RemainderSchema>;

/** `data/proposals/<name>.yaml`: changes from outside, and the verdicts on them. */
export const ProposalSchema = z
  .strictObject({
    format: z
      .literal([1, 2])
      .describe('Format of the proposal: 2. In format 1, texts are written as in datasets of format 2.'),
    origin: z.strictObject({
      file: WordsSchema.describe('Name of the imported file or folder.'),
      sum: z
        .string()
        .regex(/^[0-9a-f]{64}$/)
        .describe('SHA-256 of the file.'),
      date: DateSchema.describe('Date of the import, YYYY-MM-DD.'),
      base: WordsSchema.describe('Description of the base: the state of the dataset that was sent.'),
    }),
    changes: z.array(ProposedChangeSchema).describe('The changes, in printed order.'),
    comments: z
      .array(RemainderSchema)
      .default([])
      .describe('Comments in the file: internal notes, never printed.'),
    unplaced: z
      .array(RemainderSchema)
      .default([])
      .describe('Texts and changes that cannot be applied automatically; an editor must decide on them.'),
  })
  .describe('A proposal: incoming changes, each open, accepted or refused.');
export type Proposal = z.infer<typeof ProposalSchema>;

/** A proposal and the name of its file. */
export interface NamedProposal {
  name: string;
  proposal: Proposal;
}
