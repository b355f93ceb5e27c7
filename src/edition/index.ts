/** Reads frozen editions: their locks, checksums, and differences from a lock. */
export {
  dataFiles,
  EDITION_FILE,
  editionEntries,
  editionsInOrder,
  lastEdition,
  readLock,
  readLocks,
  sumOfFile,
  sumsOf,
} from './files.ts';
export { filesBySum } from './fonts-elsewhere.ts';
export {
  chainOf,
  editionFingerprint,
  type FoundEdition,
  findEdition,
  firstPublishedSums,
  fontsNotHeld,
  foundFingerprint,
} from './found.ts';
export { type Inconsistency, inconsistencies } from './inconsistencies.ts';
export {
  currentTakedowns,
  fingerprintOf,
  LOCK_FILE,
  type Lock,
  lockText,
  type Made,
  PUBLISHED,
  presentPublished,
  publishedDigest,
  type TakenDown,
  type WaivedGate,
} from './lock.ts';
export { messageOf } from './messages.ts';
export { freezeRefusals } from './refusals.ts';

/** Loads the functions that read the files of editions. */
export const loadEditionFiles = () => import('./files.ts');

/** Loads the search for fonts that an edition shares with others. */
export const loadFontsElsewhere = () => import('./fonts-elsewhere.ts');
