import { existsSync } from 'node:fs';
import path from 'node:path';
import {
  DRAFT,
  type Event,
  extractsOf,
  listEditions,
  type Programme,
  readDataset,
  type Text,
} from '../index.ts';
import { groupBy, publicPart, textIn, withoutUndefined } from '../model/index.ts';
import { compareNames, inPlainWords } from '../text/index.ts';
import type { Dataset, ExtractGroup, OutlineEvent, OutlineGroup } from './api.ts';
import { settingsViewOf } from './edit-settings.ts';
import { SITE, stateOf } from './watch.ts';

/**
 * Returns a function that returns the draft, and reads it again only if the files have changed.
 *
 * @throws UserError with every problem in every file
 */
export function draftReader(data: string): () => Promise<Programme> {
  let last: { state: string; programme: Promise<Programme> } | undefined;
  return async () => {
    const state = await stateOf(data);
    if (last?.state !== state) last = { state, programme: readDataset({ data }) };
    return last.programme;
  };
}

/** The data of an edition in the form that the page needs. */
export async function datasetOf(data: string, programme: Programme): Promise<Dataset> {
  const { edition } = programme;
  const { language, languages, fields, sides, title } = programme.config;
  const events = programme.themes.flatMap((theme) => theme.events);
  const published = publicPart(programme);
  const { regions } = programme.reference;
  const words = wordsOf(programme);
  const compare = compareNames(language);
  return {
    edition,
    isFrozen: edition !== DRAFT,
    editions: await listEditions({ data }),
    title: words(title),
    language,
    languages,
    fields,
    sides: sides.map(({ id, name }) => ({ id, name: words(name) })),
    headings: Object.fromEntries(
      [...fields, ...sides].map(({ id, heading = id }) => [id, words(heading)] as const),
    ),
    regions: sides.flatMap(({ id, country }) =>
      regions
        .filter(({ code }) => code.startsWith(`${country}-`))
        .map(({ code, names }) => ({ code, name: words(names), side: id }))
        .sort((a, b) => compare(a.name, b.name)),
    ),
    themes: programme.themes.map(({ theme, events }) => ({
      id: theme.id,
      title: words(theme.title),
      events: events.map(({ id }) => id),
    })),
    days: extractsOf(published, 'day').extracts.map(
      ({ key, name, events }): OutlineGroup => ({ id: key, title: words(name), events: [...events] }),
    ),
    events: outlineOf(inPlainWords(programme)),
    values: Object.fromEntries(events.map((event) => [event.id, event])),
    extracts: extractGroups(published),
    hasSite: existsSync(path.join(data, SITE)),
    ...(await settingsViewOf(data, programme, edition === DRAFT)),
  };
}

/** The events in the outline. For events with the same title, the outline also shows their bodies or their place. */
function outlineOf(programme: Programme): OutlineEvent[] {
  const { fields, sides } = programme.config;
  const words = wordsOf(programme);
  const ofKind = (event: Event, kind: string): string =>
    words(event[fields.find((one) => one.kind === kind)?.id ?? ''] as Text | undefined);
  const events = programme.themes.flatMap((theme) => theme.events);
  const alike = groupBy(events, (event) => ofKind(event, 'title'));
  return events.map((event): OutlineEvent => {
    const title = ofKind(event, 'title');
    const bodies = sides
      .map(({ id }) => words(event.bodies[id]))
      .filter(Boolean)
      .join(' – ');
    return {
      id: event.id,
      title: title || event.id,
      date: ofKind(event, 'date'),
      ...withoutUndefined({
        about:
          (alike.get(title)?.length ?? 0) > 1 ? bodies || ofKind(event, 'place') || undefined : undefined,
        status: event.status,
      }),
    };
  });
}

/** The properties by which the programme can be split into extracts, each with its values. */
function extractGroups(programme: Programme): ExtractGroup[] {
  const { fields, sides } = programme.config;
  const words = wordsOf(programme);
  const hasSides = sides.length > 0;
  const shared = fields.filter(({ kind }) => kind === 'category' || (kind === 'region' && !hasSides));
  const asked = [
    ...(hasSides ? [{ by: 'region', title: '' }] : []),
    ...shared.map(({ id, heading }) => ({ by: id, title: words(heading ?? id) })),
    { by: 'theme', title: '' },
    { by: 'day', title: '' },
  ];
  return asked.flatMap(({ by, title }) => {
    const values = extractsOf(programme, by).extracts.map(({ key, name, events }) => ({
      key,
      name: words(name),
      events: events.size,
    }));
    return values.length === 0 ? [] : [{ by, title, values }];
  });
}

/** Returns a function that returns a text in the language of the programme. */
function wordsOf({ config: { language } }: Programme): (text?: Text) => string {
  return (text = '') => textIn(text, language, language).words;
}
