import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isEdtf, weekdayOf } from '../../../src/model/edtf.ts';
import { LANGS } from '../../../src/model/text.ts';
import { parseDatePhrase } from '../../../src/text/dates/parse.ts';
import { dateWords } from '../../../src/text/dates/words.ts';
import { runs } from '../../support/property-runs.ts';
import { edtfTexts } from '../edtf-texts.ts';

/** Words and their EDTF date in a programme for 2021, or `!` and the reason why they are not a date. */
type Row = readonly [words: string, expected: string];

/** Every date of the 2021 programme: its date column, then its titles, descriptions and introduction. */
const PROGRAMME: readonly Row[] = [
  ['Semester 2', '2021-41'],
  ['Semester 1', '2021-40'],
  ['See Semester 2', '2021-41'],
  ['2021 Semester 2:', '2021-41'],
  ['Semester 2: December 2021', '2021-12'],
  ['Semester 2: 9-19 December 2021', '2021-12-09/2021-12-19'],
  ['Semester 2 2021: 6-9 September', '2021-09-06/2021-09-09'],
  ['2021 Semester 2: late August-early September', '2021-08-21~/2021-09-10~'],
  ['Semester 1: 20 – 21 June 2021', '2021-06-20/2021-06-21'],
  ['Semester 1: February 2021 (webinar only)', '2021-02'],
  ['Semester 1: February 2021', '2021-02'],
  ['Throughout the year 2021', '2021'],
  ['Throughout the year 2020', '2020'],
  ['Throughout 2021', '2021'],
  ['Quarter 2 2021', '2021-34'],
  ['Quarter 3 2021', '2021-35'],
  ['December 2021', '2021-12'],
  ['1 February 2021 - 28 February 2021', '2021-02-01/2021-02-28'],
  ['Angers', '!not a date'],
  ['Nice', '!not a date'],
  ['Paris', '!not a date'],
  ['Grenoble', '!not a date'],
  ['from 9 to 19 December 2021', '2021-12-09/2021-12-19'],
  ['5 February', '2021-02-05'],
  ['April 2021', '2021-04'],
  ['in autumn 2021', '!a season has no fixed months: write the months'],
  ['in December', '2021-12'],
  ['April-May 2021', '2021-04/2021-05'],
  ['September 2021', '2021-09'],
  ['11-15 May 2021', '2021-05-11/2021-05-15'],
  ['July 2021', '2021-07'],
  ['from the 13 November to 23 December', '2021-11-13/2021-12-23'],
  ['26 November', '2021-11-26'],
  ['April-September 2021', '2021-04/2021-09'],
  ['3 March 2021', '2021-03-03'],
  ['19-23 April 2021', '2021-04-19/2021-04-23'],
  ['21-25 September 2021', '2021-09-21/2021-09-25'],
  ['from 6 to 9 September 2021', '2021-09-06/2021-09-09'],
  ['20/21 June', '2021-06-20/2021-06-21'],
  ['late August/early September', '2021-08-21~/2021-09-10~'],
  ['since 2017', '2017/..'],
  ['In November 2015', '2015-11'],
  ['19 March', '2021-03-19'],
];

