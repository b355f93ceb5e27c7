import { shellWord } from '../errors.ts';

/**
 * A text whose commands, those in backticks, name the dataset that the user has named: they are pasted where the user stands.
 *
 * @param data what was given with `--data`; undefined where the dataset was found without
 */
export function withNamedData(text: string, data: string | undefined): string {
  if (data === undefined) return text;
  return text.replace(
    /`programme (?!init\b)[a-z]+(?=[ `])/g,
    (command) => `${command} --data ${shellWord(data)}`,
  );
}
