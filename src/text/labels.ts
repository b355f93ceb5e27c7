import type { Lang } from '../model/text.ts';

/** Words that the publisher itself prints, by language. What a programme says stands in its data. */
export interface Labels {
  introduction: string;
  draft: string;
  /** "Edition 2 of 19 March 2021"; `date` in words. */
  edition(name: string, date: string): string;
  events(count: number): string;
  /** Heading of the column of event numbers. */
  number: string;
  /** Spoken for the dash in an empty cell. */
  notStated: string;
  page: string;
  /** What a theme's table holds and how to read it, for screen readers. */
  tableDescription(theme: string, events: number): string;
  cancelled: string;
  postponed: string;
}

/** The sign in an empty cell. */
export const EMPTY_CELL = '–';

const EN: Labels = {
  introduction: 'Introduction',
  draft: 'Draft',
  edition: (name, date) => `Edition ${name} of ${date}`,
  events: (count) => `${count} ${count === 1 ? 'event' : 'events'}`,
  number: 'No.',
  notStated: 'not stated',
  page: 'page',
  tableDescription: (theme, events) =>
    `${theme}: ${EN.events(events)}, one a row. The first row holds the column headings. A dash means that the programme states nothing.`,
  cancelled: 'Cancelled',
  postponed: 'Postponed',
};

const FR: Labels = {
  introduction: 'Introduction',
  draft: 'Projet',
  edition: (name, date) => `Édition ${name} du ${date}`,
  events: (count) => `${count} ${count < 2 ? 'événement' : 'événements'}`,
  number: 'N°',
  notStated: 'non précisé',
  page: 'page',
  tableDescription: (theme, events) =>
    `${theme} : ${FR.events(events)}, un par ligne. La première ligne contient les titres des colonnes. Un tiret signifie que le programme ne précise rien.`,
  cancelled: 'Annulé',
  postponed: 'Reporté',
};

const RU: Labels = {
  introduction: 'Введение',
  draft: 'Проект',
  edition: (name, date) => `Издание ${name} от ${date}`,
  events: (count) => `${count} ${russianPlural(count, 'мероприятие', 'мероприятия', 'мероприятий')}`,
  number: '№',
  notStated: 'не указано',
  page: 'страница',
  tableDescription: (theme, events) =>
    `${theme}: ${RU.events(events)}, по одному в строке. Первая строка содержит заголовки столбцов. Тире означает, что в программе данные не указаны.`,
  cancelled: 'Отменено',
  postponed: 'Перенесено',
};

const LABELS: Readonly<Record<Lang, Labels>> = { en: EN, fr: FR, ru: RU };

export function labels(lang: Lang): Labels {
  return LABELS[lang];
}

/** The form of a Russian noun after a number (CLDR plural rules: one, few, many). */
export function russianPlural(count: number, one: string, few: string, many: string): string {
  const tens = count % 100;
  const units = count % 10;
  if (tens >= 11 && tens <= 14) return many;
  if (units === 1) return one;
  return units >= 2 && units <= 4 ? few : many;
}
