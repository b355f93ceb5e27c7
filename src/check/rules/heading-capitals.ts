import { LANGS, wordsByLanguage } from '../../model/index.ts';
import type { BareFinding } from '../finding.ts';
import { messageOf } from '../messages.ts';
import { type CheckContext, type Rule, spotted } from '../rule.ts';
import type { PrintedText } from '../texts.ts';

export const headingCapitals: Rule = {
  id: 'heading-capitals',
  severity: 'note',
  run: headingFindings,
};

function headingFindings({ programme: { config } }: CheckContext): BareFinding[] {
  const titles = config.themes.flatMap(({ title }, index) =>
    wordsByLanguage(title, `themes.${index}.title`, config.language).map(
      ({ words, lang, field }): PrintedText => ({ at: { field }, words, lang }),
    ),
  );
  return LANGS.flatMap((lang) => mixedCapitals(titles.filter((title) => title.lang === lang)));
}

function mixedCapitals(titles: readonly PrintedText[]): BareFinding[] {
  const offset = sharedStart(titles.map(({ words }) => words));
  const capitals = titles.filter(({ words }) => /^\p{Lu}/u.test(words.slice(offset)));
  const areRare = capitals.length * 2 < titles.length;
  const rarer = areRare ? capitals : titles.filter((title) => !capitals.includes(title));
  const [first] = rarer;
  if (first === undefined || rarer.length === titles.length) return [];
  const code = areRare ? 'theme-title-capital' : 'theme-title-small-letter';
  const message = messageOf(code, { count: rarer.length, more: rarer.length - 1 });
  return [spotted(first, { offset, length: first.words.length - offset, ...message })];
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
