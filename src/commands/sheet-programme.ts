import path from 'node:path';
import { LANGUAGES } from '../../languages/index.ts';
import { ifPossible, UserError } from '../errors.ts';
import { DRAFT, type Programme, publicPart } from '../model/index.ts';
import { readBytes, readDataset } from '../read/index.ts';
import { type Mapping, OpenQuestions } from '../read/table-import/index.ts';
import { readSource, readWorkbook } from './import-source.ts';
import { type InitPlan, planInit } from './init-plan.ts';
import { SHEET_FILE } from './open.ts';
import { planSource } from './sheet-plan.ts';
import { withSettingFiles } from './source-mapping.ts';

/**
 * The programme in a spreadsheet: the draft of a dataset with exactly the events of the spreadsheet or, without a
 * dataset, the programme of a new dataset that is made from the spreadsheet.
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
    const mapping = like === undefined ? undefined : (await ifPossible(planOf(like)))?.mapping;
    // The mapping of `like` is used if it fits this spreadsheet.
    const alike = mapping && (await ifPossible(planOf(file, mapping)));
    const { programme } = alike ?? (await planOf(file));
    return { ...publicPart(withoutNames(programme)), edition, isFile: true };
  }
  const draft = await withSettingFiles(await readDataset(data, DRAFT), data);
  const bytes = await readBytes(file, SHEET_FILE);
  const source = await readSource({ data, file, bytes }, draft);
  const { plan } = planSource(source.draft, source, { file, removeMissing: true });
  if (plan.problems.length > 0) throw new UserError(plan.problems);
  return { ...publicPart(plan.programme), edition, isFile: true };
}

/**
 * The plan of a new dataset. The year of its dates must be known. Other open questions do not matter for a comparison,
 * because both lists are read in the same way.
 *
 * @param mapping by default derived from the headings
 * @throws OpenQuestions when the year is not known
 */
async function planOf(file: string, mapping?: Mapping): Promise<InitPlan> {
  const plan = planInit(await readWorkbook(file), file, { mapping });
  const open = plan.questions.filter(({ name }) => name === 'year');
  if (open.length > 0) throw new OpenQuestions(open, file);
  return plan;
}

/**
 * The programme without placeholders and without texts that come from the file name: different file names are not a
 * change, and a report must not name a publisher that the files do not name.
 */
function withoutNames(programme: Programme): Programme {
  const { placeholders = [], ...config } = programme.config;
  const title = placeholders.includes('title') ? LANGUAGES[config.language].starter.theme : config.title;
  const author = placeholders.includes('author') ? '' : config.author;
  return { ...programme, config: { ...config, title, author, subject: title, name: NAME } };
}

/** Stem of the file name of a programme that has no name. */
const NAME = 'programme';
