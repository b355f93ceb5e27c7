import { describe, expect, it } from 'vitest';
import { textOf as fieldOf } from '../../../src/model/event.ts';
import type { Lang } from '../../../src/model/text.ts';
import { checkStructure } from '../../support/pdf-check.ts';
import { elementsOf, pagesOf, readPdf, textOf } from '../../support/pdf-reader.ts';
import {
  comparisonSample,
  edition1,
  hostile,
  newsOptions,
  pdfOf,
  printedProof,
  programmePdf,
  redlineSample,
  regionOptions,
  repeated,
  revised,
} from '../../support/pdf-samples.ts';
import { runs } from '../../support/property-runs.ts';

const programme = await edition1();
const LANGS: readonly Lang[] = ['en', 'fr', 'ru'];

describe('the structure of a PDF is whole', () => {
  it.each(LANGS)('of edition 1 in %s', async (lang) => {
    expect(checkStructure(await programmePdf(programme, lang))).toEqual([]);
  });

  it.each(LANGS)('of hostile texts in %s', async (lang) => {
    expect(checkStructure(await programmePdf(hostile(programme), lang))).toEqual([]);
  });

  it('of the extract of a region', async () => {
    const options = regionOptions(programme, 'FR-NAQ');
    expect(checkStructure(await programmePdf(programme, 'en', options))).toEqual([]);
  });

  it('of an edition with marks on what is new', async () => {
    const later = revised(programme);
    const bytes = await programmePdf(later, 'en', newsOptions(programme, later));
    expect(checkStructure(bytes)).toEqual([]);
  });

  it.each(LANGS)('of the comparison of two editions in %s', async (lang) => {
    expect(checkStructure(await pdfOf(comparisonSample(programme, revised(programme), lang)))).toEqual([]);
  });

  it.each(LANGS)('of a redline in %s', async (lang) => {
    expect(checkStructure(await pdfOf(redlineSample(programme, revised(programme), lang)))).toEqual([]);
  });

  it('of a redline of hostile texts', async () => {
    expect(checkStructure(await pdfOf(redlineSample(programme, hostile(programme))))).toEqual([]);
  });

  it('of the comparison with hostile texts', async () => {
    expect(checkStructure(await pdfOf(comparisonSample(programme, hostile(programme))))).toEqual([]);
  });

  it.each(LANGS)('of a proof sheet in %s', async (lang) => {
    expect(checkStructure(await pdfOf(printedProof(programme, lang)))).toEqual([]);
  });

  it.each(LANGS)('of a proof sheet of hostile texts in %s', async (lang) => {
    expect(checkStructure(await pdfOf(printedProof(hostile(programme), lang)))).toEqual([]);
  });

  it('of 1,000 events, of a third of them outside CI', async () => {
    const count = runs(1000);
    const bytes = await programmePdf(repeated(programme, count));
    expect(checkStructure(bytes)).toEqual([]);
    const tables = elementsOf(readPdf(bytes).root, 'TBody');
    expect(tables.flatMap((table) => elementsOf(table, 'TR'))).toHaveLength(count);
  });
});

describe('hostile texts', async () => {
  const pdf = readPdf(await programmePdf(hostile(programme)));
  const rows = elementsOf(pdf.root, 'TBody').flatMap((table) => elementsOf(table, 'TR'));

  it('leave a row over several pages one row', () => {
    expect(rows).toHaveLength(13);
    const pages = rows.map((row) => pagesOf(row).length);
    expect(pages.filter((count) => count >= 3)).toHaveLength(4);
  });

  it('are read back as they were written, whatever goes over lines', () => {
    const events = hostile(programme).themes.flatMap((theme) => theme.events);
    const letters = (words: string): string => words.replace(/\s/g, '');
    expect(rows).toHaveLength(events.length);
    rows.forEach((row, index) => {
      const words = letters(textOf(row));
      const event = events[index];
      const columns = ['title', 'description', 'date', ...Object.keys(event?.bodies ?? {})];
      for (const text of columns.map((column) => event && fieldOf(event, column))) {
        const written = typeof text === 'object' ? (text.en ?? text.fr ?? text.ru ?? '') : (text ?? '');
        expect(words).toContain(letters(written));
      }
    });
  });

  it('stand in title, author and subject as they are', () => {
    const { config } = hostile(programme);
    expect(pdf.info.get('Title')).toBe(`2021 ${String(config.title)}`);
    expect(pdf.info.get('Author')).toBe(config.author);
    expect(pdf.info.get('Subject')).toBe(config.subject);
  });
});
