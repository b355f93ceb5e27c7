/** Reads the design file of a draft, and writes only its changed values. */
import { existsSync } from 'node:fs';
import path from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { type Position, type Problem, UserError, withProblems } from '../errors.ts';
import { DRAFT, type Programme } from '../model/index.ts';
import {
  DESIGN_FILE,
  editionDir,
  filesAfter,
  loadYamlWriter,
  readBytes,
  readDesignFile,
  readDesignFolder,
  readTextFileIfThere,
} from '../read/index.ts';
import { loadPictures } from '../read/picture/index.ts';
import { messageOf } from './messages.ts';
import { PICTURE_FILE } from './picture-folder.ts';
import type { OutputFile } from './write-files.ts';

/**
 * The draft with the content of its design file. The content is omitted if the file contains all values of a design,
 * because such a file cannot be edited value by value.
 */
export async function withDesign(draft: Programme, data: string): Promise<Programme> {
  const design = await readDesignFile(editionDir(data, DRAFT));
  return design === undefined ? draft : { ...draft, design };
}

/**
 * The changed design file; empty if nothing changed.
 *
 * @param pictures files of the dataset that are written at the same time
 * @throws UserError if the design is invalid
 */
export async function designFiles(
  data: string,
  { design: before }: Pick<Programme, 'design'>,
  { design: after, config }: Pick<Programme, 'design' | 'config'>,
  pictures: readonly OutputFile[] = [],
): Promise<{ path: string; bytes: string }[]> {
  if (after === undefined || isDeepStrictEqual(before, after)) return [];
  const dir = editionDir(data, DRAFT);
  const file = path.join(dir, DESIGN_FILE);
  const { rewriteDesign } = await loadYamlWriter();
  const bytes = await rewriteDesign((await readTextFileIfThere(file)) ?? '', before ?? {}, after, file);
  const files = filesAfter([...pictures, { path: file, bytes }]);
  await readDesignFolder(dir, { languages: config.languages, config }, files);
  return [{ path: file, bytes }];
}

interface Picture {
  path: string;
  bytes: Uint8Array;
}

/**
 * The pictures that a workbook names for the design but that the dataset lacks, so that they must be copied from the
 * folder of the workbook into the folder `pictures/`.
 *
 * @param cellOf returns the position of a design key in the workbook
 * @throws UserError if the design is invalid: a picture is in neither folder, cannot be printed, or differs from the
 *   picture with the same name; or a colour is unknown
 */
export function broughtPictures(
  workbook: string,
  data: string,
  { design: before }: Pick<Programme, 'design'>,
  { design: after, config }: Pick<Programme, 'design' | 'config'>,
  cellOf: (key: string) => Position | undefined,
): Promise<Picture[]> {
  const dir = editionDir(data, DRAFT);
  const brought = async (): Promise<Picture[]> => {
    const logo = logoOf(after);
    const isKept = logo === undefined || logo === logoOf(before);
    const pictures = isKept ? [] : await pictureBeside(workbook, dir, logo);
    if (after !== undefined && !isDeepStrictEqual(before, after)) {
      const design = { path: path.join(dir, DESIGN_FILE), bytes: JSON.stringify(after) };
      const files = filesAfter([...pictures, design]);
      await readDesignFolder(dir, { languages: config.languages, config }, files);
    }
    return pictures;
  };
  return withProblems(brought(), (problem) => ({
    ...problem,
    at: cellOf(problem.at?.field ?? '') ?? problem.at ?? {},
  }));
}

/** A picture in the folder of a workbook; undefined if the dataset already has it. */
async function pictureBeside(workbook: string, dir: string, name: string): Promise<Picture[]> {
  const current = path.join(dir, name);
  const beside = path.join(path.dirname(workbook), path.basename(name));
  const refused = (problem: Problem): UserError =>
    new UserError({ ...problem, at: { file: workbook, field: 'logo.path' } });
  if (!existsSync(beside)) {
    if (existsSync(current)) return [];
    throw refused(
      messageOf('picture-not-found', {
        name: path.basename(name),
        folders: [path.dirname(beside), path.dirname(current)],
      }),
    );
  }
  const bytes = await readBytes(beside, PICTURE_FILE);
  if (existsSync(current)) {
    if (Buffer.from(bytes).equals(await readBytes(current, PICTURE_FILE))) return [];
    throw refused(
      messageOf('picture-name-taken', { name: path.basename(name), folder: path.dirname(current) }),
    );
  }
  const { pictureOf } = await loadPictures();
  await pictureOf(Buffer.from(bytes), name);
  return [{ path: current, bytes }];
}

function logoOf(design: object | undefined): string | undefined {
  const { logo } = (design ?? {}) as { logo?: { path?: string } };
  return logo?.path;
}
