export declare type Acceptance = { rule: string; field?: string | undefined; reason: string };

/**
 * Copies a picture into the folder `pictures/` of the dataset, unless it is already there. No picture is ever replaced:
 * if a different picture has the same name, a number is added to the name.
 *
 * @returns its path in the dataset, such as `pictures/mayor.jpg`
 * @throws UserError if the file is not a picture, is damaged or too large, or cannot be written
 *
 * @example
 * ```ts
 * import { addPicture } from 'programme';
 *
 * const drawing = '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><path d="M0 0h9v9z"/></svg>';
 * console.log(await addPicture({ name: 'The arms.svg', bytes: Buffer.from(drawing) })); // pictures/the-arms.svg
 * ```
 */
export declare function addPicture({ data, name, bytes }: AddPictureOptions): Promise<string>;

export declare interface AddPictureOptions {
  /** Folder of the dataset; by default `data`. */
  data?: string | undefined;
  /** Name of the picture file, from which the name in the dataset is derived. */
  name: string;
  bytes: Uint8Array;
}

/** A possible answer to a question, and the evidence for it in the list. */
export declare interface Answer {
  value: string;
  /** Samples from the list, or the consequence of the answer; may be empty. */
  evidence: readonly string[];
}

/** Options for answering the questions about a list. */
export declare interface AnswerOptions {
  /** Answers, keyed by the names of the questions, such as `title`. */
  answers?: Answers | undefined;
  /**
   * Asks the user an open question and returns the chosen value. Without this function, safe proposed answers are used,
   * and `OpenQuestions` is thrown if any other question is open.
   */
  ask?: ((question: Question) => Promise<string>) | undefined;
  /** Called before anything is written, with the content that will be public. */
  show?: ((preview: Preview) => void) | undefined;
}

/** Answers to questions, keyed by the names of the questions. */
export declare type Answers = ReadonlyMap<string, string>;

/** An approval of a change. */
export declare interface Approval {
  by: string;
  /** The date of the approval, YYYY-MM-DD. */
  date: string;
  note?: string;
}

export declare type ApprovalsFile = {
  fingerprint: string;
  verdict?: 'refused' | undefined;
  by: string;
  date: string;
  note?: string | undefined;
}[];

export declare type Block =
  | {
      kind: 'picture';
      figure: Figure;
      caption?: Paragraph;
      style?: 'portrait' | 'beside';
    }
  /** `in-group` is a note between the heading of a group and the events of the group. */
  | {
      kind: 'paragraph';
      text: Paragraph;
      style?: 'lead' | 'note' | 'signature' | 'in-group';
    }
  /** The heading of a group is above the events that share a value; `continued` repeats it on later pages. */
  | {
      kind: 'heading';
      text: Paragraph;
      level?: 2;
      group?: true;
      target?: Target;
      continued?: Paragraph;
    }
  | {
      kind: 'list';
      items: readonly ListItem[];
    }
  | {
      kind: 'quote';
      paragraphs: readonly Paragraph[];
    }
  | {
      kind: 'contents';
      entries: readonly Entry[];
    }
  | {
      kind: 'index';
      groups: readonly IndexGroup[];
    }
  | {
      kind: 'table';
      table: Table;
    }
  | {
      kind: 'timetable';
      timetable: Timetable;
    }
  /** Below the heading of a group, the titles of events are one heading level deeper. */
  | {
      kind: 'events';
      level?: 2;
      events: readonly ListedEvent[];
    };

/**
 * Builds a programme in all requested languages and formats, and writes either all files or none.
 *
 * @throws UserError when the dataset is invalid or the output folder cannot be used
 *
 * @example
 * ```ts
 * import { build } from 'programme';
 *
 * const { files } = await build({ edition: '1', formats: ['pdf'], langs: ['en'] });
 * for (const { path, pages } of files) console.log(path, pages); // output/programme-2021-ed1-en.pdf 27
 * ```
 */
export declare function build(options?: BuildOptions): Promise<BuildResult>;

/**
 * The programme as a document: the printed content in reading order, independent of the output format.
 *
 * @throws UserError when the extract is unknown or ambiguous
 *
 * @example
 * ```ts
 * import { buildDocument, readProgramme } from 'programme';
 *
 * // `files` are those of a dataset, as in the example of readProgramme.
 * const document = buildDocument(await readProgramme({ files }), { lang: 'fr' });
 * console.log(document.sections.length > 0, document.meta.stem); // true programme-2021-draft-fr
 * ```
 */
export declare function buildDocument(
  programme: Programme,
  { lang, extract, since, look }?: BuildDocumentOptions,
): Document;

export declare interface BuildDocumentOptions {
  /** Language of the document; by default the language of the programme. */
  lang?: Lang | undefined;
  /** The extract that the document contains; by default, the document contains the whole programme. */
  extract?: ExtractQuery | undefined;
  /** An earlier edition. Changes since this edition are marked and listed. */
  since?: Programme | undefined;
  /**
   * The design that determines timetables, days and the order of events. By default, events are in the order of the
   * data. Use the same design to render the document.
   */
  look?: Look | undefined;
}

export declare interface BuildOptions {
  /** Folder of the dataset; by default `data`. */
  data?: string | undefined;
  /** Name of a frozen edition; by default the draft. */
  edition?: string | undefined;
  /** Formats of the files; by default PDF and Word. */
  formats?: readonly Format[] | undefined;
  /** Languages of the outputs; by default all languages of the programme. */
  langs?: readonly Lang[] | undefined;
  /** Output folder; by default `output`. */
  out?: string | undefined;
  /** An earlier edition; the outputs mark the changes made since this edition. */
  changesSince?: string | undefined;
  /** Whether to also build a page for each event, in a folder that is named after the web page. */
  eventPages?: boolean | undefined;
  /** Whether to build an additional web page without a cover, for embedding in another page. */
  embed?: boolean | undefined;
  /**
   * Called before each file is built, with the number of finished files, the total number of files, and the path of the
   * file.
   */
  progress?: Progress | undefined;
}

export declare interface BuildResult {
  files: readonly BuiltFile[];
}

/** A file that was built. */
export declare interface BuiltFile {
  path: string;
  format: Format;
  lang: Lang;
  /** Number of pages, if the format has pages. */
  pages?: number;
  events: number;
  bytes: number;
  /**
   * SHA-256 checksum of the bytes, hexadecimal. The checksum is computed on first access, because this takes a long
   * time for a file with many pictures.
   */
  readonly sha256: string;
  /** Events that the format cannot represent; for example, a calendar cannot contain events without an exact date. */
  leftOut?: readonly LeftOut[];
  /** Differences from the design, such as a timetable that is printed as a list. */
  notes?: readonly Problem[];
  /** For a web page: the properties that search engines require, and the number of events that lack them. */
  lacking?: readonly LackingProperty[];
  /** Number of event pages, in addition to the web page of the programme. */
  eventPages?: number;
  /** Pictures with a low print resolution. */
  coarse?: readonly Coarse[];
}

export declare interface Cell {
  /** Picture that is printed above the paragraphs. */
  picture?: Figure;
  /** Paragraphs of the cell; none in an empty cell. */
  paragraphs: readonly Paragraph[];
}

export declare interface CellRemark extends Remark {
  /** Id of the rule. */
  rule: string;
  /** Index of the cell. */
  column: number;
  /** The text to which the remark refers; if absent, the remark refers to the whole cell. */
  words?: TextRange;
}

/** One change between two editions. */
export declare interface Change {
  kind: ChangeKind;
  severity: ChangeSeverity;
  /** 12 hexadecimal digits that identify the change; they depend only on its content. */
  fingerprint: string;
  /** The fingerprint that the change had in an older dataset format, if it differs. */
  olderFingerprint?: string;
  about: 'programme' | 'side' | 'theme' | 'event';
  /** The id of the event, theme or side: from the new edition, or from the old one if the object was removed. */
  id?: string;
  /**
   * The id of the theme under which the change is listed: from the new edition if it contains the theme, otherwise from
   * the old one.
   */
  theme?: string;
  /** The printed position of the event, theme or side in each edition that contains it. */
  place: {
    old?: PrintedPlace;
    new?: PrintedPlace;
  };
  /** The changed field; absent for added, removed and moved objects. */
  field?: string;
  lang?: Lang;
  words: {
    old?: string;
    new?: string;
  };
  /**
   * The EDTF date, if it changed together with the printed date. If the printed date changed in several languages, only
   * one of these changes contains the EDTF date.
   */
  when?: {
    old?: string;
    new?: string;
  };
  /** The word diff; empty unless the change is to a single field. */
  paragraphs: readonly ParagraphDiff[];
  /** All fields of an added or removed object. */
  fields?: readonly FieldWords[];
  /** The id, in the new edition, of the event from which this event was split off. */
  splitFrom?: string;
  /** The id, in the new edition, of the event into which this removed event was merged. */
  mergedInto?: string;
  /** The id, in the new edition, of the event with which this event swapped titles or ids. */
  swappedWith?: string;
  /**
   * Whether all events that had the old value (at least two) have the same new value. A person must decide whether this
   * is only a new name for the same thing.
   */
  everywhere?: true;
  approval?: Approval;
}

/**
 * The severities of changes: a major change affects what readers plan, a minor change only the wording, and a
 * typographic change only the typography.
 */
export declare const CHANGE_SEVERITIES: readonly ['major', 'minor', 'typographic'];

export declare type ChangeKind =
  | 'body-changed'
  | 'category-changed'
  | 'contact-changed'
  | 'date-changed'
  | 'description-reworded'
  | 'emphasis-changed'
  | 'event-added'
  | 'event-merged'
  | 'event-moved'
  | 'event-removed'
  | 'event-split'
  | 'heading-changed'
  | 'id-changed'
  | 'ids-swapped'
  | 'introduction-changed'
  | 'link-changed'
  | 'number-changed'
  | 'part-changed'
  | 'period-changed'
  | 'picture-changed'
  | 'place-changed'
  | 'price-changed'
  | 'programme-title-changed'
  | 'publisher-changed'
  | 'region-changed'
  | 'settings'
  | 'side-added'
  | 'side-changed'
  | 'side-moved'
  | 'side-removed'
  | 'status-changed'
  | 'subject-changed'
  | 'text-changed'
  | 'theme-added'
  | 'theme-columns-changed'
  | 'theme-moved'
  | 'theme-removed'
  | 'theme-renamed'
  | 'time-changed'
  | 'title-reworded'
  | 'titles-swapped';

export declare type ChangeSeverity = 'major' | 'minor' | 'typographic';

/**
 * Checks an edition with all rules, and reports the findings.
 *
 * @throws UserError when the edition cannot be read, or the proof sheet cannot be written
 *
 * @example
 * ```ts
 * import { check, foundAtLeast } from 'programme';
 *
 * const found = await check({ edition: '1' });
 * for (const { rule, at, message } of found.findings) console.error(at.file, at.line, rule, message);
 * console.log(foundAtLeast(found, 'error')); // true
 * ```
 */
export declare function check({ data, edition, dictionary, ...options }?: CheckOptions): Promise<CheckResult>;

/** Formats of findings reports: text formats, GitHub annotations, and the document formats of the proof sheet. */
export declare const CHECK_FORMATS: readonly ['text', 'json', 'md', 'github', ...DocumentFormat[]];

/** A checked edition: the findings, each with file, line and column. */
export declare interface Checked extends FindingsReport {
  programme: Programme;
  /**
   * Comments that other people have added to the texts in returned files. These comments are internal notes on the
   * draft.
   */
  comments: readonly Remainder[];
}

export declare type CheckFormat = 'github' | 'json' | 'md' | 'text' | DocumentFormat;

export declare interface CheckOptions extends CheckReportOptions {
  /** Folder of the dataset; by default `data`. */
  data?: string | undefined;
  /** Name of a frozen edition; by default the draft. */
  edition?: string | undefined;
  /** Folder with Hunspell dictionaries; they take precedence over installed dictionaries. */
  dictionary?: string | undefined;
}

/**
 * All findings of the proofing rules in a programme.
 *
 * @throws UserError when the design or a font cannot be used
 *
 * @example
 * ```ts
 * import { checkProgramme, readProgramme } from 'programme';
 *
 * // `files` are those of a dataset, as in the example of readProgramme.
 * const { findings } = await checkProgramme(await readProgramme({ files }), { files });
 * console.log(findings[0]?.at.file, findings[0]?.at.line); // programme.yaml 10
 * ```
 */
export declare function checkProgramme(
  programme: Programme,
  { files, previous }?: CheckProgrammeOptions,
): Promise<FindingsReport>;

export declare interface CheckProgrammeOptions {
  /**
   * Files of the dataset, in which the line and column of each finding are looked up. The design, the fonts and
   * `words.txt` also affect the findings.
   */
  files?: DatasetFiles | undefined;
  /** The previous edition, which determines which translations are missing or outdated. */
  previous?: Programme | undefined;
}

/** The requested report: either a text to print, or the proof sheet as a file. */
export declare interface CheckReport {
  printed?: string;
  written?: BuiltFile;
}

export declare interface CheckReportOptions {
  /** Format of the report; by default, no report is made. */
  format?: CheckFormat | undefined;
  /** Folder for a report that is written to a file; by default `output`. */
  out?: string | undefined;
  /** Whether to colour the report for a terminal. */
  colour?: boolean | undefined;
  /**
   * Whether text and Markdown reports list every finding; by default, large numbers of findings are summarised by rule.
   */
  all?: boolean | undefined;
  /** Whether text reports and proof sheets show the ids of events and fields, which editors of the data need. */
  hasIds?: boolean | undefined;
}

/** The result of checking an edition, and the report on it. */
export declare type CheckResult = Checked & CheckReport;

