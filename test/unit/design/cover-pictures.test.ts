import { cpSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { designNotes } from '../../../src/commands/design-notes.ts';
import { openDesignResources } from '../../../src/commands/design-resources.ts';
import { completed } from '../../../src/design/complete.ts';
import { titleTop } from '../../../src/design/cover.ts';
import { type DesignFile, DesignFileSchema } from '../../../src/design/file.ts';
import { alternativeOf, picturesInRow, picturesOf } from '../../../src/design/picture-rows.ts';
import { DesignSchema } from '../../../src/design/schema.ts';
import { buildDocument } from '../../../src/document/build.ts';
import { problemLine, UserError } from '../../../src/errors.ts';
import { readProgrammeFolder } from '../../../src/read/dataset.ts';
import { readDesign, readDesignFolder } from '../../../src/read/design.ts';
import { renderDocx } from '../../../src/render/docx/render.ts';
import { renderPdf } from '../../../src/render/pdf/render.ts';
import { folderWithData } from '../../support/dataset-folder.ts';
import { FIT, freezeDraft } from '../../support/frozen.ts';
import { checkStructure } from '../../support/pdf-check.ts';
import { elementsOf, readPdf } from '../../support/pdf-reader.ts';
import { jpeg, png } from '../../support/pictures.ts';

const LOGO = png({ width: 60, height: 20, type: 6, pixel: (x, y) => [200, x * 4, y * 9, (x * 4) % 256] });
const PHOTO = jpeg(90, 60, (x, y) => [x * 2, y * 3, 90]);
const DRAWING =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 30 10"><title>Somebody</title><path d="M0 0h30v10z"/></svg>';
const TURNED = readFileSync('test/fixtures/pictures/turned.jpg');

/** A dataset with pictures and the given design. */
function datasetWith(design: string, more: Readonly<Record<string, string>> = {}): string {
  return path.join(
    folderWithData({
      ...FIT,
      'design.yaml': design,
      'pictures/logo.png': LOGO,
      'pictures/photo.jpg': PHOTO,
      'pictures/turned.jpg': TURNED,
      ...more,
    }),
    'data',
  );
}

async function problems(design: string, languages: readonly string[] = []): Promise<string[]> {
  const data = datasetWith(design);
  try {
    const read = await readDesignFolder(data, { languages });
    return read.notes.map(({ message }) => message);
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    return error.problems.map(
      (problem) => problemLine(problem).replaceAll(`${data}/`, '').split('\n')[0] ?? '',
    );
  }
}

it('If a cover with a picture has no period, the title is printed where the period would be', () => {
  const picture = { path: 'pictures/photo.jpg', decoration: true } as const;
  const { cover } = completed({ cover: { layout: 'picture', picture } }).design;
  expect(titleTop(cover, true)).toBe(cover.title.top);
  expect(titleTop(cover, false)).toBe(cover.period.top);
  for (const layout of ['panel', 'band', 'plain'] as const) {
    const other = completed({ cover: layout }).design.cover;
    expect(titleTop(other, false)).toBe(other.title.top);
  }
});

describe('Pictures of a design file', () => {
  it.each([
    [
      'logo: { path: pictures/logo.png }',
      'design.yaml:1:1 · logo: expected `alt` (the alternative text) or `decoration: true`, found a group of keys',
    ],
    [
      'logo: { path: pictures/logo.png, alt: A, decoration: true }',
      'design.yaml:1:1 · logo: expected `alt` (the alternative text) or `decoration: true`, found a group of keys',
    ],
    [
      'paper: A4\nlogo: { path: ../secret.png, alt: A }',
      'design.yaml:2:9 · logo.path: the path of a picture must be relative to the dataset folder and lead to a file in it',
    ],
    [
      'logo: { path: https://example.org/a.png, alt: A }',
      'design.yaml:1:9 · logo.path: pictures are not downloaded',
    ],
    [
      'cover:\n  partners:\n    - { path: pictures/none.png, alt: A }',
      'design.yaml:3:9 · cover.partners.0.path: there is no file pictures/none.png',
    ],
    [
      'logo: { path: pictures/logo.png, alt: { en: A } }',
      'design.yaml:1:34 · logo.alt: the picture has no alternative text in fr, ru',
    ],
    ['cover: picture', 'design.yaml:1:1 · cover: this cover layout needs a picture, but none is set'],
    [
      'cover: { layout: band, picture: { path: pictures/photo.jpg, decoration: true } }',
      'design.yaml:1:24 · cover.picture: the cover layout band has no space for a picture',
    ],
  ])('An invalid picture is rejected with its position: %s', async (design, expected) => {
    expect((await problems(design, ['en', 'fr', 'ru']))[0]).toBe(expected);
  });

  it('A brand.yml file provides the logos, in each notation that the format allows', async () => {
    const logo = async (brand: string): Promise<unknown> => {
      const data = datasetWith('extends: _brand.yml\n', { '_brand.yml': brand });
      return picturesOf((await readDesignFolder(data)).design);
    };
    const own = [{ file: 'pictures/logo.png', alt: 'Ville-Exemple' }];
    expect(await logo('logo: { path: pictures/logo.png, alt: Ville-Exemple }')).toEqual(own);
    expect(
      await logo(
        'logo:\n  images: { main: { path: pictures/logo.png, alt: Ville-Exemple } }\n  small: pictures/x.png\n  medium: { light: main, dark: other.png }\n',
      ),
    ).toEqual(own);
    expect(await logo('logo: pictures/logo.png')).toEqual([]);
  });

  it('A logo of a brand.yml file without alternative text is reported', async () => {
    const data = datasetWith('extends: _brand.yml\n', { '_brand.yml': 'logo: pictures/logo.png\n' });
    const { notes } = await readDesignFolder(data);
    expect(notes.map(({ message }) => message)).toEqual([
      'the logo is not imported, because it has no alternative text',
    ]);
  });

  it('Alternative text is in the language of the document or, if that is missing, in the first available language', () => {
    expect(alternativeOf({ file: 'a', alt: { fr: 'Un', en: 'One' } }, 'en')).toBe('One');
    expect(alternativeOf({ file: 'a', alt: { fr: 'Un' } }, 'en')).toBe('Un');
    expect(alternativeOf({ file: 'a', alt: 'Name' }, 'en')).toBe('Name');
    expect(alternativeOf({ file: 'a' }, 'en')).toBeUndefined();
  });
});

const inside = (outer: Box, inner: Box): boolean =>
  inner.left >= outer.left - 0.01 &&
  inner.top >= outer.top - 0.01 &&
  inner.left + inner.width <= outer.left + outer.width + 0.01 &&
  inner.top + inner.height <= outer.top + outer.height + 0.01;
interface Box {
  left: number;
  top: number;
  width: number;
  height: number;
}

it('Logos in a row retain their proportions, have similar areas and fit into the row', () => {
  const ratios = fc.array(fc.double({ min: 0.2, max: 12, noNaN: true }), { minLength: 1, maxLength: 12 });
  fc.assert(
    fc.property(ratios, fc.constantFrom('left' as const, 'right' as const), (all, align) => {
      const row = { left: 40, top: 20, width: 400, height: 50, gap: 20, align, pictures: [] };
      const { places } = picturesInRow(row, all);
      places.forEach((place, index) => {
        expect(inside(row, place)).toBe(true);
        expect(place.width / place.height).toBeCloseTo(all[index] ?? 0);
        expect(place.width * place.height).toBeCloseTo((places[0]?.width ?? 0) * (places[0]?.height ?? 0));
      });
    }),
  );
});

const LOGOS = {
  logo: { path: 'pictures/logo.png', alt: 'Ville-Exemple' },
  partners: [{ path: 'pictures/logo.png', alt: 'A' }],
};
const PICTURE = { path: 'pictures/photo.jpg', alt: 'Port' };
const LAYOUTS = ['panel', 'band', 'picture', 'plain'] as const;
const PAPERS = [
  { paper: 'A4', orientation: 'landscape' },
  { paper: 'A4', orientation: 'portrait' },
  { paper: 'Letter', orientation: 'portrait' },
  { paper: 'A5', orientation: 'portrait' },
  { paper: 'A5', orientation: 'landscape' },
] as const;

function fileOf(layout: (typeof LAYOUTS)[number], sheet: (typeof PAPERS)[number]): DesignFile {
  return {
    ...sheet,
    logo: LOGOS.logo,
    cover: {
      layout,
      'co-emitter': LOGOS.logo,
      partners: [LOGOS.logo, LOGOS.logo],
      ...(layout === 'picture' ? { picture: PICTURE } : {}),
    },
  };
}

describe.each(LAYOUTS)('Cover with pictures: %s', (layout) => {
  it.each(PAPERS)(
    'Pictures and texts do not overlap on $paper paper in $orientation orientation',
    (sheet) => {
      const { design, problems } = completed(DesignFileSchema.parse(fileOf(layout, sheet)));
      expect(problems).toEqual([]);
      expect(DesignSchema.parse(design)).toEqual(design);
      const { period, title, publisher, marks = [] } = design.cover;
      const [emitters, partners] = marks;
      const sheetBox = { left: 0, top: 0, ...design.paper };
      for (const row of marks) expect(inside(sheetBox, row)).toBe(true);
      if (emitters === undefined || partners === undefined) throw new Error('rows are missing');
      expect(title.height).toBeGreaterThan(20);
      expect(emitters.top + emitters.height).toBeLessThan(title.top);
      if (layout !== 'panel') expect(emitters.top + emitters.height).toBeLessThan(period.top);
      expect(publisher.top).toBeGreaterThan(title.top + title.height);
      expect(partners.top).toBeGreaterThan(publisher.top + publisher.style.leading);
    },
  );
});

describe('Files with pictures on the cover', () => {
  const design = `logo: { path: pictures/logo.png, alt: { en: The town, fr: La ville } }
cover:
  picture: { path: pictures/turned.jpg, decoration: true }
  co-emitter: { path: pictures/photo.jpg, alt: A "co" & <emitter> }
  partners:
    - { path: pictures/logo.png, alt: Partner }
`;

  it('Each picture file is embedded once, figures have an alternative text and a position, and decorative pictures are artifacts', async () => {
    const data = datasetWith(design);
    const look = await openDesignResources((await readDesignFolder(data)).design, data);
    const document = buildDocument(await readProgrammeFolder(data, 'draft'), 'en');
    const { bytes } = await renderPdf(document, look.design, await look.pdf(), await look.pictures(document));
    expect(checkStructure(bytes)).toEqual([]);
    const figures = elementsOf(readPdf(bytes).root, 'Figure');
    expect(figures).toHaveLength(3);
    const text = Buffer.from(bytes).toString('latin1');
    expect(text.match(/\/Subtype\/Image/g)).toHaveLength(4);
    expect(text.match(/\/SMask/g)).toHaveLength(1);
    const word = await renderDocx(document, look.design, await look.word(), await look.pictures(document));
    const files = unzipSync(word.bytes);
    expect(Object.keys(files).filter((name) => name.startsWith('word/media/'))).toEqual([
      'word/media/picture1.jpeg',
      'word/media/picture2.png',
      'word/media/picture3.jpeg',
    ]);
    const xml = strFromU8(files['word/document.xml'] ?? new Uint8Array());
    expect(xml.match(/descr="[^"]+"/g)).toEqual([
      'descr="The town"',
      'descr="A &quot;co&quot; &amp; &lt;emitter&gt;"',
      'descr="Partner"',
      'descr=" "',
      'descr=" "',
      'descr=" "',
    ]);
    expect(xml).toContain('rot="5400000"');
    expect(Buffer.from(word.bytes).includes('Where I live')).toBe(false);
    expect(text.includes('Where I live')).toBe(false);
  });

  it('A drawing is embedded once as vector graphics, with a pixel image as a fallback in Word', async () => {
    const data = datasetWith(
      `logo: { path: pictures/logo.svg, alt: The town }
cover:
  partners:
    - { path: pictures/logo.svg, alt: Partner }
`,
      { 'pictures/logo.svg': DRAWING },
    );
    const look = await openDesignResources((await readDesignFolder(data)).design, data);
    const document = buildDocument(await readProgrammeFolder(data, 'draft'), 'en');
    const { bytes } = await renderPdf(document, look.design, await look.pdf(), await look.pictures(document));
    expect(checkStructure(bytes)).toEqual([]);
    expect(elementsOf(readPdf(bytes).root, 'Figure')).toHaveLength(2);
    const text = Buffer.from(bytes).toString('latin1');
    expect(text.match(/\/Subtype\/Form/g)).toHaveLength(1);
    expect(text).not.toContain('/Subtype/Image');
    const word = await renderDocx(
      document,
      look.design,
      await look.word(),
      await look.wordPictures(document),
    );
    const files = unzipSync(word.bytes);
    const media = Object.keys(files).filter((name) => name.startsWith('word/media/'));
    expect(media).toEqual(['word/media/picture1.png', 'word/media/picture2.svg']);
    expect(strFromU8(files['word/media/picture2.svg'] ?? new Uint8Array())).not.toContain('Somebody');
    const xml = strFromU8(files['word/document.xml'] ?? new Uint8Array());
    expect(xml.match(/<a:blip r:embed="rIdPicture1"><a:extLst>/g)).toHaveLength(2);
    expect(xml.match(/<asvg:svgBlip [^>]* r:embed="rIdPicture2"\/>/g)).toHaveLength(2);
    const again = await renderDocx(
      document,
      look.design,
      await look.word(),
      await look.wordPictures(document),
    );
    expect(Buffer.compare(again.bytes, word.bytes)).toBe(0);
  });

  it('A frozen edition contains the pictures and the brand.yml file, and building it produces the same files', async () => {
    const data = datasetWith(`extends: _brand.yml\n${design}`, {
      '_brand.yml': 'color: { primary: "#224466" }\n',
      'pictures/unused.png': 'no picture',
    });
    await freezeDraft(data, '1');
    const edition = path.join(data, 'editions', '1');
    expect(readdirSync(path.join(edition, 'pictures')).sort()).toEqual([
      'logo.png',
      'photo.jpg',
      'turned.jpg',
    ]);
    expect(readFileSync(path.join(edition, '_brand.yml'), 'utf8')).toContain('#224466');
    const lock = JSON.parse(readFileSync(path.join(edition, 'edition.lock.json'), 'utf8'));
    expect(Object.keys(lock.data)).toContain('pictures/logo.png');
    expect(await readDesign(data, '1')).toEqual((await readDesignFolder(data)).design);
    const moved = path.join(data, '..', 'moved');
    mkdirSync(moved);
    cpSync(edition, moved, { recursive: true });
    writeFileSync(path.join(moved, 'pictures', 'logo.png'), 'no picture');
    const broken = openDesignResources((await readDesignFolder(moved)).design, moved);
    await expect(broken).rejects.toThrow('the file is not a picture');
  });
});

