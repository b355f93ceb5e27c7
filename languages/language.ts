/**
 * The definition of a language: everything that differs between languages, as data and small functions. Each other
 * file here is one language; docs/add-a-language.md describes how to add one. These files import nothing from the
 * program.
 */

import type * as english from './en/messages/index.ts';
import type { Counted, PluralForm, Template, Translated } from './messages.ts';

/** Labels that the program adds to a publication. The texts of a programme itself are in its data. */
export interface Labels {
  readonly introduction: string;
  /** Titles of parts without a title in their text. */
  readonly parts: Readonly<Record<'foreword' | 'practical-information' | 'colophon', string>>;
  readonly draft: string;
  /** `date` is a date in words. */
  readonly edition: Template<'name' | 'date'>;
  readonly events: Counted;
  /** Heading of the column of event numbers. */
  readonly number: string;
  /** Text for screen readers in place of the dash in an empty cell. */
  readonly notStated: string;
  readonly page: string;
  /** Description of a theme's table for screen readers; `events` is the number with its noun. */
  readonly tableDescription: Template<'theme' | 'events'>;
  readonly cancelled: string;
  readonly postponed: string;
  readonly 'sold-out': string;
  /** Line on the cover of an extract: how many of all events are in the extract. */
  readonly eventsOf: Counted<'part'>;
  /** In an extract: label of an event that concerns every region of the side. */
  readonly allRegions: string;
  /** In an extract: text before the titles of the themes that have no events in it. */
  readonly themesWithoutEvents: string;
  /** Title of the index of regions and places of a side. */
  readonly placeIndex: Template<'side'>;
  /** Title of the index of a field's values. */
  readonly fieldIndex: Template<'field'>;
  readonly dateIndex: string;
  /** Heading of events without a date. */
  readonly dateOpen: string;
  /** Heading of events with a printed date that is neither a day nor a period, such as “every Thursday in July”. */
  readonly dateInWords: string;
  /** In a programme by day: heading of the multi-day events. */
  readonly severalDays: string;
  /** In a programme by day: text before the multi-day events that also take place on that day. */
  readonly alsoOnDay: string;
  /** The heading of a group of events when it is repeated on a later page. */
  readonly continued: Template<'heading'>;
  /** Title of the timetable of a day. */
  readonly timetable: Template<'day'>;
  /** Description of the timetable for screen readers; `timetable` is its title. */
  readonly timetableDescription: Template<'timetable'>;
  /** In timetables: headings of the column of hours, of events for all places, and of events without a place. */
  readonly hours: string;
  readonly allPlaces: string;
  readonly otherPlaces: string;
  /** Headings of events without a region on a side, by reason. */
  readonly withoutRegion: Readonly<
    Record<'all-regions' | 'to-be-determined' | 'national-body' | 'not-named', string>
  >;
  /** Text after the name of an erratum. */
  readonly corrects: Template<'edition'>;
  /** Title of the list of corrections in an erratum. */
  readonly corrections: string;
  readonly whatsNew: string;
  /** Line under the heading of the news: the edition with which this one is compared. */
  readonly since: Template<'edition'>;
  readonly added: string;
  readonly updated: string;
  readonly moved: string;
  readonly removed: string;
  /** The changed fields of an event, separated by commas. */
  readonly changedFields: Template<'fields'>;
  readonly nothingNew: string;
  /** Name of the field that states cancellation and postponement. */
  readonly status: string;
  /** Alternative text of a QR code. */
  readonly code: Template<'address'>;
  readonly changes: ChangeLabels;
  readonly remarks: RemarkLabels;
  readonly accessibility: AccessibilityLabels;
  readonly screen: ScreenLabels;
}

/** The accessibility statement of a published edition. */
interface AccessibilityLabels {
  readonly heading: string;
  /** Heading of the files. */
  readonly scope: string;
  /** Heading of the result of veraPDF for the PDF files, and the possible results. */
  readonly state: string;
  readonly passed: string;
  readonly failed: string;
  readonly notChecked: string;
  readonly notAssessed: string;
  /** Heading and list of the properties that the program ensures in every file. */
  readonly checked: string;
  readonly ensured: Readonly<Record<'structure' | 'languages' | 'pictures' | 'contrast' | 'text', string>>;
  /** Heading and list of the properties that a person must check. */
  readonly open: string;
  readonly unknown: Readonly<Record<'words' | 'foreign' | 'readers', string>>;
  readonly contact: string;
  readonly report: Template<'publisher'>;
}

