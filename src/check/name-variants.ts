import { LANGS, type Lang, type Place, perObject, type Region, valueAt } from '../model/index.ts';
import { editDistance, foldName, type Mention } from '../reference/index.ts';
import { messageOf } from './messages.ts';
import { quotationsIn } from './quotes.ts';
import type { CheckContext, MatchedText } from './rule.ts';
import type { PrintedText } from './texts.ts';

type Named = Region | Place;

const ABBREVIATION = /^[\p{Lu}\d]+$/u;

/** Finds names of regions and places in texts that differ from the names in the reference. */
export const nameVariants = perObject((context: CheckContext) => {
  const rightName = rightNames(context);
  const variants = new Map<PrintedText, readonly MatchedText[]>();
  for (const text of context.texts) {
    const spots = spotsIn(text, context, rightName);
    if (spots.length > 0) variants.set(text, spots);
  }
  return variants;
});

/** The names under which the programme prints each region and place, case-folded. */
function printedNames({ texts, mentionsIn }: CheckContext): ReadonlyMap<Named, ReadonlySet<string>> {
  const printed = new Map<Named, Set<string>>();
  const folded = new Map<string, string>();
  for (const text of texts) {
    for (const mention of mentionsIn(text)) {
      const name = text.words.slice(mention.start, mention.end);
      const fold = valueAt(folded, name, () => foldName(name));
      for (const named of namedBy(mention)) {
        valueAt(printed, named, () => new Set()).add(fold);
      }
    }
  }
  return printed;
}

function spotsIn(text: PrintedText, { mentionsIn }: CheckContext, rightName: RightName): MatchedText[] {
  return mentionsIn(text).flatMap((mention): MatchedText[] => {
    const name = text.words.slice(mention.start, mention.end);
    if (rightName(name, mention, text.lang, false) === undefined) return [];
    const right = rightName(name, mention, text.lang, isQuoted(text, mention));
    if (right === undefined) return [];
    const sameName = foldName(right) === foldName(name);
    return [
      {
        offset: mention.start,
        length: mention.end - mention.start,
        ...messageOf('name-differs-from-list', { name, right }),
        fix: { words: right, safe: sameName },
      },
    ];
  });
}

function isQuoted({ words, lang }: PrintedText, mention: Mention): boolean {
  return quotationsIn(words, lang).pairs.some(
    ({ start, end }) => start < mention.start && mention.end <= end,
  );
}

/** The correct name to print instead of a wrong one; undefined if the name is correct. */
type RightName = (name: string, mention: Mention, lang: Lang, quoted: boolean) => string | undefined;

/** Looks up correct names, with a cache per name and language. */
function rightNames(context: CheckContext): RightName {
  const main = context.programme.config.language;
  const printed = printedNames(context);
  const known = new Map<string, string | undefined>();
  return (name, mention, lang, quoted) => {
    const key = `${lang} ${quoted} ${name}`;
    if (!known.has(key)) {
      known.set(
        key,
        ABBREVIATION.test(name) ? undefined : findRightName(name, mention, lang, main, printed, quoted),
      );
    }
    return known.get(key);
  };
}

/** The correct name to print instead of a wrong one; undefined if the name is correct. */
function findRightName(
  name: string,
  mention: Mention,
  lang: Lang,
  main: Lang,
  printed: ReadonlyMap<Named, ReadonlySet<string>>,
  inQuotation: boolean,
): string | undefined {
  const plain = straightened(name);
  const all = namedBy(mention);
  const names = all.map((named) => ({ named, byLang: canonicalNames(named, main) }));
  if (names.some(({ byLang }) => isRight(plain, byLang, lang, inQuotation))) return undefined;
  for (const { named, byLang } of names) {
    const preferred =
      byLang[lang] ?? LANGS.map((other) => byLang[other]).find((other) => other !== undefined);
    const alike = LANGS.map((other) => byLang[other]).find(
      (other) => other !== undefined && foldName(other) === foldName(name),
    );
    if (alike !== undefined && straightened(alike) !== plain) return alike;
    if (preferred === undefined) continue;
    if (alike !== undefined) return preferred;
    if (isSlipOf(preferred, name) || isPrintedOtherwise(named, name, preferred, printed)) return preferred;
  }
  return undefined;
}

/**
 * Whether a name is correct. In a quotation, a name may be in any language, and so may a place that has no name in the
 * language of the text.
 */
function isRight(
  plain: string,
  byLang: Partial<Record<Lang, string>>,
  lang: Lang,
  inQuotation: boolean,
): boolean {
  const preferred = byLang[lang];
  const allowed = preferred === undefined || inQuotation ? LANGS.map((other) => byLang[other]) : [preferred];
  return allowed.some((right) => right !== undefined && straightened(right) === plain);
}

/** Whether a name is so similar to the correct one that it is a typing error. */
function isSlipOf(right: string, name: string): boolean {
  const [a, b] = [foldName(right), foldName(name)];
  return (
    Math.abs(a.length - b.length) <= 2 && editDistance(a, b) <= (Math.min(a.length, b.length) < 16 ? 1 : 2)
  );
}

/** Whether the programme also prints the place under a different name, unless one name contains the other. */
function isPrintedOtherwise(
  named: Named,
  name: string,
  preferred: string,
  printed: ReadonlyMap<Named, ReadonlySet<string>>,
): boolean {
  const [folded, right] = [foldName(name), foldName(preferred)];
  return printed.get(named)?.has(right) === true && !hasWords(folded, right) && !hasWords(right, folded);
}

function hasWords(long: string, short: string): boolean {
  const words = new Set(long.split(' '));
  return short.split(' ').every((word) => words.has(word));
}

function canonicalNames(named: Named, main: Lang): Partial<Record<Lang, string>> {
  const names = 'names' in named ? named.names : named.name;
  if (typeof names === 'string') return { [main]: names };
  return Object.fromEntries(Object.entries(names).filter(([, name]) => name !== undefined));
}

function namedBy({ regions, places }: Mention): Named[] {
  return [...regions, ...places];
}

/**
 * Normalises apostrophes, quotation marks and case: other rules check the marks, a mention ends before a closing mark,
 * and the capitals of a name depend on its position.
 */
function straightened(name: string): string {
  return name
    .replaceAll('’', "'")
    .replaceAll(/[“”„«»"]/g, '')
    .toLowerCase();
}
