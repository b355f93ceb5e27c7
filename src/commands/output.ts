import path from 'node:path';
import { output } from '../../languages/en/messages/index.ts';
import { closer } from '../design/index.ts';
import {
  type Document,
  eventsWithoutCode,
  figuresIn,
  type LackingProperty,
  MAX_CODE,
  type Meta,
  printedOnPaper,
  tablesOf,
} from '../document/index.ts';
import type { Problem } from '../errors.ts';
import { messagesOf } from '../messages.ts';
import { type Lang, pictureAt } from '../model/index.ts';
import type { LeftOut } from '../render/calendar/index.ts';
import { type Coarse, loadCoarse } from '../typeset/index.ts';
import { type Content, sha256Of, sizeOf } from './content.ts';
import type { DataSource } from './data-files.ts';
import type { DesignResources } from './design-resources.ts';
import {
  DATA_FORMATS,
  type DataFormat,
  DOCUMENT_FORMATS,
  type DocumentFormat,
  FORMATS,
  type Format,
} from './formats.ts';
import type { OutputFile } from './write-files.ts';

const messageOf = messagesOf(output);

/** A file that was built. */
export interface BuiltFile {
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

export interface Output {
  built: BuiltFile;
  file: OutputFile;
  /** The additional files of a web page: see `extraFilesOf`. */
  more?: readonly OutputFile[];
}

/**
 * A document as a file in one format, not yet written.
 *
 * @param mayBeCloser whether the space between sections may be reduced if this saves pages
 */
export async function outputOf(
  document: Document,
  format: DocumentFormat,
  look: DesignResources,
  out: string,
  mayBeCloser = false,
): Promise<Output> {
  const { render } = DOCUMENT_FORMATS[format];
  const designed = await render(document, look);
  const close = mayBeCloser ? await render(document, look, closer(look.design)) : designed;
  const isShorter = (close.pages ?? 0) < (designed.pages ?? 0);
  const { content, pages, listed = [], notes: others = [] } = isShorter ? close : designed;
  const tooLarge = (title: string): Problem => ({
    ...messageOf('timetable-too-large', { title }),
    at: { field: 'presentation' },
  });
  const codes = pages === undefined ? undefined : look.design.codes;
  const withoutCode = eventsWithoutCode(document, codes).map((event): Problem => {
    return { ...messageOf('code-too-long', { most: MAX_CODE }), at: { event } };
  });
  const notes = [...listed.map(tooLarge), ...withoutCode, ...others];
  return fileOf(document.meta, format, out, content, {
    ...(pages === undefined ? {} : { pages, ...(await coarseIn(document, look)) }),
    events: eventsIn(document),
    ...(notes.length === 0 ? {} : { notes }),
    ...(format === 'html' && document.lacking !== undefined ? { lacking: document.lacking } : {}),
  });
}

/** The pictures in a document that have a low print resolution; no code is loaded if there are no pictures. */
async function coarseIn(document: Document, look: DesignResources): Promise<Pick<BuiltFile, 'coarse'>> {
  if (figuresIn(document).length === 0) return {};
  const pictures = await look.pictures(document);
  const { coarsePictures } = await loadCoarse();
  const coarse = coarsePictures(printedOnPaper(document, look.design), look.design, (file) =>
    pictureAt(pictures, file),
  );
  return coarse.length === 0 ? {} : { coarse };
}

/** The events of a document as a machine-readable file. */
export async function dataOutputOf(
  { meta }: Document,
  format: DataFormat,
  source: DataSource,
  out: string,
): Promise<Output> {
  const { bytes, ...counts } = await DATA_FORMATS[format].write(source);
  return fileOf(meta, format, out, bytes, counts);
}

function fileOf(
  { stem, lang }: Meta,
  format: Format,
  out: string,
  bytes: Content,
  counts: Pick<BuiltFile, 'pages' | 'events' | 'leftOut' | 'notes' | 'coarse' | 'lacking'>,
): Output {
  const file = path.join(out, `${stem}.${FORMATS[format].ending}`);
  let sum: string | undefined;
  return {
    built: {
      path: file,
      format,
      lang,
      ...counts,
      bytes: sizeOf(bytes),
      get sha256() {
        sum ??= sha256Of(bytes);
        return sum;
      },
    },
    file: { path: file, bytes },
  };
}

function eventsIn(document: Document): number {
  const tables = document.sections.filter(({ part }) => part === undefined).flatMap(tablesOf);
  return tables.reduce((sum, { summary, rows }) => sum + (summary ? 0 : rows.length), 0);
}
