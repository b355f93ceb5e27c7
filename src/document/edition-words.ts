import { DRAFT } from '../model/index.ts';
import { dateWords } from '../text/dates/index.ts';
import { fill } from '../text/index.ts';
import type { Wording } from './wording.ts';

/** File name component of an edition. */
export function editionStem({ edition, isFile }: { edition: string; isFile?: true }): string {
  if (isFile) return edition.replace(/\.[^.]*$/, '');
  return edition === DRAFT ? edition : `ed${edition}`;
}

/** An edition with its name and its date. */
export interface DatedEdition {
  edition: string;
  /** YYYY-MM-DD; undefined for a spreadsheet, which is identified by its file name. */
  date?: string | undefined;
  /** For an erratum: the edition that it corrects. */
  corrects?: string | undefined;
}

/** The printed name of an edition. */
export function editionWords({ edition, date, corrects }: DatedEdition, { lang, say }: Wording): string {
  if (edition === DRAFT) return say.draft;
  if (date === undefined) return edition;
  const words = fill(say.edition, { name: edition, date: dateWords(date, lang) });
  return corrects === undefined ? words : `${words} – ${fill(say.corrects, { edition: corrects })}`;
}
