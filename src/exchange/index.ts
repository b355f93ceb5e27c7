/** Changes from outside, in any format: two states of one programme, and the text fields that both have. */
export { sameEventAmong, withIdsOf } from './align.ts';
export { readCopy, sumsOfCopy } from './dataset-copy.ts';
export type { Incoming } from './incoming.ts';
export {
  dateSaid,
  EditedProgramme,
  eventWith,
  type OpenProgramme,
  openProgramme,
  partAt,
  partSource,
  settingPath,
  textPath,
  withConfig,
  withKey,
  wordsAt,
  wordsOfEvent,
} from './places.ts';
export { reinsertUnlisted } from './reinsert-unlisted.ts';
