import type { Lang } from '../../model/text.ts';
import { MONTHS, MONTHS_AFTER_DAY, NOTES, type NoteSide, type Qualifier } from './names.ts';

/**
 * What a small word can do in a date phrase; several roles may meet in one word (French `du`).
 * `lead` may stand before a date (in, on, au), `whole` before the year alone (throughout), `article` says nothing.
 * `between` takes `and`, `since` may stand without an end, `until` without a start, `or` makes a phrase ambiguous.
 */
export type Role =
  | 'lead'
  | 'whole'
  | 'article'
  | 'of'
  | 'from'
  | 'since'
  | 'between'
  | 'to'
  | 'until'
  | 'onwards'
  | 'and'
  | 'or';

export type Meaning =
  | { kind: 'month'; month: number }
  /** ISO 8601: 1 is Monday. */
  | { kind: 'weekday'; weekday: number }
  /** `half` is a semester of a year or a rough part of a month; `fortnight` is only the latter. */
  | { kind: 'unit'; unit: 'quarter' | 'semester' | 'half' | 'fortnight' }
  /** A unit and its number in one word: Q3, S2. */
  | { kind: 'part'; part: 'quarter' | 'semester'; number: number }
  | { kind: 'ordinal'; number: number }
  /** early, mid, late, around: the date is approximate. */
  | { kind: 'rough' }
  | { kind: 'season' }
  | { kind: 'year' }
  | { kind: 'note'; qualifier: Qualifier; side: NoteSide }
  /** `date`, `dates`: names the column, not a date. */
  | { kind: 'label' }
  /** Words of clock times. */
  | { kind: 'hour' }
  | { kind: 'small'; roles: readonly Role[] };

/** A word or words of a language, folded, that mean something in a date. */
export interface Entry {
  words: readonly string[];
  /** An abbreviation: a full stop may follow and belongs to it. */
  abbreviation: boolean;
  meaning: Meaning;
}

/** Entries by first word, the longest first. */
export type Lexicon = ReadonlyMap<string, readonly Entry[]>;

/** A word as the lexicon holds it: lower case, without accents and soft hyphens, ё and й as е and и. */
export function fold(word: string): string {
  return word
    .normalize('NFKD')
    .replace(/[\p{M}\p{Cf}]/gu, '')
    .toLowerCase();
}

const lexicons = new Map<Lang, Lexicon>();

/** The lexicon of a language, made when first asked for. */
export function lexiconOf(lang: Lang): Lexicon {
  const known = lexicons.get(lang);
  if (known !== undefined) return known;
  const lexicon = makeLexicon(lang);
  lexicons.set(lang, lexicon);
  return lexicon;
}

function makeLexicon(lang: Lang): Lexicon {
  const byFirst = new Map<string, Entry[]>();
  for (const [meaning, spelling] of [...namedMonths(lang), ...printedNotes(lang), ...WORDS[lang]]) {
    for (const phrase of spelling.split('|')) {
      const abbreviation = phrase.endsWith('.');
      const words = fold(abbreviation ? phrase.slice(0, -1) : phrase).split(' ');
      const [first = ''] = words;
      const entries = byFirst.get(first) ?? [];
      entries.push({ words, abbreviation, meaning });
      byFirst.set(first, entries);
    }
  }
  for (const entries of byFirst.values()) entries.sort((a, b) => b.words.length - a.words.length);
  return byFirst;
}

/** A meaning and the words that have it, parted by `|`; a full stop marks an abbreviation. */
type Row = readonly [Meaning, string];

function namedMonths(lang: Lang): Row[] {
  return MONTHS[lang].map((name, index) => [
    { kind: 'month', month: index + 1 },
    `${name}|${MONTHS_AFTER_DAY[lang][index]}`,
  ]);
}

function printedNotes(lang: Lang): Row[] {
  const qualifiers: Qualifier[] = ['approximate', 'uncertain'];
  const sides: NoteSide[] = ['both', 'start', 'end'];
  return qualifiers.flatMap((qualifier) =>
    sides.map((side): Row => [{ kind: 'note', qualifier, side }, NOTES[lang][qualifier][side]]),
  );
}

