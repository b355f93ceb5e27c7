import { oneLine } from '../model/index.ts';
import type { ColumnFate } from '../read/table-import/index.ts';
import type { Preview } from './answers.ts';

/** Maximum numbers of characters in a heading, in a sample, in a text, and in the list of further headings. */
const SHOWN = { heading: 28, sample: 24, text: 60, further: 200 };
/**
 * Maximum numbers of columns to list for each state (public, internal, left out), tried in this order until the preview
 * is short enough.
 */
const FIRST = [Number.POSITIVE_INFINITY, 3, 2, 1];

/**
 * Describes which content of a list will be public, which internal, and which will be left out: first texts of the
 * programme, then columns with heading, field, number of cells and samples. If there are too many columns, only the
 * first columns of each state are listed in full; for the other columns, only the headings are shown.
 *
 * @param most number of lines above which fewer columns are listed
 */
export function previewText(preview: Preview, most: number): string[] {
  let lines: string[] = [];
  for (const first of FIRST) {
    lines = linesOf(preview, first);
    if (lines.length <= most) break;
  }
  return lines;
}

/** @param first number of columns to list for each state */
function linesOf({ columns, texts }: Preview, first: number): string[] {
  const rows = columns.map((column) => ({
    state: stateOf(column),
    heading:
      short(column.heading, SHOWN.heading) ||
      `${column.column} (${short(column.samples.join(' · '), SHOWN.sample)})`,
    cells: cellsOf(column),
  }));
  const widths = [0, 1, 2, 3].map((index) =>
    Math.max(0, ...rows.map(({ cells }) => [...(cells[index] ?? '')].length)),
  );
  return STATES.flatMap(({ state, title }) => {
    const isInternal = state === 'internal';
    const shown = texts.filter(({ internal }) => state !== 'out' && internal === isInternal);
    const all = rows.filter((row) => row.state === state);
    const further = all.slice(first).map(({ heading }) => heading);
    const lines = [
      ...shown.map(({ text, words }) => `${text}: ${words.map((one) => short(one, SHOWN.text)).join(' · ')}`),
      ...all.slice(0, first).map(({ cells }) => aligned(cells, widths)),
      ...(further.length === 0
        ? []
        : [`… and ${further.length} more: ${short(further.join(', '), SHOWN.further)}; --all lists each`]),
    ];
    return lines.length === 0 ? [] : [title, ...lines.map((line) => `  ${line}`)];
  });
}

const STATES = [
  { state: 'public', title: 'this will be public:' },
  { state: 'internal', title: 'this stays internal:' },
  { state: 'out', title: 'this is left out:' },
] as const;

const stateOf = ({ field, internal }: ColumnFate): (typeof STATES)[number]['state'] =>
  internal ? 'internal' : field === undefined ? 'out' : 'public';

function cellsOf({ sheet, column, heading, field, why, cells, samples }: ColumnFate): string[] {
  return [
    sheet === undefined ? column : `${sheet}!${column}`,
    short(heading, SHOWN.heading),
    field ?? '',
    String(cells),
    [
      samples.map((words) => short(words, SHOWN.sample)).join(' · '),
      ...(why === undefined ? [] : [`(${why.message})`]),
    ]
      .filter((part) => part !== '')
      .join('  '),
  ];
}

const aligned = (cells: readonly string[], widths: readonly number[]): string =>
  cells
    .map((words, index) => words + ' '.repeat(Math.max((widths[index] ?? 0) - [...words].length, 0)))
    .join('  ')
    .trimEnd();

function short(words: string, most: number): string {
  const line = [...oneLine(words)];
  return line.length > most ? `${line.slice(0, most - 1).join('')}…` : line.join('');
}
