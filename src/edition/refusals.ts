import type { Problem } from '../errors.ts';
import { EditionNameSchema } from '../model/index.ts';
import { isDevice } from '../text/index.ts';
import { LOCK_FILE, type Lock, PUBLISHED } from './lock.ts';
import { messageOf } from './messages.ts';

/** Names that have another meaning in commands. */
const RESERVED: readonly string[] = ['draft', 'last', 'latest', 'current', 'new', 'old', 'all', 'none'];

/** The data that is needed to decide whether the draft can be frozen. */
export interface FreezeFacts {
  name: string;
  /** The date of the draft, YYYY-MM-DD. */
  date: string;
  existing: readonly string[];
  last: Lock | undefined;
  /** The edition that an erratum corrects. */
  corrects?: string;
  /** Whether the draft differs from the last edition. */
  changed: boolean;
  /** Pictures and fonts of the draft: paths within the dataset. */
  files: readonly string[];
}

/** Folders to which commands write, in lower case for comparison, because some file systems ignore case. */
const OUR_FOLDERS: readonly string[] = [PUBLISHED, 'editions', 'proposals', 'site'];

function isOurs(file: string): boolean {
  const [first = ''] = file.toLowerCase().split('/');
  return OUR_FOLDERS.includes(first) || first === LOCK_FILE;
}

/** The reasons why the draft cannot be frozen under the given name; empty if it can be frozen. */
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
    refusals.push(messageOf('edition-name-reserved', { edition: name }));
  } else if (isDevice(name)) {
    refusals.push(messageOf('edition-name-of-device', { edition: name }));
  } else if (!EditionNameSchema.safeParse(name).success) {
    refusals.push(messageOf('edition-name-odd', { edition: name }));
  } else if (existing.includes(name)) {
    refusals.push(messageOf('edition-exists', { edition: name }));
  }
  if (corrects !== undefined && corrects !== last?.edition) {
    refusals.push(
      last === undefined
        ? messageOf('corrected-edition-unknown', { edition: corrects })
        : messageOf('corrected-edition-not-newest', { newest: last.edition }),
    );
  }
  if (last !== undefined && !changed) {
    refusals.push(messageOf('edition-unchanged', { edition: last.edition }));
  }
  if (last !== undefined && date < last.date) {
    refusals.push(messageOf('edition-date-earlier', { date, edition: last.edition, last: last.date }));
  }
  for (const file of files) if (isOurs(file)) refusals.push(messageOf('file-in-place-of-program', { file }));
  return refusals;
}
