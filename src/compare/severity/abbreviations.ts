import type { Lang } from '../../model/index.ts';
import { byLanguage } from '../../text/index.ts';

/** Expands a word if it is an abbreviation; other words are returned unchanged. */
export function inFull(word: string, lang: Lang): string {
  return abbreviations(lang).reduce((full, [short, long]) => full.replace(short, long), word);
}

/** Removes the full stops from abbreviations in capitals: `P.M.R.` becomes `PMR`. */
export const withoutStops = (text: string): string =>
  text.replace(/(?<![\p{L}\p{M}])(?:\p{Lu}\.){2,}/gu, (letters) => letters.replaceAll('.', ''));

const abbreviations = byLanguage(({ meaning }) =>
  Object.entries(meaning.abbreviations).map(
    ([short, long]) =>
      [new RegExp(short.startsWith('*') ? `${short.slice(1)}$` : `^${short}$`, 'u'), long] as const,
  ),
);
