import { LANGUAGES } from '../../../languages/index.ts';
import {
  borderXml,
  type CharacterStyle,
  fontsXml,
  hex,
  isBold,
  type ParagraphStyle,
  twips,
  type WordCell,
} from '../../../templates/docx/index.ts';
import { strongFace } from '../../design/index.ts';
import { byLink, type Change, LINE_BREAK, type Run } from '../../document/index.ts';
import type { Faces, SetFigure } from '../../typeset/index.ts';
import type { CommentEdge, WordParagraph } from './blocks.ts';
import { byFamily, type FamilyText } from './fallback-families.ts';
import { xmlText } from './xml.ts';

/** The author of the tracked changes, and their date and time (ISO 8601). */
interface Reviser {
  author: string;
  /** ISO 8601. */
  date?: string;
}

/** A bookmark that is the target of a link, and the page of the bookmark. */
export interface Link {
  bookmark: string;
  page: number;
}

/** Markup around the text of a paragraph. */
export interface Around {
  /**
   * Paragraph properties in addition to the style: the frame on the page, and the properties of the section that ends
   * with the paragraph.
   */
  frame?: string | undefined;
  /** If the paragraph is an item of a list within a text, this list. */
  list?: { key: number; level: number } | undefined;
  section?: string;
  /** Whether the paragraph stays on the same page as the next one, even if its style does not require this. */
  keepNext?: boolean | undefined;
  /** Space above the paragraph in points, which replaces that of the style. */
  above?: number | undefined;
  /** Text with a hanging indent before the paragraph. */
  number?: readonly Run[] | undefined;
  before?: string | undefined;
  after?: string | undefined;
}

export interface RowOptions {
  /** Whether the row is repeated at the top of every page. */
  header?: true;
  /** Whether the row may be split across pages. */
  split?: boolean;
  /** Names of the bookmarks around the content of a cell. */
  bookmarks?: (column: number) => readonly string[];
  revision: Change | undefined;
}

const NO_NAMES: readonly string[] = [];
const EMPTY_PARAGRAPH: WordParagraph = { runs: [] };

/** The data about the file and its package that a writer needs. */
interface WriterTools {
  /** Paragraph styles of the file. */
  styles: Readonly<Record<string, ParagraphStyle>>;
  /** Faces of the styles; set only if these faces lack some characters of the document. */
  faces: Faces | undefined;
  /** Author of tracked changes; without an author, changes are shown only by formatting. */
  reviser: Reviser | undefined;
  /** Numbering id of the first list within a text. */
  firstList: number;
  /** Converts a picture to a run. */
  drawingOf: (picture: SetFigure) => string;
  /** Style of a theme's event numbers, by the theme's accent colour. */
  numberStyle: (accent: number) => CharacterStyle;
}

/** Writes paragraphs and rows as WordprocessingML. Each bookmark and each revision gets its own id. */
export class WordWriter {
  readonly #tools: WriterTools;
  /** Number of bookmark and revision ids that have been assigned. */
  #numbers = 0;

  constructor(tools: WriterTools) {
    this.#tools = tools;
  }

  paragraph(style: string, { runs, revision, comments, picture }: WordParagraph, around?: Around): string {
    const words = comments === undefined ? this.#runs(runs, style) : this.#commented(runs, comments, style);
    const number = around?.number === undefined ? '' : this.#number(around.number, revision, style);
    const drawing = picture === undefined ? '' : this.#picture(picture);
    return this.#paragraph(style, number + drawing + words, revision, around);
  }

