/**
 * Merges two editions into one document: text that only one edition has is marked as deleted or inserted. `accept`
 * restores the new edition, and `reject` restores the old one. The comparison determines which items correspond; this
 * module merges them.
 */
import { type Comparison, moved } from '../compare/index.ts';
import { consecutive, EVENT_WENT, groupBy, ID_CHANGED, type Lang, type PicturePath } from '../model/index.ts';
import { themeTarget } from './build.ts';
import { type Edit, editBlocks, editEntries, editGroups, editRows, editSections } from './edit.ts';
import { marked, mergeLine, mergeParagraphs } from './merge-words.ts';
import type {
  Block,
  Cell,
  Cover,
  Document,
  Entry,
  Figure,
  IndexGroup,
  ListItem,
  Paragraph,
  Row,
  Section,
  Table,
  Target,
} from './model.ts';
import { figuresIn } from './pictures.ts';
import { changeOf } from './resolve-changes.ts';
import { tablesOf, withRows } from './tables.ts';
import { wordsOf } from './texts.ts';

/**
 * The redline of two editions, both as documents in one language.
 *
 * A moved item is deleted at its old position and inserted at the new one. The same applies to a section whose table
 * has different columns, and to a row with different marks. Each row states its region, since each row can be accepted
 * or rejected separately. Content that cannot be marked is taken from the new edition: properties, running heads,
 * descriptions of tables, and the colours of themes and event numbers. `untrackedIn` lists the differences in such
 * content that concern text.
 *
 * @param comparison the changes between the editions; for extracts of a region, the changes that concern the extract
 * are enough
 */
export function redline(
  before: Document,
  after: Document,
  comparison: Pick<Comparison, 'changes'>,
): Document {
  const { lang } = after.meta;
  const pictures = new Set(figuresIn(after).map(({ file }) => file));
  const shown = before.sections.map((section) => withIntroduction(withoutGonePictures(section, pictures)));
  const now = after.sections.map(withIntroduction);
  const nameOf = namesIn(after, comparison);
  const kept = targetsInStep(editSections(shown, { target: nameOf }), now);
  const both = targetsOf(after.sections);
  const target = (old: Target): Target => {
    const name = nameOf(old);
    return both.has(name) && !kept.has(name) ? `${WAS}${old}` : name;
  };
  const sections = merged(editSections(shown, { target }), now, sectionKey, editSections, (old, current) =>
    mergeSection(old, current, lang),
  );
  return {
    ...after,
    meta: { ...after.meta, stem: `${after.meta.stem}-redline` },
    redline: true,
    cover: mergeCover(before.cover, after.cover, lang),
    sections: sections.map((section) => withRows(section, ({ carried: _, ...row }) => row)),
  };
}

/**
 * Prefix for the id of a removed or moved target if another target of the new edition has this id; no event id begins
 * with an underscore.
 */
const WAS = '_was-';

/**
 * Maps targets of the old edition to targets of the redline. A removed target never gets a name that the new edition
 * uses.
 */
function namesIn(after: Document, { changes }: Pick<Comparison, 'changes'>): (target: Target) => Target {
  const names = new Map<Target, Target>();
  const removed = new Set<Target>();
  for (const { about, kind, id = '', words } of changes) {
    const targetOf = (targetId: string): Target => (about === 'theme' ? themeTarget(targetId) : targetId);
    if (ID_CHANGED.includes(kind)) names.set(targetOf(words.old ?? ''), targetOf(words.new ?? ''));
    else if (EVENT_WENT.includes(kind) || kind === 'theme-removed') removed.add(targetOf(id));
  }
  const used = new Set([...targetsOf(after.sections), ...names.values()]);
  return (target) => {
    if (!removed.has(target)) return names.get(target) ?? target;
    return used.has(target) ? `${WAS}${target}` : target;
  };
}

function targetsOf(sections: readonly Section[]): Set<Target> {
  return new Set(
    sections.flatMap((section) => [
      section.id,
      ...tablesOf(section).flatMap(({ rows }) => rows.map(({ id }) => id)),
    ]),
  );
}