/** A picture and its resolution at its largest printed size, in dots per inch. */
export declare interface Coarse {
  file: PicturePath;
  resolution: number;
}

export declare interface Column {
  kind: ColumnKind;
  /** Width of the column as a share of the remaining width, if its kind does not determine the width. */
  share?: number;
  /** Path of the event's field that the column prints, such as `title` or `bodies.north`. */
  field?: string;
  heading: Paragraph;
}

/** How a column of a spreadsheet is imported. */
export declare interface ColumnFate {
  /** The name of the sheet; undefined for CSV files. */
  sheet?: string;
  /**
   * The letters of the column. If events are side by side, these are the letters of the column in each block; for the
   * column that contains the names of the blocks, there are no letters. If descriptions are in separate rows, their
   * column has the letters of the title column.
   */
  column: string;
  heading: string;
  /**
   * The path of the field into which the column is imported (such as `title.fr`); undefined if the column is not
   * imported.
   */
  field?: string;
  /** The reason why the field is internal or the column is not imported. */
  why?: Message;
  internal: boolean;
  /** Number of non-empty cells. */
  cells: number;
  /** The first three different texts in the column. */
  samples: readonly string[];
}

/**
 * What a column contains, which determines its width and style: a field of events, their printed numbers, the bodies of
 * a side …
 */
export declare type ColumnKind =
  | FieldKind
  | 'event-number'
  | 'body'
  | 'theme'
  | 'count'
  | 'event'
  | 'change'
  | 'before'
  | 'after'
  | 'remark'
  | 'part';

/**
 * The changes between two editions of a programme.
 *
 * @example
 * ```ts
 * import { compare, readProgramme } from 'programme';
 *
 * // `files` are those of a dataset, as in the example of readProgramme.
 * const before = await readProgramme({ files });
 * const events = String(files.get('events/culture.yaml')).replace('Language marathon', 'Marathon');
 * const after = await readProgramme({ files: new Map(files).set('events/culture.yaml', events) });
 * console.log(compare(before, after).changes.map(({ kind }) => kind).join()); // title-reworded
 * ```
 */
export declare function compare(
  before: Programme,
  after: Programme,
  { approvals }?: CompareOptions,
): Comparison;

/** One of the two sources of a comparison: an edition or a spreadsheet. */
export declare interface ComparedSource {
  /** The name of the edition, `draft`, or the name of the spreadsheet. */
  edition: string;
  /** Whether the source is a spreadsheet, which is not an edition and has no date. */
  isFile?: true;
  /** The date of the edition, YYYY-MM-DD. */
  date?: string;
  /** The language of texts that are plain strings. */
  language: Lang;
  title: Text;
  /** The labels that the programme overrides. */
  labels?: OwnLabels;
}

export declare interface CompareOptions {
  /** The approved changes: the content of `approvals.yaml`. */
  approvals?: ApprovalsFile | undefined;
}

/** The comparison of two editions. */
export declare interface Comparison {
  old: ComparedSource;
  new: ComparedSource;
  /** Themes in printed order, those of the new edition first; each has its newest title. */
  themes: readonly {
    id: string;
    title: Text;
  }[];
  /** The fields of events; those of the new edition come first. */
  fields: readonly Field[];
  /** The sides; those of the new edition come first. */
  sides: readonly {
    id: string;
    name: Text;
    heading: Text;
  }[];
  /** The parts that are texts, if there are any. A part whose text has no title is shown with its label. */
  parts?: readonly {
    id: string;
    title?: Text;
  }[];
  /** The names of the regions that the changes mention, by code. */
  regions: Readonly<Record<string, Region['names']>>;
  /** The changes in printed order: the programme, the sides, then each theme. */
  changes: readonly Change[];
  /** Differences in the data that do not change the printed text, and differences that a report format cannot show. */
  untracked: readonly Difference[];
  /**
   * Approvals given since the old edition that no longer apply, because the approved text has changed since; absent if
   * there are none.
   */
  lapsed?: readonly (Approval & {
    fingerprint: string;
  })[];
}

/** The numbers of translated texts in a programme. */
export declare interface Completeness {
  languages: readonly Lang[];
  /** One row for each kind of text, followed by a row for all texts. */
  rows: readonly CompletenessRow[];
}

/** The number of texts of one kind, in total and in each published language. */
export declare interface CompletenessRow {
  /** The kind of text: `programme`, `texts` (of parts), `bodies`, or a column. */
  kind: string;
  /** Number of texts of this kind that exist in at least one language. */
  texts: number;
  /** Number of texts of this kind that exist in each language. */
  byLang: Readonly<Partial<Record<Lang, number>>>;
  /**
   * Number of outdated translations in each language: the text in the main language has changed since the previous
   * edition, but the translation has not. Omitted if there is no previous edition.
   */
  outdated?: Readonly<Partial<Record<Lang, number>>>;
}

/** A template for each plural form, selected by the number `{count}`. `other` is used if a form is missing. */
export declare type Counted<Place extends string = never> = {
  readonly other: Template<Place | 'count'>;
} & {
  readonly [Form in PluralForm]?: Template<Place | 'count'>;
};

export declare interface Cover {
  /** Small line above the title, such as the year. */
  kicker?: Paragraph;
  title: Paragraph;
  /** Lines under the title: edition and date, region, number of events … */
  lines: readonly Paragraph[];
  /** Line at the foot of the cover: the publisher. */
  publisher: Paragraph;
}

/** A machine-readable file of events, with the number of events and the events that the format cannot represent. */
export declare interface DataFile {
  bytes: Uint8Array;
  events: number;
  leftOut?: readonly LeftOut[];
}

export declare type DataFormat = 'csv' | 'ics' | 'json';

/**
 * The files of a dataset as text or bytes, by path. The paths are relative to the dataset folder and contain forward
 * slashes, such as `events/music.yaml`.
 */
export declare type DatasetFiles = ReadonlyMap<string, string | Uint8Array>;

/**
 * The kind of date that an event has: a single day; several days; a month or a longer period, if the day is not known;
 * a date that is only given in words; or no date at all.
 */
export declare type DayKind = 'day' | 'several' | 'period' | 'in-words' | 'open';

/** The position of an event in a programme by day. */
export declare interface DayPosition {
  kind: DayKind;
  /** The day or the period, EDTF; empty for the other kinds. */
  when: string;
  /** Sort key within a group. */
  order: string;
  /** The days on which the event takes place, without those of a range of more than a week. */
  on: readonly OnDay[];
}

/**
 * Compares two editions, and reports the changes. Text, Markdown and JSON reports are returned; either all documents
 * are written or none.
 *
 * @throws UserError when an edition cannot be read, or a file cannot be written
 *
 * @example
 * ```ts
 * import { diff } from 'programme';
 *
 * const { comparison, printed } = await diff({ data: 'data', old: '1', new: 'draft', formats: ['md'] });
 * console.log(comparison.changes.length, printed.length); // 72 1
 * ```
 */
export declare function diff({
  old,
  new: now,
  data,
  extract: query,
  formats,
  lang: given,
  out,
  colour,
  hasIds,
  all,
}: DiffOptions): Promise<DiffResult>;

/** Formats of change reports. */
export declare const DIFF_FORMATS: readonly ['text', 'md', 'json', ...(DocumentFormat | Redline)[]];

/** A field whose text differs between the editions. */
export declare interface Difference {
  /** The kind of object that has the field. */
  about: 'programme' | 'side' | 'theme' | 'event' | 'region' | 'place';
  /**
   * The id of the event, theme or side, the code of the region, or the name of the place: from the new edition if it
   * contains the object, otherwise from the old one.
   */
  id?: string;
  field: string;
  lang?: Lang;
  words: {
    old?: string;
    new?: string;
  };
}

export declare type DiffFormat = 'json' | 'md' | 'text' | DocumentFormat | Redline;

export declare interface DiffOptions {
  /** Folder of the dataset; without one, two folders or spreadsheets are compared, and no change counts as approved. */
  data?: string | undefined;
  /** Name of an edition or a proposal, `draft`, or the path of a folder with a dataset. */
  old: string;
  new: string;
  /** The extract to which the report is limited. */
  extract?: ExtractQuery | undefined;
  /** Formats of the reports; by default, there are none. */
  formats?: readonly DiffFormat[] | undefined;
  /**
   * Language of the reports; by default English for `text`, which is printed on a terminal, and the language of the new
   * edition for the other formats.
   */
  lang?: Lang | undefined;
  /** Folder for reports that are written to files; by default `output`. */
  out?: string | undefined;
  /** Whether to colour the report for a terminal. */
  colour?: boolean | undefined;
  /**
   * Whether to show ids, fingerprints, codes and machine-readable values, which editors of the data need. JSON reports
   * always contain ids, fingerprints, codes and machine-readable values.
   */
  hasIds?: boolean | undefined;
  /**
   * Whether the text report shows each change with its text; otherwise, a report of more than 20 lines lists only the
   * first changes.
   */
  all?: boolean | undefined;
}

/** Two editions, the changes between them with their approvals, and the reports. */
export declare interface DiffResult {
  old: Programme;
  new: Programme;
  comparison: Comparison;
  /** The extract to which the changes are limited, in each edition; missing if no extract was named. */
  extracts?: {
    old: Extract_2;
    new: Extract_2;
  };
  /** The reports to print, and the paths of the written reports. */
  printed: readonly string[];
  written: readonly string[];
  /** Changes that a redline cannot mark, so that the redline contains only the new version of the text. */
  untracked: readonly Untracked[];
}

export declare interface Document {
  meta: Meta;
  /** Whether the web page is embedded in another page; an embedded page has no cover and reports its height. */
  embedded?: true;
  /** Text that the renderers print, or provide for screen readers, in the document's language. */
  words: {
    /** Running head: the edition. */
    edition: string;
    /** Running head: the short title, if it differs from the title of the document. */
    short?: string;
    /** The word "page", as spoken in links. */
    page: string;
    /** Alternative text of QR codes, in documents that may have them. */
    code?: Template<'address'>;
    /** Labels of the web page. */
    screen: ScreenLabels;
    /** Labels of groups of events, in a programme. */
    groups?: GroupLabels;
    /**
     * In a comparison whose new text also contains the deleted text: label of the switch that shows both in one text
     * instead of side by side.
     */
    together?: string;
    /**
     * In a proof sheet: the heading of the remarks, the label of one remark, the text that is printed if there are no
     * remarks, and the heading of general remarks.
     */
    remarks?: {
      heading: string;
      one: string;
      none: string;
      general: string;
    };
  };
  /** Whether the document contains the text of two editions, which are distinguished by change marks: see `redline`. */
  redline?: true;
  /**
   * For a file that is returned with corrections: the data from which it was generated, line by line, to detect the
   * corrections.
   */
  record?: readonly string[];
  cover: Cover;
  sections: readonly Section[];
  /** Remarks on the document as a whole. */
  remarks?: readonly Remark[];
  /** Facets, for the web page only. */
  facets?: readonly Facet[];
  siblings?: readonly Sibling[];
  /** For the search by distance: the places, and whether the page may use the position of the device. */
  near?: {
    places: readonly NearPlace[];
    kilometres: readonly number[];
    position?: true;
  };
  /** Data for the calendar entries of single events: the name of the programme, and the date of its edition. */
  entries?: {
    name: string;
    date: string;
  };
  /** The events with exact dates as JSON-LD. */
  linkedData?: object;
  /** For a web page: the properties that search engines require and some events lack. */
  lacking?: readonly LackingProperty[];
  /** Folder of the event pages, relative to the page; absent if there are no event pages. */
  eventFolder?: string;
  /** Events that the accompanying calendar omits. */
  notInCalendar?: readonly {
    id: Target;
    title: string;
  }[];
  gone?: {
    title: string;
    note: string;
    events: readonly GoneEvent[];
  };
}

export declare type DocumentFormat = 'docx' | 'html' | 'pdf';

/** The name of the working edition. */
export declare const DRAFT = 'draft';

/**
 * Edits events of the draft. Only the lines that differ are changed in the files.
 *
 * @throws UserError when an event would be invalid, or the files cannot be written
 *
 * @example
 * ```ts
 * import { edit, readDataset } from 'programme';
 *
 * const [before] = (await readDataset()).themes[0]?.events ?? [];
 * if (before !== undefined) {
 *   const after = { ...before, title: `${before.title} (updated)` };
 *   const { written, conflicts } = await edit({ edits: [{ id: before.id, before, after }] });
 *   console.log(written.length, conflicts.length); // 1 0
 * }
 * ```
 */
export declare function edit({ data, edits: given }: EditOptions): Promise<EditResult>;

/** An event that has changed since it was read. */
export declare interface EditConflict {
  id: string;
  /** The current state of the event; missing if it was removed. */
  now?: Event;
}

/** A file that was taken down from an edition. */
export declare interface EditionTakedown extends TakenDown {
  edition: string;
}

export declare interface EditOptions {
  /** Folder of the dataset; by default `data`. */
  data?: string | undefined;
  /** Edits, each of a different event, or a function that derives the edits from the draft that is being edited. */
  edits: readonly EventEdit[] | ((draft: Programme) => readonly EventEdit[]);
}

export declare interface EditResult {
  /** Paths of the written files. */
  written: readonly string[];
  /** Events that somebody else has changed since they were read. If there is a conflict, nothing was written. */
  conflicts: readonly EditConflict[];
  /** The edits that undo this call, in the order of the given edits; empty if there was a conflict. */
  undo: readonly EventEdit[];
}

/**
 * Edits settings of the draft. Only the lines that differ are changed in the files. Edited values are removed from
 * the list of placeholders.
 *
 * @throws UserError when the dataset would be invalid, or the files cannot be written
 *
 * @example
 * ```ts
 * import { editSettings, readSettings } from 'programme';
 *
 * const { programme } = await readSettings();
 * const { written, conflicts } = await editSettings({
 *   edits: [{ of: 'programme', key: 'author', before: programme.author, after: 'Town of Example' }],
 * });
 * console.log(written.length, conflicts.length); // 1 0
 * ```
 */
