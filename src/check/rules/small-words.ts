import { LANGUAGES } from '../../../languages/index.ts';
import { messageOf } from '../messages.ts';
import { spotsOf, textRule } from '../rule.ts';

/** A mark before an ending that is no word of its own: Leiter*in im Museum, Leiter/in im Museum. */
const BEFORE_ENDING = /[*:/_·]/u;

export const smallWords = textRule(
  { id: 'small-words', severity: 'warning', readsLanguage: true },
  ({ words, lang }, { spelling }) =>
    LANGUAGES[lang].rules.grammarPatterns.flatMap(({ pattern, says, right, endsInKnown }) =>
      spotsOf(words, pattern, ({ 0: printed, index }) => {
        if (BEFORE_ENDING.test(words.charAt(index - 1))) return undefined;
        const last = printed.slice(printed.lastIndexOf(' ') + 1);
        if (endsInKnown && spelling?.knows(last, lang) === false) return undefined;
        const better = right?.(printed);
        const message = messageOf('small-word', { printed, says: messageOf(says) });
        return better === undefined ? message : { ...message, fix: { words: better, safe: false } };
      }),
    ),
);
