import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { UserError } from '../../../src/errors.ts';
import { readProgramme } from '../../../src/read/dataset.ts';
import { folderWithData, smallFile } from '../../support/dataset-folder.ts';

const PROGRAMME = smallFile('programme.yaml');
const withParts = (parts: string, texts: Readonly<Record<string, string>> = {}): string =>
  path.join(
    folderWithData({
      'programme.yaml': `${PROGRAMME}\nparts:\n${parts}`,
      ...Object.fromEntries(Object.entries(texts).map(([name, text]) => [`texts/${name}`, text])),
    }),
    'data',
  );
const USUAL = '  - introduction\n  - contents\n  - themes\n';

/** The problems as `file:line:column message`, without the folder. */
async function problems(data: string): Promise<string[]> {
  const error = await readProgramme(data).catch((thrown: unknown) => thrown);
  if (!(error instanceof UserError)) return [];
  return error.problems.map(({ at = {}, message }) => {
    const file = path.relative(data, at.file ?? '');
    return `${[file, at.line, at.column].filter((step) => step !== undefined).join(':')} ${message}`;
  });
}

describe('Texts of parts', () => {
  it('The texts of parts are read from files and from programme.yaml, and are ordered by part and language', async () => {
    const data = withParts(
      `  - cover\n  - foreword\n${USUAL}  - { id: venue, text: "# Venue\\n\\nTown hall." }\n  - colophon\n`,
      {
        'colophon.fr.md': 'Éditeur',
        'foreword.en.md': 'Dear all',
        'foreword.de.md': 'Liebe alle',
        '.DS_Store': 'x',
      },
    );
    const { texts = [] } = await readProgramme(data);
    expect(texts.map(({ part, lang, field, rich }) => [part, lang, field, rich.words])).toEqual([
      ['foreword', 'en', 'texts.foreword.en', 'Dear all'],
      ['foreword', 'de', 'texts.foreword.de', 'Liebe alle'],
      ['venue', 'en', `parts.5.text`, 'Venue\nTown hall.'],
      ['colophon', 'fr', 'texts.colophon.fr', 'Éditeur'],
    ]);
  });

  it('Markdown errors, unknown files, and parts without text or title are reported with their positions', async () => {
    const data = withParts(`  - cover\n  - foreword\n  - venue\n${USUAL}  - colophon\n`, {
      'foreword.en.md': 'ok\n\nno <b>html</b>',
      'forword.fr.md': 'x',
      'foreword.xx.md': 'x',
      'notes.docx': 'x',
    });
    expect(await problems(data)).toEqual([
      'texts/foreword.en.md:3:4 HTML is not supported',
      'texts/foreword.en.md:3:11 HTML is not supported',
      'texts/foreword.xx.md unknown language "xx"',
      'texts/forword.fr.md unknown part "forword": it is not in programme.yaml',
      'texts/notes.docx this file is not the text of a part',
    ]);
    const second = withParts(`  - cover\n  - foreword\n  - venue\n${USUAL}`, { 'venue.en.md': 'Town hall' });
    const [first, last] = (await problems(second)).map((line) => line.replace(/^[^ ]+ /, ''));
    expect([first, last]).toEqual(['the part "foreword" has no text', 'the part "venue" has no title in en']);
  });

  it('An invalid order of parts is rejected', async () => {
    const data = withParts(
      '  - introduction\n  - cover\n  - contents\n  - contents\n  - { id: whats-new, text: x }\n',
    );
    expect((await problems(data)).map((line) => line.replace(/^[^ ]+ /, ''))).toEqual([
      'the parts do not include "themes", so the events would not be printed',
      'the cover must be the first part',
      'the part "contents" is listed twice',
      'the part "whats-new" is generated from the data and cannot have text or signatures',
    ]);
  });

  it('A second text of a part in the same language is rejected, and so is a text of a part that is not listed', async () => {
    const twice = withParts(`  - cover\n  - { id: colophon, text: A }\n${USUAL}`, { 'colophon.en.md': 'B' });
    expect((await problems(twice)).map((line) => line.replace(/^[^ ]+ /, ''))).toEqual([
      'the part "colophon" has two texts in en: this file and texts/colophon.en.md',
    ]);
    const unlisted = path.join(folderWithData({ 'texts/foreword.en.md': 'x' }), 'data');
    expect(await problems(unlisted)).toEqual([
      'texts/foreword.en.md unknown part "foreword": it is not in programme.yaml',
    ]);
  });
});
