import type { ChangeKind, ChangeSeverity } from '../model/change-kinds.ts';
import type { OwnColumn } from '../model/programme.ts';
import type { Lang } from '../model/text.ts';

/** Kinds of change of a thing as a whole; the others are named by their field. */
export type WholeKind = Extract<ChangeKind, `${string}-${'added' | 'removed' | 'split' | 'moved'}`>;

/** Words of the reports on what changed between two editions. */
export interface ChangeLabels {
  title: string;
  /** Between a name and what it names, such as ": ". */
  colon: string;
  /** "From edition 1 … to edition 2 …". */
  fromTo(before: string, after: string): string;
  /** The whole report on two editions without a difference: one line. */
  same(before: string, after: string): string;
  draftOf(date: string): string;
  /** Of all changes: "23 changes". */
  changes(count: number): string;
  approved: string;
  approvedBy(name: string, date: string): string;
  severity: string;
  severities: Readonly<Record<ChangeSeverity, string>>;
  whole: Readonly<Record<WholeKind, string>>;
  /** "Split off from: title". */
  splitFrom(title: string): string;
  /** From a place in the programme to another. */
  movedFromTo(before: string, after: string): string;
  /** Place of a theme or an event: "no. 12, Theme: sport". */
  place(number: number, theme: string | undefined): string;
  id: string;
  columns: Readonly<Record<OwnColumn, string>>;
  /** Planned date in the notation for machines. */
  when: string;
  /** Regions that the data gives an event on a side. */
  regionsOf(side: string): string;
  columnHeading(column: string): string;
  /** Fields of the programme itself. */
  programme: Readonly<
    Record<'title' | 'author' | 'subject' | 'period' | 'introduction' | 'contents', string>
  >;
  theme: Readonly<Record<'title' | 'columns', string>>;
  side: Readonly<Record<'name' | 'heading' | 'country', string>>;
  /** Heading of the changes that belong to no theme. */
  wholeProgramme: string;
  /** Heading of the differences that alter no printed words. */
  untracked: string;
  about: Readonly<Record<'programme' | 'side' | 'theme' | 'event' | 'region' | 'place', string>>;
  /** Column headings, captions and controls of the tables. */
  table: {
    summary: string;
    theme: string;
    total: string;
    what: string;
    before: string;
    after: string;
    /** Fills the cell of a side that has no words. */
    nothing: string;
  };
  filter: {
    heading: string;
    all: string;
    region: string;
    /** How many changes are shown; the script fills in `{shown}` and `{all}`. */
    shown: string;
  };
  skip: string;
  /** Explains the signs of deleted and inserted words. */
  legend(deleted: string, inserted: string): string;
}

const EN: ChangeLabels = {
  title: 'What changed in the programme',
  colon: ': ',
  fromTo: (before, after) => `From: ${before}; to: ${after}`,
  same: (before, after) => `No change: ${before} and ${after} are the same.`,
  draftOf: (date) => `Draft of ${date}`,
  changes: (count) => `${count} ${count === 1 ? 'change' : 'changes'}`,
  approved: 'approved',
  approvedBy: (name, date) => `Approved by ${name}, ${date}`,
  severity: 'Severity',
  severities: { major: 'major', minor: 'minor', typographic: 'typographic' },
  whole: {
    'event-added': 'Event added',
    'event-removed': 'Event removed',
    'event-split': 'Event split off',
    'event-moved': 'Event moved',
    'theme-added': 'Theme added',
    'theme-removed': 'Theme removed',
    'theme-moved': 'Theme moved',
    'side-added': 'Side added',
    'side-removed': 'Side removed',
    'side-moved': 'Side moved',
  },
  splitFrom: (title) => `from: ${title}`,
  movedFromTo: (before, after) => `from ${before} to ${after}`,
  place: (number, theme) => (theme === undefined ? `no. ${number}` : `no. ${number} (${theme})`),
  id: 'Id',
  columns: {
    region: 'Region',
    category: 'Category',
    title: 'Title',
    description: 'Description',
    date: 'Planned date',
  },
  when: 'Planned date for machines',
  regionsOf: (side) => `Regions: ${side}`,
  columnHeading: (column) => `Column heading: ${column}`,
  programme: {
    title: 'Title of the programme',
    author: 'Publisher',
    subject: 'Subject',
    period: 'Period',
    introduction: 'Introduction',
    contents: 'Heading of the contents',
  },
  theme: { title: 'Title of the theme', columns: 'Columns of the table' },
  side: { name: 'Name of the side', heading: 'Column heading', country: 'Country' },
  wholeProgramme: 'The programme as a whole',
  untracked: 'Differences in the data that alter no printed words',
  about: {
    programme: 'programme',
    side: 'side',
    theme: 'theme',
    event: 'event',
    region: 'region',
    place: 'place',
  },
  table: {
    summary: 'Changes by theme and severity',
    theme: 'Theme',
    total: 'Total',
    what: 'What',
    before: 'Before',
    after: 'After',
    nothing: 'nothing',
  },
  filter: {
    heading: 'Show only',
    all: 'all',
    region: 'Region',
    shown: 'Changes shown: {shown} of {all}',
  },
  skip: 'Skip to the changes',
  legend: (deleted, inserted) => `${deleted} are words taken out, ${inserted} are words put in.`,
};

