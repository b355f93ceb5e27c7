import type { Position } from '../errors.ts';
import type { Message } from '../messages.ts';
import type { FindingSeverity } from '../model/index.ts';

/** A replacement for the words of a finding. */
export interface Fix {
  /** The replacement. */
  words: string;
  /**
   * Whether it is certain that the fix does not change the meaning of the text. `check --fix` applies such fixes
   * without asking.
   */
  safe: boolean;
}

/** A problem in the programme that an editor should review. */
export interface Finding extends Message {
  /** Id of the rule. */
  rule: string;
  severity: FindingSeverity;
  /**
   * The event and the field that contain the problem. The name of a field with a text for each language ends with the
   * language, as in `title.fr`. The name is also stated if the event lacks the field. Callers that know the files add
   * the file, line and column.
   */
  at: Position;
  /** The affected words; empty if the finding is about something that is missing. */
  words: string;
  /** Offset of the words in the text of the field, in UTF-16 code units. */
  offset: number;
  /** Length of the words in the field, in UTF-16 code units. */
  length: number;
  /** The text immediately before the words, as context for readers; `after` is the text after them. */
  before: string;
  after: string;
  fix?: Fix;
}

/** A finding as returned by a rule; it contains a severity only if this differs from the severity of the rule. */
export type BareFinding = Omit<Finding, 'rule' | 'severity' | 'before' | 'after'> &
  Partial<Pick<Finding, 'severity'>>;

/** A key that identifies a text by its event and field. */
export function textKey({ event = '', field = '' }: Position): string {
  return `${event} ${field}`;
}
