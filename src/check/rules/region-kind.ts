import { LANGUAGES } from '../../../languages/index.ts';
import type { Lang, Reference, Region } from '../../model/index.ts';
import { foldName } from '../../reference/index.ts';
import { byLanguage } from '../../text/index.ts';
import { messageOf } from '../messages.ts';
import { type CheckContext, type MatchedText, type Rule, spotted } from '../rule.ts';

export const regionKind: Rule = {
  id: 'region-kind',
  severity: 'error',
  run: kindFindings,
};

type Kind = Region['kind'];

/** A cheap first test for words for kinds of regions, which most texts do not contain. */
const sign = byLanguage(
  ({ rules }) => new RegExp(rules.regionKinds.kinds.map(([beginning]) => beginning).join('|'), 'i'),
);

function kindFindings({ programme, texts }: CheckContext) {
  const stems = byLanguage((_, lang) => regionsByStem(programme.reference, lang));
  const suspects = texts.filter(({ words, lang }) => sign(lang).test(words));
  return suspects.flatMap((text) =>
    LANGUAGES[text.lang].rules.regionKinds.phrases.flatMap((pattern) =>
      [...text.words.matchAll(pattern)]
        .flatMap((match) => judged(match, text.lang, stems(text.lang)))
        .map((spot) => spotted(text, spot)),
    ),
  );
}

type Stems = ReadonlyMap<string, readonly Region[]>;

/** Regions by the stem of their name in a language, without the kind of region, such as `stavropol` and `tatarstan`. */
function regionsByStem({ regions }: Reference, lang: Lang): Stems {
  const stems = new Map<string, Region[]>();
  for (const region of regions) {
    const name = region.names[lang];
    if (name === undefined) continue;
    const stem = stemOf(name, lang);
    stems.set(stem, [...(stems.get(stem) ?? []), region]);
  }
  return stems;
}

function stemOf(name: string, lang: Lang): string {
  const { fillers, ending } = LANGUAGES[lang].rules.regionKinds;
  return foldName(name)
    .split(' ')
    .filter((word) => !fillers.split('|').includes(word) && kindOf(word, lang) === undefined)
    .map((word) => (ending === undefined ? word : word.replace(ending, '')))
    .join(' ');
}

const beginnings = byLanguage(({ rules }) =>
  rules.regionKinds.kinds.map(([beginning, kind]) => ({ start: foldName(beginning), kind })),
);

function kindOf(word: string, lang: Lang): Kind | undefined {
  const folded = foldName(word);
  return beginnings(lang).find(({ start }) => folded.startsWith(start) && folded.length <= start.length + 2)
    ?.kind;
}

/**
 * The kind of a region. If the reference only states the general kind `region`, the kind is taken from the name.
 * Undefined if the name does not state a kind.
 */
function toldKind({ kind, names }: Region, lang: Lang): Kind | undefined {
  if (kind !== 'region') return kind;
  const words = foldName(names[lang] ?? '').split(' ');
  return words.map((word) => kindOf(word, lang)).find((kind) => kind !== undefined);
}

function judged({ 0: phrase, index, groups }: RegExpExecArray, lang: Lang, stems: Stems): MatchedText[] {
  const { name = '', kind: kindWord = '' } = groups ?? {};
  const kind = kindOf(kindWord, lang);
  // The first word may not be part of the name, as in "In Stavropol Oblast".
  const names = [name, name.split(' ').at(-1) ?? ''];
  const known = names.find((candidate) => stems.has(stemOf(candidate, lang)));
  const regions = known === undefined ? [] : (stems.get(stemOf(known, lang)) ?? []);
  const [first] = regions;
  if (known === undefined || first === undefined || kind === undefined) return [];
  const kinds = regions.map((region) => toldKind(region, lang));
  if (
    kinds.some(
      (statedKind) => statedKind === undefined || statedKind === kind || statedKind.endsWith(`-${kind}`),
    )
  )
    return [];
  const right = first.names[lang] ?? '';
  const start = phrase.startsWith(name) ? index + name.length - known.length : index;
  const length = index + phrase.length - start;
  const words = phrase.slice(start - index);
  return [
    {
      offset: start,
      length,
      ...messageOf('region-kind', { words, right }),
      fix: { words: right, safe: false },
    },
  ];
}
