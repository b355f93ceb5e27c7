import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DEFAULT_DESIGN } from '../../src/design/default.ts';
import { buildDocument } from '../../src/document/build.ts';
import type { Document, Paragraph } from '../../src/document/model.ts';
import type { Rendered } from '../../src/document/rendered.ts';
import { renderDocx } from '../../src/render/docx/render.ts';
import { withParts } from '../support/parts.ts';
import {
  comparisonSample,
  edition1,
  hostile,
  newsOptions,
  proofSample,
  regionOptions,
  repeated,
  revised,
} from '../support/pdf-samples.ts';
import { documentXml, docxOf, fontsOf } from '../support/rendered.ts';
import { output } from './support/tools.ts';
import { validate as validatePdf, veraPdf } from './support/verapdf.ts';

const programme = await edition1();
const later = revised(programme);

const DOCUMENTS: readonly [string, Document][] = [
  ['edition 1', buildDocument(programme, 'en')],
  ['edition 1 in Russian', buildDocument(programme, 'ru')],
  ['an extract', buildDocument(programme, 'fr', regionOptions(programme, 'FR-OCC'))],
  ['a later edition with its news', buildDocument(later, 'en', newsOptions(programme, later))],
  ['a comparison', comparisonSample(programme, later)],
  ['a proof sheet', proofSample(programme)],
  ['a proof sheet of hostile texts', proofSample(hostile(programme), 'fr')],
  ['740 events', buildDocument(repeated(programme, 740), 'en')],
  ['hostile texts', buildDocument(hostile(programme), 'en')],
  ['texts of its own', buildDocument(withParts(programme), 'fr')],
];

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'docx-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/**
 * Word files that LibreOffice converted to PDF. All are converted at once, because LibreOffice needs seconds to
 * start.
 */
async function libreOffice(files: readonly Uint8Array[], option: string): Promise<string[]> {
  const names = files.map((_, index) => path.join(folder, `${option}-${index}`));
  for (const [index, bytes] of files.entries()) await writeFile(`${names[index]}.docx`, bytes);
  const profile = `-env:UserInstallation=file://${folder}/profile`;
  const filter = `pdf:writer_pdf_Export:{"${option}":{"type":"boolean","value":"true"}}`;
  const words = names.map((name) => `${name}.docx`);
  await output('soffice', [profile, '--headless', '--convert-to', filter, '--outdir', folder, ...words]);
  return names.map((name) => `${name}.pdf`);
}

/** Each document as a Word file, and as the PDF that LibreOffice creates from that file. */
const files = new Map<Document, { word: Rendered; pdf: string }>();
beforeAll(async () => {
  const { word: fonts } = await fontsOf(DEFAULT_DESIGN);
  const rendered: Rendered[] = [];
  for (const [, document] of DOCUMENTS) rendered.push(await renderDocx(document, DEFAULT_DESIGN, fonts));
  const bytes = rendered.map((word) => word.bytes);
  const pdfs = await libreOffice(bytes, 'ExportBookmarksToPDFDestination');
  for (const [index, [, document]] of DOCUMENTS.entries()) {
    const [word, pdf] = [rendered[index], pdfs[index]];
    if (word !== undefined && pdf !== undefined) files.set(document, { word, pdf });
  }
});

/** @throws Error if the file was not created */
function filesOf(document: Document): { word: Rendered; pdf: string } {
  const found = files.get(document);
  if (found === undefined) throw new Error('the Word file was not made');
  return found;
}

/** The page of each bookmark. LibreOffice writes the underscore in a name as its character code. */
async function bookmarkPages(pdf: string): Promise<Map<string, number>> {
  const lines = (await output('pdfinfo', ['-dests', pdf])).matchAll(/^ *(\d+) \[.*\] +"([^"]*)"$/gm);
  return new Map([...lines].map(([, page, name = '']) => [name, Number(page)] as const));
}

describe.each(DOCUMENTS)('Word file of %s', (_, document) => {
  it('Microsoft’s Open XML validator accepts the Word file', async () => {
    const { default: validate } = await import('@ooxml-tools/validate');
    expect(await validate(filesOf(document).word.bytes, 'docx', 'Microsoft365')).toEqual([]);
  });

  it('The page numbers in the contents and indexes match those in LibreOffice', async () => {
    const { word, pdf } = filesOf(document);
    expect(await output('pdfinfo', [pdf])).toMatch(new RegExp(`^Pages: +${word.pages}$`, 'm'));
    const found = await bookmarkPages(pdf);
    const xml = documentXml(word.bytes);
    const fields = [...xml.matchAll(/ PAGEREF (\w+) .*?"separate"\/><\/w:r><w:r><w:t>(\d+)</g)];
    const links = document.sections.flatMap(({ blocks }) =>
      blocks.flatMap((block) => {
        if (block.kind === 'contents') return block.entries;
        return block.kind === 'index' ? block.groups.flatMap(({ entries }) => entries) : [];
      }),
    );
    expect(fields).toHaveLength(links.length);
    const pageOf = (name: string): number | undefined =>
      found.get(name) ?? found.get(name.replaceAll('_', '5F'));
    expect(fields.map(([, name = '', page]) => [name, Number(page)])).toEqual(
      fields.map(([, name = '']) => [name, pageOf(name)]),
    );
  });
});

