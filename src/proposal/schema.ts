import * as z from 'zod';
import type { Message } from '../messages.ts';
import {
  CHANGE_KIND_IDS,
  CHANGE_SEVERITIES,
  IdSchema,
  isCalendarDate,
  jsonOf,
  LangSchema,
  ProgrammeFileSchema,
  SETTINGS,
  WordsSchema,
} from '../model/index.ts';
import { reason, refusal } from '../reasons.ts';

/** The possible verdicts on a proposed change. */
const VERDICTS = ['open', 'accepted', 'refused'] as const;
export type Verdict = (typeof VERDICTS)[number];

const DateSchema = z.string().refine((value) => isCalendarDate(value), refusal(reason('expected-day')));
/** The name of the person who did something, and the date, YYYY-MM-DD. */
const DoneSchema = z.strictObject({ by: WordsSchema, date: DateSchema });
const FieldSchema = z.string().min(1);
const FieldsSchema = z.array(
  z.strictObject({ field: FieldSchema, lang: LangSchema.exactOptional(), words: z.string() }),
);

/** The position of an event: its theme, and the event before it, if there is one. */
const ListPositionSchema = z.strictObject({
  /** Id of the theme. */
  theme: IdSchema,
  /** Id of the event before this one. Default: this event is the first. */
  after: IdSchema.exactOptional(),
});
export type ListPosition = z.infer<typeof ListPositionSchema>;

/** The lists in programme.yaml whose items have ids. */
export const ITEM_LISTS = ['fields', 'themes', 'sides'] as const;
export type ItemList = (typeof ITEM_LISTS)[number];

export const isItemList = (name: string): name is ItemList => ITEM_LISTS.some((list) => list === name);

/**
 * Parses the path of a setting; undefined if the path is invalid. The name of a list without an id denotes the order of
 * its items. A path has one of these forms:
 *
 * - a key of programme.yaml
 * - a list in programme.yaml, the id of an item and a key of the item
 * - `places`, the id of a place and a key of the place
 * - `design` and keys of design.yaml
 * - `mappings` and the name of a mapping
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

/** Whether a change to a setting has a valid path and valid JSON values; always true for changes of other kinds. */
function isWhole(change: Partial<Record<'kind' | 'field' | 'base' | 'theirs' | 'was' | 'written', string>>) {
  const { kind, field = '', base, theirs, was, written } = change;
  const isValue = (text: string | undefined): boolean =>
    text === undefined || (jsonOf(text) ?? null) !== null;
  const isPath = settingSteps(field) !== undefined;
  return kind !== SETTINGS || (isPath && [base, theirs, was, written].every(isValue));
}

