import { type HeadingRole, LANGS, LANGUAGES } from '../../../languages/index.ts';
import { byLanguage } from '../../text/index.ts';

/**
 * What a heading says that its column holds, before sides and languages are looked at. The first role of the list that a heading has a
 * word of wins: "Date de début" is a start, "Description of the project" a description, "Nom de la collectivité" a body,
 * "Event ID" an id.
 */
export const ROLES: readonly HeadingRole[] = [
  'internal',
  'other',
  'when',
  'start',
  'end',
  'date',
  'status',
  'category',
  'description',
  'region',
  'body',
  'theme',
  'id',
  'title',
];

/** Words of headings of a language, by role. */
export const headingWords = byLanguage(
  ({ headings: { roles, kindsOfEvents } }) =>
    new Map(
      ROLES.map((role) => [
        role,
        [
          ...roles[role].split('|'),
          ...(role === 'title' ? kindsOfEvents.split('|').map((word) => `=${word}`) : []),
        ],
      ]),
    ),
);

/** Words of title headings that mean nothing but a title, in all languages. */
export const PLAIN_TITLE: readonly string[] = LANGS.flatMap((lang) =>
  LANGUAGES[lang].headings.plainTitle.split('|'),
);

/** Words of headings that mean times of day, in all languages. */
export const TIMES: readonly string[] = LANGS.flatMap((lang) => LANGUAGES[lang].headings.times.split('|'));

/** Words of headings that mean a town, in all languages. */
export const TOWNS: readonly string[] = LANGS.flatMap((lang) => LANGUAGES[lang].headings.towns.split('|'));

/** What a language is called in headings, in all languages. */
export const languageNames = byLanguage((_, lang) =>
  LANGS.flatMap((other) => LANGUAGES[other].headings.languages[lang]?.split('|') ?? []),
);

/** Words before the title of a theme: "Theme: sport". */
export const THEME_PREFIX = new RegExp(
  `^\\s*(?:${LANGS.map((lang) => LANGUAGES[lang].headings.themePrefix).join('|')})(?:\\s*(?:n°|№)?\\s*[\\dIVX]+)?\\s*[:.–—-]\\s*`,
  'iu',
);