const ENGLISH: readonly Row[] = [
  ['2021', '2021'],
  ['2021–2022', '2021/2022'],
  ['2021-2023', '2021/2023'],
  ['In 2021', '2021'],
  ['During 2021', '2021'],
  ['All year', '2021'],
  ['All year round', '2021'],
  ['Throughout the year', '2021'],
  ['Throughout the whole year 2021', '2021'],
  ['The year 2022', '2022'],
  ['End of 2021', '2021-10~/2021-12~'],
  ['End of the year', '2021-10~/2021-12~'],
  ['Early 2022', '2022-01~/2022-03~'],
  ['June', '2021-06'],
  ['june 2021', '2021-06'],
  ['JUNE 2021', '2021-06'],
  ['June, 2021', '2021-06'],
  ['June of 2021', '2021-06'],
  ['Sept. 2021', '2021-09'],
  ['Dec 2021', '2021-12'],
  ['June 2021.', '2021-06'],
  ['June to August 2021', '2021-06/2021-08'],
  ['June – August 2021', '2021-06/2021-08'],
  ['June/July 2021', '2021-06/2021-07'],
  ['December 2021 – January 2022', '2021-12/2022-01'],
  ['December – January 2022', '2021-12/2022-01'],
  ['June and September 2021', '{2021-06,2021-09}'],
  ['April, May and June 2021', '{2021-04,2021-05,2021-06}'],
  ['Mid-June 2021', '2021-06-11~/2021-06-20~'],
  ['mid June', '2021-06-11~/2021-06-20~'],
  ['Late June 2021', '2021-06-21~/2021-06-30~'],
  ['Beginning of July', '2021-07-01~/2021-07-10~'],
  ['End of June – early July 2021', '2021-06-21~/2021-07-10~'],
  ['First half of June 2021', '2021-06-01~/2021-06-15~'],
  ['around 15 June 2021', '2021-06-15~'],
  ['from mid-June to 3 August 2021', '2021-06-11~/2021-08-03'],
  ['1st June 2021', '2021-06-01'],
  ['1 st June 2021', '2021-06-01'],
  ['the 1st of June 2021', '2021-06-01'],
  ['June 1st', '2021-06-01'],
  ['June 9, 2021', '2021-06-09'],
  ['June 9–19, 2021', '2021-06-09/2021-06-19'],
  ['June 28 – July 3, 2021', '2021-06-28/2021-07-03'],
  ['Friday 19 March 2021', '2021-03-19'],
  ['Friday, 19 March 2021', '2021-03-19'],
  ['Fri. 19 March 2021', '2021-03-19'],
  ['19 March 2021 (Friday)', '2021-03-19'],
  ['Monday 6 to Thursday 9 September 2021', '2021-09-06/2021-09-09'],
  ['19 March 2021 at 6 pm', '2021-03-19'],
  ['19 March 2021, 18:00–20:00', '2021-03-19'],
  ['19 March 2021 from 10.30 am to 5 pm', '2021-03-19'],
  ['6 to 9 September 2021', '2021-09-06/2021-09-09'],
  ['6 September to 9 September 2021', '2021-09-06/2021-09-09'],
  ['6–9 September', '2021-09-06/2021-09-09'],
  ['6—9 September 2021', '2021-09-06/2021-09-09'],
  ['6\u00a0–\u00a09\u202fSeptember 2021', '2021-09-06/2021-09-09'],
  ['6 through 9 September 2021', '2021-09-06/2021-09-09'],
  ['between 6 and 9 September 2021', '2021-09-06/2021-09-09'],
  ['28 November – 2 December 2021', '2021-11-28/2021-12-02'],
  ['28 December 2021 – 3 January 2022', '2021-12-28/2022-01-03'],
  ['28 December – 3 January 2022', '2021-12-28/2022-01-03'],
  ['28 December 2021 – 3 January', '2021-12-28/2022-01-03'],
  ['3 and 5 June 2021', '{2021-06-03,2021-06-05}'],
  ['3, 4 & 5 June 2021', '{2021-06-03,2021-06-04,2021-06-05}'],
  ['3 March and 19-23 April 2021', '{2021-03-03,2021-04-19..2021-04-23}'],
  ['3 March 2021; 19–23 April 2021', '{2021-03-03,2021-04-19..2021-04-23}'],
  ['3 March 2021\n19–23 April 2021', '{2021-03-03,2021-04-19..2021-04-23}'],
  ['Throughout the\nyear 2021', '2021'],
  ['19 March 2022, 3 May 2021', '{2021-05-03,2022-03-19}'],
  ['from March 2021', '2021-03/..'],
  ['March 2021 onwards', '2021-03/..'],
  ['Starting from 3 March', '2021-03-03/..'],
  ['until 30 June 2021', '../2021-06-30'],
  ['until the end of June 2021', '../2021-06-30~'],
  ['Q1 2021', '2021-33'],
  ['Q4', '2021-36'],
  ['2021 Q3', '2021-35'],
  ['2021-Q3', '2021-35'],
  ['3rd quarter 2021', '2021-35'],
  ['Third quarter of 2021', '2021-35'],
  ['third quarter of the year', '2021-35'],
  ['Quarter III', '2021-35'],
  ['Q2–Q3 2021', '2021-04/2021-09'],
  ['Quarters 2 and 3 2021', '{2021-04..2021-06,2021-07..2021-09}'],
  ['First half of 2021', '2021-40'],
  ['second half of the year', '2021-41'],
  ['H2 2021', '2021-41'],
  ['S2 2021', '2021-41'],
  ['1st semester 2022', '2022-40'],
  ['Semester 2, December 2021', '2021-12'],
  ['Semester 2 (9–19 December 2021)', '2021-12-09/2021-12-19'],
  ['December 2021 (Semester 2)', '2021-12'],
  ['2021: 6-9 September', '2021-09-06/2021-09-09'],
  ['December 2021: 9–19', '2021-12-09/2021-12-19'],
  ['June 2021 (TBC)', '2021-06?'],
  ['June 2021, to be confirmed', '2021-06?'],
  ['TBC: June 2021', '2021-06?'],
  ['Provisionally 6–9 September 2021', '2021-09-06?/2021-09-09?'],
  ['mid-June 2021 (tbc)', '2021-06-11%/2021-06-20%'],
  ['Semester 2 (TBC)', '2021-41'],
  ['Planned date: June 2021', '2021-06'],
  ['2021-03-19', '2021-03-19'],
  ['2021-12-09/2021-12-19', '2021-12-09/2021-12-19'],
  ['2021-12-09 – 2021-12-19', '2021-12-09/2021-12-19'],
  ['2021/03/19', '2021-03-19'],
  ['19.03.2021', '2021-03-19'],
  ['19/03/2021', '2021-03-19'],
  ['19-03-2021', '2021-03-19'],
  ['05/05/2021', '2021-05-05'],
  ['03.2021', '2021-03'],
  ['03/2021', '2021-03'],
  ['19/03/21', '2021-03-19'],
  // Not dates, or not one date
  ['', '!empty'],
  ['   ', '!empty'],
  ['TBC', '!to be confirmed'],
  ['tbd', '!to be confirmed'],
  ['To be confirmed', '!to be confirmed'],
  ['Dates to be confirmed', '!to be confirmed'],
  ['Date to be announced', '!to be confirmed'],
  ['–', '!not a date'],
  ['?', '!to be confirmed'],
  ['June 2021?', '2021-06?'],
  ['June (2021)', '2021-06'],
  ['November 2021 – February', '2021-11/2022-02'],
  ['2021 (à confirmer)', '2021?'],
  ['Postponed', '!not a date'],
  ['constructor', '!not a date'],
  ['Summer 2021', '!a season has no fixed months: write the months'],
  ['Spring/Summer 2021', '!a season has no fixed months: write the months'],
  ['June or July 2021', '!one of several dates'],
  ['June 2021 in Nice', '!not understood: Nice'],
  ['Week of 6 September 2021', '!not understood: Week'],
  ['every Thursday', '!days of the week without a period'],
  ['School year 2021-2022', '!not understood: School'],
  ['before June 2021', '!not understood: before'],
  ['June 2021 (except 14 June)', '{2021-06-01..2021-06-13,2021-06-15..2021-06-30}'],
  ['2021-22', '!not understood: 2021-22'],
  ['31 June 2021', '!June 2021 has no day 31'],
  ['29 February 2021', '!February 2021 has no day 29'],
  ['45.03.2021', '!March 2021 has no day 45'],
  ['19-9 December 2021', '!it ends before it starts'],
  ['December – June 2021 – 2022', '!not understood: – 2022'],
  ['Semester 1: December 2021', '!December 2021 is not within Semester 1 2021'],
  ['Semester 1 2021, 3 July', '!3 July 2021 is not within Semester 1 2021'],
  ['03/04/2021', '!day and month could be swapped: write the month as a word'],
  ['19/03/22', '!write the year with four digits'],
  ['12', '!the number 12 is not a date'],
  ['Quarter 5 2021', '!a year has no quarter 5'],
  ['20/25 June 2021', '!the days are not consecutive'],
  [
    'Quarter 2 – 9 December 2021',
    '!a range from a quarter or semester to a date of another kind, or the reverse',
  ],
  ['December 2021, 3 January', '!the dates are not in order and have no year'],
  [
    '3 March and late April 2021',
    '!{2021-03-03,2021-04-21~..2021-04-30~}: either all dates of a set or none must be qualified with the same sign (~ or ?)',
  ],
];

