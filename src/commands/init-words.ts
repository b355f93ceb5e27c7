import type { Lang } from '../model/text.ts';

/** Words of a dataset made from a spreadsheet that the spreadsheet itself does not say. */
export interface InitWords {
  contents: string;
  author: string;
  introduction: string;
  columns: Readonly<Record<'region' | 'category' | 'title' | 'description' | 'date', string>>;
  /** Title of the theme where none is named. */
  theme: string;
  /** Heading and name of the side where no column holds bodies. */
  side: string;
}

export const INIT_WORDS: Readonly<Record<Lang, InitWords>> = {
  en: {
    contents: 'Events by theme:',
    author: 'Name of the publisher',
    introduction: 'Write the introduction here.',
    columns: {
      region: 'Region',
      category: 'Category',
      title: 'Event',
      description: 'Description',
      date: 'Planned date',
    },
    theme: 'Events',
    side: 'Organiser',
  },
  fr: {
    contents: 'Événements par thème :',
    author: 'Nom de l’éditeur',
    introduction: 'Écrivez ici l’introduction.',
    columns: {
      region: 'Région',
      category: 'Catégorie',
      title: 'Événement',
      description: 'Description',
      date: 'Date prévue',
    },
    theme: 'Événements',
    side: 'Organisateur',
  },
  ru: {
    contents: 'Мероприятия по темам:',
    author: 'Издатель',
    introduction: 'Напишите здесь введение.',
    columns: {
      region: 'Регион',
      category: 'Категория',
      title: 'Мероприятие',
      description: 'Описание',
      date: 'Планируемая дата',
    },
    theme: 'Мероприятия',
    side: 'Организатор',
  },
};
