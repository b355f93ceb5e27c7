import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Lang } from '../../../src/model/text.ts';
import {
  type BreakOptions,
  breakLines,
  cutsWords,
  type Hyphenate,
  type Line,
  type Span,
} from '../../../src/typeset/break-lines.ts';
import { type Face, SOFT_HYPHEN, widthOfWords } from '../../../src/typeset/face.ts';
import { loadHyphenation } from '../../../src/typeset/hyphenation.ts';
import { runs } from '../../support/property-runs.ts';
import { monospaced, printedFaces } from './faces.ts';

const mono = monospaced();
const faces = await printedFaces();
const byPatterns = await loadHyphenation(['en', 'fr', 'ru']);

const span = (text: string, face: Face = mono, lang: Lang = 'en'): Span<string> => ({
  text,
  face,
  lang,
  source: text,
});

/** Ten points: a character of the monospaced font is five points wide. */
const SIZE = 10;
const options = (characters: number, breaking: BreakOptions['breaking']): BreakOptions => ({
  width: 5 * characters,
  size: SIZE,
  hyphenate: byPatterns,
  breaking,
});

const textOf = (line: Line<string>): string => line.pieces.map((piece) => piece.text).join('');
/** The lines as printed: a soft hyphen at the end is a hyphen. */
const printed = (lines: readonly Line<string>[]): string[] =>
  lines.map((line) => textOf(line).trimEnd().replaceAll(SOFT_HYPHEN, '-'));
const set = (
  text: string,
  characters: number,
  breaking: BreakOptions['breaking'] = 'running',
  lang: Lang = 'en',
) => printed(breakLines([span(text, mono, lang)], options(characters, breaking)));

/** The text of a paragraph: single spaces, no soft hyphens. */
const plain = (texts: readonly string[]): string =>
  texts
    .join('')
    .replaceAll(SOFT_HYPHEN, '')
    .replace(/[ \t\n]+/g, ' ')
    .replace(/^ | $/g, '');

const signs = fc.constantFrom(
  ...'a b c ab letters letters- coopération département/région Bourgogne-Franche-Comté сотрудничество Ростов-на-Дону é e\u0301 😀 – — / - -- « » “ ” \u00a0 \u2011 \u00ad , . ( ) 1er 2030-2031 \t \n'.split(
    ' ',
  ),
  ' ',
  ' ',
  '  ',
);
const anyText = fc.array(signs, { maxLength: 40 }).map((parts) => parts.join(''));
const anyBreaking = fc.constantFrom('display', 'running', 'narrow');
const anyLang = fc.constantFrom('en', 'fr', 'ru');
const { emphasis: _, ...upright } = faces;
const anyFace = fc.constantFrom(mono, ...Object.values(upright));
const anySpan = fc
  .record({ text: anyText, face: anyFace, lang: anyLang })
  .map(({ text, face, lang }): Span<string> => span(text, face, lang));
const anyWidth = fc.integer({ min: 1, max: 200 });

/** Checks an invariant on any paragraph of several spans. */
function law(check: (lines: Line<string>[], spans: Span<string>[], how: BreakOptions) => void): void {
  fc.assert(
    fc.property(fc.array(anySpan, { maxLength: 4 }), anyWidth, anyBreaking, (spans, width, breaking) => {
      const how = { width, size: SIZE, hyphenate: byPatterns, breaking };
      check(breakLines(spans, how), spans, how);
    }),
    { numRuns: runs(500) },
  );
}

/** Characters with their combining marks. */
const charactersIn = (text: string): string[] => text.match(/\P{M}\p{M}*|^\p{M}+/gu) ?? [];

