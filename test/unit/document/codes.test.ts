import path from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { type DesignResources, openDesignResources } from '../../../src/commands/design-resources.ts';
import { outputOf } from '../../../src/commands/output.ts';
import { buildDocument } from '../../../src/document/build.ts';
import { eventsWithoutCode } from '../../../src/document/codes.ts';
import type { Document } from '../../../src/document/model.ts';
import { correctionsDocument } from '../../../src/exchange/word/documents.ts';
import { readProgrammeFolder } from '../../../src/read/dataset.ts';
import { readDesignFolder } from '../../../src/read/design.ts';
import { codePicture } from '../../../src/read/picture/code.ts';
import { renderDocx } from '../../../src/render/docx/render.ts';
import { renderHtml } from '../../../src/render/html/render.ts';
import { renderPdf } from '../../../src/render/pdf/render.ts';
import { folderWithData, replaced, smallFile } from '../../support/dataset-folder.ts';
import { checkStructure } from '../../support/pdf-check.ts';
import { elementsOf, entryText, readPdf, textOf } from '../../support/pdf-reader.ts';
import { jpeg } from '../../support/pictures.ts';

const PROGRAMME = replaced(
  replaced(smallFile('programme.yaml'), 'fields:\n', 'fields:\n  - { id: web, kind: link, heading: Web }\n'),
  'columns: [north, south, title, date]',
  'columns: [north, south, title, date, web]',
);
const EVENTS = replaced(
  smallFile('events/sport.yaml'),
  '  title: Regatta\n',
  '  title: Regatta\n  web: https://www.example.org/events/first/\n',
);
const CODES = 'codes: { sections: { sport: "https://example.org/c" }, events: web }\n';

async function open(
  design: string,
  changes: Readonly<Record<string, string | Uint8Array>> = {},
): Promise<{ look: DesignResources; document: Document; data: string }> {
  const data = path.join(
    folderWithData({
      'programme.yaml': PROGRAMME,
      'events/sport.yaml': EVENTS,
      'design.yaml': design,
      ...changes,
    }),
    'data',
  );
  const programme = await readProgrammeFolder(data, 'draft');
  const look = await openDesignResources((await readDesignFolder(data, programme)).design, data);
  return { look, document: buildDocument(programme, 'en'), data };
}

const SPOKEN = ['QR code: www.example.org/events/first', 'QR code: example.org/c'];

describe('QR codes', () => {
  it.each(['', 'presentation: list\n'])(
    'The QR codes in the PDF are figures above their addresses (%s)',
    async (as) => {
      const { look, document } = await open(CODES + as);
      const { bytes } = await renderPdf(
        document,
        look.design,
        await look.pdf(),
        await look.pictures(document),
      );
      expect(checkStructure(bytes)).toEqual([]);
      const { root, follow } = readPdf(bytes);
      const figures = elementsOf(root, 'Figure');
      expect(figures.map(({ dictionary }) => entryText(dictionary, 'Alt', follow))).toEqual(SPOKEN);
      const links = elementsOf(root, 'Link').map(textOf);
      expect(links).toContain('example.org/c');
    },
  );

  it('The QR codes in the Word file are drawings', async () => {
    const { look, document } = await open(CODES);
    const pictures = await look.wordPictures(document);
    const { bytes } = await renderDocx(document, look.design, await look.word(), pictures);
    const parts = unzipSync(bytes);
    const xml = strFromU8(parts['word/document.xml'] ?? new Uint8Array());
    expect([...xml.matchAll(/descr="(QR[^"]*)"/g)].map(([, alt]) => alt)).toEqual(SPOKEN);
    expect(Object.keys(parts).filter((name) => name.endsWith('.svg'))).toHaveLength(2);
  });

  it('In a list, a picture with its caption stays next to the texts, and the QR code is below the facts', async () => {
    const photo = '  photo: { path: pictures/a.jpg, alt: A boat, caption: "Photo: A. Exemple" }\n';
    const { look, document } = await open(`${CODES}presentation: { as: list, pictures: beside }\n`, {
      'programme.yaml': replaced(
        replaced(PROGRAMME, 'fields:\n', 'fields:\n  - { id: photo, kind: picture, heading: Photo }\n'),
        'columns: [north, south, title, date, web]',
        'columns: [photo, north, south, title, date, web]',
      ),
      'events/sport.yaml': replaced(EVENTS, '  title: Regatta\n', `  title: Regatta\n${photo}`),
      'pictures/a.jpg': jpeg(300, 300, (x, y) => [x % 256, y % 256, 90]),
    });
    const { bytes: pdf } = await renderPdf(
      document,
      look.design,
      await look.pdf(),
      await look.pictures(document),
    );
    expect(checkStructure(pdf)).toEqual([]);
    const pictures = await look.wordPictures(document);
    const { bytes } = await renderDocx(document, look.design, await look.word(), pictures);
    const xml = strFromU8(unzipSync(bytes)['word/document.xml'] ?? new Uint8Array());
    const event = xml.slice(xml.indexOf('Regatta</w:t>', xml.indexOf('w:name="ev_regatta"')));
    const parts = event.match(/<w:framePr|descr="[^"]*"|Photo: A\. Exemple|events\/first/g);
    expect([...new Set(parts)].slice(0, 5)).toEqual([
      '<w:framePr',
      'descr="A boat"',
      'Photo: A. Exemple',
      'events/first',
      'descr="QR code: www.example.org/events/first"',
    ]);
  });

  it('Pages for the screen and correction files do not contain QR codes', async () => {
    const { look, document, data } = await open(CODES);
    const pictures = await look.pictures(document);
    const { content } = await renderHtml(document, look.design, pictures);
    expect(Buffer.from(content).toString()).not.toContain('QR code');
    const programme = await readProgrammeFolder(data, 'draft');
    const corrections = correctionsDocument(programme, 'en');
    const drawn = await look.wordPictures(document);
    const { bytes: word } = await renderDocx(
      { ...corrections, record: [] },
      look.design,
      await look.word(),
      drawn,
    );
    expect(strFromU8(unzipSync(word)['word/document.xml'] ?? new Uint8Array())).not.toContain('QR code');
  });

  it('A QR code is one black path on white, with a quiet zone of four modules', async () => {
    const { drawing } = await codePicture('code:https://example.org/c', 'https://example.org/c');
    expect(drawing.nodes).toHaveLength(2);
    expect([drawing.width, drawing.height]).toEqual([1000, 1000]);
  });

  it('QR codes that are requested for sections or fields that do not exist are reported', async () => {
    const problems = open('codes: { sections: { nowhere: "https://example.org" }, events: title }\n');
    await expect(problems).rejects.toThrow(
      /neither a theme nor a text part "nowhere"[\s\S]*no field "title" with web addresses/,
    );
  });

  it('A build names the events whose addresses are too long for a QR code', async () => {
    const long = `https://www.example.org/${'a'.repeat(97)}`;
    const { look, document } = await open(CODES, {
      'events/sport.yaml': replaced(EVENTS, 'https://www.example.org/events/first/', long),
    });
    const notesOf = async (format: 'pdf' | 'html') =>
      (await outputOf(document, format, look, '')).built.notes?.map(({ code, at }) => [code, at]);
    expect(await notesOf('pdf')).toEqual([['code-too-long', { event: 'regatta' }]]);
    expect(await notesOf('html')).toBeUndefined();
    expect(eventsWithoutCode((await open(CODES)).document, look.design.codes)).toEqual([]);
  });
});
