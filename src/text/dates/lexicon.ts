import {
  type DateRole,
  LANGUAGES,
  type Language,
  type NamedDay,
  type RoughPart,
} from '../../../languages/index.ts';
import { fold, type Lang, valueAt } from '../../model/index.ts';
import { byLanguage } from '../by-language.ts';

/** What a note states about a date. */
export type Qualifier = 'approximate' | 'uncertain';
/** The ends of an interval to which a note applies. */
export type NoteSide = 'both' | 'start' | 'end';

export type Meaning =
  | { kind: 'month'; month: number }
  /** A day of the week; 1 is Monday, as in ISO 8601. `isShort`: an abbreviation that is also a common word. */
  | { kind: 'weekday'; weekday: number; isShort?: true }
  /** A word for all days on a weekday in a period, such as "Mondays". */
  | { kind: 'weekdays'; weekday: number }
  /** A word for a weekend; `again` if it means every weekend in a period. */
  | { kind: 'weekend'; again: boolean }
  /** All days from Monday to Friday in a period. */
  | { kind: 'workdays' }
  /** The name of a public holiday or similar day. */
  | { kind: 'named'; day: NamedDay }
  /** A part of the day, such as "morning" or "in the evening". */
  | { kind: 'part-of-day' }
  /** A word for the night between two days. */
  | { kind: 'night' }
  /** `half`: half of a year or of a month; `fortnight`: half of a month; `third`: a third of a month. */
  | { kind: 'unit'; unit: 'quarter' | 'semester' | 'half' | 'fortnight' | 'third' }
  /** A unit and its number in one word, such as Q3 or S2. */
  | { kind: 'part'; part: 'quarter' | 'semester'; number: number }
  | { kind: 'ordinal'; number: number }
  /** The word "last", as in "last Tuesday of the month". */
  | { kind: 'last' }
  /**
   * A word for a part of a date, such as "early", "mid" or "late". `about` (around) does not name a part, but makes the
   * date approximate.
   */
  | { kind: 'rough'; part: RoughPart | 'about' }
  | { kind: 'season' }
  /** A word before the number of a week in the year. */
  | { kind: 'week' }
  | { kind: 'year' }
  | { kind: 'note'; qualifier: Qualifier; side: NoteSide }
  /** A column label such as `date` or `dates`, which is not part of a date. */
  | { kind: 'label' }
  /** A word that occurs in times of day. */
  | { kind: 'hour' }
  /** A small word with its roles; a word such as French `du` has several. */
  | { kind: 'small'; roles: readonly DateRole[] };

/** One or more case-folded words of a language with a meaning in dates. */
export interface Entry {
  words: readonly string[];
  /** Whether the entry is an abbreviation, so that a full stop after it is part of it. */
  abbreviation: boolean;
  /** Whether the words mean a month or a weekday depending on the context, such as Spanish `mar.` */
  isShared?: true;
  meaning: Meaning;
}

/** Entries by their first word; the entries with the most words come first. */
export type Lexicon = ReadonlyMap<string, readonly Entry[]>;

/** The names of the months in a language, in all grammatical cases that occur in dates, without duplicates. */
export function monthNames(lang: Lang): string[] {
  const { months, monthsAfterDay } = LANGUAGES[lang].cldr;
  return [...new Set([...months, ...monthsAfterDay])];
}

