import path from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { compare } from '../compare/index.ts';
import { lastEdition, readLocks } from '../edition/index.ts';
import { type Problem, UserError } from '../errors.ts';
import {
  allEvents,
  DRAFT,
  datasetSchemas,
  type Event,
  eventSchema,
  isTextFile,
  type PartText,
  type Programme,
  type ProgrammeFile,
  ProgrammeFileSchema,
  publicPart,
  schemaText,
  textFile,
} from '../model/index.ts';
import {
  consistencyProblems,
  editionDir,
  loadYamlWriter,
  readBytes,
  readDataset,
  readOlderDraft,
  readTextFileIfThere,
  requireFewEvents,
  requireReadable,
  statIfThere,
  TEXT_FILE,
  validated,
  type WrittenData,
} from '../read/index.ts';
import { parseMapping } from '../read/table-import/index.ts';
import { readMarkdown } from '../text/index.ts';
import { upgradedApprovals } from './approvals-file.ts';
import { designFiles } from './design-settings.ts';
import { messageOf } from './messages.ts';
import { mappingPath } from './source-mapping.ts';
import type { OutputFile } from './write-files.ts';

export interface DraftFile extends OutputFile {
  bytes: string;
}

/**
 * The files of the draft that must be written or removed to get from one state to another. Comments and unchanged
 * values are preserved in the files that contain settings, events, places or the design. Files in an older format are
 * converted to the newest one.
 *
 * @param pictures files of the dataset that are written at the same time
 * @throws UserError when the later state is not a valid dataset, or cannot be written
 */
export async function draftFiles(
  data: string,
  before: Programme,
  after: Programme,
  pictures: readonly OutputFile[] = [],
): Promise<DraftFile[]> {
  const dir = editionDir(data, DRAFT);
  requireFewEvents(after.themes, path.join(dir, 'events'));
  const problems = problemsOf(before, after);
  if (problems.length > 0) throw new UserError(problems);
  const older = await readOlderDraft(data);
  const design = await designFiles(data, before, after, pictures);
  if (older === undefined) return [...(await changedFiles(dir, older, before, after)), ...design];
  return isDeepStrictEqual(before, after)
    ? []
    : [...design, ...(await changedFiles(dir, older, before, after)), ...(await approvalFiles(data, before))];
}

/** The files of a draft, converted from an older format to the newest; empty for a draft in the newest format. */
export async function upgradedFiles(data: string, draft: Programme): Promise<DraftFile[]> {
  const older = await readOlderDraft(data);
  if (older === undefined) return [];
  const files = await changedFiles(editionDir(data, DRAFT), older, draft, draft);
  return [...files, ...(await approvalFiles(data, draft))];
}

/** The approvals of changes since the last edition, converted if the draft is converted from an older format. */
async function approvalFiles(data: string, draft: Programme): Promise<DraftFile[]> {
  const last = lastEdition(await readLocks(data));
  if (last === undefined) return [];
  const edition = await readDataset(data, last.edition);
  return upgradedApprovals(data, compare(publicPart(edition), publicPart(draft)).changes);
}

/** @param older the content of the files if they are in an older format */
async function changedFiles(
  dir: string,
  older: WrittenData | undefined,
  before: Programme,
  after: Programme,
): Promise<DraftFile[]> {
  const unread = older === undefined ? [] : eventProblems(allEvents(after), after, 'correct-older-first');
  if (unread.length > 0) throw new UserError(unread);
  const { rewriteEvents, rewriteProgramme } = await loadYamlWriter();
  const files: DraftFile[] = [];
  const { themes } = older ?? before;
  const config = older === undefined ? before.config : { ...older.config, format: older.format };
  if (!isDeepStrictEqual(config, after.config)) {
    const file = path.join(dir, 'programme.yaml');
    const bytes = await rewriteProgramme(await textOf(file), config, after.config, file);
    files.push({ path: file, bytes });
    files.push(...(await schemaFiles(older === undefined ? before : undefined, after, dir)));
  }
  const texts = older === undefined ? before.texts : await textsOnDisk(before, dir);
  files.push(...textFiles(texts, after, dir));
  const eventsFile = (theme: string): string => path.join(dir, 'events', `${theme}.yaml`);
  const sources = new Map<string, string>();
  for (const { theme } of themes) sources.set(theme.id, await textOf(eventsFile(theme.id)));
  const ids = new Set(after.themes.map(({ theme }) => theme.id));
  const removed = themes
    .filter(({ theme }) => !ids.has(theme.id))
    .map(({ theme }) => ({ theme, events: [] }));
  const rewritten = await rewriteEvents(sources, themes, [...after.themes, ...removed], after.config);
  const written = new Map([...sources, ...rewritten]);
  requireReadable([...written].map(([theme, text]) => [eventsFile(theme), text] as const));
  for (const [theme, bytes] of rewritten) if (ids.has(theme)) files.push({ path: eventsFile(theme), bytes });
  for (const { theme } of removed) {
    const bytes = written.get(theme.id) ?? '';
    files.push({ path: eventsFile(theme.id), bytes, ...(bytes === NO_EVENTS && { remove: true }) });
  }
  return [...files, ...(await placesFile(dir, before, after)), ...(await mappingFiles(dir, before, after))];
}

