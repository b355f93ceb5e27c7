import { LANGUAGES } from '../../../languages/index.ts';
import { messageOf } from '../messages.ts';
import { spotsOf, textRule } from '../rule.ts';

export const smallWords = textRule(
  { id: 'small-words', severity: 'warning', readsLanguage: true },
  ({ words, lang }, { spelling }) =>
    LANGUAGES[lang].rules.grammarPatterns.flatMap(({ pattern, says, right, endsInKnown }) =>
      spotsOf(words, pattern, ([printed]) => {
        const last = printed.slice(printed.lastIndexOf(' ') + 1);
        if (endsInKnown && spelling?.knows(last, lang) === false) return undefined;
        const better = right?.(printed);
        const message = messageOf('small-word', { printed, says: messageOf(says) });
        return better === undefined ? message : { ...message, fix: { words: better, safe: false } };
      }),
    ),
);
