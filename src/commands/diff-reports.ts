import path from 'node:path';
import { comparisonDocument } from '../document/comparison.ts';
import type { Lang } from '../model/text.ts';
import type { Diff } from './diff.ts';
import { openFonts } from './fonts.ts';
import { outputOf } from './output.ts';
import { type OutputFile, writeFiles } from './write-files.ts';

export type ReportFormat = 'text' | 'md' | 'json' | 'html' | 'pdf' | 'docx' | 'redline';

export interface ReportOptions {
  formats: readonly ReportFormat[];
  lang: Lang;
  /** Folder of the reports that are files. */
  out: string;
  /** Colour the report for a terminal. */
  colour: boolean;
}

/** Reports on a comparison: those for reading at once, and the paths of those that were written. */
export interface Reports {
  printed: string[];
  written: string[];
}

/**
 * Reports on a comparison. Text, Markdown and JSON are returned; HTML, PDF, Word and the redline are written, all or none.
 *
 * @throws UserError when a file cannot be written
 */
export async function diffReports(
  result: Diff,
  { formats, lang, out, colour }: ReportOptions,
): Promise<Reports> {
  const { comparison } = result;
  const document = comparisonDocument(comparison, result.new.config, lang);
  const printed: string[] = [];
  const files: OutputFile[] = [];
  for (const format of formats) {
    switch (format) {
      case 'text':
        printed.push((await import('../report/changes-text.ts')).changesAsText(comparison, { lang, colour }));
        break;
      case 'md':
        printed.push((await import('../report/changes-markdown.ts')).changesAsMarkdown(comparison, lang));
        break;
      case 'json':
        printed.push((await import('../report/changes-json.ts')).changesAsJson(comparison));
        break;
      case 'html':
        files.push({
          path: path.join(out, `${document.meta.stem}.html`),
          bytes: (await import('../report/changes-html.ts')).changesAsHtml(comparison, lang),
        });
        break;
      case 'redline':
        files.push(await redlineFile(result, lang, out));
        break;
      default:
        files.push((await outputOf(document, format, await openFonts(), out)).file);
    }
  }
  writeFiles(files);
  return { printed, written: files.map((file) => file.path) };
}

/** The new edition as a Word file with tracked changes, by its author and of its date. */
async function redlineFile(result: Diff, lang: Lang, out: string): Promise<OutputFile> {
  const [{ buildDocument }, { renderRedline }] = await Promise.all([
    import('../document/build.ts'),
    import('../render/docx/render-redline.ts'),
  ]);
  const document = buildDocument(result.new, lang);
  const { author, date } = result.new.config;
  const { bytes } = await renderRedline(
    buildDocument(result.old, lang),
    document,
    { author, date: `${date}T00:00:00Z` },
    await (await openFonts()).word(),
  );
  return { path: path.join(out, `${document.meta.stem}-redline.docx`), bytes };
}
