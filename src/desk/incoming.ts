import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import type * as z from 'zod';
import { outcomeOf } from '../errors.ts';
import { type Problem, propose, type Question, verifyFile } from '../index.ts';
import type { IncomingSchema, SaidIncoming, SaidQuestion } from './api.ts';
import { displayedProposed, displayedRemainders } from './displayed-changes.ts';
import { inTemporaryFolder } from './files.ts';
import type { Say, Task } from './route.ts';

/**
 * Finds the editions that published a file. If no edition published the file, reads the changes that the file proposes.
 * Because the commands read files, the file is written into a folder that is removed afterwards.
 */
export function incomingOf(
  { name, bytes, keep, answers }: z.output<typeof IncomingSchema>,
  { data, lang, say }: Task,
): Promise<SaidIncoming> {
  return inTemporaryFolder(async (folder) => {
    const file = path.join(folder, fileName(name));
    await writeFile(file, bytes);
    const { sha256, published, notRead } = await verifyFile({ data, file });
    const found = { sha256, published, notRead, problems: [], questions: [] };
    if (published.length > 0) return found;
    const given = new Map(Object.entries(answers));
    const read = await outcomeOf(propose({ data, source: file, write: keep === 'yes', answers: given }));
    if ('error' in read) {
      const { error } = read;
      const questions = 'questions' in error ? (error.questions as readonly Question[]) : [];
      return inside(folder, {
        ...found,
        problems: error.problems.map(say),
        questions: questions.map((question) => saidQuestion(question, say)),
      });
    }
    const { changes, standings, comparison, kept, done, known, notes, remarks, ...proposal } = read.value;
    return inside(folder, {
      ...found,
      proposed: {
        name: proposal.name,
        changes: displayedProposed(comparison, changes, standings, lang),
        remainders: displayedRemainders(proposal, say),
        ...{ kept, done, known },
        remarks: [...notes, ...remarks].map(say),
      },
    });
  });
}

/** A question in the language of the page. */
export function saidQuestion(question: Question, say: Say): SaidQuestion {
  const { name, form, evidence, answers, proposal } = question;
  const translated = say(question as Problem);
  return { ...translated, name, form, evidence, answers, ...(proposal !== undefined && { proposal }) };
}

/** Maximum number of characters in a file name. */
const MAX_NAME = 120;

/** The last part of a path, without the characters that have a special meaning in file names. */
export function fileName(given: string): string {
  const last = given.split(/[/\\]/).at(-1) ?? '';
  const name = last.replace(/[\p{C}<>:"|?*]/gu, '').replace(/^\.+/, '');
  return name.slice(-MAX_NAME) || 'file';
}

/** Removes the path of a folder from all strings in a value, so that paths of files are relative to the folder. */
function inside<T>(folder: string, value: T): T {
  const without = (_: string, part: unknown): unknown =>
    typeof part === 'string' ? part.replaceAll(folder + path.sep, '') : part;
  return JSON.parse(JSON.stringify(value, without)) as T;
}
