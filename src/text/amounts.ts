import { LANGUAGES } from '../../languages/index.ts';
import { LANGS } from '../model/index.ts';

/** Finds amounts of money in a text: numbers preceded or followed by a currency sign, code or name. */

/** Currency signs and codes, by ISO 4217 code. */
const SIGNS = { EUR: '€|EUR', GBP: '£|GBP', USD: '\\$|USD', CHF: 'CHF', RUB: '₽|RUB' };
type Currency = keyof typeof SIGNS;
const CURRENCIES = Object.keys(SIGNS) as Currency[];

/** An amount of money. */
export interface Amount {
  offset: number;
  length: number;
  value: number;
  currency: Currency;
  /** The sign, code or name of the currency, as written. */
  sign: string;
  /** Whether the currency precedes the number. */
  before: boolean;
  spaced: boolean;
  /** The cents as written, such as `.50`, `,00` or `,–`; empty for an amount without cents. */
  cents: string;
}

/** Finds the amounts of money in a text, from left to right. */
export function amountsIn(words: string): Amount[] {
  if (!/\d/.test(words)) return [];
  return [...words.matchAll(amount())].map(({ 0: all, index, groups = {} }) => {
    const { before, behind = '', gap = '', space = '', first, last = '' } = groups;
    const cents = groups.firstCents ?? groups.lastCents ?? '';
    const sign = before ?? behind;
    const figure = (first ?? last).replaceAll(/\D/g, '');
    return {
      offset: index,
      length: all.length,
      value: Number(`${figure}.${cents.replaceAll(/\D/g, '') || '0'}`),
      currency: CURRENCIES.find((code) => signs(code).test(sign)) ?? 'EUR',
      sign,
      before: before !== undefined,
      spaced: `${gap}${space}` !== '',
      cents,
    };
  });
}

const namesOf = (code: Currency): string =>
  [SIGNS[code], ...LANGS.flatMap((lang) => LANGUAGES[lang].rules.prices.currencies[code] ?? [])].join('|');
const signs = (code: Currency): RegExp => new RegExp(`^(?:${namesOf(code)})$`, 'iu');

let pattern: RegExp | undefined;

function amount(): RegExp {
  if (pattern !== undefined) return pattern;
  const sign = CURRENCIES.map(namesOf).join('|');
  const figure = "\\d{1,3}(?:[ \\u00a0\\u202f\\u2019']\\d{3})+|\\d+";
  const cents = '[.,]\\d{2}(?!\\d)|[,.][-\\u2013\\u2014]{1,2}';
  const ahead = `(?<before>${sign})(?<gap>[ \\u00a0\\u202f]?)(?<first>${figure})(?<firstCents>${cents})?`;
  const after = `(?<last>${figure})(?<lastCents>${cents})?(?<space>[ \\u00a0\\u202f]?)(?<behind>${sign})`;
  pattern = new RegExp(`(?<![\\p{L}\\d.,])(?:${ahead}|${after})(?![\\p{L}\\d]|[.,]\\d)`, 'giu');
  return pattern;
}
