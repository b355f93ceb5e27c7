import type { ParagraphDiff } from './change.ts';

/** Characters of unchanged words that excerpts keep on each side of a change. */
const CONTEXT = 60;

/** The paragraphs that changed, with no more than some words around each change. */
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

/** Unchanged words cut to those near the change before them and the one after them. */
function shortened(text: string, keepStart: boolean, keepEnd: boolean): string {
  const start = keepStart ? (/^.{0,60}(?=\s|$)/u.exec(text)?.[0] ?? '') : '';
  const end = keepEnd ? (/(?:^|(?<=\s)).{0,60}$/u.exec(text)?.[0] ?? '') : '';
  if (start.length + end.length + 3 >= text.length || text.length <= CONTEXT) return text;
  return `${start}${start === '' ? '' : ' '}…${end === '' ? '' : ' '}${end}`;
}
