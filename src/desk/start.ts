import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import {
  buildDocument,
  init,
  type OpenQuestionsResult,
  openLook,
  openQuestions,
  readProgramme,
  renderDocument,
} from '../index.ts';
import { fileName } from './incoming.ts';
import { inTemporaryFolder } from './temporary-folder.ts';

/** A list of events for a new programme, and answers to the questions about it. */
export interface List {
  name: string;
  bytes: Uint8Array;
  answers: Readonly<Record<string, string>>;
}

/** The open questions about a list, and the programme that would be made from it. */
export type ReadList = Pick<OpenQuestionsResult, 'questions' | 'sheets'> & {
  found?: Pick<NonNullable<OpenQuestionsResult['dataset']>, 'preview' | 'events' | 'themes' | 'remarks'>;
};

export async function readList(list: List): Promise<ReadList> {
  const { questions, sheets, dataset } = await questionsOf(list);
  if (dataset === undefined) return { questions, sheets };
  const { preview, events, themes, remarks } = dataset;
  return { questions, sheets, found: { preview, events, themes, remarks } };
}

function questionsOf({ name, bytes, answers }: List): Promise<OpenQuestionsResult> {
  return openQuestions({ file: fileName(name), bytes, answers: new Map(Object.entries(answers)) });
}

/** The pages of the programme that would be made from a list, as a PDF; undefined if the list has no events yet. */
export async function pagesOfList(list: List): Promise<Uint8Array | undefined> {
  const { dataset } = await questionsOf(list);
  if (dataset === undefined) return undefined;
  const { files } = dataset;
  const programme = await readProgramme({ files });
  const look = await openLook({ files, programme });
  return (await renderDocument(buildDocument(programme, { look }), { format: 'pdf', look })).bytes;
}

/** Writes a new dataset from a list, or the example. */
export async function createDataset(dir: string, list: List | undefined): Promise<void> {
  if (list === undefined) {
    await init({ dir });
    return;
  }
  const { name, bytes, answers } = list;
  await inTemporaryFolder(async (folder) => {
    const from = path.join(folder, fileName(name));
    await writeFile(from, bytes);
    await init({ dir, from, answers: new Map(Object.entries(answers)) });
  });
}
