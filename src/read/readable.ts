import { type Problem, UserError } from '../errors.ts';
import { allEvents, LIMITS, type ThemeEvents } from '../model/index.ts';
import { messageOf } from './messages.ts';
import { tooManyItems } from './parse-file.ts';
import { ValueCount } from './yaml.ts';

/**
 * Checks that the YAML texts of a dataset are small enough to be read again.
 *
 * @param texts the texts with their file names
 * @throws UserError if one of the texts is too large, or if all of them together contain too many values
 */
export function requireReadable(texts: Iterable<readonly [string, string]>): void {
  const counted = new ValueCount();
  for (const [file, text] of texts) {
    if (Buffer.byteLength(text) > LIMITS.textFileBytes) throw new UserError(tooLarge(file));
    counted.add(text, file);
  }
}

/**
 * Checks that a dataset does not contain more events than the limit.
 *
 * @param folder the folder of the events files, for messages
 * @throws UserError if there are too many events
 */
export function requireFewEvents(themes: readonly ThemeEvents[], folder: string): void {
  const events = allEvents({ themes }).length;
  if (events > LIMITS.items) throw new UserError(tooManyItems(folder));
}

const tooLarge = (file: string): Problem => ({
  ...messageOf('file-would-be-too-large', { megabytes: LIMITS.textFileBytes / 1024 / 1024 }),
  at: { file },
});
