import { expect, it } from 'vitest';
import { shownText } from '../../../src/compare/index.ts';
import { deskReader, displayedChange } from '../../../src/desk/displayed-changes.ts';
import { type Change, diff } from '../../../src/index.ts';

const { comparison } = await diff({ data: 'data', old: '1', new: 'draft' });
const french = deskReader(comparison, 'fr');
/** A change of a field without a language. */
const change = (about: Change['about'], field: string, old: string, now: string): Change => ({
  ...{ kind: 'part-changed', severity: 'minor', fingerprint: '1', about, place: {}, field },
  words: { old, new: now },
  paragraphs: [
    [
      { kind: 'deleted', text: old },
      { kind: 'inserted', text: now },
    ],
  ],
});

it.each([
  ['programme', 'order', 'cover, themes', 'themes, cover', 'Ordre des parties', 'thèmes, couverture'],
  ['programme', 'parts.foreword', 'A', 'B', 'Texte de la partie : Avant-propos', 'B'],
  ['programme', 'signatures.foreword', 'A', 'B', 'Signature : Avant-propos', 'B'],
  ['programme', 'columns.title', 'A', 'B', 'Titre de colonne : Project title', 'B'],
  ['event', 'regions.russian', 'RU-SPE', 'RU-MOS', 'Régions : Russia', 'oblast de Moscou'],
  ['event', 'regions.french', 'FR-BRE', 'all-regions', 'Régions : France', 'Toutes les régions'],
  ['event', 'status', '', 'cancelled', 'Statut', 'Annulé'],
  ['event', 'when', '2021-05', '2021-05-02/2021-05-04', 'Date dans les calendriers', 'du 2 au 4 mai 2021'],
  ['event', 'title', 'A', 'B', 'Project title', 'B'],
] as const)(
  'A change of %s %s is described in words, without keys or codes',
  (about, field, old, now, what, words) => {
    const said = displayedChange(french, change(about, field, old, now));
    const text = said.parts.flatMap(({ paragraphs }) =>
      paragraphs.flat().filter(({ kind }) => kind !== 'deleted'),
    );
    const plain = [
      said.what,
      text.map((segment) => segment.text).join(''),
      shownText(french, { field }, now),
    ];
    expect(plain.map((one) => one.replaceAll('\u00a0', ' '))).toEqual([what, words, words]);
  },
);

it('A machine-readable date that changes together with the printed date is described in words as part of the change', () => {
  const dates = { old: '2021-05', new: '2021-06' };
  const { parts } = displayedChange(french, {
    ...change('event', 'date', 'May', 'June'),
    lang: 'en',
    when: dates,
  });
  expect(parts.map(({ label }) => label)).toEqual([undefined, 'Date dans les calendriers']);
  expect(parts[1]?.paragraphs.flat().map(({ text }) => text)).toEqual(['mai', 'juin', ' 2021']);
});
