import type { Extract, Presentations } from '../document/index.ts';
import type { Lang, Programme } from '../model/index.ts';
import type { LeftOut } from '../render/calendar/index.ts';

/** The input of the writers of data files. */
export interface DataSource {
  programme: Programme;
  lang: Lang;
  /** The extract to which the events are limited. */
  extract?: Extract | undefined;
  /** Earlier editions, the oldest first; for an extract, with only its events. */
  earlier: readonly Programme[];
  /** The corrected edition, for an erratum. */
  corrects?: string | undefined;
  /** Fingerprint of a frozen edition. */
  fingerprint?: string | undefined;
  /** How the design presents the themes, which determines the order of events and their numbers. */
  presentation?: Presentations | undefined;
  /** Stem of the file names. */
  stem: string;
}

/** A machine-readable file of events: the number of events, and the events that the format cannot represent. */
export interface DataFile {
  bytes: Uint8Array;
  events: number;
  leftOut?: readonly LeftOut[];
}
