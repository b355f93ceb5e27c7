import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { completed } from '../../../src/design/complete.ts';
import { DEFAULT_DESIGN } from '../../../src/design/default.ts';
import { buildDocument } from '../../../src/document/build.ts';
import type { Document, Timetable } from '../../../src/document/model.ts';
import type { Presentations } from '../../../src/document/presentation.ts';
import { wordsOf } from '../../../src/document/texts.ts';
import { timetableList } from '../../../src/document/timetable-words.ts';
import type { Event } from '../../../src/model/event.ts';
import type { Programme } from '../../../src/model/programme.ts';
import { readProgramme } from '../../../src/read/dataset.ts';
import { placeField } from '../../../src/reference/places.ts';
import { renderHtml } from '../../../src/render/html/render.ts';
import { layOutTimetable } from '../../../src/typeset/timetable.ts';
import { exampleFolder } from '../../support/examples.ts';
import { checkStructure } from '../../support/pdf-check.ts';
import { elementsOf, readPdf, textOf } from '../../support/pdf-reader.ts';
import { runs } from '../../support/property-runs.ts';
import { documentXml, docxOf, pdfOf } from '../../support/rendered.ts';

const WISH: Presentations = { as: 'timetable', groups: 'day' };
const conference = await readProgramme(exampleFolder('conference-exampleton'), 'draft');
const built = (programme: Programme): Document =>
  buildDocument(programme, programme.config.language, { presentation: WISH });

/** The conference with these events in its first two themes. */
function programmeOf(events: readonly Partial<Event>[]): Programme {
  const themes = conference.themes.slice(0, 2).map(({ theme }, index) => ({
    theme,
    events: events.flatMap((event, at): Event[] =>
      at % 2 === index ? [{ title: `T${at}`, bodies: {}, regions: {}, ...event, id: `e${at}` }] : [],
    ),
  }));
  return {
    ...conference,
    config: { ...conference.config, themes: themes.map(({ theme }) => theme) },
    themes,
  };
}

const timetablesOf = ({ sections }: Document): Timetable[] =>
  sections.flatMap(({ blocks }) =>
    blocks.flatMap((block) => (block.kind === 'timetable' ? [block.timetable] : [])),
  );
const onlyOf = (events: readonly Partial<Event>[]): Timetable => {
  const [timetable, ...others] = timetablesOf(built(programmeOf(events)));
  if (timetable === undefined || others.length > 0) throw new Error('not one timetable');
  return timetable;
};
/** The events of a timetable with their start hours, rows and columns. */
const gridOf = ({ cells, rows }: Timetable): [string, string, number, number, number][] =>
  cells.flatMap(({ event, row, rows: down, column, columns }) =>
    event === undefined ? [] : [[event.target, rows[row]?.hour ?? '', down, column, columns]],
  );

const on = (time: string | undefined, room?: string): Partial<Event> => ({
  when: '2031-10-08',
  date: '8 October',
  ...(time === undefined ? {} : { time }),
  ...(room === undefined ? {} : { room }),
});

