import { titleIn, wordsIn } from '../../model/index.ts';
import { foldName } from '../../reference/index.ts';
import { messageOf } from '../messages.ts';
import { inEachText, type Rule, type Spot } from '../rule.ts';

export const descriptionRepeatsTitle: Rule = {
  id: 'description-repeats-title',
  severity: 'warning',
  title: 'description that only repeats the title',
  why: 'Readers read the same words twice without learning more.',
  good: 'title: Academic cooperation · description: Seminars on oriental languages',
  bad: 'title: Scientific and academic cooperation · description: Academic cooperation',
  limits: 'The rule compares words, so a repetition in other words is not reported.',
  run: inEachText(({ words, lang, event, kind }, { programme: { config } }): Spot[] => {
    const title = event && wordsIn(titleIn(event, config), lang, config.language);
    if (kind !== 'description' || title === undefined || words.length > 2 * title.length) return [];
    const titleWords = new Set(foldName(title).split(' '));
    const says = foldName(words).split(' ');
    if (!says.every((word) => titleWords.has(word))) return [];
    return [{ offset: 0, length: words.length, ...messageOf('description-repeats-title') }];
  }),
};
