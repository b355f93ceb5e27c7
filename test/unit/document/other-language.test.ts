import { beforeAll, describe, expect, test } from 'vitest';
import { checkProgramme } from '../../../src/check/check.ts';
import { completeness } from '../../../src/check/completeness.ts';
import { buildDocument, eventRecords } from '../../../src/document/index.ts';
import { correctionsDocument } from '../../../src/exchange/word/documents.ts';
import { withoutPrintedValues } from '../../../src/exchange/word/read.ts';
import { sentOf } from '../../../src/exchange/word/record.ts';
import { allUnits, unitGroups } from '../../../src/exchange/xliff/units.ts';
import type { Programme } from '../../../src/model/programme.ts';
import { readProgramme } from '../../../src/read/index.ts';

let german: Programme;
/** The same programme with other texts in one event. */
function withEvent(changes: Readonly<Record<string, unknown>>): Programme {
  const themes = german.themes.map(({ theme, events }) => ({
    theme,
    events: events.map((event) => (event.id === 'sturm' ? { ...event, ...changes } : event)),
  }));
  return { ...german, themes };
}

beforeAll(async () => {
  const programme = await readProgramme('examples/festival-musterstadt');
  german = { ...programme, config: { ...programme.config, languages: ['de', 'fr', 'it'] } };
});

const fieldsOf = (programme: Programme, lang: 'de' | 'fr' | 'it') =>
  Object.fromEntries(
    (eventRecords(programme, lang).find(({ id }) => id === 'sturm')?.fields ?? []).map(({ id, words }) => [
      id,
      words.replaceAll('\u00a0', ' '),
    ]),
  );

describe('Programme in a language without translations', () => {
  test('Dates, times and prices are generated from their values, and other texts are printed in the main language', () => {
    expect(fieldsOf(german, 'fr')).toMatchObject({
      date: 'vendredi 13 juin',
      time: '17 h',
      price: '16 €, tarif réduit 9 €',
      venue: 'Freilichtbühne',
    });
    expect(fieldsOf(german, 'it')).toMatchObject({ date: 'venerdì 13 giugno', time: 'ore 17:00' });
  });

  test('Words generated from a value are in the language of the document, and other texts are marked with their own language', () => {
    const rows = buildDocument(german, 'fr').sections.flatMap(({ blocks }) =>
      blocks.flatMap((block) => (block.kind === 'table' ? block.table.rows : [])),
    );
    const [, title, date, time] = rows.find(({ id }) => id === 'sturm')?.cells ?? [];
    expect(title?.paragraphs).toEqual([[{ text: 'Der Sturm', lang: 'de' }]]);
    expect(date?.paragraphs).toEqual([[{ text: 'vendredi 13\u00a0juin' }]]);
    expect(time?.paragraphs).toEqual([[{ text: '17\u00a0h' }]]);
  });

  test('A translation in the dataset is printed instead of words generated from the value', () => {
    const own = withEvent({ date: { de: 'Freitag, 13. Juni', fr: 'vendredi treize' } });
    expect(fieldsOf(own, 'fr').date).toBe('vendredi treize');
  });

  test('A date whose words express more than its `when` is printed in its original language and counted as untranslated', () => {
    const own = withEvent({ date: 'Freitag, 13. Juni, bei gutem Wetter' });
    expect(fieldsOf(own, 'fr').date).toBe('Freitag, 13. Juni, bei gutem Wetter');
    const [before, after] = [german, own].map((programme) => completeness(programme).rows);
    expect(before?.some(({ kind }) => kind === 'date' || kind === 'time')).toBe(false);
    expect(after?.find(({ kind }) => kind === 'date')).toEqual({
      kind: 'date',
      texts: 1,
      byLang: { de: 1, fr: 0, it: 0 },
    });
    const messages = (programme: Programme) =>
      checkProgramme(programme)
        .filter(({ rule, at }) => rule === 'untranslated' && at.event === 'sturm')
        .map(({ message }) => message);
    expect(messages(withTexts(german))).toEqual([]);
    expect(messages(withTexts(own))).toEqual([
      'a French text is missing: “Datum”',
      'an Italian text is missing: “Datum”',
    ]);
  });

  test('Files for translators do not contain dates, times, prices or numbers that are generated from their values', () => {
    const words = (units: readonly { source: readonly { text: string }[] }[]) =>
      units.map(({ source }) => source.map(({ text }) => text).join(''));
    const sent = words(unitGroups(german, 'fr').flatMap(({ units }) => units));
    expect(
      sent.filter(
        (text) => !/\p{L}{3}/u.test(text) || /^(?:Freitag|Eintritt frei|\d+(?::\d\d)? Uhr)/u.test(text),
      ),
    ).toEqual([]);
    expect(words(allUnits(german, 'fr')).some((text) => text.startsWith('Freitag, 13.'))).toBe(true);
    expect(
      words(unitGroups(withEvent({ date: 'nach Ostern' }), 'fr').flatMap(({ units }) => units)),
    ).toContain('nach Ostern');
  });

  test('A correction file records a generated date as a text that is not in the draft', () => {
    const document = correctionsDocument(german, 'fr');
    const sent = sentOf(german, document).events.find(({ id }) => id === 'sturm');
    expect(sent?.fields.filter(({ field }) => field === 'date')).toEqual([
      { field: 'date', lang: 'fr', words: 'vendredi 13\u00a0juin' },
    ]);
    const dates = (date: object) => {
      const state = withoutPrintedValues(withEvent({ date }), german, 'fr');
      return state.themes.flatMap(({ events }) => events).find(({ id }) => id === 'sturm')?.date;
    };
    expect(dates({ de: 'Freitag, 13. Juni', fr: 'vendredi 13\u00a0juin' })).toEqual({
      de: 'Freitag, 13. Juni',
    });
    expect(dates({ de: 'Freitag, 13. Juni', fr: 'vendredi 20\u00a0juin' })).toEqual({
      de: 'Freitag, 13. Juni',
      fr: 'vendredi 20\u00a0juin',
    });
  });
});

/** Title, description and venue have words in all languages. */
function withTexts(programme: Programme): Programme {
  const inAll = (text: unknown) => (typeof text === 'string' ? { de: text, fr: text, it: text } : text);
  return {
    ...programme,
    themes: programme.themes.map(({ theme, events }) => ({
      theme,
      events: events.map((event) => ({
        ...event,
        title: inAll(event.title),
        description: inAll(event.description),
        venue: inAll(event.venue),
      })),
    })),
  };
}
