import { beforeAll, describe, expect, it } from 'vitest';
import { RULES } from '../../../src/check/registry.ts';
import type { Aids } from '../../../src/check/rule.ts';
import type { Spelling } from '../../../src/check/spelling.ts';
import { type EventParts, findingsOf, programmeWith, projectSpelling } from './programmes.ts';

/** Something that a rule is tried on: parts of events, of the configuration, and aids. */
interface Trial {
  events: readonly EventParts[];
  config?: Readonly<Record<string, unknown>>;
  aids?: Aids;
}

interface Case {
  /** The words of each finding, in order. */
  speaks: readonly (readonly [trial: Trial, words: readonly string[]])[];
  /** Where the rule must not speak. */
  silent: readonly Trial[];
}

const one = (parts: EventParts, more: Omit<Trial, 'events'> = {}): Trial => ({ events: [parts], ...more });
const says = (description: string): Trial => one({ description });
const inFrench = (description: string): Trial => one({ description: { en: 'Concerts.', fr: description } });
const inGerman = (description: string): Trial => one({ description: { en: 'Concerts.', de: description } });
const inRussian = (description: string): Trial => one({ description: { en: 'Concerts.', ru: description } });
const dated = (date: string, when?: string): Trial => one({ date, when });
const TRILINGUAL = { languages: ['en', 'fr', 'ru'] };

let spelling: Spelling;
beforeAll(async () => {
  spelling = await projectSpelling();
});

