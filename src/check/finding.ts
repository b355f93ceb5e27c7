import type { Place } from '../errors.ts';
import type { FindingSeverity } from '../model/severity.ts';

/** A ready correction of the words of a finding. */
export interface Fix {
  /** What the words become. */
  words: string;
  /** The correction cannot change what the text says: `check --fix` applies it without asking. */
  safe: boolean;
}

/** What a rule sees in one place. */
export interface Sighting {
  /**
   * Event and field; texts that are written by language end in the language, as in `title.fr`. A finding about a field that the
   * event lacks names the field too. File, line and column are added by whoever knows the files.
   */
  at: Place;
  /** The words in question; empty when something is missing. */
  words: string;
  /** Where the words begin in the text of the field, in UTF-16 units. */
  offset: number;
  /** Length of the words in the field, in UTF-16 units. */
  length: number;
  message: string;
  hint?: string;
  fix?: Fix;
}

/** Something in the programme that its editor should look at. */
export interface Finding extends Sighting {
  /** Id of the rule. */
  rule: string;
  severity: FindingSeverity;
  /** Words that stand right before and after, for readers. */
  before: string;
  after: string;
}
