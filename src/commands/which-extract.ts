import { MESSAGES } from '../../languages/index.ts';
import type { Extract } from '../document/index.ts';
import { listed, UserError } from '../errors.ts';
import type { Message } from '../messages.ts';
import { isCalendarDate, type Programme, type Region, textIn } from '../model/index.ts';
import {
  buildGazetteer,
  editDistance,
  findRegion,
  foldName,
  isoRegions,
  regionName,
} from '../reference/index.ts';
import {
  DAY,
  dayExtract,
  eventsWithout,
  extractName,
  extractsBy,
  partings,
  REGION,
  regionExtract,
  valueExtracts,
} from './extracts.ts';
import { messageOf } from './messages.ts';

/** How a user names an extract: the property that its events share, and the value. */
export interface ExtractQuery {
  /** Id of a field or side, or `region`, `theme`, `day`. */
  by: string;
  /**
   * For a region, its code, name, alias or printed text; otherwise the text of the value, part of the text, or the
   * key.
   */
  value: string;
}

const NEAREST = 3;

/**
 * Finds the extract for a query of the user. For a region or a day without events, the extract is empty.
 *
 * @throws UserError when no value or more than one matches, with the names to choose from
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
      : messageOf('extract-unknown-with-nearest', { ...name, nearest: near.join(', or ') }),
  );
}

/**
 * The region code for a region name, if an extract has this code, so that a query for Bavaria finds Bayern; otherwise
 * the query.
 */
function regionWords({ config }: Programme, extracts: readonly Extract[], value: string): string {
  const printed = extracts.map(({ name }) => textIn(name, config.language, config.language).words);
  const code = isoRegions([...printed, value]).found.get(value)?.code;
  return extracts.find(({ key }) => key === code)?.key ?? value;
}

/**
 * The matches of the first of these tests that finds any: the key; the whole text; the whole text regardless of case,
 * accents and punctuation; whole words within it.
 */
function foundIn(extracts: readonly Extract[], value: string): Extract[] {
  const folded = foldName(value);
  const tests: ((extract: Extract) => boolean)[] = [
    ({ key }) => key.toLowerCase() === value.trim().toLowerCase(),
    ({ name }) => allWords(name).some((words) => words === value.trim()),
    ({ name }) => folded !== '' && allWords(name).some((words) => foldName(words) === folded),
    ({ name }) =>
      folded !== '' && allWords(name).some((words) => ` ${foldName(words)} `.includes(` ${folded} `)),
  ];
  return tests.map((test) => extracts.filter(test)).find((found) => found.length > 0) ?? [];
}

function nearest(extracts: readonly Extract[], value: string): Extract[] {
  const folded = foldName(value);
  return extracts
    .map((extract) => ({
      extract,
      distance: Math.min(...allWords(extract.name).map((words) => editDistance(folded, foldName(words)))),
    }))
    .filter(({ distance }) => distance <= Math.max(1, folded.length / 3))
    .sort((a, b) => a.distance - b.distance)
    .slice(0, NEAREST)
    .map(({ extract }) => extract);
}

function allWords(name: Extract['name']): string[] {
  return typeof name === 'string' ? [name] : Object.values(name).filter((words) => words !== undefined);
}

/** The region of a side by code, name or alias, otherwise by the printed text of a region column. */
function whichRegion(programme: Programme, query: string): Extract {
  const answer = findRegion(buildGazetteer(programme.reference), query);
  if ('ambiguous' in answer) {
    throw new UserError(
      messageOf('region-ambiguous', { name: query, found: answer.ambiguous.map(nameAndCode).join(' or ') }),
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
            nearest: answer.nearest.map(nameAndCode).join(', or '),
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

/** Extracts of a programme, and the events that are in none. */
export interface ExtractList {
  by: string;
  extracts: readonly Extract[];
  /** Ids of the events that are in no extract. */
  without: readonly string[];
}

/** All extracts by a property of events: see `extractsBy`. */
export function listOfExtracts(programme: Programme, by: string): ExtractList {
  const extracts = extractsBy(programme, by);
  return { by, extracts, without: eventsWithout(programme, extracts) };
}

/** Why a list of extracts is empty, and the properties by which the programme can be split. */
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

/** Extracts as lines for a terminal: side if there is one, key, name, events. */
export function extractsText({ extracts }: ExtractList, { config }: Programme): string {
  return extracts
    .map(({ side, key, name, events, common }) => {
      const words = extractName({ by: '', key, name, events, common }, config.language);
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
