import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { contrast, isReadable, mixed, readableShade } from '../../../src/design/colour.ts';
import { completed } from '../../../src/design/complete.ts';
import { DEFAULT_DESIGN } from '../../../src/design/default.ts';
import { type DesignFile, DesignFileSchema } from '../../../src/design/file.ts';
import { paperOf, pointsOf } from '../../../src/design/length.ts';
import { bandsOf, bodyHeight, columnWidths, measure } from '../../../src/design/measures.ts';
import { DesignSchema } from '../../../src/design/schema.ts';
import { problemLine, UserError } from '../../../src/errors.ts';
import type { DesignedConfig } from '../../../src/read/design.ts';
import { readDesign, readDesignFolder } from '../../../src/read/design.ts';
import { folderWithData } from '../../support/dataset-folder.ts';
import { FIT, freezeDraft } from '../../support/frozen.ts';

const hex = fc.integer({ min: 0, max: 0xffffff }).map((value) => `#${value.toString(16).padStart(6, '0')}`);

describe('Contrast', () => {
  it('Contrast ratios are computed as WCAG 2.1 defines them', () => {
    expect(contrast('#000000', '#ffffff')).toBeCloseTo(21);
    expect(contrast('#777777', '#ffffff')).toBeCloseTo(4.48, 2);
    expect(contrast('#767676', '#ffffff')).toBeCloseTo(4.54, 2);
    expect(contrast('#ff0000', '#ffffff')).toBeCloseTo(4, 2);
  });

  it('Every colour has a readable shade on every background, and readable colours stay unchanged', () => {
    fc.assert(
      fc.property(hex, hex, (colour, ground) => {
        const shade = readableShade(colour, [ground]) ?? '';
        expect(isReadable(shade, [ground])).toBe(true);
        if (isReadable(colour, [ground])) expect(shade).toBe(colour);
      }),
    );
  });

  it('No readable shade is found for backgrounds that differ too much in lightness', () => {
    expect(readableShade('#808080', ['#000000', '#777777', '#ffffff'])).toBeUndefined();
  });

  it('Two colours are mixed in the given proportion', () => {
    expect([0, 0.5, 1].map((share) => mixed('#000000', '#ff8000', share))).toEqual([
      '#000000',
      '#804000',
      '#ff8000',
    ]);
  });
});

describe('Lengths and paper sizes', () => {
  it.each([
    ['36 pt', 36],
    ['25.4mm', 72],
    ['2,54 cm', 72],
    ['0.5 in', 36],
    ['12', undefined],
    ['12 px', undefined],
    ['-3 mm', undefined],
    ['', undefined],
  ])('The length “%s” is converted to %s points', (text, points) => {
    expect(pointsOf(text)).toBe(points);
  });

  it.each([
    ['A4', { width: 595.28, height: 841.89 }],
    ['a5', { width: 419.53, height: 595.28 }],
    ['letter', { width: 612, height: 792 }],
    ['210 x 297 mm', { width: 595.28, height: 841.89 }],
    ['8.5in×11in', { width: 612, height: 792 }],
    ['A2', undefined],
    ['210 x 297', undefined],
  ])('The paper size %s is parsed', (text, paper) => {
    expect(paperOf(text)).toEqual(paper);
  });
});

