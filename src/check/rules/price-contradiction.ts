import { LANGUAGES } from '../../../languages/index.ts';
import type { Message } from '../../messages.ts';
import { amountsIn, byLanguage } from '../../text/index.ts';
import type { BareFinding } from '../finding.ts';
import { messageOf } from '../messages.ts';
import { type CheckContext, type Rule, spotted } from '../rule.ts';
import { type PrintedText, textsByEvent } from '../texts.ts';

export const priceContradiction: Rule = {
  id: 'price-contradiction',
  severity: 'error',
  run: contradictions,
};

const words = (list: string): string => `(?<!\\p{L})(?:${list})(?!\\p{L})`;
const free = byLanguage(({ rules: { prices } }) => new RegExp(words(prices.free), 'giu'));
const isFree = byLanguage(({ rules: { prices } }) => new RegExp(`^\\W*(?:${prices.free})[\\s.!]*$`, 'iu'));
const condition = byLanguage(({ rules: { prices } }) => new RegExp(words(prices.conditions), 'iu'));
const charge = byLanguage(
  ({ rules: { prices } }) =>
    new RegExp(`(?<!\\p{L})(?:${prices.charges})(?: \\p{L}{1,9})?[\\s:=–—-]{1,4}$`, 'iu'),
);
const SENTENCES = /[^\n!?;]+?(?:\.(?=\s|$)|[\n!?;]|$)/gu;

function contradictions(context: CheckContext): BareFinding[] {
  return [...textsByEvent(context.texts).values()].flatMap((texts) => {
    const prices = texts.filter(({ kind }) => kind === 'price');
    const within = prices.flatMap(inOnePrice);
    if (within.length > 0) return within;
    return [...prices.flatMap((price) => besidePrice(price, texts)), ...texts.flatMap(inOneText)];
  });
}

/** A finding about a price that contains both "free" and an amount. */
function inOnePrice(text: PrintedText): BareFinding[] {
  const amounts = amountsIn(text.words).filter(({ value }) => value > 0);
  const [first] = amounts;
  if (first === undefined || text.words.search(free(text.lang)) === -1) return [];
  const rest = amounts
    .reduceRight(
      (left, { offset, length }) => left.slice(0, offset) + left.slice(offset + length),
      text.words,
    )
    .replaceAll(free(text.lang), '');
  if (/[\p{L}\d]/u.test(rest)) return [];
  return [spotted(text, { offset: first.offset, length: first.length, ...messageOf('price-beside-free') })];
}

/** A finding about a description that mentions both free admission and an admission charge. */
function inOneText(text: PrintedText): BareFinding[] {
  if (text.kind !== 'description') return [];
  const message = messageOf('price-beside-free');
  return freeIn(text, message).length === 0 ? [] : chargesIn(text, message).slice(0, 1);
}

/**
 * Findings about statements on admission that contradict the price, in other texts of the event in the same language.
 */
function besidePrice(price: PrintedText, texts: readonly PrintedText[]): BareFinding[] {
  const others = texts.filter(
    ({ kind, lang }) =>
      lang === price.lang && (kind === 'title' || kind === 'description' || kind === 'text'),
  );
  const amounts = amountsIn(price.words).filter(({ value }) => value > 0);
  const message = messageOf('price-column-disagrees', { words: price.words });
  if (isFree(price.lang).test(price.words)) return others.flatMap((text) => chargesIn(text, message));
  if (amounts.length === 0 || price.words.search(free(price.lang)) !== -1) return [];
  return others.flatMap((text) => freeIn(text, message));
}

/** Findings about amounts that are charged for admission. */
function chargesIn(text: PrintedText, message: Message): BareFinding[] {
  return sentencesOf(text).flatMap(({ sentence, start }) => {
    const amount = amountsIn(sentence).find(
      ({ offset, value }) => value > 0 && charge(text.lang).test(sentence.slice(0, offset)),
    );
    return amount === undefined
      ? []
      : [spotted(text, { offset: start + amount.offset, length: amount.length, ...message })];
  });
}

function freeIn(text: PrintedText, message: Message): BareFinding[] {
  const { freeEntry } = LANGUAGES[text.lang].rules.prices;
  return sentencesOf(text).flatMap(({ sentence, start }) =>
    [...sentence.matchAll(freeEntry)]
      .slice(0, 1)
      .map(({ 0: phrase, index }) =>
        spotted(text, { offset: start + index, length: phrase.length, ...message }),
      ),
  );
}

/** The sentences that do not state a condition. */
function sentencesOf({ words: all, lang }: PrintedText): { sentence: string; start: number }[] {
  const { freeEntry } = LANGUAGES[lang].rules.prices;
  return [...all.matchAll(SENTENCES)].flatMap(({ 0: sentence, index }) =>
    condition(lang).test(sentence.replaceAll(freeEntry, '')) ? [] : [{ sentence, start: index }],
  );
}
