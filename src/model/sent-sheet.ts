/** Name of the sheet of a workbook that nobody sees: it says with which words the workbook was sent out. */
export const SENT_SHEET = 'programme-sent';

/** The words of tables: of each, the rows with their cells; the first row has the paths of the columns. */
export type SentTables = readonly (readonly (readonly string[])[])[];

/**
 * The rows of the hidden sheet: tables one below the other, each row behind the number of its table. Words are encoded: who searches all sheets finds them once,
 * and who replaces them replaces nothing here.
 */
export function sentRows(tables: SentTables): string[][] {
  return tables.flatMap((table, index) =>
    table.map((words) => [String(index + 1), ...inPieces(encoded(words))]),
  );
}

/** The tables that the rows of such a sheet hold; undefined where it is damaged. */
export function sentTables(rows: readonly (readonly string[])[]): SentTables | undefined {
  const tables = new Map<string, string[][]>();
  for (const [table = '', ...pieces] of rows) {
    const words = decoded(pieces.join(''));
    if (words === undefined) return undefined;
    const known = tables.get(table);
    if (known === undefined) tables.set(table, [words]);
    else known.push(words);
  }
  return [...tables.values()];
}

function encoded(words: readonly string[]): string {
  return Buffer.from(JSON.stringify(words)).toString('base64');
}

/** A text in pieces that cells can hold. */
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
