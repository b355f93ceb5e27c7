import { LANGUAGES } from '../../../languages/index.ts';
import { messageOf } from '../messages.ts';
import { inEachText, type Rule, type Spot } from '../rule.ts';

export const smallWords: Rule = {
  id: 'small-words',
  severity: 'warning',
  title: 'small word too many, missing or wrong',
  why: 'It is what remains of a change in the sentence, and readers stumble over it.',
  good: 'from 13 November · the Agenda for sustainable development will be discussed',
  bad: 'from the 13 November · the Agenda for sustainable will be discussed',
  limits:
    'It knows patterns that are wrong in more than nine of ten places; grammar beyond them it does not know. Titles in quotation marks may play with words and are reported too.',
  run: inEachText(({ words, lang }) =>
    LANGUAGES[lang].rules.slips.flatMap(({ pattern, says, right }) =>
      [...words.matchAll(pattern)].map(({ 0: printed, index }): Spot => {
        const better = right?.(printed);
        return {
          offset: index,
          length: printed.length,
          ...messageOf('small-word', { printed, says }),
          ...(better !== undefined && { fix: { words: better, safe: false } }),
        };
      }),
    ),
  ),
};
