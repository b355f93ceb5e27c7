/** Sample documents for the PDF renderer, such as the published edition, and texts that are difficult to print. */

import { whichExtract } from '../../src/commands/extracts.ts';
import type { Comparison } from '../../src/compare/change.ts';
import { compare } from '../../src/compare/compare.ts';
import { buildDocument, type DocumentOptions } from '../../src/document/build.ts';
import { comparisonDocument } from '../../src/document/comparison.ts';
import type { Document } from '../../src/document/model.ts';
import { withFrontSection } from '../../src/document/proof-sheet.ts';
import { redline } from '../../src/document/redline.ts';
import { noveltyOf } from '../../src/document/whats-new.ts';
import type { Event } from '../../src/model/event.ts';
import type { Programme } from '../../src/model/programme.ts';
import { valueAt } from '../../src/model/records.ts';
import type { Lang } from '../../src/model/text.ts';
import { readProgramme } from '../../src/read/dataset.ts';
import { type Note, proofOf } from './findings.ts';
import { pdfOf } from './rendered.ts';

export { pdfOf };

/** The published edition 1. */
export function edition1(): Promise<Programme> {
  published ??= readProgramme('data', '1');
  return published;
}

/** Read once. */
let published: Promise<Programme> | undefined;

/** The PDF of a programme in a language. */
export function programmePdf(
  programme: Programme,
  lang: Lang = 'en',
  options: DocumentOptions = {},
): Promise<Uint8Array> {
  return pdfOf(buildDocument(programme, lang, options));
}

/** The events repeated with unique ids, until there are `count`. */
export function repeated(programme: Programme, count: number): Programme {
  const all = programme.themes.reduce((sum, { events }) => sum + events.length, 0);
  let left = count;
  const themes = programme.themes.map(({ theme, events }, index) => {
    const share = index === programme.themes.length - 1 ? left : Math.round((count * events.length) / all);
    left -= share;
    const copies = Array.from({ length: share }, (_, number): Event => {
      const event = events[number % events.length];
      if (event === undefined) throw new Error(`theme ${theme.id} has no events`);
      const round = Math.floor(number / events.length);
      return round === 0 ? event : { ...event, id: `${event.id}-copy-${round}` };
    });
    return { theme, events: copies };
  });
  return { ...programme, themes };
}

/** The document that lists the events of one region. */
export function regionOptions(programme: Programme, code: string): DocumentOptions {
  return { extract: whichExtract(programme, { by: 'region', value: code }) };
}

/**
 * A later edition of the programme: in the first theme, one event is added, one is removed, one has changed words, and
 * one is cancelled and moved.
 */
export const revised = (programme: Programme): Programme =>
  valueAt(later, programme, () => revise(programme));

/** Made once for each programme, as are the hostile texts and the comparisons. */
const later = new WeakMap<Programme, Programme>();

function revise(programme: Programme): Programme {
  const themes = programme.themes.map(({ theme, events }, index) => {
    const [first, second, third, ...rest] = events;
    if (index > 0 || first === undefined || second === undefined || third === undefined)
      return { theme, events };
    const changedWords: Event = {
      ...second,
      title: `${String(second.title)}, continued`,
      date: 'December 2021',
    };
    const cancelled: Event = { ...third, status: 'cancelled' };
    const added: Event = { ...third, id: 'an-event-that-is-new', title: 'An event that is new' };
    return { theme, events: [cancelled, changedWords, added, ...rest] };
  });
  return { ...programme, edition: 'draft', themes };
}

/** The comparison of two editions. */
export const compared = (from: Programme, to: Programme): Comparison =>
  valueAt(
    valueAt(comparisons, from, () => new WeakMap<Programme, Comparison>()),
    to,
    () => compare(from, to),
  );

const comparisons = new WeakMap<Programme, WeakMap<Programme, Comparison>>();

/** The later edition with marks on new content. */
export function newsOptions(from: Programme, to: Programme): DocumentOptions {
  return { news: noveltyOf(compared(from, to)) };
}

/** The comparison of two editions as a document. */
export function comparisonSample(
  from: Programme,
  to: Programme,
  lang: Lang = 'en',
  isSwitched = false,
): Document {
  return comparisonDocument(compared(from, to), to.config, lang, { isSwitched });
}

/** Both editions as one document. */
export function redlineSample(from: Programme, to: Programme, lang: Lang = 'en'): Document {
  return redline(buildDocument(from, lang), buildDocument(to, lang), compared(from, to));
}

/** A range of words in a text of the programme. */
const wordsAt = (offset: number, length: number): Pick<Note, 'words'> => ({ words: { offset, length } });

/**
 * Many remarks on a programme: on words, on whole cells, on fields without a cell, and on the programme itself. The
 * first event has more remarks than fit on a page.
 */
