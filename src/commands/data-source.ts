import type { Extract } from '../document/index.ts';
import type { Lang, Programme } from '../model/index.ts';

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
