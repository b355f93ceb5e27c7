import { LANGUAGES } from '../../languages/index.ts';
import { LANGS, type ProgrammeFile, wordsInAll } from '../model/index.ts';
import { foldName } from './fold.ts';

/**
 * Words for places as patterns of folded headings, the whole heading first. Any character except a space counts as a
 * letter: a pattern with letters of all scripts takes a twentieth of a build to compile.
 */
let patterns: readonly RegExp[] | undefined;

function patternsOfPlaces(): readonly RegExp[] {
  const words = LANGS.map((lang) => LANGUAGES[lang].columnWords.places).join('|');
  const place = `(?:${words.replaceAll('*', '[^ ]*')})`;
  return [new RegExp(`^${place}$`), new RegExp(`(?:^| )${place}(?: |$)`)];
}

/**
 * The printed field that states where an event takes place. It is the first field of kind place; otherwise the only
 * field of kind text or category whose heading (or id, if it has no heading) is a word for places in any language or,
 * if there is no such heading, contains one. Undefined if there is no such field, or several.
 */
export function placeField({ fields, themes }: Pick<ProgrammeFile, 'fields' | 'themes'>): string | undefined {
  const printed = fields.filter(({ id }) => themes.some(({ columns }) => columns.includes(id)));
  const listed = printed.find(({ kind }) => kind === 'place');
  if (listed !== undefined) return listed.id;
  const called = (pattern: RegExp): string[] =>
    printed.flatMap(({ id, kind, heading = id }) => {
      const isText = kind === 'text' || kind === 'category';
      return isText && wordsInAll(heading).some((text) => pattern.test(foldName(text))) ? id : [];
    });
  patterns ??= patternsOfPlaces();
  return patterns.map(called).find((ids) => ids.length === 1)?.[0];
}
