import { createHash } from 'node:crypto';
import { UserError } from '../errors.ts';
import type { Programme } from '../model/index.ts';
import type { Found, Remainder } from '../proposal/index.ts';

/** What a source proposes, before it is compared with the draft and with earlier proposals. */
export interface ProposalSource extends Found {
  /** The state of the dataset that it starts from, in words. */
  base: string;
  /** SHA-256 of its bytes. */
  sum: string;
  comments: readonly Remainder[];
  unplaced: readonly Remainder[];
  /** What the user should know. */
  notes: readonly string[];
}

/** SHA-256 of what a source holds, in hexadecimal digits. */
export const sumOf = (content: string | Uint8Array): string =>
  createHash('sha256').update(content).digest('hex');

/**
 * Refuses a file that was made of another programme.
 *
 * @param name name of the programme, as the file says it
 * @throws UserError when it is not that of the draft
 */
export function refuseOther(name: string, { config }: Programme, file: string): void {
  if (name === config.name) return;
  throw new UserError({
    message: `this is a file of the programme ${name}, and the dataset is that of ${config.name}`,
    at: { file },
    hint: 'name the folder of the other dataset with --data DIR',
  });
}
