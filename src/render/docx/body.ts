/** Generates the body of the Word file piece by piece, so that it is never held in memory as a whole. */
import {
  BACK_RULE,
  besideXml,
  type CoverPackage,
  columnTwips,
  type DocxTemplates,
  frameXml,
  sectionRuleStyle,
  tableStyle,
  twips,
  type WordCell,
} from '../../../templates/docx/index.ts';
import { type Area, areaOf, type Design } from '../../design/index.ts';
import { bookmarkName, type Change, cellBookmark, wordsOf } from '../../document/index.ts';
import {
  type AgainHeading,
  closingParagraph,
  contentsRange,
  titleStyle,
  type WordBlock,
  type WordCover,
  type WordEntry,
  type WordParagraph,
  type WordSection,
  type WordTable,
  type WordTimetable,
} from './blocks.ts';
import { type Pages, SPARE } from './pages.ts';
import { timetableXml } from './timetable.ts';
import type { Around, Link, WordWriter } from './writer.ts';
import { xmlText } from './xml.ts';

export interface Body {
  cover: WordCover;
  sections: readonly WordSection[];
  pages: Pages;
  /**
   * Section properties, in the order of the sections of the package: the cover, then each section of the document.
   * After an index, there is one more section for its columns.
   */
  properties: readonly string[];
  /** Whether each cell has a bookmark that identifies it. */
  named: boolean;
  /** The pictures and the language of the cover. */
  pictures: CoverPackage;
}

/** The content of w:body. */
export function* bodyXml(
  { cover, sections, pages, properties, named, pictures }: Body,
  design: Design,
  templates: DocxTemplates,
  writer: WordWriter,
): Generator<string> {
  const rest = [...properties];
  /**
   * Properties of the next section that ends. Word expects them in the last paragraph of the section or, for the last
   * section, in w:body.
   */
  const nextProperties = (): { inside: string; outside: string } => {
    const section = rest.shift();
    if (section === undefined) throw new Error('a section without properties');
    return rest.length > 0 ? { inside: section, outside: '' } : { inside: '', outside: section };
  };
  /**
   * A separate paragraph that ends a section. In a redline, the last such paragraph of the file cannot be marked as
   * inserted or deleted.
   */
  const end = (revision?: Change): string => {
    const { inside, outside } = nextProperties();
    const mark = revision === undefined || outside !== '' ? {} : { revision };
    return writer.paragraph('SectionEnd', { ...EMPTY, ...mark }, { section: inside }) + outside;
  };
  const scope = contentsScope(sections, writer);
  const toLink = ({ target, page = pages.pageOf.get(target) }: WordEntry): Link => {
    if (page === undefined) throw new Error(`a link to "${target}", which is nowhere in the document`);
    return { bookmark: bookmarkName(target), page };
  };
  yield coverXml(cover, design, templates, pictures, writer);
  yield end();
  for (const [index, section] of sections.entries()) {
    const { columns, ...area } = areaOf(design, section);
    const atFoot = section.layout === 'colophon' || section.layout === 'back';
    if (pages.follows.has(section.id) || (atFoot && section.title.runs.length > 0)) {
      const left = pages.follows.has(section.id) ? (pages.above.get(section.id) ?? 0) - SPARE : 0;
      const above = design.sections.gap - design.title.rule.above + left;
      yield writer.paragraph(ruleAbove(section, design), EMPTY, left > 0 ? { above } : {});
    }
    if (section.title.runs.length > 0) {
      const bookmark = writer.bookmark(bookmarkName(section.id));
      yield writer.paragraph(titleStyle(section, scope.unlisted), section.title, {
        before: bookmark.start + (section.id === scope.first ? scope.start : ''),
        after: bookmark.end + (section.id === scope.last ? scope.end : ''),
      });
    }
    if (columns > 1) yield end(section.revision);
    if (section.layout === 'back')
      yield writer.paragraph('SectionEnd', EMPTY, { before: templates.backCover(design) });
    const next = sections[index + 1];
    const endsHere = next === undefined || columns > 1 || !pages.follows.has(next.id);
    const closing = endsHere && closingParagraph(section) !== undefined ? section.blocks.length - 1 : -1;
    const tools: Tools = { design, templates, section, area, writer, toLink, pages, named };
    const starts = pages.columnStarts.get(section.id) ?? [];
    for (const [at, block] of section.blocks.entries()) {
      const { inside, outside } = at === closing ? nextProperties() : NO_PROPERTIES;
      if (block.kind === 'table') {
        yield* tableXml(block, tools);
        continue;
      }
      if (block.kind === 'timetable') {
        yield timetableXml(block, { design, accent: section.accent, writer });
        continue;
      }
      yield againXml(pages.again.get(block), writer);
      yield blockXml(block, tools, { section: inside, ...columnStart(at, starts) });
      yield outside;
    }
    if (endsHere && closing < 0) yield end(section.revision);
    if (columns > 1 && pages.level.has(section.id) && !(next && pages.follows.has(next.id)))
      yield end(section.revision);
  }
}

/** Style of the rule above the title of a section that does not begin at the top of its page. */
const ruleAbove = ({ layout, accent }: WordSection, design: Design): string =>
  layout === 'back' ? BACK_RULE : sectionRuleStyle(design, accent).id;

const EMPTY: WordParagraph = { runs: [] };
const NO_PROPERTIES = { inside: '', outside: '' };

