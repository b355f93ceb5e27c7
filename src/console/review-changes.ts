import { approve } from '../commands/approve.ts';
import { keptAnswers } from '../commands/kept-answers.ts';
import { listProposals } from '../commands/review.ts';
import { writeReviewSheet } from '../commands/review-sheet.ts';
import { today } from '../commands/today.ts';
import { problemLine, UserError } from '../errors.ts';
import { askEach } from './ask-each.ts';
import { changesInWords } from './changes.ts';
import type { Console, Outcome } from './console.ts';
import { named, nextOf, type ReviewFlags } from './verdicts.ts';
import { count } from './words.ts';

/** @param led somebody answers change by change */
export async function reviewChanges(
  { refuse, reopen, accept, json, sheet, ...given }: ReviewFlags,
  led: boolean,
  console: Console,
): Promise<Outcome> {
  const { print, say } = console;
  if (refuse !== undefined || reopen !== undefined)
    throw new UserError({
      message: 'changes of the draft itself can be approved only',
      hint: 'change the draft, or take an entry out of approvals.yaml; to decide on a proposal, name it',
    });
  const call = { ...given, date: today(), ...(accept === undefined ? {} : { approve: accept }) };
  const { edition, comparison, draft, problems, approved } = await approve(call);
  const proposals = await listProposals(given.data);
  if (json) {
    const changes = comparison?.changes ?? [];
    print(JSON.stringify({ version: 1, edition, changes, proposals }, null, 2));
    return 'done';
  }
  if (comparison === undefined) say('there is no earlier edition: nothing is to be approved');
  else if (sheet !== undefined) {
    const approvals = new Map(comparison.changes.map(({ fingerprint, approval }) => [fingerprint, approval]));
    await writeReviewSheet(sheet, `since ${edition ?? ''}`, given.data, draft, comparison, (id) => {
      const { by = '', note = '' } = approvals.get(id) ?? {};
      return { draft: '', by, why: note, ...(by === '' ? {} : { verdict: 'accept' }) };
    });
    say(nextOf(sheet, comparison.changes.length));
    return 'done';
  } else if (led && comparison.changes.some(({ approval }) => approval === undefined)) {
    const open = comparison.changes.filter(({ approval }) => approval === undefined);
    const shown = open.map(({ fingerprint: id }) => ({ id }));
    const acts = ['accept', 'skip', 'back', 'undo', 'quit'] as const;
    const kept = keptAnswers(given.data);
    const answers = await askEach(comparison, shown, console, { acts, kept });
    const by = await named(given.by, answers.size, console);
    const now = await approve({ ...call, by, approve: [...answers.keys()] });
    kept.forget();
    say(`${count(now.approved.length, 'change')} approved`);
  } else print(changesInWords(comparison, console));
  for (const { name, open, accepted, refused } of proposals)
    print(`proposal ${name}  ${open} open, ${accepted} accepted, ${refused} refused`);
  for (const problem of problems) say(problemLine(problem));
  if (approved.length > 0) say(`${count(approved.length, 'change')} approved`);
  return problems.length > 0 ? 'refused' : 'done';
}
