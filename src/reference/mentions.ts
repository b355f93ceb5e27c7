import { ARTICLES, namesMission } from '../text/index.ts';
import { type Token, tokensOf } from './fold.ts';
import { type Gazetteer, type Naming, type Node, regionsNamed } from './gazetteer.ts';

/** A region or place named in a text; offsets in UTF-16 units, as `String.slice` takes them. */
export interface Mention extends Naming {
  readonly start: number;
  /** Behind the last character of the name. */
  readonly end: number;
}

/**
 * The regions and places that a running text names, in order, without overlaps: at each word the longest name wins.
 * Only whole words count, and a name needs a capital letter unless it is listed without: "nice" is not Nice, "La réunion" not La Réunion.
 * Names are found in the form in which they are listed; Russian case endings are not undone.
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
 * Codes of the regions that the words of a cell name or name places of, in order of mention, each once: a proposal for the
 * regions of an event. It looks at all regions that the gazetteer knows; a name that several regions share gives them all.
 * The seat of a consulate, an embassy or a chamber of commerce is not where it acts: it counts only where no other body of the
 * cell names a region. Bodies are parted by commas, semicolons and lines.
 */
export function regionsOf(gazetteer: Gazetteer, words: string): string[] {
  const bodies = words.split(/[,;\n]/u);
  const others = regionsNamedBy(
    gazetteer,
    bodies.filter((body) => !namesMission(body)),
  );
  return others.length > 0 ? others : regionsNamedBy(gazetteer, bodies);
}

function regionsNamedBy(gazetteer: Gazetteer, bodies: readonly string[]): string[] {
  const regions = placesIn(gazetteer, bodies.join('\n')).flatMap((mention) =>
    regionsNamed(gazetteer, mention),
  );
  return [...new Set(regions.map((region) => region.code))];
}
