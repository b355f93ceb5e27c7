import { inScript, mixesScripts, type Script } from '../lookalikes.ts';
import { inEachText, type Rule, type Spot } from '../rule.ts';

const WORDS = /[\p{L}\p{M}]+/gu;
const CYRILLIC = /^\p{Script=Cyrillic}+$/u;

export const lookalikeLetters: Rule = {
  id: 'lookalike-letters',
  severity: 'error',
  title: 'letter of another alphabet that looks right',
  why: 'Nobody sees it in print, but no search finds the word, and a screen reader spells it out.',
  good: 'Moscow, all letters Latin',
  bad: 'Mоscow, with a Cyrillic о',
  limits:
    'Cyrillic and Latin only. A Russian text may hold Latin words; of those only single letters are looked at.',
  run: inEachText(({ words, lang }) =>
    [...words.matchAll(WORDS)].flatMap(({ 0: word, index }): Spot[] => {
      const script = expectedScript(word, lang === 'ru' ? 'Cyrillic' : 'Latin');
      const right = script === undefined ? undefined : inScript(word, script);
      if (script === undefined || (right === undefined && !mixesScripts(word))) return [];
      return [
        {
          offset: index,
          length: word.length,
          message: `${word} has letters of two alphabets`,
          ...(right !== undefined && { fix: { words: right, safe: true } }),
        },
      ];
    }),
  ),
};

/** The script that a suspect word should be in: that of the text, or its own if only that is possible; undefined for a sound word. */
function expectedScript(word: string, text: Script): Script | undefined {
  if (mixesScripts(word)) {
    if (inScript(word, text) !== undefined) return text;
    const other = text === 'Latin' ? 'Cyrillic' : 'Latin';
    return inScript(word, other) === undefined ? text : other;
  }
  const wholeWord = text === 'Latin' ? CYRILLIC.test(word) : /^[A-Za-z]$/.test(word);
  return wholeWord && inScript(word, text) !== undefined ? text : undefined;
}
