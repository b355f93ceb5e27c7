import { stat } from 'node:fs/promises';
import path from 'node:path';
import { dump } from 'js-yaml';
import { DEFAULT_DESIGN } from '../design/default.ts';
import type { Design } from '../design/schema.ts';
import { UserError } from '../errors.ts';
import { DRAFT } from '../model/programme.ts';
import { editionDir } from './dataset.ts';
import { parseFile } from './parse-file.ts';

/** File of an edition's folder that holds its whole design. */
export const DESIGN_FILE = 'design.yaml';

/**
 * The design of an edition: the one in its folder. Without one the draft has the default, and a frozen edition the look that all had
 * before editions held theirs, so that a new default moves no page of what is frozen.
 *
 * @throws UserError when the file is no design
 */
export async function readDesign(dataDir: string, edition: string): Promise<Design> {
  const own = await readDesignFolder(editionDir(dataDir, edition));
  if (own !== undefined) return own;
  return edition === DRAFT ? DEFAULT_DESIGN : (await import('../design/first-look.ts')).FIRST_LOOK;
}

/** The text of a design's file, which holds all values. */
export function designText(design: Design): string {
  return dump(design, { flowLevel: 2, lineWidth: -1 });
}

/**
 * The design in a folder, if there is one.
 *
 * @throws UserError when the file is no design
 */
export async function readDesignFolder(dir: string): Promise<Design | undefined> {
  const file = path.join(dir, DESIGN_FILE);
  const found = await stat(file).catch(() => undefined);
  if (found === undefined) return undefined;
  const { DesignSchema } = await import('../design/schema.ts');
  const { value, problems } = await parseFile(file, () => DesignSchema);
  if (value === undefined) throw new UserError(problems);
  return value;
}