const FRENCH: readonly Row[] = [
  ['2021', '2021'],
  ['En 2021', '2021'],
  ['Année 2021', '2021'],
  ['Toute l’année', '2021'],
  ["toute l'année 2021", '2021'],
  ['Tout au long de l’année 2021', '2021'],
  ['Tout au long de 2021', '2021'],
  ['Courant 2021', '2021'],
  ['Au cours de l’année 2021', '2021'],
  ['Durant toute l’année 2021', '2021'],
  ['Fin 2021', '2021-10~/2021-12~'],
  ['En fin d’année', '2021-10~/2021-12~'],
  ['2021-2022', '2021/2022'],
  ['de 2021 à 2022', '2021/2022'],
  ['juin 2021', '2021-06'],
  ['Juin 2021', '2021-06'],
  ['JUIN 2021', '2021-06'],
  ['En juin', '2021-06'],
  ['Courant juin 2021', '2021-06'],
  ['Au mois de juin 2021', '2021-06'],
  ['fevrier 2021', '2021-02'],
  ['Fe\u0301vrier 2021', '2021-02'],
  ['Août 2021', '2021-08'],
  ['déc. 2021', '2021-12'],
  ['juil. 2021', '2021-07'],
  ['juin à août 2021', '2021-06/2021-08'],
  ['de juin à août 2021', '2021-06/2021-08'],
  ['d’avril à septembre 2021', '2021-04/2021-09'],
  ['avril-septembre 2021', '2021-04/2021-09'],
  ['de décembre 2021 à janvier 2022', '2021-12/2022-01'],
  ['juin et septembre 2021', '{2021-06,2021-09}'],
  ['mi-juin', '2021-06-11~/2021-06-20~'],
  ['Mi-juin 2021', '2021-06-11~/2021-06-20~'],
  ['début juillet 2021', '2021-07-01~/2021-07-10~'],
  ['Fin août-début septembre 2021', '2021-08-21~/2021-09-10~'],
  ['fin août/début septembre', '2021-08-21~/2021-09-10~'],
  ['vers la mi-juin 2021', '2021-06-11~/2021-06-20~'],
  ['première quinzaine de juin 2021', '2021-06-01~/2021-06-15~'],
  ['vers le 15 juin 2021', '2021-06-15~'],
  ['1er février 2021', '2021-02-01'],
  ['1ᵉʳ février 2021', '2021-02-01'],
  ['1 er février 2021', '2021-02-01'],
  ['le 3 mars 2021', '2021-03-03'],
  ['Le vendredi 19 mars 2021', '2021-03-19'],
  ['vendredi 19 mars', '2021-03-19'],
  ['19 mars 2021 à 18h30', '2021-03-19'],
  ['19 mars 2021 - 18h', '2021-03-19'],
  ['sur toute l’année', '2021'],
  ['19 mars 2021, de 14 h à 16 h 30', '2021-03-19'],
  ['1er–3 juin', '2021-06-01/2021-06-03'],
  ['du 9 au 19 décembre', '2021-12-09/2021-12-19'],
  ['Du 9 au 19 décembre 2021', '2021-12-09/2021-12-19'],
  ['du lundi 6 au jeudi 9 septembre 2021', '2021-09-06/2021-09-09'],
  ['du 28 novembre au 2 décembre 2021', '2021-11-28/2021-12-02'],
  ['du 28 décembre 2021 au 3 janvier 2022', '2021-12-28/2022-01-03'],
  ['9-19 décembre 2021', '2021-12-09/2021-12-19'],
  ['entre le 6 et le 9 septembre 2021', '2021-09-06/2021-09-09'],
  ['les 3 et 5 juin 2021', '{2021-06-03,2021-06-05}'],
  ['les 3, 4 et 5 juin', '{2021-06-03,2021-06-04,2021-06-05}'],
  ['3 mars et du 19 au 23 avril 2021', '{2021-03-03,2021-04-19..2021-04-23}'],
  ['du 1er au 3 juin et du 10 au 12 juin 2021', '{2021-06-01..2021-06-03,2021-06-10..2021-06-12}'],
  ['à partir de mars 2021', '2021-03/..'],
  ['à partir du 3 mars 2021', '2021-03-03/..'],
  ['dès septembre 2021', '2021-09/..'],
  ['depuis 2017', '2017/..'],
  ['jusqu’au 30 juin 2021', '../2021-06-30'],
  ['jusqu’en juin 2021', '../2021-06'],
  ['jusqu’à fin juin', '../2021-06-30~'],
  ['2e semestre 2021', '2021-41'],
  ['2ème semestre 2021', '2021-41'],
  ['2 e semestre 2021', '2021-41'],
  ['second semestre', '2021-41'],
  ['Au second semestre 2021', '2021-41'],
  ['1er semestre 2021', '2021-40'],
  ['premier semestre de l’année 2021', '2021-40'],
  ['Semestre 2', '2021-41'],
  ['S2 2021', '2021-41'],
  ['2e moitié de l’année', '2021-41'],
  ['3e trimestre 2021', '2021-35'],
  ['troisième trimestre 2021', '2021-35'],
  ['T3 2021', '2021-35'],
  ['IIIe trimestre 2021', '2021-35'],
  ['2e et 3e trimestres 2021', '{2021-04..2021-06,2021-07..2021-09}'],
  ['2e semestre 2021 : du 9 au 19 décembre', '2021-12-09/2021-12-19'],
  ['2e semestre (décembre)', '2021-12'],
  ['Voir semestre 2', '2021-41'],
  ['juin 2021 (à confirmer)', '2021-06?'],
  ['juin 2021 (date à confirmer)', '2021-06?'],
  ['Juin 2021, sous réserve', '2021-06?'],
  ['juin 2021 (webinaire)', '2021-06'],
  ['prévu en juin 2021', '2021-06'],
  ['du 19/03 au 21/03/2021', '2021-03-19/2021-03-21'],
  ['03/04/2021', '2021-04-03'],
  ['à confirmer', '!to be confirmed'],
  ['Dates à confirmer', '!to be confirmed'],
  ['À définir', '!to be confirmed'],
  ['à déterminer', '!to be confirmed'],
  ['automne', '!a season has no fixed months: write the months'],
  ['été 2021', '!a season has no fixed months: write the months'],
  ['juin ou juillet 2021', '!one of several dates'],
  ['du 12 au 14 mai 2021 à Angers', '!not understood: Angers'],
  ['année scolaire 2020-2021', '!not understood: scolaire'],
  ['semaine du 6 septembre 2021', '!not understood: semaine'],
  ['d’ici juin 2021', '!not understood: ici'],
  ['31 avril 2021', '!April 2021 has no day 31'],
];