export function proofNotes(programme: Programme): Note[] {
  const events = programme.themes.flatMap((theme) => theme.events);
  const notes = events.flatMap(({ id, title, description }, index): Note[] => {
    const note = { event: id, severity: 'warning', rule: 'a-rule' } as const;
    const text = typeof description === 'string' ? description : '';
    return [
      { ...note, field: 'title', message: `Title ${index}?`, ...wordsAt(0, String(title).length) },
      { ...note, field: 'title', severity: 'error', message: `First word ${index}?`, ...wordsAt(0, 4) },
      {
        ...note,
        field: 'date',
        severity: 'note',
        message: `Date ${index}?`,
        hint: `“весна ${index}” & <summer>`,
      },
      { ...note, field: 'description', message: `End ${index}?`, ...wordsAt(text.length - 3, 3) },
      { ...note, field: 'when', message: `No cell ${index}?` },
    ];
  });
  const [first] = events;
  const crowd = Array.from(
    { length: 70 },
    (_, index): Note => ({
      ...(first === undefined ? {} : { event: first.id }),
      field: 'region',
      severity: 'note',
      rule: 'crowd',
      message: `Crowd ${index}? A control \u0007, an override \u202e and a sign that no font has: \u{1f600}`,
      ...wordsAt(0, 3),
    }),
  );
  const general: Note = {
    field: 'introduction',
    severity: 'error',
    rule: 'general',
    message: 'Introduction?',
  };
  return [
    general,
    { field: 'title', severity: 'note', rule: 'general', message: 'Programme?', hint: 'Ask.' },
    { field: 'themes.1.title', severity: 'note', rule: 'general', message: 'Theme?' },
    ...notes,
    ...crowd,
  ];
}

/** A proof sheet with its remarks at their positions, as in Word. */
export function proofSample(programme: Programme, lang: Lang = 'en'): Document {
  return proofOf(buildDocument(programme, lang), programme, proofNotes(programme));
}

/** The same proof sheet for paper. */
export function printedProof(programme: Programme, lang: Lang = 'en'): Document {
  return withFrontSection(proofSample(programme, lang));
}

/**
 * Every character that a name or a text in the three languages may contain, and the characters with a meaning in XML
 * and PDF.
 */
const SIGNS = String.raw`Arts & <Letters> ]]> "quoted" 'single' (open ( and ) shut) \ back\\slash %percent #hash /Name [a] {b}`;
const FRENCH = 'À l’œuvre : « Noël à Évreux » ; çà et là, où ? Ÿ Æ Œ — n° 1 !';
const RUSSIAN = 'Съешь же ещё этих мягких французских булок, да выпей чаю: «ёлочки», „лапки“ — № 5';
const RUSSIAN_CAPITALS = 'АБВГДЕЁЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯ';
const LIGATURES = 'office, efficient, fluffy, fjord, Tafelwein, ﬁnal';

const LONG_WORD = 'Donaudampfschifffahrtsgesellschaft'.repeat(9).slice(0, 300);
const sentences = (count: number): string =>
  Array.from({ length: count }, (_, index) => `Sentence ${index + 1} of a text that no page can hold.`).join(
    ' ',
  );

/** A programme with a theme with carried cells and one without, and with very long texts and special characters. */
export const hostile = (programme: Programme): Programme =>
  valueAt(extreme, programme, () => withHostileTexts(programme));

const extreme = new WeakMap<Programme, Programme>();

function withHostileTexts(programme: Programme): Programme {
  const { config } = programme;
  const regions = Object.fromEntries(config.sides.map((side) => [side.id, 'not-named' as const]));
  const event = (id: string, fields: Partial<Event>): Event => ({
    id,
    regions,
    bodies: {},
    title: id,
    ...fields,
  });
  const bodies = (words: string): Event['bodies'] =>
    Object.fromEntries(config.sides.map((side) => [side.id, words]));
  const carried = config.themes.find((theme) => theme.carry && theme.columns[0] === 'region');
  const plain = config.themes.find((theme) => !theme.carry);
  if (carried === undefined || plain === undefined) throw new Error('edition 1 has both kinds of table');
  return {
    ...programme,
    edition: 'draft',
    config: {
      ...config,
      title: SIGNS,
      author: String.raw`Ministry of "A" & (B\C) <d> ]]>`,
      subject: `${SIGNS} ${RUSSIAN}`,
      introduction: `${SIGNS}\n**${FRENCH}** ${RUSSIAN} ${RUSSIAN_CAPITALS}\n${LONG_WORD}\n${sentences(90)}`,
    },
    themes: [
      {
        theme: { ...carried, title: SIGNS },
        events: [
          event('signs', {
            region: SIGNS,
            bodies: bodies(SIGNS),
            title: SIGNS,
            description: SIGNS,
            date: SIGNS,
          }),
          event('languages', {
            region: FRENCH,
            bodies: bodies(RUSSIAN),
            title: `An evening of ${RUSSIAN}, in English`,
            description: `${FRENCH}\n${RUSSIAN}\n${RUSSIAN_CAPITALS}\n${LIGATURES}`,
            date: RUSSIAN,
          }),
          event('long-group-1', { region: 'Carried', title: 'First', description: sentences(150) }),
          event('long-group-2', { region: 'Carried', title: sentences(40), description: sentences(200) }),
          event('long-group-3', { region: 'Carried', title: 'Third' }),
          event('endless-label-1', { region: sentences(80), title: 'Label that no page can hold' }),
          event('endless-label-2', { region: sentences(80), title: 'The same label' }),
          event('long-label-1', { region: sentences(6), title: 'Label taller than its row' }),
          event('long-label-2', { region: sentences(6), title: 'The same label' }),
        ],
      },
      {
        theme: { ...plain, title: `${RUSSIAN} ${SIGNS}` },
        events: [
          event('nothing', { title: 'Nothing stated' }),
          event('words', {
            bodies: bodies(LONG_WORD),
            title: LONG_WORD,
            description: `${LONG_WORD} ${LONG_WORD}`,
            date: LONG_WORD,
          }),
          event('paragraphs', { title: 'Paragraphs', description: Array(60).fill('One line.').join('\n') }),
          event('two-languages', {
            title: { fr: FRENCH },
            description: { ru: RUSSIAN, fr: FRENCH },
            date: { ru: RUSSIAN },
          }),
        ],
      },
    ],
  };
}
