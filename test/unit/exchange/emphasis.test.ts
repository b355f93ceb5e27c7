import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { exportCorrections } from '../../../src/commands/export.ts';
import { messageOf } from '../../../src/exchange/messages.ts';
import { wordsOfCell } from '../../../src/exchange/word/cell-words.ts';
import { translated } from '../../../src/exchange/xliff/translated.ts';
import { unitGroups } from '../../../src/exchange/xliff/units.ts';
import { writeXliff } from '../../../src/exchange/xliff/write.ts';
import type { Programme } from '../../../src/model/programme.ts';
import { readProgramme } from '../../../src/read/dataset.ts';
import type { WordCell } from '../../../src/read/docx/model.ts';
import { isSameInline, parseInlineLines } from '../../../src/text/inline.ts';
import { folderWithData, replaced, smallFile } from '../../support/dataset-folder.ts';
import { broughtBy, withChanges } from '../../support/incoming.ts';
import { editCell, edited } from '../../support/word-edits.ts';

const DESCRIPTION = 'Concert of **both** *orchestras* – ***in*** the open \\*';
/** The same text without an unnecessary escape. */
const PLAINER = DESCRIPTION.replace('\\*', '*');

/** The small dataset with emphasis in titles and descriptions. */
function dataset(): string {
  const fields = (['title', 'description'] as const).reduce(
    (text, id) => text.replace(new RegExp(`(\\{ id: ${id}, kind: ${id}.*?) \\}`), '$1, emphasis: true }'),
    smallFile('programme.yaml'),
  );
  const music = replaced(
    replaced(
      smallFile('events/music.yaml'),
      'description: Concert of both orchestras – in the open',
      `description: ${JSON.stringify(DESCRIPTION)}`,
    ),
    'title: Spring concert',
    'title: "**Spring** *concert*"',
  );
  return path.join(folderWithData({ 'programme.yaml': fields, 'events/music.yaml': music }), 'data');
}

async function corrections(data: string): Promise<Uint8Array> {
  const file = path.join(data, '..', 'corrections.docx');
  await exportCorrections({ data, edition: 'draft', file });
  return new Uint8Array(readFileSync(file));
}

async function found(bytes: Uint8Array, data: string) {
  const file = path.join(data, '..', 'back.docx');
  writeFileSync(file, bytes);
  return broughtBy(data, file);
}

const BOLD = '<w:rPr><w:b/></w:rPr>';
const run = (text: string, look = ''): string => `<w:r>${look}<w:t xml:space="preserve">${text}</w:t></w:r>`;

/** A cell with words added after the existing ones. */
const withMore =
  (more: string) =>
  (cell: string): string => {
    const end = cell.lastIndexOf('</w:p>');
    return cell.slice(0, end) + more + cell.slice(end);
  };

