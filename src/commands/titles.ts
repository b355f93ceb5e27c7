import { type Programme, textIn, titleIn } from '../model/index.ts';

/** The titles of all events in the main language, by id. */
export function titlesOf({ config, themes }: Programme): Map<string, string> {
  const { language } = config;
  return new Map(
    themes.flatMap(({ events }) =>
      events.map((event) => [event.id, textIn(titleIn(event, config), language, language).words] as const),
    ),
  );
}
