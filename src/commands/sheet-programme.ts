import path from 'node:path';
import { LANGUAGES } from '../../languages/index.ts';
import { UserError } from '../errors.ts';
import { DRAFT, type Programme, publicPart } from '../model/index.ts';
import { readBytes, readDataset } from '../read/index.ts';
import type { Workbook } from '../read/sheet/index.ts';
import { type Mapping, OpenQuestions } from '../read/table-import/index.ts';
import { readSource, readWorkbook } from './import-source.ts';
import { type InitPlan, planInit } from './init-plan.ts';
import { SHEET_FILE } from './open.ts';
import { planSource } from './sheet-plan.ts';
import { withSettingFiles } from './source-mapping.ts';

/**
 * The programme in a spreadsheet: the draft of a dataset with exactly the events of the spreadsheet; without a
 * dataset, the programme of a new dataset made from it.
 *
 * @param like another spreadsheet, whose mapping is used for columns with the same headings
 * @throws UserError when the spreadsheet or the draft cannot be read
 */
export async function readSheetProgramme(
  file: string,
  data: string | undefined,
  like?: string,
): Promise<Programme> {
  const edition = path.basename(file);
  if (data === undefined) {
    const workbook = await readWorkbook(file, {});
    const mapping = like === undefined ? undefined : await mappingOf(like);
    return { ...publicPart(withoutNames(planLike(workbook, file, mapping))), edition, isFile: true };
  }
  const draft = await withSettingFiles(await readDataset(data, DRAFT), data);
  const bytes = await readBytes(file, SHEET_FILE);
  const source = await readSource({ data, file, bytes }, draft);
  const { plan } = planSource(source.draft, source, { file, removeMissing: true });
  if (plan.problems.length > 0) throw new UserError(plan.problems);
  return { ...publicPart(plan.programme), edition, isFile: true };
}

/** The mapping that a spreadsheet proposes; undefined if it is not a list of events. */
async function mappingOf(file: string): Promise<Mapping | undefined> {
  try {
    return withYear(planInit(await readWorkbook(file, {}), file), file).mapping;
  } catch (error) {
    if (error instanceof UserError) return undefined;
    throw error;
  }
}

/** A programme whose columns are read by a mapping if it fits, otherwise by their headings. */
function planLike(workbook: Workbook, file: string, mapping: Mapping | undefined): Programme {
  try {
    return withYear(planInit(workbook, file, { mapping }), file).programme;
  } catch (error) {
    if (mapping === undefined || !(error instanceof UserError)) throw error;
    return withYear(planInit(workbook, file), file).programme;
  }
}

/**
 * A plan in which dates have a year. Other questions do not matter for a comparison, because both lists are read in the
 * same way.
 *
 * @throws OpenQuestions when the year is not known
 */
function withYear(plan: InitPlan, file: string): InitPlan {
  const open = plan.questions.filter(({ name }) => name === 'year');
  if (open.length > 0) throw new OpenQuestions(open, file);
  return plan;
}

/**
 * The programme without placeholders and without texts from the file name. Different file names are not a change, and
 * a report must not name a publisher that the files do not name.
 */
function withoutNames(programme: Programme): Programme {
  const { placeholders = [], ...config } = programme.config;
  const title = placeholders.includes('title') ? LANGUAGES[config.language].starter.theme : config.title;
  const author = placeholders.includes('author') ? '' : config.author;
  return { ...programme, config: { ...config, title, author, subject: title, name: NAME } };
}

/** Stem of the file name for a programme without a name. */
const NAME = 'programme';
