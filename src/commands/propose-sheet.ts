import { createHash } from 'node:crypto';
import { problemLine, UserError } from '../errors.ts';
import type { Programme } from '../model/programme.ts';
import { changesBetween } from '../proposal/changes.ts';
import { readBytes } from '../read/file.ts';
import { planSource } from './import.ts';
import { readSource, SHEET_FILE } from './import-source.ts';
import type { Source } from './propose.ts';

/**
 * What a spreadsheet proposes: one that `export` wrote, or any whose columns are known by their headings. It does not say what it was made
 * from, so that each difference from the draft as it is now is proposed; events that it has not are not taken out.
 *
 * @throws UserError when it cannot be read, or some of its rows are wrong
 */
export async function readSheetSource(data: string, file: string, draft: Programme): Promise<Source> {
  const source = await readSource({ data, file }, draft);
  const { plan, remarks } = planSource(source.draft, source, { file, removeMissing: false });
  if (plan.problems.length > 0) throw new UserError(plan.problems);
  const { changes, byHand } = changesBetween(draft, plan.programme);
  const bytes = await readBytes(file, SHEET_FILE);
  return {
    changes,
    byHand,
    base: 'the draft as it was then',
    sum: createHash('sha256').update(bytes).digest('hex'),
    comments: [],
    unplaced: [],
    notes: [...source.notes, ...remarks.map(problemLine), NO_BASE],
  };
}

const NO_BASE =
  'a spreadsheet does not say what it was made from: each difference from the draft is proposed, also what was changed in the draft alone';
