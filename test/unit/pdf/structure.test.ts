import { describe, expect, it } from 'vitest';
import { textOf as fieldOf } from '../../../src/model/event.ts';
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

describe('Structure of PDF files', () => {
  it.each(['en', 'fr', 'ru'] as const)(
    'The PDF of edition 1 in %s passes the structure check',
    async (lang) => {
      expect(checkStructure(await programmePdf(programme, lang))).toEqual([]);
    },
  );

  it('A PDF with very long texts and special characters passes the structure check', async () => {
    expect(checkStructure(await programmePdf(hostile(programme), 'fr'))).toEqual([]);
  });

  it('The PDF of an extract for a region passes the structure check', async () => {
    const options = regionOptions(programme, 'FR-NAQ');
    expect(checkStructure(await programmePdf(programme, 'en', options))).toEqual([]);
  });

  it('The PDF of an edition in which new events are marked passes the structure check', async () => {
    const later = revised(programme);
    const bytes = await programmePdf(later, 'en', newsOptions(programme, later));
    expect(checkStructure(bytes)).toEqual([]);
  });

  it('The PDF of a comparison passes the structure check', async () => {
    expect(checkStructure(await pdfOf(comparisonSample(programme, revised(programme), 'fr')))).toEqual([]);
  });

  it('The PDF of a redline passes the structure check', async () => {
    expect(checkStructure(await pdfOf(redlineSample(programme, revised(programme), 'ru')))).toEqual([]);
  });

  it('The PDF of a redline with very long texts and special characters passes the structure check', async () => {
    expect(checkStructure(await pdfOf(redlineSample(programme, hostile(programme))))).toEqual([]);
  });

  it('The PDF of a comparison with very long texts and special characters passes the structure check', async () => {
    expect(checkStructure(await pdfOf(comparisonSample(programme, hostile(programme))))).toEqual([]);
  });

  it('The PDF of a proof sheet passes the structure check', async () => {
    expect(checkStructure(await pdfOf(printedProof(programme)))).toEqual([]);
  });

  it('The PDF of a proof sheet with very long texts and special characters passes the structure check', async () => {
    expect(checkStructure(await pdfOf(printedProof(hostile(programme), 'ru')))).toEqual([]);
  });

  it('The PDF of a programme with many events passes the structure check', async () => {
    const count = runs(1000);
    const bytes = await programmePdf(repeated(programme, count));
    expect(checkStructure(bytes)).toEqual([]);
    const tables = elementsOf(readPdf(bytes).root, 'TBody');
    expect(tables.flatMap((table) => elementsOf(table, 'TR'))).toHaveLength(count);
  });
});

describe('PDF with very long texts and special characters', async () => {
  const pdf = readPdf(await programmePdf(hostile(programme)));
  const rows = elementsOf(pdf.root, 'TBody').flatMap((table) => elementsOf(table, 'TR'));

  it('A row that extends over several pages is tagged as a single row', () => {
    expect(rows).toHaveLength(13);
    const pages = rows.map((row) => pagesOf(row).length);
    expect(pages.filter((count) => count >= 3)).toHaveLength(4);
  });

  it('Text that wraps is read back unchanged', () => {
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

  it('Title, author and subject are stored unchanged, whatever characters they contain', () => {
    const { config } = hostile(programme);
    expect(pdf.info.get('Title')).toBe(`2021 ${String(config.title)}`);
    expect(pdf.info.get('Author')).toBe(config.author);
    expect(pdf.info.get('Subject')).toBe(config.subject);
  });
});
