import { DRAFT, type Lang } from '../model/index.ts';
import { dateWords } from '../text/dates/index.ts';
import { fill, type Labels } from '../text/index.ts';

/** File name component of an edition. */
export function editionStem({ edition, isFile }: { edition: string; isFile?: true }): string {
  if (isFile) return edition.replace(/\.[^.]*$/, '');
  return edition === DRAFT ? edition : `ed${edition}`;
}

/**
 * The printed name of an edition.
 *
 * @param date YYYY-MM-DD; undefined for a spreadsheet, which is identified by its file name
 * @param corrects for an erratum: the edition that it corrects
 */
export function editionWords(
  edition: string,
  date: string | undefined,
  lang: Lang,
  say: Labels,
  corrects?: string,
): string {
  if (edition === DRAFT) return say.draft;
  if (date === undefined) return edition;
  const words = fill(say.edition, { name: edition, date: dateWords(date, lang) });
  return corrects === undefined ? words : `${words} – ${fill(say.corrects, { edition: corrects })}`;
}
