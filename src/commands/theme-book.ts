import { type Lang, LIMITS, type Programme, type Theme, wordsInAll } from '../model/index.ts';
import { type Mapping, THEME_PREFIX } from '../read/table-import/index.ts';
import { editDistance, foldName } from '../reference/index.ts';
import { comparable, idMaker } from '../text/index.ts';

/** The themes of a programme, found by the words that a spreadsheet has for them, and those that it names besides. */
export interface ThemeBook {
  /**
   * Id of the theme that words mean: its id, its title, or what the mapping says. Accents and punctuation may differ, unless the spreadsheet
   * writes it in more than one way: then there are as many themes.
   */
  find(words: string | undefined): string | undefined;
  /** A new theme that is called so; nothing where the words are nearly the name of another one, or there are as many as may be. */
  add(words: string, lang: Lang): Theme | undefined;
  /** Those that have been added, in their order. */
  added(): readonly Theme[];
}

/** Letters of a name for each one that a slip may change. */
const LETTERS_A_SLIP = 5;

/** @param written all words that the spreadsheet has for themes, where they are known */
export function themeBook(
  { config, themes }: Pick<Programme, 'config' | 'themes'>,
  mapped: NonNullable<Mapping['themes']>,
  written: readonly string[] = [],
): ThemeBook {
  const ids = new Map<string, string>();
  /** By folded words. */
  const alike = new Map<string, string>();
  const learn = ({ id, title }: Theme): void => {
    // Names of sheets have at most 31 characters.
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
    find: (words = '') => {
      const id = nearlyKnown(words);
      const others = all.filter((other) => other !== comparable(words) && nearlyKnown(other) === id);
      return ids.has(comparable(words)) || others.length === 0 ? id : undefined;
    },
    add: (words, lang) => {
      const name = foldName(words);
      // One that is like another in all letters is none of its slips: `find` has told them apart.
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
    added: () => added,
  };
}

/** The columns that most themes have; of those that as many have, the first. */
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
