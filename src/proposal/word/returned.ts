/** What a Word file that came back proposes: the state that it was made from, and the one that it wishes. Pure. */
import { eventOf, groupBy, normalWords } from '../../compare/index.ts';
import { bookmarkName, themeTarget } from '../../document/index.ts';
import {
  dateOf,
  type Event,
  emphasisedIn,
  fieldTexts,
  type Lang,
  type Programme,
  type ProgrammeFile,
  type Text,
  type ThemeEvents,
  titleOf,
  yearWithin,
} from '../../model/index.ts';
import {
  paragraphsOf,
  type Stamp,
  stampsOf,
  struckWords,
  type WordBlock,
  type WordCell,
  type WordFile,
  type WordParagraph,
  type WordRow,
  wordsIn,
} from '../../read/docx/index.ts';
import { parseDatePhrase } from '../../text/dates/index.ts';
import { idMaker, readMarkdown } from '../../text/index.ts';
import { plainWords } from '../../translation/index.ts';
import { withIdsOf } from '../align.ts';
import { changesBetween, type Found } from '../changes.ts';
import { openDraft } from '../decide.ts';
import {
  eventWith,
  programmePath,
  valueAt,
  withValueAt,
  withWords,
  wordsOfEvent,
  wordsOfField,
} from '../fields.ts';
import { withPartSource } from '../part-texts.ts';
import type { ProposedChange, Remainder } from '../schema.ts';
import { authorOf, whoAndWhen } from './authors.ts';
import { isAsSent, looksNotTaken, type Printed, printedWords, wordsOfCell } from './cell-words.ts';
import { withHeadings } from './headings.ts';
import { besideText, notSent, otherWords, writtenInMargins } from './others.ts';
import { blocksOfPart, isSectionHead, type ReturnedPart, returnedPart } from './parts.ts';
import { type Sent, type SentEvent, type SentText, sentAs } from './sent.ts';
import { type Known, type PlacedTable, placeTables } from './tables.ts';

export interface Returned extends Found {
  comments: Remainder[];
  unplaced: Remainder[];
  /** Events that were found in the file. */
  events: number;
}

/** A field of a row, and the words that it wishes there. */
interface Wish {
  field: string;
  words: string | undefined;
}

/**
 * The changes that a returned file proposes. Each cell is found again and read twice, as if all its tracked changes were accepted and as
 * if all were rejected; what differs from what was sent is proposed, tracked or not. Words that have no place are listed.
 *
 * @param sent what the file was made from
 * @param known whether the file itself says what it was made from; else the words before its tracked changes count
 */
export function returned(file: WordFile, sent: Sent, known: boolean, ours: Programme): Returned {
  return new ReturnedFile(file, sent, known, ours).found();
}

class ReturnedFile {
  readonly #file: WordFile;
  readonly #sent: Sent;
  readonly #sentById: ReadonlyMap<string, SentEvent>;
  /** Fields that hold emphasis. */
  readonly #emphasised: ReadonlySet<string>;
  readonly #known: boolean;
  readonly #ours: Programme;
  readonly #tables: ReadonlyMap<WordBlock, PlacedTable>;
  readonly #parts: readonly ReturnedPart[];
  readonly #comments: Remainder[] = [];
  readonly #unplaced: Remainder[] = [];
  /** Who changed what, by event and field, or by event alone. */
  readonly #authors = new Map<string, Pick<ProposedChange, 'by' | 'date' | 'untracked'>>();
  /** What the rows of events wish that nobody knew, by the ids that were made for them. */
  readonly #made = new Map<string, Wish[]>();
  readonly #newId: (words: readonly string[]) => string;

