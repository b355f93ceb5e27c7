import { inEachText, type Rule, type Spot } from '../rule.ts';
import type { PrintedText } from '../texts.ts';

/** Words between asterisks as bold and italic ones are written, or two asterisks without a partner; rows of three and more are stars. */
const SIGNS =
  /(?<!\*)\*\*(?![\s*])[^*\n]+\*\*(?!\*)|(?<![\p{L}\p{N}*])\*(?=[\p{L}\p{N}«“„"(])[^*\n]*[^\s*]\*(?![\p{L}\p{N}*])|(?<!\*)\*\*(?!\*)/gu;

export const asterisks: Rule = {
  id: 'asterisks',
  severity: 'warning',
  title: 'asterisks of bold or italic words that would be printed',
  why: 'Only a field with emphasis: true makes bold words of **bold**; elsewhere, and where they do not close, the reader sees the asterisks.',
  good: 'A concert in the park*',
  bad: 'A **free** concert · Bring **boots',
  limits: 'One asterisk without a partner is that of a footnote, three and more are stars.',
  run: inEachText(spotsIn),
};

function spotsIn({ words }: PrintedText): Spot[] {
  if (!words.includes('*')) return [];
  return [...words.matchAll(SIGNS)].map(({ 0: signs, index }) => ({
    offset: index,
    length: signs.length,
    message: `“${signs}” would be printed with its asterisks`,
    hint: 'take them out; or write emphasis: true at the field in programme.yaml: bold words have two right before and two right behind them',
  }));
}
