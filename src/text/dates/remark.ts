import { LANGS, type Lang } from '../../model/index.ts';
import { byLanguage } from '../by-language.ts';
import { type DateCursor, digitsAt, isGlued, isKind, isMark, readingOf } from './date-cursor.ts';
import { tellsDate, tokensOf } from './tokens.ts';

/**
 * Whether words in brackets are a remark that does not affect the date before them. In any language, the numbers in a
 * remark are only times of day and quantities (`accès PMR de 11h à 13h`, `noch 20 Plätze`, `12,50 €`), unlike those in
 * `except 14 June`, `sauf le 5` and `5 cancelled`.
 */
export function isRemark(words: string): boolean {
  return LANGS.every((lang) => !takenBack(lang).test(words) && isRemarkIn(words, lang));
}

/** A number that may be a day, followed in the same clause by a negation or by a word such as "cancelled". */
const takenBack = byLanguage(({ cells: { statuses }, meaning: { negations } }) => {
  const { cancelled, postponed } = statuses;
  return new RegExp(`\\d[^\\d,;.]*?(?:${negations.source}|(?<!\\p{L})(?:${cancelled}|${postponed}))`, 'iu');
});

function isRemarkIn(words: string, lang: Lang): boolean {
  const reader: DateCursor = { tokens: tokensOf(words, lang), ...readingOf(lang, {}, false) };
  for (let at = 0; at < reader.tokens.length; ) {
    const next = afterQuantity(reader, at);
    const token = reader.tokens[at];
    if (next === at && token !== undefined && tellsDate(token)) return false;
    at = Math.max(next, at + 1);
  }
  return true;
}

/**
 * The position after a number and its unit, such as 20 places, 12 ans, 12,50 €, £12 or 16+; the given position if there
 * is no such number.
 */
function afterQuantity(reader: DateCursor, at: number): number {
  const isPrice = isMark(reader, at, 'other');
  const start = isPrice ? at + 1 : at;
  if (digitsAt(reader, start, 1, 3) === undefined) return at;
  const isDecimal =
    isMark(reader, start + 1, 'comma') && isGlued(reader, start + 1) && isGlued(reader, start + 2);
  const unit = isDecimal && digitsAt(reader, start + 2, 1, 2) !== undefined ? start + 3 : start + 1;
  if (isPrice) return unit;
  const isCounted =
    (['word', 'year', 'label', 'hour'] as const).some((kind) => isKind(reader, unit, kind)) ||
    isMark(reader, unit, 'other');
  const isAge = isMark(reader, unit, 'and') && isGlued(reader, unit);
  return isCounted || isAge ? unit + 1 : at;
}
