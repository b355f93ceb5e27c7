import { describe, expect, it } from 'vitest';
import { decimal } from '../../../src/model/drawing.ts';
import { pictureOf } from '../../../src/read/picture/read.ts';
import { type Form, formOf } from '../../../src/render/pdf/engine/drawing.ts';

/** The forms of a drawing with sides of a thousand units; forms come before the forms that use them. */
async function formsOf(inner: string): Promise<Form[]> {
  const file = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1000 1000">${inner}</svg>`;
  const picture = await pictureOf(Buffer.from(file), 'a.svg');
  if (picture.format !== 'svg') throw new Error('no drawing');
  const forms: Form[] = [];
  const whole = formOf(picture.drawing, (form) => forms.push(form));
  return [...forms, whole];
}

const BOX = '[0 0 1000 1000]';
const WHOLE = `/BBox${BOX}/Matrix[0.001 0 0 -0.001 0 1]/Resources`;
const SQUARE = '0 0 m 9 0 l 9 9 l 0 9 l h';
const AS_IT_IS = '1 0 0 1 0 0 cm';

describe('Drawing converted to a form XObject', () => {
  it('The shapes of a drawing are written with their fills and strokes', async () => {
    expect(
      await formsOf(
        '<rect width="9" height="9" fill="#f00" fill-rule="evenodd"/><rect width="9" height="9" stroke="#00f" stroke-linecap="round" stroke-dasharray="2 1" stroke-dashoffset="-1"/><path d="M1 2C3 4 5 6 7 8" fill="none" stroke="#00f" stroke-linejoin="round"/>',
      ),
    ).toEqual([
      {
        entries: `${WHOLE}<<>>`,
        operators: [
          `q ${AS_IT_IS} 1 0 0 rg ${SQUARE} f* Q`,
          `q ${AS_IT_IS} 0 0 0 rg 0 0 1 RG 1 w 1 J 4 M [2 1] 2 d ${SQUARE} B Q`,
          `q ${AS_IT_IS} 0 0 1 RG 1 w 1 j 1 2 m 3 4 5 6 7 8 c S Q`,
        ].join('\n'),
      },
    ]);
  });

  it('The fill of a shape is visible through a translucent stroke', async () => {
    const [form] = await formsOf('<rect width="9" height="9" stroke="#00f" stroke-opacity=".5"/>');
    expect(form).toEqual({
      entries: `${WHOLE}<</ExtGState<</E1 <</CA 0.5>>>>>>`,
      operators: `q ${AS_IT_IS} 0 0 0 rg ${SQUARE} f Q\nq /E1 gs ${AS_IT_IS} 0 0 1 RG 1 w 4 M ${SQUARE} S Q`,
    });
  });

  it('A single clip outline becomes a clipping path; several outlines become one mask, which is their union', async () => {
    const clips =
      '<clipPath id="a"><rect width="9" height="9"/></clipPath><clipPath id="b"><rect width="9" height="9"/><rect width="9" height="9" clip-rule="evenodd"/></clipPath>';
    const [one] = await formsOf(`${clips}<rect width="9" height="9" clip-path="url(#a)"/>`);
    expect(one?.operators).toBe(`q\n${SQUARE} W n\nq ${AS_IT_IS} 0 0 0 rg ${SQUARE} f Q\nQ`);
    expect(await formsOf(`${clips}<rect width="9" height="9" clip-path="url(#b)"/>`)).toEqual([
      {
        entries: `/BBox${BOX}/Group<</S/Transparency/CS/DeviceRGB/I true>>/Resources<<>>`,
        operators: `q ${AS_IT_IS} 0 0 0 rg ${SQUARE} f Q`,
      },
      {
        entries: `/BBox${BOX}/Group<</S/Transparency/CS/DeviceGray/I true>>/Resources<<>>`,
        operators: `1 g\n${SQUARE} f\n${SQUARE} f*`,
      },
      {
        entries: `${WHOLE}<</ExtGState<</E1 <</SMask<</S/Luminosity/G 2 0 R>>>>>>/XObject<</X1 1 0 R>>>>`,
        operators: 'q\n/E1 gs /X1 Do\nQ',
      },
    ]);
  });

  it('Gradients become patterns with stops at their edges, and with a mask for their opacity', async () => {
    const [mask, form] = await formsOf(
      '<linearGradient id="g" x2="0" y2="1"><stop offset=".2" stop-color="#f00"/><stop offset=".5" stop-color="#fff"/><stop offset=".5" stop-color="#00f" stop-opacity=".5"/></linearGradient><rect x="10" width="9" height="9" fill="url(#g)"/>',
    );
    const steps = (...values: readonly string[]): string =>
      `<</FunctionType 3/Domain[0 1]/Functions[${[0, 2, 4].map((at) => `<</FunctionType 2/Domain[0 1]/C0[${values[at]}]/C1[${values[at + 1]}]/N 1>>`).join('')}]/Bounds[0.2 0.5]/Encode[0 1 0 1 0 1]>>`;
    expect(mask).toEqual({
      entries: `/BBox${BOX}/Group<</S/Transparency/CS/DeviceGray/I true>>/Resources<</Shading<</S1 <</ShadingType 2/ColorSpace/DeviceGray/Coords[0 0 0 1]/Extend[true true]/Function ${steps('1', '1', '1', '1', '0.5', '0.5')}>>>>>>`,
      operators: '9 0 0 9 10 0 cm /S1 sh',
    });
    expect(form?.entries).toContain(
      `/Pattern<</P1 <</PatternType 2/Matrix[9 0 0 9 10 0]/Shading <</ShadingType 2/ColorSpace/DeviceRGB/Coords[0 0 0 1]/Extend[true true]/Function ${steps('1 0 0', '1 0 0', '1 0 0', '1 1 1', '0 0 1', '0 0 1')}>>>>>>`,
    );
    expect(form?.operators).toBe(
      `q /E1 gs ${AS_IT_IS} /Pattern cs /P1 scn 10 0 m 19 0 l 19 9 l 10 9 l h f Q`,
    );
  });
});

describe('Numbers in a content stream', () => {
  it.each([
    [0, '0'],
    [-0, '0'],
    [12, '12'],
    [-1.5, '-1.5'],
    [1 / 3, '0.33333333'],
    [123456.789, '123456.79'],
    [1e-7, '0.0000001'],
    [-1e-20, '0'],
    [1e9, '1000000000'],
    [123456789.123, '123456789'],
  ])('The number %d is written as %s', (value, expected) => {
    expect(decimal(value)).toBe(expected);
  });
});
