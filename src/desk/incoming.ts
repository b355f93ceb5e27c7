import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { outcomeOf } from '../errors.ts';
import {
  type ProposeResult,
  propose,
  type Question,
  type UserError,
  type VerifyFileResult,
  verifyFile,
} from '../index.ts';
import { inTemporaryFolder } from './temporary-folder.ts';

/** A file that the page sends. */
export interface FileInHand {
  name: string;
  bytes: Uint8Array;
  /** Whether its changes are stored as a proposal. */
  keep: boolean;
  /** Answers to the questions about a list, by question name. */
  answers: Readonly<Record<string, string>>;
}

/** The kind of a file, and its proposed changes. */
export interface Incoming {
  file: VerifyFileResult;
  proposed?: Omit<ProposeResult, 'standings'> & {
    standings: readonly (readonly [string, NonNullable<ReturnType<ProposeResult['standings']['get']>>])[];
  };
  problems: UserError['problems'];
  questions: readonly Question[];
}

/**
 * Finds the editions that published a file; if there is none, reads the changes that it proposes. The file is written
 * into a folder that is removed afterwards, because the commands read files.
 */
export function incomingOf(data: string, { name, bytes, keep, answers }: FileInHand): Promise<Incoming> {
  return inTemporaryFolder(async (folder) => {
    const file = path.join(folder, fileName(name));
    await writeFile(file, bytes);
    const found = await verifyFile({ data, file });
    if (found.published.length > 0) return { file: found, problems: [], questions: [] };
    const given = new Map(Object.entries(answers));
    const read = await outcomeOf(propose({ data, source: file, write: keep, answers: given }));
    if ('error' in read) {
      const { problems } = read.error;
      return inside(folder, { file: found, problems, questions: questionsOf(read.error) });
    }
    const { standings, ...proposed } = read.value;
    const brought = { ...proposed, standings: [...standings] };
    return inside(folder, { file: found, proposed: brought, problems: [], questions: [] });
  });
}

/** Maximum number of characters of a file name. */
const MAX_NAME = 120;

/** The last part of a path without characters that have a special meaning in file names. */
export function fileName(given: string): string {
  const last = given.split(/[/\\]/).at(-1) ?? '';
  const name = last.replace(/[\p{C}<>:"|?*]/gu, '').replace(/^\.+/, '');
  return name.slice(-MAX_NAME) || 'file';
}

function questionsOf(error: UserError): readonly Question[] {
  return 'questions' in error ? (error.questions as readonly Question[]) : [];
}

/** Removes the path of a folder from all texts of a value, so that they name files within the folder. */
function inside<T>(folder: string, value: T): T {
  const without = (_: string, part: unknown): unknown =>
    typeof part === 'string' ? part.replaceAll(folder + path.sep, '') : part;
  return JSON.parse(JSON.stringify(value, without)) as T;
}
