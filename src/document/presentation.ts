/** Presents the events of a theme in a table, in a list, or under headings of shared values. */
import { groupedRows, listedEvents } from './event-list.ts';
import type { Block, Document, Paragraph, Row, Section, Table } from './model.ts';

/** How the events of a theme are presented. */
export interface Presentation {
  as: 'table' | 'list';
  /** Field whose values become headings above the events that share them, if the theme has a column of it. */
  groups?: string | undefined;
}

/** The default for all themes, and exceptions by theme id. */
export interface Presentations extends Presentation {
  themes?: Readonly<Record<string, Presentation>> | undefined;
}

/** How the events of a theme are presented. */
export function presentationOf({ themes, ...all }: Presentations, theme: string): Presentation {
  return themes?.[theme] ?? all;
}

/**
 * Applies the presentations to the themes of a document. Documents that are compared with the data keep their tables:
 * a file that is returned with corrections, and a proof sheet. A redline has no groups, since its group column shows
 * what moved from one group to another.
 */
export function presented(document: Document, wish: Presentations): Document {
  if (document.record !== undefined || document.words.remarks !== undefined) return document;
  const sections = document.sections.map((section) => {
    if (section.theme === undefined) return section;
    const { as, groups } = presentationOf(wish, section.theme);
    if (as === 'table' && groups === undefined) return section;
    return sectionAs(section, { as, ...(document.redline ? {} : { groups }) });
  });
  return { ...document, sections };
}

function sectionAs(section: Section, { as, groups }: Presentation): Section {
  const blocks = section.blocks.flatMap((block): Block[] => {
    if (block.kind !== 'table') return [block];
    const { table } = block;
    const column = table.columns.findIndex(({ field }) => groups !== undefined && field === groups);
    if (column < 0 || column === table.header) return [blockOf(table, as, false)];
    return groupedRows(table.rows, column).flatMap(({ name, rows }, index): Block[] => {
      const heading = shown(name);
      const words = heading.map(({ text }) => text).join('');
      const own = {
        ...table,
        description: `${words} – ${table.description}`,
        rows: keptCarried(rows, table.rows),
      };
      return [
        { kind: 'heading', text: heading, group: true, target: `${section.id}-${index}` },
        blockOf(withoutColumn(own, column), as, true),
      ];
    });
  });
  return { ...section, ...(as === 'list' ? { layout: as } : {}), blocks };
}

function blockOf(table: Table, as: Presentation['as'], isGroup: boolean): Block {
  if (as === 'table') return { kind: 'table', table };
  return { kind: 'events', ...(isGroup ? { level: 2 } : {}), events: listedEvents(table) };
}

/** The name of a group; for a group without a value, the text for that. */
function shown(name: Paragraph): Paragraph {
  return name.map(({ spoken, quiet: _, ...run }) => {
    if (spoken === undefined) return run;
    return { ...run, text: spoken.slice(0, 1).toLocaleUpperCase(run.lang) + spoken.slice(1) };
  });
}

/** A carried cell stays carried only if the row above is still the one above. */
function keptCarried(rows: readonly Row[], all: readonly Row[]): Row[] {
  const above = new Map(all.map((row, index) => [row, all[index - 1]]));
  return rows.map((row, index) => {
    const { carried, ...rest } = row;
    return carried && index > 0 && above.get(row) === rows[index - 1] ? row : rest;
  });
}

function withoutColumn(table: Table, column: number): Table {
  const { group, header, columns, rows } = table;
  const { group: _, ...rest } = table;
  const moved = (index: number): number => (index > column ? index - 1 : index);
  return {
    ...rest,
    columns: columns.filter((_, index) => index !== column),
    ...(group === undefined || group === column ? {} : { group: moved(group) }),
    header: moved(header),
    rows: rows.map((row) => {
      const { carried, ...own } = row;
      return {
        ...(group === column ? own : row),
        cells: row.cells.filter((_, index) => index !== column),
      };
    }),
  };
}
