import { ownProperty, type Side } from '../../model/index.ts';
import { foldName, type Mention, namesOfRegion, regionsNamed } from '../../reference/index.ts';
import type { BareFinding } from '../finding.ts';
import { regionsCalled } from '../message-names.ts';
import { messageOf } from '../messages.ts';
import { type CheckContext, type Rule, spotted } from '../rule.ts';
import { type PrintedText, textsByEvent } from '../texts.ts';

/** A region or place that a text of an event names. */
interface Named {
  text: PrintedText;
  words: string;
  mention: Mention;
  codes: readonly string[];
}

export const regionPlaceDisagree: Rule = {
  id: 'region-place-disagree',
  severity: 'warning',
  run: (context) =>
    [...textsByEvent(context.texts)].flatMap(([event, texts]) => {
      const named = texts.flatMap((text) => namedIn(text, context));
      return context.programme.config.sides.flatMap((side) => {
        const regions = ownProperty(event.regions, side.id);
        if (regions === undefined || typeof regions === 'string') return [];
        const ofSide = named.filter(({ codes }) => codes.some((code) => code.startsWith(`${side.country}-`)));
        return [...inCells(ofSide, side, regions, context), ...inProse(ofSide, regions, context)];
      });
    }),
};

/** Checks that each place in the column of a side or in the region column is in a region of the event. */
function inCells(
  named: readonly Named[],
  side: Side,
  regions: readonly string[],
  context: CheckContext,
): BareFinding[] {
  return named
    .filter(({ text: { column, kind } }) => column === side.id || kind === 'region')
    .filter(({ codes }) => !codes.some((code) => regions.includes(code)))
    .map((place) => finding(place, regions, context));
}

/** Checks that at least one of the side's places that the title and description mention is in a region of the event. */
function inProse(named: readonly Named[], regions: readonly string[], context: CheckContext): BareFinding[] {
  const places = named.filter(({ text: { kind } }) => kind === 'title' || kind === 'description');
  const [first] = places;
  if (first === undefined || places.some(({ codes }) => codes.some((code) => regions.includes(code))))
    return [];
  // A place name can also mean a region: in "An open window over Moscow", Moscow may refer to Moscow Oblast.
  if (places.some(({ words }) => regions.some((code) => isPartOfName(words, code, context)))) return [];
  return [finding(first, regions, context)];
}

/** The regions and places that a text names. */
function namedIn(text: PrintedText, { gazetteer, mentionsIn }: CheckContext): Named[] {
  return mentionsIn(text).map((mention) => ({
    text,
    words: text.words.slice(mention.start, mention.end),
    mention,
    codes: regionsNamed(gazetteer, mention).map(({ code }) => code),
  }));
}

function isPartOfName(words: string, code: string, { gazetteer }: CheckContext): boolean {
  const region = gazetteer.regions.get(code);
  return (
    region !== undefined &&
    namesOfRegion(region).some((name) => ` ${foldName(name)} `.includes(` ${foldName(words)} `))
  );
}

function finding(
  { text, words, mention: { start, end }, codes }: Named,
  regions: readonly string[],
  { programme }: CheckContext,
): BareFinding {
  const itself = regionsCalled(codes, programme, text.lang);
  const filed = { and: regionsCalled(regions, programme, text.lang) };
  return spotted(text, {
    offset: start,
    length: end - start,
    ...(itself.join() === words
      ? messageOf('region-is-another', { words, regions: filed })
      : messageOf('place-in-other-region', { words, lies: { and: itself }, regions: filed })),
  });
}