describe('Corrections to texts with emphasis', () => {
  test('Importing an unchanged Word file results in no proposed changes', async () => {
    const data = dataset();
    const { changes, unplaced, byHand } = await found(await corrections(data), data);
    expect({ changes, unplaced, byHand }).toEqual({ changes: [], unplaced: [], byHand: [] });
  });

  test('Bold and italic text, both existing and added, is imported, and formatting that a field does not support is reported', async () => {
    const data = dataset();
    const bytes = edited(await corrections(data), (document) => {
      const one = editCell(document, 'spring-concert', 'description', withMore(run(' and free', BOLD)));
      const two = editCell(one, 'regatta', 'date', withMore(run(' 5', BOLD)));
      return editCell(two, 'choir', 'title', withMore(run(' of bass', '<w:rPr><w:i/></w:rPr>') + run('es')));
    });
    const { changes, unplaced } = await found(bytes, data);
    expect(changes.map(({ kind, of, field, base, theirs }) => [kind, of, field, base, theirs])).toEqual([
      ['description-reworded', 'spring-concert', 'description', DESCRIPTION, `${PLAINER} **and free**`],
      ['title-reworded', 'choir', 'title', 'Choir of the choirs', 'Choir of the choirs *of bass*es'],
      ['date-changed', 'regatta', 'date', 'June', 'June 5'],
    ]);
    expect(unplaced).toEqual([
      {
        words: '5',
        where: messageOf('left-emphasis'),
        event: 'regatta',
        field: 'date',
      },
    ]);
  });

  test('Bold text is recognised by the formatting that its style defines, not by the name of the style', async () => {
    const data = dataset();
    const sent = await corrections(data);
    const styles = strFromU8(unzipSync(sent)['word/styles.xml'] ?? new Uint8Array());
    const renamed = (xml: string): string =>
      xml
        .replaceAll('"StrongEmphasis"', '"Negritacursiva"')
        .replaceAll('"Strong"', '"Textoennegrita"')
        .replaceAll('"Emphasis"', '"nfasis"');
    const own =
      '<w:style w:type="character" w:styleId="Lauter"><w:name w:val="Lauter"/><w:basedOn w:val="Textoennegrita"/></w:style></w:styles>';
    const bytes = edited(
      sent,
      (document) =>
        editCell(
          renamed(document),
          'spring-concert',
          'description',
          withMore(
            run(' and free', '<w:rPr><w:rStyle w:val="Lauter"/></w:rPr>') +
              run(' for all', '<w:rPr><w:rStyle w:val="Lauter"/><w:b w:val="0"/></w:rPr>'),
          ),
        ),
      { 'word/styles.xml': renamed(styles).replace('</w:styles>', own) },
    );
    const { changes, unplaced } = await found(bytes, data);
    expect(changes.map(({ of, theirs }) => [of, theirs])).toEqual([
      ['spring-concert', `${PLAINER} **and free** for all`],
    ]);
    expect(unplaced).toEqual([]);
  });

  test('A change that affects only formatting is proposed as a typographic change', async () => {
    const data = dataset();
    const bytes = edited(await corrections(data), (document) =>
      editCell(document, 'spring-concert', 'description', (cell) =>
        cell.replace('<w:rStyle w:val="StrongEmphasis"/>', ''),
      ),
    );
    const { changes } = await found(bytes, data);
    expect(changes).toMatchObject([
      {
        kind: 'emphasis-changed',
        severity: 'typographic',
        theirs: PLAINER.replace('***in***', 'in'),
      },
    ]);
  });

  const field = (instr: string, words: string): string =>
    `<w:fldSimple w:instr=" HYPERLINK ${instr.replaceAll('"', '&quot;')} ">${run(words)}</w:fldSimple>`;
  const complex = (instr: string, words: string): string =>
    ['begin', 'separate', 'end']
      .map((type) => `<w:r><w:fldChar w:fldCharType="${type}"/></w:r>`)
      .join('')
      .replace('"begin"/></w:r>', `"begin"/></w:r><w:r><w:instrText> HYPERLINK ${instr} </w:instrText></w:r>`)
      .replace('"separate"/></w:r>', `"separate"/></w:r>${run(words)}`);

  test('Links are imported, but links that a field does not support are reported with their URLs', async () => {
    const data = dataset();
    const bytes = edited(await corrections(data), (document) => {
      const one = editCell(
        document,
        'choir',
        'title',
        withMore(field('"https://example.org/a"', ' tickets')),
      );
      const two = editCell(one, 'regatta', 'title', withMore(complex('https://example.org/b', ' map')));
      const three = editCell(two, 'regatta', 'date', withMore(complex('"https://example.org/c"', ' 5')));
      const four = editCell(three, 'autumn-concert', 'title', withMore(field('"ftp://example.org/d"', ' d')));
      const place = withMore(field('"https://example.org/e"', ' example.org/e'));
      return editCell(four, 'choir', 'bodies.south', place).replace(
        '</w:body>',
        `<w:p>${field('"https://example.org/f"', 'Our plan')}</w:p></w:body>`,
      );
    });
    const { changes, unplaced } = await found(bytes, data);
    expect(changes.map(({ of, field, theirs }) => [of, field, theirs])).toEqual([
      ['autumn-concert', 'title', 'Autumn concert d'],
      ['choir', 'bodies.south', 'Portville example.org/e'],
      ['choir', 'title', 'Choir of the choirs [tickets](https://example.org/a)'],
      ['regatta', 'title', 'Regatta [map](https://example.org/b)'],
      ['regatta', 'date', 'June 5'],
    ]);
    expect(unplaced.map(({ event, field, words, where }) => [event, field, words, where])).toEqual([
      ['autumn-concert', 'title', ' d (ftp://example.org/d)', messageOf('left-link-address')],
      ['regatta', 'date', ' 5 (https://example.org/c)', messageOf('left-link-in-plain-field')],
      [undefined, undefined, 'Our plan (https://example.org/f)', undefined],
    ]);
  });

  const cellOf = (words: string, look: { strong?: true } = {}): WordCell => ({
    column: 0,
    asides: [],
    paragraphs: words.split('\n').map((line) => ({
      pieces: parseInlineLines(line).map((piece) => ({ ...piece, ...look })),
      bookmarks: [],
      comments: [],
      notes: [],
      pictures: 0,
    })),
  });
  const plain = { mark: undefined, words: undefined, emphasis: true, isTitle: false };

  test('A cell whose text is all bold is imported as plain text, unless the exported text was all bold', () => {
    expect(wordsOfCell(cellOf('all bold', { strong: true }), 'accepted', plain)).toBe('all bold');
    const sent = { ...plain, words: '**all bold**' };
    expect(wordsOfCell(cellOf('**all bold**'), 'accepted', sent)).toBe('**all bold**');
  });

  test('An exported cell that was not edited is imported with exactly the exported text', () => {
    const words = fc
      .array(fc.constantFrom('*', '**', 'rose', ' ', 'Ж', '.', '\\*', '5', '\n'), {
        minLength: 1,
        maxLength: 12,
      })
      .map((pieces) => `x${pieces.join('')}x`.replace(/\s*\n\s*/g, '\n'));
    fc.assert(
      fc.property(words, (text) => {
        const now = wordsOfCell(cellOf(text), 'accepted', { ...plain, words: text });
        expect([text, now, isSameInline(now ?? '', text)]).toEqual([text, now, true]);
      }),
    );
  });
});

