import { LANGS, LANGUAGES } from '../../../languages/index.ts';
import { fold } from '../../model/index.ts';
import { wordTest } from './word-list.ts';

/** Whether a field holds those who take part in an event, by its id. */
export const isOfPeople = idTest(LANGS.map((lang) => LANGUAGES[lang].headings.people));

/** Whether a field holds where an event takes place, by its id. */
export const isOfPlaces = idTest(LANGS.map((lang) => LANGUAGES[lang].headings.venues));

function idTest(words: readonly string[]): (id: string) => boolean {
  const isListed = wordTest(words.flatMap((own) => own.split('|')));
  return (id) =>
    fold(id)
      .split(/[^\p{L}\p{N}]+/u)
      .some(isListed);
}
