import { LANGUAGES } from '../../../languages/index.ts';
import {
  borderXml,
  type CharacterStyle,
  fontsXml,
  hex,
  isBold,
  type ParagraphStyle,
  type WordCell,
} from '../../../templates/docx/index.ts';
import { type FaceName, strongFace } from '../../design/index.ts';
import { byLink, type Change, LINE_BREAK, type Run } from '../../document/index.ts';
import type { Faces, SetFigure } from '../../typeset/index.ts';
import type { CommentEdge, WordParagraph } from './blocks.ts';
import { byFamily, type FamilyText } from './borrowed.ts';
import { xmlText } from './xml.ts';

/** Who made the tracked changes, and when (date and time, ISO 8601). */
export interface Reviser {
  author: string;
  /** ISO 8601. */
  date?: string;
}

/** A bookmark that words lead to, and the page that it is on. */
export interface Link {
  bookmark: string;
  page: number;
}

/** Markup around the words of a paragraph. */
export interface Around {
  /** Properties of the paragraph beside its style: its place on the page, and those of the section that ends here. */
  frame?: string;
  /** The list of a text that it is an item of. */
  list?: { key: number; level: number } | undefined;
  section?: string;
  /** Words that hang before it. */
  number?: readonly Run[] | undefined;
  before?: string | undefined;
  after?: string | undefined;
}

export interface RowOptions {
  /** Repeated at the top of every page. */
  header?: true;
  /** May be cut by the end of a page. */
  split?: boolean;
  /** Names of the bookmarks around the words of a cell. */
  bookmarks?: (column: number) => readonly string[];
  revision: Change | undefined;
}

const NO_NAMES: readonly string[] = [];
const NO_WORDS: WordParagraph = { runs: [] };

/** Writes paragraphs and rows as WordprocessingML; every bookmark and revision gets a number of its own. */
export class WordWriter {
  readonly reviser: Reviser | undefined;
  /** Styles whose text is bold. */
  readonly #bold = new Set<string>();
  /** Face of each style. */
  readonly #faceOf = new Map<string, FaceName>();
  readonly #faces: Faces | undefined;
  readonly #firstList: number;
  readonly #drawingOf: (picture: SetFigure) => string;
  /** Numbers of bookmarks and revisions that are given. */
  numbers = 0;

  /**
   * @param styles those of the file's paragraphs
   * @param faces in which they are, where these lack some of their characters
   * @param reviser who the changes are by, where they are tracked; else they are a look
   * @param firstList id of the numbering of the first list of a text
   * @param drawingOf a picture as a run
   */
  constructor(
    styles: Readonly<Record<string, ParagraphStyle>>,
    faces: Faces | undefined,
    {
      reviser,
      firstList = 1,
      drawingOf = () => '',
    }: { reviser?: Reviser; firstList?: number; drawingOf?: (picture: SetFigure) => string } = {},
  ) {
    this.#drawingOf = drawingOf;
    this.#firstList = firstList;
    for (const [id, { text }] of Object.entries(styles)) {
      if (isBold(text)) this.#bold.add(id);
      this.#faceOf.set(id, text.face);
    }
    this.#faces = faces;
    this.reviser = reviser;
  }

  paragraph(style: string, { runs, revision, comments, picture }: WordParagraph, around?: Around): string {
    const words = comments === undefined ? this.#runs(runs, style) : this.#commented(runs, comments, style);
    const number = around?.number === undefined ? '' : this.#number(around.number, revision, style);
    const drawing = picture === undefined ? '' : this.#picture(picture);
    return this.#paragraph(style, number + drawing + words, revision, around);
  }

