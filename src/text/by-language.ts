import { LANGUAGES, type Language } from '../../languages/index.ts';
import { LANGS, type Lang, valueAt } from '../model/index.ts';

/** Creates a function that computes a value for a language on first use and caches it. */
export function byLanguage<T>(make: (language: Language, lang: Lang) => T): (lang: Lang) => T {
  const made = new Map<Lang, T>();
  return (lang) => valueAt(made, lang, () => make(LANGUAGES[lang], lang));
}

/** Joins the words of all languages with `|`, as alternatives in a regular expression. */
export function inAllLanguages(wordsOf: (language: Language) => string): string {
  return LANGS.map((lang) => wordsOf(LANGUAGES[lang])).join('|');
}