/** Labels of reports on the changes from one edition to another. */
export interface ChangeLabels {
  readonly title: string;
  /** Separates a name from its value, such as ": ". */
  readonly colon: string;
  readonly fromTo: Template<'before' | 'after'>;
  /** Line of a report on two editions without differences. */
  readonly same: Template<'before' | 'after'>;
  readonly draftOf: Template<'date'>;
  readonly changes: Counted;
  readonly approvedBy: Template<'name' | 'date'>;
  readonly severity: string;
  readonly severities: Readonly<Record<'major' | 'minor' | 'typographic', string>>;
  /** Number of changes of each severity, and number of approved changes. */
  readonly counts: Readonly<Record<'major' | 'minor' | 'typographic' | 'approved', Counted>>;
  /**
   * Kinds of change to a whole object, such as an event. Changes to a field are named by the field unless they have
   * their own name.
   */
  readonly whole: Readonly<
    Record<
      | 'settings'
      | `event-${'added' | 'removed' | 'split' | 'merged' | 'moved'}`
      | `${'ids' | 'titles'}-swapped`
      | `${'theme' | 'side'}-${'added' | 'removed' | 'moved'}`,
      string
    >
  >;
  readonly splitFrom: Template<'title'>;
  readonly mergedInto: Template<'title'>;
  readonly swappedWith: Template<'title'>;
  /** Describes a move from one position in the programme to another. */
  readonly movedFromTo: Template<'before' | 'after'>;
  /** Position of an event in its theme, or of a theme in the programme. */
  readonly place: Template<'number'>;
  readonly placeInTheme: Template<'number' | 'theme'>;
  readonly id: string;
  /** Names of event fields by kind, if the programme has no heading for the field in the language. */
  readonly fields: Readonly<
    Record<
      | 'region'
      | 'category'
      | 'title'
      | 'description'
      | 'date'
      | 'time'
      | 'place'
      | 'price'
      | 'link'
      | 'email'
      | 'phone'
      | 'picture',
      string
    >
  >;
  /** The planned date in its machine-readable form, for calendars and filters. */
  readonly when: string;
  /** The times of an event in their machine-readable form, for calendars. */
  readonly occurrences: string;
  /** Regions of an event on a side, from the data. */
  readonly regionsOf: Template<'side'>;
  readonly columnHeading: Template<'column'>;
  /** Address, coordinates and access of a place in the list of places. */
  readonly placeDetails: Template<'place'>;
  readonly partText: Template<'part'>;
  readonly partSignature: Template<'part'>;
  /** Fields of the programme itself. */
  readonly programme: Readonly<
    Record<
      'title' | 'author' | 'subject' | 'date' | 'period' | 'introduction' | 'contents' | 'labels' | 'order',
      string
    >
  >;
  /** Names of the parts that the program generates. */
  readonly parts: Readonly<
    Record<'cover' | 'introduction' | 'contents' | 'whats-new' | 'themes' | 'indexes' | 'back-cover', string>
  >;
  readonly theme: Readonly<Record<'title' | 'introduction' | 'picture' | 'caption' | 'columns', string>>;
  readonly side: Readonly<Record<'name' | 'heading' | 'country', string>>;
  /** Heading of the changes that belong to no theme. */
  readonly wholeProgramme: string;
  /** Heading of values that were replaced in all events. */
  readonly everywhere: string;
  /** Heading of the differences that do not change printed text. */
  readonly untracked: string;
  /** States how many changes a short list omits. */
  readonly moreChanges: Counted;
  /** States the number of differences that do not change printed text, if these are not listed. */
  readonly untrackedCount: Counted;
  /** States how removed events are listed, and which edition contains their whole text. */
  readonly removedNote: Template<'edition'>;
  /** Heading of the approvals that no longer match, because their changes have been modified. */
  readonly lapsed: string;
  readonly about: Readonly<Record<'programme' | 'side' | 'theme' | 'event' | 'region' | 'place', string>>;
  /** Column headings, captions and controls of the tables; `nothing` fills the cell of a side without text. */
  readonly table: Readonly<
    Record<'summary' | 'theme' | 'total' | 'what' | 'before' | 'after' | 'nothing', string>
  >;
  readonly filter: {
    readonly heading: string;
    readonly region: string;
    /** Number of visible changes; the script of the report fills it in. */
    readonly shown: Template<'shown' | 'all'>;
    /** Switch that shows deletions and insertions in one text instead of side by side. */
    readonly together: string;
  };
  readonly skip: string;
  /** Legend of a report: the words for deleted and inserted text, formatted like such text. */
  readonly legend: Readonly<Record<'deleted' | 'inserted', string>>;
}

/** Labels of a proof sheet; the texts of the findings are messages. */
export interface RemarkLabels {
  /** Heading of the remarks. */
  readonly remarks: string;
  /** Text for screen readers before the number of a remark. */
  readonly remark: string;
  /** Text for screen readers if an event has no remarks. */
  readonly noRemarks: string;
  /** Label of the filter by rule. */
  readonly rule: string;
  /** Title of the remarks that do not belong to an event. */
  readonly onProgramme: string;
  readonly error: string;
  readonly warning: string;
  readonly note: string;
  /** Text before a hint. */
  readonly hint: string;
  /** A language whose dictionary is not installed, by its own name, and the package to install. */
  readonly spellingNotChecked: Template<'language' | 'package'>;
  /** States that remarks are in English, because the program has no messages in the language. */
  readonly inEnglish: string;
}

/** Labels that only the web page uses. */
export interface ScreenLabels {
  readonly skip: string;
  /** Heading of the filters. */
  readonly find: string;
  /** Label of the search field. */
  readonly words: string;
  readonly month: string;
  /** Filter option that sets no restriction. */
  readonly any: string;
  /** Number of visible events; the script of the page fills it in. */
  readonly shown: Template<'shown' | 'all'>;
  readonly clear: string;
  /** Label of the line that opens the filters, and of the button that removes a filter. */
  readonly filters: string;
  readonly remove: Template<'filter'>;
  /** Heading of the links to the same page in other languages. */
  readonly languages: string;
  /** Heading of the days that a reader can choose. */
  readonly days: string;
  readonly today: string;
  readonly tomorrow: string;
  readonly weekend: string;
  /** Label of the order of events, and its values. */
  readonly order: string;
  readonly asPrinted: string;
  readonly byTime: string;
  /** Heading of the events without exact days, in a list sorted by time. */
  readonly otherDates: string;
  /** Line that folds or unfolds the past events. */
  readonly past: Counted;
  /** Note on the time zones of all times, if the reader's device is in a different one. */
  readonly timesIn: Template<'zones'>;
  /** Button that downloads the calendar entry of an event. */
  readonly addToCalendar: string;
  /** Labels of the filter by place: the choice of a place, the distance from it, and sorting by distance. */
  readonly near: string;
  readonly within: string;
  readonly byDistance: string;
  /** The two groups of places to choose from. */
  readonly towns: string;
  readonly venues: string;
  /** Button that uses the position of the device, and the message if the position is not available. */
  readonly nearMe: string;
  readonly noPosition: string;
  /** Text for screen readers for the number of an event, which links to the event itself. */
  readonly linkTo: Template<'number'>;
  /** Text before the links to other languages and formats of the programme. */
  readonly files: string;
  /** Text on events that only earlier editions contain, under their heading. */
  readonly goneNote: string;
  readonly goneSince: Template<'edition'>;
  readonly notInCalendar: Counted;
  /** Heading of the list of editions. */
  readonly editions: string;
  /** Heading of the extracts of an edition, for regions, venues, days and so on. */
  readonly extracts: string;
  /** Heading of the extracts that could not be built, and of the events in no extract. */
  readonly notMade: string;
  readonly inNoExtract: string;
  /** Notes on the current edition and on a superseded edition. */
  readonly current: string;
  readonly superseded: Template<'edition'>;
  /** Note on an edition whose files have not been stored. */
  readonly notKept: string;
  /** Label of the file that contains the checksums of the other files. */
  readonly sums: string;
}

