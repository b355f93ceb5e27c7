import {
  CHANGE_KINDS,
  type ChangeKind,
  type ChangeSeverity,
  type Lang,
  type ProgrammeFile,
} from '../model/index.ts';
import { parseDatePhrase } from '../text/dates/index.ts';
import type { Change } from './change.ts';
import { type Context, saysOtherwise } from './meaning.ts';
import { isTypographic } from './typography.ts';

/** Kinds of words that are addresses or one name, whose parts say nothing. */
const NO_SENTENCES: readonly ChangeKind[] = [
  'link-changed',
  'contact-changed',
  'picture-changed',
  'publisher-changed',
];

/**
 * How much a change matters. Words that differ in typography alone are typographic whatever the kind; else the kind decides as the
 * programme says it. Where it does not, what the words say counts: they are major if they say something else than before, and
 * minor if a date or a body is merely said in another way. Words whose date for machines moved with them are another date.
 */
export function severityOf(
  { kind, lang, words, when }: Pick<Change, 'kind' | 'lang' | 'words' | 'when'>,
  remapped: ProgrammeFile['changes'],
  context: Context,
): ChangeSeverity {
  const { old: before, new: after } = words;
  const own = remapped?.[kind];
  const usual = own ?? CHANGE_KINDS[kind];
  if (lang === undefined || when !== undefined) return usual;
  if (before !== undefined && after !== undefined && isTypographic(before, after, lang)) return 'typographic';
  if (own !== undefined || NO_SENTENCES.includes(kind)) return usual;
  if (usual === 'minor') return saysOtherwise(before ?? '', after ?? '', lang, context) ? 'major' : 'minor';
  if (before === undefined || after === undefined) return usual;
  if (kind === 'date-changed' && isSameDate(before, after, lang, context)) return 'minor';
  return kind === 'body-changed' && isReordered(before, after) ? 'minor' : usual;
}

/** Whether two planned dates in words are one: Semester 2, second semester. */
function isSameDate(before: string, after: string, lang: Lang, context: Context): boolean {
  const [old, now] = [before, after].map((words) => {
    const phrase = parseDatePhrase(words, {
      lang,
      ...(context.year !== undefined && { year: context.year }),
    });
    return 'edtf' in phrase ? phrase.edtf : undefined;
  });
  return old !== undefined && now !== undefined && old === now;
}

/** Whether only the order of words and what stands between them differ. */
function isReordered(before: string, after: string): boolean {
  const sorted = (text: string): string =>
    (text.toLowerCase().match(/[\p{L}\p{M}\p{N}]+/gu) ?? []).sort().join(' ');
  return sorted(before) === sorted(after);
}
