import { cp, rm } from 'node:fs/promises';
import path from 'node:path';
import {
  currentTakedowns,
  EDITION_FILE,
  editionsInOrder,
  LOCK_FILE,
  type Lock,
  lockText,
  PUBLISHED,
  presentPublished,
  readLocks,
  sumOfFile,
  type TakenDown,
} from '../edition/index.ts';
import { ifPossible, UserError } from '../errors.ts';
import { DRAFT } from '../model/index.ts';
import { lstatIfThere, readBytes, readProgramme } from '../read/index.ts';
import { refusedAt } from '../system-errors.ts';
import { type DatasetState, datasetState, requireSame } from './change-dataset.ts';
import { type Content, sha256Of } from './content.ts';
import { MANIFEST, type Manifest } from './edition-outputs.ts';
import { filesUnder, inTemporaryFolder } from './folders.ts';
import { messageOf } from './messages.ts';
import { publishSite, SITE } from './site.ts';
import { today } from './today.ts';
import { consistencies, rebuiltFiles } from './verify.ts';
import { holdsWords, OMISSION, textsIn, withoutWords, wordsPattern } from './without-words.ts';
import { type OutputFile, writeFiles } from './write-files.ts';

export interface TakedownOptions {
  /** Folder of the dataset. */
  data: string;
  /** The edition that contains the content to be removed. */
  edition: string;
  /** The text to be removed. Alternatively, `file` is the path of the file to be removed from the edition. */
  words?: string;
  file?: string;
  /** The person who is responsible, and the reason; both are stored in the locks. */
  by: string;
  why: string;
  /** Date of the takedown, YYYY-MM-DD; by default today. */
  date?: string | undefined;
}

/** The plan of a takedown. */
export interface TakedownPlan {
  options: TakedownOptions;
  /** Description of each file that is replaced or removed, keyed by its path within the data folder. */
  places: readonly string[];
  /** Descriptions of what cannot be removed. */
  left: readonly string[];
  /** Everything that is replaced or removed, including locks. */
  edits: Edits;
  /** State of the dataset when the plan was made. */
  dataset: DatasetState;
}

/** New contents, keyed by path within the data folder; undefined for a file that is removed. */
type Edits = Map<string, Content | undefined>;

/**
 * Plans the removal of a text or a file from all editions and their published files, from the draft and from proposals.
 * Published files are replaced if rebuilding them from the changed data produces different files. The plan also covers
 * the remaining work of an interrupted call with the same options. Writes nothing into the data folder.
 *
 * @throws UserError when the edition does not contain the text or file, or an edition is not consistent or would not be
 *   readable afterwards
 */
export async function planTakedown(options: TakedownOptions): Promise<TakedownPlan> {
  const { data, edition } = options;
  const dataset = datasetState(data);
  const pattern = options.words === undefined ? undefined : patternOf(options, options.words);
  const unfinished = await unfinishedRemovals(data);
  await requireConsistent(data, edition, unfinished);
  const files = await filesIn(data);
  const edits =
    pattern === undefined ? await fileEdits(options, files) : await wordEdits(data, files, pattern);
  const home = `editions/${edition}/`;
  if (!(await isTakenDown(options)) && ![...edits.keys()].some((file) => file.startsWith(home)))
    throw new UserError(
      edits.size === 0
        ? messageOf('takedown-not-found', { edition })
        : messageOf('takedown-found-elsewhere', { edition, files: [...edits.keys()].join(', ') }),
    );
  const left = pattern === undefined ? [] : await leftAfter(data, files, edits, pattern);
  const all: Edits = new Map([...edits, ...(await publishedEdits(options, edits))]);
  const locks = await lockEdits(options, all, pattern);
  for (const file of unfinished) all.set(file, undefined);
  const places = [...all].map(([file, bytes]) => `${file}: ${bytes === undefined ? 'removed' : 'replaced'}`);
  return { options, places: places.sort(), left, edits: new Map([...all, ...locks]), dataset };
}

/**
 * Carries out a plan, and rebuilds the web folder if there is one.
 *
 * @returns descriptions of the places that still contain the text
 * @throws UserError when the dataset has changed since the plan was made, or a file cannot be written
 */