/** The file that contains the list of places, if the list has changed. */
async function placesFile(
  dir: string,
  { reference: { places: before } }: Programme,
  { reference: { places } }: Programme,
): Promise<DraftFile[]> {
  if (isDeepStrictEqual(before, places)) return [];
  const file = path.join(dir, 'reference', 'places.yaml');
  const text = (await readTextFileIfThere(file)) ?? '';
  const { rewritePlaces } = await loadYamlWriter();
  return [{ path: file, bytes: await rewritePlaces(text, before, places, file) }];
}

/** The mapping files that have changed. The file of a mapping that no longer exists is removed. */
async function mappingFiles(
  dir: string,
  { mappings: old = {} }: Programme,
  { mappings: now = {}, config }: Programme,
): Promise<DraftFile[]> {
  const fileOf = (name: string): string => path.join(dir, mappingPath(name));
  const files: DraftFile[] = [];
  const { mappingYaml } = await loadYamlWriter();
  for (const [name, mapping] of Object.entries(now))
    if (!isDeepStrictEqual(mapping, old[name])) {
      const parsed = await parseMapping(JSON.stringify(mapping), fileOf(name), config);
      files.push({ path: fileOf(name), bytes: mappingYaml(parsed) });
    }
  for (const file of Object.keys(old)
    .filter((name) => !Object.hasOwn(now, name))
    .map(fileOf))
    files.push({ path: file, bytes: await textOf(file), remove: true });
  return files;
}

/**
 * The JSON Schema files that change because fields, sides or themes have changed; all JSON Schema files if the draft is
 * in an older format. A schema that the dataset lacks is not written.
 */
async function schemaFiles(before: Programme | undefined, after: Programme, dir: string) {
  if (isDeepStrictEqual(before?.config, after.config)) return [];
  const earlier = before === undefined ? new Map<string, unknown>() : datasetSchemas(before.config);
  const changed = [...datasetSchemas(after.config)].filter(
    ([name, schema]) => !isDeepStrictEqual(schema, earlier.get(name)),
  );
  const files = changed.map(async ([name, schema]): Promise<DraftFile[]> => {
    const file = path.join(dir, 'schema', `${name}.schema.json`);
    const isThere = (await statIfThere(file)) !== undefined;
    return isThere ? [{ path: file, bytes: schemaText(schema) }] : [];
  });
  return (await Promise.all(files)).flat();
}

/** The text of an events file that contains neither events nor comments. */
const NO_EVENTS = '[]\n';

/** The texts of parts. A text that is stored in a file is returned as it is on disk. */
function textsOnDisk({ texts = [] }: Programme, dir: string): Promise<PartText[]> {
  return Promise.all(
    texts.map(async (text) =>
      isTextFile(text)
        ? { ...text, source: await textOf(path.join(dir, textFile(text.part, text.lang))) }
        : text,
    ),
  );
}

function textFiles(before: readonly PartText[] = [], { texts = [] }: Programme, dir: string): DraftFile[] {
  const removed = before.filter(isTextFile).filter((old) => !texts.some(({ field }) => field === old.field));
  if (removed.length > 0)
    throw new UserError(
      removed.map(({ part, lang, field }) => ({
        ...messageOf('part-text-would-go', { part, lang, file: textFile(part, lang) }),
        at: { field },
      })),
    );
  const sources = new Map(before.map(({ field, source }) => [field, source]));
  return texts
    .filter(isTextFile)
    .filter(({ field, source }) => sources.get(field) !== source)
    .map(({ part, lang, source }) => ({ path: path.join(dir, textFile(part, lang)), bytes: source }));
}

async function textOf(file: string): Promise<string> {
  return new TextDecoder('utf-8', { ignoreBOM: true }).decode(await readBytes(file, TEXT_FILE));
}

/**
 * Settings as they would be if they were read from their files.
 *
 * @throws UserError if they are invalid
 */
export function validConfig(config: ProgrammeFile): ProgrammeFile {
  const { value, problems } = validated(ProgrammeFileSchema, config, (steps) => ({ field: steps.join('.') }));
  if (value !== undefined) return value;
  throw new UserError(
    problems.map((problem) => ({ ...problem, ...messageOf('settings-invalid', { why: problem.message }) })),
  );
}

/**
 * Returns the problems in changed events and in the dataset as a whole.
 *
 * @throws UserError if the settings are invalid
 */
function problemsOf(before: Programme, after: Programme): Problem[] {
  if (!isDeepStrictEqual(before.config, after.config)) validConfig(after.config);
  const isSameShape = isDeepStrictEqual(before.config.fields, after.config.fields);
  const known = new Set(isSameShape ? allEvents(before) : []);
  const changed = allEvents(after).filter((event) => !known.has(event));
  const wrong = eventProblems(changed, after, 'accept-or-refuse');
  const texts = new Set(before.texts?.map(({ source }) => source));
  for (const { source, field } of (after.texts ?? []).filter((text) => !texts.has(text.source)))
    for (const { message: why } of readMarkdown(source).problems)
      wrong.push({
        ...messageOf('text-invalid', { why, hint: messageOf('accept-or-refuse') }),
        at: { field },
      });
  if (wrong.length > 0) return wrong;
  return consistencyProblems(after);
}

function eventProblems(
  events: readonly Event[],
  { config }: Programme,
  hint: 'accept-or-refuse' | 'correct-older-first',
): Problem[] {
  const schema = eventSchema(config);
  return events.flatMap((event) =>
    validated(schema, event, (steps) => ({ event: event.id, field: steps.join('.') })).problems.map(
      (problem) => ({
        ...problem,
        ...messageOf('text-invalid', { why: problem.message, hint: messageOf(hint) }),
      }),
    ),
  );
}
