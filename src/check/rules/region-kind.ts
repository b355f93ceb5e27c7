import type { Reference, Region } from '../../model/reference.ts';
import { LANGS, type Lang } from '../../model/text.ts';
import { foldName } from '../../reference/fold.ts';
import { type CheckContext, type Rule, type Spot, spotted } from '../rule.ts';

export const regionKind: Rule = {
  id: 'region-kind',
  severity: 'error',
  title: 'region called by the wrong kind',
  why: 'An oblast, a krai and a republic are different things, and the region cares.',
  good: 'Republic of Tatarstan, Stavropol Krai',
  bad: 'Tatarstan Oblast, Stavropol Oblast',
  limits:
    'The general word “region” is accepted for every kind; a region that the reference lacks is not judged.',
  run: kindSightings,
};

type Kind = Region['kind'];

/** How a language names the kinds of regions: folded beginnings of words. */
const KINDS: Readonly<Record<Lang, readonly (readonly [beginning: string, kind: Kind])[]>> = {
  en: [
    ['oblast', 'oblast'],
    ['krai', 'krai'],
    ['territory', 'krai'],
    ['republic', 'republic'],
  ],
  fr: [
    ['oblast', 'oblast'],
    ['krai', 'krai'],
    ['territoire', 'krai'],
    ['republique', 'republic'],
  ],
  ru: [
    ['област', 'oblast'],
    ['кра', 'krai'],
    ['республик', 'republic'],
  ],
};

const NAME = /\p{Lu}[\p{L}\p{M}’'-]*(?: \p{Lu}[\p{L}\p{M}’'-]*)?/u.source;
/** A name and a kind beside it. */
const PHRASES: Readonly<Record<Lang, readonly RegExp[]>> = {
  en: [
    new RegExp(`(?<name>${NAME}) (?<kind>Oblast|Krai|Territory|Republic)(?!\\p{L})`, 'gu'),
    new RegExp(`(?<kind>Oblast|Krai|Territory|Republic) of (?<name>${NAME})`, 'gu'),
  ],
  fr: [
    new RegExp(
      `(?<![\\p{L}-])(?<kind>[Oo]blast|[Kk]raï|[Kk]rai|[Tt]erritoire|[Rr]épublique) (?:d’|d'|(?:de l’|de l')|(?:de|du|de la) )(?<name>${NAME})`,
      'gu',
    ),
  ],
  ru: [
    /(?<name>\p{Lu}[\p{L}-]*(?:ая|ий|ой|ую|ого|ому|им|ом)) (?<kind>област\p{L}{1,2}|кра(?:й|я|ю|ем|е)|[Рр]еспублик\p{L}{1,2})(?!\p{L})/gu,
    /(?<kind>Республик\p{L}{1,2}) (?<name>\p{Lu}[\p{L}-]+)/gu,
  ],
};

/** Every phrase has one of these in it; most texts have none. */
const SIGN = /oblast|kra[iï]|territor|republi|républi|област|кра[йяюе]|республик/i;

/** Folded words that belong to no name. */
const FILLERS = new Set(['of', 'de', 'du', 'd', 'l', 'la', 'des', 'autonomous', 'autonome']);
const RUSSIAN_ADJECTIVE = /ск(?:ая|ии|ои|ую|ого|ому|им|ом)$/u;

function kindSightings({ programme, texts }: CheckContext) {
  const stems = new Map(LANGS.map((lang) => [lang, regionsByStem(programme.reference, lang)]));
  const suspects = texts.filter(({ words }) => SIGN.test(words));
  return suspects.flatMap((text) =>
    PHRASES[text.lang].flatMap((pattern) =>
      [...text.words.matchAll(pattern)]
        .flatMap((match) => judged(match, text.lang, stems.get(text.lang) ?? new Map()))
        .map((spot) => spotted(text, spot)),
    ),
  );
}

type Stems = ReadonlyMap<string, readonly Region[]>;

/** Regions by their name in a language without the kind: stavropol, tatarstan. */
function regionsByStem({ regions }: Reference, lang: Lang): Stems {
  const stems = new Map<string, Region[]>();
  for (const region of regions) {
    const stem = stemOf(region.names[lang], lang);
    stems.set(stem, [...(stems.get(stem) ?? []), region]);
  }
  return stems;
}

function stemOf(name: string, lang: Lang): string {
  return foldName(name)
    .split(' ')
    .filter((word) => !FILLERS.has(word) && kindOf(word, lang) === undefined)
    .map((word) => word.replace(RUSSIAN_ADJECTIVE, ''))
    .join(' ');
}

function kindOf(word: string, lang: Lang): Kind | undefined {
  const folded = foldName(word);
  return KINDS[lang].find(
    ([beginning]) => folded.startsWith(beginning) && folded.length <= beginning.length + 2,
  )?.[1];
}

function judged({ 0: phrase, index, groups }: RegExpExecArray, lang: Lang, stems: Stems): Spot[] {
  const { name = '', kind: kindWord = '' } = groups ?? {};
  const kind = kindOf(kindWord, lang);
  // "In Stavropol Oblast" begins with a word that is not of the name.
  const names = [name, name.split(' ').at(-1) ?? ''];
  const known = names.find((candidate) => stems.has(stemOf(candidate, lang)));
  const regions = known === undefined ? [] : (stems.get(stemOf(known, lang)) ?? []);
  const [first] = regions;
  if (known === undefined || first === undefined || kind === undefined) return [];
  if (regions.some((region) => region.kind === kind || region.kind.endsWith(`-${kind}`))) return [];
  const start = phrase.startsWith(name) ? index + name.length - known.length : index;
  const length = index + phrase.length - start;
  const words = phrase.slice(start - index);
  return [
    {
      offset: start,
      length,
      message: `${words}: ${first.code} is ${first.names[lang]}`,
      fix: { words: first.names[lang], safe: false },
    },
  ];
}
