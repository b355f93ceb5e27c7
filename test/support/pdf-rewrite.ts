/** Writes changed PDF objects as a file: for tests of the checks, and to measure the size of a file without tags. */
import { deflateSync } from 'node:zlib';
import { SETTINGS } from '../../src/render/pdf/engine/deflate.ts';
import {
  type Dictionary,
  Name,
  type PdfObjects,
  PdfString,
  type PdfValue,
  Ref,
  readObjects,
  Stream,
} from './pdf-objects.ts';
import { type Page, type Pdf, parsePdf } from './pdf-reader.ts';

/** A file that is being changed: dictionaries and arrays may be modified in place, and objects replaced. */
export interface Draft extends Pdf {
  objects: Map<number, PdfValue>;
}

/** The file after a change, without objects that are no longer referenced. */
export function changed(bytes: Uint8Array, change: (draft: Draft) => void): Uint8Array {
  const pdf = parsePdf(bytes);
  const objects = new Map(pdf.file.objects);
  change({ ...pdf, objects });
  return writeObjects({ ...pdf.file, objects });
}

/** Changes the operators of a page. */
export function changeContent(
  { objects, follow }: Draft,
  page: Page | undefined,
  change: (text: string) => string,
): void {
  const reference = page?.dictionary.get('Contents');
  const stream = follow(reference);
  if (!(reference instanceof Ref) || !(stream instanceof Stream)) throw new Error('no page with content');
  const text = stream.decoded().toString('latin1');
  const other = change(text);
  if (other === text) throw new Error('the change changes nothing');
  const raw = deflateSync(Buffer.from(other, 'latin1'), SETTINGS);
  objects.set(reference.id, new Stream(new Map([['Filter', new Name('FlateDecode')]]), raw));
}

/** The same file without tags: no structure tree, no marked content and no references to them. */
export function withoutTags(bytes: Uint8Array): Uint8Array {
  return changed(bytes, (draft) => {
    draft.catalog.delete('StructTreeRoot');
    draft.catalog.delete('MarkInfo');
    for (const page of draft.pages) {
      page.dictionary.delete('StructParents');
      for (const id of page.annotations) {
        const annotation = draft.objects.get(id);
        if (annotation instanceof Map) annotation.delete('StructParent');
      }
      changeContent(draft, page, (text) =>
        text.replace(/\/\w+ <<[^<>]*>> BDC\s/g, '').replace(/\sEMC(?=\s|$)/g, ''),
      );
    }
  });
}

/**
 * Size in bytes of the file if its objects were stored individually, as pdfkit does, and not in compressed object
 * streams: each object with its delimiters, and twenty bytes for each row of the cross-reference table (ISO 32000-1,
 * 7.5.4).
 */
export function plainSize(bytes: Uint8Array): number {
  const { objects } = readObjects(bytes);
  const same = new Map([...objects.keys()].map((id) => [id, id]));
  let size = 0;
  for (const [id, value] of objects) {
    const body =
      value instanceof Stream
        ? written(value.dictionary, same).length + value.raw.length + 18
        : written(value, same).length;
    size += `${id} 0 obj\n\nendobj\n`.length + body + 20;
  }
  return size;
}

/** The file, read and written again; shows how this writer affects the size. */
export function rewritten(bytes: Uint8Array): Uint8Array {
  return writeObjects(readObjects(bytes));
}

const OBJECTS_PER_STREAM = 1000;
const ROW = 7;

/**
 * Writes the objects that are reachable from the trailer with new numbers, in object streams and with a cross-reference
 * stream.
 */