export declare function editSettings({ data, edits }: EditSettingsOptions): Promise<EditSettingsResult>;

export declare interface EditSettingsOptions {
  /** Folder of the dataset; by default `data`. */
  data?: string | undefined;
  /** Edits, each of a different setting. */
  edits: readonly SettingEdit[];
}

export declare interface EditSettingsResult {
  /** Paths of the written files. */
  written: readonly string[];
  /** Settings that somebody else has changed since they were read. If there is a conflict, nothing was written. */
  conflicts: readonly Pick<SettingEdit, 'of' | 'key'>[];
  /** The edits that undo this call; empty if there was a conflict. */
  undo: readonly SettingEdit[];
}

/** A line of a table of contents or an index: text, leader and page number, as one link. */
export declare interface Entry {
  text: Paragraph;
  target: Target;
  /** Printed number of the linked event, with which the text begins. */
  number?: number;
}

/**
 * An event: the keys that all events have in common, and the values of the fields that the programme declares, by field
 * id.
 */
export declare interface Event {
  id: string;
  bodies: Record<string, Text>;
  regions: Record<string, SideRegions>;
  when?: string;
  occurrences?: string[];
  status?: Status;
  repeat?: true;
  timezone?: string;
  accept?: Acceptance[];
  /** The values of fields; `textOf` returns them as texts. */
  [field: string]: unknown;
}

/** The state of an event before and after an edit. */
export declare interface EventEdit {
  /** Id of the event. */
  id: string;
  /** The event as it was read; undefined for a new event. */
  before?: Event | undefined;
  /** The new state of the event; undefined if the event is to be removed. */
  after?: Event | undefined;
  /** The position of a new or moved event; not needed if the event stays where it is. */
  spot?: EventSpot | undefined;
}

export declare interface EventSchedule {
  /** Times of the event; empty if its exact date is not known. */
  times: readonly EventTime[];
  /** The last possible day of the event, YYYY-MM-DD; absent if the end is open or approximate. */
  until?: string;
}

/**
 * A position for an event: its theme, and the event that it follows. An event that follows no other is the first in its
 * theme.
 */
export declare interface EventSpot {
  theme: string;
  after?: string | undefined;
}

/** A time at which an event takes place. */
export declare interface EventTime {
  /** First and last day of the event, YYYY-MM-DD. */
  from: string;
  to: string;
  /**
   * The start on the first day and the end on the last day, each in minutes after midnight (the beginning of that day).
   */
  start?: number;
  end?: number;
  /** IANA name of the time zone in which the times are given, if it is certain. */
  zone?: string;
  /** The days of the week to which the event is limited, numbered as in ISO 8601 (1 is Monday). */
  weekdays?: readonly number[];
}

/** The times that the date and the texts of an event state. */
export declare interface EventTimes {
  /** The date in the text, as EDTF; missing if no date can be read from the text. */
  when?: string;
  /**
   * Each time at which the event takes place. The days are those of the event's `when` or, if it has none, of the date
   * in the text.
   */
  occurrences: readonly Occurrence[];
}

/**
 * Writes the events of an edition, or of an extract of it, as a Word file for corrections, which `import` reads back.
 *
 * @throws UserError when the dataset is invalid or the file cannot be written
 *
 * @example
 * ```ts
 * import { exportCorrections } from 'programme';
 *
 * const extract = { by: 'region', value: 'FR-OCC' };
 * console.log((await exportCorrections({ file: 'corrections.docx', extract })).path); // corrections.docx
 * ```
 */
export declare function exportCorrections({
  data,
  edition,
  file,
  extract,
  lang,
}: ExportCorrectionsOptions): Promise<ExportResult>;

export declare interface ExportCorrectionsOptions extends ExportOptions {
  /** Language of the file; by default the language of the programme. */
  lang?: Lang | undefined;
}

export declare interface ExportOptions {
  /** Folder of the dataset; by default `data`. */
  data?: string | undefined;
  /** Name of a frozen edition; by default the draft. */
  edition?: string | undefined;
  /** The extract whose events are written; by default, all events are written. */
  extract?: ExtractQuery | undefined;
  /**
   * The file to be written. The extension determines the format: .xlsx or .csv for spreadsheets, .docx for Word files,
   * .xlf for XLIFF files.
   */
  file: string;
  /**
   * Whether to also write the settings of the programme. A file with settings is for internal use only, because the
   * settings name internal fields. Only a workbook (.xlsx) of the draft can contain settings.
   */
  settings?: boolean | undefined;
}

export declare interface ExportResult {
  path: string;
  events: number;
  bytes: number;
  /**
   * Ids of the fields in which links and bold or italic text are written as Markdown in a CSV file. In a workbook, they
   * are written as links and as formatted text instead.
   */
  signed?: readonly string[];
}

/**
 * Writes the events of an edition as a spreadsheet that `importSheet` reads back without loss.
 *
 * @throws UserError when the extension is not supported, the dataset is invalid or the file cannot be written
 *
 * @example
 * ```ts
 * import { exportSheet } from 'programme';
 *
 * const { events } = await exportSheet({ file: 'events.csv' });
 * console.log(events); // 76
 * ```
 */
export declare function exportSheet({
  data,
  edition,
  file,
  extract,
  settings,
}: ExportOptions): Promise<ExportResult>;

/**
 * Writes the texts of an edition, or of an extract of it, for translators: as XLIFF 1.2 with existing translations and
 * their states, or as a Word file with two columns.
 *
 * @throws UserError when the dataset is invalid, there is nothing to translate, or the file cannot be written
 *
 * @example
 * ```ts
 * import { exportTranslation } from 'programme';
 *
 * const { texts, missing } = await exportTranslation({ file: 'translation.xlf', lang: 'fr' });
 * console.log(texts > missing); // true
 * ```
 */
export declare function exportTranslation({
  data,
  edition,
  file,
  extract,
  lang,
}: ExportTranslationOptions): Promise<ExportTranslationResult>;

export declare interface ExportTranslationOptions extends ExportOptions {
  /** The target language. */
  lang: Lang;
}

/** A file for translators, and how many of its texts are translated. */
export declare interface ExportTranslationResult {
  path: string;
  texts: number;
  outdated: number;
  missing: number;
}

/**
 * Writes an extract: a programme that contains only the events with the given value.
 *
 * @throws UserError when the value is unknown or ambiguous, or no event has it
 *
 * @example
 * ```ts
 * import { extract } from 'programme';
 *
 * const { name, files } = await extract({ value: 'Occitanie', formats: ['csv'], langs: ['en'] });
 * console.log(name, files.length); // Occitanie (FR-OCC) 1
 * ```
 */
export declare function extract({ by, value, ...options }: ExtractOptions): Promise<ExtractResult>;

/**
 * The part of a programme whose events share a value: a region, a theme, a day, the text of a field, or a body of a
 * side.
 */
declare interface Extract_2 {
  /** The kind of the shared value: the id of a field or side, or `region`, `theme`, `day`. */
  by: string;
  /**
   * Identifies the value in command lines and file names: the code of a region, the date of a day, and otherwise Latin
   * letters and digits.
   */
  key: string;
  /** The value as printed. */
  name: Text;
  /**
   * If the key is derived from the printed text: the text, normalised so that spellings of the value that differ only
   * in case and spaces are equal.
   */
  value?: string;
  /** Id of the side, for a region. */
  side?: string;
  /** Ids of the events in the extract. */
  events: ReadonlySet<string>;
  /** Ids of the events in the extract that concern all regions of the side. */
  common: ReadonlySet<string>;
}

export { Extract_2 as Extract };

/**
 * Writes an extract for each value that events have in common, and a manifest of all extracts. If an extract cannot be
 * written, the manifest states the reason, and the remaining extracts are still written.
 *
 * @throws UserError when no event has a value
 *
 * @example
 * ```ts
 * import { extractAll } from 'programme';
 *
 * const { manifest } = await extractAll({ by: 'theme', formats: ['csv'], langs: ['en'] });
 * for (const { name, events } of manifest.extracts) console.error(name, events);
 * console.log(manifest.extracts.length); // 6
 * ```
 */
export declare function extractAll({
  by,
  progress,
  ...options
}?: ExtractAllOptions): Promise<ExtractAllResult>;

/** Options of `extractAll`; `progress` is called after each extract has been built or has failed. */
export declare type ExtractAllOptions = BuildOptions & Pick<ListExtractsOptions, 'by'>;

export declare interface ExtractAllResult {
  programme: Programme;
  manifest: Manifest;
  /** Paths of the manifest and of the page that links to the files. */
  files: readonly string[];
}

/** Extracts of a programme, and the events that are in no extract. */
export declare interface ExtractList {
  by: string;
  extracts: readonly Extract_2[];
  /** Ids of the events that are not in any extract, in printed order. */
  without: readonly string[];
}

export declare interface ExtractOptions extends BuildOptions {
  /** The property that the events have in common: id of a field or side, `region` (the default), `theme` or `day`. */
  by?: string | undefined;
  /**
   * For a region, its code, name, alias or printed text; otherwise the text of the value, part of this text, or the key
   * of the extract.
   */
  value: string;
}

/** How a user names an extract: by a property that its events have in common, and the value of this property. */
export declare interface ExtractQuery {
  /** Id of a field or side, or `region`, `theme`, `day`. */
  by: string;
  /**
   * For a region, its code, name, alias or printed text; otherwise the text of the value, part of this text, or the key
   * of the extract.
   */
  value: string;
}

export declare interface ExtractResult extends BuildResult {
  /** Name of the extract, for messages. */
  name: string;
  extract: Extract_2;
}

/**
 * The extracts of a programme by an event property: id of a field or side, `region`, `theme` or `day`. The result
 * contains the events of each extract, and the events that are in no extract.
 *
 * @throws UserError when the programme does not have the property
 *
 * @example
 * ```ts
 * import { extractsOf, readProgramme } from 'programme';
 *
 * // `files` are those of a dataset, as in the example of readProgramme.
 * const { extracts } = extractsOf(await readProgramme({ files }), 'theme');
 * console.log(extracts.length); // 6
 * ```
 */
export declare function extractsOf(programme: Programme, by: string): ExtractList;

/**
 * A criterion by which readers can filter the rows of a document on a screen: themes, the regions of a side, months,
 * the values of a field.
 */
export declare interface Facet {
  id: string;
  label: string;
  values: readonly {
    key: string;
    text: Run;
  }[];
}

/** A short fact of an event in a list: a date, a place, a price. */
export declare interface Fact {
  kind: ColumnKind;
  /** Label of the fact. */
  name: Paragraph;
  /** Whether the label must be printed because the text is unclear without it. */
  named?: true;
  words: readonly Paragraph[];
}

export declare type Field = {
  id: string;
  kind:
    | 'category'
    | 'date'
    | 'description'
    | 'email'
    | 'link'
    | 'number'
    | 'phone'
    | 'picture'
    | 'place'
    | 'price'
    | 'region'
    | 'text'
    | 'time'
    | 'title';
  heading?: Text | undefined;
  index?: boolean | { title: Text } | undefined;
  emphasis?: true | undefined;
  internal?: true | undefined;
};

export declare type FieldKind =
  | 'category'
  | 'date'
  | 'description'
  | 'email'
  | 'link'
  | 'number'
  | 'phone'
  | 'picture'
  | 'place'
  | 'price'
  | 'region'
  | 'text'
  | 'time'
  | 'title';

/** The text of one field in one language. A field that is not text (`when`, `regions.french` …) has no language. */
export declare interface FieldWords {
  /** The path of the field, such as `title` or `bodies.french`. */
  field: string;
  lang?: Lang;
  /** The text; paragraphs are separated by line feeds. */
  words: string;
}

/** A picture and its alternative text; without an alternative text, the picture is decoration. */
export declare interface Figure {
  file: PicturePath;
  alt?: Run;
  /** Whether the picture is a QR code, which has its own size. */
  isCode?: true;
}

/** A problem in the programme that an editor should review. */
export declare interface Finding extends Message {
  /** Id of the rule. */
  rule: string;
  severity: FindingSeverity;
  /**
   * The event and the field that contain the problem. The name of a field with a text for each language ends with the
   * language, as in `title.fr`. The name is also stated if the event lacks the field. Callers that know the files add
   * the file, line and column.
   */
  at: Position;
  /** The affected words; empty if the finding is about something that is missing. */
  words: string;
  /** Offset of the words in the text of the field, in UTF-16 code units. */
  offset: number;
  /** Length of the words in the field, in UTF-16 code units. */
  length: number;
  /** The text immediately before the words, as context for readers; `after` is the text after them. */
  before: string;
  after: string;
  fix?: Fix;
}

/** Severities of findings, worst first. */
export declare const FINDING_SEVERITIES: readonly ['error', 'warning', 'note'];

export declare type FindingSeverity = 'error' | 'note' | 'warning';

/** The findings that result from checking an edition. */
export declare interface FindingsReport {
  /** Name of the edition, or `draft`. */
  edition: string;
  findings: readonly Finding[];
  completeness: Completeness;
  /** Checks that were not possible, each with the reason; absent if everything was checked. */
  notChecked?: readonly string[];
  /**
   * Messages that name the dictionaries used, except dictionaries that come with the program or are installed as
   * packages.
   */
  checkedWith?: readonly Message[];
  /** The languages whose spelling was not checked. */
  withoutDictionary?: readonly Lang[];
}

/** The first rows of a sheet. */
export declare interface FirstRows {
  /** Name of the sheet; undefined in CSV files. */
  sheet?: string;
  /** The texts of each row, keyed by column letter. */
  rows: readonly Readonly<Record<string, string>>[];
}

