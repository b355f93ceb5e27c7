import { problemLine, UserError } from '../errors.ts';
import type { Incoming } from '../exchange/index.ts';
import type { Programme } from '../model/index.ts';
import { planSource } from './import.ts';
import {
  NO_RECORD,
  olderThanDraft,
  ownSource,
  readSource,
  type Source,
  sentSource,
} from './import-source.ts';

/**
 * What a spreadsheet proposes: one that `export` wrote, or any whose columns are known by their headings. It starts from what it was
 * sent out with, where it says so; else from the draft as it is now, so that each difference is proposed. Events that it has not are
 * not taken out.
 *
 * @throws UserError when it cannot be read, or some of its rows are wrong
 */
export async function readSheetSource(
  data: string,
  { file, bytes }: { file: string; bytes: Uint8Array },
  draft: Programme,
): Promise<Incoming> {
  const read = await readSource({ data, file, bytes }, draft);
  const sent = sentProgramme(read, draft, file);
  const again = sent && read.exported && ownSource(read.exported, sent, file);
  const source = again === undefined ? read : { ...again, ...(read.lists && { lists: read.lists }) };
  const { plan, remarks } = planSource(source.draft, source, { file, removeMissing: false });
  if (plan.problems.length > 0) throw new UserError(plan.problems);
  const older =
    sent === undefined && read.exported ? await olderThanDraft(read.exported, draft, { data, file }) : [];
  return {
    base: sent ?? draft,
    from: sent === undefined ? 'the draft as it was then' : 'what was sent out',
    wished: plan.programme,
    isCopy: true,
    comments: [],
    leftovers: [],
    notes: [
      ...source.notes,
      ...[...remarks, ...older].map(problemLine),
      ...(sent === undefined ? [NO_RECORD] : []),
    ],
  };
}

/** The programme with the events and words that a spreadsheet was sent out with; undefined where it does not say so. */
function sentProgramme(read: Source, draft: Programme, file: string): Programme | undefined {
  const source = sentSource(read, draft, file);
  if (source === undefined) return undefined;
  const { plan } = planSource(source.draft, source, { file, removeMissing: true });
  return plan.problems.length > 0 ? undefined : plan.programme;
}
