/**
 * Converts a comparison to text for readers, grouped by theme and object and in their language. All report formats
 * print this text.
 */
import {
  type ChangeKind,
  type ChangeSeverity,
  DRAFT,
  type FieldKind,
  groupBy,
  ID_CHANGED,
  type Lang,
  type LangText,
  SETTINGS,
  textIn,
} from '../model/index.ts';
import { dateWords } from '../text/dates/index.ts';
import { type ChangeLabels, counted, fill, type Labels } from '../text/index.ts';
import { type Audience, audienceOf, codesInWords, fieldLabel, inWords, valueInWords } from './audience.ts';
import type {
  Approval,
  Change,
  ComparedSource,
  Comparison,
  Difference,
  FieldWords,
  ParagraphDiff,
  PrintedPlace,
} from './change.ts';
import { isPrinted } from './differences.ts';
import { displayedText } from './displayed-text.ts';
import { groupedReplacements } from './replaced-in-all.ts';
import { severityCounts } from './select.ts';
import { diffText } from './text-diff.ts';

/** The text of one field before and after the change. */
export interface ReadablePart {
  /** The name of the field, if the change covers several fields. */
  label?: string;
  lang: Lang;
  paragraphs: readonly ParagraphDiff[];
}

export interface ReadableChange {
  change: Change;
  /** The same change in other events, if it is shown only once for all of them. */
  others: readonly Change[];
  /** What changed, such as "Planned date" or "Event moved". */
  headline: string;
  /** For an event that was moved, split off, merged or swapped, a note that states the other place or event. */
  note?: string;
  /** A sentence that states who approved the change, and when. */
  approval?: string;
  parts: readonly ReadablePart[];
}

/** All changes to an event, theme or side, or to the programme itself. */
export interface ReadableSubject {
  about: Change['about'];
  id?: string;
  /** The printed number of an event: from the new edition, or from the old one if the event was removed. */
  number?: number;
  title: LangText;
  /** The codes of the event's regions, as in `PrintedPlace`, from either edition. */
  regions: readonly string[];
  changes: readonly ReadableChange[];
}

export interface ReadableGroup {
  /** The id of the theme; absent for changes outside themes, which come first. */
  theme?: string;
  title: LangText;
  counts: Readonly<Record<ChangeSeverity, number>>;
  subjects: readonly ReadableSubject[];
}

export interface ReadableComparison {
  lang: Lang;
  say: ChangeLabels;
  /** The name of the old edition, such as "Edition 1 of 19 March 2021". */
  old: string;
  new: string;
  counts: Readonly<Record<ChangeSeverity, number>>;
  approved: number;
  groups: readonly ReadableGroup[];
  /** The codes and names of the regions that the changes mention. */
  regions: readonly { code: string; name: string }[];
  /**
   * Differences that do not change the printed text, one line per field; if ids are hidden, a note states their number
   * instead.
   */
  untracked: readonly string[];
  /**
   * Sentences about what is not listed, such as the number of differences that do not change the printed text. Empty if
   * ids are shown, because nothing is omitted then.
   */
  notes: readonly string[];
  /** Lapsed approvals, each with the change and the approver; if ids are hidden, one line per approver and date. */
  lapsed: readonly string[];
}

export interface ReadableOptions {
  /** Whether a value that was replaced in all events is shown only once, before the themes. */
  isGathered?: boolean;
  /**
   * Whether to show ids, fingerprints, codes and machine-readable values, and changes that affect only these. Editors
   * of the data need them.
   */
  hasIds?: boolean;
  /** The language of the titles of events and themes; by default, the language of the report. */
  titles?: Lang;
}

/**
 * The id of the group of values that were replaced in all events, used in place of a theme id. Theme ids cannot begin
 * with `_`.
 */
const EVERYWHERE = '_everywhere';

