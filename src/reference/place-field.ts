import { LANGUAGES } from '../../languages/index.ts';
import { LANGS, type ProgrammeFile } from '../model/index.ts';
import { foldName } from './fold.ts';

/**
 * The printed field that states where an event takes place: the first of kind place; otherwise the only one of kind
 * text or category whose heading, or whose id if it has no heading, is a word for places in any language. Undefined if
 * there is none, or several.
 */
export function placeField({ fields, themes }: Pick<ProgrammeFile, 'fields' | 'themes'>): string | undefined {
  const printed = fields.filter(({ id }) => themes.some(({ columns }) => columns.includes(id)));
  const place = printed.find(({ kind }) => kind === 'place');
  if (place !== undefined) return place.id;
  const words = LANGS.map((lang) => LANGUAGES[lang].rules.columns.places).join('|');
  const pattern = new RegExp(`(?<!\\p{L})(?:${words.replaceAll('*', '\\p{L}*')})(?!\\p{L})`, 'u');
  const found = printed
    .filter(({ kind }) => kind === 'text' || kind === 'category')
    .filter(({ id, heading = id }) =>
      (typeof heading === 'string' ? [heading] : Object.values(heading)).some(
        (text) => text !== undefined && pattern.test(foldName(text)),
      ),
    );
  return found.length === 1 ? found[0]?.id : undefined;
}