/** Texts of a Word file for corrections. */
interface CorrectionWords {
  /** Heading of the page with instructions. */
  readonly heading: string;
  /** Instructions; each line is a paragraph. */
  readonly howTo: readonly string[];
}

/** Texts of a Word file for a translator, in the target language. */
interface TranslationWords {
  /** Heading of the page with instructions. */
  readonly heading: string;
  /** Instructions; each line is a paragraph. */
  readonly howTo: readonly string[];
  /** Headings of the two columns. */
  readonly source: string;
  readonly target: string;
}

/** Texts of a sheet for verdicts. */
interface ReviewWords {
  /** Name of the sheet with lists. */
  readonly lists: string;
  readonly headings: Readonly<
    Record<'change' | 'place' | 'page' | 'what' | 'old' | 'new' | 'draft' | 'by' | 'verdict' | 'why', string>
  >;
  /** Values of a verdict cell. */
  readonly verdicts: Readonly<Record<'accept' | 'refuse', string>>;
  /**
   * Instructions for three kinds of cells: the verdict (`accept` for changes that cannot be refused), the other
   * wording, and the reason.
   */
  readonly prompts: Readonly<Record<'verdict' | 'accept' | 'new' | 'why', string>>;
}

/** Texts of an exported workbook that are not part of the programme. */
export interface SheetWords {
  readonly readMe: string;
  readonly lists: string;
  /** Names of the sheets for the settings of the programme. */
  readonly parts: Readonly<
    Record<'programme' | 'texts' | 'themes' | 'fields' | 'sides' | 'places' | 'design', string>
  >;
  /** Headings of the columns of these sheets. */
  readonly partHeadings: Readonly<
    Record<
      | 'id'
      | 'text'
      | 'title'
      | 'columns'
      | 'carry'
      | 'kind'
      | 'heading'
      | 'index'
      | 'internal'
      | 'emphasis'
      | 'placeholder'
      | 'value'
      | 'country'
      | 'name'
      | 'timezone'
      | 'aliases'
      | 'address'
      | 'postcode'
      | 'town'
      | 'coordinates'
      | 'access'
      | 'region',
      string
    >
  >;
  /** Descriptions of the rows of the programme sheet. */
  readonly programmeRows: Readonly<
    Record<
      | 'title'
      | 'subject'
      | 'author'
      | 'introduction'
      | 'contents'
      | 'date'
      | 'period'
      | 'timezone'
      | 'languages'
      | 'address',
      string
    >
  >;
  /** Descriptions of the rows of the design sheet. */
  readonly designRows: Readonly<
    Record<
      | 'paper'
      | 'orientation'
      | 'color.primary'
      | 'color.secondary'
      | 'color.foreground'
      | 'color.background'
      | 'accents'
      | 'logo.path'
      | 'logo.alt',
      string
    >
  >;
  /** Instructions for the workbook; each line is a row. */
  readonly howTo: readonly string[];
  /** Instructions for a workbook with settings; the first line states that it contains internal names. */
  readonly settingsHowTo: readonly string[];
  /** Headings of the table that explains the columns. */
  readonly table: Readonly<Record<'column' | 'heading' | 'holds', string>>;
  /** Headings of the sheet with lists. */
  readonly listHeadings: Readonly<
    Record<'theme' | 'status' | 'kind' | 'flag' | 'paper' | 'orientation', string>
  >;
  /**
   * Names of the languages of columns, by language code. If a code is missing, the name of the language in that
   * language is used.
   */
  readonly languages: Readonly<Partial<Record<string, string>>>;
  /** Headings of columns that are not printed. */
  readonly headings: Readonly<
    Record<
      'id' | 'theme' | 'when' | 'occurrences' | 'regions' | 'status' | 'timezone' | 'repeat' | 'accept',
      string
    >
  >;
  /** Descriptions of the columns; a column for a field is described by the kind of the field. */
  readonly holds: Readonly<
    Record<
      | 'id'
      | 'theme'
      | 'region'
      | 'category'
      | 'bodies'
      | 'title'
      | 'description'
      | 'text'
      | 'place'
      | 'date'
      | 'time'
      | 'price'
      | 'number'
      | 'link'
      | 'email'
      | 'phone'
      | 'picture'
      | 'when'
      | 'regions'
      | 'status'
      | 'occurrences'
      | 'timezone'
      | 'repeat'
      | 'accept',
      string
    >
  >;
}

/** Labels for a new dataset, for those that the imported spreadsheet does not provide. */
interface StarterWords {
  readonly contents: string;
  readonly author: string;
  readonly introduction: string;
  readonly columns: Readonly<Record<'region' | 'category' | 'title' | 'description' | 'date', string>>;
  /** Title of the theme if none is named. */
  readonly theme: string;
  /** Heading for times that share a cell with a date. */
  readonly time: string;
  /** Heading for places that a spreadsheet has as parallel columns. */
  readonly place: string;
  /** Heading for comments on cells. */
  readonly comments: string;
}

/** Several words or phrases, separated by `|`. */
type Words = string;

/** Precision of a date. */
type DatePrecision = 'day' | 'month' | 'quarter' | 'semester' | 'year';

/** Part of a month, quarter, semester or year without exact limits. */
export type RoughPart = 'early' | 'middle' | 'late';

/**
 * A named day: its month and day (MM-DD), or its distance in days from Easter of the Western or the Eastern church
 * (pascha). `other` is a day whose date differs by year or country.
 */
export type NamedDay =
  | `${'0' | '1'}${number}-${number}`
  | `${'easter' | 'pascha'}${'+' | '-'}${number}`
  | 'other';

/** Role of a word in a date phrase; a word may have several. */
export type DateRole =
  /** Means every day of the period that follows (daily). */
  | 'daily'
  /** May precede a date (in, on). */
  | 'lead'
  /** Precedes days (on), in a language with a different word before months. */
  | 'day'
  /** Precedes a year that is the whole date (throughout). */
  | 'whole'
  /** Has no meaning (the). */
  | 'article'
  /** Precedes a day of the week and means each such day in the period (every). */
  | 'every'
  /** Restricts a period to certain days of the week (only). */
  | 'only'
  /** Precedes excluded days (except). */
  | 'except'
  /** Occurs between the two days of a night, and nowhere else. */
  | 'overnight'
  | 'of'
  /** Occurs between a day of the week and a month (of the month). These words are also listed under `of`. */
  | 'month'
  | 'from'
  /** Begins a period like `from`, but needs no end. */
  | 'since'
  /** Begins a period whose end follows `and`. */
  | 'between'
  | 'to'
  /** Ends a period like `to`, but needs no start. */
  | 'until'
  /** Follows a date that begins an open period (onwards). */
  | 'onwards'
  /** Follows the last day of a period and means that this day is included (inclusive). */
  | 'inclusive'
  | 'and'
  /** Separates alternative dates; a phrase with such a word is not read. */
  | 'or';

