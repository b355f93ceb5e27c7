import { LANGS, MESSAGES } from '../../languages/index.ts';
import type { Extract } from '../document/index.ts';
import { listed, UserError } from '../errors.ts';
import type { Message } from '../messages.ts';
import {
  allEvents,
  type Bounds,
  boundsOf,
  type Edtf,
  type Event,
  isCalendarDate,
  type Lang,
  ownProperty,
  type Programme,
  paragraphsOf,
  parseEdtf,
  type Region,
  type Text,
  textIn,
  textOf,
  valueAt,
  withEvents,
  wordsInAll,
} from '../model/index.ts';
import {
  buildGazetteer,
  editDistance,
  findRegion,
  foldName,
  isoRegions,
  NEAREST,
  nearestTo,
  regionName,
} from '../reference/index.ts';
import { dateWords } from '../text/dates/index.ts';
import { comparable, compareNames, inPlainWords, slug, uniqueNames } from '../text/index.ts';
import { messageOf } from './messages.ts';

/**
 * Properties, besides fields and sides, by which a programme can be split. A field whose id is `region`, `theme` or
 * `day` takes precedence over the property of that name.
 */
const THEME = 'theme';
const DAY = 'day';
export const REGION = 'region';

/**
 * Splits a programme into extracts by an event property. There is one extract for each value: for each region (sorted
 * by side and name), theme (in printed order), day on which events begin (in chronological order), or distinct text of
 * a field or of the bodies of a side (sorted by name).
 *
 * @param by id of a field or side, or `region`, `theme`, `day`
 * @throws UserError when no field or side has this id
 */
export function extractsBy(programme: Programme, by: string): Extract[] {
  const { fields, sides } = programme.config;
  if (by === REGION && sides.length > 0) return regionExtracts(programme);
  if (by === REGION) {
    const field = fields.find(({ kind }) => kind === 'region');
    return field === undefined ? [] : printedRegions(programme, field.id);
  }
  if ([...fields, ...sides].some(({ id }) => id === by)) return valueExtracts(programme, by, by);
  if (by === THEME) return themeExtracts(programme);
  if (by === DAY) return dayExtracts(programme);
  throw new UserError(messageOf('extract-field-unknown', { field: by, known: partings(programme) }));
}

/** The properties by which a programme can be split: `region`, `theme`, `day`, and the ids of its fields and sides. */
function partings({ config: { fields, sides } }: Programme): string[] {
  return [...new Set([REGION, THEME, DAY, ...sides.map(({ id }) => id), ...fields.map(({ id }) => id)])];
}

/**
 * An extract in another edition. The result contains the events that have the same value in that edition; everything
 * else is unchanged.
 */
export function extractIn(programme: Programme, extract: Extract): Extract {
  if (extract.side !== undefined) return regionExtract(programme, extract.side, extract);
  const there = partings(programme).includes(extract.by) ? extractsBy(programme, extract.by) : [];
  const same =
    there.find(({ value }) => value !== undefined && value === extract.value) ??
    there.find((other) => other.key === extract.key && isPlain(other) && isPlain(extract));
  return { ...extract, events: same?.events ?? new Set() };
}

/** Whether the key of an extract depends only on the value; a numbered key also depends on the other values. */
function isPlain({ key, value }: Extract): boolean {
  return value === undefined || key === slug(value);
}

/** A programme with all its themes, but only the events of an extract. */
export function partOf(programme: Programme, { events: ids }: Extract): Programme {
  return withEvents(programme, (events) => events.filter(({ id }) => ids.has(id)));
}

/**
 * The texts in a region column. Texts that name the same ISO 3166-2 region are treated as one value; its key is the
 * code of the region.
 */