  /** Words and the tab behind them. */
  #number(runs: readonly Run[], revision: Change | undefined, style: string): string {
    const quiet = runs.map((run): Run => ({ ...run, quiet: true }));
    return this.#runs(quiet, style) + this.#tracked(revision, '<w:r><w:tab/></w:r>');
  }

  /**
   * A paragraph whose words lead to a bookmark, with the number of its page behind a tab. The number leads there by itself: inside
   * the link LibreOffice would export it as a link that is not tagged as one.
   */
  entry(style: string, { runs, revision }: WordParagraph, { bookmark, page }: Link, around?: Around): string {
    const number = this.#tracked(revision, pageReference(bookmark, page, revision === 'deleted'));
    const link = `<w:hyperlink w:anchor="${bookmark}" w:history="1">${this.#runs(runs, style)}</w:hyperlink>`;
    return this.#paragraph(style, link + number, revision, around);
  }

  /** The two ends of a bookmark. */
  bookmark(name: string): { start: string; end: string } {
    const id = this.numbers++;
    return {
      start: `<w:bookmarkStart w:id="${id}" w:name="${name}"/>`,
      end: `<w:bookmarkEnd w:id="${id}"/>`,
    };
  }

  /** @param widths of the cells, twips */
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
   * The paragraphs of a cell: one at least, or Word calls the file damaged.
   *
   * @param names of the bookmarks around them
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
      content += this.paragraph(style, paragraphs[index] ?? NO_WORDS, {
        before: index === 0 ? before : '',
        after: index === last ? after : '',
      });
    return content;
  }

  #paragraph(
    style: string,
    content: string,
    revision: Change | undefined,
    { frame = '', list, section = '', before = '', after = '' }: Around = {},
  ): string {
    const numbering =
      list === undefined
        ? ''
        : `<w:numPr><w:ilvl w:val="${list.level}"/><w:numId w:val="${this.#firstList + list.key}"/></w:numPr>`;
    const mark = revision === undefined ? '' : `<w:rPr>${this.#change(revision)}</w:rPr>`;
    return `<w:p><w:pPr><w:pStyle w:val="${style}"/>${frame}${numbering}${mark}${section}</w:pPr>${before}${content}${after}</w:p>`;
  }

  /** Runs with the edges of comments between them, cut where these stand inside a run. */
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
    const isDeleted = ({ change }: Run): boolean => this.reviser !== undefined && change === 'deleted';
    return byLink(runs)
      .map((own) => {
        const words = own.map((run) => {
          const revision = this.reviser === undefined ? undefined : run.change;
          return this.#tracked(revision, this.#words(run, style, isDeleted(run) ? 'w:delText' : 'w:t'));
        });
        const link = own.some(isDeleted) ? undefined : own[0]?.link;
        return link === undefined ? words.join('') : linkField(link, words.join(''));
      })
      .join('');
  }

  /** A run, or several where characters are of other families. */
  #words(run: Run, style: string, element: string): string {
    if (run.text === LINE_BREAK) return '<w:r><w:br/></w:r>';
    const face = this.#faces === undefined ? undefined : this.#faceOf.get(style);
    return byFamily(run.text, face && this.#faces?.[run.strong ? strongFace(face) : face])
      .map((stretch) => this.#stretch(run, style, element, stretch))
      .join('');
  }

  #stretch(run: Run, style: string, element: string, { text, ...look }: FamilyText): string {
    return `<w:r>${this.#look(run, style, look)}<${element} xml:space="preserve">${xmlText(text)}</${element}></w:r>`;
  }

  #look(run: Run, paragraph: string, { family, rightToLeft }: Omit<FamilyText, 'text'>): string {
    const { lang, change, strong } = run;
    const isTracked = this.reviser !== undefined;
    const style =
      change === undefined || isTracked
        ? characterStyle(run, strong === true && !this.#bold.has(paragraph))
        : CHANGE_STYLE[change];
    if (style === undefined && lang === undefined && family === undefined && !rightToLeft) return '';
    const named = style === undefined ? '' : `<w:rStyle w:val="${style}"/>`;
    const spoken = lang === undefined ? '' : `<w:lang w:val="${LANGUAGES[lang].tag}"/>`;
    const fonts = family === undefined ? '' : fontsXml(xmlText(family));
    return `<w:rPr>${named}${fonts}${rightToLeft ? '<w:rtl/>' : ''}${spoken}</w:rPr>`;
  }

  #picture(picture: SetFigure): string {
    const { change } = picture.figure.alt ?? {};
    return this.#tracked(this.reviser === undefined ? undefined : change, this.#drawingOf(picture));
  }

  /** Runs as inserted or deleted. */
  #tracked(revision: Change | undefined, runs: string): string {
    if (revision === undefined) return runs;
    const element = ELEMENT[revision];
    return `<${element} ${this.#stamp()}>${runs}</${element}>`;
  }

  /** The revision of a row or of the end of a paragraph. */
  #change(revision: Change): string {
    return `<${ELEMENT[revision]} ${this.#stamp()}/>`;
  }

  #stamp(): string {
    if (this.reviser === undefined) throw new Error('a revision by nobody');
    const { author, date } = this.reviser;
    const when = date === undefined ? '' : ` w:date="${xmlText(date)}"`;
    return `w:id="${this.numbers++}" w:author="${xmlText(author)}"${when}`;
  }
}

/** Borders and ground of a cell, in the order that the schema of Word asks for. */
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

/** @param strong whether it is strong in a paragraph that is not: bold twice is not bold in Word */
function characterStyle({ quiet, emphasis }: Run, strong: boolean): CharacterStyle | undefined {
  if (emphasis) return strong ? 'StrongEmphasis' : 'Emphasis';
  return strong ? 'Strong' : quiet ? 'Quiet' : undefined;
}

/** The beginning of a comment, or its end with the sign that leads to its words. */
function edgeXml({ id, kind }: CommentEdge): string {
  if (kind === 'start') return `<w:commentRangeStart w:id="${id}"/>`;
  return `<w:commentRangeEnd w:id="${id}"/><w:r><w:rPr><w:rStyle w:val="CommentReference"/></w:rPr><w:commentReference w:id="${id}"/></w:r>`;
}

/** Words that lead to a URI, as a field: it needs no relation to another part of the file. A URI has no quotation mark. */
function linkField(uri: string, words: string): string {
  return `<w:fldSimple w:instr="${xmlText(` HYPERLINK "${uri}" `)}">${words}</w:fldSimple>`;
}

/** A tab and the page of a bookmark as a field that is already filled. */
function pageReference(bookmark: string, page: number, deleted: boolean): string {
  const instruction = deleted ? 'w:delInstrText' : 'w:instrText';
  const text = deleted ? 'w:delText' : 'w:t';
  return `<w:r><w:tab/></w:r><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><${instruction} xml:space="preserve"> PAGEREF ${bookmark} \\h </${instruction}></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><${text}>${page}</${text}></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>`;
}
