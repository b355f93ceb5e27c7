import { LANGUAGES } from '../../../languages/index.ts';
import { messageOf } from '../messages.ts';
import { inEachText, type Rule, spotsOf } from '../rule.ts';

export const smallWords: Rule = {
  id: 'small-words',
  severity: 'warning',
  title: 'missing, superfluous or wrong short word',
  why: 'It is left over from an edited sentence, and readers stumble over it.',
  good: 'from 13 November · the Agenda for sustainable development will be discussed',
  bad: 'from the 13 November · the Agenda for sustainable will be discussed',
  limits:
    'The rule has patterns that are wrong in more than nine of ten cases; it does not check other grammar. Wordplay in quoted titles is reported too.',
  readsLanguage: true,
  run: inEachText(({ words, lang }, { spelling }) =>
    LANGUAGES[lang].rules.slips.flatMap(({ pattern, says, right, endsInKnown }) =>
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
