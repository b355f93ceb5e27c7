/**
 * What a language is: all that differs from one language to another, as data and small functions. A file here is one language;
 * docs/add-a-language.md says how one is added. These files import nothing of the program.
 */

import type * as english from './en/messages/index.ts';
import type { Counted, PluralForm, Template, Translated } from './messages.ts';

/** Words that the publisher itself prints. What a programme says stands in its data. */
export interface Labels {
  readonly introduction: string;
  /** Titles of parts whose texts begin with none. */
  readonly parts: Readonly<Record<'foreword' | 'practical-information' | 'colophon', string>>;
  readonly draft: string;
  /** `date` in words. */
  readonly edition: Template<'name' | 'date'>;
  readonly events: Counted;
  /** Heading of the column of event numbers. */
  readonly number: string;
  /** Spoken for the dash in an empty cell. */
  readonly notStated: string;
  readonly page: string;
  /** What a theme's table holds and how to read it, for screen readers; `events` is the number with its noun. */
  readonly tableDescription: Template<'theme' | 'events'>;
  readonly cancelled: string;
  readonly postponed: string;
  readonly 'sold-out': string;
  /** On the cover of an extract: `part` of all events. */
  readonly eventsOf: Counted<'part'>;
  /** Marks an event of an extract that concerns every region of the side. */
  readonly allRegions: string;
  /** Before the titles of the themes that an extract has no events of. */
  readonly themesWithoutEvents: string;
  /** Title of the index of regions and places of a side. */
  readonly placeIndex: Template<'side'>;
  /** Title of the index of the values of a field. */
  readonly fieldIndex: Template<'field'>;
  readonly dateIndex: string;
  /** Heading of events without a date. */
  readonly dateOpen: string;
  /** Heading of events whose date is printed in words that no calendar holds, such as every Thursday of July. */
  readonly dateInWords: string;
  /** Headings of events without a region on a side, by reason. */
  readonly withoutRegion: Readonly<
    Record<'all-regions' | 'to-be-determined' | 'national-body' | 'not-named', string>
  >;
  /** Beside the name of an erratum. */
  readonly corrects: Template<'edition'>;
  /** Title of the list of what an erratum corrects. */
  readonly corrections: string;
  readonly whatsNew: string;
  /** Under the heading of what is new. */
  readonly since: Template<'edition'>;
  readonly added: string;
  readonly updated: string;
  readonly moved: string;
  readonly removed: string;
  /** Which fields of an event changed, parted by commas. */
  readonly changedFields: Template<'fields'>;
  readonly nothingNew: string;
  /** Name of the field of cancellation and postponement. */
  readonly status: string;
  readonly changes: ChangeLabels;
  readonly remarks: RemarkLabels;
  readonly screen: ScreenLabels;
}

/** Words of the reports on what changed between two editions. */
export interface ChangeLabels {
  readonly title: string;
  /** Between a name and what it names, such as ": ". */
  readonly colon: string;
  readonly fromTo: Template<'before' | 'after'>;
  /** The whole report on two editions without a difference: one line. */
  readonly same: Template<'before' | 'after'>;
  readonly draftOf: Template<'date'>;
  readonly changes: Counted;
  readonly approvedBy: Template<'name' | 'date'>;
  readonly severity: string;
  readonly severities: Readonly<Record<'major' | 'minor' | 'typographic', string>>;
  /** So many changes of a severity, and so many that are approved. */
  readonly counts: Readonly<Record<'major' | 'minor' | 'typographic' | 'approved', Counted>>;
  /** Kinds of change of a thing as a whole; the others are named by their field, where they have no name of their own. */
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
  /** From a place in the programme to another. */
  readonly movedFromTo: Template<'before' | 'after'>;
  /** Place of an event in its theme, or of a theme. */
  readonly place: Template<'number'>;
  readonly placeInTheme: Template<'number' | 'theme'>;
  readonly id: string;
  /** Fields of events by their kinds, where the programme has no heading for one in the language. */
  readonly fields: Readonly<
    Record<
      | 'region'
      | 'category'
      | 'title'
      | 'description'
      | 'date'
      | 'time'
      | 'price'
      | 'link'
      | 'email'
      | 'phone'
      | 'picture',
      string
    >
  >;
  /** Planned date as calendars and filters know it. */
  readonly when: string;
  /** Times as calendars know them. */
  readonly occurrences: string;
  /** Regions that the data gives an event on a side. */
  readonly regionsOf: Template<'side'>;
  readonly columnHeading: Template<'column'>;
  readonly partText: Template<'part'>;
  readonly partSignature: Template<'part'>;
  /** Fields of the programme itself. */
  readonly programme: Readonly<
    Record<
      'title' | 'author' | 'subject' | 'period' | 'introduction' | 'contents' | 'labels' | 'order',
      string
    >
  >;
  /** Parts that have no title, or whose title is that of their contents. */
  readonly parts: Readonly<
    Record<'cover' | 'introduction' | 'contents' | 'themes' | 'indexes' | 'back-cover', string>
  >;
  readonly theme: Readonly<Record<'title' | 'columns', string>>;
  readonly side: Readonly<Record<'name' | 'heading' | 'country', string>>;
  /** Heading of the changes that belong to no theme. */
  readonly wholeProgramme: string;
  /** Heading of values that were replaced in all events. */
  readonly everywhere: string;
  /** Heading of the differences that alter no printed words. */
  readonly untracked: string;
  /** The same as a sentence, where they are not listed. */
  readonly untrackedCount: Counted;
  /** Heading of the approvals of changes that are no more what they were. */
  readonly lapsed: string;
  readonly about: Readonly<Record<'programme' | 'side' | 'theme' | 'event' | 'region' | 'place', string>>;
  /** Column headings, captions and controls of the tables; `nothing` fills the cell of a side that has no words. */
  readonly table: Readonly<
    Record<'summary' | 'theme' | 'total' | 'what' | 'before' | 'after' | 'nothing', string>
  >;
  readonly filter: {
    readonly heading: string;
    readonly region: string;
    /** How many changes are shown; filled in where the report is read. */
    readonly shown: Template<'shown' | 'all'>;
    /** The switch that shows the words before and after in one text instead of side by side. */
    readonly together: string;
  };
  readonly skip: string;
  /** What deleted and inserted words are called, set like these. */
  readonly legend: Readonly<Record<'deleted' | 'inserted', string>>;
}

