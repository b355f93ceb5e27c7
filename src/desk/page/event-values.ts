/** The form values of an event. */
import type { Event } from '../../index.ts';
import type { Dataset, DisplayedFinding } from '../api.ts';
import { keysOf, type Slot, withWords, wordsAt } from './form-values.ts';

/** A text or picture of an event. */
export interface TextSlot extends Slot {
  /** Id of its field or side. */
  column: string;
}

/** Kinds of fields that have one value for all languages. */
const WITHOUT_LANGUAGE = new Set(['picture', 'link', 'email', 'phone', 'number']);

/**
 * The texts of an event, each in all its languages, in the order of the form: the fields, with the bodies after the
 * title.
 */
export function textSlots(dataset: Dataset, event: Event): TextSlot[][] {
  const { fields, sides, language } = dataset;
  const slots = (column: string, path: readonly string[], text: unknown, kind: Slot['kind']): TextSlot[] =>
    keysOf(path.join('.'), dataset, text).map((one) => ({ ...one, path, kind, column }));
  const texts = fields.map(({ id, kind }) => {
    const ofField = slots(id, [id], event[id], kind === 'picture' ? 'picture' : 'text');
    return WITHOUT_LANGUAGE.has(kind ?? '') ? ofField.filter(({ lang }) => lang === language) : ofField;
  });
  const bodies = sides.map(({ id }) => slots(id, ['bodies', id], event.bodies[id], 'text'));
  const title = fields.findIndex(({ kind }) => kind === 'title');
  return [...texts.slice(0, title + 1), ...bodies, ...texts.slice(title + 1)];
}

/** The form key of the accepted findings. */
export const ACCEPTED = 'accept';

/** All form values of an event; `reasons` are the reasons that can be stated instead of regions. */
export function eventSlots(dataset: Dataset, event: Event, reasons: readonly string[]): Slot[] {
  const regions = dataset.sides.map(
    ({ id }): Slot => ({ key: `regions.${id}`, path: ['regions', id], kind: 'regions', reasons }),
  );
  return [
    ...textSlots(dataset, event).flat(),
    ...regions,
    { key: 'when', path: ['when'], kind: 'words' },
    { key: 'status', path: ['status'], kind: 'words' },
    { key: ACCEPTED, path: ['accept'], kind: 'json' },
  ];
}

/** The findings that are accepted for an event. */
export type Acceptances = NonNullable<Event['accept']>;

/** Accepted findings as a form value; empty if there are none. */
export function acceptedValue(accepted: Acceptances): string {
  return accepted.length === 0 ? '' : JSON.stringify(accepted);
}

/** The accepted findings in a form value. */
export function acceptedIn(value: string): Acceptances {
  return value === '' ? [] : (JSON.parse(value) as Acceptances);
}

/**
 * The form key of the field that a finding refers to. In the key of a text in the main language, the language is
 * omitted.
 */
export function keyOfFinding({ field = '' }: DisplayedFinding, { language }: Dataset): string {
  return field.endsWith(`.${language}`) ? field.slice(0, -language.length - 1) : field;
}

/**
 * A text with the correction of a finding applied; undefined if the text no longer contains the words that were found.
 */
export function withCorrection(
  text: string,
  { offset, length, words, fix }: DisplayedFinding,
): string | undefined {
  const isThere = text.slice(offset, offset + length) === words;
  // Offsets in findings do not count emphasis markers, so the words can be further on in the text.
  const place = isThere ? offset : text.indexOf(words);
  const isClear = isThere || (place >= 0 && text.indexOf(words, place + 1) < 0);
  return fix === undefined || !isClear
    ? undefined
    : `${text.slice(0, place)}${fix}${text.slice(place + words.length)}`;
}

/**
 * An event with the corrections of findings applied. A correction is omitted if the event no longer contains the words
 * that were found.
 */
export function withCorrections(
  event: Event,
  findings: readonly DisplayedFinding[],
  dataset: Dataset,
): Event {
  const slots = textSlots(dataset, event).flat();
  // Corrections are applied from the end of each text, so that no correction shifts the position of another.
  return findings
    .toSorted((a, b) => b.offset - a.offset)
    .reduce((now, finding) => {
      const slot = slots.find(({ key }) => key === keyOfFinding(finding, dataset));
      const text = slot && withCorrection(wordsAt(now, slot, dataset), finding);
      return slot === undefined || text === undefined ? now : withWords(now, slot, text, dataset);
    }, event);
}
