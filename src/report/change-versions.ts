/** The two versions of a changed paragraph, for output without colours. */
import type { ParagraphDiff } from '../compare/index.ts';
import { ellipsis, oneLine } from '../model/index.ts';

/**
 * The text of a paragraph before and after a change. If the paragraph did not exist before or after the change, that
 * version is left out.
 */
export function versionsOf(paragraph: ParagraphDiff): { before?: string; after?: string } {
  const without = (kind: 'deleted' | 'inserted'): string =>
    paragraph
      .filter((segment) => segment.kind !== kind)
      .map(({ text }) => text)
      .join('');
  const has = (kind: 'deleted' | 'inserted'): boolean => paragraph.some((segment) => segment.kind === kind);
  const [before, after] = [without('inserted'), without('deleted')];
  return {
    ...((has('deleted') || before.trim() !== '') && { before }),
    ...((has('inserted') || after.trim() !== '') && { after }),
  };
}

/** Both versions on one line: `3 May → 4 May`. */
export function beforeAndAfter(paragraph: ParagraphDiff): string {
  const { before, after } = versionsOf(paragraph);
  return [before, after].map((words) => (words === undefined ? '—' : oneLine(words))).join(' → ');
}

/** Maximum number of unchanged characters that a short line shows before the first change and after the last change. */
const CONTEXT = 20;
/** Maximum number of characters per version in a short line. */
const MAX_VERSION = 70;

/** The changed words of both versions on one short line: `… of Pskov and → … of Pskov and Arles` */
export function changeInBrief(whole: ParagraphDiff): string {
  const paragraph = fromFirstWords(whole);
  const last = paragraph.length - 1;
  const short = paragraph.map((segment, index) => {
    const { kind, text } = segment;
    if (kind !== 'same' || text.length <= CONTEXT || (index > 0 && index < last)) return segment;
    return { ...segment, text: index === 0 ? `…${text.slice(-CONTEXT)}` : `${text.slice(0, CONTEXT)}…` };
  });
  const { before, after } = versionsOf(short);
  return [before, after]
    .map((words) => (words === undefined ? '—' : ellipsis(oneLine(words), MAX_VERSION)))
    .join(' → ');
}

/**
 * The part of a paragraph that starts with the unchanged text before the first changed letters: changes to letters
 * matter more than changes to quotation marks and dashes. If no letters have changed, the whole paragraph is returned.
 */
function fromFirstWords(paragraph: ParagraphDiff): ParagraphDiff {
  const found = paragraph.findIndex(({ kind, text }, index) => {
    const next = paragraph[index + 1];
    const previous = paragraph[index - 1];
    if (kind === 'same' || (kind === 'inserted' && previous?.kind === 'deleted')) return false;
    return lettersOf(text) !== (next?.kind === 'inserted' && kind === 'deleted' ? lettersOf(next.text) : '');
  });
  return found <= 0 ? paragraph : paragraph.slice(paragraph[found - 1]?.kind === 'same' ? found - 1 : found);
}

const lettersOf = (text: string): string => (text.match(/[\p{L}\p{M}\p{N}]+/gu) ?? []).join('');
