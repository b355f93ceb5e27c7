import { UserError } from '../../errors.ts';
import type { Message } from '../../messages.ts';
import { LIMITS, ownProperty } from '../../model/index.ts';
import { messageOf } from '../file-messages.ts';
import { type Attributes, isOn, LOOKS, type Look, type XmlReader } from '../office/index.ts';
import type { Inserted } from './inserted-files.ts';
import type { Piece, Stamp, WordBlock, WordCell, WordParagraph, WordRow } from './model.ts';
import type { StyleLooks } from './styles.ts';
import { isSymbolFont, PRIVATE_USE, unicodeOf } from './symbols.ts';

/** Elements that record the formatting before a tracked formatting change, and whose content is therefore skipped. */
const PASSED_OVER: ReadonlySet<string> = new Set(
  'rPrChange pPrChange tblPrChange trPrChange tcPrChange sectPrChange tblGridChange numberingChange'.split(
    ' ',
  ),
);
const INSERTS: ReadonlySet<string> = new Set(['ins', 'moveTo']);
const DELETES: ReadonlySet<string> = new Set(['del', 'moveFrom']);
const PICTURES: ReadonlySet<string> = new Set(['pic', 'object']);
/** The field code of a link, which contains its address. */
const LINK_FIELD = /^\s*HYPERLINK\s+(?:"([^"]+)"|([^\s"\\]\S*))/i;
/**
 * Types of fields that can display text for which the file stores no result. Fields without a stored result are
 * reported, because only a word processor can compute their text.
 */
const SHOWN_FIELDS: ReadonlySet<string> = new Set(
  'FORMDROPDOWN MACROBUTTON GOTOBUTTON SYMBOL EQ QUOTE IF FILLIN ='.split(' '),
);
const addressIn = (words: string): string | undefined => {
  const [, quoted, plain] = LINK_FIELD.exec(words) ?? [];
  return quoted ?? plain;
};
/** Elements that represent one character. */
const SIGNS: Readonly<Record<string, string>> = {
  tab: '\t',
  br: '\n',
  cr: '\n',
  noBreakHyphen: '\u2011',
  softHyphen: '\u00ad',
  ptab: '\t',
};
/**
 * Elements that insert a different part of the file, each with the attribute that contains the relation id of that
 * part.
 */
const INSERTED: Readonly<Record<string, string>> = {
  altChunk: 'id',
  subDoc: 'id',
  relIds: 'dm',
  chart: 'id',
  OLEObject: 'id',
  control: 'id',
};
const NOT_IN_FILE: Inserted = { words: '…', where: messageOf('word-inserted-file-missing') };

type WordLook = Look | 'hidden';
/** Elements of run properties that specify formatting. */
const WORD_LOOKS: ReadonlyMap<string, WordLook> = new Map([...LOOKS, ['vanish', 'hidden']]);

type Revision = { kind: 'inserted' | 'deleted'; stamp: Stamp };

interface OpenTable {
  rows: WordRow[];
  row?: WordRow;
  cell?: WordCell & { span: number; revisions: number };
  column: number;
}

/** A field that has not ended yet. The result of a field is text of the document, but its code is not. */
interface OpenField {
  part: 'instruction' | 'result';
  words: string;
  /** Text within the field code, such as the results of nested fields. */
  shown: string;
  hasResult: boolean;
}

/** Data from other parts of the file to which the current part refers. */
export interface Surroundings {
  /** The formatting of styles, by style id. */
  styles: ReadonlyMap<string, StyleLooks>;
  /** The addresses of links, by relation id. */
  addresses: ReadonlyMap<string, string>;
  /** The text of inserted files and drawings, by relation id. */
  inserted: ReadonlyMap<string, Inserted>;
}

type OnNote = (id: string, stamp: Stamp, paragraphs: WordParagraph[]) => void;

/**
 * Reads the paragraphs and tables of a part of a Word file, including tracked changes. A nested table is read as part
 * of the text of the cell that contains it.
 */
