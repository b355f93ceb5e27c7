import { isDeepStrictEqual } from 'node:util';
import { type Document, isMap, isSeq, type Node, parseDocument, YAMLSeq } from 'yaml';
import { UserError } from '../errors.ts';
import { type Place, PlacesFileSchema } from '../model/index.ts';
import { placeItems } from '../reference/index.ts';
import { splitEvents } from './events-text.ts';
import { messageOf } from './messages.ts';
import { parseYaml } from './yaml.ts';
import { merged, STYLE } from './yaml-edits.ts';

/**
 * Returns the text of the list of places after places have been added, changed or removed. Unchanged places are
 * preserved byte for byte, with the comments above them, and changed places keep their comments. A flow-style list is
 * rewritten with one line per place.
 *
 * @param before the places that the text contains
 * @param file name of the file, for messages
 * @throws UserError if the places cannot be inserted
 */
export async function rewritePlaces(
  text: string,
  before: readonly Place[],
  after: readonly Place[],
  file: string,
): Promise<string> {
  const source = text.replaceAll('\r\n', '\n');
  const sources = sourcesOf(before, after);
  const result = spliced(source, before, after, sources) ?? rebuilt(source, before, after, sources);
  const { data } = PlacesFileSchema.safeParse(await parseYaml(result, file).catch(() => undefined));
  if (!isDeepStrictEqual(data, after)) throw new UserError(messageOf('changes-not-separable'), { file });
  return text.includes('\r\n') ? result.replaceAll('\n', '\r\n') : result;
}

/**
 * For each place in the new list, the index of the same place in the earlier list; -1 if the place was added. Places
 * are matched by id. A place without an id in the file has an id derived from its name, so a place that has been
 * renamed is matched by its position.
 */
function sourcesOf(before: readonly Place[], after: readonly Place[]): number[] {
  const indexes = new Map(placeItems(before).map(({ id }, index) => [id, index]));
  const ids = placeItems(after).map(({ id }) => id);
  const taken = new Set(ids.map((id) => indexes.get(id)));
  let next = 0;
  return ids.map((id) => {
    const isRenamed = next < before.length && before[next]?.id === undefined && !taken.has(next);
    const index = indexes.get(id) ?? (isRenamed ? next : -1);
    if (index >= 0) next = index + 1;
    return index;
  });
}

/**
 * The text of a list in block style (one hyphen per place) with the lines of the changed places replaced; undefined for
 * other lists.
 */
function spliced(
  source: string,
  before: readonly Place[],
  after: readonly Place[],
  sources: readonly number[],
): string | undefined {
  const split = splitEvents(source);
  if (split === undefined) return undefined;
  const { head, blocks, tail } = split;
  const indent = /^ *(?=-)/m.exec(blocks[0]?.text ?? '')?.[0] ?? '';
  const usualLead = blocks[1]?.lead ?? '';
  const texts = after.map((place, position) => {
    const index = sources[position] ?? -1;
    const block = blocks[index];
    const isSame = isDeepStrictEqual(before[index], place);
    const like = (block ?? blocks[0])?.text ?? '';
    const words = block !== undefined && isSame ? block.text : written(block?.text);
    return (position === 0 ? '' : (block?.lead ?? usualLead)) + words.replace(/\n?$/, '\n');

    function written(source = ''): string {
      const document = parseDocument(source);
      setPlaces(document, [before[index]], [place], [source === '' ? -1 : 0], /^ *- *\{/m.test(like));
      const style = { ...STYLE, flowCollectionPadding: /^ *- *\{ /m.test(like) };
      return document.toString(style).replace(/^(?=.)/gm, indent);
    }
  });
  // If the first place is removed, the comments above it are kept, because they may refer to the whole list.
  const title = sources.includes(0) ? '' : (/^(?: *#.*\n)*/.exec(blocks[0]?.text ?? '')?.[0] ?? '');
  return head + title + (texts.length === 0 ? '[]\n' : texts.join('')) + tail;
}

/** The text of a list that is not in block style, written anew from its YAML nodes. */
function rebuilt(
  source: string,
  before: readonly Place[],
  after: readonly Place[],
  sources: readonly number[],
): string {
  const document = parseDocument(source);
  const list = document.contents;
  const last = isSeq(list) && sources.includes(before.length - 1) ? list.items.at(-1) : undefined;
  const isFlow = isMap(last) && last.flow === true;
  // The parser assigns comments after the last place of a flow-style list to the list. Move such comments to the last
  // place.
  if (isFlow && list !== null) {
    last.comment = list.comment ?? null;
    list.comment = null;
  }
  setPlaces(document, before, after, sources, isFlow);
  return document.toString({ ...STYLE, flowCollectionPadding: source.includes('{ ') });
}

/** Replaces the places in a YAML document. Unchanged parts of places keep their nodes and comments. */
function setPlaces(
  document: Document,
  before: readonly (Place | undefined)[],
  after: readonly Place[],
  sources: readonly number[],
  isFlow: boolean,
): void {
  if (!isSeq(document.contents)) document.contents = new YAMLSeq() as never;
  const list = document.contents;
  if (!isSeq(list)) return;
  const nodes = list.items as Node[];
  list.flow = after.length === 0;
  list.items = after.map((place, position) => {
    const index = sources[position] ?? -1;
    const node = merged(nodes[index] ?? null, before[index], place);
    if (index < 0 && isMap(node)) node.flow = isFlow;
    return node;
  });
}
