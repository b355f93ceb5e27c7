import { LANGUAGES } from '../../../languages/index.ts';
import { hasScript, inScript } from '../lookalikes.ts';
import { textCalled } from '../message-names.ts';
import { messageOf } from '../messages.ts';
import { spotsOf, textRule } from '../rule.ts';

/** Consecutive words in Cyrillic script, with the characters between them. */
const CYRILLIC =
  /\p{Script=Cyrillic}[\p{Script=Cyrillic}\p{M}]*(?:[\s«»„“.,:;-]+[\p{Script=Cyrillic}\p{M}]+)*/gu;
/** The marks around an original title or name: “Брат”, the film The Return (Возвращение). */
const MARKS = /^(?:[“„«"(][”“»")])$/u;
export const otherScript = textRule(
  { id: 'other-script', severity: 'warning', ownsWords: true },
  ({ words, lang }) => {
    if (LANGUAGES[lang].script === 'Cyrillic' || !hasScript(words, 'Cyrillic')) return [];
    return spotsOf(words, CYRILLIC, ({ 0: stretch, index }) => {
      const isLatin = inScript(stretch, 'Latin') !== undefined;
      const end = index + stretch.length;
      const isNamed = stretch.length === 1 || MARKS.test(`${words[index - 1]}${words[end]}`);
      const isMixed = touchesLetter(words, index - 1) || touchesLetter(words, end);
      return isLatin || isMixed || isNamed
        ? undefined
        : messageOf('cyrillic-words', { text: textCalled(lang) });
    });
  },
);

/** Whether the character next to a range is a letter, so that the word mixes scripts, which another rule reports. */
function touchesLetter(words: string, index: number): boolean {
  return /\p{L}/u.test(words[index] ?? '');
}
