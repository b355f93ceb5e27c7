import { type Lang, LIMITS, type Programme, type Theme, wordsInAll } from '../model/index.ts';
import { type Mapping, THEME_PREFIX } from '../read/table-import/index.ts';
import { editDistance, foldName } from '../reference/index.ts';
import { comparable, idMaker } from '../text/index.ts';

/** One typing error is accepted for each group of this many letters in a name. */
const LETTERS_A_SLIP = 5;

/**
 * Finds the themes of a programme by the names in a spreadsheet, and collects the new themes that the spreadsheet
 * names.
 *
 * @param written all theme names in the spreadsheet, if they are known
 */
export function themeBook(
  { config, themes }: Pick<Programme, 'config' | 'themes'>,
  mapped: NonNullable<Mapping['themes']>,
  written: readonly string[] = [],
) {
  const ids = new Map<string, string>();
  const alike = new Map<string, string>();
  const learn = ({ id, title }: Theme): void => {
    // Sheet names have at most 31 characters.
    for (const words of [
      id,
      id.slice(0, 31),
      ...wordsInAll(title),
      ...wordsInAll(title).map(withoutPrefix),
    ]) {
      if (!ids.has(comparable(words))) ids.set(comparable(words), id);
      if (!alike.has(foldName(words))) alike.set(foldName(words), id);
    }
  };
  config.themes.forEach(learn);
  for (const [words, id] of Object.entries(mapped))
    if (id !== null && config.themes.some((theme) => theme.id === id)) {
      ids.set(comparable(words), id);
      alike.set(foldName(words), id);
    }
  const all = [...new Set(written.map(comparable))];
  const nearlyKnown = (words: string): string | undefined =>
    ids.get(comparable(words)) ?? (foldName(words) === '' ? undefined : alike.get(foldName(words)));
  const newId = idMaker(
    config.themes.map(({ id }) => id),
    'theme',
  );
  const added: Theme[] = [];
  const { columns, carry } = usualTable(themes.map(({ theme }) => theme));
  return {
    /**
     * Id of the theme that a text names by its id, its title, or a name in the mapping. Differences in accents and
     * punctuation are ignored unless the spreadsheet has several spellings of the name; then each spelling is a
     * separate theme.
     */
    find: (words = ''): string | undefined => {
      const id = nearlyKnown(words);
      const others = all.filter((other) => other !== comparable(words) && nearlyKnown(other) === id);
      return ids.has(comparable(words)) || others.length === 0 ? id : undefined;
    },
    /**
     * Adds a theme with the given title; undefined if the title is too similar to the name of another theme, or if
     * there is already the maximum number of themes.
     */
    add: (words: string, lang: Lang): Theme | undefined => {
      const name = foldName(words);
      // A name that consists of the same letters as the name of another theme is not a typing error, because `find`
      // distinguishes the two themes.
      const isSlip = [...alike.keys()].some(
        (known) => known !== name && editDistance(known, name) <= Math.floor(name.length / LETTERS_A_SLIP),
      );
      if (isSlip || config.themes.length + added.length >= LIMITS.themes) return undefined;
      const title = lang === config.language ? words : { [lang]: words };
      const theme = { id: newId([...new Set([withoutPrefix(words), words])]), title, columns, carry };
      added.push(theme);
      learn(theme);
      return theme;
    },
    /** The added themes, in order. */
    added: (): readonly Theme[] => added,
  };
}

/** The most common columns of themes. If several sets of columns are equally common, the first one is used. */
function usualTable(themes: readonly Theme[]): Pick<Theme, 'columns' | 'carry'> {
  const key = ({ columns, carry }: Theme): string => `${columns.join()} ${carry}`;
  const times = (theme: Theme): number => themes.filter((other) => key(other) === key(theme)).length;
  const [first, ...others] = themes;
  if (first === undefined) throw new Error('a programme without themes passed the schema');
  return others.reduce((usual, theme) => (times(theme) > times(usual) ? theme : usual), first);
}

function withoutPrefix(words: string): string {
  return words.replace(THEME_PREFIX, '');
}