  /** The text with the hanging indent, and the tab after it. */
  #number(runs: readonly Run[], revision: Change | undefined, style: string): string {
    const quiet = runs.map((run): Run => ({ ...run, quiet: true }));
    return this.#runs(quiet, style) + this.#tracked(revision, '<w:r><w:tab/></w:r>');
  }

  /**
   * A paragraph that links to a bookmark, with the page number after a tab. The page number is a separate link: inside
   * the first link, LibreOffice would export the number without a link tag.
   */
  entry(style: string, { runs, revision }: WordParagraph, { bookmark, page }: Link, around?: Around): string {
    const number = this.#tracked(revision, pageReference(bookmark, page, revision === 'deleted'));
    const link = `<w:hyperlink w:anchor="${bookmark}" w:history="1">${this.#runs(runs, style)}</w:hyperlink>`;
    return this.#paragraph(style, link + number, revision, around);
  }

  /** The start and end tags of a bookmark. */
  bookmark(name: string): { start: string; end: string } {
    const id = this.#numbers++;
    return {
      start: `<w:bookmarkStart w:id="${id}" w:name="${name}"/>`,
      end: `<w:bookmarkEnd w:id="${id}"/>`,
    };
  }

  /** @param widths widths of the cells, in twips */
  row(
    cells: readonly WordCell<WordParagraph>[],
    widths: readonly number[],
    { header, split, bookmarks, revision }: RowOptions,
  ): string {
    const properties =
      (split ? '' : '<w:cantSplit/>') +
      (header ? '<w:tblHeader/>' : '') +
      (revision === undefined ? '' : this.#change(revision));
    let content = '';
    let column = 0;
    for (const cell of cells) {
      const names = bookmarks === undefined ? NO_NAMES : bookmarks(column);
      content += `<w:tc><w:tcPr><w:tcW w:w="${widths[column]}" w:type="dxa"/>${cellLook(cell)}</w:tcPr>${this.#cell(cell, names)}</w:tc>`;
      column++;
    }
    return `<w:tr>${properties === '' ? '' : `<w:trPr>${properties}</w:trPr>`}${content}</w:tr>`;
  }

  /**
   * The paragraphs of a cell. There is at least one paragraph, because Word reports a file with a cell without
   * paragraphs as damaged.
   *
   * @param names names of the bookmarks around the paragraphs
   */
  #cell({ style, paragraphs }: WordCell<WordParagraph>, names: readonly string[]): string {
    let [before, after] = ['', ''];
    for (const name of names) {
      const { start, end } = this.bookmark(name);
      before += start;
      after += end;
    }
    const last = Math.max(0, paragraphs.length - 1);
    let content = '';
    for (let index = 0; index <= last; index++)
      content += this.paragraph(style, paragraphs[index] ?? EMPTY_PARAGRAPH, {
        before: index === 0 ? before : '',
        after: index === last ? after : '',
      });
    return content;
  }

  #paragraph(
    style: string,
    content: string,
    revision: Change | undefined,
    { frame = '', list, keepNext, above, section = '', before = '', after = '' }: Around = {},
  ): string {
    const numbering =
      list === undefined
        ? ''
        : `<w:numPr><w:ilvl w:val="${list.level}"/><w:numId w:val="${this.#tools.firstList + list.key}"/></w:numPr>`;
    const mark = revision === undefined ? '' : `<w:rPr>${this.#change(revision)}</w:rPr>`;
    const space = above === undefined ? '' : `<w:spacing w:before="${twips(above)}"/>`;
    return `<w:p><w:pPr><w:pStyle w:val="${style}"/>${keepNext ? '<w:keepNext/>' : ''}${frame}${numbering}${space}${mark}${section}</w:pPr>${before}${content}${after}</w:p>`;
  }

  /** Runs with the start and end marks of comments between them; a run that contains such a mark is split. */
  #commented(runs: readonly Run[], comments: readonly CommentEdge[], style: string): string {
    const edges = [...comments].sort((a, b) => a.at - b.at);
    let xml = '';
    let next = 0;
    let begin = 0;
    for (const run of runs) {
      const end = begin + run.text.length;
      let from = begin;
      for (let edge = edges[next]; edge !== undefined && edge.at < end; edge = edges[++next]) {
        if (edge.at > from)
          xml += this.#runs([{ ...run, text: run.text.slice(from - begin, edge.at - begin) }], style);
        from = Math.max(from, edge.at);
        xml += edgeXml(edge);
      }
      if (from < end || run.text === '')
        xml += this.#runs([{ ...run, text: run.text.slice(from - begin) }], style);
      begin = end;
    }
    return xml + edges.slice(next).map(edgeXml).join('');
  }

  #runs(runs: readonly Run[], style: string): string {
    const isDeleted = ({ change }: Run): boolean => this.#tools.reviser !== undefined && change === 'deleted';
    return byLink(runs)
      .map((ofLink) => {
        const words = ofLink.map((run) => {
          const revision = this.#tools.reviser === undefined ? undefined : run.change;
          return this.#tracked(revision, this.#words(run, style, isDeleted(run) ? 'w:delText' : 'w:t'));
        });
        const link = ofLink.some(isDeleted) ? undefined : ofLink[0]?.link;
        return link === undefined ? words.join('') : linkField(link, words.join(''));
      })
      .join('');
  }

  /** A run, or several runs if some characters are in other font families. */
  #words(run: Run, style: string, element: string): string {
    if (run.text === LINE_BREAK) return '<w:r><w:br/></w:r>';
    const { faces, styles } = this.#tools;
    const face = styles[style]?.text.face;
    return byFamily(run.text, face && faces?.[run.strong ? strongFace(face) : face])
      .map((stretch) => this.#stretch(run, style, element, stretch))
      .join('');
  }

  #stretch(run: Run, style: string, element: string, { text, ...look }: FamilyText): string {
    return `<w:r>${this.#look(run, style, look)}<${element} xml:space="preserve">${xmlText(text)}</${element}></w:r>`;
  }

  #look(run: Run, paragraph: string, { family, rightToLeft }: Omit<FamilyText, 'text'>): string {
    const { lang, change, strong } = run;
    const isTracked = this.#tools.reviser !== undefined;
    const style =
      change === undefined || isTracked
        ? this.#styleOf(run, strong === true && !this.#isBold(paragraph))
        : CHANGE_STYLE[change];
    if (style === undefined && lang === undefined && family === undefined && !rightToLeft) return '';
    const named = style === undefined ? '' : `<w:rStyle w:val="${style}"/>`;
    const spoken = lang === undefined ? '' : `<w:lang w:val="${LANGUAGES[lang].tag}"/>`;
    const fonts = family === undefined ? '' : fontsXml(xmlText(family));
    return `<w:rPr>${named}${fonts}${rightToLeft ? '<w:rtl/>' : ''}${spoken}</w:rPr>`;
  }

  #isBold(style: string): boolean {
    const text = this.#tools.styles[style]?.text;
    return text !== undefined && isBold(text);
  }

  #styleOf(run: Run, strong: boolean): CharacterStyle | undefined {
    return run.accent === undefined ? characterStyle(run, strong) : this.#tools.numberStyle(run.accent);
  }

  #picture(picture: SetFigure): string {
    const { change } = picture.figure.alt ?? {};
    return this.#tracked(
      this.#tools.reviser === undefined ? undefined : change,
      this.#tools.drawingOf(picture),
    );
  }

  /** Marks runs as inserted or deleted. */
  #tracked(revision: Change | undefined, runs: string): string {
    if (revision === undefined) return runs;
    const element = ELEMENT[revision];
    return `<${element} ${this.#stamp()}>${runs}</${element}>`;
  }

  /** The revision of a row or a paragraph mark. */
  #change(revision: Change): string {
    return `<${ELEMENT[revision]} ${this.#stamp()}/>`;
  }

  #stamp(): string {
    if (this.#tools.reviser === undefined) throw new Error('a revision by nobody');
    const { author, date } = this.#tools.reviser;
    const when = date === undefined ? '' : ` w:date="${xmlText(date)}"`;
    return `w:id="${this.#numbers++}" w:author="${xmlText(author)}"${when}`;
  }
}