const RUSSIAN: readonly Row[] = [
  ['2021', '2021'],
  ['2021 год', '2021'],
  ['2021 г.', '2021'],
  ['2021\u00a0г.', '2021'],
  ['в 2021 году', '2021'],
  ['в 2021-м году', '2021'],
  ['в течение года', '2021'],
  ['В течение 2021 года', '2021'],
  ['в течение всего 2021 года', '2021'],
  ['на протяжении 2021 года', '2021'],
  ['весь 2021 год', '2021'],
  ['конец 2021 г.', '2021-10~/2021-12~'],
  ['в конце года', '2021-10~/2021-12~'],
  ['2021–2022 гг.', '2021/2022'],
  ['2021-2022 годы', '2021/2022'],
  ['июнь 2021 г.', '2021-06'],
  ['Июнь', '2021-06'],
  ['в июне', '2021-06'],
  ['в июне 2021 года', '2021-06'],
  ['сент. 2021 г.', '2021-09'],
  ['июнь - август 2021 г.', '2021-06/2021-08'],
  ['июнь—август 2021', '2021-06/2021-08'],
  ['с июня по август 2021 года', '2021-06/2021-08'],
  ['декабрь 2021 г. – январь 2022 г.', '2021-12/2022-01'],
  ['май и сентябрь 2021 г.', '{2021-05,2021-09}'],
  ['середина июня 2021 г.', '2021-06-11~/2021-06-20~'],
  ['в конце июня', '2021-06-21~/2021-06-30~'],
  ['в первой половине июня 2021 г.', '2021-06-01~/2021-06-15~'],
  ['первая декада июня', '2021-06-01~/2021-06-10~'],
  ['конец августа – начало сентября 2021 г.', '2021-08-21~/2021-09-10~'],
  ['ориентировочно июнь 2021 г.', '2021-06~'],
  ['около 15 июня 2021 г.', '2021-06-15~'],
  ['1 февраля 2021 г.', '2021-02-01'],
  ['1 февраля 2021 года', '2021-02-01'],
  ['19 марта', '2021-03-19'],
  ['19 Марта 2021', '2021-03-19'],
  ['пятница, 19 марта 2021 г.', '2021-03-19'],
  ['19 марта 2021 г. (пятница)', '2021-03-19'],
  ['19 марта 2021 г., пт.', '2021-03-19'],
  ['19 марта 2021 г., 18:00', '2021-03-19'],
  ['19 марта 2021 г. в 18.00 ч.', '2021-03-19'],
  ['19 марта 2021 г. с 10:00 до 12:00', '2021-03-19'],
  ['9-19 декабря 2021 г.', '2021-12-09/2021-12-19'],
  ['9—19 декабря', '2021-12-09/2021-12-19'],
  ['с 9 по 19 декабря 2021 г.', '2021-12-09/2021-12-19'],
  ['с 9 до 19 декабря 2021 г.', '2021-12-09/2021-12-19'],
  ['с 28 ноября по 2 декабря', '2021-11-28/2021-12-02'],
  ['28 ноября - 2 декабря 2021 года', '2021-11-28/2021-12-02'],
  ['28 декабря 2021 г. — 3 января 2022 г.', '2021-12-28/2022-01-03'],
  ['между 6 и 9 сентября 2021 г.', '2021-09-06/2021-09-09'],
  ['3 и 5 июня 2021 г.', '{2021-06-03,2021-06-05}'],
  ['3 марта и 19–23 апреля 2021 г.', '{2021-03-03,2021-04-19..2021-04-23}'],
  ['с марта 2021 г.', '2021-03/..'],
  ['начиная с 3 марта 2021 г.', '2021-03-03/..'],
  ['до 30 июня 2021 г.', '../2021-06-30'],
  ['по июнь 2021 г.', '../2021-06'],
  ['II квартал 2021 г.', '2021-34'],
  ['2 квартал 2021 г.', '2021-34'],
  ['2-й квартал 2021 года', '2021-34'],
  ['второй квартал 2021 года', '2021-34'],
  ['во втором квартале 2021 года', '2021-34'],
  ['III кв. 2021 г.', '2021-35'],
  ['3 кв. 2021', '2021-35'],
  ['I–II кварталы 2021 г.', '2021-01/2021-06'],
  ['II и IV кварталы 2021 г.', '{2021-04..2021-06,2021-10..2021-12}'],
  ['1-е полугодие 2021 года', '2021-40'],
  ['1-ое полугодие 2021 г.', '2021-40'],
  ['первое полугодие 2021 года', '2021-40'],
  ['в первом полугодии 2021 г.', '2021-40'],
  ['II полугодие 2021 г.', '2021-41'],
  ['2 полугодие', '2021-41'],
  ['во второй половине 2021 года', '2021-41'],
  ['вторая половина года', '2021-41'],
  ['II полугодие: декабрь 2021 г.', '2021-12'],
  ['II полугодие 2021 г. (9–19 декабря)', '2021-12-09/2021-12-19'],
  ['см. II полугодие', '2021-41'],
  ['июнь 2021 г. (уточняется)', '2021-06?'],
  ['июнь 2021 г., дата уточняется', '2021-06?'],
  ['Предварительно: июнь 2021 г.', '2021-06?'],
  ['февраль 2021 г. (только вебинар)', '2021-02'],
  ['19.03.2021', '2021-03-19'],
  ['19.03.2021 г.', '2021-03-19'],
  ['19.03.21', '2021-03-19'],
  ['19.03', '2021-03-19'],
  ['9.3.', '2021-03-09'],
  ['06.25.2021', '!a year has no month 25'],
  ['3.2. – 7.2.', '2021-02-03/2021-02-07'],
  ['3-5.06.2021', '2021-06-03/2021-06-05'],
  ['09.12.2021-19.12.2021', '2021-12-09/2021-12-19'],
  ['09.12–19.12.2021', '2021-12-09/2021-12-19'],
  ['с 09.12.2021 по 19.12.2021', '2021-12-09/2021-12-19'],
  ['03.04.2021', '2021-04-03'],
  ['03/04/2021', '2021-04-03'],
  ['уточняется', '!to be confirmed'],
  ['Сроки уточняются', '!to be confirmed'],
  ['Дата будет уточнена', '!to be confirmed'],
  ['по согласованию', '!to be confirmed'],
  ['осень', '!a season has no fixed months: write the months'],
  ['осенью 2021 года', '!a season has no fixed months: write the months'],
  ['июнь или июль 2021 г.', '!one of several dates'],
  ['12–14 мая 2021 г., Анже', '!not understood: Анже'],
  ['2020/2021 учебный год', '!not understood: учебный'],
  ['ежемесячно', '!not a date'],
  ['31 июня 2021 г.', '!June 2021 has no day 31'],
];

