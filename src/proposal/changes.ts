import { type Change, type Comparison, compare, matchEventsById } from '../compare/index.ts';
import { type Incoming, openProgramme, partSource, textPath, withIdsOf } from '../exchange/index.ts';
import { type Event, emphasisedIn, ID_CHANGED, type Programme, present } from '../model/index.ts';
import { withEmphasisOf } from '../text/index.ts';
import type { ProposedChange } from './schema.ts';
import { settingsBetween, withSettings } from './settings.ts';

/** What two states of a dataset propose. */
export interface Found {
  changes: ProposedChange[];
  /** Changes that are for the editor to make by hand, each in words. */
  byHand: string[];
}

/**
 * The changes from one state of a dataset to another, in which events have the same ids, as proposals, all open; first those of
 * settings that the others may need. Removed themes, sides and other settings are named only: they are the editor's own work. Texts are written as the base writes them, with signs of
 * emphasis or without.
 */
export function changesBetween(from: Programme, copy: Programme): Found {
  const settings = settingsBetween(from, copy);
  const base = withSettings(from, settings);
  const theirs = withEmphasisOf(copy, base.config);
  const comparison = compare(base, theirs, matchEventsById);
  const [before, after] = [openProgramme(base), openProgramme(theirs)];
  const staying = stayingAround(base, comparison.changes);
  const changes = [...settings];
  const byHand = emphasisByHand(base, copy);
  for (const change of comparison.changes) {
    const { kind, about, id } = change;
    const spot = after.events.get(id ?? '')?.spot;
    const from = before.events.get(id ?? '')?.spot;
    if (about === 'event') {
      const isPlaced = change.field === undefined;
      if (ID_CHANGED.includes(kind)) byHand.push(inWords(change));
      else
        changes.push({
          ...proposed(change),
          ...(isPlaced && spot && { spot }),
          ...(isPlaced && from && { from }),
          ...(kind === 'event-moved' && { between: staying(id ?? '') }),
        });
    } else {
      const own = withMarkdown(proposed(change), base, theirs);
      const isPlaced = own.markdown !== undefined || textPath(base.config, own) !== undefined;
      if (change.field !== undefined && isPlaced) changes.push(own);
      else byHand.push(inWords(change));
    }
  }
  const parts = new Set(changes.flatMap(({ field, markdown }) => (markdown && field ? [field] : [])));
  const isOfPart = ({ about, field }: Comparison['untracked'][number]): boolean =>
    about === 'programme' &&
    (field === 'written' ? parts.size > 0 : parts.has(field.replace(/^texts\./, 'parts.')));
  byHand.push(...comparison.untracked.filter((own) => !isOfPart(own)).map(untrackedInWords));
  return { changes, byHand };
}

/** The nearest events around one in its theme that no change takes from their places. */
function stayingAround(
  { themes }: Programme,
  changes: readonly Change[],
): (id: string) => NonNullable<ProposedChange['between']> {
  const placed = changes.filter(({ about, field }) => about === 'event' && field === undefined);
  const leave = new Set(placed.map(({ id }) => id));
  return (id) => {
    const events = themes.find((theme) => theme.events.some((event) => event.id === id))?.events ?? [];
    const at = events.findIndex((event) => event.id === id);
    const stays = (event: Event): boolean => !leave.has(event.id);
    const after = events.slice(0, at).findLast(stays);
    const before = events.slice(at + 1).find(stays);
    return { ...(after && { after: after.id }), ...(before && { before: before.id }) };
  };
}

/** Fields that are to hold no emphasis any more: what is bold or italic in them is not proposed. */
function emphasisByHand(base: Programme, theirs: Programme): string[] {
  const now = emphasisedIn(theirs.config);
  return [...emphasisedIn(base.config)]
    .filter((id) => !now.has(id) && theirs.config.fields.some((own) => own.id === id))
    .map((id) => `programme fields ${id}: emphasis: true → false`);
}

/** The changes that something from outside proposes, each with what is known of it, and what is to be said of them as a whole. */
export function changesIn({ base, wished, isCopy, about, printedIn }: Incoming): Found & { notes: string[] } {
  const { programme, renamed } = isCopy ? withIdsOf(base, wished) : { programme: wished, renamed: [] };
  const found = changesBetween(base, programme);
  const changes = found.changes.map((change) => ({ ...change, ...about?.(change) }));
  // Who corrects words that a file printed in the main language for want of others may have meant to translate them.
  const others = changes.filter(
    (own) =>
      printedIn !== undefined && own.about === 'event' && own.lang !== undefined && own.lang !== printedIn,
  );
  return {
    changes,
    byHand: [...found.byHand, ...renamed.map(([theirs, ours]) => `id-changed ${ours}: ${theirs}`)],
    notes:
      others.length === 0
        ? []
        : [
            `there were no words in ${printedIn} at these places, so the file had those of another language; accepted, that language changes: ${others.map(({ id }) => id).join(', ')}`,
          ],
  };
}

/** A change as a proposed one, open. */
export function proposed(change: Change): ProposedChange {
  const { fingerprint, kind, severity, about, id, field, lang, words, when, fields } = change;
  return present({
    id: fingerprint,
    kind,
    severity,
    about,
    of: id,
    field,
    lang,
    base: words.old,
    theirs: words.new,
    when: when && present({ base: when.old, theirs: when.new }),
    fields: fields?.map((item) => ({ ...item })),
    verdict: 'open',
  });
}

/** The change of the text of a part with its Markdown; any other change as it is. A text that goes is taken out by hand. */
function withMarkdown(change: ProposedChange, base: Programme, theirs: Programme): ProposedChange {
  const [before, now] = [partSource(base, change), partSource(theirs, change)];
  if (now === undefined) return change;
  return { ...change, markdown: present({ base: before, theirs: now }) };
}

function inWords({ kind, id, field, words }: Change): string {
  const place = [kind, id, field].filter((part) => part !== undefined).join(' ');
  return words.old === undefined && words.new === undefined
    ? place
    : `${place}: ${words.old ?? ''} → ${words.new ?? ''}`;
}

function untrackedInWords({ about, id, field, words }: Comparison['untracked'][number]): string {
  const place = [about, id, field].filter((part) => part !== undefined).join(' ');
  return `${place}: ${words.old ?? ''} → ${words.new ?? ''}`;
}
