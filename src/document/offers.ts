import type { Lang } from '../model/index.ts';
import { type Amount, amountsIn, byLanguage } from '../text/index.ts';
import type { EventRecord } from './records.ts';

type Price = Pick<Amount, 'value' | 'currency'>;

const isFree = byLanguage(({ rules: { prices } }) => new RegExp(`^\\W*(?:${prices.free})[\\s.!]*$`, 'iu'));

/**
 * The prices in a text; empty for free admission. Undefined if a number in the text is not an amount of money, as in
 * `10–15 €` or `8 € from 12 years`, or if the currency is an unspecified dollar: nothing is guessed.
 */
function pricesIn(words: string, langs: readonly Lang[]): readonly Price[] | undefined {
  if (langs.some((lang) => isFree(lang).test(words))) return [];
  const amounts = amountsIn(words);
  const rest = amounts.reduceRight(
    (left, { offset, length }) => left.slice(0, offset) + left.slice(offset + length),
    words,
  );
  const isUnclear = amounts.some(({ currency, sign }) => currency === 'USD' && sign.toUpperCase() !== 'USD');
  return amounts.length === 0 || isUnclear || /\p{Nd}/u.test(rest) ? undefined : amounts;
}

/**
 * The offers of events as JSON-LD properties, from the prices of the events. Free admission is an offer at a price of 0
 * in the currency of the other prices, if these have only one currency.
 *
 * @param langs languages of the words
 */
export function offersIn(
  records: readonly EventRecord[],
  langs: readonly Lang[],
): (record: EventRecord) => object {
  const pricesOf = ({ fields }: EventRecord): readonly Price[] | undefined => {
    const [field, ...others] = fields.filter(({ kind }) => kind === 'price');
    return field === undefined || others.length > 0 ? undefined : pricesIn(field.words, langs);
  };
  const prices = new Map(records.map((record) => [record, pricesOf(record)]));
  const currencies = new Set(
    [...prices.values()].flatMap((ofRecord = []) => ofRecord.map(({ currency }) => currency)),
  );
  const [common] = currencies.size === 1 ? currencies : [];
  return (record) => {
    const ofRecord = prices.get(record);
    const isOpen = ofRecord !== undefined && ofRecord.length === 0;
    const stated = isOpen && common !== undefined ? [{ value: 0, currency: common }] : (ofRecord ?? []);
    const isSoldOut = record.status === 'sold-out';
    const availability = isSoldOut ? { availability: 'https://schema.org/SoldOut' } : {};
    const offers: object[] = stated.map(({ value, currency }) => ({
      '@type': 'Offer',
      price: Number.isInteger(value) ? String(value) : value.toFixed(2),
      priceCurrency: currency,
      ...availability,
    }));
    if (offers.length === 0 && isSoldOut) offers.push({ '@type': 'Offer', ...availability });
    return { ...(isOpen ? { isAccessibleForFree: true } : {}), ...(offers.length === 0 ? {} : { offers }) };
  };
}
