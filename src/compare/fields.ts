/**
 * Converts events, themes, sides and the programme's own data to lists of text fields, and converts such lists back to
 * events. Comparisons, fingerprints, JSON and proposals all use this form. Texts are separated by language, paragraphs
 * are trimmed, and characters are in Unicode NFC, so that the layout of a file never causes a difference.
 */

import {
  type Event,
  type EventText,
  isTextFile,
  type Lang,
  NO_REGION_REASONS,
  type NoRegionReason,
  ownProperty,
  type PartText,
  type ProgrammeFile,
  paragraphsOf,
  partsOf,
  type Side,
  type SideRegions,
  STATUSES,
  type Text,
  type Theme,
  textOf,
  withoutUndefined,
  wordsByLanguage,
} from '../model/index.ts';
import { readWords } from '../text/index.ts';
import type { FieldWords } from './change.ts';

/**
 * Normalises a text without a visible effect: removes empty paragraphs and the space around paragraphs, and converts
 * characters to Unicode NFC.
 */
export function normalWords(words: string): string {
  return paragraphsOf(words).join('\n').normalize('NFC');
}

/** A key for a field and its language, unique within an event, theme or side. */
export function fieldKey({ field, lang }: { field: string; lang?: Lang }): string {
  return lang === undefined ? field : `${field} ${lang}`;
}

/** Converts a text to one field for each language in which it exists. */
export function textFields(field: string, text: Text | undefined, main: Lang): FieldWords[] {
  if (text === undefined) return [];
  return wordsByLanguage(text, field, main).flatMap(({ lang, words: written }): FieldWords[] => {
    const words = normalWords(written);
    return words === '' ? [] : [{ field, lang, words }];
  });
}

function plainField(field: string, words: string | undefined): FieldWords[] {
  return words === undefined ? [] : [{ field, words }];
}

/**
 * Converts the fields with the given path back to a text, which is a plain string if it exists only in the main
 * language.
 */
function wordsAt(fields: readonly FieldWords[], field: string, main: Lang): Text | undefined {
  const found = fields.filter((item) => item.field === field);
  const [only] = found;
  if (only === undefined) return undefined;
  if (found.length === 1 && only.lang === main) return only.words;
  return Object.fromEntries(found.map(({ lang, words }) => [lang ?? main, words]));
}

/** Parses a value that `programmeFields` or `eventFields` wrote as JSON. */
function jsonOf<T>(fields: readonly FieldWords[], field: string): T | undefined {
  const words = plainOf(fields, field);
  return words === undefined ? undefined : (JSON.parse(words) as T);
}

function plainOf(fields: readonly FieldWords[], field: string): string | undefined {
  return fields.find((item) => item.field === field)?.words;
}

/** The ids that follow a prefix in field paths, such as the ids of sides after `bodies.`. */
function idsUnder(fields: readonly FieldWords[], prefix: string): string[] {
  const ids = fields
    .filter(({ field }) => field.startsWith(prefix))
    .map(({ field }) => field.slice(prefix.length));
  return [...new Set(ids)];
}

function sideRegionsWords(regions: SideRegions): string {
  return typeof regions === 'string' ? regions : regions.join(', ');
}

/** Parses the regions of a side that `eventFields` wrote. */
export function sideRegionsOf(words: string): SideRegions {
  const reason: NoRegionReason | undefined = NO_REGION_REASONS.find((known) => known === words);
  return reason ?? words.split(', ');
}

/**
 * All fields of an event except its id, in the order in which they are compared: bodies and regions come after the
 * fields by which events are grouped.
 *
 * @param fields the text fields of the programme, in order
 * @param main the language of texts that are plain strings
 */
export function eventFields(event: Event, fields: readonly EventText[], main: Lang): FieldWords[] {
  const words = ({ column, path }: EventText): FieldWords[] => textFields(path, textOf(event, column), main);
  const behind = fields.findIndex(({ kind }) => kind === 'title');
  return [
    ...fields.slice(0, behind).flatMap(words),
    ...Object.keys(event.bodies)
      .sort()
      .flatMap((side) => textFields(`bodies.${side}`, ownProperty(event.bodies, side), main)),
    ...Object.entries(event.regions)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .flatMap(([side, regions]) => plainField(`regions.${side}`, sideRegionsWords(regions))),
    ...fields.slice(behind).flatMap(words),
    ...plainField('when', event.when),
    ...plainField('occurrences', event.occurrences?.join('\n')),
    ...plainField('status', event.status),
    ...plainField('timezone', event.timezone),
    ...plainField('repeat', event.repeat === true ? 'true' : undefined),
    ...plainField('accept', event.accept === undefined ? undefined : acceptWords(event.accept)),
  ];
}

type Acceptances = NonNullable<Event['accept']>;

function acceptWords(accept: Acceptances): string {
  return JSON.stringify(accept.map(({ rule, field, reason }) => ({ rule, field, reason })));
}

