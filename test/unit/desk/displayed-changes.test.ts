import { expect, it } from 'vitest';
import { shownText } from '../../../src/compare/index.ts';
import { deskReader, displayedChange, displayedRemainders } from '../../../src/desk/displayed-changes.ts';
import { speakerFor } from '../../../src/desk/translated-problems.ts';
import { messageOf as left } from '../../../src/exchange/messages.ts';
import { type Change, diff } from '../../../src/index.ts';
import { changesBetween } from '../../../src/proposal/changes.ts';
import { ProposalSchema } from '../../../src/proposal/schema.ts';
import { readDataset } from '../../../src/read/dataset.ts';

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
  'A change to the %s field %s is described in words, without keys or codes',
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

it('If the machine-readable date changes together with the printed date, the description of the change contains both in words', () => {
  const dates = { old: '2021-05', new: '2021-06' };
  const { parts } = displayedChange(french, {
    ...change('event', 'date', 'May', 'June'),
    lang: 'en',
    when: dates,
  });
  expect(parts.map(({ label }) => label)).toEqual([undefined, 'Date dans les calendriers']);
  expect(parts[1]?.paragraphs.flat().map(({ text }) => text)).toEqual(['mai', 'juin', ' 2021']);
});

it('In a stored proposal, the program translates its own descriptions of positions and changes, but not the texts of the file', async () => {
  const draft = await readDataset('test/fixtures/small-dataset');
  const { byHand } = changesBetween(draft, { ...draft, config: { ...draft.config, language: 'de' } });
  const stored = ProposalSchema.parse({
    format: 2,
    origin: { file: 'a.docx', sum: '0'.repeat(64), date: '2030-01-01', base: 'edition 1' },
    changes: [],
    comments: [{ words: 'Which hall?', where: 'Hall' }],
    unplaced: [
      { words: 'b', where: left('left-table', { theme: 'Sport' }) },
      { words: left('left-pictures', { count: 2 }) },
      ...byHand.filter(({ message }) => message.startsWith('programme language')).map((words) => ({ words })),
    ],
  });
  const shown = displayedRemainders(stored, await speakerFor('fr', 'data'));
  expect(
    shown.map(({ words, where }) => [words, where].join(' | ').replaceAll(/[\u00a0\u202f]/g, ' ')),
  ).toEqual([
    'Which hall? | Hall',
    'b | Tableau de « Sport »',
    '2 images | ',
    'Programme language : « en » → « de » | ',
  ]);
});
