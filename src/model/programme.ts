import * as z from 'zod';
import { CHANGE_KIND_IDS, CHANGE_SEVERITIES } from './change-kinds.ts';
import { isCalendarDate, isEdtf } from './edtf.ts';
import type { Event } from './event.ts';
import { FieldSchema, IndexSchema } from './field.ts';
import { IdSchema } from './id.ts';
import { LabelsSchema } from './labels.ts';
import { LIMITS } from './limits.ts';
import { PartSchema, type PartText } from './part.ts';
import { PictureSchema } from './picture-words.ts';
import type { Reference } from './reference.ts';
import { LangSchema, TextSchema, WordsSchema } from './text.ts';
import { TimeZoneSchema } from './timezone.ts';

const SideSchema = z.strictObject({
  id: IdSchema.describe('Id of the side, such as north.'),
  country: z
    .string()
    .regex(/^[A-Z]{2}$/, { error: 'expected an ISO 3166-1 code of two capital letters, such as ES' })
    .describe('ISO 3166-1 alpha-2 code; regions with this code belong to the side.'),
  name: TextSchema.describe('Name of the country or group, as in index headings.'),
  heading: TextSchema.describe('Heading of the column with the bodies of this side.'),
  index: IndexSchema.optional().describe(
    'Whether to print an index of its regions and places; `{ title: Towns }` also names it. Default: true.',
  ),
  timezone: TimeZoneSchema.optional().describe(
    'Time zone of events that take place only on this side; it overrides that of the programme.',
  ),
});
export type Side = z.infer<typeof SideSchema>;

const ThemeSchema = z.strictObject({
  id: IdSchema.describe('Id of the theme; its events are in events/ID.yaml.'),
  title: TextSchema.describe('Title above the table and in the contents.'),
  shortTitle: TextSchema.optional().describe('Title in running heads, if the title is too long for them.'),
  introduction: TextSchema.optional().describe('A sentence below the title.'),
  picture: PictureSchema.optional().describe(
    'A picture next to the introduction: `{ path: pictures/stage.jpg, alt: The stage }`.',
  ),
  caption: TextSchema.optional().describe('Caption of the picture, with its credit.'),
  columns: z
    .array(z.string())
    .min(1, { error: 'expected at least one column' })
    .max(LIMITS.fields)
    .describe('Columns of the table, in order: ids of fields, and ids of sides for their bodies.'),
  carry: z
    .boolean()
    .default(false)
    .describe('Print the first column once for consecutive events with the same text in it.'),
});
export type Theme = z.infer<typeof ThemeSchema>;

const SEVERITIES = ['error', 'warning', 'note', 'off'] as const;

/** The dataset format that this version writes. Older formats can be read too: see src/read/formats.ts. */
export const FORMAT = 3;

/** Keys of programme.yaml that may contain placeholder text in a new dataset. */
const PLACEHOLDERS = ['title', 'author', 'subject', 'introduction', 'date', 'period'] as const;

