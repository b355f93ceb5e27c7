import { DRAFT, type Lang } from '../model/index.ts';
import { dateWords } from '../text/dates/index.ts';
import { fill, type Labels } from '../text/index.ts';

/**
 * What an edition is called in print.
 *
 * @param date YYYY-MM-DD
 * @param corrects of an erratum: the edition that it corrects
 */
export function editionWords(
  edition: string,
  date: string,
  lang: Lang,
  say: Labels,
  corrects?: string,
): string {
  if (edition === DRAFT) return say.draft;
  const words = fill(say.edition, { name: edition, date: dateWords(date, lang) });
  return corrects === undefined ? words : `${words} – ${fill(say.corrects, { edition: corrects })}`;
}
