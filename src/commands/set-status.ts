import { type Change, compare, markApproved } from '../compare/index.ts';
import { lastEdition, readLocks } from '../edition/index.ts';
import { type Problem, UserError } from '../errors.ts';
import { DRAFT, type Programme, publicPart, type Status } from '../model/index.ts';
import { readDataset, readProgramme } from '../read/index.ts';
import { readApprovals } from './approvals-file.ts';
import { changeDataset, type Decision } from './change-dataset.ts';
import { draftFiles } from './draft-files.ts';
import { reviewDraft } from './review-draft.ts';

export interface StatusOptions {
  data: string;
  /** Statuses by id of the event. */
  statuses: ReadonlyMap<string, Status>;
  /** The edition that is to be corrected. */
  corrects: string;
  /** Who answers for it; kept with the approval. */
  by: string;
  why?: string;
  /** Today, YYYY-MM-DD: the date of the erratum where that of the draft is earlier. */
  date: string;
}

/**
 * Sets statuses of events in the draft, and approves these changes and no others. What is set already stays as it is, so that an
 * interrupted call can be repeated.
 *
 * @returns ids of the changes that were approved
 * @throws UserError when there is no such event, the edition is not the newest, or the draft cannot be written
 */
export async function setStatuses(options: StatusOptions): Promise<readonly string[]> {
  const { data, by, why, date } = options;
  const own = await changeDataset(data, () => decided(options));
  if (own.length === 0) return [];
  const { approved } = await reviewDraft({
    data,
    date,
    accept: own,
    by,
    ...(why === undefined ? {} : { why }),
  });
  return approved;
}

/** The draft with the statuses, and the changes to be approved. */
async function decided({
  data,
  statuses,
  corrects,
  date,
}: StatusOptions): Promise<Decision<readonly string[]>> {
  const last = lastEdition(await readLocks(data));
  if (last?.edition !== corrects)
    throw new UserError({
      message: `edition ${corrects} is not the newest, and only that can be corrected`,
      hint: last === undefined ? 'there is no edition' : `use --corrects ${last.edition}`,
    });
  const edition = await readProgramme(data, corrects);
  const before = await readDataset(data, DRAFT);
  const after = withStatuses(before, statuses, date);
  const known = new Set(compare(edition, publicPart(before)).changes.map(({ fingerprint }) => fingerprint));
  const { changes } = markApproved(compare(edition, publicPart(after)), await readApprovals(data));
  // A call that was interrupted after it had written finds its changes there.
  const isOwn = ({ kind, id = '' }: Change): boolean => kind === 'status-changed' && statuses.has(id);
  const own = changes.filter(
    (change) => change.approval === undefined && (isOwn(change) || !known.has(change.fingerprint)),
  );
  return {
    files: await draftFiles(data, before, after),
    result: own.map(({ fingerprint }) => fingerprint),
  };
}

function withStatuses(programme: Programme, statuses: ReadonlyMap<string, Status>, date: string): Programme {
  const ids = new Set(programme.themes.flatMap(({ events }) => events.map(({ id }) => id)));
  const problems = [...statuses.keys()]
    .filter((id) => !ids.has(id))
    .map(
      (id): Problem => ({
        message: `there is no event "${id}" in the draft`,
        hint: 'an event is named by its id',
      }),
    );
  if (problems.length > 0) throw new UserError(problems);
  const { config } = programme;
  return {
    ...programme,
    config: date > config.date ? { ...config, date } : config,
    themes: programme.themes.map((theme) => ({
      ...theme,
      events: theme.events.map((event) => {
        const status = statuses.get(event.id);
        return status === undefined || status === event.status ? event : { ...event, status };
      }),
    })),
  };
}
