import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { RichRun } from '../../../src/model/part.ts';
import {
  escapeInline,
  isSameInline,
  isSameRuns,
  joined,
  PART_SCHEMES,
  parseInline,
  parseInlineLines,
  placesInInline,
  plainInline,
  plainWords,
  withLinksOf,
  writeInline,
  writeInlineLines,
} from '../../../src/text/inline.ts';
import { runs } from '../../support/property-runs.ts';

/** Texts with all special characters of the markup, and with ordinary ones. */
const written = fc
  .array(
    fc.constantFrom(
      ...[
        '*',
        '*',
        '**',
        '***',
        '****',
        '[',
        ']',
        '](https://a.example/*b*)',
        '](mailto:a@b.example)',
        '(',
        ')',
      ],
      ...[
        '\\',
        '\\\\',
        '\\*',
        'a',
        'été',
        ' ',
        '\u00a0',
        '.',
        '«',
        '_',
        '<b>',
        '&amp;',
        '🎉',
        '5',
        'https://',
      ],
    ),
    { minLength: 1, maxLength: 16 },
  )
  .map((pieces) => pieces.join('').trim())
  .filter((words) => words !== '');

const words = fc.oneof(
  fc.constantFrom(
    ...['Год ', ' l’été', '*', '**', '\\', '5 * 3', '«Ы»', '_x_', '\n', '# ', '- ', '&amp;', '[18+] <3', ' '],
    ...[
      '](https://a.example)',
      '[a](https://b.example)',
      '[',
      ']',
      '(',
      ')',
      'Künstler*innen',
      'C:\\_x',
      '\\(',
    ],
  ),
  fc.string({ maxLength: 6 }).map((text) => text.replace(/[\r\p{C}]/gu, 'x')),
);
const run: fc.Arbitrary<RichRun> = fc.record(
  {
    text: words,
    strong: fc.constant(true as const),
    emphasis: fc.constant(true as const),
    link: fc.constantFrom(
      ...[
        'https://example.org/',
        'https://example.org/(b)',
        'https://example.org/)(?a[]=1&*c*',
        'mailto:a@b.example',
      ],
    ),
  },
  { requiredKeys: ['text'] },
);
const lines = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');

