/**
 * Provides the printed content in the format that all compared tools read. The dataset is read, and the document built,
 * by the project's own sources, so that every tool prints the same texts and none spends time on YAML, validation,
 * numbering or indexes. This is the only benchmark file that depends on the document model, and the compiler checks it.
 */
import { buildDocument } from '../src/document/build.ts';
import type { Block, ColumnKind, Entry, Paragraph, Row, Table } from '../src/document/model.ts';
import { readProgrammeFolder } from '../src/read/dataset.ts';

/** The width between the side margins in points, as in peers/look.mjs. */
const MEASURE = 841.89 - 2 * 42;
/**
 * The width, in points, of columns with a fixed width. The other columns divide the remaining width in proportion to
 * `SHARES`, by default 1.
 */
const WIDTHS: Partial<Record<ColumnKind, number>> = {
  'event-number': 27,
  region: 92,
  category: 66,
  date: 84,
};
const SHARES: Partial<Record<ColumnKind, number>> = { title: 1.35, description: 2.75 };

/**
 * The document of a dataset folder as JSON, and the number of times that the document contains the code of each event:
 * once in the row of the event and once in each of its index lines.
 */
export async function peerDocument(folder: string): Promise<{ json: string; codes: Map<string, number> }> {
  const programme = await readProgrammeFolder(folder, 'draft');
  const { meta, words, cover, sections } = buildDocument(programme, programme.config.language);
  const json = JSON.stringify({
    title: meta.title,
    author: meta.author,
    subject: meta.subject,
    lang: meta.lang,
    date: meta.date,
    edition: words.edition,
    cover: {
      kicker: runsOf(cover.kicker ?? []),
      title: runsOf(cover.title),
      lines: cover.lines.map(runsOf),
      publisher: runsOf(cover.publisher),
    },
    sections: sections.map(({ id, title, accent, blocks }) => ({
      id,
      title: runsOf(title),
      accent,
      blocks: blocks.map(blockOf),
    })),
  });
  const codes = new Map<string, number>();
  for (const [code] of json.matchAll(/\bE\d{6}\b/g)) codes.set(code, (codes.get(code) ?? 0) + 1);
  return { json, codes };
}

function blockOf(block: Block): object {
  switch (block.kind) {
    case 'paragraph':
      return { kind: block.kind, text: runsOf(block.text) };
    case 'contents':
      return { kind: block.kind, entries: block.entries.map(entryOf) };
    case 'index':
      return {
        kind: block.kind,
        groups: block.groups.map(({ heading, entries }) => ({
          heading: runsOf(heading),
          entries: entries.map(entryOf),
        })),
      };
    case 'table':
      return tableOf(block.table);
    default:
      throw new Error(
        `no peer prints a block of kind ${block.kind}: teach them, or leave it out of the data`,
      );
  }
}

function tableOf({ title, description, columns, rows, header, group }: Table): object {
  const fixed = columns.reduce((sum, { kind }) => sum + (WIDTHS[kind] ?? 0), 0);
  const shareOf = (kind: ColumnKind): number => (kind in WIDTHS ? 0 : (SHARES[kind] ?? 1));
  const shares = columns.reduce((sum, { kind }) => sum + shareOf(kind), 0);
  return {
    kind: 'table',
    title,
    description,
    header,
    group,
    columns: columns.map(({ kind, heading }) => ({
      heading: runsOf(heading),
      narrow: !(kind in SHARES),
      width: WIDTHS[kind] ?? (shareOf(kind) * (MEASURE - fixed)) / shares,
    })),
    rows: rows.map(({ id, cells, carried }, index) => ({
      id,
      carried,
      span: carried ? 0 : 1 + carriedAfter(rows, index),
      cells: cells.map(({ paragraphs }) => paragraphs.map(runsOf)),
    })),
  };
}

/** For a row whose cell also applies to the rows below it, the number of these rows. */
function carriedAfter(rows: readonly Row[], index: number): number {
  const next = rows.findIndex(({ carried }, at) => at > index && !carried);
  return (next < 0 ? rows.length : next) - index - 1;
}

const entryOf = ({ text, target }: Entry): object => ({ text: runsOf(text), target });
const runsOf = (paragraph: Paragraph): object[] =>
  paragraph.map(({ text, lang, strong, quiet }) => ({ text, lang, strong, quiet }));
