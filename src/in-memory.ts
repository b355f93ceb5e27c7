/**
 * The steps of the program as functions that take and return values, for programs that do not store a dataset in a
 * folder. These functions read only files in the package (fonts, dictionaries), write no files, and do not use the
 * current date.
 */

import { plannedEdtf } from './check/index.ts';
import {
  aidsOf,
  DATA_FORMATS,
  type DataFile,
  type DataFormat,
  DOCUMENT_FORMATS,
  type DocumentFormat,
  type ExtractList,
  type ExtractQuery,
  extractIn,
  fontsOf,
  listOfExtracts,
  type DesignResources as OpenedLook,
  openDesignResources as openLookIn,
  partOf,
  proofed,
  sourceFiles,
  WORDS_FILE,
  whichExtract,
} from './commands/index.ts';
import { type ApprovalsFile, type Comparison, compare as compared, markApproved } from './compare/index.ts';
import { type Document, buildDocument as documentOf, noveltyOf } from './document/index.ts';
import type { Problem } from './errors.ts';
import { type Message, speakerOf, type TranslatedMessage } from './messages.ts';
import { DRAFT, type Event, type Lang, type Programme } from './model/index.ts';
import {
  type DatasetFiles,
  filesInMemory,
  readDesignFolder,
  readProgrammeFolder,
  readTextFileIfThere,
} from './read/index.ts';
import type { FindingsReport } from './report/index.ts';
import { dateWords, type Occurrence, occurrencesOf } from './text/dates/index.ts';

export interface ReadProgrammeOptions {
  /** Files of the dataset. */
  files: DatasetFiles;
  /** Name of the edition; by default `draft`. */
  edition?: string | undefined;
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
export function readProgramme({ files, edition = DRAFT }: ReadProgrammeOptions): Promise<Programme> {
  return readProgrammeFolder('', edition, filesInMemory(files));
}

export interface OpenLookOptions {
  /** Files of the dataset: `design.yaml`, its pictures and fonts. */
  files: DatasetFiles;
  /** The programme to which the design applies, and to whose ids the design can refer. */
  programme?: Programme | undefined;
}

/** A design with its fonts and pictures. */
export interface Look {
  /** Differences between `design.yaml` and the design that is used. */
  readonly notes: readonly Problem[];
}

const opened = new WeakMap<Look, OpenedLook>();

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
export async function openLook({ files, programme }: OpenLookOptions): Promise<Look> {
  const source = filesInMemory(files);
  const asked = programme && { config: programme.config, languages: programme.config.languages };
  const { design, notes } = await readDesignFolder('', asked, source);
  const look: Look = { notes };
  opened.set(look, await openLookIn(design, '', source));
  return look;
}

async function lookOf(look: Look | undefined): Promise<OpenedLook> {
  return openedLook(look ?? (await openLook({ files: new Map() })));
}

function openedLook(look: Look): OpenedLook {
  const found = opened.get(look);
  if (found === undefined) throw new TypeError('this look does not come from openLook');
  return found;
}

export interface BuildDocumentOptions {
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
export function buildDocument(
  programme: Programme,
  { lang = programme.config.language, extract, since, look }: BuildDocumentOptions = {},
): Document {
  return documentOf(programme, lang, {
    ...(look !== undefined && { presentation: openedLook(look).design.presentation }),
    ...(extract !== undefined && { extract: whichExtract(programme, extract) }),
    ...(since !== undefined && { news: noveltyOf(compared(since, programme)) }),
  });
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
export function extractsOf(programme: Programme, by: string): ExtractList {
  return listOfExtracts(programme, by);
}

/** The times that the date and the texts of an event state. */
export interface EventTimes {
  /** The date in the text, as EDTF; missing if no date can be read from the text. */
  when?: string;
  /**
   * Each time at which the event takes place. The days are those of the event's `when` or, if it has none, of the date
   * in the text.
   */
  occurrences: readonly Occurrence[];
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
export function timesOf({ when: known, ...event }: Event, programme: Programme): EventTimes {
  const when = plannedEdtf(event as Event, programme);
  const dated = { ...event, when: known ?? when } as Event;
  return {
    ...(when !== undefined && { when }),
    occurrences: occurrencesOf(dated, programme.config, programme.config.language),
  };
}

export interface RenderDocumentOptions {
  format: DocumentFormat;
  /** The fonts and the design of the document; by default, the default design is used. */
  look?: Look | undefined;
}

export interface RenderDocumentResult {
  bytes: Uint8Array;
  /** Number of pages, if the format has pages. */
  pages?: number;
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
export async function renderDocument(
  document: Document,
  { format, look }: RenderDocumentOptions,
): Promise<RenderDocumentResult> {
  const { content, pages } = await DOCUMENT_FORMATS[format].render(document, await lookOf(look));
  const chunks = typeof content === 'string' || content instanceof Uint8Array ? [content] : content;
  const bytes = Buffer.concat(
    chunks.map((chunk) => (typeof chunk === 'string' ? Buffer.from(chunk) : chunk)),
  );
  return { bytes, ...(pages !== undefined && { pages }) };
}

export interface RenderDataOptions {
  format: DataFormat;
  /** Language of the texts; by default the language of the programme. */
  lang?: Lang | undefined;
  /** The extract whose events the file contains; by default, it contains all events. */
  extract?: ExtractQuery | undefined;
  /** Earlier editions, oldest first. A calendar marks events that exist only in these editions as cancelled. */
  earlier?: readonly Programme[] | undefined;
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
export function renderData(
  programme: Programme,
  { format, lang = programme.config.language, extract: query, earlier: whole = [] }: RenderDataOptions,
): Promise<DataFile> {
  const extract = query && whichExtract(programme, query);
  const earlier = extract === undefined ? whole : whole.map((one) => partOf(one, extractIn(one, extract)));
  const { stem } = buildDocument(programme, { lang, extract: query }).meta;
  return DATA_FORMATS[format].write({ programme, lang, extract, earlier, stem });
}

export interface CheckProgrammeOptions {
  /**
   * Files of the dataset, in which the line and column of each finding are looked up. The design, the fonts and
   * `words.txt` also affect the findings.
   */
  files?: DatasetFiles | undefined;
  /** The previous edition, which determines which translations are missing or outdated. */
  previous?: Programme | undefined;
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
export async function checkProgramme(
  programme: Programme,
  { files, previous }: CheckProgrammeOptions = {},
): Promise<FindingsReport> {
  const source = filesInMemory(files ?? new Map());
  const { config } = programme;
  const { design } = await readDesignFolder('', { config }, source);
  const words = (await readTextFileIfThere(WORDS_FILE, source)) ?? '';
  const aids = await aidsOf(programme, { words, design, fonts: await fontsOf(design, '', source), previous });
  return proofed(programme, aids, files === undefined ? [] : await sourceFiles('', programme, source));
}

export interface CompareOptions {
  /** The approved changes: the content of `approvals.yaml`. */
  approvals?: ApprovalsFile | undefined;
}

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
export function compare(
  before: Programme,
  after: Programme,
  { approvals = [] }: CompareOptions = {},
): Comparison {
  return markApproved(compared(before, after), approvals);
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
export async function translateMessage(message: Message, lang: Lang): Promise<TranslatedMessage> {
  return (await speakerOf(lang, dateWords))(message);
}
