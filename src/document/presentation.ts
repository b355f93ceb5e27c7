/** Presents the events of a theme in a table, in a list, or below headings of shared values. */

import type { Lang } from '../model/index.ts';
import { withColumns } from './columns.ts';
import { DAY } from './days.ts';
import { groupedRows, listedEvents } from './event-list.ts';
import { type EventGroup, groupsByDay } from './groups.ts';
import type { Block, Document, GroupLabels, Paragraph, Row, Section, Table } from './model.ts';
import { tablesOf } from './tables.ts';
import { wordsOf } from './texts.ts';

/** How the events of a theme are presented. */
export interface Presentation {
  as: 'table' | 'list' | 'timetable';
  /**
   * Field whose values become headings above the events that share a value, if the theme has a column for the field; or
   * `day`.
   */
  groups?: string | undefined;
}

/** The default for all themes, and exceptions by theme id. */
export interface Presentations extends Presentation {
  themes?: Readonly<Record<string, Presentation>> | undefined;
  /** Id of the field with the places of timetables; by default the field whose heading denotes a place. */
  places?: string | undefined;
}

/** The presentation of the events of a theme. */
export function presentationOf({ themes, places: _, ...all }: Presentations, theme: string): Presentation {
  return themes?.[theme] ?? all;
}

/** Whether the events of any theme are printed by day. */
export function isByDay({ themes = {}, ...all }: Presentations): boolean {
  return [all, ...Object.values(themes)].some(({ groups }) => groups === DAY);
}

/**
 * Applies the presentations to the themes of a document. Files for corrections and proof sheets are compared with the
 * data, so they keep their tables and contain no content between the title of a theme and its events. A redline has no
 * groups, since its group column shows what moved from one group to another.
 */
export function presented(document: Document, wish: Presentations): Document {
  const isCompared = document.record !== undefined || document.words.remarks !== undefined;
  const days = { lang: document.meta.lang, hasYear: spansYears(document) };
  const sections = document.sections.map(({ opening = [], ...current }) => {
    if (current.theme === undefined || isCompared) return current;
    const section = { ...current, blocks: [...opening, ...current.blocks] };
    const { as: wished, groups } = presentationOf(wish, current.theme);
    // In the section of a theme, a list replaces the timetable, because timetables are separate sections.
    const as = wished === 'timetable' ? 'list' : wished;
    if (as === 'table' && groups === undefined) return section;
    return sectionAs(section, { as, ...(document.redline ? {} : { groups }) }, days, document);
  });
  return { ...document, sections };
}

function sectionAs(
  section: Section,
  { as, groups }: Pick<Presentation, 'groups'> & { as: 'table' | 'list' },
  days: DayWriting,
  { words: { groups: labels } }: Document,
): Section {
  const blocks = section.blocks.flatMap((block): Block[] => {
    if (block.kind !== 'table') return [block];
    const { table } = block;
    const grouped = groupsOf(table, groups, days, labels);
    if (grouped === undefined) return [blockOf(table, as, false)];
    return grouped.flatMap(({ name, key, note, table: groupTable }, index): Block[] => {
      const words = wordsOf(name);
      const { rows } = groupTable;
      const hasRows = rows.length > 0;
      const described = {
        ...groupTable,
        description: `${words} – ${table.description}`,
        rows: keptCarried(rows, table.rows),
      };
      return [
        {
          kind: 'heading',
          text: name,
          group: true,
          target: `${section.id}-${key ?? index}`,
          ...(labels === undefined ? {} : { continued: continued(name, labels) }),
        },
        ...(note === undefined
          ? []
          : [{ kind: 'paragraph', text: note, style: hasRows ? 'in-group' : 'note' } as const]),
        ...(hasRows ? [blockOf(described, as, true)] : []),
      ];
    });
  });
  return { ...section, ...(as === 'list' ? { layout: as } : {}), blocks };
}

/** The groups of a table in printed order; undefined if it has none. */
function groupsOf(
  table: Table,
  groups: string | undefined,
  days: DayWriting,
  labels: GroupLabels | undefined,
): EventGroup[] | undefined {
  const column = table.columns.findIndex(({ field }) => groups !== undefined && field === groups);
  if (groups === DAY && column < 0 && labels !== undefined) return groupsByDay(table, labels, days);
  if (column < 0 || column === table.header) return undefined;
  return groupedRows(table.rows, column).map(({ name, rows }) => ({
    name: shown(name),
    table: withColumns({ ...table, rows }, (candidate) => candidate !== column),
  }));
}

/** The date format of the day headings in a document. */
interface DayWriting {
  lang: Lang;
  hasYear: boolean;
}

/** Whether events take place on days of more than one year. */
function spansYears({ sections }: Document): boolean {
  const rows = sections.flatMap(tablesOf).flatMap((table) => table.rows);
  return new Set(rows.flatMap(({ day }) => (day?.on ?? []).map((on) => on.day.slice(0, 4)))).size > 1;
}

/** The heading of a group when it is repeated on a later page. */
function continued(name: Paragraph, { continued: label }: GroupLabels): Paragraph {
  const [before = '', after = ''] = label.split('{heading}');
  return [{ text: before }, ...name, { text: after }].filter(({ text }) => text !== '');
}

function blockOf(table: Table, as: 'table' | 'list', isGroup: boolean): Block {
  if (as === 'table') return { kind: 'table', table };
  return { kind: 'events', ...(isGroup ? { level: 2 } : {}), events: listedEvents(table) };
}

/** The name of a group. The dash that names a group without a value is replaced with its spoken text. */
function shown(name: Paragraph): Paragraph {
  return name.map(({ spoken, quiet: _, ...run }) => {
    if (spoken === undefined) return run;
    return { ...run, text: spoken.slice(0, 1).toLocaleUpperCase(run.lang) + spoken.slice(1) };
  });
}

/** Keeps a cell joined to the cell above only if the row above is still the same row. */
function keptCarried(rows: readonly Row[], all: readonly Row[]): Row[] {
  const above = new Map(all.map((row, index) => [row, all[index - 1]]));
  return rows.map((row, index) => {
    const { carried, ...rest } = row;
    return carried && index > 0 && above.get(row) === rows[index - 1] ? row : rest;
  });
}
