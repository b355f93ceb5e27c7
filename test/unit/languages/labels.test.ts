import { describe, expect, test } from 'vitest';
import { LANGS, LANGUAGES } from '../../../languages/index.ts';
import { buildDocument } from '../../../src/document/build.ts';
import { consistencyProblems } from '../../../src/read/consistency.ts';
import { counted, fill, labelShapes, labelsOf, placesIn } from '../../../src/text/labels.ts';
import { programmeWith } from '../check/programmes.ts';

/** Every text of a label of a language, by label name. */
function wordings(label: unknown, name = ''): [string, string[]][] {
  if (typeof label === 'string') return [[name, [label]]];
  const inner = Object.entries(label as Record<string, unknown>);
  if (inner.some(([key, words]) => key === 'other' && typeof words === 'string'))
    return [[name, inner.map(([, words]) => String(words))]];
  return inner.flatMap(([key, value]) => wordings(value, name === '' ? key : `${name}.${key}`));
}

describe('Labels in a language', () => {
  test.each(LANGS)(
    '%s: each label has a text and the same placeholders as in the other languages',
    (lang) => {
      const shapes = labelShapes();
      const own = wordings(LANGUAGES[lang].labels);
      expect(own.map(([name]) => name).sort()).toEqual([...shapes.keys()].sort());
      for (const [name, words] of own) {
        for (const form of words) {
          expect(form.trim()).not.toBe('');
          expect([name, placesIn(form)]).toEqual([name, shapes.get(name)?.places]);
        }
      }
    },
  );

  test.each([
    ['en', 0, '0 events'],
    ['en', 1, '1 event'],
    ['fr', 0, '0 événement'],
    ['fr', 2, '2 événements'],
    ['ru', 1, '1 мероприятие'],
    ['ru', 3, '3 мероприятия'],
    ['ru', 11, '11 мероприятий'],
    ['ru', 21, '21 мероприятие'],
    ['de', 1, '1 Veranstaltung'],
    ['de', 0, '0 Veranstaltungen'],
  ] as const)('%s: the number %i is printed as %s', (lang, count, words) => {
    expect(counted(LANGUAGES[lang].labels.events, count, lang)).toBe(words);
  });

  test.each(LANGS)('%s: each label follows the typographic rules of the language', (lang) => {
    const { spaceBefore, quotes } = LANGUAGES[lang].typography;
    const inner = new RegExp(`${quotes[0].open}(?!${quotes[0].space})`, 'u');
    for (const [name, words] of wordings(LANGUAGES[lang].labels)) {
      for (const form of words) {
        const wrong = Object.entries(spaceBefore).filter(
          ([mark, space]) => form.replaceAll(`${space}${mark}`, '').includes(mark) && !/https?:/.test(form),
        );
        expect([name, wrong, inner.test(form)]).toEqual([name, [], false]);
      }
    }
  });

  test('A placeholder inside a value that was filled in is not replaced', () => {
    expect(fill('{a} of {b}', { a: '{b}', b: 'x' })).toBe('{b} of x');
  });
});

describe('Labels defined by a programme', () => {
  const labels = {
    draft: 'Working copy',
    events: { one: '{count} concert', other: '{count} concerts' },
    dateIndex: { en: 'Calendar', fr: 'Agenda' },
    'withoutRegion.not-named': { en: 'Nowhere' },
    'changes.title': 'News',
  };

  test('Labels defined by a programme override the built-in labels in each language in which they have text', () => {
    const english = labelsOf({ labels, language: 'en' }, 'en');
    expect([english.draft, english.dateIndex, english.changes.title]).toEqual([
      'Working copy',
      'Calendar',
      'News',
    ]);
    expect(english.withoutRegion).toEqual({ ...LANGUAGES.en.labels.withoutRegion, 'not-named': 'Nowhere' });
    expect(counted(english.events, 1, 'en')).toBe('1 concert');
    const french = labelsOf({ labels, language: 'en' }, 'fr');
    expect([french.draft, french.dateIndex]).toEqual(['Projet', 'Agenda']);
    expect(french.events).toEqual(LANGUAGES.fr.labels.events);
  });

  test('Labels defined by a programme are printed', () => {
    const printed = (...events: Parameters<typeof programmeWith>[0]): string => {
      const { cover, sections } = buildDocument(programmeWith(events, { labels }), 'en');
      return JSON.stringify([cover, sections]);
    };
    for (const words of ['Working copy', '1 concert']) expect(printed({})).toContain(words);
    expect(printed({ when: '2021-05' }, { when: '2021-09' })).toContain('Calendar');
  });

  test.each([
    [{ draught: 'x' }, ['labels', 'draught'], 'there is no label "draught"'],
    [
      { edition: '{name}' },
      ['labels', 'edition'],
      'the label edition must contain {date}, {name}; found "{name}"',
    ],
    [
      { edition: { en: '{name} {date} {day}' } },
      ['labels', 'edition', 'en'],
      'the label edition must contain {date}, {name}; found "{name} {date} {day}"',
    ],
    [
      { events: { fr: { one: 'un', other: '{count}' } } },
      ['labels', 'events', 'fr', 'one'],
      'the label events must contain {count}; found "un"',
    ],
    [{ draft: '{x}' }, ['labels', 'draft'], 'the label draft cannot contain placeholders; found "{x}"'],
    [{ draft: { other: 'x' } }, ['labels', 'draft', 'other'], 'the label draft cannot have plural forms'],
  ])('The labels %j are rejected', (own, path, message) => {
    const [problem] = consistencyProblems(programmeWith([{}], { labels: own }));
    expect(problem).toMatchObject({ at: { field: path.join('.') }, message });
  });

  test('For a misspelled label name, the most similar names are suggested', () => {
    const [problem] = consistencyProblems(programmeWith([{}], { labels: { draught: 'x' } }));
    expect(problem?.hint).toMatch(/^similar labels: draft, /);
  });
});
