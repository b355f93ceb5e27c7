import type { ColumnFate } from '../read/table-import/index.ts';

/** Maximum number of characters of a heading, and of a sample, that are shown. */
const SHOWN = { heading: 28, sample: 24 };

/**
 * A table of how the columns of a spreadsheet are imported: heading, field, whether it is published, cells, samples.
 */
export function fatesText(fates: readonly ColumnFate[]): string[] {
  if (fates.length === 0) return [];
  const rows = fates.map(({ sheet, column, heading, field, why, internal, cells, samples }) => [
    sheet === undefined ? column : `${sheet}!${column}`,
    short(heading, SHOWN.heading),
    field ?? 'left out',
    internal ? 'internal' : field === undefined ? '' : 'public',
    String(cells),
    [
      samples.map((words) => short(words, SHOWN.sample)).join(' · '),
      ...(why === undefined ? [] : [`(${why})`]),
    ]
      .filter((part) => part !== '')
      .join('  '),
  ]);
  const table = [['column', 'heading', 'field', '', 'cells', 'samples'], ...rows];
  const widths = [0, 1, 2, 3, 4].map((index) =>
    Math.max(...table.map((row) => [...(row[index] ?? '')].length)),
  );
  return table.map((row) =>
    row
      .map((words, index) => words + ' '.repeat(Math.max((widths[index] ?? 0) - [...words].length, 0)))
      .join('  ')
      .trimEnd(),
  );
}

function short(words: string, most: number): string {
  const line = [...words.replace(/\s+/g, ' ').trim()];
  return line.length > most ? `${line.slice(0, most - 1).join('')}…` : line.join('');
}
