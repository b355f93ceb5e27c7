import * as z from 'zod';
import {
  CHANGE_KIND_IDS,
  CHANGE_SEVERITIES,
  IdSchema,
  isCalendarDate,
  LangSchema,
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
const SpotSchema = z.strictObject({
  theme: IdSchema.describe('Id of the theme.'),
  after: IdSchema.exactOptional().describe('Id of the event before it; left out: it is the first.'),
});
export type Spot = z.infer<typeof SpotSchema>;

/** Lists of settings, each with the key of its items that is a separate setting. */
const SETTING_KEYS = { fields: 'emphasis', themes: 'columns', mappings: undefined } as const;
type SettingList = keyof typeof SETTING_KEYS;

/** Parses the path of a setting: a list, an item of it, and a key of the item; undefined if it is invalid. */
export function settingPlace(
  field: string,
): { list: SettingList; id: string; key: string | undefined } | undefined {
  const [name = '', ...rest] = field.split('.');
  const list = (Object.keys(SETTING_KEYS) as SettingList[]).find((own) => own === name);
  const [id = '', key, ...more] = list === 'mappings' ? [rest.join('.')] : rest;
  if (list === undefined || id === '' || /[/\\]/.test(id) || more.length > 0) return undefined;
  return key === undefined || key === SETTING_KEYS[list] ? { list, id, key } : undefined;
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
    kind !== SETTINGS || (settingPlace(field) !== undefined && [base, theirs, was, written].every(isJson))
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
      .describe('Fingerprint of the change; `review` names changes by it.'),
    kind: z
      .enum([...CHANGE_KIND_IDS, SETTINGS])
      .describe('Kind of the change, as `diff` has it; `settings`: of programme.yaml.'),
    severity: z.enum(CHANGE_SEVERITIES).describe('Severity, as `diff` has it.'),
    about: z.enum(['programme', 'side', 'theme', 'event']).describe('What changes.'),
    of: IdSchema.exactOptional().describe('Id of the event, theme or side.'),
    field: FieldSchema.exactOptional().describe(
      'Field that changes, such as title or bodies.north; of settings their path, such as fields.colour, fields.place.emphasis, themes.evening, themes.evening.columns or mappings.list.',
    ),
    lang: LangSchema.exactOptional(),
    base: z
      .string()
      .exactOptional()
      .describe('The words that the proposal starts from; left out: none. Of settings the value in JSON.'),
    theirs: z.string().exactOptional().describe('The words proposed; left out: none.'),
    when: z
      .strictObject({
        base: z.string().exactOptional(),
        theirs: z.string().optional(),
        written: z.string().exactOptional().describe('Date that was taken instead of the one proposed.'),
      })
      .exactOptional()
      .describe('Date for machines that goes with the date in words.'),
    markdown: z
      .strictObject({ base: z.string().exactOptional(), theirs: z.string().exactOptional() })
      .exactOptional()
      .describe('The same as Markdown, of the text of a part.'),
    source: z
      .strictObject({ lang: LangSchema, words: z.string() })
      .exactOptional()
      .describe(
        'Of a translation: the words that it was made from. It is outdated where the draft has others now.',
      ),
    unfinished: z
      .literal(true)
      .exactOptional()
      .describe('Whoever translated it has not marked it as finished.'),
    fields: FieldsSchema.exactOptional().describe('All fields of an event that is added or removed.'),
    spot: SpotSchema.exactOptional().describe('Where an event that is added or moved would stand.'),
    from: SpotSchema.exactOptional().describe('Where an event that is moved stood.'),
    between: z
      .strictObject({ after: IdSchema.exactOptional(), before: IdSchema.exactOptional() })
      .exactOptional()
      .describe(
        'Of an event that is moved: the nearest events around its old place that stay. Where it is not between them any more, the draft has moved it too.',
      ),
    after: IdSchema.exactOptional().describe('Of a field or theme that is added: the one before it.'),
    by: WordsSchema.exactOptional().describe('Who proposes it, where the file tells.'),
    date: DateSchema.exactOptional().describe('When they wrote it, where the file tells, YYYY-MM-DD.'),
    untracked: z
      .literal(true)
      .exactOptional()
      .describe('It was not recorded by the program that they wrote it in.'),
    verdict: z.enum(VERDICTS).describe('open, accepted or refused.'),
    written: z.string().exactOptional().describe('Words that were taken instead of those proposed.'),
    writtenFields: FieldsSchema.exactOptional().describe(
      'Fields of an added event that were taken instead of those proposed.',
    ),
    was: z
      .string()
      .exactOptional()
      .describe('Words that the accepted ones took the place of, where not the base.'),
    decided: z
      .strictObject({
        by: WordsSchema.describe('Who decided.'),
        date: DateSchema.describe('When.'),
        why: WordsSchema.exactOptional().describe('Why.'),
      })
      .exactOptional(),
  })
  .refine(isWhole, { error: 'expected the path of a field, a theme or its columns, and values in JSON' });
export type ProposedChange = z.infer<typeof ProposedChangeSchema>;

/** A comment, or text for which no field of the dataset was found. */
const RemainderSchema = z.strictObject({
  words: z.string().describe('The words, whole.'),
  where: WordsSchema.exactOptional().describe(
    'Where they stand in the file, or the words that they are about.',
  ),
  event: IdSchema.exactOptional().describe('Id of the event that they are about, where it is known.'),
  field: FieldSchema.exactOptional(),
  by: WordsSchema.exactOptional(),
  date: DateSchema.exactOptional(),
  done: z
    .strictObject({ by: WordsSchema.describe('Who ticked it off.'), date: DateSchema.describe('When.') })
    .exactOptional()
    .describe('It was read, and what it asks for was done or is not to be.'),
});
export type Remainder = z.infer<typeof RemainderSchema>;

/** `data/proposals/<name>.yaml`: changes from outside, and the verdicts on them. */
export const ProposalSchema = z
  .strictObject({
    format: z
      .literal([1, 2])
      .describe('2; in proposals of format 1 words are written as in datasets of format 2.'),
    origin: z.strictObject({
      file: WordsSchema.describe('Name of the file or folder that they came in.'),
      sum: z
        .string()
        .regex(/^[0-9a-f]{64}$/)
        .describe('SHA-256 of the file.'),
      date: DateSchema.describe('When they came, YYYY-MM-DD.'),
      base: WordsSchema.describe('The state of the dataset that they start from, in words.'),
    }),
    changes: z.array(ProposedChangeSchema).describe('The changes, in printed order.'),
    comments: z
      .array(RemainderSchema)
      .default([])
      .describe('Comments in the file: internal notes, never printed.'),
    unplaced: z
      .array(RemainderSchema)
      .default([])
      .describe(
        'Words and changes that have no place in the dataset: what they say is for the editor to take.',
      ),
  })
  .describe('A proposal: changes from outside, each open, accepted or refused.');
export type Proposal = z.infer<typeof ProposalSchema>;

/** A proposal and the name of its file. */
export interface NamedProposal {
  name: string;
  proposal: Proposal;
}
