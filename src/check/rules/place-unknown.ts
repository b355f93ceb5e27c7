import type { Message } from '../../messages.ts';
import { ownProperty } from '../../model/index.ts';
import { type IsoRegion, type IsoRegions, isoRegions, regionsNamed } from '../../reference/index.ts';
import type { BareFinding } from '../finding.ts';
import { messageOf } from '../messages.ts';
import { type CheckContext, findingAt, type Rule } from '../rule.ts';
import { type PrintedText, textsByEvent } from '../texts.ts';

export const placeUnknown: Rule = {
  id: 'place-unknown',
  severity: 'warning',
  run: (context) => {
    const words = context.texts.filter(({ kind }) => kind === 'region').map((text) => text.words);
    let known: IsoRegions | undefined;
    const iso = (): IsoRegions => {
      known ??= isoRegions(words);
      return known;
    };
    return [...textsByEvent(context.texts).values()].flatMap((texts) => unknownIn(texts, context, iso));
  },
};

/** @param iso loads the regions of ISO 3166-2 on first use */
function unknownIn(
  texts: readonly PrintedText[],
  context: CheckContext,
  iso: () => IsoRegions,
): BareFinding[] {
  const hasSides = context.programme.config.sides.length > 0;
  return texts
    .filter((text) => context.mentionsIn(text).length === 0)
    .filter((text) =>
      text.kind === 'region'
        ? hasSides || !iso().found.has(text.words)
        : isUnplacedBody(text, texts, context),
    )
    .map((text) => {
      const parameters = { words: text.words, hint: hintFor(text, iso, hasSides) };
      return findingAt(
        text.at,
        messageOf(hasSides ? 'place-unknown' : 'region-not-in-iso', parameters),
        text.words,
      );
    });
}

/**
 * The hint about an unknown place. It names the most similar regions in ISO 3166-2 and states where a name can be
 * added.
 */
function hintFor({ kind, words }: PrintedText, iso: () => IsoRegions, hasSides: boolean): Message {
  const near = kind === 'region' ? nearTo(words, iso()) : [];
  const known = near.map(({ code, names: [name] }) => `${name} (${code})`);
  if (known.length === 0) return messageOf(hasSides ? 'add-place' : 'accept-with-reason');
  return messageOf(hasSides ? 'add-place-or-take' : 'accept-with-reason-or-take', { known });
}

function nearTo(words: string, { found, nearest }: IsoRegions): readonly IsoRegion[] {
  const region = found.get(words);
  return region === undefined ? nearest(words) : [region];
}

/** Whether an event states regions for a body, but none of its texts names a place in these regions. */
function isUnplacedBody(
  { column, event }: PrintedText,
  texts: readonly PrintedText[],
  { gazetteer, mentionsIn }: CheckContext,
): boolean {
  const side = column ?? '';
  if (event === undefined || ownProperty(event.bodies, side) === undefined) return false;
  const regions = ownProperty(event.regions, side);
  if (regions === undefined || typeof regions === 'string') return false;
  const named = texts.flatMap((text) =>
    mentionsIn(text).flatMap((mention) => regionsNamed(gazetteer, mention)),
  );
  return !named.some(({ code }) => regions.includes(code));
}