/** Words that a proof sheet prints besides the programme; what the rules say is among the messages. */
export interface RemarkLabels {
  /** Heading of the remarks. */
  readonly remarks: string;
  /** Spoken before the number of one. */
  readonly remark: string;
  /** Spoken where there is none. */
  readonly noRemarks: string;
  /** Names the filter for the rule that found something. */
  readonly rule: string;
  /** Title of the remarks on no event. */
  readonly onProgramme: string;
  readonly error: string;
  readonly warning: string;
  readonly note: string;
  /** Stands before a hint. */
  readonly hint: string;
}

/** Words that only the web page has. */
export interface ScreenLabels {
  readonly skip: string;
  /** Heading of the filters. */
  readonly find: string;
  /** Names the field for words to look for. */
  readonly words: string;
  readonly month: string;
  /** The choice of a filter that lets everything through. */
  readonly any: string;
  /** How many events are shown; filled in where the page is read. */
  readonly shown: Template<'shown' | 'all'>;
  readonly clear: string;
  /** Spoken for the number of an event, which links to the event itself. */
  readonly linkTo: Template<'number'>;
  /** Before the other languages and formats of the programme. */
  readonly files: string;
  /** Under the heading of the events that earlier editions had. */
  readonly goneNote: string;
  readonly goneSince: Template<'edition'>;
  readonly notInCalendar: Counted;
  /** Heading of the list of editions. */
  readonly editions: string;
  /** Heading of the programmes of single regions, venues, days … of an edition. */
  readonly extracts: string;
  /** Heading of the extracts that could not be made, and of the events that are in none. */
  readonly notMade: string;
  readonly inNoExtract: string;
  /** Of the edition that is valid now, and of one that another has taken the place of. */
  readonly current: string;
  readonly superseded: Template<'edition'>;
  /** Of an edition whose files are not kept. */
  readonly notKept: string;
  /** Names the file with the sums of the others. */
  readonly sums: string;
}

/** Words of a Word file that others write their corrections into. */
interface CorrectionWords {
  /** Heading of the page that says what to do. */
  readonly heading: string;
  /** What to do; each line is a paragraph. */
  readonly howTo: readonly string[];
}

/** Words of a Word file that a translator fills in; in the language that is translated into. */
interface TranslationWords {
  /** Heading of the page that says what to do. */
  readonly heading: string;
  /** What to do; each line is a paragraph. */
  readonly howTo: readonly string[];
  /** Headings of the two columns. */
  readonly source: string;
  readonly target: string;
}

