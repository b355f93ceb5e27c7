/** Merges paragraphs of two editions word by word. */
import { diffText, type ParagraphDiff } from '../compare/index.ts';
import type { Lang } from '../model/index.ts';
import type { Change, Paragraph, Run } from './model.ts';
import { wordsOf } from './texts.ts';

/** Marks all runs of a paragraph as present in one edition only. */
export const marked = (paragraph: Paragraph, change: Change): Paragraph =>
  paragraph.map((run) => ({ ...run, change }));

/**
 * Merges a paragraph of both editions. A line break within a paragraph becomes a space, so that it does not end the
 * paragraph.
 */
export function mergeLine(before: Paragraph, after: Paragraph, lang: Lang): Paragraph {
  if (JSON.stringify(before) === JSON.stringify(after)) return after;
  const diff = diffText(lineOf(before), lineOf(after), lang).flat();
  return markedRuns(diff, new RunReader([before]), new RunReader([after]));
}

const lineOf = (paragraph: Paragraph): string => wordsOf(paragraph).replaceAll('\n', ' ');

/** Merges the paragraphs of both editions; similar ones are merged word by word. */
export function mergeParagraphs(
  before: readonly Paragraph[],
  after: readonly Paragraph[],
  lang: Lang,
): Paragraph[] {
  if (JSON.stringify(before) === JSON.stringify(after)) return [...after];
  const [old, now] = [new RunReader(before), new RunReader(after)];
  const joined = (paragraphs: readonly Paragraph[]): string => paragraphs.map(lineOf).join('\n');
  return diffText(joined(before), joined(after), lang).map((diff) => markedRuns(diff, old, now));
}

function markedRuns(diff: ParagraphDiff, before: RunReader, after: RunReader): Run[] {
  return diff.flatMap(({ kind, text }) => {
    if (kind === 'deleted') return marked(before.take(text.length), kind);
    if (kind === 'inserted') return marked(after.take(text.length), kind);
    return sameWords(text.length, before, after);
  });
}

/**
 * Words that both editions contain. If their language or formatting differs, the old words are marked as deleted and
 * the new ones as inserted.
 */
function sameWords(length: number, before: RunReader, after: RunReader): Run[] {
  const runs: Run[] = [];
  for (let left = length; left > 0; ) {
    const step = Math.min(left, before.room, after.room);
    const [old, now] = [before.take(step), after.take(step)];
    if (old.length === 0 || now.length === 0) throw new Error('a difference longer than its texts');
    const same = JSON.stringify(old.map(lookOf)) === JSON.stringify(now.map(lookOf));
    runs.push(...(same ? now : [...marked(old, 'deleted'), ...marked(now, 'inserted')]));
    left -= step;
  }
  return runs;
}

const lookOf = ({ lang, strong, emphasis, quiet, spoken, link }: Run) => [
  lang,
  strong,
  emphasis,
  quiet,
  spoken,
  link,
];

/** Reads runs of paragraphs in pieces, none of which extends beyond the end of a run. */
class RunReader {
  readonly #runs: readonly Run[];
  #index = 0;
  #offset = 0;

  constructor(paragraphs: readonly Paragraph[]) {
    this.#runs = paragraphs.flat().filter(({ text }) => text !== '');
  }

  /** Number of UTF-16 units from the current position to the end of the run. */
  get room(): number {
    return (this.#runs[this.#index]?.text.length ?? 0) - this.#offset;
  }

  take(length: number): Run[] {
    const taken: Run[] = [];
    let left = length;
    for (let run = this.#runs[this.#index]; left > 0 && run !== undefined; run = this.#runs[this.#index]) {
      const text = run.text.slice(this.#offset, this.#offset + left);
      taken.push({ ...run, text });
      left -= text.length;
      this.#offset += text.length;
      if (this.#offset === run.text.length) {
        this.#index++;
        this.#offset = 0;
      }
    }
    return taken;
  }
}
