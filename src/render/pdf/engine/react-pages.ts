/**
 * React pages on a pdfkit document: react-pdf lays a page out, and its unmodified drawing draws it, with paints and marks spliced
 * in between. A laid-out page can be drawn any number of times. The versions of react-pdf's parts are pinned for this.
 */
import layoutDocument from '@react-pdf/layout';
import renderPdf from '@react-pdf/render';
import { pdf } from '@react-pdf/renderer';
import { createElement, type ReactElement } from 'react';
import { output } from '../../../../languages/en/messages/index.ts';
import { UserError } from '../../../errors.ts';
import { messagesOf } from '../../../messages.ts';
import { DECORATION, type Kit } from './pdf-file.ts';

const messageOf = messagesOf(output);

/** A page laid out, ready to be drawn. */
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

/** No text is set by react-pdf, so it needs no fonts. */
const NO_FONTS = {
  getFont: () => null,
  load: async () => {},
  getEmojiSource: () => null,
  getHyphenationCallback: () => null,
};

/** The declared type lacks the second parameter. */
const layout = layoutDocument as unknown as (document: unknown, fonts: unknown) => Promise<unknown>;

/**
 * Lays out pages that hold boxes and leaves only.
 *
 * @throws UserError where Node has no WebAssembly, in which react-pdf reckons places
 */
export async function layOutPages(pages: readonly ReactElement[]): Promise<LaidPage[]> {
  if (!('WebAssembly' in globalThis))
    throw new UserError({
      ...messageOf('webassembly-missing'),
    });
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
 * A function that draws a laid-out page as a new page of the document, each time that it is called.
 *
 * @param begin called once the page is there, before anything is drawn on it
 */
export function pagePainter(kit: Kit, { node }: LaidPage, begin: () => void): () => void {
  const children = [call(begin), ...(node.children ?? []).flatMap((child) => instrument(kit, child, 0, 0))];
  const document = { children: [{ ...node, children }] };
  return () => {
    const { end } = kit;
    // react-pdf ends the document after the pages that it is given.
    kit.end = () => {};
    renderPdf(kit as never, document as never);
    kit.end = end;
  };
}

/** A node that is drawn by calling a function: the renderer knows no such type and only asks for its children. */
function call(action: () => void): Node {
  return {
    type: 'CALL',
    get children() {
      action();
      return [];
    },
  };
}

/** The node, with its background marked as decoration and its paint called in the page's own coordinates. */
function instrument(kit: Kit, node: Node, left: number, top: number): Node[] {
  const x = left + (node.box?.left ?? 0);
  const y = top + (node.box?.top ?? 0);
  const { paint } = node.props ?? {};
  const inner = (node.children ?? []).flatMap((child) => instrument(kit, child, x, y));
  if (paint !== undefined) {
    // pdfkit turned the page upside down and moved its origin to the box: turn and move it back.
    inner.push(
      call(() => {
        const { height } = kit.page;
        kit.addContent('q');
        kit.addContent(`1 0 0 -1 ${round(-x)} ${round(height - y)} cm`);
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

function round(number: number): number {
  return Math.round(number * 1000) / 1000;
}
