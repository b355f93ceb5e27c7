/**
 * The definition of a language: everything that differs between languages, as data and small functions. Each language
 * has a file of its own in this folder; docs/add-a-language.md describes how to add one. These files do not import
 * anything from the program.
 */

import type * as english from './en/messages/index.ts';
import type { Counted, PluralForm, Template, Translated } from './messages.ts';

/** Labels that the program adds to a publication. The texts of a programme itself are in its data. */
export interface Labels {
  readonly introduction: string;
  /** Titles of parts whose text has no title. */
  readonly parts: Readonly<Record<'foreword' | 'practical-information' | 'colophon', string>>;
  readonly draft: string;
  /** The name of an edition; `date` is a date in words. */
  readonly edition: Template<'name' | 'date'>;
  readonly events: Counted;
  /** Heading of the column with the event numbers. */
  readonly number: string;
  /** Text for screen readers in place of the dash in an empty cell. */
  readonly notStated: string;
  readonly page: string;
  /**
   * Description of the table of a theme for screen readers. `events` is the number of events with its noun, such as "3
   * events".
   */
  readonly tableDescription: Template<'theme' | 'events'>;
  readonly cancelled: string;
  readonly postponed: string;
  readonly 'sold-out': string;
  /** Line on the cover of an extract that states how many of all events it contains. */
  readonly eventsOf: Counted<'part'>;
  /** Label, in an extract, of an event that concerns every region of the side. */
  readonly allRegions: string;
  /** Text, in an extract, before the titles of the themes without events in the extract. */
  readonly themesWithoutEvents: string;
  /** Title of the index of the regions and places on a side. */
  readonly placeIndex: Template<'side'>;
  /** Title of the index of a field's values. */
  readonly fieldIndex: Template<'field'>;
  readonly dateIndex: string;
  /** Heading of events without a date. */
  readonly dateOpen: string;
  /** Heading of events whose printed date is neither a day nor a period, such as “every Thursday in July”. */
  readonly dateInWords: string;
  /** Heading, in a programme by day, of the multi-day events. */
  readonly severalDays: string;
  /** Text, in a programme by day, before the names of multi-day events that also take place on the day. */
  readonly alsoOnDay: string;
  /** The heading of a group of events when it is repeated on a later page. */
  readonly continued: Template<'heading'>;
  /** Title of the timetable of a day. */
  readonly timetable: Template<'day'>;
  /** Description of the timetable for screen readers; `timetable` is its title. */
  readonly timetableDescription: Template<'timetable'>;
  /**
   * Heading, in a timetable, of the column with the hours; `allPlaces` is the heading of events for all places,
   * `otherPlaces` that of events without a place.
   */
  readonly hours: string;
  readonly allPlaces: string;
  readonly otherPlaces: string;
  /** Headings of events that have no region on a side, by the reason for this. */
  readonly withoutRegion: Readonly<
    Record<'all-regions' | 'to-be-determined' | 'national-body' | 'not-named', string>
  >;
  /** Text after the name of an erratum. */
  readonly corrects: Template<'edition'>;
  /** Title of the list of corrections in an erratum. */
  readonly corrections: string;
  readonly whatsNew: string;
  /** Line below the heading of the part “What’s new” that names the edition with which this one is compared. */
  readonly since: Template<'edition'>;
  readonly added: string;
  readonly updated: string;
  readonly moved: string;
  readonly removed: string;
  /** States which fields of an event changed; `fields` are their names, separated by commas. */
  readonly changedFields: Template<'fields'>;
  readonly nothingNew: string;
  /** Name of the field that states whether an event is cancelled, postponed or sold out. */
  readonly status: string;
  /** Alternative text of a QR code. */
  readonly code: Template<'address'>;
  readonly changes: ChangeLabels;
  readonly remarks: RemarkLabels;
  readonly accessibility: AccessibilityLabels;
  readonly screen: ScreenLabels;
}