export class BodyReader implements XmlReader {
  readonly blocks: WordBlock[] = [];
  /** Text that is neither in the main text nor in tables, such as text boxes. */
  readonly asides: WordParagraph[] = [];
  readonly #file: string;
  readonly #around: Surroundings;
  readonly #onNote: OnNote | undefined;
  readonly #open: string[] = [];
  readonly #tables: OpenTable[] = [];
  readonly #paragraphs: WordParagraph[] = [];
  readonly #revisions: Revision[] = [];
  /** Nesting depth within a skipped element: 1 for the skipped element itself, 0 outside skipped elements. */
  #skipped = 0;
  #characters = 0;
  #run: { looks: Pick<Piece, WordLook>; revision: Revision[]; font?: string } | undefined;
  /** Open fields, innermost last. */
  readonly #fields: OpenField[] = [];
  /** Addresses of open links, innermost last. */
  readonly #links: (string | undefined)[] = [];
  #note: { id: string; stamp: Stamp; paragraphs: WordParagraph[] } | undefined;
  /** Number of text boxes that contain the current position. */
  #textBoxes = 0;
  /** Bookmarks between paragraphs, which are added to the next paragraph. */
  #waiting: string[] = [];

  constructor(file: string, around: Surroundings, onNote?: OnNote) {
    this.#file = file;
    this.#around = around;
    this.#onNote = onNote;
  }