describe('Design file', () => {
  it('An empty design file produces the default design', () => {
    expect(completed({})).toEqual({ design: DEFAULT_DESIGN, notes: [], problems: [] });
    expect(completed({ paper: 'A4', orientation: 'landscape', cover: 'panel' }).design).toEqual(
      DEFAULT_DESIGN,
    );
  });

  it('Any valid design file produces a complete design, with readable text and columns that fit the width of the text area', () => {
    const length = (least: number, most: number) =>
      fc.integer({ min: least, max: most }).map((number) => `${number} mm`);
    const files = fc.record(
      {
        paper: fc.oneof(
          fc.constantFrom('A3', 'A4', 'A5', 'Letter', 'Legal'),
          fc
            .tuple(fc.integer({ min: 120, max: 500 }), fc.integer({ min: 140, max: 500 }))
            .map(([width, height]) => `${width} x ${height} mm`),
        ),
        orientation: fc.constantFrom('portrait' as const, 'landscape' as const),
        margins: fc.record({ left: length(5, 20), right: length(5, 20) }, { requiredKeys: [] }),
        color: fc.record({ background: hex, primary: hex, secondary: hex }, { requiredKeys: [] }),
        cover: fc.constantFrom('panel' as const, 'band' as const, 'plain' as const),
        table: fc.record({ rules: fc.constantFrom('rows' as const, 'none' as const) }),
        columns: fc.dictionary(
          fc.constantFrom('date', 'title', 'region', 'other'),
          fc.oneof(length(5, 400), fc.integer({ min: 1, max: 9 })),
        ),
      },
      { requiredKeys: [] },
    );
    const kinds = ['event-number', 'region', 'body', 'body', 'title', 'description', 'date', 'other'];
    fc.assert(
      fc.property(files, (file) => {
        expect(DesignFileSchema.parse(file)).toEqual(file);
        const { design, problems } = completed(file);
        expect(problems).toEqual([]);
        expect(DesignSchema.parse(design)).toEqual(design);
        expect(measure(design)).toBeGreaterThanOrEqual(198);
        expect(bodyHeight(design)).toBeGreaterThanOrEqual(198);
        const widths = columnWidths(design, kinds);
        expect(Math.min(...widths)).toBeGreaterThan(0);
        expect(widths.reduce((sum, width) => sum + width)).toBeCloseTo(measure(design));
        const { ink, quiet, brand, inserted, deleted, paper, area, onArea } = design.colours;
        for (const words of [ink, quiet, brand, inserted, deleted])
          expect(isReadable(words, [paper])).toBe(true);
        expect(isReadable(onArea, [area])).toBe(true);
        const { title, lines, publisher, period } = design.cover;
        for (const { left, width } of [title, publisher, period])
          expect(left + width).toBeLessThanOrEqual(design.paper.width);
        expect(title.left + lines.width).toBeLessThanOrEqual(design.paper.width);
      }),
    );
  });

  it('A pale colour is used for areas but not for text, which has a darker shade, and a message states both colours', () => {
    const { design, notes } = completed({ color: { primary: 'gold', palette: { gold: '#FC0' } } });
    expect(design.colours).toMatchObject({ area: '#ffcc00', brand: '#8f7200', onArea: '#1d2329' });
    expect(notes.map(({ at }) => at?.field)).toEqual(['color.primary']);
  });

  it('A text colour with too little contrast is rejected, and the error suggests a readable shade', () => {
    const { problems } = completed({
      color: { foreground: '#999999' },
      typography: { headings: { color: '#00aaff' } },
    });
    expect(problems.map(({ at, hint }) => `${at?.field}: ${hint}`)).toEqual([
      'color.foreground: #767676 has enough contrast',
      'typography.headings.color: #007cba has enough contrast',
    ]);
  });

  it('All font families of the design are embedded, and each is a fallback for missing characters', () => {
    const fonts = [
      { family: 'One', files: ['fonts/a.ttf', { path: 'fonts/b.ttf', weight: 'bold' as const }] },
      { family: 'Two', files: [{ path: 'fonts/c.ttf', weight: 400 }] },
    ];
    const one = { family: 'One', regular: 'fonts/a.ttf', bold: 'fonts/b.ttf' };
    const two = { family: 'Two', regular: 'fonts/c.ttf', bold: 'fonts/c.ttf' };
    const { sans, serif } = DEFAULT_DESIGN.faces;
    const look = (typography: NonNullable<DesignFile['typography']>) => {
      const { design } = completed({ typography: { fonts, ...typography } });
      const { faces, styles } = design;
      const familyOf = (name: 'sectionTitle' | 'body' | 'cell') =>
        (styles[name].face.startsWith('sans') ? faces.sans : faces.serif).family;
      return { faces, families: [familyOf('sectionTitle'), familyOf('body'), familyOf('cell')] };
    };
    expect(completed({ typography: { fonts } }).design).toEqual({ ...DEFAULT_DESIGN, fonts: [one, two] });
    expect(look({ base: 'One', headings: 'Two' })).toEqual({
      faces: { sans: one, serif: two },
      families: ['Two', 'One', 'One'],
    });
    expect(look({ base: 'One' })).toEqual({
      faces: { sans: one, serif },
      families: ['PT Serif', 'One', 'One'],
    });
    expect(look({ headings: 'Two' })).toEqual({
      faces: { sans, serif: two },
      families: ['Two', 'PT Sans', 'PT Sans'],
    });
    expect(look({ base: 'PT Serif', headings: 'One' }).families).toEqual(['One', 'PT Serif', 'PT Serif']);
  });

  it('A design file can set another font family for titles and a larger font size for tables', () => {
    const { styles, cover } = completed({
      typography: { headings: 'PT Sans', base: { family: 'PT Serif', size: '11 pt', 'line-height': 1.4 } },
      sizes: { tables: '10 pt' },
    }).design;
    expect(styles.sectionTitle.face).toBe('sansBold');
    expect(cover.title.face).toBe('sansBold');
    expect(styles.cell).toMatchObject({ face: 'serif', size: 10, leading: 13 });
    expect(styles.body).toMatchObject({ face: 'serif', size: 11, leading: 15.5 });
  });

  it('A design file can set a background for every other row or every other group of rows', () => {
    expect(bandsOf([{}, {}, {}])).toEqual([false, true, false]);
    expect(bandsOf([{}, { carried: true }, {}, { carried: true }, {}])).toEqual([
      false,
      false,
      true,
      true,
      false,
    ]);
  });
});