/** Labels of the accessibility statement of a published edition. */
interface AccessibilityLabels {
  readonly heading: string;
  /** Heading of the list of files to which the statement applies. */
  readonly scope: string;
  /**
   * Heading of the veraPDF result for the PDF files; `passed`, `failed`, `notChecked` and `notAssessed` are the
   * possible results.
   */
  readonly state: string;
  readonly passed: string;
  readonly failed: string;
  readonly notChecked: string;
  readonly notAssessed: string;
  /** Heading of the properties that the program ensures in every file, which are listed below it. */
  readonly checked: string;
  readonly ensured: Readonly<Record<'structure' | 'languages' | 'pictures' | 'contrast' | 'text', string>>;
  /** Heading of the properties that a person must check, which are listed below it. */
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
  /** Text of a report on two editions without differences. */
  readonly same: Template<'before' | 'after'>;
  readonly draftOf: Template<'date'>;
  readonly changes: Counted;
  readonly approvedBy: Template<'name' | 'date'>;
  readonly severity: string;
  readonly severities: Readonly<Record<'major' | 'minor' | 'typographic', string>>;
  /** Number of changes of each severity, and number of approved changes. */
  readonly counts: Readonly<Record<'major' | 'minor' | 'typographic' | 'approved', Counted>>;
  /**
   * Names of the kinds of changes to a whole object, such as an event. A change to a field has the name of the field
   * unless its kind is named here.
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
  /** Note that states from which position in the programme to which other position an object was moved. */
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
  /** Name of the machine-readable planned date, which calendars and filters use. */
  readonly when: string;
  /** Name of the machine-readable times of an event, which calendars use. */
  readonly occurrences: string;
  /** Name of the regions of an event on a side. */
  readonly regionsOf: Template<'side'>;
  readonly columnHeading: Template<'column'>;
  /** Name of the details of a place: its address, coordinates and accessibility in the list of places. */
  readonly placeDetails: Template<'place'>;
  readonly partText: Template<'part'>;
  readonly partSignature: Template<'part'>;
  /** Names of the fields of the programme itself. */
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
  /** Heading of the changes that do not belong to a theme. */
  readonly wholeProgramme: string;
  /** Heading of values that were replaced in all events. */
  readonly everywhere: string;
  /** Heading of the differences that do not change printed text. */
  readonly untracked: string;
  /** States how many changes a short list omits. */
  readonly moreChanges: Counted;
  /** States how many differences do not change the printed text, if the report does not list these differences. */
  readonly untrackedCount: Counted;
  /** States how removed events are listed, and which edition contains their complete text. */
  readonly removedNote: Template<'edition'>;
  /** Heading of the approvals that no longer apply, because the approved text has changed since. */
  readonly lapsed: string;
  readonly about: Readonly<Record<'programme' | 'side' | 'theme' | 'event' | 'region' | 'place', string>>;
  /**
   * Column headings, captions and controls of the tables. `nothing` is printed in a cell if one of the editions has no
   * text.
   */
  readonly table: Readonly<
    Record<'summary' | 'theme' | 'total' | 'what' | 'before' | 'after' | 'nothing', string>
  >;
  readonly filter: {
    readonly heading: string;
    readonly region: string;
    /** Number of visible changes; the script of the report fills it in. */
    readonly shown: Template<'shown' | 'all'>;
    /** Option to show deletions and insertions in a single text instead of side by side. */
    readonly together: string;
  };
  readonly skip: string;
  /** Legend of a report, that is, the words for deleted and inserted text, each formatted like such text. */
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
  /**
   * States that the dictionary of a language is not installed, and which package to install. `language` is the name of
   * the language in that language.
   */
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
  /** Filter option for no restriction. */
  readonly any: string;
  /** Number of visible events; the script of the page fills it in. */
  readonly shown: Template<'shown' | 'all'>;
  readonly clear: string;
  /** Label of the line that opens the filters; `remove` is the label of the button that removes a filter. */
  readonly filters: string;
  readonly remove: Template<'filter'>;
  /** Heading of the links to the same page in other languages. */
  readonly languages: string;
  /** Heading of the days that a reader can choose. */
  readonly days: string;
  readonly today: string;
  readonly tomorrow: string;
  readonly weekend: string;
  /** Label of the control that selects the order of events; `asPrinted` and `byTime` are the possible orders. */
  readonly order: string;
  readonly asPrinted: string;
  readonly byTime: string;
  /** Heading of the events without exact days, in a list sorted by time. */
  readonly otherDates: string;
  /** Line that shows or hides past events. */
  readonly past: Counted;
  /** Note that states the time zones of all times, shown if the reader's device is in a different time zone. */
  readonly timesIn: Template<'zones'>;
  /** Button that downloads the calendar entry of an event. */
  readonly addToCalendar: string;
  /**
   * Label of the filter by place; `within` is the label of the distance from the place, `byDistance` that of sorting by
   * distance.
   */
  readonly near: string;
  readonly within: string;
  readonly byDistance: string;
  /** Names of the two groups of places in this filter. */
  readonly towns: string;
  readonly venues: string;
  /** Button that uses the position of the device; `noPosition` is the message if the position is not available. */
  readonly nearMe: string;
  readonly noPosition: string;
  /** Text for screen readers on the number of an event, which is a link to that event. */
  readonly linkTo: Template<'number'>;
  /** Text before the links to the programme in other languages and formats. */
  readonly files: string;
  /** Text below the heading of events that only earlier editions contain. */
  readonly goneNote: string;
  readonly goneSince: Template<'edition'>;
  readonly notInCalendar: Counted;
  /** Heading of the list of editions. */
  readonly editions: string;
  /** Heading of the extracts of an edition, for regions, venues, days and so on. */
  readonly extracts: string;
  /** Heading of the extracts that could not be built and of the events that no extract contains. */
  readonly notMade: string;
  readonly inNoExtract: string;
  /** Note on the current edition; `superseded` is the note on an edition that a newer one has replaced. */
  readonly current: string;
  readonly superseded: Template<'edition'>;
  /** Note on an edition whose files have not been stored. */
  readonly notKept: string;
  /** Label of the file with the checksums of all other files of an edition. */
  readonly sums: string;
}

/** Texts in a Word file for corrections. */
interface CorrectionWords {
  /** Heading of the page with instructions. */
  readonly heading: string;
  /** Instructions; each line is a paragraph. */
  readonly howTo: readonly string[];
}

/** Texts in a Word file for a translator, in the target language. */
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
  /** The values that a verdict cell can contain. */
  readonly verdicts: Readonly<Record<'accept' | 'refuse', string>>;
  /**
   * Instructions for the cells of a verdict (`accept` for changes that cannot be refused), of a different wording
   * (`new`) and of the reason (`why`).
   */
  readonly prompts: Readonly<Record<'verdict' | 'accept' | 'new' | 'why', string>>;
}

