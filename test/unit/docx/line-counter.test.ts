import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DEFAULT_DESIGN } from '../../../src/design/default.ts';
import { buildDocument } from '../../../src/document/build.ts';
import { readProgramme } from '../../../src/read/dataset.ts';
import { readFonts } from '../../../src/read/fonts.ts';
import { measuringShaper } from '../../../src/render/docx/fonts.ts';
import { createLineCounter } from '../../../src/render/docx/line-counter.ts';
import { PairMetrics, pairMetrics } from '../../../src/render/docx/pair-metrics.ts';
import { openFaces } from '../../../src/typeset/faces.ts';

const { sections } = buildDocument(await readProgramme('data', '1'), 'ru');
const TEXTS = sections
  .flatMap(({ blocks }) =>
    blocks.flatMap((block) => {
      if (block.kind === 'paragraph') return block.text;
      if (block.kind === 'table')
        return block.table.rows.flatMap(({ cells }) => cells.flatMap((cell) => cell.paragraphs.flat()));
      return block.kind === 'index' ? block.groups.flatMap(({ heading }) => heading) : [];
    }),
  )
  .map((run) => run.text);

const faces = openFaces(await readFonts(DEFAULT_DESIGN), measuringShaper);
const countLines = createLineCounter(pairMetrics(faces));
const style = DEFAULT_DESIGN.styles.cell;

/** Width of a text on one line, in points. */
const widthOf = (text: string): number => (faces.sans.shape(text).advance * style.size) / 1000;
const lines = (text: string, width: number): number => countLines([{ text }], style, width);

describe('Text width with kerning pairs', () => {
  it.each(['sans', 'sansBold', 'serif', 'serifBold'] as const)(
    'The computed width of every text of edition 1 is exact in %s, including spaces and ligatures',
    (name) => {
      const face = faces[name];
      const metrics = new PairMetrics(face);
      for (const text of TEXTS) {
        let width = 0;
        let last = 0;
        for (const letter of text) {
          const character = metrics.character(letter.codePointAt(0) ?? 0);
          width += metrics.kern(last, character) + metrics.advance(character);
          last = character;
        }
        // Kerning next to a ligature is computed as for its separate letters.
        const ligatures = text.match(/f[il]/g)?.length ?? 0;
        expect(Math.abs(width - face.shape(text).advance), text).toBeLessThanOrEqual(15 * ligatures);
      }
    },
  );
});

describe('Line breaks as in a word processor', () => {
  it('A text that is as wide as its column has one line, and has two lines in a narrower column', () => {
    const text = 'Establishment of cooperation';
    expect(lines(text, widthOf(text))).toBe(1);
    expect(lines(text, widthOf(text) - 0.2)).toBe(2);
    expect(lines('', 100)).toBe(1);
  });

  it('Lines break after hyphens, dashes and ellipses inside words and before em dashes, but not after slashes', () => {
    const text = (sign: string, rest: string): string => `the Saint Franco${sign}${rest} year`;
    const count = (sign: string, rest: string): number =>
      lines(text(sign, rest), widthOf(`the Saint Franco${sign}`) + 0.1);
    expect(count('-', 'Russian')).toBe(2);
    expect(count('–', 'Russian')).toBe(2);
    expect(count('-', '123456')).toBe(2);
    expect(count('…', 'Russian')).toBe(2);
    expect(count('', '—Russe')).toBe(2);
    expect(count('/', 'Russian')).toBe(3);
  });

  it('Any number of trailing spaces can extend beyond the right edge', () => {
    expect(lines('word     ', widthOf('word'))).toBe(1);
    expect(lines('word     word', widthOf('word'))).toBe(2);
  });

  it('The line counter treats tabs and line ends as spaces', () => {
    const width = widthOf('two words');
    expect(lines('two\twords', width)).toBe(1);
    expect(lines('two\nwords', width - 1)).toBe(2);
  });

  it('A word that continues in the next run is not broken between the runs', () => {
    const runs = [{ text: 'one two' }, { text: 'three', strong: true as const }];
    const width = widthOf('one two') + 5;
    expect(countLines(runs, style, width)).toBe(2);
    expect(countLines(runs, style, widthOf('twothree') + 10)).toBe(2);
  });

  it('A word wider than its column is broken', () => {
    const word = 'Donaudampfschifffahrtsgesellschaft';
    expect(lines(word, widthOf(word) / 2.5)).toBe(3);
    expect(lines(`a ${word}`, widthOf(word) / 2.5)).toBe(4);
    expect(lines(word, 0.5)).toBe(word.length);
  });

  it('The page number of an index entry is on the last line of the entry or on a separate line', () => {
    const text = 'Youth volunteering';
    const width = widthOf(text);
    expect(countLines([{ text }], style, width + widthOf('18') + 0.6, '18')).toBe(1);
    expect(countLines([{ text }], style, width + widthOf('18') + 0.4, '18')).toBe(2);
    expect(countLines([{ text }], style, width + 1, '18')).toBe(2);
  });

  it('A text never has more lines in a wider column, and a longer text never has fewer lines', () => {
    const words = fc.array(fc.constantFrom('a', 'town', 'Franco-Russian', 'coopération', '–', 'Волгоград'), {
      maxLength: 30,
    });
    const width = fc.double({ min: 5, max: 300, noNaN: true });
    fc.assert(
      fc.property(words, width, width, (list, one, two) => {
        const text = list.join(' ');
        expect(lines(text, Math.max(one, two))).toBeLessThanOrEqual(lines(text, Math.min(one, two)));
        expect(lines(`${text} more`, one)).toBeGreaterThanOrEqual(lines(text, one));
      }),
    );
  });
});
