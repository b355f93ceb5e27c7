import { shellWord } from '../errors.ts';

/**
 * Adds the user's `--data` to the commands (in backticks) of a text, so that they can be pasted in the user's working
 * directory.
 *
 * @param data the value of `--data`; undefined if the dataset was found without it
 */
export function withNamedData(text: string, data: string | undefined): string {
  if (data === undefined) return text;
  return text.replace(
    /`programme (?!init\b)[a-z]+(?=[ `])/g,
    (command) => `${command} --data ${shellWord(data)}`,
  );
}
