import { LANGUAGES } from '../../../languages/index.ts';
import { messageOf } from '../messages.ts';
import { spotsOf, textRule } from '../rule.ts';

/** Punctuation marks that may not follow each other; `base::sum` is code, and `?..` a question with an ellipsis. */
const DOUBLED =
  /,,|;;|(?<![\p{L}\p{N}])::|::(?![\p{L}\p{N}])|(?<![.?!])\.\.(?!\.)|[,;:] ?[,;:.](?!\p{L}|\.)/gu;
/** A comma and a dash, except after a number, where the dash stands for cents: 6,– €. */
const COMMA_AND_DASH = /(?:(?<!\d),|, )[-–—](?=\s)/gu;

export const punctuation = textRule({ id: 'punctuation', severity: 'warning' }, ({ words, lang }) =>
  [DOUBLED, ...(LANGUAGES[lang].typography.dashAfterComma ? [] : [COMMA_AND_DASH])].flatMap((pattern) =>
    spotsOf(words, pattern, ([marks]) => messageOf('marks-do-not-go-together', { marks })),
  ),
);