const CASES: Readonly<Record<string, Case>> = {
  'date-outside-period': {
    speaks: [
      [dated('Throughout the year 2020', '2020'), ['Throughout the year 2020']],
      [dated('December 2021 – January 2022', '2021-12/2022-01'), ['December 2021 – January 2022']],
      [dated('May 2020'), ['May 2020']],
    ],
    silent: [
      dated('Throughout the year 2021', '2021'),
      one({ date: undefined, when: undefined }),
      dated('9 May', '2021-05-09'),
    ],
  },
  'date-not-understood': {
    speaks: [
      [dated('some time soon'), ['some time soon']],
      [dated('Semester 1: December 2021'), ['Semester 1: December 2021']],
      [dated('25.06.31'), ['25.06.31']],
      [one({ date: '24 May', when: undefined }, { config: { period: '2030/2031' } }), ['24 May']],
      [dated('Every Tuesday, 10-12'), ['Every Tuesday, 10-12']],
      [dated('Thursdays in July 2021'), ['Thursdays in July 2021']],
      [
        one({ date: { en: '9 May 2021', fr: 'tous les jeudis de juillet 2021' } }),
        ['tous les jeudis de juillet 2021'],
      ],
      [one({ date: { en: '9 May 2021', de: 'jeden 1. Mi im Monat' } }), ['jeden 1. Mi im Monat']],
      [one({ date: { en: '9 May 2021', ru: 'каждый вторник, 18:00' } }), ['каждый вторник, 18:00']],
    ],
    silent: [
      dated('25.06.31', '2031-06-25'),
      one({ date: 'Sat 24 May', when: '2031-05-24' }, { config: { period: '2030-09/2031-06' } }),
      one(
        { date: '28 December – 3 January', when: '2030-12-28/2031-01-03' },
        { config: { period: '2030-09/2031-06' } },
      ),
      one({ date: { en: '25/06/31', ru: '25.06.31', fr: '25/06/31' }, when: '2031-06-25' }),
      dated('until 25.06.31', '../2031-06-25'),
      dated('Semester 1: February 2021'),
      dated('To be confirmed'),
      dated('Angers'),
      dated('19–9 December 2021'),
      dated('late August – early September'),
    ],
  },
  'text-in-date': {
    speaks: [
      [dated('Angers'), ['Angers']],
      [dated('February 2021 (in Nancy)'), ['Nancy']],
      [dated('See Semester 2'), ['See']],
      [dated('5 May 2021 in the town hall'), ['town hall']],
    ],
    silent: [
      dated('Semester 2 2021: 6-9 September'),
      dated('Semester 1: February 2021 (webinar only)'),
      dated('5 May 2021 (online, with signs)'),
      one({
        date: { en: '9 May 2021', ru: '9 мая 2021 г. (только онлайн)', fr: '9 mai 2021 (sur inscription)' },
      }),
      dated('Throughout the year 2021'),
      dated('2021 Semester 2: late August-early September'),
      one({ date: { en: '9 May 2021', fr: 'du 9 au 19 mai 2021', ru: '9 мая 2021 г.' } }),
      dated('some time soon'),
      dated('Every Tuesday, 10-12'),
      one({ date: { en: '9 May 2021', de: 'jeden 1. Mi im Monat' } }),
    ],
  },
  'date-only-in-text': {
    speaks: [
      [
        one({ title: 'Forum (21-25 September 2021)', date: undefined, when: undefined }),
        ['21-25 September 2021'],
      ],
      [
        one({
          description: 'Exam on 3 March 2021, olympiad on 19–23 April 2021.',
          date: undefined,
          when: undefined,
        }),
        ['3 March 2021'],
      ],
      [
        one({ description: 'A seminar (September 2021)', date: 'Grenoble', when: undefined }),
        ['September 2021'],
      ],
    ],
    silent: [
      one({ title: 'Forum (21-25 September 2021)' }),
      one({ title: 'Programme 2021', date: undefined, when: undefined }),
      one({ description: 'Since 2017 every year, last in May 2019.', date: undefined, when: undefined }),
      one({ description: 'Online against COVID-19', date: undefined, when: undefined }),
    ],
  },
  'date-in-text-disagrees': {
    speaks: [
      [
        one({ description: 'It will take place in May 2021.', date: 'Semester 2', when: '2021-41' }),
        ['May 2021'],
      ],
      [
        one({
          description: 'From 9 to 19 December 2021.',
          date: '8–18 December 2021',
          when: '2021-12-08/2021-12-18',
        }),
        ['From 9 to 19 December 2021'],
      ],
      [
        one({
          description: { en: 'Concerts.', fr: 'Du 3 au 6 juin 2021, puis un bal.' },
          date: '3–7 June 2021',
          when: '2021-06-03/2021-06-07',
        }),
        ['Du 3 au 6 juin 2021'],
      ],
      [
        one({
          description: { en: 'Concerts.', de: 'Vom 30. April bis 2. Mai 2021 singen alle.' },
          date: '30 April – 3 May 2021',
          when: '2021-04-30/2021-05-03',
        }),
        ['Vom 30. April bis 2. Mai 2021'],
      ],
      [
        one({
          description: { en: 'Concerts.', ru: 'С 10 по 12 сентября 2021 г. играют все.' },
          date: '11–13 September 2021',
          when: '2021-09-11/2021-09-13',
        }),
        ['С 10 по 12 сентября 2021 г.'],
      ],
    ],
    silent: [
      one({
        description: 'A choir sings on 12 December 2021, a festival from 9 to 12 December 2021.',
        date: '9–19 December 2021',
        when: '2021-12-09/2021-12-19',
      }),
      one({ description: 'It will take place in May 2021.', date: 'Semester 1', when: '2021-40' }),
      one({
        description: 'In November 2015 they met, and in 2020 again.',
        date: 'Semester 2',
        when: '2021-41',
      }),
      one({
        description: 'From 9 to 19 December 2021.',
        date: '9–19 December 2021',
        when: '2021-12-09/2021-12-19',
      }),
      one({ description: 'Ahead of the 2024 Olympic Games.', date: 'May 2021', when: '2021-05' }),
    ],
  },
  'date-words-disagree': {
    speaks: [
      [dated('9–19 December 2021', '2021-11-09/2021-11-19'), ['9–19 December 2021']],
      [dated('May 2021'), ['May 2021']],
      [one({ date: { en: 'May 2021', fr: 'juin 2021' }, when: '2021-05' }), ['juin 2021']],
      [dated('25.06.31', '2031-06-24'), ['25.06.31']],
      [dated('25.06.31', '2030-06-25'), ['25.06.31']],
    ],
    silent: [
      dated('25.06.31', '2031-06-25'),
      dated('9–19 December 2021', '2021-12-09/2021-12-19'),
      dated('Semester 2', '2021-41'),
      dated('late August-early September', '2021-08~/2021-09~'),
      dated('Angers'),
    ],
  },
  'weekday-wrong': {
    speaks: [
      [dated('Saturday 19 December 2021', '2021-12-19'), ['Saturday 19 December 2021']],
      [says('The concert is on Tuesday 6 September 2021.'), ['Tuesday 6 September 2021']],
    ],
    silent: [
      dated('Sunday 19 December 2021', '2021-12-19'),
      dated('19 December 2021', '2021-12-19'),
      says('Every Monday.'),
      says('The concert is on Monday 6 September 2021.'),
    ],
  },
  'date-order': {
    speaks: [[dated('19–9 December 2021'), ['19–9 December 2021']]],
    silent: [
      dated('9–19 December 2021', '2021-12-09/2021-12-19'),
      dated('some time soon'),
      dated('28 December 2020 – 3 January 2021'),
    ],
  },
  'date-past': {
    speaks: [[dated('February 2021', '2021-02'), ['February 2021']]],
    silent: [
      dated('March 2021', '2021-03'),
      dated('Throughout the year 2021', '2021'),
      one({ date: 'February 2021', when: '2021-02', status: 'cancelled' }),
      dated('Throughout the year 2020', '2020'),
    ],
  },
  'date-missing': {
    speaks: [[one({ date: undefined, when: undefined }), ['']]],
    silent: [
      one({}),
      one({ date: undefined, when: undefined, status: 'postponed' }),
      one({ date: undefined, when: undefined, title: 'Forum (September 2021)' }),
      one(
        { date: undefined, when: undefined },
        { config: { themes: [{ id: 'culture', title: 'Culture', columns: ['title'] }] } },
      ),
    ],
  },
  'duplicate-event': {
    speaks: [
      [{ events: [{}, { date: 'May 2021', when: '2021-05' }] }, ['']],
      [{ events: [{ description: 'Concerts and readings in both of the cities.' }, {}] }, ['']],
      [
        {
          events: [
            {},
            { description: 'Six choirs sing; the mayors open an exhibition of drawings by pupils.' },
          ],
        },
        [''],
      ],
      [
        {
          events: [
            { bodies: {} },
            { bodies: {}, description: 'Concerts and readings in both of the cities.' },
          ],
          config: { sides: [], themes: [{ id: 'culture', title: 'Culture', columns: ['title'] }] },
        },
        [''],
      ],
    ],
    silent: [
      {
        events: [
          {},
          {
            bodies: { french: 'Nancy', russian: 'Krasnodar' },
            title: 'Christmas market',
            description: 'Artists and craftspeople.',
          },
        ],
      },
      {
        events: [
          { title: 'Culture' },
          { title: 'Culture', description: 'An exhibition of drawings by pupils of the art school.' },
        ],
      },
      { events: [{}, { bodies: { french: 'Nancy', russian: 'Krasnodar' } }] },
      {
        events: [{ bodies: {} }, { bodies: {}, date: 'May 2021', when: '2021-05' }],
        config: { sides: [], themes: [{ id: 'culture', title: 'Culture', columns: ['title'] }] },
      },
    ],
  },
  'sides-swapped': {
    speaks: [
      [one({ bodies: { french: 'Volgograd', russian: 'Dijon' } }), ['Volgograd', 'Dijon']],
      [one({ bodies: { french: 'Moscow' } }), ['Moscow']],
      [one({ bodies: { french: 'Kazan consulate' } }), ['Kazan']],
    ],
    silent: [
      one({}),
      one({ bodies: { french: 'Association of Dijon and Volgograd', russian: 'Volgograd' } }),
      one({ bodies: { french: 'Embassy', russian: 'Franco-Russian Chamber of Commerce in Moscow' } }),
      one({ bodies: { french: 'Consulate General of France in Kazan' } }),
    ],
  },
  'mission-side': {
    speaks: [
      [
        one({ bodies: { french: 'Dijon', russian: 'Consulate General of France in Kazan' } }),
        ['Consulate General of France in Kazan'],
      ],
      [
        one({ bodies: { french: 'Russian embassy in Paris, Dijon', russian: 'Volgograd' } }),
        ['Russian embassy in Paris'],
      ],
      [one({ bodies: { french: 'Dijon', russian: 'Volgograd; Moscow consulate' } }), ['Moscow consulate']],
      [
        one({ bodies: { french: { en: 'Dijon', fr: 'Consulat général de Russie à Strasbourg' } } }),
        ['Consulat général de Russie à Strasbourg'],
      ],
      [
        one(
          { bodies: { russian: { en: 'Volgograd', ru: 'Посольство Франции в России' } } },
          {
            config: {
              sides: [
                {
                  id: 'french',
                  country: 'FR',
                  name: { en: 'France', ru: 'Франция' },
                  heading: 'French body',
                },
                {
                  id: 'russian',
                  country: 'RU',
                  name: { en: 'Russia', ru: 'Россия' },
                  heading: 'Russian body',
                },
              ],
            },
          },
        ),
        ['Посольство Франции в России'],
      ],
      [
        one({ bodies: { russian: { en: 'Volgograd', de: 'Französische Botschaft in Moskau' } } }),
        ['Französische Botschaft in Moskau'],
      ],
    ],
    silent: [
      one({ bodies: { french: 'Embassy of France in Russia', russian: 'Russian consulate in Strasbourg' } }),
      one({ bodies: { french: 'Consulate General of France in Kazan', russian: 'Volgograd' } }),
      one({ bodies: { french: 'Embassy', russian: 'Chamber of commerce in Moscow' } }),
      says('The Russian embassy in Paris invites.'),
    ],
  },
  'region-place-disagree': {
    speaks: [
      [one({ bodies: { french: 'Dijon', russian: 'Kazan' } }), ['Kazan']],
      [
        one({
          bodies: { french: 'Dijon', russian: 'Nizhny Novgorod Oblast' },
          regions: { french: ['FR-BFC'], russian: ['RU-NIZ'] },
          description: 'Exchanges with Veliky Novgorod.',
        }),
        ['Veliky Novgorod'],
      ],
    ],
    silent: [
      one({}),
      one({ description: 'Concerts in Volgograd and in Moscow.' }),
      one({
        bodies: { french: 'Dijon', russian: 'Moscow Oblast' },
        regions: { french: ['FR-BFC'], russian: ['RU-MOS'] },
        title: 'A window over Moscow',
      }),
      one({ regions: { french: ['FR-BFC'], russian: 'all-regions' }, description: 'Concerts in Kazan.' }),
    ],
  },
  'region-kind': {
    speaks: [
      [one({ bodies: { french: 'Dijon', russian: 'Tatarstan Oblast' } }), ['Tatarstan Oblast']],
      [
        says('Between Krasnoyarsk Oblast and the Republic of Samara.'),
        ['Krasnoyarsk Oblast', 'Republic of Samara'],
      ],
      [
        inFrench('Le territoire de Samara et l’oblast de Stavropol.'),
        ['territoire de Samara', 'oblast de Stavropol'],
      ],
      [inRussian('Гости из Ставропольской области и Республики Татарстан.'), ['Ставропольской области']],
    ],
    silent: [
      says('In Moscow Oblast, the Republic of Tatarstan, Perm Krai, Perm Region and the French Republic.'),
      inFrench(
        'L’oblast de Samara, le kraï de Stavropol, la république du Tatarstan, la République française.',
      ),
      inRussian('Самарская область, Ставропольский край, Республика Татарстан, Алтайский край.'),
    ],
  },
  'place-unknown': {
    speaks: [
      [
        one({ bodies: { french: 'Chose-sur-Mer', russian: 'Volgograd' }, title: 'Concert' }),
        ['Chose-sur-Mer'],
      ],
    ],
    silent: [
      one({}),
      one({
        bodies: { french: 'Ministry of Sport', russian: 'Volgograd' },
        regions: { french: 'national-body', russian: ['RU-VGG'] },
      }),
      one({ bodies: { french: 'A school', russian: 'Volgograd' }, description: 'Concerts in Dijon.' }),
    ],
  },
  'name-variant': {
    speaks: [
      [
        one({
          bodies: { french: 'Beziers', russian: 'Volgograd' },
          regions: { french: ['FR-OCC'], russian: ['RU-VGG'] },
        }),
        ['Beziers'],
      ],
      [says('Concerts in St Petersburg.'), ['St Petersburg']],
      [says('Guests from Leningrad Oblast, and a choir of the Leningrad region.'), ['Leningrad region']],
      [says('A fair in Bretagne.'), ['Bretagne']],
    ],
    silent: [
      says('Concerts in Saint Petersburg and Île-de-France, a fair in Brittany.'),
      says('A choir of the Leningrad region.'),
      says("On the Côte d'Azur, in Provence-Alpes-Côte d'Azur."),
      says('The exhibition “Couleurs de Bretagne”.'),
      inFrench('Concerts à Saint-Pétersbourg et en Bretagne.'),
    ],
  },
  'body-missing': {
    speaks: [[one({ bodies: { russian: 'Volgograd' } }), ['']]],
    silent: [
      one({}),
      one({ bodies: {} }, { config: { themes: [{ id: 'culture', title: 'Culture', columns: ['title'] }] } }),
    ],
  },
  'no-title': {
    speaks: [
      [one({ title: 'Organisation in May 2021 in Tomsk' }), ['Organisation in May 2021 in Tomsk']],
      [one({ title: 'Holding at Kazan' }), ['Holding at Kazan']],
      [one({ title: 'In June 2021, with two choirs' }), ['In June 2021, with two choirs']],
      [one({ title: 'From 3 to 5 June 2021 in Nancy' }), ['From 3 to 5 June 2021 in Nancy']],
      [one({ title: 'As part of the year of music' }), ['As part of the year of music']],
      [one({ title: 'and the schools of the town' }), ['and the schools of the town']],
      [
        one({ title: { en: 'Days', fr: 'Organisation en mai 2021 à Tomsk' } }),
        ['Organisation en mai 2021 à Tomsk'],
      ],
      [one({ title: { en: 'Days', fr: 'Dans le cadre du jumelage' } }), ['Dans le cadre du jumelage']],
      [
        one({ title: { en: 'Days', ru: 'Проведение в июне 2021 г. в Дижоне' } }),
        ['Проведение в июне 2021 г. в Дижоне'],
      ],
      [one({ title: { en: 'Days', ru: 'В рамках года музыки' } }), ['В рамках года музыки']],
      [one({ title: { en: 'Days', de: 'Durchführung im Mai 2021' } }), ['Durchführung im Mai 2021']],
      [one({ title: { en: 'Days', de: 'Anlässlich des Jubiläums' } }), ['Anlässlich des Jubiläums']],
    ],
    silent: [
      one({ title: 'Behind the scenes of the opera' }),
      one({ title: 'Organisation of a concert in May 2021' }),
      one({ title: 'The organisation in the town' }),
      one({
        title: {
          en: 'On the road',
          fr: 'Sur les pas de Balzac',
          ru: 'В гостях у сказки',
          de: 'Auf den Spuren von Bach',
        },
      }),
      one({
        title: {
          en: 'A meeting as part of the year',
          fr: 'et si on chantait',
          ru: 'С любовью',
          de: 'Von Bach bis Bartók',
        },
      }),
    ],
  },
  'title-is-description': {
    speaks: [
      [
        one({ title: 'Seminars and exchanges of students will be held in both towns' }),
        ['Seminars and exchanges of students will be held in both towns'],
      ],
      [
        one({ title: 'Two choirs meet in the park. They sing songs of both towns together.' }),
        ['Two choirs meet in the park. They sing songs of both towns together.'],
      ],
      [
        one({ title: `${'choirs and '.repeat(13)}bands`, description: undefined }),
        [`${'choirs and '.repeat(13)}bands`],
      ],
      [
        one({
          title: { en: 'Days', fr: 'Les chorales des deux villes se tiendront prêtes et une fête aura lieu' },
        }),
        ['Les chorales des deux villes se tiendront prêtes et une fête aura lieu'],
      ],
      [
        one({ title: { en: 'Days', ru: 'Встреча хоров двух городов и большой концерт состоятся в парке' } }),
        ['Встреча хоров двух городов и большой концерт состоятся в парке'],
      ],
      [
        one({ title: { en: 'Days', de: 'Das Treffen der Chöre findet in beiden Städten im Park statt' } }),
        ['Das Treffen der Chöre findet in beiden Städten im Park statt'],
      ],
      [
        {
          events: [
            {
              description:
                'Work under the agreements on schools, exchanges of teachers and choirs (both towns).',
            },
            {
              bodies: { french: 'Nancy', russian: 'Krasnodar' },
              title: 'Work under the agreements on schools, exchanges of teachers and choirs',
              description: undefined,
            },
          ],
        },
        ['Work under the agreements on schools, exchanges of teachers and choirs'],
      ],
    ],
    silent: [
      one({ title: 'The show will go on' }),
      one({ title: 'To comment or not? A look at the attitudes of readers and writers' }),
      one({
        title: 'Signature of the agreement between the schools and the choirs of both towns',
        description: undefined,
      }),
      one({ title: 'Open standards in danger? The town takes its framework and revises it again' }),
    ],
  },
  'description-missing': {
    speaks: [[one({ description: undefined }), ['']]],
    silent: [
      one({}),
      one(
        { description: undefined },
        { config: { themes: [{ id: 'culture', title: 'Culture', columns: ['title'] }] } },
      ),
    ],
  },
  'description-repeats-title': {
    speaks: [
      [
        one({ title: 'Intercultural approach', description: 'Intercultural approach' }),
        ['Intercultural approach'],
      ],
      [
        one({ title: 'Scientific and academic cooperation', description: 'Academic cooperation.' }),
        ['Academic cooperation.'],
      ],
    ],
    silent: [one({}), one({ title: 'Language marathon', description: 'Language marathon on the Volga' })],
  },
  'cut-off': {
    speaks: [
      [one({ title: '45th anniversary of the twinning of the cities Pskov and' }), ['and']],
      [says('Concerts, readings,'), [',']],
      [dated('2021 Semester 2:', '2021-41'), [':']],
      [says('A concert (in the town hall'), ['(']],
      [inFrench('Concerts et lectures dans la'), ['la']],
      [inRussian('Концерты и чтения в'), ['в']],
      [inFrench('Un concert au cœur de…'), ['de…']],
      [says('Choirs and mayors of ...'), ['of ...']],
    ],
    silent: [
      says('What is going on, and why they joined in'),
      says('Concerts, readings, etc.'),
      says('Concerts (and readings)'),
      one({ title: 'Thailand' }),
      says('In front of Hall A'),
      says('Tickets at https://example.org/tickets/'),
      inFrench('Concerts dans la ville'),
      inRussian('Концерты и чтения'),
    ],
  },
  ellipsis: {
    speaks: [
      [says('It unites the choirs and the mayors of the towns (...). Come!'), ['(...)']],
      [says('A walk [...] along the river, with tea […] and song'), ['[...]', '[…]']],
      [says('Musicians from six towns play on the old market'.concat('…')), ['…']],
      [inFrench('Les musiciens de six villes jouent sur la place ...'), ['...']],
      [inRussian('Музыканты шести городов играют на площади...'), ['...']],
      [one({ title: 'Meeting of mayors (…)' }), ['(…)']],
    ],
    silent: [
      says('Songs, games, tea and much more… A walk… and then tea.'),
      says('Songs, games, etc...'),
      one({ title: 'Once upon a time…' }),
      inFrench('Chansons, jeux et plus encore…'),
      inRussian('Песни, игры и многое другое…'),
      says('Songs and games for the…'),
    ],
  },
  markup: {
    speaks: [
      [says('The children&#8217;s choir &amp; friends&nbsp;: a concert'), ['&#8217;', '&amp;', '&nbsp;']],
      [
        inFrench('Une soir&eacute;e d&rsquo;&eacute;t&eacute;'),
        ['&eacute;', '&rsquo;', '&eacute;', '&eacute;'],
      ],
      [inRussian('Концерт &laquo;Весна&raquo; и&#x20;чай'), ['&laquo;', '&raquo;', '&#x20;']],
      [says('A <b>concert</b><br/>in the park'), ['<b>', '</b>', '<br/>']],
    ],
    silent: [
      says('Marks & Spencer; R&B; a < b > c; AT&T'),
      inFrench('Concert\u00a0& danse'),
      says('See https://example.org/?a=1&copy=2.'),
    ],
  },
  asterisks: {
    speaks: [
      [says('A **free** concert, *indoors*, for all.'), ['**free**', '*indoors*']],
      [says('Bring **boots and a hat'), ['**']],
      [inFrench('Un concert **« gratuit »** au parc'), ['**« gratuit »**']],
      [inGerman('Ein *freies* Konzert'), ['*freies*']],
      [inRussian('Концерт **бесплатно'), ['**']],
      [one({}, { config: { introduction: 'Come to the **park, all of you.' } }), ['**']],
      [
        one(
          { title: 'A **free** concert **for all' },
          { config: { fields: [{ id: 'title', kind: 'title', emphasis: true }] } },
        ),
        ['**'],
      ],
    ],
    silent: [
      says('A concert* in the park; 2 * 3 * 4; hotel *** and ****; *for members only.'),
      one({}, { config: { introduction: 'Come to the **park**, all of you.' } }),
      one(
        { title: 'A **free** concert *for all*' },
        { config: { fields: [{ id: 'title', kind: 'title', emphasis: true }] } },
      ),
    ],
  },
  brackets: {
    speaks: [
      [says('A concert ((in the park)) for all'), ['((']],
      [says('A concert (in the park)) for all'), ['))']],
      [says('A concert in the park) for all'), [')']],
      [says('A concert () in the park [ ]'), ['()', '[ ]']],
      [inFrench('Un concert [[au parc]]'), ['[[']],
      [inRussian('Концерт (в парке)) для всех'), ['))']],
    ],
    silent: [
      says('A concert (in the park (north) or the hall) for all'),
      says('a) songs; b) games; 1) tea'),
      says('Come and sing :-) or play ;)'),
      says('1.) songs 2.) games; see the notes:[1] there'),
      inRussian('Приходите:)'),
      says('The function print() is shown.'),
      says('A concert (in the park'),
      inRussian('Приходите :))'),
    ],
  },
  'to-be-determined': {
    speaks: [
      [says('Concerts (number to be determined), guests TBC.'), ['to be determined', 'TBC']],
      [inFrench('Date à préciser.'), ['à préciser']],
      [inFrench('Lieu (à venir).'), ['à venir']],
      [inFrench('Programme : à venir.'), ['à venir']],
      [inRussian('Дата уточняется.'), ['уточняется']],
    ],
    silent: [
      says('A determined choir.'),
      inFrench('Vous êtes invités à venir à la fête ; un album à venir et des classiques.'),
      inFrench('Une date précise.'),
      inRussian('Точная дата.'),
    ],
  },
  spelling: {
    speaks: [
      [says('A presentiatol of wine.'), ['presentiatol']],
      [says('Participatoin of choirs.'), ['Participatoin']],
      [says('A theatre troop from Kazan.'), ['troop']],
      [inFrench('Une présentatoin du vin.'), ['présentatoin']],
      [inFrench('Un jour avec sam et un autre.'), ['sam']],
      [inRussian('Большой празник города.'), ['празник']],
      [says('A visit to Volgagrad.'), ['Volgagrad']],
      [says('We have the Participatoin of choirs.'), ['Participatoin']],
    ],
    silent: [
      says(
        'Organized by the cities’ start-ups; the town’s 45th anniversary, COVID-19, XXIV, A.I. and the Regards Croisés.',
      ),
      says('Fefilov plays in Volgograd and Blagoveshchensk.'),
      dated('Tues 4 – Thurs 6 Sept 2030'),
      one({ date: { en: '5 May 2030', fr: 'sam 22, dim. 23 févr. 2030 (jeu/ven)' } }),
      one({ date: { en: '5 May 2030', ru: 'сб 22, вс. 23 февр. 2030 г.' } }),
      inFrench('Fermé lun. et mar., le sam 1er et le 4 févr prochain.'),
      says("Dijon's children, l'Artistique and the Musée d'Orsay."),
      inFrench('Aujourd’hui l’État, jusqu’à Nice, des rendez-vous peut-être.'),
      inFrench('Renseignements sur www.example.org/agenda?lang=fr ou à zrtx@example.org.'),
      inRussian('Праздник городов-побратимов, ещё и еще; IFTM.'),
      inRussian('Вебинары, хакатона, волонтёрство, биоразнообразие, медиапроект и экофестиваль.'),
      inFrench('Le coworking, un évènement à connaitre, un coeur, une cyberattaque, l’Agly et d’Anduze.'),
      says('The wellbeing hackathons, café, naïve cybersecurity; color, center, traveled, ecotourism.'),
    ],
  },
  'unknown-name': {
    speaks: [
      [says('A play after Oblokov by ENCSR.'), ['Oblokov', 'ENCSR']],
      [says('Oblokov returns.'), ['Oblokov']],
    ],
    silent: [
      says('A play by Kolyada in Yekaterinburg, with UNESCO and INALCO.'),
      says('A presentiatol of wine.'),
    ],
  },
  'word-variant': {
    speaks: [
      [says('Start-ups meet startups and start-ups.'), ['startups']],
      [says('The Saint-Nicolas market. Saint Nicolas comes. The Saint-Nicolas parade.'), ['Saint Nicolas']],
      [says('They organise and organize, they organize.'), ['organise']],
      [says('The colour of the centre, the color of the center; color in the center.'), ['colour', 'centre']],
      [says('A travelling theatre, a traveling theater; a traveling theater.'), ['travelling', 'theatre']],
      [inFrench('Il faut connaître l’île, la connaitre ; la connaitre.'), ['connaître']],
      [inFrench('Un événement, un évènement, un évènement.'), ['événement']],
      [inFrench('Une œuvre, une oeuvre, une œuvre.'), ['oeuvre']],
      [inRussian('Волонтёры и волонтеры ждут, волонтёры поют.'), ['волонтеры']],
      [inGerman('Das Potenzial, das Potential, ein Potenzial.'), ['Potential']],
      [inGerman('Photographie und Fotografie, eine Fotografie.'), ['Photographie']],
      [inGerman('Grosse Straßen, Strassen und Straßen, große und große Plätze.'), ['Grosse', 'Strassen']],
    ],
    silent: [
      says('Start-ups meet start-ups; they organize, they promise; every day, everyday.'),
      one({ title: { en: 'Organise', fr: 'Organize' } }),
      inFrench('Formé en mai, le chœur prend forme ; sous cette forme il chante.'),
      says('A pre-school child at school, the New Year of a new year.'),
      says('The theatre programme; a metre and a centre; practise and practice.'),
      inFrench(
        'La côte et la cote, le pêcheur et le pécheur, il croît et il croit ; les jeunes et le jeûne, deux jeûnes, sûres et sures.',
      ),
      inRussian('Все пришли, всё готово; мел и мёл; небо и нёбо.'),
      inGerman(
        'Gärten in einem Garten, größere Größen und der große Fluss, zwei Flüsse, Kloster und Klöster.',
      ),
      inGerman('Die Massen trinken in Maßen, die Buße im Bus, Busse fahren.'),
    ],
  },
  'repeated-words': {
    speaks: [
      [says('In the the town hall.'), ['the the']],
      [says('Seminars, horse breeding, concerts, horse breeding, games.'), ['horse breeding']],
    ],
    silent: [
      says('They had had it. Seminars, concerts, games. Seminars, readings, walks.'),
      inFrench('Nous nous voyons.'),
      says('Bordeaux, Bordeaux Métropole, Lyon.'),
      says('The band Yada Yada plays in Baden Baden.'),
      inRussian('Курс по ПО и встреча с С. Петровой.'),
      says('Seminars, games, concerts, games and walks.'),
    ],
  },
  'small-words': {
    speaks: [
      [says('Open from the 13 November to 2 May.'), ['the 13 November']],
      [says('The Agenda for sustainable will be discussed.'), ['for sustainable will be']],
      [says('A fair of regional is planned.'), ['of regional is']],
      [says('A choir from the of Tula, a exhibition and an concert.'), ['the of', 'a', 'an']],
      [says('The fair will held in May.'), ['will held']],
      [says('A view into of the past, for with all.'), ['into of', 'for with']],
      [inFrench('Une exposition du le musée, les de la ville.'), ['du le', 'les de']],
      [
        inFrench('Un concert dans pour tous, le exposition de affiches.'),
        ['dans pour', 'le exposition', 'de affiches'],
      ],
      [inFrench('Le public aux les jardins, de les enfants.'), ['aux les', 'de les']],
      [inRussian('Концерт в на площади, выставка для и детей.'), ['в на', 'для и']],
      [inRussian('Фестиваль будет состоится в мае.'), ['будет состоится']],
      [inGerman('Ein Fest im dem Park, zur der Eröffnung.'), ['im dem', 'zur der']],
      [inGerman('Lesung in im Saal, für nachhaltige wird geworben.'), ['in im', 'für nachhaltige wird']],
    ],
    silent: [
      says(
        'From 13 November; the 13 November concert; a one-off, a university, a European, an hour, an MP, a user.',
      ),
      says('For sustainable development; what they are made of is clear; the band they sing with is here.'),
      says('Free will is a topic; a will was found; the to-do list; the best kind of a day.'),
      inFrench(
        'Pour et par les enfants ; le onze mai ; le oui ; avec du pain ; de les voir ; l’un des deux ; dans les années.',
      ),
      inFrench('Un spectacle avec sur scène six artistes, dans et autour du parc, sur la une.'),
      inRussian('За без малого год; в с. Иваново; от и до; с утра и до вечера; из-за дождя; по-над рекой.'),
      inGerman(
        'Der Mann, der mit ihr singt; zum einen; für einige ist es neu; das von der Stadt geplante Fest.',
      ),
    ],
  },
  'quotation-marks': {
    speaks: [
      [says('The event "Read in Limoges".'), ['"Read in Limoges"']],
      [says('The event «Read “and” write».'), ['«Read “and” write»']],
      [inFrench('L’événement "Lire".'), ['"Lire"']],
      [inRussian('Фестиваль "Чтение".'), ['"Чтение"']],
    ],
    silent: [
      says('The event “Read in Limoges”, the “second ‘inner’ one”.'),
      says('A straight " alone.'),
      inFrench('L’événement «\u00a0Lire “ensemble” à Limoges\u00a0».'),
      inRussian('Фестиваль «Чтение „вместе“».'),
    ],
  },
  'quotes-unbalanced': {
    speaks: [
      [says('The project of the town.” It goes on.'), ['”']],
      [says('The “project of the town.'), ['“']],
      [says('One “quotation\ngoes on” there.'), ['“', '”']],
    ],
    silent: [says('The “project” of the "town".'), inRussian('Фестиваль «Чтение „вместе“».')],
  },
  apostrophes: {
    speaks: [
      [says("Children's drawings, the cities' days."), ["Children's", "cities'"]],
      [inFrench("L'État"), ["L'État"]],
    ],
    silent: [says('Children’s drawings, the cities’ days.'), says("He says 'the days' and goes.")],
  },
  spaces: {
    speaks: [
      [says('Two  spaces.'), ['o  s']],
      [says('A space , a comma.'), ['space ,']],
      [says('A word,another.'), ['word,another']],
      [says('One end.Another start.'), ['end.Another']],
      [inFrench('Un concert à Metz.Le chœur chante.'), ['Metz.Le']],
      [says('The Programme2021 starts on 13december.'), ['Programme2021', '13december']],
      [says('He worked in Research.For years he taught.'), ['Research.For']],
      [says('( inside )'), ['( i', 'inside )']],
      [says('Why ?'), ['Why ?']],
    ],
    silent: [
      inRussian('Служба Яндекс.Такси, Контур.Маркет и Mail.Ru. Приходите :)'),
      says('A text, with marks; all right. Version 2.0 at 10:30, COP21, 45th, 1980s, e.g. this.'),
      says('Space307 and Element34 play with the 88barclub at Yandex.Zen :D'),
      says('See https://example.org/a,b or write to info.X@example.org.'),
      inFrench('Pourquoi\u202f? Voici\u00a0: «\u00a0rien\u00a0».'),
    ],
  },
  'french-spacing': {
    speaks: [
      [inFrench('Pourquoi ? Voici: « rien ».'), ['i ?', 'i:', '« r', 'n »']],
      [inFrench('Bravo!'), ['o!']],
    ],
    silent: [
      inFrench('Pourquoi\u202f? Voici\u00a0: «\u00a0rien\u00a0»\u00a0; à 10:30, https://example.org.'),
      says('Why? Here: “nothing”!'),
      inFrench('Vraiment\u202f?!'),
    ],
  },
  'nonbreaking-spaces': {
    speaks: [
      [inRussian('Год — дружба, № 1, 2021 г., А. Пушкин'), [' —', '№ ', '1 г', 'А. ']],
      [inFrench('Le n° 5, M. Dupont, 7 000 places, 50 %'), ['n° ', 'M. ', '7 000', '0 %']],
    ],
    silent: [
      inRussian('Год\u00a0— дружба, №\u00a01, 2021\u00a0г., А.\u00a0Пушкин'),
      inFrench('Le n°\u00a05, M.\u00a0Dupont, 7\u202f000 places, en 2021 300 villes'),
      says('No 5, Mr Smith, 7 000 places'),
    ],
  },
  dashes: {
    speaks: [
      [says('From 9-19 December, and 20 – 21 June.'), ['9-19', '20 – 21']],
      [says('April-May, late August-early September.'), ['April-May', 'August-early']],
      [says('Russia and France - a year.'), [' - ']],
      [inRussian('Год – дружба, 5-7 мая.'), ['\u0020– ', '5-7']],
      [
        says('Open 18:00 – 19:15, 9:30-10:30, 10-12:30 and 22:00 - 01:00.'),
        ['18:00 – 19:15', '9:30-10:30', '10-12:30', '22:00 - 01:00'],
      ],
    ],
    silent: [
      says(
        '9–19 December – a year; COVID-19, 2021-03-19, +33 1-23-45, Dijon-Volgograd, twenty-one, Paris-2024.',
      ),
      says('1 February 2021 – 28 February 2021'),
      inFrench('avril–mai – une année, Rhône-Alpes'),
      inRussian('5–7 мая\u00a0— год, Ростов-на-Дону'),
      says('See https://example.org/1-2 there.'),
      says('Open 18:00–19:15, on 2030-05-04 at 10:30.'),
    ],
  },
  punctuation: {
    speaks: [
      [says('Start-ups, - first edition,, and more.'), [', -', ',,']],
      [says('A list:, more'), [':,']],
    ],
    silent: [
      says('Etc., and so on… Or ... not; fine: yes.'),
      inRussian('Город, — сказал он.'),
      says('At 10:30, v.1.2'),
    ],
  },
  placeholder: {
    speaks: [[{ events: [{}], config: { placeholders: ['author'] } }, ['']]],
    silent: [{ events: [{}], config: { author: 'Name of the publisher' } }],
  },
  ordinals: {
    speaks: [
      [says('The 45 th and the 22th day.'), ['45 th', '22th']],
      [inFrench('La 2ème et la 3 e fois.'), ['2ème', '3 e']],
      [inRussian('На 5 -й день.'), ['5 -й']],
    ],
    silent: [
      says('The 1st, 2nd, 3rd, 4th, 11th, 12th, 21st, 112th and 45th day.'),
      inFrench('Le 1er, la 1re, la 2e fois.'),
      inRussian('На 5-й день.'),
    ],
  },
  'final-stop': {
    speaks: [[one({ title: 'Twinning of Tulle and Smolensk.' }), ['.']]],
    silent: [
      one({ title: 'Twinning, seminars, etc.' }),
      one({ title: 'One sentence. Another one here.' }),
      one({ title: 'Why?' }),
      says('A sentence.'),
    ],
  },
  'heading-capitals': {
    speaks: [
      [
        one(
          {},
          {
            config: {
              themes: ['Theme: culture', 'Theme: Sport', 'Theme: science'].map((title, index) => ({
                id: index === 0 ? 'culture' : `t${index}`,
                title,
                columns: ['title'],
              })),
            },
          },
        ),
        ['Sport'],
      ],
    ],
    silent: [
      one({}),
      one(
        {},
        {
          config: {
            themes: ['Culture', 'Sport'].map((title, index) => ({
              id: index === 0 ? 'culture' : `t${index}`,
              title,
              columns: ['title'],
            })),
          },
        },
      ),
    ],
  },
  untranslated: {
    speaks: [
      [
        one(
          { title: { en: 'Concert', fr: 'Concert' } },
          { config: { ...TRILINGUAL, languages: ['en', 'fr'] } },
        ),
        expectUntranslated(),
      ],
    ],
    silent: [one({})],
  },
  'translation-outdated': {
    speaks: [
      [
        one(
          { title: { en: 'Two concerts', fr: 'Un concert' } },
          {
            config: TRILINGUAL,
            aids: {
              previous: programmeWith([{ title: { en: 'One concert', fr: 'Un concert' } }], TRILINGUAL),
            },
          },
        ),
        ['Un concert'],
      ],
    ],
    silent: [
      one(
        { title: { en: 'Two concerts', fr: 'Deux concerts' } },
        {
          config: TRILINGUAL,
          aids: { previous: programmeWith([{ title: { en: 'One concert', fr: 'Un concert' } }], TRILINGUAL) },
        },
      ),
      one(
        { title: { en: 'One concert', fr: 'Un concert' } },
        {
          config: TRILINGUAL,
          aids: { previous: programmeWith([{ title: { en: 'One concert', fr: 'Un concert' } }], TRILINGUAL) },
        },
      ),
      one({ title: { en: 'Two concerts', fr: 'Un concert' } }, { config: TRILINGUAL }),
    ],
  },
  'other-language': {
    speaks: [
      [one({ title: 'French Tech/La France aide les startups' }), ['La France aide les startups']],
      [
        inFrench('Concerts. The choir of the town is invited by them'),
        ['The choir of the town is invited by them'],
      ],
      [one({ title: 'Les Journées Lumières – talks and walks in the town' }), ['Les Journées Lumières']],
      [
        inFrench(
          'Concerts. The choir of the town is invited by them. Free! All of the guests are to come with a friend. Entrée libre pour tous.',
        ),
        ['The choir of the town is invited by them. Free! All of the guests are to come with a friend'],
      ],
    ],
    silent: [
      says('The inauguration of the Cité Internationale de la Gastronomie et du Vin.'),
      says('The festival “La Clé des Portes de la ville”, Le Musée des Beaux-Arts de Nice.'),
      says('Hauts-de-France, Saint-Quentin-en-Yvelines, Pays de la Loire.'),
      inFrench('Un concert avec le Moscow State Symphony Orchestra.'),
      one({ title: { fr: 'Which side are you on? | La Commune de Peter Fictif' } }),
      one({ title: 'La Traviata – an opera in the park' }),
      one({ title: 'The Volga choir / concerts and games' }),
      one({ title: '“Les Journées Lumières” – talks and walks' }),
      one({ title: 'Les Journées Lumières' }),
    ],
  },
  'other-script': {
    speaks: [
      [says('The festival Языковой марафон takes place.'), ['Языковой марафон']],
      [
        inRussian('Language marathon on the banks of the Volga'),
        ['Language marathon on the banks of the Volga'],
      ],
    ],
    silent: [
      says('The language marathon.'),
      inRussian('Выставка IFTM TOP RESA в Париже'),
      inRussian('Vue.js 3: новое поколение front-end фреймворков'),
      inRussian('Moscow Symphony Orchestra Live'),
      says('A word with an о inside: Mоscow.'),
    ],
  },
  'lookalike-letters': {
    speaks: [
      [says('The city of Mоscow.'), ['Mоscow']],
      [inRussian('Город Mосква и гости c юга.'), ['Mосква', 'c']],
    ],
    silent: [
      says('The city of Moscow, Évreux.'),
      inRussian('Город Москва, IFTM, IT-форум, A4 и C++.'),
      says('The festival Марафон.'),
    ],
  },
  'glyph-missing': {
    speaks: [
      [
        one(
          { description: 'A sign 東 and 東 again.' },
          { aids: { missingGlyphs: (words) => words.match(/\p{Script=Han}/gu) ?? [] } },
        ),
        ['東'],
      ],
    ],
    silent: [one({}, { aids: { missingGlyphs: () => [] } }), one({ description: 'A sign 東.' })],
  },
  'cell-overflow': {
    speaks: [
      [
        one(
          { description: 'See verylongword there.' },
          {
            aids: {
              wordsTooWide: (words, column) =>
                column === 'description' ? words.split(' ').filter((word) => word.length > 10) : [],
            },
          },
        ),
        ['verylongword'],
      ],
    ],
    silent: [one({}, { aids: { wordsTooWide: () => [] } }), one({ description: 'See verylongword there.' })],
  },
  'stale-acceptance': {
    speaks: [
      [one({ accept: [{ rule: 'sides-swapped', reason: 'it was so' }] }), ['']],
      [one({ accept: [{ rule: 'no-such-rule', reason: 'it was so' }] }), ['']],
      [one({}, { config: { rules: { 'no-such-rule': { severity: 'off', reason: 'none' } } } }), ['']],
    ],
    silent: [
      one({
        bodies: { french: 'Moscow', russian: 'Volgograd' },
        accept: [{ rule: 'sides-swapped', field: 'bodies', reason: 'so it is' }],
      }),
      one({ accept: [{ rule: 'glyph-missing', reason: 'the rule does not run here' }] }),
    ],
  },
};

