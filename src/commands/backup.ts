import path from 'node:path';
import { UserError } from '../errors.ts';
import { allEvents, DRAFT, LIMITS } from '../model/index.ts';
import { type FileLimit, filesInMemory, readProgrammeFolder } from '../read/index.ts';
import { openZip, partBytes } from '../read/office/index.ts';
import { isDevice } from '../text/index.ts';
import { messageOf } from './messages.ts';

/** Whether a file name has the extension of a ZIP file, which is expected to contain a dataset folder. */
export const isBackup = (file: string): boolean => file.toLowerCase().endsWith('.zip');

/** The size limit for ZIP files that contain a dataset folder. */
export const BACKUP_FILE: FileLimit = {
  maxBytes: LIMITS.editionFileBytes,
  hint: messageOf('backup-by-hand'),
};

const UNPACKED = {
  bytes: LIMITS.backupBytes,
  parts: LIMITS.backupEntries,
  hint: messageOf('backup-by-hand'),
};

/** Files that operating systems add to folders, and a folder that macOS adds to ZIP files. */
const OF_SYSTEMS: readonly string[] = ['.DS_Store', 'Thumbs.db', 'desktop.ini'];
const OF_MACOS = '__MACOSX/';

const isOfSystem = (name: string): boolean =>
  name.startsWith(OF_MACOS) || OF_SYSTEMS.includes(path.posix.basename(name));

/**
 * Reads a dataset, including its editions and proposals, from a ZIP file of the dataset folder. The folder may be at
 * the top level of the ZIP file or inside other folders.
 *
 * @param file name of the ZIP file, for messages
 * @throws UserError when the ZIP file cannot be read within the limits, contains a path that leads out of the folder or
 *   is not valid on every system, or contains no readable draft
 */
export async function backupDataset(bytes: Uint8Array, file: string) {
  const zip = openZip(bytes, file, UNPACKED);
  const names = zip.names.filter((name) => !name.endsWith('/') && !isOfSystem(name));
  const odd = names.filter((name) => !isPlainPath(name));
  if (odd.length > 0) throw new UserError(messageOf('backup-path-odd', { names: odd }), { file });
  const home = homeOf(names);
  if (home === undefined) throw new UserError(messageOf('backup-without-programme'), { file });
  const files = new Map<string, Uint8Array>();
  for (const name of names.filter((one) => one.startsWith(home)))
    files.set(name.slice(home.length), await partBytes(zip, name));
  const others = names.filter((name) => !name.startsWith(home));
  const { themes } = await readProgrammeFolder('', DRAFT, filesInMemory(files));
  return {
    files,
    themes: themes.length,
    events: allEvents({ themes }).length,
    preview: { columns: [], texts: [] },
    remarks:
      others.length === 0 ? [] : [{ ...messageOf('backup-files-outside', { names: others }), at: { file } }],
    notes: [],
  };
}

const PROGRAMME = 'programme.yaml';

/**
 * Path of the dataset folder in a ZIP file, with a trailing slash: the folder that contains the outermost
 * programme.yaml. The path is empty for the top level.
 */
function homeOf(names: readonly string[]): string | undefined {
  const [home] = names
    .filter((name) => path.posix.basename(name) === PROGRAMME)
    .map((name) => name.slice(0, -PROGRAMME.length))
    .sort((a, b) => a.split('/').length - b.split('/').length);
  return home;
}

/** Whether a path stays inside its folder and can be written on every system. */
function isPlainPath(name: string): boolean {
  return name
    .split('/')
    .every((part) => /^(?!\.{1,2}$)[^\\:*?"<>|\p{Cc}]{1,200}(?<![. ])$/u.test(part) && !isDevice(part));
}