  constructor(file: WordFile, sent: Sent, known: boolean, ours: Programme) {
    const blocks = withHeadings(file.blocks, sent);
    this.#file = { ...file, blocks };
    this.#sent = sentAs(sent, ours.config);
    this.#sentById = new Map(this.#sent.events.map((event) => [event.id, event]));
    this.#emphasised = emphasisedIn(ours.config);
    this.#known = known;
    this.#ours = ours;
    const ofParts = sent.parts.map((part) => ({ part, blocks: blocksOfPart(blocks, part.part) }));
    this.#parts = ofParts
      .filter((own) => own.blocks.length > 0)
      .map((own) => returnedPart(own.part, own.blocks, sent.others));
    const elsewhere = new Set(ofParts.flatMap((own) => own.blocks));
    this.#tables = placeTables(
      blocks.filter((block) => !elsewhere.has(block)),
      knownOf(sent, known, ours.config),
    );
    const ids = ours.themes.flatMap(({ events }) => events.map(({ id }) => id));
    this.#newId = idMaker([...ids, ...sent.events.map(({ id }) => id)], 'event');
  }

  found(): Returned {
    const states = this.#events();
    const texts = this.#texts();
    const base = this.#withParts(
      { ...this.#ours, config: texts.base, themes: withConfig(states.base, texts.base) },
      ({ part }) => part.source,
    );
    const wished = this.#withParts(
      { ...this.#ours, config: texts.theirs, themes: withConfig(states.theirs, texts.theirs) },
      ({ source }) => source,
    );
    const { programme, renamed } = withIdsOf(base, wished, true);
    const again = new Map(renamed.map(([made, id]) => [id, made]));
    for (const [made, id] of renamed) this.#rename(made, id);
    const known = openDraft(base).events;
    // What a row does not print, an event that was found by its likeness has still.
    const themes = programme.themes.map(({ theme, events }) => ({
      theme,
      events: events.map((event) => {
        const own = known.get(event.id)?.event;
        const wishes = this.#made.get(again.get(event.id) ?? '');
        return own === undefined || wishes === undefined ? event : this.#withWishes(own, wishes);
      }),
    }));
    const { changes, byHand } = changesBetween(base, { ...programme, themes });
    return {
      changes: changes.map((change) => ({ ...change, ...this.#authorOf(change) })),
      byHand,
      comments: this.#comments,
      unplaced: this.#unplaced,
      events: states.count,
    };
  }

  /** The programme with the texts of parts as they were sent, or as they are wished. */
  #withParts(programme: Programme, sourceOf: (part: ReturnedPart) => string): Programme {
    return this.#parts.reduce((result, own) => {
      const { part, lang } = own.part;
      return withPartSource(result, { about: 'programme', field: `parts.${part}`, lang }, sourceOf(own));
    }, programme);
  }

  #rename(made: string, id: string): void {
    for (const [key, author] of [...this.#authors])
      if (key === made || key.startsWith(`${made} `)) this.#authors.set(id + key.slice(made.length), author);
  }

  #authorOf({ about, of = '', field }: ProposedChange): Pick<ProposedChange, 'by' | 'date' | 'untracked'> {
    const key = about === 'event' ? of : `${about} ${of}`;
    return this.#authors.get(field === undefined ? key : `${key} ${field}`) ?? {};
  }

  #events(): { base: ThemeEvents[]; theirs: ThemeEvents[]; count: number } {
    const { events: sent } = this.#sent;
    const open = openDraft(this.#ours);
    const main = this.#ours.config.language;
    const bases = new Map<string, Event>();
    const wished = new Map<string, Event[]>();
    const seen = new Set<string>();
    const baseOf = (event: SentEvent): Event => {
      const known = bases.get(event.id);
      if (known !== undefined) return known;
      const own = open.events.get(event.id)?.event ?? eventOf(event.id, event.fields, main);
      const now = withPrinted(own, event.fields, this.#ours.config);
      bases.set(event.id, now);
      return now;
    };
    let theme = this.#ours.config.themes[0]?.id;
    for (const block of this.#file.blocks) {
      theme = this.#themeAt(block) ?? theme;
      const table = this.#tables.get(block);
      if (table === undefined) continue;
      const home = table.theme ?? theme;
      for (const { row, event: found } of table.rows) {
        const event = found && this.#asSent(found, row, table.columns);
        const own = event && baseOf(event);
        const now = this.#rowEvent(row, event, own, table);
        if (event !== undefined) seen.add(event.id);
        if (now === undefined || home === undefined) continue;
        const beside = wished.get(home);
        if (beside === undefined) wished.set(home, [now]);
        else beside.push(now);
      }
    }
    const listed = new Map(
      [...groupBy(sent, (event) => event.theme)].map(([of, events]) => [of, events.map(baseOf)] as const),
    );
    if (!this.#sent.complete || !this.#known) this.#keepUnseen(listed, wished, seen);
    const inFile = new Set(sent.map(({ id }) => id));
    return {
      base: joined(this.#ours.themes, listed, inFile),
      theirs: joined(this.#ours.themes, wished, inFile),
      count: seen.size,
    };
  }

  /** A file that does not say which events it had took none of them away. */
  #keepUnseen(
    listed: ReadonlyMap<string, Event[]>,
    wished: Map<string, Event[]>,
    seen: ReadonlySet<string>,
  ): void {
    for (const [theme, events] of listed) {
      const now = wished.get(theme) ?? [];
      events.forEach((event, index) => {
        if (seen.has(event.id)) return;
        const before = events[index - 1];
        const at = before === undefined ? 0 : now.findIndex(({ id }) => id === before.id) + 1;
        now.splice(at, 0, event);
      });
      wished.set(theme, now);
    }
  }

  /** Theme whose heading a paragraph is. */
  #themeAt(block: WordBlock): string | undefined {
    if (block.kind !== 'paragraph') return undefined;
    const { bookmarks } = block.paragraph;
    return this.#ours.config.themes.find(({ id }) => bookmarks.includes(bookmarkName(themeTarget(id))))?.id;
  }

  /** The event as it was sent: where only the file tells, with the words before its tracked changes. */
  #asSent(event: SentEvent, row: WordRow, columns: ReadonlyMap<number, string>): SentEvent {
    if (this.#known) return event;
    const fields = new Map(event.fields.map((printed) => [printed.field, printed]));
    for (const cell of row.cells) {
      const field = columns.get(cell.column);
      if (field === undefined || stampsOf(cell.paragraphs).length === 0) continue;
      const words = wordsOfCell(cell, 'rejected', this.#printed(event, field));
      const lang = fields.get(field)?.lang ?? this.#sent.lang;
      const emphasis = this.#emphasised.has(field) && { emphasis: true as const };
      if (words === undefined) fields.delete(field);
      else fields.set(field, { field, lang, words, ...emphasis });
    }
    return { ...event, fields: [...fields.values()] };
  }

  /** The event that a row wishes; nothing when the row went, or says nothing. */
  #rowEvent(
    row: WordRow,
    event: SentEvent | undefined,
    base: Event | undefined,
    { columns, theme }: PlacedTable,
  ): Event | undefined {
    const paragraphs = row.cells.flatMap((cell) => cell.paragraphs);
    const stamps = [...stampsOf(paragraphs), row.inserted, row.deleted].filter(
      (stamp) => stamp !== undefined,
    );
    this.#leftovers(row, columns, event, theme);
    const cells = [...columns].map(([column, field]) => ({
      field,
      cell: row.cells.find((own) => own.column === column),
    }));
    const wishes = cells.map(({ field, cell }) => ({
      field,
      words: wordsOfCell(cell, 'accepted', this.#printed(event, field)),
    }));
    const isGone = row.deleted !== undefined || wishes.every(({ words }) => words === undefined);
    if (event !== undefined) this.#authors.set(event.id, authorOf(stamps, isGone && stamps.length === 0));
    if (isGone) return undefined;
    for (const { field, cell } of cells) this.#nameLooks(cell, event, field);
    if (event === undefined || base === undefined) return this.#newEvent(wishes, stamps);
    return cells.reduce((result, { field, cell }) => this.#withCell(result, event, field, cell), base);
  }

  /** An event of a row that was not sent. */
  #newEvent(wishes: Wish[], stamps: readonly Stamp[]): Event | undefined {
    const { config } = this.#ours;
    const title = titleOf(config);
    const said = wishes.flatMap(({ field, words }) => (words === undefined ? [] : [{ field, words }]));
    const named = said.find(({ field }) => field === title);
    if (named === undefined) {
      const words = said.map((own) => own.words).join('\n');
      this.#unplaced.push({ words, where: 'a row without a title', ...authorOf(stamps, false) });
      return undefined;
    }
    const others = said.filter(({ field }) => field !== title).map(({ words }) => words);
    const id = this.#newId([named.words, ...others]);
    this.#authors.set(id, authorOf(stamps, stamps.length === 0));
    this.#made.set(id, wishes);
    const regions = Object.fromEntries(config.sides.map((side) => [side.id, 'to-be-determined' as const]));
    return this.#withWishes({ id, bodies: {}, regions }, said);
  }

  #withWishes(event: Event, wishes: readonly Wish[]): Event {
    const { config } = this.#ours;
    const sent = this.#sentById.get(event.id);
    return wishes.reduce((result, { field, words }) => {
      const lang = sent?.fields.find((own) => own.field === field)?.lang ?? this.#sent.lang;
      if (words === wordsOfField(wordsOfEvent(result, config), { field, lang })) return result;
      const printed = { field, lang, ...(words === undefined ? {} : { words }) };
      const now = eventWith(result, printed, config.language);
      return field === dateOf(config) ? withDate(now, printed, config) : now;
    }, event);
  }

  #printed(event: SentEvent | undefined, field: string): Printed {
    return {
      mark: event?.mark,
      words: event?.fields.find((own) => own.field === field)?.words,
      emphasis: this.#emphasised.has(field),
      isTitle: field === titleOf(this.#ours.config),
    };
  }

  /** Lists bold and italic words that a field does not take. */
  #nameLooks(cell: WordCell | undefined, event: SentEvent | undefined, field: string): void {
    const printed = this.#printed(event, field);
    const lost = looksNotTaken(cell, printed);
    if (lost.length === 0) return;
    const words = lost.map(({ text }) => text.trim()).join(' … ');
    const where = printed.emphasis
      ? 'bold or italic inside a word or beside a sign, taken as plain'
      : `bold or italic, taken as plain: ${field} holds no emphasis`;
    this.#unplaced.push({ words, where, ...(event && { event: event.id, field }) });
  }

  /** The event with what a cell of its row wishes. */
  #withCell(event: Event, sent: SentEvent, field: string, cell: WordCell | undefined): Event {
    if (cell === undefined) return event;
    this.#notesOf(cell.paragraphs, { event: sent.id, field });
    this.#unplaced.push(...besideText([cell], { event: sent.id, field }));
    const printed = this.#printed(sent, field);
    const words = wordsOfCell(cell, 'accepted', printed);
    if (isAsSent(words, printed)) return event;
    const isTracked = isAsSent(wordsOfCell(cell, 'rejected', printed), printed);
    this.#authors.set(`${sent.id} ${field}`, authorOf(stampsOf(cell.paragraphs), !isTracked));
    return this.#withWishes(event, [{ field, words }]);
  }

  /** Comments and footnotes on paragraphs, and pictures in them. */
  #notesOf(
    paragraphs: readonly WordParagraph[],
    at: { event?: string; field?: string; where?: string },
  ): void {
    for (const paragraph of paragraphs) {
      for (const id of paragraph.comments) {
        const note = this.#file.comments.get(id);
        if (note === undefined || this.#taken.has(`comment ${id}`)) continue;
        this.#taken.add(`comment ${id}`);
        this.#comments.push({ words: note.words, ...at, ...whoAndWhen(note) });
      }
      for (const id of paragraph.notes) {
        const note = this.#file.notes.get(id);
        if (note !== undefined) this.#unplaced.push({ words: note.words, where: 'footnote', ...at });
      }
      const struck = struckWords([paragraph]);
      if (struck !== '') this.#unplaced.push({ ...at, words: struck, where: 'struck out by hand' });
      if (paragraph.pictures > 0 && at.event !== undefined)
        this.#unplaced.push({ words: `${paragraph.pictures} pictures`, ...at });
    }
  }

  readonly #taken = new Set<string>();

  /** What a row says outside the columns of fields. */
  #leftovers(
    row: WordRow,
    columns: ReadonlyMap<number, string>,
    event: SentEvent | undefined,
    theme: string | undefined,
  ): void {
    const where = theme === undefined ? {} : { where: `table of ${theme}` };
    const at = event === undefined ? where : { event: event.id };
    for (const cell of row.cells) {
      const { column, paragraphs } = cell;
      if (!columns.has(column)) {
        const now = wordsIn(paragraphs, 'accepted');
        const words = now === '' ? wordsIn(paragraphs, 'rejected') : now;
        const gone = now === '' ? { where: 'taken out' } : {};
        const expected =
          event === undefined ? /^\d*$/.test(words) : ['', String(event.number)].includes(words);
        if (!expected && row.deleted === undefined)
          this.#unplaced.push({ words, ...at, ...gone, ...authorOf(stampsOf(paragraphs), false) });
      }
      if (event === undefined || row.deleted !== undefined || !columns.has(column)) {
        this.#notesOf(paragraphs, at);
        this.#unplaced.push(...besideText([cell], at));
      }
    }
  }

  /** The programme's own texts: its introduction, titles of themes, headings of columns; and all that has no place. */
  #texts(): { base: ProgrammeFile; theirs: ProgrammeFile } {
    const { config } = this.#ours;
    let [base, theirs] = [config, config];
    for (const text of this.#sent.texts) base = withText(base, text, text.words);
    theirs = base;
    const set = (text: SentText, paragraphs: readonly WordParagraph[], strong: boolean): void => {
      const accepted = wordsIn(paragraphs, 'accepted', strong);
      const rejected = wordsIn(paragraphs, 'rejected', strong);
      const stamps = stampsOf(paragraphs);
      if (!this.#known && stamps.length > 0 && rejected !== '') {
        base = withText(base, text, rejected);
        theirs = withText(theirs, text, rejected);
      }
      if (accepted === printedWords(text.words)) return;
      const key = `${text.about} ${text.of ?? ''} ${text.field}`;
      this.#authors.set(key, authorOf(stamps, rejected !== printedWords(text.words)));
      theirs = withText(theirs, text, accepted === '' ? undefined : accepted);
    };
    const sections = sectionsOf(this.#file.blocks);
    const placed = new Set<WordParagraph>(this.#parts.flatMap((own) => own.placed));
    for (const { part, stamps, untracked, gone } of this.#parts) {
      this.#authors.set(`programme  parts.${part.part}`, authorOf(stamps, untracked));
      for (const words of gone) this.#unplaced.push({ words, where: `taken out of ${part.part}` });
    }
    const introduction = this.#sent.texts.find(
      ({ about, field }) => about === 'programme' && field === 'introduction',
    );
    for (const { head, paragraphs } of sections) {
      const theme = this.#themeAt({ kind: 'paragraph', paragraph: head });
      const title = this.#sent.texts.find(({ about, of }) => about === 'theme' && of === theme);
      if (theme !== undefined && title !== undefined) {
        set(title, [head], false);
        placed.add(head);
      }
      if (!head.bookmarks.includes(INTRODUCTION) || introduction === undefined) continue;
      set(introduction, paragraphs, true);
      for (const paragraph of paragraphs) placed.add(paragraph);
    }
    for (const { columns, head } of this.#tables.values()) {
      this.#unplaced.push(...besideText(head?.cells ?? []));
      for (const [column, field] of head === undefined ? [] : columns) {
        const paragraphs = head?.cells.find((cell) => cell.column === column)?.paragraphs ?? [];
        const text = this.#sent.texts.find((own) => headingField(own) === field);
        if (text !== undefined && paragraphs.length > 0) set(text, paragraphs, false);
      }
    }
    this.#withoutPlace(placed);
    return { base, theirs };
  }

  /** Paragraphs and tables that were not sent so. */
  #withoutPlace(placed: ReadonlySet<WordParagraph>): void {
    const ofParts = this.#sent.parts.flatMap(({ source }) =>
      readMarkdown(source).paragraphs.map(({ runs }) => plainWords(runs)),
    );
    const expected = new Set([...this.#sent.others, ...ofParts].map(otherWords));
    for (const block of this.#file.blocks) {
      if (this.#tables.has(block)) continue;
      const where = block.kind === 'table' ? { where: 'a table that is not of the programme' } : {};
      for (const paragraph of paragraphsOf(block)) {
        this.#notesOf([paragraph], where);
        if (!placed.has(paragraph)) this.#unplaced.push(...notSent(paragraph, expected, where));
      }
      if (block.kind === 'table')
        this.#unplaced.push(...besideText(block.rows.flatMap(({ cells }) => cells)));
    }
    for (const aside of this.#file.asides) {
      this.#notesOf([aside], { where: aside.aside ?? '' });
      this.#unplaced.push(...notSent(aside, expected));
    }
    this.#unplaced.push(...writtenInMargins(this.#file.margins, this.#sent.others));
    for (const [id, note] of this.#file.comments)
      if (!this.#taken.has(`comment ${id}`)) this.#comments.push({ words: note.words, ...whoAndWhen(note) });
  }
}

/** Name of the bookmark of the heading of the introduction. */
const INTRODUCTION = bookmarkName('_introduction');

function knownOf(sent: Sent, sure: boolean, { fields, sides, ...config }: ProgrammeFile): Known {
  const headings = sent.texts.flatMap((text) => {
    const field = headingField(text);
    return field === undefined ? [] : [[field, text.words] as const];
  });
  return {
    sent,
    sure,
    headings: new Map(headings),
    fields: [...fieldTexts({ fields }).map(({ path }) => path), ...sides.map(({ id }) => `bodies.${id}`)],
    title: titleOf({ ...config, fields }),
  };
}

/** Field whose column a text is the heading of. */
function headingField({ about, of, field }: SentText): string | undefined {
  if (about === 'side' && field === 'heading') return `bodies.${of ?? ''}`;
  return about === 'programme' ? /^columns\.(.+)$/s.exec(field)?.[1] : undefined;
}

/** The event with the words that were printed of it. */
function withPrinted(event: Event, fields: SentEvent['fields'], config: ProgrammeFile): Event {
  const own = wordsOfEvent(event, config);
  return fields
    .filter((printed) => wordsOfField(own, printed) !== normalWords(printed.words))
    .reduce((result, printed) => eventWith(result, printed, config.language), event);
}

/** The event with the date for machines that its words give, if they are understood. */
function withDate(event: Event, printed: { lang: Lang; words?: string }, { period }: ProgrammeFile): Event {
  if (printed.words === undefined) return event;
  const year = yearWithin(period);
  const phrase = parseDatePhrase(printed.words, { lang: printed.lang, ...(year !== undefined && { year }) });
  return 'edtf' in phrase ? { ...event, when: phrase.edtf } : event;
}

function withText(config: ProgrammeFile, text: SentText, words: string | undefined): ProgrammeFile {
  const path = programmePath(config, text);
  if (path === undefined) return config;
  return withValueAt(
    config,
    path,
    withWords(valueAt(config, path) as Text | undefined, text.lang, words, config.language),
  );
}

/** Themes with the events of the file in their places, and those that the file never had behind what they stood behind. */
function joined(
  ours: readonly ThemeEvents[],
  listed: ReadonlyMap<string, readonly Event[]>,
  inFile: ReadonlySet<string>,
): ThemeEvents[] {
  return ours.map(({ theme, events }) => {
    const behind = new Map<string | undefined, Event[]>();
    const here = new Set((listed.get(theme.id) ?? []).map(({ id }) => id));
    let anchor: string | undefined;
    for (const event of events) {
      if (here.has(event.id)) anchor = event.id;
      else if (!inFile.has(event.id)) behind.set(anchor, [...(behind.get(anchor) ?? []), event]);
    }
    return {
      theme,
      events: [
        ...(behind.get(undefined) ?? []),
        ...(listed.get(theme.id) ?? []).flatMap((event) => [event, ...(behind.get(event.id) ?? [])]),
      ],
    };
  });
}

function withConfig(themes: readonly ThemeEvents[], config: ProgrammeFile): ThemeEvents[] {
  return themes.map(({ theme, events }) => ({
    theme: config.themes.find(({ id }) => id === theme.id) ?? theme,
    events,
  }));
}

/** Headings, each with the paragraphs up to the next one. */
function sectionsOf(blocks: readonly WordBlock[]): { head: WordParagraph; paragraphs: WordParagraph[] }[] {
  const sections: { head: WordParagraph; paragraphs: WordParagraph[] }[] = [];
  for (const block of blocks) {
    if (block.kind !== 'paragraph') continue;
    if (isSectionHead(block.paragraph)) sections.push({ head: block.paragraph, paragraphs: [] });
    else sections.at(-1)?.paragraphs.push(block.paragraph);
  }
  return sections;
}
