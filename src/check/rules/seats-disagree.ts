import { LANGUAGES } from '../../../languages/index.ts';
import { columnsOf } from '../columns.ts';
import type { BareFinding } from '../finding.ts';
import { messageOf } from '../messages.ts';
import { type CheckContext, type Rule, spotted } from '../rule.ts';
import { type PrintedText, textsByEvent } from '../texts.ts';

export const seatsDisagree: Rule = {
  id: 'seats-disagree',
  severity: 'warning',
  title: 'number of seats that differs from the seat column',
  why: 'One of the two numbers is wrong, and visitors may be turned away.',
  good: 'seats: 30 · description: limited to 30 people',
  bad: 'seats: 25 · description: limited to 30 people',
  limits:
    'The rule finds the seat column by its heading, and phrases such as “limited to 30 people” or “30 seats” in texts. Texts with several such numbers are not checked.',
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
    const said = seatsIn(text);
    const [first] = said;
    if (first === undefined || said.length > 1 || first.seats === seats) return [];
    const { offset, length } = first;
    return [spotted(text, { offset, length, ...messageOf('seats-disagree', { seats }) })];
  });
}

/** The numbers of seats in a text. */
function seatsIn({ words, lang }: PrintedText): { offset: number; length: number; seats: number }[] {
  return [...words.matchAll(LANGUAGES[lang].rules.seats)].flatMap(({ 0: said, index, groups = {} }) => {
    const number = Object.values(groups).find((group) => group !== undefined);
    return number === undefined ? [] : [{ offset: index, length: said.length, seats: Number(number) }];
  });
}