/** Converts a comparison to text for readers in a language. */
export function readable(
  comparison: Comparison,
  lang: Lang,
  { isGathered = false, hasIds = false, titles = lang }: ReadableOptions = {},
): ReadableComparison {
  const reader = audienceOf(comparison, lang, hasIds, titles);
  const shown = comparison.changes.filter(({ kind }) => hasIds || !ID_CHANGED.includes(kind));
  const together = isGathered ? groupedReplacements(shown).filter((group) => group.length > 1) : [];
  const once = new Set(together.flat());
  const single = shown.filter((change) => !once.has(change));
  const approved = shown.filter((change) => change.approval !== undefined).length;
  const untracked = comparison.untracked.filter(altersNoWords(comparison));
  const unlisted = hasIds ? 0 : untracked.length + comparison.changes.length - shown.length;
  const lapsed = (comparison.lapsed ?? []).map((approval) =>
    [...(hasIds ? [approval.fingerprint] : []), approvalWords(reader, approval)].join(' · '),
  );
  return {
    lang,
    say: reader.say,
    old: editionWords(comparison.old, reader.labels, lang),
    new: editionWords(comparison.new, reader.labels, lang),
    counts: severityCounts(shown),
    approved,
    groups: [
      ...(together.length === 0 ? [] : [everywhereGroup(reader, together)]),
      ...[...groupBy(single, (change) => change.theme)].map(([theme, changes]) => ({
        ...(theme !== undefined && { theme }),
        title: themeTitle(reader, theme),
        counts: severityCounts(changes),
        subjects: [...groupBy(changes, ({ about, id }) => `${about} ${id}`).values()].map((ofSubject) =>
          subjectOf(reader, ofSubject),
        ),
      })),
    ],
    regions: Object.entries(comparison.regions).map(([code, names]) => ({
      code,
      name: textIn(names, lang, lang).words,
    })),
    untracked: hasIds ? untrackedLines(untracked, reader) : [],
    notes: [
      ...(unlisted > 0 ? [counted(reader.say.untrackedCount, unlisted, lang)] : []),
      ...(!hasIds && shown.some(({ kind }) => kind === REMOVED)
        ? [fill(reader.say.removedNote, { edition: editionWords(comparison.old, reader.labels, lang) })]
        : []),
    ],
    lapsed: [...new Set(lapsed)],
  };
}

function untrackedLines(
  untracked: readonly Difference[],
  { say }: Audience,
): ReadableComparison['untracked'] {
  const groups = groupBy(untracked, ({ about, field }) => `${about} ${field}`).values();
  return [...groups].flatMap((group) => {
    const [first] = group;
    const ids = group.flatMap(({ id }) => id ?? []).join(', ');
    return `${say.about[first.about]} · ${first.field}${ids === '' ? '' : `${say.colon}${ids}`}`;
  });
}

/**
 * Returns a filter for differences. The filter excludes a difference in the Markdown source of a text if the change to
 * its words is listed.
 */
function altersNoWords({ changes }: Comparison): (difference: Difference) => boolean {
  const fields = changes.flatMap(({ about, field }) => (about === 'programme' && field ? [field] : []));
  const anyPart = fields.some((field) => /^(?:order$|parts\.|signatures\.)/.test(field));
  return ({ about, field }) => {
    if (about !== 'programme') return true;
    if (field === 'written') return !anyPart;
    return !field.startsWith('texts.') || !fields.includes(field.replace('texts.', 'parts.'));
  };
}

/** The name of an edition, such as "Edition 1 of 19 March 2021". */
function editionWords({ edition, date }: ComparedSource, say: Labels, lang: Lang): string {
  if (date === undefined) return edition;
  const words = dateWords(date, lang);
  return edition === DRAFT
    ? fill(say.changes.draftOf, { date: words })
    : fill(say.edition, { name: edition, date: words });
}

function themeTitle(reader: Audience, id: string | undefined): LangText {
  const theme = reader.comparison.themes.find((known) => known.id === id);
  if (theme === undefined) return { words: reader.say.wholeProgramme, lang: reader.lang };
  return inWords(reader, theme.title);
}

/** The group of changes that several events share. Each change is shown with the titles of these events. */
function everywhereGroup(reader: Audience, together: readonly (readonly Change[])[]): ReadableGroup {
  return {
    theme: EVERYWHERE,
    title: { words: reader.say.everywhere, lang: reader.lang },
    counts: severityCounts(together.flat()),
    subjects: together.flatMap((changes): ReadableSubject[] => {
      const [first, ...others] = changes;
      if (first === undefined) return [];
      const events = changes.map((change) => subjectOf(reader, [change]));
      const names = events.map(({ number, title }) => `${number ?? ''}. ${title.words}`);
      return [
        {
          about: 'event',
          title: { words: names.join('; '), lang: events[0]?.title.lang ?? reader.lang },
          regions: [...new Set(events.flatMap(({ regions }) => regions))].sort(),
          changes: [{ ...readableChange(reader, first), others }],
        },
      ];
    }),
  };
}

