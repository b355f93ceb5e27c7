import { type Change, type Comparison, compare, type Difference, matchEventsById } from '../compare/index.ts';
import { type Incoming, openProgramme, partSource, textPath, withIdsOf } from '../exchange/index.ts';
import type { Message } from '../messages.ts';
import { type Event, emphasisedIn, ID_CHANGED, type Programme, withoutUndefined } from '../model/index.ts';
import { withEmphasisOf } from '../text/index.ts';
import { messageOf } from './messages.ts';
import type { ProposedChange } from './schema.ts';
import { settingsBetween, withSettings } from './settings.ts';

/** The proposed changes between two states of a dataset. */
export interface Found {
  changes: ProposedChange[];
  /** Descriptions of the changes that the editor has to make manually. */
  byHand: Message[];
}

/**
 * The changes from one state of a dataset to another, as open proposed changes. Events are matched by id. Changes of
 * settings come first, because other changes may require them. If themes, sides or other settings were removed, this is
 * only reported, and the editor has to remove them. Texts have emphasis markup if the first state has it.
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
      if (ID_CHANGED.includes(kind)) byHand.push(differenceByHand(change));
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
      else byHand.push(differenceByHand(change));
    }
  }
  const parts = new Set(changes.flatMap(({ field, markdown }) => (markdown && field ? [field] : [])));
  const isOfPart = ({ about, field }: Comparison['untracked'][number]): boolean =>
    about === 'programme' &&
    (field === 'written'
      ? changes.some((change) => /^(?:parts|signatures)\./.test(change.field ?? ''))
      : parts.has(field.replace(/^texts\./, 'parts.')));
  byHand.push(...comparison.untracked.filter((own) => !isOfPart(own)).map(differenceByHand));
  return { changes, byHand };
}

/**
 * Returns a function that finds the neighbours of an event in its theme. Events that a change moves or removes are
 * skipped.
 */
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

/** Describes the fields whose emphasis was removed in the second state. Their bold and italic text is not proposed. */
function emphasisByHand(base: Programme, theirs: Programme): Message[] {
  const now = emphasisedIn(theirs.config);
  return [...emphasisedIn(base.config)]
    .filter((id) => !now.has(id) && theirs.config.fields.some((own) => own.id === id))
    .map((id) =>
      differenceByHand({
        about: 'programme',
        field: `fields.${id}.emphasis`,
        words: { old: 'true', new: 'false' },
      }),
    );
}

/** The changes that an incoming file proposes, each with what is known about it, and notes on the file as a whole. */
export function changesIn({
  base,
  wished,
  isCopy,
  about,
  printedIn,
}: Incoming): Found & { notes: Message[] } {
  const { programme, renamed } = isCopy ? withIdsOf(base, wished) : { programme: wished, renamed: [] };
  const found = changesBetween(base, programme);
  const changes = found.changes.map((change) => ({ ...change, ...about?.(change) }));
  // If a text was missing in the printed language and was printed in another one, its correction may be meant as a
  // translation.
  const others = changes.filter(
    (own) =>
      printedIn !== undefined && own.about === 'event' && own.lang !== undefined && own.lang !== printedIn,
  );
  return {
    changes,
    byHand: [
      ...found.byHand,
      ...renamed.map(([theirs, ours]) =>
        differenceByHand({ about: 'event', field: 'id', words: { old: ours, new: theirs } }),
      ),
    ],
    notes:
      others.length === 0
        ? []
        : [
            messageOf('words-of-another-language', {
              lang: printedIn === undefined ? '' : { language: printedIn, message: printedIn },
              changes: [...new Set(others.map(({ of = '' }) => of))],
            }),
          ],
  };
}

/** A change as an open proposed change. */
export function proposed(change: Change): ProposedChange {
  const { fingerprint, kind, severity, about, id, field, lang, words, when, fields } = change;
  return withoutUndefined({
    id: fingerprint,
    kind,
    severity,
    about,
    of: id,
    field,
    lang,
    base: words.old,
    theirs: words.new,
    when: when && withoutUndefined({ base: when.old, theirs: when.new }),
    fields: fields?.map((item) => ({ ...item })),
    verdict: 'open',
  });
}

/**
 * Adds the Markdown to a change of the text of a part; other changes are returned unchanged. If a text was deleted, the
 * editor has to remove it.
 */
function withMarkdown(change: ProposedChange, base: Programme, theirs: Programme): ProposedChange {
  const [before, now] = [partSource(base, change), partSource(theirs, change)];
  if (now === undefined) return change;
  return { ...change, markdown: withoutUndefined({ base: before, theirs: now }) };
}

/** Describes a difference that the editor has to resolve manually. */
function differenceByHand({
  about,
  id,
  field,
  words,
}: Pick<Difference, 'about' | 'id' | 'words'> & { field?: string | undefined }): Message {
  const place = [id, field].filter((part) => part !== undefined).join(' · ');
  return messageOf('difference-by-hand', {
    about: { about, message: about },
    place,
    before: words.old ?? '',
    after: words.new ?? '',
  });
}
