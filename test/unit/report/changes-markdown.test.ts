import { describe, expect, test } from 'vitest';
import { compare } from '../../../src/compare/compare.ts';
import { changesAsMarkdown } from '../../../src/report/changes-markdown.ts';
import { escapeMarkdown } from '../../../src/report/markdown.ts';
import { edition1, withEvent } from '../support/programmes.ts';
import { comparison, print, same } from './changes-example.ts';

const report = changesAsMarkdown(comparison, 'en', true).replaceAll('\u00a0', ' ');

test('The Markdown report begins with the names of the editions and the counts by theme', () => {
  expect(
    report.startsWith(`# What changed in the programme

From: Edition 1 of 19 March 2021; to: Edition 2 of 3 May 2021${'  '}
9 changes (6 major, 2 minor, 1 typographic, 1 approved)

| Theme | major | minor | typographic | Total |
| --- | ---: | ---: | ---: | ---: |
| The programme as a whole | 0 | 1 | 0 | 1 |
| Theme: partnerships and twinning programmes | 2 | 0 | 0 | 2 |
| Theme: sport | 4 | 1 | 1 | 6 |
| Total | 6 | 2 | 1 | 9 |

## The programme as a whole
`),
  ).toBe(true);
});

test('In the Markdown report, each event is a heading, followed by a list of its changes', () => {
  expect(report).toContain(`
### 75. WRESTLING

- **Project title** (typographic, \`title-reworded\`, \`${print('title-reworded', 'title')}\`)
  - <del>Wrestling</del><ins>WRESTLING</ins>
- **Status** (major, \`status-changed\`, \`${print('status-changed', 'status')}\`, Approved by A. Editor, 2 May 2021)
  - <ins>Cancelled</ins>
`);
});

test('In the Markdown report, characters that are special in Markdown or HTML are escaped', () => {
  expect(report).toContain('### 77. Regatta \\| \\<b\\>tall\\</b\\> ships \\& \\`boats\\`\n');
  expect(report).toContain('  - <ins>Second \\*day\\*.</ins>\n');
});

test('The Markdown report of a comparison of an edition with itself is one line', () => {
  expect(changesAsMarkdown(same, 'en').replaceAll('\u00a0', ' ')).toBe(
    'No change: Edition 1 of 19 March 2021 and Edition 1 of 19 March 2021 are the same.\n',
  );
});

describe('Escaping', () => {
  test.each([
    [
      'a|b <i> *x* _y_ `z` [t](u) #1 ~s~ $m$ &amp;',
      'a\\|b \\<i\\> \\*x\\* \\_y\\_ \\`z\\` \\[t\\](u) \\#1 \\~s\\~ \\$m\\$ \\&amp;',
    ],
    ['- item', '\\- item'],
    ['1. item', '1\\. item'],
    ['back\\slash', 'back\\\\slash'],
    ['two\nlines', 'two lines'],
  ])('The Markdown characters in %j are escaped', (words, escaped) => {
    expect(escapeMarkdown(words)).toBe(escaped);
  });

  test('Changed words remain marked in Markdown even next to punctuation', () => {
    const title = (words: string) =>
      withEvent(edition1, 'north-ossetia-wrestling', (event) => ({ ...event, title: words }));
    const markdown = (before: string, after: string): string =>
      changesAsMarkdown(compare(title(before), title(after)), 'en');
    expect(markdown('old: Wrestling', ': Wrestling')).toContain('  - <del>old</del>: Wrestling\n');
    expect(markdown('old (Wrestling)', '(Wrestling)')).toContain('  - <del>old </del>(Wrestling)\n');
  });
});
