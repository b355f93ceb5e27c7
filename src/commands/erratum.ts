import { constants } from 'node:fs';
import { cp, mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { type ApprovalsFile, compare, markApproved } from '../compare/index.ts';
import { EDITION_FILE, type Lock, lastEdition, readLocks } from '../edition/index.ts';
import { UserError } from '../errors.ts';
import {
  allEvents,
  DRAFT,
  type Programme,
  publicPart,
  type Status,
  withEvents,
  withoutUndefined,
} from '../model/index.ts';
import { editionDir, editionsDir, readBytes, readDataset, statIfThere } from '../read/index.ts';
import { readApprovals, withApprovals } from './approvals-file.ts';
import { draftState } from './change-dataset.ts';
import { sha256Of } from './content.ts';
import { draftFiles } from './draft-files.ts';
import { inTemporaryFolder } from './folders.ts';
import { type FreezePlan, NotReady, type PlanOptions, planFreeze, withSchemaPath } from './freeze-plan.ts';
import { messageOf } from './messages.ts';
import { writeFiles } from './write-files.ts';

export interface ErratumOptions extends PlanOptions {
  /** The new statuses, keyed by event id. */
  statuses: ReadonlyMap<string, Status>;
  corrects: string;
  /** The person who is responsible, and the reason; both are stored with the approvals. */
  approver: string;
  why?: string | undefined;
  /** Today, YYYY-MM-DD. The erratum has this date or, if it is later, the date of the corrected edition. */
  date: string;
}

/**
 * Plans an erratum that sets statuses of events. The plan contains the corrected edition with the new statuses (without
 * other changes from the draft), the same statuses in the draft, and the approval of these changes. Writes nothing.
 *
 * @throws UserError when an event or edition does not exist, the draft cannot be written, or `planFreeze` would throw
 * @throws NotReady with the gates of `ready` that the erratum has not passed
 */
export async function planErratum(options: ErratumOptions): Promise<FreezePlan> {
  const { data, name, corrects, statuses } = options;
  const state = draftState(data);
  const locks = await readLocks(data);
  const lock = locks.find(({ edition }) => edition === corrects);
  const newest = lastEdition(locks)?.edition;
  if (lock === undefined)
    throw new UserError(
      newest === undefined
        ? messageOf('erratum-without-edition', { edition: corrects })
        : messageOf('erratum-edition-unknown', { edition: corrects, newest }),
    );
  const before = await readDataset(data, corrects);
  const unknown = notIn(before, statuses.keys());
  if (unknown.length > 0)
    throw new UserError(
      unknown.map((event) => messageOf('corrected-event-unknown', { event, edition: corrects })),
    );
  const earlier = locks.find((one) => one.edition === name && one.base?.edition === corrects);
  const after = withStatuses(before, statuses, earlier?.date ?? options.date);
  const approvals = await newApprovals(before, after, options);
  return inTemporaryFolder(async (scratch) => {
    await copyAsDraft(data, lock, scratch);
    const changed = await draftFiles(scratch, { ...before, edition: DRAFT }, { ...after, edition: DRAFT });
    const files = await withApprovals(changed, scratch, approvals);
    await writeFiles(files, scratch);
    const plan = await naming(editionDir(data, corrects), scratch, () =>
      planFreeze({ ...options, data: scratch, published: before }),
    );
    if (plan.edition === undefined) return { ...plan, draft: state };
    const draft = await readDataset(data, DRAFT);
    const filesOfDraft = await draftFiles(data, draft, withStatuses(draft, statuses, after.config.date));
    const together = await withApprovals(filesOfDraft, data, approvals);
    return {
      ...plan,
      draft: state,
      edition: { ...plan.edition, folder: editionDir(data, name), together },
      approved: approvals.map(({ fingerprint }) => fingerprint),
      notInDraft: notIn(draft, statuses.keys()),
    };
  });
}

/** The given ids that no event of a programme has. */
function notIn(programme: Programme, ids: Iterable<string>): string[] {
  const known = new Set(allEvents(programme).map(({ id }) => id));
  return [...ids].filter((id) => !known.has(id));
}

function withStatuses(programme: Programme, statuses: ReadonlyMap<string, Status>, date: string): Programme {
  const { config } = programme;
  const dated = { ...programme, config: date > config.date ? { ...config, date } : config };
  return withEvents(dated, (events) =>
    events.map((event) => {
      const status = statuses.get(event.id);
      return status === undefined || status === event.status ? event : { ...event, status };
    }),
  );
}

/** Approvals of the changes between two states of a programme, except the changes that are already approved. */
async function newApprovals(
  before: Programme,
  after: Programme,
  { data, approver, why, date }: ErratumOptions,
): Promise<ApprovalsFile> {
  const { changes } = markApproved(compare(publicPart(before), publicPart(after)), await readApprovals(data));
  return changes
    .filter(({ approval }) => approval === undefined)
    .map(({ fingerprint }) => ({ fingerprint, by: approver, date, ...withoutUndefined({ note: why }) }));
}

/** Files of a data folder, besides the editions, that affect whether a draft is ready. */
const ASIDE = ['words.txt', 'approvals.yaml'];

/** Creates a data folder that contains all editions, and a frozen edition as its draft. */
async function copyAsDraft(data: string, lock: Lock, folder: string): Promise<void> {
  await cp(editionsDir(data), editionsDir(folder), {
    recursive: true,
    verbatimSymlinks: true,
    mode: constants.COPYFILE_FICLONE,
    filter: (source) => !path.basename(source).startsWith('.'),
  });
  for (const file of Object.keys(lock.data)) {
    const isElsewhere = lock.elsewhere?.includes(file) === true;
    const place = path.join(isElsewhere ? data : editionDir(data, lock.edition), file);
    const bytes = await readBytes(place, EDITION_FILE);
    if (isElsewhere && sha256Of(bytes) !== lock.data[file])
      throw new UserError(
        messageOf('erratum-font-is-another', {
          edition: lock.edition,
          command: { command: ['verify', lock.edition] },
        }),
        { file: place },
      );
    const target = path.join(folder, file);
    await mkdir(path.dirname(target), { recursive: true });
    await writeFile(
      target,
      file.endsWith('.yaml') ? withSchemaPath(bytes, (folder) => folder.replace('../../', '')) : bytes,
    );
  }
  for (const file of ASIDE)
    if ((await statIfThere(path.join(data, file))) !== undefined)
      await cp(path.join(data, file), path.join(folder, file));
}

/** Runs an action on a temporary folder. Error messages name the user's folder instead of the temporary folder. */
async function naming<T>(folder: string, scratch: string, act: () => Promise<T>): Promise<T> {
  const known = <V>(value: V): V =>
    JSON.parse(JSON.stringify(value), (_, item: unknown) =>
      typeof item === 'string' ? item.replaceAll(scratch, folder) : item,
    );
  try {
    return await act();
  } catch (error) {
    if (error instanceof NotReady) throw new NotReady(known(error.gates));
    if (error instanceof UserError) throw new UserError(known(error.problems));
    throw error;
  }
}
