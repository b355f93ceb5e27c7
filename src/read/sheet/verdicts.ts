import { LANGUAGES } from '../../../languages/index.ts';
import { type Problem, UserError } from '../../errors.ts';
import { columnLetters } from '../../model/cell-name.ts';
import { ellipsis } from '../../model/ellipsis.ts';
import { LANGS } from '../../model/text.ts';
import type { Sheet, Workbook } from './model.ts';

/** Verdicts that somebody gave on a sheet. */
export interface SheetVerdicts {
  /** What they are on: the name of a proposal. */
  subject: string;
  verdicts: readonly { id: string; verdict: 'accept' | 'refuse'; why?: string }[];
}

/**
 * The verdicts on a sheet that `review --sheet` wrote; nothing for any other workbook. Rows without one are left open; columns are known by
 * the second lines of their headings, wherever they stand.
 *
 * @throws UserError when a cell says neither accept nor refuse
 */
export function verdictsIn(workbook: Workbook, file: string): SheetVerdicts | undefined {
  for (const sheet of workbook.sheets) {
    const found = verdictsOn(sheet, file);
    if (found !== undefined) return found;
  }
  return undefined;
}

function verdictsOn(sheet: Sheet, file: string): SheetVerdicts | undefined {
  const [head, ...rows] = sheet.rows;
  if (head === undefined) return undefined;
  const columns = new Map(
    [...head.cells].map(([column, { text }]) => [text.trim().split('\n').at(-1) ?? '', column]),
  );
  const [name, change] = [...columns].find(([words]) => words.startsWith('change ')) ?? [];
  const verdict = columns.get('verdict');
  if (name === undefined || change === undefined || verdict === undefined) return undefined;
  const why = columns.get('why') ?? 0;
  const problems: Problem[] = [];
  const verdicts = rows.flatMap(({ number, cells }) => {
    const id = cells.get(change)?.text.trim() ?? '';
    const words = cells.get(verdict)?.text.trim() ?? '';
    if (id === '' || words === '') return [];
    const given = VERDICTS.get(words.toLowerCase());
    const reason = cells.get(why)?.text.trim();
    if (given === undefined) {
      const cell = `${columnLetters(verdict)}${number}`;
      problems.push({
        message: `"${ellipsis(words)}" is no verdict`,
        at: { file, cell: sheet.name === undefined ? cell : `${sheet.name}!${cell}` },
        hint: `write ${LANGS.map((lang) => LANGUAGES[lang].review.verdicts.accept).join(', ')}; ${LANGS.map((lang) => LANGUAGES[lang].review.verdicts.refuse).join(', ')}; or nothing`,
      });
      return [];
    }
    return [{ id, verdict: given, ...(reason ? { why: reason } : {}) }];
  });
  if (problems.length > 0) throw new UserError(problems);
  return { subject: name.slice('change '.length), verdicts };
}

/** The words for verdicts, of all languages. */
const VERDICTS: ReadonlyMap<string, 'accept' | 'refuse'> = new Map(
  LANGS.flatMap((lang) => {
    const { accept, refuse } = LANGUAGES[lang].review.verdicts;
    return [[accept, 'accept'] as const, [refuse, 'refuse'] as const];
  }),
);
