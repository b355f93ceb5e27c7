import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import * as z from 'zod';
import { proposalsDir } from '../proposal/files.ts';
import type { Answer } from '../proposal/session.ts';
import { attempt } from '../system-errors.ts';

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
 */
export function keptAnswers(data: string, subject = ''): KeptAnswers {
  const file = path.join(proposalsDir(data), `.${subject}.answers.json`);
  return {
    answers: new Map(answersIn(file)),
    keep(answers) {
      attempt(file, () => {
        mkdirSync(path.dirname(file), { recursive: true });
        writeFileSync(`${file}.new`, JSON.stringify([...answers]));
        renameSync(`${file}.new`, file);
      });
    },
    forget() {
      attempt(file, () => rmSync(file, { force: true }));
    },
  };
}

function answersIn(file: string): z.infer<typeof AnswersSchema> {
  try {
    return AnswersSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    return [];
  }
}
