import { readdirSync } from 'node:fs';
import { iso31662 } from 'iso-3166';
import { describe, expect, it } from 'vitest';
import { type Event, textOf } from '../../../src/model/event.ts';
import { type Text, textIn } from '../../../src/model/text.ts';
import { headingsOf } from '../../support/fields.ts';
import { EDITION_1, readConfig, readEvents, readText } from './dataset.ts';
import { line, type PrintedEvent, printedEvents, rowLines, TABLES } from './source.ts';

const config = readConfig(EDITION_1);
const themes = config.themes.map((theme) => ({ theme, events: readEvents(EDITION_1, theme.id) }));
const events = themes.flatMap((theme) => theme.events);

/** A text of edition 1 is a plain string. A block scalar ends in a line feed that is not part of the text. */
function plain(text: Text): string {
  if (typeof text !== 'string') throw new Error('a text of edition 1 is in its main language alone');
  return text.replace(/\n$/, '');
}

/** The printed cells of an event of the dataset. */
function cellsOf(event: Event): PrintedEvent {
  const columns = ['region', 'category', ...Object.keys(event.bodies), 'title', 'description', 'date'];
  return Object.fromEntries(
    columns.flatMap((column) => {
      const text = textOf(event, column);
      return text === undefined ? [] : [[column, plain(text)]];
    }),
  );
}

describe('Edition 1 compared with the published document', () => {
  it.each(TABLES)('Theme $theme contains every cell as published, in the published order', (table) => {
    expect(readEvents(EDITION_1, table.theme).map(cellsOf)).toEqual(printedEvents(table));
  });

  it('Edition 1 has the published themes in the published order, with the published numbers of events', () => {
    expect(themes.map(({ theme, events }) => [theme.id, events.length])).toEqual([
      ['partnerships', 22],
      ['academic', 11],
      ['culture', 25],
      ['economy', 9],
      ['environment', 7],
      ['sport', 3],
    ]);
    expect(events).toHaveLength(77);
  });

  it('Edition 1 has the published columns, and has events files for the published themes only', () => {
    expect(config.themes.map(({ id, columns }) => [id, columns])).toEqual(
      TABLES.map(({ theme, columns }) => [theme, [...columns]]),
    );
    expect(readdirSync(new URL('events/', EDITION_1)).sort()).toEqual(
      TABLES.map(({ theme }) => `${theme}.yaml`).sort(),
    );
  });

  it('A cell is printed once for several rows if and only if it is a merged cell in the published document', () => {
    for (const table of TABLES) {
      const carry = config.themes.find((theme) => theme.id === table.theme)?.carry;
      const first = table.columns[0] ?? '';
      const printed = rowLines(table).map((number) => line(number).split('\t')[0] ?? '');
      const listed = readEvents(EDITION_1, table.theme);
      const words = listed.map((event) => cellsOf(event)[first] ?? '');
      const set = words.map((cell, index) =>
        carry === true && index > 0 && cell === words[index - 1] && listed[index]?.repeat === undefined
          ? ''
          : cell,
      );
      expect(set.map((cell) => cell === '')).toEqual(printed.map((cell) => cell === ''));
    }
  });

  it('The introduction has the published paragraphs', () => {
    expect(plain(config.introduction).split('\n')).toEqual([line(13), line(15), line(17)]);
  });

  it('Edition 1 has the published title, year and headings', () => {
    const cover = [6, 7, 8, 9].map((number) => line(number)).join(' ');
    expect(`**${textIn(config.title, 'fr', 'en').words.toUpperCase()}**`).toBe(cover);
    expect(config.period).toBe(line(4));
    expect(config.contents).toBe(line(19));
    expect(config.themes.map((theme) => theme.title)).toEqual(
      [21, 22, 23, 24, 25, 26].map((number) => line(number).split('\t')[0]?.replace(/\.+$/, '')),
    );
    expect(config.themes.map((theme) => theme.title)).toEqual(
      [29, 63, 78, 110, 124, 137].map((number) => line(number).trimEnd()),
    );
    const headings = headingsOf(config);
    const bodies = config.sides.map((side) => side.heading);
    expect([
      headings.get('region'),
      ...bodies,
      ...['title', 'description', 'date'].map((id) => headings.get(id)),
    ]).toEqual(line(28).split('\t'));
  });
});

describe('Machine-readable data of edition 1', () => {
  it('Event ids are unique and short', () => {
    const ids = events.map((event) => event.id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.filter((id) => id.length > 60)).toEqual([]);
  });

  it('Each side of each event has ISO 3166-2 codes of regions of that side, or a reason why there are none', () => {
    for (const event of events) {
      expect(Object.keys(event.regions)).toEqual(config.sides.map((side) => side.id));
      for (const side of config.sides) {
        const regions = event.regions[side.id] ?? [];
        if (typeof regions === 'string') continue;
        const known = regions.map((code) => iso31662.find((region) => region.code === code)?.parent);
        expect(known, event.id).toEqual(regions.map(() => side.country));
      }
    }
  });

  it('Each data file states its schema, for use by text editors', () => {
    const firstLine = (path: string) => readText(EDITION_1, path).split('\n')[0];
    expect(firstLine('programme.yaml')).toBe(
      '# yaml-language-server: $schema=../../schema/programme.schema.json',
    );
    for (const { theme } of TABLES) {
      expect(firstLine(`events/${theme}.yaml`)).toBe(
        '# yaml-language-server: $schema=../../../schema/events.schema.json',
      );
    }
  });
});
