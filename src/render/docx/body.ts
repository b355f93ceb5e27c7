/** The body of the Word file, piece by piece, so that it need not be held whole. */
import { COVER_PANEL } from '../../../templates/docx/cover.ts';
import { columnTwips, frameXml } from '../../../templates/docx/style-sheet.ts';
import { COVER_FRAMES, TABLE_STYLE } from '../../../templates/docx/styles.ts';
import type { Target } from '../../document/model.ts';
import { wordsOf } from '../../document/texts.ts';
import type { Recall } from '../../memo.ts';
import {
  closingParagraph,
  type Revision,
  type WordBlock,
  type WordCover,
  type WordEntry,
  type WordParagraph,
  type WordRun,
  type WordSection,
  type WordTable,
} from './blocks.ts';
import { bookmarkNames } from './bookmarks.ts';
import type { Pages } from './pages.ts';
import type { Link, WordWriter } from './writer.ts';
import { xmlText } from './xml.ts';

export interface Body {
  cover: WordCover;
  sections: readonly WordSection[];
  pages: Pages;
  /** Properties of the sections of the package: the cover's, each section's, and after an index's those of its columns. */
  properties: readonly string[];
}

/** Some rows or paragraphs: their texts, or the bytes of all as UTF-8. */
export type Unit = readonly string[] | Uint8Array;

/** A table that was written, and how many numbers the writer gave for it. */
interface WrittenTable {
  units: readonly Uint8Array[];
  numbers: number;
}

/** What was written without tracked changes and comments. */
export interface WrittenMemory {
  tables: Recall<WordTable, WrittenTable>;
  /** Groups of entries, by the runs of their headings. */
  groups: Recall<readonly WordRun[], readonly Uint8Array[]>;
}

/**
 * The content of w:body.
 *
 * @param written what was written, where it is kept
 */
export function* bodyXml(
  { cover, sections, pages, properties }: Body,
  writer: WordWriter,
  written?: WrittenMemory,
): Generator<Unit> {
  const rest = [...properties];
  /** The properties of the section that ends: in its last paragraph, or, of the last section, in the body itself. */
  const nextProperties = (): { inside: string; outside: string } => {
    const section = rest.shift();
    if (section === undefined) throw new Error('a section without properties');
    return rest.length > 0 ? { inside: section, outside: '' } : { inside: '', outside: section };
  };
  /** The end of a section as a paragraph of its own. */
  const end = (revision?: Revision): string => {
    const { inside, outside } = nextProperties();
    return (
      writer.paragraph('SectionEnd', { ...EMPTY, ...(revision && { revision }) }, { section: inside }) +
      outside
    );
  };
  const scope = contentsScope(sections, writer);
  const nameOf = bookmarkNames();
  const toLink = ({ target, page = pages.pageOf.get(target) }: WordEntry): Link => {
    if (page === undefined) throw new Error(`a link to "${target}", which is nowhere in the document`);
    return { bookmark: nameOf(target), page };
  };
  yield [coverXml(cover, writer), end()];
  for (const section of sections) {
    const bookmark = writer.bookmark(nameOf(section.id));
    const heading = writer.paragraph('Heading1', section.title, {
      before: bookmark.start + (section.id === scope.first ? scope.start : ''),
      after: bookmark.end + (section.id === scope.last ? scope.end : ''),
    });
    yield [heading, section.setting === 'index' ? end(section.revision) : ''];
    const closing = closingParagraph(section);
    const tools: Tools = { section, writer, nameOf, toLink, pages, written };
    for (const stretch of stretchesOf(section.blocks)) {
      const { inside, outside } = stretch.at(-1) === closing ? nextProperties() : NO_PROPERTIES;
      yield* stretchUnits(stretch, tools, inside);
      yield [outside];
    }
    if (closing === undefined) yield [end(section.revision)];
  }
}

