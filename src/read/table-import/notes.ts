/** Internal notes in a spreadsheet, in any column or line; they are not printed. */
import { inAllLanguages } from '../../text/index.ts';

/** Phrases such as "not for publication": the line that contains one is for colleagues. */
const PHRASE = new RegExp(
  `(?<!\\p{L})(?:${inAllLanguages(({ cells }) => cells.forColleagues.phrases)})(?!\\p{L})`,
  'iu',
);

const LABELS = inAllLanguages(({ cells }) => cells.forColleagues.labels);

/**
 * A note in brackets: [internal: call Anna]. If the bracket is not closed, the note lasts to the end of the text.
 * Because of this and of the lookbehind, matching takes linear time.
 */
const BRACKETED = new RegExp(
  `(?<![ \\t])[ \\t]*(?:\\[\\s*(?:${LABELS})\\s*:[^\\]]*(?:\\]|$)|\\(\\s*(?:${LABELS})\\s*:[^)]*(?:\\)|$))`,
  'giu',
);

/** Whether a text contains words for colleagues. */
export function holdsNotes(text: string): boolean {
  return PHRASE.test(text) || text.search(BRACKETED) >= 0;
}

/** A text without the internal notes, and the notes. */
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
