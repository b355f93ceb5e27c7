import {
  type DraftReview,
  keptAnswers,
  listProposals,
  reviewDraft,
  today,
  writeReviewSheet,
} from '../commands/index.ts';
import { type Comparison, openChanges, severityCounts } from '../compare/index.ts';
import { UserError } from '../errors.ts';
import { SINCE } from '../exchange/verdicts/index.ts';
import { type Act, KEYS } from '../proposal/index.ts';
import { type Asked, askEach } from './ask-each.ts';
import type { NotesOn } from './changes.ts';
import type { Console, Outcome } from './console.ts';
import { named, nextOf, type ReviewFlags, sayReviewed } from './verdicts.ts';
import { count } from './words.ts';

/** @param led somebody answers change by change */
export async function reviewChanges(
  { reopen, json, sheet, ...given }: ReviewFlags,
  led: boolean,
  console: Console,
): Promise<Outcome> {
  const { print, say } = console;
  if (reopen !== undefined)
    throw new UserError({
      message: 'verdicts on changes of the draft itself are not taken back here',
      hint: 'take an entry out of approvals.yaml, or change the draft; to decide on a proposal, name it',
    });
  const call = { ...given, date: today() };
  const found = await reviewDraft(call);
  const { edition, comparison, draft, canRefuse, verdicts } = found;
  const proposals = await listProposals(given.data);
  if (json) {
    const changes = comparison?.changes ?? [];
    print(JSON.stringify({ version: 1, edition, changes, proposals }, null, 2));
    return saySettled(found, console);
  }
  const notesOn: NotesOn = (id) => {
    const { verdict, by, date, note } = verdicts.get(id) ?? {};
    return verdict === undefined
      ? []
      : [`refused before by ${by}, ${date}${note === undefined ? '' : `: ${note}`}`];
  };
  if (comparison === undefined) say('there is no earlier edition: nothing is to be approved');
  else if (sheet !== undefined) {
    await writeReviewSheet(sheet, `${SINCE}${edition ?? ''}`, given.data, draft, comparison, (change) => {
      const { by = '', note = '' } = change.approval ?? {};
      return {
        draft: '',
        by,
        why: note,
        canRefuse: canRefuse(change),
        ...(by === '' ? {} : { verdict: 'accept' }),
      };
    });
    say(nextOf(sheet, comparison.changes.length));
    return 'done';
  } else if (led && comparison.changes.some(({ approval }) => approval === undefined)) {
    const open = comparison.changes.filter(({ approval }) => approval === undefined);
    const asked = open.map((change): Asked => {
      const { fingerprint: id, kind, field, words } = change;
      const isText = field !== undefined && !field.startsWith('parts.');
      return {
        id,
        kind,
        ...(canRefuse(change) ? {} : { acts: WITHOUT_REFUSAL }),
        ...(isText && words.new !== undefined && { words: words.new }),
      };
    });
    const kept = keptAnswers(given.data);
    const answers = await askEach(comparison, asked, console, { kept, notesOn });
    const by = await named(given.by, answers.size, console);
    const verdicts = [...answers].map(([id, answer]) => ({ id, ...answer }));
    const now = await reviewDraft({ ...call, by, verdicts });
    kept.forget();
    return saySettled(now, console);
  } else print(console.command(summaryOf(comparison)));
  for (const { name, open, accepted, refused } of proposals)
    print(`proposal ${name}  ${open} open, ${accepted} accepted, ${refused} refused`);
  return saySettled(found, console);
}

const WITHOUT_REFUSAL: readonly Act[] = Object.values(KEYS).filter((act) => act !== 'refuse');

/** How many changes there are since the last edition, and what to do about those that are open. */
function summaryOf({ old, changes }: Comparison): string {
  const open = openChanges({ changes }, 'typographic');
  const of = severityCounts(open);
  if (changes.length === 0) return `no change since edition ${old.edition}`;
  return [
    `${count(changes.length, 'change')} since edition ${old.edition}, ${open.length} not approved: ${of.major} major, ${of.minor} minor, ${of.typographic} typographic`,
    `\`programme diff ${old.edition} draft\` lists them with their ids; \`programme review\` on a terminal goes through them, \`programme review --sheet FILE.xlsx\` writes them as a workbook`,
  ].join('\n');
}

/** Says what was decided on changes of the draft. */
function saySettled({ approved, refused, edited, ...written }: DraftReview, console: Console): Outcome {
  if (approved.length > 0) console.say(`${count(approved.length, 'change')} approved`);
  if (refused.length > 0)
    console.say(
      `${count(refused.length, 'change')} refused: the draft has the words of the last edition again`,
    );
  if (edited.length > 0) console.say(`${count(edited.length, 'change')} approved with other words`);
  return sayReviewed(written, console);
}