/** Blocks that are written as one: a table; a heading and the entries under it; other text. */
function stretchesOf(blocks: readonly WordBlock[]): WordBlock[][] {
  const stretches: WordBlock[][] = [];
  let above: WordBlock['kind'] | undefined;
  for (const block of blocks) {
    const last = stretches.at(-1);
    const begins =
      block.kind === 'table' || above === 'table' || (above === 'entry' && block.kind !== 'entry');
    if (last === undefined || begins) stretches.push([block]);
    else last.push(block);
    above = block.kind;
  }
  return stretches;
}

const EMPTY: WordParagraph = { runs: [] };
const NO_PROPERTIES = { inside: '', outside: '' };

function coverXml({ kicker, title, lines, publisher }: WordCover, writer: WordWriter): string {
  return [
    writer.paragraph('CoverPanel', EMPTY, { before: COVER_PANEL }),
    kicker === undefined
      ? ''
      : writer.paragraph('CoverPeriod', kicker, { frame: frameXml(COVER_FRAMES.CoverPeriod) }),
    writer.paragraph('Title', title),
    writer.paragraph('CoverRule', EMPTY),
    ...lines.map((line) => writer.paragraph('CoverLine', line)),
    writer.paragraph('CoverPublisher', publisher, { frame: frameXml(COVER_FRAMES.CoverPublisher) }),
  ].join('');
}

/** Name of the bookmark around the headings that the contents list, so that an update of the contents lists no others. */
const CONTENTS_SCOPE = '_contents_scope';

/** The first and last section that the contents list, and the two ends of the bookmark around their headings. */
function contentsScope(sections: readonly WordSection[], writer: WordWriter) {
  const listed = new Set(
    sections.flatMap(({ blocks }) =>
      blocks.flatMap((block) => (block.kind === 'contents' ? block.entries.map(({ target }) => target) : [])),
    ),
  );
  const headings = sections.filter(({ id }) => listed.has(id));
  return { first: headings[0]?.id, last: headings.at(-1)?.id, ...writer.bookmark(CONTENTS_SCOPE) };
}

interface Tools {
  section: WordSection;
  writer: WordWriter;
  nameOf: (target: Target) => string;
  toLink: (entry: WordEntry) => Link;
  pages: Pages;
  written: WrittenMemory | undefined;
}

/** @param end properties of the section that ends with the stretch */
function stretchUnits(stretch: readonly WordBlock[], tools: Tools, end: string): Iterable<Unit> {
  const [first] = stretch;
  const { written } = tools;
  if (first?.kind === 'table')
    return written === undefined ? inUnits(tableXml(first, tools)) : writtenTable(first, tools, written);
  const group = written && writtenGroup(stretch, tools, end, written);
  return group ?? inUnits(stretchXml(stretch, tools, end));
}

/** Rows or paragraphs in a unit: as few as make little work of one that changed, as many as make few units. */
const PIECES = 100;

function* inUnits(pieces: Iterable<string>): Generator<string[]> {
  let unit: string[] = [];
  for (const piece of pieces) {
    unit.push(piece);
    if (unit.length < PIECES) continue;
    yield unit;
    unit = [];
  }
  if (unit.length > 0) yield unit;
}

function unitBytes(pieces: Iterable<string>): Uint8Array[] {
  return [...inUnits(pieces)].map((unit) => Buffer.from(unit.join('')));
}

function* stretchXml(stretch: readonly WordBlock[], tools: Tools, end: string): Generator<string> {
  const last = stretch.at(-1);
  for (const block of stretch) yield blockXml(block, tools, block === last ? end : '');
}

function blockXml(block: WordBlock, tools: Tools, end: string): string {
  const { writer, nameOf, toLink } = tools;
  switch (block.kind) {
    case 'paragraph': {
      const bookmark = block.target === undefined ? undefined : writer.bookmark(nameOf(block.target));
      return writer.paragraph(block.style, block.text, {
        section: end,
        ...(bookmark && { before: bookmark.start, after: bookmark.end }),
      });
    }
    case 'entry':
      return writer.entry(block.style, block.text, toLink(block), { section: end });
    case 'contents':
      return contentsXml(block.entries, tools);
    case 'table':
      throw new Error('a table in a stretch of text');
  }
}

