/** A picture of an event as text: the alternative text and the path, as in `The harbour (pictures/harbour.jpg)`. */
import * as z from 'zod';
import type { PicturePath } from './picture.ts';
import { LANGS, type Lang, type Text, TextSchema, WordsByLanguageSchema, WordsSchema } from './text.ts';

/** A picture and its alternative text; a picture without it is decorative. */
export interface PictureWords {
  file: PicturePath;
  alt?: string;
}

const WRITTEN = /^(?:(\S.*?)\s+)?\(([^()\s][^()]*)\)$/su;

/** The picture that a text names; undefined if the text does not name a picture. */
export function pictureIn(words: string): PictureWords | undefined {
  const [, alt, file] = WRITTEN.exec(words.trim()) ?? [];
  if (file === undefined) return undefined;
  return alt === undefined ? { file } : { file, alt };
}

/** A picture as text. */
export const pictureWords = ({ file, alt }: PictureWords): string =>
  alt === undefined ? `(${file})` : `${alt} (${file})`;

/** Why a text does not name a picture; undefined if it does. */
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

/** Schema for a picture as an object. */
const GroupSchema = z
  .strictObject({
    path: z
      .string()
      .min(1)
      .max(300)
      .regex(/^[^()]+$/, { error: 'expected a path without brackets' })
      .describe('Path inside the dataset folder, such as `pictures/harbour.jpg`.'),
    alt: TextSchema.optional().describe('Alternative text.'),
    decoration: z
      .literal(true)
      .optional()
      .describe('Whether the picture is decorative and needs no alternative text.'),
  })
  .refine(
    ({ alt, decoration }) => (alt === undefined) !== (decoration === undefined),
    'expected `alt`, with what the picture says to those who do not see it, or `decoration: true`',
  );

/** Schema for a picture as text or as an object, which is converted to text. */
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

/** Schema for a text that must name a picture. */
export const PictureSchema = PictureTextSchema.superRefine((text, context) => {
  const all = typeof text === 'string' ? [text] : Object.values(text);
  const problem = all.map((words) => pictureProblem(words ?? '')).find((found) => found !== undefined);
  if (problem !== undefined) context.addIssue({ code: 'custom', message: problem, input: text });
});