/** A proposed change and the verdict on it. */
const ProposedChangeSchema = z
  .strictObject({
    /** Fingerprint of the change, used as its id in `review`. */
    id: z.string().regex(/^[0-9a-f]{12}$/, refusal(reason('expected-change-id'))),
    /** Kind of the change, as in `diff`; `settings` for a change to a setting. */
    kind: z.enum([...CHANGE_KIND_IDS, SETTINGS]),
    /** Severity, as in `diff`. */
    severity: z.enum(CHANGE_SEVERITIES),
    /** What is changed: an event, a theme, a side or a setting. */
    about: z.enum(['programme', 'side', 'theme', 'event']),
    /** Id of the event, theme or side. */
    of: IdSchema.exactOptional(),
    /**
     * Changed field, such as title or bodies.north, or path of the setting, such as fields.colour,
     * fields.place.emphasis, themes.evening, themes.evening.columns, date, design.color.primary or mappings.list.
     */
    field: FieldSchema.exactOptional(),
    lang: LangSchema.exactOptional(),
    /** Text before the change. Default: none. For settings, the value as JSON. */
    base: z.string().exactOptional(),
    /** Proposed text. Default: none. */
    theirs: z.string().exactOptional(),
    /** EDTF date that corresponds to the date in words. */
    when: z
      .strictObject({
        base: z.string().exactOptional(),
        theirs: z.string().optional(),
        /** Accepted date if it differs from the proposed one. */
        written: z.string().exactOptional(),
      })
      .exactOptional(),
    /** The base and the proposed text as Markdown, if the change affects the text of a part. */
    markdown: z
      .strictObject({ base: z.string().exactOptional(), theirs: z.string().exactOptional() })
      .exactOptional(),
    /** Source text of a translation. The translation is outdated if the draft now contains a different source text. */
    source: z.strictObject({ lang: LangSchema, words: z.string() }).exactOptional(),
    /** Whether the translator has not marked the translation as finished. */
    unfinished: z.literal(true).exactOptional(),
    /** All fields of an added or removed event. */
    fields: FieldsSchema.exactOptional(),
    /** New position of an added or moved event. */
    spot: ListPositionSchema.exactOptional(),
    /** Old position of a moved event. */
    from: ListPositionSchema.exactOptional(),
    /**
     * For a moved event: the nearest unmoved events before and after its old position. If the event is no longer
     * between these events, it has also been moved in the draft.
     */
    between: z
      .strictObject({ after: IdSchema.exactOptional(), before: IdSchema.exactOptional() })
      .exactOptional(),
    /** For an added item of a list, such as a field or theme: the id of the item before it. */
    after: IdSchema.exactOptional(),
    /** Author of the change, if the file states it. */
    by: WordsSchema.exactOptional(),
    /** Date of the change, YYYY-MM-DD, if the file states it. */
    date: DateSchema.exactOptional(),
    /** Whether the change was made without change tracking. */
    untracked: z.literal(true).exactOptional(),
    /** Verdict: open, accepted or refused. */
    verdict: z.enum(VERDICTS),
    /** Accepted text, if it differs from the proposed one. */
    written: z.string().exactOptional(),
    /** Accepted fields of an added event, if they differ from the proposed ones. */
    writtenFields: FieldsSchema.exactOptional(),
    /** Text of the draft that the change replaced, if this text differs from the base. */
    was: z.string().exactOptional(),
    /** Who decided, when, and why. */
    decided: DoneSchema.extend({ why: WordsSchema.exactOptional() }).exactOptional(),
  })
  .refine(isWhole, refusal(reason('expected-setting')));
export type ProposedChange = z.infer<typeof ProposedChangeSchema>;

const AboutSchema = z.strictObject({
  about: z.enum(['programme', 'side', 'theme', 'event', 'region', 'place']),
  message: z.string(),
});

/** A text from the file, or a message from the program instead of a text. */
const SaidSchema: z.ZodType<string | Message> = z.union([
  z.string(),
  z.strictObject({
    code: z.string(),
    parameters: z.record(z.string(), z.union([z.string(), z.number(), AboutSchema])),
    message: z.string(),
  }),
]);

/** A comment, or a text that does not belong to any field of the dataset. */
const RemainderSchema = z.strictObject({
  /** The complete text. */
  words: SaidSchema,
  /** Position in the file, or the text to which the comment refers. */
  where: SaidSchema.exactOptional(),
  /** Id of the event to which the comment or text refers, if known. */
  event: IdSchema.exactOptional(),
  field: FieldSchema.exactOptional(),
  by: WordsSchema.exactOptional(),
  date: DateSchema.exactOptional(),
  /** Who marked the comment or text as done, and when. */
  done: DoneSchema.exactOptional(),
});
export type Remainder = z.infer<typeof RemainderSchema>;

/** `data/proposals/<name>.yaml`: the changes in a returned file or folder, and the verdicts on these changes. */
export const ProposalSchema = z.strictObject({
  /** Format of the proposal: 2. In format 1, texts contain the markup of datasets in format 2. */
  format: z.literal([1, 2]),
  origin: z.strictObject({
    /** Name of the imported file or folder. */
    file: WordsSchema,
    /** SHA-256 of the file. */
    sum: z.string().regex(/^[0-9a-f]{64}$/),
    /** Date of the import, YYYY-MM-DD. */
    date: DateSchema,
    /** Description of the base, which is the state of the dataset that was sent. */
    base: WordsSchema,
  }),
  /** The changes, in printed order. */
  changes: z.array(ProposedChangeSchema),
  /** Comments in the file, which are internal notes and never printed. */
  comments: z.array(RemainderSchema).default([]),
  /** Texts and changes that cannot be applied automatically; an editor has to decide what to do with them. */
  unplaced: z.array(RemainderSchema).default([]),
});
export type Proposal = z.infer<typeof ProposalSchema>;

/** A proposal, and its name, which is also the name of its file. */
export interface NamedProposal {
  name: string;
  proposal: Proposal;
}