function printedRegions(programme: Programme, column: string): Extract[] {
  const values = valueExtracts(programme, column, REGION);
  const { language } = programme.config;
  const wordsOf = ({ name }: Extract): string => textIn(name, language, language).words;
  const { found } = isoRegions(values.map(wordsOf));
  const codes = values.map((value) => found.get(wordsOf(value))?.code);
  const keys = uniqueNames(
    values.map(({ key }) => key),
    codes.filter((code) => code !== undefined),
  );
  const regions = new Map<string, Extract>();
  values.forEach((extract, index) => {
    const code = codes[index];
    const key = code ?? keys[index] ?? extract.key;
    const { value: _, ...coded } = extract;
    const known = regions.get(key) ?? { ...(code === undefined ? extract : coded), key };
    regions.set(key, { ...known, events: new Set([...known.events, ...extract.events]) });
  });
  return [...regions.values()];
}

/** For each side, the regions in which events take place, sorted by name in the language of the programme. */
function regionExtracts(programme: Programme): Extract[] {
  const { sides, language } = programme.config;
  const compare = compareNames(language);
  const wordsOf = ({ name }: Extract): string => textIn(name, language, language).words;
  return sides.flatMap((side) =>
    programme.reference.regions
      .filter(({ code }) => code.startsWith(`${side.country}-`))
      .map((region) => regionExtract(programme, side.id, { key: region.code, name: region.names }))
      .filter(({ events, common }) => events.size > common.size)
      .sort((a, b) => compare(wordsOf(a), wordsOf(b))),
  );
}

/** The events in a region of a side, including events that concern the whole side. */
function regionExtract(programme: Programme, side: string, { key, name }: Pick<Extract, 'key' | 'name'>) {
  const events = allEvents(programme);
  const regionsOf = (event: Event) => ownProperty(event.regions, side);
  const common = idsOf(events.filter((event) => regionsOf(event) === 'all-regions'));
  const there = idsOf(events.filter((event) => regionsOf(event)?.includes(key) && !common.has(event.id)));
  return { by: REGION, key, name, side, events: new Set([...there, ...common]), common };
}

function themeExtracts({ themes }: Programme): Extract[] {
  return themes
    .filter(({ events }) => events.length > 0)
    .map(({ theme, events }) => extractOf(THEME, theme.id, theme.title, events));
}

/** An extract for each day on which an event begins. */
function dayExtracts(programme: Programme): Extract[] {
  const starts = allEvents(programme).flatMap((event) => daySpans(event).map(({ start }) => start));
  return [...new Set(starts)].sort().map((day) => dayExtract(programme, day));
}

/**
 * The extract of a day. The extract contains only events with exact dates; an event that lasts several days is in the
 * extract of each of these days.
 *
 * @param day YYYY-MM-DD
 */
function dayExtract(programme: Programme, day: string): Extract {
  const there = allEvents(programme).filter((event) =>
    daySpans(event).some(({ start, end }) => start <= day && day <= end),
  );
  const name = Object.fromEntries(LANGS.map((lang) => [lang, dateWords(day, lang)]));
  return extractOf(DAY, day, name, there);
}

/** The periods of an event; empty unless its dates are exact to the day. */
function daySpans({ when }: Event): Bounds[] {
  const spansOf = (date: Edtf): Bounds[] => {
    if (date.precision === 'set') return date.members.flatMap(spansOf);
    const parts = date.precision === 'interval' ? [date.start, date.end] : [date];
    return parts.every((part) => part?.precision === 'day') ? [boundsOf(date)] : [];
  };
  return when === undefined ? [] : spansOf(parseEdtf(when));
}

/**
 * An extract for each distinct text in a column. Texts that differ only in case, spaces and Unicode normalisation are
 * treated as one value.
 */
function valueExtracts(programme: Programme, column: string, by: string): Extract[] {
  const { language } = programme.config;
  const groups = new Map<string, { value: string; words: string; name: Text; events: Event[] }>();
  for (const event of allEvents(inPlainWords(programme))) {
    const name = textOf(event, column);
    if (name === undefined) continue;
    const words = paragraphsOf(textIn(name, language, language).words)
      .join(' ')
      .replace(/\s+/g, ' ')
      .trim();
    const value = comparable(words);
    valueAt(groups, value, () => ({ value, words, name, events: [] })).events.push(event);
  }
  const compare = compareNames(language);
  const sorted = [...groups.values()].sort((a, b) => compare(a.words, b.words));
  const keys = uniqueNames(sorted.map(({ words }) => slug(words) || 'value'));
  return sorted.map(({ value, name, events }, index) => ({
    ...extractOf(by, keys[index] ?? value, name, events),
    value,
  }));
}

