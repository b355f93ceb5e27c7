import {
  type Event,
  groupBy,
  type Programme,
  paragraphsOf,
  type Text,
  type Theme,
  textIn,
  textOf,
  titleIn,
} from '../model/index.ts';
import { compareDays, DAY, dayPositionOf } from './days.ts';
import { type Presentations, presentationOf } from './presentation.ts';

/** An event with its printed number. */
export interface NumberedEvent {
  event: Event;
  title: Text;
  /**
   * Position of the event in the whole programme, counted from 1. An event has the same number in the programme and in
   * all extracts.
   */
  number: number;
  /** Number of the accent colour of the event's theme. */
  accent: number;
}

export interface NumberedTheme {
  theme: Theme;
  /** Index of the theme in the programme, which determines its accent colour. */
  index: number;
  events: readonly NumberedEvent[];
}

/**
 * The themes of a programme with their events numbered in printed order.
 *
 * @param presentation how the design presents the themes; groups change the order of events
 */
export function numberThemes(programme: Programme, presentation?: Presentations): NumberedTheme[] {
  let number = 0;
  return programme.themes.map(({ theme, events }, index) => {
    const groups = presentation && presentationOf(presentation, theme.id).groups;
    return {
      theme,
      index,
      events: inGroups(events, groups, theme, programme).map((event) => {
        number++;
        return { event, title: titleIn(event, programme.config), number, accent: index };
      }),
    };
  });
}

/**
 * The events of a theme in the order of their groups: groups by day in chronological order, groups of a field in the
 * order of their first occurrence.
 */
function inGroups(
  events: readonly Event[],
  groups: string | undefined,
  { columns }: Theme,
  { config }: Programme,
): readonly Event[] {
  if (groups === undefined) return events;
  if (columns.includes(groups)) {
    const wordsOf = (event: Event): string => {
      const text = textOf(event, groups);
      return text === undefined
        ? ''
        : paragraphsOf(textIn(text, config.language, config.language).words).join(' ');
    };
    return [...groupBy(events, wordsOf).values()].flat();
  }
  if (groups !== DAY) return events;
  return events
    .map((event) => ({ event, day: dayPositionOf(event, config, config.language) }))
    .sort((a, b) => compareDays(a.day, b.day))
    .map(({ event }) => event);
}