/** Returns the lexicon of a language. */
export const lexiconOf: (lang: Lang) => Lexicon = byLanguage((language) => {
  const byFirst = new Map<string, Entry[]>();
  for (const [meaning, spellings] of rowsOf(language)) {
    for (const spelling of spellings.split('|').filter((words) => words !== '')) {
      const abbreviation = spelling.endsWith('.');
      // Words are split as in `tokensOf`: apostrophes are not tokens, and hyphens separate words.
      const words = fold(abbreviation ? spelling.slice(0, -1) : spelling).split(/[ ’'-]/);
      const [first = ''] = words;
      const entries = valueAt(byFirst, first, () => []);
      const month = entries.find(
        (one) => one.meaning.kind === 'month' && one.words.join(' ') === words.join(' '),
      );
      const isShared = month !== undefined && meaning.kind === 'weekday';
      if (isShared) month.isShared = true;
      entries.push({ words, abbreviation, ...(isShared && { isShared }), meaning });
    }
  }
  for (const entries of byFirst.values()) entries.sort((a, b) => b.words.length - a.words.length);
  return byFirst;
});

/** Meanings and their words. If several rows contain the same words, the first row is used. */
function rowsOf({ cldr, dates: { read, write } }: Language): [Meaning, string][] {
  const { months, monthsAfterDay, weekdays } = cldr;
  const numbered = (words: readonly string[], meaning: (number: number) => Meaning): [Meaning, string][] =>
    words.map((spelling, index) => [meaning(index + 1), spelling]);
  return [
    ...numbered([...months], (month) => ({ kind: 'month', month })),
    ...numbered([...monthsAfterDay], (month) => ({ kind: 'month', month })),
    ...(['approximate', 'uncertain'] as const).flatMap((qualifier) =>
      (['both', 'start', 'end'] as const).map((side): [Meaning, string] => [
        { kind: 'note', qualifier, side },
        write.notes[qualifier][side],
      ]),
    ),
    ...numbered(read.months, (month) => ({ kind: 'month', month })),
    ...numbered([...weekdays], (weekday) => ({ kind: 'weekday', weekday })),
    ...numbered(read.weekdays, (weekday) => ({ kind: 'weekday', weekday })),
    ...numbered(read.twoLetterWeekdays ?? [], (weekday) => ({ kind: 'weekday', weekday, isShort: true })),
    ...numbered(read.recurringWeekdays, (weekday) => ({ kind: 'weekdays', weekday })),
    [{ kind: 'weekend', again: false }, read.weekend],
    [{ kind: 'weekend', again: true }, read.recurringWeekends],
    [{ kind: 'workdays' }, read.workdays],
    ...numbered(read.ordinals, (number) => ({ kind: 'ordinal', number })),
    [{ kind: 'last' }, read.last],
    ...numbered(read.quarters, (number) => ({ kind: 'part', part: 'quarter', number })),
    ...numbered(read.semesters, (number) => ({ kind: 'part', part: 'semester', number })),
    ...(['quarter', 'semester', 'half', 'fortnight', 'third'] as const).map((unit): [Meaning, string] => [
      { kind: 'unit', unit },
      read.units[unit],
    ]),
    ...(['early', 'middle', 'late', 'about'] as const).map((part): [Meaning, string] => [
      { kind: 'rough', part },
      read.rough[part],
    ]),
    [{ kind: 'season' }, read.season],
    [{ kind: 'week' }, read.week],
    [{ kind: 'year' }, read.year],
    ...smallWords(read.small),
    [{ kind: 'note', qualifier: 'uncertain', side: 'both' }, read.uncertain],
    [{ kind: 'note', qualifier: 'approximate', side: 'both' }, read.approximate],
    [{ kind: 'label' }, read.label],
    ...(['hour', 'am', 'pm', 'noon', 'midnight'] as const).map((key): [Meaning, string] => [
      { kind: 'hour' },
      read.hours[key],
    ]),
    ...(Object.keys(read.namedDays) as NamedDay[]).map((day): [Meaning, string] => [
      { kind: 'named', day },
      read.namedDays[day] ?? '',
    ]),
    [{ kind: 'night' }, read.night],
    ...[...Object.values(read.hours.parts), read.hours.allDay].map((words): [Meaning, string] => [
      { kind: 'part-of-day' },
      words,
    ]),
  ];
}

/** Each small word, with all its roles. */
function smallWords(byRole: Language['dates']['read']['small']): [Meaning, string][] {
  const roles = new Map<string, DateRole[]>();
  for (const role of Object.keys(byRole) as DateRole[]) {
    for (const word of byRole[role]?.split('|') ?? []) roles.set(word, [...(roles.get(word) ?? []), role]);
  }
  return [...roles].map(([word, wordRoles]) => [{ kind: 'small', roles: wordRoles }, word]);
}
