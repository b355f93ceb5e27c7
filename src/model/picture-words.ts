/**
 * Pictures as text: alternative text, path and caption, as in `The harbour (pictures/harbour.jpg) Photo: A. Exemple`.
 */

import * as z from 'zod';
import { reason, refusal } from '../reasons.ts';
import type { PicturePath } from './picture.ts';
import { withoutUndefined } from './records.ts';
import { type Lang, type Text, TextSchema, WordsByLanguageSchema, WordsSchema, wordsInAll } from './text.ts';

/** A picture, its alternative text and its caption; a picture without alternative text is decorative. */
export interface PictureWords {
  file: PicturePath;
  alt?: string;
  caption?: string;
}

/**
 * The path in brackets. The path is in the first brackets whose content ends like a file name; other brackets are part
 * of the alternative text or caption.
 */
const PATH = /(?<=^|\s)\(([^()\s][^()]*\.\w{3,4})\)(?=\s|$)/u;

/** Parses a picture that is written as text; undefined if the text does not name a picture. */
export function pictureIn(words: string): PictureWords | undefined {
  const path = PATH.exec(words);
  if (path?.[1] === undefined) return undefined;
  const alt = words.slice(0, path.index).trim() || undefined;
  const caption = words.slice(path.index + path[0].length).trim() || undefined;
  return withoutUndefined({ file: path[1], alt, caption });
}

/** Formats a picture as text. */
export const pictureWords = ({ file, alt, caption }: PictureWords): string =>
  [alt, `(${file})`, caption].filter((words) => words !== undefined).join(' ');

/** The code of the problem if a text does not name a picture; otherwise undefined. */
export const pictureProblem = (words: string) =>
  pictureIn(words) === undefined ? 'expected-picture' : undefined;

const captionProblem = (words: string) =>
  pictureIn(words)?.caption === undefined ? undefined : 'expected-no-caption';

/** The pictures that a text names, in the order of its languages. */
export function picturesOfText(text: Text): PictureWords[] {
  return wordsInAll(text).flatMap((words) => pictureIn(words) ?? []);
}

/** The schema for a picture as an object. */
const GroupSchema = z
  .strictObject({
    path: z
      .string()
      .min(1)
      .max(300)
      .regex(/^[^()\s][^()]*\.\w{3,4}$/, refusal(reason('expected-picture-path')))
      .describe('Path inside the dataset folder, such as `pictures/harbour.jpg`.'),
    alt: TextSchema.optional().describe('Alternative text.'),
    decoration: z
      .literal(true)
      .optional()
      .describe('Whether the picture is decorative and needs no alternative text.'),
    caption: TextSchema.optional().describe('Caption of the picture of an event, with its credit.'),
  })
  .refine(
    ({ alt, decoration }) => (alt === undefined) !== (decoration === undefined),
    refusal(reason('expected-alt')),
  )
  .refine(({ alt }) => wordsInAll(alt).every((words) => pictureIn(words) === undefined), {
    ...refusal(reason('expected-words-without-path')),
    path: ['alt'],
  })
  .refine(
    ({ alt, caption }) =>
      alt === undefined ||
      typeof caption !== 'object' ||
      Object.keys(caption).every((lang) => Object.keys(alt).includes(lang)),
    { ...refusal(reason('expected-caption-languages')), path: ['caption'] },
  );

/** The schema for a picture as text or as an object; objects are converted to text. */
export const PictureTextSchema = z
  .union([WordsSchema, WordsByLanguageSchema, GroupSchema])
  .transform((value): Text => (typeof value === 'object' && 'path' in value ? textOfGroup(value) : value));

function textOfGroup({ path: file, alt, caption }: z.infer<typeof GroupSchema>): Text {
  const byLanguage = [alt, caption].find((text) => typeof text === 'object');
  const wordsIn = (lang?: Lang): string => {
    const [altWords, below] = [alt, caption].map((text) =>
      typeof text !== 'object' ? text : lang && text[lang],
    );
    return pictureWords(withoutUndefined({ file, alt: altWords, caption: below }));
  };
  if (byLanguage === undefined) return wordsIn();
  return Object.fromEntries((Object.keys(byLanguage) as Lang[]).map((lang) => [lang, wordsIn(lang)]));
}

/**
 * The schema for a text that must name a picture and must not contain a caption, because captions are stored
 * separately.
 */
export const PictureSchema = PictureTextSchema.superRefine((text, context) => {
  const problem = wordsInAll(text)
    .map((words) => pictureProblem(words) ?? captionProblem(words))
    .find((found) => found !== undefined);
  if (problem !== undefined) context.addIssue({ code: 'custom', ...refusal(reason(problem)), input: text });
});
