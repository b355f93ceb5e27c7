import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { FACES } from '../../templates/tokens.ts';
import type { Lock } from '../edition/lock.ts';
import { packageRoot } from '../read/fonts.ts';

/** What makes outputs: version of the program, one sum over all templates, and a sum for each font. */
export async function madeBy(): Promise<Lock['made']> {
  const root = packageRoot();
  const { version } = JSON.parse(await readFile(path.join(root, 'package.json'), 'utf8')) as {
    version: string;
  };
  const folder = path.join(root, 'templates');
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const templates = createHash('sha256');
  const files = entries
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name));
  for (const file of files.sort())
    templates
      .update(`${path.relative(folder, file).split(path.sep).join('/')}\n`)
      .update(await readFile(file));
  const fonts: Record<string, string> = {};
  for (const face of Object.values(FACES)) {
    fonts[face] = createHash('sha256')
      .update(await readFile(path.join(root, 'fonts', `${face}.ttf`)))
      .digest('hex');
  }
  return { program: version, templates: templates.digest('hex'), fonts };
}