describe('design.yaml of a dataset', () => {
  let data: string;
  beforeAll(async () => {
    data = await mkdtemp(path.join(tmpdir(), 'design-file-'));
  });
  afterAll(() => rm(data, { recursive: true }));

  const read = async (text: string, brand?: string): Promise<string[]> => {
    await rm(path.join(data, '_brand.yml'), { force: true });
    await writeFile(path.join(data, 'design.yaml'), text);
    if (brand !== undefined) await writeFile(path.join(data, '_brand.yml'), brand);
    const named = (problem: Parameters<typeof problemLine>[0]): string =>
      problemLine(problem).replaceAll(`${data}/`, '');
    try {
      return (await readDesignFolder(data)).notes.map(named);
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
      return error.problems.map(named);
    }
  };

  it('design.yaml accepts only parts, themes and fields that the programme has', async () => {
    const config: DesignedConfig = {
      parts: ['cover', 'introduction', 'foreword', 'themes'],
      fields: [],
      themes: [{ id: 'talks', title: 'Talks', columns: ['title', 'day'], carry: false }],
    };
    const problems = async (text: string): Promise<string[]> => {
      await writeFile(path.join(data, 'design.yaml'), text);
      const error = await readDesignFolder(data, { config }).catch((thrown: unknown) => thrown);
      return error instanceof UserError
        ? error.problems.map((problem) => problemLine(problem).replaceAll(`${data}/`, ''))
        : [];
    };
    expect(await problems('parts: { foreword: { columns: 2 } }\npresentation: { groups: day }')).toEqual([]);
    expect(await problems('parts:\n  forword: { columns: 2 }')).toEqual([
      'design.yaml:2:3 · parts.forword: the programme has no text part "forword"\n  hint: one of foreword',
    ]);
    expect(await problems('presentation:\n  groups: room\n  themes:\n    talk: list')).toEqual([
      'design.yaml:2:3 · presentation.groups: the field "room" is not printed in any theme to which this setting applies\n  hint: one of title, day',
      'design.yaml:4:5 · presentation.themes.talk: the programme has no theme "talk"\n  hint: one of talks',
    ]);
  });

  it.each([
    ['columns: { nokind: 30 mm }', 'columns.nokind: unknown column kind "nokind"'],
    ['columns: { title: 3000 mm }', 'columns.title: the column is wider than the page'],
    ['sizes: { tables: 900 pt }', 'sizes.tables: the font size is out of range'],
    ['typography: { base: { size: 0.1 pt } }', 'typography.base.size: the font size is out of range'],
    [
      'paper: 100 x 110 mm\nmargins: { left: 5 mm, right: 5 mm }\ntypography: { base: { size: 40 pt, line-height: 2.5 } }',
      'typography.base: a page has room for fewer than 3 lines of running text',
    ],
    ['margins: { left: 400 mm }\npaper: A4', 'margins: the margins leave too little space on the paper'],
    ['accents: []', 'accents: expected at least 1 item, found an empty list'],
    [
      'parts: { foreword: { columns: 9 } }',
      'parts.foreword.columns: expected a number of at most 4, found 9',
    ],
  ])('A design value out of range is rejected with its position: %s', async (text, said) => {
    await writeFile(path.join(data, 'design.yaml'), text);
    const config: DesignedConfig = {
      parts: ['cover', 'introduction', 'foreword', 'themes'],
      fields: [],
      themes: [],
    };
    const error = await readDesignFolder(data, { config }).catch((thrown: unknown) => thrown);
    const [problem] = error instanceof UserError ? error.problems : [];
    expect(problem?.at?.line).toBeGreaterThan(0);
    expect(`${problem?.at?.field}: ${problem?.message}`).toBe(said);
  });

  it.each(['', '\n', '# paper: A5\n', '  # nothing\n\n# at all'])(
    '%j is a valid design file that sets no option',
    async (text) => {
      expect(await read(text)).toEqual([]);
      expect(await readDesign(data, 'draft')).toEqual(DEFAULT_DESIGN);
    },
  );

  it.each([
    ['papier: A4', 'design.yaml:1:1 · papier: unknown key "papier"'],
    [
      'paper: A2',
      'design.yaml:1:1 · paper: expected A3, A4, A5, Letter, Legal, or a size such as 210 x 297 mm, found "A2"',
    ],
    [
      'margins:\n  left: 2',
      'design.yaml:2:3 · margins.left: expected a length with its unit, such as 12 mm, 1.2 cm, 0.5 in or 36 pt, found the number 2 (add quotes to make it a text)',
    ],
    [
      'color:\n  primary: #16325c',
      'design.yaml:2:3 · color.primary: expected a colour in quotes, such as "#16325c", or a name in the palette, found nothing',
    ],
    [
      'accents: ["#ff0", rouge]',
      'design.yaml:1:19 · accents.1: "rouge" is neither a colour nor a name in the palette\n  hint: write a colour as "#16325c", including the quotes',
    ],
    [
      'color: { palette: { a: b, b: a }, primary: "#123" }',
      'design.yaml:1:21 · color.palette.a: "a" is neither a colour nor a name in the palette\n  hint: write a colour as "#16325c", including the quotes',
    ],
    [
      'extends: https://example.org/_brand.yml',
      'design.yaml:1:1 · extends: brand files are not downloaded\n  hint: save the file as _brand.yml next to design.yaml, and write `extends: _brand.yml`',
    ],
    [
      'extends: ../../_brand.yml',
      'design.yaml:1:1 · extends: the file is outside the dataset folder\n  hint: copy it to the folder of design.yaml',
    ],
    [
      'margins: { left: 250 mm }',
      'design.yaml:1:1 · margins: the margins leave too little space on the paper\n  hint: leave at least 70 mm between opposite margins',
    ],
    [
      'paper: 600 x 300 mm',
      'design.yaml:1:1 · paper: the paper is too large\n  hint: the maximum is 558 mm (22 in), the largest paper in Word',
    ],
    [
      'typography: { base: Marianne }',
      'design.yaml:1:15 · typography.base: the family "Marianne" is not included in the program, and fonts are not downloaded\n  hint: set `base: PT Sans` or `base: PT Serif` under typography in the design file, or list the files of the family under typography.fonts',
    ],
  ])('An invalid design.yaml is rejected with its position: %s', async (text, line) => {
    expect((await read(text))[0]).toBe(line);
  });

  it('design.yaml takes values from a brand.yml file and can override them, and reports unsupported values', async () => {
    const brand =
      'meta: { name: Ville-Exemple }\ncolor:\n  palette: { sea: "#006d77" }\n  primary: sea\n  danger: sea\ntypography:\n  fonts: [{ family: Lato, source: google }]\n  base: PT Sans\n';
    expect(await read('extends: _brand.yml\ncover: plain\n', brand)).toEqual([
      '_brand.yml:7:3 · typography.fonts: fonts not imported: Lato',
      '_brand.yml: ignored keys: meta, color.danger',
    ]);
    const design = await readDesign(data, 'draft');
    expect(design.colours.area).toBe('#006d77');
    expect(design.styles.body.face).toBe('sans');
    expect(design.cover.panel).toBeUndefined();
    await read('extends: _brand.yml\ncolor: { primary: "#772200" }\n', brand);
    expect((await readDesign(data, 'draft')).colours.area).toBe('#772200');
  });

  it('Fonts of a brand.yml file are used if the design uses their family and the font files are in the folder', async () => {
    const brand = `typography:
  fonts:
    - family: Example Sans
      source: file
      files:
        - { path: fonts/Light.ttf, weight: 300 }
        - { path: fonts/Medium.ttf, weight: medium }
        - fonts/Regular.ttf
        - { path: fonts/Black.ttf, weight: 900 }
        - { path: fonts/SemiBold.ttf, weight: semi-bold }
        - { path: fonts/Italic.ttf, style: italic }
    - { family: Example Mono, source: google, weight: [400, 700] }
  base: { family: "'Example Sans', Arial, sans-serif", size: 1rem, line-height: 1.6 }
  headings: { family: Example Sans, weight: 700, color: "#772200" }
  monospace: Example Mono
`;
    expect(await read('extends: _brand.yml\n', brand)).toEqual([
      '_brand.yml:2:3 · typography.fonts: fonts not imported: fonts/Light.ttf, fonts/Medium.ttf, fonts/Black.ttf, Example Mono',
      '_brand.yml: ignored keys: typography.monospace, typography.base.size, typography.base.line-height, typography.headings.weight',
    ]);
    const { faces, fonts } = await readDesign(data, 'draft');
    const family = {
      family: 'Example Sans',
      regular: 'fonts/Regular.ttf',
      bold: 'fonts/SemiBold.ttf',
      italic: 'fonts/Italic.ttf',
    };
    expect(Object.values(faces)).toContainEqual(family);
    expect(fonts).toEqual([family]);
  });

  it.each([
    [
      '{ family: Lato, source: google }',
      'the family "Lato" is from Google Fonts, and fonts are not downloaded\n  hint: download its files (.ttf or .otf), put them into the folder fonts/ of the dataset, and add `fonts: [{ family: Lato, files: [fonts/NAME.ttf] }]` under typography in the design file',
    ],
    ['{ family: Lato, source: bunny }', 'the family "Lato" is from Bunny Fonts'],
    [
      '{ family: Lato, source: system }',
      'the files of the family "Lato" are not in the folder of the dataset',
    ],
    [
      '{ family: Lato, files: [{ path: "https://example.org/Lato.ttf" }] }',
      'the file "https://example.org/Lato.ttf" of the family "Lato" is not in the folder fonts/ of the dataset',
    ],
    [
      '{ family: Lato, files: [../Lato.ttf] }',
      'the file "../Lato.ttf" of the family "Lato" is not in the folder',
    ],
    ['{ family: Lato, source: file }', 'the family "Lato" has no files'],
    [
      '{ family: Lato, files: [{ path: fonts/B.ttf, weight: 700 }] }',
      'the family "Lato" has no file for the regular style',
    ],
  ])('A font of a brand.yml file without font files is rejected with a hint: %s', async (font, line) => {
    const brand = `typography:\n  fonts: [${font}]\n  base: Lato\n`;
    const [first = ''] = await read('extends: _brand.yml\n', brand);
    expect(first).toContain(`_brand.yml:3:3 · typography.base: ${line}`);
    const own = 'extends: _brand.yml\ntypography: { fonts: [{ family: Lato, files: [fonts/A.ttf] }] }\n';
    expect(await read(own, brand)).toEqual([]);
  });

  it('Several font files for the same font face are rejected', async () => {
    expect(
      await read(
        'typography:\n  fonts:\n    - { family: One, files: [fonts/A.ttf, { path: fonts/B.ttf, weight: 500 }] }\n',
      ),
    ).toEqual([
      'design.yaml:3:22 · typography.fonts.0.files: the family "One" has several files for the same weight and style\n  hint: remove fonts/B.ttf, or set the weight and style of each file',
    ]);
  });

  it('An error in brand.yml is reported with its position in that file', async () => {
    expect(await read('extends: _brand.yml\n', 'typography:\n  headings:\n    family: Lato\n')).toEqual([
      '_brand.yml:2:3 · typography.headings: the family "Lato" is not included in the program, and fonts are not downloaded\n  hint: set `headings: PT Sans` or `headings: PT Serif` under typography in the design file, or list the files of the family under typography.fonts',
    ]);
    expect((await read('extends: _brand.yml\n', 'color: { primary: 3 }\n'))[0]).toMatch(
      /^_brand\.yml:1:10 · color\.primary: expected a colour/,
    );
  });
});

it('Freezing writes every value of the design into the edition, which then depends neither on the design file nor on the defaults', async () => {
  const data = path.join(folderWithData(FIT), 'data');
  await mkdir(data, { recursive: true });
  await writeFile(path.join(data, 'design.yaml'), 'paper: A5\norientation: portrait\ncover: band\n');
  await freezeDraft(data, '1');
  const { design } = completed({ paper: 'A5', orientation: 'portrait', cover: 'band' });
  expect(await readDesign(data, '1')).toEqual(design);
  expect(await readFile(path.join(data, 'editions', '1', 'design.yaml'), 'utf8')).toContain('styles:');
});
