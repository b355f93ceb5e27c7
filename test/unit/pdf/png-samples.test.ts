import { inflateSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { rasterOf } from '../../../src/read/picture/read.ts';
import { type ImageStream, imageOf } from '../../../src/render/pdf/engine/image.ts';
import { samplesOf } from '../../../src/render/pdf/engine/png-samples.ts';
import { type Drawn, png } from '../../support/pictures.ts';

const [WIDTH, HEIGHT] = [11, 9];

const picture = (drawn: Omit<Drawn, 'width' | 'height'>): ReturnType<typeof rasterOf> =>
  rasterOf(png({ width: WIDTH, height: HEIGHT, ...drawn }), 'a.png');

/** The sample values of the pixels of a drawing. */
function samples(
  { pixel }: Pick<Drawn, 'pixel'>,
  channels: (samples: readonly number[]) => readonly number[],
): number[] {
  const all: number[] = [];
  for (let y = 0; y < HEIGHT; y++) for (let x = 0; x < WIDTH; x++) all.push(...channels(pixel(x, y)));
  return all;
}

const KINDS = [
  { type: 0, bits: 1, channels: 1 },
  { type: 0, bits: 2, channels: 1 },
  { type: 0, bits: 4, channels: 1 },
  { type: 0, bits: 8, channels: 1 },
  { type: 0, bits: 16, channels: 1 },
  { type: 2, bits: 8, channels: 3 },
  { type: 2, bits: 16, channels: 3 },
  { type: 4, bits: 8, channels: 2 },
  { type: 4, bits: 16, channels: 2 },
  { type: 6, bits: 8, channels: 4 },
  { type: 6, bits: 16, channels: 4 },
];

describe.each(KINDS)('Pixel values of a PNG of type $type with $bits bits', ({ type, bits, channels }) => {
  const pixel = (x: number, y: number): number[] =>
    Array.from({ length: channels }, (_, index) => (x * 977 + y * 3119 + index * 501) % 2 ** bits);

  it.each([false, true])(
    'The pixel values of the PNG match those of the drawing (interlaced: %s)',
    (interlaced) => {
      const read = picture({ type, bits, interlaced, pixel });
      if (read.format !== 'png') throw new Error('no PNG');
      const { samples: found, bytes } = samplesOf(read);
      const scale = bits < 8 ? 255 / (2 ** bits - 1) : 1;
      const values = Array.from({ length: found.length / bytes }, (_, index) =>
        bytes === 2 ? found.readUInt16BE(2 * index) : (found[index] ?? 0),
      );
      expect(values).toEqual(samples({ pixel }, (all) => all.map((value) => value * scale)));
    },
  );
});

describe('PNG image in a PDF', () => {
  const inside = async ({ body }: ImageStream): Promise<number[]> => [
    ...inflateSync(Buffer.concat([await body].flat())),
  ];

  it('The colours and the transparency of a PNG image become separate images in a PDF', async () => {
    const pixel = (x: number, y: number): number[] => [x, y, 7, (x * 9 + y) % 256];
    const { mask, ...image } = imageOf(picture({ type: 6, pixel }));
    expect(image.entries).toBe(
      '/Width 11/Height 9/BitsPerComponent 8/ColorSpace/DeviceRGB/Filter/FlateDecode',
    );
    expect(await inside(image)).toEqual(samples({ pixel }, (all) => all.slice(0, 3)));
    expect(mask?.entries).toBe(
      '/Width 11/Height 9/BitsPerComponent 8/ColorSpace/DeviceGray/Filter/FlateDecode',
    );
    expect(mask && (await inside(mask))).toEqual(samples({ pixel }, (all) => all.slice(3)));
  });

  it('An opaque image has no transparency mask', () => {
    expect(imageOf(picture({ type: 6, pixel: (x) => [x, x, x, 255] })).mask).toBeUndefined();
    expect(imageOf(picture({ type: 4, bits: 16, pixel: (x) => [x, 65535] })).mask).toBeUndefined();
  });

  it('Transparency in a palette is written as a mask, and the image data is copied', async () => {
    const read = picture({
      type: 3,
      bits: 2,
      palette: [255, 0, 0, 0, 255, 0, 0, 0, 255],
      transparency: [0, 128],
      pixel: (x) => [x % 3],
    });
    const { mask, ...image } = imageOf(read);
    expect(image.entries).toBe(
      '/Width 11/Height 9/BitsPerComponent 2/ColorSpace[/Indexed/DeviceRGB 2<ff000000ff000000ff>]/Filter/FlateDecode/DecodeParms<</Predictor 15/Colors 1/BitsPerComponent 2/Columns 11>>',
    );
    expect(Buffer.concat([await image.body].flat())).toEqual(read.format === 'png' && read.data);
    expect(mask && (await inside(mask))).toEqual(
      samples({ pixel: (x) => [[0, 128, 255][x % 3] ?? 0] }, (all) => all),
    );
  });

  it('A colour that is completely transparent is written as a colour key mask', () => {
    const pixel = (x: number): number[] => [x, x, x];
    expect(imageOf(picture({ type: 2, transparency: [0, 1, 0, 2, 0, 3], pixel })).entries).toContain(
      '/Mask[1 1 2 2 3 3]',
    );
    expect(
      imageOf(picture({ type: 0, bits: 4, interlaced: true, transparency: [0, 5], pixel: (x) => [x] }))
        .entries,
    ).toContain('/BitsPerComponent 8/ColorSpace/DeviceGray/Mask[85 85]');
  });
});
