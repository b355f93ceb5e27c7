import { LANGUAGES } from '../../../languages/index.ts';
import { messageOf } from '../messages.ts';
import { spotsOf, textRule } from '../rule.ts';

export const nonbreakingSpaces = textRule({ id: 'nonbreaking-spaces', severity: 'note' }, ({ words, lang }) =>
  LANGUAGES[lang].typography.ties.flatMap(({ pattern, what, space }) =>
    spotsOf(words, pattern, ([printed]) => ({
      ...messageOf('space-ordinary', { what: messageOf(what) }),
      fix: { words: printed.replaceAll(' ', space), safe: true },
    })),
  ),
);