const FR: ChangeLabels = {
  title: 'Modifications du programme',
  colon: ' : ',
  fromTo: (before, after) => `De : ${before} ; à : ${after}`,
  same: (before, after) => `Aucune modification : ${before} et ${after} sont identiques.`,
  draftOf: (date) => `Projet du ${date}`,
  changes: (count) => `${count} ${count < 2 ? 'modification' : 'modifications'}`,
  approved: 'approuvées',
  approvedBy: (name, date) => `Approuvé par ${name}, ${date}`,
  severity: 'Gravité',
  severities: { major: 'majeure', minor: 'mineure', typographic: 'typographique' },
  whole: {
    'event-added': 'Événement ajouté',
    'event-removed': 'Événement retiré',
    'event-split': 'Événement scindé',
    'event-moved': 'Événement déplacé',
    'theme-added': 'Thème ajouté',
    'theme-removed': 'Thème retiré',
    'theme-moved': 'Thème déplacé',
    'side-added': 'Partie ajoutée',
    'side-removed': 'Partie retirée',
    'side-moved': 'Partie déplacée',
  },
  splitFrom: (title) => `à partir de : ${title}`,
  movedFromTo: (before, after) => `de ${before} à ${after}`,
  place: (number, theme) => (theme === undefined ? `n° ${number}` : `n° ${number} (${theme})`),
  id: 'Identifiant',
  columns: {
    region: 'Région',
    category: 'Catégorie',
    title: 'Titre',
    description: 'Description',
    date: 'Date prévue',
  },
  when: 'Date prévue pour les machines',
  regionsOf: (side) => `Régions : ${side}`,
  columnHeading: (column) => `Titre de colonne : ${column}`,
  programme: {
    title: 'Titre du programme',
    author: 'Éditeur',
    subject: 'Objet',
    period: 'Période',
    introduction: 'Introduction',
    contents: 'Titre du sommaire',
  },
  theme: { title: 'Titre du thème', columns: 'Colonnes du tableau' },
  side: { name: 'Nom de la partie', heading: 'Titre de colonne', country: 'Pays' },
  wholeProgramme: 'L’ensemble du programme',
  untracked: 'Différences dans les données qui ne changent aucun mot imprimé',
  about: {
    programme: 'programme',
    side: 'partie',
    theme: 'thème',
    event: 'événement',
    region: 'région',
    place: 'lieu',
  },
  table: {
    summary: 'Modifications par thème et par gravité',
    theme: 'Thème',
    total: 'Total',
    what: 'Objet',
    before: 'Avant',
    after: 'Après',
    nothing: 'rien',
  },
  filter: {
    heading: 'Afficher seulement',
    all: 'toutes',
    region: 'Région',
    shown: 'Modifications affichées : {shown} sur {all}',
  },
  skip: 'Aller aux modifications',
  legend: (deleted, inserted) => `${deleted} : mots supprimés ; ${inserted} : mots ajoutés.`,
};

const RU: ChangeLabels = {
  title: 'Изменения в программе',
  colon: ': ',
  fromTo: (before, after) => `Было: ${before}; стало: ${after}`,
  same: (before, after) => `Изменений нет: ${before} и ${after} совпадают.`,
  draftOf: (date) => `Проект от ${date}`,
  changes: (count) => `изменений: ${count}`,
  approved: 'согласовано',
  approvedBy: (name, date) => `Согласовано: ${name}, ${date}`,
  severity: 'Значимость',
  severities: { major: 'существенное', minor: 'незначительное', typographic: 'типографское' },
  whole: {
    'event-added': 'Мероприятие добавлено',
    'event-removed': 'Мероприятие исключено',
    'event-split': 'Мероприятие выделено',
    'event-moved': 'Мероприятие перемещено',
    'theme-added': 'Раздел добавлен',
    'theme-removed': 'Раздел исключён',
    'theme-moved': 'Раздел перемещён',
    'side-added': 'Сторона добавлена',
    'side-removed': 'Сторона исключена',
    'side-moved': 'Сторона перемещена',
  },
  splitFrom: (title) => `из: ${title}`,
  movedFromTo: (before, after) => `с ${before} на ${after}`,
  place: (number, theme) => (theme === undefined ? `№ ${number}` : `№ ${number} (${theme})`),
  id: 'Идентификатор',
  columns: {
    region: 'Регион',
    category: 'Категория',
    title: 'Название',
    description: 'Описание',
    date: 'Планируемая дата',
  },
  when: 'Планируемая дата для машин',
  regionsOf: (side) => `Регионы: ${side}`,
  columnHeading: (column) => `Заголовок столбца: ${column}`,
  programme: {
    title: 'Название программы',
    author: 'Издатель',
    subject: 'Предмет',
    period: 'Период',
    introduction: 'Введение',
    contents: 'Заголовок содержания',
  },
  theme: { title: 'Название раздела', columns: 'Столбцы таблицы' },
  side: { name: 'Название стороны', heading: 'Заголовок столбца', country: 'Страна' },
  wholeProgramme: 'Программа в целом',
  untracked: 'Различия в данных, не меняющие печатного текста',
  about: {
    programme: 'программа',
    side: 'сторона',
    theme: 'раздел',
    event: 'мероприятие',
    region: 'регион',
    place: 'место',
  },
  table: {
    summary: 'Изменения по разделам и значимости',
    theme: 'Раздел',
    total: 'Всего',
    what: 'Что',
    before: 'Было',
    after: 'Стало',
    nothing: 'ничего',
  },
  filter: {
    heading: 'Показать только',
    all: 'все',
    region: 'Регион',
    shown: 'Показано изменений: {shown} из {all}',
  },
  skip: 'Перейти к изменениям',
  legend: (deleted, inserted) => `${deleted} — удалённые слова, ${inserted} — добавленные слова.`,
};

const LABELS: Readonly<Record<Lang, ChangeLabels>> = { en: EN, fr: FR, ru: RU };

export function changeLabels(lang: Lang): ChangeLabels {
  return LABELS[lang];
}
