import { lstatSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import * as z from 'zod';
import { UserError } from '../errors.ts';
import { type Answer, proposalsDir } from '../proposal/index.ts';
import { attempt } from '../system-errors.ts';
import { messageOf } from './messages.ts';
import { ownerName } from './this-process.ts';

/** Answers of an interactive review that are not applied yet. */
export interface KeptAnswers {
  /** Answers of an interrupted session. */
  answers: ReadonlyMap<string, Answer>;
  /** Stores the answers. If storing is interrupted, the previous answers are unchanged. */
  keep(answers: ReadonlyMap<string, Answer>): void;
  /** Deletes the answers once they are applied. */
  forget(): void;
}

const AnswersSchema = z.array(
  z.tuple([
    z.string(),
    z.strictObject({ verdict: z.enum(['accepted', 'refused']), words: z.string().exactOptional() }),
  ]),
);

/**
 * Stores the answers of a session next to the proposals, so that they survive when the terminal closes.
 *
 * @param subject name of a proposal; empty for the changes since the last edition
 * @throws UserError when stored answers cannot be read
 */
export function keptAnswers(data: string, subject = ''): KeptAnswers {
  const file = path.join(proposalsDir(data), `.${subject}.answers.json`);
  return {
    answers: new Map(answersIn(file)),
    keep(answers) {
      attempt(file, () => {
        mkdirSync(path.dirname(file), { recursive: true });
        // Another session may store answers at the same time.
        const fresh = `${file}.${ownerName()}.new`;
        writeFileSync(fresh, JSON.stringify([...answers]));
        renameSync(fresh, file);
      });
    },
    forget() {
      attempt(file, () => rmSync(file, { force: true }));
    },
  };
}

/** @throws UserError when the file has unexpected content, which is neither ignored nor overwritten */
function answersIn(file: string): z.infer<typeof AnswersSchema> {
  if (lstatSync(file, { throwIfNoEntry: false }) === undefined) return [];
  const text = attempt(file, () => readFileSync(file, 'utf8'));
  const found = AnswersSchema.safeParse(jsonOf(text));
  if (found.success) return found.data;
  throw new UserError(messageOf('kept-answers-unreadable'), { file });
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
