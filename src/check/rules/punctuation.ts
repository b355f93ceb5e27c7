import { LANGUAGES } from '../../../languages/index.ts';
import { messageOf } from '../messages.ts';
import { spotsOf, textRule } from '../rule.ts';

/**
 * Punctuation marks that must not follow each other, except in code (`base::sum`), in an ellipsis after a question
 * (`?..`) and in a number to be dialled (`+49 30,,1234#,,5#`).
 */
const DOUBLED =
  /(?<![\d#,](?=,{1,9}[\d#*])),,|;;|(?<![\p{L}\p{N}])::|::(?![\p{L}\p{N}])|(?<![.?!])\.\.(?!\.)|(?:[;:] ?|, )[,;:.](?!\p{L}|\.)|,[;:.](?!\p{L}|\.)/gu;
/** A comma before a dash, except after a number, where the dash stands for cents: 6,– €. */
const COMMA_AND_DASH = /(?:(?<!\d),|, )[-–—](?=\s)/gu;

export const punctuation = textRule({ id: 'punctuation', severity: 'warning' }, ({ words, lang }) =>
  [DOUBLED, ...(LANGUAGES[lang].typography.dashAfterComma ? [] : [COMMA_AND_DASH])].flatMap((pattern) =>
    spotsOf(words, pattern, ([marks]) => messageOf('marks-do-not-go-together', { marks })),
  ),
);
