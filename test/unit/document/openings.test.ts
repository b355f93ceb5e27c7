import { expect, it } from 'vitest';
import { checkProgramme } from '../../../src/check/check.ts';
import { compare } from '../../../src/compare/compare.ts';
import { buildDocument } from '../../../src/document/build.ts';
import { figuresIn } from '../../../src/document/pictures.ts';
import { presented } from '../../../src/document/presentation.ts';
import { redline } from '../../../src/document/redline.ts';
import { accept, reject } from '../../../src/document/resolve-changes.ts';
import { wordsOf } from '../../../src/document/texts.ts';
import { namedPictures } from '../../../src/model/named-pictures.ts';
import type { Programme } from '../../../src/model/programme.ts';
import { draft } from '../support/programmes.ts';

const OPENING = {
  introduction: { en: 'Six talks by the river.', fr: 'Six conférences au bord du fleuve.' },
  picture: 'The river (pictures/river.png)',
  caption: 'The river. Picture: A. Sample',
};

/** The draft whose second theme has an opening. */
function opened(en = OPENING.introduction.en): Programme {
  const config = structuredClone(draft.config);
  const [first, second, ...others] = config.themes;
  if (first === undefined || second === undefined) throw new Error('no theme');
  const theme = { ...second, ...OPENING, introduction: { ...OPENING.introduction, en } };
  const themes = draft.themes.map((own, index) => (index === 1 ? { ...own, theme } : own));
  return { ...draft, config: { ...config, themes: [first, theme, ...others] }, themes };
}

const programme = opened();

it.each(['table', 'list'] as const)(
  'In a %s, a theme begins with the picture and the introduction of its opening',
  (as) => {
    const { sections } = presented(buildDocument(programme, 'fr'), { as });
    const themes = sections.filter(({ theme }) => theme !== undefined);
    expect(themes.map(({ blocks }) => blocks.length)).toEqual([1, 3, 1, 1, 1, 1]);
    expect(themes[1]?.blocks.slice(0, 2)).toEqual([
      {
        kind: 'picture',
        style: 'beside',
        figure: { file: 'pictures/river.png', alt: { text: 'The river', lang: 'en' } },
        caption: [{ text: 'The river. Picture: A. Sample', lang: 'en' }],
      },
      { kind: 'paragraph', style: 'lead', text: [{ text: 'Six conférences au bord du fleuve.' }] },
    ]);
  },
);

it('The picture of an opening is among the pictures of the programme, but redlines and correction files omit openings', () => {
  const document = buildDocument(programme, 'en');
  expect(figuresIn(document).map(({ file }) => file)).toEqual(['pictures/river.png']);
  expect([...namedPictures(programme)]).toEqual(['pictures/river.png']);
  const comparison = compare(draft, programme);
  const compared = redline(buildDocument(draft, 'en'), document, comparison);
  for (const own of [compared, { ...document, record: [] }])
    expect(figuresIn(presented(own, { as: 'table' }))).toEqual([]);
});

it('A redline marks changes in the introduction of a theme', () => {
  const changed = opened('Seven talks by the river.');
  const [before, after] = [programme, changed].map((own) => buildDocument(own, 'en'));
  if (before === undefined || after === undefined) throw new Error('no documents');
  const introductionOf = (document: typeof before) =>
    presented(document, { as: 'list' }).sections.filter(({ theme }) => theme !== undefined)[1]?.blocks[0];
  const both = redline(before, after, compare(programme, changed));
  expect(introductionOf(both)).toEqual({
    kind: 'paragraph',
    style: 'lead',
    text: [
      { text: 'Six', change: 'deleted' },
      { text: 'Seven', change: 'inserted' },
      { text: ' talks by the river.' },
    ],
  });
  const wordsIn = (document: typeof before) => {
    const block = introductionOf(document);
    return block?.kind === 'paragraph' && wordsOf(block.text);
  };
  expect([reject(both), accept(both)].map(wordsIn)).toEqual([
    'Six talks by the river.',
    'Seven talks by the river.',
  ]);
  const added = redline(buildDocument(draft, 'en'), after, compare(draft, changed));
  expect(introductionOf(added)).toMatchObject({
    text: [{ text: 'Seven talks by the river.', change: 'inserted' }],
  });
});

it('Changes in an opening are reported, and the texts of an opening are proofed', () => {
  const { changes } = compare(draft, programme);
  expect(changes.map(({ kind, field }) => `${kind} ${field}`)).toEqual([
    'introduction-changed introduction',
    'introduction-changed introduction',
    'picture-changed picture',
    'introduction-changed caption',
  ]);
  const theme = { ...programme.config.themes[1], caption: 'Picture :A. Sample' };
  const themes = programme.config.themes.map((own, index) => (index === 1 ? { ...own, ...theme } : own));
  const findings = checkProgramme({ ...programme, config: { ...programme.config, themes } });
  expect(findings.map(({ at }) => at.field)).toContain('themes.1.caption');
});
