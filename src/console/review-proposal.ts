import { keptAnswers } from '../commands/kept-answers.ts';
import { review } from '../commands/review.ts';
import { writeReviewSheet } from '../commands/review-sheet.ts';
import { today } from '../commands/today.ts';
import { printable } from '../errors.ts';
import { remaindersText } from '../report/proposal-text.ts';
import { askEach } from './ask-each.ts';
import { changesInWords, notesOnProposed } from './changes.ts';
import type { Console, Outcome } from './console.ts';
import { named, nextOf, type ReviewFlags, sayReviewed } from './verdicts.ts';

/** @param led somebody answers change by change */
export async function reviewProposal(
  name: string,
  { json, sheet, ...given }: ReviewFlags,
  led: boolean,
  console: Console,
): Promise<Outcome> {
  const { print, say } = console;
  const call = { ...given, name, date: today() };
  const found = await review(call);
  const { proposal, comparison, standings, draft } = found;
  if (sheet !== undefined) {
    const byId = new Map(proposal.changes.map((change) => [change.id, change]));
    await writeReviewSheet(sheet, name, given.data, draft, comparison, ({ fingerprint: id }) => {
      const { by = '', date = '', verdict = 'open', decided } = byId.get(id) ?? {};
      const standing = standings.get(id);
      return {
        draft: standing?.state === 'conflict' ? (standing.ours ?? '–') : '',
        by: [by, date].filter((part) => part !== '').join(', '),
        why: decided?.why ?? '',
        canRefuse: true,
        ...(verdict === 'open' ? {} : { verdict: verdict === 'accepted' ? 'accept' : 'refuse' }),
      };
    });
    say(nextOf(sheet, proposal.changes.length));
    return 'done';
  }
  const notesOn = notesOnProposed(proposal.changes, standings);
  const open = proposal.changes.filter(({ verdict }) => verdict === 'open');
  if (led && open.length > 0) {
    const shown = open.map(({ id, theirs, markdown }) => {
      const words = markdown?.theirs ?? theirs;
      return { id, ...(words === undefined ? {} : { words }) };
    });
    const kept = keptAnswers(given.data, name);
    const answers = await askEach(comparison, shown, console, { notesOn, kept });
    const verdicts = [...answers].map(([id, answer]) => ({ id, ...answer }));
    const by = await named(given.by, verdicts.length, console);
    const reviewed = await review({ ...call, by, verdicts });
    kept.forget();
    return sayReviewed(reviewed, console);
  }
  if (json) {
    const changes = proposal.changes.map((change) => ({
      ...change,
      standing: standings.get(change.id)?.state,
    }));
    print(JSON.stringify({ version: 1, name, ...proposal, changes }, null, 2));
  } else {
    print(changesInWords(comparison, console, notesOn));
    for (const line of [
      ...remaindersText('comments:', proposal.comments),
      ...remaindersText('without a place in the dataset:', proposal.unplaced),
    ])
      print(printable(line));
  }
  return sayReviewed(found, console);
}
