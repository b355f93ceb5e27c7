import { textIn } from '../../model/index.ts';
import { regionsNamed } from '../../reference/index.ts';
import { consulatesIn } from '../consulates.ts';
import { columnCalled } from '../message-names.ts';
import { messageOf } from '../messages.ts';
import { textRule } from '../rule.ts';

export const sidesSwapped = textRule({ id: 'sides-swapped', severity: 'error' }, (text, context) => {
  const { programme, gazetteer, mentionsIn } = context;
  const { sides } = programme.config;
  const side = sides.find(({ id }) => id === text.column);
  if (side === undefined) return [];
  const places = mentionsIn(text).map((mention) => ({
    mention,
    countries: regionsNamed(gazetteer, mention).map(({ code }) => code.slice(0, 2)),
  }));
  const elsewhere = places.flatMap(({ mention, countries }) => {
    const other = sides.find(({ id, country }) => id !== side.id && countries.includes(country));
    return other === undefined ? [] : [{ mention, other }];
  });
  const [first] = elsewhere;
  if (first === undefined || places.some(({ countries }) => countries.includes(side.country))) return [];
  const { start, end } = first.mention;
  const missions = consulatesIn(text, context);
  // The name of a consulate or embassy states the country that it represents; whether it is in the correct column is
  // checked by another rule.
  if (
    missions.some(
      ({ owner, offset, words }) => owner !== undefined && start >= offset && end <= offset + words.length,
    )
  )
    return [];
  const { language } = programme.config;
  const country = textIn(first.other.name, text.lang, language).words;
  return [
    {
      offset: start,
      length: end - start,
      ...messageOf(missions.length > 0 ? 'mission-in-column-of-place' : 'body-in-other-column', {
        words: text.words.slice(start, end),
        country,
        column: columnCalled(side.id, programme, text.lang),
      }),
    },
  ];
});
