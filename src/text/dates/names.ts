import type { Lang } from '../../model/text.ts';

/** Names of the months as a date without a day writes them (in Russian: the nominative). */
export const MONTHS: Readonly<Record<Lang, readonly string[]>> = {
  en: 'January February March April May June July August September October November December'.split(' '),
  fr: 'janvier février mars avril mai juin juillet août septembre octobre novembre décembre'.split(' '),
  ru: 'январь февраль март апрель май июнь июль август сентябрь октябрь ноябрь декабрь'.split(' '),
};

/** Names of the months after a day (in Russian: the genitive). */
export const MONTHS_AFTER_DAY: Readonly<Record<Lang, readonly string[]>> = {
  en: MONTHS.en,
  fr: MONTHS.fr,
  ru: 'января февраля марта апреля мая июня июля августа сентября октября ноября декабря'.split(' '),
};

/** Which end of an interval a note is about. */
export type NoteSide = 'both' | 'start' | 'end';
export type Qualifier = 'approximate' | 'uncertain';

/** What is printed in brackets after a date that is not exact or not certain. */
export const NOTES: Readonly<Record<Lang, Readonly<Record<Qualifier, Readonly<Record<NoteSide, string>>>>>> =
  {
    en: {
      approximate: { both: 'approximate', start: 'start approximate', end: 'end approximate' },
      uncertain: { both: 'to be confirmed', start: 'start to be confirmed', end: 'end to be confirmed' },
    },
    fr: {
      approximate: { both: 'date approximative', start: 'début approximatif', end: 'fin approximative' },
      uncertain: { both: 'à confirmer', start: 'début à confirmer', end: 'fin à confirmer' },
    },
    ru: {
      approximate: {
        both: 'ориентировочно',
        start: 'начало ориентировочно',
        end: 'окончание ориентировочно',
      },
      uncertain: { both: 'уточняется', start: 'начало уточняется', end: 'окончание уточняется' },
    },
  };