/** Texts in an exported workbook that are not part of the programme. */
export interface SheetWords {
  readonly readMe: string;
  readonly lists: string;
  /** Names of the sheets that contain the settings of the programme. */
  readonly parts: Readonly<
    Record<'programme' | 'texts' | 'themes' | 'fields' | 'sides' | 'places' | 'design', string>
  >;
  /** Headings of the columns in the sheets that contain the settings of the programme. */
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
  /** Instructions for the workbook; each line is written to a row. */
  readonly howTo: readonly string[];
  /** Instructions for a workbook with settings; the first line states that it contains internal names. */
  readonly settingsHowTo: readonly string[];
  /** Headings of the table that explains the columns. */
  readonly table: Readonly<Record<'column' | 'heading' | 'holds', string>>;
  /** Headings in the sheet with lists. */
  readonly listHeadings: Readonly<
    Record<'theme' | 'status' | 'kind' | 'flag' | 'paper' | 'orientation', string>
  >;
  /**
   * Names of languages for column headings, by language code. If a code is missing, the name of the language in that
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

/** Labels for a new dataset that are used if the imported spreadsheet does not contain any. */
interface StarterWords {
  readonly contents: string;
  readonly author: string;
  readonly introduction: string;
  readonly columns: Readonly<Record<'region' | 'category' | 'title' | 'description' | 'date', string>>;
  /** Title of the theme if the spreadsheet does not name one. */
  readonly theme: string;
  /** Heading for times that are in the same cell as a date. */
  readonly time: string;
  /** Heading for places if each place is a separate column in the spreadsheet. */
  readonly place: string;
  /** Heading for comments on cells. */
  readonly comments: string;
}

/** Several words or phrases, separated by `|`. */
type Words = string;

/** Precision of a date. */
type DatePrecision = 'day' | 'month' | 'quarter' | 'semester' | 'year';

/** A part of a month, quarter, semester or year without exact limits. */
export type RoughPart = 'early' | 'middle' | 'late';

/**
 * A named day, such as a holiday: its month and day (MM-DD), or its distance in days from Easter in the Western or
 * Eastern church (`pascha`). `other` is a day whose date depends on the year or country in another way.
 */
export type NamedDay =
  | `${'0' | '1'}${number}-${number}`
  | `${'easter' | 'pascha'}${'+' | '-'}${number}`
  | 'other';

/** The role of a word in a date phrase. A word may have several roles. */
export type DateRole =
  /** A word for every day of a period, such as "daily". */
  | 'daily'
  /** A word that can precede a date, such as "in" or "on". */
  | 'lead'
  /** A word before days, such as "on", in a language that uses a different word before months. */
  | 'day'
  /** A word before a year that is the complete date, such as "throughout". */
  | 'whole'
  /** A word without a meaning in dates, such as "the". */
  | 'article'
  /** A word before a day of the week that stands for each such day in the period, such as "every". */
  | 'every'
  /** A word that restricts a period to certain days of the week, such as "only". */
  | 'only'
  /** A word before excluded days, such as "except". */
  | 'except'
  /** A word that occurs only between the two days of a night. */
  | 'overnight'
  | 'of'
  /** Words between a day of the week and a month, such as "of the month". Such words are also listed under `of`. */
  | 'month'
  | 'from'
  /** A word that begins a period, like `from`, but does not require an end. */
  | 'since'
  /** A word that begins a period whose end follows `and`. */
  | 'between'
  | 'to'
  /** A word before the end of a period, like `to`, that does not require a start. */
  | 'until'
  /** A word after a date that begins an open period, such as "onwards". */
  | 'onwards'
  /** A word after the last day of a period which states that this day is included, such as "inclusive". */
  | 'inclusive'
  | 'and'
  /** A word between alternative dates. A phrase with such a word is not parsed. */
  | 'or';

/**
 * Words from CLDR, which `npm run generate` writes. Where actual usage differs, other entries of the language override
 * them.
 */
export interface CldrWords {
  /** Names of months without a day; in Russian, in the nominative. */
  readonly months: readonly string[];
  /** Names of months after a day; in Russian, in the genitive. */
  readonly monthsAfterDay: readonly string[];
  /** Days of the week, Monday first. */
  readonly weekdays: readonly string[];
  /** Short names of the days of the week, for a calendar. */
  readonly shortWeekdays: readonly string[];
  /** The word before the last item of a list, such as "and". */
  readonly and: string;
}

/** How a language writes planned dates, such as `9–19 December 2021`. No-break spaces join numbers to their words. */
export interface DateWriting {
  readonly day: (day: number) => string;
  /** A word between day, month and year, as in "9 de mayo de 2026". */
  readonly of?: string;
  readonly quarter: (number: number) => string;
  readonly semester: (number: number) => string;
  readonly year: {
    /** Writes a year that is the whole date. */
    readonly alone: (year: string) => string;
    /** Writes a year after a day, month, quarter or semester, and next to a date in another year. */
    readonly after: (year: string) => string;
    readonly range: (first: string, last: string) => string;
  };
  /**
   * The dash in a range of words, which has a space on each side. Between days of the same month, the dash is always
   * `–` without spaces.
   */
  readonly dash: '–' | '—';
  /** Separator between a day of the week and its date. */
  readonly afterWeekday: ' ' | ', ';
  /** Whether a range of months is also written without spaces (April–May). */
  readonly monthsJoined: boolean;
  /** Writes a range in words, if the language prefers words to a dash. */
  readonly range?: (start: DateInWords, end: DateInWords) => string;
  readonly since: (date: DateInWords) => string;
  readonly until: (date: DateInWords) => string;
  /** Notes in brackets after an approximate or uncertain date, about the whole date, its start or its end. */
  readonly notes: Readonly<
    Record<'approximate' | 'uncertain', Readonly<Record<'both' | 'start' | 'end', string>>>
  >;
}

/**
 * Forms in which times of day are written. The first form in each list is the preferred one; the others are only
 * recognised.
 */
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
  /** The words of the date with the month in the form that is used after a day. */
  readonly afterDay: string;
}

