import type { Change, Comparison } from '../compare/index.ts';
import {
  EVENT_CAME,
  EVENT_WENT,
  type Event,
  groupBy,
  ID_CHANGED,
  type ProgrammeFile,
} from '../model/index.ts';
import { fill, type Labels } from '../text/index.ts';
import { eventEntry, namesakes, withComma } from './indexes.ts';
import type { Block, IndexGroup, Mark, Paragraph, Section } from './model.ts';
import type { NumberedEvent, NumberedTheme } from './numbered.ts';
import { columnHeading } from './theme-table.ts';
import type { Wording } from './wording.ts';

/** The changes since an earlier edition, by event, and the removed events. */
export interface Novelty {
  /** Name of the earlier edition. */
  since: string;
  byEvent: ReadonlyMap<string, readonly Change[]>;
  removed: readonly Change[];
}

/**
 * Collects the news from a comparison. Typographic changes and new ids are omitted, because readers do not see them.
 */
export function noveltyOf(comparison: Comparison): Novelty {
  const news = comparison.changes.filter(
    (change) =>
      change.about === 'event' && change.severity !== 'typographic' && !ID_CHANGED.includes(change.kind),
  );
  const present = news.filter(({ id, kind }) => id !== undefined && !EVENT_WENT.includes(kind));
  return {
    since: comparison.old.edition,
    byEvent: groupBy(present, ({ id = '' }) => id),
    removed: news.filter((change) => EVENT_WENT.includes(change.kind)),
  };
}

type News = 'new' | 'updated' | 'moved';

function newsOf(novelty: Novelty, event: Event): News | undefined {
  const changes = novelty.byEvent.get(event.id);
  if (changes === undefined) return undefined;
  if (changes.some(({ kind }) => EVENT_CAME.includes(kind))) return 'new';
  return changes.every(({ kind }) => kind === 'event-moved') ? 'moved' : 'updated';
}

const WORDS = { new: 'added', updated: 'updated', moved: 'moved' } as const satisfies Record<
  News,
  keyof Labels
>;

/**
 * The marks of an event in its table: new, updated or moved. A changed status needs no mark, because the status is
 * printed.
 */
export function newsMarks(novelty: Novelty, event: Event, say: Labels): Mark[] {
  const news = newsOf(novelty, event);
  const onlyStatus =
    event.status !== undefined &&
    novelty.byEvent.get(event.id)?.every(({ kind }) => kind === 'status-changed');
  return news === undefined || onlyStatus ? [] : [{ kind: news, word: say[WORDS[news]] }];
}

/** Maximum number of news items in one column. */
const ONE_COLUMN = 16;

/** The section that lists new content, with links to the events. */
export function newsSection(novelty: Novelty, themes: readonly NumberedTheme[], wording: Wording): Section {
  const { say, runs } = wording;
  const events = themes.flatMap((theme) => theme.events);
  const apart = namesakes(events, wording);
  const remark = (event: Event): Paragraph => {
    const changes = novelty.byEvent.get(event.id) ?? [];
    const fields = [...new Set(changes.flatMap(({ field = '' }) => fieldNames(field, wording)))];
    return fields.length === 0 ? [] : [{ text: fill(say.changedFields, { fields: fields.join(', ') }) }];
  };
  const group = (news: News): IndexGroup[] => {
    const found = events.filter(({ event }) => newsOf(novelty, event) === news);
    if (found.length === 0) return [];
    const entry = (numbered: NumberedEvent) =>
      eventEntry(
        numbered,
        runs,
        withComma(apart(numbered), news === 'updated' ? remark(numbered.event) : []),
      );
    return [{ heading: [{ text: `${say[WORDS[news]]} (${found.length})` }], entries: found.map(entry) }];
  };
  const removedItems = novelty.removed.flatMap(({ place }) =>
    place.old === undefined ? [] : [runs.paragraph(place.old.title)],
  );
  const removed: IndexGroup[] =
    removedItems.length === 0
      ? []
      : [
          {
            heading: [{ text: `${say.removed} (${removedItems.length})` }],
            notes: removedItems,
            entries: [],
          },
        ];
  const groups = [...group('new'), ...removed, ...group('updated'), ...group('moved')];
  const blocks: Block[] = [
    { kind: 'paragraph', style: 'note', text: [{ text: fill(say.since, { edition: novelty.since }) }] },
    groups.length === 0 ? { kind: 'paragraph', text: [{ text: say.nothingNew }] } : { kind: 'index', groups },
  ];
  const count = groups.reduce((sum, { entries }) => sum + entries.length, removedItems.length);
  return {
    id: '_whats-new',
    title: [{ text: say.whatsNew }],
    layout: 'text',
    ...(count > ONE_COLUMN ? { columns: 'index' } : {}),
    blocks,
  };
}

/** The headings of the columns that print a field; empty for data that is not printed. */
function fieldNames(field: string, { config, say, runs }: Wording): string[] {
  if (field === 'status') return [say.status];
  const column = field.startsWith('bodies.') ? field.slice('bodies.'.length) : field;
  return isColumn(config, column) ? [runs.words(columnHeading(config, column))] : [];
}

function isColumn(config: ProgrammeFile, column: string): boolean {
  return config.themes.some((theme) => theme.columns.includes(column));
}
