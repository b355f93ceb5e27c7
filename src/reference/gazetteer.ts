import {
  LANGS,
  type Lang,
  type Place,
  perObject,
  type Reference,
  type Region,
  textIn,
  valueAt,
  wordsInAll,
} from '../model/index.ts';
import { foldedName, type Token, tokensOf } from './fold.ts';

/** The regions and places with the same name. */
export interface Naming {
  readonly regions: Region[];
  readonly places: Place[];
}

/** A node of the trie of names. */
export interface Node {
  /** The nodes for the words that can come next in a name. */
  readonly next: Map<string, Node>;
  /** The regions and places whose name ends at this node. */
  naming?: Naming;
  /** Whether the name that ends at this node is also written in lower case, such as "oblast autonome juif". */
  lowerCase?: true;
}

/** An index of the regions and places in the reference data of a programme. */
export interface Gazetteer {
  /** Regions by ISO 3166-2 code. */
  readonly regions: ReadonlyMap<string, Region>;
  /** Regions and places by folded name or alias. */
  readonly names: ReadonlyMap<string, Naming>;
  /** The names as a trie of tokens, with which they are found in running text. */
  readonly root: Node;
}

/** Builds the index of a reference from all names in it, once per reference. */
export const buildGazetteer = perObject(({ regions, places }: Reference): Gazetteer => {
  const names = new Map<string, Naming>();
  const root: Node = { next: new Map() };
  const namingOf = (name: string): Naming => {
    const tokens = tokensOf(name);
    const folded = foldedName(tokens);
    const naming = valueAt(names, folded, () => ({ regions: [], places: [] }));
    const node = nodeOf(root, tokens);
    node.naming = naming;
    if (name === name.toLowerCase()) node.lowerCase = true;
    return naming;
  };
  for (const region of regions) {
    for (const name of namesOfRegion(region)) addOnce(namingOf(name).regions, region);
  }
  for (const place of places) {
    for (const name of namesOfPlace(place)) addOnce(namingOf(name).places, place);
  }
  return { regions: new Map(regions.map((region) => [region.code, region])), names, root };
});

function nodeOf(root: Node, tokens: readonly Token[]): Node {
  return tokens.reduce<Node>((node, { word }) => valueAt(node.next, word, () => ({ next: new Map() })), root);
}

function addOnce<T>(list: T[], item: T): void {
  if (!list.includes(item)) list.push(item);
}

/** All names of a region: in each language, then its aliases. */
export function namesOfRegion({ names, aliases = [] }: Region): string[] {
  return [...LANGS.flatMap((lang) => names[lang] ?? []), ...aliases];
}

/** All names of a place: in each language, then its aliases. */
export function namesOfPlace({ name, aliases = [] }: Place): string[] {
  return [...wordsInAll(name), ...aliases];
}

/**
 * The regions that have a name or, if there are none, the regions of the places that have it. Region names take
 * precedence over place names: "Moscow" is the federal city, even if a place has that name too.
 */
export function regionsNamed({ regions }: Gazetteer, naming: Naming): readonly Region[] {
  if (naming.regions.length > 0) return naming.regions;
  const codes = new Set(naming.places.flatMap((place) => place.region ?? []));
  return [...codes].flatMap((code) => regions.get(code) ?? []);
}

/** The name of a region in a language, otherwise in the first available language. */
export function regionName(region: Region, lang: Lang): string {
  return textIn(region.names, lang, lang).words;
}
