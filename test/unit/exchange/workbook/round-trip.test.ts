import { cp, mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { exportSheet } from '../../../../src/commands/export.ts';
import { importSheet } from '../../../../src/commands/import.ts';
import { planSource } from '../../../../src/commands/sheet-plan.ts';
import { exportMapping } from '../../../../src/exchange/workbook/read.ts';
import { pathTables } from '../../../../src/exchange/workbook/tables.ts';
import { writeCsv } from '../../../../src/exchange/workbook/write-csv.ts';
import { writeXlsx } from '../../../../src/exchange/workbook/write-xlsx.ts';
import type { Event } from '../../../../src/model/event.ts';
import type { Programme } from '../../../../src/model/programme.ts';
import { readProgramme } from '../../../../src/read/dataset.ts';
import { readSheets } from '../../../../src/read/sheet/read.ts';
import { EventSchema } from '../../../support/fields.ts';
import { runs } from '../../../support/property-runs.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'sheets-'));
});
afterAll(async () => {
  await rm(folder, { recursive: true });
});

async function filesOf(dir: string): Promise<Record<string, string>> {
  const names = await readdir(path.join(dir, 'events'));
  const texts = names.map(
    async (name) => [name, await readFile(path.join(dir, 'events', name), 'utf8')] as const,
  );
  return Object.fromEntries(await Promise.all(texts));
}

const quiet = { removeMissing: false, write: true, dryRun: false } as const;

describe.each(['xlsx', 'csv'])('Export to %s, followed by an import', (ending) => {
  it('Importing an unchanged export results in no changes and writes nothing', async () => {
    const data = path.join(folder, `same-${ending}`);
    await cp('data', data, { recursive: true });
    const before = await filesOf(data);
    const file = path.join(folder, `same.${ending}`);
    const exported = await exportSheet({ data, edition: 'draft', file });
    const { themes } = await readProgramme(data, 'draft');
    const events = themes.reduce((sum, theme) => sum + theme.events.length, 0);
    expect(exported.events).toBe(events);
    const imported = await importSheet({ ...quiet, removeMissing: true, data, file });
    expect(imported).toMatchObject({
      events,
      problems: [],
      remarks: [],
      missing: [],
      files: [],
      written: true,
    });
    expect(imported.comparison.changes).toEqual([]);
    expect(imported.mapping).toBeUndefined();
    expect(await filesOf(data)).toEqual(before);
  });

  it('Importing an export of edition 1 into a different draft makes this draft equal to edition 1, unless the file states that it was not edited', async () => {
    const data = path.join(folder, `edition-${ending}`);
    await cp('data', data, { recursive: true });
    const file = path.join(folder, `edition.${ending}`);
    await exportSheet({ data, edition: '1', file });
    await importSheet({ ...quiet, removeMissing: true, data, file });
    const wanted = ending === 'csv' ? await readProgramme(data, '1') : await readProgramme('data', 'draft');
    expect((await readProgramme(data, 'draft')).themes).toEqual(wanted.themes);
  });

  it('Exporting the same data twice produces the same bytes', async () => {
    const programme = await readProgramme('data', 'draft');
    const write = async (): Promise<Uint8Array> =>
      ending === 'xlsx' ? writeXlsx(programme) : writeCsv(programme);
    expect(Buffer.compare(await write(), await write())).toBe(0);
  });
});

const LETTERS = fc.constantFrom(
  'a',
  'é',
  'Ж',
  '=',
  '+',
  '-',
  '@',
  "'",
  '"',
  ';',
  ',',
  '\t',
  '\n',
  ' ',
  '\u00a0',
  '<',
  '&',
  '_x0041_',
  '🎭',
  '＝',
  '1',
  '.',
);
const words = fc.string({ unit: LETTERS, minLength: 1, maxLength: 12 });
const visible = words.filter((text) => text.trim() !== '');
const text = fc.oneof(
  visible,
  fc.record({ en: visible, fr: visible }),
  fc.record({ fr: visible }),
  fc.record({ en: visible, ru: visible }),
);