/** A text with links and special characters, for a round trip. */
const LINKED =
  'Book [**online**](https://example.org/a_(b)?x=*1*) or [write](mailto:post@example.org) [18+] Rock \\* Pop';
const linkedDataset = (): string => {
  const data = dataset();
  const file = path.join(data, 'events/music.yaml');
  writeFileSync(
    file,
    replaced(readFileSync(file, 'utf8'), JSON.stringify(DESCRIPTION), JSON.stringify(LINKED)),
  );
  return data;
};

describe('Links in texts with emphasis', () => {
  test('Links are unchanged after a round trip through a Word file', async () => {
    const data = linkedDataset();
    const { changes, unplaced } = await found(await corrections(data), data);
    expect({ changes, unplaced }).toEqual({ changes: [], unplaced: [] });
  });

  test('Links in an edited Word cell are imported, typed markup is treated as literal text, and new URLs are reported', async () => {
    const data = linkedDataset();
    const field = (address: string, words: string): string =>
      `<w:fldSimple w:instr=" HYPERLINK &quot;${address}&quot; ">${run(words)}</w:fldSimple>`;
    const more =
      run(', [a](https://b.example) and ') +
      field('https://new.example', 'new') +
      run(' ') +
      field('http://old.example/', 'old');
    const bytes = edited(await corrections(data), (document) =>
      editCell(document, 'spring-concert', 'description', withMore(more)),
    );
    const { changes, unplaced } = await found(bytes, data);
    expect(changes.map(({ theirs }) => theirs)).toEqual([
      `${LINKED}, \\[a](https://b.example) and [new](https://new.example/) old`,
    ]);
    expect(unplaced).toEqual([
      {
        words: 'old (http://old.example/)',
        where: messageOf('left-link-address'),
        event: 'spring-concert',
        field: 'description',
      },
    ]);
  });

  test('Links are inline codes in XLIFF and are restored on import', async () => {
    const data = linkedDataset();
    const programme = await readProgramme(data);
    const unit = unitGroups(programme, 'ru')
      .flatMap(({ units }) => units)
      .find(({ id }) => id === 'event/spring-concert/description');
    if (unit === undefined) throw new Error('no unit');
    const { id, source } = unit;
    const target = [
      { text: 'Билеты [18+]: ' },
      { text: 'сайт', link: 'https://example.org/a_(b)?x=*1*' },
      { text: ' * ' },
      { text: 'чужой', link: 'https://evil.example/' },
    ];
    const { changes, notes } = withChanges(translated([{ id, source, target }], 'ru', programme, 'a.xlf'));
    expect(changes.map(({ theirs }) => theirs)).toEqual([
      'Билеты [18+]: [сайт](https://example.org/a_(b)?x=*1*) * чужой',
    ]);
    expect(notes.map(({ message }) => message)).toContain(
      `missing from the translation: the link mailto:post@example.org (${unit.where})`,
    );
  });
});