export async function takeDown({ options, edits, left, dataset }: TakedownPlan): Promise<string[]> {
  const { data, words } = options;
  await writeFiles(outputsOf(edits, data), data, () => requireSame(dataset, datasetState(data)));
  for (const [file, bytes] of edits) {
    const place = path.join(data, file);
    if (bytes === undefined) await rm(place, { force: true }).catch(refusedAt(place));
  }
  if ((await lstatIfThere(path.join(data, SITE))) !== undefined) await publishSite(data);
  if (words === undefined) return [...left];
  const pattern = wordsPattern(words);
  const found: string[] = [];
  for (const file of await filesIn(data, true)) {
    const bytes = await readBytes(path.join(data, file), EDITION_FILE);
    if (
      !left.some((line) => line.startsWith(`${file}: `)) &&
      textsIn(bytes).some((text) => holdsWords(text, pattern))
    )
      found.push(`${file}: still holds the words`);
  }
  return [...left, ...found];
}

/** The edited files with their new content, in a folder. Removed files are not included. */
export const outputsOf = (edits: Edits, folder: string): OutputFile[] =>
  [...edits].flatMap(([file, bytes]) =>
    bytes === undefined ? [] : [{ path: path.join(folder, file), bytes }],
  );

function patternOf({ by, why }: TakedownOptions, words: string): RegExp {
  if (!/[\p{L}\p{N}]/u.test(words)) throw new UserError(messageOf('takedown-words-empty'));
  const pattern = wordsPattern(words);
  if (holdsWords(by, pattern) || holdsWords(why, pattern))
    throw new UserError(messageOf('takedown-words-in-reason'));
  return pattern;
}

/** A takedown writes new locks. The checksums in these locks must not cover changes that somebody else has made. */
async function requireConsistent(data: string, edition: string, unfinished: readonly string[]) {
  await consistencies(data, edition);
  const broken = (await consistencies(data)).filter((one) =>
    one.inconsistencies.some(({ file }) => !unfinished.includes(`editions/${one.edition}/${file}`)),
  );
  if (broken.length > 0)
    throw new UserError(
      messageOf('takedown-edition-inconsistent', {
        editions: broken.map((one) => one.edition),
        command: { command: ['verify'] },
      }),
    );
}

/**
 * Files that a lock lists as removed but that still have their earlier content, because the takedown was interrupted
 * before it removed them.
 */
async function unfinishedRemovals(data: string): Promise<string[]> {
  const found: string[] = [];
  for (const { edition, data: sumsOfFiles, published, takenDown = [] } of await readLocks(data))
    for (const file of new Set(takenDown.map((one) => one.file))) {
      const named = `editions/${edition}/${file}`;
      const place = path.join(data, named);
      const sums = takenDown.filter((one) => one.file === file).map(({ sum }) => sum);
      if (sums.at(-1) !== undefined || (await lstatIfThere(place))?.isFile() !== true) continue;
      const first = sumsOfFiles[file] ?? published[file.slice(PUBLISHED.length + 1)];
      if ([first, ...sums].includes(await sumOfFile(place))) found.push(named);
    }
  return found;
}

/** Whether the lock records an earlier call with the same options. */
async function isTakenDown({ data, edition, file, by, why }: TakedownOptions): Promise<boolean> {
  const lock = (await readLocks(data)).find((one) => one.edition === edition);
  if (file === undefined) return lock?.takenDown?.some((one) => one.by === by && one.why === why) === true;
  const current = lock && currentTakedowns(lock).get(file);
  if (current === undefined) return false;
  const placeholder = file.startsWith(`${PUBLISHED}/`) ? undefined : placeholderOf(file);
  return current.sum === (placeholder && sha256Of(placeholder));
}

/**
 * Paths of the files of a data folder. By default, derived files (the web folder and published files) are not included.
 */
async function filesIn(data: string, derived = false): Promise<string[]> {
  const files = (await filesUnder(data)).filter((file) => !file.split('/').includes('.git'));
  return derived ? files : files.filter((file) => !isDerived(file));
}

function isDerived(file: string): boolean {
  const [first, , third] = file.split('/');
  return first === SITE || (first === 'editions' && third === PUBLISHED);
}

