import { type Consulate, consulatesIn } from '../consulates.ts';
import { columnCalled } from '../message-names.ts';
import { messageOf } from '../messages.ts';
import { type CheckContext, type MatchedText, textRule } from '../rule.ts';
import type { PrintedText } from '../texts.ts';

export const missionSide = textRule({ id: 'mission-side', severity: 'warning' }, (text, context) =>
  consulatesIn(text, context)
    .filter(({ owner, host }) => (owner ?? host) !== undefined)
    .flatMap((mission) => spotsOf(mission, text, context)),
);

function spotsOf(
  { offset, words, owner, host }: Consulate,
  { column, lang }: PrintedText,
  { programme }: CheckContext,
): MatchedText[] {
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
