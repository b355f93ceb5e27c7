import { UserError } from '../errors.ts';
import { type Programme, type Text, textIn, textOf, valueAt } from '../model/index.ts';
import { type Answers, type Question, timetableQuestion, yesOrNo } from '../read/table-import/index.ts';
import { placeField } from '../reference/index.ts';
import { momentsOf, occurrencesOf } from '../text/dates/index.ts';
import { messageOf } from './messages.ts';

/** A timetable is proposed if at least this proportion of the events have a day, an hour and a place. */
const SHARE = 2 / 3;
/** A timetable is proposed if at least this number of events take place on one day, at two or more places. */
const FEWEST = 4;

/**
 * Whether the events of a list are printed as a timetable.
 *
 * @throws UserError if the answer is yes but the list has no place column, or the answer is neither yes nor no
 */
export function isTimetablePrinted({ config }: Programme, answers: Answers | undefined): boolean {
  const isPrinted = yesOrNo('timetable', answers) ?? false;
  if (isPrinted && placeField(config) === undefined) throw new UserError(messageOf('timetable-needs-places'));
  return isPrinted;
}

/**
 * The question of whether to print a timetable, if the events are suitable and the question has not been answered yet.
 */
export function timetableQuestions(programme: Programme, answers: Answers | undefined): Question[] {
  const found = yesOrNo('timetable', answers) === undefined ? timetablePlaces(programme) : undefined;
  return found === undefined ? [] : [timetableQuestion(found.heading, found.places)];
}

/**
 * The field heading and the places for a proposed timetable; undefined if the events are not suitable. Events are
 * suitable if most of them have a day, an hour and a place and, on at least one day, several events take place at
 * several places. The returned places are those of the first day with several events at several places.
 */
export function timetablePlaces({ config, themes }: Programme) {
  const field = config.fields.find(({ id }) => id === placeField(config));
  if (field === undefined) return undefined;
  const wordsOf = (text: Text): string => textIn(text, config.language, config.language).words;
  const days = new Map<string, { events: number; places: Set<string> }>();
  const events = themes.flatMap((theme) => theme.events);
  let timed = 0;
  for (const event of events) {
    const place = textOf(event, field.id);
    const starts = occurrencesOf(event, config, config.language).flatMap(
      (one) => momentsOf(one)?.start.day ?? [],
    );
    if (place === undefined || starts.length === 0) continue;
    timed++;
    for (const day of starts) {
      const known = valueAt(days, day, () => ({ events: 0, places: new Set() }));
      known.events++;
      known.places.add(wordsOf(place));
    }
  }
  const full = [...days.values()].find((day) => day.events >= FEWEST && day.places.size > 1);
  return full !== undefined && timed >= SHARE * events.length
    ? { heading: wordsOf(field.heading ?? field.id), places: [...full.places] }
    : undefined;
}
