import { type Lang, type Place, type Programme, textIn } from '../../model/index.ts';
import { nearestPlaces, placeName, placesCalled } from '../../reference/index.ts';
import { messageOf } from '../messages.ts';
import { inEveryText, type MatchedText, type Rule, spotsOf } from '../rule.ts';

export const placeNotListed: Rule = {
  id: 'place-not-listed',
  severity: 'warning',
  run: (context) => {
    const { programme } = context;
    const nearestTo = suggestions(programme);
    return inEveryText(({ kind, words, lang }) =>
      kind === 'place' ? spotsIn(words, lang, programme, nearestTo) : [],
    )(context);
  },
};

/**
 * Maximum number of names for which similar places are suggested, because each name is compared with the whole list.
 */
const MOST_COMPARED = 100;

/** Suggests places with similar names, but only for the first unlisted names of a programme. */
function suggestions(programme: Programme): (words: string) => readonly Place[] {
  const known = new Map<string, readonly Place[]>();
  return (words) => {
    const near = known.get(words) ?? (known.size < MOST_COMPARED ? nearestPlaces(words, programme) : []);
    if (known.size < MOST_COMPARED) known.set(words, near);
    return near;
  };
}

function spotsIn(
  words: string,
  lang: Lang,
  programme: Programme,
  nearestTo: (words: string) => readonly Place[],
): MatchedText[] {
  const namesOf = (places: readonly Place[]): { or: string[] } => ({
    or: places.map((place) => textIn(placeName(place, programme), lang, programme.config.language).words),
  });
  return spotsOf(words, /[^\n]+/g, ([line]) => {
    const places = placesCalled(line, programme);
    if (places.length === 1 || line.trim() === '') return undefined;
    if (places.length > 1) return messageOf('place-ambiguous', { words: line, places: namesOf(places) });
    const near = nearestTo(line);
    const hint =
      near.length === 0 ? messageOf('add-place') : messageOf('add-place-or-write', { places: namesOf(near) });
    return messageOf('place-not-listed', { words: line, hint });
  });
}