function extractOf(by: string, key: string, name: Text, events: readonly Event[]): Extract {
  return { by, key, name, events: idsOf(events), common: new Set() };
}

function idsOf(events: readonly Event[]): Set<string> {
  return new Set(events.map(({ id }) => id));
}

/** Name of an extract in messages. */
export function extractName({ name, key, side }: Extract, language: Lang): string {
  const { words } = textIn(name, MESSAGES, language);
  return side === undefined ? words : `${words} (${key})`;
}

/** How a user names an extract: by a property that its events have in common, and the value of this property. */
export interface ExtractQuery {
  /** Id of a field or side, or `region`, `theme`, `day`. */
  by: string;
  /**
   * For a region, its code, name, alias or printed text; otherwise the text of the value, part of this text, or the key
   * of the extract.
   */
  value: string;
}

/**
 * Finds the extract that the query of a user refers to. For a region or a day without events, the extract is empty.
 *
 * @throws UserError when no value matches or more than one does; the message lists the names to choose from
 */
export function whichExtract(programme: Programme, { by, value }: ExtractQuery): Extract {
  if (by === REGION && programme.config.sides.length > 0) return whichRegion(programme, value);
  const extracts = extractsBy(programme, by);
  if (by === DAY && isCalendarDate(value)) return dayExtract(programme, value);
  return byWords(programme, extracts, {
    by,
    value: by === REGION ? regionWords(programme, extracts, value) : value,
  });
}

function byWords(programme: Programme, extracts: readonly Extract[], { by, value }: ExtractQuery): Extract {
  const found = foundIn(extracts, value);
  const [first, ...others] = found;
  if (first !== undefined && others.length === 0) return first;
  const { language } = programme.config;
  const nameAndKey = (extract: Extract): string => `${extractName(extract, language)} (${extract.key})`;
  if (first !== undefined) {
    throw new UserError(messageOf('extract-ambiguous', { value, found: found.map(nameAndKey) }));
  }
  if (extracts.length === 0) throw new UserError(whyEmpty(programme, by));
  const near = nearest(extracts, value).map(nameAndKey);
  const name = { value, field: by };
  throw new UserError(
    near.length === 0
      ? messageOf('extract-unknown', {
          ...name,
          known: listed(extracts.map(nameAndKey), NEAREST),
          command: { command: ['extract', '--list', '--by', by] },
        })
      : messageOf('extract-unknown-with-nearest', { ...name, nearest: { or: near } }),
  );
}

/**
 * Replaces the name of a region with its code if there is an extract with this code, so that a query for Bavaria finds
 * Bayern. Any other query is returned unchanged.
 */
function regionWords({ config }: Programme, extracts: readonly Extract[], value: string): string {
  const printed = extracts.map(({ name }) => textIn(name, config.language, config.language).words);
  const code = isoRegions([...printed, value]).found.get(value)?.code;
  return extracts.find(({ key }) => key === code)?.key ?? value;
}

/**
 * The extracts that match a query. Four tests are tried in this order until one finds a match: the key is equal; the
 * text is equal; the text is equal regardless of case, accents and punctuation; the text contains the query as whole
 * words.
 */
function foundIn(extracts: readonly Extract[], value: string): Extract[] {
  const folded = foldName(value);
  const tests: ((extract: Extract) => boolean)[] = [
    ({ key }) => key.toLowerCase() === value.trim().toLowerCase(),
    ({ name }) => wordsInAll(name).some((words) => words === value.trim()),
    ({ name }) => folded !== '' && wordsInAll(name).some((words) => foldName(words) === folded),
    ({ name }) =>
      folded !== '' && wordsInAll(name).some((words) => ` ${foldName(words)} `.includes(` ${folded} `)),
  ];
  return tests.map((test) => extracts.filter(test)).find((found) => found.length > 0) ?? [];
}

