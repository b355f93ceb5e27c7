import { keptAnswers, remaindersOf, review, today, writeReviewSheet } from '../commands/index.ts';
import { printable } from '../errors.ts';
import type { Act } from '../proposal/index.ts';
import { remaindersText, remainderText } from '../report/index.ts';
import { type Asked, askEach } from './ask-each.ts';
import { changesInWords, notesOnProposed } from './changes.ts';
import type { Console, Outcome } from './console.ts';
import { named, nextOf, type ReviewFlags, sayReviewed } from './verdicts.ts';

/** What is said above comments and words without a place. */
const REMAINDERS = { comment: 'comments:', unplaced: 'without a place in the dataset:' } as const;
const TICKING: readonly Act[] = ['accept', 'skip', 'accept all that are left', 'back', 'undo', 'quit'];

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
  const notesOn = notesOnProposed(proposal.changes, standings, draft.config.language);
  const open = proposal.changes.filter(({ verdict }) => verdict === 'open');
  const remainders = remaindersOf(proposal);
  if (led && open.length + remainders.length > 0) {
    const asked = open.map(({ id, kind, theirs, markdown }): Asked => {
      const words = markdown?.theirs ?? theirs;
      const { state, sourceNow } = standings.get(id) ?? {};
      const alone = state === 'conflict' || state === 'gone' || sourceNow !== undefined;
      return { id, kind, alone, ...(words === undefined ? {} : { words }) };
    });
    const ticks = remainders.map(
      ({ id, kind, remainder }): Asked => ({
        id,
        alone: true,
        acts: TICKING,
        accept: 'tick off',
        text: printable(`${REMAINDERS[kind]} ${remainderText(remainder)}`),
      }),
    );
    const kept = keptAnswers(given.data, name);
    const answers = await askEach(comparison, [...asked, ...ticks], console, { notesOn, kept });
    const by = await named(given.by, answers.size, console);
    const answered = [...answers].map(([id, answer]) => ({ id, ...answer }));
    const isTick = ({ id }: { id: string }): boolean => ticks.some((tick) => tick.id === id);
    const reviewed = await review({
      ...call,
      by,
      verdicts: answered.filter((answer) => !isTick(answer)),
      seen: standings,
      tickOff: answered.filter(isTick).map(({ id }) => id),
    });
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
      ...remaindersText(REMAINDERS.comment, proposal.comments),
      ...remaindersText(REMAINDERS.unplaced, proposal.unplaced),
    ])
      print(printable(line));
  }
  return sayReviewed(found, console);
}
