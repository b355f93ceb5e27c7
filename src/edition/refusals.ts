import type { Problem } from '../errors.ts';
import { EditionNameSchema } from '../model/index.ts';
import { isDevice } from '../text/index.ts';
import { LOCK_FILE, type Lock, PUBLISHED } from './lock.ts';

/** Names that mean something else in commands. */
const RESERVED: readonly string[] = ['draft', 'last', 'latest', 'current', 'new', 'old', 'all', 'none'];

/** What a freeze is refused for; each reason has its own message. */
export interface FreezeFacts {
  name: string;
  /** Date of the draft, YYYY-MM-DD. */
  date: string;
  existing: readonly string[];
  last: Lock | undefined;
  /** The edition that it is to correct. */
  corrects?: string;
  /** Whether the draft differs from the last edition. */
  changed: boolean;
  /** Its pictures and fonts, by path inside the dataset. */
  files: readonly string[];
}

/** Folders that commands write into, in lower case: some disks do not tell cases apart. */
const OUR_FOLDERS: readonly string[] = [PUBLISHED, 'editions', 'proposals', 'site'];

function isOurs(file: string): boolean {
  const [first = ''] = file.toLowerCase().split('/');
  return OUR_FOLDERS.includes(first) || first === LOCK_FILE;
}

/** Why the draft may not be frozen under a name; empty when it may. */
export function freezeRefusals({
  name,
  date,
  existing,
  last,
  corrects,
  changed,
  files,
}: FreezeFacts): Problem[] {
  const refusals: Problem[] = [];
  if (RESERVED.includes(name)) {
    refusals.push({
      message: `"${name}" is reserved and cannot name an edition`,
      hint: 'choose a name such as 2 or 2030-06',
    });
  } else if (isDevice(name)) {
    refusals.push({
      message: `"${name}" cannot name an edition: on Windows it names a device, and no folder can be called so`,
      hint: 'choose a name such as 2 or 2030-06',
    });
  } else if (!EditionNameSchema.safeParse(name).success) {
    refusals.push({
      message: `"${name}" is an odd name for an edition`,
      hint: 'use lower-case letters, digits, single hyphens and numbers after points, such as 2, 2.1 or 2030-06',
    });
  } else if (existing.includes(name)) {
    refusals.push({
      message: `the edition "${name}" exists already; a frozen edition is never changed`,
      hint: 'choose another name',
    });
  }
  if (corrects !== undefined && corrects !== last?.edition) {
    refusals.push({
      message:
        last === undefined
          ? `there is no edition "${corrects}" to be corrected`
          : `only the newest edition can be corrected, and that is ${last.edition}`,
      hint: last === undefined ? 'freeze it first' : `use --corrects ${last.edition}`,
    });
  }
  if (last !== undefined && !changed) {
    refusals.push({
      message: `nothing has changed since edition ${last.edition}`,
      hint: 'there is nothing to publish',
    });
  }
  if (last !== undefined && date < last.date) {
    refusals.push({
      message: `the date of the draft, ${date}, is before that of edition ${last.edition}, ${last.date}`,
      hint: 'correct date: in programme.yaml',
    });
  }
  for (const file of files)
    if (isOurs(file))
      refusals.push({
        message: `the picture or font ${file} is in a place that belongs to the program`,
        hint: 'move it into pictures/ or fonts/, and name it so in the data',
      });
  return refusals;
}