  open(name: string, attributes: Attributes): void {
    const parent = this.#open.at(-1) ?? '';
    this.#open.push(name);
    if (this.#skipped > 0 || PASSED_OVER.has(name)) {
      this.#skipped++;
      return;
    }
    if (INSERTS.has(name) || DELETES.has(name)) {
      this.#revision(name, parent, attributes);
      return;
    }
    if (PICTURES.has(name)) {
      const paragraph = this.#paragraphs.at(-1);
      if (paragraph !== undefined) paragraph.pictures++;
      return;
    }
    const relation = ownProperty(INSERTED, name);
    if (relation !== undefined) {
      const { words, where } = this.#around.inserted.get(attributes[relation] ?? '') ?? NOT_IN_FILE;
      this.aside(words, where);
      return;
    }
    const sign = parent === 'r' ? ownProperty(SIGNS, name) : undefined;
    const look = parent === 'rPr' ? WORD_LOOKS.get(name) : undefined;
    if (sign !== undefined) this.#add(sign);
    else if (look !== undefined) this.#set(look, isOn(attributes.val));
    else ownProperty(this.#openers, name)?.(attributes, parent);
  }

  /** Handlers of opening tags, keyed by element name. */
  readonly #openers: Readonly<Record<string, (attributes: Attributes, parent: string) => void>> = {
    p: () => this.#openParagraph(),
    r: () => {
      this.#run = { looks: {}, revision: [] };
    },
    rStyle: ({ val = '' }) => {
      const { strong, emphasis, font } = this.#around.styles.get(val) ?? {};
      this.#set('strong', strong);
      this.#set('emphasis', emphasis);
      if (font !== undefined && this.#run !== undefined) this.#run.font = font;
    },
    rFonts: ({ ascii, hAnsi }, parent) => {
      const font = ascii ?? hAnsi;
      if (parent === 'rPr' && this.#run !== undefined && font !== undefined) this.#run.font = font;
    },
    pStyle: ({ val }) => {
      const paragraph = this.#paragraphs.at(-1);
      if (paragraph !== undefined && val !== undefined) paragraph.style = val;
    },
    hyperlink: ({ id = '' }) => {
      const address = this.#around.addresses.get(id);
      // A link to a position within the document has no address.
      this.#links.push(address?.startsWith('#') ? undefined : address);
    },
    fldSimple: ({ instr = '' }) => {
      this.#links.push(addressIn(instr));
    },
    fldChar: ({ fldCharType }) => this.#field(fldCharType),
    sym: ({ char, font }) => this.#add(this.#unicode(characterOf(char), font)),
    textpath: ({ string = '' }) => this.aside(string, messageOf('word-drawn-text')),
    cellDel: (attributes) => this.#reviseCell('deleted', attributes),
    cellIns: (attributes) => this.#reviseCell('inserted', attributes),
    bookmarkStart: ({ name = '' }) => this.#bookmark(name),
    commentRangeStart: ({ id }) => this.#mark('comments', id),
    commentReference: ({ id }) => this.#mark('comments', id),
    footnoteReference: ({ id = '' }) => this.#mark('notes', `footnote ${id}`),
    endnoteReference: ({ id = '' }) => this.#mark('notes', `endnote ${id}`),
    tbl: () => {
      this.#tables.push({ rows: [], column: 0 });
    },
    tr: () => this.#openRow(),
    tc: () => this.#openCell(),
    gridSpan: ({ val }) => {
      const cell = this.#tables.at(-1)?.cell;
      if (cell !== undefined) cell.span = Math.min(LIMITS.columns, Number(val) || 1);
    },
    txbxContent: () => {
      this.#textBoxes++;
    },
    comment: (attributes) => this.#openNote('comment', attributes),
    footnote: (attributes) => this.#openNote('footnote', attributes),
    endnote: (attributes) => this.#openNote('endnote', attributes),
  };

  close(name: string): void {
    this.#open.pop();
    if (this.#skipped > 0) {
      this.#skipped--;
      return;
    }
    const parent = this.#open.at(-1);
    if ((INSERTS.has(name) || DELETES.has(name)) && isWrapper(parent)) this.#revisions.pop();
    else if (name === 'p') this.#closeParagraph();
    else if (name === 'r') this.#run = undefined;
    else if (name === 'hyperlink' || name === 'fldSimple') this.#links.pop();
    else if (name === 'tc') this.#closeCell();
    else if (name === 'tbl') this.#closeTable();
    else if (name === 'txbxContent') this.#textBoxes--;
    else if (name === 'comment' || name === 'footnote' || name === 'endnote') this.#closeNote();
  }

  text(words: string): void {
    if (this.#skipped > 0) return;
    const name = this.#open.at(-1);
    if (name === 't' || name === 'delText') this.#add(this.#unicode(words, this.#font()));
    const field = this.#fields.at(-1);
    if (name === 'instrText' && field?.part === 'instruction') field.words += words;
  }

  /** The font of the current text, if the run or its paragraph style names one. */
  #font(): string | undefined {
    return this.#run?.font ?? this.#around.styles.get(this.#paragraphs.at(-1)?.style ?? '')?.font;
  }

  /** Sets or clears a formatting property of the run; undefined leaves it unchanged. */
  #set(look: WordLook, isSet: boolean | undefined): void {
    if (isSet === true && this.#run !== undefined) this.#run.looks[look] = true;
    else if (isSet === false) delete this.#run?.looks[look];
  }

  #field(type: string | undefined): void {
    const open = this.#fields.at(-1);
    if (type === 'begin') this.#fields.push({ part: 'instruction', words: '', shown: '', hasResult: false });
    else if (type === 'separate' && open !== undefined) open.part = 'result';
    else if (type === 'end') this.#closeField(this.#fields.pop());
  }

  /** Reports the code of a field that can display text but has no stored result. */
  #closeField(field: OpenField | undefined): void {
    if (field === undefined || field.hasResult) return;
    const code = field.words.trim();
    const isShown = SHOWN_FIELDS.has(code.split(/\s/, 1)[0]?.toUpperCase() ?? '');
    for (const words of [isShown ? code : '', field.shown]) this.aside(words, messageOf('word-field-code'));
  }