const months = (spellings: string): Row[] =>
  spellings.split(' / ').map((spelling, index) => [{ kind: 'month', month: index + 1 }, spelling]);
const weekdays = (spellings: string): Row[] =>
  spellings.split(' / ').map((spelling, index) => [{ kind: 'weekday', weekday: index + 1 }, spelling]);
const ordinals = (spellings: string): Row[] =>
  spellings.split(' / ').map((spelling, index) => [{ kind: 'ordinal', number: index + 1 }, spelling]);
const parts = (part: 'quarter' | 'semester', spellings: string): Row[] =>
  spellings.split(' ').map((spelling, index) => [{ kind: 'part', part, number: index + 1 }, spelling]);
const unit = (name: 'quarter' | 'semester' | 'half' | 'fortnight', spelling: string): Row => [
  { kind: 'unit', unit: name },
  spelling,
];
const small = (roles: string, spelling: string): Row => [
  { kind: 'small', roles: roles.split(' ') as Role[] },
  spelling,
];
const uncertain = (spelling: string): Row => [
  { kind: 'note', qualifier: 'uncertain', side: 'both' },
  spelling,
];
const approximate = (spelling: string): Row => [
  { kind: 'note', qualifier: 'approximate', side: 'both' },
  spelling,
];

const ENGLISH: Row[] = [
  ...months('jan. / feb. / mar. / apr. / may. / jun. / jul. / aug. / sep.|sept. / oct. / nov. / dec.'),
  ...weekdays(
    'monday|mon. / tuesday|tue.|tues. / wednesday|wed. / thursday|thu.|thur.|thurs. / friday|fri. / saturday|sat. / sunday|sun.',
  ),
  ...ordinals('first / second / third / fourth'),
  ...parts('quarter', 'q1 q2 q3 q4'),
  ...parts('semester', 'h1 h2'),
  ...parts('semester', 's1 s2'),
  unit('quarter', 'quarter|quarters'),
  unit('semester', 'semester|semesters|half year|half years'),
  unit('half', 'half|halves'),
  unit('fortnight', 'fortnight'),
  [
    { kind: 'rough' },
    'early|mid|middle|late|end|beginning|start|around|about|circa|ca.|c.|approximately|towards|toward',
  ],
  [{ kind: 'season' }, 'spring|summer|autumn|fall|winter'],
  [{ kind: 'year' }, 'year|years|year round|year long'],
  small('lead', 'in|on|at|during|see|planned|planned for|scheduled for|in the course of'),
  small('lead whole', 'throughout|all|whole|entire|throughout the whole|all through'),
  small('lead whole to', 'through'),
  small('article', 'the'),
  small('of', 'of|month of'),
  small('from since', 'from|starting|starting from|beginning on'),
  small('since', 'since|starting in|as of|as from'),
  small('between', 'between'),
  small('to', 'to|thru|up to'),
  small('to until', 'until|till'),
  small('onwards', 'onwards|onward'),
  small('and', 'and|then'),
  small('or', 'or|and or'),
  uncertain('tbc|tbd|tba|to be determined|to be announced|to be defined|to be decided|to be specified'),
  uncertain(
    'not yet confirmed|not confirmed|unconfirmed|provisional|provisionally|tentative|tentatively|probably|subject to confirmation',
  ),
  approximate('approximate dates|approx.'),
  [{ kind: 'label' }, 'date|dates|planned date|planned dates'],
  [{ kind: 'hour' }, 'am|pm|a m|p m|h|noon|oclock|o clock'],
];

