import path from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { Window } from 'happy-dom';
import { describe, expect, it } from 'vitest';
import { check } from '../../../src/commands/check.ts';
import { coarseLines } from '../../../src/commands/design-notes.ts';
import { type DesignResources, openDesignResources } from '../../../src/commands/design-resources.ts';
import { compare } from '../../../src/compare/compare.ts';
import { figureSize, resolutionOf } from '../../../src/design/picture-sizes.ts';
import { buildDocument } from '../../../src/document/build.ts';
import type { Section } from '../../../src/document/model.ts';
import { printedAs } from '../../../src/document/printed.ts';
import { redline } from '../../../src/document/redline.ts';
import { accept, reject } from '../../../src/document/resolve-changes.ts';
import { correctionsDocument } from '../../../src/exchange/word/documents.ts';
import { textOf } from '../../../src/model/event.ts';
import { namedPictures } from '../../../src/model/named-pictures.ts';
import { pictureAt } from '../../../src/model/picture.ts';
import type { Lang } from '../../../src/model/text.ts';
import { readProgramme, readProgrammeFolder } from '../../../src/read/dataset.ts';
import { readDesignFolder } from '../../../src/read/design.ts';
import { renderDocx } from '../../../src/render/docx/render.ts';
import { renderPdf } from '../../../src/render/pdf/render.ts';
import { coarsePictures } from '../../../src/typeset/coarse.ts';
import { folderWithData, replaced, smallFile } from '../../support/dataset-folder.ts';
import { FIT, freezeDraft } from '../../support/frozen.ts';
import { pageText } from '../../support/html.ts';
import { checkStructure } from '../../support/pdf-check.ts';
import { elementsOf, readPdf, showsOf, textOf as wordsOf } from '../../support/pdf-reader.ts';
import { jpeg, png } from '../../support/pictures.ts';

const FOREWORD = `# Welcome

Dear all.

![The harbour](pictures/harbour.jpg "Picture: A. Exemple")

![decoration](pictures/mark.png)

![The harbour, again](pictures/harbour.jpg)
`;

const FILES = {
  'programme.yaml': `${smallFile('programme.yaml')}parts: [cover, foreword, introduction, contents, themes]\n`,
  'texts/foreword.en.md': FOREWORD,
  'pictures/harbour.jpg': jpeg(600, 300, (x, y) => [x % 256, y % 256, 90]),
  'pictures/mark.png': png({ width: 60, height: 60, type: 6, pixel: (x) => [9, 9, 9, x] }),
};

const dataWith = (changes: Readonly<Record<string, string | Uint8Array>> = {}): string =>
  path.join(folderWithData({ ...FILES, ...changes }), 'data');

async function open(lang: Lang = 'en', changes = {}) {
  const data = dataWith(changes);
  const look = await openDesignResources((await readDesignFolder(data)).design, data);
  const document = buildDocument(await readProgrammeFolder(data, 'draft'), lang);
  return { data, look, document, pictures: await look.pictures(document) };
}

/** A picture that the page shows several times. */
const SHOWN = (alt: string): string =>
  `<svg width="600" height="300" viewBox="0 0 600 300" preserveAspectRatio="xMinYMid" role="img" aria-label="${alt}" lang="en"><use href="#_picture-1"></use></svg>`;

