/**
 * Writes comments for proofreading: their starts and ends in the paragraphs, and the part of the package that contains
 * their text.
 */
import { commentStyles } from '../../../templates/docx/index.ts';
import type { Design } from '../../design/index.ts';
import {
  type CellRemark,
  type Document,
  type Remark,
  type Row,
  type Section,
  tablesOf,
} from '../../document/index.ts';
import type { CommentEdge, WordBlock, WordCover, WordParagraph, WordRow, WordSection } from './blocks.ts';
import { append, type Parts } from './parts.ts';
import type { WordWriter } from './writer.ts';

/**
 * Content with the start and end marks of its comments, and the comments themselves. The id of a comment is its index.
 */
interface Commented {
  cover: WordCover;
  sections: WordSection[];
  comments: Remark[];
}

/**
 * Converts the remarks in a document to comments, numbered in reading order. Remarks on the whole document are attached
 * to the title on the cover, and remarks on a section to its heading. Remarks on a row are attached to the words or to
 * the cell that they concern.
 *
 * @param sections the Word sections of the document
 */
export function withComments(
  document: Document,
  cover: WordCover,
  sections: readonly WordSection[],
): Commented {
  const comments: Remark[] = [];
  const add = (remark: Remark): number => comments.push(remark) - 1;
  const onWhole = (paragraph: WordParagraph, remarks: readonly Remark[] = []): WordParagraph => {
    const cell = [paragraph];
    for (const remark of remarks) putComment(cell, undefined, add(remark));
    return cell[0] ?? paragraph;
  };
  const title = onWhole(cover.title, document.remarks);
  const commented = sections.map((section, index) => {
    const source = document.sections[index];
    return {
      ...section,
      title: onWhole(section.title, source?.remarks),
      blocks: source === undefined ? section.blocks : tablesWith(section.blocks, source, add),
    };
  });
  return { cover: { ...cover, title }, sections: commented, comments };
}

type Add = (remark: Remark) => number;

/** Adds the remarks on rows to the Word tables, which are in the same order as the tables of the section. */
function tablesWith(blocks: readonly WordBlock[], section: Section, add: Add): WordBlock[] {
  const tables = tablesOf(section);
  return blocks.map((block) => {
    if (block.kind !== 'table') return block;
    const table = tables.shift();
    const rows = block.rows.map((row, index) => rowWith(row, table?.rows[index], add));
    return { ...block, rows };
  });
}

function rowWith(row: WordRow, source: Row | undefined, add: Add): WordRow {
  if (source?.remarks === undefined) return row;
  const cells = row.cells.map((cell) => [...(cell.length === 0 ? [{ runs: [] }] : cell)]);
  for (const remark of source.remarks) {
    const cell = cells[remark.column];
    if (cell !== undefined) putComment(cell, remark.words, add(remark));
  }
  return { ...row, cells };
}

/**
 * Adds the start and end marks of a comment to paragraphs: around the words that it concerns, or around the whole
 * content.
 */
function putComment(cell: WordParagraph[], words: CellRemark['words'], id: number): void {
  const last = cell.length - 1;
  const from = words?.from ?? { paragraph: 0, offset: 0 };
  const to = words?.to ?? { paragraph: last, offset: lengthOf(cell[last]) };
  const put = (paragraph: number, edge: CommentEdge): void => {
    const old = cell[paragraph];
    if (old !== undefined) cell[paragraph] = { ...old, comments: [...(old.comments ?? []), edge] };
  };
  put(from.paragraph, { id, kind: 'start', at: from.offset });
  put(to.paragraph, { id, kind: 'end', at: to.offset });
}

const lengthOf = (paragraph: WordParagraph | undefined): number =>
  (paragraph?.runs ?? []).reduce((sum, run) => sum + run.text.length, 0);

/** Author of the comments. */
export const AUTHOR = 'programme';
const INITIALS = 'P';
const WORD = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const RELATIONSHIP = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments';
const CONTENT_TYPE = 'application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml';

/**
 * Adds the part with the text of the comments and their styles to a package. If the docx library added this part, the
 * relationships of the other parts would be renumbered and the document would change.
 *
 * @param date date of the comments, YYYY-MM-DD; undefined if the document has none
 */
export function addComments(
  parts: Parts,
  comments: readonly Remark[],
  design: Design,
  writer: WordWriter,
  date: string | undefined,
): void {
  const words = comments.map((remark, id) => commentXml(id, remark, writer, date)).join('');
  parts.set(
    'word/comments.xml',
    `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:comments xmlns:w="${WORD}">${words}</w:comments>`,
  );
  const relationship = `<Relationship Id="rIdComments" Type="${RELATIONSHIP}" Target="comments.xml"/>`;
  const contentType = `<Override ContentType="${CONTENT_TYPE}" PartName="/word/comments.xml"/>`;
  append(parts, 'word/_rels/document.xml.rels', '</Relationships>', relationship);
  append(parts, '[Content_Types].xml', '</Types>', contentType);
  append(parts, 'word/styles.xml', '</w:styles>', commentStyles(design));
}

function commentXml(
  id: number,
  { paragraphs }: Remark,
  writer: WordWriter,
  date: string | undefined,
): string {
  const sign = '<w:r><w:rPr><w:rStyle w:val="CommentReference"/></w:rPr><w:annotationRef/></w:r>';
  const words = paragraphs.map((runs, index) =>
    writer.paragraph('CommentText', { runs }, index === 0 ? { before: sign } : {}),
  );
  return `<w:comment w:id="${id}" w:author="${AUTHOR}"${date === undefined ? '' : ` w:date="${date}T00:00:00Z"`} w:initials="${INITIALS}">${words.join('')}</w:comment>`;
}
