/**
 * Displays the pages of a PDF in the browser with pdf.js: page images, page text, and the position of each event.
 * pdf.js is loaded together with the first PDF.
 */
import type { PDFDocumentProxy, PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { PagePoint } from './page-positions.ts';

export interface Pdf {
  pages: number;
  /** Width of the first page in points. */
  width: number;
  height: number;
  /** Positions of events and parts in page order and, on each page, from top to bottom. */
  spots: readonly PagePoint[];
  draw(page: number, scale: number): Promise<HTMLCanvasElement>;
  /** Writes the text of a page into an element that is placed over the page image. */
  putText(page: number, scale: number, layer: HTMLElement): Promise<void>;
  /** Links from a page to other positions in the document, each with its rectangle in points. */
  links(page: number): Promise<Link[]>;
  close(): void;
}

export interface Link {
  target: string;
  rect: readonly [left: number, bottom: number, right: number, top: number];
}

export async function openPdf(bytes: Uint8Array): Promise<Pdf> {
  const pdfjs = await import('pdfjs-dist/legacy/build/pdf.mjs');
  pdfjs.GlobalWorkerOptions.workerSrc = '/pdf.worker.js';
  // Closing a document while its pages are being drawn must not cause a warning.
  const { ERRORS: verbosity } = pdfjs.VerbosityLevel;
  const loading = pdfjs.getDocument({ data: bytes, useWasm: false, verbosity });
  const pdf = await loading.promise;
  const first = (await pdf.getPage(1)).getViewport({ scale: 1 });
  return {
    pages: pdf.numPages,
    width: first.width,
    height: first.height,
    spots: await spotsOf(pdf),
    draw: async (index, scale) => {
      const page = await pdf.getPage(index + 1);
      const canvas = document.createElement('canvas');
      const viewport = page.getViewport({ scale: scale * devicePixelRatio });
      canvas.width = Math.floor(viewport.width);
      canvas.height = Math.floor(viewport.height);
      await page.render({ canvas, viewport }).promise;
      return canvas;
    },
    putText: async (index, scale, container) => {
      const page = await pdf.getPage(index + 1);
      const viewport = page.getViewport({ scale });
      await new pdfjs.TextLayer({
        textContentSource: page.streamTextContent(),
        container,
        viewport,
      }).render();
    },
    links: async (index) => linksOf(await pdf.getPage(index + 1)),
    close: () => void loading.destroy(),
  };
}

async function spotsOf(pdf: PDFDocumentProxy): Promise<PagePoint[]> {
  const pages = new Map<string, Promise<number>>();
  const pageOf = (ref: { num: number; gen: number }): Promise<number> => {
    const key = `${ref.num} ${ref.gen}`;
    const page = pages.get(key) ?? pdf.getPageIndex(ref);
    pages.set(key, page);
    return page;
  };
  const targets = Object.entries((await pdf.getDestinations()) as Record<string, unknown[]>);
  const spots = targets.map(async ([name, [ref, , x, y]]): Promise<PagePoint> => {
    return { name, page: await pageOf(ref as { num: number; gen: number }), x: Number(x), y: Number(y) };
  });
  return (await Promise.all(spots)).sort((a, b) => a.page - b.page || b.y - a.y || a.x - b.x);
}

async function linksOf(page: PDFPageProxy): Promise<Link[]> {
  const annotations = (await page.getAnnotations()) as { dest?: unknown; rect: Link['rect'] }[];
  return annotations.flatMap(({ dest, rect }) => (typeof dest === 'string' ? [{ target: dest, rect }] : []));
}
