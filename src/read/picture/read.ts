import { realpath } from 'node:fs/promises';
import path from 'node:path';
import { outcomeOf, type Position, type Problem, UserError, withProblems } from '../../errors.ts';
import {
  addressOfCode,
  fileSize,
  type JpegPicture,
  LIMITS,
  type Picture,
  type PicturePath,
  type Pictures,
  type PngPicture,
  valueAt,
} from '../../model/index.ts';
import { refusalOf } from '../../system-errors.ts';
import { DISK, type Files, lstatIfThere, readBytes, statIfThere } from '../file.ts';
import { readJpeg } from './jpeg.ts';
import { messageOf, unprintable } from './messages.ts';
import { PNG_SIGNATURE, readPng } from './png.ts';
import { loadSvg } from './svg/index.ts';

const PICTURE_FILE = { maxBytes: LIMITS.pictureFileBytes, hint: messageOf('save-smaller-picture') };

/** The signatures of picture formats that are not supported. */
const OTHER_KINDS: readonly { begins: RegExp; name: string }[] = [
  { begins: /^GIF8/, name: 'GIF' },
  { begins: /^RIFF....WEBP/s, name: 'WebP' },
  { begins: /^(?:II\*\0|MM\0\*)/, name: 'TIFF' },
  { begins: /^BM/, name: 'BMP' },
  { begins: /^....ftyp(?:hei|mif|avi)/s, name: 'HEIC or AVIF' },
  { begins: /^%PDF/, name: 'PDF' },
  { begins: /^(?:%!PS|\xc5\xd0\xd3\xc6)/, name: 'EPS' },
  { begins: /^8BPS/, name: 'Photoshop' },
  { begins: /^.\x8b/s, name: 'SVGZ (compressed SVG)' },
];

/** The start of an SVG file, which may begin with an XML declaration or a comment. */
const SVG =
  /^(?:\xef\xbb\xbf|\xff\xfe|\xfe\xff)?\s*<(?:\?xml|!--|!DOCTYPE\s+(?:svg|svg:svg)\b|(?:svg:)?svg\b)/i;
const HEAD = 64;

/**
 * Reads the picture in a file. The format is detected from the content, not from the file name.
 *
 * @param file the path in the dataset folder
 * @throws UserError if the file is not a picture, is damaged or is too large
 */
export async function pictureOf(bytes: Buffer, file: PicturePath): Promise<Picture> {
  // In UTF-16, every other byte at the start of the file is zero.
  if (!SVG.test(bytes.toString('latin1', 0, HEAD).replaceAll('\0', ''))) return rasterOf(bytes, file);
  const { readSvg } = await loadSvg();
  return { file, ...(await readSvg(bytes)) };
}

/** Reads a PNG or JPEG picture; see `pictureOf`. */
export function rasterOf(bytes: Buffer, file: PicturePath): JpegPicture | PngPicture {
  if (bytes.subarray(0, PNG_SIGNATURE.length).equals(PNG_SIGNATURE)) return { file, ...readPng(bytes) };
  if (bytes[0] === 0xff && bytes[1] === 0xd8) return { file, ...readJpeg(bytes) };
  if (bytes.length === 0) throw unprintable(messageOf('picture-file-empty'));
  const head = bytes.toString('latin1', 0, HEAD);
  const other = OTHER_KINDS.find(({ begins }) => begins.test(head));
  throw unprintable(
    other === undefined
      ? messageOf('picture-not')
      : messageOf('picture-of-other-format', { format: other.name }),
  );
}

/**
 * Reads a picture of a dataset.
 *
 * @param folder the dataset folder
 * @throws UserError if the file does not exist, is not a picture, is damaged or is too large
 */
async function readPicture(folder: string, file: PicturePath, source: Files): Promise<Picture> {
  const address = addressOfCode(file);
  if (address !== undefined) return (await import('./code.ts')).codePicture(file, address);
  const at = path.join(folder, file);
  const bytes = await readBytes(at, PICTURE_FILE, source);
  const picture = pictureOf(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length), file);
  return withProblems(picture, (wrong) => ({ ...wrong, at: { ...wrong.at, file: at } }));
}

