import { type Problem, UserError } from '../errors.ts';
import { allEvents, LIMITS, type ThemeEvents } from '../model/index.ts';
import { messageOf } from './messages.ts';
import { tooManyItems } from './parse-file.ts';
import { ValueCount } from './yaml.ts';

/**
 * Refuses YAML texts of a dataset that the reader would reject.
 *
 * @param texts by file
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
 * Refuses a number of events that a dataset cannot have.
 *
 * @param folder the folder of the events files
 */
export function requireFewEvents(themes: readonly ThemeEvents[], folder: string): void {
  const events = allEvents({ themes }).length;
  if (events > LIMITS.items) throw new UserError(tooManyItems(folder));
}

const tooLarge = (file: string): Problem => ({
  ...messageOf('file-would-be-too-large', { megabytes: LIMITS.textFileBytes / 1024 / 1024 }),
  at: { file },
});
