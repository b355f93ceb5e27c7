import path from 'node:path';
import { commentWords, placesComment, regionsComment } from '../../languages/index.ts';
import { DesignFileSchema } from '../design/index.ts';
import type { Problem } from '../errors.ts';
import type { Message } from '../messages.ts';
import {
  allEvents,
  columnLetters,
  datasetSchemas,
  ellipsis,
  type HasFields,
  jsonSchema,
  ownProperty,
  type Programme,
  schemaText,
} from '../model/index.ts';
import { type DatasetFiles, loadYamlWriter, requireFewEvents, requireReadable } from '../read/index.ts';
import { readSheets, type Workbook } from '../read/sheet/index.ts';
import { type Answers, publishedColumn, type Question } from '../read/table-import/index.ts';
import { openIn, type Preview } from './answers.ts';
import { backupDataset, isBackup } from './backup.ts';
import { type InitPlan, planInit } from './init-plan.ts';
import { messageOf } from './messages.ts';
import { mappingName, mappingPath, sourcePattern } from './source-mapping.ts';

/** A new dataset that was made from a list or restored from a backup. */
export interface NewDataset {
  /** Files, keyed by path in the folder of the dataset. */
  files: DatasetFiles;
  themes: number;
  events: number;
  /** Which content of the list is public, which internal, and which is left out. */
  preview: Preview;
  remarks: readonly Problem[];
  notes: readonly Message[];
}

export interface OpenQuestionsOptions {
  /** File name of the list, with the extension `.xlsx`, `.ods` or `.csv`; `.zip` for a backup of a dataset. */
  file: string;
  bytes: Uint8Array;
  /** Answers, keyed by the names of the questions, such as `title` or `publish Budget`. */
  answers?: Answers | undefined;
}

/** The first rows of a sheet. */
export interface FirstRows {
  /** Name of the sheet; undefined in CSV files. */
  sheet?: string;
  /** The texts of each row, keyed by column letter. */
  rows: readonly Readonly<Record<string, string>>[];
}

/** The open questions about a list, and the dataset that is made from it. */
export interface OpenQuestionsResult {
  /**
   * Unanswered questions, in the order in which to ask them. An answer can settle other questions or raise new ones.
   */
  questions: readonly Question[];
  /** The first rows of each sheet. */
  sheets: readonly FirstRows[];
  /**
   * The dataset that results from the answers and, for open questions, from the proposed answers. The dataset can be
   * written if all open questions are `safe`. Undefined if no events are found until a question is answered.
   */
  dataset?: NewDataset;
}

/**
 * The open questions about the list of a new programme, and the dataset that is made from it. To ask a user, call this
 * function, ask the first question, add the answer, and repeat until no question is open. `dataset.preview` lists which
 * content will be public, which internal, and which will be left out, with samples. The messages in
 * questions can be translated with `translateMessage`.
 *
 * Each question has a `name`, which is its key in `answers`; `form` states whether the answer is one of `answers`, a
 * year (2030, or the season 2030/31) or any text. A dataset may be written if every open question is `safe`, as `init
 * --yes` does; `dataset.files` are then the files that `init` writes.
 *
 * @throws UserError when the list cannot be read, has no events, or an answer is invalid
 *
 * @example
 * ```ts
 * import { openQuestions } from 'programme';
 *
 * const bytes = Buffer.from('Project,Event,Date\nRivers,Opening,4 May\nRivers,Closing,5 May\n');
 * const { questions } = await openQuestions({ file: 'season.csv', bytes });
 * console.log(questions.map(({ name }) => name).join()); // title,year,programme-title
 * const answers = new Map([['title', 'Event'], ['year', '2030'], ['programme-title', 'Rivers']]);
 * const { dataset } = await openQuestions({ file: 'season.csv', bytes, answers });
 * console.log(dataset?.events, dataset?.preview.columns[1]?.field); // 2 title
 * ```
 */
export async function openQuestions({
  file,
  bytes,
  answers = new Map(),
}: OpenQuestionsOptions): Promise<OpenQuestionsResult> {
  if (isBackup(file)) return { questions: [], sheets: [], dataset: await backupDataset(bytes, file) };
  const workbook = await readSheets(bytes, file);
  const found = await openIn((given) => planInit(workbook, file, { answers: given }), answers);
  return {
    questions: found.questions,
    sheets: workbook.sheets.map(firstRows),
    ...('read' in found && { dataset: await listDataset(workbook, file, found.read) }),
  };
}

