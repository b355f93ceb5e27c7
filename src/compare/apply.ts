import { ID_CHANGED, type Programme } from '../model/index.ts';
import { textsOfParts, withEmphasisOf } from '../text/index.ts';
import type { Change, Comparison, Difference, FieldWords } from './change.ts';
import { eventOf, fieldKey, programmeFields, programmeOf, sideOf, textSources, themeOf } from './fields.ts';
import { groupBy } from './group-by.ts';
import { eventItems, type Item, sideItems, themeItems } from './item.ts';
import { insertAt } from './order.ts';

/** What `applyChanges` builds items from. */
interface Entry {
  id: string;
  theme: string;
  fields: readonly FieldWords[];
}

/**
 * The new programme, from the old one and what a comparison of both says: ids, order and fields of events, themes and sides and the
 * programme's own texts, in normal form (see fields.ts). Regions and places of the reference stay those of the old one.
 */
export function applyChanges(oldProgramme: Programme, comparison: Comparison): Programme {
  const main = comparison.new.language;
  const differences = [...comparison.changes, ...comparison.untracked];
  const sides = applied('side', sideItems(oldProgramme), comparison);
  const themes = applied('theme', themeItems(oldProgramme), comparison);
  const themeIds = new Map(
    comparison.changes
      .filter((change) => change.about === 'theme' && ID_CHANGED.includes(change.kind))
      .map((change) => [change.place.old?.id, change.id]),
  );
  const rank = new Map(themes.map((theme, index) => [theme.id, index]));
  const home = (item: Item): string => themeIds.get(item.theme) ?? item.theme;
  const events = eventItems(withEmphasisOf(oldProgramme, comparison))
    .map((item) => ({ ...item, theme: home(item) }))
    .sort((a, b) => (rank.get(a.theme) ?? 0) - (rank.get(b.theme) ?? 0));
  const byTheme = groupBy(applied('event', events, comparison), (entry) => entry.theme);
  const ofProgramme = differences.filter((difference) => difference.about === 'programme');
  const themed = themes.map((entry) => ({
    theme: themeOf(entry.id, entry.fields, main),
    events: (byTheme.get(entry.id) ?? []).map(({ id, fields }) => eventOf(id, fields, main)),
  }));
  const fields = patched(programmeFields(oldProgramme.config, oldProgramme.texts), ofProgramme);
  const config = programmeOf(fields, {
    date: comparison.new.date ?? oldProgramme.config.date,
    sides: sides.map(({ id, fields }) => sideOf(id, fields, main)),
    themes: themed.map(({ theme }) => theme),
  });
  const texts = textsOfParts(config, textSources(fields));
  return {
    edition: comparison.new.edition,
    ...(comparison.new.isFile ? { isFile: true as const } : {}),
    config,
    themes: themed,
    reference: oldProgramme.reference,
    ...(texts.length === 0 ? {} : { texts }),
  };
}

/** The items of one sort as the new edition has them, in its order. */
function applied(about: Item['about'], items: readonly Item[], comparison: Comparison): Entry[] {
  const changes = comparison.changes.filter((change) => change.about === about);
  const gone = new Set(
    changes.filter(({ place }) => place.new === undefined).map(({ place }) => place.old?.id),
  );
  const newIds = new Map(
    changes.filter(({ kind }) => ID_CHANGED.includes(kind)).map(({ place, id }) => [place.old?.id, id]),
  );
  const movers = new Map(
    changes.filter(({ kind }) => kind === `${about}-moved`).map((change) => [change.id, change]),
  );
  const differences = groupBy(
    [...changes, ...comparison.untracked].filter((item) => item.about === about),
    (item) => item.id,
  );
  const entries = items
    .filter((item) => !gone.has(item.id))
    .map((item): Entry => {
      const id = newIds.get(item.id) ?? item.id;
      const theme = movers.get(id)?.place.new?.theme?.id ?? item.theme;
      return { id, theme, fields: patched(item.fields, differences.get(id) ?? []) };
    });
  const added = changes
    .filter(({ place }) => place.old === undefined)
    .map((change) => ({ item: addedEntry(change), number: change.place.new?.number ?? 0 }));
  const placed = entries
    .filter((entry) => movers.has(entry.id))
    .map((item) => ({ item, number: movers.get(item.id)?.place.new?.number ?? 0 }));
  const kept = entries.filter((entry) => !movers.has(entry.id));
  return insertAt(kept, [...placed, ...added]);
}

function addedEntry({ id, theme, fields }: Change): Entry {
  return { id: id ?? '', theme: theme ?? '', fields: fields ?? [] };
}

/** What a change or a difference says of a field. */
type Written = Pick<Difference, 'words'> & Partial<Pick<Change, 'field' | 'lang' | 'when'>>;

/** Fields with the new words of the differences. */
function patched(fields: readonly FieldWords[], differences: readonly Written[]): FieldWords[] {
  const byKey = new Map(fields.map((item) => [fieldKey(item), item]));
  const dates: Written[] = differences.flatMap(({ when }) =>
    when === undefined ? [] : [{ field: 'when', words: when }],
  );
  for (const { field, lang, words } of [...differences, ...dates]) {
    if (field === undefined || field === 'id') continue;
    const key = fieldKey({ field, ...(lang && { lang }) });
    if (words.new === undefined) byKey.delete(key);
    else byKey.set(key, { field, ...(lang && { lang }), words: words.new });
  }
  return [...byKey.values()];
}
