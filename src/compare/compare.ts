import {
  compareRanks,
  type Field,
  type Lang,
  type Programme,
  type ProgrammeFile,
  valueAt,
  withoutUndefined,
  yearWithin,
} from '../model/index.ts';
import { withEmphasisOf } from '../text/index.ts';
import type { Change, ComparedSource, Comparison, Difference, FieldWords, UnratedChange } from './change.ts';
import { fieldDifferences, isPrinted, itemDifferences, kindsOfFields, versions } from './differences.ts';
import { changedParagraphs, displayedText, isSeen, withEmphasisKind } from './displayed-text.ts';
import { normalWords, programmeFields } from './fields.ts';
import { fingerprintOf } from './fingerprint.ts';
import { eventItems, sideItems, themeItems } from './item.ts';
import { matchEvents } from './match.ts';
import { matchIds, matchThemes } from './match-themes.ts';
import { placeFields, referenceDifferences, regionNames } from './reference.ts';
import { replacedInAll } from './replaced-in-all.ts';
import { type Context, contextOf, severityOf } from './severity/index.ts';

/**
 * Compares two editions. Events are matched by id, then by similarity. Their order is compared, and their fields and
 * the texts of the programme are compared word by word. The severity settings come from programme.yaml of the new
 * edition.
 *
 * @param match matches the events of the old edition to those of the new one
 */
export function compare(
  oldProgramme: Programme,
  newProgramme: Programme,
  match: typeof matchEvents = matchEvents,
): Comparison {
  const eventFields = bothOf(newProgramme.config.fields, oldProgramme.config.fields);
  const oldEvents = eventItems(withEmphasisOf(oldProgramme, { fields: eventFields }));
  const newEvents = eventItems(newProgramme);
  const kinds = kindsOfFields(newProgramme.config, oldProgramme.config);
  const areIdsMade = oldProgramme.isFile === true || newProgramme.isFile === true;
  const events = match(oldEvents, newEvents, kinds, areIdsMade);
  const themes = matchThemes(themeItems(oldProgramme), themeItems(newProgramme), events.pairs);
  const sides = matchIds(sideItems(oldProgramme), sideItems(newProgramme));
  const renamed = new Map(themes.pairs.map((pair) => [pair.old.id, pair.new.id]));
  const themeNow = (id: string): string => renamed.get(id) ?? id;
  const { language } = oldProgramme.config;
  const fieldsOf = ({ config, texts }: Programme) => programmeFields(config, texts, language);
  const found = [
    fieldDifferences(
      { about: 'programme', place: {} },
      [...fieldsOf(oldProgramme), ...placesOf(oldProgramme, newProgramme)],
      [...fieldsOf(newProgramme), ...placesOf(newProgramme, oldProgramme)],
      kinds,
    ),
    ...[sides, themes, events].map((matching) => itemDifferences(matching, themeNow, kinds)),
  ];
  const listed = [
    ...newProgramme.themes.map(({ theme }) => theme),
    ...themes.removed.map(({ place }) => place),
  ];
  const all = found.flatMap(({ drafts }) => drafts).map((draft) => withEmphasisKind(draft, eventFields));
  // Without a field of kind place, the list of places is not printed in any document.
  const hasPlaces = eventFields.some(({ kind }) => kind === 'place');
  const isListed = (draft: UnratedChange): boolean =>
    isSeen(draft) && (hasPlaces || draft.kind !== 'place-changed');
  const drafts = inPrintedOrder(
    all.filter(isListed),
    listed.map(({ id }) => id),
  );
  const isEverywhere = replacedInAll(drafts, oldEvents);
  const older = { old: olderWordsOf(oldProgramme), new: olderWordsOf(newProgramme) };
  const context = contextOf(
    newEvents,
    [oldProgramme.reference, newProgramme.reference],
    yearWithin(newProgramme.config.period),
  );
  return {
    old: infoOf(oldProgramme),
    new: infoOf(newProgramme),
    themes: listed.map(({ id, title }) => ({ id, title })),
    fields: eventFields,
    sides: bothOf(newProgramme.config.sides, oldProgramme.config.sides).map(({ id, name, heading }) => ({
      id,
      name,
      heading,
    })),
    ...partTitles(newProgramme, oldProgramme),
    regions: regionNames(drafts, [newProgramme.reference, oldProgramme.reference]),
    changes: drafts.map((draft) => ({
      ...changeOf(draft, newProgramme.config, eventFields, themeNow, context, older),
      ...(isEverywhere.has(draft) && { everywhere: true as const }),
    })),
    untracked: [
      ...found.flatMap(({ untracked }) => untracked),
      ...all.filter((draft) => !isListed(draft)).map(differenceOf),
      ...referenceDifferences(oldProgramme, newProgramme),
    ],
  };
}

