import { isDeepStrictEqual } from 'node:util';
import {
  type EditResult,
  type Event,
  type EventEdit,
  edit,
  type Lang,
  type Programme,
  type SettingEdit,
  timesOf,
} from '../index.ts';
import { dateOf, isEdtf, titleOf } from '../model/index.ts';
import { dateWords } from '../text/dates/index.ts';
import { idMaker } from '../text/index.ts';
import type { Added, Addition, Edited, Reading } from './api.ts';
import { editSettings } from './edit-settings.ts';

/**
 * Edits either events or settings. If the text of a planned date changes and the machine-readable date was read from the
 * old text, the date is read from the new text.
 */
export async function editDraft(
  data: string,
  edits: readonly EventEdit[] | readonly SettingEdit[],
): Promise<Edited> {
  const ofSettings = edits.flatMap((one) => ('of' in one ? [one] : []));
  if (ofSettings.length > 0) return editSettings(data, ofSettings);
  const ofEvents = edits.flatMap((one) => ('of' in one ? [] : [one]));
  return edited(await edit({ data, edits: (draft) => ofEvents.map((one) => withReadDate(one, draft)) }));
}

function edited({ undo, conflicts }: EditResult): Edited {
  return { undo, conflicts: conflicts.map(({ id }) => id) };
}

function withReadDate(one: EventEdit, programme: Programme): EventEdit {
  const { before, after } = one;
  const field = dateOf(programme.config);
  if (before === undefined || after === undefined || field === undefined) return one;
  const isRead = before.when === undefined || before.when === timesOf(before, programme).when;
  const isTyped = before.when !== after.when || isDeepStrictEqual(before[field], after[field]);
  if (!isRead || isTyped) return one;
  const { when: _, ...rest } = after;
  const { when } = timesOf(after, programme);
  return { ...one, after: { ...(rest as Event), ...(when !== undefined && { when }) } };
}

/** Adds an event with a new id, placed after another event. */
export async function addEvent(data: string, addition: Addition): Promise<Added> {
  let id = '';
  const result = await edit({
    data,
    edits: (draft) => {
      const added = addedTo(draft, addition);
      ({ id } = added);
      return [added];
    },
  });
  return { id, ...edited(result) };
}

function addedTo({ config, themes }: Programme, { title, theme, after, like }: Addition): EventEdit {
  const events = themes.flatMap((one) => one.events);
  const ids = events.map((event) => event.id);
  const id = idMaker(ids, 'event')([title]);
  const model = events.find((event) => event.id === like);
  const regions = Object.fromEntries(config.sides.map((side) => [side.id, 'to-be-determined' as const]));
  // The id comes first, as in the files.
  const { id: _, ...values } = model ?? { id, bodies: {}, regions };
  const event = { id, ...values, [titleOf(config)]: title } as Event;
  return { id, after: event, spot: { theme, after } };
}

/** The values that the program reads from an event while the user is typing. */
export function readingOf(programme: Programme, { when: typed, ...event }: Event, lang: Lang): Reading {
  const calendar = typed !== undefined && isEdtf(typed) ? { when: typed } : {};
  const { when, occurrences } = timesOf({ ...(event as Event), ...calendar }, programme);
  return {
    ...(when !== undefined && { date: dateWords(when, lang) }),
    ...('when' in calendar && { calendar: dateWords(calendar.when, lang) }),
    times: occurrences.flatMap(({ date, doors, start, end, timezone }) => {
      if (start === undefined && doors === undefined) return [];
      const hours = [doors, start, end].flatMap((minutes) => (minutes === undefined ? [] : clock(minutes)));
      const zone = timezone === undefined ? '' : ` (${timezone})`;
      return [`${dateWords(date, lang)}, ${hours.join('–')}${zone}`];
    }),
  };
}

function clock(minutes: number): string {
  const hours = Math.floor(minutes / 60) % 24;
  return `${String(hours).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
}
