import { LANGS, LANGUAGES } from '../../languages/index.ts';

/**
 * The case-folded articles of all languages, which can precede a name without being part of it ("the Rostov region",
 * "l’Occitanie").
 */
export const ARTICLES: ReadonlySet<string> = new Set(
  LANGS.flatMap((lang) => LANGUAGES[lang].articles.split('|')),
);
