/**
 * Draws React pages on a pdfkit document: react-pdf lays out a page and draws it with its unmodified renderer; paint
 * functions and marks are inserted as nodes, and a laid-out page can be drawn any number of times. The drawing depends
 * on internals of react-pdf, so the versions of its packages are pinned.
 */
import layoutDocument from '@react-pdf/layout';
import renderPdf from '@react-pdf/render';
import { pdf } from '@react-pdf/renderer';
import { createElement, type ReactElement } from 'react';
import { output } from '../../../../languages/en/messages/index.ts';
import { UserError } from '../../../errors.ts';
import { messagesOf } from '../../../messages.ts';
import { DECORATION, type Kit } from './pdf-file.ts';
import { pdfNumber } from './pdf-text.ts';

const messageOf = messagesOf(output);

/** A laid-out page, ready to be drawn. */
export interface LaidPage {
  node: Node;
}

interface Node {
  type: string;
  props?: { paint?: (x: number, y: number) => void };
  style?: { backgroundColor?: string };
  box?: { left: number; top: number };
  children?: Node[];
}

/** react-pdf typesets no text, so it needs no fonts. */
const NO_FONTS = {
  getFont: () => null,
  load: async () => {},
  getEmojiSource: () => null,
  getHyphenationCallback: () => null,
};

/** The type that react-pdf declares lacks the second parameter. */
const layout = layoutDocument as unknown as (document: unknown, fonts: unknown) => Promise<unknown>;

/**
 * Lays out pages that contain only boxes and leaves.
 *
 * @throws UserError if Node has no WebAssembly, which the layout of react-pdf needs
 */
export async function layOutPages(pages: readonly ReactElement[]): Promise<LaidPage[]> {
  if (!('WebAssembly' in globalThis)) throw new UserError(messageOf('webassembly-missing'));
  const { container, updateContainer } = pdf() as unknown as {
    container: { document: unknown };
    updateContainer(element: ReactElement | null): void;
  };
  updateContainer(createElement('DOCUMENT', null, ...pages));
  const laid = (await layout(container.document, NO_FONTS)) as unknown as { children: Node[] };
  updateContainer(null);
  return laid.children.map((node) => ({ node }));
}

/**
 * Returns a function that draws a laid-out page as a new page of the document each time it is called.
 *
 * @param begin called after the page is added and before anything is drawn on it
 */
export function pagePainter(kit: Kit, { node }: LaidPage, begin: () => void): () => void {
  const children = [call(begin), ...(node.children ?? []).flatMap((child) => instrument(kit, child, 0, 0))];
  const document = { children: [{ ...node, children }] };
  return () => {
    const { end } = kit;
    // react-pdf would end the document after this page.
    kit.end = () => {};
    renderPdf(kit as never, document as never);
    kit.end = end;
  };
}

/** A node that calls a function when it is drawn: the renderer does not know its type and only reads its children. */
function call(action: () => void): Node {
  return {
    type: 'CALL',
    get children() {
      action();
      return [];
    },
  };
}

/** Marks the background of a node as decoration, and calls its paint function in the coordinates of the page. */
function instrument(kit: Kit, node: Node, left: number, top: number): Node[] {
  const x = left + (node.box?.left ?? 0);
  const y = top + (node.box?.top ?? 0);
  const { paint } = node.props ?? {};
  const inner = (node.children ?? []).flatMap((child) => instrument(kit, child, x, y));
  if (paint !== undefined) {
    // Reverses two transformations: pdfkit flips the page vertically, and the renderer moves the origin to the box.
    inner.push(
      call(() => {
        const { height } = kit.page;
        kit.addContent('q');
        kit.addContent(`1 0 0 -1 ${pdfNumber(-x)} ${pdfNumber(height - y)} cm`);
        paint(x, y);
        kit.addContent('Q');
      }),
    );
  }
  if (node.style?.backgroundColor === undefined) return [{ ...node, children: inner }];
  return [
    call(() => kit.addContent(DECORATION)),
    { ...node, children: [call(() => kit.addContent('EMC')), ...inner] },
  ];
}
