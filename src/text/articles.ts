import { LANGS, LANGUAGES } from '../../languages/index.ts';

/**
 * Articles of all languages, folded, that precede names without being part of them: "the Rostov region",
 * "l’Occitanie".
 */
export const ARTICLES: ReadonlySet<string> = new Set(
  LANGS.flatMap((lang) => LANGUAGES[lang].articles.split('|')),
);
