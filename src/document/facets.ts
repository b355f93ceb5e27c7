/** The facets by which readers can filter events on a screen. */
import {
  type Bounds,
  boundsOf,
  type Event,
  edtfBounds,
  type Field,
  type FieldKind,
  type LangText,
  OPEN_END,
  OPEN_START,
  ownProperty,
  parseEdtf,
  type Side,
  type Theme,
  textIn,
  textOf,
} from '../model/index.ts';
import { foldName } from '../reference/index.ts';
import { periodHeading } from '../text/dates/index.ts';
import { compareNames, fill } from '../text/index.ts';
import { dateInWords } from './date-in-words.ts';
import type { IndexContext } from './indexes.ts';
import { EVERY_VALUE, type Facet, type Row, type Run } from './model.ts';
import type { NumberedTheme } from './numbered.ts';

/** A facet, and the keys of the values that an event has in it. */
interface Choice extends Facet {
  keysOf(event: Event, theme: Theme): readonly string[];
}

/** Kinds of fields that become facets if they have few values. */
const GROUPING: readonly FieldKind[] = ['region', 'category', 'text', 'place', 'price', 'time'];
/** Maximum number of values of a facet, in general and if there are few events. */
const MAX_VALUES = 30;
const MAX_VALUES_OF_FEW_EVENTS = 8;
/** Maximum number of months in which a long event is listed: ten years. */
const MAX_MONTHS = 120;
/** Key of the events without a date. */
const NO_DATE = 'open';
/** Key of the events whose date is given only in words. */
const IN_WORDS = 'in-words';
/** Name of the search text in the URL of the page; no facet may have the same name. */
export const WORDS = 'words';

/**
 * The facets of the events of themes, and the values of each event: its theme, the regions of each side, months, and
 * the values of fields with few distinct values. A value that all events share is not a facet.
 */
export function documentFacets(
  themes: readonly NumberedTheme[],
  context: IndexContext,
): { facets: Facet[]; facetsOf(event: Event, theme: Theme): NonNullable<Row['facets']> } {
  const { config } = context.programme;
  const printed = new Set(config.themes.flatMap(({ columns }) => columns));
  const grouping = config.fields.filter(
    ({ id, kind }) =>
      printed.has(id) &&
      id !== WORDS &&
      GROUPING.includes(kind) &&
      // Sides with the same regions share a facet.
      (kind !== 'region' || config.sides.length === 0),
  );
  const choices = [
    themeChoice(themes, context),
    ...config.sides.map((side) => regionChoice(themes, side, context)),
    monthChoice(themes, context),
    ...grouping.flatMap((field) =>
      fieldChoice(themes, field, context.runs.words(field.heading ?? field.id), context),
    ),
  ].filter(({ values }) => values.length > 1);
  return {
    facets: choices.map(({ id, label, values }) => ({ id, label, values })),
    facetsOf: (event, theme) =>
      Object.fromEntries(
        choices
          .map(({ id, keysOf }) => [id, keysOf(event, theme)] as const)
          .filter(([, keys]) => keys.length > 0),
      ),
  };
}

function eventsOf(themes: readonly NumberedTheme[]): Event[] {
  return themes.flatMap(({ events }) => events.map(({ event }) => event));
}

function themeChoice(themes: readonly NumberedTheme[], { say, runs }: IndexContext): Choice {
  return {
    id: 'theme',
    label: say.changes.table.theme,
    values: themes
      .filter(({ events }) => events.length > 0)
      .map(({ theme }) => ({ key: theme.id, text: runs.run(theme.title) })),
    keysOf: (_, theme) => [theme.id],
  };
}

function regionChoice(
  themes: readonly NumberedTheme[],
  side: Side,
  { programme, lang, say, runs }: IndexContext,
): Choice {
  const keysOf = (event: Event): readonly string[] => {
    const regions = ownProperty(event.regions, side.id);
    if (regions === 'all-regions') return [EVERY_VALUE];
    return Array.isArray(regions) ? regions : [];
  };
  const found = new Set(eventsOf(themes).flatMap(keysOf));
  return {
    id: `regions.${side.id}`,
    label: fill(say.changes.regionsOf, { side: runs.words(side.name) }),
    values: byName(
      programme.reference.regions
        .filter(({ code }) => found.has(code))
        .map(({ code, names }) => ({ key: code, text: runs.run(names) })),
      lang,
    ),
    keysOf,
  };
}