/** Words from CLDR, written by `npm run generate`; where usage differs, other entries of the language override them. */
export interface CldrWords {
  /** Names of months without a day; in Russian the nominative. */
  readonly months: readonly string[];
  /** Names of months after a day; in Russian the genitive. */
  readonly monthsAfterDay: readonly string[];
  /** Days of the week, Monday first. */
  readonly weekdays: readonly string[];
  /** Short names of the days of the week, for a calendar. */
  readonly shortWeekdays: readonly string[];
  /** The word before the last item of a list: and. */
  readonly and: string;
}

/** How a language writes planned dates, such as `9–19 December 2021`. No-break spaces join numbers to their words. */
export interface DateWriting {
  readonly day: (day: number) => string;
  /** A word between day, month and year: 9 de mayo de 2026. */
  readonly of?: string;
  readonly quarter: (number: number) => string;
  readonly semester: (number: number) => string;
  readonly year: {
    /** A year alone. */
    readonly alone: (year: string) => string;
    /** A year after a day, month, quarter or semester, and next to a date in another year. */
    readonly after: (year: string) => string;
    readonly range: (first: string, last: string) => string;
  };
  /** The dash in ranges of words, between spaces. Between days of the same month it is always `–`, without spaces. */
  readonly dash: '–' | '—';
  /** Separator between a day of the week and its date. */
  readonly afterWeekday: ' ' | ', ';
  /** Whether a range of months is also written without spaces (April–May). */
  readonly monthsJoined: boolean;
  /** Writes a range in words, if the language prefers words to a dash. */
  readonly range?: (start: DateInWords, end: DateInWords) => string;
  readonly since: (date: DateInWords) => string;
  readonly until: (date: DateInWords) => string;
  /** Notes in brackets after an inexact or uncertain date: for the whole date, its start or its end. */
  readonly notes: Readonly<
    Record<'approximate' | 'uncertain', Readonly<Record<'both' | 'start' | 'end', string>>>
  >;
}

/** Words for writing times of day. In each list the first form is the preferred one; the others are recognised. */
export interface HourWriting {
  /** A time of day; the minute has two digits. */
  readonly clocks: readonly ((hour: number, minute: string) => string)[];
  readonly at: readonly Template<'start'>[];
  readonly span: readonly Template<'start' | 'end'>[];
  readonly since: readonly Template<'start'>[];
  readonly doors: readonly Template<'doors' | 'start'>[];
}

/** Words for writing prices. */
interface PriceWriting {
  readonly free: string;
  /** Words before or after a reduced price; the first is the preferred word. */
  readonly reduced: Words;
}

/** A date in words, with or without its year. */
export interface DateInWords {
  readonly words: string;
  readonly precision: DatePrecision;
  /** The same date with the form of the month that follows a day. */
  readonly afterDay: string;
}

/** Words for parsing dates; a full stop at the end of a word marks an abbreviation. */
interface DateReading {
  /** Other spellings and cases of the months, January first. */
  readonly months: readonly Words[];
  readonly weekdays: readonly Words[];
  /** Recurring days of the week (Mondays), Monday first. */
  readonly recurringWeekdays: readonly Words[];
  readonly weekend: Words;
  /** Recurring weekends, if no word for `every` is required (weekends). */
  readonly recurringWeekends: Words;
  /** Words for recurrence (every, daily), as the source of a regular expression. */
  readonly every: string;
  /** Recurring days of the week and groups of them (Mondays, weekends), as the source of a regular expression. */
  readonly recurring: string;
  /** Second parts of compounds that begin with a month or a day of the week (Junianfang, Samstagabend). */
  readonly compoundEnds?: Words;
  /** Ordinal numbers from first to fourth. */
  readonly ordinals: readonly Words[];
  /** The word `last` before a day of the week: the last Tuesday in May. */
  readonly last: Words;
  /** Endings of ordinal numbers in digits, as the source of a regular expression. */
  readonly ordinalEnding: string;
  /** Quarters and semesters with their number (Q1, H1). */
  readonly quarters: readonly Words[];
  readonly semesters: readonly Words[];
  /** `half` is half of a year or of a month; `fortnight` is only half of a month; `third` is a third of a month. */
  readonly units: Readonly<Record<'quarter' | 'semester' | 'half' | 'fortnight' | 'third', Words>>;
  /**
   * Words for a part of a month or year without exact days, and `about` (around, towards), which does not name a
   * part.
   */
  readonly rough: Readonly<Record<RoughPart | 'about', Words>>;
  readonly season: Words;
  readonly year: Words;
  readonly small: Readonly<Partial<Record<DateRole, Words>>>;
  readonly uncertain: Words;
  readonly approximate: Words;
  /** Words that label a date and are not part of it. */
  readonly label: Words;
  /** Names of days, mostly public holidays. */
  readonly namedDays: Readonly<Partial<Record<NamedDay, Words>>>;
  /** Words before the two days of a night: the night of 20 to 21 May. */
  readonly night: Words;
  readonly hours: HourReading;
  /** Words that refer to another source instead of giving the date. */
  readonly reference: Words;
  /** Whether the day comes first in 03/04/2021; otherwise such a date is not parsed. */
  readonly dayFirst: boolean;
  /** Whether a date such as `June 9, 2021`, with the month first, is read. */
  readonly monthFirst: boolean;
  /** Whether months are capitalised in running text; the same letters in lower case are then a different word. */
  readonly capitalMonths: boolean;
  /** Text before or after a day and month which shows that they are a name, for example of a street or a square. */
  readonly names: () => { readonly before?: RegExp; readonly after?: RegExp };
  /**
   * Words, matched in lower-case text, that show that a date is a deadline for applications and not the date of the
   * event.
   */
  readonly deadlines: () => {
    /** Words before a deadline: by, before. */
    readonly limit: RegExp;
    /** Words for applications: registration, deadline. */
    readonly application: RegExp;
    /**
     * Words in a date cell before a date that is not the date of the event: when the list was published or updated, or
     * the rain date.
     */
    readonly others: RegExp;
  };
}

