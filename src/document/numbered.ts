import { type Event, type Programme, type Text, type Theme, titleIn } from '../model/index.ts';

/** An event with its printed number. */
export interface NumberedEvent {
  event: Event;
  title: Text;
  /** Position of the event in the whole programme, from 1: the same in the programme and in all its extracts. */
  number: number;
}

export interface NumberedTheme {
  theme: Theme;
  /** Index of the theme in the programme: its accent colour. */
  index: number;
  events: readonly NumberedEvent[];
}

/** The themes of a programme with their events numbered in printed order. */
export function numberThemes(programme: Programme): NumberedTheme[] {
  let number = 0;
  return programme.themes.map(({ theme, events }, index) => ({
    theme,
    index,
    events: events.map((event) => {
      number++;
      return { event, title: titleIn(event, programme.config), number };
    }),
  }));
}
