import { messageOf } from '../messages.ts';
import { type Mission, missionsIn } from '../missions.ts';
import { type CheckContext, inEachText, type Rule, type Spot } from '../rule.ts';
import { columnCalled } from '../said.ts';
import type { PrintedText } from '../texts.ts';

export const missionSide: Rule = {
  id: 'mission-side',
  severity: 'warning',
  title: 'consulate or embassy on the side of the country that it sits in',
  why: 'It speaks for the other country: under the wrong heading readers take it for an office of their own.',
  good: 'French side: Consulate General of France in Saint Petersburg',
  bad: 'Russian side: Consulate General of France in Saint Petersburg · French side: Russian embassy in Paris',
  limits:
    'It knows for whom a mission speaks by what the sides are called, else by where it sits: not there. One without a country and a place is left alone.',
  run: inEachText((text, context) =>
    missionsIn(text, context)
      .filter(({ owner, host }) => (owner ?? host) !== undefined)
      .flatMap((mission) => spotsOf(mission, text, context)),
  ),
};

function spotsOf(
  { offset, words, owner, host }: Mission,
  { column, lang }: PrintedText,
  { programme }: CheckContext,
): Spot[] {
  const { sides } = programme.config;
  const wrong = owner === undefined ? host?.id === column : owner.id !== column;
  if (!wrong) return [];
  const [other, ...more] = sides.filter(({ id }) => id !== column);
  const right = owner ?? (more.length === 0 ? other : undefined);
  const hint =
    right === undefined
      ? messageOf('move-to-country')
      : messageOf('move-to-column', { column: columnCalled(right.id, programme, lang) });
  return [
    {
      offset,
      length: words.length,
      ...messageOf(owner === undefined ? 'mission-in-host-column' : 'mission-in-other-column', {
        words,
        hint,
      }),
    },
  ];
}