/**
 * Words for parsing times of day, in addition to those of `DateReading.small` (from, to, until, between, and, or, the,
 * daily) and `DateReading.uncertain`. A word may be in several lists; its context decides.
 */
export interface HourReading {
  /** Words after an hour, or between hour and minutes: h, Uhr, o’clock. */
  readonly hour: Words;
  /** Words after minutes. */
  readonly minute: Words;
  /** Words after an hour of the 12-hour clock that give the half of the day: am, pm. */
  readonly am: Words;
  readonly pm: Words;
  /** Letters directly after an hour that stand for am and pm: 9a, 5p. */
  readonly amLetter?: Words;
  readonly pmLetter?: Words;
  /** Whether the 12-hour clock is usual: an hour from 1 to 8 without am or pm is then ambiguous. */
  readonly twelveHours: boolean;
  /** Whether 19-00 is a time. */
  readonly dashMinutes: boolean;
  /** Whether 19,30 is a time if it follows a word of `sign` or precedes a word of `hour`. */
  readonly commaMinutes?: true;
  /** Parts of the day, alone or next to an hour (8 in the evening). */
  readonly parts: Readonly<Record<'morning' | 'midday' | 'afternoon' | 'evening' | 'night', Words>>;
  readonly noon: Words;
  readonly midnight: Words;
  /** Words before an hour, with the number of minutes that they add to it (half past seven: 30; halb acht: -30). */
  readonly before: readonly (readonly [Words, number])[];
  /** Words after an hour, with the number of minutes that they add to it (midi et demi: 30). */
  readonly after: readonly (readonly [Words, number])[];
  /** Words before a start time: first a word without another meaning (at), then words that can have one (around). */
  readonly at: Words;
  /**
   * Words that are always followed by a time, so that a number after them is a time: a las 20, ore 20. They are also
   * in the other lists.
   */
  readonly sign?: Words;
  readonly from: Words;
  readonly to: Words;
  /** Words between the hour of arrival and the start: 7 for 7.30 pm. */
  readonly comeFor?: Words;
  readonly and: Words;
  /** Words before or after a time that mark it as the time of admission, start or end. */
  readonly doors: Words;
  readonly start: Words;
  readonly end: Words;
  readonly allDay: Words;
  /** Phrases for a time that is not fixed: to be announced, by appointment. */
  readonly open: Words;
  /** Words after a start time that leave the end open: onwards, till late. */
  readonly openEnd: Words;
  /** Labels of times, which are skipped: time, opening hours. */
  readonly names: Words;
  /** Words that have no effect on the times: sharp, daily. */
  readonly filler: Words;
  /** Words next to times that are not times of the event: box office, duration. */
  readonly aside: Words;
  /** Words that introduce what comes after the event, such as `followed by`. */
  readonly next: Words;
  /**
   * Names of time zones. A time with such a name is not read, because all times of a programme are in its own time
   * zone.
   */
  readonly zone: Words;
  readonly workdays: Words;
}

/** A pair of quotation marks. */
export interface QuotationMarks {
  readonly open: string;
  readonly close: string;
  /** Space inside the marks. */
  readonly space: string;
}

type FindingCode = keyof typeof english.findings;

/** A kind of place where a line break is not allowed, and the space that belongs there instead of an ordinary one. */
export interface Tie {
  readonly pattern: RegExp;
  /** The message that names the words that the space joins. */
  readonly what: Extract<FindingCode, `tie-${string}`>;
  /** The correct space. */
  readonly space: string;
}

/** Typographic conventions of a language. */
interface Typography {
  readonly quotes: readonly [outer: QuotationMarks, inner: QuotationMarks];
  /** Quotation marks that are also used in the reverse order: »…«. */
  readonly otherQuotes?: QuotationMarks;
  /** Punctuation marks that require a no-break space before them, with that space. */
  readonly spaceBefore: Readonly<Record<string, string>>;
  /** The dash between words, and the space before it. */
  readonly dash: { readonly sign: '–' | '—'; readonly before: string };
  /** Whether a dash may follow a comma. */
  readonly dashAfterComma: boolean;
  readonly ties: readonly Tie[];
}

/** Role of a spreadsheet column, by its heading. */
export type HeadingRole =
  /** Known columns that not every programme has: a venue, a price. */
  | 'other'
  /** Columns that are rarely published: contacts, remarks. */
  | 'internal'
  /** A date that is not the date of the event: deadline, ticket sale, publication. */
  | 'deadline'
  | 'when'
  | 'start'
  | 'end'
  | 'date'
  | 'status'
  | 'category'
  | 'description'
  | 'region'
  | 'body'
  | 'theme'
  | 'title'
  | 'id';

/**
 * Words that identify the headings of spreadsheets. A star matches any ending; an equals sign requires the whole
 * heading to match.
 */
interface Headings {
  readonly roles: Readonly<Record<HeadingRole, Words>>;
  /**
   * Words in headings of columns, such as budget, that some lists publish and others do not: the program asks the user.
   * Stars and equals signs have the same meaning as in `roles`.
   */
  readonly doubtful: Words;
  /** Heading words for prices that visitors pay. Amounts of money under another heading may be for colleagues. */
  readonly prices: Words;
  /**
   * Words that occur only in headings of title columns; other title words may also occur in the heading of a second
   * column next to the title column.
   */
  readonly plainTitle: Words;
  /** Kinds of events that serve as the heading of the title column; the whole heading must match (Film, What). */
  readonly kindsOfEvents: Words;
  /**
   * Words for times of day in a heading. If the heading also contains a word for dates, the column contains both dates
   * and times.
   */
  readonly times: Words;
  /** Heading words for the duration of events: the cells, such as 1 h, are then not times of day. */
  readonly durations: Words;
  /**
   * Headings for bodies that mean a town: next to a column of organisers, such a column states the place of the event.
   */
  readonly towns: Words;
  /** Headings of columns of people and of venues, without accents; `*` matches letters. */
  readonly people: Words;
  readonly venues: Words;
  /** Parts of words for a room or another place with parallel events (Saal 2, Main stage). */
  readonly places: Words;
  /** Names of languages by code: their names in this language, and the name of this language in other languages. */
  readonly languages: Readonly<Partial<Record<string, Words>>>;
  /** Codes of this language at the end of a heading, such as "Title (EN)". */
  readonly codes: Words;
  /** Words before the title of a theme, as in "Theme: sport". */
  readonly themePrefix: Words;
}