const FRENCH: Row[] = [
  ...months('janv. / févr.|fév. / mars / avr. / mai / juin / juil. / août / sept. / oct. / nov. / déc.'),
  ...weekdays(
    'lundi|lun. / mardi|mar. / mercredi|mer. / jeudi|jeu. / vendredi|ven. / samedi|sam. / dimanche|dim.',
  ),
  ...ordinals('premier|première / deuxième|second|seconde / troisième / quatrième'),
  ...parts('quarter', 't1 t2 t3 t4'),
  ...parts('semester', 's1 s2'),
  unit('quarter', 'trimestre|trimestres|trim.'),
  unit('semester', 'semestre|semestres'),
  unit('half', 'moitié'),
  unit('fortnight', 'quinzaine'),
  [{ kind: 'rough' }, 'début|mi|milieu|fin|vers|environ|aux environs|autour|aux alentours'],
  [{ kind: 'season' }, 'printemps|été|automne|hiver'],
  [{ kind: 'year' }, 'année|années|an'],
  small('lead', 'en|dans|sur|courant|au cours|voir|prévu|prévue|prévu en|prévue en|prévu le|prévue le|cf.'),
  small('lead whole', 'toute|durant|durant toute|pendant|pendant toute|tout au long'),
  small('article', 'le|la|les|l'),
  small('of', 'mois|mois de|mois d'),
  small('of from', 'de|d'),
  small('of from lead', 'du'),
  small(
    'since',
    'depuis|dès|à partir|à partir de|à partir du|à partir d|à compter|à compter de|à compter du',
  ),
  small('between', 'entre'),
  small('to', 'à'),
  small('to lead', 'au|aux'),
  small('to until', 'jusqu à|jusqu au|jusqu en|jusque|jusqu'),
  small('and', 'et|puis|ainsi que'),
  small('or', 'ou|et ou'),
  uncertain(
    'à définir|à déterminer|à préciser|à fixer|à venir|tbc|sous réserve|sous réserve de confirmation',
  ),
  uncertain(
    'prévisionnel|prévisionnelle|prévisionnelles|provisoire|provisoires|probablement|non confirmé|non confirmée',
  ),
  approximate('approximatif|approximative|approximatives|dates approximatives|approximativement'),
  [{ kind: 'label' }, 'date|dates|date prévue|dates prévues'],
  [{ kind: 'hour' }, 'h|heure|heures|midi'],
];

const RUSSIAN: Row[] = [
  ...months(
    'янв. / фев.|февр. / мар. / апр. / май / июн. / июл. / авг. / сен.|сент. / окт. / ноя.|нояб. / дек.',
  ),
  ...months(
    'январе / феврале / марте / апреле / мае / июне / июле / августе / сентябре / октябре / ноябре / декабре',
  ),
  ...weekdays(
    'понедельник|пн. / вторник|вт. / среда|среду|ср. / четверг|чт. / пятница|пятницу|пт. / суббота|субботу|сб. / воскресенье|вс.',
  ),
  ...ordinals(
    'первый|первое|первая|первого|первом|первой / второй|второе|вторая|второго|втором / третий|третье|третья|третьего|третьем|третьей / четвёртый|четвёртое|четвёртого|четвёртом',
  ),
  unit('quarter', 'квартал|квартала|квартале|кварталы|кварталов|кварталах|кв.'),
  unit('semester', 'полугодие|полугодия|полугодии'),
  unit('half', 'половина|половины|половине|половину'),
  unit('fortnight', 'декада|декады|декаде|декаду'),
  [
    { kind: 'rough' },
    'начало|начала|начале|середина|середины|середине|конец|конца|конце|около|примерно|приблизительно',
  ],
  [{ kind: 'season' }, 'весна|весной|весны|лето|летом|лета|осень|осенью|осени|зима|зимой|зимы'],
  [{ kind: 'year' }, 'год|года|году|годы|годов|годах|г.|гг.'],
  small('lead', 'в|во|на|см.|запланировано на'),
  small('lead whole', 'весь|всего|в течение|в течение всего|на протяжении|на протяжении всего|круглый'),
  small('of', 'месяца|месяц'),
  small('from since', 'с|со'),
  small('from', 'от'),
  small('since', 'начиная с'),
  small('between', 'между'),
  small('to until', 'по|до'),
  small('and', 'и|а также|затем'),
  small('or', 'или|либо|и или'),
  uncertain(
    'уточняются|уточнится|будет уточнено|будет уточнена|будут уточнены|уточнить|на уточнении|подлежит уточнению',
  ),
  uncertain(
    'по согласованию|не определена|не определено|не определены|определяется|предварительно|предположительно',
  ),
  [{ kind: 'label' }, 'дата|даты|сроки|срок'],
  [{ kind: 'hour' }, 'ч.|час|часа|часов'],
];

const WORDS: Readonly<Record<Lang, readonly Row[]>> = { en: ENGLISH, fr: FRENCH, ru: RUSSIAN };
