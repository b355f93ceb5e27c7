import type { Position } from '../errors.ts';
import type { Message } from '../messages.ts';
import type { FindingSeverity } from '../model/index.ts';

/** A ready correction of the words of a finding. */
export interface Fix {
  /** What the words become. */
  words: string;
  /** The correction cannot change what the text says: `check --fix` applies it without asking. */
  safe: boolean;
}

/** Something in the programme that its editor should look at. */
export interface Finding extends Message {
  /** Id of the rule. */
  rule: string;
  severity: FindingSeverity;
  /**
   * Event and field; texts that are written by language end in the language, as in `title.fr`. A finding about a field that the
   * event lacks names the field too. File, line and column are added by whoever knows the files.
   */
  at: Position;
  /** The words in question; empty when something is missing. */
  words: string;
  /** Where the words begin in the text of the field, in UTF-16 units. */
  offset: number;
  /** Length of the words in the field, in UTF-16 units. */
  length: number;
  /** Words that stand right before and after, for readers. */
  before: string;
  after: string;
  fix?: Fix;
}

/** A finding as its rule gives it: what is the same for all rules is added to it. */
export type BareFinding = Omit<Finding, 'rule' | 'severity' | 'before' | 'after'>;