const FIRST_ROWS = 8;

function firstRows({ name, rows }: Workbook['sheets'][number]): FirstRows {
  const texts = rows
    .slice(0, FIRST_ROWS)
    .map(({ cells }) =>
      Object.fromEntries([...cells].map(([column, { text }]) => [columnLetters(column), text])),
    );
  return { ...(name !== undefined && { sheet: name }), rows: texts };
}

/**
 * The files of a new dataset.
 *
 * @throws UserError when the files exceed the size limits of a dataset
 */
export async function listDataset(
  workbook: Workbook,
  file: string,
  { programme, mapping, preview, remarks, questions, presentation, pictures }: InitPlan,
): Promise<NewDataset> {
  const events = allEvents(programme).length;
  requireFewEvents(programme.themes, file);
  const files = await datasetFiles(programme);
  requireReadable(files);
  const { mappingYaml } = await loadYamlWriter();
  files.set(mappingPath(mappingName(file)), mappingYaml({ ...mapping, file: sourcePattern(file) }));
  const notes = [...workbook.notes];
  if (presentation !== 'table') files.set('design.yaml', DESIGNS[presentation]);
  if (presentation === 'list') notes.push(messageOf('events-as-lists'));
  const unasked = questions.flatMap(({ name, evidence }) => {
    const column = publishedColumn(name);
    return column === undefined
      ? []
      : { column, shown: `${column} (${evidence.map((one) => ellipsis(one)).join(' · ')})` };
  });
  const [first] = unasked;
  if (first !== undefined)
    notes.push(
      messageOf('columns-unasked', { columns: unasked.map(({ shown }) => shown), column: first.column }),
    );
  if (questions.some(({ name }) => name === 'timetable')) notes.push(messageOf('timetable-proposed'));
  addSchemas(files, programme.config);
  const all = new Map<string, string | Uint8Array>(files);
  for (const picture of pictures) all.set(picture.path, picture.bytes);
  return { files: all, themes: programme.themes.length, events, preview, remarks, notes };
}

/** Adds the JSON Schemas, which text editors use, to the files of a new dataset. */
export function addSchemas(files: Map<string, string>, config: HasFields): void {
  const schemas = datasetSchemas(config).set('design', jsonSchema(DesignFileSchema));
  for (const [name, schema] of schemas)
    files.set(path.join('schema', `${name}.schema.json`), schemaText(schema));
}

/** Designs, keyed by presentation: lists are used for events with pictures, or with more fields than fit in a table. */
const DESIGNS = {
  list: `# yaml-language-server: $schema=schema/design.schema.json

# Each event with its title, a line of facts and its description. table: one row an event, for eight columns at most.
presentation: list
orientation: portrait
`,
  pictures: `# yaml-language-server: $schema=schema/design.schema.json

# Each event with its title, a line of facts, its description, and its picture beside them.
presentation: { as: list, pictures: beside }
orientation: portrait
`,
  timetable: `# yaml-language-server: $schema=schema/design.schema.json

# A page for each day, with places side by side and hours from top to bottom, before lists of the events by day.
presentation: timetable
`,
};

/** The files of a dataset, keyed by path within its folder. */
async function datasetFiles({ config, themes, reference }: Programme): Promise<Map<string, string>> {
  const { isMap, isScalar } = await import('yaml');
  const { eventsText, STYLE, styledDocument } = await loadYamlWriter();
  const schema = (name: string): string => `# yaml-language-server: $schema=${name}.schema.json\n\n`;
  const document = styledDocument(config);
  if (isMap(document.contents)) {
    for (const { key } of document.contents.items) {
      const comment = isScalar(key) ? ownProperty(commentWords, String(key.value)) : undefined;
      if (isScalar(key) && comment !== undefined) key.commentBefore = ` ${comment}`;
    }
  }
  const events = themes.map(
    ({ theme, events: listed }) =>
      [`events/${theme.id}.yaml`, schema('../schema/events') + eventsText(listed)] as const,
  );
  return new Map([
    ['programme.yaml', schema('schema/programme') + document.toString(STYLE)],
    ...events,
    [
      'reference/regions.yaml',
      schema('../schema/regions') + regionsComment + styledDocument(reference.regions).toString(STYLE),
    ],
    [
      'reference/places.yaml',
      schema('../schema/places') + placesComment + styledDocument(reference.places).toString(STYLE),
    ],
  ]);
}
