import { LANGUAGES } from '../../languages/index.ts';
import { LANGS, type ProgrammeFile, wordsInAll } from '../model/index.ts';
import { foldName } from './fold.ts';

/**
 * The printed field that states where an event takes place: the first of kind place; otherwise the only one of kind
 * text or category whose heading, or whose id if it has no heading, is a word for places in any language, or else
 * contains one. Undefined if there is none, or several.
 */
export function placeField({ fields, themes }: Pick<ProgrammeFile, 'fields' | 'themes'>): string | undefined {
  const printed = fields.filter(({ id }) => themes.some(({ columns }) => columns.includes(id)));
  const listed = printed.find(({ kind }) => kind === 'place');
  if (listed !== undefined) return listed.id;
  const words = LANGS.map((lang) => LANGUAGES[lang].rules.columns.places).join('|');
  const place = `(?:${words.replaceAll('*', '\\p{L}*')})`;
  const called = (pattern: RegExp): string[] =>
    printed.flatMap(({ id, kind, heading = id }) => {
      const isText = kind === 'text' || kind === 'category';
      return isText && wordsInAll(heading).some((text) => pattern.test(foldName(text))) ? id : [];
    });
  return [new RegExp(`^${place}$`, 'u'), new RegExp(`(?<!\\p{L})${place}(?!\\p{L})`, 'u')]
    .map(called)
    .find((ids) => ids.length === 1)?.[0];
}
