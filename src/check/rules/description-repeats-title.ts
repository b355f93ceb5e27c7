import { titleIn, wordsIn } from '../../model/index.ts';
import { foldName } from '../../reference/index.ts';
import { messageOf } from '../messages.ts';
import { textRule } from '../rule.ts';

export const descriptionRepeatsTitle = textRule(
  { id: 'description-repeats-title', severity: 'warning' },
  ({ words, lang, event, kind }, { programme: { config } }) => {
    const title = event && wordsIn(titleIn(event, config), lang, config.language);
    if (kind !== 'description' || title === undefined || words.length > 2 * title.length) return [];
    const titleWords = new Set(foldName(title).split(' '));
    const says = foldName(words).split(' ');
    if (!says.every((word) => titleWords.has(word))) return [];
    return [{ offset: 0, length: words.length, ...messageOf('description-repeats-title') }];
  },
);
