import { type Audience, diffText, excerpt, shownText } from '../compare/index.ts';
import { englishOf } from '../messages.ts';
import type { Lang } from '../model/index.ts';
import type { NeededSetting, ProposedChange, Remainder } from '../proposal/index.ts';
import { beforeAndAfter } from './change-versions.ts';

/** Lines to print below a proposed change: its author, the verdict, and the current text of the draft. */
export function proposalNotes(
  change: ProposedChange,
  reader: Audience,
  standing:
    | { state: string; ours?: string | undefined; sourceNow?: string; needs?: NeededSetting }
    | undefined,
): string[] {
  const { by, date, untracked, unfinished, source, verdict, decided, written } = change;
  const who = [by, date].filter((part) => part !== undefined).join(', ');
  const marks = [who, untracked ? 'not a tracked change' : '', unfinished ? 'not marked as finished' : ''];
  const markLine = marks.filter((part) => part !== '').join(' · ');
  const lines = markLine === '' ? [] : [markLine];
  const { sourceNow } = standing ?? {};
  if (source !== undefined && verdict === 'open' && sourceNow !== undefined) {
    const changed = markedChange(source.words, sourceNow, source.lang);
    lines.push(`OUTDATED: the source text has changed: ${changed}`);
  }
  if (verdict !== 'open') {
    const why = decided?.why === undefined ? '' : `: ${decided.why}`;
    lines.push(`${verdict} by ${decided?.by ?? ''}, ${decided?.date ?? ''}${why}`);
    if (written !== undefined) lines.push(`accepted text: ${shownText(reader, change, written)}`);
  } else if (standing?.state === 'conflict') lines.push(conflictLine(change, standing.ours, reader));
  else if (standing?.needs !== undefined) lines.push(`CONFLICT: ${needLine(standing.needs)}`);
  else if (standing?.state === 'gone') lines.push('CONFLICT: it is no longer in the draft');
  else if (standing?.state === 'done') lines.push('already in the draft');
  return lines;
}

const needLine = ({ setting, verdict }: NeededSetting): string =>
  verdict === 'refused'
    ? `it requires the setting ${setting}, which was refused; accept both, or refuse this change`
    : `it requires the setting ${setting}, which is not in the draft`;

/** A line that states how the draft has changed the text on which a proposed change is based. */
function conflictLine(change: ProposedChange, ours: string | undefined, reader: Audience): string {
  if (ours === undefined) return 'CONFLICT: the draft no longer has a text there';
  const { base, fields, markdown, kind, lang = reader.comparison.new.language } = change;
  if (kind === 'event-moved') return `CONFLICT: in the draft it is in ${ours}`;
  const before = markdown?.base ?? base ?? fields?.map(({ words }) => words).join('\n');
  const [old, now] = [before, ours].map((text) => text && shownText(reader, change, text));
  return `CONFLICT: the draft has changed it as well: ${markedChange(old, now ?? '', lang)}`;
}

const markedChange = (before: string | undefined, now: string, lang: Lang): string =>
  excerpt(diffText(before, now, lang))
    .map((paragraph) => beforeAndAfter(paragraph))
    .join(' / ');

/** Comments and texts without a position, each in full and with its author and its origin. */
export function remaindersText(
  heading: string,
  remainders: readonly Remainder[],
  titles: ReadonlyMap<string, string>,
): string[] {
  const open = remainders.filter(({ done }) => done === undefined);
  const ticked = remainders.length - open.length;
  return [
    ...(open.length === 0
      ? []
      : [heading, ...open.map((remainder) => `  ${remainderText(remainder, titles)}`)]),
    ...(ticked === 0 ? [] : [`${heading} ${ticked} done`]),
  ];
}

/**
 * A comment or a text without a position, in full and with its author and its origin.
 *
 * @param titles the titles of events, by id
 */
export function remainderText(
  { words, where, event, field, by, date }: Remainder,
  titles: ReadonlyMap<string, string>,
): string {
  const place = [
    event === undefined ? undefined : (titles.get(event) ?? event),
    field,
    where && englishOf(where),
  ]
    .filter((part) => part !== undefined)
    .join(' · ');
  const who = [by, date].filter((part) => part !== undefined).join(', ');
  return `${[place, who].filter((part) => part !== '').join(' – ')}${place === '' && who === '' ? '' : ': '}${englishOf(words)}`;
}
