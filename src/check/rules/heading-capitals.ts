import { LANGS, wordsByLanguage } from '../../model/index.ts';
import type { BareFinding } from '../finding.ts';
import { messageOf } from '../messages.ts';
import type { CheckContext, Rule } from '../rule.ts';

interface Heading {
  field: string;
  words: string;
  /** Offset of the first word that is not the same in all headings. */
  start: number;
}

export const headingCapitals: Rule = {
  id: 'heading-capitals',
  severity: 'note',
  run: headingFindings,
};

function headingFindings({ programme: { config } }: CheckContext): BareFinding[] {
  const titles = config.themes.flatMap(({ title }, index) =>
    wordsByLanguage(title, `themes.${index}.title`, config.language),
  );
  return LANGS.flatMap((lang) => mixedCapitals(titles.filter((title) => title.lang === lang)));
}

function mixedCapitals(titles: readonly { words: string; field: string }[]): BareFinding[] {
  const shared = sharedStart(titles.map(({ words }) => words));
  const headings: Heading[] = titles.map(({ words, field }) => ({ field, words, start: shared }));
  const capitals = headings.filter(({ words, start }) => /^\p{Lu}/u.test(words.slice(start)));
  const rarer =
    capitals.length * 2 < headings.length
      ? capitals
      : headings.filter((heading) => !capitals.includes(heading));
  const [first] = rarer;
  if (first === undefined || rarer.length === headings.length) return [];
  const words = first.words.slice(first.start);
  return [
    {
      at: { field: first.field },
      words,
      offset: first.start,
      length: words.length,
      ...messageOf(capitals.includes(first) ? 'theme-title-capital' : 'theme-title-small-letter', {
        count: rarer.length,
        more: rarer.length - 1,
      }),
    },
  ];
}

/** The length of the words that all headings have in common at their beginning. */
function sharedStart(titles: readonly string[]): number {
  const [first = '', ...others] = titles;
  let end = 0;
  for (const { index } of first.matchAll(/ /g)) {
    if (others.length > 0 && others.every((title) => title.startsWith(first.slice(0, index + 1))))
      end = index + 1;
  }
  return end;
}