/** The codes of a change, which are its kind and its fingerprints. */
export function codesOf({ change, others }: Pick<ReadableChange, 'change' | 'others'>): string[] {
  return [change.kind, ...[change, ...others].map(({ fingerprint }) => fingerprint)];
}

const REMOVED: ChangeKind = 'event-removed';

/**
 * Converts a change to text for a list. If ids are hidden, a removed event is summarised in one line, because its full
 * text could fill a page.
 */
function listedChange(reader: Audience, change: Change): ReadableChange {
  const item = readableChange(reader, change);
  return reader.hasIds || change.kind !== REMOVED ? item : { ...item, parts: occasionOf(reader, change) };
}

function subjectOf(reader: Audience, changes: readonly Change[]): ReadableSubject {
  const [first] = changes;
  if (first === undefined) throw new Error('a subject without changes');
  const { about, id, place } = first;
  const printed = place.new ?? place.old;
  const title =
    printed === undefined
      ? { words: reader.say.wholeProgramme, lang: reader.lang }
      : inWords(reader, printed.title, place.new === undefined ? 'old' : 'new');
  return {
    about,
    ...(id !== undefined && { id }),
    ...(about === 'event' && printed !== undefined && { number: printed.number }),
    title,
    regions: [...new Set([...(place.old?.regions ?? []), ...(place.new?.regions ?? [])])].sort(),
    changes: changes.map((change) => listedChange(reader, change)),
  };
}

/** Converts a change to text for readers. */
export function readableChange(reader: Audience, change: Change): ReadableChange {
  const { approval, field, lang, paragraphs } = change;
  const note = noteOf(reader, change);
  return {
    change,
    others: [],
    headline: headlineOf(reader, change),
    ...(note !== undefined && { note }),
    ...(approval && { approval: approvalWords(reader, approval) }),
    parts:
      field === undefined
        ? printedFields(reader, change).map((item) => wholePart(reader, change, item))
        : [
            partOf(reader, { field, ...(lang && { lang }) }, valueDiff(reader, change) ?? paragraphs),
            ...whenPart(reader, change),
          ],
  };
}

function approvalWords({ say, lang }: Audience, { by, date }: Approval): string {
  return fill(say.approvedBy, { name: by, date: dateWords(date, lang) });
}

function headlineOf(reader: Audience, { kind, about, field, words }: Change): string {
  const whole: Readonly<Partial<Record<ChangeKind, string>>> = reader.say.whole;
  // For a whole object, the rest of the path is omitted, because the text of the object identifies it better than its
  // id.
  const [list = '', ...path] = (field ?? '').split('.');
  const isObject = list !== 'design' && (words?.new ?? words?.old)?.startsWith('{') === true;
  if (kind === SETTINGS) return `${whole[SETTINGS]} ${[list, ...(isObject ? [] : path)].join('.')}`;
  return whole[kind] ?? (field === undefined ? kind : fieldLabel(reader, about, field));
}

/** The diff of a machine-readable value, converted to words. */
function valueDiff(reader: Audience, { field = '', words }: Change): ParagraphDiff[] | undefined {
  const say = valueInWords(reader, field);
  if (say === undefined) return undefined;
  return diffText(words.old && say(words.old), words.new && say(words.new), reader.lang);
}

/** Kinds of fields that, in addition to the title, identify a removed event. */
const OCCASION: readonly FieldKind[] = ['date', 'time', 'place', 'region'];

/** The day, time, place and regions of a removed event, on one line. */
function occasionOf(reader: Audience, change: Change): ReadablePart[] {
  const kinds = kindsOf(reader);
  const parts = printedFields(reader, change)
    .filter(({ field }) => /^(?:when|regions\.)/.test(field) || OCCASION.includes(kinds.get(field) ?? 'text'))
    .map((item) => wholePart(reader, change, item));
  const words = parts.map(({ paragraphs }) =>
    paragraphs
      .flat()
      .map(({ text }) => text)
      .join(' '),
  );
  const text = [...new Set(words)].join(' · ');
  return text === ''
    ? []
    : [{ lang: parts[0]?.lang ?? reader.lang, paragraphs: [[{ kind: 'deleted', text }]] }];
}