it('The preview picture for links does not show parts of a logo that are outside its view box', async () => {
  const previewWith = async (logo: string): Promise<Uint8Array> => {
    const design = 'logo: { path: pictures/logo.svg, decoration: true }\n';
    const data = datasetWith(design, { 'pictures/logo.svg': logo });
    const look = await openDesignResources((await readDesignFolder(data)).design, data);
    return look.preview(buildDocument(await readProgrammeFolder(data, 'draft'), 'en'));
  };
  const wider = DRAWING.replace('</svg>', '<path d="M30 0h30v10h-30z"/></svg>');
  expect(await previewWith(wider)).toEqual(await previewWith(DRAWING));
});

it('Pictures with a printed resolution below 150 dpi are reported', async () => {
  const data = datasetWith(
    `logo: { path: pictures/large.png, decoration: true }\ncover: { picture: { path: pictures/photo.jpg, decoration: true } }\n`,
  );
  writeFileSync(
    path.join(data, 'pictures', 'large.png'),
    png({ width: 300, height: 120, pixel: () => [1, 2, 3] }),
  );
  expect((await designNotes(data, 'draft')).map((line) => line.replaceAll(`${data}/`, ''))).toEqual([
    'pictures/photo.jpg: on the cover, the picture has only 7 dots per inch and will look pixelated in print\n  hint: use a picture with at least 20 times the width and height in pixels',
  ]);
  expect(await designNotes(data, '1')).toEqual([]);
});
