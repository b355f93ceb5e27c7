import { expect, test } from 'vitest';
import { buildDocument } from '../../../src/document/build.ts';
import { untrackedIn } from '../../../src/document/untracked.ts';
import { draft, edition1 } from '../support/programmes.ts';

test('Changes in the running head and the file properties are reported because a redline cannot mark them', () => {
  const [before, after] = [buildDocument(edition1, 'en'), buildDocument(draft, 'en')];
  const { title } = after.meta;
  expect(untrackedIn(before, after)).toEqual([
    { what: 'running head', old: `${title} · ${before.words.edition}`, new: `${title} · Draft` },
  ]);
  const renamed = { ...after, meta: { ...after.meta, title: 'Another', author: 'The town' } };
  expect(untrackedIn(before, renamed).map(({ what }) => what)).toEqual([
    'title of the file',
    'author of the file',
    'running head',
  ]);
  expect(untrackedIn(after, after)).toEqual([]);
});

test('A changed alternative text is reported if the picture itself is in both editions', () => {
  const document = buildDocument(draft, 'en');
  const withPicture = (words: string) => ({
    ...document,
    sections: document.sections.map((section) => ({
      ...section,
      blocks: [
        { kind: 'picture' as const, figure: { file: 'pictures/pier.png' as const, alt: { text: words } } },
      ],
    })),
  });
  expect(untrackedIn(withPicture('A pier'), withPicture('A pier at dusk'))).toEqual([
    { what: 'words of a picture', old: 'A pier', new: 'A pier at dusk' },
  ]);
});
