import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ParagraphDiff } from '../../../src/compare/change.ts';
import { diffText, newText, oldText } from '../../../src/compare/text-diff.ts';
import { LANGS } from '../../../src/model/text.ts';
import { runs } from '../../support/property-runs.ts';

/** A paragraph with `[-deleted-]` and `{+inserted+}` words. */
const marked = (paragraph: ParagraphDiff): string =>
  paragraph
    .map(({ kind, text }) => (kind === 'same' ? text : kind === 'deleted' ? `[-${text}-]` : `{+${text}+}`))
    .join('');

const diff = (before: string | undefined, after: string | undefined, lang: (typeof LANGS)[number] = 'en') =>
  diffText(before, after, lang).map(marked);

describe('Word differences between two texts', () => {
  test('Only the words that differ are marked', () => {
    expect(diff('Throughout the year 2020', 'Throughout the year 2021')).toEqual([
      'Throughout the year [-2020-]{+2021+}',
    ]);
  });

  test('Changes of adjacent words are marked as one change', () => {
    expect(diff('the town of Tulle agrees', 'the city of Smolensk agrees')).toEqual([
      'the [-town-]{+city+} of [-Tulle-]{+Smolensk+} agrees',
    ]);
    expect(diff('a b c d e f g', 'a x y z e f g')).toEqual(['a [-b c d-]{+x y z+} e f g']);
  });

  test('An elided article is not marked as changed if only its noun changes', () => {
    expect(diff("Fête de l'art à Lyon", "Fête de l'histoire à Lyon", 'fr')).toEqual([
      "Fête de l'[-art-]{+histoire+} à Lyon",
    ]);
  });

  test('A changed Russian word is marked as a whole', () => {
    expect(diff('Выставка в городе Пскове', 'Выставка в городе Санкт-Петербурге', 'ru')).toEqual([
      'Выставка в городе [-Пскове-]{+Санкт-Петербурге+}',
    ]);
  });

  test('A space that is in both texts is not marked as changed', () => {
    expect(diff('Grand-Est Regional Council', 'Grand Est Regional Council')).toEqual([
      '[-Grand-Est-]{+Grand Est+} Regional Council',
    ]);
  });

  test('If two texts have almost no words in common, the whole text is marked as replaced', () => {
    const before =
      'Soon the red plan about some city of wonderful old painters to exhibit many drawings together';
    const after =
      'Later the grand meeting among two towns of tourism experts keen to build shared routes everywhere';
    expect(diff(before, after)).toEqual([`[-${before}-]{+${after}+}`]);
  });

  test('An added text is marked as inserted as a whole, and a removed text is marked as deleted as a whole', () => {
    expect(diff(undefined, 'One.\nTwo.')).toEqual(['{+One.+}', '{+Two.+}']);
    expect(diff('One.\nTwo.', undefined)).toEqual(['[-One.-]', '[-Two.-]']);
  });

  test('If thousands of words differ, the whole text is marked as replaced', () => {
    const before = Array.from({ length: 3000 }, (_, index) => `old${index}`).join(' ');
    const after = Array.from({ length: 3000 }, (_, index) => `new${index}`).join(' ');
    expect(diff(before, after)).toEqual([`[-${before}-]{+${after}+}`]);
  });
});

describe('Paragraphs', () => {
  test('Inserting a paragraph does not mark the paragraphs next to it as changed', () => {
    expect(diff('First one.\nLast one.', 'First one.\nA new one.\nLast one.')).toEqual([
      'First one.',
      '{+A new one.+}',
      'Last one.',
    ]);
  });

  test('A reworded paragraph is compared with its own old version, not with the paragraph next to it', () => {
    const before = 'The city of Nancy shares measures.\nWaste and transport are discussed.';
    const after =
      'An opening paragraph.\nThe city of Nancy shares its measures.\nWaste and soft transport are discussed.';
    expect(diff(before, after)).toEqual([
      '{+An opening paragraph.+}',
      'The city of Nancy shares {+its +}measures.',
      'Waste and {+soft +}transport are discussed.',
    ]);
  });

  test('If a paragraph is split, its second half is marked as deleted and as inserted', () => {
    expect(diff('One two three four. Five six.', 'One two three four.\nFive six.')).toEqual([
      'One two three four.[- Five six.-]',
      '{+Five six.+}',
    ]);
  });
});

const WORDS = [
  'the',
  'city',
  'of',
  'Nancy',
  "l'art",
  'Saint-Nicolas',
  '“x”',
  '–',
  'год',
  '9-19',
  ',',
  ' ',
  '  ',
];
const paragraph = fc
  .array(fc.constantFrom(...WORDS), { minLength: 1, maxLength: 12 })
  .map((words) => words.join(' '))
  .filter((text) => text.trim() !== '');
const text = fc.array(paragraph, { maxLength: 6 }).map((paragraphs) => paragraphs.join('\n'));

describe('Properties of all word differences', () => {
  test('Both texts can be reconstructed exactly from their differences', () => {
    fc.assert(
      fc.property(text, text, fc.constantFrom(...LANGS), (before, after, lang) => {
        const found = diffText(before, after, lang);
        expect(oldText(found)).toBe(before);
        expect(newText(found)).toBe(after);
      }),
      { numRuns: runs(2000) },
    );
  });

  test('A text compared with itself has no differences', () => {
    fc.assert(
      fc.property(text, fc.constantFrom(...LANGS), (same, lang) => {
        expect(
          diffText(same, same, lang)
            .flat()
            .every(({ kind }) => kind === 'same'),
        ).toBe(true);
      }),
    );
  });

  test('The segments of a word difference are never empty, and adjacent segments differ in kind', () => {
    fc.assert(
      fc.property(text, text, (before, after) => {
        for (const segments of diffText(before, after, 'fr')) {
          segments.forEach((segment, index) => {
            expect(segment.text).not.toBe('');
            expect(segments[index + 1]?.kind).not.toBe(segment.kind);
          });
        }
      }),
    );
  });
});
