import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import {
  type ProposeResult,
  propose,
  type Question,
  UserError,
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
 * into a folder that is removed again, since the commands read files.
 */
export function incomingOf(data: string, { name, bytes, keep, answers }: FileInHand): Promise<Incoming> {
  return inTemporaryFolder(async (folder) => {
    const file = path.join(folder, fileName(name));
    await writeFile(file, bytes);
    const found = await verifyFile({ data, file });
    if (found.published.length > 0) return { file: found, problems: [], questions: [] };
    try {
      const given = new Map(Object.entries(answers));
      const { standings, ...proposed } = await propose({ data, source: file, write: keep, answers: given });
      const brought = { ...proposed, standings: [...standings] };
      return inside(folder, { file: found, proposed: brought, problems: [], questions: [] });
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
      return inside(folder, { file: found, problems: error.problems, questions: questionsOf(error) });
    }
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
