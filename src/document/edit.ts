import type {
  Block,
  Cell,
  Column,
  Cover,
  Entry,
  Figure,
  IndexGroup,
  ListedEvent,
  Paragraph,
  Row,
  Section,
  Target,
} from './model.ts';

/** Changes to the texts and targets of a document. */
export interface Edit {
  /**
   * Returns the changed text, or undefined to remove it. When its last text is removed, a row, a group or a block is
   * removed as well. When its heading is removed, a table or a section is removed as well.
   */
  text?: (paragraph: Paragraph) => Paragraph | undefined;
  target?: (target: Target) => Target;
}

/** Edits the texts and targets of sections. */
export function editSections(sections: readonly Section[], edit: Edit): Section[] {
  return sections.flatMap((section) => {
    const [title] = editTexts([section.title], edit);
    if (title === undefined) return [];
    const blocks = editBlocks(section.blocks, edit);
    // A section without a title is removed when its last text is removed.
    if (title.length === 0 && blocks.length === 0 && section.blocks.length > 0) return [];
    return [{ ...section, id: editTarget(section.id, edit), title, blocks }];
  });
}

/** Edits the texts of a cover. */
export function editCover({ kicker, title, lines, publisher }: Cover, edit: Edit): Cover {
  const line = (paragraph: Paragraph): Paragraph => editTexts([paragraph], edit)[0] ?? [];
  return {
    ...(kicker === undefined ? {} : { kicker: line(kicker) }),
    title: line(title),
    lines: editTexts(lines, edit),
    publisher: line(publisher),
  };
}

export function editBlocks(blocks: readonly Block[], edit: Edit): Block[] {
  return blocks.flatMap((block) => editBlock(block, edit));
}

function editBlock(block: Block, edit: Edit): Block[] {
  switch (block.kind) {
    case 'paragraph':
    case 'heading':
      return withText([block], edit);
    case 'list':
      return unlessEmptied({ ...block, items: withText(block.items, edit) }, block, 'items');
    case 'quote':
      return unlessEmptied({ ...block, paragraphs: editTexts(block.paragraphs, edit) }, block, 'paragraphs');
    // Timetables are never edited, because a redline has none.
    case 'timetable':
      return [block];
    case 'picture':
      return editPicture(block, edit);
    case 'contents':
      return unlessEmptied({ ...block, entries: editEntries(block.entries, edit) }, block, 'entries');
    case 'index':
      return unlessEmptied({ ...block, groups: editGroups(block.groups, edit) }, block, 'groups');
    case 'events':
      return unlessEmptied({ ...block, events: editEvents(block.events, edit) }, block, 'events');
    case 'table': {
      const columns = block.table.columns.flatMap((column) =>
        editTexts([column.heading], edit).map((heading) => ({ ...column, heading })),
      );
      // The table is removed when its last heading with text is removed; headings without text do not count.
      const hasWords = (list: readonly Column[]): boolean => list.some(({ heading }) => heading.length > 0);
      if (columns.length === 0 || (hasWords(block.table.columns) && !hasWords(columns))) return [];
      return [{ ...block, table: { ...block.table, columns, rows: editRows(block.table.rows, edit) } }];
    }
  }
}

/**
 * A picture is removed when its alternative text is removed. If it has no alternative text, it is removed when its
 * caption is removed.
 */
function editPicture({ figure, caption, ...block }: Picture, edit: Edit): Block[] {
  const kept = editFigure(figure, edit);
  const words = caption && editTexts([caption], edit)[0];
  const isGone = figure.alt === undefined && caption !== undefined && words === undefined;
  if (kept === undefined || isGone) return [];
  return [{ ...block, figure: kept, ...(words === undefined ? {} : { caption: words }) }];
}

/** @returns undefined if the alternative text is removed */
function editFigure(figure: Figure, edit: Edit): Figure | undefined {
  if (figure.alt === undefined) return figure;
  const alt = editTexts([[figure.alt]], edit)[0]?.[0];
  return alt && { ...figure, alt };
}

type Picture = Extract<Block, { kind: 'picture' }>;

function unlessEmptied<B extends Block, K extends keyof B>(edited: B, before: B, part: K): B[] {
  const size = (block: B): number => (block[part] as readonly unknown[]).length;
  return size(edited) === 0 && size(before) > 0 ? [] : [edited];
}

export function editRows(rows: readonly Row[], edit: Edit): Row[] {
  return rows.flatMap((row) => {
    const cells = row.cells.map(({ picture, paragraphs }): Cell => {
      const kept = picture && editFigure(picture, edit);
      return { ...(kept && { picture: kept }), paragraphs: editTexts(paragraphs, edit) };
    });
    const isGone = cells.every(({ paragraphs }) => paragraphs.length === 0);
    return isGone ? [] : [{ ...row, id: editTarget(row.id, edit), cells }];
  });
}

function editEvents(events: readonly ListedEvent[], edit: Edit): ListedEvent[] {
  return events.flatMap((event) => {
    const title = editTexts(event.title, edit);
    const description = editTexts(event.description, edit);
    const facts = event.facts.flatMap((fact) => {
      const words = editTexts(fact.words, edit);
      return words.length === 0 ? [] : [{ ...fact, words }];
    });
    if (title.length + description.length + facts.length === 0) return [];
    const [number = []] = editTexts([event.number], edit);
    const captions = editTexts(event.captions, edit);
    const signs = editTexts(event.signs, edit);
    const pictures = event.pictures.flatMap((picture) => editFigure(picture, edit) ?? []);
    const id = editTarget(event.id, edit);
    return [{ ...event, id, number, title, pictures, captions, signs, facts, description }];
  });
}

export function editGroups(groups: readonly IndexGroup[], edit: Edit): IndexGroup[] {
  return groups.flatMap((group) =>
    editTexts([group.heading], edit).map((heading) => ({
      heading,
      ...(group.notes === undefined ? {} : { notes: editTexts(group.notes, edit) }),
      entries: editEntries(group.entries, edit),
    })),
  );
}

export function editEntries(entries: readonly Entry[], edit: Edit): Entry[] {
  return withText(entries, edit).map((entry) => ({ ...entry, target: editTarget(entry.target, edit) }));
}

function withText<T extends { text: Paragraph }>(items: readonly T[], edit: Edit): T[] {
  return items.flatMap((item) => editTexts([item.text], edit).map((text) => ({ ...item, text })));
}

function editTexts(paragraphs: readonly Paragraph[], { text }: Edit): Paragraph[] {
  return text === undefined
    ? [...paragraphs]
    : paragraphs.flatMap((paragraph) => [text(paragraph)].filter((kept) => kept !== undefined));
}

const editTarget = (target: Target, edit: Edit): Target => edit.target?.(target) ?? target;