/** A replacement for the words of a finding. */
export declare interface Fix {
  /** The replacement. */
  words: string;
  /**
   * Whether it is certain that the fix does not change the meaning of the text. `check --fix` applies such fixes
   * without asking.
   */
  safe: boolean;
}

/**
 * Makes the safe corrections in the draft; either all files are changed or none.
 *
 * @throws UserError when an edition other than the draft is to be corrected, or a file cannot be written
 *
 * @example
 * ```ts
 * import { fix } from 'programme';
 *
 * const { diffs, files } = await fix({ dryRun: true });
 * console.log(diffs.length, files.length); // 0 0
 * ```
 */
export declare function fix({ data, edition, dryRun }?: FixOptions): Promise<FixResult>;

export declare interface FixOptions extends Pick<CheckOptions, 'data' | 'edition'> {
  /** Whether to report the changes without writing them. */
  dryRun?: boolean | undefined;
}

export declare interface FixResult {
  /** The changes, as unified diffs. */
  diffs: readonly string[];
  /** Paths of the files that change. */
  files: readonly string[];
}

/** A font that an edition does not contain. */
export declare interface FontNotHeld {
  edition: string;
  file: string;
  sum: string;
  /** Path of a file in the dataset's folder fonts/ that has the checksum of the font, if there is one. */
  foundAt?: string;
}

export declare type Format = DocumentFormat | DataFormat;

export declare const FORMAT_NAMES: Format[];

/**
 * Whether a check has found anything of at least the given severity.
 *
 * @example
 * ```ts
 * import { check, foundAtLeast } from 'programme';
 *
 * console.log(foundAtLeast(await check({ edition: '1' }), 'note')); // true
 * ```
 */
export declare function foundAtLeast({ findings }: CheckResult, limit: FindingSeverity): boolean;

/**
 * Freezes the draft as an edition, together with its published files, atomically. After that, makes the web folder and
 * copies the published files. Freezing the same data again is not an error.
 *
 * @throws UserError with every reason why the draft may not be frozen, or when the files cannot be written; then no
 *   edition is written
 * @throws NotReady with the gates of `ready` that the draft has not passed
 *
 * @example
 * ```ts
 * import { freeze, NotReady } from 'programme';
 *
 * try {
 *   const { fingerprint } = await freeze({ name: '2' });
 *   console.error(fingerprint);
 * } catch (error) {
 *   if (!(error instanceof NotReady)) throw error;
 *   console.log(error.gates.map(({ id }) => id).join(', ')); // changes
 * }
 * ```
 */
export declare function freeze(options: FreezeOptions): Promise<FreezeResult>;

export declare interface FreezeOptions {
  /** Folder of the dataset; by default `data`. */
  data?: string | undefined;
  /** Name of the edition, such as `2`. */
  name: string;
  /** Name of the newest edition, to which the new edition is an erratum. */
  corrects?: string | undefined;
  /**
   * Statuses, keyed by event id. With `corrects`, the corrected edition is frozen again with these statuses, instead of
   * the draft. Requires `by`.
   */
  statuses?: ReadonlyMap<string, Status> | undefined;
  /**
   * An event property: the id of a field or side, or `region`, `theme`, `day`. An extract for each of its values is
   * also published.
   */
  extracts?: string | undefined;
  /** Gates that are allowed to fail. Requires `by` and `why`. */
  without?: readonly WaivableGate[] | undefined;
  /** Who is responsible for the statuses or the waived gates; stored in the lock. */
  by?: string | undefined;
  /** The reason; stored in the lock. */
  why?: string | undefined;
  /** Folder to which the published files are copied. */
  out?: string | undefined;
  /** Whether to report what would be written without writing it. */
  dryRun?: boolean | undefined;
  /** Date of an erratum that changes only statuses, YYYY-MM-DD; by default today. */
  date?: string | undefined;
}

/** A frozen edition. */
export declare interface FreezeResult {
  name: string;
  /** `planned` with `dryRun`; `unchanged` if the edition already exists with the same data. */
  state: 'frozen' | 'unchanged' | 'planned';
  /** Paths of the files of the edition; empty if the edition is unchanged. */
  files: readonly string[];
  fingerprint: string;
  /** Digest of the published files, with which `verify` can compare them later. */
  published: string;
  /** veraPDF's result for the PDF files. */
  verapdf: Gate['state'];
  /** Waived gates that have not passed. */
  waived: readonly WaivedGate[];
  /** What the user should check before publishing the edition. */
  warnings: readonly Message[];
  /** Font files that the edition does not contain because they may not be redistributed. */
  elsewhere: readonly string[];
  /** The corrections that an erratum makes. */
  corrections?: Comparison;
  /** Fingerprints of the changes that an erratum approved because it changes only statuses. */
  approved: readonly string[];
  /** Ids of the events that get a new status but are not in the draft. */
  notInDraft: readonly string[];
  /** The web folder. */
  site?: Site;
  /** Paths of the copies in `out`. */
  copies: readonly string[];
  /** Problems that occurred after the freeze, while the web folder was being made or files were being copied. */
  problems: readonly Problem[];
}

/** A condition for publishing, with its messages as values (`Message`) and as lines in English. */
export declare interface Gate {
  id: 'data' | 'check' | 'changes' | 'editions' | 'outputs' | 'verapdf';
  title: string;
  state: 'passed' | 'failed' | 'not checked';
  why: string;
  todo?: string;
  messages: GateMessages;
}

/** Messages about a gate. */
export declare interface GateMessages {
  title: Message;
  /** The reasons for the state of the gate. */
  why: readonly Message[];
  /** The remaining work; missing if the gate has passed. */
  todo?: readonly Message[];
}

/** The outcome of verdicts. */
export declare interface GivenVerdicts {
  /**
   * Ids of the changes that were decided in this call: accepted as proposed, refused, or accepted with a different
   * text.
   */
  accepted: readonly string[];
  refused: readonly string[];
  edited: readonly string[];
  /** Verdicts that could not be applied. */
  problems: readonly Problem[];
  /** Written files. */
  files: readonly string[];
}

/** An event of earlier editions that has since been removed. Links to such an event must still have a target. */
export declare interface GoneEvent {
  id: Target;
  title: Paragraph;
  /** The last edition that contained the event. */
  edition: string;
}

/** Labels of groups of events. */
export declare interface GroupLabels {
  severalDays: string;
  alsoOnDay: string;
  continued: Template<'heading'>;
  dateInWords: string;
  dateOpen: string;
  /** Separates a name from its value. */
  colon: string;
}

/**
 * Reads a spreadsheet, and proposes or makes the changes that bring the draft into line with it. Either all files are
 * changed or none.
 *
 * @throws UserError when the spreadsheet, the mapping or the dataset cannot be read, or when changes are to be written
 *   and there are problems
 *
 * @example
 * ```ts
 * import { exportSheet, importSheet } from 'programme';
 *
 * await exportSheet({ file: 'events.csv' });
 * const { comparison, problems } = await importSheet({ file: 'events.csv' });
 * console.log(comparison.changes.length, problems.length); // 0 0
 * ```
 */
export declare function importSheet({ data, ...options }: ImportSheetOptions): Promise<ImportSheetResult>;

export declare interface ImportSheetOptions extends ReadingOptions {
  /** Folder of the dataset; by default `data`. */
  data?: string | undefined;
  /** The spreadsheet. */
  file: string;
  /** Whether to remove events from the draft that are missing from the spreadsheet. */
  removeMissing?: boolean | undefined;
  /** Whether to write the changes into the draft; otherwise, they are only returned. */
  write?: boolean | undefined;
  /** Whether to write no files at all, not even the proposed mapping. */
  dryRun?: boolean | undefined;
}

/** The changes that a spreadsheet makes to the draft. */
export declare interface ImportSheetResult {
  /** Number of events read. */
  events: number;
  /** The current draft compared with the draft after the import. */
  comparison: Comparison;
  /** If there are problems, nothing is written. */
  problems: readonly Problem[];
  /**
   * Cells whose text was changed in different ways in the spreadsheet and in the draft since the export. The draft
   * keeps its text.
   */
  conflicts: readonly Problem[];
  /** Remarks for the user, for example about dates that cannot be parsed or rows that are not events. */
  remarks: readonly Problem[];
  /** Remarks on the file as a whole, for example about its encoding, macros, or sheets that were not read. */
  notes: readonly Message[];
  /** How each column of the spreadsheet is imported; empty for a spreadsheet exported by this program. */
  fates: readonly ColumnFate[];
  /**
   * Ids of draft events that are missing from the spreadsheet. These events are removed only if `removeMissing` is set.
   */
  missing: readonly string[];
  /** Titles of the events in `missing`. */
  missingTitles: readonly string[];
  /** The mapping derived from the headings of a third-party sheet. */
  mapping?: {
    yaml: string;
    path?: string;
  };
  /** Files of the dataset that change. */
  files: readonly string[];
  written: boolean;
}

/** A difference between an edition and its lock, or a change to the lock itself. */
export declare interface Inconsistency extends Message {
  /** The path within the edition's folder. */
  file: string;
  /** The key in the lock. */
  field?: string;
  problem:
    | 'changed'
    | 'missing'
    | 'extra'
    | 'link'
    | 'special'
    | 'name'
    | 'altered'
    | 'damaged'
    | 'unreadable';
}

/** A group of an index: entries under a name, such as a region, a place or a month. */
export declare interface IndexGroup {
  heading: Paragraph;
  /**
   * Lines below the heading: the address of a place and how to reach it; in a group without entries, the items that it
   * lists without links, such as removed events.
   */
  notes?: readonly Paragraph[];
  entries: readonly Entry[];
}

/**
 * Writes a new dataset that `build` can print at once: either a small example that explains every field, or the events
 * of a spreadsheet.
 *
 * @throws OpenQuestions if only the user can answer a question about the spreadsheet, and there is no `ask`
 * @throws UserError when the folder is not empty, or the spreadsheet cannot be read
 *
 * @example
 * ```ts
 * import { init } from 'programme';
 *
 * const { themes, events } = await init({ dir: 'my-programme' });
 * console.log(themes, events); // 2 3
 * ```
 */
export declare function init(options: InitOptions): Promise<InitResult>;

export declare interface InitOptions extends AnswerOptions {
  /** Folder of the new dataset, which must be empty or must not exist yet. */
  dir: string;
  /**
   * Spreadsheet with the events of the dataset, or a ZIP file of a dataset folder; by default, the dataset has three
   * example events.
   */
  from?: string | undefined;
  /** Mapping file for the spreadsheet. */
  map?: string | undefined;
  /** Year for dates without a year. */
  year?: number | undefined;
}

export declare interface InitResult extends Omit<NewDataset, 'files'> {
  dir: string;
  /** Paths of the written files, relative to the folder. */
  files: readonly string[];
}

/** A required property, and the number of events without it. */
export declare interface LackingProperty {
  property: RequiredProperty;
  events: number;
}

export declare type Lang = 'de' | 'en' | 'es' | 'fr' | 'it' | 'ru';

export declare const LANGS: Lang[];

/** An event without a calendar entry, and the reason: its date is not exact, or it has a time but no time zone. */
export declare interface LeftOut {
  id: string;
  title: string;
  reason: 'date' | 'timezone';
}

/** An event as a list item: its title, a line of facts, its description. */
export declare interface ListedEvent
  extends Pick<Row, 'id' | 'marks' | 'when' | 'schedule' | 'places' | 'facets'> {
  number: Paragraph;
  title: readonly Paragraph[];
  pictures: readonly Figure[];
  /** Captions of the pictures, printed below them. */
  captions: readonly Paragraph[];
  /** QR codes of addresses, between the facts and the description. */
  codes: readonly Figure[];
  /** Labels that state that the event is new, updated or moved, or that it concerns all regions. */
  signs: readonly Paragraph[];
  facts: readonly Fact[];
  description: readonly Paragraph[];
}

/**
 * Names of the frozen editions, oldest first.
 *
 * @example
 * ```ts
 * import { listEditions } from 'programme';
 *
 * console.log((await listEditions()).join()); // 1
 * ```
 */
export declare function listEditions({ data }?: { data?: string | undefined }): Promise<string[]>;

/**
 * The extracts of an edition with their events, and the events that are not in any extract.
 *
 * @example
 * ```ts
 * import { listExtracts } from 'programme';
 *
 * const { extracts, without } = await listExtracts({ by: 'theme' });
 * console.log(extracts.length, without.length); // 6 0
 * ```
 */
export declare function listExtracts({
  data,
  edition,
  by,
}?: ListExtractsOptions): Promise<ListExtractsResult>;

export declare interface ListExtractsOptions {
  /** The property that events have in common: id of a field or side, `region` (the default), `theme` or `day`. */
  by?: string | undefined;
  /** Folder of the dataset; by default `data`. */
  data?: string | undefined;
  /** Name of a frozen edition; by default the draft. */
  edition?: string | undefined;
}

export declare interface ListExtractsResult extends ExtractList {
  programme: Programme;
}

/** A paragraph of a list item. The items of nested lists have a deeper level. */
export declare interface ListItem {
  text: Paragraph;
  /** Nesting level; 0, the default, for items of the list itself. */
  level?: number;
  /** Number of the item in an ordered list, such as `3.`; otherwise the item has a bullet. */
  number?: string;
  /** Whether this is a further paragraph of the item above. */
  continues?: true;
}

/**
 * The proposals that wait for verdicts, with the number of changes in each.
 *
 * @example
 * ```ts
 * import { listProposals } from 'programme';
 *
 * console.log((await listProposals()).length); // 0
 * ```
 */
export declare function listProposals({ data }?: Pick<ReviewOptions, 'data'>): Promise<
  {
    name: string;
    open: number;
    accepted: number;
    refused: number;
  }[]