function coverXml(
  cover: WordCover,
  design: Design,
  { coverParagraphs }: DocxTemplates,
  pictures: CoverPackage,
  writer: WordWriter,
): string {
  return coverParagraphs(cover, design, pictures)
    .map(({ style, text = EMPTY, place, drawing = '' }) =>
      writer.paragraph(style, text, { before: drawing, ...(place && { frame: frameXml(place) }) }),
    )
    .join('');
}

/**
 * Name of the bookmark around the headings that the table of contents lists, so that Word lists only these when it
 * updates the table.
 */
const CONTENTS_SCOPE = '_contents_scope';

/**
 * The range that the table of contents lists, and the start and end tags of the bookmark around the headings in this
 * range.
 */
function contentsScope(sections: readonly WordSection[], writer: WordWriter) {
  return { ...contentsRange(sections), ...writer.bookmark(CONTENTS_SCOPE) };
}

interface Tools {
  design: Design;
  templates: DocxTemplates;
  section: WordSection;
  area: Omit<Area, 'columns'>;
  writer: WordWriter;
  toLink: (entry: WordEntry) => Link;
  pages: Pages;
  named: boolean;
}

/** The group heading that is repeated at the top of a page; empty if there is none. */
function againXml(heading: AgainHeading | undefined, writer: WordWriter): string {
  return heading === undefined ? '' : writer.paragraph(heading.style, heading.text);
}

const NO_BOOKMARKS: readonly string[] = [];

/**
 * Markup of a paragraph at the beginning of a column: a column break, unless the column is the first, and no space
 * above.
 */
function columnStart(block: number, starts: readonly number[]): Pick<Around, 'before' | 'above'> {
  if (starts.includes(block)) return { before: '<w:r><w:br w:type="column"/></w:r>', above: 0 };
  return block === 0 && starts.length > 0 ? { above: 0 } : {};
}

/** @param around properties of the section that ends with the block, and a column break before it */
function blockXml(
  block: Exclude<WordBlock, WordTable | WordTimetable>,
  tools: Tools,
  around: Pick<Around, 'section' | 'before' | 'above'>,
): string {
  const { writer, toLink } = tools;
  switch (block.kind) {
    case 'paragraph': {
      const bookmark = block.target === undefined ? undefined : writer.bookmark(bookmarkName(block.target));
      return writer.paragraph(block.style, block.text, {
        ...around,
        list: block.list,
        keepNext: block.keepNext ?? false,
        frame: block.frame && besideXml(block.frame),
        above: block.above ?? around.above,
        number: block.number,
        before: `${around.before ?? ''}${bookmark?.start ?? ''}`,
        after: bookmark?.end,
      });
    }
    case 'entry':
      return writer.entry(block.style, block.text, toLink(block), { ...around, keepNext: block.keepNext });
    case 'contents':
      return contentsXml(block.entries, tools);
  }
}

/**
 * The table of contents as a filled field that Word can update, in the content control that marks such a table. Entries
 * have no mark in the colour of their theme, because Word recreates the entries from the headings.
 */
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

function* tableXml(
  table: WordTable,
  { design, templates, section, area, writer, pages, named }: Tools,
): Generator<string> {
  const widths = columnTwips(table.columns.map(({ width }) => width));
  const width = widths.reduce((sum, column) => sum + column, 0);
  const indent = area.left === 0 ? '' : `<w:tblInd w:w="${twips(area.left)}" w:type="dxa"/>`;
  const grid = widths.map((column) => `<w:gridCol w:w="${column}"/>`).join('');
  const begin = `<w:tbl><w:tblPr><w:tblStyle w:val="${tableStyle(design, section.accent).id}"/><w:tblW w:w="${width}" w:type="dxa"/>${indent}<w:tblLayout w:type="fixed"/><w:tblLook w:val="0620" w:firstRow="1" w:lastRow="0" w:firstColumn="0" w:lastColumn="0" w:noHBand="1" w:noVBand="1"/><w:tblCaption w:val="${xmlText(table.title)}"/><w:tblDescription w:val="${xmlText(table.description)}"/></w:tblPr><w:tblGrid>${grid}</w:tblGrid>`;
  const headings = table.columns.map(
    ({ heading }) => ({ style: 'TableHeading', paragraphs: [heading] }) as const,
  );
  const head = (): string =>
    writer.row(templates.headRow({ cells: headings }), widths, { header: true, revision: table.revision });
  yield begin;
  yield head();
  const { header, columns, styles, bands } = table;
  let index = 0;
  for (const row of table.rows) {
    const { id, cells, marked, revision } = row;
    const again = pages.again.get(row);
    // The table ends at the page break, and a new table begins below the repeated heading.
    if (again !== undefined && index > 0) yield `</w:tbl>${againXml(again, writer)}${begin}${head()}`;
    const styled: WordCell<WordParagraph>[] = [];
    for (const paragraphs of cells) styled.push({ style: styles[styled.length] ?? 'TableText', paragraphs });
    const banded = bands[index++] ?? false;
    yield writer.row(templates.row({ design, cells: styled, marked, banded }), widths, {
      split: pages.parted.has(id),
      bookmarks: (column) => {
        const names = column === header ? [bookmarkName(id)] : NO_BOOKMARKS;
        const field = named ? columns[column]?.field : undefined;
        return field === undefined ? names : [...names, cellBookmark(id, field)];
      },
      revision,
    });
  }
  yield '</w:tbl>';
}