/** Words in spreadsheet cells with a known meaning. */
interface CellWords {
  /** Beginnings of words for the status of an event. */
  readonly statuses: Readonly<Record<'cancelled' | 'postponed' | 'sold-out' | 'planned', Words>>;
  readonly yes: Words;
  readonly no: Words;
  /**
   * Phrases for a body or region that is not yet decided, in addition to the phrases of `rules.open`; the source of a
   * regular expression.
   */
  readonly undecided: string;
  /** Phrases for all regions of a side, with or without a preposition; the source of a regular expression. */
  readonly everywhere: string;
  /** Words for free admission in a price column. */
  readonly free: Words;
  /** Names of currencies before and after an amount; sources of regular expressions. */
  readonly currencies: Readonly<Record<'before' | 'after', string>>;
  /** Marks that stand for the text of the cell above. */
  readonly ditto: Words;
  /** First words of rows with totals. */
  readonly totals: Words;
  /**
   * Lines above a list that describe the document and are not its title (approved by, annex 2, version of), as the
   * source of a regular expression.
   */
  readonly stamps: string;
  /**
   * How internal notes in lines and cells are recognised, as sources of regular expressions: phrases that mark their
   * whole line as internal (not for publication), and labels of notes in brackets ([internal: …]).
   */
  readonly forColleagues: Readonly<Record<'phrases' | 'labels', string>>;
  /** Words for numbered days, as in `Day 1`. */
  readonly numberedDay: Words;
}

/**
 * A pattern for a faulty phrase of function words. `pattern` needs the flag `g`. Add only patterns of whose matches in
 * a survey of programmes more than nine in ten were faults.
 */
interface GrammarPattern {
  readonly pattern: RegExp;
  /** The message that describes the fault. */
  readonly says: Extract<FindingCode, `fault-${string}`>;
  /** The likely correction. */
  readonly right?: (printed: string) => string;
  /** Whether the last word must be in the dictionary; needed if the pattern would also match foreign names. */
  readonly endsInKnown?: true;
}

/** Words of the proofing rules. */
interface RuleWords {
  /** Phrases that say that details will be announced later. */
  readonly open: RegExp;
  /** Fillers in place of text that has not been written yet. */
  readonly fillers: RegExp;
  /** Street addresses, which are not spell-checked. */
  readonly streets: RegExp;
  /** Places with any number of events at the same hour: online, various venues, outdoors. */
  readonly openPlaces: RegExp;
  readonly prices: {
    /** Names of currencies by code; signs and codes are already known. */
    readonly currencies: Readonly<Partial<Record<'EUR' | 'GBP' | 'USD' | 'CHF' | 'RUB', Words>>>;
    /** Words in a price column for free admission without any condition. */
    readonly free: Words;
    /** Phrases for free admission within a text. */
    readonly freeEntry: RegExp;
    /** Words before an admission price within a text. */
    readonly charges: Words;
    /**
     * Words for conditions of a price (members, children, before noon). A price in a sentence with such a word does not
     * contradict any other price.
     */
    readonly conditions: Words;
  };
  /** Numbers of seats within a text; the number is a named group. */
  readonly seats: RegExp;
  /** Words that need another word after them, so that no text can end with them. */
  readonly leading: Words;
  /** Words at the end of a text that show that its ellipsis is intended: and more, to be continued. */
  readonly goesOn: RegExp;
  /** Beginnings of texts that are not titles; words or regular expressions, separated by `|`. */
  readonly titles: {
    /** Prepositions, such as in, from and during: no title begins with one of them before a date. */
    readonly prepositions: Words;
    /** Phrases that begin a sentence, such as `as part of` and `on the occasion of`. */
    readonly openings: Words;
    /** Nouns such as organisation and holding, which are incomplete without an object (organisation of what?). */
    readonly bare: Words;
    /** Conjunctions and prepositions (and, of), which continue preceding text if they are in lower case. */
    readonly joints: Words;
    /** Verbs of sentences about the future. */
    readonly sentence: RegExp;
  };
  /**
   * Words that may correctly occur twice in a row: had had, nous nous. A word that is listed with a comma in front may
   * be doubled only at the start of a clause: eine Zeit, in der der Vertrag galt.
   */
  readonly doubled: Words;
  /** Doubled, missing or wrong function words. */
  readonly grammarPatterns: readonly GrammarPattern[];
  /** Function words, which identify the language of a text. */
  readonly functionWords: Words;
  /** Ordinal numbers with their ending, including misspelled ones: groups `number`, `ending`. */
  readonly ordinals: {
    readonly pattern: RegExp;
    /** The correct ending after the number. */
    readonly right: (number: string, ending: string) => string;
  };
  /**
   * Elements that are joined to a word without being part of it: elided articles before the word, a possessive after
   * it.
   */
  readonly attached?: { readonly before?: RegExp; readonly after?: RegExp };
  /**
   * A common key of the correct spellings of one word: organize and organise, color and colour, connaître and
   * connaitre.
   */
  readonly variantKey?: (word: string) => string;
  /**
   * For a word in a correct spelling that the dictionaries may lack, the spellings that they may list: connaître for
   * connaitre.
   */
  readonly respelt?: (word: string) => readonly string[];
  /** All ways to split a compound: bildgewaltig is Bild and gewaltig. */
  readonly parted?: (word: string) => readonly Parting[];
  /**
   * All ways to split a word that is not in the dictionary but can be formed by rules. Such a word counts as correct
   * unless it differs by a single typing error from a word in the dictionary.
   */
  readonly formed?: (word: string) => readonly Parting[];
  /**
   * Pairs of a letter without and with a diacritic that is often forgotten or wrongly added, such as aä, separated by
   * `|`.
   */
  readonly marks?: Words;
  /** Lower-case prefixes of whole words: cyber, био. */
  readonly prefixes: Words;
  /** Prefixes that require a hyphen: ex-, vice-. */
  readonly hyphenPrefixes?: Words;
  /** Endings for another gender or number that are appended to a word: directeur·rice, électeur(trice)s. */
  readonly addedEndings?: RegExp;
  /**
   * Words that the dictionaries lack, by a word with the same inflection, such as { семинар: 'вебинар' }, or under an
   * empty key.
   */
  readonly newWords: Readonly<Record<string, Words>>;
  /** Whether all nouns are capitalised, so that a capital letter does not indicate a name. */
  readonly capitalNouns?: true;
  /** Whether each word in titles of works has a capital letter (The Matrix Reboot). */
  readonly capitalTitles?: true;
  /**
   * Bodies that represent a country or a trade, not the town where they are located: consulates, embassies, chambers
   * of commerce.
   */
  readonly missions: RegExp;
  /** Bodies that represent a country other than the one in which they are located: consulates, embassies. */
  readonly embassies: RegExp;
  /** Names for kinds of regions. */
  readonly regionKinds: {
    /** Beginnings of words, with the kind of region. */
    readonly kinds: readonly (readonly [beginning: string, kind: 'oblast' | 'krai' | 'republic'])[];
    /** A name next to a kind: groups `name`, `kind`. */
    readonly phrases: readonly RegExp[];
    /** Endings of a name that occur only next to a kind. */
    readonly ending?: RegExp;
    /** Words for other kinds of regions, in any country. */
    readonly others: Words;
    /** Words that are not part of a name. */
    readonly fillers: Words;
  };
}