describe('Timetable', () => {
  it('The timetable has one section per day; these sections precede the themes and are listed in the contents', () => {
    const document = built(conference);
    const titles = document.sections.flatMap(({ layout, title }) =>
      layout === 'timetable' ? [wordsOf(title)] : [],
    );
    expect(titles.map((title) => title.replaceAll('\u00a0', ' '))).toEqual([
      'Timetable: Wednesday 8 October',
      'Timetable: Thursday 9 October',
      'Timetable: Friday 10 October',
    ]);
    const entries = document.sections.flatMap(({ blocks }) =>
      blocks.flatMap((block) =>
        block.kind === 'contents' ? block.entries.map(({ text }) => wordsOf(text)) : [],
      ),
    );
    expect(entries).toEqual(expect.arrayContaining(titles));
    expect(entries.indexOf(titles[0] ?? '')).toBeLessThan(entries.indexOf('Plenary sessions'));
  });

  it('The number of rows that an event spans depends on its duration; an event without an end time spans one row', () => {
    const timetable = onlyOf([on('9:00–11:00', 'A'), on('9:00–10:00', 'B'), on('10:30', 'B')]);
    expect(timetable.rows.map(({ hour, minutes }) => [hour, minutes])).toEqual([
      ['9:00', 60],
      ['10:00', 30],
      ['10:30', 30],
    ]);
    expect(gridOf(timetable)).toEqual([
      ['e0', '9:00', 3, 0, 1],
      ['e1', '9:00', 1, 1, 1],
      ['e2', '10:30', 1, 1, 1],
    ]);
  });

  it('A gap of at most ten minutes before the next event has no separate row', () => {
    const timetable = onlyOf([
      on('9:50–10:30', 'A'),
      on('10:00–10:35', 'B'),
      on('10:40–11:25', 'A'),
      on('11:40–12:00', 'A'),
    ]);
    expect(timetable.rows.map(({ hour, minutes }) => [hour, minutes])).toEqual([
      ['9:50', 10],
      ['10:00', 40],
      ['10:40', 45],
      ['11:25', 15],
      ['11:40', 20],
    ]);
    expect(gridOf(timetable)).toEqual([
      ['e0', '9:50', 2, 0, 1],
      ['e1', '10:00', 1, 1, 1],
      ['e2', '10:40', 1, 0, 1],
      ['e3', '11:40', 1, 0, 1],
    ]);
  });

  it('A break without a place extends over the columns of all places, unless another event takes place at the same time', () => {
    const events = [on('9:00–10:00', 'A'), on('9:00–10:00', 'B'), on('10:00–10:30')];
    expect(gridOf(onlyOf(events)).at(-1)).toEqual(['e2', '10:00', 1, 0, 2]);
    const busy = onlyOf([...events, on('10:00–11:00', 'A')]);
    expect(busy.places.map(({ name }) => wordsOf(name))).toEqual(['A', 'B', 'Other places']);
    expect(gridOf(busy).find(([id]) => id === 'e2')).toEqual(['e2', '10:00', 1, 2, 1]);
  });

  it('A place has as many columns as there are simultaneous events at that place', () => {
    const timetable = onlyOf([on('9:00–11:00', 'A'), on('10:00–12:00', 'A'), on('12:00–13:00', 'A')]);
    expect(timetable.places.map(({ columns }) => columns)).toEqual([2]);
    expect(gridOf(timetable)).toEqual([
      ['e0', '9:00', 2, 0, 1],
      ['e1', '10:00', 2, 1, 1],
      ['e2', '12:00', 1, 0, 2],
    ]);
  });

  it('The timetable continues after midnight', () => {
    const timetable = onlyOf([on('22:00–2:00', 'A')]);
    expect(timetable.rows).toEqual([{ hour: '22:00', minutes: 240, isEmpty: false }]);
  });

  it('The timetable also names events without a time of day and events that last several days', () => {
    const document = built(
      programmeOf([
        on('9:00', 'A'),
        on(undefined, 'B'),
        { when: '2031-10-07/2031-10-09', time: '10:00–18:00', room: 'C' },
        { when: '2031-10-01/2031-10-31', time: '10:00–18:00', room: 'C' },
      ]),
    );
    const notes = document.sections
      .filter(({ layout }) => layout === 'timetable')
      .flatMap(({ blocks }) =>
        blocks.flatMap((block) => (block.kind === 'paragraph' ? [wordsOf(block.text)] : [])),
      );
    expect(notes.map((note) => note.replaceAll('\u00a0', ' ')).at(-1)).toBe(
      'Also on this day: 1 T2, 10:00–18:00; 4 T1',
    );
  });

  it('The timetable marks each theme with a letter, and explains these letters', () => {
    const document = built(conference);
    const [first] = timetablesOf(document);
    const letters = new Set(first?.cells.flatMap(({ event }) => event?.track?.letter ?? []));
    expect([...letters].sort()).toEqual(['A', 'B', 'C']);
    const legend = document.sections.find(({ layout }) => layout === 'timetable')?.blocks[0];
    expect(legend?.kind === 'paragraph' && wordsOf(legend.text).replaceAll('\u00a0', ' ')).toBe(
      'A Plenary sessions · B Talks · C Workshops',
    );
  });

  const clock = fc.integer({ min: 52, max: 90 }).map((quarter) => quarter * 15);
  const written = (minutes: number): string =>
    `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')}`;
  const event = fc
    .record({
      start: clock,
      length: fc.constantFrom(0, 15, 30, 60, 75),
      room: fc.constantFrom('A', 'B', 'C', undefined),
    })
    .map(({ start, length, room }) =>
      on(length === 0 ? written(start) : `${written(start)}–${written(start + length)}`, room),
    );
  const events = fc.array(event, { minLength: 1, maxLength: 25 });

  it('Each cell position of a timetable grid is covered exactly once, and each event is in the grid exactly once', () => {
    fc.assert(
      fc.property(events, (list) => {
        const { cells, rows, places } = onlyOf(list);
        const columns = places.reduce((sum, { columns: own }) => sum + own, 0);
        const covered = cells.flatMap(({ row, column, rows: down, columns: right }) =>
          Array.from(
            { length: down * right },
            (_, at) => `${row + Math.floor(at / right)} ${column + (at % right)}`,
          ),
        );
        expect(covered).toHaveLength(rows.length * columns);
        expect(new Set(covered).size).toBe(covered.length);
        const ids = cells.flatMap((cell) => cell.event?.target ?? []);
        expect(ids.toSorted()).toEqual(list.map((_, index) => `e${index}`).toSorted());
        for (const { event: own, row } of cells)
          if (own !== undefined) expect(own.hours.split('–')[0]).toBe(rows[row]?.hour);
      }),
      { numRuns: runs(150) },
    );
  });

  it('Either the rows of a timetable grid are high enough for their words and fit on the page, or there is no grid', () => {
    const { design } = completed({});
    fc.assert(
      fc.property(events, fc.integer({ min: 100, max: 500 }), (list, height) => {
        const timetable = onlyOf(list);
        const heightIn = (paragraph: { text: string }[] | readonly { text: string }[]): number =>
          8 * Math.ceil(paragraph.map(({ text }) => text).join('').length / 12);
        const laid = layOutTimetable(timetable, design, { width: 600, height }, heightIn);
        if (laid === undefined) return;
        const { tops, head } = laid;
        expect(head + (tops.at(-1) ?? 0)).toBeLessThanOrEqual(height + 1e-6);
        tops.slice(1).forEach((top, row) => {
          expect(top - (tops[row] ?? 0)).toBeGreaterThanOrEqual(heightIn([{ text: '10:00' }]));
        });
        for (const { event: own, row, rows: down } of timetable.cells)
          if (own !== undefined)
            expect((tops[row + down] ?? 0) - (tops[row] ?? 0)).toBeGreaterThanOrEqual(
              heightIn(own.title) - 1e-6,
            );
      }),
      { numRuns: runs(100) },
    );
  });

  it('If the grid of a timetable does not fit, a list of all events replaces it', () => {
    const timetable = onlyOf([on('9:00–11:00', 'A'), on('9:00', 'B'), on('11:00')]);
    const cells = timetableList(timetable).rows.map(({ cells: own }) =>
      own.map(({ paragraphs }) => paragraphs.map(wordsOf).join('')).join(' | '),
    );
    expect(cells.map((words) => words.replaceAll('\u00a0', ' '))).toEqual([
      '9:00–11:00 | A | A 1 T0',
      '9:00 | B | B 3 T1',
      '11:00 |  | A 2 T2',
    ]);
  });
});

