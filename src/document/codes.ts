/** Adds the QR codes of sections and events, which are only on paper. */
import { codeFile } from '../model/index.ts';
import { fill } from '../text/index.ts';
import type { Block, Cell, Document, Figure, Section } from './model.ts';

/** The QR codes of a document. */
export interface Codes {
  /** Web addresses by theme or name of a part. */
  sections?: Readonly<Record<string, string>> | undefined;
  /** The field of web addresses of which events have a code. */
  events?: string | undefined;
}

/**
 * A document with its QR codes: at the end of sections, each above its address, and above the addresses of events.
 * Documents that are compared with the data have none: redlines, proof sheets and files for corrections.
 */
export function withCodes(document: Document, codes: Codes | undefined): Document {
  if (codes === undefined || document.redline || document.record !== undefined) return document;
  const { code, remarks } = document.words;
  if (code === undefined || remarks !== undefined) return document;
  const sections = document.sections.map((section): Section => {
    const address = codes.sections?.[section.theme ?? section.part ?? ''];
    const blocks = section.blocks.map((block) => withEventCodes(block, codes.events, code));
    return { ...section, blocks: address === undefined ? blocks : [...blocks, codeBlock(address, code)] };
  });
  return { ...document, sections };
}

type CodeLabel = NonNullable<Document['words']['code']>;

/** Maximum length of an address in characters; the code of a longer one is too dense at its size. */
const MAX_CODE = 120;

function codeBlock(address: string, label: CodeLabel): Block {
  return {
    kind: 'picture',
    figure: codeFigure(address, label),
    caption: [{ text: shortAddress(address), link: address }],
  };
}

function codeFigure(address: string, label: CodeLabel): Figure {
  const text = fill(label, { address: shortAddress(address) });
  return { file: codeFile(address), alt: { text }, isCode: true };
}

/** A web address as people write it. */
const shortAddress = (address: string): string => address.replace(/^https?:\/\/|\/$/gi, '');

function withEventCodes(block: Block, field: string | undefined, label: CodeLabel): Block {
  if (block.kind !== 'table' || field === undefined) return block;
  const column = block.table.columns.findIndex((own) => own.field === field && own.kind === 'link');
  if (column < 0) return block;
  const coded = (cell: Cell): Cell => {
    const address = cell.paragraphs.flat().find(({ link }) => link !== undefined)?.link;
    return address === undefined || address.length > MAX_CODE
      ? cell
      : { ...cell, picture: codeFigure(address, label) };
  };
  const rows = block.table.rows.map((row) => ({
    ...row,
    cells: row.cells.map((cell, index) => (index === column ? coded(cell) : cell)),
  }));
  return { ...block, table: { ...block.table, rows } };
}
