import path from 'node:path';
import { UserError } from '../errors.ts';
import { DRAFT, type Programme, publicPart } from '../model/programme.ts';
import { readDataset } from '../read/dataset.ts';
import { planSource } from './import.ts';
import { readSource, readWorkbook } from './import-source.ts';
import { planInit } from './init-plan.ts';

/**
 * The programme of a spreadsheet: what it would make of the draft of a dataset, with exactly the events of the spreadsheet; without one,
 * that of a dataset begun with it.
 *
 * @throws UserError when the spreadsheet or the draft cannot be read
 */
export async function readSheetProgramme(file: string, data: string | undefined): Promise<Programme> {
  const edition = path.basename(file);
  if (data === undefined) {
    const workbook = await readWorkbook(file, {});
    return { ...publicPart(planInit(workbook, file).programme), edition };
  }
  const draft = await readDataset(data, DRAFT);
  const source = await readSource({ data, file }, draft);
  const { plan } = planSource(source.draft, source, { file, removeMissing: true });
  if (plan.problems.length > 0) throw new UserError(plan.problems);
  return { ...publicPart(plan.programme), edition };
}