/** Words for parsing dates. A full stop at the end of a word marks an abbreviation. */
interface DateReading {
  /** Other spellings and grammatical cases of the names of the months, beginning with January. */
  readonly months: readonly Words[];
  readonly weekdays: readonly Words[];
  /**
   * Weekdays in two letters, beginning with Monday, if some of them are also common words, such as French "sa" and "me".
   * They are weekdays only if no word follows them.
   */
  readonly twoLetterWeekdays?: readonly Words[];
  /** Words for recurring days of the week (Mondays), beginning with Monday. */
  readonly recurringWeekdays: readonly Words[];
  readonly weekend: Words;
  /** Words for recurring weekends that do not require a word for `every` (weekends). */
  readonly recurringWeekends: Words;
  /**
   * Words that mean every day from Monday to Friday, such as "weekdays"; words that may include Saturday ("werktags")
   * are not listed.
   */
  readonly workdays: Words;
  /** Words for recurrence (every, daily), as the source of a regular expression. */
  readonly every: string;
  /** Recurring days of the week and groups of them (Mondays, weekends), as the source of a regular expression. */
  readonly recurring: string;
  /** Second parts of compounds that begin with a month or a day of the week (Junianfang, Samstagabend). */
  readonly compoundEnds?: Words;
  /** Ordinal numbers from first to fourth. */
  readonly ordinals: readonly Words[];
  /** The word "last" before a day of the week, as in "the last Tuesday in May". */
  readonly last: Words;
  /** Endings of ordinal numbers that are written in digits, as the source of a regular expression. */
  readonly ordinalEnding: string;
  /** Quarters with their number, such as Q1; `semesters` are semesters with their number, such as H1. */
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
  /** Words before the number of a week in the year. */
  readonly week: Words;
  readonly year: Words;
  readonly small: Readonly<Partial<Record<DateRole, Words>>>;
  readonly uncertain: Words;
  readonly approximate: Words;
  /** Words that label a date and are not part of it. */
  readonly label: Words;
  /** Names of days, mostly public holidays. */
  readonly namedDays: Readonly<Partial<Record<NamedDay, Words>>>;
  /** Words before the two days of a night, as in "the night of 20 to 21 May". */
  readonly night: Words;
  readonly hours: HourReading;
  /** Words that refer to another source for the date instead of stating it. */
  readonly reference: Words;
  /** Whether the day precedes the month in dates such as 03/04/2021. If not, the order of such dates is unknown. */
  readonly dayFirst: boolean;
  /** Whether dates in which the month precedes the day, such as `June 9, 2021`, are parsed. */
  readonly monthFirst: boolean;
  /** Whether months are capitalised in running text, so that the same word in lower case is not a month. */
  readonly capitalMonths: boolean;
  /** Text before or after a day and month that shows that they are a name, for example of a street or square. */
  readonly names: () => { readonly before?: RegExp; readonly after?: RegExp };
  /**
   * Words, matched in lower-case text, that show that a date is a deadline for applications and not the date of the
   * event.
   */
  readonly deadlines: () => {
    /** Words before a deadline, such as "by" and "before". */
    readonly limit: RegExp;
    /** Words about applications, such as "registration" and "deadline". */
    readonly application: RegExp;
    /**
     * Words in a date cell before a date that is not that of the event, such as a rain date or the date on which the
     * list was published or updated.
     */
    readonly others: RegExp;
  };
}

/**
 * Words for parsing times of day, in addition to those of `DateReading.small` (from, to, until, between, and, or, the,
 * daily) and `DateReading.uncertain`. A word may be in several lists; its meaning then depends on the context.
 */
export interface HourReading {
  /** Words after an hour, or between hour and minutes, such as "h", "Uhr" and "o’clock". */
  readonly hour: Words;
  /** Words after the minutes of a time, such as "min". */
  readonly minute: Words;
  /**
   * Words for the first half of the day after an hour of the 12-hour clock, such as "am"; `pm` are those for the second
   * half.
   */
  readonly am: Words;
  readonly pm: Words;
  /** A letter directly after an hour that stands for "am", as in 9a; `pmLetter` stands for "pm", as in 5p. */
  readonly amLetter?: Words;
  readonly pmLetter?: Words;
  /** Whether the 12-hour clock is usual, so that an hour from 1 to 8 without am or pm is ambiguous. */
  readonly twelveHours: boolean;
  /** Whether 19-00 can be a time. */
  readonly dashMinutes: boolean;
  /** Whether 19,30 is a time after a word in `sign` or before a word in `hour`. */
  readonly commaMinutes?: true;
  /** Parts of the day, alone or next to an hour (8 in the evening). */
  readonly parts: Readonly<Record<'morning' | 'midday' | 'afternoon' | 'evening' | 'night', Words>>;
  readonly noon: Words;
  readonly midnight: Words;
  /** Words before an hour, with the number of minutes that they add to it (half past seven: 30; halb acht: -30). */
  readonly before: readonly (readonly [Words, number])[];
  /** Words after an hour, with the number of minutes that they add to it (midi et demi: 30, sharp: 0). */
  readonly after: readonly (readonly [Words, number])[];
  /**
   * Words before a start time. The first one is a word without any other meaning (at); the others, such as "around",
   * can also have another meaning.
   */
  readonly at: Words;
  /**
   * Words that are always followed by a time, so that a number after them is a time, as in "a las 20" and "ore 20".
   * These words are also in the other lists.
   */
  readonly sign?: Words;
  readonly from: Words;
  readonly to: Words;
  /** Words between the time of arrival and the start, as in "7 for 7.30 pm". */
  readonly comeFor?: Words;
  readonly and: Words;
  /**
   * Words before or after a time that mark it as the time of admission; `start` and `end` are those for the start and
   * the end.
   */
  readonly doors: Words;
  readonly start: Words;
  readonly end: Words;
  readonly allDay: Words;
  /** Phrases for a time that is not fixed, such as "to be announced" and "by appointment". */
  readonly open: Words;
  /** Words after a start time that leave the end open, such as "onwards" and "till late". */
  readonly openEnd: Words;
  /** Labels before times, such as "time" and "opening hours", which are skipped. */
  readonly names: Words;
  /** Words that do not affect times, such as "sharp" and "daily". */
  readonly filler: Words;
  /** Words next to times that are not those of the event, such as "box office" and "duration". */
  readonly aside: Words;
  /** Words that introduce what comes after the event, such as `followed by`. */
  readonly next: Words;
  /**
   * Names of time zones. A time with such a name is not parsed, because all times in a programme are in the time zone
   * of the programme.
   */
  readonly zone: Words;
  readonly workdays: Words;
}