/** Words of a sheet on which verdicts are given. */
interface ReviewWords {
  /** Name of the sheet of lists. */
  readonly lists: string;
  readonly headings: Readonly<
    Record<'change' | 'place' | 'page' | 'what' | 'old' | 'new' | 'draft' | 'by' | 'verdict' | 'why', string>
  >;
  /** What a cell of verdicts says. */
  readonly verdicts: Readonly<Record<'accept' | 'refuse', string>>;
  /** How to fill in the verdict – of what cannot be refused, too –, other words, and the reason. */
  readonly prompts: Readonly<Record<'verdict' | 'accept' | 'new' | 'why', string>>;
}

/** Words of an exported workbook that are not the programme's own. */
export interface SheetWords {
  readonly readMe: string;
  readonly lists: string;
  /** Names of the sheets of the programme itself, its themes, fields and sides. */
  readonly parts: Readonly<Record<'programme' | 'themes' | 'fields' | 'sides', string>>;
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
      | 'emphasis'
      | 'placeholder'
      | 'country'
      | 'name'
      | 'timezone',
      string
    >
  >;
  /** What the rows of the sheet of the programme hold. */
  readonly programmeRows: Readonly<
    Record<
      'title' | 'subject' | 'author' | 'introduction' | 'contents' | 'date' | 'period' | 'timezone',
      string
    >
  >;
  /** How to use the workbook; each line is a row. */
  readonly howTo: readonly string[];
  /** Headings of the table that explains the columns. */
  readonly table: Readonly<Record<'column' | 'heading' | 'holds', string>>;
  /** Headings of the sheet of lists. */
  readonly listHeadings: Readonly<Record<'theme' | 'status', string>>;
  /** In which language a column is, by the language's code; its own name stands in for what is not given. */
  readonly languages: Readonly<Partial<Record<string, string>>>;
  /** Headings of columns that are not printed. */
  readonly headings: Readonly<
    Record<
      'id' | 'theme' | 'when' | 'occurrences' | 'regions' | 'status' | 'timezone' | 'repeat' | 'accept',
      string
    >
  >;
  /** What each column holds; those of fields by their kinds. */
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

/** Words of a dataset made from a spreadsheet that the spreadsheet itself does not say. */
interface StarterWords {
  readonly contents: string;
  readonly author: string;
  readonly introduction: string;
  readonly columns: Readonly<Record<'region' | 'category' | 'title' | 'description' | 'date', string>>;
  /** Title of the theme where none is named. */
  readonly theme: string;
  /** Heading of the times that stand beside dates in their cells. */
  readonly time: string;
  /** Heading of the places that stand side by side in a spreadsheet. */
  readonly place: string;
  /** Heading of the comments on cells. */
  readonly comments: string;
}

/** Several words or phrases, parted by `|`. */
type Words = string;

/** How exact a date is. */
type DatePrecision = 'day' | 'month' | 'quarter' | 'semester' | 'year';

/** Parts of a month, quarter, semester or year that words name without saying where they begin and end. */
export type RoughPart = 'early' | 'middle' | 'late';

/**
 * A day that has a name: month and day, MM-DD, or so many days from Easter, of the Western or the Eastern church (pascha); `other`: its date is another in
 * other years or countries.
 */
export type NamedDay =
  | `${'0' | '1'}${number}-${number}`
  | `${'easter' | 'pascha'}${'+' | '-'}${number}`
  | 'other';

/** What a small word can do in a date phrase; a word may be listed under several. */
export type DateRole =
  /** Before a period: every day of it. */
  | 'daily'
  /** May stand before a date: in, on. */
  | 'lead'
  /** Before days, where others stand before months: on. */
  | 'day'
  /** Before the year alone: throughout. */
  | 'whole'
  /** Says nothing: the. */
  | 'article'
  /** Before a day of the week: every one in the period. */
  | 'every'
  /** After days of the week: only these. */
  | 'only'
  /** Before excluded days: except. */
  | 'except'
  /** Between the two days of a night only. */
  | 'overnight'
  | 'of'
  /** Behind a day of the week: of the month; also among the words of `of`. */
  | 'month'
  | 'from'
  /** As `from`, but may stand without an end. */
  | 'since'
  /** Takes `and`. */
  | 'between'
  | 'to'
  /** As `to`, but may stand without a start. */
  | 'until'
  /** After a date: onwards. */
  | 'onwards'
  /** After a date: that day is meant too. */
  | 'inclusive'
  | 'and'
  /** Makes a phrase ambiguous. */
  | 'or';

/** Words of CLDR, as `npm run generate` writes them; what practice wants otherwise stands beside them. */
export interface CldrWords {
  /** Months without a day (in Russian: the nominative). */
  readonly months: readonly string[];
  /** Months after a day (in Russian: the genitive). */
  readonly monthsAfterDay: readonly string[];
  /** Days of the week, Monday first. */
  readonly weekdays: readonly string[];
  /** Before the last of several. */
  readonly and: string;
}

/** How a language writes planned dates: `9–19 December 2021`. No-break spaces tie numbers to their words. */
export interface DateWriting {
  readonly day: (day: number) => string;
  readonly quarter: (number: number) => string;
  readonly semester: (number: number) => string;
  readonly year: {
    /** A year that stands for itself. */
    readonly alone: (year: string) => string;
    /** After the words of a day, month, quarter or semester, and beside a date of another year. */
    readonly after: (year: string) => string;
    readonly range: (first: string, last: string) => string;
  };
  /** The dash of ranges of words, which stands between spaces; between days of a month it is `–` without spaces. */
  readonly dash: '–' | '—';
  /** Whether two months are joined without spaces too: April–May. */
  readonly monthsJoined: boolean;
  /** A range in words, where the language prefers that to a dash; its end may still want its year. */
  readonly range?: (start: DateInWords, end: DateInWords) => string;
  readonly since: (date: DateInWords) => string;
  readonly until: (date: DateInWords) => string;
  /** What is printed in brackets after a date that is not exact or not certain: of the whole, its start or its end. */
  readonly notes: Readonly<
    Record<'approximate' | 'uncertain', Readonly<Record<'both' | 'start' | 'end', string>>>
  >;
}

/** A date in words, with its year or without. */
export interface DateInWords {
  readonly words: string;
  readonly precision: DatePrecision;
  /** The same with the month as it stands after a day. */
  readonly afterDay: string;
}

/** The words that a language has for dates, to read them; a full stop at the end of a word marks an abbreviation. */
interface DateReading {
  /** Other spellings and cases of the months, January first. */
  readonly months: readonly Words[];
  readonly weekdays: readonly Words[];
  /** Recurring days of the week, Monday first: Mondays. */
  readonly recurringWeekdays: readonly Words[];
  readonly weekend: Words;
  /** Recurring weekends, without a word for every: weekends. */
  readonly recurringWeekends: Words;
  /** Words for recurrence: every, daily; the source of a regular expression. */
  readonly every: string;
  /** Recurring days of the week and groups of them: Mondays, weekends; the source of a regular expression. */
  readonly recurring: string;
  /** Second parts of compounds that begin with a month or a day of the week: Junianfang, Samstagabend. */
  readonly compoundEnds?: Words;
  /** First to fourth. */
  readonly ordinals: readonly Words[];
  /** Last, before the day of the week: the last Tuesday in May. */
  readonly last: Words;
  /** What ends an ordinal number in digits: the source of a regular expression. */
  readonly ordinalEnding: string;
  /** Quarters and semesters with their number: Q1, H1. */
  readonly quarters: readonly Words[];
  readonly semesters: readonly Words[];
  /** `half` is a semester of a year or a half of a month; `fortnight` only the latter; `third` is a third of a month. */
  readonly units: Readonly<Record<'quarter' | 'semester' | 'half' | 'fortnight' | 'third', Words>>;
  /** Words that name a part of a month or year without saying its days, and `about` (around, towards), which names none. */
  readonly rough: Readonly<Record<RoughPart | 'about', Words>>;
  readonly season: Words;
  readonly year: Words;
  readonly small: Readonly<Partial<Record<DateRole, Words>>>;
  readonly uncertain: Words;
  readonly approximate: Words;
  /** Names the column, not a date. */
  readonly label: Words;
  /** Names of days, mostly public holidays. */
  readonly namedDays: Readonly<Partial<Record<NamedDay, Words>>>;
  /** Before the two days of a night: the night of 20 to 21 May. */
  readonly night: Words;
  readonly hours: HourReading;
  /** Words that send the reader elsewhere instead of giving the date. */
  readonly reference: Words;
  /** In 03/04/2021 the day comes first; where this is not known, such a date is not read. */
  readonly dayFirst: boolean;
  /** `June 9, 2021` is a way of writing dates. */
  readonly monthFirst: boolean;
  /** In running text a month has a capital; without one it is another word. */
  readonly capitalMonths: boolean;
  /** What stands before or after a day and month that is a name: of a street, a square. */
  readonly names: () => { readonly before?: RegExp; readonly after?: RegExp };
  /** Running text about applying: its dates are not those of the event. */
  readonly deadlines: () => {
    /** What makes of the date after it the latest day for something: by, before. */
    readonly limit: RegExp;
    /** Applications: registration, deadline. */
    readonly application: RegExp;
    /** In a cell of dates, dates of the list itself: published, updated. */
    readonly publication: RegExp;
  };
}

/**
 * Words for times of day. Words for dates (`small`: at, from, to, until, between, and, or, the; `uncertain`) are known too. A word may be in
 * several lists: its neighbours decide.
 */
export interface HourReading {
  /** After an hour, or between hour and minutes: h, Uhr, o’clock. */
  readonly hour: Words;
  /** After minutes. */
  readonly minute: Words;
  /** Signs of the half of the day, after an hour of the 12-hour clock. */
  readonly am: Words;
  readonly pm: Words;
  /** The 12-hour clock is usual: an hour from 1 to 8 without am or pm is ambiguous. */
  readonly twelveHours: boolean;
  /** 19-00 is a time. */
  readonly dashMinutes: boolean;
  /** Parts of the day, alone or beside an hour (8 in the evening). */
  readonly parts: Readonly<Record<'morning' | 'midday' | 'afternoon' | 'evening' | 'night', Words>>;
  readonly noon: Words;
  readonly midnight: Words;
  /** Minutes to add to the hour that follows the words (half past seven: 30; halb acht: -30), or that precedes them (midi et demi). */
  readonly before: readonly (readonly [Words, number])[];
  readonly after: readonly (readonly [Words, number])[];
  /** Before the time at which something begins; the first is the plain word: at. */
  readonly at: Words;
  readonly from: Words;
  readonly to: Words;
  /** Between arrival and start: 7 for 7.30 pm. */
  readonly comeFor?: Words;
  readonly and: Words;
  /** Before or after the time when doors open, of the start, of the end. */
  readonly doors: Words;
  readonly start: Words;
  readonly end: Words;
  readonly allDay: Words;
  /** No fixed time: to be announced, by appointment. */
  readonly open: Words;
  /** After a start: no fixed end. */
  readonly openEnd: Words;
  /** Labels of times, or of the time zone of a place: time, opening hours. */
  readonly names: Words;
  /** Words without effect on the hours: sharp, daily. */
  readonly filler: Words;
  /** Beside times that are not those of the event: box office, duration. */
  readonly aside: Words;
  /** Before something that follows the event: followed by. */
  readonly next: Words;
  /** Names of time zones: a time with one is not understood, since times are in the zone of the programme. */
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

/** An ordinary space where the line must not break. */
export interface Tie {
  readonly pattern: RegExp;
  readonly what: string;
  /** The space that belongs there. */
  readonly space: string;
}

/** How a language sets its texts. */
interface Typography {
  readonly quotes: readonly [outer: QuotationMarks, inner: QuotationMarks];
  /** Marks of another style that some use, where their order is the other way round: »…«. */
  readonly otherQuotes?: QuotationMarks;
  /** Punctuation marks that take a no-break space before them, and which one. */
  readonly spaceBefore: Readonly<Record<string, string>>;
  /** The dash between words, and the space before it. */
  readonly dash: { readonly sign: '–' | '—'; readonly before: string };
  /** Whether a dash may follow a comma. */
  readonly dashAfterComma: boolean;
  readonly ties: readonly Tie[];
}

/** What the heading of a column of a spreadsheet can name. */
export type HeadingRole =
  /** Known, but nothing that every programme has: a venue, a price. */
  | 'other'
  /** Seldom meant to be published: contacts, remarks. */
  | 'internal'
  /** A date that is not that of the event: deadline, sale of tickets, publication. */
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

/** Words by which the headings of spreadsheets are known. A star stands for any ending; an equals sign means the whole heading. */
interface Headings {
  readonly roles: Readonly<Record<HeadingRole, Words>>;
  /** Words of title headings that mean nothing but a title; the others may also stand beside it. */
  readonly plainTitle: Words;
  /** Kinds of events that the column of titles is called after, as the whole heading: Film, What. */
  readonly kindsOfEvents: Words;
  /** Words of headings that mean times of day: beside those of a date, the column has both. */
  readonly times: Words;
  /** Headings of bodies that mean a town: beside a column of organisers, such a column is the place of the event. */
  readonly towns: Words;
  /** Headings of columns of people and of venues, without accents; `*` stands for letters. */
  readonly people: Words;
  readonly venues: Words;
  /** Parts of words that name a room or another place where events are side by side: Saal 2, Main stage. */
  readonly places: Words;
  /** What languages are called, by code: all in this language, and this one in others too. */
  readonly languages: Readonly<Partial<Record<string, Words>>>;
  /** Codes of this language at the end of a heading: Title (EN). */
  readonly codes: Words;
  /** Words before the title of a theme: "Theme: sport". */
  readonly themePrefix: Words;
}

/** Words that the cells of spreadsheets are known by. */
export interface CellWords {
  /** Beginnings of words for what becomes of an event. */
  readonly statuses: Readonly<Record<'cancelled' | 'postponed' | 'sold-out' | 'planned', Words>>;
  readonly yes: Words;
  readonly no: Words;
  /** A body or region that is not known yet, besides the phrases of `rules.open`: not yet known; the source of a regular expression. */
  readonly undecided: string;
  /** All regions of a side, with a preposition or without; the source of a regular expression. */
  readonly everywhere: string;
  /** What a price column says where nothing is to be paid. */
  readonly free: Words;
  /** Names of currencies before and after an amount; sources of regular expressions. */
  readonly currencies: Readonly<Record<'before' | 'after', string>>;
  /** What says that a cell means the same as the one above. */
  readonly ditto: Words;
  /** Words that rows of sums begin with. */
  readonly totals: Words;
  /** Lines above a list that say which paper it is, not what it is called: approved by, annex 2, version of; the source of a regular expression. */
  readonly stamps: string;
  /** What days are called that have a number, as in `Day 1`. */
  readonly numberedDay: Words;
}

/** Small words that cannot stand so: global, and each wrong in more than nine of ten places of programmes that were looked at. */
interface Slip {
  readonly pattern: RegExp;
  /** In English, what is wrong. */
  readonly says: string;
  /** What was likely meant. */
  readonly right?: (printed: string) => string;
}

/** Words of the proofing rules. */
interface RuleWords {
  /** Phrases for something that is to be announced. */
  readonly open: RegExp;
  /** Fillers in place of a text that is still to be written. */
  readonly fillers: RegExp;
  /** Words of the headings of columns, in small letters without accents; `*` stands for letters. */
  readonly columns: {
    /** Venues and rooms. */
    readonly places: Words;
    /** Bodies and persons: organiser, speaker. */
    readonly names: Words;
    /** Numbers of seats. */
    readonly seats: Words;
    readonly addresses: Words;
  };
  /** Street addresses, which are not spell-checked. */
  readonly streets: RegExp;
  /** Places that hold any number of events at one hour: online, various venues, outdoors. */
  readonly openPlaces: RegExp;
  readonly prices: {
    /** Names of currencies by their codes; signs and codes are known. */
    readonly currencies: Readonly<Partial<Record<'EUR' | 'GBP' | 'USD' | 'CHF' | 'RUB', Words>>>;
    /** Words of a price column for free admission, without a condition. */
    readonly free: Words;
    /** Phrases for free admission within a text. */
    readonly freeEntry: RegExp;
    /** Before the price of admission within a text. */
    readonly charges: Words;
    /** Words for conditions of a price (members, children, before noon): such a sentence contradicts no other price. */
    readonly conditions: Words;
  };
  /** Numbers of seats within a text; the number is a named group. */
  readonly seats: RegExp;
  /** Words that another word must follow, so that no text ends with one. */
  readonly leading: Words;
  /** Words at the end of a text after which an ellipsis is meant: and more, to be continued. */
  readonly goesOn: RegExp;
  /** What titles begin with that are none; words or regular expressions, parted by `|`. */
  readonly titles: {
    /** In, from, during: before a date they begin no title. */
    readonly prepositions: Words;
    /** As part of, on the occasion of: they begin a sentence. */
    readonly openings: Words;
    /** Organisation, holding: without an object they name nothing. */
    readonly bare: Words;
    /** And, of: in small letters they join what was before. */
    readonly joints: Words;
    /** The verb of a sentence that tells what will be. */
    readonly sentence: RegExp;
  };
  /** Words that grammar doubles: had had, nous nous. */
  readonly doubled: Words;
  /** Small words doubled, missing or wrong. */
  readonly slips: readonly Slip[];
  /** Words that hold sentences together and tell the language of a text. */
  readonly functionWords: Words;
  /** Ordinal numbers with their ending, also wrongly written: groups `number`, `ending`. */
  readonly ordinals: {
    readonly pattern: RegExp;
    /** The ending as it should be printed after the number. */
    readonly right: (number: string, ending: string) => string;
  };
  /** What may be written together with a word without belonging to it: elided articles before it, a possessive after it. */
  readonly attached?: { readonly before?: RegExp; readonly after?: RegExp };
  /** What right spellings of one word share: organize and organise, color and colour, connaître and connaitre. */
  readonly variantKey?: (word: string) => string;
  /** Spellings that the dictionaries list, of a word that may be right in another one: connaître for connaitre. */
  readonly respelt?: (word: string) => readonly string[];
  /** Words that a compound may be made of, each way to part it: bildgewaltig is Bild and gewaltig. */
  readonly parted?: (word: string) => readonly Parting[];
  /** Words that rules make a word of which the dictionary lacks, each way to part it; it is right unless it is one slip from a word of the dictionary. */
  readonly formed?: (word: string) => readonly Parting[];
  /** Letters without and with a mark that is forgotten, or put where none belongs: aä, parted by `|`. */
  readonly marks?: Words;
  /** Parts in small letters that stand before a whole word: cyber, био. */
  readonly prefixes: Words;
  /** What stands so before a hyphen only: ex-, vice-. */
  readonly hyphenPrefixes?: Words;
  /** Endings for another gender or number that are added to a word: directeur·rice, électeur(trice)s. */
  readonly addedEndings?: RegExp;
  /** Words that the dictionaries lack, by one that is inflected alike, or by nothing: { семинар: 'вебинар' }. */
  readonly newWords: Readonly<Record<string, Words>>;
  /** Nouns have capitals, so that a capital makes no name. */
  readonly capitalNouns?: true;
  /** Bodies that act for a country or a trade, not for the town they sit in: consulates, embassies, chambers of commerce. */
  readonly missions: RegExp;
  /** Bodies that speak for another country than the one that they sit in: consulates, embassies. */
  readonly embassies: RegExp;
  /** How the language calls kinds of regions. */
  readonly regionKinds: {
    /** Beginnings of words, with the kind. */
    readonly kinds: readonly (readonly [beginning: string, kind: 'oblast' | 'krai' | 'republic'])[];
    /** A name and a kind beside it: groups `name`, `kind`. */
    readonly phrases: readonly RegExp[];
    /** Endings that a name has beside a kind only. */
    readonly ending?: RegExp;
    /** Words for other kinds of regions, in any country. */
    readonly others: Words;
    /** Words that belong to no name. */
    readonly fillers: Words;
  };
}

/** One way to part a compound. */
export interface Parting {
  /** All of them are words. */
  readonly words: readonly string[];
  /** Is none: what is a word in small letters is no noun. */
  readonly noWord?: string;
}

/** Words that decide what a text says: a change of one is no mere rewording. */
interface MeaningWords {
  /** Negations, without phrases that only look like one (not only). */
  readonly negations: RegExp;
  /**
   * Alternatives by kind, each with its synonyms: to replace one alternative by another of its kind is a major change. `*` stands for letters,
   * `#` for a number or a date. To add or to remove an alternative that begins with `!` is a major change too.
   */
  readonly alternatives: Readonly<Record<AlternativeKind, readonly Words[]>>;
  /** Words, written as above, that are not names although titles and sentences capitalise them. */
  readonly commonWords: Words;
  /** Whole titles, without figures and signs, of an hour that nobody has taken yet. */
  readonly freeSlots: Words;
  /** Words beside an audience that keep others out: only. */
  readonly only: Words;
  /** What makes a word its opposite: unavailable, inaccessible. */
  readonly denyingPrefixes: Words;
  /** What parts thousands beside a space. */
  readonly groupMark?: string;
  /** Cardinal and ordinal numbers in all their forms, by value; what is made of others (twenty-one, deux cents) is left out. */
  readonly numbers: Readonly<Record<number, Words>>;
  /** Ordinals of one that make no number with a word before them: les vingt premiers. */
  readonly first?: Words;
  /** What joins two number words: a hundred and five, vingt et un, einundzwanzig. */
  readonly numberJoint?: string;
  /** Numbers are written as one word. */
  readonly closedNumbers?: true;
  /** A full stop makes a number an ordinal: 2. Tagung. */
  readonly ordinalStop?: true;
  /** Words in lower case that are another word with a capital: Polish, May. `nouns`: any word can be. */
  readonly capitals: Words | 'nouns';
  /** A word without the marks that it may as well do without: Pétersbourg, naïve, Пётр, but not pêche, все. */
  readonly plainMarks: (word: string) => string;
  /** Abbreviations in names and addresses, in small letters without full stops, and their words; `*` stands before an ending. */
  readonly abbreviations: Readonly<Record<string, string>>;
  /** Phrases before a place or an audience that may begin with a small letter. */
  readonly beforePlaces: Words;
  /** Words that the name of a place or person often follows. */
  readonly beforeNames: Words;
  /** Endings of the declension of names. */
  readonly nameEnding?: RegExp;
  /** Endings of plurals and cases. */
  readonly formEnding?: RegExp;
  /** Endings of adjectives, in a language that capitalises nouns. */
  readonly adjectiveEnding?: RegExp;
}

/** What the alternatives of a kind are about. */
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
  | 'setting'
  | 'place'
  | 'audience'
  | 'rank'
  | 'weather'
  | 'address'
  | 'role'
  | 'body'
  | 'weekday'
  | 'language';

/** Hyphenation patterns, of the package `hyphen`. */
export interface Hyphenator {
  hyphenateSync(text: string, options: { hyphenChar: string }): string;
}

/** What the program says, by area. */
type Messages = { readonly [Area in keyof typeof english]: Translated<(typeof english)[Area]> };

/** A language, all of it. */
export interface Language {
  /** The language with the country whose spelling it follows, as Word names its dictionaries (BCP 47): `en-GB`. */
  readonly tag: string;
  /** Its name in itself and in English. */
  readonly name: string;
  readonly englishName: string;
  /** One of the scripts that the fonts hold. */
  readonly script: 'Latin' | 'Cyrillic';
  /** The letters in the order of the language; a letter with a mark that is not among them sorts as the plain one. */
  readonly alphabet: string;
  /** Articles that stand before names without belonging to them. */
  readonly articles: Words;
  /** Words of names that are one word in several spellings, without capitals and accents: `{ st: 'saint' }`. */
  readonly spellingsInNames: Readonly<Record<string, string>>;
  /** The form that a noun takes after a whole number. */
  readonly plural: (count: number) => PluralForm;
  readonly cldr: CldrWords;
  readonly labels: Labels;
  readonly sheet: SheetWords;
  readonly corrections: CorrectionWords;
  readonly translation: TranslationWords;
  readonly review: ReviewWords;
  readonly starter: StarterWords;
  /** What parts the fields of a CSV file: a semicolon where the comma parts decimals. */
  readonly csvSeparator: ',' | ';';
  readonly dates: { readonly write: DateWriting; readonly read: DateReading };
  readonly typography: Typography;
  readonly headings: Headings;
  readonly cells: CellWords;
  readonly rules: RuleWords;
  readonly meaning: MeaningWords;
  readonly hyphenation: () => Promise<{ default: Hyphenator }>;
  /** What the program says; in a language without it, it says it in English. */
  readonly messages?: () => Promise<Messages>;
  /**
   * npm packages of the Hunspell dictionaries (index.aff, index.dic), a word of any of which is right. One whose licence forbids
   * to bundle it is used where it is installed; without the first the language is not spelt.
   */
  readonly dictionaries: readonly [first: string, ...others: string[]];
}

/** The parts of a language that hold patterns. */
type Patterned = 'typography' | 'rules' | 'meaning';

/**
 * A language from its file. What holds patterns is made once it is asked for, and then kept: V8 reads `\p{…}` where a pattern is made, and
 * those of four languages took a start longer than their use takes a build.
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

/** Digits in groups of three; of the languages that part them by a space. */
export const GROUPED_DIGITS: Tie = {
  pattern: /(?<!\d)\d{1,3}(?: \d{3})+(?!\d)/gu,
  what: 'groups of digits',
  space: NARROW_NBSP,
};

/** The text of typesetters, from any of its sentences to the end of the line. */
export const FILLER_LATIN =
  /(?<!\p{L})(?:lorem ipsum|dolor sit amet|consectetur adipi|sed do eiusmod|ut enim ad minim|duis aute irure|excepteur sint occaecat|sed ut perspiciatis)[^\n]*/giu;
/** Crosses in place of words or figures. Of capitals three are also a number: the XXX festival. */
export const FILLER_CROSSES =
  /(?<![\p{L}\p{N}])(?:x{3,}|X{4,}|(?<![^\n])XXX(?![^\n])|(?:xx|XX|xxx|XXX)(?=[ \u00a0]?(?:€|£|\$|₽|EUR|CHF|Uhr(?!\p{L})|h(?!\p{L})))|(?<=[€£$][ \u00a0]?)(?:xx|XX)|(?:xx|XX)[.:](?:xx|XX)(?:[.:](?:\d{2,4}|xx(?:xx)?|XX(?:XX)?))?|TODO(?=:)|(?<![^\n])TODO(?![^\n]))(?![\p{L}\p{N}])/gu;

/** A word whose Latin letters have no marks. */
export function withoutMarks(word: string): string {
  return word
    .normalize('NFD')
    .replace(/(?<=\p{Script=Latin}\p{M}*)\p{M}/gu, '')
    .normalize('NFC');
}

/** The source of a regular expression: no letter or digit follows. */
export const WORD_ENDS = String.raw`(?![\p{L}\p{M}\p{N}])`;

/** Numbers of quarters and semesters. */
export const ROMAN = ['I', 'II', 'III', 'IV'];
