import {
  CHANGE_KINDS,
  type ChangeKind,
  type ChangeSeverity,
  daysAfter,
  isCalendarDate,
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
import { type Context, isOtherName, isReordered, saysOtherwise, saysTheSame } from './meaning.ts';
import { namesOf } from './names.ts';
import { normalForm } from './normal-form.ts';
import { hoursBesideDate } from './numerals.ts';
import { spelledAs } from './spelled-as.ts';
import { isTypographic, onBaseline } from './typography.ts';

export type { Context } from './meaning.ts';

/**
 * Creates the context in which the severity of changes is determined: the data that it depends on in addition to the
 * change itself.
 *
 * @param events the events of the new edition, from which it is determined which words are names
 * @param references the places and regions of both editions
 * @param year the year of the new edition, for dates without a year
 */
export function contextOf(
  events: readonly Pick<Item, 'fields'>[],
  references: readonly Programme['reference'][],
  year: number | undefined,
): Context {
  return { names: namesOf(events, references), year };
}

/** Kinds of changes to addresses and single names, as opposed to sentences. */
const NO_SENTENCES: readonly ChangeKind[] = [
  'link-changed',
  'contact-changed',
  'picture-changed',
  'publisher-changed',
];

/**
 * The severity of a change. If the old and new text differ only in typography, the severity is `typographic`,
 * regardless of the kind of change. Otherwise, the programme's setting for the kind of change applies. If there is no
 * setting, the severity depends on the text: major if its meaning changed, minor if a date, time, price or body is only
 * worded differently. A date has changed if its EDTF has changed together with its text.
 */
export function severityOf(
  { kind, field = '', lang, words, when }: Pick<Change, 'kind' | 'field' | 'lang' | 'words' | 'when'>,
  remapped: ProgrammeFile['changes'],
  context: Context,
): ChangeSeverity {
  if (kind === SETTINGS) return 'minor';
  const old = onBaseline(words.old ?? '');
  const now = onBaseline(words.new ?? '');
  const isVersion = words.old !== undefined && words.new !== undefined;
  const chosen = remapped?.[kind];
  const usual = chosen ?? CHANGE_KINDS[kind];
  if (lang === undefined || when !== undefined) return usual;
  const isSameLetters = isVersion && isTypographic(old, now, lang);
  if (isSameLetters && !context.names.accentsDiffer(old, now, lang)) return 'typographic';
  if (chosen !== undefined || NO_SENTENCES.includes(kind)) return usual;
  if (isSameLetters) return 'major';
  const before = spelledAs(old, now, lang);
  const after = spelledAs(now, before, lang);
  const [older, newer] = [normalForm(before, lang, after), normalForm(after, lang, before)];
  if (usual === 'minor') return isOtherFact({ kind, field }, older, newer, lang, context) ? 'major' : 'minor';
  const isSame =
    kind === 'body-changed'
      ? isReordered(older, newer, lang)
      : isSameMoment(kind, before, after, lang, context) || saysTheSame(older, newer, lang, context);
  return isVersion && isSame ? 'minor' : usual;
}

/**
 * Whether the meaning of a text changed. The result is also true if a title has no words left, or if a name in a field
 * for people or places was changed, added or removed.
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
    (isOfNames && (before === '' || after === '' || isOtherName(before, after, lang, isOfPlaces(field)))) ||
    saysOtherwise(before, after, lang, context, kind)
  );
}

/** Whether two written dates or times of day are the same. */
function isSameMoment(
  kind: ChangeKind,
  before: string,
  after: string,
  lang: Lang,
  context: Context,
): boolean {
  return (
    (kind === 'date-changed' && isSameDate(before, after, lang, context)) ||
    (kind === 'time-changed' && isSameTime(before, after, lang))
  );
}

/** A year of two digits after a day and a month. */
const SHORT_YEAR = /(?<=\p{L}[ \u00a0]|\d\.[ \u00a0]?)(\d\d)$|(?<=\d[./]\d{1,2}[./])(\d\d)(?!\d)/gu;

/**
 * Whether two written dates are the same date, such as "Semester 2" and "second semester". Dates with different
 * weekdays are different.
 */
function isSameDate(before: string, after: string, lang: Lang, { year }: Context): boolean {
  const [old, now] = [before, after].map((words) => {
    const read = (text: string) => parseDatePhrase(text, { lang, ...(year !== undefined && { year }) });
    return [words, words.replace(SHORT_YEAR, '20$1$2')].map(read).find((phrase) => 'edtf' in phrase);
  });
  const isOther = ({ weekday }: WeekdayClaim, index: number): boolean =>
    weekday !== (now?.weekdays?.[index]?.weekday ?? weekday);
  return (
    old !== undefined &&
    now !== undefined &&
    inDays(old.edtf) === inDays(now.edtf) &&
    old.weekdays?.some(isOther) !== true &&
    isSameList(hoursBesideDate(before, lang), hoursBesideDate(after, lang))
  );
}

/** A date in EDTF, in which a period of up to a week is a set: "1–3 February" is "1, 2 and 3 February". */
function inDays(edtf: string): string {
  const [start = '', end = ''] = edtf.split('/');
  if (!isCalendarDate(start) || !isCalendarDate(end)) return edtf;
  const days = Array.from({ length: WEEK }, (_, index) => daysAfter(start, index));
  const length = days.indexOf(end) + 1;
  return length === 0 ? edtf : `{${days.slice(0, length).join(',')}}`;
}

/** Number of days in a week. */
const WEEK = 7;

/** A time of day in four digits, such as 1930. */
const FOUR_DIGITS = /(?<!\d)([01]\d|2[0-3])([0-5]\d)(?!\d)/gu;

/** Whether two written times of day are the same, such as "7 pm", "19:00" and "1900". */
function isSameTime(before: string, after: string, lang: Lang): boolean {
  const [old, now] = [before, after].map((words) => {
    const phrase = parseTimePhrase(normalForm(words.replace(FOUR_DIGITS, '$1:$2'), lang), lang);
    return 'hours' in phrase ? JSON.stringify(phrase.hours) : undefined;
  });
  return old !== undefined && old === now;
}
