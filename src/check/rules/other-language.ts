import { foreignClauses } from '../foreign-clauses.ts';
import { inEachText, type Rule } from '../rule.ts';
import { languageCalled, textCalled } from '../said.ts';

export const otherLanguage: Rule = {
  id: 'other-language',
  severity: 'warning',
  title: 'sentence in another language than the text',
  why: 'The reader of one language stumbles over the other, and a screen reader speaks it wrongly.',
  good: 'France helps start-ups',
  bad: 'in an English text: La France aide les startups',
  limits:
    'Languages in Latin letters, and only whole clauses: names of bodies and quoted titles may stay in their language.',
  ownsWords: true,
  run: inEachText((text) =>
    foreignClauses(text).map(({ lang, ...spot }) => ({
      ...spot,
      message: `this is ${languageCalled(lang)} in ${textCalled(text.lang)}`,
    })),
  ),
};
