import { LANGUAGES } from '../../../languages/index.ts';
import { hasScript, inScript, type Script } from '../lookalikes.ts';
import { messageOf } from '../messages.ts';
import { spotsOf, textRule } from '../rule.ts';

/** Words, and abbreviations of single letters with full stops. */
const WORDS = /(?<![\p{L}\p{M}])(?:\p{L}\.)+\p{L}(?![\p{L}\p{M}])|[\p{L}\p{M}]+/gu;
const LATIN_LETTERS = /^[A-Za-z](?:\.[A-Za-z])*$/;
const AFTER_FIGURE = /\d[.,]$/u;
const AFTER_LATIN = /\p{Script=Latin}[\p{Script=Latin}\p{M}’'.]*[,:;]?\s+$/u;
const BEGINS = /(?:^|[.:;!?«„“(—–-])\s*$/u;
const BEFORE_LATIN = /^\.?\s+\p{Script=Latin}/u;
/**
 * Number of characters before a letter that determine whether it is Latin; searching all text before each letter would
 * take quadratic time.
 */
const NEAR = 200;
/** A word in Latin letters after the article a (a cappella), or the languages C, C ++ and C #. */
const NAMES = /^a [a-z]|^C(?:[^\n]{0,9} C)? ?(?:\+\+|#)/u;
const ALONE = /[\s«»„“(),.;:!?]/u;

export const lookalikeLetters = textRule(
  { id: 'lookalike-letters', severity: 'error' },
  ({ words, lang }) => {
    const { script } = LANGUAGES[lang];
    if (!hasScript(words, otherThan(script))) return [];
    return spotsOf(words, WORDS, ({ 0: word, index }) => {
      if (!isSuspect(word, words, index, script)) return undefined;
      const right = inScript(word, script) ?? inScript(word, otherThan(script));
      // If other letters are mixed too, readers see it: Трамонtouch.
      return right === undefined
        ? undefined
        : { ...messageOf(...strangers(word, script)), fix: { words: right, safe: true } };
    });
  },
);

/** Whether a word mixes scripts, or is completely in the wrong script and looks like a word in the right one. */
function isSuspect(word: string, text: string, index: number, script: Script): boolean {
  if (!hasScript(word, otherThan(script))) return false;
  if (hasScript(word, script)) return true;
  if (script === 'Latin') return inScript(word, script) !== undefined;
  // A4, B2B, C++, 0.x and a Latin letter among Latin words are Latin in a Cyrillic text too.
  const [before, after] = [text.slice(Math.max(0, index - NEAR), index), text.slice(index + word.length)];
  return (
    LATIN_LETTERS.test(word) &&
    ALONE.test(before.at(-1) ?? ' ') &&
    ALONE.test(after[0] ?? ' ') &&
    !AFTER_FIGURE.test(before) &&
    !AFTER_LATIN.test(before) &&
    !NAMES.test(word + after) &&
    !(BEGINS.test(before) && BEFORE_LATIN.test(after)) &&
    inScript(word, script) !== undefined
  );
}

function otherThan(script: Script): Script {
  return script === 'Latin' ? 'Cyrillic' : 'Latin';
}

/**
 * The message for a word in two scripts, and its letters in the less frequent script. If both are equally frequent,
 * these are the letters that are not in the script of the text.
 */
function strangers(
  word: string,
  script: Script,
): [code: 'lookalike-latin' | 'lookalike-cyrillic', parameters: { word: string; letters: string[] }] {
  const of = (wanted: Script): string[] => [...word].filter((letter) => hasScript(letter, wanted));
  const [own, others] = [of(script), of(otherThan(script))];
  const fewer = own.length > 0 && own.length < others.length ? script : otherThan(script);
  return [
    fewer === 'Latin' ? 'lookalike-latin' : 'lookalike-cyrillic',
    { word, letters: [...new Set(of(fewer))] },
  ];
}
