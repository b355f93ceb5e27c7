import { allFiles, readLock, sumsOf } from '../edition/files.ts';
import { compareFiles, type FileFinding, type Lock } from '../edition/lock.ts';
import { UserError } from '../errors.ts';
import { DRAFT, type Programme } from '../model/programme.ts';
import { editionDir, editionNames, readProgramme } from '../read/dataset.ts';
import { buildOutputs } from './build.ts';
import { openFonts } from './fonts.ts';
import { madeBy } from './made-by.ts';
import type { Output } from './output.ts';

/** What became of a published file when it was built again. */
export interface OutputCheck {
  file: string;
  same: boolean;
}

export interface Verification {
  edition: string;
  /** Data files that are not as they were frozen. */
  files: FileFinding[];
  /** Published files built again; none when the data cannot be read. */
  outputs: OutputCheck[];
  /** Why outputs may rightly differ: what made them has changed since. */
  madeDifferently: string[];
  /** Whether everything is as it was frozen; outputs count only when the same templates, fonts and program made them. */
  passed: boolean;
}

/**
 * Recomputes the sums of a frozen edition and builds its outputs again.
 *
 * @throws UserError when there is no such edition or it has no lock
 */
export async function verifyEdition(data: string, edition: string): Promise<Verification> {
  if (edition === DRAFT)
    throw new UserError({ message: 'the draft is not frozen', hint: 'name a frozen edition' });
  const names = await editionNames(data);
  if (!names.includes(edition))
    throw new UserError({
      message: `there is no edition "${edition}"`,
      hint: `editions: ${names.join(', ') || 'none'}`,
    });
  const dir = editionDir(data, edition);
  const lock = await readLock(dir);
  const files = compareFiles(lock, sumsOf(await allFiles(dir)));
  const madeDifferently = differences(lock.made, await madeBy());
  const programme = await readProgramme(data, edition).catch((error: unknown) => {
    if (error instanceof UserError && files.length > 0) return undefined;
    throw error;
  });
  const outputs = programme === undefined ? [] : await checkOutputs(lock, programme);
  const sameOutputs = outputs.every(({ same }) => same);
  return {
    edition,
    files,
    outputs,
    madeDifferently,
    passed: files.length === 0 && (sameOutputs || madeDifferently.length > 0),
  };
}

async function checkOutputs(lock: Lock, programme: Programme): Promise<OutputCheck[]> {
  const langs = [...new Set(lock.outputs.map(({ lang }) => lang))];
  const formats = [...new Set(lock.outputs.map(({ format }) => format))];
  const built = await buildOutputs(programme, { formats, langs, out: '' }, await openFonts());
  const sums = new Map(built.map(({ built: { path, sha256 } }: Output) => [path, sha256]));
  return lock.outputs.map(({ file, sha256 }) => ({ file, same: sums.get(file) === sha256 }));
}

function differences(then: Lock['made'], now: Lock['made']): string[] {
  return [
    ...(then.program === now.program ? [] : [`program ${then.program}, now ${now.program}`]),
    ...(then.templates === now.templates ? [] : ['templates']),
    ...Object.keys({ ...then.fonts, ...now.fonts })
      .filter((font) => then.fonts[font] !== now.fonts[font])
      .map((font) => `font ${font}`),
  ];
}

/** Verifies every frozen edition. */
export async function verifyAll(data: string): Promise<Verification[]> {
  const verifications: Verification[] = [];
  for (const edition of await editionNames(data)) verifications.push(await verifyEdition(data, edition));
  return verifications;
}