/** The months in which an event takes place or, if its date is imprecise, may take place. */
function monthChoice(themes: readonly NumberedTheme[], { programme, lang, say }: IndexContext): Choice {
  const period = edtfBounds(programme.config.period);
  const keysOf = (event: Event): readonly string[] => {
    if (event.when !== undefined) return monthsOf(event.when, period);
    return [dateInWords(event, programme.config) === undefined ? NO_DATE : IN_WORDS];
  };
  const found = new Set(eventsOf(themes).flatMap(keysOf));
  const months = [...found].filter((key) => key !== NO_DATE && key !== IN_WORDS).sort();
  return {
    id: 'when',
    label: say.screen.month,
    values: [
      ...months.map((month) => ({ key: month, text: { text: periodHeading(month, lang) } })),
      ...(found.has(IN_WORDS) ? [{ key: IN_WORDS, text: { text: say.dateInWords } }] : []),
      ...(found.has(NO_DATE) ? [{ key: NO_DATE, text: { text: say.dateOpen } }] : []),
    ],
    keysOf,
  };
}

/**
 * The months that a date touches, YYYY-MM; a date with an open start or end extends as far as the programme's period.
 */
function monthsOf(when: string, period: { start: string; end: string }): string[] {
  const date = parseEdtf(when);
  const spans = (date.precision === 'set' ? date.members : [date]).map(boundsOf);
  return [
    ...new Set(
      spans.flatMap((span) => {
        const [start, end] = [later(span.start, period.start), earlier(span.end, period.end)];
        return start > end ? monthsBetween(...closed(span)) : monthsBetween(start, end);
      }),
    ),
  ];
}

/** The ends of a span. An open end equals the start, and an open start equals the end. */
function closed({ start, end }: Bounds): [string, string] {
  return [start === OPEN_START ? end : start, end === OPEN_END ? start : end];
}

const later = (a: string, b: string): string => (a > b ? a : b);
const earlier = (a: string, b: string): string => (a < b ? a : b);

function monthsBetween(start: string, end: string): string[] {
  const months: string[] = [];
  let [year = 0, month = 1] = start.split('-').map(Number);
  for (;;) {
    const key = `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}`;
    if (key > end.slice(0, 7) || months.length === MAX_MONTHS) return months;
    months.push(key);
    if (month === 12) year++;
    month = (month % 12) + 1;
  }
}

/** Kinds of fields whose cells can list several values. */
const LISTING: readonly FieldKind[] = ['category', 'text', 'place'];

/**
 * Finds the values in a cell: the parts that are separated by line ends, commas or semicolons, if one of these parts is
 * also the whole text of another cell. "Children, families" has two values if another cell is "Children"; "Town hall,
 * Exampleton" is one value if no other cell contains only one of its parts.
 */
function valuesIn(cells: readonly string[]): (cell: string) => readonly string[] {
  const alone = new Set(cells.map(foldName));
  return (cell) => {
    const parts = cell
      .split(/[,;\n]/)
      .map((part) => part.trim())
      .filter((part) => part !== '');
    return parts.some((part) => alone.has(foldName(part))) ? parts : [cell];
  };
}

/** A field as a facet if it has few values; values that differ only in case count as one. */
function fieldChoice(
  themes: readonly NumberedTheme[],
  { id, kind }: Pick<Field, 'id' | 'kind'>,
  label: string,
  { programme, lang, runs }: IndexContext,
): Choice[] {
  const cellOf = (event: Event): LangText[] => {
    const text = textOf(event, id);
    return text === undefined ? [] : [textIn(text, lang, programme.config.language)];
  };
  const events = eventsOf(themes);
  const cells = events.flatMap(cellOf);
  const valuesOf = LISTING.includes(kind)
    ? valuesIn(cells.map(({ words }) => words))
    : (cell: string) => [cell];
  const runsOf = (event: Event): Run[] =>
    cellOf(event).flatMap((cell) => valuesOf(cell.words).map((value) => runs.run({ [cell.lang]: value })));
  const values = new Map<string, Run>();
  for (const run of events.flatMap(runsOf)) {
    const key = keyOf(run);
    if (!values.has(key)) values.set(key, run);
  }
  const filled = cells.length;
  const most = Math.min(MAX_VALUES, Math.max(filled / 2, Math.min(MAX_VALUES_OF_FEW_EVENTS, filled - 1)));
  if (values.size > most) return [];
  return [
    {
      id,
      label,
      values: byName(
        [...values].map(([key, text]) => ({ key, text })),
        lang,
      ),
      keysOf: (event) => [...new Set(runsOf(event).map(keyOf))],
    },
  ];
}

const keyOf = ({ text }: Run): string => text.toLowerCase();

function byName(values: Facet['values'], lang: IndexContext['lang']): Facet['values'] {
  const compare = compareNames(lang);
  return [...values].sort((a, b) => compare(a.text.text, b.text.text));
}
