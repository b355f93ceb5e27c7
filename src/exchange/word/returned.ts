/**
 * Reads a Word file with corrections. The result consists of two states of the programme: the one from which the file
 * was generated, and the one with the corrections. This module does no I/O.
 */

import { eventOf, normalWords } from '../../compare/index.ts';
import { bookmarkName, themeTarget } from '../../document/index.ts';
import type { Message } from '../../messages.ts';
import {
  consecutive,
  dateOf,
  type Event,
  emphasisedIn,
  LANGS,
  type Lang,
  type Programme,
  type ProgrammeFile,
  type ThemeEvents,
  titleOf,
  valueAt,
  withEvents,
} from '../../model/index.ts';
import {
  markupInReading,
  runsIn,
  type Stamp,
  stampsOf,
  textInReading,
  type WordBlock,
  type WordCell,
  type WordFile,
  type WordParagraph,
  type WordRow,
} from '../../read/docx/index.ts';
import {
  idMaker,
  isSameInline,
  isWritable,
  labelsOf,
  linkedWords,
  readMarkdown,
  saysAddress,
} from '../../text/index.ts';
import { reinsertUnlisted, sameEventAmong, withIdsOf } from '../align.ts';
import type { About, Incoming } from '../incoming.ts';
import { messageOf } from '../messages.ts';
import {
  dateSaid,
  EditedProgramme,
  eventWith,
  openProgramme,
  type Place,
  placeKey,
  wordsOfEvent,
  wordsOfField,
} from '../places.ts';
import { plainWords } from '../xliff/index.ts';
import {
  emphasisNotTaken,
  isAsSent,
  linksNotTaken,
  type Printed,
  printedWords,
  wordsOfCell,
} from './cell-words.ts';
import { changedBy, Leftovers } from './leftovers.ts';
import { missingCells, missingIn } from './missing.ts';
import {
  blocksOfPart,
  INTRODUCTION,
  isSectionHead,
  type ReturnedPart,
  returnedPart,
  withHeadings,
  withHeadingsAbove,
} from './parts.ts';
import { headingField, isIntroduction, type Sent, type SentEvent, type SentText, sentAs } from './record.ts';
import { hasEvents, type PlacedTable, placeTables } from './tables.ts';

/** The text of a field in a row of the file; undefined if the cell is empty. */
interface Wish {
  field: string;
  words: string | undefined;
}

/**
 * A returned file. Each cell is read twice: with all tracked changes accepted, and with all of them rejected. Each
 * difference from the sent text is proposed, whether or not it was tracked. Text that does not belong to any field is
 * returned in `leftovers`.
 */
export class ReturnedFile {
  readonly #blocks: readonly WordBlock[];
  readonly #sent: Sent;
  readonly #sentById: ReadonlyMap<string, SentEvent>;
  /** Ids of the fields that support emphasis. */
  readonly #emphasised: ReadonlySet<string>;
  readonly #known: boolean;
  readonly #ours: Programme;
  readonly #tables: ReadonlyMap<WordBlock, PlacedTable>;
  readonly #parts: readonly ReturnedPart[];
  readonly #left: Leftovers;
  /** The authors of changes, and whether the changes were tracked, keyed by the address of the changed field. */
  readonly #authors = new Map<string, About>();
  /** The texts in the rows of new events, keyed by the ids that were created for these events. */
  readonly #made = new Map<string, readonly Wish[]>();
  readonly #newId: (words: readonly string[]) => string;
  /**
   * Events in new rows that the draft already contains, by id. `base` is the event without the fields that differ, and
   * `wished` is the event with the texts in the file.
   */
  readonly #there = new Map<string, { base: Event; wished: Event }>();
  readonly #notes: Message[] = [];
  /** The text of the introduction's heading. */
  readonly #introduction: string;

