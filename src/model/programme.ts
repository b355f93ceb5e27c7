import * as z from 'zod';
import { CHANGE_KIND_IDS, CHANGE_SEVERITIES } from './change-kinds.ts';
import { isCalendarDate, isEdtf } from './edtf.ts';
import type { Event } from './event.ts';
import { FieldSchema } from './field.ts';
import { IdSchema } from './id.ts';
import { LabelsSchema } from './labels.ts';
import { LIMITS } from './limits.ts';
import { PartSchema, type PartText } from './part.ts';
import type { Reference } from './reference.ts';
import { LangSchema, TextSchema, WordsSchema } from './text.ts';
import { TimeZoneSchema } from './timezone.ts';

const SideSchema = z.strictObject({
  id: IdSchema.describe('Name of the side in the data, such as north.'),
  country: z
    .string()
    .regex(/^[A-Z]{2}$/, { error: 'expected an ISO 3166-1 code of two capital letters, such as ES' })
    .describe('ISO 3166-1 alpha-2 code: the side holds the regions whose codes begin with it.'),
  name: TextSchema.describe('Name of the country or group, as index headings use it.'),
  heading: TextSchema.describe('Heading of the column of bodies of this side.'),
  index: z
    .boolean()
    .optional()
    .describe('Print an index of its regions and places; it is printed unless this says false.'),
  timezone: TimeZoneSchema.optional().describe(
    'Time zone of the times of events that take place on this side alone; it goes before that of the programme.',
  ),
});
export type Side = z.infer<typeof SideSchema>;

const ThemeSchema = z.strictObject({
  id: IdSchema.describe('Name of the theme; its events stand in events/<id>.yaml.'),
  title: TextSchema.describe('Title as printed over the table and in the contents.'),
  columns: z
    .array(z.string())
    .min(1, { error: 'expected at least one column' })
    .max(12, { error: 'a page is not wide enough for more than 12 columns' })
    .describe('Columns of the table in order: ids of fields, and of sides for their bodies.'),
  carry: z
    .boolean()
    .default(false)
    .describe('Print the first column once for neighbouring events that have the same words in it.'),
});
export type Theme = z.infer<typeof ThemeSchema>;

const SEVERITIES = ['error', 'warning', 'note', 'off'] as const;

/** The dataset format that this version writes. Older formats can be read too: see src/read/formats.ts. */
export const FORMAT = 3;

/** Keys of programme.yaml that may contain placeholder text in a new dataset. */
const PLACEHOLDERS = ['title', 'author', 'subject', 'introduction', 'date'] as const;

