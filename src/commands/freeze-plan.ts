import path from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { type Comparison, compare } from '../compare/index.ts';
import { type Design, ownFonts, picturesOf } from '../design/index.ts';
import {
  type DataFile,
  dataFiles,
  EDITION_FILE,
  fingerprintOf,
  freezeRefusals,
  LOCK_FILE,
  type Lock,
  lastEdition,
  lockText,
  type Made,
  PUBLISHED,
  presentPublished,
  readLocks,
  sumsOf,
  type WaivedGate,
} from '../edition/index.ts';
import { UserError, withProblems } from '../errors.ts';
import type { Message } from '../messages.ts';
import { DRAFT, namedPictures, type Programme, readOccurrence, type WaivableGate } from '../model/index.ts';
import {
  DESIGN_FILE,
  designText,
  editionDir,
  findEditions,
  type ReadDesign,
  readBytes,
  readDesignFolder,
  readProgramme,
} from '../read/index.ts';
import type { Gate } from '../report/index.ts';
import { loadTrueType } from '../typeset/index.ts';
import { correcting, earlierEditions } from './build.ts';
import { type DatasetState, draftState, requireSame } from './change-dataset.ts';
import { sha256Of } from './content.ts';
import { fontsOf, openDesignResources } from './design-resources.ts';
import { buildEditionFiles, publishedSumsOf } from './edition-outputs.ts';
import { madeBy } from './made-by.ts';
import { messageOf } from './messages.ts';
import { conformanceGate, dataGates, dateWarnings } from './ready.ts';
import { stateOf } from './verapdf.ts';
import { type NewEdition, writeEdition } from './write-edition.ts';
import { type OutputFile, writeFiles } from './write-files.ts';

export interface PlanOptions {
  data: string;
  name: string;
  /** The previous edition, if the new edition is an erratum to it. */
  corrects?: string | undefined;
  /**
   * The corrected edition, if the erratum changes only statuses. Errors that this edition already contains do not
   * prevent the erratum.
   */
  published?: Programme | undefined;
  /** An event property; an extract for each of its values is also published. */
  by?: string | undefined;
  /** Gates that are allowed to fail, and who is responsible. */
  waive?: Waiver | undefined;
}

/** Gates of `ready` that are waived, by whom and why, as stored in the lock. */
export interface Waiver {
  gates: readonly WaivableGate[];
  by: string;
  why: string;
}

/** The error that is thrown if the draft was not frozen because it did not pass all gates of `ready`. */
export class NotReady extends UserError {
  readonly gates: readonly Gate[];

  constructor(gates: readonly Gate[]) {
    super(
      gates.map(({ messages, why, todo }) => ({
        ...messageOf('gate-not-passed', { gate: messages.title, why }),
        ...(todo && { hint: todo }),
      })),
    );
    this.gates = gates;
  }
}

/** The plan of a freeze. */
export interface FreezePlan {
  name: string;
  lock: Lock;
  /** State of the draft when the plan was made. */
  draft: DatasetState;
  /** The edition to write; missing if the edition already exists with the same data. */
  edition?: NewEdition;
  /** What the user should check before publishing the edition. */
  warnings?: readonly Message[];
  /** The corrections that an erratum makes. */
  corrections?: Comparison;
  /** Fingerprints of the changes that an erratum approves because it changes only statuses. */
  approved?: readonly string[];
  /** Ids of the events whose status the erratum changes but that are not in the draft. */
  notInDraft?: readonly string[];
}

/**
 * Plans freezing the draft as an edition with the given name; writes nothing. Freezing the same data again is not an
 * error, so that an interrupted call can be repeated.
 *
 * @throws UserError with every reason why the draft may not be frozen under this name
 * @throws NotReady with the gates of `ready` that the draft has not passed
 */
