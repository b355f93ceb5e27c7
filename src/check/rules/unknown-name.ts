import type { Message } from '../../messages.ts';
import { LANGS, type Lang, valueAt } from '../../model/index.ts';
import { functionWords } from '../foreign-clauses.ts';
import { messageOf } from '../messages.ts';
import { type Rule, spotted } from '../rule.ts';
import { type UnknownWord, unknownWords } from '../unknown-words.ts';

export const unknownName: Rule = {
  id: 'unknown-name',
  severity: 'note',
  needs: 'spelling',
  readsLanguage: true,
  run: (context) => {
    const unknown = unknownWords(context).filter(({ kind }) => kind === 'name' || kind === 'title');
    const counted = new Map<string, UnknownWord & { count: number }>();
    for (const name of wholeNames(unknown)) {
      // If an event accepts the finding, the name is still reported for the other events.
      const key = isAccepted(name) ? `${name.text.event?.id} ${name.offset} ${name.word}` : name.word;
      valueAt(counted, key, () => ({ ...name, count: 0 })).count += 1;
    }
    return [...counted.values()].map((name) =>
      spotted(name.text, { offset: name.offset, length: name.word.length, ...saidOf(name, name.count) }),
    );
  },
};

/** Whether the event in which a name occurs accepts unknown names. */
const isAccepted = ({ text }: UnknownWord): boolean =>
  text.event?.accept?.some(({ rule }) => rule === unknownName.id) === true;

/** A separator between the words of a name: a space, an apostrophe, a hyphen or "&". */
const WITHIN_NAME = /^(?:\p{Zs}|['’‑-]|\p{Zs}?&\p{Zs}?)$/u;
/** Up to three lower-case words between the words of a name. */
const SMALL_WORDS = /^(?:\p{Zs}\p{Ll}+){1,3}\p{Zs}$/u;

/** Maximum number of characters of a name; a longer sequence is a list of names. */
const LONGEST = 80;

/** Merges names that directly follow each other in a text into one name. */
function wholeNames(names: readonly UnknownWord[]): UnknownWord[] {
  const whole: UnknownWord[] = [];
  for (const name of names) {
    const before = whole.at(-1);
    const { text, offset } = name;
    if (
      before?.text === text &&
      endOf(name) - before.offset <= LONGEST &&
      isWithinName(text.words.slice(endOf(before), offset), text.lang)
    )
      whole.splice(-1, 1, { ...before, word: text.words.slice(before.offset, endOf(name)) });
    else whole.push(name);
  }
  return whole;
}

/** Whether the words between two names make them one foreign name, as in Lost in Translation and Lord of the Rings. */
function isWithinName(between: string, lang: Lang): boolean {
  if (!SMALL_WORDS.test(between)) return WITHIN_NAME.test(between);
  const isForeign = (word: string): boolean =>
    !functionWords(lang).has(word) && LANGS.some((other) => functionWords(other).has(word));
  return between.trim().split(/\s+/u).every(isForeign);
}

const endOf = ({ offset, word }: UnknownWord): number => offset + word.length;

function saidOf({ kind, word }: UnknownWord, count: number): Message {
  if (kind === 'title') return messageOf('title-unknown');
  const code = /^[\p{Lu}\p{M}]+$/u.test(word) ? 'abbreviation-unknown' : 'name-unknown';
  return messageOf(code, { word, count });
}
