import type { Text } from '../model/index.ts';
import type { NumberedTheme } from './numbered.ts';

/**
 * The part of a programme whose events share a value: a region, a theme, a day, the text of a field, or a body of a
 * side.
 */
export interface Extract {
  /** The kind of the shared value: the id of a field or side, or `region`, `theme`, `day`. */
  by: string;
  /**
   * Identifies the value in command lines and file names: the code of a region, the date of a day, and otherwise Latin
   * letters and digits.
   */
  key: string;
  /** The value as printed. */
  name: Text;
  /**
   * If the key is derived from the printed text: the text, normalised so that spellings of the value that differ only
   * in case and spaces are equal.
   */
  value?: string;
  /** Id of the side, for a region. */
  side?: string;
  /** Ids of the events in the extract. */
  events: ReadonlySet<string>;
  /** Ids of the events in the extract that concern all regions of the side. */
  common: ReadonlySet<string>;
}

/** The themes with the events of an extract, in their order and with their numbers. */
export function extractThemes(themes: readonly NumberedTheme[], extract: Extract): NumberedTheme[] {
  return themes.map((theme) => ({
    ...theme,
    events: theme.events.filter(({ event }) => extract.events.has(event.id)),
  }));
}