describe('Timetable in PDF and Word files', () => {
  const { design } = completed({ presentation: 'timetable' });
  const document = built(conference);

  it('In the PDF, the timetable is a tagged table whose cells refer to their headers', async () => {
    const bytes = await pdfOf(document, design);
    expect(checkStructure(bytes)).toEqual([]);
    const { root } = readPdf(bytes);
    const [section] = elementsOf(root, 'Sect').filter((own) => textOf(own).startsWith('Timetable'));
    if (section === undefined) throw new Error('no timetable');
    expect(elementsOf(section, 'TH').map(textOf)).toEqual(
      expect.arrayContaining(['Great Hall', 'Room A', 'Workshop 1', '9:30', '11:30']),
    );
    const links = elementsOf(section, 'Link').map(textOf);
    expect(links[0]).toMatch(/^A.1 · 9:30–10:00 Welcome and opening$/);
  });

  it('In Word, cells of the timetable span rows and columns and link to the events', async () => {
    const xml = documentXml(await docxOf(document, design));
    const tables = xml
      .split('<w:tbl>')
      .slice(1)
      .map((part) => part.slice(0, part.indexOf('</w:tbl>')))
      .filter((table) => table.includes('TimetableHour'));
    expect(tables).toHaveLength(3);
    expect(tables[2]?.match(/<w:vMerge w:val="restart"\/>/g)?.length).toBeGreaterThan(0);
    expect(tables[0]).toContain('<w:hyperlink w:anchor="ev_welcome"');
  });

  it('In PDF and Word, the timetable is replaced by its list if the paper is too narrow', async () => {
    const narrow = completed({
      paper: 'A4',
      orientation: 'portrait',
      size: 'large',
      presentation: 'timetable',
    }).design;
    const { root } = readPdf(await pdfOf(document, narrow));
    const [section] = elementsOf(root, 'Sect').filter((own) => textOf(own).startsWith('Timetable'));
    const cells =
      section &&
      elementsOf(section, 'TR').map((row) =>
        row.kids.flatMap((kid) => (kid.kind === 'element' ? [textOf(kid)] : [])),
      );
    expect(cells).toContainEqual([
      '9:30–10:00',
      'Great Hall',
      expect.stringMatching(/^A.1 Welcome and opening$/),
    ]);
    expect(documentXml(await docxOf(document, narrow))).not.toContain('w:vMerge');
  });
});

