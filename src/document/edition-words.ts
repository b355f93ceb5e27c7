import { DRAFT } from '../model/programme.ts';
import type { Lang } from '../model/text.ts';
import { dateWords } from '../text/dates/words.ts';
import { fill, type Labels } from '../text/labels.ts';

/**
 * What an edition is called in print.
 *
 * @param date YYYY-MM-DD
 */
export function editionWords(edition: string, date: string, lang: Lang, say: Labels): string {
  return edition === DRAFT ? say.draft : fill(say.edition, { name: edition, date: dateWords(date, lang) });
}