/** Targets of the sections and rows that have the same order and form in both editions. */
function targetsInStep(before: readonly Section[], after: readonly Section[]): Set<Target> {
  const kept = new Set<Target>();
  for (const { old, now } of inStep(before, after, sectionKey)) {
    if (old === undefined || now === undefined) continue;
    kept.add(now.id);
    tablesOf(now).forEach((table, index) => {
      for (const row of inStep(tablesOf(old)[index]?.rows ?? [], table.rows, rowKey))
        if (row.old !== undefined && row.now !== undefined) kept.add(row.now.id);
    });
  }
  return kept;
}

/** An item that is in both editions or in one of them. */
interface Step<T> {
  old?: T;
  now?: T;
}

/**
 * Aligns two lists: items with the same key in the same order are paired. Of the unpaired items, the removed ones
 * precede the added ones.
 */
function inStep<T>(before: readonly T[], after: readonly T[], keyOf: (item: T) => string): Step<T>[] {
  const waiting = groupBy(
    after.map((item, index) => ({ item, index })),
    ({ item }) => keyOf(item),
  );
  const pairs = before.flatMap((old, index) => {
    const found = waiting.get(keyOf(old))?.shift();
    return found === undefined ? [] : [{ old, oldIndex: index, now: found.item, nowIndex: found.index }];
  });
  const out = moved(pairs.map(({ nowIndex }) => nowIndex));
  const steps: Step<T>[] = [];
  let [oldNext, nowNext] = [0, 0];
  const addUnpaired = (oldEnd: number, nowEnd: number): void => {
    steps.push(...before.slice(oldNext, oldEnd).map((old) => ({ old })));
    steps.push(...after.slice(nowNext, nowEnd).map((now) => ({ now })));
  };
  pairs.forEach(({ old, oldIndex, now, nowIndex }, index) => {
    if (out.has(index)) return;
    addUnpaired(oldIndex, nowIndex);
    steps.push({ old, now });
    [oldNext, nowNext] = [oldIndex + 1, nowIndex + 1];
  });
  addUnpaired(before.length, after.length);
  return steps;
}

const DELETED: Edit = { text: (paragraph) => marked(paragraph, 'deleted') };
const INSERTED: Edit = { text: (paragraph) => marked(paragraph, 'inserted') };

/** Merges two lists: paired items are merged, and unpaired items are marked as deleted or inserted. */
function merged<T>(
  before: readonly T[],
  after: readonly T[],
  keyOf: (item: T) => string,
  edit: (items: readonly T[], edit: Edit) => T[],
  merge: (old: T, now: T) => T,
): T[] {
  return inStep(before, after, keyOf).flatMap(({ old, now }) => {
    if (old !== undefined && now !== undefined) return [merge(old, now)];
    return [
      ...(old === undefined ? [] : edit([old], DELETED)),
      ...(now === undefined ? [] : edit([now], INSERTED)),
    ];
  });
}

function mergeCover(before: Cover, after: Cover, lang: Lang): Cover {
  const kicker = mergeLine(before.kicker ?? [], after.kicker ?? [], lang);
  return {
    ...(kicker.length === 0 ? {} : { kicker }),
    title: mergeLine(before.title, after.title, lang),
    lines: mergeParagraphs(before.lines, after.lines, lang),
    publisher: mergeLine(before.publisher, after.publisher, lang),
  };
}

/**
 * A key of the properties that cannot be marked: page layout, presence of a title, table columns. Sections correspond
 * only if their keys are equal.
 */
function sectionKey(section: Section): string {
  // The tables of a text are compared one by one, so they are not part of the key.
  const fixed = section.part === undefined ? tablesOf(section) : [];
  const tables = fixed.map(({ columns, header, group }) => [
    columns.map(({ heading: _, ...column }) => column),
    header,
    group,
  ]);
  return JSON.stringify([section.id, section.layout, section.title.length === 0, tables]);
}

function mergeSection(before: Section, after: Section, lang: Lang): Section {
  const blocks = merged(
    stretchesOf(before.blocks),
    stretchesOf(after.blocks),
    ([block]) => blockKey(block),
    (stretches, edit) => stretches.map((blocks) => editBlocks(blocks, edit)),
    (old, now) => mergeStretch(old, now, lang),
  );
  return { ...after, title: mergeLine(before.title, after.title, lang), blocks: blocks.flat() };
}

