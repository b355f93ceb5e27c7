import path from 'node:path';
import {
  DEFAULT_DESIGN,
  type Design,
  ownFonts,
  resolutionsOf,
  SHARP,
  timesToSharp,
} from '../design/index.ts';
import { type Problem, problemLine } from '../errors.ts';
import { DRAFT, pictureAt } from '../model/index.ts';
import { editionDir, readDesignFolder } from '../read/index.ts';
import { loadFontTable } from '../render/docx/index.ts';
import { loadTrueType } from '../typeset/index.ts';
import { fontsOf, readPicturesOf } from './design-resources.ts';
import { messageOf } from './messages.ts';
import type { BuiltFile } from './output.ts';

/**
 * Differences between the design of a draft and its printed result, one per line: for example the darker shade that
 * replaces a pale text colour, low-resolution pictures, and font families that Word files name but do not contain.
 *
 * @throws UserError when the file is not a design, or names a picture that cannot be printed
 */
export async function designNotes(data: string, edition: string): Promise<string[]> {
  if (edition !== DRAFT) return [];
  const folder = editionDir(data, edition);
  const { design, notes } = await readDesignFolder(folder);
  return [...notes, ...(await coarsePictures(design, folder)), ...(await namedFamilies(design, folder))].map(
    (problem) => problemLine(problem),
  );
}

/** The font families that Word files name but do not contain, as a list of problems. */
async function namedFamilies(design: Design, folder: string): Promise<Problem[]> {
  if (ownFonts(design).size === 0) return [];
  const [{ publisherFonts: own }, { readTrueType }, { likeness, whyOnlyNamed }] = await Promise.all([
    fontsOf(design, folder),
    loadTrueType(),
    loadFontTable(),
  ]);
  const faces = Object.values(design.faces).map(({ family }) => family);
  const named = new Map<string, Problem>();
  for (const { path: file, family, bytes } of own) {
    const font = readTrueType(bytes);
    const why = whyOnlyNamed(font);
    if (why === undefined || named.has(family)) continue;
    const standIn = faces.includes(family)
      ? DEFAULT_DESIGN.faces[likeness(font.info)].family
      : messageOf('another-family');
    named.set(family, { ...messageOf(why, { family, standIn }), at: { file } });
  }
  return [...named.values()];
}

async function coarsePictures(design: Design, folder: string): Promise<Problem[]> {
  const pictures = await readPicturesOf(design, folder);
  const found = [...resolutionsOf(design, (name) => pictureAt(pictures, name))];
  return [...lowestOf(found.filter(({ resolution }) => resolution < SHARP))].map(([file, resolution]) => ({
    ...messageOf('picture-coarse', { dots: Math.floor(resolution), times: timesToSharp(resolution) }),
    at: { file: path.join(folder, file) },
  }));
}

function lowestOf(pictures: readonly { file: string; resolution: number }[]): Map<string, number> {
  const lowest = new Map<string, number>();
  for (const { file, resolution } of pictures)
    lowest.set(file, Math.min(resolution, lowest.get(file) ?? resolution));
  return lowest;
}

/** Maximum number of pictures that a message names. */
const MAX_NAMED = 20;

/**
 * Lines about low-resolution pictures in the built files; each picture is listed with its largest printed size. Empty
 * if there are no such pictures.
 */
export function coarseLines(built: readonly Pick<BuiltFile, 'coarse'>[]): string[] {
  const lowest = lowestOf(built.flatMap(({ coarse = [] }) => coarse));
  if (lowest.size === 0) return [];
  const named = [...lowest].slice(0, MAX_NAMED);
  const left = lowest.size - named.length;
  return [
    `pictures with fewer than ${SHARP} dots per inch look pixelated in print; use larger files of:`,
    ...named.map(
      ([file, resolution]) =>
        `  ${file}  ${resolution} dots per inch; ${timesToSharp(resolution)} times the width and height are enough`,
    ),
    ...(left > 0 ? [`  and ${left} more`] : []),
  ];
}