function kindsOf({ comparison }: Audience): ReadonlyMap<string, FieldKind> {
  return new Map(comparison.fields.map(({ id, kind }) => [id, kind]));
}

/**
 * The fields of an added or removed object that readers see. A machine-readable value is included only if there is no
 * text for it.
 */
function printedFields(reader: Audience, { about, fields = [] }: Change): FieldWords[] {
  const kinds = kindsOf(reader);
  const has = (kind: FieldKind): boolean => fields.some(({ field }) => kinds.get(field) === kind);
  const isInWords = (field: string): boolean =>
    (field === 'when' && has('date')) || (field === 'occurrences' && has('time'));
  return fields.filter(({ field }) => isPrinted(about, field) && (reader.hasIds || !isInWords(field)));
}

/** The change to `when`, as an additional part of the change to the printed date; empty if ids are hidden. */
function whenPart(reader: Audience, { about, when }: Change): ReadablePart[] {
  if (when === undefined || !reader.hasIds) return [];
  const paragraphs = diffText(when.old, when.new, reader.lang);
  return [{ label: fieldLabel(reader, about, 'when'), ...partOf(reader, { field: 'when' }, paragraphs) }];
}

/** A field of an added or removed object, with all its text marked as inserted or deleted. */
function wholePart(reader: Audience, change: Change, item: FieldWords): ReadablePart {
  const { field, words, lang = reader.comparison.new.language } = item;
  const removed = change.place.new === undefined;
  const shown = valueInWords(reader, field)?.(words) ?? words;
  const versions = removed ? { old: shown } : { new: shown };
  const displayed = displayedText({ about: change.about, field, words: versions }, reader.comparison.fields);
  const paragraphs = diffText(displayed.old, displayed.new, lang);
  return { label: fieldLabel(reader, change.about, field), ...partOf(reader, item, paragraphs) };
}

function partOf(
  reader: Audience,
  { field, lang }: Pick<FieldWords, 'field' | 'lang'>,
  paragraphs: readonly ParagraphDiff[],
): ReadablePart {
  if (lang !== undefined) return { lang, paragraphs };
  const named = paragraphs.map((paragraph) =>
    paragraph.map((segment) => ({ ...segment, text: codesInWords(reader, field, segment.text) })),
  );
  return { lang: reader.lang, paragraphs: named };
}

/** The title, in the new edition, of another event that has changed. */
function titleOf(reader: Audience, event: string): string {
  const place = reader.comparison.changes.find(({ about, id }) => about === 'event' && id === event)?.place
    .new;
  return place === undefined ? event : inWords(reader, place.title).words;
}

/**
 * A note about an event: the position to which it was moved, or the event from which it was split off, into which it
 * was merged or with which it was swapped.
 */
function noteOf(
  reader: Audience,
  { kind, place, splitFrom, mergedInto, swappedWith }: Change,
): string | undefined {
  const { say } = reader;
  const { old, new: now } = place;
  if (splitFrom !== undefined) return fill(say.splitFrom, { title: titleOf(reader, splitFrom) });
  if (mergedInto !== undefined) return fill(say.mergedInto, { title: titleOf(reader, mergedInto) });
  if (swappedWith !== undefined) return fill(say.swappedWith, { title: titleOf(reader, swappedWith) });
  if (!kind.endsWith('-moved') || old === undefined || now === undefined) return undefined;
  const otherTheme = old.theme?.id !== now.theme?.id;
  const words = ({ number, theme }: PrintedPlace, edition: 'old' | 'new'): string =>
    theme !== undefined && otherTheme
      ? fill(say.placeInTheme, { number, theme: inWords(reader, theme.title, edition).words })
      : fill(say.place, { number });
  const [before, after] = [words(old, 'old'), words(now, 'new')];
  return before === after ? undefined : fill(say.movedFromTo, { before, after });
}
