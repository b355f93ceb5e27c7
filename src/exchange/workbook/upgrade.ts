/** Upgrades workbooks that were exported from datasets in older formats. */
import { emphasisedIn, FORMAT, type HasFields, pathParts, type SentTables } from '../../model/index.ts';
import { upgradeFrom } from '../../read/index.ts';
import type { PathTable } from './tables.ts';

/** A table without rows that states the format of the texts; the last table of the sent data. */
export const FORMAT_TABLE = [['format', String(FORMAT)]];

/** The format of the texts in sent data. Workbooks in format 2 do not state their format. */
function formatOf(sent: SentTables): number {
  const [name, format] = sent.at(-1)?.[0] ?? [];
  return name === 'format' ? Number(format) : 2;
}

/** Upgrades the tables that were sent with a workbook to the newest format. */
export function upgradedSent(sent: SentTables, config: HasFields): SentTables {
  const format = formatOf(sent);
  if (format === FORMAT) return sent.slice(0, -1);
  const { field, emphasised, introduction } = upgradeFrom(format);
  const emphasisFields = emphasisedIn(config);
  return sent.map(([paths = [], ...rows]) => {
    const now = paths.map(field);
    const isOfEvents = paths.includes('id');
    const wordsOf = (path: string, words: string, [id = '']: readonly string[]): string => {
      if (isOfEvents) return emphasisFields.has(pathParts(path).id) ? emphasised(words) : words;
      return isIntroduction(path, id) ? introduction(words) : words;
    };
    return [now, ...rows.map((row) => row.map((words, at) => wordsOf(now[at] ?? '', words, row)))];
  });
}

/**
 * Upgrades the tables of a returned workbook to the newest format. Fields with emphasis need no change, because their
 * cells contain formatting, not markup.
 */
export function upgradedTables(tables: readonly PathTable[], sent: SentTables): readonly PathTable[] {
  const format = formatOf(sent);
  if (format === FORMAT) return tables;
  const { introduction } = upgradeFrom(format);
  return tables.map((table) => ({
    ...table,
    rows: table.rows.map(({ id, cells }) => ({
      id,
      cells: new Map(
        [...cells].map(([path, cell]) => [
          path,
          isIntroduction(path, id) ? { ...cell, text: introduction(cell.text) } : cell,
        ]),
      ),
    })),
  }));
}

const isIntroduction = (path: string, id: string): boolean =>
  id === 'introduction' && /^programme\.text(?:\.|$)/.test(path);