  /** Closes fields that are still open when the part ends. */
  end(): void {
    for (const field of this.#fields.splice(0).reverse()) this.#closeField(field);
  }

  /** Converts text in a symbol font to Unicode, and reports unknown symbols. */
  #unicode(words: string, font: string | undefined): string {
    if (!isSymbolFont(font) && words.search(PRIVATE_USE) < 0) return words;
    return [...words]
      .map((character) => {
        const known = unicodeOf(character, font);
        if (known !== undefined) return known;
        const code = character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0');
        const where =
          font === undefined
            ? messageOf('word-character-unknown', { code })
            : messageOf('word-character-of-font-unknown', { code, font });
        this.aside(UNKNOWN, where);
        return UNKNOWN;
      })
      .join('');
  }

  /** Adds text that is not part of the main text, without its blank lines. */
  aside(words: string, where: Message): void {
    for (const text of words.split('\n'))
      if (text.trim() !== '') this.#place({ ...emptyParagraph(), pieces: [{ text }], aside: where });
  }

  /** The address of the current link. */
  #link(): string | undefined {
    const inField = this.#fields.flatMap(({ words }) => addressIn(words) ?? []);
    return inField.at(-1) ?? this.#links.findLast((address) => address !== undefined);
  }

  #revision(name: string, parent: string, attributes: Attributes): void {
    const revision: Revision = {
      kind: INSERTS.has(name) ? 'inserted' : 'deleted',
      stamp: stampOf(attributes),
    };
    if (parent === 'rPr') {
      const isMark = this.#open.at(-3) === 'pPr';
      const paragraph = this.#paragraphs.at(-1);
      if (isMark && paragraph !== undefined) paragraph[revision.kind] = revision.stamp;
      else this.#run?.revision.push(revision);
    } else if (parent === 'trPr') {
      const row = this.#tables.at(-1)?.row;
      if (row !== undefined) row[revision.kind] = revision.stamp;
    } else if (isWrapper(parent)) this.#revisions.push(revision);
  }

  #add(text: string): void {
    const instruction = this.#fields.find(({ part }) => part === 'instruction');
    if (text === '') return;
    if (instruction !== undefined) {
      instruction.shown += text;
      return;
    }
    for (const field of this.#fields) field.hasResult = true;
    const paragraph = this.#paragraphs.at(-1);
    if (paragraph === undefined) {
      // Word processors never write text outside paragraphs. If a file contains such text nevertheless, it must not be
      // lost.
      if (text.trim() !== '') this.#place({ ...emptyParagraph(), pieces: [{ text }] });
      return;
    }
    this.#characters += text.length;
    if (this.#characters > LIMITS.characters)
      throw this.#refused(messageOf('word-too-long', { most: LIMITS.characters }));
    const link = this.#link();
    const piece: Piece = { text, ...this.#run?.looks, ...(link === undefined ? {} : { link }) };
    for (const { kind, stamp } of [...this.#revisions, ...(this.#run?.revision ?? [])]) piece[kind] = stamp;
    const last = paragraph.pieces.at(-1);
    if (last !== undefined && isAlike(last, piece)) last.text += text;
    else paragraph.pieces.push(piece);
  }

  #refused(message: Message): UserError {
    return new UserError(message, { file: this.#file });
  }

  #openParagraph(): void {
    this.#paragraphs.push({ ...emptyParagraph(), bookmarks: this.#waiting });
    this.#waiting = [];
  }

  #closeParagraph(): void {
    const paragraph = this.#paragraphs.pop();
    if (paragraph !== undefined) this.#place(paragraph);
    // A run that contains a text box ends with the last paragraph of the text box.
    this.#run = undefined;
  }

  /** Adds a paragraph to whatever contains it: a note, a text box, a cell or the body. */
  #place(paragraph: WordParagraph): void {
    const cell = this.#tables[0]?.cell;
    if (this.#note !== undefined) this.#note.paragraphs.push(paragraph);
    else if (paragraph.aside !== undefined) (cell?.asides ?? this.asides).push(paragraph);
    else if (this.#textBoxes > 0) this.#place({ ...paragraph, aside: messageOf('word-text-box') });
    else if (cell !== undefined) cell.paragraphs.push(paragraph);
    else this.blocks.push({ kind: 'paragraph', paragraph });
  }

  #bookmark(name: string): void {
    const paragraph = this.#paragraphs.at(-1);
    if (paragraph === undefined) this.#waiting.push(name);
    else paragraph.bookmarks.push(name);
  }

  #mark(kind: 'comments' | 'notes', id: string | undefined): void {
    const ids = this.#paragraphs.at(-1)?.[kind];
    if (id !== undefined && ids !== undefined && !ids.includes(id)) ids.push(id);
  }

  #openRow(): void {
    const table = this.#tables.at(-1);
    if (table === undefined) return;
    table.row = { cells: [] };
    table.column = 0;
    table.rows.push(table.row);
    if (table.rows.length > LIMITS.rows)
      throw this.#refused(messageOf('word-table-too-long', { most: LIMITS.rows }));
  }

  #openCell(): void {
    const table = this.#tables.at(-1);
    if (table?.row === undefined) return;
    table.cell = { column: table.column, paragraphs: [], asides: [], span: 1, revisions: 0 };
    if (this.#tables.length === 1) table.row.cells.push(table.cell);
  }

  /**
   * Marks the text that follows in a cell as inserted or deleted, because the insertion or deletion of the cell is
   * tracked.
   */
  #reviseCell(kind: Revision['kind'], attributes: Attributes): void {
    const cell = this.#tables.at(-1)?.cell;
    if (cell === undefined) return;
    cell.revisions++;
    this.#revisions.push({ kind, stamp: stampOf(attributes) });
  }

  #closeCell(): void {
    const table = this.#tables.at(-1);
    if (table?.cell === undefined) return;
    this.#revisions.splice(this.#revisions.length - table.cell.revisions);
    table.column += table.cell.span;
    if (this.#tables.length === 1) delete table.cell;
  }

  #closeTable(): void {
    const table = this.#tables.pop();
    if (table === undefined || this.#tables.length > 0) return;
    this.blocks.push({ kind: 'table', rows: table.rows });
  }

  #openNote(name: string, attributes: Attributes): void {
    const id = name === 'comment' ? (attributes.id ?? '') : `${name} ${attributes.id ?? ''}`;
    if (this.#onNote !== undefined) this.#note = { id, stamp: stampOf(attributes), paragraphs: [] };
  }

  #closeNote(): void {
    if (this.#note !== undefined) this.#onNote?.(this.#note.id, this.#note.stamp, this.#note.paragraphs);
    this.#note = undefined;
  }
}

