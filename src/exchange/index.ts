/**
 * Represents the changes in returned files as two states of a programme, and reads and changes the fields of a
 * programme.
 */
export { reinsertUnlisted, sameEventAmong, withIdsOf } from './align.ts';
export { readCopy, sumsOfCopy } from './dataset-copy.ts';
export type { Incoming } from './incoming.ts';
export { messageOf as exchangeMessage } from './messages.ts';
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
  withValueAt,
  wordsAt,
  wordsOfEvent,
} from './places.ts';
