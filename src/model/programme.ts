import * as z from 'zod';
import { schemaWords } from '../../languages/index.ts';
import { describedObject } from '../described.ts';
import { reason, refusal } from '../reasons.ts';
import { CHANGE_KIND_IDS, CHANGE_SEVERITIES } from './change-kinds.ts';
import { isCalendarDate, isEdtf } from './edtf.ts';
import { type Event, titleIn } from './event.ts';
import { FieldSchema, IndexSchema } from './field.ts';
import { IdSchema } from './id.ts';
import { LabelsSchema } from './labels.ts';
import { LIMITS } from './limits.ts';
import { PartSchema, type PartText } from './part.ts';
import { PictureSchema } from './picture-words.ts';
import type { Reference } from './regions-and-places.ts';
import { LangSchema, TextSchema, textIn, WordsSchema } from './text.ts';
import { TimeZoneSchema } from './timezone.ts';

const SideSchema = describedObject(schemaWords.side, {
  id: IdSchema,
  country: z.string().regex(/^[A-Z]{2}$/, refusal(reason('expected-country'))),
  name: TextSchema,
  heading: TextSchema,
  index: IndexSchema.optional(),
  timezone: TimeZoneSchema.optional(),
});
export type Side = z.infer<typeof SideSchema>;

const ThemeSchema = describedObject(schemaWords.theme, {
  id: IdSchema,
  title: TextSchema,
  shortTitle: TextSchema.optional(),
  introduction: TextSchema.optional(),
  picture: PictureSchema.optional(),
  caption: TextSchema.optional(),
  columns: z
    .array(z.string())
    .min(1, refusal(reason('expected-column')))
    .max(LIMITS.fields),
  carry: z.boolean().default(false),
});
export type Theme = z.infer<typeof ThemeSchema>;

const SEVERITIES = ['error', 'warning', 'note', 'off'] as const;

/**
 * The dataset format that this version of the program writes. Older formats can be read as well: see
 * src/read/formats.ts.
 */
export const FORMAT = 3;

/** Keys of programme.yaml that may contain placeholder texts in a new dataset. */
const PLACEHOLDERS = ['title', 'author', 'subject', 'introduction', 'date', 'period'] as const;

function isWebFolder(address: string): boolean {
  return URL.canParse(address) && /^https?:\/\/[^\s?#@]+$/i.test(address);
}

export const ProgrammeFileSchema = describedObject(schemaWords.programme, {
  format: z.literal(FORMAT),
  name: IdSchema,
  language: LangSchema,
  languages: z
    .array(LangSchema)
    .min(1, refusal(reason('expected-language')))
    .refine((langs) => new Set(langs).size === langs.length, refusal(reason('language-twice'))),
  date: z.string().refine((value) => isCalendarDate(value), refusal(reason('expected-day'))),
  period: z.string().refine((value) => isEdtf(value), refusal(reason('expected-period'))),
  address: z
    .string()
    .max(2000)
    .refine(isWebFolder, refusal(reason('expected-web-folder')))
    .optional(),
  timezone: TimeZoneSchema.optional(),
  web: describedObject(schemaWords.web, { position: z.boolean().optional() }).optional(),
  title: TextSchema,
  shortTitle: TextSchema.optional(),
  author: WordsSchema,
  subject: TextSchema,
  introduction: TextSchema,
  contents: TextSchema,
  parts: z.array(PartSchema).min(1).max(LIMITS.programmeParts).optional(),
  fields: z
    .array(FieldSchema)
    .min(1, refusal(reason('expected-field')))
    .max(LIMITS.fields),
  sides: z.array(SideSchema).max(LIMITS.sides).default([]),
  themes: z
    .array(ThemeSchema)
    .min(1, refusal(reason('expected-theme')))
    .max(LIMITS.themes),
  placeholders: z.array(z.enum(PLACEHOLDERS)).optional(),
  labels: LabelsSchema.optional(),
  rules: z.record(IdSchema, z.strictObject({ severity: z.enum(SEVERITIES), reason: WordsSchema })).optional(),
  changes: z.partialRecord(z.enum(CHANGE_KIND_IDS), z.enum(CHANGE_SEVERITIES)).optional(),
});
export type ProgrammeFile = z.infer<typeof ProgrammeFileSchema>;

/** A theme and its events in printed order. */
export interface ThemeEvents {
  theme: Theme;
  events: readonly Event[];
}

/** A complete dataset that has been read and validated: an edition or the draft. */
export interface Programme {
  /** The name of the edition, or `draft`; for a spreadsheet, the name of its file. */
  edition: string;
  /** Whether the programme was read from a spreadsheet, which is not an edition and has no date. */
  isFile?: true;
  config: ProgrammeFile;
  themes: readonly ThemeEvents[];
  reference: Reference;
  /** The texts of the parts, in the order of the parts and languages; missing if no part is a text. */
  texts?: readonly PartText[];
  /**
   * For a dataset in an older format, its original texts, indexed by their form in the newest format. The original
   * texts are needed because fingerprints were computed from them.
   */
  olderWords?: ReadonlyMap<string, string>;
  /**
   * For a draft that is updated from spreadsheets, the mappings that the dataset contains, by the names of the
   * spreadsheet files.
   */
  mappings?: Readonly<Record<string, object>>;
  /** For a draft that is updated from a workbook with settings, the content of its design file. */
  design?: object;
}

/** The name of the working edition. */
export const DRAFT = 'draft';

/**
 * The public part of a programme: everything except its internal fields, their values, and the acceptances of findings
 * in them. All outputs are made from this part.
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

/** The titles of all events in the main language, by id. */
export function titlesOf({ config, themes }: Programme): Map<string, string> {
  const titleOf = (event: Event): string =>
    textIn(titleIn(event, config), config.language, config.language).words;
  return new Map(allEvents({ themes }).map((event) => [event.id, titleOf(event)]));
}

/** A copy of the programme in which the events of each theme are replaced with the result of `change`. */
export function withEvents<P extends Pick<Programme, 'themes'>>(
  programme: P,
  change: (events: readonly Event[]) => readonly Event[],
): P {
  const themes = programme.themes.map(({ theme, events }) => ({ theme, events: change(events) }));
  return { ...programme, themes };
}
