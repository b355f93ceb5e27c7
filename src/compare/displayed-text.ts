/** Removes the markup from the text of changes in fields that can contain emphasis. */
import { emphasisedIn, type Field, type Lang, paragraphsOf, type RichRun } from '../model/index.ts';
import { isSameInline, parseInline, plainInline, plainWords, writeInlineLines } from '../text/index.ts';
import type { Change, ParagraphDiff, Segment } from './change.ts';
import { diffText } from './text-diff.ts';

/** The field of a change, and its text before and after the change. */
type ChangedWords = Pick<Change, 'about' | 'field' | 'words'>;

function holdsEmphasis({ about, field }: ChangedWords, fields: readonly Field[]): boolean {
  return about === 'event' && field !== undefined && emphasisedIn({ fields }).has(field);
}

/** The text of a change as printed, without emphasis markup. */
export function displayedText(change: ChangedWords, fields: readonly Field[]): Change['words'] {
  const { words } = change;
  if (!holdsEmphasis(change, fields)) return words;
  return {
    ...(words.old !== undefined && { old: plainInline(words.old) }),
    ...(words.new !== undefined && { new: plainInline(words.new) }),
  };
}

/**
 * Sets the kind of a change to `emphasis-changed` if it affects only the emphasis; other changes are returned
 * unchanged.
 */
export function withEmphasisKind<C extends ChangedWords & Pick<Change, 'kind'>>(
  change: C,
  fields: readonly Field[],
): C {
  const displayed = displayedText(change, fields);
  const isEmphasis = change.words.old !== change.words.new && displayed.old === displayed.new;
  return isEmphasis ? { ...change, kind: 'emphasis-changed' } : change;
}

/**
 * Whether a change is visible in print. A change that affects only the notation of the same emphasis is not visible.
 */
export function isSeen({ kind, words }: Pick<Change, 'kind' | 'words'>): boolean {
  return kind !== 'emphasis-changed' || !isSameInline(words.old ?? '', words.new ?? '');
}

/** The word diff of the printed text. If only the emphasis changed, the affected words include their markup. */
export function changedParagraphs(
  change: ChangedWords & Pick<Change, 'kind' | 'lang'>,
  fields: readonly Field[],
  main: Lang,
): ParagraphDiff[] {
  if (change.kind === 'emphasis-changed') return emphasisDiff(change.words.old ?? '', change.words.new ?? '');
  const words = displayedText(change, fields);
  return diffText(words.old, words.new, change.lang ?? main);
}

/**
 * The diff of two texts with the same words but different formatting. The diff contains the markup of both versions.
 */
function emphasisDiff(before: string, after: string): ParagraphDiff[] {
  const now = paragraphsOf(after);
  return paragraphsOf(before).map((paragraph, index): Segment[] => {
    const stretches = stretchesOf(parseInline(paragraph), parseInline(now[index] ?? ''));
    return stretches.flatMap(({ isSame, old, now }): Segment[] =>
      isSame
        ? [{ kind: 'same', text: plainWords(old) }]
        : [
            { kind: 'deleted', text: writeInlineLines(old) },
            { kind: 'inserted', text: writeInlineLines(now) },
          ],
    );
  });
}

/** A range of text, and whether its formatting is the same in both versions. */
interface FormattedRange {
  isSame: boolean;
  old: RichRun[];
  now: RichRun[];
}

/**
 * Compares the formatting of two paragraphs with the same words. Returns alternating ranges of text whose formatting is
 * the same in both versions and text whose formatting differs.
 */
function stretchesOf(before: readonly RichRun[], after: readonly RichRun[]): FormattedRange[] {
  const stretches: FormattedRange[] = [];
  const [olds, nows] = [[...before], [...after]];
  for (let [old, now] = [olds.shift(), nows.shift()]; old !== undefined && now !== undefined; ) {
    const length = Math.min(old.text.length, now.text.length);
    const cut = (run: RichRun): RichRun => ({ ...run, text: run.text.slice(0, length) });
    const isSame = old.strong === now.strong && old.emphasis === now.emphasis && old.link === now.link;
    const last = stretches.at(-1);
    if (last?.isSame === isSame) {
      last.old.push(cut(old));
      last.now.push(cut(now));
    } else stretches.push({ isSame, old: [cut(old)], now: [cut(now)] });
    const rest = (run: RichRun, others: RichRun[]): RichRun | undefined =>
      run.text.length > length ? { ...run, text: run.text.slice(length) } : others.shift();
    [old, now] = [rest(old, olds), rest(now, nows)];
  }
  return stretches;
}