/** Converts fields back to an event. */
export function eventOf(id: string, fields: readonly FieldWords[], main: Lang): Event {
  const bodies = idsUnder(fields, 'bodies.').map((side) => [side, wordsAt(fields, `bodies.${side}`, main)]);
  const regions = idsUnder(fields, 'regions.').map((side) => [
    side,
    sideRegionsOf(plainOf(fields, `regions.${side}`) ?? ''),
  ]);
  const translated = fields.filter(({ field, lang }) => lang !== undefined && !field.startsWith('bodies.'));
  const texts = [...new Set(translated.map(({ field }) => field))].map((field) => [
    field,
    wordsAt(fields, field, main),
  ]);
  return {
    ...Object.fromEntries(texts),
    id,
    bodies: Object.fromEntries(bodies),
    regions: Object.fromEntries(regions),
    ...withoutUndefined({
      when: plainOf(fields, 'when'),
      occurrences: plainOf(fields, 'occurrences')?.split('\n'),
      status: STATUSES.find((status) => status === plainOf(fields, 'status')),
      timezone: plainOf(fields, 'timezone'),
      repeat: plainOf(fields, 'repeat') === undefined ? undefined : (true as const),
      accept: jsonOf<Acceptances>(fields, 'accept'),
    }),
  };
}

/** All fields of a theme except its id. */
export function themeFields(theme: Theme, main: Lang): FieldWords[] {
  return [
    ...textFields('title', theme.title, main),
    ...textFields('introduction', theme.introduction, main),
    ...textFields('picture', theme.picture, main),
    ...textFields('caption', theme.caption, main),
    ...plainField('columns', theme.columns.join(', ')),
    ...plainField('carry', theme.carry ? 'true' : undefined),
  ];
}

/** All fields of a side except its id. */
export function sideFields(side: Side, main: Lang): FieldWords[] {
  return [
    ...textFields('name', side.name, main),
    ...textFields('heading', side.heading, main),
    ...plainField('country', side.country),
    ...plainField('timezone', side.timezone),
  ];
}

/**
 * The fields of the programme's own data, except themes, sides and the date of the edition.
 *
 * @param publisher the language to which the publisher's name, which is a single text for all languages, is assigned
 */
export function programmeFields(
  config: ProgrammeFile,
  texts: readonly PartText[] = [],
  publisher: Lang = config.language,
): FieldWords[] {
  const main = config.language;
  return [
    ...textFields('title', config.title, main),
    ...textFields('author', config.author, publisher),
    ...textFields('subject', config.subject, main),
    ...plainField('period', config.period),
    ...textFields('introduction', config.introduction, main),
    ...textFields('contents', config.contents, main),
    ...plainField(
      'order',
      config.parts &&
        partsOf(config)
          .map(({ id }) => id)
          .join(', '),
    ),
    ...partFields(config, texts),
    ...config.fields.flatMap(({ id, heading }) => textFields(`columns.${id}`, heading, main)),
    ...plainField('fields', JSON.stringify(config.fields.map(({ heading: _, ...field }) => field))),
    ...plainField('name', config.name),
    ...plainField('language', main),
    ...plainField('languages', config.languages.join(', ')),
    ...plainField('labels', config.labels === undefined ? undefined : sortedJson(config.labels)),
    ...plainField('rules', config.rules === undefined ? undefined : sortedJson(config.rules)),
    ...plainField('changes', config.changes === undefined ? undefined : sortedJson(config.changes)),
  ];
}

/**
 * The texts of the parts: the printed text with signatories and portraits, and the Markdown source, which also contains
 * differences that the printed text does not show, such as emphasis and heading levels.
 */
function partFields(config: ProgrammeFile, texts: readonly PartText[]): FieldWords[] {
  const main = config.language;
  const parts = config.parts === undefined ? [] : partsOf(config);
  const printed = parts.flatMap(({ id, signatures = [] }) => [
    ...texts
      .filter(({ part }) => part === id)
      .map(({ lang, rich }) => ({ field: `parts.${id}`, lang, words: normalWords(readWords(rich)) })),
    ...signatures.flatMap(({ name, role, portrait }, index) => [
      ...textFields(`signatures.${id}.${index + 1}.name`, name, main),
      ...textFields(`signatures.${id}.${index + 1}.role`, role, main),
      ...textFields(`signatures.${id}.${index + 1}.portrait`, portrait, main),
    ]),
  ]);
  const written = texts
    .filter(isTextFile)
    .map(({ part, lang, source }) => ({ field: `texts.${part}`, lang, words: source }));
  return [
    ...printed,
    ...plainField('written', config.parts === undefined ? undefined : JSON.stringify(config.parts)),
    ...written,
  ];
}

function sortedJson(record: Readonly<Record<string, unknown>>): string {
  return JSON.stringify(Object.fromEntries(Object.entries(record).sort(([a], [b]) => (a < b ? -1 : 1))));
}
