/** Adds the QR codes of sections and events, which are printed only on paper. */
import { codeFile } from '../model/index.ts';
import { fill } from '../text/index.ts';
import type { Block, Cell, Document, Figure, Section, Table, Target } from './model.ts';
import { tablesOf, withRows } from './tables.ts';

/** The QR codes of a document. */
export interface Codes {
  /** Web addresses, by theme id or by name of a part. */
  sections?: Readonly<Record<string, string>> | undefined;
  /** The field whose web addresses are printed as QR codes next to events. */
  events?: string | undefined;
}

/**
 * Adds the QR codes to a document: at the end of sections, each above its address, and in events, above their
 * addresses. Documents that are compared with the data have no QR codes: redlines, proof sheets and files for
 * corrections.
 */
export function withCodes(document: Document, codes: Codes | undefined): Document {
  if (codes === undefined || document.redline || document.record !== undefined) return document;
  const { code, remarks } = document.words;
  if (code === undefined || remarks !== undefined) return document;
  const sections = document.sections.map((section): Section => {
    const address = codes.sections?.[section.theme ?? section.part ?? ''];
    const { blocks } = codes.events === undefined ? section : withEventCodes(section, codes.events, code);
    return { ...section, blocks: address === undefined ? blocks : [...blocks, codeBlock(address, code)] };
  });
  return { ...document, sections };
}

type CodeLabel = NonNullable<Document['words']['code']>;

/**
 * Maximum length of an address in characters; the QR code of a longer address would be too dense at its printed size.
 */
export const MAX_CODE = 120;

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

/** A web address as people write it: without the scheme and without a final slash. */
const shortAddress = (address: string): string => address.replace(/^https?:\/\/|\/$/gi, '');

function withEventCodes(section: Section, field: string, label: CodeLabel): Section {
  const coded = (cell: Cell): Cell => {
    const address = addressIn(cell);
    return address === undefined || isTooLong(address)
      ? cell
      : { ...cell, picture: codeFigure(address, label) };
  };
  return withRows(section, (row, table) => {
    const column = columnOf(table, field);
    return { ...row, cells: row.cells.map((cell, index) => (index === column ? coded(cell) : cell)) };
  });
}

const columnOf = ({ columns }: Table, field: string): number =>
  columns.findIndex((column) => column.field === field && column.kind === 'link');

const addressIn = (cell: Cell | undefined): string | undefined =>
  cell?.paragraphs.flat().find(({ link }) => link !== undefined)?.link;

const isTooLong = (address: string): boolean => address.length > MAX_CODE;

/** The events that have no QR code because their addresses are too long. */
export function eventsWithoutCode({ sections }: Document, { events: field }: Codes = {}): Target[] {
  if (field === undefined) return [];
  return sections.flatMap(tablesOf).flatMap((table) => {
    const column = columnOf(table, field);
    return table.rows.flatMap(({ id, cells }) => (isTooLong(addressIn(cells[column]) ?? '') ? [id] : []));
  });
}