function isWebFolder(address: string): boolean {
  return URL.canParse(address) && /^https?:\/\/[^\s?#@]+$/i.test(address);
}

export const ProgrammeFileSchema = z.strictObject({
  format: z.literal(FORMAT).describe('Format of the dataset.'),
  name: IdSchema.describe('First part of the names of all output files.'),
  language: LangSchema.describe('Main language: the language of texts written as plain strings.'),
  languages: z
    .array(LangSchema)
    .min(1, { error: 'expected at least one language' })
    .refine((langs) => new Set(langs).size === langs.length, { error: 'a language is listed twice' })
    .describe('Languages of publication.'),
  date: z
    .string()
    .refine((value) => isCalendarDate(value), { error: 'expected a calendar date, YYYY-MM-DD' })
    .describe('Date of the edition, YYYY-MM-DD; printed on the cover and stored in the metadata of files.'),
  period: z
    .string()
    .refine((value) => isEdtf(value) === true, { error: 'expected an EDTF date or interval, such as 2030' })
    .describe('Period of the programme, EDTF; printed on the cover. Events outside the period are reported.'),
  address: z
    .string()
    .max(2000)
    .refine(isWebFolder, { error: 'expected an address such as https://example.org/programme/' })
    .optional()
    .describe(
      'Web address of the folder with the published files; without it, the files contain no absolute addresses.',
    ),
  timezone: TimeZoneSchema.optional().describe(
    'Time zone of events, an IANA name such as Europe/Lisbon; sides and events can override it. Without it, calendars (.ics) omit events with a time.',
  ),
  web: z
    .strictObject({
      position: z
        .boolean()
        .optional()
        .describe(
          'Whether readers of the web page may look for events near the position of their device. The page asks for the position when the reader presses a button, rounds it to a kilometre and sends it nowhere.',
        ),
    })
    .optional()
    .describe('Settings of the web page.'),
  title: TextSchema.describe('Title of the programme.'),
  shortTitle: TextSchema.optional().describe('Title in running heads, if the title is too long for them.'),
  author: WordsSchema.describe('Publisher, for document metadata.'),
  subject: TextSchema.describe('Subject of the document, for document metadata.'),
  introduction: TextSchema.describe(
    'Introduction. Each line is a paragraph; `**words**` are bold, `*words*` italic and `[words](https://…)` links.',
  ),
  contents: TextSchema.describe('Heading of the table of contents.'),
  parts: z
    .array(PartSchema)
    .min(1)
    .max(LIMITS.programmeParts)
    .optional()
    .describe(
      'Parts of the publication in printed order (docs/parts.md): cover, introduction, contents, whats-new, themes, indexes, and additional texts. Default: these six.',
    ),
  fields: z
    .array(FieldSchema)
    .min(1, { error: 'expected at least one field' })
    .max(LIMITS.fields)
    .describe('Fields of events, in addition to the fixed keys. Tables can have a column for each field.'),
  sides: z
    .array(SideSchema)
    .max(LIMITS.sides)
    .default([])
    .describe('Sides of a cooperation; each has a column of bodies and regions.'),
  themes: z
    .array(ThemeSchema)
    .min(1, { error: 'expected at least one theme' })
    .max(LIMITS.themes)
    .describe('Themes in printed order.'),
  placeholders: z
    .array(z.enum(PLACEHOLDERS))
    .optional()
    .describe(
      'Keys with values that `init` invented. Each value is an error and prevents freezing until it is replaced and removed from this list.',
    ),
  labels: LabelsSchema.optional().describe(
    'Replacements for built-in labels, by name (docs/labels.md), for example draft: Working copy.',
  ),
  rules: z
    .record(IdSchema, z.strictObject({ severity: z.enum(SEVERITIES), reason: WordsSchema }))
    .optional()
    .describe('Changed severities of proofing rules, each with a reason.'),
  changes: z
    .partialRecord(z.enum(CHANGE_KIND_IDS), z.enum(CHANGE_SEVERITIES))
    .optional()
    .describe('Changed severities of kinds of changes.'),
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
  /** Whether it was read from a spreadsheet, which is not an edition and has no date. */
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
  /** For a draft that is updated from a workbook with settings: the content of its design file. */
  design?: object;
}

/** Name of the working edition. */
export const DRAFT = 'draft';

/**
 * The publishable part of a programme: all but its internal fields, their values, and the acceptances of findings on
 * them. Every output uses it.
 */
export function publicPart(programme: Programme): Programme {
  const { config } = programme;
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
  const fields = config.fields.filter(({ id }) => !internal.has(id));
  return withEvents({ ...programme, config: { ...config, fields } }, (events) => events.map(published));
}

/** All events of a programme in printed order. */
export function allEvents({ themes }: Pick<Programme, 'themes'>): Event[] {
  return themes.flatMap(({ events }) => events);
}

/** The programme with the events that `change` returns for the events of each theme. */
export function withEvents<P extends Pick<Programme, 'themes'>>(
  programme: P,
  change: (events: readonly Event[]) => readonly Event[],
): P {
  const themes = programme.themes.map(({ theme, events }) => ({ theme, events: change(events) }));
  return { ...programme, themes };
}
