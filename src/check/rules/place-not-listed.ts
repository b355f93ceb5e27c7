import { type Lang, type Place, type Programme, textIn } from '../../model/index.ts';
import { findPlace, placeName } from '../../reference/index.ts';
import { messageOf } from '../messages.ts';
import { inEveryText, type Rule, type Spot } from '../rule.ts';

export const placeNotListed: Rule = {
  id: 'place-not-listed',
  severity: 'warning',
  title: 'place of an event that is not in the list of places',
  why: 'The event has no address and no coordinates in the index of places, in calendars and for search engines.',
  good: 'venue: Town hall · name: Town hall in reference/places.yaml',
  bad: 'venue: Twon hall · name: Town hall in reference/places.yaml',
  limits:
    'Only fields of kind place are checked. Each line is one place: its id, its name or an alias, ignoring case, accents and punctuation.',
  run: inEveryText(({ kind, words, lang }, { programme }) =>
    kind === 'place' ? spotsIn(words, lang, programme) : [],
  ),
};

function spotsIn(words: string, lang: Lang, programme: Programme): Spot[] {
  const namesOf = (places: readonly Place[]): { or: string[] } => ({
    or: places.map((place) => textIn(placeName(place, programme), lang, programme.config.language).words),
  });
  return [...words.matchAll(/[^\n]+/g)].flatMap(({ 0: line, index }): Spot[] => {
    const answer = findPlace(line, programme);
    if ('found' in answer || line.trim() === '') return [];
    const message =
      'ambiguous' in answer
        ? messageOf('place-ambiguous', { words: line, places: namesOf(answer.ambiguous) })
        : messageOf('place-not-listed', {
            words: line,
            hint:
              answer.nearest.length === 0
                ? messageOf('add-place')
                : messageOf('add-place-or-write', { places: namesOf(answer.nearest) }),
          });
    return [{ offset: index, length: line.length, ...message }];
  });
}