function isWebFolder(address: string): boolean {
  return URL.canParse(address) && /^https?:\/\/[^\s?#@]+$/i.test(address);
}

export const ProgrammeFileSchema = z.strictObject({
  format: z.literal(FORMAT).describe('Format of the dataset.'),
  name: IdSchema.describe('Stem of the names of all output files.'),
  language: LangSchema.describe('Main language: that of every text written as a plain string.'),
  languages: z
    .array(LangSchema)
    .min(1, { error: 'expected at least one language' })
    .refine((langs) => new Set(langs).size === langs.length, { error: 'a language stands in it twice' })
    .describe('Languages in which the programme is published.'),
  date: z
    .string()
    .refine((value) => isCalendarDate(value), { error: 'expected a calendar date, YYYY-MM-DD' })
    .describe('Date of the edition, YYYY-MM-DD; printed on the cover and written into the files.'),
  period: z
    .string()
    .refine((value) => isEdtf(value) === true, { error: 'expected an EDTF date or interval, such as 2030' })
    .describe(
      'Time that the programme covers, EDTF; printed on the cover, and events outside it are reported.',
    ),
  address: z
    .string()
    .max(2000)
    .refine(isWebFolder, { error: 'expected an address such as https://example.org/programme/' })
    .optional()
    .describe(
      'Address of the folder on the web that the files are put into; without it, no absolute address stands in them.',
    ),
  timezone: TimeZoneSchema.optional().describe(
    'Time zone of the times of events, an IANA name such as Europe/Lisbon; sides and events may say another. Without one, events with a time are in no calendar (.ics).',
  ),
  title: TextSchema.describe('Title of the programme.'),
  author: WordsSchema.describe('Who publishes the programme; document metadata.'),
  subject: TextSchema.describe('What the document is; document metadata.'),
  introduction: TextSchema.describe(
    'Introduction; each line is a paragraph, in which `**words**` are bold, `*words*` italic and `[words](https://…)` a link.',
  ),
  contents: TextSchema.describe('Heading of the table of contents.'),
  parts: z
    .array(PartSchema)
    .min(1)
    .max(LIMITS.programmeParts)
    .optional()
    .describe(
      'The parts of the publication in printed order (docs/parts.md): cover, introduction, contents, whats-new, themes, indexes, and texts of its own. Without it, these six.',
    ),
  fields: z
    .array(FieldSchema)
    .min(1, { error: 'expected at least one field' })
    .max(LIMITS.fields)
    .describe('The fields of events: what each event says, and what tables can have a column for.'),
  sides: z
    .array(SideSchema)
    .max(LIMITS.sides)
    .default([])
    .describe('The sides of a cooperation, if it is one; each has a column of bodies and regions.'),
  themes: z
    .array(ThemeSchema)
    .min(1, { error: 'expected at least one theme' })
    .max(LIMITS.themes)
    .describe('The themes in printed order.'),
  placeholders: z
    .array(z.enum(PLACEHOLDERS))
    .optional()
    .describe(
      'Keys whose words `init` made up: each is an error until it is written and taken out of this list, and no edition is frozen before.',
    ),
  labels: LabelsSchema.optional().describe(
    'Words of the publisher itself that this programme replaces, by the name of the label (docs/labels.md): draft: Working copy.',
  ),
  rules: z
    .record(IdSchema, z.strictObject({ severity: z.enum(SEVERITIES), reason: WordsSchema }))
    .optional()
    .describe('Proofing rules whose severity this programme changes, each with a reason.'),
  changes: z
    .partialRecord(z.enum(CHANGE_KIND_IDS), z.enum(CHANGE_SEVERITIES))
    .optional()
    .describe('Kinds of change whose severity this programme changes.'),
});
export type ProgrammeFile = z.infer<typeof ProgrammeFileSchema>;

/** A theme and its events in printed order. */
export interface ThemeEvents {
  theme: Theme;
  events: readonly Event[];
}

/** A complete dataset, read and validated: one edition or the draft. */
export interface Programme {
  /** Name of the edition, or `draft`; for a spreadsheet, the name of its file. */
  edition: string;
  /** Read from a spreadsheet, which is not an edition and has no date. */
  isFile?: true;
  config: ProgrammeFile;
  themes: readonly ThemeEvents[];
  reference: Reference;
  /** Texts of the parts, in the order of the parts and of the languages; missing if no part is a text. */
  texts?: readonly PartText[];
  /**
   * For a dataset of an older format: its original words by their equivalents in the newest format. Fingerprints were
   * computed from the original words.
   */
  olderWords?: ReadonlyMap<string, string>;
  /**
   * For a draft that is updated from spreadsheets: the mappings stored in the dataset, by the names of the
   * spreadsheet files.
   */
  mappings?: Readonly<Record<string, object>>;
}

/** Name of the working edition. */
export const DRAFT = 'draft';

/**
 * The publishable part of a programme: all but its internal fields, their values, and the acceptances of findings on
 * them. Every output uses it.
 */
export function publicPart(programme: Programme): Programme {
  const { config, themes } = programme;
  const internal = new Set(config.fields.filter((field) => field.internal).map(({ id }) => id));
  if (internal.size === 0) return programme;
  const published = (event: Event): Event => {
    const { accept, ...rest } = event;
    const accepted = accept?.filter(({ field = '' }) => !internal.has(field.split('.')[0] ?? ''));
    const values = Object.entries(rest).filter(([key]) => !internal.has(key));
    return {
      ...(Object.fromEntries(values) as Event),
      ...(accepted === undefined || accepted.length === 0 ? {} : { accept: accepted }),
    };
  };
  return {
    ...programme,
    config: { ...config, fields: config.fields.filter(({ id }) => !internal.has(id)) },
    themes: themes.map(({ theme, events }) => ({ theme, events: events.map(published) })),
  };
}