describe.each([
  ['programme', 'en', PROGRAMME],
  ['English', 'en', ENGLISH],
  ['French', 'fr', FRENCH],
  ['Russian', 'ru', RUSSIAN],
] as const)('Date phrases in %s', (_name, lang, rows) => {
  test('The test data contains each phrase once', () => {
    expect(new Set(rows.map(([words]) => words)).size).toBe(rows.length);
  });

  test.each(rows)('%j is read as %s', (words, expected) => {
    const parsed = parseDatePhrase(words, { lang, year: 2021 });
    if (expected.startsWith('!'))
      expect(parsed).toMatchObject({ unparsed: words, why: { message: expected.slice(1) } });
    else expect(parsed).toMatchObject({ edtf: expected });
  });

  test('Except for dates with slashes, date phrases give the same result with and without a language', () => {
    const differing = rows.filter(([words]) => {
      const [told, untold] = [
        parseDatePhrase(words, { lang, year: 2021 }),
        parseDatePhrase(words, { year: 2021 }),
      ];
      return JSON.stringify(told) !== JSON.stringify(untold);
    });
    expect(differing.map(([words]) => words)).toEqual(lang === 'en' ? [] : ['03/04/2021']);
  });
});

describe('Further results of reading a date', () => {
  test('The weekdays of a date are returned as written, whether right or wrong', () => {
    expect(parseDatePhrase('Thursday 19 March 2021')).toEqual({
      edtf: '2021-03-19',
      weekdays: [{ date: '2021-03-19', weekday: 4 }],
    });
    expect(parseDatePhrase('du lundi 6 au jeudi 9 septembre 2021')).toEqual({
      edtf: '2021-09-06/2021-09-09',
      weekdays: [
        { date: '2021-09-06', weekday: 1 },
        { date: '2021-09-09', weekday: 4 },
      ],
    });
    expect(parseDatePhrase('19 марта 2021 г. (пт.)')).toEqual({
      edtf: '2021-03-19',
      weekdays: [{ date: '2021-03-19', weekday: 5 }],
    });
  });

  test('A date without a year is read only if the year of the programme is known', () => {
    for (const words of ['Semester 2', '9 December', 'в течение года', '19/03/21']) {
      expect(parseDatePhrase(words)).toMatchObject({ unparsed: words });
      expect(parseDatePhrase(words, { year: 2021 })).toHaveProperty('edtf');
    }
    expect(parseDatePhrase('Semester 2')).toMatchObject({
      unparsed: 'Semester 2',
      why: { code: 'year-missing' },
    });
  });

  test('A date can be in a language other than that of the programme', () => {
    expect(parseDatePhrase('du 9 au 19 décembre 2021', { lang: 'en' })).toEqual({
      edtf: '2021-12-09/2021-12-19',
    });
    expect(parseDatePhrase('2021 (à confirmer)', { lang: 'en' })).toEqual({ edtf: '2021?' });
    expect(parseDatePhrase('II квартал 2021 г.', { lang: 'fr' })).toEqual({ edtf: '2021-34' });
  });
});

