import { LANGS, type Lang, type Text } from '../../model/index.ts';

/**
 * A text after the cells of its languages have been read: the existing text itself where they say the same; nothing where no language
 * has words.
 *
 * @param cells words by language; a language without a cell keeps its words
 * @param same whether words of the text and of a cell are the same
 */
export function mergedText(
  existing: Text | undefined,
  cells: Iterable<readonly [Lang, string]>,
  main: Lang,
  same: (before: string, now: string) => boolean,
): Text | undefined {
  const byLang: { [L in Lang]?: string | undefined } =
    typeof existing === 'string' ? { [main]: existing } : { ...existing };
  let changed = false;
  for (const [lang, words] of cells) {
    if (same(byLang[lang] ?? '', words)) continue;
    changed = true;
    if (words === '') delete byLang[lang];
    else byLang[lang] = words;
  }
  if (!changed) return existing;
  const languages = LANGS.filter((lang) => byLang[lang] !== undefined);
  if (languages.length === 0) return undefined;
  const only = languages.length === 1 ? byLang[main] : undefined;
  return only ?? Object.fromEntries(languages.map((lang) => [lang, byLang[lang]]));
}
