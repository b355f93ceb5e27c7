import { problemLine, UserError } from '../errors.ts';
import type { Incoming } from '../exchange/index.ts';
import { sentPathTables } from '../exchange/workbook/index.ts';
import type { Programme } from '../model/index.ts';
import { planSource } from './import.ts';
import {
  NO_RECORD,
  type OpenedSource,
  olderThanDraft,
  readSource,
  withNewFields,
  withProgrammeSheets,
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
  const { exported, lists } = read;
  const sent = sentProgramme(read, draft, file);
  const own = sent && exported && withProgrammeSheets(exported, sent, file)?.draft;
  const start = own && lists ? withNewFields(own, lists.mapping, file).draft : (own ?? read.draft);
  const { plan, remarks } = planSource(start, read, { file, removeMissing: false });
  if (plan.problems.length > 0) throw new UserError(plan.problems);
  const older = sent === undefined && exported ? await olderThanDraft(exported, draft, { data }) : [];
  return {
    base: sent ?? draft,
    from: sent === undefined ? 'the draft as it was then' : 'what was sent out',
    wished: plan.programme,
    isCopy: true,
    comments: [],
    leftovers: [],
    notes: [
      ...read.notes,
      ...[...remarks, ...older].map(problemLine),
      ...(sent === undefined ? [NO_RECORD] : []),
    ],
  };
}

/** The programme with the events and words that a spreadsheet was sent out with; undefined where it does not say so. */
function sentProgramme(
  { mapping, sentOut }: OpenedSource,
  draft: Programme,
  file: string,
): Programme | undefined {
  const exported = sentPathTables(sentOut ?? [], file);
  const start = withProgrammeSheets(exported, draft, file);
  if (start === undefined) return undefined;
  const { plan } = planSource(start.draft, { mapping, exported }, { file, removeMissing: true });
  return plan.problems.length > 0 ? undefined : plan.programme;
}