/**
 * A theme with the introduction from its opening, but without the picture, because a change to the picture could not be
 * marked.
 */
function withIntroduction({ opening = [], ...section }: Section): Section {
  return { ...section, blocks: [...opening.filter(({ kind }) => kind === 'paragraph'), ...section.blocks] };
}

/**
 * Replaces a removed picture with its alternative text and caption: the file of the picture belongs to another edition.
 */
function withoutGonePictures(section: Section, kept: ReadonlySet<PicturePath>): Section {
  const isGone = (figure: Figure | undefined): figure is Figure =>
    figure !== undefined && !kept.has(figure.file);
  const blocks = section.blocks.flatMap((block): Block[] => {
    if (block.kind !== 'picture' || !isGone(block.figure)) return [block];
    const texts = [...saidBy(block.figure), ...(block.caption === undefined ? [] : [block.caption])];
    return texts.map((text) => ({ kind: 'paragraph', text }));
  });
  return withRows({ ...section, blocks }, ({ cells, ...row }) => ({
    ...row,
    cells: cells.map((cell) => (isGone(cell.picture) ? withWords(cell) : cell)),
  }));
}

/** The alternative text of a picture, in brackets. */
const saidBy = ({ alt }: Figure): Paragraph[] =>
  alt === undefined ? [] : [[{ ...alt, text: `[${alt.text}]` }]];

/** A cell with the alternative text instead of its picture. */
function withWords({ picture, paragraphs }: Cell): Cell {
  return { paragraphs: [...(picture === undefined ? [] : saidBy(picture)), ...paragraphs] };
}

/**
 * Groups consecutive paragraphs of the same style; within a group, the text diff determines which paragraphs
 * correspond.
 */
const stretchesOf = (blocks: readonly Block[]): Stretch[] =>
  consecutive(blocks, (block, first) => block.kind === 'paragraph' && blockKey(first) === blockKey(block));

type Stretch = readonly Block[];

function blockKey(block: Block | undefined): string {
  switch (block?.kind) {
    case 'paragraph':
      return `paragraph ${block.style}`;
    case 'heading':
      return `heading ${block.level}`;
    case 'table':
      return `table ${block.table.columns.length}`;
    case 'picture':
      return `picture ${block.figure.file}`;
    default:
      return block?.kind ?? '';
  }
}

function mergeStretch(before: Stretch, after: Stretch, lang: Lang): readonly Block[] {
  const [[old], [now]] = [before, after];
  if (old === undefined || now === undefined) return [];
  if (now.kind !== 'paragraph') return [mergeBlock(old, now, lang)];
  const texts = (blocks: readonly Block[]): Paragraph[] =>
    blocks.flatMap((block) => (block.kind === 'paragraph' ? [block.text] : []));
  return mergeParagraphs(texts(before), texts(after), lang).map((text) => ({ ...now, text }));
}

function mergeBlock(before: Block, after: Block, lang: Lang): Block {
  if (before.kind === 'heading' && after.kind === 'heading')
    return { ...after, text: mergeLine(before.text, after.text, lang) };
  if (before.kind === 'list' && after.kind === 'list')
    return { ...after, items: mergeItems(before.items, after.items, lang) };
  if (before.kind === 'quote' && after.kind === 'quote')
    return { ...after, paragraphs: mergeParagraphs(before.paragraphs, after.paragraphs, lang) };
  if (before.kind === 'contents' && after.kind === 'contents')
    return { ...after, entries: mergeEntries(before.entries, after.entries, lang) };
  if (before.kind === 'index' && after.kind === 'index')
    return { ...after, groups: mergeGroups(before.groups, after.groups, lang) };
  if (before.kind === 'picture' && after.kind === 'picture') return mergePicture(before, after, lang);
  if (before.kind === 'table' && after.kind === 'table')
    return { ...after, table: mergeTable(before.table, after.table, lang) };
  throw new Error(`${before.kind} and ${after.kind} are no versions of one block`);
}

/** A picture in both editions, with the alternative text of the new one. */
function mergePicture(before: Picture, { caption, ...after }: Picture, lang: Lang): Block {
  if (before.caption === undefined && caption === undefined) return after;
  return { ...after, caption: mergeLine(before.caption ?? [], caption ?? [], lang) };
}

