import { LANGS, LANGUAGES } from '../../languages/index.ts';

/** Articles of the languages, folded, that stand before names without belonging to them: "the Rostov region", "l’Occitanie". */
export const ARTICLES: ReadonlySet<string> = new Set(
  LANGS.flatMap((lang) => LANGUAGES[lang].articles.split('|')),
);
