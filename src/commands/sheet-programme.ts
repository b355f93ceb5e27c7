import path from 'node:path';
import { UserError } from '../errors.ts';
import { DRAFT, type Programme, publicPart } from '../model/programme.ts';
import { readDataset } from '../read/dataset.ts';
import { planSource, readSource } from './import.ts';

/**
 * The programme that a spreadsheet of events would make of the draft, with exactly the events of the spreadsheet.
 *
 * @throws UserError when the spreadsheet or the draft cannot be read
 */
export async function readSheetProgramme(file: string, data: string): Promise<Programme> {
  const draft = await readDataset(data, DRAFT);
  const { plan } = planSource(draft, await readSource({ data, file }, draft), { file, removeMissing: true });
  if (plan.problems.length > 0) throw new UserError(plan.problems);
  return { ...publicPart(plan.programme), edition: path.basename(file) };
}