>;

/** A design with its fonts and pictures. */
export declare interface Look {
  /** Differences between `design.yaml` and the design that is used. */
  readonly notes: readonly Problem[];
}

/** The result of `extract --all`. */
export declare interface Manifest {
  version: 1;
  programme: string;
  /** Name of the edition as it is used in file names: `ed1`, `draft`. */
  edition: string;
  /** Fingerprint of a frozen edition. */
  fingerprint?: string;
  date: string;
  /** Number of events in the whole programme. */
  events: number;
  /** veraPDF's result for the PDF files. */
  verapdf: Gate['state'];
  /** The property that the events of an extract have in common: id of a field or side, or `region`, `theme`, `day`. */
  by: string;
  extracts: {
    /** The side and code of a region. */
    side?: string;
    region?: string;
    /** Key of the extract. */
    value: string;
    name: string;
    events: number;
    files: (Omit<BuiltFile, 'path'> & {
      file: string;
    })[];
  }[];
  failed: {
    value: string;
    name: string;
    reason: string;
  }[];
  /** Ids of the events that are not in any extract. */
  without: readonly string[];
}

/**
 * Marks a row because something about it is new. The label of the mark is printed; the bar next to the row is only a
 * visual aid.
 */
export declare interface Mark {
  kind: 'new' | 'updated' | 'moved' | Status | 'all-regions';
  word: string;
}

/** A message of the program. */
export declare interface Message {
  /**
   * Code that identifies the message in every language. A code consists of lower-case words and hyphens, and never
   * changes.
   */
  readonly code: string;
  readonly parameters: Readonly<Record<string, Parameter>>;
  /** The text in English. */
  readonly message: string;
  /** The hint that states what the user can do, in English. */
  readonly hint?: string;
}

export declare interface Meta {
  /** Title of the document as plain text. */
  title: string;
  author: string;
  subject: string;
  lang: Lang;
  /**
   * Date of the edition, YYYY-MM-DD: the only date or time that files contain about themselves. Absent for a document
   * built from spreadsheets.
   */
  date?: string;
  /** File name without extension. */
  stem: string;
  /** Absolute address of the web page, if the programme has one. */
  address?: string;
  /** Address of the feed of the editions, relative to the page, and absolute address of a picture of the cover. */
  feed?: string;
  picture?: string;
  /** Fingerprint of the frozen edition that the document prints. */
  fingerprint?: string;
}

/** Verdicts that a caller gives. */
export declare interface NamedVerdicts {
  /** Ids of the changes to accept and to refuse. */
  accept?: readonly string[] | undefined;
  refuse?: readonly string[] | undefined;
  /** Ids of changes whose verdicts are undone. */
  reopen?: readonly string[] | undefined;
  /** Individual verdicts, each with its own reason. */
  verdicts?: readonly Ruling[] | undefined;
  /** The reason for all verdicts that name only the id of a change. */
  why?: string | undefined;
}

/** A place, its town, and its coordinates: latitude and longitude in degrees. */
export declare interface NearPlace {
  name: string;
  town?: string;
  coordinates?: readonly [number, number];
}

/**
 * A setting that a change requires but that the draft does not contain: its path, and the verdict on the change that
 * adds it.
 */
export declare interface NeededSetting {
  setting: string;
  verdict: Verdict;
}

/** A new dataset that was made from a list or restored from a backup. */
export declare interface NewDataset {
  /** Files, keyed by path in the folder of the dataset. */
  files: DatasetFiles;
  themes: number;
  events: number;
  /** Which content of the list is public, which internal, and which is left out. */
  preview: Preview;
  remarks: readonly Problem[];
  notes: readonly Message[];
}

/** The error that is thrown if the draft was not frozen because it did not pass all gates of `ready`. */
export declare class NotReady extends UserError {
  readonly gates: readonly Gate[];
  constructor(gates: readonly Gate[]);
}

/** A time at which an event takes place. */
export declare interface Occurrence {
  /** The day or period of the occurrence, from `when` of the event, as EDTF. */
  date: string;
  /**
   * First and last day, YYYY-MM-DD, inclusive. Undefined if the exact days are unknown: for a month, an open end or an
   * approximate day.
   */
  days?: {
    start: string;
    end: string;
  };
  /** The printed text of the time. */
  words?: string;
  /**
   * Time at which the doors open, in minutes as in `Hours`, like `start` and `end`. `momentsOf` combines these times
   * with days.
   */
  doors?: number;
  start?: number;
  end?: number;
  /** IANA name of the time zone of the times, if it is certain. */
  timezone?: string;
}

/** A day on which an event takes place. */
export declare interface OnDay {
  /** YYYY-MM-DD. */
  day: string;
  /** Start of the event in minutes after midnight, if stated. */
  start?: number;
  /** The start time as printed. */
  words?: string;
}

/**
 * Opens the design of a dataset, or the default design if it has none.
 *
 * @throws UserError when the content of `design.yaml` is not a design, or a picture or font cannot be used
 *
 * @example
 * ```ts
 * import { openLook } from 'programme';
 *
 * const look = await openLook({ files: new Map([['design.yaml', 'paper: A5']]) });
 * console.log(look.notes.length); // 0
 * ```
 */
export declare function openLook({ files, programme }: OpenLookOptions): Promise<Look>;

export declare interface OpenLookOptions {
  /** Files of the dataset: `design.yaml`, its pictures and fonts. */
  files: DatasetFiles;
  /** The programme to which the design applies, and to whose ids the design can refer. */
  programme?: Programme | undefined;
}

/** Thrown if questions have not been answered; nothing is written in this case. */
export declare class OpenQuestions extends UserError {
  readonly questions: readonly Question[];
  constructor(questions: readonly Question[], file?: string);
}

/**
 * The open questions about the list of a new programme, and the dataset that is made from it. To ask a user, call this
 * function, ask the first question, add the answer, and repeat until no question is open. `dataset.preview` lists which
 * content will be public, which internal, and which will be left out, with samples. The messages in
 * questions can be translated with `translateMessage`.
 *
 * Each question has a `name`, which is its key in `answers`; `form` states whether the answer is one of `answers`, a
 * year (2030, or the season 2030/31) or any text. A dataset may be written if every open question is `safe`, as `init
 * --yes` does; `dataset.files` are then the files that `init` writes.
 *
 * @throws UserError when the list cannot be read, has no events, or an answer is invalid
 *
 * @example
 * ```ts
 * import { openQuestions } from 'programme';
 *
 * const bytes = Buffer.from('Project,Event,Date\nRivers,Opening,4 May\nRivers,Closing,5 May\n');
 * const { questions } = await openQuestions({ file: 'season.csv', bytes });
 * console.log(questions.map(({ name }) => name).join()); // title,year,programme-title
 * const answers = new Map([['title', 'Event'], ['year', '2030'], ['programme-title', 'Rivers']]);
 * const { dataset } = await openQuestions({ file: 'season.csv', bytes, answers });
 * console.log(dataset?.events, dataset?.preview.columns[1]?.field); // 2 title
 * ```
 */
export declare function openQuestions({
  file,
  bytes,
  answers,
}: OpenQuestionsOptions): Promise<OpenQuestionsResult>;

export declare interface OpenQuestionsOptions {
  /** File name of the list, with the extension `.xlsx`, `.ods` or `.csv`; `.zip` for a backup of a dataset. */
  file: string;
  bytes: Uint8Array;
  /** Answers, keyed by the names of the questions, such as `title` or `publish Budget`. */
  answers?: Answers | undefined;
}

/** The open questions about a list, and the dataset that is made from it. */
export declare interface OpenQuestionsResult {
  /**
   * Unanswered questions, in the order in which to ask them. An answer can settle other questions or raise new ones.
   */
  questions: readonly Question[];
  /** The first rows of each sheet. */
  sheets: readonly FirstRows[];
  /**
   * The dataset that results from the answers and, for open questions, from the proposed answers. The dataset can be
   * written if all open questions are `safe`. Undefined if no events are found until a question is answered.
   */
  dataset?: NewDataset;
}

/** Gates that pass even if they were not checked, unless they are required. */
export declare type OptionalGate = 'verapdf' & Gate['id'];

export declare type OwnLabels = {
  [x: string]:
    | string
    | { one?: string | undefined; few?: string | undefined; many?: string | undefined; other: string }
    | {
        de?:
          | string
          | { one?: string | undefined; few?: string | undefined; many?: string | undefined; other: string }
          | undefined;
        en?:
          | string
          | { one?: string | undefined; few?: string | undefined; many?: string | undefined; other: string }
          | undefined;
        es?:
          | string
          | { one?: string | undefined; few?: string | undefined; many?: string | undefined; other: string }
          | undefined;
        fr?:
          | string
          | { one?: string | undefined; few?: string | undefined; many?: string | undefined; other: string }
          | undefined;
        it?:
          | string
          | { one?: string | undefined; few?: string | undefined; many?: string | undefined; other: string }
          | undefined;
        ru?:
          | string
          | { one?: string | undefined; few?: string | undefined; many?: string | undefined; other: string }
          | undefined;
      };
};

/** A paragraph. */
export declare type Paragraph = readonly Run[];

/**
 * A paragraph that is in the old text, in the new text, or in both. The old text contains the paragraph if one of its
 * segments is not `inserted`.
 */
export declare type ParagraphDiff = readonly Segment[];

/**
 * A parameter of a message: a text that is inserted unchanged, a number, a list (truncated if it is long), alternatives
 * or items joined by "or" or "and", a quoted text, a command to type, a term, or another message.
 */
export declare type Parameter =
  | string
  | number
  | readonly (string | Message)[]
  | {
      readonly and: readonly string[];
    }
  | {
      readonly or: readonly string[];
    }
  | {
      readonly quoted: readonly string[];
    }
  | {
      readonly command: readonly string[];
    }
  | Term
  | Message;

/** The text of a part in one language. */
export declare interface PartText {
  /** The id of the part. */
  part: string;
  lang: Lang;
  /**
   * The path of the text, such as `texts.foreword.fr` if it is in a file of its own, or `parts.1.text.fr` if it is in
   * programme.yaml.
   */
  field: string;
  /** The Markdown source. */
  source: string;
  rich: RichText;
}

/** The path of a picture in the dataset folder, with forward slashes. */
export declare type PicturePath = string;

export declare type Place = {
  id?: string | undefined;
  name: Text;
  region?: string | undefined;
  aliases?: string[] | undefined;
  address?: Text | undefined;
  postcode?: string | undefined;
  town?: Text | undefined;
  coordinates?: [number, number] | undefined;
  access?: Text | undefined;
};

/** Plural forms of nouns after a number (CLDR plural rules). */
export declare type PluralForm = 'one' | 'few' | 'many' | 'other';

/**
 * A position in the user's files. Every part is optional: for example, if the file was not read again to find the line
 * of a problem, only the event and the field are known.
 */
export declare interface Position {
  file?: string;
  /** Line number, starting from 1. */
  line?: number;
  /** Column number, starting from 1. */
  column?: number;
  /** Cell of a spreadsheet, such as `Culture!E12`. */
  cell?: string;
  /** Id of the event. */
  event?: string;
  /** Path of the field in the event or in the configuration, such as `regions.french`. */
  field?: string;
}

/** The part of a list's content that will be public. */
export declare interface Preview {
  /** How each column is imported. */
  columns: readonly ColumnFate[];
  /** Texts of the new programme that are taken from the list. */
  texts: readonly PreviewText[];
}

export declare interface PreviewText {
  text: 'title' | 'introduction' | 'notes';
  words: readonly string[];
  internal: boolean;
}

/** Where an event, theme or side is printed in the programme. */
export declare interface PrintedPlace {
  id: string;
  /**
   * The position, counted from 1: of an event in the whole programme, of a theme among the themes, or of a side among
   * the sides.
   */
  number: number;
  title: Text;
  /** The theme of an event. */
  theme?: {
    id: string;
    title: Text;
  };
  /** The regions of an event as ISO 3166-2 codes; a country code stands for all regions of the country. */
  regions?: readonly string[];
}

/** An error in the user's input: a message and its position. */
export declare interface Problem extends Partial<Message> {
  message: string;
  at?: Position;
  hint?: string;
  /** The text that contains the problem, if the position in the files can only be found by searching for this text. */
  words?: string;
  /** The character that cannot be printed, if the problem is about a character. */
  glyph?: string;
}

/** A complete dataset that has been read and validated: an edition or the draft. */
export declare interface Programme {
  /** The name of the edition, or `draft`; for a spreadsheet, the name of its file. */
  edition: string;
  /** Whether the programme was read from a spreadsheet, which is not an edition and has no date. */
  isFile?: true;
  config: ProgrammeFile;
  themes: readonly ThemeEvents[];
  reference: Reference;
  /** The texts of the parts, in the order of the parts and languages; missing if no part is a text. */
  texts?: readonly PartText[];
  /**
   * For a dataset in an older format, its original texts, indexed by their form in the newest format. The original
   * texts are needed because fingerprints were computed from them.
   */
  olderWords?: ReadonlyMap<string, string>;
  /**
   * For a draft that is updated from spreadsheets, the mappings that the dataset contains, by the names of the
   * spreadsheet files.
   */
  mappings?: Readonly<Record<string, object>>;
  /** For a draft that is updated from a workbook with settings, the content of its design file. */
  design?: object;
}

