import path from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { Window } from 'happy-dom';
import { describe, expect, it } from 'vitest';
import { openLook } from '../../../src/commands/look.ts';
import { figureSize, resolutionOf } from '../../../src/design/figures.ts';
import { buildDocument } from '../../../src/document/build.ts';
import { redline } from '../../../src/document/redline.ts';
import { accept, reject } from '../../../src/document/settle.ts';
import type { Lang } from '../../../src/model/text.ts';
import { readProgrammeFolder } from '../../../src/read/dataset.ts';
import { readDesignFolder } from '../../../src/read/design.ts';
import { renderDocx } from '../../../src/render/docx/render.ts';
import { renderHtml } from '../../../src/render/html/render.ts';
import { renderPdf } from '../../../src/render/pdf/render.ts';
import { folderWithData, smallFile } from '../../support/dataset-folder.ts';
import { checkStructure } from '../../support/pdf-check.ts';
import { elementsOf, readPdf } from '../../support/pdf-reader.ts';
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
  const look = await openLook((await readDesignFolder(data)).design, data);
  const document = buildDocument(await readProgrammeFolder(data, 'draft'), lang);
  return { data, look, document, pictures: await look.pictures(document) };
}

describe('pictures of texts', () => {
  it('are figures of a PDF with their words and places, each file once', async () => {
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

  it('stand in lines of a Word file with their words', async () => {
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

  it('stand in the page on the web, which loads nothing', async () => {
    const { look, document, pictures } = await open('fr');
    const { document: page } = new Window();
    page.write(Buffer.from(renderHtml(document, look.design, pictures)).toString('utf8'));
    const images = [...page.querySelectorAll('figure img')];
    expect(images.map((image) => [image.getAttribute('alt'), image.getAttribute('lang')])).toEqual([
      ['The harbour', 'en'],
      ['', null],
      ['The harbour, again', 'en'],
    ]);
    expect(images.every((image) => image.getAttribute('src')?.startsWith('data:image/'))).toBe(true);
    expect(page.querySelector('figcaption')?.textContent).toBe('Picture: A. Exemple');
    expect(page.querySelector('meta[http-equiv]')?.getAttribute('content')).toContain('img-src data:;');
  });

  it('are refused at their place where there is no file', async () => {
    const data = dataWith({ 'texts/foreword.en.md': '# A\n\nb\n\n![x](pictures/none.jpg)\n' });
    await expect(readProgrammeFolder(data, 'draft')).rejects.toThrow(
      /foreword\.en\.md:5:1: there is no file pictures\/none\.jpg/,
    );
    const outside = dataWith({ 'texts/foreword.en.md': '# A\n\n![x](https://example.org/a.png)\n' });
    await expect(readProgrammeFolder(outside, 'draft')).rejects.toThrow(
      /foreword\.en\.md:3:1: nothing is fetched from the network/,
    );
  });

  it('come and go in a redline: of one that went, its words stand there', async () => {
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

describe('the size of a picture in a column', () => {
  const column = { width: 450, height: 600 };
  it('is that of the column, as far as it is sharp and no higher than a page bears', () => {
    expect(figureSize({ width: 3000, height: 1500 }, column)).toEqual({ width: 450, height: 225 });
    expect(figureSize({ width: 500, height: 250 }, column)).toEqual({ width: 240, height: 120 });
    expect(figureSize({ width: 3000, height: 6000 }, column)).toEqual({ width: 180, height: 360 });
  });

  it('is a third of the column where it would be smaller, but never coarser than a screen', () => {
    expect(figureSize({ width: 200, height: 100 }, column)).toEqual({ width: 150, height: 75 });
    expect(resolutionOf({ width: 200, height: 100 }, { width: 150, height: 75 })).toBe(96);
    expect(figureSize({ width: 60, height: 60 }, column)).toEqual({ width: 60, height: 60 });
  });
});
