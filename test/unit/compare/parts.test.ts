import { describe, expect, test } from 'vitest';
import { compare } from '../../../src/compare/compare.ts';
import { readable } from '../../../src/compare/readable.ts';
import { applyChanges } from '../../support/apply-changes.ts';
import { FOREWORD, PRACTICAL, withParts } from '../../support/parts.ts';
import { edition1 } from '../support/programmes.ts';

const before = withParts(edition1);

describe('Comparison of text parts', () => {
  test('Text parts are compared word by word, and each change has the severity of its kind', () => {
    const after = withParts(edition1, {
      'foreword.en': FOREWORD.replace('ten', 'eleven'),
      'practical-information.en': PRACTICAL.replace('Reserve.', 'Reserve please.'),
    });
    const { changes } = compare(before, after);
    expect(changes.map(({ kind, severity, field, lang }) => [kind, severity, field, lang])).toEqual([
      ['part-changed', 'major', 'parts.foreword', 'en'],
      ['part-changed', 'minor', 'parts.practical-information', 'en'],
    ]);
    expect(changes[0]?.paragraphs[1]).toEqual([
      { kind: 'same', text: 'Dear all, this year has ' },
      { kind: 'deleted', text: 'ten' },
      { kind: 'inserted', text: 'eleven' },
      { kind: 'same', text: ' concerts; see the site (https://example.org/year).' },
    ]);
  });

  test('A change in a text part is reported with the title of the part, or as an untracked difference if the words are unchanged', () => {
    const after = withParts(edition1, { 'foreword.en': FOREWORD.replace('*ten*', 'ten') });
    const { groups, untracked } = readable(compare(before, after), 'en', { hasIds: true });
    expect(groups).toEqual([]);
    expect(untracked).toEqual(['programme · texts.foreword']);
    expect(readable(compare(before, after), 'en')).toMatchObject({
      untracked: [],
      notes: ['1 difference in the data does not affect the printed words.'],
    });
    const other = withParts(edition1, { 'foreword.en': FOREWORD.replace('Dear', 'Good') });
    const report = readable(compare(before, other), 'en');
    expect(report.groups[0]?.subjects[0]?.changes[0]?.headline).toBe('Text of the part: A word of welcome');
    expect(report.notes).toEqual([]);
  });

  test('A changed link target, a changed signature and a changed order of parts are reported as changes', () => {
    const linked = withParts(edition1, { 'foreword.en': FOREWORD.replace('/year', '/other') });
    expect(compare(before, linked).changes.map(({ field }) => field)).toEqual(['parts.foreword']);
    const signed = withParts(edition1, {}, [
      'cover',
      { id: 'foreword', signatures: [{ name: 'Paul Exemple' }] },
      ...(before.config.parts ?? []).slice(2).toReversed(),
    ]);
    expect(compare(before, signed).changes.map(({ field, kind }) => [field, kind])).toEqual([
      ['order', 'part-changed'],
      ['signatures.foreword.1.name', 'part-changed'],
      ['signatures.foreword.1.role', 'part-changed'],
      ['signatures.foreword.1.role', 'part-changed'],
    ]);
  });

  test('A changed portrait or changed alternative text is reported as a change', () => {
    const portrayed = (portrait: string) =>
      withParts(edition1, {}, [
        'cover',
        { id: 'foreword', signatures: [{ name: 'Paul Exemple', portrait }] },
        'themes',
      ]);
    const said = (old: string, after: string) =>
      readable(compare(portrayed(old), portrayed(after)), 'en').groups[0]?.subjects[0]?.changes.map(
        ({ headline }) => headline,
      );
    const signature = ['Signature: A word of welcome'];
    expect(said('Paul (pictures/a.png)', 'Paul (pictures/b.png)')).toEqual(signature);
    expect(said('Paul (pictures/a.png)', 'Paul Exemple (pictures/a.png)')).toEqual(signature);
  });

  test.each([
    ['en', 'cover, introduction, what’s new, themes, contents'],
    ['fr', 'couverture, introduction, nouveautés, thèmes, sommaire'],
    ['de', 'Titelseite, Einleitung, Neu in dieser Ausgabe, Themen, Inhaltsverzeichnis'],
  ] as const)('A change in the order of the parts is described in words: %s', (lang, text) => {
    const ordered = withParts(edition1, {}, ['cover', 'introduction', 'whats-new', 'themes', 'contents']);
    const [order] = readable(compare(edition1, ordered), lang).groups[0]?.subjects[0]?.changes ?? [];
    expect(order?.parts[0]?.paragraphs).toEqual([[{ kind: 'inserted', text }]]);
  });

  test('Applying the changes to text parts reproduces the new parts', () => {
    const after = withParts(edition1, { 'foreword.en': 'Only this.\n', 'colophon.en': 'New\n' });
    for (const [from, to] of [
      [before, after],
      [after, before],
      [edition1, after],
      [after, edition1],
    ] as const) {
      const applied = applyChanges(from, compare(from, to));
      expect(applied.texts).toEqual(to.texts);
      expect(applied.config.parts).toEqual(to.config.parts);
    }
  });
});
