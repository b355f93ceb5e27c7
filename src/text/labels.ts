import type { NoRegionReason } from '../model/event.ts';
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
  /** "12 of 77 events", on the cover of an extract. */
  eventsOf(count: number, all: number): string;
  /** Marks an event of an extract that concerns every region of the side. */
  allRegions: string;
  /** Before the titles of the themes that an extract has no events of. */
  themesWithoutEvents: string;
  /** Title of the index of regions and places of a side. */
  placeIndex(side: string): string;
  dateIndex: string;
  /** Heading of events without a date. */
  dateOpen: string;
  /** Headings of events without a region on a side, by reason. */
  withoutRegion: Readonly<Record<NoRegionReason, string>>;
  whatsNew: string;
  /** Under the heading of what is new: since which edition. */
  since(edition: string): string;
  added: string;
  updated: string;
  moved: string;
  removed: string;
  /** Which fields of an event changed: "Changed: title, date". */
  changedFields(fields: readonly string[]): string;
  nothingNew: string;
  /** Name of the field of cancellation and postponement. */
  status: string;
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
  eventsOf: (count, all) => `${count} of ${EN.events(all)}`,
  allRegions: 'Concerns all regions',
  themesWithoutEvents: 'No events under:',
  placeIndex: (side) => `Index of regions and places: ${side}`,
  dateIndex: 'Chronological index',
  dateOpen: 'Date to be confirmed',
  withoutRegion: {
    'all-regions': 'All regions',
    'to-be-determined': 'To be determined',
    'national-body': 'National bodies',
    'not-named': 'No place named',
  },
  whatsNew: 'What’s new in this edition',
  since: (edition) => `Changes since edition ${edition}.`,
  added: 'New',
  updated: 'Updated',
  moved: 'Moved',
  removed: 'No longer in the programme',
  changedFields: (fields) => `changed: ${fields.join(', ')}`,
  nothingNew: 'No event has changed.',
  status: 'status',
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
  eventsOf: (count, all) => `${count} sur ${FR.events(all)}`,
  allRegions: 'Concerne toutes les régions',
  themesWithoutEvents: 'Aucun événement dans :',
  placeIndex: (side) => `Index des régions et des lieux : ${side}`,
  dateIndex: 'Index chronologique',
  dateOpen: 'Date à confirmer',
  withoutRegion: {
    'all-regions': 'Toutes les régions',
    'to-be-determined': 'À déterminer',
    'national-body': 'Organismes nationaux',
    'not-named': 'Sans lieu indiqué',
  },
  whatsNew: 'Nouveautés de cette édition',
  since: (edition) => `Modifications depuis l’édition ${edition}.`,
  added: 'Nouveau',
  updated: 'Mis à jour',
  moved: 'Déplacé',
  removed: 'Retiré du programme',
  changedFields: (fields) => `modifié : ${fields.join(', ')}`,
  nothingNew: 'Aucun événement n’a changé.',
  status: 'statut',
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
  eventsOf: (count, all) =>
    `${count} из ${all} ${russianPlural(all, 'мероприятия', 'мероприятий', 'мероприятий')}`,
  allRegions: 'Касается всех регионов',
  themesWithoutEvents: 'Нет мероприятий в разделах:',
  placeIndex: (side) => `Указатель регионов и мест: ${side}`,
  dateIndex: 'Хронологический указатель',
  dateOpen: 'Дата уточняется',
  withoutRegion: {
    'all-regions': 'Все регионы',
    'to-be-determined': 'Уточняется',
    'national-body': 'Общенациональные организации',
    'not-named': 'Место не указано',
  },
  whatsNew: 'Новое в этом издании',
  since: (edition) => `Изменения по сравнению с изданием ${edition}.`,
  added: 'Новое',
  updated: 'Изменено',
  moved: 'Перемещено',
  removed: 'Исключено из программы',
  changedFields: (fields) => `изменено: ${fields.join(', ')}`,
  nothingNew: 'Мероприятия не изменились.',
  status: 'статус',
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