describe('Paragraph broken into lines', () => {
  it('Taken together, the lines contain all characters of the paragraph except soft hyphens, and no other characters', () => {
    law((lines, spans) => {
      const joined = lines.map(textOf).join('').replaceAll(SOFT_HYPHEN, '');
      expect(joined).toBe(plain(spans.map(({ text }) => text)));
    });
  });

  it('The pieces of a line are in order, and each piece refers to its span', () => {
    law((lines, spans) => {
      const pieces = lines.flatMap((line) => line.pieces);
      let from = 0;
      for (const piece of pieces) {
        const index = spans.findIndex(
          ({ source, face }, at) => at >= from && source === piece.source && face === piece.face,
        );
        expect(index).toBeGreaterThanOrEqual(from);
        from = index;
        for (const word of piece.text.trim().replaceAll(SOFT_HYPHEN, '').split(' '))
          expect(plain([piece.source])).toContain(word);
      }
    });
  });

  it('No line is wider than the column, unless it consists of a single character', () => {
    law((lines, _, { width }) => {
      for (const line of lines) {
        const text = textOf(line).trimEnd();
        const measured = line.pieces.reduce(
          (sum, piece) => sum + widthOfWords(piece.words, piece.face, SIZE),
          0,
        );
        const last = line.pieces.at(-1);
        const space =
          last === undefined || !textOf(line).endsWith(' ')
            ? 0
            : widthOfWords([last.face.space], last.face, SIZE);
        expect(line.width).toBeCloseTo(measured - space, 6);
        if (charactersIn(text).length > 1) expect(line.width).toBeLessThanOrEqual(width + 1e-6);
      }
    });
  });

  it('A soft hyphen is only at the end of a line, and at least three letters of the word are on either side', () => {
    law((lines) => {
      lines.forEach((line, index) => {
        const text = textOf(line);
        if (!text.includes(SOFT_HYPHEN)) return;
        expect(text.indexOf(SOFT_HYPHEN)).toBe(text.length - 1);
        expect(text).toMatch(/\p{L}{3}\u00ad$/u);
        const after = lines
          .slice(index + 1)
          .map(textOf)
          .join('')
          .replaceAll(SOFT_HYPHEN, '');
        expect(after).toMatch(/^\p{L}{3}/u);
      });
    });
  });

  it('No line break separates a character from its combining marks or splits a surrogate pair', () => {
    law((lines) => {
      for (const line of lines.slice(1)) expect(textOf(line)).not.toMatch(/^[\p{M}\udc00-\udfff]/u);
      for (const line of lines) expect(textOf(line)).not.toMatch(/\p{Cs}/u);
    });
  });

  it('Lines break only at positions where the text allows this', () => {
    fc.assert(
      fc.property(
        anyText,
        fc.integer({ min: 1, max: 40 }),
        anyBreaking,
        anyLang,
        (text, characters, breaking, lang) => {
          const lines = breakLines([span(text, mono, lang)], options(characters, breaking)).map(textOf);
          let before = '';
          for (const line of lines.slice(0, -1)) {
            before += line;
            if (before.endsWith(' ')) continue;
            const after = plain([text]).slice(before.replaceAll(SOFT_HYPHEN, '').length);
            const start = before.replaceAll(SOFT_HYPHEN, '').split(' ').at(-1) ?? '';
            const word = start + (after.split(' ')[0] ?? '');
            const wide = [...word].length > characters;
            const inner = /\p{L}[-–—/]$/u.test(before) && /^\p{L}/u.test(after);
            const hyphenated = before.endsWith(SOFT_HYPHEN);
            if (breaking === 'display') expect({ word, wide }).toEqual({ word, wide: true });
            else if (breaking === 'running')
              expect({ word, allowed: wide || inner }).toEqual({ word, allowed: true });
            else expect({ word, allowed: wide || inner || hyphenated }).toEqual({ word, allowed: true });
          }
        },
      ),
      { numRuns: runs(500) },
    );
  });

  it('A line never ends before a word that would still fit on it', () => {
    fc.assert(
      fc.property(anyText, fc.integer({ min: 1, max: 40 }), anyBreaking, (text, characters, breaking) => {
        const lines = breakLines([span(text)], options(characters, breaking)).map(textOf);
        lines.slice(1).forEach((line, index) => {
          const before = lines[index] ?? '';
          if (!before.endsWith(' ')) return;
          const [word = ''] = plain([lines.slice(index + 1).join('')]).split(' ');
          expect([...before, ...word].length).toBeGreaterThan(characters);
          expect(line).not.toBe('');
        });
      }),
    );
  });

  it('Lines break in the same way whether a text is one span or several', () => {
    fc.assert(
      fc.property(
        fc.array(anyText, { maxLength: 5 }),
        fc.integer({ min: 1, max: 40 }),
        anyBreaking,
        anyLang,
        (texts, characters, breaking, lang) => {
          const how = options(characters, breaking);
          const whole = breakLines([span(texts.join(''), mono, lang)], how);
          const parts = breakLines(
            texts.map((text) => span(text, mono, lang)),
            how,
          );
          expect(parts.map(textOf)).toEqual(whole.map(textOf));
          expect(parts.map(({ width }) => width.toFixed(6))).toEqual(
            whole.map(({ width }) => width.toFixed(6)),
          );
        },
      ),
      { numRuns: runs(500) },
    );
  });

  it('A text without words becomes one empty line', () => {
    expect(breakLines([], options(10, 'running'))).toEqual([{ pieces: [], width: 0 }]);
    expect(breakLines([span(' \t\n ')], options(10, 'running'))).toEqual([{ pieces: [], width: 0 }]);
  });
});

