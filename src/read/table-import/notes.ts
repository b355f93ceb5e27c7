/** Finds internal notes, which are not printed, in any column or line of a spreadsheet. */
import { inAllLanguages } from '../../text/index.ts';

/** Phrases such as "not for publication", which mark a line as an internal note. */
const PHRASE = new RegExp(
  `(?<!\\p{L})(?:${inAllLanguages(({ cells }) => cells.forColleagues.phrases)})(?!\\p{L})`,
  'iu',
);

const LABELS = inAllLanguages(({ cells }) => cells.forColleagues.labels);

/**
 * A note in brackets, such as [internal: call Anna]. If the bracket is not closed, the note extends to the end of the
 * text. The matching time is linear in the length of the text, because unclosed brackets are allowed and because of the
 * lookbehind.
 */
const BRACKETED = new RegExp(
  `(?<![ \\t])[ \\t]*(?:\\[\\s*(?:${LABELS})\\s*:[^\\]]*(?:\\]|$)|\\(\\s*(?:${LABELS})\\s*:[^)]*(?:\\)|$))`,
  'giu',
);

/** Whether a text contains internal notes. */
export function holdsNotes(text: string): boolean {
  return PHRASE.test(text) || text.search(BRACKETED) >= 0;
}

/** Separates a text from the internal notes that it contains. */
export function withoutNotes(text: string): { text: string; notes: string[] } {
  if (!holdsNotes(text)) return { text, notes: [] };
  const notes = (text.match(BRACKETED) ?? []).map((note) => note.trim());
  const lines = text.replace(BRACKETED, '').split('\n');
  notes.push(...lines.filter((line) => PHRASE.test(line)).map((line) => line.trim()));
  return {
    text: lines
      .filter((line) => !PHRASE.test(line))
      .join('\n')
      .trim(),
    notes,
  };
}
