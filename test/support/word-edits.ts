/** Edits the XML of a Word file as word processors do. */
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { cellBookmark } from '../../src/document/bookmarks.ts';

const DOCUMENT = 'word/document.xml';
/** Compressing the fonts again would take most of the time of a test. */
const STORED = { level: 0 } as const;

/** The file with another document part and other parts; null removes a part. */
export function edited(
  bytes: Uint8Array,
  edit: (document: string) => string,
  parts: Readonly<Record<string, string | null>> = {},
): Uint8Array {
  const files = unzipSync(bytes);
  files[DOCUMENT] = strToU8(edit(strFromU8(files[DOCUMENT] ?? new Uint8Array())));
  for (const [name, text] of Object.entries(parts)) {
    if (text === null) delete files[name];
    else files[name] = strToU8(text);
  }
  return zipSync(files, STORED);
}

/** The file with an additional part that its document refers to. */
export function withPart(bytes: Uint8Array, type: string, name: string, text: string): Uint8Array {
  const files = unzipSync(bytes);
  const relations = 'word/_rels/document.xml.rels';
  const relation = `<Relationship Id="rId${type}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/${type}" Target="${name}"/>`;
  const before = strFromU8(files[relations] ?? new Uint8Array());
  files[relations] = strToU8(before.replace('</Relationships>', `${relation}</Relationships>`));
  files[`word/${name}`] = strToU8(text);
  return zipSync(files, STORED);
}

const STAMP = 'w:id="9001" w:author="Ada" w:date="2030-02-03T04:05:06Z"';
const xml = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
const run = (text: string, tag: 't' | 'delText' = 't'): string =>
  text === '' ? '' : `<w:r><w:${tag} xml:space="preserve">${xml(text)}</w:${tag}></w:r>`;

/** Words that a reader inserted, as a tracked change. */
export const inserted = (text: string): string => `<w:ins ${STAMP}>${run(text)}</w:ins>`;

/** The document after `edit` has changed the cell of a field of an event. */
export function editCell(
  document: string,
  event: string,
  field: string,
  edit: (cell: string) => string,
): string {
  const mark = document.indexOf(`w:name="${cellBookmark(event, field)}"`);
  const start = document.lastIndexOf('<w:tc>', mark);
  const end = document.indexOf('</w:tc>', mark);
  if (mark < 0 || start < 0) throw new Error(`no cell of ${event} ${field}`);
  return document.slice(0, start) + edit(document.slice(start, end)) + document.slice(end);
}

/** Replaces all words of a cell as a tracked change. Each line of the new words is a paragraph. */
export function tracked(words: string): (cell: string) => string {
  return (cell) => {
    const gone = cell.replace(
      /<w:r>.*?<\/w:r>/gs,
      (text) =>
        `<w:del ${STAMP}>${text.replaceAll('<w:t ', '<w:delText ').replaceAll('</w:t>', '</w:delText>')}</w:del>`,
    );
    const lines = words.split('\n');
    const before = lines
      .slice(0, -1)
      .map((line) => `<w:p><w:pPr><w:rPr><w:ins ${STAMP}/></w:rPr></w:pPr>${inserted(line)}</w:p>`)
      .join('');
    const first = gone.indexOf('<w:p>');
    const last = gone.lastIndexOf('</w:p>');
    return (
      gone.slice(0, first) +
      before +
      gone.slice(first, last) +
      inserted(lines.at(-1) ?? '') +
      gone.slice(last)
    );
  };
}

/** Replaces the words of a cell without a tracked change. */
export function untracked(words: string): (cell: string) => string {
  return (cell) => {
    const [head = ''] = /^.*?<\/w:tcPr>/s.exec(cell) ?? [];
    const marks = cell.match(/<w:bookmark(?:Start|End)[^>]*>/g) ?? [];
    const lines = words
      .split('\n')
      .map((line, index) => `<w:p>${index === 0 ? marks.join('') : ''}${run(line)}</w:p>`);
    return head + lines.join('');
  };
}

/** The range of an event's row in the document. */
export function rowOf(document: string, event: string): { start: number; end: number } {
  const mark = document.indexOf(`w:name="ev_${event.replaceAll('-', '_')}"`);
  const start = document.lastIndexOf('<w:tr>', mark);
  return { start, end: document.indexOf('</w:tr>', mark) + '</w:tr>'.length };
}

/** The row marked as deleted, in the same way as by a word processor. */
export function deletedRow(row: string): string {
  const gone = row.replace(
    /<w:r>.*?<\/w:r>/gs,
    (text) =>
      `<w:del ${STAMP}>${text.replaceAll('<w:t ', '<w:delText ').replaceAll('</w:t>', '</w:delText>')}</w:del>`,
  );
  return gone.replace(
    /^<w:tr>(?:<w:trPr>(.*?)<\/w:trPr>)?/s,
    (_, own = '') => `<w:tr><w:trPr>${own}<w:del ${STAMP}/></w:trPr>`,
  );
}

/** A new row with these cells. */
export function newRow(cells: readonly string[]): string {
  const tc = cells.map((words) => `<w:tc><w:tcPr/><w:p>${inserted(words)}</w:p></w:tc>`).join('');
  return `<w:tr><w:trPr><w:ins ${STAMP}/></w:trPr>${tc}</w:tr>`;
}

/** The file after all its tracked changes are accepted or rejected in its XML. */
export function settledXml(document: string, keep: 'ins' | 'del'): string {
  const drop = keep === 'ins' ? 'del' : 'ins';
  return document
    .replace(new RegExp(`<w:${drop} [^>]*[^/]>.*?</w:${drop}>`, 'gs'), '')
    .replace(new RegExp(`<w:${keep} [^>]*[^/]>(.*?)</w:${keep}>`, 'gs'), '$1')
    .replaceAll('w:delText', 'w:t')
    .replace(/<w:(?:ins|del) [^>]*\/>/g, '');
}
