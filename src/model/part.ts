import * as z from 'zod';
import { schemaWords } from '../../languages/index.ts';
import { describedObject } from '../described.ts';
import { IdSchema } from './id.ts';
import { LIMITS } from './limits.ts';
import type { PicturePath } from './picture.ts';
import { PictureSchema } from './picture-words.ts';
import { type Lang, type Text, TextSchema } from './text.ts';

/**
 * Parts that the program generates from the data, in the order of a programme that does not list its parts. Any other
 * part is a text.
 */
const MADE_PARTS = ['cover', 'introduction', 'contents', 'whats-new', 'themes', 'indexes'] as const;
export type MadePart = (typeof MADE_PARTS)[number];

/** Id of the colophon, the text part that has its own formatting. */
export const COLOPHON = 'colophon';
export const BACK_COVER = 'back-cover';

/** Texts whose titles are labels, unless they have their own heading. */
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

/** A part as an object, regardless of its notation. */
export type Part = Exclude<PartEntry, string>;

export const partOf = (entry: PartEntry): Part => (typeof entry === 'string' ? { id: entry } : entry);

/** The parts of a programme in printed order. */
export function partsOf({ parts }: { parts?: readonly PartEntry[] | undefined }): Part[] {
  return (parts ?? MADE_PARTS).map(partOf);
}

/** The pictures of signatories and themes that programme.yaml names, each with the path of its value there. */
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

/** Words with the same formatting in a text. A single line feed is a line break. */
export interface RichRun {
  text: string;
  strong?: true;
  emphasis?: true;
  /** URI that the words link to. */
  link?: string;
}

export type RichParagraph = readonly RichRun[];

/** A paragraph of a list item; nested lists are items of a deeper level. */
export interface RichItem {
  text: RichParagraph;
  /** 0 for items of the outermost list. */
  level: number;
  /** Number of the item in an ordered list, such as `3.`. */
  number?: string;
  /** A further paragraph of the previous item. */
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
  /** Start in the source, in UTF-16 units. */
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
  /**
   * The words without markup, with each paragraph, item and cell on its own line, and the positions in the source of
   * those words that appear there as printed.
   */
  words: string;
  stretches: readonly Stretch[];
}

/** Words that appear in the source exactly as printed, with offsets in UTF-16 units. */
export interface Stretch {
  /** Start within the words. */
  at: number;
  /** Start in the source. */
  from: number;
  length: number;
}

/** The text of a part in one language. */
export interface PartText {
  /** Id of the part. */
  part: string;
  lang: Lang;
  /** Path of the text: `texts.foreword.fr` for a file, `parts.1.text.fr` for programme.yaml. */
  field: string;
  /** The Markdown source. */
  source: string;
  rich: RichText;
}

/** Path of the file of a text, relative to the folder of the dataset. */
export const textFile = (part: string, lang: Lang): string => `texts/${part}.${lang}.md`;

/** Field of a text of a part that is stored in a file, as used in findings. */
export const textField = (part: string, lang: Lang): string => `texts.${part}.${lang}`;

/** Whether a text of a part is stored in a file, not in programme.yaml. */
export const isTextFile = ({ field }: { field: string }): boolean => field.startsWith('texts.');
