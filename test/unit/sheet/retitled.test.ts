import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, it } from 'vitest';
import { importSheet } from '../../../src/commands/import.ts';
import { init } from '../../../src/commands/init.ts';
import { scratchFolder } from '../../support/dataset-folder.ts';

const HEADINGS = {
  de: 'Titel;Datum;Saal;Uhrzeit',
  fr: 'Titre;Date;Salle;Horaire',
  en: 'Title;Date;Room;Time',
};

/** Creates a dataset from rows, imports other rows, and returns the remarks about retitled events. */
async function said(headings: string, before: readonly string[], after: readonly string[]) {
  const folder = scratchFolder();
  await mkdir(folder, { recursive: true });
  const file = path.join(folder, 'list.csv');
  const data = path.join(folder, 'data');
  await writeFile(file, [headings, ...before].join('\n'));
  await init({ dir: data, from: file });
  await writeFile(file, [headings, ...after].join('\n'));
  const { remarks } = await importSheet({ data, file, removeMissing: false, write: false, dryRun: true });
  return remarks
    .filter(({ message }) => message.includes('with a new title'))
    .map(({ at, message }) => `${at?.cell} ${/event (\S+)/.exec(message)?.[1]}`);
}

it.each(Object.entries(HEADINGS))(
  'An event with a new title is reported as retitled if all its other fields are unchanged: %s',
  async (_, headings) => {
    const before = ['Lesung;4.5.2030;A;19:00', 'Konzert;5.5.2030;B;20:00', 'Film;6.5.2030;B;20:00'];
    const after = ['Vortrag;4.5.2030;A;19:00', 'Konzert;5.5.2030;B;20:00', 'Film;6.5.2030;C;20:00'];
    expect(await said(headings, before, after)).toEqual(['A2 lesung']);
  },
);

it('An event is not reported as retitled if the match is ambiguous or if it has few fields', async () => {
  const headings = HEADINGS.en;
  expect(
    await said(
      headings,
      ['Fair;4 May 2030;A;19:00', 'Play;4 May 2030;A;19:00'],
      ['Talk;4 May 2030;A;19:00', 'Walk;4 May 2030;A;19:00'],
    ),
  ).toEqual([]);
  expect(
    await said(headings, ['Fair;;A;', 'Ball;5 May 2030;B;'], ['Talk;;A;', 'Ball;5 May 2030;B;']),
  ).toEqual([]);
});
