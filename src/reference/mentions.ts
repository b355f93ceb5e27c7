import { ARTICLES, namesConsulate } from '../text/index.ts';
import { type Token, tokensOf } from './fold.ts';
import { type Gazetteer, type Naming, type Node, regionsNamed } from './gazetteer.ts';

/** A region or place named in a text; offsets in UTF-16 units, as for `String.slice`. */
export interface Mention extends Naming {
  readonly start: number;
  /** Offset after the last character of the name. */
  readonly end: number;
}

/**
 * The regions and places that a running text names, in order and without overlaps. At each word the longest name is
 * used. Only whole words match, and a name needs a capital letter unless it is listed without one: "nice" is not
 * Nice, "La réunion" is not La Réunion. Names match only in the listed form: Russian case endings are not removed.
 */
export function placesIn({ root }: Gazetteer, text: string): Mention[] {
  const tokens = tokensOf(text);
  const mentions: Mention[] = [];
  let end = 0;
  for (const [from, { start }] of tokens.entries()) {
    const mention = start < end ? undefined : mentionAt(root, tokens, from);
    if (mention === undefined) continue;
    mentions.push(mention);
    end = mention.end;
  }
  return mentions;
}

/** The longest name that begins at a token. */
function mentionAt(root: Node, tokens: readonly Token[], from: number): Mention | undefined {
  const start = tokens[from]?.start ?? 0;
  let longest: Mention | undefined;
  let proper = false;
  let node: Node = root;
  for (let index = from; ; index += 1) {
    const token = tokens[index];
    const next = token && node.next.get(token.word);
    if (token === undefined || next === undefined) return longest;
    proper ||= token.capital && !ARTICLES.has(token.word);
    node = next;
    if (node.naming !== undefined && (proper || node.lowerCase)) {
      const { regions, places } = node.naming;
      longest = { start, end: token.end, regions, places };
    }
  }
}

/**
 * Proposes the regions of an event: the codes of the regions that the text of a cell names directly or by a place, in
 * order of mention and without duplicates. All regions of the gazetteer are considered; a name that several regions
 * share gives all of them.
 *
 * The seat of a consulate, an embassy or a chamber of commerce is not the region in which it acts: it counts only if
 * no other body of the cell names a region. Bodies are separated by commas, semicolons and line breaks.
 */
export function regionsOf(gazetteer: Gazetteer, words: string): string[] {
  const bodies = words.split(/[,;\n]/u);
  const others = regionsNamedBy(
    gazetteer,
    bodies.filter((body) => !namesConsulate(body)),
  );
  return others.length > 0 ? others : regionsNamedBy(gazetteer, bodies);
}

function regionsNamedBy(gazetteer: Gazetteer, bodies: readonly string[]): string[] {
  const regions = placesIn(gazetteer, bodies.join('\n')).flatMap((mention) =>
    regionsNamed(gazetteer, mention),
  );
  return [...new Set(regions.map((region) => region.code))];
}
