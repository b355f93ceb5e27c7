import { LANGUAGES } from '../../../languages/index.ts';
import { messageOf } from '../messages.ts';
import { inEachText, type Rule, spotsOf } from '../rule.ts';

export const smallWords: Rule = {
  id: 'small-words',
  severity: 'warning',
  readsLanguage: true,
  run: inEachText(({ words, lang }, { spelling }) =>
    LANGUAGES[lang].rules.grammarPatterns.flatMap(({ pattern, says, right, endsInKnown }) =>
      spotsOf(words, pattern, ([printed]) => {
        const last = printed.slice(printed.lastIndexOf(' ') + 1);
        if (endsInKnown && spelling?.knows(last, lang) === false) return undefined;
        const better = right?.(printed);
        const said = messageOf('small-word', { printed, says });
        return better === undefined ? said : { ...said, fix: { words: better, safe: false } };
      }),
    ),
  ),
};