describe('Translations of texts with emphasis', () => {
  const unitOf = (programme: Programme) => {
    const unit = unitGroups(programme, 'ru')
      .flatMap(({ units }) => units)
      .find(({ id }) => id === 'event/spring-concert/description');
    if (unit === undefined) throw new Error('no unit');
    return unit;
  };

  test('Emphasis is exported as inline codes and imported back as markup', async () => {
    const data = dataset();
    const programme = await readProgramme(data);
    const [source] = unitGroups(programme, 'ru');
    expect(unitOf(programme).source.slice(0, 4)).toEqual([
      { text: 'Concert of ' },
      { text: 'both', strong: true },
      { text: ' ' },
      { text: 'orchestras', emphasis: true },
    ]);
    const xliff = writeXliff(source === undefined ? [] : unitGroups(programme, 'ru'), {
      name: 'small',
      edition: 'draft',
      version: '1',
      lang: 'ru',
    });
    const marked =
      'Concert of <g id="1" ctype="bold">both</g> <g id="2" ctype="italic">orchestras</g> – <g id="3" ctype="bold"><g id="4" ctype="italic">in</g></g> the open *';
    const text = Buffer.from(xliff).toString();
    expect(text).toContain(`<source xml:lang="en">${marked}</source>`);
    const file = path.join(data, '..', 'ru.xlf');
    const target =
      '<target>Концерт <g id="1" ctype="bold">обоих</g> <g id="2" ctype="italic">оркестров</g></target>';
    writeFileSync(
      file,
      text.replace(
        new RegExp(
          `(${marked.replaceAll('*', '\\*')}</source>)\\s*<target[^>]*/>|(${marked.replaceAll('*', '\\*')}</source>)`,
        ),
        `$1$2${target}`,
      ),
    );
    const { changes, notes } = await broughtBy(data, file);
    expect(changes.map(({ of, lang, theirs }) => [of, lang, theirs])).toEqual([
      ['spring-concert', 'ru', 'Концерт **обоих** *оркестров*'],
    ]);
    expect(notes.filter((note) => note.code.startsWith('look-'))).toEqual([]);
  });

  test('Bold text within a word is imported, and missing italics are reported', async () => {
    const programme = await readProgramme(dataset());
    const unit = unitOf(programme);
    const target = [{ text: 'Оркестр' }, { text: '«А»', strong: true as const }, { text: 'и' }];
    const { id, source } = unit;
    const { changes, notes } = withChanges(translated([{ id, source, target }], 'ru', programme, 'a.xlf'));
    expect(changes.map(({ theirs }) => theirs)).toEqual(['Оркестр**«А»**и']);
    expect(notes.map(({ message }) => message)).toEqual([
      `missing from the translation: italics (${unit.where})`,
      'the programme is not published in ru: once the translation is complete, add the language in the workbook that `export --settings` writes',
    ]);
  });
});

describe('Copy of the dataset with other emphasis settings', () => {
  test('If the emphasis settings of a copy differ from those of the draft, its text is proposed in the notation of the draft, and the report names the field', async () => {
    const [data, theirs] = [dataset(), dataset()];
    const file = path.join(theirs, 'events/music.yaml');
    const signs = readFileSync(file, 'utf8');
    // An editor's copy that treats the field as plain text and adds an asterisk.
    const programme = path.join(theirs, 'programme.yaml');
    writeFileSync(programme, readFileSync(programme, 'utf8').replaceAll(', emphasis: true', ''));
    writeFileSync(
      file,
      signs
        .replace(JSON.stringify(DESCRIPTION), '"Concert of both orchestras – in the *open* *"')
        .replace('"**Spring** *concert*"', 'Spring concert'),
    );
    const { changes, byHand } = await broughtBy(data, theirs);
    expect(changes.map(({ kind, field, theirs: words }) => [kind, field, words])).toEqual([
      ['emphasis-changed', 'title', 'Spring concert'],
      ['description-reworded', 'description', 'Concert of both orchestras – in the \\*open\\* \\*'],
    ]);
    expect(byHand.map(({ message }) => message)).toEqual([
      'programme fields.title.emphasis: "true" → "false"',
      'programme fields.description.emphasis: "true" → "false"',
    ]);
  });
});