/**
 * Whether a revision element with this parent encloses runs, rows or fields, rather than being a property of its
 * parent.
 */
function isWrapper(parent: string | undefined): boolean {
  return parent !== undefined && !/(?:Pr|PrChange)$/.test(parent);
}

function stampOf({ author, date }: Attributes): Stamp {
  return {
    ...(author === undefined || author.trim() === '' ? {} : { by: author.trim() }),
    ...(date === undefined ? {} : { date }),
  };
}

function isAlike(a: Piece, b: Piece): boolean {
  const same = (one: Stamp | undefined, other: Stamp | undefined): boolean =>
    one === other ||
    (one?.by === other?.by && one?.date === other?.date && (one === undefined) === (other === undefined));
  const looks = (['strong', 'emphasis', 'struck', 'hidden', 'link'] as const).every(
    (look) => a[look] === b[look],
  );
  return looks && same(a.inserted, b.inserted) && same(a.deleted, b.deleted);
}

/** The replacement for an unknown symbol. */
const UNKNOWN = '\ufffd';

/** The character with a hexadecimal code. */
function characterOf(code: string | undefined): string {
  const number = Number.parseInt(code ?? '', 16);
  return Number.isInteger(number) && number > 0x1f && number <= 0xffff
    ? String.fromCharCode(number)
    : UNKNOWN;
}

const emptyParagraph = (): WordParagraph => ({
  pieces: [],
  bookmarks: [],
  comments: [],
  notes: [],
  pictures: 0,
});
