import * as z from 'zod';
import { LANGS, type Lang } from '../../languages/index.ts';
import { forbiddenCharacter, isPrinted } from './characters.ts';
import { LIMITS } from './limits.ts';

export { LANGS, type Lang };

export const LangSchema = z.enum(LANGS).describe(`Language of a text (ISO 639-1): ${LANGS.join(', ')}.`);

/**
 * A string with at least one printed character, and without any that no printed text can hold; composed (Unicode NFC), as fonts
 * have é and й as one glyph, while file names and texts copied on a Mac write them as two characters.
 */
export const WordsSchema = z
  .string()
  .min(1, { error: 'expected words' })
  .max(LIMITS.textCharacters)
  .overwrite((text) => text.normalize('NFC'))
  .superRefine((text, context) => {
    if (text !== '' && !isPrinted(text)) {
      const found = text.trim() === '' ? 'only spaces' : 'nothing that is printed';
      context.addIssue({ code: 'custom', message: `expected words, found ${found}` });
    }
    const code = forbiddenCharacter(text);
    if (code !== undefined) {
      context.addIssue({ code: 'custom', message: `character ${code} cannot be printed and is not allowed` });
    }
  });

/** Words by language, in at least one. */
export const WordsByLanguageSchema = z
  .strictObject(
    Object.fromEntries(LANGS.map((lang) => [lang, WordsSchema.optional()])) as Record<
      Lang,
      z.ZodOptional<typeof WordsSchema>
    >,
  )
  .refine((words) => LANGS.some((lang) => words[lang] !== undefined), {
    error: `expected words in at least one of ${LANGS.join(', ')}`,
  });

/** A text of the dataset: words in the main language, or words by language. */
export const TextSchema = z
  .union([WordsSchema, WordsByLanguageSchema])
  .describe('Words in the main language, or words by language: {en: …, fr: …}.');
export type Text = z.infer<typeof TextSchema>;

/** Words and the language they are in. */
export interface LangText {
  words: string;
  lang: Lang;
}

/**
 * The words of a text for a reader of `wanted`: in that language, else in the main language, else in the first that there is.
 * The result says which language it is in, so that it can be marked.
 */
export function textIn(text: Text, wanted: Lang, main: Lang): LangText {
  if (typeof text === 'string') return { words: text, lang: main };
  for (const lang of [wanted, main, ...LANGS]) {
    const words = text[lang];
    if (words !== undefined) return { words, lang };
  }
  throw new Error('a text without words passed the schema');
}

/** The words of a text in all languages that it is in. */
export function wordsInAll(text: Text | undefined): string[] {
  if (text === undefined) return [];
  return typeof text === 'string' ? [text] : LANGS.flatMap((lang) => text[lang] ?? []);
}

/** The paragraphs of a text: each non-empty line is one. */
export function paragraphsOf(words: string): string[] {
  return words
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
}