async function wordEdits(data: string, files: readonly string[], pattern: RegExp): Promise<Edits> {
  const edits: Edits = new Map();
  for (const file of files.filter((name) => path.basename(name) !== LOCK_FILE)) {
    const text = Buffer.from(await readBytes(path.join(data, file), EDITION_FILE)).toString('utf8');
    const without = await withoutWords(file, text, pattern);
    if (without !== undefined) edits.set(file, without);
  }
  return edits;
}

/** Descriptions of places where a text cannot be removed: file names, and files that are not text. */
async function leftAfter(data: string, files: readonly string[], edits: Edits, pattern: RegExp) {
  const left: string[] = [];
  for (const file of files) {
    if (holdsWords(file, pattern)) left.push(`${file}: its name; fingerprints are derived from names`);
    if (edits.has(file) || path.basename(file) === LOCK_FILE) continue;
    const texts = textsIn(await readBytes(path.join(data, file), EDITION_FILE));
    if (texts.some((text) => holdsWords(text, pattern)))
      left.push(`${file}: no text file; correct or remove it yourself`);
  }
  return left;
}

/**
 * Edits that replace or remove the file itself, in each edition and, if the file in the draft has the same bytes, in
 * the draft.
 */
async function fileEdits(options: TakedownOptions, files: readonly string[]): Promise<Edits> {
  const { data, edition, file } = options;
  if (file === undefined) throw new UserError(messageOf('takedown-without-subject'));
  if (await isTakenDown(options)) return new Map();
  const named = `editions/${edition}/${file}`;
  if ((await lstatIfThere(path.join(data, named)))?.isFile() !== true || named.split('/').includes('..'))
    throw new UserError(messageOf('edition-without-file', { edition, file }));
  if (file.startsWith(`${PUBLISHED}/`)) return new Map([[named, undefined]]);
  const placeholder = placeholderOf(file);
  if (placeholder === undefined) throw new UserError(messageOf('edition-needs-file', { file }));
  const sum = await sumOfFile(path.join(data, named));
  const edits: Edits = new Map();
  for (const one of files)
    if (path.extname(one) === path.extname(file) && (await sumOfFile(path.join(data, one))) === sum)
      edits.set(one, placeholder);
  return edits;
}

/** A grey square as a JPEG image. */
const GREY_JPEG = Buffer.from(
  '/9j/4AAQSkZJRgABAQEASABIAAD/2wBDAAEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQH/wAALCAABAAEBAREA/8QAFAABAAAAAAAAAAAAAAAAAAAACf/EABQQAQAAAAAAAAAAAAAAAAAAAAD/2gAIAQEAAD8AKp//2Q==',
  'base64',
);

/** The content that replaces a file that is taken down, by file extension: for pictures, a grey square. */
const PLACEHOLDERS: Readonly<Record<string, Content>> = {
  '.png': Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNoAAAAggCBd81ytgAAAABJRU5ErkJggg==',
    'base64',
  ),
  '.jpg': GREY_JPEG,
  '.jpeg': GREY_JPEG,
  '.svg':
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"><path fill="#ccc" d="M0 0h1v1H0z"/></svg>\n',
  '.md': `${OMISSION}\n`,
};

/** A placeholder for a file, of the same type as the file; undefined if there is none for this type. */
const placeholderOf = (file: string): Content | undefined =>
  PLACEHOLDERS[path.extname(file).toLowerCase()] ?? (file.startsWith('events/') ? '[]\n' : undefined);

