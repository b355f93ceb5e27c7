import { own } from '../../model/own.ts';
import { regionsNamed } from '../../reference/gazetteer.ts';
import type { Sighting } from '../finding.ts';
import { type CheckContext, type Rule, spotted } from '../rule.ts';
import { type PrintedText, textsByEvent } from '../texts.ts';

export const placeUnknown: Rule = {
  id: 'place-unknown',
  severity: 'warning',
  title: 'region or place that the reference does not know',
  why: 'What the reference does not know is missing in the indexes, and no rule can tell whether it is right.',
  good: 'region: Grand Est',
  bad: 'region: Grand West',
  limits:
    'A body is reported only when no part of its words is known and the other words of the event name no place in its regions either.',
  run: (context) => [...textsByEvent(context.texts).values()].flatMap((texts) => unknownIn(texts, context)),
};

function unknownIn(texts: readonly PrintedText[], context: CheckContext): Sighting[] {
  return texts
    .filter((text) => context.mentionsIn(text).length === 0)
    .filter((text) => text.kind === 'region' || isUnplacedBody(text, texts, context))
    .map((text) =>
      spotted(text, {
        offset: 0,
        length: text.words.length,
        message: `the reference knows no place in ${text.words}`,
        hint: 'correct it, or add the place to reference/places.yaml',
      }),
    );
}

/** A body of which the event says regions, though no words of the event name a place in them. */
function isUnplacedBody(
  { column, event }: PrintedText,
  texts: readonly PrintedText[],
  { gazetteer, mentionsIn }: CheckContext,
): boolean {
  const side = column ?? '';
  if (event === undefined || own(event.bodies, side) === undefined) return false;
  const regions = own(event.regions, side);
  if (regions === undefined || typeof regions === 'string') return false;
  const named = texts.flatMap((text) =>
    mentionsIn(text).flatMap((mention) => regionsNamed(gazetteer, mention)),
  );
  return !named.some(({ code }) => regions.includes(code));
}
