import { LANGUAGES } from '../../../languages/index.ts';
import { hasScript, inScript, type Script } from '../lookalikes.ts';
import { messageOf } from '../messages.ts';
import { spotsOf, textRule } from '../rule.ts';

/** A word, or an abbreviation that consists of single letters with full stops. */
const WORDS = /(?<![\p{L}\p{M}])(?:\p{L}\.)+\p{L}(?![\p{L}\p{M}])|[\p{L}\p{M}]+/gu;
const LATIN_LETTERS = /^[A-Za-z](?:\.[A-Za-z])*$/;
const AFTER_FIGURE = /\d[.,]$/u;
const AFTER_LATIN = /\p{Script=Latin}[\p{Script=Latin}\p{M}’'.]*[,:;]?\s+$/u;
const BEGINS = /(?:^|[.:;!?«„“(—–-])\s*$/u;
const BEFORE_LATIN = /^\.?\s+\p{Script=Latin}/u;
/**
 * Number of characters before and after a single letter that are examined to find out whether the letter is Latin.
 * Examining all text would take quadratic time.
 */
const NEAR = 200;
/**
 * The letter "a" before a word in Latin letters (a cappella), the name of a programming language (C++, C#), or a letter
 * that is joined to a Latin word by a dash, such as a musical key (C – dur).
 */
const NAMES = /^a [a-z]|^C(?:[^\n]{0,9} C)? ?(?:\+\+|#)|^[A-Z] ?[-–] ?[a-z]/u;
const ALONE = /[\s«»„“(),.;:!?]/u;

export const lookalikeLetters = textRule(
  { id: 'lookalike-letters', severity: 'error' },
  ({ words, lang }) => {
    const { script } = LANGUAGES[lang];
    if (!hasScript(words, otherThan(script))) return [];
    return spotsOf(words, WORDS, ({ 0: word, index }) => {
      if (!isSuspect(word, words, index, script)) return undefined;
      const right = inScript(word, script) ?? inScript(word, otherThan(script));
      // Readers notice by themselves if a word also mixes letters that have no lookalikes, such as Трамонtouch.
      return right === undefined
        ? undefined
        : { ...messageOf(...strangers(word, script)), fix: { words: right, safe: true } };
    });
  },
);

/** Whether a word mixes scripts, or is entirely in the wrong script but looks like a word in the right one. */
function isSuspect(word: string, text: string, index: number, script: Script): boolean {
  if (!hasScript(word, otherThan(script))) return false;
  if (hasScript(word, script)) return true;
  if (script === 'Latin') return inScript(word, script) !== undefined;
  // Words such as A4, B2B, C++ and 0.x are Latin even in a Cyrillic text, and so is a single letter between Latin
  // words.
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
 * The message about a word in two scripts. It names the letters in the script with fewer letters or, if both have the
 * same number, those that are not in the script of the text.
 */
function strangers(
  word: string,
  script: Script,
): [code: 'lookalike-latin' | 'lookalike-cyrillic', parameters: { word: string; letters: string[] }] {
  const of = (wanted: Script): string[] => [...word].filter((letter) => hasScript(letter, wanted));
  const [ofScript, others] = [of(script), of(otherThan(script))];
  const fewer = ofScript.length > 0 && ofScript.length < others.length ? script : otherThan(script);
  return [
    fewer === 'Latin' ? 'lookalike-latin' : 'lookalike-cyrillic',
    { word, letters: [...new Set(of(fewer))] },
  ];
}