/** Edits for published files that change when they are rebuilt from the changed data, and for their manifests. */
async function publishedEdits({ data, words }: TakedownOptions, edits: Edits): Promise<Edits> {
  const changed: Edits = new Map();
  const locks = editionsInOrder(await readLocks(data));
  const isTouched = ({ edition }: Lock): boolean =>
    [...edits.keys()].some((file) => file.startsWith(`editions/${edition}/`));
  const first = locks.findIndex(isTouched);
  if ([...edits.keys()].every(isDerived)) {
    for (const lock of locks.filter(isTouched)) await addManifest(lock, data, edits, undefined, changed);
    return changed;
  }
  return inTemporaryFolder(async (scratch) => {
    await cp(data, scratch, {
      recursive: true,
      filter: (source) => !isDerived(path.relative(data, source).split(path.sep).join('/')),
    });
    await writeFiles(outputsOf(edits, scratch), scratch);
    await readProgramme(scratch, DRAFT);
    for (const { edition } of locks) await readProgramme(scratch, edition);
    for (const lock of locks.slice(first)) {
      const [built, without] = [await builtOf(lock, data), await builtOf(lock, scratch)];
      const changedFiles: Edits = new Map();
      for (const file of Object.keys(presentPublished(lock)).filter((name) => name !== MANIFEST)) {
        if (built === undefined || without === undefined) changedFiles.set(file, undefined);
        else if (sumOf(built.get(file)) !== sumOf(without.get(file)))
          changedFiles.set(file, without.get(file));
      }
      if (changedFiles.size === 0) continue;
      for (const [file, bytes] of changedFiles)
        changed.set(`editions/${lock.edition}/${PUBLISHED}/${file}`, bytes);
      await addManifest(lock, data, new Map([...edits, ...changed]), without?.get(MANIFEST), changed, words);
    }
    return changed;
  });
}

/** The rebuilt published files of an edition, by file name; undefined if the edition cannot be built. */
async function builtOf(lock: Lock, data: string): Promise<ReadonlyMap<string, Content> | undefined> {
  const programme = readProgramme(data, lock.edition);
  return ifPossible(programme.then((edition) => rebuiltFiles(lock, edition, data, lock.fingerprint)));
}

const sumOf = (content: Content | undefined): string | undefined =>
  content === undefined ? undefined : sha256Of(content);

/**
 * Adds to the edits the manifest of a published edition, without removed files and with new entries for replaced files.
 *
 * @param fresh the manifest of the rebuilt edition, if it can be built
 */
async function addManifest(
  lock: Lock,
  data: string,
  edits: Edits,
  fresh: Content | undefined,
  changed: Edits,
  words?: string,
): Promise<void> {
  if (presentPublished(lock)[MANIFEST] === undefined) return;
  const folder = `editions/${lock.edition}/${PUBLISHED}`;
  const bytes = await readBytes(path.join(data, folder, MANIFEST), EDITION_FILE);
  const manifest = JSON.parse(Buffer.from(bytes).toString('utf8')) as Manifest;
  const now = typeof fresh === 'string' ? (JSON.parse(fresh) as Manifest).files : [];
  const files = manifest.files.flatMap((entry) => {
    const place = `${folder}/${entry.file}`;
    if (!edits.has(place)) return [entry];
    return edits.get(place) === undefined ? [] : now.filter(({ file }) => file === entry.file);
  });
  const text = `${JSON.stringify({ ...manifest, files }, null, 2)}\n`;
  const without = words === undefined ? undefined : await withoutWords(MANIFEST, text, wordsPattern(words));
  changed.set(`${folder}/${MANIFEST}`, without ?? text);
}

/**
 * Edits for the locks of editions whose files change. Each lock stores the checksums of both the original and the new
 * content.
 */
async function lockEdits(
  { data, by, why, date = today() }: TakedownOptions,
  edits: Edits,
  pattern: RegExp | undefined,
): Promise<Map<string, Content>> {
  const locks = new Map<string, Content>();
  for (const lock of await readLocks(data)) {
    const home = `editions/${lock.edition}/`;
    const removed = [...edits]
      .filter(([file]) => file.startsWith(home))
      .map(([file, bytes]): TakenDown => {
        const sum = bytes === undefined ? {} : { sum: sha256Of(bytes) };
        return { file: file.slice(home.length), ...sum, date, by, why };
      })
      .sort((a, b) => (a.file < b.file ? -1 : 1));
    const mask = (words: string): string =>
      pattern === undefined || !holdsWords(words, pattern) ? words : words.replace(pattern, OMISSION);
    const masked = <T extends Record<'by' | 'why', string>>(one: T): T => {
      return { ...one, by: mask(one.by), why: mask(one.why) };
    };
    const takenDown = [...(lock.takenDown ?? []).map(masked), ...removed];
    const waived = lock.waived?.map(masked);
    const text = lockText({
      ...lock,
      ...(waived && { waived }),
      ...(takenDown.length > 0 && { takenDown }),
    });
    if (text !== lockText(lock)) locks.set(`${home}${LOCK_FILE}`, text);
  }
  return locks;
}
