import { LANGS, type Lang } from '../../model/text.ts';
import type { Sighting } from '../finding.ts';
import { type CheckContext, type Rule, spotted } from '../rule.ts';
import type { PrintedText } from '../texts.ts';

export const wordVariant: Rule = {
  id: 'word-variant',
  severity: 'note',
  title: 'word printed in two spellings',
  why: 'Each spelling may be right; both in one programme are not.',
  good: 'start-ups, everywhere',
  bad: 'start-ups here and startups there',
  limits:
    'It reports the rarer spelling, of equals the later one. It compares hyphens, -ise and -ize, and in names accents, ph and f as well.',
  run: (context) => LANGS.flatMap((lang) => variantsOf(lang, context)),
};

/** A word, or two neighbouring words of a name, where it is printed. */
interface Use {
  text: PrintedText;
  offset: number;
  words: string;
}

/** The uses of one spelling. */
type Spellings = Map<string, Use[]>;

const TOKENS = /(?<![\p{L}\p{M}\p{N}])[\p{L}\p{M}]+(?:-[\p{L}\p{M}]+)*(?![\p{L}\p{M}\p{N}])/gu;
const NAME_PAIRS =
  /(?<![\p{L}\p{M}\p{N}])(?=(\p{Lu}[\p{L}\p{M}]+[- ]\p{Lu}[\p{L}\p{M}]+)(?![\p{L}\p{M}\p{N}]))/gu;
const NAME = /^\p{Lu}/u;
const COMPOUND_NAME = /-/;
const SMALL_PART = /(?:^|-)\p{Ll}/u;
const ISE = /is(?=(?:e|ed|er|ers|es|ing|ation|ations)$)/u;
/** Shorter words are too easily two different ones. */
const FEWEST_LETTERS = 5;

function variantsOf(lang: Lang, context: CheckContext): Sighting[] {
  const byKey = new Map<string, Spellings>();
  const keys = new Map<string, string>();
  for (const text of context.texts) {
    if (text.lang !== lang) continue;
    const places = context.mentionsIn(text);
    for (const use of usesIn(text)) {
      if (places.some(({ start, end }) => use.offset < end && start < use.offset + use.words.length))
        continue;
      const key = keys.get(use.words) ?? keyOf(use.words, lang);
      keys.set(use.words, key);
      if (key.length < FEWEST_LETTERS) continue;
      const spellings: Spellings = byKey.get(key) ?? new Map();
      byKey.set(key, spellings);
      const spelling = use.words.toLowerCase();
      const uses = spellings.get(spelling);
      if (uses === undefined) spellings.set(spelling, [use]);
      else uses.push(use);
    }
  }
  return [...byKey.values()].filter((spellings) => spellings.size > 1).flatMap(rarerSpellings);
}

function usesIn(text: PrintedText): Use[] {
  const use = ({ index }: RegExpExecArray, words: string): Use => ({ text, offset: index, words });
  const tokens = [...text.words.matchAll(TOKENS)]
    .filter(({ 0: token }) => !COMPOUND_NAME.test(token) || SMALL_PART.test(token))
    .map((match) => use(match, match[0]));
  const pairs = [...text.words.matchAll(NAME_PAIRS)].map((match) => use(match, match[1] ?? ''));
  return [...tokens, ...pairs];
}

/** What all spellings of a word share. */
function keyOf(words: string, lang: Lang): string {
  const joined = words.toLowerCase().replace(/[- ]/g, '');
  const plain = lang === 'en' ? joined.replace(ISE, 'iz') : joined;
  if (!NAME.test(words) || lang === 'ru') return plain;
  return plain.normalize('NFD').replace(/\p{M}/gu, '').replaceAll('ph', 'f');
}

function rarerSpellings(spellings: Spellings): Sighting[] {
  const [most, ...others] = [...spellings.values()].sort((a, b) => b.length - a.length);
  const usual = most?.[0]?.words.toLowerCase() ?? '';
  return others.flatMap((uses) =>
    firstInEachText(uses).map(({ text, offset, words }) =>
      spotted(text, {
        offset,
        length: words.length,
        message: `${words}: elsewhere the programme prints ${usual} (${most?.length ?? 0} times)`,
      }),
    ),
  );
}

function firstInEachText(uses: readonly Use[]): Use[] {
  const seen = new Set<PrintedText>();
  return uses.filter(({ text }) => {
    if (seen.has(text)) return false;
    seen.add(text);
    return true;
  });
}
