import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import type * as z from 'zod';
import {
  buildDocument,
  init,
  type OpenQuestionsResult,
  openLook,
  openQuestions,
  readProgramme,
  renderDocument,
} from '../index.ts';
import type { ListPreview, ListSchema } from './api.ts';
import { inTemporaryFolder } from './files.ts';
import { fileName, saidQuestion } from './incoming.ts';
import type { Say } from './route.ts';

/** A list of events for a new programme, and answers to the questions about it. */
type List = z.output<typeof ListSchema>;

/** The open questions about a list, and the programme that can be made from the list. */
export async function readList(list: List, say: Say): Promise<ListPreview> {
  const { questions, sheets, dataset } = await questionsOf(list);
  const asked = questions.map((one) => ({ ...saidQuestion(one, say), isSafe: one.safe }));
  if (dataset === undefined) return { questions: asked, sheets };
  const { preview, events, themes, remarks } = dataset;
  const columns = preview.columns.map(({ why, ...column }) => ({ ...column, ...(why && { why: say(why) }) }));
  const found = { ...preview, columns, events, themes, remarks: remarks.map(say) };
  return { questions: asked, sheets, found };
}

function questionsOf({ name, bytes, answers }: List): Promise<OpenQuestionsResult> {
  return openQuestions({ file: fileName(name), bytes, answers: new Map(Object.entries(answers)) });
}

/**
 * The pages of the programme that can be made from a list, as PDF; undefined if no events have been found in the list
 * yet.
 */
export async function pagesOfList(list: List): Promise<Uint8Array | undefined> {
  const { dataset } = await questionsOf(list);
  if (dataset === undefined) return undefined;
  const { files } = dataset;
  const programme = await readProgramme({ files });
  const look = await openLook({ files, programme });
  return (await renderDocument(buildDocument(programme, { look }), { format: 'pdf', look })).bytes;
}

/** Writes a new dataset from a list. */
export async function createDataset(dir: string, { name, bytes, answers }: List): Promise<void> {
  await inTemporaryFolder(async (folder) => {
    const from = path.join(folder, fileName(name));
    await writeFile(from, bytes);
    await init({ dir, from, answers: new Map(Object.entries(answers)) });
  });
}