describe('Timetable on the web page', () => {
  const page = async (places: number, title: string): Promise<string> => {
    const events = Array.from({ length: places }, (_, index) => ({
      title,
      when: '2030-06-01',
      date: '1 June 2030',
      time: '10:00',
      room: `R${index}`,
    }));
    const { content } = await renderHtml(built(programmeOf(events)), DEFAULT_DESIGN);
    return Buffer.from(content).toString('utf8');
  };

  it('The grid of a timetable is displayed if none of its words has to be broken; otherwise the list is displayed', async () => {
    const media = async (...given: Parameters<typeof page>) =>
      /(?<=\.grid\{display:none\}\}@media )[^{]*/.exec(await page(...given))?.[0];
    expect(await media(4, 'Archives')).toBe(
      'screen and (min-width:44rem) and (max-width:66rem),screen and (min-width:60rem),print',
    );
    expect(await media(9, 'Unaccustomedness')).toBe(
      'screen and (min-width:98rem) and (max-width:66rem),print',
    );
  });
});

it('The places of a timetable are taken from the field of kind place or, without such a field, from the only field whose heading denotes a place', () => {
  expect(placeField(conference.config)).toBe('room');
  const texts = conference.config.fields.map((field) =>
    field.id === 'room' ? { ...field, kind: 'text' as const } : field,
  );
  expect(placeField({ ...conference.config, fields: texts })).toBe('room');
  const fields = texts.map((field) => (field.id === 'speaker' ? { ...field, heading: 'Stage' } : field));
  expect(placeField({ ...conference.config, fields })).toBeUndefined();
});

it('The places of a timetable are in the order of the list of places, followed by other places in the order of events', () => {
  const events = ['Foyer', 'Room B', 'Yard', 'Room A'].map((room) => on('10:00–11:00', room));
  const programme = programmeOf(events);
  const places = [{ name: 'Room A' }, { name: 'Hall' }, { name: 'Room B' }];
  const [timetable] = timetablesOf(built({ ...programme, reference: { ...programme.reference, places } }));
  expect(timetable?.places.map(({ name }) => wordsOf(name))).toEqual(['Room A', 'Room B', 'Foyer', 'Yard']);
});
