import {
  type Change,
  type Comparison,
  changedParagraphs,
  compare,
  eventItems,
  type PrintedPlace,
  regionNames,
  themeItems,
  versions,
} from '../compare/index.ts';
import {
  allEvents,
  EVENT_WENT,
  type Programme,
  SETTINGS,
  titleOf,
  withEvents,
  withoutUndefined,
} from '../model/index.ts';
import type { ProposedChange } from './schema.ts';
import { settingWords } from './settings.ts';

/**
 * Converts proposed changes to a comparison with the draft, so that they can be written in every output format for
 * comparisons. The fingerprints are the ids of the changes, and the old texts are the base texts of the changes.
 */
export function asComparison(draft: Programme, changes: readonly ProposedChange[]): Comparison {
  const { config, reference } = draft;
  const places = new Map(eventItems(draft).map(({ id, place }) => [id, place]));
  const themes = new Map(themeItems(draft).map(({ id, place }) => [id, place]));
  // Comparing the draft without its events is a quick way to get the metadata of the editions.
  const none = withEvents(draft, () => []);
  const compared = changes.map((change): Change => {
    const { id, kind, severity, about, of, field, lang, base, theirs, when, fields, spot, from } = change;
    const place = about === 'theme' ? themes.get(of ?? '') : places.get(of ?? '');
    const theme = about === 'theme' ? of : (spot?.theme ?? place?.theme?.id ?? from?.theme);
    const texts = versions(base, theirs);
    const shown = kind === SETTINGS ? versions(settingWords(base), settingWords(theirs)) : texts;
    return withoutUndefined({
      kind,
      severity,
      fingerprint: id,
      about,
      id: of,
      theme,
      place: placesOf(change, place, draft),
      field,
      lang,
      words: texts,
      when: when && versions(when.base, when.theirs),
      paragraphs:
        field === undefined
          ? []
          : changedParagraphs({ ...change, words: shown }, config.fields, config.language),
      fields,
    });
  });
  return { ...compare(none, none), changes: compared, regions: regionNames(compared, [reference]) };
}

function placesOf(
  { about, kind, of = '', fields = [], spot, from }: ProposedChange,
  printed: PrintedPlace | undefined,
  { config, themes }: Programme,
): Change['place'] {
  if (about !== 'event') return printed === undefined ? {} : { old: printed, new: printed };
  const title = fields.find(({ field }) => field === titleOf(config));
  const found = printed ?? {
    id: of,
    number: from === undefined ? 0 : numberAt(from, themes),
    title: title?.words ?? of,
  };
  if (EVENT_WENT.includes(kind)) return { old: found };
  if (spot === undefined) return { old: found, new: found };
  const place = {
    ...found,
    number: numberAt(spot, themes),
    theme: { id: spot.theme, title: config.themes.find(({ id }) => id === spot.theme)?.title ?? spot.theme },
  };
  return kind === 'event-moved' ? { old: found, new: place } : { new: place };
}

/** The number that is printed for an event at a position. */
function numberAt({ theme, after }: NonNullable<ProposedChange['spot']>, themes: Programme['themes']) {
  const at = themes.findIndex((one) => one.theme.id === theme);
  const before = allEvents({ themes: at < 0 ? themes : themes.slice(0, at) });
  const events = themes[at]?.events ?? [];
  const index = events.findIndex(({ id }) => id === after);
  return 1 + before.length + (after !== undefined && index < 0 ? events.length : index + 1);
}
