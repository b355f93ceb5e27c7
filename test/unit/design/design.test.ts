import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { load } from 'js-yaml';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DEFAULT_DESIGN } from '../../../src/design/default.ts';
import { columnWidths, measure } from '../../../src/design/measures.ts';
import { DesignSchema } from '../../../src/design/schema.ts';
import { buildDocument } from '../../../src/document/build.ts';
import { UserError } from '../../../src/errors.ts';
import { readProgramme } from '../../../src/read/dataset.ts';
import { designText, readDesign } from '../../../src/read/design.ts';
import { readFonts } from '../../../src/read/fonts.ts';
import { WordFonts } from '../../../src/render/docx/fonts.ts';
import { renderDocx } from '../../../src/render/docx/render.ts';
import { PdfFonts } from '../../../src/render/pdf/fonts.ts';
import { renderPdf } from '../../../src/render/pdf/render.ts';
import { folderWithData } from '../../support/dataset-folder.ts';
import { A4_PORTRAIT, LETTER_PORTRAIT } from '../../support/designs.ts';
import { FIT, freezeDraft } from '../../support/frozen.ts';

const DESIGN_OF_1 = await readDesign('data', '1');
const DESIGNS = Object.entries({ DEFAULT_DESIGN, DESIGN_OF_1, A4_PORTRAIT, LETTER_PORTRAIT });

describe('Design', () => {
  it.each(DESIGNS)('The design %s is valid and is read back as it was written', (_, design) => {
    expect(DesignSchema.parse(design)).toEqual(design);
    expect(DesignSchema.parse(load(designText(design)))).toEqual(design);
  });

  it('The column widths of every table add up to the width of the text area', () => {
    const tables = [['event-number', 'title', 'body', 'date'], ['date', 'count'], ['unheard-of'], ['title']];
    for (const [, design] of DESIGNS)
      for (const kinds of tables)
        expect(columnWidths(design, kinds).reduce((sum, width) => sum + width)).toBeCloseTo(measure(design));
  });

  it('Two designs that are used alternately in one process do not affect each other', async () => {
    const document = buildDocument(await readProgramme('test/fixtures/small-dataset'), 'en');
    const files = await readFonts(DEFAULT_DESIGN);
    const shared = { pdf: new PdfFonts(files), word: new WordFonts(files) };
    const designs = [DEFAULT_DESIGN, LETTER_PORTRAIT, DEFAULT_DESIGN, LETTER_PORTRAIT];
    const inTurn: string[] = [];
    const alone: string[] = [];
    const text = (bytes: Uint8Array): string => Buffer.from(bytes).toString('latin1');
    for (const design of designs) {
      inTurn.push(text((await renderPdf(document, design, shared.pdf)).bytes));
      inTurn.push(text((await renderDocx(document, design, shared.word)).bytes));
      alone.push(text((await renderPdf(document, design, new PdfFonts(files))).bytes));
      alone.push(text((await renderDocx(document, design, new WordFonts(files))).bytes));
    }
    expect(inTurn).toEqual(alone);
    expect(new Set(inTurn).size).toBe(4);
  });
});

describe('Design of an edition', () => {
  let data: string;
  beforeAll(async () => {
    data = await mkdtemp(path.join(tmpdir(), 'design-'));
    await mkdir(path.join(data, 'editions', '1'), { recursive: true });
  });
  afterAll(() => rm(data, { recursive: true }));

  it('The draft uses the default design, and an edition without a design is rejected', async () => {
    expect(await readDesign(data, 'draft')).toBe(DEFAULT_DESIGN);
    await expect(readDesign(data, '1')).rejects.toThrow('design.yaml');
  });

  it('An edition uses its own design', async () => {
    await writeFile(path.join(data, 'editions', '1', 'design.yaml'), designText(A4_PORTRAIT));
    expect(await readDesign(data, '1')).toEqual(A4_PORTRAIT);
  });

  it.each([
    ['an unknown key', 'paper:', 'shadow: 1\npaper:'],
    ['an invalid colour', "ink: '#1d2329'", 'ink: red'],
    ['a negative length', 'left: 42', 'left: -42'],
    ['a missing value', /^paper:.*$/m, ''],
  ])(
    'A design with %s is rejected, and the error states the file and the position',
    async (_, old, changed) => {
      const text = designText(DEFAULT_DESIGN);
      const wrong = text.replace(old, changed);
      expect(wrong).not.toBe(text);
      const file = path.join(data, 'design.yaml');
      await writeFile(file, wrong);
      const error = await readDesign(data, 'draft').catch((thrown: unknown) => thrown);
      expect(error).toBeInstanceOf(UserError);
      expect((error as UserError).problems.map(({ at }) => at?.file)).toEqual([file]);
      await rm(file);
    },
  );
});

it('Freezing writes all values of the design of the draft into the edition', async () => {
  const data = path.join(folderWithData(FIT), 'data');
  await freezeDraft(data, '1');
  const frozen = await readFile(path.join(data, 'editions', '1', 'design.yaml'), 'utf8');
  expect(DesignSchema.parse(load(frozen))).toEqual(DEFAULT_DESIGN);
  expect(await readDesign(data, '1')).toEqual(DEFAULT_DESIGN);
});
