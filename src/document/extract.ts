import type { Text } from '../model/index.ts';
import type { NumberedTheme } from './numbered.ts';

/** The part of a programme whose events share a value: a region, a theme, a day, or what they say in a field or as body of a side. */
export interface Extract {
  /** What they share a value of: the id of a field or side, or `region`, `theme`, `day`. */
  by: string;
  /** What tells the value from the others in calls and names of files: the code of a region, a day, else Latin letters and digits. */
  key: string;
  /** The value as printed. */
  name: Text;
  /** Where the key is made of the printed words: the words, reduced to what makes values differ. */
  value?: string;
  /** Id of the side of a region. */
  side?: string;
  /** Ids of its events. */
  events: ReadonlySet<string>;
  /** Ids of those of them that concern all regions of the side. */
  common: ReadonlySet<string>;
}

/** The themes with those events that an extract has, in their order and with their numbers. */
export function extractThemes(themes: readonly NumberedTheme[], extract: Extract): NumberedTheme[] {
  return themes.map((theme) => ({
    ...theme,
    events: theme.events.filter(({ event }) => extract.events.has(event.id)),
  }));
}