/** A pair of quotation marks. */
export interface QuotationMarks {
  readonly open: string;
  readonly close: string;
  /** The space inside the marks. */
  readonly space: string;
}

type FindingCode = keyof typeof english.findings;

/**
 * A pattern for places in a text at which no line break is allowed, and the space that is required there instead of an
 * ordinary one.
 */
export interface Tie {
  readonly pattern: RegExp;
  /** The message about the words on both sides of the space. */
  readonly what: Extract<FindingCode, `tie-${string}`>;
  /** The correct space. */
  readonly space: string;
}

/** Typographic conventions of a language. */
interface Typography {
  readonly quotes: readonly [outer: QuotationMarks, inner: QuotationMarks];
  /** Alternative quotation marks in reverse order: »…«. */
  readonly otherQuotes?: QuotationMarks;
  /** Punctuation marks that must be preceded by a no-break space, with that space. */
  readonly spaceBefore: Readonly<Record<string, string>>;
  /** The dash between words, and the space before it. */
  readonly dash: { readonly sign: '–' | '—'; readonly before: string };
  /** Whether a dash may follow a comma. */
  readonly dashAfterComma: boolean;
  readonly ties: readonly Tie[];
}

/** The role of a spreadsheet column according to its heading. */
export type HeadingRole =
  /** Known columns that not every programme has, such as a venue or price. */
  | 'other'
  /** Columns that are rarely published, such as contacts and remarks. */
  | 'internal'
  /** A date that is not that of the event, such as a deadline, the start of ticket sales or the date of publication. */
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
   * Words in the headings of columns that are published in some lists but not in others, such as "budget". The user is
   * asked about such a column. Stars and equals signs have the same meaning as in `roles`.
   */
  readonly doubtful: Words;
  /** Heading words for prices that visitors pay. Amounts of money under another heading may be for colleagues. */
  readonly prices: Words;
  /**
   * Words that occur only in the headings of title columns. Other words for titles can also occur in the heading of a
   * second column next to the title column.
   */
  readonly plainTitle: Words;
  /** Words such as "Film" and "What" that can be the complete heading of the title column. */
  readonly kindsOfEvents: Words;
  /**
   * Words for times of day in a heading. If the heading also contains a word for dates, the column contains both dates
   * and times.
   */
  readonly times: Words;
  /** Heading words for the duration of events. Cells under such a heading, such as "1 h", are not times of day. */
  readonly durations: Words;
  /**
   * Words in headings, such as "municipality", that can mean a body or a town. Next to a column of organisers, a column
   * with such a heading states the place of the event.
   */
  readonly towns: Words;
  /**
   * Words in the headings of columns with people, without accents; `venues` are those for venues. `*` matches any
   * letters.
   */
  readonly people: Words;
  readonly venues: Words;
  /** Words, or parts of words, for a place with parallel events, such as a room (Saal 2, Main stage). */
  readonly places: Words;
  /**
   * Names of languages by code: those of other languages in this language, and those of this language in other
   * languages.
   */
  readonly languages: Readonly<Partial<Record<string, Words>>>;
  /** Codes of this language at the end of a heading, such as "Title (EN)". */
  readonly codes: Words;
  /** Words before the title of a theme, as in "Theme: sport". */
  readonly themePrefix: Words;
}

/** Words in spreadsheet cells with a known meaning. */
interface CellWords {
  /** Words, or beginnings of words, for the status of an event. */
  readonly statuses: Readonly<Record<'cancelled' | 'postponed' | 'sold-out' | 'planned', Words>>;
  readonly yes: Words;
  readonly no: Words;
  /**
   * Phrases for a body or region that has not been decided yet, in addition to those in `rules.open`, as the source of
   * a regular expression.
   */
  readonly undecided: string;
  /** Phrases for all regions of a side, with or without a preposition, as the source of a regular expression. */
  readonly everywhere: string;
  /** Words for free admission in a price column. */
  readonly free: Words;
  /** Names of currencies before and after an amount, as sources of regular expressions. */
  readonly currencies: Readonly<Record<'before' | 'after', string>>;
  /** Ditto marks, which stand for the text of the cell above. */
  readonly ditto: Words;
  /** First words of rows with totals. */
  readonly totals: Words;
  /**
   * Lines above a list that describe the document but are not its title ("approved by", "annex 2", "version of"), as
   * the source of a regular expression.
   */
  readonly stamps: string;
  /**
   * Sources of regular expressions by which internal notes are recognised: phrases that mark a complete line as
   * internal ("not for publication"), and labels of notes in brackets ("[internal: …]").
   */
  readonly forColleagues: Readonly<Record<'phrases' | 'labels', string>>;
  /** Words for numbered days, as in `Day 1`. */
  readonly numberedDay: Words;
}