export declare type ProgrammeFile = {
  format: 3;
  name: string;
  language: Lang;
  languages: Lang[];
  date: string;
  period: string;
  address?: string | undefined;
  timezone?: string | undefined;
  web?: { position?: boolean | undefined } | undefined;
  title: Text;
  shortTitle?: Text | undefined;
  author: string;
  subject: Text;
  introduction: Text;
  contents: Text;
  parts?:
    | (
        | string
        | {
            id: string;
            text?: Text | undefined;
            signatures?: { name: Text; role?: Text | undefined; portrait?: Text | undefined }[] | undefined;
          }
      )[]
    | undefined;
  fields: Field[];
  sides: Side[];
  themes: Theme[];
  placeholders?: ('author' | 'date' | 'introduction' | 'period' | 'subject' | 'title')[] | undefined;
  labels?:
    | Record<
        string,
        | string
        | { one?: string | undefined; few?: string | undefined; many?: string | undefined; other: string }
        | {
            de?:
              | string
              | {
                  one?: string | undefined;
                  few?: string | undefined;
                  many?: string | undefined;
                  other: string;
                }
              | undefined;
            en?:
              | string
              | {
                  one?: string | undefined;
                  few?: string | undefined;
                  many?: string | undefined;
                  other: string;
                }
              | undefined;
            es?:
              | string
              | {
                  one?: string | undefined;
                  few?: string | undefined;
                  many?: string | undefined;
                  other: string;
                }
              | undefined;
            fr?:
              | string
              | {
                  one?: string | undefined;
                  few?: string | undefined;
                  many?: string | undefined;
                  other: string;
                }
              | undefined;
            it?:
              | string
              | {
                  one?: string | undefined;
                  few?: string | undefined;
                  many?: string | undefined;
                  other: string;
                }
              | undefined;
            ru?:
              | string
              | {
                  one?: string | undefined;
                  few?: string | undefined;
                  many?: string | undefined;
                  other: string;
                }
              | undefined;
          }
      >
    | undefined;
  rules?: Record<string, { severity: 'error' | 'note' | 'off' | 'warning'; reason: string }> | undefined;
  changes?:
    | Partial<
        Record<
          | 'body-changed'
          | 'category-changed'
          | 'contact-changed'
          | 'date-changed'
          | 'description-reworded'
          | 'emphasis-changed'
          | 'event-added'
          | 'event-merged'
          | 'event-moved'
          | 'event-removed'
          | 'event-split'
          | 'heading-changed'
          | 'id-changed'
          | 'ids-swapped'
          | 'introduction-changed'
          | 'link-changed'
          | 'number-changed'
          | 'part-changed'
          | 'period-changed'
          | 'picture-changed'
          | 'place-changed'
          | 'price-changed'
          | 'programme-title-changed'
          | 'publisher-changed'
          | 'region-changed'
          | 'side-added'
          | 'side-changed'
          | 'side-moved'
          | 'side-removed'
          | 'status-changed'
          | 'subject-changed'
          | 'text-changed'
          | 'theme-added'
          | 'theme-columns-changed'
          | 'theme-moved'
          | 'theme-removed'
          | 'theme-renamed'
          | 'time-changed'
          | 'title-reworded'
          | 'titles-swapped',
          'major' | 'minor' | 'typographic'
        >
      >
    | undefined;
};

/** A callback that receives the number of finished files, the total number of files, and the name of the next file. */
export declare type Progress = (done: number, all: number, name: string) => void;

export declare type Proposal = {
  format: 1 | 2;
  origin: { file: string; sum: string; date: string; base: string };
  changes: {
    id: string;
    kind:
      | 'body-changed'
      | 'category-changed'
      | 'contact-changed'
      | 'date-changed'
      | 'description-reworded'
      | 'emphasis-changed'
      | 'event-added'
      | 'event-merged'
      | 'event-moved'
      | 'event-removed'
      | 'event-split'
      | 'heading-changed'
      | 'id-changed'
      | 'ids-swapped'
      | 'introduction-changed'
      | 'link-changed'
      | 'number-changed'
      | 'part-changed'
      | 'period-changed'
      | 'picture-changed'
      | 'place-changed'
      | 'price-changed'
      | 'programme-title-changed'
      | 'publisher-changed'
      | 'region-changed'
      | 'settings'
      | 'side-added'
      | 'side-changed'
      | 'side-moved'
      | 'side-removed'
      | 'status-changed'
      | 'subject-changed'
      | 'text-changed'
      | 'theme-added'
      | 'theme-columns-changed'
      | 'theme-moved'
      | 'theme-removed'
      | 'theme-renamed'
      | 'time-changed'
      | 'title-reworded'
      | 'titles-swapped';
    severity: 'major' | 'minor' | 'typographic';
    about: 'event' | 'programme' | 'side' | 'theme';
    of?: string;
    field?: string;
    lang?: Lang;
    base?: string;
    theirs?: string;
    when?: { base?: string; theirs?: string | undefined; written?: string };
    markdown?: { base?: string; theirs?: string };
    source?: { lang: Lang; words: string };
    unfinished?: true;
    fields?: { field: string; lang?: Lang; words: string }[];
    spot?: { theme: string; after?: string };
    from?: { theme: string; after?: string };
    between?: { after?: string; before?: string };
    after?: string;
    by?: string;
    date?: string;
    untracked?: true;
    verdict: 'accepted' | 'open' | 'refused';
    written?: string;
    writtenFields?: { field: string; lang?: Lang; words: string }[];
    was?: string;
    decided?: { by: string; date: string; why?: string };
  }[];
  comments: {
    words: string | Message;
    where?: string | Message;
    event?: string;
    field?: string;
    by?: string;
    date?: string;
    done?: { by: string; date: string };
  }[];
  unplaced: {
    words: string | Message;
    where?: string | Message;
    event?: string;
    field?: string;
    by?: string;
    date?: string;
    done?: { by: string; date: string };
  }[];
};

/**
 * Turns a returned file or folder into a proposal, which contains each change that is not in the draft yet and the text
 * on which the change is based. Changes that are already open or refused are not added again, so importing the same
 * file again adds nothing.
 *
 * @throws UserError when the source or the dataset cannot be read
 *
 * @example
 * ```ts
 * import { exportCorrections, propose } from 'programme';
 *
 * await exportCorrections({ file: 'corrections.docx' });
 * const { changes, kept } = await propose({ source: 'corrections.docx', write: true });
 * console.log(changes.length, kept); // 0 false
 * ```
 */
export declare function propose({ source, ...options }: ProposeOptions): Promise<ProposeResult>;

export declare type ProposedChange = {
  id: string;
  kind:
    | 'body-changed'
    | 'category-changed'
    | 'contact-changed'
    | 'date-changed'
    | 'description-reworded'
    | 'emphasis-changed'
    | 'event-added'
    | 'event-merged'
    | 'event-moved'
    | 'event-removed'
    | 'event-split'
    | 'heading-changed'
    | 'id-changed'
    | 'ids-swapped'
    | 'introduction-changed'
    | 'link-changed'
    | 'number-changed'
    | 'part-changed'
    | 'period-changed'
    | 'picture-changed'
    | 'place-changed'
    | 'price-changed'
    | 'programme-title-changed'
    | 'publisher-changed'
    | 'region-changed'
    | 'settings'
    | 'side-added'
    | 'side-changed'
    | 'side-moved'
    | 'side-removed'
    | 'status-changed'
    | 'subject-changed'
    | 'text-changed'
    | 'theme-added'
    | 'theme-columns-changed'
    | 'theme-moved'
    | 'theme-removed'
    | 'theme-renamed'
    | 'time-changed'
    | 'title-reworded'
    | 'titles-swapped';
  severity: 'major' | 'minor' | 'typographic';
  about: 'event' | 'programme' | 'side' | 'theme';
  of?: string;
  field?: string;
  lang?: Lang;
  base?: string;
  theirs?: string;
  when?: { base?: string; theirs?: string | undefined; written?: string };
  markdown?: { base?: string; theirs?: string };
  source?: { lang: Lang; words: string };
  unfinished?: true;
  fields?: { field: string; lang?: Lang; words: string }[];
  spot?: { theme: string; after?: string };
  from?: { theme: string; after?: string };
  between?: { after?: string; before?: string };
  after?: string;
  by?: string;
  date?: string;
  untracked?: true;
  verdict: 'accepted' | 'open' | 'refused';
  written?: string;
  writtenFields?: { field: string; lang?: Lang; words: string }[];
  was?: string;
  decided?: { by: string; date: string; why?: string };
};

export declare interface ProposeOptions extends ReadingOptions {
  /** Folder of the dataset; by default `data`. */
  data?: string | undefined;
  /** A folder with a user's copy of the dataset, or a returned file. */
  source: string;
  /** Date of the proposal, YYYY-MM-DD; by default today. */
  date?: string | undefined;
  /** Whether to store the changes as a proposal; otherwise, they are only returned. */
  write?: boolean | undefined;
}

export declare interface ProposeResult {
  /** Name of the proposal. If the same file was imported before, this is the name of the earlier proposal. */
  name: string;
  /** The changes that need a verdict, compared with the draft. */
  comparison: Comparison;
  /** Titles of the events of the draft, by id. */
  titles: ReadonlyMap<string, string>;
  changes: readonly ProposedChange[];
  /** The state of each change in relation to the draft, by id. */
  standings: ReadonlyMap<string, Standing>;
  /** Ids of changes to fields that have also been changed in the draft. */
  conflicts: readonly string[];
  /** Number of changes that are already in the draft, or that are open or refused in an earlier proposal. */
  done: number;
  known: number;
  comments: readonly Remainder[];
  unplaced: readonly Remainder[];
  notes: readonly Message[];
  /** Remarks for the user on cells of a spreadsheet. */
  remarks: readonly Problem[];
  /** File of the proposal, if one was written. */
  file?: string;
  /** Whether the proposal was stored by this import or by an earlier import of the same file. */
  kept: boolean;
}

/** A question about a list; `message` is its text in English. */
export declare interface Question extends Message {
  /** The name by which an answer refers to the question, such as `title`, `year` or `publish Budget`. */
  name: string;
  /** The form of the answer: one of the values in `answers`, a year, or free text. */
  form: 'choice' | 'year' | 'words';
  /** The texts to which the question refers, such as cells of the list. */
  evidence: readonly string[];
  /** The possible answers; empty if any year or any text is a valid answer. */
  answers: readonly Answer[];
  /** The value that is used if the question is not answered; undefined if no value is likely. */
  proposal?: string;
  /**
   * Whether the proposal can be used without confirmation: even if it is wrong, all dates, titles and published columns
   * are correct.
   */
  safe: boolean;
}

/**
 * The dataset of an edition with its internal fields, for programs that edit datasets.
 *
 * @throws UserError with every problem in every file
 *
 * @example
 * ```ts
 * import { readDataset } from 'programme';
 *
 * const { themes } = await readDataset({ edition: '1' });
 * console.log(themes[0]?.events[0]?.id !== undefined); // true
 * ```
 */
export declare function readDataset({ data, edition }?: ReadDatasetOptions): Promise<Programme>;

export declare interface ReadDatasetOptions {
  /** Folder of the dataset; by default `data`. */
  data?: string | undefined;
  /** Name of a frozen edition; by default the draft. */
  edition?: string | undefined;
}

export declare interface Readiness {
  version: 2;
  /** Whether no gate has failed. */
  ready: boolean;
  /** The gates in the order in which users should work on them. Gates that were not checked come last. */
  gates: Gate[];
}

/** How a third-party spreadsheet is read. */
export declare interface ReadingOptions extends AnswerOptions {
  /** Mapping file; by default, the columns are recognised by their headings. */
  map?: string | undefined;
  /** Year for dates without a year; by default the year in the mapping, or the year in the programme's period. */
  year?: number | undefined;
  /** Encoding of a CSV file, if it is not detected correctly. */
  encoding?: string | undefined;
  /** Field separator of a CSV file, if it is not detected correctly. */
  separator?: string | undefined;
}

/**
 * Reads a programme and removes its internal fields.
 *
 * @throws UserError with every problem in every file, each with file, line, column, event and field
 *
 * @example
 * ```ts
 * import { readProgramme } from 'programme';
 *
 * const files = new Map([
 *   [
 *     'programme.yaml',
 *     `format: 3
 * name: festival
 * language: en
 * languages: [en]
 * date: "2030-05-01"
 * period: 2030-06
 * title: Festival by the river
 * author: Town of Example
 * subject: Programme of the festival
 * introduction: Two evenings of music.
 * contents: Contents
 * fields: [{ id: title, kind: title, heading: Event }, { id: date, kind: date, heading: Date }]
 * themes: [{ id: music, title: Music, columns: [title, date] }]
 * `,
 *   ],
 *   ['events/music.yaml', '- { id: choir, title: Choir, date: 1 June 2030, when: 2030-06-01 }'],
 * ]);
 * const programme = await readProgramme({ files });
 * console.log(programme.themes[0]?.events.length); // 1
 * ```
 */
export declare function readProgramme({ files, edition }: ReadProgrammeOptions): Promise<Programme>;

export declare interface ReadProgrammeOptions {
  /** Files of the dataset. */
  files: DatasetFiles;
  /** Name of the edition; by default `draft`. */
  edition?: string | undefined;
}

/**
 * The settings of the draft, for programs that edit them.
 *
 * @throws UserError with every problem in every file
 *
 * @example
 * ```ts
 * import { readSettings } from 'programme';
 *
 * const { programme } = await readSettings();
 * console.log(programme.period); // 2021
 * ```
 */
export declare function readSettings({ data, draft }?: ReadSettingsOptions): Promise<Settings>;

export declare interface ReadSettingsOptions {
  /** Folder of the dataset; by default `data`. */
  data?: string | undefined;
  /** The draft, if it has already been read. */
  draft?: Programme | undefined;
}

/**
 * Checks every gate, in order, to determine whether the draft may be published. If the data cannot be read, only the
 * first gate is returned.
 *
 * @example
 * ```ts
 * import { ready } from 'programme';
 *
 * const { gates } = await ready();
 * for (const { id, state, why } of gates) console.error(id, state, why);
 * console.log(gates[0]?.state); // passed
 * ```
 */
