/**
 * Bodies of pages as they were drawn last time. Drawing has no memory but the file, its structure tree and the elements that are
 * open: where these stand as they stood, and the same is to be drawn, the same comes out, and need not be drawn again.
 */
import { type Memo, sameList } from '../../memo.ts';
import type { Placed, SetDocument, SetPage } from '../../setting/flow.ts';
import type { Drawn, PdfFile } from './engine/pdf-file.ts';
import type { Element, StructureTree, Tagged } from './engine/structure.ts';

/** Elements that stay open from one page to the next. */
export interface OpenElements {
  section: Element | undefined;
  list: Element | undefined;
  table: { element: Element; body: Element } | undefined;
}

/** A body that was drawn: from what, and what came of it. */
interface DrawnBody {
  page: SetPage;
  /** What else it was drawn from: words, numbers of pages, glyphs. */
  input: readonly unknown[];
  before: OpenElements;
  after: OpenElements;
  drawn: Drawn;
  tagged: Tagged;
}

/** Bodies by the place in the file where they begin. */
export type BodyMemo = Memo<string, { body?: DrawnBody }>;

export interface DrawingPlace {
  file: PdfFile;
  tree: StructureTree;
  set: SetDocument;
}

/**
 * Draws the body of a page, or repeats what was drawn.
 *
 * @param words what else is drawn with it
 * @param open what is open; nothing is cut by the page's beginning
 * @param draw draws the body, and tells whether something is cut by the page's end
 */
export function drawOnce(
  page: SetPage,
  words: readonly string[],
  open: OpenElements,
  { file, tree, set }: DrawingPlace,
  known: BodyMemo,
  draw: () => boolean,
): void {
  const begin = `${file.position()} ${tree.position()}`;
  const holder = known.get(
    () => begin,
    () => ({}),
  );
  const input = [file.glyphs, ...words, ...numbersOf(page, set)];
  const { body } = holder;
  if (
    body !== undefined &&
    sameList(body.input, input) &&
    samePage(body.page, page) &&
    sameOpen(body.before, open)
  ) {
    body.page = page;
    file.redraw(body.drawn);
    tree.retag(body.tagged);
    Object.assign(open, copyOf(body.after));
    return;
  }
  delete holder.body;
  const before = copyOf(open);
  const drawing = file.watch();
  const tagging = tree.watch();
  const cut = draw();
  const drawn = drawing();
  const tagged = tagging();
  if (!cut && drawn !== undefined) holder.body = { page, input, before, after: copyOf(open), drawn, tagged };
}

function copyOf({ section, list, table }: OpenElements): OpenElements {
  return {
    section: section && { ...section },
    list: list && { ...list },
    table: table && { element: { ...table.element }, body: { ...table.body } },
  };
}

function sameOpen(a: OpenElements, b: OpenElements): boolean {
  return (
    sameElement(a.section, b.section) &&
    sameElement(a.list, b.list) &&
    sameElement(a.table?.element, b.table?.element) &&
    sameElement(a.table?.body, b.table?.body)
  );
}

function sameElement(a: Element | undefined, b: Element | undefined): boolean {
  return a === undefined || b === undefined ? a === b : sameList(Object.values(a), Object.values(b));
}

/** Page numbers that are printed on a page. */
function numbersOf({ placed }: SetPage, { pageOf }: SetDocument): unknown[] {
  const numbers: unknown[] = [];
  for (const { box } of placed) if (box.kind === 'entry') numbers.push(pageOf.get(box.entry.target));
  return numbers;
}

/** Whether two pages have the same body, but for the numbers of pages. */
function samePage(a: SetPage, b: SetPage): boolean {
  return a === b || sameList(contentOf(a), contentOf(b));
}

/** All that the drawing of a body asks of its page: values, and stacks, of which equal ones are one where they are kept. */
function contentOf({ placed: parts }: SetPage): unknown[] {
  const content: unknown[] = [];
  let above: Placed | undefined;
  for (const placed of parts) {
    const { box, x, y, height, from, next, header, label } = placed;
    content.push(box.kind, x, y, height, from, next, header, label);
    if (box.kind === 'text') content.push(box.tag, box.stack, box.x, box.target, box.first, box.last);
    else if (box.kind === 'entry') {
      const { list, stack, width, entry, first, last } = box;
      content.push(list, stack, box.x, width, entry.target, entry.text, first, last);
    } else {
      const { table, row, index, cells, group, remarks } = box;
      const marked = row.marks !== undefined && row.marks.length > 0;
      content.push(row.id, row.carried, marked, index, group?.first, group?.stack, remarks, ...cells);
      content.push(table.spans.get(index));
      if (above?.box.kind !== 'row' || above.box.table !== table) {
        const { title, description, columns, group: carried, header: names, rows } = table.table;
        content.push(title, description, columns.length, carried, names, rows.length);
        content.push(table.accent, table.remarksHead, table.headHeight, ...table.edges, ...table.head);
      }
    }
    above = placed;
  }
  return content;
}
