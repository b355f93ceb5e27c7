import * as z from 'zod';
import { LANGS, type Lang } from '../../languages/index.ts';
import { reason, refusal } from '../reasons.ts';
import { composed, forbiddenCharacter, isPrinted } from './characters.ts';
import { LIMITS } from './limits.ts';

export { LANGS, type Lang };

// By default, Zod generates and compiles a function for each schema. In a single run of the program, which checks few
// values, this takes more time than it saves.
z.config({ jitless: true });

export const LangSchema = z.enum(LANGS).describe(`Language of a text (ISO 639-1): ${LANGS.join(', ')}.`);

/**
 * The schema for a string with at least one visible character and no forbidden characters. The string is normalised to
 * NFC, because fonts contain é and й as single characters, whereas file names and texts copied on a Mac contain them as
 * two.
 */
export const WordsSchema = z
  .string()
  .min(1, refusal(reason('expected-words')))
  .max(LIMITS.textCharacters)
  .overwrite(composed)
  .superRefine((text, context) => {
    if (text !== '' && !isPrinted(text)) {
      const refused = reason(text.trim() === '' ? 'words-of-spaces' : 'words-not-printed');
      context.addIssue({ code: 'custom', ...refusal(refused) });
    }
    const character = forbiddenCharacter(text);
    if (character !== undefined)
      context.addIssue({ code: 'custom', ...refusal(reason('character-not-allowed', { character })) });
  });

/** Creates the schema for values by language, with at least one language. */
export function byLanguageSchema<S extends z.ZodType>(schema: S) {
  const shape = Object.fromEntries(LANGS.map((lang) => [lang, schema.optional()]));
  return z
    .strictObject(shape as Record<Lang, z.ZodOptional<S>>)
    .refine((words: Partial<Record<Lang, unknown>>) => LANGS.some((lang) => words[lang] !== undefined), {
      ...refusal(reason('expected-words-in', { langs: LANGS })),
    });
}

/** The schema for words by language, with at least one language. */
export const WordsByLanguageSchema = byLanguageSchema(WordsSchema);

/** The schema for a text in a dataset: words in the main language, or words by language. */
export const TextSchema = z
  .union([WordsSchema, WordsByLanguageSchema])
  .describe('Text in the main language, or texts by language: {en: …, fr: …}.');
export type Text = z.infer<typeof TextSchema>;

/** Words and their language. */
export interface LangText {
  words: string;
  lang: Lang;
}

/**
 * The words of a text in the language `wanted`, otherwise in the main language, otherwise in the first available
 * language. The result includes the language of the words, so that they can be marked with it in outputs.
 */
export function textIn(text: Text, wanted: Lang, main: Lang): LangText {
  if (typeof text === 'string') return { words: text, lang: main };
  for (const lang of [wanted, main, ...LANGS]) {
    const words = text[lang];
    if (words !== undefined) return { words, lang };
  }
  throw new Error('a text without words passed the schema');
}

/**
 * The words of a text in each of its languages. If the text has words by language, each `field` ends with the language.
 */
export function wordsByLanguage(text: Text, field: string, main: Lang): (LangText & { field: string })[] {
  if (typeof text === 'string') return [{ words: text, lang: main, field }];
  return LANGS.flatMap((lang) => {
    const words = text[lang];
    return words === undefined ? [] : [{ words, lang, field: `${field}.${lang}` }];
  });
}

/** The words of a text in each of its languages. */
export function wordsInAll(text: Text | undefined): string[] {
  if (text === undefined) return [];
  return typeof text === 'string' ? [text] : LANGS.flatMap((lang) => text[lang] ?? []);
}

/** The paragraphs of a text, which are its non-empty lines. */
export function paragraphsOf(words: string): string[] {
  if (!words.includes('\n') && words === words.trim() && words !== '') return [words];
  return words
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
}
