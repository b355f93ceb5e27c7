import { createHash } from 'node:crypto';
import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import {
  type ColumnSet,
  type DataOf,
  EventPageView,
  type Grid,
  PageBody,
  PageHead,
  styleSheet,
} from '../../../templates/html/index.ts';
import { type Design, picturesOf } from '../../design/index.ts';
import {
  accentNumbersOf,
  type Block,
  type Document,
  EVERY_VALUE,
  type EventPage,
  eventsIn,
  type Facet,
  figuresIn,
  printedAs,
  type Row,
  type Section,
  type Table,
  tablesOf,
  wordsOf,
} from '../../document/index.ts';
import type { Problem } from '../../errors.ts';
import { type Pictures, valueAt } from '../../model/index.ts';
import { pageDays, pageZones, timesFor } from './days.ts';
import type { FontsOf } from './fonts.ts';
import { pagePictures } from './pictures.ts';
import { SCRIPT } from './script.ts';

/**
 * Renders a document as a single HTML page that loads no other file: style and script are inline, and the content
 * security policy allows only these two, identified by their hashes. The markup contains all content; the script only
 * hides rows that the reader's filters exclude. The file ends with a line feed.
 *
 * @param pictures pictures that the design and the document use
 * @param assets the fonts of the page, and its icon as a data URI; without the fonts, the page only names their families
 * @returns the file, UTF-8, and the font families that it does not contain
 * @throws UserError if the pictures are too large for a page
 */
export async function renderHtml(
  given: Document,
  design: Design,
  pictures: Pictures = new Map(),
  { fontsOf = async () => ({ fonts: [], notes: [] }), icon }: PageOwn = {},
): Promise<{ content: Uint8Array; notes: readonly Problem[] }> {
  const document = printedAs(given, design);
  const { addToCalendar } = document.words.screen;
  const sets = columnSets(document.sections, document.entries === undefined ? '' : addToCalendar);
  const accents = document.sections.map(({ accent = -1 }) => accent + 1);
  const cover = picturesOf(design).map(({ file }) => file);
  const figures = figuresIn(document).map(({ file }) => file);
  const days = pageDays(document.sections);
  const zones = pageZones(document.sections);
  const page = createElement(PageBody, {
    document,
    days,
    zones: days.length === 0 ? undefined : zones,
    script: SCRIPT,
    linked: inScript(document.linkedData),
    design,
    context: {
      design,
      words: document.words,
      lang: document.meta.lang,
      columnsOf: (table) => sets.get(table)?.name ?? '',
      dataOf: dataFor(document.facets ?? [], zones),
      accents: accentNumbersOf(document),
      isBanded: design.table.zebra,
      // In a redline, a deleted and an inserted event can have the same number.
      hasNumbers: document.redline === undefined,
      isShort: document.redline === undefined && entriesIn(document.sections) > MAX_ENTRIES,
      eventFolder: document.eventFolder,
      pictures: pagePictures(pictures, cover, figures),
    },
  });
  const body = renderToStaticMarkup(page);
  // The scripts at the end of the body are excluded, because their code is not displayed.
  const { fonts, notes } = await fontsOf(body.slice(0, body.indexOf('<script')));
  const style = styleSheet(design, [...new Set(sets.values())], {
    accents: Math.max(0, ...accents),
    grids: document.sections.flatMap(({ blocks }) => blocks.flatMap(gridIn)),
    rows: document.sections.flatMap(({ blocks }) => blocks.flatMap(eventsIn)).length,
    fonts,
  });
  const policy = policyOf({
    style,
    script: SCRIPT,
    hasPictures: cover.length + figures.length > 0,
    hasFonts: fonts.length > 0,
  });
  const head = renderToStaticMarkup(createElement(PageHead, { document, style, policy, icon }));
  const html = `<!DOCTYPE html>\n<html lang="${document.meta.lang}">${head}${body}</html>\n`;
  return { content: Buffer.from(html), notes };
}

/** The content that a page takes from the design in addition to its style. */
interface PageOwn {
  fontsOf?: FontsOf;
  icon?: string | undefined;
}

/** JSON-LD for a script element, escaped so that no text can end the element. */
function inScript(data: object | undefined): string | undefined {
  return data && JSON.stringify(data).replaceAll('<', '\\u003c');
}

/**
 * Renders pages of single events: each loads no other file and runs no script.
 *
 * @param document the document of the programme
 * @returns renders a page; `calendar` is the name of a calendar file next to it
 */
export function eventPageRenderer(
  document: Document,
  design: Design,
  pictures: Pictures,
): (page: EventPage, calendar: string | undefined) => Uint8Array {
  const style = styleSheet(design, [], { accents: 0, grids: [], rows: 1 });
  return (page, calendar) => {
    const figures = (page.event?.pictures ?? []).map(({ file }) => file);
    const view = createElement(EventPageView, {
      page,
      document,
      style,
      linked: inScript(page.linked),
      policy: policyOf({ style, hasPictures: figures.length > 0 }),
      sourceOf: pagePictures(pictures, [], [...new Set(figures)]).inText,
      calendar,
    });
    return Buffer.from(`<!DOCTYPE html>\n${renderToStaticMarkup(view)}\n`);
  };
}

