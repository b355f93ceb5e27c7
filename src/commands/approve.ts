import path from 'node:path';
import { type ApprovalsFile, markApproved } from '../compare/approvals.ts';
import type { Change, Comparison } from '../compare/change.ts';
import { compare } from '../compare/compare.ts';
import { lastEdition, readLocks } from '../edition/files.ts';
import { type Problem, UserError } from '../errors.ts';
import { DRAFT, type Programme } from '../model/programme.ts';
import { readProgramme } from '../read/dataset.ts';
import { NO_ALIASES, STYLE, styleDocument } from '../read/events-text.ts';
import { readTextFileIfThere } from '../read/text-file.ts';
import { parseYaml } from '../read/yaml.ts';
import { readApprovals } from './diff.ts';
import { writeFiles } from './write-files.ts';

export interface ApproveOptions {
  /** Folder of the dataset. */
  data: string;
  /** Fingerprints of the changes to be approved. */
  approve?: readonly string[];
  /** Approve every change that is typographic alone. */
  allTypographic?: boolean;
  /** Who answers for them. */
  by?: string;
  why?: string;
  /** Today, YYYY-MM-DD. */
  date: string;
}

/** The changes since the last edition, with what is approved. */
export interface Approved {
  /** Name of the last edition; without one there is nothing to approve. */
  edition?: string;
  draft: Programme;
  comparison?: Comparison;
  /** Fingerprints that were approved now. */
  approved: readonly string[];
  problems: readonly Problem[];
}

/**
 * The changes of the draft since the last edition; those that are named are approved in `approvals.yaml`.
 *
 * @throws UserError when the draft or the edition cannot be read, or nobody is named who answers
 */
export async function approve(options: ApproveOptions): Promise<Approved> {
  const { data, by, date, why } = options;
  const draft = await readProgramme(data, DRAFT);
  const last = lastEdition(await readLocks(data))?.edition;
  if (last === undefined) return { draft, approved: [], problems: [] };
  const approvals = await readApprovals(data);
  const comparison = markApproved(compare(await readProgramme(data, last), draft), approvals);
  const { wanted, problems } = wantedOf(options, comparison);
  const found = { edition: last, draft };
  if (wanted.length === 0) return { ...found, comparison, approved: [], problems };
  if (by === undefined)
    throw new UserError({
      message: 'nobody is named who answers for it',
      hint: 'say --by NAME: it is kept with the approval',
    });
  const entries = wanted.map(({ fingerprint }) => ({
    fingerprint,
    by,
    date,
    ...(why === undefined ? {} : { note: why }),
  }));
  const file = path.join(data, 'approvals.yaml');
  await writeFiles([
    { path: file, bytes: await withEntries(await readTextFileIfThere(file), entries, file) },
  ]);
  return {
    ...found,
    comparison: markApproved(comparison, [...approvals, ...entries]),
    approved: wanted.map(({ fingerprint }) => fingerprint),
    problems,
  };
}

function wantedOf(
  { approve: ids = [], allTypographic }: ApproveOptions,
  { changes }: Comparison,
): { wanted: Change[]; problems: Problem[] } {
  const known = new Set(changes.map(({ fingerprint }) => fingerprint));
  const problems = ids
    .filter((id) => !known.has(id))
    .map(
      (id): Problem => ({
        message: `there is no change ${id} since the last edition`,
        hint: '`programme review` lists them',
      }),
    );
  const wanted = changes.filter(
    ({ fingerprint, severity, approval }) =>
      approval === undefined &&
      (ids.includes(fingerprint) || (allTypographic === true && severity === 'typographic')),
  );
  return { wanted, problems };
}

/** The text of approvals.yaml with more entries: below those that are there, which stay as they were typed. */
async function withEntries(text: string | undefined, entries: ApprovalsFile, file: string): Promise<string> {
  const yaml = await import('yaml');
  const added = new yaml.Document(entries, NO_ALIASES);
  styleDocument(yaml, added, false);
  const words = added.toString(STYLE);
  if (text === undefined || !/^[^#\s]/m.test(text))
    return `${text ?? ''}${text?.endsWith('\n') === false ? '\n' : ''}${words}`;
  const below = `${text}${text.endsWith('\n') ? '' : '\n'}${words}`;
  const [before, after] = await Promise.all([listIn(text, file), listIn(below, file)]);
  if (before !== undefined && after?.length === before.length + entries.length) return below;
  const document = yaml.parseDocument(text);
  if (yaml.isSeq(document.contents)) document.contents.flow = false;
  for (const entry of entries) document.add(document.createNode(entry, NO_ALIASES));
  return document.toString(STYLE);
}

async function listIn(text: string, file: string): Promise<unknown[] | undefined> {
  const value = await parseYaml(text, file).catch(() => undefined);
  return Array.isArray(value) ? value : undefined;
}