/** Everything in the sound programme that has no French words: texts of the configuration, then the event. */
function expectUntranslated(): string[] {
  return [
    'Programme of the year',
    'This document lists all events.',
    'Events by theme',
    'Region',
    'Title',
    'Description',
    'Planned date',
    'France',
    'French body',
    'Russia',
    'Russian body',
    'Culture',
    '',
  ];
}

const NEEDS_SPELLING = new Set(['spelling', 'unknown-name', 'other-language']);

/** The words that a rule finds in a trial. */
function wordsFound(rule: string, { events, config, aids }: Trial): string[] {
  const all = NEEDS_SPELLING.has(rule) ? { ...aids, spelling } : aids;
  return findingsOf(rule, programmeWith(events, config), all).map(({ words }) => words);
}

describe('the rules', () => {
  it('are each tried on something to report and on something to be silent about', () => {
    expect(Object.keys(CASES).sort()).toEqual(RULES.map(({ id }) => id).sort());
    expect(
      Object.entries(CASES).filter(([, { speaks, silent }]) => speaks.length === 0 || silent.length === 0),
    ).toEqual([]);
  });

  it('leave a sound programme alone', () => {
    const aids: Aids = { spelling, missingGlyphs: () => [], wordsTooWide: () => [] };
    const found = RULES.flatMap(({ id }) => findingsOf(id, programmeWith([{}]), aids));
    expect(found).toEqual([]);
  });

  describe.each(Object.entries(CASES))('%s', (rule, { speaks, silent }) => {
    it('speaks', () => {
      expect(speaks.map(([trial]) => wordsFound(rule, trial))).toEqual(speaks.map(([, words]) => words));
    });

    it('is silent', () => {
      expect(silent.map((trial) => wordsFound(rule, trial))).toEqual(silent.map(() => []));
    });
  });
});
