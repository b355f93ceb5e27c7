const INVISIBLE = /[\u00ad\u200b-\u200d\u2060]/gu;
const QUOTES = /[«»‹›„“”‟‚‘’‛"'`´′″]/gu;
const APOSTROPHE = /(?<=\p{L})['’ʼ`´](?=\p{L})/gu;
const DASHES = /[-\u2010-\u2015\u2212]/gu;
const LATIN_MARKS = /(?<=\p{Script=Latin})\p{M}+/gu;
const STRESS_MARKS = /[\u0300\u0301]/gu;
/** Stands for an apostrophe while quotation marks are taken away; no dataset holds it. */
const KEPT = '\u0001';

/**
 * A text without what typography alone decides: spaces, quotation marks, dashes, case and accents. Two texts with equal skeletons
 * differ typographically at most. Between figures spaces and dashes stay, for 20 21 and 20-21 are not 2021 (but 7 000 is 7000); an apostrophe inside a
 * word stays, and so does й, which is a letter of its own.
 */
export function skeleton(text: string): string {
  return text
    .normalize('NFD')
    .replace(LATIN_MARKS, '')
    .replace(STRESS_MARKS, '')
    .normalize('NFC')
    .toLowerCase()
    .replaceAll('ё', 'е')
    .replaceAll('œ', 'oe')
    .replaceAll('æ', 'ae')
    .replaceAll('…', '...')
    .replace(INVISIBLE, '')
    .replace(APOSTROPHE, KEPT)
    .replace(QUOTES, '')
    .replace(DASHES, '-')
    .replace(/(?<=\d)\s*-\s*(?=\d)/gu, '–')
    .replace(/(?<=\d)\s(?=\d{3}(?!\d))/gu, '')
    .replace(/(?<=\d)\s+(?=\d)/gu, '_')
    .replace(/[\s-]/gu, '');
}
