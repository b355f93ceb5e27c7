import { LANGUAGES } from '../../../languages/index.ts';
import { columnsOf } from '../columns.ts';
import type { BareFinding } from '../finding.ts';
import { messageOf } from '../messages.ts';
import { type CheckContext, type Rule, spotted } from '../rule.ts';
import { type PrintedText, textsByEvent } from '../texts.ts';

export const seatsDisagree: Rule = {
  id: 'seats-disagree',
  severity: 'warning',
  run: (context) => [...textsByEvent(context.texts).values()].flatMap((texts) => disagreeing(texts, context)),
};

function disagreeing(texts: readonly PrintedText[], { programme: { config } }: CheckContext): BareFinding[] {
  const columns = columnsOf('seats', config);
  const column = texts.find(
    ({ column: id = '', words }) => columns.has(id) && /^\D{0,12}\d{1,5}\D{0,20}$/u.test(words),
  );
  if (column === undefined) return [];
  const seats = Number(column.words.replaceAll(/\D/g, ''));
  return texts.flatMap((text) => {
    if (text.kind !== 'title' && text.kind !== 'description') return [];
    const mentions = seatsIn(text);
    const [first] = mentions;
    if (first === undefined || mentions.length > 1 || first.seats === seats) return [];
    const { offset, length } = first;
    return [spotted(text, { offset, length, ...messageOf('seats-disagree', { seats }) })];
  });
}

/** The numbers of seats that a text states. */
function seatsIn({ words, lang }: PrintedText): { offset: number; length: number; seats: number }[] {
  return [...words.matchAll(LANGUAGES[lang].rules.seats)].flatMap(({ 0: phrase, index, groups = {} }) => {
    const number = Object.values(groups).find((group) => group !== undefined);
    return number === undefined ? [] : [{ offset: index, length: phrase.length, seats: Number(number) }];
  });
}