/** One way to split a compound. */
export interface Parting {
  /** Parts that must all be words. */
  readonly words: readonly string[];
  /** Part that must not be a word in lower case, because it would then not be a noun. */
  readonly noWord?: string;
}

/** Words that determine the meaning of a text: a change to one of them is more than a rewording. */
interface MeaningWords {
  /** Negations, without phrases that only look like a negation (not only). */
  readonly negations: RegExp;
  /**
   * Alternatives by kind, each with its synonyms; the second permission or duty is the opposite of the first. Replacing
   * an alternative with another of its kind is a major change. `*` matches letters, `#` a number or a date. Adding or
   * removing an alternative that begins with `!` is a major change too.
   */
  readonly alternatives: Readonly<Record<AlternativeKind, readonly Words[]>>;
  /**
   * Words (the same wildcards apply) that are not names, although they are capitalised in titles or at the start of
   * sentences.
   */
  readonly commonWords: Words;
  /** Words (the same wildcards apply) that are not names if they are at the beginning of a title or in title case. */
  readonly titleWords?: Words;
  /** Whole titles, without numbers and punctuation, that mean that a slot is not yet assigned. */
  readonly freeSlots: Words;
  /** Words next to the name of an audience that exclude everybody else: only. */
  readonly only: Words;
  /**
   * Words for practical information, such as admission, price, hours and directions (the same wildcards apply). In a
   * short sentence that contains such a word, replacing any word with another is a major change.
   */
  readonly practical: Words;
  /** Words that state no fact (the same wildcards apply): praise, invitations, verbs that fit any event. */
  readonly idle: Words;
  /**
   * Recognises verbs, adjectives and adverbs, by their ending, a lower-case first letter, or an article after them. It
   * is tested with the word, a space, and the next word.
   */
  readonly noNoun: RegExp;
  /** Prefixes that negate a word: unavailable, inaccessible. */
  readonly denyingPrefixes: Words;
  /** Thousands separator in addition to a space. */
  readonly groupMark?: string;
  /**
   * Words for cardinal and ordinal numbers in all their forms, by value, except compound numbers (twenty-one, deux
   * cents).
   */
  readonly numbers: Readonly<Record<number, Words>>;
  /** Words for “first” that do not form a number with the word before them: les vingt premiers. */
  readonly first?: Words;
  /** The word that joins two number words: a hundred and five, vingt et un, einundzwanzig. */
  readonly numberJoint?: string;
  /** Whether numbers are written as one word. */
  readonly closedNumbers?: true;
  /**
   * Beginnings of the part that follows a number within a word (zweistündig), as the source of a regular expression.
   */
  readonly numberCompounds?: string;
  /** Whether a full stop marks an ordinal number: 2. Tagung. */
  readonly ordinalStop?: true;
  /**
   * Lower-case words that are different words when capitalised (Polish, May); `nouns` if this can apply to any word.
   */
  readonly capitals: Words | 'nouns';
  /**
   * A word without its optional diacritics: those of Pétersbourg, naïve and Пётр are optional, that of pêche is not.
   */
  readonly plainMarks: (word: string) => string;
  /** Different phrases with the same meaning, as sources of regular expressions: half an hour, 30 minutes. */
  readonly wordings: Readonly<Record<string, string>>;
  /**
   * Abbreviations in names and addresses, in lower case without full stops, and the full words; `*` marks an
   * abbreviation at the end of a word.
   */
  readonly abbreviations: Readonly<Record<string, string>>;
  /** Phrases before a place or audience that may begin in lower case. */
  readonly beforePlaces: Words;
  /** Words that often precede the name of a place or person. */
  readonly beforeNames: Words;
  /** Declension endings of names. */
  readonly nameEnding?: RegExp;
  /** Endings of plurals and cases. */
  readonly formEnding?: RegExp;
  /** Endings of adjectives, in a language that capitalises nouns. */
  readonly adjectiveEnding?: RegExp;
}

/** Subjects of alternatives. */
type AlternativeKind =
  | 'status'
  | 'price'
  | 'admission'
  | 'permission'
  | 'duty'
  | 'opening'
  | 'payment'
  | 'sun'
  | 'order'
  | 'phase'
  | 'span'
  | 'currency'
  | 'length'
  | 'duration'
  | 'frequency'
  | 'dayTime'
  | 'direction'
  | 'side'
  | 'level'
  | 'way'
  | 'size'
  | 'age'
  | 'setting'
  | 'catering'
  | 'colour'
  | 'faith'
  | 'place'
  | 'audience'
  | 'rank'
  | 'weather'
  | 'address'
  | 'role'
  | 'body'
  | 'weekday'
  | 'season'
  | 'supply'
  | 'language';

