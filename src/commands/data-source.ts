import type { Extract } from '../document/index.ts';
import type { Lang, Programme } from '../model/index.ts';
import type { LeftOut } from '../render/calendar/index.ts';

/** What data files are made of. */
export interface DataSource {
  programme: Programme;
  lang: Lang;
  /** Only the events of an extract. */
  extract?: Extract | undefined;
  /** Earlier editions, the oldest first; of an extract what they had of it. */
  earlier: readonly Programme[];
  /** Of an erratum: the edition that it corrects. */
  corrects?: string | undefined;
  /** Fingerprint of a frozen edition. */
  fingerprint?: string | undefined;
  /** Of the names of the files. */
  stem: string;
}

/** The events in a format for machines: how many are in it, and those that it cannot hold. */
export interface DataFile {
  bytes: Uint8Array;
  events: number;
  leftOut?: readonly LeftOut[];
}
