import type { Message } from '../../messages.ts';
import { countsOf } from '../../model/index.ts';
import { type Amount, amountsIn } from '../../text/index.ts';
import type { BareFinding } from '../finding.ts';
import { messageOf } from '../messages.ts';
import { type CheckContext, type Rule, spotted } from '../rule.ts';
import type { PrintedText } from '../texts.ts';

export const priceForm: Rule = {
  id: 'price-form',
  severity: 'note',
  run: priceForms,
};

interface Price {
  text: PrintedText;
  amount: Amount;
}

/**
 * The ways in which the notation of amounts in one currency can differ. `of` returns the notation of an amount;
 * undefined if the amount does not show it.
 */
const TRAITS: readonly { of: (amount: Amount) => string | undefined; says: (most: string) => Message }[] = [
  {
    of: ({ sign }) => sign.toLowerCase(),
    says: (most) => messageOf('price-with-other-sign', { most }),
  },
  {
    of: ({ before }) => (before ? 'before' : 'behind'),
    says: (most) => messageOf(most === 'before' ? 'price-currency-before' : 'price-currency-behind'),
  },
  {
    of: ({ spaced }) => (spaced ? 'a' : 'no'),
    says: (most) => messageOf(most === 'a' ? 'price-with-space' : 'price-without-space'),
  },
  {
    of: ({ cents }) => /[.,](?=\d)/.exec(cents)?.[0],
    says: (most) => messageOf('price-mark-before-cents', { most }),
  },
  {
    of: ({ value, cents }) => (value % 1 > 0 ? undefined : cents.replaceAll(/^[.,]/g, '')),
    says: (most) =>
      most === '' ? messageOf('price-without-cents') : messageOf('price-with-cents', { most }),
  },
];

/** Findings about the amounts in price columns, and in other columns if most of their texts contain an amount. */
function priceForms({ texts, programme: { config } }: CheckContext): BareFinding[] {
  return config.fields
    .filter(({ kind }) => kind === 'price' || kind === 'text')
    .flatMap(({ id, kind }) => {
      const column = texts
        .filter((text) => text.column === id && text.lang === config.language)
        .map((text) => ({ text, amounts: amountsIn(text.words) }));
      const priced = column.filter(({ amounts }) => amounts.length > 0);
      if (kind === 'text' && priced.length <= column.length / 2) return [];
      const prices = priced.flatMap(({ text, amounts }) =>
        amounts.map((amount): Price => ({ text, amount })),
      );
      return [...new Set(prices.map(({ amount }) => amount.currency))].flatMap((currency) =>
        differing(prices.filter(({ amount }) => amount.currency === currency)),
      );
    });
}

/** Findings about differences in notation, at most one per text. */
function differing(prices: readonly Price[]): BareFinding[] {
  const found = new Map<PrintedText, BareFinding>();
  for (const { of, says } of TRAITS) {
    const shown = prices.flatMap((price) => {
      const form = of(price.amount);
      return form === undefined || found.has(price.text) ? [] : [{ ...price, form }];
    });
    const counts = countsOf(shown.map(({ form }) => form));
    const [most] = [...counts].sort(([, a], [, b]) => b - a)[0] ?? [];
    if (most === undefined || counts.size === 1) continue;
    for (const { text, amount, form } of shown) {
      if (form === most || found.has(text)) continue;
      const { offset, length } = amount;
      found.set(text, spotted(text, { offset, length, ...says(most) }));
    }
  }
  return [...found.values()];
}
