import * as z from 'zod';
import { schemaWords } from '../../languages/index.ts';
import { describedObject } from '../described.ts';
import { IdSchema } from './id.ts';
import { LIMITS } from './limits.ts';
import type { PicturePath } from './picture.ts';
import { PictureSchema } from './picture-words.ts';
import { type Lang, type Text, TextSchema } from './text.ts';

/**
 * The parts that the program generates from the data, in the order in which they are printed if a programme does not
 * list its parts. Any other part is a text.
 */
const MADE_PARTS = ['cover', 'introduction', 'contents', 'whats-new', 'themes', 'indexes'] as const;
export type MadePart = (typeof MADE_PARTS)[number];

/** The id of the colophon, which is a text part with special formatting. */
export const COLOPHON = 'colophon';
export const BACK_COVER = 'back-cover';

/** Text parts that have a label as their title, unless their texts have headings of their own. */
const NAMED_PARTS = ['foreword', 'practical-information', COLOPHON] as const;
export type NamedPart = (typeof NAMED_PARTS)[number];

export function isNamed(id: string): id is NamedPart {
  return NAMED_PARTS.some((named) => named === id);
}

const SignatureSchema = describedObject(schemaWords.signature, {
  name: TextSchema,
  role: TextSchema.optional(),
  portrait: PictureSchema.optional(),
});

export const PartSchema = z.union([
  IdSchema,
  describedObject(schemaWords.part, {
    id: IdSchema,
    text: TextSchema.optional(),
    signatures: z.array(SignatureSchema).min(1).max(LIMITS.signatures).optional(),
  }),
]);
export type PartEntry = z.infer<typeof PartSchema>;

/** A part as an object, into which the short notation of the dataset has been converted. */
export type Part = Exclude<PartEntry, string>;

export const partOf = (entry: PartEntry): Part => (typeof entry === 'string' ? { id: entry } : entry);

/** The parts of a programme in printed order. */
export function partsOf({ parts }: { parts?: readonly PartEntry[] | undefined }): Part[] {
  return (parts ?? MADE_PARTS).map(partOf);
}

/** The pictures of signatories and themes that programme.yaml names, each with the path at which it is named. */
export function picturesOfConfig(config: {
  parts?: readonly PartEntry[] | undefined;
  themes: readonly { picture?: Text | undefined }[];
}): { picture: Text; at: (string | number)[] }[] {
  const portraits = partsOf(config).flatMap(({ signatures = [] }, part) =>
    signatures.map(({ portrait: picture }, index) => ({
      picture,
      at: ['parts', part, 'signatures', index, 'portrait'],
    })),
  );
  const ofThemes = config.themes.map(({ picture }, index) => ({ picture, at: ['themes', index, 'picture'] }));
  return [...portraits, ...ofThemes].flatMap(({ picture, at }) =>
    picture === undefined ? [] : [{ picture, at }],
  );
}

export function isMade(id: string): id is MadePart {
  return MADE_PARTS.some((made) => made === id);
}

/** A part of a text with uniform formatting. A run that consists of a line feed is a line break. */
export interface RichRun {
  text: string;
  strong?: true;
  emphasis?: true;
  /** The URI to which the words link. */
  link?: string;
}

export type RichParagraph = readonly RichRun[];

/** A paragraph of a list item. The items of nested lists have a higher level. */
export interface RichItem {
  text: RichParagraph;
  /** The nesting level; 0 for items of the outermost list. */
  level: number;
  /** The number of the item in an ordered list, such as `3.`. */
  number?: string;
  /** Whether this is another paragraph of the previous item. */
  continues?: true;
}

/** A picture between paragraphs. */
export interface TextPicture {
  kind: 'picture';
  file: PicturePath;
  /** Alternative text; a picture without it is decorative. */
  alt?: string;
  /** Caption below the picture. */
  caption?: string;
  /** The offset of the picture in the source, in UTF-16 code units. */
  offset: number;
}

export type RichBlock =
  | TextPicture
  | { kind: 'heading'; level: 1 | 2; text: RichParagraph }
  | { kind: 'paragraph'; text: RichParagraph }
  | { kind: 'list'; items: readonly RichItem[] }
  | { kind: 'quote'; paragraphs: readonly RichParagraph[] }
  | { kind: 'table'; head: readonly RichParagraph[]; rows: readonly (readonly RichParagraph[])[] };

/** The parsed text of a part. */
export interface RichText {
  /** The first-level heading, which is the title of the part. */
  title?: RichParagraph;
  blocks: readonly RichBlock[];
  /** The text without markup, with each paragraph, item and cell on its own line. */
  words: string;
  stretches: readonly Stretch[];
}

/** Words that the source contains exactly as they are printed. Offsets are in UTF-16 code units. */
export interface Stretch {
  /** The offset within the text without markup. */
  at: number;
  /** The offset in the source. */
  from: number;
  length: number;
}

/** The text of a part in one language. */
export interface PartText {
  /** The id of the part. */
  part: string;
  lang: Lang;
  /**
   * The path of the text, such as `texts.foreword.fr` if it is in a file of its own, or `parts.1.text.fr` if it is in
   * programme.yaml.
   */
  field: string;
  /** The Markdown source. */
  source: string;
  rich: RichText;
}

/** The path of the file that contains the text of a part in a language, relative to the dataset folder. */
export const textFile = (part: string, lang: Lang): string => `texts/${part}.${lang}.md`;

/** The field by which findings refer to the text of a part that is stored in a file. */
export const textField = (part: string, lang: Lang): string => `texts.${part}.${lang}`;

/** Whether the text of a part is stored in a file of its own rather than in programme.yaml. */
export const isTextFile = ({ field }: { field: string }): boolean => field.startsWith('texts.');
