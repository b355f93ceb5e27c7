import {
  CHANGE_KINDS,
  type ChangeKind,
  type ChangeSeverity,
  type Lang,
  type Programme,
  type ProgrammeFile,
  parseTimePhrase,
  SETTINGS,
} from '../../model/index.ts';
import { parseDatePhrase, type WeekdayClaim } from '../../text/dates/index.ts';
import type { Change } from '../change.ts';
import type { Item } from '../item.ts';
import { isOfPeople, isOfPlaces } from './fields-of-names.ts';
import { isSameList } from './lists.ts';
import {
  type Context,
  isOtherName,
  isOtherThing,
  isReordered,
  saysOtherwise,
  saysTheSame,
} from './meaning.ts';
import { namesOf } from './names.ts';
import { normalForm } from './normal-form.ts';
import { hoursBesideDate } from './numerals.ts';
import { spelledAs } from './spelled-as.ts';
import { isTypographic } from './typography.ts';

export type { Context } from './meaning.ts';

/**
 * The data, besides the change itself, that determine its severity.
 *
 * @param events events of the new edition, which distinguish names from other words
 * @param references places and regions of both editions
 * @param year year of the new edition, for dates without a year
 */
export function contextOf(
  events: readonly Pick<Item, 'fields'>[],
  references: readonly Programme['reference'][],
  year: number | undefined,
): Context {
  return { names: namesOf(events, references), year };
}

/** Kinds of changes of addresses and single names, which are not sentences. */
const NO_SENTENCES: readonly ChangeKind[] = [
  'link-changed',
  'contact-changed',
  'picture-changed',
  'publisher-changed',
];

/**
 * The severity of a change. A purely typographic difference is typographic for every kind. Otherwise the setting of the
 * programme for the kind applies. Without a setting, the severity depends on the text: major if its meaning changed,
 * minor if a date, an hour, a price or a body is only worded differently. If the EDTF changed together with the text,
 * the date is different.
 */
export function severityOf(
  { kind, field = '', lang, words, when }: Pick<Change, 'kind' | 'field' | 'lang' | 'words' | 'when'>,
  remapped: ProgrammeFile['changes'],
  context: Context,
): ChangeSeverity {
  if (kind === SETTINGS) return 'minor';
  const { old = '', new: now = '' } = words;
  const isVersion = words.old !== undefined && words.new !== undefined;
  const own = remapped?.[kind];
  const usual = own ?? CHANGE_KINDS[kind];
  if (lang === undefined || when !== undefined) return usual;
  const isSameLetters = isVersion && isTypographic(old, now, lang);
  if (isSameLetters && !context.names.accentsDiffer(old, now, lang)) return 'typographic';
  if (own !== undefined || NO_SENTENCES.includes(kind)) return usual;
  if (isSameLetters) return 'major';
  const before = spelledAs(old, now, lang);
  const after = spelledAs(now, before, lang);
  if (usual === 'minor')
    return isOtherFact({ kind, field }, normalForm(before, lang), normalForm(after, lang), lang, context)
      ? 'major'
      : 'minor';
  return isVersion && isSaidOtherwise(kind, before, after, lang, context) ? 'minor' : usual;
}

/**
 * Whether the meaning changed. A title without words has no meaning left. A short text that shares no word with the old text has a different meaning. In a field
 * of people or places, a name that differs, was added or was removed changes the meaning.
 */
function isOtherFact(
  { kind, field }: { kind: ChangeKind; field: string },
  before: string,
  after: string,
  lang: Lang,
  context: Context,
): boolean {
  const isOfNames = kind === 'text-changed' && (isOfPeople(field) || isOfPlaces(field));
  return (
    (kind === 'title-reworded' && after === '') ||
    (kind === 'text-changed' && isOtherThing(before, after, lang)) ||
    (isOfNames && (before === '' || after === '' || isOtherName(before, after, lang))) ||
    saysOtherwise(before, after, lang, context, kind)
  );
}

/** Whether the wording changed but not the meaning. */
function isSaidOtherwise(
  kind: ChangeKind,
  before: string,
  after: string,
  lang: Lang,
  context: Context,
): boolean {
  if (kind === 'body-changed') return isReordered(before, after, lang);
  const isSame =
    (kind === 'date-changed' && isSameDate(before, after, lang, context)) ||
    (kind === 'time-changed' && isSameTime(before, after, lang));
  return isSame || saysTheSame(normalForm(before, lang), normalForm(after, lang), lang, context);
}

/**
 * Whether two dates in words are the same date (Semester 2, second semester). A different weekday is a different date.
 */
function isSameDate(before: string, after: string, lang: Lang, { year }: Context): boolean {
  const [old, now] = [before, after].map((words) => {
    const phrase = parseDatePhrase(words, { lang, ...(year !== undefined && { year }) });
    return 'edtf' in phrase ? phrase : undefined;
  });
  const isOther = ({ weekday }: WeekdayClaim, index: number): boolean =>
    weekday !== (now?.weekdays?.[index]?.weekday ?? weekday);
  return (
    old !== undefined &&
    old.edtf === now?.edtf &&
    old.weekdays?.some(isOther) !== true &&
    isSameList(hoursBesideDate(before, lang), hoursBesideDate(after, lang))
  );
}

/** Whether two times of day in words are the same: 7 pm, 19:00. */
function isSameTime(before: string, after: string, lang: Lang): boolean {
  const [old, now] = [before, after].map((words) => {
    const phrase = parseTimePhrase(words, lang);
    return 'hours' in phrase ? JSON.stringify(phrase.hours) : undefined;
  });
  return old !== undefined && old === now;
}
