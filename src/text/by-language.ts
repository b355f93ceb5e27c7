import { LANGUAGES, type Language } from '../../languages/index.ts';
import type { Lang } from '../model/index.ts';

/** Lazily computes and caches a value per language. */
export function byLanguage<T>(make: (language: Language, lang: Lang) => T): (lang: Lang) => T {
  const made = new Map<Lang, T>();
  return (lang) => {
    let value = made.get(lang);
    if (value === undefined) {
      value = make(LANGUAGES[lang], lang);
      made.set(lang, value);
    }
    return value;
  };
}
