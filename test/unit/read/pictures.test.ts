import { mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { deflateSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { UserError } from '../../../src/errors.ts';
import { DISK } from '../../../src/read/file.ts';
import { pathProblem, pathProblems, rasterOf, readPictures } from '../../../src/read/picture/read.ts';
import { scratchFolder } from '../../support/dataset-folder.ts';
import { chunk, jpeg, png } from '../../support/pictures.ts';

const fixture = (name: string): Buffer => readFileSync(path.join('test/fixtures/pictures', name));
const SMALL = { width: 9, height: 7, pixel: (x: number, y: number) => [x * 20, y * 30, 128] };

/** The reason why bytes are rejected, and the hint; undefined if they are accepted. */
function refusal(bytes: Buffer): string | undefined {
  try {
    rasterOf(bytes, 'pictures/it');
    return undefined;
  } catch (error) {
    if (error instanceof UserError) return error.problems[0]?.message;
    throw error;
  }
}

const CUT = 'the picture is incomplete or damaged';

describe('PNG', () => {
  it.each([
    { type: 0, bits: 1, channels: 1 },
    { type: 0, bits: 16, channels: 1 },
    { type: 2, bits: 8, channels: 3 },
    { type: 2, bits: 16, channels: 3 },
    { type: 4, bits: 8, channels: 2 },
    { type: 6, bits: 8, channels: 4 },
    { type: 6, bits: 16, channels: 4 },
  ])('A PNG of type $type with $bits bits is read', ({ type, bits, channels }) => {
    for (const interlaced of [false, true]) {
      const bytes = png({
        ...SMALL,
        type,
        bits,
        interlaced,
        pixel: (x, y) => Array.from({ length: channels }, (_, index) => (x + y + index) % 2 ** bits),
      });
      expect(rasterOf(bytes, 'a.png')).toMatchObject({
        format: 'png',
        width: 9,
        height: 7,
        bits,
        channels,
        interlaced,
      });
    }
  });

  it('A PNG with a colour palette is read', () => {
    const bytes = png({
      ...SMALL,
      type: 3,
      bits: 4,
      palette: [255, 0, 0, 0, 255, 0],
      transparency: [0],
      pixel: (x) => [x % 2],
    });
    expect(rasterOf(bytes, 'a.png')).toMatchObject({
      channels: 1,
      palette: Buffer.from([255, 0, 0, 0, 255, 0]),
      transparency: Buffer.from([0]),
    });
  });

  it('Metadata is removed from a PNG', () => {
    const bytes = png({ ...SMALL, more: [chunk('tEXt', Buffer.from('Author\0Somebody'))] });
    expect(bytes.includes('Somebody')).toBe(true);
    expect(Buffer.concat(rasterOf(bytes, 'a.png').chunks)).toEqual(png(SMALL));
  });

  it('A PNG is rejected if it is truncated or any of its bytes is changed', () => {
    const whole = png(SMALL);
    for (let length = 8; length < whole.length; length++)
      expect(refusal(whole.subarray(0, length))).toBe(CUT);
    fc.assert(
      fc.property(
        fc.integer({ min: 8, max: whole.length - 1 }),
        fc.integer({ min: 1, max: 255 }),
        (at, by) => {
          const other = Buffer.from(whole);
          other[at] = (other[at] ?? 0) ^ by;
          expect(refusal(other)).toBe(CUT);
        },
      ),
    );
  });

  const lying = (width: number, height: number, data: Uint8Array): Buffer => {
    const header = Buffer.alloc(13);
    header.writeUInt32BE(width, 0);
    header.writeUInt32BE(height, 4);
    header.set([8, 6, 0, 0, 0], 8);
    return Buffer.concat([
      png(SMALL).subarray(0, 8),
      chunk('IHDR', header),
      chunk('IDAT', data),
      chunk('IEND', Buffer.alloc(0)),
    ]);
  };

  it('A PNG is rejected if it has more or fewer rows than its header states', () => {
    expect(refusal(lying(2, 2, deflateSync(Buffer.alloc(18))))).toBeUndefined();
    expect(refusal(lying(2, 2, deflateSync(Buffer.alloc(17))))).toBe(CUT);
    expect(refusal(lying(2, 2, deflateSync(Buffer.alloc(19))))).toBe(CUT);
    expect(refusal(lying(2, 2, deflateSync(Buffer.alloc(18, 9))))).toBe(CUT);
    expect(refusal(lying(1, 1, deflateSync(Buffer.alloc(50_000_000))))).toBe(CUT);
    expect(refusal(lying(4000, 4000, deflateSync(Buffer.alloc(10))))).toBe(CUT);
    expect(refusal(lying(0, 5, deflateSync(Buffer.alloc(10))))).toBe(CUT);
  });

  it('A PNG with too many chunks is rejected', () => {
    const more = Array.from({ length: 20_000 }, () => chunk('tEXt', Buffer.alloc(0)));
    expect(refusal(png({ ...SMALL, more: more.slice(100) }))).toBeUndefined();
    expect(refusal(png({ ...SMALL, more }))).toBe(CUT);
  });

  it('A PNG with too many pixels is rejected', () => {
    expect(refusal(lying(4_000_000_000, 4_000_000_000, Buffer.alloc(0)))).toBe(
      'the picture has 4,000,000,000 × 4,000,000,000 pixels; at most 50,000,000 are printed',
    );
    expect(refusal(lying(6000, 6000, Buffer.alloc(0)))).toBe('the picture takes up 138 MB when decompressed');
  });
});

describe('JPEG', () => {
  it.each([
    ['progressive.jpg', { components: 3, width: 48, height: 32, orientation: 1 }],
    ['grey.jpg', { components: 1, width: 48, height: 32, orientation: 1 }],
    ['turned.jpg', { components: 3, width: 32, height: 48, orientation: 6 }],
  ])('The picture %s is read', (name, expected) => {
    expect(rasterOf(fixture(name), name)).toMatchObject({ format: 'jpeg', ...expected });
  });

  it('Metadata is removed from a JPEG', () => {
    const bytes = fixture('turned.jpg');
    expect(bytes.includes('Where I live')).toBe(true);
    expect(Buffer.concat(rasterOf(bytes, 'a').chunks).includes('Where I live')).toBe(false);
  });

  it('A JPEG without metadata is returned unchanged and as a single byte range', () => {
    const seen = Buffer.concat(rasterOf(fixture('turned.jpg'), 'a').chunks);
    expect(rasterOf(seen, 'a').chunks).toEqual([seen]);
    const filled = Buffer.concat([seen.subarray(0, 2), Buffer.from([0xff, 0xff]), seen.subarray(2)]);
    expect(Buffer.concat(rasterOf(filled, 'a').chunks)).toEqual(seen);
  });

  it('A JPEG with four colour components is rejected', () => {
    expect(refusal(fixture('cmyk.jpg'))).toBe(
      'the picture uses CMYK colours, which are intended for printing presses',
    );
  });

  it.each(['progressive.jpg', 'turned.jpg', 'grey.jpg'])(
    '%s is rejected if it is truncated at any position',
    (name) => {
      const whole = fixture(name);
      for (let length = 2; length < whole.length; length++)
        expect(refusal(whole.subarray(0, length))).toBe(CUT);
    },
  );

  it('A JPEG is rejected if its header states more pixels than its scan contains', () => {
    const bytes = jpeg(64, 64, () => [10, 20, 30]);
    const frame = bytes.indexOf(Buffer.from([0xff, 0xc0])) + 5;
    expect(refusal(bytes)).toBeUndefined();
    bytes.writeUInt16BE(5000, frame);
    bytes.writeUInt16BE(5000, frame + 2);
    expect(refusal(bytes)).toBe(CUT);
    bytes.writeUInt16BE(65535, frame);
    bytes.writeUInt16BE(65535, frame + 2);
    expect(refusal(bytes)).toBe('the picture has 65,535 × 65,535 pixels; at most 50,000,000 are printed');
  });

  it('A JPEG with too many segments is rejected', () => {
    const [start, rest] = [fixture('grey.jpg').subarray(0, 2), fixture('grey.jpg').subarray(2)];
    const empty = (number: number): Buffer => Buffer.alloc(4 * number, Buffer.from([0xff, 0xe1, 0, 2]));
    expect(refusal(Buffer.concat([start, empty(19_000), rest]))).toBeUndefined();
    expect(refusal(Buffer.concat([start, empty(20_000), rest]))).toBe(CUT);
  });

  it('Whatever bytes follow the start of a JPEG, it is either read or rejected', () => {
    const whole = fixture('turned.jpg');
    fc.assert(
      fc.property(
        fc.integer({ min: 2, max: whole.length - 1 }),
        fc.uint8Array({ minLength: 1, maxLength: 6 }),
        (at, bytes) => {
          const other = Buffer.from(whole);
          other.set(bytes.subarray(0, whole.length - at), at);
          refusal(other);
        },
      ),
    );
  });
});

describe('Files that cannot be printed as pictures', () => {
  it.each([
    [Buffer.alloc(0), 'the file is empty'],
    [Buffer.from('hello'), 'the file is not a picture'],
    [Buffer.from('GIF89a'), 'the file is a picture in the format GIF'],
    [Buffer.from('RIFF\0\0\0\0WEBPVP8 '), 'the file is a picture in the format WebP'],
    [Buffer.from('\0\0\0\x18ftypheic'), 'the file is a picture in the format HEIC or AVIF'],
    [Buffer.from([0x1f, 0x8b, 8]), 'the file is a picture in the format SVGZ (compressed SVG)'],
    [Buffer.from('%PDF-1.4'), 'the file is a picture in the format PDF'],
  ])('The file %s is rejected: %s', (bytes, expected) => {
    expect(refusal(bytes)).toBe(expected);
  });

  it('Each file that is not a picture is reported with its name', async () => {
    const folder = scratchFolder();
    writeFileSync(path.join(folder, 'a.png'), png(SMALL).subarray(0, 40));
    writeFileSync(path.join(folder, 'b.png'), 'x');
    const error = await readPictures(folder, ['a.png', 'b.png', 'a.png']).catch((thrown: unknown) => thrown);
    expect((error as UserError).problems.map(({ at, message }) => [at?.file, message])).toEqual([
      [path.join(folder, 'a.png'), CUT],
      [path.join(folder, 'b.png'), 'the file is not a picture'],
    ]);
  });
});

it('Pictures that together exceed the size limit are rejected before all of them are read', async () => {
  const folder = scratchFolder();
  writeFileSync(path.join(folder, 'a.png'), png(SMALL));
  const size = png(SMALL).length;
  expect((await readPictures(folder, ['a.png'], DISK, size)).size).toBe(1);
  await expect(readPictures(folder, ['a.png'], DISK, size - 1)).rejects.toThrow(
    'the pictures take up more than 0 MB in total',
  );
});

describe('Path of a picture', () => {
  const folder = (): string => {
    const outer = scratchFolder();
    mkdirSync(path.join(outer, 'data', 'pictures'), { recursive: true });
    writeFileSync(path.join(outer, 'secret.png'), png(SMALL));
    writeFileSync(path.join(outer, 'data', 'pictures', 'own.png'), png(SMALL));
    symlinkSync('../../secret.png', path.join(outer, 'data', 'pictures', 'out.png'));
    symlinkSync('own.png', path.join(outer, 'data', 'pictures', 'in.png'));
    symlinkSync('gone.png', path.join(outer, 'data', 'pictures', 'broken.png'));
    symlinkSync('../..', path.join(outer, 'data', 'pictures', 'up'));
    return path.join(outer, 'data');
  };

  it.each([
    ['pictures/own.png', undefined],
    ['pictures/in.png', undefined],
    ['pictures/out.png', 'pictures/out.png is a link that points outside the dataset'],
    ['pictures/up/secret.png', 'pictures/up/secret.png is a link that points outside the dataset'],
    ['pictures/broken.png', 'there is no file pictures/broken.png'],
    ['pictures/none.png', 'there is no file pictures/none.png'],
    [
      '../secret.png',
      'the path of a picture must be relative to the dataset folder and lead to a file in it',
    ],
    [
      'pictures/../../secret.png',
      'the path of a picture must be relative to the dataset folder and lead to a file in it',
    ],
    [
      'pictures//own.png',
      'the path of a picture must be relative to the dataset folder and lead to a file in it',
    ],
    ['/etc/passwd', 'the path of a picture must be relative to the dataset folder and lead to a file in it'],
    ['https://example.org/logo.png', 'pictures are not downloaded'],
    ['file:///etc/passwd', 'pictures are not downloaded'],
    ['data:image/png;base64,AAAA', 'pictures are not downloaded'],
  ])('The picture path %s is accepted, or rejected with the reason', async (file, expected) => {
    expect((await pathProblem(folder(), file))?.message).toBe(expected);
  });

  it('The position of a picture path is determined only if the path is invalid', async () => {
    const asked: number[] = [];
    const named = ['pictures/own.png', 'pictures/none.png', 'pictures/in.png', 'pictures/none.png'];
    const problems = await pathProblems(
      { dir: folder(), files: DISK },
      named.map((file, line) => ({
        file,
        at: () => {
          asked.push(line);
          return { line };
        },
      })),
    );
    expect(problems.map(({ at }) => at)).toEqual([{ line: 1 }, { line: 3 }]);
    expect(asked.toSorted()).toEqual([1, 3]);
  });
});