/** Faults of LibreOffice 7.4 in every file: rules next to text and the tab order are not marked in its PDF. */
const NOT_OURS = ['7.1-3', '7.18.3-1'];

it('LibreOffice exports the Word file to a valid PDF/UA file, apart from faults of LibreOffice itself', async () => {
  const pdfs = await libreOffice([await docxOf(buildDocument(programme, 'en'))], 'PDFUACompliance');
  const [verdict] = await validatePdf(await veraPdf(), 'ua1', pdfs);
  const failures = verdict?.failures.filter((failure) => !NOT_OURS.includes(failure.split(':')[0] ?? ''));
  expect(failures).toEqual([]);
});

/** The text that LibreOffice anchors each comment to, in its own document format, and the text of the comment. */
async function annotations(bytes: Uint8Array): Promise<{ anchor: string; words: string }[]> {
  const file = path.join(folder, 'comments.docx');
  await writeFile(file, bytes);
  const profile = `-env:UserInstallation=file://${folder}/profile`;
  await output('soffice', [profile, '--headless', '--convert-to', 'odt', '--outdir', folder, file]);
  const xml = unzipSync(await readFile(path.join(folder, 'comments.odt')))['content.xml'] ?? new Uint8Array();
  const text = (part: string): string =>
    part
      .replace(/<office:annotation .*?<\/office:annotation>/gs, '')
      .replace(/<text:s(?: text:c="(\d+)")?\/>/g, (_, count = 1) => ' '.repeat(Number(count)))
      .replace(/<\/text:p>/g, '\n')
      .replace(/<[^>]*>/g, '')
      .replace(
        /&(lt|gt|quot|apos|amp);/g,
        (_, name) => ({ lt: '<', gt: '>', quot: '"', apos: "'" })[name as string] ?? '&',
      );
  const content = strFromU8(xml);
  const starts = content.matchAll(/<office:annotation [^>]*office:name="([^"]+)".*?<\/office:annotation>/gs);
  return [...starts].map(({ 0: annotation, 1: name, index }) => {
    const begin = index + annotation.length;
    const end = content.indexOf(`<office:annotation-end office:name="${name}"/>`, begin);
    const paragraphs = annotation.matchAll(/<text:p[^>]*>(.*?)<\/text:p>/gs);
    return {
      anchor: end < 0 ? 'no end' : text(content.slice(begin, end)),
      words: [...paragraphs].map(([, words = '']) => text(words)).join('\n'),
    };
  });
}

it.each([
  ['edition 1', proofSample(programme), 3],
  // One comment states that the remarks are in English.
  ['hostile texts', proofSample(hostile(programme), 'fr'), 4],
])(
  'In LibreOffice, each comment in the proof sheet of %s is attached to the words that it concerns',
  async (_, sheet, outside) => {
    const found = await annotations(await docxOf(sheet));
    const plain = (paragraph: Paragraph): string => paragraph.map((run) => run.text).join('');
    const expected = sheet.sections.flatMap(({ blocks }) =>
      blocks.flatMap((block) =>
        block.kind === 'table'
          ? block.table.rows.flatMap(({ cells, remarks = [] }) =>
              remarks.map(({ column, words, paragraphs }) => {
                const cell = cells[column]?.paragraphs.map(plain) ?? [];
                const { from, to } = words ?? { from: undefined, to: undefined };
                const lines = cell.slice(from?.paragraph, to === undefined ? undefined : to.paragraph + 1);
                const last = lines.length - 1;
                const anchor = lines.map((line, index) =>
                  line.slice(index === 0 ? from?.offset : 0, index === last ? to?.offset : undefined),
                );
                return { anchor: anchor.join('\n'), words: paragraphs.map(plain).join('\n') };
              }),
            )
          : [],
      ),
    );
    expect(found).toHaveLength(expected.length + outside);
    const key = ({ anchor, words }: { anchor: string; words: string }): string => `${words} @ ${anchor}`;
    expect(found.map(key).sort()).toEqual(expect.arrayContaining(expected.map(key)));
  },
);
