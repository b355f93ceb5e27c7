import { type CellWords, LANGS, LANGUAGES } from '../../../languages/index.ts';

type Phrases = 'yes' | 'no' | 'undecided' | 'everywhere';

const anyOf = (phrases: Phrases): string =>
  LANGS.map((lang): CellWords => LANGUAGES[lang].cells)
    .map((cells) => cells[phrases])
    .join('|');

const YES = new RegExp(`^(?:${anyOf('yes')}|true|1|x)$`, 'i');
const NO = new RegExp(`^(?:${anyOf('no')}|false|0)$`, 'i');
const UNDECIDED = new RegExp(`(?<!\\p{L})(?:${anyOf('undecided')})`, 'iu');
const EVERYWHERE = new RegExp(`(?<!\\p{L})(?:${anyOf('everywhere')})(?!\\p{L})`, 'iu');

/** Whether a cell says yes, in any of the languages. */
export function yesOf(words: string): boolean {
  return YES.test(words.trim());
}

/** Whether a cell says no, in any of the languages. */
export function noOf(words: string): boolean {
  return NO.test(words.trim());
}

/**
 * Why words name no region, where they say so in any of the languages: they mean all regions of a side, or it is not known yet which.
 *
 * @param alone whether they must say nothing else
 */
export function withoutRegion(words: string, alone: boolean): 'all-regions' | 'to-be-determined' | undefined {
  const says = (pattern: RegExp): boolean => {
    const rest = words.replace(pattern, '');
    return rest !== words && !(alone && /[\p{L}\p{N}]/u.test(rest));
  };
  if (says(EVERYWHERE)) return 'all-regions';
  const isOpen = says(UNDECIDED) || LANGS.some((lang) => says(LANGUAGES[lang].rules.open));
  return isOpen ? 'to-be-determined' : undefined;
}