describe('Properties of all dates', () => {
  test.each(LANGS)('%s: a date that dateWords wrote is read back as the same date', (lang) => {
    fc.assert(
      fc.property(edtfTexts, (edtf) => {
        const words = dateWords(edtf, lang);
        expect({ words, ...parseDatePhrase(words, { lang }) }).toEqual({ words, edtf });
        expect({ words, ...parseDatePhrase(words) }).toEqual({ words, edtf });
      }),
      { numRuns: runs(1000) },
    );
  });

  const dateWord = fc.constantFrom(
    ...'from 1 9 31 2021 22 to – - / . , : ( ) and May mai мая late mi- Friday semester T3 II quarter 19.03 г. с по du au le of year TBC or half first à 18:00 h ? { .. every Mondays weekend except only Tue night Easter (Christmas evening 3/4 6.XII 4-dec 7pm sauf кроме ночь на Day 1 daily'.split(
      ' ',
    ),
  );
  const jumbles = fc
    .array(fc.tuple(dateWord, fc.constantFrom(' ', ' ', '', '\n')), { maxLength: 12 })
    .map((pairs) => pairs.flat().join(''));

  test('Any sequence of date words results in valid EDTF or in a reason why there is none', () => {
    fc.assert(
      fc.property(fc.oneof(jumbles, fc.string({ unit: 'grapheme' })), (words) => {
        const parsed = parseDatePhrase(words, { year: 2021 });
        if ('edtf' in parsed) {
          expect(isEdtf(parsed.edtf)).toBe(true);
          for (const { date, weekday } of parsed.weekdays ?? []) {
            expect(isEdtf(date)).toBe(true);
            expect(weekday).toBeGreaterThan(0);
          }
        } else {
          expect(parsed.unparsed).toBe(words);
          expect(parsed.why.message).not.toBe('');
        }
      }),
      { numRuns: runs(3000) },
    );
  });

  test('Upper and lower case and the kind of spaces make no difference when a date is read', () => {
    fc.assert(
      fc.property(
        fc
          .constantFrom(...[...PROGRAMME, ...FRENCH, ...RUSSIAN].map(([words]) => words))
          .filter((words) => words !== ''),
        fc.constantFrom('\u00a0', '\u202f', '\u2009', '  ', '\t'),
        (words, space) => {
          const spaced = words.replaceAll(' ', space);
          const [plain, other] = [words, spaced].map((text) => parseDatePhrase(text, { year: 2021 }));
          expect('edtf' in (plain ?? {})).toBe('edtf' in (other ?? {}));
          if (plain !== undefined && 'edtf' in plain) expect(other).toEqual(plain);
        },
      ),
      { numRuns: runs(500) },
    );
  });

  test('A weekday is correct if the date falls on this weekday in the calendar', () => {
    const parsed = parseDatePhrase('Friday 19 March 2021');
    expect(
      'edtf' in parsed && parsed.weekdays?.map(({ date, weekday }) => weekdayOf(date) === weekday),
    ).toEqual([true]);
  });
});

test.each(['9 December ', 'du l’', '1, ', '(', '1-', 'early of the ', '?', 'с по '])(
  'A malicious text of 100 kB that repeats %j is rejected without backtracking',
  (unit) => {
    const words = unit.repeat(100_000 / unit.length);
    expect(parseDatePhrase(words, { year: 2021 })).toMatchObject({
      unparsed: words,
      why: { code: 'date-too-long' },
    });
  },
);