/**
 * A pattern for a faulty phrase of function words. `pattern` needs the flag `g`. Add a pattern only if more than nine
 * in ten of its matches in a survey of programmes are faults.
 */
interface GrammarPattern {
  readonly pattern: RegExp;
  /** The message that describes the fault. */
  readonly says: Extract<FindingCode, `fault-${string}`>;
  /** The likely correction. */
  readonly right?: (printed: string) => string;
  /** Whether the last word must be in the dictionary, so that foreign names do not match. */
  readonly endsInKnown?: true;
}

/** Words of the proofing rules. */
interface RuleWords {
  /** Phrases that state that details will be announced later. */
  readonly open: RegExp;
  /** Filler text in place of text that has not been written yet. */
  readonly fillers: RegExp;
  /** Street addresses, which are not spell-checked. */
  readonly streets: RegExp;
  /** Places with room for any number of events at the same time, such as "online", "various venues" and "outdoors". */
  readonly openPlaces: RegExp;
  readonly prices: {
    /** Names of currencies by code. Currency signs and codes are recognised in every language and not listed. */
    readonly currencies: Readonly<Partial<Record<'EUR' | 'GBP' | 'USD' | 'CHF' | 'RUB', Words>>>;
    /** Words in a price column for free admission without any condition. */
    readonly free: Words;
    /** Phrases for free admission within a text. */
    readonly freeEntry: RegExp;
    /** Words before an admission price within a text. */
    readonly charges: Words;
    /**
     * Words for conditions on which a price depends (members, children, before noon). A price in a sentence with such a
     * word never contradicts another price.
     */
    readonly conditions: Words;
  };
  /** Numbers of seats within a text. The number is in a named group. */
  readonly seats: RegExp;
  /** Words that require another word after them, so that no text can end with them. */
  readonly leading: Words;
  /** Texts that are complete although they end with one of these words, such as "Where do we come from". */
  readonly stranded?: RegExp;
  /** Words at the end of a text that show that its ellipsis is intended, such as "and more" and "to be continued". */
  readonly goesOn: RegExp;
  /** Beginnings of texts that are not titles, as words or regular expressions separated by `|`. */
  readonly titles: {
    /** Prepositions such as "in", "from" and "during". No title begins with one of them before a date. */
    readonly prepositions: Words;
    /** Phrases that begin a sentence, such as `as part of` and `on the occasion of`. */
    readonly openings: Words;
    /** Nouns such as "organisation" and "holding" that are incomplete without an object (organisation of what?). */
    readonly bare: Words;
    /** Conjunctions and prepositions (and, of), which continue preceding text if they are in lower case. */
    readonly joints: Words;
    /** Verbs by which sentences about the future are recognised. */
    readonly sentence: RegExp;
  };
  /**
   * Words that can correctly occur twice in a row, as in "had had" and "nous nous". A word that is listed after a comma
   * can be doubled only at the start of a clause, as in "eine Zeit, in der der Vertrag galt".
   */
  readonly doubled: Words;
  /** Patterns for doubled, missing or wrong function words. */
  readonly grammarPatterns: readonly GrammarPattern[];
  /** Function words, which identify the language of a text. */
  readonly functionWords: Words;
  /**
   * Ordinal numbers with their endings, including incorrect endings. The pattern has the groups `number` and `ending`.
   */
  readonly ordinals: {
    readonly pattern: RegExp;
    /** The correct ending after the number. */
    readonly right: (number: string, ending: string) => string;
    /** Ordinal numbers that are common, although they are not correct, such as 2ème. */
    readonly informal?: RegExp;
  };
  /**
   * Elements that are joined to a word without being part of it, such as an elided article before it or a possessive
   * ending after it.
   */
  readonly attached?: { readonly before?: RegExp; readonly after?: RegExp };
  /**
   * Returns a key that is the same for all correct spellings of a word, such as organize and organise, color and
   * colour, or connaître and connaitre.
   */
  readonly variantKey?: (word: string) => string;
  /**
   * Returns other correct spellings of a word that the dictionaries may contain instead, such as connaître for
   * connaitre.
   */
  readonly respelt?: (word: string) => readonly string[];
  /** Returns all ways to split a compound, such as bildgewaltig into Bild and gewaltig. */
  readonly parted?: (word: string) => readonly Parting[];
  /**
   * Returns the ways in which a word can be split into two nouns that require a linking element, such as Öffnungzeiten.
   * If both nouns are in the dictionary, the word is misspelled, although the dictionary would accept the compound.
   */
  readonly unlinked?: (word: string) => readonly (readonly string[])[];
  /**
   * Returns the ways in which a word that is not in the dictionary can be formed from other words. Such a word counts
   * as correct unless it differs by only one typing error from a word in the dictionary.
   */
  readonly formed?: (word: string) => readonly Parting[];
  /**
   * Pairs of a letter without a diacritic and the same letter with one, such as `aä`, separated by `|`. The diacritics
   * are those that are often forgotten or wrongly added.
   */
  readonly marks?: Words;
  /** Prefixes that can be joined to any word, in lower case, such as "cyber" and "био". */
  readonly prefixes: Words;
  /** Prefixes that require a hyphen, such as "ex-" and "vice-". */
  readonly hyphenPrefixes?: Words;
  /** Endings for another gender or number that are added to a word, as in directeur·rice and électeur(trice)s. */
  readonly addedEndings?: RegExp;
  /**
   * Words that the dictionaries do not contain. Each key is a word with the same inflection, as in { семинар: 'вебинар'
   * }; the empty key is for words for which there is no such word.
   */
  readonly newWords: Readonly<Record<string, Words>>;
  /** Whether all nouns are capitalised, so that a capital letter does not show that a word is a name. */
  readonly capitalNouns?: true;
  /** Whether each word is capitalised in the titles of works (The Matrix Reboot). */
  readonly capitalTitles?: true;
  /**
   * Bodies that represent a country or a trade, not the town in which they are located, such as consulates, embassies
   * and chambers of commerce.
   */
  readonly missions: RegExp;
  /** Bodies that represent a country other than that in which they are located, such as consulates and embassies. */
  readonly embassies: RegExp;
  /** Words for kinds of regions, such as "Oblast". */
  readonly regionKinds: {
    /** The beginnings of words for a kind of region, each with that kind. */
    readonly kinds: readonly (readonly [beginning: string, kind: 'oblast' | 'krai' | 'republic'])[];
    /** A name next to a word for a kind of region. The patterns have the groups `name` and `kind`. */
    readonly phrases: readonly RegExp[];
    /** Endings that names have only next to a word for a kind of region. */
    readonly ending?: RegExp;
    /** Words for other kinds of regions, in any country. */
    readonly others: Words;
    /** Words that are not part of a name. */
    readonly fillers: Words;
  };
}

