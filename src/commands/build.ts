import path from 'node:path';
import { LANGUAGES } from '../../languages/index.ts';
import { loadCompare } from '../compare/index.ts';
import {
  buildDocument,
  type Document,
  type DocumentOptions,
  type Extract,
  loadWhatsNew,
} from '../document/index.ts';
import { editionFingerprint, editionsInOrder, LOCK_FILE, readLock, readLocks } from '../edition/index.ts';
import { UserError } from '../errors.ts';
import { DRAFT, type Lang, type Programme } from '../model/index.ts';
import { editionDir, readProgramme, statIfThere } from '../read/index.ts';
import type { DataSource } from './data-files.ts';
import { type DesignResources, openLook } from './design-resources.ts';
import {
  DOCUMENT_FORMATS,
  type DocumentFormat,
  FORMATS,
  type Format,
  isDataFormat,
  isScreenFormat,
  PAPER_FORMAT_NAMES,
} from './formats.ts';
import { messageOf } from './messages.ts';
import { type BuiltFile, dataOutputOf, type Output, outputOf } from './output.ts';
import { type OutputFile, writeFiles } from './write-files.ts';

export interface BuildOptions {
  /** Folder of the dataset; by default `data`. */
  data?: string | undefined;
  /** Name of a frozen edition; by default the draft. */
  edition?: string | undefined;
  /** Formats of the files; by default PDF and Word. */
  formats?: readonly Format[] | undefined;
  /** Languages of the outputs; by default all languages of the programme. */
  langs?: readonly Lang[] | undefined;
  /** Output folder; by default `output`. */
  out?: string | undefined;
  /** An earlier edition; the outputs mark the changes made since this edition. */
  changesSince?: string | undefined;
  /** Whether to also build a page for each event, in a folder that is named after the web page. */
  eventPages?: boolean | undefined;
  /** Whether to build an additional web page without a cover, for embedding in another page. */
  embed?: boolean | undefined;
  /**
   * Called before each file is built, with the number of finished files, the total number of files, and the path of the
   * file.
   */
  progress?: Progress | undefined;
}

/** A callback that receives the number of finished files, the total number of files, and the name of the next file. */
export type Progress = (done: number, all: number, name: string) => void;

export interface BuildResult {
  files: readonly BuiltFile[];
}

/**
 * Builds a programme in all requested languages and formats, and writes either all files or none.
 *
 * @throws UserError when the dataset is invalid or the output folder cannot be used
 *
 * @example
 * ```ts
 * import { build } from 'programme';
 *
 * const { files } = await build({ edition: '1', formats: ['pdf'], langs: ['en'] });
 * for (const { path, pages } of files) console.log(path, pages); // output/programme-2021-ed1-en.pdf 27
 * ```
 */
export async function build(options: BuildOptions = {}): Promise<BuildResult> {
  const { programme, target, look, common } = await prepare(options);
  const outputs = await buildOutputs(programme, { ...target, progress: options.progress }, look, common);
  const files = outputs.flatMap(({ file, more = [] }) => [file, ...more]);
  for (const { built, file, more = [] } of outputs) {
    if (built.eventPages === undefined) continue;
    const { staleEventFiles } = await import('./event-pages.ts');
    files.push(...(await staleEventFiles(more, file.path)));
  }
  await writeFiles(files);
  return { files: outputs.map(({ built }) => built) };
}

/** Reads the programme and opens its design. */
export async function prepare({
  data = 'data',
  edition = DRAFT,
  formats = PAPER_FORMAT_NAMES,
  langs,
  out = 'output',
  changesSince,
  eventPages = false,
  embed = false,
}: BuildOptions) {
  const option = eventPages ? '--event-pages' : embed ? '--embed' : undefined;
  if (option !== undefined && !formats.includes('html'))
    throw new UserError(messageOf('option-without-html', { option }));
  const programme = await readProgramme(data, edition);
  const languages = langs ?? programme.config.languages;
  const look = await openLook(data, edition, { languages, config: programme.config });
  const common = { ...(await documentOptions(programme, data, formats, changesSince)), eventPages };
  const source = editionDir(data, edition);
  return { programme, target: { formats, langs: languages, out, source, embed }, look, common };
}