/** Hyphenation patterns from the package `hyphen`. */
export interface Hyphenator {
  hyphenateSync(text: string, options: { hyphenChar: string }): string;
}

/** All messages of the program, by area. */
type Messages = { readonly [Area in keyof typeof english]: Translated<(typeof english)[Area]> };

/** All data of a language. */
export interface Language {
  /**
   * The language with the country whose spelling it follows (BCP 47), which is also Word's name for the dictionary
   * (`en-GB`).
   */
  readonly tag: string;
  /** Name of the language in the language itself, and its English name. */
  readonly name: string;
  readonly englishName: string;
  /** A script that the fonts support. */
  readonly script: 'Latin' | 'Cyrillic';
  /** The letters in alphabetical order; a letter with a diacritic that is not listed sorts as the plain letter. */
  readonly alphabet: string;
  /** Articles before names that are not part of them. */
  readonly articles: Words;
  /** Words in names that have several spellings, in lower case without accents (`{ st: 'saint' }`). */
  readonly spellingsInNames: Readonly<Record<string, string>>;
  /** The plural form of a noun after a whole number. */
  readonly plural: (count: number) => PluralForm;
  readonly cldr: CldrWords;
  readonly labels: Labels;
  readonly sheet: SheetWords;
  readonly corrections: CorrectionWords;
  readonly translation: TranslationWords;
  readonly review: ReviewWords;
  readonly starter: StarterWords;
  /** The field separator of CSV files: a semicolon if the comma is the decimal separator. */
  readonly csvSeparator: ',' | ';';
  readonly dates: { readonly write: DateWriting; readonly read: DateReading };
  readonly hours: HourWriting;
  readonly prices: PriceWriting;
  readonly typography: Typography;
  readonly headings: Headings;
  readonly cells: CellWords;
  /** Words in column headings, in lower case without accents; `*` matches letters. */
  readonly columnWords: {
    /** Venues and rooms. */
    readonly places: Words;
    /** Bodies and persons: organiser, speaker. */
    readonly names: Words;
    /** Numbers of seats. */
    readonly seats: Words;
    readonly addresses: Words;
    /** Columns with the address and position of a place; the whole heading consists of these words. */
    readonly postcodes: Words;
    readonly towns: Words;
    readonly latitudes: Words;
    readonly longitudes: Words;
    readonly coordinates: Words;
    /** Columns with picture files, and columns with the texts for these pictures. */
    readonly pictures: Words;
    readonly alternatives: Words;
    readonly captions: Words;
    readonly credits: Words;
  };
  readonly rules: RuleWords;
  readonly meaning: MeaningWords;
  readonly hyphenation: () => Promise<{ default: Hyphenator }>;
  /** Messages of the program; without them, messages are in English. */
  readonly messages?: () => Promise<Messages>;
  /**
   * npm packages of the Hunspell dictionaries (index.aff, index.dic); a word is correct if it is in any of them. A
   * package whose licence forbids bundling is used if it is installed. Without the first package, the language is not
   * spell-checked.
   */
  readonly dictionaries: readonly [first: string, ...others: string[]];
}

/** The parts of a language that contain regular expressions. */
type Patterned = 'typography' | 'rules' | 'meaning';

/**
 * Defines a language. Parts with regular expressions are created on first use and then cached, because V8 parses
 * `\p{…}` when it creates an expression: creating the expressions of four languages at start-up took longer than a
 * build takes to use them.
 */
export function language(
  written: Omit<Language, Patterned> & { readonly [Part in Patterned]: () => Language[Part] },
): Language {
  const typography = once(written.typography);
  const rules = once(written.rules);
  const meaning = once(written.meaning);
  return {
    ...written,
    get typography() {
      return typography();
    },
    get rules() {
      return rules();
    },
    get meaning() {
      return meaning();
    },
  };
}

function once<T>(make: () => T): () => T {
  let made: T | undefined;
  return () => {
    made ??= make();
    return made;
  };
}

/** No-break space. */
export const NBSP = '\u00a0';
/** Narrow no-break space. */
export const NARROW_NBSP = '\u202f';

/**
 * Digits in groups of three, for languages that separate such groups with a space. Telephone numbers do not match,
 * because their groups differ.
 */
export const GROUPED_DIGITS: Tie = {
  pattern: /(?<!\d ?)[1-9]\d{0,2}(?: \d{3})+(?! ?\d)/gu,
  what: 'tie-digits',
  space: NARROW_NBSP,
};

/** Filler text (lorem ipsum): from the start of any of its sentences to the end of the line. */
export const FILLER_LATIN =
  /(?<!\p{L})(?:lorem ipsum|dolor sit amet|consectetur adipi|sed do eiusmod|ut enim ad minim|duis aute irure|excepteur sint occaecat|sed ut perspiciatis)[^\n]*/giu;
/** Crosses in place of words or figures. Three capital letters can also be a Roman numeral: the XXX festival. */
export const FILLER_CROSSES =
  /(?<![\p{L}\p{N}])(?:x{3,}|X{4,}|х{3,}|Х{4,}|(?<![^\n])ХХХ(?![^\n])|(?<![^\n])XXX(?![^\n])|(?:xx|XX|xxx|XXX)(?=[ \u00a0]?(?:€|£|\$|₽|EUR|CHF|Uhr(?!\p{L})|h(?!\p{L})))|(?<=[€£$][ \u00a0]?)(?:xx|XX)|(?:xx|XX)[.:](?:xx|XX)(?:[.:](?:\d{2,4}|xx(?:xx)?|XX(?:XX)?))?|TODO(?=:)|(?<![^\n])TODO(?![^\n]))(?![\p{L}\p{N}])/gu;

/** A word without the diacritics of its Latin letters. */
export function withoutMarks(word: string): string {
  return word
    .normalize('NFD')
    .replace(/(\p{Script=Latin})\p{M}+/gu, '$1')
    .normalize('NFC');
}

/** Source of a regular expression that matches where no letter or digit follows. */
export const WORD_ENDS = String.raw`(?![\p{L}\p{M}\p{N}])`;

/** Roman numerals of quarters and semesters. */
export const ROMAN = ['I', 'II', 'III', 'IV'];