/** The contents as a field that Word can update, already filled, in the control by which Word knows a table of contents. */
function contentsXml(entries: readonly WordEntry[], { section, writer, toLink }: Tools): string {
  const begin = `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> TOC \\o "1-1" \\h \\z \\u \\b ${CONTENTS_SCOPE} </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>`;
  const lines = entries.map((entry, index) =>
    writer.entry(entry.style, entry.text, toLink(entry), index === 0 ? { before: begin } : {}),
  );
  const finish = writer.paragraph('SectionEnd', EMPTY, {
    before: `${entries.length === 0 ? begin : ''}<w:r><w:fldChar w:fldCharType="end"/></w:r>`,
  });
  const name = xmlText(wordsOf(section.title.runs));
  return `<w:sdt><w:sdtPr><w:alias w:val="${name}"/><w:docPartObj><w:docPartGallery w:val="Table of Contents"/><w:docPartUnique/></w:docPartObj></w:sdtPr><w:sdtContent>${lines.join('')}${finish}</w:sdtContent></w:sdt>`;
}

/** A table as it was written, or written now. */
function writtenTable(table: WordTable, tools: Tools, { tables }: WrittenMemory): readonly Uint8Array[] {
  const { writer, pages } = tools;
  const before = writer.numbers;
  const { units, numbers } = tables.get(
    table,
    () => [before, ...table.rows.filter(({ id }) => pages.tall.has(id))],
    () => {
      const units = unitBytes(tableXml(table, tools));
      return { units, numbers: writer.numbers - before };
    },
  );
  writer.numbers = before + numbers;
  return units;
}

/** A heading and the entries under it as they were written, or written now; undefined where a stretch holds anything else. */
function writtenGroup(
  stretch: readonly WordBlock[],
  tools: Tools,
  end: string,
  { groups }: WrittenMemory,
): readonly Uint8Array[] | undefined {
  const { pageOf } = tools.pages;
  const [heading] = stretch;
  // A target would need a number of the writer.
  if (heading?.kind !== 'paragraph' || heading.target !== undefined) return undefined;
  const input: unknown[] = [end, heading.style];
  for (let index = 1; index < stretch.length; index++) {
    const entry = stretch[index];
    if (entry?.kind !== 'entry') return undefined;
    input.push(entry.style, entry.text.runs, entry.target, entry.page ?? pageOf.get(entry.target));
  }
  return groups.get(
    heading.text.runs,
    () => input,
    () => unitBytes(stretchXml(stretch, tools, end)),
  );
}

function* tableXml(table: WordTable, { writer, nameOf, pages }: Tools): Generator<string> {
  const widths = columnTwips(table.columns.map(({ id }) => id));
  const width = widths.reduce((sum, column) => sum + column, 0);
  const grid = widths.map((column) => `<w:gridCol w:w="${column}"/>`).join('');
  yield `<w:tbl><w:tblPr><w:tblStyle w:val="${TABLE_STYLE.id}"/><w:tblW w:w="${width}" w:type="dxa"/><w:tblLayout w:type="fixed"/><w:tblLook w:val="0620" w:firstRow="1" w:lastRow="0" w:firstColumn="0" w:lastColumn="0" w:noHBand="1" w:noVBand="1"/><w:tblCaption w:val="${xmlText(table.title)}"/><w:tblDescription w:val="${xmlText(table.description)}"/></w:tblPr><w:tblGrid>${grid}</w:tblGrid>`;
  const heading = {
    cells: table.columns.map((column) => [column.heading]),
    marked: false,
    ...(table.revision && { revision: table.revision }),
  };
  yield writer.row(heading, { styles: widths.map(() => 'TableHeading'), widths }, { header: true });
  const columns = { styles: table.styles, widths };
  for (const row of table.rows) {
    yield writer.row(row, columns, {
      split: pages.tall.has(row.id),
      bookmark: { column: table.header, name: nameOf(row.id) },
    });
  }
  yield '</w:tbl>';
}
