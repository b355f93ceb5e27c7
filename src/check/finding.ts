import type { Position } from '../errors.ts';
import type { Message } from '../messages.ts';
import type { FindingSeverity } from '../model/index.ts';

/** A replacement for the words of a finding. */
export interface Fix {
  /** The replacement. */
  words: string;
  /** Whether the fix cannot change the meaning of the text; `check --fix` applies safe fixes without asking. */
  safe: boolean;
}

/** A problem in the programme that its editor should review. */
export interface Finding extends Message {
  /** Id of the rule. */
  rule: string;
  severity: FindingSeverity;
  /**
   * Event and field. A field with a text for each language ends in the language, as in `title.fr`. A finding about a
   * field that the event lacks also names that field. A caller that knows the files adds file, line and column.
   */
  at: Position;
  /** The affected words; empty if something is missing. */
  words: string;
  /** Offset of the words in the text of the field, in UTF-16 units. */
  offset: number;
  /** Length of the words in the field, in UTF-16 units. */
  length: number;
  /** Context right before and after the words, for readers. */
  before: string;
  after: string;
  fix?: Fix;
}

/** A finding as a rule returns it; it has a severity only if that is not the severity of the rule. */
export type BareFinding = Omit<Finding, 'rule' | 'severity' | 'before' | 'after'> &
  Partial<Pick<Finding, 'severity'>>;

/** The key that identifies a text by its position. */
export function textKey({ event = '', field = '' }: Position): string {
  return `${event} ${field}`;
}