describe('Inline text', () => {
  it.each<[string, RichRun[]]>([
    [
      '**Gratis** für *alle*',
      [{ text: 'Gratis', strong: true }, { text: ' für ' }, { text: 'alle', emphasis: true }],
    ],
    ['***Премьера***!', [{ text: 'Премьера', strong: true, emphasis: true }, { text: '!' }]],
    [
      '**5 à 7 *ans* inclus**',
      [
        { text: '5 à 7 ', strong: true },
        { text: 'ans', strong: true, emphasis: true },
        { text: ' inclus', strong: true },
      ],
    ],
    ['**«А»**нна', [{ text: '«А»', strong: true }, { text: 'нна' }]],
    ['Hotel **** Central', [{ text: 'Hotel **** Central' }]],
    ['5 * 3 * 2 m', [{ text: '5 * 3 * 2 m' }]],
    ['**open', [{ text: '**open' }]],
    ['Entrée* et tarif réduit**, dès 5 ans*', [{ text: 'Entrée* et tarif réduit**, dès 5 ans*' }]],
    ['\\*with a note', [{ text: '*with a note' }]],
    ['Künstler*innen, Autor*innen und 5*3 m', [{ text: 'Künstler*innen, Autor*innen und 5*3 m' }]],
    [
      '*Neu:* Leser*innen und un*glaub*lich',
      [
        { text: 'Neu:', emphasis: true },
        { text: ' Leser*innen und un' },
        { text: 'glaub', emphasis: true },
        { text: 'lich' },
      ],
    ],
    [
      'C:\\new files, Hall_A_B, _x_ [18+] <3 [a](b) <b>c</b> &amp; `d`',
      [{ text: 'C:\\new files, Hall_A_B, _x_ [18+] <3 [a](b) <b>c</b> &amp; `d`' }],
    ],
    ['# 1. - > x', [{ text: '# 1. - > x' }]],
    [
      'Siehe [**Programm** 2030](https://example.org/a_b) oder [uns](mailto:post@example.org)',
      [
        { text: 'Siehe ' },
        { text: 'Programm', strong: true, link: 'https://example.org/a_b' },
        { text: ' 2030', link: 'https://example.org/a_b' },
        { text: ' oder ' },
        { text: 'uns', link: 'mailto:post@example.org' },
      ],
    ],
    [
      '[вики](https://ru.example.org/wiki/Год_(театр))',
      [
        {
          text: 'вики',
          link: 'https://ru.example.org/wiki/%D0%93%D0%BE%D0%B4_(%D1%82%D0%B5%D0%B0%D1%82%D1%80)',
        },
      ],
    ],
    ['\\[words](https://example.org/)', [{ text: '[words](https://example.org/)' }]],
    ...[
      'javascript:alert(1)',
      'http://example.org/',
      'data:text/html,x',
      'tel:+331234',
      'https://user:pass@example.org/',
      'https://a b/',
      'https:',
      'mailto:',
      '//example.org',
      'HTTPS',
    ].map((address): [string, RichRun[]] => [`[x](${address})`, [{ text: `[x](${address})` }]]),
  ])('Inline markup is parsed: %s', (paragraph, expected) => {
    expect(parseInline(paragraph)).toEqual(expected);
  });

  it('Links in the texts of parts can use two more URL schemes than links in fields', () => {
    expect(parseInline('[x](tel:+331234)', PART_SCHEMES)).toEqual([{ text: 'x', link: 'tel:+331234' }]);
  });

  it('Any runs of text are read back as they were written', () => {
    fc.assert(
      fc.property(fc.array(run, { maxLength: 6 }), (own) => {
        const text = writeInlineLines(own);
        expect([text, isSameRuns(parseInlineLines(text), own)]).toEqual([text, true]);
        const paragraph = own.filter((one) => !one.text.includes('\n'));
        expect(isSameRuns(parseInline(writeInline(paragraph)), paragraph)).toBe(true);
      }),
      { numRuns: runs(1000) },
    );
  });

  it('Parsing any text and writing it again does not change what is printed', () => {
    fc.assert(
      fc.property(written, (text) => {
        const again = writeInlineLines(parseInline(text));
        expect([again, isSameInline(again, text)]).toEqual([again, true]);
      }),
      { numRuns: runs(1000) },
    );
  });

  it.each<[string, RichRun[], string]>([
    ['a word with two formats', [{ text: 'Kon', strong: true }, { text: 'zert' }], '**Kon**zert'],
    [
      'a punctuation mark next to a word',
      [{ text: 'Kon', strong: true }, { text: 'zert ' }, { text: 'Neu:', emphasis: true }, { text: 'ab 5' }],
      '**Kon**zert *Neu:*ab 5',
    ],
    [
      'spaces at ends',
      [{ text: 'à ' }, { text: 'midi ', strong: true }, { text: 'pile' }],
      'à **midi** pile',
    ],
    [
      'formatting that begins and ends inside words',
      [{ text: 'Kon' }, { text: 'zert und Fe', emphasis: true, strong: true }, { text: 'st' }],
      'Kon***zert*** ***und Fe***st',
    ],
    [
      'text next to a link',
      [
        { text: 'a', strong: true },
        { text: '', link: 'https://example.org/' },
        { text: 'b', strong: true },
      ],
      '**ab**',
    ],
    ['an asterisk', [{ text: '* sous réserve', emphasis: true }], '*\\* sous réserve*'],
    [
      'nested formatting',
      [
        { text: 'très ', emphasis: true },
        { text: 'tôt', emphasis: true, strong: true },
      ],
      '*très **tôt***',
    ],
    [
      'consecutive formatting',
      [
        { text: 'très', strong: true },
        { text: 'tôt', emphasis: true },
      ],
      '**très***tôt*',
    ],
    [
      'a link, and brackets without a link',
      [{ text: '[neu] ' }, { text: 'Karten [1]', link: 'https://example.org/' }],
      '\\[neu\\] [Karten \\[1\\]](https://example.org/)',
    ],
    ['a link with a forbidden address', [{ text: 'x', link: 'http://example.org/' }], 'x'],
  ])('Runs of text are written as markup: %s', (_, own, expected) => {
    expect(writeInlineLines(own)).toBe(expected);
  });

  it('Inline markup is parsed and written in linear time', () => {
    const own = Array.from({ length: 5000 }, (_, index): RichRun[] => [
      { text: '«', strong: true },
      { text: `[a${index}](` },
    ]).flat();
    expect(isSameRuns(parseInline(writeInline(own)), own)).toBe(true);
    for (const sign of ['*a ', '[', '[a](https:', '[a](https://x(', '\\', '***a** '])
      expect(plainInline(sign.repeat(20_000)).length).toBeGreaterThan(9_999);
  });

  it('Escaping changes only characters that would be markup', () => {
    expect(escapeInline('5 * 3, **** and \\n, [a], Künstler*in')).toBe(
      '5 * 3, **** and \\n, [a], Künstler*in',
    );
    expect(escapeInline('**no**\nyes')).toBe('\\*\\*no\\*\\*\nyes');
    expect(escapeInline('[a](https://b.example)')).toBe('\\[a](https://b.example)');
    fc.assert(
      fc.property(
        fc.array(words, { maxLength: 8 }).map((all) => all.join('')),
        (text) => {
          expect(lines(plainInline(escapeInline(text)))).toEqual(lines(text));
        },
      ),
      { numRuns: runs(300) },
    );
  });

  it('For each plain word, the position in the markup is known', () => {
    fc.assert(
      fc.property(
        fc.array(written, { minLength: 1, maxLength: 3 }).map((all) => all.join('\n ')),
        (text) => {
          const said = plainInline(text);
          const places = placesInInline(text);
          expect(places).toHaveLength(said.length + 1);
          expect([...Array(said.length).keys()].map((at) => text[places[at] ?? -1]).join('')).toBe(said);
          expect([...places].sort((a, b) => a - b)).toEqual(places);
        },
      ),
    );
  });

  it('Runs of text take over the links of other runs that contain the same words', () => {
    const others = parseInline(
      'Zum [**Pro**gramm](https://a.example/) und zu [Karten](https://b.example/) hier',
    );
    const { runs: linked, lost } = withLinksOf(parseInline('Zum neuen *Programm* und zu Tickets'), others);
    expect(writeInline(linked)).toBe('Zum neuen [*Programm*](https://a.example/) und zu Tickets');
    expect(lost).toEqual([{ text: 'Karten', link: 'https://b.example/' }]);
    expect(plainWords(joined(linked))).toBe('Zum neuen Programm und zu Tickets');
  });
});