function writeObjects({ header, trailer, objects }: PdfObjects): Uint8Array {
  const roots = ['Root', 'Info'].flatMap((key) => trailer.get(key) ?? []);
  const kept = [...reachable(roots, objects)].sort((a, b) => a - b);
  const numbers = new Map(kept.map((id, index) => [id, index + 1]));
  const write = (value: PdfValue): string => written(value, numbers);
  const chunks: Buffer[] = [];
  let offset = 0;
  const put = (chunk: Buffer): void => {
    chunks.push(chunk);
    offset += chunk.length;
  };
  const rows: [number, number, number][] = [[0, 0, 0xffff]];
  const putStream = (id: number, dictionary: string, data: Buffer): void => {
    rows[id] = [1, offset, 0];
    put(Buffer.from(`${id} 0 obj\n<<${dictionary}/Length ${data.length}>>\nstream\n`, 'latin1'));
    put(data);
    put(Buffer.from('\nendstream\nendobj\n', 'latin1'));
  };
  put(Buffer.from(`${header}\n%\xff\xff\xff\xff\n`, 'latin1'));
  const elements: { id: number; text: string }[] = [];
  const others: { id: number; text: string }[] = [];
  for (const old of kept) {
    const value = objects.get(old) ?? null;
    const id = numbers.get(old) ?? 0;
    if (value instanceof Stream) {
      const entries = new Map([...value.dictionary].filter(([key]) => key !== 'Length'));
      putStream(id, write(entries).slice(2, -2), value.raw);
    } else (isElement(value) ? elements : others).push({ id, text: write(value) });
  }
  let next = kept.length + 1;
  for (const part of [...parts(elements), ...parts(others)]) {
    let at = 0;
    const index = part.map(({ id, text }, position) => {
      rows[id] = [2, next, position];
      const entry = `${id} ${at}`;
      at += text.length + 1;
      return entry;
    });
    const first = `${index.join(' ')}\n`;
    const body = Buffer.from(first + part.map(({ text }) => text).join('\n'), 'latin1');
    putStream(
      next,
      `/Type/ObjStm/N ${part.length}/First ${first.length}/Filter/FlateDecode`,
      deflateSync(body, SETTINGS),
    );
    next++;
  }
  const start = offset;
  rows[next] = [1, start, 0];
  const entries = ['Root', 'Info', 'ID'].flatMap((key) => {
    const value = trailer.get(key);
    return value === undefined ? [] : [`/${key} ${write(value)}`];
  });
  putStream(
    next,
    `/Type/XRef/Size ${next + 1}/W[1 4 2]${entries.join('')}/Filter/FlateDecode/DecodeParms<</Predictor 12/Columns ${ROW}>>`,
    deflateSync(tableOf(rows), SETTINGS),
  );
  put(Buffer.from(`startxref\n${start}\n%%EOF`, 'latin1'));
  return Buffer.concat(chunks);
}

function parts<T>(all: readonly T[]): T[][] {
  return Array.from({ length: Math.ceil(all.length / OBJECTS_PER_STREAM) }, (_, part) =>
    all.slice(part * OBJECTS_PER_STREAM, (part + 1) * OBJECTS_PER_STREAM),
  );
}

const isElement = (value: PdfValue): boolean =>
  value instanceof Map && value.get('S') instanceof Name && value.has('P');

function tableOf(rows: readonly (readonly [number, number, number])[]): Buffer {
  const table = Buffer.alloc(rows.length * (ROW + 1));
  let above = Buffer.alloc(ROW);
  rows.forEach(([type, second, third], index) => {
    const row = Buffer.alloc(ROW);
    row[0] = type;
    row.writeUInt32BE(second, 1);
    row.writeUInt16BE(third, 5);
    table[index * (ROW + 1)] = 2;
    row.forEach((byte, column) => {
      table[index * (ROW + 1) + 1 + column] = (byte - (above[column] ?? 0)) & 0xff;
    });
    above = row;
  });
  return table;
}

function reachable(roots: readonly PdfValue[], objects: ReadonlyMap<number, PdfValue>): Set<number> {
  const found = new Set<number>();
  const waiting: PdfValue[] = [...roots];
  for (let value = waiting.pop(); value !== undefined; value = waiting.pop()) {
    if (value instanceof Ref) {
      if (found.has(value.id)) continue;
      found.add(value.id);
      waiting.push(objects.get(value.id) ?? null);
    } else if (Array.isArray(value)) waiting.push(...value);
    else if (value instanceof Stream) waiting.push(...value.dictionary.values());
    else if (value instanceof Map) waiting.push(...value.values());
  }
  return found;
}

function written(value: PdfValue, numbers: ReadonlyMap<number, number>): string {
  if (value instanceof Name) return `/${value.name.replace(/[^\w.+-]/g, (sign) => `#${hex(sign)}`)}`;
  if (value instanceof Ref) return `${numbers.get(value.id) ?? 0} 0 R`;
  if (value instanceof PdfString)
    return /^[\x20-\x7e]*$/.test(value.bytes)
      ? `(${value.bytes.replace(/[\\()]/g, '\\$&')})`
      : `<${Buffer.from(value.bytes, 'latin1').toString('hex')}>`;
  if (Array.isArray(value)) return `[${value.map((item) => written(item, numbers)).join(' ')}]`;
  if (value instanceof Map) return writtenDictionary(value, numbers);
  if (value instanceof Stream) throw new Error('a stream inside an object');
  return String(value);
}

function writtenDictionary(dictionary: Dictionary, numbers: ReadonlyMap<number, number>): string {
  const entries = [...dictionary].map(
    ([key, value]) => `${written(new Name(key), numbers)} ${written(value, numbers)}`,
  );
  return `<<${entries.join('')}>>`;
}

const hex = (sign: string): string => sign.charCodeAt(0).toString(16).padStart(2, '0');
