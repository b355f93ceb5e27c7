import { LANGS, LANGUAGES } from '../../../languages/index.ts';
import { fold } from '../../model/index.ts';
import { slug } from '../../text/index.ts';
import { wordTest } from './word-list.ts';

/** Whether a field contains people, such as speakers or artists, judging by its id. */
export const isOfPeople = idTest(LANGS.map((lang) => LANGUAGES[lang].headings.people));

/** Whether a field contains venues, judging by its id. */
export const isOfPlaces = idTest(LANGS.map((lang) => LANGUAGES[lang].headings.venues));

function idTest(words: readonly string[]): (id: string) => boolean {
  const isListed = wordTest(
    words.flatMap((listed) => listed.split('|')).flatMap((word) => [word, inLatin(word)]),
  );
  return (id) =>
    fold(id)
      .split(/[^\p{L}\p{N}]+/u)
      .some(isListed);
}

/**
 * Transliterates a word of a word list in the way in which ids are derived from headings: `докладчик*` becomes
 * `dokladchik*`.
 */
function inLatin(word: string): string {
  return word.endsWith('*') ? `${slug(word.slice(0, -1))}*` : slug(word);
}