/** One way to split a compound. */
export interface Parting {
  /** Parts of the compound, all of which must be words. */
  readonly words: readonly string[];
  /** A part of the compound that must not be a word if it is in lower case, because it would then not be a noun. */
  readonly noWord?: string;
}

/** Words that determine the meaning of a text, so that a change to one of them is more than a rewording. */
interface MeaningWords {
  /** Negations, except in phrases that only look like a negation ("not only"). */
  readonly negations: RegExp;
  /**
   * Alternatives by kind, each with its synonyms. The second alternative of `permission` and `duty` is the negation of
   * the first. Replacing an alternative with another one of the same kind is a major change; adding or removing one is
   * a major change if it begins with `!`. `*` matches any letters, and `#` matches a number or date.
   */
  readonly alternatives: Readonly<Record<AlternativeKind, readonly Words[]>>;
  /**
   * Words (the same wildcards apply) that are not names, although they are capitalised in titles or at the start of
   * sentences.
   */
  readonly commonWords: Words;
  /**
   * Words (the same wildcards apply) that are not names if they are capitalised at the beginning of a title or in title
   * case.
   */
  readonly titleWords?: Words;
  /** Complete titles, without numbers and punctuation, of slots that are not assigned yet. */
  readonly freeSlots: Words;
  /** Words next to the name of an audience that exclude everybody else, such as "only". */
  readonly only: Words;
  /** Words for "all", next to the name of an audience (the same wildcards apply). */
  readonly all: Words;
  /**
   * Words for practical information, such as admission, price, hours and directions (the same wildcards apply). In a
   * short sentence that contains such a word, replacing any word with another is a major change.
   */
  readonly practical: Words;
  /**
   * Words that do not state a fact (the same wildcards apply), such as praise, invitations and verbs that fit any
   * event.
   */
  readonly idle: Words;
  /** Nouns for people, places and bodies that an entry of `idle` with a wildcard also matches; these are facts. */
  readonly notIdle: Words;
  /**
   * Matches verbs, adjectives and adverbs, by their ending, by a lower-case first letter or by an article after them.
   * The tested text is the word, a space, and the next word or `.`; in a title, nothing follows the space.
   */
  readonly noNoun: RegExp;
  /**
   * Words in a price that state neither an amount nor who pays it, such as "ticket" and "full price" (the same
   * wildcards apply).
   */
  readonly usualPrice: Words;
  /** Prefixes that negate a word, as in "unavailable" and "inaccessible". */
  readonly denyingPrefixes: Words;
  /** A character that is used as thousands separator in addition to a space. */
  readonly groupMark?: string;
  /**
   * Words for cardinal and ordinal numbers in all their forms, by value, except compound numbers (twenty-one, deux
   * cents).
   */
  readonly numbers: Readonly<Record<number, Words>>;
  /** Words for “first” that do not form a number together with the preceding word, as in "les vingt premiers". */
  readonly first?: Words;
  /** The word that joins two number words, as in "a hundred and five", "vingt et un" and "einundzwanzig". */
  readonly numberJoint?: string;
  /** Whether compound numbers are written as one word. */
  readonly closedNumbers?: true;
  /**
   * The beginnings of what follows a number within a word, as in "zweistündig", as the source of a regular expression.
   */
  readonly numberCompounds?: string;
  /**
   * Words that have a different meaning if capitalised (Polish, May), in lower case; `nouns` if this can apply to any
   * word.
   */
  readonly capitals: Words | 'nouns';
  /** Removes optional diacritics from a word, such as those in Pétersbourg, naïve and Пётр, but not that in pêche. */
  readonly plainMarks: (word: string) => string;
  /** Groups of words that have the same meaning in programmes of events (the same wildcards apply). */
  readonly synonyms: readonly Words[];
  /**
   * Replacements for phrases with the same meaning as other words, such as "30 minutes" for "half an hour". The keys
   * are sources of regular expressions.
   */
  readonly wordings: Readonly<Record<string, string>>;
  /**
   * Abbreviations in names and addresses, in lower case without full stops, with the full words. `*` at the beginning
   * of an abbreviation means that it can be the end of a longer word.
   */
  readonly abbreviations: Readonly<Record<string, string>>;
  /** Phrases after which the name of a place or audience may be written in lower case. */
  readonly beforePlaces: Words;
  /** Words that often precede the name of a place or person. */
  readonly beforeNames: Words;
  /** The declension endings of names. */
  readonly nameEnding?: RegExp;
  /** The endings of plurals and cases. */
  readonly formEnding?: RegExp;
  /** Endings of adjectives, in a language that capitalises nouns. */
  readonly adjectiveEnding?: RegExp;
}