describe('Line breaks inside a word', () => {
  it('A word breaks after a "/" or "-" inside it, without a second hyphen', () => {
    expect(set('Region Bourgogne-Franche-Comté/Ville', 20)).toEqual([
      'Region Bourgogne-',
      'Franche-Comté/Ville',
    ]);
    expect(set('Bourgogne-Franche-Comté', 10)).toEqual(['Bourgogne-', 'Franche-', 'Comté']);
    expect(set('département/région', 12)).toEqual(['département/', 'région']);
  });

  it('A word does not break after a hyphen next to a digit, a bracket or a space', () => {
    expect(set('from 2030-2031 on', 10)).toEqual(['from', '2030-2031', 'on']);
    expect(set('Tu-154 lands', 9)).toEqual(['Tu-154', 'lands']);
    expect(set('wide (-a) x', 7)).toEqual(['wide', '(-a) x']);
  });

  it('A word does not break after a no-break hyphen or at a no-break space', () => {
    expect(set('the North\u2011West wind', 9)).toEqual(['the', 'North\u2011Wes', 't wind']);
    expect(set('from 9\u00a0May on', 9)).toEqual(['from', '9\u00a0May on']);
  });

  it('A word in a title breaks only if it is wider than the column', () => {
    expect(set('the Franco-Saxon year', 12, 'display')).toEqual(['the', 'Franco-Saxon', 'year']);
    expect(set('the Franco-Saxon year', 12, 'running')).toEqual(['the Franco-', 'Saxon year']);
    expect(set('the Franco-Saxon year', 9, 'display')).toEqual(['the', 'Franco-', 'Saxon', 'year']);
  });

  it.each([
    [
      'en',
      'organisation of the international cooperation',
      ['organisation', 'of the', 'interna-', 'tional', 'cooperation'],
    ],
    ['fr', 'la coopération décentralisée', ['la coopéra-', 'tion décen-', 'tralisée']],
    ['ru', 'межрегиональное сотрудничество', ['межрегио-', 'нальное', 'сотрудниче-', 'ство']],
  ] as const)(
    'A word in a narrow column is hyphenated by the patterns of its language: %s',
    (lang, text, lines) => {
      expect(set(text, 12, 'narrow', lang)).toEqual(lines);
    },
  );

  it('A word is hyphenated by the patterns of the language of its span', () => {
    const spans = [span('la ', mono, 'fr'), span('межрегиональное', mono, 'ru')];
    expect(printed(breakLines(spans, options(12, 'narrow')))).toEqual(['la межрегио-', 'нальное']);
    const foreign = [span('la ', mono, 'fr'), span('межрегиональное', mono, 'fr')];
    expect(printed(breakLines(foreign, options(15, 'narrow')))).toEqual(['la', 'межрегиональное']);
  });

  it('A capitalised word is not hyphenated if it fits on a line', () => {
    expect(set('in Yekaterinburg now', 14, 'narrow')).toEqual(['in', 'Yekaterinburg', 'now']);
    expect(set('in Yekaterinburg now', 9, 'narrow')).toEqual(['in', 'Yekater-', 'inburg', 'now']);
  });

  it('A word is not hyphenated if little space is left on the line', () => {
    expect(set('the great cooperation', 17, 'narrow')).toEqual(['the great', 'cooperation']);
    expect(set('the cooperation', 11, 'narrow')).toEqual(['the cooper-', 'ation']);
  });

  it.each([
    [
      'https://www.example.org/organisation/cooperation/index.html',
      ['https://www.', 'example.org/', 'organisation/', 'cooperation/', 'index.html'],
    ],
    ['(www.example.org/organisationcooperation)', ['(www.example.', 'org/', 'organisationco', 'operation)']],
    ['cooperation-organisation.example', ['cooperation-', 'organisation.', 'example']],
    ['registration@cooperation.example.org', ['registration@', 'cooperation.', 'example.org']],
  ])('No hyphen is added to an address, whatever its line breaks: %s', (address, lines) => {
    expect(set(address, 14, 'narrow')).toEqual(lines);
  });

  it('A word of 300 letters is broken into several lines that contain no other words', () => {
    const word = 'abcdefghij'.repeat(30);
    const lines = set(`see ${word} there`, 40);
    expect(lines.join('').replaceAll('-', '')).toBe(`see ${word}there`);
    expect(lines.length).toBe(9);
  });

  it('Soft hyphens in a word are removed because hyphenation is automatic', () => {
    expect(set('coop\u00aderation', 20)).toEqual(['cooperation']);
  });

  it('A character that is wider than the column is on a line of its own, together with the space after it', () => {
    const lines = breakLines([span('a b')], { width: 2, size: SIZE, breaking: 'running' });
    expect(lines.map(textOf)).toEqual(['a ', 'b']);
  });

  it('At a forced break, combining marks stay with their letter', () => {
    const lines = breakLines([span('e\u0301e\u0301e\u0301')], { width: 10, size: SIZE, breaking: 'running' });
    expect(lines.map(textOf)).toEqual(['e\u0301', 'e\u0301', 'e\u0301']);
  });

  it.each([
    ['क्षित्क्षि', ['क्षि', 'त्क्षि']],
    ['a\u200db\u200dc', ['a\u200db\u200dc']],
    ['🏴\u{e0067}\u{e007f}🏴\u{e0067}\u{e007f}', ['🏴\u{e0067}\u{e007f}', '🏴\u{e0067}\u{e007f}']],
  ])('At a forced break, grapheme clusters are not split: %s', (text, parts) => {
    const lines = breakLines([span(text)], { width: 10, size: SIZE, breaking: 'running' });
    expect(lines.map(textOf)).toEqual(parts);
  });

  it('Very long words and long sequences of marks are broken in linear time', () => {
    const hyphenate: Hyphenate = (word, lang) => byPatterns(word, lang);
    const how: BreakOptions = { width: 100, size: SIZE, hyphenate, breaking: 'narrow' };
    for (const text of ['x'.repeat(200_000), `e${'\u0301'.repeat(50_000)}`, 'ab/'.repeat(50_000)]) {
      const lines = breakLines([span(text, faces.sans)], how);
      expect(lines.map(textOf).join('').replaceAll(SOFT_HYPHEN, '')).toBe(text);
    }
  });
});

describe('cutsWords', () => {
  it.each([
    ['2030–2031', 12, false],
    ['2030–2031', 6, true],
    ['2030–2031 гг.', 6, true],
    ['May 2030 – June 2031', 6, false],
    ['SAINT-AUBIN-LES-PRÉS', 6, false],
    ['Straßenfest', 6, true],
  ])('“%s” in a column %i characters wide contains a split word: %s', (text, characters, cut) => {
    const { width, size } = options(characters, 'display');
    expect(cutsWords(breakLines([span(text)], { width, size, breaking: 'display' }))).toBe(cut);
  });
});
