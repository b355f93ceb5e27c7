import type { Field } from '../../model/field.ts';
import type { Lang } from '../../model/text.ts';

/** Words of an exported workbook that are not the programme's own. */
export interface SheetWords {
  readMe: string;
  lists: string;
  /** How to use the workbook; each line is a row. */
  howTo: readonly string[];
  /** Headings of the table that explains the columns. */
  table: { column: string; heading: string; holds: string };
  /** Headings of the sheet of lists. */
  listHeadings: { theme: string; status: string };
  languages: Readonly<Record<Lang, string>>;
  /** Headings of columns that are not printed. */
  headings: Readonly<Record<'id' | 'theme' | 'when' | 'regions' | 'status' | 'repeat' | 'accept', string>>;
  /** What each column holds. */
  holds: Readonly<Record<Field['name'], string>>;
}

export const SHEET_WORDS: Readonly<Record<Lang, SheetWords>> = {
  en: {
    readMe: 'Read me',
    lists: 'Lists',
    howTo: [
      'One row is one event, one sheet is one theme, in the order in which they are printed.',
      'Change words, add rows, move rows. Leave the first row and the grey column "id" as they are; a new event has no id yet.',
      'A deleted row removes nothing by itself: say --remove-missing when you import.',
      'Cells are texts: what you type stays as you type it, dates and signs such as = or + too.',
    ],
    table: { column: 'Column', heading: 'Printed as', holds: 'What it holds' },
    listHeadings: { theme: 'Themes', status: 'Status' },
    languages: { en: 'in English', fr: 'in French', ru: 'in Russian' },
    headings: {
      id: 'Id',
      theme: 'Theme',
      when: 'Date for machines',
      regions: 'Regions',
      status: 'Status',
      repeat: 'Print again',
      accept: 'Accepted findings',
    },
    holds: {
      id: 'Stable name of the event. Do not change it. Leave it empty for a new event.',
      theme: 'Id of the theme. Choose another one to move the event.',
      region: 'Region as printed.',
      category: 'Category as printed.',
      bodies: 'Local government or institution as printed.',
      title: 'Title as printed. Every event has one.',
      description: 'Description as printed. A line break (Alt+Enter) begins a new paragraph.',
      date: 'Planned date in words, as printed.',
      when: 'Planned date as EDTF: 2030-12-09/2030-12-19, 2030-04, 2030-35 (quarter 3), 2030-41 (semester 2). If you change only the words, it follows by itself where they are understood.',
      regions:
        'Region code, with its name for reading. Several: separate them with a semicolon. None: all-regions, to-be-determined, national-body or not-named.',
      status: 'cancelled or postponed; empty for all other events.',
      repeat: 'yes: print the first column again although it equals that of the event above.',
      accept: 'Proofing findings that the editor accepts, one a line.',
    },
  },
  fr: {
    readMe: 'Lisez-moi',
    lists: 'Listes',
    howTo: [
      'Une ligne est un événement, une feuille est un thème, dans l’ordre de l’impression.',
      'Modifiez les mots, ajoutez ou déplacez des lignes. Ne touchez ni à la première ligne ni à la colonne grise « id » ; un nouvel événement n’en a pas encore.',
      'Une ligne effacée ne supprime rien d’elle-même : ajoutez --remove-missing à l’import.',
      'Les cellules sont du texte : ce que vous saisissez reste tel quel, dates et signes comme = ou + compris.',
    ],
    table: { column: 'Colonne', heading: 'Imprimée sous', holds: 'Contenu' },
    listHeadings: { theme: 'Thèmes', status: 'Statut' },
    languages: { en: 'en anglais', fr: 'en français', ru: 'en russe' },
    headings: {
      id: 'Id',
      theme: 'Thème',
      when: 'Date pour les machines',
      regions: 'Régions',
      status: 'Statut',
      repeat: 'Réimprimer',
      accept: 'Remarques acceptées',
    },
    holds: {
      id: 'Nom stable de l’événement. Ne le modifiez pas. Laissez vide pour un nouvel événement.',
      theme: 'Id du thème. Choisissez-en un autre pour déplacer l’événement.',
      region: 'Région, telle qu’imprimée.',
      category: 'Catégorie, telle qu’imprimée.',
      bodies: 'Collectivité ou institution, telle qu’imprimée.',
      title: 'Titre, tel qu’imprimé. Chaque événement en a un.',
      description:
        'Description, telle qu’imprimée. Un retour à la ligne (Alt+Entrée) commence un paragraphe.',
      date: 'Date prévue en toutes lettres, telle qu’imprimée.',
      when: 'Date prévue en EDTF : 2030-12-09/2030-12-19, 2030-04, 2030-35 (3e trimestre), 2030-41 (2e semestre). Si vous ne changez que les mots, elle suit d’elle-même lorsqu’ils sont compris.',
      regions:
        'Code de région, suivi de son nom pour la lecture. Plusieurs : séparez-les par un point-virgule. Aucune : all-regions, to-be-determined, national-body ou not-named.',
      status: 'cancelled (annulé) ou postponed (reporté) ; vide pour les autres événements.',
      repeat: 'yes : imprimer la première colonne même si elle est identique à celle du dessus.',
      accept: 'Remarques de relecture acceptées par la rédaction, une par ligne.',
    },
  },
  ru: {
    readMe: 'Прочтите',
    lists: 'Списки',
    howTo: [
      'Одна строка — одно мероприятие, один лист — одна тема, в порядке печати.',
      'Меняйте слова, добавляйте и переставляйте строки. Первую строку и серый столбец «id» не меняйте; у нового мероприятия id ещё нет.',
      'Удалённая строка сама ничего не удаляет: при импорте укажите --remove-missing.',
      'Ячейки текстовые: введённое остаётся как есть, включая даты и знаки вроде = или +.',
    ],
    table: { column: 'Столбец', heading: 'Печатается как', holds: 'Что содержит' },
    listHeadings: { theme: 'Темы', status: 'Статус' },
    languages: { en: 'на английском', fr: 'на французском', ru: 'на русском' },
    headings: {
      id: 'Id',
      theme: 'Тема',
      when: 'Дата для программ',
      regions: 'Регионы',
      status: 'Статус',
      repeat: 'Печатать снова',
      accept: 'Принятые замечания',
    },
    holds: {
      id: 'Постоянное имя мероприятия. Не меняйте его. Для нового мероприятия оставьте пустым.',
      theme: 'Id темы. Чтобы перенести мероприятие, выберите другую.',
      region: 'Регион, как напечатано.',
      category: 'Категория, как напечатано.',
      bodies: 'Орган власти или учреждение, как напечатано.',
      title: 'Название, как напечатано. Есть у каждого мероприятия.',
      description: 'Описание, как напечатано. Перевод строки (Alt+Enter) начинает новый абзац.',
      date: 'Планируемая дата словами, как напечатано.',
      when: 'Планируемая дата в EDTF: 2030-12-09/2030-12-19, 2030-04, 2030-35 (III квартал), 2030-41 (II полугодие). Если изменить только слова, она обновится сама, когда слова понятны.',
      regions:
        'Код региона и его название для чтения. Несколько — через точку с запятой. Нет: all-regions, to-be-determined, national-body или not-named.',
      status: 'cancelled (отменено) или postponed (перенесено); у остальных пусто.',
      repeat: 'yes: напечатать первый столбец снова, хотя он такой же, как строкой выше.',
      accept: 'Замечания корректуры, принятые редактором, по одному в строке.',
    },
  },
};
