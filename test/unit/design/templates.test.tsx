import { Paragraph } from 'docx';
import { strFromU8, unzipSync } from 'fflate';
import { Fragment, type ReactElement } from 'react';
import { describe, expect, it } from 'vitest';
import { DEFAULT_DESIGN } from '../../../src/design/default.ts';
import { buildDocument } from '../../../src/document/build.ts';
import { readProgramme } from '../../../src/read/dataset.ts';
import { renderDocx } from '../../../src/render/docx/render.ts';
import { renderPdf } from '../../../src/render/pdf/render.ts';
import type { WordCell, WordRowProps } from '../../../templates/docx/table.ts';
import { DOCX_TEMPLATES } from '../../../templates/docx/templates.ts';
import { Fill, Rule, Text } from '../../../templates/pdf/marks.tsx';
import type { RowProps } from '../../../templates/pdf/table.tsx';
import { PDF_TEMPLATES } from '../../../templates/pdf/templates.ts';
import { checkStructure } from '../../support/pdf-check.ts';
import { elementsOf, readPdf, showsOf, textOf } from '../../support/pdf-reader.ts';
import { fontsOf } from '../../support/rendered.ts';

const document = buildDocument(await readProgramme('data', '1'), 'en');
const fonts = await fontsOf(DEFAULT_DESIGN);

/** The number in a coloured circle, a rule above, and no rule below. */
function CircledRow({ design, cells, width }: RowProps): ReactElement {
  const { padding } = design.table;
  return (
    <>
      <Rule x={0} y={0} width={width} weight={1} colour="#00ff00" />
      <Fill x={2} y={1} width={18} height={18} radius={9} colour="#ffff00" />
      {cells.map((cell) => cell.text && <Text of={cell.text} x={cell.left + padding.side} y={padding.top} />)}
    </>
  );
}

function circledRow<P>({ cells }: WordRowProps<P>): readonly WordCell<P>[] {
  return cells.map((cell, index) => ({
    ...cell,
    borders: { top: { height: 1, colour: '#00ff00' } },
    ...(index === 0 ? { fill: '#ffff00' } : {}),
  }));
}

async function pdf(templates = PDF_TEMPLATES): Promise<Uint8Array> {
  return (await renderPdf(document, DEFAULT_DESIGN, fonts.pdf, new Map(), templates)).bytes;
}

async function wordParts(templates = DOCX_TEMPLATES): Promise<ReturnType<typeof unzipSync>> {
  const { bytes } = await renderDocx(document, DEFAULT_DESIGN, fonts.word, new Map(), templates);
  return unzipSync(bytes);
}

async function word(templates = DOCX_TEMPLATES): Promise<string> {
  return strFromU8((await wordParts(templates))['word/document.xml'] ?? new Uint8Array());
}

describe('Custom row template', () => {
  it('A custom row template changes the look of the PDF, but not its words and tags', async () => {
    const [before, after] = await Promise.all([pdf(), pdf({ ...PDF_TEMPLATES, Row: CircledRow })]);
    expect(checkStructure(after)).toEqual([]);
    const [old, now] = [before, after].map((bytes) => readPdf(bytes).root);
    expect(elementsOf(now, 'TR').map(textOf)).toEqual(elementsOf(old, 'TR').map(textOf));
    const rows = elementsOf(now, 'TBody').flatMap((body) => elementsOf(body, 'TR'));
    expect(rows).toHaveLength(77);
    for (const row of rows) {
      const [number] = elementsOf(row, 'TD');
      const [show] = number === undefined ? [] : showsOf(number);
      expect(show?.background, textOf(row)).toEqual([1, 1, 0]);
    }
    for (const heading of elementsOf(now, 'THead'))
      for (const { background } of showsOf(heading)) expect(background).toEqual([1, 1, 1]);
  });

  it('A custom row template changes the look of the Word file, but not its words', async () => {
    const [before, after] = await Promise.all([word(), word({ ...DOCX_TEMPLATES, row: circledRow })]);
    const words = (xml: string): string => xml.replace(/<[^>]*>/g, '');
    expect(words(after)).toBe(words(before));
    const rules = '<w:tcBorders><w:top w:val="single" w:sz="8" w:space="0" w:color="00ff00"/></w:tcBorders>';
    const ground = '<w:shd w:val="clear" w:color="auto" w:fill="ffff00"/>';
    const cells = document.sections.flatMap(({ blocks }) =>
      blocks.flatMap((block) =>
        block.kind === 'table' ? block.table.rows.map((row) => row.cells.length) : [],
      ),
    );
    expect(after.split(rules)).toHaveLength(1 + cells.reduce((sum, count) => sum + count));
    expect(after.split(rules + ground)).toHaveLength(1 + cells.length);
    expect(before).not.toContain('00ff00');
  });
});

it('A custom folio template changes the footers of all Word pages', async () => {
  const folio = (): Paragraph => new Paragraph({ style: 'Footer', text: 'own folio' });
  const parts = await wordParts({ ...DOCX_TEMPLATES, folio });
  const feet = Object.entries(parts).filter(([name]) => /^word\/footer\d+\.xml$/.test(name));
  expect(feet.length).toBeGreaterThan(0);
  for (const [, bytes] of feet) {
    expect(strFromU8(bytes)).toContain('own folio');
    expect(strFromU8(bytes)).not.toContain('NUMPAGES');
  }
});

it('The background of a picture extends beyond the picture by the same distance on each side', () => {
  const picture = { width: 60, height: 40, paint: () => undefined };
  const plate = { colour: '#ffffff', edge: 4 };
  const { children } = PDF_TEMPLATES.Figure({ design: DEFAULT_DESIGN, picture, change: undefined, plate })
    .props as { children: readonly { props: object }[] };
  expect(children.map(({ props }) => props)).toEqual([
    { x: 0, y: 0, width: 68, height: 48, colour: '#ffffff' },
    { of: picture, x: 4, y: 4 },
  ]);
});

describe('Rules for templates', () => {
  const withRow = (Row: (props: RowProps) => ReactElement): Promise<Uint8Array> =>
    pdf({ ...PDF_TEMPLATES, Row });

  it('A template that omits a text is rejected', async () => {
    await expect(withRow(() => <Fragment />)).rejects.toThrow('a template leaves out 7 of its texts');
  });

  it('A template that prints a text twice is rejected', async () => {
    const twice = ({ cells }: RowProps) => (
      <>{[...cells, ...cells].map((cell) => cell.text && <Text of={cell.text} x={0} y={0} />)}</>
    );
    await expect(withRow(twice)).rejects.toThrow('a template puts a text in two places');
  });

  it('A template that prints additional text is rejected because that text would have no tag', async () => {
    await expect(withRow(() => <>new</>)).rejects.toThrow('a template has the text "new" outside a Text');
  });

  it('A template that contains an unsupported element is rejected', async () => {
    await expect(withRow(() => <b />)).rejects.toThrow('a template has an element b');
  });
});
