import { regionsNamed } from '../../reference/gazetteer.ts';
import { inEachText, type Rule, type Spot } from '../rule.ts';

export const sidesSwapped: Rule = {
  id: 'sides-swapped',
  severity: 'error',
  title: 'body of another side’s country',
  why: 'The two columns were exchanged, or a body stands in the wrong one; indexes and extracts follow the columns.',
  good: 'French side: Dijon · Russian side: Volgograd',
  bad: 'French side: Volgograd · Russian side: Dijon',
  limits: 'A body may sit abroad, such as a consulate: accept it with the reason.',
  run: inEachText((text, { programme, gazetteer, mentionsIn }): Spot[] => {
    const { sides } = programme.config;
    const side = sides.find(({ id }) => id === text.column);
    if (side === undefined) return [];
    const places = mentionsIn(text).map((mention) => ({
      mention,
      countries: regionsNamed(gazetteer, mention).map(({ code }) => code.slice(0, 2)),
    }));
    const foreign = places.find(({ countries }) =>
      sides.some(({ id, country }) => id !== side.id && countries.includes(country)),
    );
    if (foreign === undefined || places.some(({ countries }) => countries.includes(side.country))) return [];
    const { start, end } = foreign.mention;
    return [
      {
        offset: start,
        length: end - start,
        message: `${text.words.slice(start, end)} is not on the ${side.id} side`,
        hint: 'exchange the bodies, or move this one to its side',
      },
    ];
  }),
};
