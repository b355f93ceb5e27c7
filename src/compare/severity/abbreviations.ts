import { LANGUAGES } from '../../../languages/index.ts';
import { type Lang, ownProperty } from '../../model/index.ts';
import { byLanguage } from '../../text/index.ts';

/** Expands a word if it is an abbreviation; other words are returned unchanged. */
export function inFull(word: string, lang: Lang): string {
  const whole = ownProperty(LANGUAGES[lang].meaning.abbreviations, word) ?? word;
  return endings(lang).reduce((full, [short, long]) => full.replace(short, long), whole);
}

/** Removes the full stops from abbreviations in capitals: `P.M.R.` becomes `PMR`. */
export const withoutStops = (text: string): string =>
  text.replace(/(?<![\p{L}\p{M}])(?:\p{Lu}\.){2,}/gu, (letters) => letters.replaceAll('.', ''));

const endings = byLanguage(({ meaning }) =>
  Object.entries(meaning.abbreviations)
    .filter(([short]) => short.startsWith('*'))
    .map(([short, long]) => [new RegExp(`${short.slice(1)}$`, 'u'), long] as const),
);
