/** Reads the texts of parts from the files in texts/ and from programme.yaml, which can contain short texts. */

import path from 'node:path';
import { outcomeOf, type Position, type Problem } from '../errors.ts';
import type { Message } from '../messages.ts';
import {
  isMade,
  LANGS,
  type Lang,
  type PartText,
  type ProgrammeFile,
  partsOf,
  textField,
  textFile,
  WordsSchema,
} from '../model/index.ts';
import { editDistance } from '../reference/index.ts';
import { inlineTexts, inPartOrder, positionsIn, readMarkdown, type TextSource } from '../text/index.ts';
import { validated } from './issues.ts';
import type { Path } from './locator.ts';
import { messageOf } from './messages.ts';
import type { DatasetFolder } from './parse-file.ts';
import { pathProblems } from './picture/index.ts';
import { readTextFile } from './text-file.ts';

/** The folder for the texts of parts, within a dataset folder. */
const TEXTS = 'texts';

/** The valid texts, ordered by part and language, and the problems in the invalid texts. */
export interface ReadTexts {
  texts: readonly PartText[];
  problems: readonly Problem[];
}

/**
 * Reads the texts of a programme's parts.
 *
 * @param place returns the position of a path in programme.yaml
 * @param upgrade converts the text of a file to the newest format (texts in programme.yaml have already been converted)
 */
export async function readTexts(
  folder: DatasetFolder,
  config: ProgrammeFile,
  place: (path: Path) => Position,
  upgrade: (source: string) => string,
): Promise<ReadTexts> {
  const parts = partsOf(config).filter(({ id }) => !isMade(id));
  const names = await folder.files.names(path.join(folder.dir, TEXTS));
  const ids = parts.map(({ id }) => id);
  // Hidden files, which operating systems create, are ignored.
  const shown = names.filter((name) => !name.startsWith('.')).sort();
  const found = shown.map((name) => fileOf(name, ids, folder.dir));
  const read = await Promise.all(
    found.map((file) => ('part' in file ? readFileText(file, folder, upgrade) : file)),
  );
  const inline = await Promise.all(
    partsOf(config).flatMap((part, index) =>
      inlineTexts(part, index, config.language).map((text) =>
        textOf(text, folder, () => ({ ...place(text.field.split('.')), field: text.field })),
      ),
    ),
  );
  const all = [...read, ...inline];
  const texts = all.flatMap((one) => ('text' in one ? [one.text] : []));
  const doubled = inline.flatMap((one): Problem[] => {
    if (!('text' in one)) return [];
    const { part, lang, field } = one.text;
    const twice = found.some((file) => 'part' in file && file.part === part && file.lang === lang);
    if (!twice) return [];
    const at = { ...place(field.split('.')), field };
    return [{ ...messageOf('part-has-two-texts', { part, lang, file: textFile(part, lang) }), at }];
  });
  return {
    texts: inPartOrder(config, texts),
    problems: [...all.flatMap((one) => ('problems' in one ? one.problems : [])), ...doubled],
  };
}

interface FoundFile {
  part: string;
  lang: Lang;
}

type Read = { text: PartText } | { problems: readonly Problem[] };

function fileOf(
  name: string,
  parts: readonly string[],
  dir: string,
): FoundFile | { problems: readonly Problem[] } {
  const file = path.join(dir, TEXTS, name);
  const refused = (message: Message): { problems: readonly Problem[] } => ({
    problems: [{ ...message, at: { file } }],
  });
  const [, part, code] = /^(.+)\.([a-z]{2})\.md$/.exec(name) ?? [];
  if (part === undefined || code === undefined)
    return refused(messageOf('text-file-name', { example: `${parts[0] ?? 'foreword'}.${LANGS[0]}.md` }));
  const lang = LANGS.find((known) => known === code);
  if (lang === undefined) return refused(messageOf('language-unknown', { language: code, known: LANGS }));
  if (parts.includes(part)) return { part, lang };
  if (isMade(part)) return refused(messageOf('part-of-data-with-text-file', { part }));
  const [nearest] = [...parts].sort((a, b) => editDistance(part, a) - editDistance(part, b));
  return refused(
    nearest === undefined
      ? messageOf('part-unknown', { part })
      : messageOf('part-unknown-with-nearest', { part, nearest }),
  );
}

async function readFileText(
  { part, lang }: FoundFile,
  folder: DatasetFolder,
  upgrade: (source: string) => string,
): Promise<Read> {
  const file = path.join(folder.dir, textFile(part, lang));
  const field = textField(part, lang);
  const read = readTextFile(file, folder.files).then((text) =>
    textOf({ part, lang, field, source: upgrade(text) }, folder, (offset) => ({
      file,
      ...positionsIn(text)(offset),
    })),
  );
  const outcome = await outcomeOf(read);
  return 'value' in outcome ? outcome.value : { problems: outcome.error.problems };
}

/**
 * @param folder the dataset folder, which contains the pictures
 * @param at returns the position of an offset in the source
 */
async function textOf(
  { source: raw, ...text }: TextSource,
  folder: DatasetFolder,
  at: (offset: number) => Position,
): Promise<Read> {
  const { value: source, problems: unread } = validated(WordsSchema, raw, () => at(0));
  if (source === undefined) return { problems: unread };
  const { text: rich, problems } = readMarkdown(source, at);
  if (problems.length > 0) return { problems };
  if (rich.blocks.length === 0) return { problems: [{ ...messageOf('text-empty'), at: at(0) }] };
  const pictures = rich.blocks.filter((block) => block.kind === 'picture');
  const named = pictures.map(({ file, offset }) => ({ file, at: () => at(offset) }));
  const found = await pathProblems(folder, named);
  return found.length > 0 ? { problems: found } : { text: { ...text, source, rich } };
}
