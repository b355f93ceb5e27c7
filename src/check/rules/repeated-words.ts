import { inEachText, type Rule, type Spot } from '../rule.ts';

const TWICE = /(?<![\p{L}-])(\p{L}+)\s+\1(?![\p{L}-])/giu;
/** Words that grammar doubles. */
const DOUBLED_BY_GRAMMAR = new Set(['had', 'that', 'nous', 'vous', 'чуть', 'едва', 'давно']);
const LONGEST_ITEM = 6;

export const repeatedWords: Rule = {
  id: 'repeated-words',
  severity: 'warning',
  title: 'word printed twice running, or item twice in one list',
  why: 'It is the trace of copying; the second one often hides a word that was meant.',
  good: 'seminars, equestrian sport, equestrian arts',
  bad: 'seminars, equestrian sport, seminars, and the the arts',
  limits: 'Names such as Baden Baden are reported.',
  run: inEachText(({ words }) => [...wordsTwice(words), ...itemsTwice(words)]),
};

function wordsTwice(words: string): Spot[] {
  return [...words.matchAll(TWICE)]
    .filter(({ 1: word = '' }) => !DOUBLED_BY_GRAMMAR.has(word.toLowerCase()))
    .map(({ 0: printed, 1: word = '', index }) => ({
      offset: index,
      length: printed.length,
      message: `${word} is printed twice running`,
      fix: { words: word, safe: false },
    }));
}

/** Items between commas that stand in one sentence twice. */
function itemsTwice(words: string): Spot[] {
  const spots: Spot[] = [];
  for (const { 0: sentence, index } of words.matchAll(/[^.!?\n]+/gu)) {
    const seen = new Set<string>();
    const items = [...sentence.matchAll(/[^,;:]+/gu)];
    if (items.length < 3) continue;
    for (const { 0: part, index: start } of items) {
      const item = part.trim();
      const key = item.toLowerCase();
      if (!/^\p{L}{4,}(?: \p{L}+)*$/u.test(item) || item.split(' ').length > LONGEST_ITEM) continue;
      if (seen.has(key)) {
        spots.push({
          offset: index + start + part.indexOf(item),
          length: item.length,
          message: `${item} stands twice in one list`,
        });
      }
      seen.add(key);
    }
  }
  return spots;
}