/** Number of files that are read in parallel. */
const AT_ONCE = 8;

/**
 * Reads pictures of a dataset; each file is read only once.
 *
 * @param maxBytes the limit for the total size of all pictures
 * @throws UserError that names each picture that cannot be printed, or if the pictures are too large in total
 */
export async function readPictures(
  folder: string,
  files: Iterable<PicturePath>,
  source: Files = DISK,
  maxBytes: number = LIMITS.allPicturesBytes,
): Promise<Pictures> {
  const pictures = new Map<PicturePath, Picture>();
  const problems: Problem[] = [];
  const all = [...new Set(files)];
  let bytes = 0;
  for (let from = 0; from < all.length; from += AT_ONCE) {
    const read = all.slice(from, from + AT_ONCE).map((file) => outcomeOf(readPicture(folder, file, source)));
    for (const found of await Promise.all(read))
      if ('value' in found) {
        pictures.set(found.value.file, found.value);
        bytes += fileSize(found.value);
      } else problems.push(...found.error.problems);
    if (bytes > maxBytes)
      throw new UserError(
        messageOf('pictures-too-large', { megabytes: Math.floor(maxBytes / 1024 / 1024) }),
        { file: folder },
      );
  }
  if (problems.length > 0) throw new UserError(problems);
  return pictures;
}

/**
 * Checks the path of a picture. The path must point to a file in the dataset folder, and it must not contain a symbolic
 * link to a place outside the folder.
 *
 * @param real resolves the symbolic links in the path of a folder
 * @returns undefined if the path is valid
 */
export async function pathProblem(
  folder: string,
  file: PicturePath,
  source: Files = DISK,
  real: (folder: string) => Promise<string> = realpath,
): Promise<Problem | undefined> {
  const at = { folder: path.join(folder, 'pictures') };
  if (/^[a-z][a-z0-9+.-]+:/i.test(file)) return messageOf('picture-not-downloaded', at);
  const inside = path.relative(folder, path.resolve(folder, file));
  if (inside === '' || leadsOut(inside) || file.includes('\\') || file !== inside.split(path.sep).join('/'))
    return messageOf('picture-path-outside', at);
  const place = path.join(folder, file);
  const missing = messageOf('picture-file-missing', { ...at, file });
  // Only paths on disk can contain symbolic links.
  if (source !== DISK) return (await source.has(place)) ? undefined : missing;
  try {
    const found = await lstatIfThere(place);
    const isLink = found?.isSymbolicLink() === true;
    if (found === undefined || (isLink && (await statIfThere(place)) === undefined)) return missing;
    const target = isLink ? realpath(place) : real(path.dirname(place));
    const within = path.relative(await real(folder), await target);
    return leadsOut(within) ? messageOf('picture-behind-link', { ...at, file }) : undefined;
  } catch (error) {
    throw refusalOf(error, place);
  }
}

/**
 * Checks the paths of pictures. Each different path is checked only once.
 *
 * @param pictures the pictures; `at` returns the position of the path in its file. `at` is called only for invalid
 * paths, because it parses the file again
 * @returns one problem for each position of an invalid path
 */
export async function pathProblems(
  { dir, files }: { dir: string; files: Files },
  pictures: readonly { file: PicturePath; at: () => Position }[],
): Promise<Problem[]> {
  if (pictures.length === 0) return [];
  const known = new Map<PicturePath, Promise<Problem | undefined>>();
  const folders = new Map<string, Promise<string>>();
  const real = (inner: string): Promise<string> => valueAt(folders, inner, () => realpath(inner));
  const problems = await Promise.all(
    pictures.map(async ({ file, at }) => {
      const found = valueAt(known, file, () => pathProblem(dir, file, files, real));
      const result = await found;
      return result && { ...result, at: at() };
    }),
  );
  return problems.filter((problem) => problem !== undefined);
}

const leadsOut = (inside: string): boolean =>
  inside === '..' || inside.startsWith(`..${path.sep}`) || path.isAbsolute(inside);
