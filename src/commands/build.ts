import { createHash } from 'node:crypto';
import path from 'node:path';
import { buildDocument } from '../document/build.ts';
import type { Document } from '../document/model.ts';
import type { Programme } from '../model/programme.ts';
import type { Lang } from '../model/text.ts';
import { readProgramme } from '../read/dataset.ts';
import { readFonts } from '../read/fonts.ts';
import type { FontFiles } from '../setting/fonts.ts';
import { type OutputFile, writeFiles } from './write-files.ts';

export const FORMATS = ['pdf', 'docx'] as const;
export type Format = (typeof FORMATS)[number];

export interface BuildOptions {
  /** Folder of the dataset. */
  data: string;
  edition: string;
  formats: readonly Format[];
  /** Languages of the outputs; those that the programme names when left out. */
  langs?: readonly Lang[];
  /** Folder that the files go to. */
  out: string;
}

/** One file that was made. */
export interface Built {
  path: string;
  format: Format;
  lang: Lang;
  pages: number;
  events: number;
  bytes: number;
  sha256: string;
}

/**
 * Builds a programme in all wanted languages and formats and writes the files, all or none.
 *
 * @throws UserError when the dataset or the output folder is wrong
 */
export async function build(options: BuildOptions): Promise<Built[]> {
  const [programme, fonts] = await Promise.all([readProgramme(options.data, options.edition), readFonts()]);
  const { built, files } = await buildOutputs(programme, options, fonts);
  await writeFiles(files);
  return built;
}

/** The outputs of a programme, not yet written. */
export async function buildOutputs(
  programme: Programme,
  options: Pick<BuildOptions, 'formats' | 'langs' | 'out'>,
  fonts: FontFiles,
): Promise<{ built: Built[]; files: OutputFile[] }> {
  const events = programme.themes.reduce((sum, theme) => sum + theme.events.length, 0);
  const built: Built[] = [];
  const files: OutputFile[] = [];
  for (const lang of options.langs ?? programme.config.languages) {
    const document = buildDocument(programme, lang);
    for (const format of options.formats) {
      const { bytes, pages } = await render(document, format, fonts);
      const file = path.join(options.out, `${document.meta.stem}.${format}`);
      const sha256 = createHash('sha256').update(bytes).digest('hex');
      built.push({ path: file, format, lang, pages, events, bytes: bytes.length, sha256 });
      files.push({ path: file, bytes });
    }
  }
  return { built, files };
}

/** A document in one format; only that format's renderer is loaded. */
export async function render(document: Document, format: Format, fonts: FontFiles): Promise<{ bytes: Uint8Array; pages: number }> {
  if (format === 'pdf') return (await import('../render/pdf/render.ts')).renderPdf(document, fonts);
  return (await import('../render/docx/render.ts')).renderDocx(document, fonts);
}