function nearest(extracts: readonly Extract[], value: string): Extract[] {
  const folded = foldName(value);
  const named = extracts.map((extract) => [wordsInAll(extract.name), extract] as const);
  const distanceTo = (names: readonly string[]): number =>
    Math.min(...names.map((words) => editDistance(folded, foldName(words))));
  return nearestTo(folded, named, distanceTo).slice(0, NEAREST);
}

/**
 * The region of a side with the given code, name or alias; if there is none, the region with the given printed text in
 * a region column.
 */
function whichRegion(programme: Programme, query: string): Extract {
  const answer = findRegion(buildGazetteer(programme.reference), query);
  if ('ambiguous' in answer) {
    throw new UserError(
      messageOf('region-ambiguous', { name: query, found: { or: answer.ambiguous.map(nameAndCode) } }),
    );
  }
  if ('unknown' in answer) {
    const printed = programme.config.fields
      .filter(({ kind }) => kind === 'region')
      .flatMap(({ id }) => valueExtracts(programme, id, id));
    const [found, ...others] = foundIn(printed, query);
    if (found !== undefined && others.length === 0) return found;
    throw new UserError(
      answer.nearest.length === 0
        ? messageOf('region-called-unknown', { name: query, command: { command: ['extract', '--list'] } })
        : messageOf('region-called-unknown-with-nearest', {
            name: query,
            nearest: { or: answer.nearest.map(nameAndCode) },
          }),
    );
  }
  const { code, names } = answer.found;
  const side = programme.config.sides.find(({ country }) => code.startsWith(`${country}-`));
  if (side === undefined)
    throw new UserError(messageOf('region-on-no-side', { region: nameAndCode(answer.found) }));
  return regionExtract(programme, side.id, { key: code, name: names });
}

function nameAndCode(region: Region): string {
  return `${regionName(region, MESSAGES)} (${region.code})`;
}

/** Extracts of a programme, and the events that are in no extract. */
export interface ExtractList {
  by: string;
  extracts: readonly Extract[];
  /** Ids of the events that are not in any extract, in printed order. */
  without: readonly string[];
}

/** All extracts by an event property: see `extractsBy`. */
export function listOfExtracts(programme: Programme, by: string): ExtractList {
  const extracts = extractsBy(programme, by);
  const ids = allEvents(programme).map(({ id }) => id);
  return { by, extracts, without: ids.filter((id) => !extracts.some(({ events }) => events.has(id))) };
}

/** Explains why a list of extracts is empty, and by which properties the programme can be split instead. */
export function whyEmpty(programme: Programme, by: string): Message {
  const { sides, fields } = programme.config;
  const others = partings(programme).flatMap((other) => {
    const { length } = other === by ? [] : extractsBy(programme, other);
    return length === 0 ? [] : [`${other} (${length})`];
  });
  const lacksRegions = sides.length === 0 && !fields.some(({ kind }) => kind === 'region');
  return messageOf(by === REGION && lacksRegions ? 'programme-without-regions' : 'extracts-empty', {
    field: by,
    others,
  });
}

/** Extracts as lines for a terminal, each with side (if any), key, name and number of events. */
export function extractsText({ extracts }: ExtractList, { config }: Programme): string {
  return extracts
    .map(({ side, key, name, events, common }) => {
      const { words } = textIn(name, MESSAGES, config.language);
      const ownCount = common.size === 0 ? '' : ` (${events.size - common.size} of its own)`;
      return `${[...(side === undefined ? [] : [side]), key, words].join('\t')}\t${events.size}${ownCount}\n`;
    })
    .join('');
}

/** Extracts as JSON. */
export function extractsJson({ by, extracts, without }: ExtractList): string {
  const values = extracts.map(({ side, key, name, events, common }) => ({
    ...(side === undefined ? { value: key } : { side, region: key }),
    name,
    own: events.size - common.size,
    events: events.size,
  }));
  return JSON.stringify({ version: 1, by, [by === REGION ? 'regions' : 'values']: values, without }, null, 2);
}
