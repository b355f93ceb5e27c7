import { expect, test } from 'vitest';
import { textOf } from '../../../src/model/event.ts';
import { textIn } from '../../../src/model/text.ts';
import { readProgramme } from '../../../src/read/dataset.ts';
import { buildGazetteer } from '../../../src/reference/gazetteer.ts';
import { regionsOf } from '../../../src/reference/mentions.ts';

const { config, themes, reference } = await readProgramme('data', '1');
const gazetteer = buildGazetteer(reference);
const events = themes.flatMap((theme) => theme.events);
const wordsOf = (text: Parameters<typeof textIn>[0]): string =>
  textIn(text, config.language, config.language).words;

test('Every cell in the columns for bodies names a region or states why it has none', () => {
  const cells = events.flatMap(({ bodies }) => Object.values(bodies).map(wordsOf));
  const without = new Set(cells.filter((words) => regionsOf(gazetteer, words).length === 0));
  expect([...without].sort()).toEqual([
    'All the regions of Russia',
    'Delegation for the External Action of Local Government (DAECT)',
    'Embassy cooperation and cultural action service (SCAC), Institut Français of Russia',
    'Embassy – SCAC – IFR',
    'To be determined',
  ]);
});

test('The regions found in the printed cells match those assigned by the editor, with one exception', () => {
  const differing = events.flatMap((event) => {
    const { id, bodies, regions } = event;
    const region = textOf(event, 'region');
    const words = [...(region === undefined ? [] : [region]), ...Object.values(bodies)].map(wordsOf);
    const proposed = words.flatMap((cell) => regionsOf(gazetteer, cell));
    return config.sides.flatMap((side) => {
      const given = regions[side.id];
      const expected = new Set(typeof given === 'string' ? [] : given);
      const found = new Set(proposed.filter((code) => code.startsWith(`${side.country}-`)));
      return setsEqual(expected, found)
        ? []
        : [`${id} ${side.id}: ${[...found].join(' ')} for ${[...expected].join(' ')}`];
    });
  });
  expect(events).toHaveLength(77);
  // The first event names a consulate in Moscow, which the program ignores because other places are named. The title
  // of the second one names a hall, and its column for bodies names a national body.
  expect(differing).toEqual([
    'saumur-saint-petersburg-rostov-equestrian russian: RU-SPE RU-ROS for RU-SPE RU-ROS RU-MOW',
    'paris-bercy-martial-arts-festival french:  for FR-IDF',
  ]);
});

const setsEqual = (a: ReadonlySet<string>, b: ReadonlySet<string>): boolean =>
  a.size === b.size && [...a].every((item) => b.has(item));
