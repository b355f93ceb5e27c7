import type { ParagraphDiff } from './change.ts';

/** Number of characters of unchanged text that an excerpt contains before and after a change. */
const CONTEXT = 60;

/** The changed paragraphs, shortened to the changes and some unchanged text around them. */
export function excerpt(paragraphs: readonly ParagraphDiff[]): ParagraphDiff[] {
  return paragraphs
    .filter((paragraph) => paragraph.some((segment) => segment.kind !== 'same'))
    .map((paragraph) =>
      paragraph.map((segment, index) =>
        segment.kind === 'same'
          ? { ...segment, text: shortened(segment.text, index > 0, index < paragraph.length - 1) }
          : segment,
      ),
    );
}

const START = new RegExp(`^.{0,${CONTEXT}}(?=\\s|$)`, 'u');
const END = new RegExp(`(?:^|(?<=\\s)).{0,${CONTEXT}}$`, 'u');

/** Shortens an unchanged text to its start, its end or both, that is, to the words next to changes. */
function shortened(text: string, keepStart: boolean, keepEnd: boolean): string {
  const start = keepStart ? (START.exec(text)?.[0] ?? '') : '';
  const end = keepEnd ? (END.exec(text)?.[0] ?? '') : '';
  if (text.length <= CONTEXT || start.length + end.length >= text.length) return text;
  return [start, '…', end].filter((part) => part !== '').join(' ');
}