export declare function ready({ data, require, progress }?: ReadyOptions): Promise<Readiness>;

export declare interface ReadyOptions {
  /** Folder of the dataset; by default `data`. */
  data?: string | undefined;
  /** Gates that fail if they cannot be checked. */
  require?: readonly OptionalGate[] | undefined;
  /** Called before each file is built for the check. */
  progress?: Progress | undefined;
}

/** The outcome of rebuilding a published file. */
export declare interface RebuiltFile {
  file: string;
  /** Whether the bytes are the same. */
  same: boolean;
  /** Whether the bytes differ only in their compression. */
  sameContent?: true;
}

/**
 * The name of a redline in a format. `redline` alone is the redline in the format in which changes can be accepted and
 * rejected.
 */
export declare type Redline = 'redline' | `redline-${DocumentFormat}`;

/** The regions and places of a dataset. */
export declare interface Reference {
  regions: readonly Region[];
  places: readonly Place[];
}

export declare type Region = {
  code: string;
  kind:
    | 'autonomous-oblast'
    | 'autonomous-okrug'
    | 'city'
    | 'krai'
    | 'oblast'
    | 'overseas-region'
    | 'region'
    | 'republic';
  names: {
    de?: string | undefined;
    en?: string | undefined;
    es?: string | undefined;
    fr?: string | undefined;
    it?: string | undefined;
    ru?: string | undefined;
  };
  aliases?: string[] | undefined;
};

export declare type Remainder = {
  words: string | Message;
  where?: string | Message;
  event?: string;
  field?: string;
  by?: string;
  date?: string;
  done?: { by: string; date: string };
};

/**
 * The comments and texts without a position in a proposal that are not marked as done, each with an id.
 *
 * @example
 * ```ts
 * import { remaindersOf } from 'programme';
 *
 * const comments = [{ words: 'Which hall?' }];
 * console.log(remaindersOf({ comments, unplaced: [] }).map(({ id }) => id).join()); // comment-1
 * ```
 */
export declare function remaindersOf({
  comments,
  unplaced,
}: Readonly<Record<'comments' | 'unplaced', readonly Remainder[]>>): {
  id: string;
  kind: 'comment' | 'unplaced';
  remainder: {
    words: string | Message;
    where?: string | Message;
    event?: string;
    field?: string;
    by?: string;
    date?: string;
    done?: {
      by: string;
      date: string;
    };
  };
}[];

/** A proofing remark. Remarks are not part of the programme; they are printed in a margin or as comments. */
export declare interface Remark {
  severity: FindingSeverity;
  /** Severity and rule; the problem; the hint, if there is one. */
  paragraphs: readonly Paragraph[];
}

/**
 * The events as a machine-readable file: a calendar, a data package or CSV.
 *
 * @throws UserError when the extract is unknown or ambiguous
 *
 * @example
 * ```ts
 * import { readProgramme, renderData } from 'programme';
 *
 * // `files` are those of a dataset, as in the example of readProgramme.
 * const { bytes, events } = await renderData(await readProgramme({ files }), { format: 'csv' });
 * console.log(bytes.length > 0, events); // true 76
 * ```
 */
export declare function renderData(
  programme: Programme,
  { format, lang, extract: query, earlier: whole }: RenderDataOptions,
): Promise<DataFile>;

export declare interface RenderDataOptions {
  format: DataFormat;
  /** Language of the texts; by default the language of the programme. */
  lang?: Lang | undefined;
  /** The extract whose events the file contains; by default, it contains all events. */
  extract?: ExtractQuery | undefined;
  /** Earlier editions, oldest first. A calendar marks events that exist only in these editions as cancelled. */
  earlier?: readonly Programme[] | undefined;
}

/**
 * A document as the bytes of a file: PDF, Word or web page.
 *
 * @throws UserError when the fonts lack a character, or a text does not fit
 *
 * @example
 * ```ts
 * import { buildDocument, openLook, readProgramme, renderDocument } from 'programme';
 *
 * // `files` are those of a dataset, as in the example of readProgramme.
 * const programme = await readProgramme({ files });
 * const look = await openLook({ files, programme });
 * const document = buildDocument(programme, { look });
 * const { bytes, pages } = await renderDocument(document, { format: 'pdf', look });
 * console.log(bytes.length > 0, pages); // true 23
 * ```
 */
export declare function renderDocument(
  document: Document,
  { format, look }: RenderDocumentOptions,
): Promise<RenderDocumentResult>;

export declare interface RenderDocumentOptions {
  format: DocumentFormat;
  /** The fonts and the design of the document; by default, the default design is used. */
  look?: Look | undefined;
}

export declare interface RenderDocumentResult {
  bytes: Uint8Array;
  /** Number of pages, if the format has pages. */
  pages?: number;
}

/** Properties that search engines require of an event in addition to its name. */
export declare type RequiredProperty = 'startDate' | 'location' | 'location.address';

/**
 * Decides on the changes in a proposal: accepted changes are made in the draft, and the proposal stores the verdicts.
 * Either all files are changed or none.
 *
 * @throws UserError when the proposal or the draft cannot be read, no person is named, or the draft would not be valid
 *
 * @example
 * ```ts
 * import { propose, review } from 'programme';
 *
 * // `partner` is a copy of the folder of the dataset in which one title was changed.
 * await propose({ source: 'partner', write: true });
 * const { proposal } = await review({ name: 'partner', acceptAll: true, by: 'A. Editor' });
 * console.log(proposal.changes.map(({ verdict }) => verdict).join()); // accepted
 * ```
 */
export declare function review(options: ReviewOptions): Promise<ReviewResult>;

/**
 * Decides on the changes in the draft since the last edition. Approvals are stored in `approvals.yaml`. Refusing a
 * change restores the text of the last edition in the draft, and stores the person and the reason in `approvals.yaml`.
 * A replacement text is written into the draft and approved. Either all files are changed or none.
 *
 * @throws UserError when the draft or the edition cannot be read, no person is named, or the draft would not be valid
 *
 * @example
 * ```ts
 * import { reviewDraft } from 'programme';
 *
 * const { accepted } = await reviewDraft({ allTypographic: true, by: 'A. Editor', why: 'looked through' });
 * console.log(accepted.length > 0); // true
 * ```
 */
export declare function reviewDraft(options?: ReviewDraftOptions): Promise<ReviewDraftResult>;

/** Verdicts on changes in the draft, which cannot be undone with `reopen`. */
export declare interface ReviewDraftOptions extends Omit<NamedVerdicts, 'reopen'> {
  /** Folder of the dataset; by default `data`. */
  data?: string | undefined;
  /** Whether to approve every change that is only typographic. */
  allTypographic?: boolean | undefined;
  /** Who is responsible for the verdicts. */
  by?: string | undefined;
  /** Date of the verdicts, YYYY-MM-DD; by default today. */
  date?: string | undefined;
}

/**
 * The changes since the last edition, and the verdicts on them. In `accepted`, `refused` and `edited`, changes have the
 * ids that they had before the verdicts were applied.
 */
export declare interface ReviewDraftResult extends GivenVerdicts {
  /** Name of the last edition; missing if there are no editions, and therefore no changes. */
  edition?: string;
  /** The current public part of the draft. */
  draft: Programme;
  comparison?: Comparison;
  /** The current verdict on each change, including verdicts from earlier calls, by fingerprint. */
  verdicts: ReadonlyMap<string, ApprovalsFile[number]>;
  /** Whether a change can be refused, that is, whether the text of the last edition can be restored. */
  canRefuse(change: Change): boolean;
}

/** Verdicts on the changes in a proposal. */
export declare interface ReviewOptions extends NamedVerdicts {
  /** Folder of the dataset; by default `data`. */
  data?: string | undefined;
  /** Name of the proposal. */
  name: string;
  /** Whether to accept every open change that is only typographic and does not conflict with the draft. */
  allTypographic?: boolean | undefined;
  /** Whether to accept every open change that does not conflict with the draft. */
  acceptAll?: boolean | undefined;
  /** Ids, as returned by `remaindersOf`, of comments and texts without a position to be marked as done. */
  tickOff?: readonly string[] | undefined;
  /**
   * The state of each change relative to the draft when it was shown. No verdict is stored for a change whose state has
   * changed since then.
   */
  seen?: ReadonlyMap<string, Standing> | undefined;
  /** Name of the person who decides. */
  by?: string | undefined;
  /** Date of the verdicts, YYYY-MM-DD; by default today. */
  date?: string | undefined;
}

/** A proposal, compared with the draft. */
export declare interface ReviewResult extends GivenVerdicts {
  name: string;
  proposal: Proposal;
  draft: Programme;
  /** All its changes, compared with the draft. */
  comparison: Comparison;
  /** The state of each open change in relation to the draft, by id. */
  standings: ReadonlyMap<string, Standing>;
}

export declare type RichBlock =
  | TextPicture
  | {
      kind: 'heading';
      level: 1 | 2;
      text: RichParagraph;
    }
  | {
      kind: 'paragraph';
      text: RichParagraph;
    }
  | {
      kind: 'list';
      items: readonly RichItem[];
    }
  | {
      kind: 'quote';
      paragraphs: readonly RichParagraph[];
    }
  | {
      kind: 'table';
      head: readonly RichParagraph[];
      rows: readonly (readonly RichParagraph[])[];
    };

/** A paragraph of a list item. The items of nested lists have a higher level. */
export declare interface RichItem {
  text: RichParagraph;
  /** The nesting level; 0 for items of the outermost list. */
  level: number;
  /** The number of the item in an ordered list, such as `3.`. */
  number?: string;
  /** Whether this is another paragraph of the previous item. */
  continues?: true;
}

export declare type RichParagraph = readonly RichRun[];

/** A part of a text with uniform formatting. A run that consists of a line feed is a line break. */
export declare interface RichRun {
  text: string;
  strong?: true;
  emphasis?: true;
  /** The URI to which the words link. */
  link?: string;
}

/** The parsed text of a part. */
export declare interface RichText {
  /** The first-level heading, which is the title of the part. */
  title?: RichParagraph;
  blocks: readonly RichBlock[];
  /** The text without markup, with each paragraph, item and cell on its own line. */
  words: string;
  stretches: readonly Stretch[];
}

export declare interface Row {
  /** Target of links; unique in the document. */
  id: Target;
  cells: readonly Cell[];
  /**
   * Whether the group cell of this row equals the one above. The cell is printed once for both rows, and again after a
   * page break.
   */
  carried?: true;
  marks?: readonly Mark[];
  /** Remarks on the row, in the order of its cells and of their text, numbered from 1 in each row. */
  remarks?: readonly CellRemark[];
  /** Planned date in machine-readable form, EDTF. It is neither printed nor used by facets. */
  when?: string;
  /** For an event of a programme by day, its position. */
  day?: DayPosition;
  /** The times at which the event takes place, which only web pages need. */
  schedule?: EventSchedule;
  /** Indexes of the event's places in the document's list of places, which only web pages need. */
  places?: readonly number[];
  /** Keys of the row's values by facet id; `EVERY_VALUE` stands for all values. */
  facets?: Readonly<Record<string, readonly string[]>>;
}

/**
 * The list of proofing rules.
 *
 * @throws UserError when a document format is requested
 *
 * @example
 * ```ts
 * import { rulesReport } from 'programme';
 *
 * const { rules } = JSON.parse(rulesReport('json'));
 * console.log(rules.some(({ id }) => id === 'date-missing')); // true
 * ```
 */
export declare function rulesReport(format?: CheckFormat): string;

/** A verdict on a change. */
export declare interface Ruling {
  /** Id of the change. */
  id: string;
  /** `open` undoes an earlier verdict. */
  verdict: Verdict;
  /** Text that replaces the proposed text. */
  words?: string;
  /** The machine-readable date for the date text in `words`; if no date is given, `words` is parsed. */
  when?: string;
  /** All fields of an added event, which replace the proposed fields. */
  fields?: readonly FieldWords[];
  why?: string;
}

/**
 * The document model between data and formats: the printed content in reading order, with languages and link targets,
 * but without sizes, pages or file formats. The renderers know only this model.
 */
/** A piece of text in a single language and with uniform formatting. */
export declare interface Run {
  /** Text of the run. A line break within a paragraph is a run of its own: see `LINE_BREAK`. */
  text: string;
  /** Language, if it differs from the language of the document. */
  lang?: Lang;
  strong?: true;
  /** Emphasis weaker than `strong`: printed in italics if the font has them. */
  emphasis?: true;
  /** In comparisons and redlines: text that only the new or only the old edition has. */
  change?: TrackedChange;
  /** Text for screen readers, if the printed text is only a symbol. */
  spoken?: string;
  /** Secondary text, such as a status or a page remark, typeset less prominently. */
  quiet?: true;
  /** For the number of an event: the number of its theme's accent colour. */
  accent?: number;
  /** URI that the text links to. */
  link?: string;
  /** Text that names the severity of a remark. */
  severity?: FindingSeverity;
  /** The severity of a remark on this text. */
  marked?: FindingSeverity;
}

