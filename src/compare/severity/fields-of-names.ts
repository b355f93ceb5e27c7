import { LANGS, LANGUAGES } from '../../../languages/index.ts';
import { fold } from '../../model/index.ts';
import { wordTest } from './word-list.ts';

/** Whether the id of a field names people: speakers, artists … */
export const isOfPeople = idTest(LANGS.map((lang) => LANGUAGES[lang].headings.people));

/** Whether the id of a field names a venue. */
export const isOfPlaces = idTest(LANGS.map((lang) => LANGUAGES[lang].headings.venues));

function idTest(words: readonly string[]): (id: string) => boolean {
  const isListed = wordTest(words.flatMap((own) => own.split('|')));
  return (id) =>
    fold(id)
      .split(/[^\p{L}\p{N}]+/u)
      .some(isListed);
}
