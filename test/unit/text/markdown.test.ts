import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LIMITS } from '../../../src/model/limits.ts';
import { placeInSource, readMarkdown } from '../../../src/text/markdown.ts';
import { positionsIn } from '../../../src/text/positions.ts';
import { readWords } from '../../../src/text/rich-words.ts';

const read = (source: string) => readMarkdown(source, positionsIn(source));
const blocks = (source: string) => {
  const { text, problems } = read(source);
  expect(problems).toEqual([]);
  return text.blocks;
};
/** The first problem as `line:column message`. */
const fault = (source: string): string | undefined => {
  const [first] = read(source).problems;
  return first && `${first.at?.line}:${first.at?.column} ${first.message}`;
};

describe('Parsing a Markdown text', () => {
  it('A text is parsed into a title and into paragraphs, which consist of runs', () => {
    const { text, problems } = read(
      '# Vorwort\n\nLiebe **Gäste**,\nes *gibt* [mehr](https://example.org/a).\n',
    );
    expect(problems).toEqual([]);
    expect(text.title).toEqual([{ text: 'Vorwort' }]);
    expect(text.blocks).toEqual([
      {
        kind: 'paragraph',
        text: [
          { text: 'Liebe ' },
          { text: 'Gäste', strong: true },
          { text: ', es ' },
          { text: 'gibt', emphasis: true },
          { text: ' ' },
          { text: 'mehr', link: 'https://example.org/a' },
          { text: '.' },
        ],
      },
    ]);
    expect(text.words).toBe('Vorwort\nLiebe Gäste, es gibt mehr.');
  });

  it('Lists can be nested, can be numbered and can contain further paragraphs', () => {
    expect(blocks('3. один\n\n   ещё\n4. два\n   - внутри\n')).toEqual([
      {
        kind: 'list',
        items: [
          { text: [{ text: 'один' }], level: 0, number: '3.' },
          { text: [{ text: 'ещё' }], level: 0, continues: true },
          { text: [{ text: 'два' }], level: 0, number: '4.' },
          { text: [{ text: 'внутри' }], level: 1 },
        ],
      },
    ]);
  });

  it('Block quotes, line breaks and tables are read, and short table rows are padded with empty cells', () => {
    expect(blocks('> a\\\n> b\n\n| T | P |\n|---|--:|\n| x | 1 |\n| y |\n')).toEqual([
      { kind: 'quote', paragraphs: [[{ text: 'a' }, { text: '\n' }, { text: 'b' }]] },
      {
        kind: 'table',
        head: [[{ text: 'T' }], [{ text: 'P' }]],
        rows: [
          [[{ text: 'x' }], [{ text: '1' }]],
          [[{ text: 'y' }], []],
        ],
      },
    ]);
  });

  it('Headings get at most two levels, and no level is skipped, whatever the number of `#` characters', () => {
    const levels = (source: string) => blocks(source).map((block) => block.kind === 'heading' && block.level);
    expect(levels('## a\n#### b\n##### c\n## d\n')).toEqual([1, 2, 2, 1]);
    expect(levels('### a\n## b\n### c\n')).toEqual([1, 1, 2]);
  });

  it('The URL of a link is printed only if it differs from the words of the link', () => {
    const { text, problems } = read('[Site](https://example.org/x) und [example.org](https://example.org)\n');
    expect(problems).toEqual([]);
    expect(readWords(text)).toBe('Site (https://example.org/x) und example.org');
  });

  it.each([
    ['a <b>x</b>', '1:3 HTML is not supported'],
    ['a _b_ c', '1:3 underscores are not supported for bold and italic'],
    ['a **b __c__**', '1:7 underscores are not supported for bold and italic'],
    ['5&nbsp;€', '1:1 &nbsp; is not supported'],
    ['see <https://example.org>', '1:5 a link must have words and an address'],
    ['[a](https://example.org "b")', '1:1 a link must have words and an address'],
    ['[a][b]\n\n[b]: https://example.org', '1:1 a link must have words and an address'],
    ['ok\n\n<div>x</div>', '3:1 HTML is not supported'],
    ['<!-- note -->', '1:1 HTML is not supported'],
    ['a\n\nb ![x](y.png) c', '3:3 a picture must be between paragraphs'],
    ['- ![x](y.png)', '1:3 a picture must be between paragraphs'],
    ['[![x](y.png)](https://example.org)', '1:2 a picture must be between paragraphs'],
    ['## ![x](y.png)', '1:4 a picture must be between paragraphs'],
    ['> ![x](y.png)', '1:3 a picture must be between paragraphs'],
    ['![](y.png)', '1:1 the picture has no alternative text'],
    ['![ ](y.png "Words")', '1:1 the picture has no alternative text'],
    ['    code', '1:1 code blocks are not supported'],
    ['a `code`', '1:3 inline code is not supported'],
    ['a\n\n* * *', '3:1 horizontal rules are not supported'],
    ['a\n\n# b', '3:1 a text can have only one title, at the beginning'],
    ['#\n\na', '1:1 empty title'],
    ['- a\n\n  > b', '3:3 a list item can contain only words and lists'],
    ['> - a', '1:3 a quote can contain only paragraphs'],
    ['- a\n  - b\n    - c\n      - d', '4:7 a list is nested more than 3 levels deep'],
    ['[x](javascript:alert(1))', '1:1 "javascript:alert(1)" is not a valid address'],
    ['[x](data:text/html,y)', '1:1 "data:text/html,y" is not a valid address'],
    ['[x](/page)', '1:1 "/page" is not a valid address'],
    ['[x](https://name:secret@example.org)', '1:1 "https://name:secret@example.org" is not a valid address'],
    ['|a|\n|-|\n|b|c|', '3:3 a row has more cells than the table has columns (1)'],
  ])('%j is rejected', (source, expected) => {
    expect(fault(source)).toBe(expected);
  });

  it.each([
    ['characters', 'a '.repeat(LIMITS.markdownCharacters)],
    ['lines', 'a\n\n'.repeat(LIMITS.markdownLines)],
    ['signs', '*a_ '.repeat(LIMITS.markdownSigns)],
    ['brackets', '[a]('.repeat(LIMITS.markdownSigns)],
    ['lists in lists on one line', '- '.repeat(10_000)],
    ['quotes in quotes', '>'.repeat(10_000)],
    ['headings under lines', 'a\n-\n'.repeat(300)],
  ])('A text that exceeds a limit is rejected before it is parsed: %s', (_, source) => {
    expect(read(source).problems).toHaveLength(1);
    expect(read(source).text.blocks).toEqual([]);
  });

  it('A picture is on a separate line and can have an alternative text and a caption', () => {
    const source =
      'Der Hafen.\n![Der Hafen nachts](../pictures/der%20hafen.jpg "Foto: A. \\"B\\" C")\nEnde.\n\n![decoration](pictures/x.png)  \n![Plan der *Stadt*][plan]\n\n[plan]: <pictures/plan 1.png> (Der Plan)\n';
    const { text, problems } = read(source);
    expect(problems).toEqual([]);
    expect(text.blocks).toEqual([
      { kind: 'paragraph', text: [{ text: 'Der Hafen.' }] },
      {
        kind: 'picture',
        file: 'pictures/der hafen.jpg',
        alt: 'Der Hafen nachts',
        caption: 'Foto: A. "B" C',
        offset: 11,
      },
      { kind: 'paragraph', text: [{ text: 'Ende.' }] },
      { kind: 'picture', file: 'pictures/x.png', offset: source.indexOf('![deco') },
      {
        kind: 'picture',
        file: 'pictures/plan 1.png',
        alt: 'Plan der Stadt',
        caption: 'Der Plan',
        offset: source.indexOf('![Plan'),
      },
    ]);
    expect(text.words).toBe('Der Hafen.\nDer Hafen nachts\nFoto: A. "B" C\nEnde.\nPlan der Stadt\nDer Plan');
    for (const word of ['Hafen nachts', 'Foto', 'Ende', 'Plan der'])
      expect(source.slice(placeInSource(text, text.words.indexOf(word))).startsWith(word)).toBe(true);
    expect(readWords(text)).toContain('Der Hafen nachts (pictures/der hafen.jpg)\nFoto: A. "B" C\n');
  });

  it('For each word, the position in the Markdown source is known', () => {
    const source = '# A & B\n\n> x \\* *y*\n> z\n\n- **w**, [u\n  t](https://example.org) v\n';
    const { text } = read(source);
    for (const word of ['A', '& B', 'x', '* y', 'y', 'z', 'w', 'u', 't', 'v']) {
      const place = placeInSource(text, text.words.indexOf(word));
      expect([word, source[place]]).toEqual([word, word[0]]);
    }
  });

  it('The position of a word is known even if emphasis markers surround the word', () => {
    const word = fc.stringMatching(/^[a-zà-ÿа-я]{1,8}$/u);
    const mark = fc.constantFrom('', '*', '**');
    const line = fc.array(fc.tuple(mark, word), { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(
        fc.array(line, { minLength: 1, maxLength: 5 }),
        fc.constantFrom('', '> ', '- '),
        (lines, begin) => {
          const source = lines
            .map((words) => `${begin}${words.map(([sign, text]) => sign + text + sign).join(' ')}`)
            .join('\n\n');
          const { text, problems } = read(source);
          expect(problems).toEqual([]);
          expect(text.words).toBe(lines.map((words) => words.map(([, own]) => own).join(' ')).join('\n'));
          for (const [at, letter] of [...text.words].entries())
            if (letter !== '\n') expect(source[placeInSource(text, at)]).toBe(letter);
        },
      ),
    );
  });
});