  /**
   * @param sent the record in the file, or the content from which the file was probably generated
   * @param known whether the file itself identifies this content. For unidentified content, the base of a cell with
   * tracked changes is its text with these changes rejected
   */
  constructor(file: WordFile, sent: Sent, known: boolean, ours: Programme) {
    this.#introduction = labelsOf(ours.config, sent.lang).introduction;
    const read = withHeadings(file.blocks, sent, this.#introduction);
    const events = new Map(
      [...placeTables(read, sent, known, ours.config)].filter(([, table]) => hasEvents(table)),
    );
    const blocks = withHeadingsAbove(read, events);
    const isEvents = (block: WordBlock): boolean => events.has(block);
    this.#blocks = blocks;
    this.#sent = sentAs(sent, ours.config);
    this.#sentById = new Map(this.#sent.events.map((event) => [event.id, event]));
    this.#emphasised = emphasisedIn(ours.config);
    this.#known = known;
    this.#ours = ours;
    const ofParts = sent.parts.map((part) => ({ part, blocks: blocksOfPart(blocks, part.part, isEvents) }));
    this.#parts = ofParts
      .filter(({ blocks }) => blocks.length > 0)
      .map((part) => returnedPart(part.part, part.blocks, sent.others));
    const elsewhere = new Set(ofParts.flatMap(({ blocks }) => blocks));
    const rest = blocks.filter((block) => !elsewhere.has(block));
    this.#tables = placeTables(rest, sent, known, ours.config);
    const sources = sent.parts.map(({ source }) => source);
    const paragraphs = sources.flatMap((source) => readMarkdown(source).paragraphs);
    const texts = paragraphs.map(({ runs }) => plainWords(runs));
    this.#left = new Leftovers(file, sent.others, texts, [
      ...sources,
      ...sent.texts.map(({ words }) => words),
    ]);
    const ids = ours.themes.flatMap(({ events }) => events.map(({ id }) => id));
    this.#newId = idMaker([...ids, ...sent.events.map(({ id }) => id)], 'event');
  }

  /** The two states of the programme, information about the changes, and the number of events in the file. */
  states() {
    const events = this.#events();
    const { base, wished } = this.#withTexts(events);
    this.#nameMissing(events.seen);
    const { programme, renamed } = withIdsOf(base, wished, true);
    const madeFor = new Map(renamed.map(([made, id]) => [id, made]));
    const before = openProgramme(base).events;
    // If an existing event was matched with a new row, it keeps the fields that are not printed in the row.
    const merged = (event: Event): Event => {
      const current = before.get(event.id)?.event;
      const wishes = this.#made.get(madeFor.get(event.id) ?? '');
      return current === undefined || wishes === undefined ? event : this.#withWishes(current, wishes);
    };
    return {
      base,
      wished: withEvents(programme, (events) => events.map(merged)),
      about: ({ about, of = '', field = '' }: Place): About =>
        this.#authors.get(placeKey({ about, of: madeFor.get(of) ?? of, field })) ?? {},
      comments: this.#left.comments,
      leftovers: this.#left.unplaced,
      notes: this.#notes,
      events: events.seen.size,
    };
  }

  #events(): { base: ThemeEvents[]; wished: ThemeEvents[]; seen: ReadonlySet<string> } {
    const { events: sent } = this.#sent;
    const { config, themes } = this.#ours;
    const open = openProgramme(this.#ours).events;
    const bases = new Map<string, Event>();
    const wished = new Map<string, Event[]>();
    const seen = new Set<string>();
    const baseOf = (event: SentEvent, printed: readonly string[] = []): Event => {
      const known = open.get(event.id)?.event ?? eventOf(event.id, event.fields, config.language);
      const printedFields = new Set(event.fields.map(({ field }) => field));
      const empty = printed.filter((field) => !printedFields.has(field));
      return valueAt(bases, event.id, () =>
        withoutFields(withPrinted(known, event.fields, config), empty, config.language),
      );
    };
    let theme = config.themes[0]?.id;
    for (const block of this.#blocks) {
      theme = this.#themeAt(block) ?? theme;
      const table = this.#tables.get(block);
      if (table === undefined) continue;
      const home = table.theme ?? theme;
      const events = home === undefined ? [] : valueAt(wished, home, () => []);
      for (const { row, event: found } of table.rows) {
        const event = found && this.#asSent(found, row, table.columns);
        const printed = row.cells.flatMap(({ column }) => table.columns.get(column) ?? []);
        const now = this.#rowEvent(row, event, event && baseOf(event, printed), table);
        if (event !== undefined) seen.add(event.id);
        if (now !== undefined) events.push(now);
      }
    }
    const listed = new Map<string, Event[]>();
    for (const event of sent) valueAt(listed, event.theme, () => []).push(baseOf(event));
    // If the file contains no record, missing events are not deleted, because the file may be an extract.
    if (!this.#sent.complete || !this.#known)
      for (const [of, events] of listed) {
        const unseen = events.filter(({ id }) => !seen.has(id)).map(({ id }) => id);
        wished.set(of, reinsertUnlisted(wished.get(of) ?? [], events, new Set(unseen)));
      }
    const inFile = new Set(sent.map(({ id }) => id));
    const withThere = (state: 'base' | 'wished', themes: ThemeEvents[]): ThemeEvents[] =>
      themes.map(({ theme, events }) => ({
        theme,
        events: events.map((event) => this.#there.get(event.id)?.[state] ?? event),
      }));
    return {
      base: withThere('base', joined(themes, listed, inFile)),
      wished: withThere('wished', joined(themes, wished, inFile)),
      seen,
    };
  }

  /** Lists content that was sent but is missing from the file. */
  #nameMissing(events: ReadonlySet<string>): void {
    const heads = this.#blocks.filter((block) => block.kind === 'paragraph');
    const { leftovers, notes } = missingIn(this.#sent, {
      blocks: this.#blocks,
      tables: [...this.#tables.values()],
      events,
      themes: new Set(heads.flatMap((block) => this.#themeAt(block) ?? [])),
      parts: new Set(this.#parts.map(({ part }) => part.part)),
      hasIntroduction: heads.some(({ paragraph }) => paragraph.bookmarks.includes(INTRODUCTION)),
      title: titleOf(this.#ours.config),
      introduction: this.#introduction,
      isUnrecorded: !this.#sent.complete || !this.#known,
    });
    this.#left.unplaced.push(...leftovers);
    this.#notes.push(...notes);
  }

  /** The id of the theme whose heading is this block; undefined for other blocks. */
  #themeAt(block: WordBlock): string | undefined {
    if (block.kind !== 'paragraph') return undefined;
    const { bookmarks } = block.paragraph;
    return this.#ours.config.themes.find(({ id }) => bookmarks.includes(bookmarkName(themeTarget(id))))?.id;
  }

  /**
   * The event as it was sent. If the file does not identify the content from which it was generated, the sent texts of
   * changed cells are their texts with the tracked changes rejected.
   */
  #asSent(event: SentEvent, row: WordRow, columns: PlacedTable['columns']): SentEvent {
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

  /** The event with the changes in its row applied; undefined if the row was deleted or has been emptied. */
  #rowEvent(
    row: WordRow,
    event: SentEvent | undefined,
    base: Event | undefined,
    { columns, theme }: Pick<PlacedTable, 'columns' | 'theme'>,
  ): Event | undefined {
    const ofCells = stampsOf(row.cells.flatMap((cell) => cell.paragraphs));
    const stamps = [...ofCells, row.inserted, row.deleted].filter((stamp) => stamp !== undefined);
    this.#besideFields(row, columns, event, theme);
    const cells = [...columns].map(([column, field]) => {
      const cell = row.cells.find((candidate) => candidate.column === column);
      const printed = this.#printed(event, field);
      return { field, cell, printed, words: wordsOfCell(cell, 'accepted', printed) };
    });
    const isGone = row.deleted !== undefined || cells.every(({ words }) => words === undefined);
    if (event !== undefined)
      this.#setAuthor({ about: 'event', of: event.id }, stamps, isGone && stamps.length === 0);
    if (isGone) return undefined;
    if (event !== undefined) this.#left.unplaced.push(...missingCells(row, event, columns));
    for (const cell of cells) this.#nameLooks(cell, event);
    if (event === undefined || base === undefined) return this.#newEvent(cells, stamps);
    return cells.reduce((result, { field, cell, printed, words }) => {
      if (cell === undefined) return result;
      const { mark, isTitle } = printed;
      if (isTitle && mark !== undefined && !textInReading(cell.paragraphs, 'accepted').startsWith(mark))
        this.#left.add(mark, messageOf('left-removed-above-title'), { event: event.id });
      const at = { event: event.id, field };
      this.#left.notesOf(cell.paragraphs, at);
      this.#left.besideText([cell], at);
      if (isAsSent(words, printed)) return result;
      const isTracked = isAsSent(wordsOfCell(cell, 'rejected', printed), printed);
      this.#setAuthor({ about: 'event', of: event.id, field }, stampsOf(cell.paragraphs), !isTracked);
      return this.#withWishes(result, [{ field, words }]);
    }, base);
  }

  /** Creates the event for an added row; undefined if the row has no title or the draft already contains the event. */
  #newEvent(cells: readonly Wish[], stamps: readonly Stamp[]): Event | undefined {
    const { config } = this.#ours;
    const title = titleOf(config);
    const filled = cells.flatMap(({ field, words }) => (words === undefined ? [] : [{ field, words }]));
    const named = filled.find(({ field }) => field === title);
    if (named === undefined) {
      const words = filled.map((cell) => cell.words).join('\n');
      this.#left.add(words, messageOf('left-row-without-title'), changedBy(stamps, false));
      return undefined;
    }
    const there = this.#eventThere(filled);
    if (there !== undefined) {
      for (const { field } of filled)
        this.#setAuthor({ about: 'event', of: there, field }, stamps, stamps.length === 0);
      return undefined;
    }
    const others = filled.filter(({ field }) => field !== title).map(({ words }) => words);
    const id = this.#newId([named.words, ...others]);
    this.#setAuthor({ about: 'event', of: id }, stamps, stamps.length === 0);
    this.#made.set(id, cells);
    const regions = Object.fromEntries(config.sides.map((side) => [side.id, 'to-be-determined' as const]));
    return this.#withWishes({ id, bodies: {}, regions }, filled);
  }

  /**
   * The id of the event in the draft that a new row duplicates, if that event was added after the file was sent. The
   * base state of this event lacks the fields whose texts differ, so that a text in the draft results in a conflict.
   */
  #eventThere(cells: readonly { field: string; words: string }[]): string | undefined {
    const { config, themes } = this.#ours;
    const added = themes
      .flatMap(({ events }) => events)
      .filter(({ id }) => !this.#sentById.has(id) && !this.#there.has(id));
    const fields = cells.map((field) => ({ ...field, lang: this.#sent.lang }));
    const found = sameEventAmong(fields, added, config);
    if (found === undefined) return undefined;
    const others = cells.map(({ field }) => field).filter((field) => !found.same.includes(field));
    const base = withoutFields(found.event, others, config.language);
    const changed = cells.filter(({ field }) => others.includes(field));
    const wished = this.#withWishes(base, changed);
    this.#there.set(found.event.id, { base, wished });
    const words = cells.find(({ field }) => field === titleOf(config))?.words.replaceAll('\n', ' ') ?? '';
    this.#notes.push(messageOf('row-in-draft-already', { id: found.event.id, words }));
    return found.event.id;
  }

  #withWishes(event: Event, wishes: readonly Wish[]): Event {
    const { config } = this.#ours;
    const sent = this.#sentById.get(event.id);
    return wishes.reduce((result, { field, words }) => {
      const lang = sent?.fields.find((candidate) => candidate.field === field)?.lang ?? this.#sent.lang;
      if (words === wordsOfField(wordsOfEvent(result, config), { field, lang })) return result;
      const now = eventWith(result, { field, lang, words }, config.language);
      const isDate = words !== undefined && field === dateOf(config);
      const when = isDate ? dateSaid(words, lang, config.period) : undefined;
      return when === undefined ? now : { ...now, when };
    }, event);
  }

  #printed(event: SentEvent | undefined, field: string): Printed {
    return {
      mark: event?.mark,
      words: event?.fields.find((candidate) => candidate.field === field)?.words,
      emphasis: this.#emphasised.has(field),
      isTitle: field === titleOf(this.#ours.config),
    };
  }

  #setAuthor(place: Place, stamps: readonly Stamp[], untracked: boolean): void {
    this.#authors.set(placeKey(place), changedBy(stamps, untracked));
  }

  /** Adds to the unplaced text the bold and italic text and the links that a field cannot store. */
  #nameLooks(
    { cell, field, printed }: { cell: WordCell | undefined; field: string; printed: Printed },
    event: SentEvent | undefined,
  ): void {
    const at = event && { event: event.id, field };
    const where = messageOf(printed.emphasis ? 'left-link-address' : 'left-link-in-plain-field');
    for (const run of linksNotTaken(cell, printed)) this.#left.add(linkedWords([run]), where, at);
    const bold = emphasisNotTaken(cell, printed).map(({ text }) => text.trim());
    if (bold.length === 0) return;
    this.#left.add(bold.join(' … '), messageOf('left-emphasis'), at);
  }

  /** Adds to the unplaced text the text in those cells of a row that do not belong to any field. */
  #besideFields(
    row: WordRow,
    columns: PlacedTable['columns'],
    event: SentEvent | undefined,
    theme: string | undefined,
  ): void {
    const title = this.#sent.texts.find(({ about, of }) => about === 'theme' && of === theme)?.words ?? theme;
    const where = title === undefined ? {} : { where: messageOf('left-table', { theme: title }) };
    const at = event === undefined ? where : { event: event.id };
    for (const cell of row.cells) {
      const { column, paragraphs } = cell;
      const isField = columns.has(column);
      if (!isField && row.deleted === undefined) {
        const now = textInReading(paragraphs, 'accepted');
        const words = now === '' ? textInReading(paragraphs, 'rejected') : now;
        const place = now === '' ? { where: messageOf('left-removed') } : {};
        const expected =
          event === undefined ? /^\d*$/.test(words) : ['', String(event.number)].includes(words);
        if (!expected)
          this.#left.unplaced.push({ words, ...at, ...place, ...changedBy(stampsOf(paragraphs), false) });
      }
      if (event === undefined || row.deleted !== undefined || !isField) {
        this.#left.notesOf(paragraphs, at);
        this.#left.besideText([cell], at);
      }
    }
  }

  /**
   * Adds the texts of the programme itself to both states: parts, introduction, theme titles and column headings. Text
   * that does not belong to any field is added to the unplaced text.
   */
  #withTexts(events: { base: ThemeEvents[]; wished: ThemeEvents[] }): Pick<Incoming, 'base' | 'wished'> {
    const base = new EditedProgramme({ ...this.#ours, themes: events.base });
    const wished = new EditedProgramme({ ...this.#ours, themes: events.wished });
    const setBoth = (place: Place, words: string): void => {
      for (const state of [base, wished]) state.set(place, words);
    };
    for (const text of this.#sent.texts) setBoth(text, text.words);
    const set = (text: SentText, paragraphs: readonly WordParagraph[], read = textInReading): void => {
      const accepted = read(paragraphs, 'accepted');
      const rejected = read(paragraphs, 'rejected');
      const stamps = stampsOf(paragraphs);
      if (!this.#known && stamps.length > 0 && rejected !== '') setBoth(text, rejected);
      const sent = printedWords(text.words);
      for (const run of runsIn(paragraphs, 'accepted')) {
        const { link, text: words } = run;
        const isTaken = link === undefined || (read === markupInReading && isWritable(run));
        if (!isTaken && words.trim() !== '' && !saysAddress(words, link))
          this.#left.add(linkedWords([run]), messageOf('left-link'));
      }
      if (read === markupInReading ? isSameInline(accepted, sent) : accepted === sent) return;
      this.#setAuthor(text, stamps, rejected !== sent);
      wished.set(text, accepted === '' ? undefined : accepted);
    };
    const placed = new Set<WordParagraph>();
    for (const { part, source, stamps, untracked, gone, placed: paragraphs } of this.#parts) {
      const place = { about: 'programme', field: `parts.${part.part}`, lang: part.lang } as const;
      base.set(place, part.source);
      wished.set(place, source);
      this.#setAuthor(place, stamps, untracked);
      for (const words of gone)
        this.#left.add(words, messageOf('left-removed-from-part', { part: part.part }));
      for (const paragraph of paragraphs) placed.add(paragraph);
    }
    const { texts } = this.#sent;
    const introduction = texts.find(isIntroduction);
    for (const { head, paragraphs } of sectionsOf(this.#blocks)) {
      const theme = this.#themeAt({ kind: 'paragraph', paragraph: head });
      const title = texts.find(({ about, of }) => about === 'theme' && of === theme);
      if (theme !== undefined && title !== undefined) {
        set(title, [head]);
        placed.add(head);
      }
      if (!head.bookmarks.includes(INTRODUCTION) || introduction === undefined) continue;
      set(introduction, paragraphs, markupInReading);
      for (const paragraph of paragraphs) placed.add(paragraph);
    }
    for (const { columns, head } of this.#tables.values()) {
      this.#left.besideText(head?.cells ?? []);
      for (const [column, field] of head === undefined ? [] : columns) {
        const paragraphs = head?.cells.find((cell) => cell.column === column)?.paragraphs ?? [];
        const text = texts.find((candidate) => headingField(candidate) === field);
        if (text !== undefined && paragraphs.length > 0) set(text, paragraphs);
      }
    }
    for (const block of this.#blocks)
      if (!this.#tables.has(block)) {
        const isTable = block.kind === 'table';
        this.#left.block(block, isTable ? { where: messageOf('left-table-unknown') } : {}, placed);
      }
    this.#left.end();
    return { base: base.programme(), wished: wished.programme() };
  }
}

/** Returns an event with its texts as they were printed. */
function withPrinted(event: Event, fields: SentEvent['fields'], config: ProgrammeFile): Event {
  const written = wordsOfEvent(event, config);
  return fields
    .filter((printed) => wordsOfField(written, printed) !== normalWords(printed.words))
    .reduce((result, printed) => eventWith(result, printed, config.language), event);
}

/** Returns an event without the texts of the given fields in any language. */
function withoutFields(event: Event, fields: readonly string[], main: Lang): Event {
  return fields
    .flatMap((field) => LANGS.map((lang) => ({ field, lang })))
    .reduce((result, place) => eventWith(result, place, main), event);
}

/**
 * The themes with the events of the file, in the order of the file. Each event that was not sent is inserted after the
 * event that it followed.
 */
function joined(
  ours: readonly ThemeEvents[],
  listed: ReadonlyMap<string, readonly Event[]>,
  inFile: ReadonlySet<string>,
): ThemeEvents[] {
  return ours.map(({ theme, events }) => {
    const others = events.filter(({ id }) => !inFile.has(id)).map(({ id }) => id);
    return { theme, events: reinsertUnlisted(listed.get(theme.id) ?? [], events, new Set(others)) };
  });
}

/** Splits blocks into sections, each of which consists of a heading and the paragraphs up to the next heading. */
function sectionsOf(blocks: readonly WordBlock[]) {
  const all = blocks.flatMap((block) => (block.kind === 'paragraph' ? [block.paragraph] : []));
  return consecutive(all, (paragraph) => !isSectionHead(paragraph))
    .map(([head, ...paragraphs]) => ({ head, paragraphs }))
    .filter(({ head }) => isSectionHead(head));
}