export async function planFreeze({
  data,
  name,
  corrects,
  published,
  by,
  waive,
}: PlanOptions): Promise<FreezePlan> {
  const state = draftState(data);
  const draft = await readProgramme(data, DRAFT);
  const dir = editionDir(data, DRAFT);
  const look = await readDesignFolder(dir, { languages: draft.config.languages, config: draft.config });
  const frozen = await frozenFiles(data, draft, look);
  const { names, others } = await findEditions(data);
  const locks = await readLocks(data);
  const { date } = draft.config;
  const same = locks.find(({ edition, base, fingerprint }) => {
    return edition === name && fingerprint === fingerprintOf({ edition, date, base, data: sums(frozen) });
  });
  if (same !== undefined) return { name, lock: same, draft: state };
  const last = lastEdition(locks);
  const since = last && compare(await readProgramme(data, last.edition), draft);
  const refusals = freezeRefusals({
    name,
    date,
    existing: [...names, ...others],
    last,
    ...(corrects === undefined ? {} : { corrects }),
    changed: since === undefined || since.changes.length > 0 || since.untracked.length > 0,
    files: [...frozen.held, ...frozen.elsewhere].map((file) => file.path),
  });
  if (refusals.length > 0) throw new UserError(refusals);
  const waived = waivedAmong(await dataGates(draft, data, published), waive);
  const programme = { ...draft, edition: name };
  const { erratum } = corrects === undefined ? {} : await correcting(corrects, programme, data);
  const identity = {
    edition: name,
    date,
    base: last === undefined ? null : { edition: last.edition, fingerprint: last.fingerprint },
    data: sums(frozen),
  };
  const fingerprint = fingerprintOf(identity);
  const built = await buildEditionFiles(
    programme,
    data,
    await earlierEditions(DRAFT, data),
    await openDesignResources(look.design, dir),
    fingerprint,
    { by, ...(erratum && { erratum }) },
  );
  const now = await frozenFiles(data, draft, await readDesignFolder(dir));
  if (!isDeepStrictEqual(identity.data, sums(now))) throw new UserError(messageOf('draft-changed-meanwhile'));
  waived.push(...waivedAmong([conformanceGate(built.conformance)], waive));
  const lock: Lock = {
    version: 3,
    ...identity,
    fingerprint,
    published: publishedSumsOf(built),
    verapdf: stateOf(built.conformance),
    made: decisive(await madeBy(), programme),
    ...(erratum && { erratum: true }),
    ...(frozen.elsewhere.length > 0 && { elsewhere: frozen.elsewhere.map((file) => file.path) }),
    ...(by !== undefined && { extracts: by }),
    ...(waived.length > 0 && { waived }),
  };
  return {
    name,
    lock,
    draft: state,
    edition: {
      folder: editionDir(data, name),
      files: [...frozen.held, ...built.files, { path: LOCK_FILE, bytes: lockText(lock) }],
      beside: [...names, ...others],
    },
    ...(corrects === undefined && { warnings: dateWarnings(date, last) }),
    ...(erratum && { corrections: erratum.comparison }),
  };
}

/**
 * The waived gates among the gates that have not passed.
 *
 * @throws NotReady when other gates have failed
 */
function waivedAmong(gates: readonly Gate[], waive: Waiver | undefined): WaivedGate[] {
  const isWaived = ({ id }: Gate): boolean => waive?.gates.some((gate) => gate === id) === true;
  const failed = gates.filter((gate) => gate.state === 'failed' && !isWaived(gate));
  if (failed.length > 0) throw new NotReady(failed);
  return gates.flatMap(({ id, state }): WaivedGate[] => {
    const gate = waive?.gates.find((waived) => waived === id);
    if (waive === undefined || gate === undefined || state === 'passed') return [];
    return [{ gate, by: waive.by, why: waive.why }];
  });
}

/**
 * The data files of an edition: the files that it contains, and the files of which only checksums are stored, in the
 * lock.
 */
type FrozenFiles = Record<'held' | 'elsewhere', DataFile[]>;

/**
 * The data files of the draft in the form in which an edition stores them. These include the printed pictures, the
 * fonts, the brand.yml file of the design, and the design with all values, so that pages do not change when a default
 * value changes. Anyone with the edition can typeset text in its fonts, so fonts licensed only for preview and print
 * are not included.
 */
