/**
 * What a language is: all that differs from one language to another, as data and small functions. A file here is one language;
 * docs/add-a-language.md says how one is added. These files import nothing of the program.
 */

/** Words with places to be filled in: `Edition {name} of {date}`; the type names the places. */
export type Template<Place extends string> = string & { readonly places?: Place };

/** The forms of a noun after a number that languages tell apart (CLDR plural rules). */
export type PluralForm = 'one' | 'few' | 'many' | 'other';

/** Words that depend on a number, `{count}`, by plural form; `other` stands in for a form that is not given. */
export type Counted<Place extends string = never> = { readonly other: Template<Place | 'count'> } & {
  readonly [Form in PluralForm]?: Template<Place | 'count'>;
};

/** Words that the publisher itself prints. What a programme says stands in its data. */
export interface Labels {
  readonly introduction: string;
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
  /** On the cover of an extract: `part` of all events. */
  readonly eventsOf: Counted<'part'>;
  /** Marks an event of an extract that concerns every region of the side. */
  readonly allRegions: string;
  /** Before the titles of the themes that an extract has no events of. */
  readonly themesWithoutEvents: string;
  /** Title of the index of regions and places of a side. */
  readonly placeIndex: Template<'side'>;
  readonly dateIndex: string;
  /** Heading of events without a date. */
  readonly dateOpen: string;
  /** Headings of events without a region on a side, by reason. */
  readonly withoutRegion: Readonly<
    Record<'all-regions' | 'to-be-determined' | 'national-body' | 'not-named', string>
  >;
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
  readonly approved: string;
  readonly approvedBy: Template<'name' | 'date'>;
  readonly severity: string;
  readonly severities: Readonly<Record<'major' | 'minor' | 'typographic', string>>;
  /** Kinds of change of a thing as a whole; the others are named by their field. */
  readonly whole: Readonly<
    Record<
      | `event-${'added' | 'removed' | 'split' | 'moved'}`
      | `${'theme' | 'side'}-${'added' | 'removed' | 'moved'}`,
      string
    >
  >;
  readonly splitFrom: Template<'title'>;
  /** From a place in the programme to another. */
  readonly movedFromTo: Template<'before' | 'after'>;
  /** Place of an event in its theme, or of a theme. */
  readonly place: Template<'number'>;
  readonly placeInTheme: Template<'number' | 'theme'>;
  readonly id: string;
  readonly columns: Readonly<Record<'region' | 'category' | 'title' | 'description' | 'date', string>>;
  /** Planned date in the notation for machines. */
  readonly when: string;
  /** Regions that the data gives an event on a side. */
  readonly regionsOf: Template<'side'>;
  readonly columnHeading: Template<'column'>;
  /** Fields of the programme itself. */
  readonly programme: Readonly<
    Record<'title' | 'author' | 'subject' | 'period' | 'introduction' | 'contents', string>
  >;
  readonly theme: Readonly<Record<'title' | 'columns', string>>;
  readonly side: Readonly<Record<'name' | 'heading' | 'country', string>>;
  /** Heading of the changes that belong to no theme. */
  readonly wholeProgramme: string;
  /** Heading of the differences that alter no printed words. */
  readonly untracked: string;
  readonly about: Readonly<Record<'programme' | 'side' | 'theme' | 'event' | 'region' | 'place', string>>;
  /** Column headings, captions and controls of the tables; `nothing` fills the cell of a side that has no words. */
  readonly table: Readonly<
    Record<'summary' | 'theme' | 'total' | 'what' | 'before' | 'after' | 'nothing', string>
  >;
  readonly filter: {
    readonly heading: string;
    readonly all: string;
    readonly region: string;
    /** How many changes are shown; filled in where the report is read. */
    readonly shown: Template<'shown' | 'all'>;
  };
  readonly skip: string;
  /** Explains the signs of deleted and inserted words. */
  readonly legend: Template<'deleted' | 'inserted'>;
}

/** Words that a proof sheet prints besides the programme; what the rules say is in English. */
export interface RemarkLabels {
  /** Heading of the remarks. */
  readonly remarks: string;
  /** Spoken before the number of one. */
  readonly remark: string;
  /** Spoken where there is none. */
  readonly noRemarks: string;
  /** Title of the remarks on no event. */
  readonly onProgramme: string;
  readonly error: string;
  readonly warning: string;
  readonly note: string;
  /** Stands before a hint. */
  readonly hint: string;
}

/** Words of an exported workbook that are not the programme's own. */
export interface SheetWords {
  readonly readMe: string;
  readonly lists: string;
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
    Record<'id' | 'theme' | 'when' | 'regions' | 'status' | 'repeat' | 'accept', string>
  >;
  /** What each column holds. */
  readonly holds: Readonly<
    Record<
      | 'id'
      | 'theme'
      | 'region'
      | 'category'
      | 'bodies'
      | 'title'
      | 'description'
      | 'date'
      | 'when'
      | 'regions'
      | 'status'
      | 'repeat'
      | 'accept',
      string
    >
  >;
}

/** Words of a dataset made from a spreadsheet that the spreadsheet itself does not say. */
export interface StarterWords {
  readonly contents: string;
  readonly author: string;
  readonly introduction: string;
  readonly columns: Readonly<Record<'region' | 'category' | 'title' | 'description' | 'date', string>>;
  /** Title of the theme where none is named. */
  readonly theme: string;
  /** Heading and name of the side where no column holds bodies. */
  readonly side: string;
}

/** A language, all of it. */
export interface Language {
  /** The language with the country whose spelling it follows, as Word names its dictionaries (BCP 47): `en-GB`. */
  readonly tag: string;
  /** Its name in itself and in English. */
  readonly name: string;
  readonly englishName: string;
  /** Scripts that the fonts hold. */
  readonly script: 'Latin' | 'Cyrillic';
  /** The form that a noun takes after a whole number. */
  readonly plural: (count: number) => PluralForm;
  readonly labels: Labels;
  readonly sheet: SheetWords;
  readonly starter: StarterWords;
  /** What parts the fields of a CSV file: a semicolon where the comma parts decimals. */
  readonly csvSeparator: ',' | ';';
}