type Picture = Extract<Block, { kind: 'picture' }>;

/** Merges list items; an item in both editions gets its level and number from the new edition. */
function mergeItems(before: readonly ListItem[], after: readonly ListItem[], lang: Lang): ListItem[] {
  const texts = (items: readonly ListItem[]): Paragraph[] => items.map(({ text }) => text);
  const [old, now] = [[...before], [...after]];
  return mergeParagraphs(texts(before), texts(after), lang).map((text) => {
    const change = changeOf(text);
    const was = change === 'inserted' ? undefined : old.shift();
    const is = change === 'deleted' ? undefined : now.shift();
    return { ...(is ?? was), text };
  });
}

function mergeEntries(before: readonly Entry[], after: readonly Entry[], lang: Lang): Entry[] {
  return merged(
    before,
    after,
    ({ target }) => target,
    editEntries,
    (old, now) => ({ ...now, text: mergeEntryText(old, now, lang) }),
  );
}

/**
 * Numbers that differ are merged as a whole with the space after them, because adjacent digits would be read as one
 * number.
 */
function mergeEntryText(before: Entry, after: Entry, lang: Lang): Paragraph {
  const areNumbered = before.number !== undefined && after.number !== undefined;
  if (!areNumbered || before.number === after.number) return mergeLine(before.text, after.text, lang);
  return [
    ...marked(before.text.slice(0, 1), 'deleted'),
    ...marked(after.text.slice(0, 1), 'inserted'),
    ...mergeLine(before.text.slice(1), after.text.slice(1), lang),
  ];
}

function mergeGroups(before: readonly IndexGroup[], after: readonly IndexGroup[], lang: Lang): IndexGroup[] {
  return merged(
    before,
    after,
    ({ heading }) => wordsOf(heading),
    editGroups,
    (old, now) => ({
      heading: mergeLine(old.heading, now.heading, lang),
      ...(old.notes === undefined && now.notes === undefined
        ? {}
        : { notes: mergeParagraphs(old.notes ?? [], now.notes ?? [], lang) }),
      entries: mergeEntries(old.entries, now.entries, lang),
    }),
  );
}

function mergeTable(before: Table, after: Table, lang: Lang): Table {
  return {
    ...after,
    columns: after.columns.map((column, index) => ({
      ...column,
      heading: mergeLine(before.columns[index]?.heading ?? [], column.heading, lang),
    })),
    rows: merged(before.rows, after.rows, rowKey, editRows, (old, now) => ({
      ...now,
      cells: now.cells.map((cell, column) =>
        after.columns[column]?.kind === 'event-number'
          ? mergeNumber(old.cells[column] ?? NO_CELL, cell)
          : mergeCell(old.cells[column] ?? NO_CELL, cell, lang),
      ),
    })),
  };
}

const NO_CELL: Cell = { paragraphs: [] };

/** Merges the number of an event. If the two editions have different numbers, each number is on a line of its own. */
function mergeNumber(before: Cell, after: Cell): Cell {
  if (JSON.stringify(before) === JSON.stringify(after)) return after;
  return {
    paragraphs: [
      ...before.paragraphs.map((paragraph) => marked(paragraph, 'deleted')),
      ...after.paragraphs.map((paragraph) => marked(paragraph, 'inserted')),
    ],
  };
}

/** Merges a cell. If the pictures differ, the new picture is inserted and the text of the old picture is deleted. */
function mergeCell(before: Cell, { picture, paragraphs }: Cell, lang: Lang): Cell {
  const isSame = before.picture?.file === picture?.file;
  const old = isSame ? before : withWords(before);
  const merged = { paragraphs: mergeParagraphs(old.paragraphs, paragraphs, lang) };
  if (picture === undefined) return merged;
  const { alt } = picture;
  if (isSame || alt === undefined) return { picture, ...merged };
  return { picture: { ...picture, alt: { ...alt, change: 'inserted' } }, ...merged };
}

/**
 * A key of a row that includes its marks: marks next to a row cannot be inserted or deleted, so a row with different
 * marks counts as a different row.
 */
const rowKey = ({ id, marks = [] }: Row): string => JSON.stringify([id, marks]);
