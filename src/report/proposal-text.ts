import type { ParagraphDiff } from '../compare/change.ts';
import { excerpt } from '../compare/excerpt.ts';
import { diffText } from '../compare/text-diff.ts';
import type { ProposedChange, Remainder } from '../proposal/schema.ts';

/** What a list of proposed changes says of one beside its words: who proposes it, what was decided, what the draft says now. */
export function proposalNotes(
  { by, date, untracked, unfinished, source, verdict, decided, written }: ProposedChange,
  standing: { state: string; ours?: string | undefined; sourceNow?: string } | undefined,
): string[] {
  const who = [by, date].filter((part) => part !== undefined).join(', ');
  const marks = [who, untracked ? 'not tracked' : '', unfinished ? 'not marked as finished' : ''];
  const said = marks.filter((part) => part !== '').join(' · ');
  const lines = said === '' ? [] : [said];
  const { sourceNow } = standing ?? {};
  if (source !== undefined && verdict === 'open' && sourceNow !== undefined) {
    const changed = excerpt(diffText(source.words, sourceNow, source.lang))
      .map(markedWords)
      .join(' / ');
    lines.push(`OUTDATED: the text that it translates has changed since: ${changed}`);
  }
  if (verdict !== 'open') {
    const why = decided?.why === undefined ? '' : `: ${decided.why}`;
    lines.push(`${verdict} by ${decided?.by ?? ''}, ${decided?.date ?? ''}${why}`);
    if (written !== undefined) lines.push(`written instead: ${written}`);
  } else if (standing?.state === 'conflict')
    lines.push(`CONFLICT: the draft says now: ${standing.ours === undefined ? 'nothing' : standing.ours}`);
  else if (standing?.state === 'gone') lines.push('CONFLICT: it is not in the draft any more');
  else if (standing?.state === 'done') lines.push('the draft says so already');
  return lines;
}

/** Comments and words without a place, whole, each with who wrote it and where. */
export function remaindersText(heading: string, remainders: readonly Remainder[]): string[] {
  if (remainders.length === 0) return [];
  return [
    heading,
    ...remainders.map(({ words, where, event, field, by, date }) => {
      const place = [event, field, where].filter((part) => part !== undefined).join(' · ');
      const who = [by, date].filter((part) => part !== undefined).join(', ');
      return `  ${[place, who].filter((part) => part !== '').join(' – ')}${place === '' && who === '' ? '' : ': '}${words}`;
    }),
  ];
}

/** Words that went as `[-…-]`, those that came as `{+…+}`. */
function markedWords(paragraph: ParagraphDiff): string {
  return paragraph
    .map(({ kind, text }) => (kind === 'same' ? text : kind === 'deleted' ? `[-${text}-]` : `{+${text}+}`))
    .join('');
}
