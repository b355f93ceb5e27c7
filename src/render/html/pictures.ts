/** Embeds pictures in the page as data URIs, so that the page loads no other file. */

import { output } from '../../../languages/en/messages/index.ts';
import type { PagePictures, PictureSymbol, SourceOf } from '../../../templates/html/index.ts';
import { UserError } from '../../errors.ts';
import type { Message } from '../../messages.ts';
import { messagesOf } from '../../messages.ts';
import {
  dataUri,
  fileSize,
  isUpended,
  type JpegPicture,
  LIMITS,
  type Picture,
  type PicturePath,
  type Pictures,
  pictureAt,
  turnOf,
} from '../../model/index.ts';

const messageOf = messagesOf(output);

/**
 * The pictures of a page. A picture that texts and events show more than once is embedded once, as a symbol.
 *
 * @param cover picture files on the cover
 * @param figures picture files of texts and events, with one entry per use
 * @throws UserError if the pictures make the page larger than `LIMITS.pagePictureBytes`
 */
export function pagePictures(
  pictures: Pictures,
  cover: readonly PicturePath[],
  figures: readonly PicturePath[],
): PagePictures {
  const bytes = [...cover, ...new Set(figures)].reduce(
    (sum, file) => sum + fileSize(pictureAt(pictures, file)),
    0,
  );
  if (bytes > LIMITS.pagePictureBytes) throw new UserError(tooLarge(bytes));
  const onCover: SourceOf = (file) => {
    const picture = pictureAt(pictures, file);
    const { width, height } = picture;
    return { src: dataUri(picture, turned(picture)), width, height };
  };
  const symbols = new Map(
    repeatedIn(figures).map((file, index) => [
      file,
      symbolOf(pictureAt(pictures, file), `_picture-${index + 1}`),
    ]),
  );
  const inText: SourceOf = (file) => {
    const symbol = symbols.get(file);
    if (symbol === undefined) return onCover(file);
    const { id, width, height } = symbol;
    return { symbol: id, width, height };
  };
  return { onCover, inText, symbols: [...symbols.values()] };
}

function repeatedIn(files: readonly PicturePath[]): PicturePath[] {
  const once = new Set<PicturePath>();
  const again = new Set<PicturePath>();
  for (const file of files) (once.has(file) ? again : once).add(file);
  return [...again];
}

const megabytes = (bytes: number): number => Math.ceil(bytes / 1024 / 1024);

const tooLarge = (bytes: number): Message =>
  messageOf('page-pictures-too-large', { found: megabytes(bytes), most: megabytes(LIMITS.pagePictureBytes) });

/**
 * A picture that is embedded once as a symbol. The symbol rotates the picture, and its Exif orientation is ignored,
 * because only some browsers apply Exif orientation within SVG.
 */
function symbolOf(picture: Picture, id: string): PictureSymbol {
  const { width, height } = picture;
  const [across, down] = isUpended(picture) ? [height, width] : [width, height];
  const { mirrored, turned: degrees } = turnOf(picture);
  const turns = [
    ...(degrees === undefined ? [] : [`rotate(${degrees})`]),
    ...(mirrored === undefined ? [] : [mirrored === 'flipH' ? 'scale(-1 1)' : 'scale(1 -1)']),
  ];
  const middle = `translate(${width / 2} ${height / 2})`;
  const transform = [middle, ...turns, `translate(${-across / 2} ${-down / 2})`].join(' ');
  return {
    id,
    width,
    height,
    image: {
      href: dataUri(picture),
      width: across,
      height: down,
      ...(turns.length === 0 ? {} : { transform }),
    },
  };
}

/** The file of a picture; for a rotated JPEG, with its orientation as Exif data. */
export function turned(picture: Picture): Buffer {
  const bytes = Buffer.concat(picture.chunks);
  return picture.format === 'jpeg' && picture.orientation !== 1 ? withOrientation(bytes, picture) : bytes;
}

/** Length of the SOI marker of a JPEG file. */
const START = 2;

/** Inserts into a JPEG file an Exif segment that contains only the orientation (Exif 2.3, 4.6). */
function withOrientation(bytes: Uint8Array, { orientation }: Pick<JpegPicture, 'orientation'>): Buffer {
  const tiff = Buffer.from('4d4d002a00000008000101120003000000010000000000000000', 'hex');
  tiff.writeUInt16BE(orientation, 18);
  const exif = Buffer.concat([Buffer.from('Exif\0\0', 'latin1'), tiff]);
  const head = Buffer.from([0xff, 0xe1, 0, exif.length + 2]);
  return Buffer.concat([bytes.subarray(0, START), head, exif, bytes.subarray(START)]);
}
