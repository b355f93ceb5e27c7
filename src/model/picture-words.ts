/** A picture of an event as words: what it says to those who do not see it, and its path: `The harbour (pictures/harbour.jpg)`. */
import * as z from 'zod';
import type { PicturePath } from './picture.ts';
import { LANGS, type Lang, type Text, TextSchema, WordsByLanguageSchema, WordsSchema } from './text.ts';

/** A picture, and what it says; without words it is decoration. */
export interface PictureWords {
  file: PicturePath;
  alt?: string;
}

const WRITTEN = /^(?:(\S.*?)\s+)?\(([^()\s][^()]*)\)$/su;

/** The picture that words name; undefined where they name none. */
export function pictureIn(words: string): PictureWords | undefined {
  const [, alt, file] = WRITTEN.exec(words.trim()) ?? [];
  if (file === undefined) return undefined;
  return alt === undefined ? { file } : { file, alt };
}

/** A picture as words. */
export const pictureWords = ({ file, alt }: PictureWords): string =>
  alt === undefined ? `(${file})` : `${alt} (${file})`;

/** Why words name no picture; undefined where they do. */
export function pictureProblem(words: string): string | undefined {
  const problem =
    'expected what the picture says to those who do not see it and, in brackets, its path: The harbour (pictures/harbour.jpg)';
  return pictureIn(words) === undefined ? problem : undefined;
}

/** The pictures of a text, by language. */
export function picturesOfText(text: Text): PictureWords[] {
  const all = typeof text === 'string' ? [text] : LANGS.map((lang) => text[lang]);
  return all.flatMap((words) => (words === undefined ? [] : (pictureIn(words) ?? [])));
}

/** A picture as a group of keys. */
const GroupSchema = z
  .strictObject({
    path: z
      .string()
      .min(1)
      .max(300)
      .regex(/^[^()]+$/, { error: 'expected a path without brackets' })
      .describe('Path in the folder of the dataset, such as `pictures/harbour.jpg`.'),
    alt: TextSchema.optional().describe('What it says to those who do not see it.'),
    decoration: z.literal(true).optional().describe('Whether it says nothing, and needs no text.'),
  })
  .refine(
    ({ alt, decoration }) => (alt === undefined) !== (decoration === undefined),
    'expected `alt`, with what the picture says to those who do not see it, or `decoration: true`',
  );

/** A picture as words or as a group of keys, which is read as the same words. */
export const PictureTextSchema = z
  .union([WordsSchema, WordsByLanguageSchema, GroupSchema])
  .transform((value): Text => (typeof value === 'object' && 'path' in value ? textOfGroup(value) : value));

function textOfGroup({ path: file, alt }: z.infer<typeof GroupSchema>): Text {
  if (alt === undefined) return pictureWords({ file });
  if (typeof alt === 'string') return pictureWords({ file, alt });
  const said = Object.entries(alt).flatMap(([lang, words]) =>
    words === undefined ? [] : [[lang, pictureWords({ file, alt: words })] as const],
  );
  return Object.fromEntries(said) as Partial<Record<Lang, string>>;
}

/** A picture that must be one. */
export const PictureSchema = PictureTextSchema.superRefine((text, context) => {
  const all = typeof text === 'string' ? [text] : Object.values(text);
  const problem = all.map((words) => pictureProblem(words ?? '')).find((found) => found !== undefined);
  if (problem !== undefined) context.addIssue({ code: 'custom', message: problem, input: text });
});
