import path from 'node:path';
import { inSource, locateFindings, type PrintedText, type SourceFile, textsOf } from '../check/index.ts';
import { type Problem, placeLine, printable, UserError } from '../errors.ts';
import { codePointOf, groupBy, isTextFile, type Programme, textFile } from '../model/index.ts';
import { DISK, type Files, readTextFile } from '../read/index.ts';
import { inPlainWords } from '../text/index.ts';
import { messageOf } from './messages.ts';

/** Reads the source files of a programme, and finds the positions in these files of problems that later steps report. */

/** A programme, and the folder from which it was read, if any. */
export interface Source {
  programme: Programme;
  folder?: string;
}

/** Reads those files of a dataset folder whose content is printed. */
export async function sourceFiles(
  dir: string,
  { themes, texts = [] }: Programme,
  source: Files = DISK,
): Promise<SourceFile[]> {
  const yaml = ['programme.yaml', ...themes.map(({ theme }) => `events/${theme.id}.yaml`)];
  const files = [
    ...yaml.map((file) => ({ file: path.join(dir, file) })),
    ...texts
      .filter(isTextFile)
      .map(({ part, lang, field }) => ({ file: path.join(dir, textFile(part, lang)), field })),
  ];
  return Promise.all(files.map(async (file) => ({ ...file, text: await readTextFile(file.file, source) })));
}

/**
 * Adds file, line and column to an error that is only found during typesetting, such as a character without a glyph.
 *
 * @param sources the sources of the document, in the order in which they are searched
 */
export async function placedIn(sources: readonly Source[], error: unknown): Promise<unknown> {
  if (!(error instanceof UserError) || error.problems.every(({ at }) => at?.file !== undefined)) return error;
  const opened = await Promise.all(
    sources.map(async ({ programme, folder }) => ({
      texts: [
        ...textsOf(inPlainWords(programme)),
        ...COVER.map((field) => ({ at: { field }, words: programme.config[field] })),
      ],
      events: new Set(programme.themes.flatMap(({ events }) => events.map(({ id }) => id))),
      files: folder === undefined ? [] : await sourceFiles(folder, programme),
      source: inSource(programme),
    })),
  );
  const folder = sources.find((source) => source.folder !== undefined)?.folder;
  const placed = error.problems.map((problem) => {
    if (problem.at?.file !== undefined) return problem;
    const { event, ...at } = problem.at ?? {};
    // Rows of a comparison have their own ids, so only their text shows where they come from.
    const isEvent = event !== undefined && opened.some(({ events }) => events.has(event));
    const sought = event === undefined || isEvent ? problem : { ...problem, at: {} };
    for (const { texts, files, source } of opened) {
      const found = foundIn(texts, sought);
      if (found !== undefined) return { ...problem, ...locateFindings([found], files, source)[0] };
    }
    const rest = isEvent ? { event, ...at } : at;
    const home = isEvent ? opened.find(({ events }) => events.has(event)) : undefined;
    if (home !== undefined)
      return { ...problem, ...locateFindings([{ at: rest, offset: 0 }], home.files)[0] };
    const file = folder === undefined ? {} : { file: path.join(folder, 'programme.yaml') };
    return { ...problem, at: { ...file, ...rest } };
  });
  return new UserError(await sayMissingOnce(placed));
}

/**
 * The text in which a problem occurs: the text of the event and field that the problem names; otherwise, the first text
 * that contains the words of the problem.
 */
function foundIn(texts: readonly Pick<PrintedText, 'at' | 'words'>[], { at = {}, words = '' }: Problem) {
  const { event, field = '' } = at;
  // The problem may name a field, and the text may be the text of this field in one language.
  const isThere = ({ at: position }: Pick<PrintedText, 'at'>): boolean =>
    event === undefined || (position.event === event && `${position.field}.`.startsWith(`${field}.`));
  const text = texts.find((one) => isThere(one) && words !== '' && one.words.includes(words));
  return text && { at: text.at, offset: text.words.indexOf(words) };
}

/** Texts of the cover, except its titles. */
const COVER = ['period', 'author'] as const;

/** Maximum number of positions to name for each character. */
const PLACES = 3;
/**
 * Maximum number of characters that are listed in one message. A longer list means that no font supports the script.
 */
const SHOWN = 200;

/**
 * Merges the problems about missing glyphs into one problem that lists all characters, followed by a problem for each
 * character with its Unicode name and its positions. Other problems come first, unchanged.
 */
async function sayMissingOnce(problems: readonly Problem[]): Promise<Problem[]> {
  const others = problems.filter(({ glyph }) => glyph === undefined);
  const byCharacter = groupBy(problems, ({ glyph = '' }) => glyph);
  byCharacter.delete('');
  if (byCharacter.size === 0) return others;
  const { unicodeReadableName } = await import('unicode-name');
  const characters = [...byCharacter.keys()];
  const each = [...byCharacter].map(([character, [first, ...more]]): Problem => {
    const parameters = {
      name: `${codePointOf(character)} ${unicodeReadableName(character)}`,
      character,
      word: printable(first.words ?? '', 40),
    };
    const code = 'character-without-glyph';
    const places = more.slice(0, PLACES - 1).map(({ at = {} }) => placeLine(at));
    const message =
      more.length === 0
        ? messageOf(code, parameters)
        : more.length === places.length
          ? messageOf(`${code}-also`, { ...parameters, places: places.join(', ') })
          : messageOf(`${code}-often`, {
              ...parameters,
              places: places.join(', '),
              count: more.length - places.length,
            });
    return { ...message, at: first.at ?? {} };
  });
  const [only] = each;
  if (only !== undefined && characters.length === 1)
    return [...others, { ...only, hint: messageOf('replace-or-name-font').message }];
  const shown = characters.slice(0, SHOWN).join(' ');
  const count = characters.length;
  const more = count - SHOWN;
  const summary =
    more > 0
      ? messageOf('characters-without-glyph-cut', { count, shown, more })
      : messageOf('characters-without-glyph', { count, shown });
  return [...others, summary, ...each];
}