/** Borders and background of a cell, in the order that the schema of Word requires. */
function cellLook({ borders, fill }: WordCell<unknown>): string {
  if (borders === undefined && fill === undefined) return '';
  const rules = (['top', 'left', 'bottom'] as const)
    .map((side) => (borders?.[side] === undefined ? '' : borderXml(side, borders[side])))
    .join('');
  return [
    rules === '' ? '' : `<w:tcBorders>${rules}</w:tcBorders>`,
    fill === undefined ? '' : `<w:shd w:val="clear" w:color="auto" w:fill="${hex(fill)}"/>`,
  ].join('');
}

const ELEMENT = { inserted: 'w:ins', deleted: 'w:del' } as const;

const CHANGE_STYLE = { inserted: 'Inserted', deleted: 'Deleted' } as const satisfies Record<
  Change,
  CharacterStyle
>;

/** @param strong whether the run is bold and its paragraph is not; if both were bold, Word would turn bold off */
function characterStyle({ quiet, emphasis }: Run, strong: boolean): CharacterStyle | undefined {
  if (emphasis) return strong ? 'StrongEmphasis' : 'Emphasis';
  return strong ? 'Strong' : quiet ? 'Quiet' : undefined;
}

/** The start of a comment, or its end with the reference to its text. */
function edgeXml({ id, kind }: CommentEdge): string {
  if (kind === 'start') return `<w:commentRangeStart w:id="${id}"/>`;
  return `<w:commentRangeEnd w:id="${id}"/><w:r><w:rPr><w:rStyle w:val="CommentReference"/></w:rPr><w:commentReference w:id="${id}"/></w:r>`;
}

/**
 * Text that links to a URI. The link is a field, which needs no relationship in the package. Nothing is escaped,
 * because a URI contains no quotation marks.
 */
function linkField(uri: string, words: string): string {
  return `<w:fldSimple w:instr="${xmlText(` HYPERLINK "${uri}" `)}">${words}</w:fldSimple>`;
}

/** A tab and the page of a bookmark, as a filled field. */
function pageReference(bookmark: string, page: number, deleted: boolean): string {
  const instruction = deleted ? 'w:delInstrText' : 'w:instrText';
  const text = deleted ? 'w:delText' : 'w:t';
  return `<w:r><w:tab/></w:r><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><${instruction} xml:space="preserve"> PAGEREF ${bookmark} \\h </${instruction}></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><${text}>${page}</${text}></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>`;
}