interface OutputOptions extends Pick<BuildOptions, 'langs' | 'embed' | 'progress'> {
  formats: readonly Format[];
  /** Output folder. */
  out: string;
  /** Folder from which the programme was read; messages refer to files in this folder. */
  source: string;
}

/**
 * Builds the outputs of a programme in all requested languages and formats, without writing them.
 *
 * @throws UserError when the fonts lack a character, or a text does not fit
 */
export async function buildOutputs(
  programme: Programme,
  { formats, langs, out, source, embed = false, progress = () => {} }: OutputOptions,
  look: DesignResources,
  options: DocumentOptions = {},
): Promise<Output[]> {
  const outputs: Output[] = [];
  try {
    const { extract, earlier: whole = [], fingerprint, erratum } = options;
    const earlier = extract === undefined ? whole : await partsOf(whole, extract);
    const paper = !formats.some(isScreenFormat);
    const { presentation } = look.design;
    const documents = (langs ?? programme.config.languages).map((lang) =>
      buildDocument(programme, lang, { ...options, earlier, paper, presentation }),
    );
    for (const document of withSiblings(documents, formats)) {
      const { lang, stem } = document.meta;
      const corrects = erratum?.corrects;
      const source = { programme, lang, extract, earlier, corrects, fingerprint, presentation, stem };
      const data = new Map<Format, Output>();
      for (const format of formats.filter(isDataFormat))
        data.set(format, await dataOutputOf(document, format, source, out));
      const { leftOut } = data.get('ics')?.built ?? {};
      const complete = leftOut === undefined ? document : { ...document, notInCalendar: leftOut };
      for (const format of formats) {
        progress(outputs.length, documents.length * formats.length, `${stem}.${FORMATS[format].ending}`);
        const mayBeCloser = extract !== undefined && !isScreenFormat(format);
        const output =
          data.get(format) ?? (await outputOf(complete, format as DocumentFormat, look, out, mayBeCloser));
        outputs.push(output);
        if (format === 'html') {
          const { eventPages } = options;
          output.more = await extraFilesOf(complete, source, look, out, { eventPages, embed });
          const inFolder = `${path.join(out, stem)}${path.sep}`;
          if (eventPages)
            output.built.eventPages = output.more.filter(
              (file) => file.path.startsWith(inFolder) && file.path.endsWith('.html'),
            ).length;
        }
      }
    }
  } catch (error) {
    const { placedIn } = await import('./source-files.ts');
    throw await placedIn([{ programme, folder: source }], error);
  }
  return outputs;
}

/** Earlier editions, limited to the events of an extract. */
async function partsOf(earlier: readonly Programme[], extract: Extract): Promise<Programme[]> {
  const { extractIn, partOf } = await import('./extracts.ts');
  return earlier.map((before) => partOf(before, extractIn(before, extract)));
}

/**
 * Adds to each document a list of the other files that are built with it. A web page contains links to all files in the
 * list.
 */
function withSiblings(documents: readonly Document[], formats: readonly Format[]): Document[] {
  const files = documents.flatMap(({ meta: { lang, stem } }) =>
    formats.map((format) => ({
      file: `${stem}.${FORMATS[format].ending}`,
      format: FORMATS[format].name,
      lang,
      language: LANGUAGES[lang].name,
    })),
  );
  return documents.map((document) => ({
    ...document,
    siblings: files.filter(({ file }) => file !== `${document.meta.stem}.${FORMATS.html.ending}`),
  }));
}

/** Formats whose files also contain data from earlier editions. */
const REMEMBER: readonly Format[] = ['html', 'ics'];

