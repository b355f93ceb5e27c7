import path from 'node:path';
import { MESSAGES } from '../../languages/index.ts';
import type { Lang, Problem } from '../index.ts';
import { speakerOf } from '../messages.ts';
import { withoutUndefined } from '../model/index.ts';
import { dateWords } from '../text/dates/index.ts';
import type { TranslatedProblem } from './api.ts';

/**
 * Returns a function that converts problems and other messages to text in a language. File names are relative to the
 * dataset, so that the page receives no paths of other folders. Hints for the terminal are left out.
 */
export async function speakerFor(lang: Lang, data: string): Promise<(problem: Problem) => TranslatedProblem> {
  const speak = await speakerOf(lang, dateWords);
  const inData = (text: string): string => text.replaceAll(data, path.basename(data));
  return ({ code, parameters, message, hint, at }) => {
    const words =
      code === undefined || parameters === undefined
        ? { message, ...(hint !== undefined && { hint }), lang: MESSAGES }
        : speak({ code, parameters, message, ...(hint !== undefined && { hint }) });
    const { file, line, cell, event, field } = at ?? {};
    const translated =
      words.hint !== undefined && !isForTerminal(words.hint, parameters, file)
        ? inData(words.hint)
        : undefined;
    const place = withoutUndefined({
      file: file === undefined ? undefined : nameIn(data, file),
      line,
      cell,
      event,
      field,
    });
    return {
      message: inData(asSentence(words.message, parameters)),
      lang: words.lang,
      ...withoutUndefined({ code, hint: translated }),
      ...place,
    };
  };
}

/**
 * Capitalises the first letter of a message, unless the message begins with a parameter or with a word such as veraPDF.
 */
function asSentence(message: string, parameters: Problem['parameters'] = {}): string {
  if (
    Object.values(parameters).some(
      (value) => typeof value === 'string' && value !== '' && message.startsWith(value),
    )
  )
    return message;
  return message.replace(/^\p{Ll}(?=[\p{Ll}’]*(?:[ :,;]|$))/u, (letter) => letter.toUpperCase());
}

/**
 * Whether a hint is useful only on the terminal, because it names a command or an option, or tells the user to edit a
 * dataset file although the problem is in another file.
 */
function isForTerminal(hint: string, parameters: Problem['parameters'] = {}, file = '.yaml'): boolean {
  const isCommand = (one: unknown): boolean => typeof one === 'object' && one !== null && 'command' in one;
  const namesCommand = /`programme |(?<=^|\s)--[a-z]/.test(hint) || Object.values(parameters).some(isCommand);
  return namesCommand || (hint.includes('.yaml') && !file.endsWith('.yaml'));
}

/** The path of a file within the dataset; for any other file, only the file name. */
function nameIn(data: string, file: string): string {
  const relative = path.relative(data, file);
  return relative.startsWith('..') || path.isAbsolute(relative) ? path.basename(file) : relative;
}