/** Random events, with any values that the schema allows. */
function eventsOf(sides: readonly string[], codes: readonly (readonly string[])[]): fc.Arbitrary<Event[]> {
  const regions = codes.map((list) =>
    fc.oneof(
      fc.uniqueArray(fc.constantFrom(...list), { minLength: 1, maxLength: 3 }),
      fc.constantFrom('all-regions', 'to-be-determined', 'national-body', 'not-named'),
    ),
  );
  const event = fc.record(
    {
      region: text,
      category: text,
      bodies: fc.dictionary(fc.constantFrom(...sides), text, { noNullPrototype: true }),
      regions: fc
        .tuple(...regions)
        .map((list) => Object.fromEntries(list.map((value, index) => [sides[index], value]))),
      title: text,
      description: text,
      date: text,
      when: fc.constantFrom('2021', '2021-04', '2021-12-09/2021-12-19', '2021-35', '2021-08~'),
      occurrences: fc.constantFrom(['2021-12-09 doors 18:00 19:00-02:00', '2021-12-10 24:00 Europe/Lisbon']),
      status: fc.constantFrom('cancelled', 'postponed'),
      repeat: fc.constant(true),
      accept: fc.array(fc.record({ rule: fc.constantFrom('date-year', 'x'), reason: visible }), {
        minLength: 1,
        maxLength: 2,
      }),
    },
    { requiredKeys: ['title', 'regions'] },
  );
  return fc.array(event, { minLength: 1, maxLength: 5 }).map((events) =>
    events.map(({ occurrences, ...one }, index) => {
      const times = one.when === '2021-12-09/2021-12-19' && occurrences !== undefined ? { occurrences } : {};
      return EventSchema.parse({ id: `event-${index}`, ...one, ...times });
    }),
  );
}

/** The texts of an event by language, so that different notations of a text are equal. */
function byLanguage(event: Event, main: string): unknown {
  return JSON.parse(JSON.stringify(event), (key, value: unknown) =>
    typeof value === 'string' && /^(region|category|title|description|date|french|russian)$/.test(key)
      ? { [main]: value }
      : value,
  );
}

describe('Random events exported and imported again', () => {
  const wild = async (write: (programme: Programme) => Promise<Uint8Array>): Promise<void> => {
    const real = await readProgramme('data', 'draft');
    const sides = real.config.sides.map(({ id }) => id);
    const codes = real.config.sides.map(({ country }) =>
      real.reference.regions.map(({ code }) => code).filter((code) => code.startsWith(`${country}-`)),
    );
    await fc.assert(
      fc.asyncProperty(eventsOf(sides, codes), eventsOf(sides, codes), async (first, second) => {
        const renamed = second.map((event) => ({ ...event, id: `other-${event.id}` }));
        const [one, two, ...others] = real.themes.map(({ theme }) => ({ theme, events: [] as Event[] }));
        if (one === undefined || two === undefined) throw new Error('the real programme has themes');
        const themes = [{ ...one, events: first }, { ...two, events: renamed }, ...others];
        const programme = { ...real, themes };
        const workbook = await readSheets(await write(programme), 'wild');
        const exported = pathTables(workbook, 'wild', () => new Map());
        const source = { exported, mapping: exportMapping(exported, real.config, real.config.language) };
        const options = { file: 'wild', removeMissing: true };
        // An import into the same dataset changes nothing. An import into a draft without events restores all events,
        // in either notation of texts.
        const same = planSource(programme, source, options);
        expect(same.plan.problems).toEqual([]);
        expect(same.plan.programme.themes).toEqual(themes);
        const fresh = planSource({ ...real, themes: [one, two, ...others] }, source, options);
        expect(fresh.plan.problems).toEqual([]);
        const texts = (events: readonly Event[]): unknown[] => events.map((event) => byLanguage(event, 'en'));
        expect(fresh.plan.programme.themes.map(({ events }) => texts(events).map(unified))).toEqual(
          themes.map(({ events }) => texts(events).map(unified)),
        );
      }),
      { numRuns: runs(60) },
    );
  };
  /** A new event gets its machine-readable date from its words if the export has none. */
  const unified = (event: unknown): unknown => ({ ...(event as object), when: undefined });

  it('A valid event is never changed by a round trip through a workbook', async () => wild(writeXlsx));
  it('A valid event is never changed by a round trip through CSV', async () =>
    wild(async (programme) => writeCsv(programme)));
});