describe('Pictures in texts', () => {
  it('The PDF contains each picture as a figure with an alternative text and a position, and embeds each file once', async () => {
    const { look, document, pictures } = await open();
    const { bytes } = await renderPdf(document, look.design, await look.pdf(), pictures);
    expect(checkStructure(bytes)).toEqual([]);
    const figures = elementsOf(readPdf(bytes).root, 'Figure');
    expect(figures).toHaveLength(2);
    expect(
      Buffer.from(bytes)
        .toString('latin1')
        .match(/\/Subtype\/Image/g),
    ).toHaveLength(3);
  });

  it('The Word file contains inline pictures that have an alternative text', async () => {
    const { look, document, pictures } = await open('fr');
    const { bytes } = await renderDocx(document, look.design, await look.word(), pictures);
    const files = unzipSync(bytes);
    expect(Object.keys(files).filter((name) => name.startsWith('word/media/'))).toHaveLength(2);
    const xml = strFromU8(files['word/document.xml'] ?? new Uint8Array());
    expect(xml.match(/descr="[^"]+"/g)?.slice(-3)).toEqual([
      'descr="The harbour"',
      'descr=" "',
      'descr="The harbour, again"',
    ]);
    expect(xml).toContain('PartTextPictureWithWords');
  });

  it('The web page contains its pictures and loads no other files', async () => {
    const { look, document, pictures } = await open('fr');
    const { document: page } = new Window();
    page.write(await pageText(document, look.design, pictures));
    const images = [...page.querySelectorAll('figure :is(img, svg)')];
    expect(images.map((image) => image.outerHTML.replace(/base64,[^"]+/, 'base64,'))).toEqual([
      SHOWN('The harbour'),
      '<img src="data:image/png;base64," width="60" height="60" alt="" decoding="async">',
      SHOWN('The harbour, again'),
    ]);
    const [symbol, ...others] = page.querySelectorAll('main svg.hidden[aria-hidden=true] > symbol');
    expect(others).toEqual([]);
    expect(symbol?.id).toBe('_picture-1');
    expect(symbol?.querySelector('image')?.getAttribute('href')).toMatch(/^data:image\/jpeg;base64,/);
    expect(page.querySelector('figcaption')?.textContent).toBe('Picture: A. Exemple');
    expect(page.querySelector('meta[http-equiv]')?.getAttribute('content')).toContain('img-src data:;');
  });

  it('A picture on a coloured back cover is on a background in the colour of the paper', async () => {
    const { look, document, pictures } = await open('en', {
      'design.yaml': 'cover: { picture: { path: pictures/harbour.jpg, decoration: true } }\n',
      'programme.yaml': `${smallFile('programme.yaml')}parts: [cover, foreword, introduction, contents, themes, back-cover]\n`,
      'texts/back-cover.en.md': '![logo](pictures/mark.png)\n',
    });
    const files = unzipSync((await renderDocx(document, look.design, await look.word(), pictures)).bytes);
    const fills = strFromU8(files['word/document.xml'] ?? new Uint8Array()).match(
      /<a:srgbClr val="\w+"\/><\/a:solidFill><\/pic:spPr>/g,
    );
    expect(fills).toEqual(['<a:srgbClr val="ffffff"/></a:solidFill></pic:spPr>']);
    expect(await pageText(document, look.design, pictures)).toContain(
      'section.back figure :is(img,svg){background:#ffffff',
    );
    const pdf = readPdf((await renderPdf(document, look.design, await look.pdf(), pictures)).bytes);
    // The coloured area of the page, and the background of the picture.
    expect(pdf.pages.at(-1)?.artifacts.map(({ paths }) => paths)).toEqual([2]);
  });

  it('A missing picture file is reported as an error with its position', async () => {
    const data = dataWith({ 'texts/foreword.en.md': '# A\n\nb\n\n![x](pictures/none.jpg)\n' });
    await expect(readProgrammeFolder(data, 'draft')).rejects.toThrow(
      /foreword\.en\.md:5:1: there is no file pictures\/none\.jpg/,
    );
    const outside = dataWith({ 'texts/foreword.en.md': '# A\n\n![x](https://example.org/a.png)\n' });
    await expect(readProgrammeFolder(outside, 'draft')).rejects.toThrow(
      /foreword\.en\.md:3:1: pictures are not downloaded/,
    );
  });

  it('A redline shows added pictures, and the alternative texts of removed pictures', async () => {
    const before = (await open()).document;
    const now = (
      await open('en', {
        'texts/foreword.en.md': FOREWORD.replace(
          '![The harbour](pictures/harbour.jpg "Picture: A. Exemple")',
          '![A mark](pictures/mark.png)',
        ).replace('![The harbour, again](pictures/harbour.jpg)', 'Yours'),
      })
    ).document;
    const both = redline(before, now, { changes: [] });
    const blocksOf = ({ sections }: typeof both) => sections.find(({ part }) => part === 'foreword')?.blocks;
    expect(blocksOf(accept(both))).toEqual(blocksOf(now));
    expect(blocksOf(reject(both))).toContainEqual({
      kind: 'paragraph',
      text: [{ text: '[The harbour]' }],
    });
  });
});

const PHOTOS = {
  'programme.yaml': FILES['programme.yaml']
    .replace('fields:\n', 'fields:\n  - { id: photo, kind: picture, heading: Photo }\n')
    .replace('columns: [region, north', 'columns: [photo, region, north'),
  'events/music.yaml': replaced(
    replaced(
      FIT['events/music.yaml'] ?? '',
      '  title: Spring concert\n',
      '  title: Spring concert\n  photo: { path: pictures/harbour.jpg, alt: { en: Two orchestras, fr: Deux orchestres } }\n',
    ),
    '  title: Choir of the choirs\n',
    '  title: Choir of the choirs\n  photo: (pictures/mark.png)\n',
  ),
  'events/sport.yaml': FIT['events/sport.yaml'] ?? '',
};

describe('Pictures of events', () => {
  it('In all formats, the picture of an event is printed in its cell', async () => {
    const { look, document, pictures } = await open('fr', PHOTOS);
    const { bytes } = await renderPdf(document, look.design, await look.pdf(), pictures);
    // The decorative picture.
    expect(checkStructure(bytes)).toEqual([expect.stringMatching(/^TD \d+ has no text$/)]);
    const { root } = readPdf(bytes);
    expect(elementsOf(root, 'TD').map((cell) => elementsOf(cell, 'Figure').length)).toContain(1);
    expect(elementsOf(root, 'Figure')).toHaveLength(3);
    const word = await renderDocx(document, look.design, await look.word(), pictures);
    const files = unzipSync(word.bytes);
    const xml = strFromU8(files['word/document.xml'] ?? new Uint8Array());
    expect(xml.match(/<w:tc>(?:(?!<\/w:tc>).)*<w:drawing>/gs)).toHaveLength(2);
    expect(xml).toContain('descr="Deux orchestres"');
    expect(Object.keys(files).filter((name) => name.startsWith('word/media/'))).toHaveLength(2);
    const { document: page } = new Window();
    page.write(await pageText(document, look.design, pictures));
    const shown = [...page.querySelectorAll('td :is(img, svg)')];
    expect(
      shown.map((image) => [image.getAttribute('aria-label'), image.getAttribute('aria-hidden')]),
    ).toEqual([
      ['Deux orchestres', null],
      [null, 'true'],
    ]);
  });

  it('A correction file shows the alternative text and the path of a picture instead of the picture', async () => {
    const data = dataWith(PHOTOS);
    const programme = await readProgrammeFolder(data, 'draft');
    expect(programme.themes[0]?.events.map((event) => textOf(event, 'photo'))).toEqual([
      { en: 'Two orchestras (pictures/harbour.jpg)', fr: 'Deux orchestres (pictures/harbour.jpg)' },
      undefined,
      '(pictures/mark.png)',
    ]);
    const rows = correctionsDocument(programme, 'en').sections.flatMap(({ blocks }) =>
      blocks.flatMap((block) => (block.kind === 'table' ? block.table.rows : [])),
    );
    expect(rows[0]?.cells[1]).toEqual({
      paragraphs: [[{ text: 'Two orchestras (pictures/harbour.jpg)' }]],
    });
  });

  it.each([
    ['photo: pictures/harbour.jpg', 'expected the alternative text of a picture'],
    ['photo: { path: pictures/harbour.jpg }', 'expected `alt`'],
    ['photo: { path: pictures/harbour.jpg, alt: x, decoration: true }', 'expected `alt`'],
    ['photo: { path: pictures/none.jpg, alt: x }', 'there is no file pictures/none.jpg'],
    [
      'photo: x (../../etc/passwd.png)',
      'the path of a picture must be relative to the dataset folder and lead to a file in it',
    ],
    ['photo: x (https://example.org/a.png)', 'pictures are not downloaded'],
  ])('An invalid picture is rejected with its position: %s', async (line, message) => {
    const data = dataWith({
      ...PHOTOS,
      'events/sport.yaml': replaced(
        PHOTOS['events/sport.yaml'],
        '  title: Regatta\n',
        `  title: Regatta\n  ${line}\n`,
      ),
    });
    const refused = readProgrammeFolder(data, 'draft');
    await expect(refused).rejects.toThrow(message);
    await expect(refused).rejects.toThrow(/sport\.yaml:\d+:\d+.*regatta.*photo/);
  });

  it('Replacing a picture is reported as a change, and the redline contains the new picture and the alternative text of the old one', async () => {
    const [before, now] = await Promise.all(
      ['pictures/harbour.jpg', 'pictures/new.png'].map(async (file) => {
        const events = PHOTOS['events/music.yaml'].replace('pictures/harbour.jpg', file);
        const data = dataWith({
          ...PHOTOS,
          'events/music.yaml': events,
          'pictures/new.png': FILES['pictures/mark.png'],
        });
        return readProgrammeFolder(data, 'draft');
      }),
    );
    if (before === undefined || now === undefined) throw new Error('no programmes');
    const comparison = compare(before, now);
    expect(comparison.changes.map(({ kind, severity }) => `${kind} ${severity}`)).toEqual([
      'picture-changed minor',
      'picture-changed minor',
    ]);
    const both = redline(buildDocument(before, 'en'), buildDocument(now, 'en'), comparison);
    const cell = ({ sections }: typeof both) =>
      sections.flatMap(({ blocks }) => blocks).find(({ kind }) => kind === 'table');
    const first = (found: ReturnType<typeof cell>) =>
      found?.kind === 'table' ? found.table.rows[0]?.cells[1] : undefined;
    expect(first(cell(both))).toEqual({
      picture: { file: 'pictures/new.png', alt: { text: 'Two orchestras', change: 'inserted' } },
      paragraphs: [[{ text: '[Two orchestras]', change: 'deleted' }]],
    });
    const listed = printedAs(both, { table: { emptyColumns: 'kept' }, presentation: { as: 'list' } });
    const [event] = listed.sections.flatMap(({ blocks }) =>
      blocks.flatMap((block) => (block.kind === 'events' ? block.events : [])),
    );
    expect(event?.pictures.map(({ file }) => file)).toEqual(['pictures/new.png']);
    expect(event?.captions).toEqual([[{ text: '[Two orchestras]', change: 'deleted' }]]);
    expect(first(cell(accept(both)))).toEqual(first(cell(buildDocument(now, 'en'))));
    expect(first(cell(reject(both)))).toEqual({ paragraphs: [[{ text: '[Two orchestras]' }]] });
  });

  it.each(['as: table', 'as: list', 'as: list, pictures: beside'])(
    'With the presentation "%s", the caption of a picture is below the picture in all formats',
    async (as) => {
      const caption = 'Photo: Zoë Mustermann';
      const changes = {
        ...PHOTOS,
        'design.yaml': `presentation: { ${as} }\n`,
        'events/music.yaml': replaced(PHOTOS['events/music.yaml'], ' } }\n', ` }, caption: "${caption}" }\n`),
      };
      const { look, document, pictures } = await open('en', changes);
      const pdf = await renderPdf(document, look.design, await look.pdf(), pictures);
      const { root } = readPdf(pdf.bytes);
      expect(elementsOf(root, as === 'as: table' ? 'TD' : 'P').map(wordsOf)).toContain(caption);
      const word = await renderDocx(document, look.design, await look.word(), pictures);
      const xml = strFromU8(unzipSync(word.bytes)['word/document.xml'] ?? new Uint8Array());
      expect(xml).toMatch(new RegExp(`descr="Two orchestras"(?:(?!<w:drawing>).)*${caption}`, 's'));
      const { document: page } = new Window();
      page.write(await pageText(document, look.design, pictures));
      const below = page.querySelector(
        '[aria-label="Two orchestras"], [alt="Two orchestras"]',
      )?.parentElement;
      expect(below?.textContent).toBe(caption);
    },
  );

  it('In Word, a picture is printed below the facts of its event if a word is too wide for the space next to the picture', async () => {
    const frames = async (date: string): Promise<number | undefined> => {
      const changes = {
        ...PHOTOS,
        'design.yaml': 'presentation: { as: list, pictures: beside }\n',
        'events/music.yaml': replaced(PHOTOS['events/music.yaml'], 'date: 9-19 May\n', `date: ${date}\n`),
      };
      const { look, document, pictures } = await open('en', changes);
      const word = await renderDocx(document, look.design, await look.word(), pictures);
      return strFromU8(unzipSync(word.bytes)['word/document.xml'] ?? new Uint8Array()).match(/<w:framePr/g)
        ?.length;
    };
    // The cover has two frames.
    expect(await frames('9-19 May')).toBe(4);
    expect(await frames(`https://concerts.example/${'orchestra'.repeat(8)}`)).toBe(3);
  });

  it('A caption is part of the text of its picture, can be corrected in a correction file, and is shown in a redline', async () => {
    const captioned = (caption: string) => ({
      ...PHOTOS,
      'events/music.yaml': replaced(PHOTOS['events/music.yaml'], ' } }\n', ` }, caption: ${caption} }\n`),
    });
    const read = (caption: string) => readProgrammeFolder(dataWith(captioned(caption)), 'draft');
    const one = await read('"Photo: A"');
    expect(one.themes[0]?.events.map((event) => textOf(event, 'photo'))[0]).toEqual({
      en: 'Two orchestras (pictures/harbour.jpg) Photo: A',
      fr: 'Deux orchestres (pictures/harbour.jpg) Photo: A',
    });
    const two = await read('{ en: "Photo: B" }');
    expect(two.themes[0]?.events.map((event) => textOf(event, 'photo'))[0]).toEqual({
      en: 'Two orchestras (pictures/harbour.jpg) Photo: B',
      fr: 'Deux orchestres (pictures/harbour.jpg)',
    });
    const firstCell = ({ sections }: ReturnType<typeof buildDocument>) =>
      sections.flatMap(({ blocks }) =>
        blocks.flatMap((block) => (block.kind === 'table' ? block.table.rows : [])),
      )[0]?.cells[1];
    expect(firstCell(correctionsDocument(one, 'en'))).toEqual({
      paragraphs: [[{ text: 'Two orchestras (pictures/harbour.jpg) Photo: A' }]],
    });
    const both = redline(buildDocument(one, 'en'), buildDocument(two, 'en'), compare(one, two));
    expect(
      firstCell(both)
        ?.paragraphs.flat()
        .map(({ text, change }) => [text, change]),
    ).toEqual([
      ['Photo: ', undefined],
      ['A', 'deleted'],
      ['B', 'inserted'],
    ]);
    await expect(read('{ de: A }')).rejects.toThrow('expected a caption in the languages of `alt`');
  });

  it('A column of pictures is not widened for their alternative texts', async () => {
    const file = `pictures/${'long'.repeat(20)}.png`;
    const data = dataWith({
      ...PHOTOS,
      'events/music.yaml': PHOTOS['events/music.yaml'].replace('pictures/mark.png', file),
      [file]: FILES['pictures/mark.png'],
    });
    const { findings } = await check({ data, edition: 'draft' });
    expect(findings.filter(({ rule }) => rule === 'cell-overflow')).toEqual([]);
  });

  it.each([
    ['"Two (2) (pictures/harbour.jpg) Photo : A. Exemple (CC BY)"', 'photo.caption'],
    ['{ path: pictures/harbour.jpg, alt: Two, caption: "Photo : A. Exemple (CC BY)" }', 'photo.caption'],
    ['{ en: "Two (pictures/harbour.jpg) Photo : A. Exemple (CC BY)" }', 'photo.caption.en'],
  ])('A finding in a caption has the position of the caption: %s', async (photo, field) => {
    const file = PHOTOS['events/music.yaml'].split('\n');
    const line = file.findIndex((text) => text.startsWith('  photo:')) + 1;
    file[line - 1] = `  photo: ${photo}`;
    const data = dataWith({ ...PHOTOS, 'events/music.yaml': file.join('\n') });
    const { findings } = await check({ data, edition: 'draft' });
    const found = findings.filter(({ rule, at }) => rule === 'spaces' && at.field?.startsWith('photo'));
    expect(found.map(({ at, words }) => [at.field, at.line, words])).toEqual([[field, line, 'Photo :']]);
  });

  it('A frozen edition contains the pictures in its events and texts', async () => {
    const data = dataWith(PHOTOS);
    const lock = await freezeDraft(data, '1');
    expect(Object.keys(lock.data).filter((file) => file.startsWith('pictures/'))).toEqual([
      'pictures/harbour.jpg',
      'pictures/mark.png',
    ]);
    expect((await readProgramme(data, '1')).themes).toEqual((await readProgramme(data)).themes);
  });
});

describe('Portraits', () => {
  const portrait = (line: string) => ({
    'programme.yaml': FILES['programme.yaml'].replace(
      'foreword,',
      `{ id: foreword, signatures: [{ name: Anne Exemple, portrait: ${line} }] },`,
    ),
  });

  it('The portrait of a single signatory is printed next to the beginning of the text', async () => {
    const wish = portrait('{ path: pictures/mark.png, alt: { en: Anne Exemple, fr: Portrait } }');
    const { data, look, document, pictures } = await open('fr', wish);
    const blocks = document.sections.find(({ part }) => part === 'foreword')?.blocks;
    expect(blocks?.[0]).toEqual({
      kind: 'picture',
      style: 'portrait',
      figure: { file: 'pictures/mark.png', alt: { text: 'Portrait' } },
    });
    expect(blocks?.at(-1)).toEqual({
      kind: 'paragraph',
      style: 'signature',
      text: [{ text: 'Anne Exemple', lang: 'en', strong: true }],
    });
    const { bytes } = await renderPdf(document, look.design, await look.pdf(), pictures);
    expect(checkStructure(bytes)).toEqual([]);
    expect(elementsOf(readPdf(bytes).root, 'Figure')).toHaveLength(3);
    const word = await renderDocx(document, look.design, await look.word(), pictures);
    const xml = strFromU8(unzipSync(word.bytes)['word/document.xml'] ?? new Uint8Array());
    expect(xml).toMatch(/<w:framePr [^>]*w:hAnchor="margin"[^>]*\/>.*descr="Portrait".*PartTextSignature/s);
    expect(namedPictures(await readProgrammeFolder(data, 'draft'))).toContain('pictures/mark.png');
  });

  it.each([
    ['{ path: pictures/none.png, alt: x }', 'there is no file pictures/none.png'],
    ['{ path: pictures/mark.png }', 'expected `alt`'],
    ['pictures/mark.png', 'expected the alternative text of a picture'],
    ['{ path: pictures/mark.png, alt: x, caption: y }', 'expected a picture without a caption'],
  ])('An invalid portrait is rejected with its position: %s', async (line, message) => {
    const refused = readProgrammeFolder(dataWith(portrait(line)), 'draft');
    await expect(refused).rejects.toThrow(message);
    await expect(refused).rejects.toThrow(/programme\.yaml:\d+:\d+ · parts\.1\.signatures\.0\.portrait/);
  });
});

describe('Sizes of pictures', () => {
  const inDesign = (design: string) => open('en', { 'design.yaml': design });
  /** Widths of the pictures of a Word file in points, and whether each is in a frame. */
  async function shown({ look, document }: Awaited<ReturnType<typeof open>>) {
    const pictures = await look.wordPictures(document);
    const { bytes } = await renderDocx(document, look.design, await look.word(), pictures);
    const xml = strFromU8(unzipSync(bytes)['word/document.xml'] ?? new Uint8Array());
    return [...xml.matchAll(/<w:p>(?:(?!<\/w:p>).)*?<wp:inline.*?<wp:extent cx="(\d+)"/gs)].map(
      ([paragraph, width]) => [Math.round(Number(width) / 12700), paragraph.includes('<w:framePr')],
    );
  }

  it('A design option places the pictures of a text next to its paragraphs or prints them at a small size', async () => {
    // 600 pixels are 288 pt at 150 dots per inch; the text is 500 pt wide.
    expect((await shown(await inDesign('')))[0]).toEqual([288, false]);
    expect((await shown(await inDesign('parts: { foreword: { pictures: beside } }\n')))[0]).toEqual([
      180,
      true,
    ]);
    expect((await shown(await inDesign('parts: { foreword: { pictures: small } }\n')))[0]).toEqual([
      125,
      false,
    ]);
    const columns = 'parts: { foreword: { pictures: beside, columns: 2 } }\n';
    expect((await shown(await inDesign(columns))).every(([, isFramed]) => !isFramed)).toBe(true);
  });

  it('Lines next to a picture do not overlap it, and a quotation after them begins below the picture', async () => {
    const { look, document, pictures } = await open('en', {
      'design.yaml': 'parts: { foreword: { pictures: beside, quotes: box } }\n',
      'texts/foreword.en.md':
        '# Welcome\n\n![The harbour](pictures/harbour.jpg)\n\nNext to it are these words, which need more than one line there.\n\n> Below.\n',
    });
    const { bytes } = await renderPdf(document, look.design, await look.pdf(), pictures);
    const { root } = readPdf(bytes);
    const paragraph = (words: string) => elementsOf(root, 'P').find((own) => wordsOf(own).startsWith(words));
    const [first, quoted] = [paragraph('Next to it'), paragraph('Below')];
    const { margins, text, paper } = look.design;
    const right = margins.left + text.left + text.width - 180;
    const lines = first === undefined ? [] : showsOf(first);
    expect(lines.length).toBeGreaterThan(1);
    expect(lines.every(({ end }) => end < right)).toBe(true);
    const below = quoted === undefined ? [] : showsOf(quoted);
    // The picture is half as high as it is wide.
    expect(below.length).toBeGreaterThan(0);
    for (const { y } of below) expect(y).toBeLessThan(paper.height - margins.top - 90);
    expect(Math.min(...below.map(({ x }) => x))).toBeCloseTo(margins.left + text.left + 9, 1);
  });

  it('In a list, the picture of an event is below its facts or next to them, as the design states', async () => {
    const design = (size: string) => `presentation: { as: list, pictures: ${size} }\n`;
    const places = async (size: string) => {
      const { look, document, pictures } = await open('en', { ...PHOTOS, 'design.yaml': design(size) });
      const { bytes } = await renderPdf(document, look.design, await look.pdf(), pictures);
      expect(checkStructure(bytes)).toEqual([]);
      return (await shown({ ...(await open('en', { ...PHOTOS, 'design.yaml': design(size) })) })).map(
        ([, isFramed]) => isFramed,
      );
    };
    expect((await places('full')).includes(true)).toBe(false);
    expect((await places('beside')).includes(true)).toBe(true);
  });
});

it('A low-resolution picture is reported once, at the largest size at which it is printed', async () => {
  const { look, document, pictures } = await open('en', PHOTOS);
  const coarse = coarsePictures(document, look.design, (file) => pictureAt(pictures, file));
  expect(coarse).toEqual([{ file: 'pictures/mark.png', resolution: 72 }]);
  expect(coarseLines([{ coarse }, {}, { coarse: [{ file: 'pictures/mark.png', resolution: 90 }] }])).toEqual([
    'pictures with fewer than 150 dots per inch look pixelated in print; use larger files of:',
    '  pictures/mark.png  72 dots per inch; 3 times the width and height are enough',
  ]);
  // A picture whose size is determined by its resolution is not reported, whatever its size in points.
  const section: Section = {
    id: 'a',
    title: [],
    layout: 'text',
    blocks: [{ kind: 'picture', figure: { file: 'a' } }],
  };
  for (let width = 400; width < 500; width++)
    expect(coarsePictures({ sections: [section] }, look.design, () => ({ width, height: width }))).toEqual(
      [],
    );
  const listed = printedAs(document, { ...look.design, presentation: { as: 'list' } });
  expect(coarsePictures(listed, look.design, (file) => pictureAt(pictures, file))).toEqual(coarse);
});

it('The pixel size of a drawing in Word depends only on its own document, not on documents built before', async () => {
  const svg = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 60 30"><path d="M0 0h60L0 30z"/></svg>';
  const { data, look, document } = await open('en', {
    ...PHOTOS,
    'events/music.yaml': PHOTOS['events/music.yaml'].replace('harbour.jpg', 'plan.svg'),
    'texts/foreword.en.md': FOREWORD.replace('harbour.jpg', 'plan.svg'),
    'pictures/plan.svg': svg,
  });
  const withoutText = {
    ...document,
    sections: document.sections.filter(({ part }) => part !== 'foreword'),
  };
  const widthIn = async (made: DesignResources, printed: typeof document): Promise<number> => {
    const plan = pictureAt(await made.wordPictures(printed), 'pictures/plan.svg');
    return Buffer.from((plan.format === 'svg' && plan.raster) || []).readUInt32BE(16);
  };
  const { text } = look.design;
  const inText = Math.min(1200, Math.round((text.width / 72) * 220));
  const alone = await widthIn(await openDesignResources(look.design, data), withoutText);
  expect(alone).toBeLessThan(inText);
  expect([
    await widthIn(look, document),
    await widthIn(look, withoutText),
    await widthIn(look, document),
  ]).toEqual([inText, alone, inText]);
});

describe('Size of a picture in a column', () => {
  const column = { width: 450, height: 600 };
  it('A picture is as wide as its column, unless the resolution of the picture or the height of the page is too low for this', () => {
    expect(figureSize({ width: 3000, height: 1500 }, column)).toEqual({ width: 450, height: 225 });
    expect(figureSize({ width: 500, height: 250 }, column)).toEqual({ width: 240, height: 120 });
    expect(figureSize({ width: 3000, height: 6000 }, column)).toEqual({ width: 180, height: 360 });
  });

  it('A small picture is enlarged to a third of the column width, unless its resolution would be lower than that of a screen', () => {
    expect(figureSize({ width: 200, height: 100 }, column)).toEqual({ width: 150, height: 75 });
    expect(resolutionOf({ width: 200, height: 100 }, { width: 150, height: 75 })).toBe(96);
    expect(figureSize({ width: 60, height: 60 }, column)).toEqual({ width: 60, height: 60 });
  });
});
