import type { Design } from '../design/index.ts';
import type { Document } from '../document/index.ts';
import type { Problem } from '../errors.ts';
import { loadDocx } from '../render/docx/index.ts';
import { loadHtml } from '../render/html/index.ts';
import { loadPdf } from '../render/pdf/index.ts';
import type { Content } from './content.ts';
import type { DataFile, DataSource } from './data-files.ts';
import type { DesignResources } from './design-resources.ts';

interface DataFormatOf {
  name: string;
  ending: string;
  /** Writes the events. The renderer is loaded on the first call. */
  write(source: DataSource): Promise<DataFile>;
}

interface FormatOf {
  /** Name of the format in lists of files. */
  name: string;
  /** Extension of the files, without the dot. */
  ending: string;
  /** How the format shows the remarks in a proof sheet. */
  remarks: 'margin' | 'comments' | 'column';
  /** Whether readers can accept and reject the changes in a redline in this format. */
  tracks: boolean;
  /** Whether readers can switch between two views of a change: both texts side by side, or one merged text. */
  switches: boolean;
  /**
   * Renders a document; the renderer is loaded on the first call. `pages` is missing for formats without pages;
   * `listed` contains the titles of timetables that are printed as lists; `notes` contains other differences from the
   * design.
   *
   * @param design by default the design of `look`
   */
  render(
    document: Document,
    look: DesignResources,
    design?: Design,
  ): Promise<{ content: Content; pages?: number; listed?: readonly string[]; notes?: readonly Problem[] }>;
}

const paper = {
  pdf: {
    name: 'PDF',
    ending: 'pdf',
    remarks: 'margin',
    tracks: false,
    switches: false,
    async render(document, look, design = look.design) {
      return (await loadPdf()).renderPdf(document, design, await look.pdf(), await look.pictures(document));
    },
  },
  docx: {
    name: 'Word',
    ending: 'docx',
    remarks: 'comments',
    tracks: true,
    switches: false,
    async render(document, look, design = look.design) {
      return (await loadDocx()).renderDocx(
        document,
        design,
        await look.word(),
        await look.wordPictures(document),
      );
    },
  },
} satisfies Record<string, FormatOf>;

const screen = {
  html: {
    name: 'HTML',
    ending: 'html',
    remarks: 'column',
    tracks: false,
    switches: true,
    async render(document, look) {
      const { renderHtml } = await loadHtml();
      return renderHtml(document, look.design, await look.pictures(document), {
        fontsOf: await look.page(),
        icon: document.meta.address === undefined ? undefined : await look.icon(),
      });
    },
  },
} satisfies Record<string, FormatOf>;

const loadDataFiles = () => import('./data-files.ts');

const data = {
  ics: {
    name: 'iCalendar',
    ending: 'ics',
    write: async (input) => (await loadDataFiles()).calendarOf(input),
  },
  json: { name: 'JSON', ending: 'json', write: async (input) => (await loadDataFiles()).openDataJson(input) },
  csv: { name: 'CSV', ending: 'csv', write: async (input) => (await loadDataFiles()).openDataCsv(input) },
} satisfies Record<string, DataFormatOf>;

/** The formats of a programme, by name. All other lists of formats are derived from this list. */
export const FORMATS: Readonly<Record<Format, Pick<FormatOf, 'name' | 'ending'>>> = {
  ...paper,
  ...screen,
  ...data,
};
export type Format = DocumentFormat | DataFormat;

/** The document formats. */
export const DOCUMENT_FORMATS: Readonly<Record<DocumentFormat, FormatOf>> = { ...paper, ...screen };
export type DocumentFormat = PaperFormat | keyof typeof screen;
const DOCUMENT_FORMAT_NAMES = Object.keys(DOCUMENT_FORMATS) as DocumentFormat[];

/** The machine-readable formats. */
export const DATA_FORMATS: Readonly<Record<DataFormat, DataFormatOf>> = data;
export type DataFormat = keyof typeof data;

/**
 * Whether documents in a format are read on a screen. Documents for the screen include content that would be useless on
 * paper.
 */
export function isScreenFormat(format: Format): boolean {
  return Object.hasOwn(screen, format);
}

export function isDataFormat(format: Format): format is DataFormat {
  return Object.hasOwn(DATA_FORMATS, format);
}

export const FORMAT_NAMES = Object.keys(FORMATS) as Format[];

/** The paper formats: the default formats of `build`, and the formats in which every edition is published. */
export type PaperFormat = keyof typeof paper;
export const PAPER_FORMAT_NAMES = Object.keys(paper) as PaperFormat[];

/** Formats in which the list of rules is available. */
export const RULES_FORMATS = ['text', 'json', 'md'] as const;
/** Formats of findings reports: text formats, GitHub annotations, and the document formats of the proof sheet. */
export const CHECK_FORMATS = [...RULES_FORMATS, 'github', ...DOCUMENT_FORMAT_NAMES] as const;
export type CheckFormat = (typeof CHECK_FORMATS)[number];

/**
 * The name of a redline in a format. `redline` alone is the redline in the format in which changes can be accepted and
 * rejected.
 */
export type Redline = 'redline' | `redline-${DocumentFormat}`;
const redlineIn = (format: DocumentFormat): Redline =>
  DOCUMENT_FORMATS[format].tracks ? 'redline' : `redline-${format}`;

/** The document format to which a report format corresponds, and whether the document is a redline. */
export function documentForm(form: DocumentFormat | Redline): { format: DocumentFormat; isRedline: boolean } {
  const redlined = DOCUMENT_FORMAT_NAMES.find((format) => redlineIn(format) === form);
  return { format: redlined ?? (form as DocumentFormat), isRedline: redlined !== undefined };
}

/** Formats of change reports that are printed on the terminal. */
export const PRINTED_FORMATS = ['text', 'md', 'json'] as const;
/** Formats of change reports. */
export const DIFF_FORMATS = [
  ...PRINTED_FORMATS,
  ...DOCUMENT_FORMAT_NAMES,
  ...DOCUMENT_FORMAT_NAMES.map(redlineIn).sort(),
] as const;
export type DiffFormat = (typeof DIFF_FORMATS)[number];