/**
 * Options for building the documents: the fingerprint of a frozen edition, the changes since an earlier edition, and
 * the earlier editions if a format needs them.
 *
 * @throws UserError when one of the editions cannot be read
 */
async function documentOptions(
  programme: Programme,
  data: string,
  formats: readonly Format[],
  changesSince: string | undefined,
): Promise<Pick<DocumentOptions, 'fingerprint' | 'news' | 'erratum' | 'earlier'>> {
  const remembers = formats.some((format) => REMEMBER.includes(format));
  const [fingerprint, news, erratum, earlier] = await Promise.all([
    editionFingerprint(data, programme.edition),
    newsSince(changesSince, programme, data),
    erratumOf(programme, data),
    remembers ? earlierEditions(programme.edition, data) : [],
  ]);
  return { ...news, ...erratum, earlier, ...(fingerprint === undefined ? {} : { fingerprint }) };
}

/**
 * The edition that an erratum corrects and the changes that the erratum makes; empty if the edition is not an erratum.
 */
export async function erratumOf(
  programme: Programme,
  data: string,
): Promise<Pick<DocumentOptions, 'erratum'>> {
  if (programme.edition === DRAFT) return {};
  const dir = editionDir(data, programme.edition);
  if ((await statIfThere(path.join(dir, LOCK_FILE))) === undefined) return {};
  const { erratum, base } = await readLock(dir);
  return erratum === undefined || base === null ? {} : correcting(base.edition, programme, data);
}

/**
 * The name of the corrected edition, and the changes that the programme, as an erratum, makes to it.
 *
 * @throws UserError when the edition cannot be read
 */
export async function correcting(
  corrects: string,
  programme: Programme,
  data: string,
): Promise<Pick<DocumentOptions, 'erratum'>> {
  const [{ compare }, earlier] = await Promise.all([loadCompare(), readProgramme(data, corrects)]);
  return { erratum: { corrects, comparison: compare(earlier, programme) } };
}

/**
 * The additional files for the web page of a document: the event pages, a page for embedding in other pages and, if the
 * programme has an address, the picture for link previews.
 */
async function extraFilesOf(
  document: Document,
  source: DataSource,
  look: DesignResources,
  out: string,
  { eventPages = false, embed = false }: Pick<BuildOptions, 'eventPages' | 'embed'>,
): Promise<OutputFile[]> {
  const { stem, picture } = document.meta;
  const files: OutputFile[] = [];
  if (picture !== undefined)
    files.push({ path: path.join(out, `${stem}.png`), bytes: await look.preview(document) });
  if (embed) {
    const { content } = await DOCUMENT_FORMATS.html.render({ ...document, embedded: true }, look);
    files.push({ path: path.join(out, `${stem}-embed.html`), bytes: content });
  }
  if (eventPages) {
    const { eventPageFiles } = await import('./event-pages.ts');
    files.push(...(await eventPageFiles(document, source, look, out)));
  }
  return files;
}

/**
 * The editions that were frozen before an edition, oldest first; for the draft, all editions.
 *
 * @param data folder of the dataset
 * @throws UserError when an edition cannot be read
 */
export async function earlierEditions(edition: string, data: string): Promise<Programme[]> {
  const names = editionsInOrder(await readLocks(data)).map((lock) => lock.edition);
  const earlier = edition === DRAFT ? names : names.slice(0, Math.max(0, names.indexOf(edition)));
  return Promise.all(earlier.map((name) => readProgramme(data, name)));
}

/**
 * The changes in a programme since an earlier edition. If no edition is named, the result is empty, and the code that
 * compares editions is not loaded.
 */
export async function newsSince(
  edition: string | undefined,
  programme: Programme,
  data: string,
): Promise<Pick<DocumentOptions, 'news'>> {
  if (edition === undefined) return {};
  const [{ compare }, { noveltyOf }, earlier] = await Promise.all([
    loadCompare(),
    loadWhatsNew(),
    readProgramme(data, edition),
  ]);
  return { news: noveltyOf(compare(earlier, programme)) };
}
