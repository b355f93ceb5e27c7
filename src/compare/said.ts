/** What changes say, where the words of their fields are written with signs of emphasis. */
import { emphasisedIn, type Field } from '../model/field.ts';
import type { Lang } from '../model/text.ts';
import { withoutEmphasis } from '../text/emphasis.ts';
import type { Change, ParagraphDiff } from './change.ts';
import { diffText } from './text-diff.ts';

/** Of what a change is: the words of a field before and after. */
type ChangedWords = Pick<Change, 'about' | 'field' | 'words'>;

function holdsEmphasis({ about, field }: ChangedWords, fields: readonly Field[]): boolean {
  return about === 'event' && field !== undefined && emphasisedIn({ fields }).has(field);
}

/** The words of a change as they are printed. */
export function saidWords(change: ChangedWords, fields: readonly Field[]): Change['words'] {
  const { words } = change;
  if (!holdsEmphasis(change, fields)) return words;
  return {
    ...(words.old !== undefined && { old: withoutEmphasis(words.old) }),
    ...(words.new !== undefined && { new: withoutEmphasis(words.new) }),
  };
}

/** A change of the emphasis alone, as one; any other as it is. */
export function withEmphasisKind<C extends ChangedWords & Pick<Change, 'kind'>>(
  change: C,
  fields: readonly Field[],
): C {
  const said = saidWords(change, fields);
  const isEmphasis = change.words.old !== change.words.new && said.old === said.new;
  return isEmphasis ? { ...change, kind: 'emphasis-changed' } : change;
}

/** A change word by word: the words as they are printed; where the emphasis alone changed, with its signs. */
export function changedParagraphs(
  change: ChangedWords & Pick<Change, 'kind' | 'lang'>,
  fields: readonly Field[],
  main: Lang,
): ParagraphDiff[] {
  const words = change.kind === 'emphasis-changed' ? change.words : saidWords(change, fields);
  return diffText(words.old, words.new, change.lang ?? main);
}
