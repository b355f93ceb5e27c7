/** Reads frozen editions: their locks, the checksums of their files, and the differences between the two. */
export {
  type DataFile,
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

/** Loads the module that finds fonts stored outside an edition. */
export const loadFontsElsewhere = () => import('./fonts-elsewhere.ts');
