import type { Extract, Presentations } from '../document/index.ts';
import type { Lang, Programme } from '../model/index.ts';
import type { LeftOut } from '../render/calendar/index.ts';

/** Input of data files. */
export interface DataSource {
  programme: Programme;
  lang: Lang;
  /** Only the events of an extract. */
  extract?: Extract | undefined;
  /** Earlier editions, the oldest first; for an extract only its events in them. */
  earlier: readonly Programme[];
  /** Of an erratum: the edition that it corrects. */
  corrects?: string | undefined;
  /** Fingerprint of a frozen edition. */
  fingerprint?: string | undefined;
  /** How the design presents the themes: events are numbered in that order. */
  presentation?: Presentations | undefined;
  /** Stem of the file names. */
  stem: string;
}

/** The events in a machine-readable format: their number, and the events that the format cannot hold. */
export interface DataFile {
  bytes: Uint8Array;
  events: number;
  leftOut?: readonly LeftOut[];
}
