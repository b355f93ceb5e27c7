import { isDeepStrictEqual } from 'node:util';
import type { Node } from 'yaml';
import { UserError } from '../errors.ts';
import { type Place, PlacesFileSchema } from '../model/index.ts';
import { placeItems } from '../reference/index.ts';
import { STYLE } from './events-text.ts';
import { messageOf } from './messages.ts';
import { merged } from './programme-text.ts';
import { parseYaml } from './yaml.ts';

/**
 * The text of the list of places after places were added, changed or removed. Unchanged places are preserved byte for
 * byte; changed ones keep their comments.
 *
 * @param before the places in the text
 * @param file name of the file, for messages
 * @throws UserError if the places cannot be inserted
 */
export async function rewritePlaces(
  text: string,
  before: readonly Place[],
  after: readonly Place[],
  file: string,
): Promise<string> {
  const yaml = await import('yaml');
  const source = text.replaceAll('\r\n', '\n');
  const document = yaml.parseDocument(source);
  const list = document.contents;
  const nodes = yaml.isSeq(list) && list.flow !== true ? (list.items as Node[]) : [];
  const starts = nodes.map(({ range }) => source.lastIndexOf('\n', range?.[0]) + 1);
  const [first, start = list?.range?.[0] ?? source.length] = [nodes[0], starts[0]];
  const indent = / *(?=-)/.exec(source.slice(start))?.[0] ?? '';
  const itemOf = (place: Place, index = nodes.length): string => {
    const node = merged(yaml, document, nodes[index] ?? null, before[index], place);
    if (nodes[index] === undefined && yaml.isMap(node) && yaml.isMap(first)) node.flow = first.flow ?? false;
    const item = new yaml.Document(undefined, { ...document.options });
    const items = new yaml.YAMLSeq();
    items.items.push(node);
    item.contents = items as never;
    const padded = source.startsWith('{ ', (nodes[index] ?? first)?.range?.[0]);
    const words = item.toString({ ...STYLE, flowCollectionPadding: padded });
    return words.replace(/^(?=.)/gm, indent);
  };
  const indexes = new Map(placeItems(before).map(({ id }, index) => [id, index]));
  const items = placeItems(after).map(({ id }, position): string => {
    const place = after[position] as Place;
    const index = nodes.length === 0 ? undefined : indexes.get(id);
    if (index === undefined) return itemOf(place);
    const end = starts[index + 1] ?? source.length;
    if (isDeepStrictEqual(before[index], place)) return source.slice(starts[index], end);
    return itemOf(place, index) + source.slice(nodes[index]?.range?.[1], end).replace(/^\n/, '');
  });
  const whole = items.map((item) => item.replace(/\n?$/, '\n')).join('');
  const result = source.slice(0, start) + (whole === '' ? '[]\n' : whole);
  const { data } = PlacesFileSchema.safeParse(await parseYaml(result, file).catch(() => undefined));
  if (!isDeepStrictEqual(data, after))
    throw new UserError({ ...messageOf('changes-not-separable'), at: { file } });
  return text.includes('\r\n') ? result.replaceAll('\n', '\r\n') : result;
}
