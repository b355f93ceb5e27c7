import { ARTICLES, namesConsulate } from '../text/index.ts';
import { type Token, tokensOf } from './fold.ts';
import { type Gazetteer, type Naming, type Node, regionsNamed } from './gazetteer.ts';

/**
 * The regions and places that a name in a text denotes, and its offsets in UTF-16 code units, as for `String.slice`.
 */
export interface Mention extends Naming {
  readonly start: number;
  /** Offset after the last character of the name. */
  readonly end: number;
}

/**
 * The names of regions and places in a running text, in order and without overlaps. If several names begin at a word,
 * the longest one is used. Only whole words match, and a name must be capitalised unless it is listed in lower case:
 * "nice" is not Nice, and "La réunion" is not La Réunion. Names match only in a listed form, so that Russian names with
 * other case endings do not match.
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
 * Proposes the regions of an event: the codes of the regions that the text of a cell names, either directly or by a
 * place in them, in the order in which they are named and without duplicates. All regions in the reference data are
 * considered. For a name that several regions share, all of them are returned.
 *
 * A consulate, an embassy or a chamber of commerce does not act only in the region in which it is located. Its region
 * is therefore used only if no other body in the cell names a region. Bodies are separated by commas, semicolons and
 * line breaks.
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