async function frozenFiles(
  data: string,
  draft: Programme,
  { design, brand }: ReadDesign,
): Promise<FrozenFiles> {
  const files = (await dataFiles(data)).map(({ path: file, bytes }) => ({
    path: file,
    bytes: file.endsWith('.yaml') ? withSchemaPath(bytes, (folder) => `../../${folder}`) : bytes,
  }));
  const used = new Set([
    ...(brand === undefined ? [] : [brand]),
    ...picturesOf(design).map(({ file }) => file),
    ...namedPictures(draft),
  ]);
  for (const file of used)
    files.push({ path: file, bytes: await readBytes(path.join(data, file), EDITION_FILE) });
  const fonts = await frozenFonts(design, data);
  return {
    held: [...files, ...fonts.held, { path: DESIGN_FILE, bytes: Buffer.from(designText(design)) }],
    elsewhere: fonts.elsewhere,
  };
}

async function frozenFonts(design: Design, data: string): Promise<FrozenFiles> {
  if (ownFonts(design).size === 0) return { held: [], elsewhere: [] };
  const [{ publisherFonts: own }, { readTrueType }] = await Promise.all([
    fontsOf(design, data),
    loadTrueType(),
  ]);
  const fonts: FrozenFiles = { held: [], elsewhere: [] };
  for (const { file, bytes } of own) {
    const { embedding } = readTrueType(bytes).rights;
    fonts[embedding === 'editing' ? 'held' : 'elsewhere'].push({ path: file, bytes });
  }
  return fonts;
}

/**
 * Changes the path of the schema folder in the comment that text editors read. An edition folder is two levels below
 * the draft.
 */
export function withSchemaPath(bytes: Uint8Array, change: (folder: string) => string): Buffer {
  const text = Buffer.from(bytes).toString('latin1');
  const path = /^(# yaml-language-server: \$schema=)((?:\.\.\/)*schema\/)/;
  return Buffer.from(
    text.replace(path, (_, key: string, folder: string) => key + change(folder)),
    'latin1',
  );
}

const sums = ({ held, elsewhere }: FrozenFiles): Record<string, string> => sumsOf([...held, ...elsewhere]);

/**
 * Removes the version of the time zone data from a description of the build environment, if no time in the programme
 * depends on time zones.
 */
function decisive(made: Made, { config, themes }: Programme): Made {
  const zoned = [config, ...config.sides, ...themes.flatMap(({ events }) => events)];
  const occurrences = themes.flatMap(({ events }) => events.flatMap((event) => event.occurrences ?? []));
  if (zoned.some(({ timezone }) => timezone !== undefined)) return made;
  if (occurrences.some((text) => readOccurrence(text)?.timezone !== undefined)) return made;
  const { tz: _, ...runtime } = made.runtime;
  return { ...made, runtime };
}

/**
 * Writes the planned edition atomically.
 *
 * @throws UserError when the files cannot be written, the draft has changed since the plan was made, or another edition
 *   was frozen in the meantime; then no edition is written
 */
export async function writeFreeze({ edition, draft }: FreezePlan, data: string): Promise<void> {
  if (edition !== undefined) await writeEdition(edition, data, () => requireSame(draft, draftState(data)));
}

/**
 * Copies the published files of a frozen edition; returns the paths of the copies.
 *
 * @throws UserError when a file has changed since it was published, or cannot be written
 */
export async function copyPublished(
  { name, lock }: FreezePlan,
  data: string,
  out: string,
): Promise<string[]> {
  const folder = path.join(editionDir(data, name), PUBLISHED);
  const copies: OutputFile[] = [];
  for (const [file, sum] of Object.entries(presentPublished(lock))) {
    const bytes = await readBytes(path.join(folder, file), EDITION_FILE).catch(() => undefined);
    if (bytes === undefined || sha256Of(bytes) !== sum)
      throw new UserError(
        messageOf('copy-is-another', {
          file: path.join(folder, file),
          command: { command: ['verify', name] },
        }),
      );
    copies.push({ path: path.join(out, file), bytes });
  }
  const command = { command: ['freeze', name, '--out', 'DIR'] };
  await withProblems(writeFiles(copies), (problem) => ({
    ...problem,
    ...messageOf('edition-not-copied', { edition: name, why: problem.message, command }),
  }));
  return copies.map(({ path: file }) => file);
}
