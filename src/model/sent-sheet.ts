import { valueAt } from './records.ts';
/** The name of the hidden sheet that contains the texts of a workbook as they were when it was sent. */
export const SENT_SHEET = 'programme-sent';

/** The texts of tables: for each table, its rows of cells. The first row contains the paths of the columns. */
export type SentTables = readonly (readonly (readonly string[])[])[];

/**
 * The rows of the hidden sheet: all tables one after another, each row preceded by the number of its table. Texts are
 * encoded, so that a search or replacement in all sheets of the workbook does not affect this sheet.
 */
export function sentRows(tables: SentTables): string[][] {
  return tables.flatMap((table, index) =>
    table.map((words) => [String(index + 1), ...inPieces(encoded(words))]),
  );
}

/** Decodes the tables of a hidden sheet; undefined if it is damaged. */
export function sentTables(rows: readonly (readonly string[])[]): SentTables | undefined {
  const tables = new Map<string, string[][]>();
  for (const [table = '', ...pieces] of rows) {
    const words = decoded(pieces.join(''));
    if (words === undefined) return undefined;
    valueAt(tables, table, () => []).push(words);
  }
  return [...tables.values()];
}

function encoded(words: readonly string[]): string {
  return Buffer.from(JSON.stringify(words)).toString('base64');
}

/** Splits a text into pieces that are short enough for a cell. */
function inPieces(text: string): string[] {
  return text.match(/.{1,32000}/g) ?? [];
}

function decoded(text: string): string[] | undefined {
  try {
    const words: unknown = JSON.parse(Buffer.from(text, 'base64').toString());
    return Array.isArray(words) && words.every((word) => typeof word === 'string') ? words : undefined;
  } catch {
    return undefined;
  }
}
