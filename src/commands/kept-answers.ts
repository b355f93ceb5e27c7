import { lstatSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import * as z from 'zod';
import { UserError } from '../errors.ts';
import { type Answer, proposalsDir } from '../proposal/index.ts';
import { attempt } from '../system-errors.ts';
import { messageOf } from './messages.ts';
import { ownerName } from './this-process.ts';

/** Answers that were given key by key and are not taken yet. */
export interface KeptAnswers {
  /** Those of a session that was cut off. */
  answers: ReadonlyMap<string, Answer>;
  /** Keeps them as they are now; what cuts it off leaves those before. */
  keep(answers: ReadonlyMap<string, Answer>): void;
  /** Forgets them, when they are taken. */
  forget(): void;
}

const AnswersSchema = z.array(
  z.tuple([
    z.string(),
    z.strictObject({ verdict: z.enum(['accepted', 'refused']), words: z.string().exactOptional() }),
  ]),
);

/**
 * The answers of a session beside the proposals, so that none is lost when the terminal goes.
 *
 * @param subject name of a proposal; without one those on the changes since the last edition
 * @throws UserError when what was kept cannot be read
 */
export function keptAnswers(data: string, subject = ''): KeptAnswers {
  const file = path.join(proposalsDir(data), `.${subject}.answers.json`);
  return {
    answers: new Map(answersIn(file)),
    keep(answers) {
      attempt(file, () => {
        mkdirSync(path.dirname(file), { recursive: true });
        // Somebody else may answer at the same time.
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

/** @throws UserError when there is a file that does not hold them: answers are not passed over, nor written over */
function answersIn(file: string): z.infer<typeof AnswersSchema> {
  if (lstatSync(file, { throwIfNoEntry: false }) === undefined) return [];
  const text = attempt(file, () => readFileSync(file, 'utf8'));
  const found = AnswersSchema.safeParse(jsonOf(text));
  if (found.success) return found.data;
  throw new UserError({
    ...messageOf('kept-answers-unreadable'),
    at: { file },
  });
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