/** What a group of alternatives is about. */
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
   * The BCP 47 code of the language and of the country whose spelling is used, such as `en-GB`. Word identifies its
   * dictionaries by the same code.
   */
  readonly tag: string;
  /** Name of the language in the language itself, and its English name. */
  readonly name: string;
  readonly englishName: string;
  /** The script of the language, which the fonts must support. */
  readonly script: 'Latin' | 'Cyrillic';
  /**
   * The letters in alphabetical order. An accented letter that is not listed is sorted as the letter without the
   * accent.
   */
  readonly alphabet: string;
  /** Articles that can precede a name without being part of it. */
  readonly articles: Words;
  /**
   * Spellings of words in names and the words to which they are normalised, in lower case without accents (`{ st:
   * 'saint' }`).
   */
  readonly spellingsInNames: Readonly<Record<string, string>>;
  /** Returns the plural form of a noun after a whole number. */
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
  /** Words in column headings, in lower case without accents; `*` matches any letters. */
  readonly columnWords: {
    /** Venues and rooms. */
    readonly places: Words;
    /** Bodies and persons: organiser, speaker. */
    readonly names: Words;
    /** Numbers of seats. */
    readonly seats: Words;
    readonly addresses: Words;
    /**
     * Complete headings of columns with the postcode of a place; `towns`, `latitudes`, `longitudes` and `coordinates`
     * are those of its town and position.
     */
    readonly postcodes: Words;
    readonly towns: Words;
    readonly latitudes: Words;
    readonly longitudes: Words;
    readonly coordinates: Words;
    /**
     * Columns with picture files; `alternatives`, `captions` and `credits` are columns with the texts for these
     * pictures.
     */
    readonly pictures: Words;
    readonly alternatives: Words;
    readonly captions: Words;
    readonly credits: Words;
  };
  readonly rules: RuleWords;
  readonly meaning: MeaningWords;
  readonly hyphenation: () => Promise<{ default: Hyphenator }>;
  /** Loads the messages of the program in this language. Without them, messages are in English. */
  readonly messages?: () => Promise<Messages>;
  /**
   * The npm packages with Hunspell dictionaries (index.aff, index.dic). A word is correct if any of the dictionaries
   * contains it. A package whose licence does not allow bundling is used only if it is installed. Without the first
   * package, texts in the language are not spell-checked.
   */
  readonly dictionaries: readonly [first: string, ...others: string[]];
}

/** The parts of a language definition that contain regular expressions. */
type Patterned = 'typography' | 'rules' | 'meaning';

/**
 * Defines a language. Parts with regular expressions are created on first use and then cached, because V8 parses
 * `\p{…}` when an expression is created. Creating the expressions of four languages at start-up took longer than all
 * their uses in a build.
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
 * Digits in groups of three, for languages in which such groups are separated by spaces. Telephone numbers do not
 * match, because their groups have other lengths.
 */
export const GROUPED_DIGITS: Tie = {
  pattern: /(?<!\d ?)[1-9]\d{0,2}(?: \d{3})+(?! ?\d)/gu,
  what: 'tie-digits',
  space: NARROW_NBSP,
};

/** Filler text (lorem ipsum), from the start of any of its sentences to the end of the line. */
export const FILLER_LATIN =
  /(?<!\p{L})(?:lorem ipsum|dolor sit amet|consectetur adipi|sed do eiusmod|ut enim ad minim|duis aute irure|quis nostrud exercitation|excepteur sint occaecat|sed ut perspiciatis|nemo enim ipsam|at vero eos et accus|consetetur sadipscing|stet clita kasd|nam liber tempor|vel eum iriure)[^\n]*/giu;
/**
 * A series of the letter x in place of words or figures. Within a text, three capital letters are not matched, because
 * they can be a Roman numeral (the XXX festival).
 */
export const FILLER_CROSSES =
  /(?<![\p{L}\p{N}])(?:x{3,}|X{4,}|х{3,}|Х{4,}|(?<![^\n])ХХХ(?![^\n])|(?<![^\n])XXX(?![^\n])|(?:xx|XX|xxx|XXX)(?=[ \u00a0]?(?:€|£|\$|₽|EUR|CHF|Uhr(?!\p{L})|h(?!\p{L})))|(?<=[€£$][ \u00a0]?)(?:xx|XX)|(?:xx|XX)[.:](?:xx|XX)(?:[.:](?:\d{2,4}|xx(?:xx)?|XX(?:XX)?))?|TODO(?=:)|(?<![^\n])TODO(?![^\n]))(?![\p{L}\p{N}])/gu;

/** Removes the diacritics from the Latin letters of a word. */
export function withoutMarks(word: string): string {
  return word
    .normalize('NFD')
    .replace(/(\p{Script=Latin})\p{M}+/gu, '$1')
    .normalize('NFC');
}

/** Endings of derived words, each with the endings of the words from which they are derived. */
export type Endings = readonly (readonly [ending: RegExp, ...stems: readonly string[]])[];

/** The words from which a word may be derived by adding one of the endings. */
export function stemsOf(word: string, endings: Endings): string[] {
  return endings
    .filter(([ending]) => ending.test(word))
    .flatMap(([ending, ...stems]) => stems.map((stem) => word.replace(ending, stem)));
}

/** The source of a regular expression that matches a position that is not followed by a letter or digit. */
export const WORD_ENDS = String.raw`(?![\p{L}\p{M}\p{N}])`;

/** The Roman numerals of quarters and semesters. */
export const ROMAN = ['I', 'II', 'III', 'IV'];
