import { type Change, type Comparison, compare, type Difference, matchEventsById } from '../compare/index.ts';
import { type Incoming, openProgramme, partSource, textPath, withIdsOf } from '../exchange/index.ts';
import type { Message } from '../messages.ts';
import { type Event, emphasisedIn, ID_CHANGED, type Programme, withoutUndefined } from '../model/index.ts';
import { withEmphasisOf } from '../text/index.ts';
import { messageOf } from './messages.ts';
import type { ProposedChange } from './schema.ts';
import { settingsBetween, withSettings } from './settings.ts';

/** The differences between two states of a dataset, as proposed changes. */
export interface Found {
  changes: ProposedChange[];
  /** Descriptions of the changes that the editor has to make manually. */
  byHand: Message[];
}

/**
 * The changes between two states of a dataset, as open proposed changes. Events are matched by id. Changes to settings
 * come first, because other changes may require them. If themes, sides or other settings were removed, the removal is
 * only reported, and the editor has to make it manually. Texts contain emphasis markup if they do in the first state.
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
      const item = withMarkdown(proposed(change), base, theirs);
      const isPlaced = item.markdown !== undefined || textPath(base.config, item) !== undefined;
      if (change.field !== undefined && isPlaced) changes.push(item);
      else byHand.push(differenceByHand(change));
    }
  }
  const parts = new Set(changes.flatMap(({ field, markdown }) => (markdown && field ? [field] : [])));
  const isOfPart = ({ about, field }: Comparison['untracked'][number]): boolean =>
    about === 'programme' &&
    (field === 'written'
      ? changes.some((change) => /^(?:parts|signatures)\./.test(change.field ?? ''))
      : parts.has(field.replace(/^texts\./, 'parts.')));
  byHand.push(...comparison.untracked.filter((difference) => !isOfPart(difference)).map(differenceByHand));
  return { changes, byHand };
}

/**
 * Creates a function that finds the neighbours of an event in its theme. Events that are moved or removed by a change
 * are skipped.
 */
function stayingAround({ themes }: Programme, changes: readonly Change[]) {
  const placed = changes.filter(({ about, field }) => about === 'event' && field === undefined);
  const leave = new Set(placed.map(({ id }) => id));
  return (id: string): NonNullable<ProposedChange['between']> => {
    const events = themes.find((theme) => theme.events.some((event) => event.id === id))?.events ?? [];
    const at = events.findIndex((event) => event.id === id);
    const stays = (event: Event): boolean => !leave.has(event.id);
    const after = events.slice(0, at).findLast(stays);
    const before = events.slice(at + 1).find(stays);
    return { ...(after && { after: after.id }), ...(before && { before: before.id }) };
  };
}

/**
 * Lists the fields that have emphasis in the first state but not in the second. Removing emphasis is not proposed; the
 * editor has to do this manually.
 */
function emphasisByHand(base: Programme, theirs: Programme): Message[] {
  const now = emphasisedIn(theirs.config);
  return [...emphasisedIn(base.config)]
    .filter((id) => !now.has(id) && theirs.config.fields.some((field) => field.id === id))
    .map((id) =>
      differenceByHand({
        about: 'programme',
        field: `fields.${id}.emphasis`,
        words: { old: 'true', new: 'false' },
      }),
    );
}

/** The changes that a returned file proposes, with information about each change, and notes on the file as a whole. */
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
  // If a text does not exist in the language of the file, it was printed in a different language. A correction of a
  // text that was printed in a different language may be intended as a translation.
  const others = changes.filter(
    (other) =>
      printedIn !== undefined &&
      other.about === 'event' &&
      other.lang !== undefined &&
      other.lang !== printedIn,
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

/** Converts a change to an open proposed change. */
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
 * Adds the Markdown to a change that affects the text of a part. All other changes are returned unchanged, and so are
 * changes that delete the text, which the editor has to make manually.
 */
function withMarkdown(change: ProposedChange, base: Programme, theirs: Programme): ProposedChange {
  const [before, now] = [partSource(base, change), partSource(theirs, change)];
  if (now === undefined) return change;
  return { ...change, markdown: withoutUndefined({ base: before, theirs: now }) };
}

/** Describes a change that the editor has to make manually. */
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
