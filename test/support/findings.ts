import type { Finding } from '../../src/check/finding.ts';
import type { Document } from '../../src/document/model.ts';
import { proofSheet } from '../../src/document/proof-sheet.ts';
import type { Programme } from '../../src/model/programme.ts';

/** A short form of a finding: the part that a proof sheet shows. */
export interface Note extends Pick<Finding, 'rule' | 'severity' | 'message' | 'hint'> {
  event?: string;
  field?: string;
  /** The range of the words that the finding concerns, in the text of the field; undefined for missing text. */
  words?: { offset: number; length: number };
}

function findingOf({ event, field, words, ...note }: Note): Finding {
  return {
    code: note.rule,
    parameters: {},
    ...note,
    at: { ...(event === undefined ? {} : { event }), ...(field === undefined ? {} : { field }) },
    words: '',
    offset: words?.offset ?? 0,
    length: words?.length ?? 0,
    before: '',
    after: '',
  };
}

/** The proof sheet of a document with these findings. */
export function proofOf(
  document: Document,
  programme: Programme,
  notes: readonly Note[],
  options: Parameters<typeof proofSheet>[3] = { hasIds: true },
): Document {
  return proofSheet(document, programme, notes.map(findingOf), options);
}