/** Labels that only the web page uses. */
export declare interface ScreenLabels {
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

/** A part of the document that starts on a new page with a heading of level 2. */
export declare interface Section {
  id: Target;
  /** Title of the section; only a back cover may have an empty one. */
  title: Paragraph;
  /** Title in running heads, if it differs from the title of the section. */
  short?: Paragraph;
  /**
   * Page layout: running text, a full-width table, a list of events, the timetable of a day, an index in narrow
   * columns, small text at the foot of a page, or the last page of the publication.
   */
  layout: 'text' | 'table' | 'list' | 'timetable' | 'index' | 'colophon' | 'back';
  /** Whether a text is set in the same columns as indexes. */
  columns?: 'index';
  /** For a text: name of its part, since the design can style each part. */
  part?: string;
  /** For a theme: its id, since the design can present each theme differently. */
  theme?: string;
  /** For a theme: number of its accent colour. */
  accent?: number;
  /** Content between the title of a theme and its events; absent in documents that are compared with the data. */
  opening?: readonly Block[];
  blocks: readonly Block[];
  /** Remarks on the section rather than on a row. */
  remarks?: readonly Remark[];
}

/**
 * The result of comparing two editions. This result is plain data, which reports print and `diff --format json` writes.
 */
/** A range of text that is in both editions or in only one of them. */
export declare interface Segment {
  kind: 'same' | 'deleted' | 'inserted';
  text: string;
}

/** The state of a setting before and after an edit. */
export declare interface SettingEdit {
  of: keyof Settings;
  /**
   * A key of programme.yaml or design.yaml; for a text, the name of the part and the language, such as `foreword.fr`.
   */
  key: string;
  /** The value as it was read; missing if there was none. */
  before?: unknown;
  /** The new value; missing if the setting is to be removed. */
  after?: unknown;
}

/** The settings of a draft: all its data except events and reference data. */
export declare interface Settings {
  /** The values of programme.yaml. */
  programme: ProgrammeFile;
  /**
   * The values of design.yaml; missing if the file contains all values of a design, because values in such a file
   * cannot be edited one by one.
   */
  design?: object;
  /** The Markdown of the texts that are stored in files, keyed by part and language, such as `foreword.fr`. */
  texts: Readonly<Record<string, string>>;
}

/** Another language or format of the document, generated with it. */
export declare interface Sibling {
  /** Name of the file, relative to the document. */
  file: string;
  /** Name of the file format, and name of the language in that language. */
  format: string;
  lang: Lang;
  language: string;
}

export declare type Side = {
  id: string;
  country: string;
  name: Text;
  heading: Text;
  index?: boolean | { title: Text } | undefined;
  timezone?: string | undefined;
};

export declare type SideRegions =
  | 'all-regions'
  | 'national-body'
  | 'not-named'
  | 'to-be-determined'
  | string[];

/** State of the web folder. */
export declare interface Site {
  folder: string;
  /** Whether the folder has ever been created. */
  made: boolean;
  differences: SiteDifference[];
  /** Whether the folder contains a sitemap and feeds, which are made only if the programme has an address. */
  hasFeeds: boolean;
}

/** A difference between the web folder and the frozen editions. */
export declare interface SiteDifference {
  /** Path in the folder; empty for the folder itself. */
  file: string;
  /** `blocked`: something that this program did not create is at this path; `name`: the file name is not UTF-8. */
  problem: 'missing' | 'changed' | 'extra' | 'link' | 'blocked' | 'name';
}

/**
 * The state of a proposed change in relation to the draft:
 * - `proposed`: the draft still contains the text that was sent, so the change can be accepted;
 * - `done`: the draft already has the proposed text;
 * - `conflict`: the draft contains a third text, `ours`, which is undefined if the text was removed;
 * - `gone`: the draft lacks the event, theme or side to be changed, or a setting that the change needs.
 */
export declare type Standing = (
  | {
      state: 'proposed' | 'done';
    }
  | {
      state: 'gone';
      needs?: NeededSetting;
    }
  | {
      state: 'conflict';
      ours: string | undefined;
    }
) & {
  /** For an outdated translation, the current source text. */
  sourceNow?: string;
};

export declare type Status = 'cancelled' | 'postponed' | 'sold-out';

/** The statuses of events. An event that is sold out still takes place. */
export declare const STATUSES: readonly ['cancelled', 'postponed', 'sold-out'];

/** Words that the source contains exactly as they are printed. Offsets are in UTF-16 code units. */
export declare interface Stretch {
  /** The offset within the text without markup. */
  at: number;
  /** The offset in the source. */
  from: number;
  length: number;
}

export declare interface Table {
  /** Title in the document structure. */
  title: string;
  /** For screen readers: what the table contains and how to read it. */
  description: string;
  columns: readonly Column[];
  /**
   * Index of the group column, if there is one: adjacent rows with equal cells in this column share one printed cell.
   */
  group?: number;
  /** Index of the column that contains the header cell of each row. */
  header: number;
  /** Whether the rows summarise the document instead of listing events or changes. */
  summary?: true;
  rows: readonly Row[];
}

export declare type TakenDown = {
  file: string;
  sum?: string | undefined;
  date: string;
  by: string;
  why: string;
};

/** The target of a link: the id of an event or of a section. */
export declare type Target = string;

/** The types of templates, and of the message catalogues that contain them. */
/**
 * A template with placeholders, such as `Edition {name} of {date}`. The names of the placeholders are part of the type.
 */
export declare type Template<Place extends string> = string & {
  readonly places?: Place;
};

/**
 * A value that each language writes differently: a day (EDTF), a weekday (1 is Monday), a language, a key of
 * programme.yaml, or the kind of object that has a field. `message` is the value in English.
 */
export declare type Term = {
  readonly message: string;
} & (
  | {
      readonly date: string;
    }
  | {
      readonly weekday: number;
    }
  | {
      readonly language: Lang;
    }
  | {
      readonly setting: string;
    }
  | {
      readonly about: 'programme' | 'side' | 'theme' | 'event' | 'region' | 'place';
    }
);

export declare type Text =
  | string
  | {
      de?: string | undefined;
      en?: string | undefined;
      es?: string | undefined;
      fr?: string | undefined;
      it?: string | undefined;
      ru?: string | undefined;
    };

/** A picture between paragraphs. */
export declare interface TextPicture {
  kind: 'picture';
  file: PicturePath;
  /** Alternative text; a picture without it is decorative. */
  alt?: string;
  /** Caption below the picture. */
  caption?: string;
  /** The offset of the picture in the source, in UTF-16 code units. */
  offset: number;
}

/** A position in the paragraphs of a cell: before the character at an offset, in UTF-16 units. */
export declare interface TextPlace {
  paragraph: number;
  offset: number;
}

/** The text of a cell between two positions; at least one character. */
export declare interface TextRange {
  from: TextPlace;
  to: TextPlace;
}

export declare type Theme = {
  id: string;
  title: Text;
  shortTitle?: Text | undefined;
  introduction?: Text | undefined;
  picture?: Text | undefined;
  caption?: Text | undefined;
  columns: string[];
  carry: boolean;
};

/** A theme and its events in printed order. */
export declare interface ThemeEvents {
  theme: Theme;
  events: readonly Event[];
}

/**
 * The date and the times that can be read from the texts of an event.
 *
 * @example
 * ```ts
 * import { readProgramme, timesOf } from 'programme';
 *
 * // `files` are those of a dataset, as in the example of readProgramme.
 * const programme = await readProgramme({ files });
 * const event = { id: 'gala', bodies: {}, regions: {}, title: 'Gala', date: '9 May' };
 * console.log(timesOf(event, programme).when); // 2021-05-09
 * ```
 */
export declare function timesOf({ when: known, ...event }: Event, programme: Programme): EventTimes;

export declare interface Timetable {
  /** Target of the timetable's section, unique in the document. */
  id: Target;
  /** Title in the document structure. */
  title: string;
  /** For screen readers: what the table contains and how to read it. */
  description: string;
  /** Heading of the time column, and headings of the columns of the list that replaces the grid. */
  headings: {
    hours: Paragraph;
    place: Paragraph;
    title: Paragraph;
  };
  /** The places, and the number of columns of each place: more than one if events take place there at the same time. */
  places: readonly {
    name: Paragraph;
    columns: number;
  }[];
  /** For each row, the time at which it begins, and its length in minutes. */
  rows: readonly {
    hour: string;
    minutes: number;
    isEmpty: boolean;
  }[];
  /** The cells cover each position of the grid once; sorted by row, then by column. */
  cells: readonly TimetableCell[];
}

/** A rectangle of the grid. Without an event, the rectangle is empty and covers one row and one column. */
export declare interface TimetableCell {
  row: number;
  column: number;
  rows: number;
  columns: number;
  event?: TimetableEvent;
}

/** An event in a timetable. */
export declare interface TimetableEvent {
  target: Target;
  number: string;
  title: Paragraph;
  /** Start and end time of the event, such as `9:30–10:00`, or only the start time. */
  hours: string;
  /** Name of the event's place; absent if the event concerns all places, or if no place is stated. */
  place?: Paragraph;
  /** Status of the event in words, for example that it is cancelled. */
  marks?: string;
  /** Theme of the event; absent if all events of the timetable belong to one theme. */
  track?: Track;
}

/** A theme in a timetable: its letter, and the number of its accent colour. */
export declare interface Track {
  letter: string;
  accent: number;
}

export declare type TrackedChange = 'inserted' | 'deleted';

/** A message in the requested language. */
export declare interface TranslatedMessage {
  readonly message: string;
  readonly hint?: string;
  /** The language of the texts; English if there is no translation. */
  readonly lang: Lang;
}

/**
 * Translates a message of the program, such as a finding. Messages without a translation stay in English.
 *
 * @example
 * ```ts
 * import { checkProgramme, readProgramme, translateMessage } from 'programme';
 *
 * // `files` are those of a dataset, as in the example of readProgramme.
 * const { findings } = await checkProgramme(await readProgramme({ files }), { files });
 * const finding = findings[0];
 * if (finding !== undefined) console.log((await translateMessage(finding, 'fr')).lang); // fr
 * ```
 */
export declare function translateMessage(message: Message, lang: Lang): Promise<TranslatedMessage>;

/** Text that a redline takes from the new edition, although the old edition has different text. */
export declare interface Untracked {
  what:
    | 'title of the file'
    | 'subject of the file'
    | 'author of the file'
    | 'running head'
    | 'words of a picture';
  old: string;
  new: string;
}

/**
 * An error in the input or the call. The command line prints its message, position and hint without a stack trace, and
 * exits with code 2. Any other error is a bug in the program.
 */
export declare class UserError extends Error {
  readonly name = 'UserError';
  readonly problems: readonly Problem[];
  /** @param at position for problems that have no position of their own */
  constructor(problems: Problem | readonly Problem[], at?: Position);
}

export declare type Verdict = 'accepted' | 'open' | 'refused';

/**
 * Verifies that frozen editions are consistent with their locks. Anyone with write access can make a new lock, so even
 * a consistent edition may have been changed. Only a fingerprint that was recorded elsewhere proves that an edition is
 * unchanged.
 *
 * @throws UserError when the edition does not exist, or the path of the editions is not a folder
 *
 * @example
 * ```ts
 * import { verify } from 'programme';
 *
 * for (const { edition, passed } of await verify()) console.log(edition, passed); // 1 true
 * ```
 */
export declare function verify(options?: VerifyOptions): Promise<VerifyResult[]>;

/**
 * Finds the editions that published a file, by its bytes.
 *
 * @throws UserError when the path does not refer to a file
 *
 * @example
 * ```ts
 * import { verifyFile } from 'programme';
 *
 * const { published } = await verifyFile({ file: 'data/programme.yaml' });
 * console.log(published.length); // 0
 * ```
 */
export declare function verifyFile({ data, file }: VerifyFileOptions): Promise<VerifyFileResult>;

export declare interface VerifyFileOptions {
  /** Folder of the dataset; by default `data`. */
  data?: string | undefined;
  file: string;
}

/** The result of searching the editions for a published file. */
export declare interface VerifyFileResult {
  file: string;
  sha256: string;
  /**
   * The editions that published the file, each with the name of the file in that edition: two editions can publish the
   * same bytes.
   */
  published: {
    edition: string;
    file: string;
  }[];
  /** Editions that were not searched because their locks cannot be read. */
  notRead: string[];
}

export declare interface VerifyOptions {
  /** Folder of the dataset; by default `data`. */
  data?: string | undefined;
  /** Name of the edition; by default, all editions are verified. */
  edition?: string | undefined;
  /** The expected fingerprint of the edition, as recorded outside the dataset. */
  expect?: string | undefined;
  /** The expected digest of its published files, as recorded outside the dataset. */
  expectPublished?: string | undefined;
  /** Whether an edition passes even if the original content of taken-down files cannot be proved. */
  allowTakedown?: boolean | undefined;
  /** Whether to build the published files again and compare them with the stored files. */
  rebuild?: boolean | undefined;
}

/** The result for an edition. */
export declare interface VerifyResult {
  edition: string;
  /** Differences between the edition and its lock. */
  inconsistencies: readonly Inconsistency[];
  /** Fingerprint of its current data. */
  fingerprint?: string;
  /** Whether the fingerprint is the expected one and proves all earlier editions. */
  expected?: boolean;
  /** Why the expected fingerprint does not prove all earlier editions. */
  notProved?: readonly Message[];
  /** Digest of its current published files. */
  published?: string;
  /** Whether the digest is the expected one. */
  publishedExpected?: boolean;
  /** Gates that were waived when the edition was frozen, if any. */
  waived?: readonly WaivedGate[];
  /**
   * Files that were taken down from the edition. If a fingerprint is expected, the taken-down data files of all
   * previous editions are included.
   */
  takenDown: EditionTakedown[];
  /** Fonts that the edition or, if a fingerprint is expected, a previous edition does not contain. */
  fontsNotHeld: FontNotHeld[];
  /** Differences between this program and the program that built the published files. */
  madeDifferently: string[];
  /** The rebuilt published files. */
  rebuilt?: RebuiltFile[];
  passed: boolean;
}

/** The gates of `ready` that can be waived when an edition is frozen. */
export declare const WAIVABLE_GATES: readonly ['changes', 'verapdf'];

export declare type WaivableGate = 'changes' | 'verapdf';

export declare type WaivedGate = { gate: 'changes' | 'verapdf'; by: string; why: string };
