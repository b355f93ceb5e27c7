import { describe, expect, it } from 'vitest';
import type { ExifOrientation, JpegPicture, Picture } from '../../../src/model/picture.ts';
import { pagePictures } from '../../../src/render/html/pictures.ts';

const BYTES = Buffer.from([0xff, 0xd8, 0xff, 0xd9]);
const photo = (file: string, orientation: ExifOrientation = 1, bytes = BYTES): JpegPicture => ({
  file,
  format: 'jpeg',
  components: 3,
  orientation,
  width: orientation >= 5 ? 20 : 30,
  height: orientation >= 5 ? 30 : 20,
  chunks: [bytes],
});
const byFile = (...pictures: Picture[]) => new Map(pictures.map((picture) => [picture.file, picture]));

describe('Pictures on a web page', () => {
  it('Each picture is embedded only once, except for a cover picture that is also in a text, which is embedded twice', () => {
    const { onCover, inText, symbols } = pagePictures(
      byFile(photo('a.jpg'), photo('b.jpg'), photo('c.jpg')),
      ['a.jpg', 'c.jpg'],
      ['b.jpg', 'a.jpg', 'c.jpg', 'a.jpg', 'a.jpg'],
    );
    const src = `data:image/jpeg;base64,${BYTES.toString('base64')}`;
    const pixels = { width: 30, height: 20 };
    expect(onCover('a.jpg')).toEqual({ src, ...pixels });
    expect(inText('a.jpg')).toEqual({ symbol: '_picture-1', ...pixels });
    expect(inText('b.jpg')).toEqual({ src, ...pixels });
    expect(inText('c.jpg')).toEqual({ src, ...pixels });
    expect(symbols).toEqual([{ id: '_picture-1', ...pixels, image: { href: src, ...pixels } }]);
  });

  it('The size limit for the pictures of a page is 32 MB in total, no matter how often each picture is used', () => {
    const large = (megabytes: number) => photo('a.jpg', 1, Buffer.alloc(megabytes * 1024 * 1024));
    const often = Array.from({ length: 740 }, () => 'a.jpg');
    expect(pagePictures(byFile(large(16)), ['a.jpg'], often).symbols).toHaveLength(1);
    expect(() => pagePictures(byFile(large(17)), ['a.jpg'], often)).toThrow(
      'the pictures on the web page take up 34 MB; the maximum is 32',
    );
  });

  /**
   * The displayed positions of the upper left and upper right corners of the file's pixels (Exif 2.3, tag 274: row 0
   * and column 0).
   */
  it.each([
    [1, 'left top', 'right top'],
    [2, 'right top', 'left top'],
    [3, 'right bottom', 'left bottom'],
    [4, 'left bottom', 'right bottom'],
    [5, 'left top', 'left bottom'],
    [6, 'right top', 'right bottom'],
    [7, 'right bottom', 'right top'],
    [8, 'left bottom', 'left top'],
  ] as const)(
    'A picture with the EXIF orientation %i is displayed with the correct rotation and reflection',
    (orientation, first, second) => {
      const { symbols } = pagePictures(byFile(photo('a.jpg', orientation)), [], ['a.jpg', 'a.jpg']);
      const [symbol] = symbols;
      expect(symbol?.image).toMatchObject({ width: 30, height: 20 });
      const { width = 0, height = 0 } = symbol ?? {};
      const seen = (x: number, y: number): string => {
        const at = moved(symbol?.image.transform ?? '', x, y);
        expect([0, width]).toContain(at.x);
        expect([0, height]).toContain(at.y);
        return `${at.x === 0 ? 'left' : 'right'} ${at.y === 0 ? 'top' : 'bottom'}`;
      };
      expect([seen(0, 0), seen(30, 0)]).toEqual([first, second]);
    },
  );
});

/** A point after the functions of a `transform`; the last function is applied first (SVG 2, 8.5). */
function moved(transform: string, x: number, y: number): { x: number; y: number } {
  const steps = [...transform.matchAll(/(\w+)\(([^)]*)\)/g)].reverse();
  let at = { x, y };
  for (const [, name, values = ''] of steps) {
    const [a = 0, b = 0] = values.split(' ').map(Number);
    if (name === 'translate') at = { x: at.x + a, y: at.y + b };
    else if (name === 'scale') at = { x: at.x * a, y: at.y * b };
    else {
      const [cos, sin] = [
        Math.round(Math.cos((a * Math.PI) / 180)),
        Math.round(Math.sin((a * Math.PI) / 180)),
      ];
      at = { x: at.x * cos - at.y * sin, y: at.x * sin + at.y * cos };
    }
  }
  return { x: at.x + 0, y: at.y + 0 };
}