function gridIn(block: Block): Grid[] {
  if (block.kind !== 'timetable') return [];
  const { places, cells } = block.timetable;
  const texts = [
    ...places.map(({ name }) => name),
    ...cells.flatMap(({ event }) => (event === undefined ? [] : [event.title])),
  ];
  return [
    {
      places: places.reduce((sum, { columns }) => sum + columns, 0),
      longest: longestIn(texts.map(wordsOf)),
    },
  ];
}

/**
 * If there are more index entries than this, they contain only event numbers, because titles would make up most of the
 * page.
 */
const MAX_ENTRIES = 10_000;

function entriesIn(sections: readonly Section[]): number {
  const groups = sections.flatMap(({ blocks }) =>
    blocks.flatMap((block) => (block.kind === 'index' ? block.groups : [])),
  );
  return groups.reduce((sum, { entries }) => sum + entries.length, 0);
}

/**
 * The content security policy of a page: only this style and this script are allowed, and only pictures and fonts that
 * are data URIs.
 */
function policyOf({ style, script, hasPictures, hasFonts = false }: Allowed): string {
  const sum = (content: string): string =>
    `'sha256-${createHash('sha256').update(content).digest('base64')}'`;
  return [
    `default-src 'none'; style-src ${sum(style)}`,
    ...(script === undefined ? [] : [`script-src ${sum(script)}`]),
    ...(hasPictures ? ['img-src data:'] : []),
    ...(hasFonts ? ['font-src data:'] : []),
    "base-uri 'none'; form-action 'none'",
  ].join('; ');
}

interface Allowed {
  style: string;
  script?: string;
  hasPictures: boolean;
  hasFonts?: boolean;
}

/**
 * Number of characters of the longest word in a column; in a date column, the label of the button below the dates is
 * included.
 */
function longestWord({ columns, rows }: Table, column: number, button: string): number {
  const { heading = [], kind } = columns[column] ?? {};
  return longestIn([
    wordsOf(heading),
    ...(kind === 'date' ? [button] : []),
    ...rows.flatMap(({ cells }) => cells[column]?.paragraphs.map(wordsOf) ?? []),
  ]);
}

/** Number of characters of the longest word. */
function longestIn(texts: readonly string[]): number {
  let longest = 0;
  for (const text of texts)
    for (const { length } of text.split(WORD_END)) longest = Math.max(longest, length);
  return longest;
}

/** Positions at which a line can break. */
const WORD_END = /[ \n\t]|(?<=[-–—/])/u;

/**
 * The column set of each table of events; tables with the same columns share a set.
 *
 * @param button label of the button below each date; empty if there are no such buttons
 */
function columnSets(sections: readonly Section[], button: string): Map<Table, ColumnSet> {
  const sets = new Map<string, ColumnSet>();
  const ofTables = new Map<Table, ColumnSet>();
  const tables = sections.flatMap(({ part, blocks }) => (part === undefined ? tablesOf({ blocks }) : []));
  for (const table of tables) {
    if (table.summary) continue;
    const columns = {
      kinds: table.columns.map(({ kind }) => kind),
      headings: table.columns.map(({ heading }) => wordsOf(heading)),
      header: table.header,
    };
    const key = JSON.stringify(columns);
    const set = valueAt(sets, key, () => ({
      name: `columns-${sets.size}`,
      ...columns,
      longest: columns.kinds.map(() => 0),
    }));
    set.longest.forEach((length, index) => {
      set.longest[index] = Math.max(length, longestWord(table, index, button));
    });
    ofTables.set(table, set);
  }
  return ofTables;
}

/** Returns a function that computes the attributes of a row for the script. */
function dataFor(facets: readonly Facet[], zones: readonly string[]): DataOf {
  const tokensOf = tokensIn(facets);
  const timesOf = timesFor(zones);
  return (row) => {
    const [tokens, times] = [tokensOf(row), timesOf(row)];
    const isOff = row.marks?.some(({ kind }) => kind === 'cancelled' || kind === 'postponed');
    return {
      ...(tokens === '' ? {} : { 'data-f': tokens }),
      ...(times === '' ? {} : { 'data-t': times }),
      ...(isOff ? { 'data-off': '' } : {}),
      ...(row.places === undefined ? {} : { 'data-p': row.places.join(' ') }),
    };
  };
}

/**
 * Encodes the facet values of a row as short tokens `FACET.VALUE`: the index of the facet, and the index of the value
 * within the facet. The script maps them to the options of the filters.
 */
function tokensIn(facets: readonly Facet[]): (row: Pick<Row, 'facets'>) => string {
  const places = facets.map(({ id, values }) => ({
    id,
    byKey: new Map<string, string>([
      ...values.map(({ key }, place) => [key, String(place)] as const),
      [EVERY_VALUE, EVERY_VALUE],
    ]),
  }));
  return ({ facets: keys = {} }) =>
    places
      .flatMap(({ id, byKey }, facet) =>
        (keys[id] ?? []).flatMap((key) => {
          const place = byKey.get(key);
          return place === undefined ? [] : [`${facet}.${place}`];
        }),
      )
      .join(' ');
}
