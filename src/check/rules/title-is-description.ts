import { LANGUAGES } from '../../../languages/index.ts';
import type { Message } from '../../messages.ts';
import { textOf } from '../../model/index.ts';
import { messageOf } from '../messages.ts';
import { type CheckContext, findingAt, type PlacedEvent, type Rule } from '../rule.ts';
import { type PrintedText, textsByEvent } from '../texts.ts';

export const titleIsDescription: Rule = {
  id: 'title-is-description',
  severity: 'note',
  run: (context) => {
    const texts = textsByEvent(context.texts);
    const described = descriptionsOf(context);
    return context.events.flatMap((placed) =>
      (texts.get(placed.event) ?? [])
        .filter(({ kind }) => kind === 'title')
        .flatMap((text) => {
          const why = whyDescription(text, placed, described);
          return why === undefined ? [] : [findingAt(text.at, why, text.words)];
        }),
    );
  },
};

const LONG = { described: 40, undescribed: 25 };
/** Minimum number of words of a sentence that cannot be a title; shorter sentences can ("The show must go on"). */
const MIN_WORDS = 8;
/**
 * At least two sentences, the last of which ends with a full stop. Without that full stop, the text may be a title with
 * an explanation.
 */
const SENTENCES = /\p{Ll}{2}\. \p{Lu}[^.]{20,}\.$/u;
/**
 * Minimum share of the words of a title that the description of another event must contain for the title to be
 * reported.
 */
const ALIKE = 0.8;

function whyDescription(
  { words, lang }: PrintedText,
  placed: PlacedEvent,
  described: readonly Described[],
): Message | undefined {
  const all = words.match(/[\p{L}\p{N}]+/gu) ?? [];
  if (all.length < MIN_WORDS) return undefined;
  if (SENTENCES.test(words)) return messageOf('title-of-sentences');
  const cells = placed.row.filter(({ kind }) => kind === 'description');
  const hasDescription = cells.some(({ column }) => textOf(placed.event, column) !== undefined);
  const lacksDescription = cells.length > 0 && !hasDescription;
  if (LANGUAGES[lang].rules.titles.sentence.test(words) && (lacksDescription || words.endsWith('.')))
    return messageOf('title-is-sentence');
  if (all.length > (hasDescription ? LONG.described : LONG.undescribed))
    return messageOf('title-too-long', { words: all.length });
  if (hasDescription) return undefined;
  const set = wordSet(words);
  const like = described.some((other) => other.event !== placed.event && share(set, other.words) >= ALIKE);
  return like ? messageOf('title-is-other-description') : undefined;
}

interface Described {
  event: PlacedEvent['event'];
  words: ReadonlySet<string>;
}

/** Descriptions that are short enough to have been entered as a title. */
function descriptionsOf({ texts }: CheckContext): Described[] {
  return texts.flatMap(({ kind, event, words }) => {
    if (kind !== 'description' || event === undefined || words.length > 400) return [];
    const set = wordSet(words);
    return set.size < MIN_WORDS ? [] : [{ event, words: set }];
  });
}

function wordSet(words: string): ReadonlySet<string> {
  return new Set(words.toLowerCase().match(/[\p{L}\p{N}]+/gu));
}

function share(title: ReadonlySet<string>, description: ReadonlySet<string>): number {
  let common = 0;
  for (const word of title) if (description.has(word)) common++;
  return title.size < MIN_WORDS ? 0 : common / title.size;
}
