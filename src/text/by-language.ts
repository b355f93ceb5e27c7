import { LANGUAGES, type Language } from '../../languages/index.ts';
import { LANGS, type Lang, valueAt } from '../model/index.ts';

/** Lazily computes and caches a value per language. */
export function byLanguage<T>(make: (language: Language, lang: Lang) => T): (lang: Lang) => T {
  const made = new Map<Lang, T>();
  return (lang) => valueAt(made, lang, () => make(LANGUAGES[lang], lang));
}

/** The words of all languages, separated by bars, as alternatives of a pattern. */
export function inAllLanguages(wordsOf: (language: Language) => string): string {
  return LANGS.map((lang) => wordsOf(LANGUAGES[lang])).join('|');
}
