import type { Document } from '../document/model.ts';
import type { Look } from './look.ts';

/** A format that a document is printed in. */
interface FormatOf {
  /** As readers of a list of files know it. */
  name: string;
  /** Ending of its files, without the dot. */
  ending: string;
  /** Where the remarks of a proof sheet stand. */
  remarks: 'margin' | 'comments';
  /** Whether the changes of a redline can be accepted and rejected in it. */
  tracks: boolean;
  /** Prints a document; loads the renderer. */
  render(document: Document, look: Look): Promise<{ bytes: Uint8Array; pages: number }>;
}

const registry = {
  pdf: {
    name: 'PDF',
    ending: 'pdf',
    remarks: 'margin',
    tracks: false,
    async render(document, look) {
      return (await import('../render/pdf/render.ts')).renderPdf(document, look.design, await look.pdf());
    },
  },
  docx: {
    name: 'Word',
    ending: 'docx',
    remarks: 'comments',
    tracks: true,
    async render(document, look) {
      return (await import('../render/docx/render.ts')).renderDocx(document, look.design, await look.word());
    },
  },
} satisfies Record<string, FormatOf>;

/** The formats of documents, by the name that commands take. Whatever speaks of formats derives from here. */
export const FORMATS: Readonly<Record<Format, FormatOf>> = registry;
export type Format = keyof typeof registry;
export const FORMAT_NAMES = Object.keys(registry) as Format[];

/** Forms of the list of rules. */
export const RULES_FORMATS = ['text', 'json', 'md'] as const;
/** Forms of the report of findings: to be read at once, by people or by services, and those of the proof sheet. */
export const CHECK_FORMATS = [...RULES_FORMATS, 'github', 'sarif', ...FORMAT_NAMES] as const;
export type CheckFormat = (typeof CHECK_FORMATS)[number];

/** A redline in a format; that in which its changes can be settled needs no further name. */
export type Redline = 'redline' | `redline-${Format}`;
const redlineIn = (format: Format): Redline => (FORMATS[format].tracks ? 'redline' : `redline-${format}`);

/** The format of a report that is a document, and whether the document is the redline. */
export function documentForm(form: Format | Redline): { format: Format; isRedline: boolean } {
  const redlined = FORMAT_NAMES.find((format) => redlineIn(format) === form);
  return { format: redlined ?? (form as Format), isRedline: redlined !== undefined };
}

/** Forms of the report of changes that are printed at once. */
export const PRINTED_FORMATS = ['text', 'md', 'json'] as const;
/** Forms of the report of changes. */
export const DIFF_FORMATS = [
  ...PRINTED_FORMATS,
  'html',
  ...FORMAT_NAMES,
  ...FORMAT_NAMES.map(redlineIn).sort(),
] as const;
export type DiffFormat = (typeof DIFF_FORMATS)[number];