function placesOf({ config, reference }: Programme, other: Programme): FieldWords[] {
  return placeFields(reference.places, other.reference.places, config.language);
}

/** Converts a change that is not visible in print to a difference in the data only. */
function differenceOf({ about, id, field = '', lang, words }: UnratedChange): Difference {
  return { about, ...(id !== undefined && { id }), field, ...(lang && { lang }), words };
}

/**
 * The titles of the parts that are texts, from the new edition if it contains the text, otherwise from the old one.
 * Empty if no part is a text.
 */
function partTitles(...programmes: readonly Programme[]): Pick<Comparison, 'parts'> {
  const titles = new Map<string, Map<Lang, string>>();
  for (const { texts = [] } of programmes) {
    for (const { part, lang, rich } of texts) {
      const titlesOfPart = valueAt(titles, part, () => new Map<Lang, string>());
      const title = rich.title?.map(({ text }) => text).join('');
      if (title !== undefined && !titlesOfPart.has(lang)) titlesOfPart.set(lang, title);
    }
  }
  if (titles.size === 0) return {};
  return {
    parts: [...titles].map(([id, byLang]) => ({
      id,
      ...(byLang.size === 0 ? {} : { title: Object.fromEntries(byLang) }),
    })),
  };
}

function infoOf({ edition, isFile, config }: Programme): ComparedSource {
  const { date, language, title, labels } = config;
  const when = isFile ? { isFile } : { date };
  return { edition, ...when, language, title, ...(labels === undefined ? {} : { labels }) };
}

/** The items of the new edition, then the items that only the old edition contains. */
function bothOf<T extends { id: string }>(now: readonly T[], before: readonly T[]): T[] {
  const ids = new Set(now.map(({ id }) => id));
  return [...now, ...before.filter(({ id }) => !ids.has(id))];
}

function changeOf(
  draft: UnratedChange,
  config: ProgrammeFile,
  fields: readonly Field[],
  themeNow: (id: string) => string,
  context: Context,
  older: OlderWords,
): Change {
  const { field, place } = draft;
  const home = versions(place.old?.theme && themeNow(place.old.theme.id), place.new?.theme?.id);
  const printed = draft.fields?.filter((item) => isPrinted(draft.about, item.field));
  const made = { ...draft, ...(printed && { fields: printed }) };
  const theme = field === undefined ? home : {};
  const before = inOlderWords(made, older);
  return {
    ...draft,
    severity: severityOf({ ...draft, words: displayedText(draft, fields) }, config.changes, context),
    fingerprint: fingerprintOf(made, theme),
    ...(before !== made && { olderFingerprint: fingerprintOf(before, theme) }),
    paragraphs: field === undefined ? [] : changedParagraphs(draft, fields, config.language),
  };
}

/** For each edition, its texts as they were in an older dataset format, indexed by their current form. */
type OlderWords = Readonly<Record<'old' | 'new', ReadonlyMap<string, string>>>;

function olderWordsOf({ olderWords = new Map<string, string>() }: Programme): ReadonlyMap<string, string> {
  return new Map([...olderWords].map(([now, was]) => [normalWords(now), normalWords(was)]));
}

/** A copy of a change with its texts as they were in an older dataset format; the change itself if no text differs. */
function inOlderWords(draft: UnratedChange, older: OlderWords): UnratedChange {
  const { words, fields, place } = draft;
  const side = place.new === undefined ? 'old' : 'new';
  const old = older.old.get(words.old ?? '');
  const now = older.new.get(words.new ?? '');
  const others = fields?.map((item) => ({ ...item, words: older[side].get(item.words) ?? item.words }));
  const isSame = others?.every((item, index) => item.words === fields?.[index]?.words) ?? true;
  if (old === undefined && now === undefined && isSame) return draft;
  return {
    ...draft,
    words: { ...words, ...withoutUndefined({ old, new: now }) },
    ...(others && { fields: others }),
  };
}

const ABOUT_ORDER: readonly Change['about'][] = ['programme', 'side', 'theme', 'event'];

/**
 * Sorts changes: first those to the programme, then those to the sides, then for each theme those to the theme, to its
 * events by number, and to its removed events.
 */
function inPrintedOrder(drafts: readonly UnratedChange[], themes: readonly string[]): UnratedChange[] {
  const themeRank = new Map(themes.map((id, index) => [id, index]));
  const key = ({ about, theme, place }: UnratedChange): number[] => [
    theme === undefined ? -1 : (themeRank.get(theme) ?? 0),
    ABOUT_ORDER.indexOf(about),
    place.new === undefined ? 1 : 0,
    place.new?.number ?? place.old?.number ?? 0,
  ];
  const keyed = drafts.map((draft) => ({ draft, key: key(draft) }));
  return keyed.sort((a, b) => compareRanks(a.key, b.key)).map(({ draft }) => draft);
}
