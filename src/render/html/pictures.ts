/** Pictures inside the page: it loads nothing. */
import { UserError } from '../../errors.ts';
import { count, LIMITS } from '../../model/limits.ts';
import { fileSize, type Picture, type PicturePath, type Pictures, pictureAt } from '../../model/picture.ts';

/** A picture as an `img` element needs it: its address, and its pixels. */
export interface Source {
  src: string;
  width: number;
  height: number;
}

/**
 * Gives the pictures of a page.
 *
 * @param files those that the page shows, as often as it shows them
 * @throws UserError when they make the page larger than any that is read
 */
export function sourcesOf(pictures: Pictures, files: readonly PicturePath[]): (file: PicturePath) => Source {
  const bytes = files.reduce((sum, file) => sum + fileSize(pictureAt(pictures, file)), 0);
  if (bytes > LIMITS.pagePictureBytes) throw new UserError(tooLarge(bytes));
  const known = new Map<PicturePath, Source>();
  return (file) => {
    const picture = pictureAt(pictures, file);
    const source = known.get(file) ?? {
      src: dataUri(picture),
      width: picture.width,
      height: picture.height,
    };
    known.set(file, source);
    return source;
  };
}

const megabytes = (bytes: number): string => count(Math.ceil(bytes / 1024 / 1024));

const tooLarge = (bytes: number) => ({
  message: `the pictures of the page on the web take ${megabytes(bytes)} MB; at most ${megabytes(LIMITS.pagePictureBytes)} stand in it`,
  hint: 'save them smaller: 1,000 pixels along the longer side are enough for a screen',
});

function dataUri(picture: Picture): string {
  const bytes =
    picture.format === 'jpeg' && picture.orientation !== 1
      ? withOrientation(Buffer.concat(picture.chunks), picture.orientation)
      : Buffer.concat(picture.chunks);
  return `data:image/${picture.format === 'svg' ? 'svg+xml' : picture.format};base64,${bytes.toString('base64')}`;
}

/** Of the start of a JPEG file. */
const START = 2;

/** A JPEG file that says again how it is to be turned, and nothing else (Exif 2.3, 4.6). */
function withOrientation(bytes: Uint8Array, orientation: number): Buffer {
  const tiff = Buffer.from('4d4d002a00000008000101120003000000010000000000000000', 'hex');
  tiff.writeUInt16BE(orientation, 18);
  const exif = Buffer.concat([Buffer.from('Exif\0\0', 'latin1'), tiff]);
  const head = Buffer.from([0xff, 0xe1, 0, exif.length + 2]);
  return Buffer.concat([bytes.subarray(0, START), head, exif, bytes.subarray(START)]);
}
