import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { BuildMemory } from '../../../src/memo.ts';
import type { Event } from '../../../src/model/event.ts';
import { DRAFT } from '../../../src/model/programme.ts';
import { datasetMemory, readProgramme } from '../../../src/read/dataset.ts';

describe('a dataset that is read again', () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'memory-'));
    await cp('data/editions/1', folder, { recursive: true });
  });
  afterAll(() => rm(folder, { recursive: true }));

  it('has the same objects but for the events that changed, however long their files did not', async () => {
    const memory = new BuildMemory();
    const known = datasetMemory(memory);
    const read = async (): Promise<Event[]> => {
      memory.begin();
      const { themes } = await readProgramme(folder, DRAFT, known);
      return themes.flatMap(({ events }) => events);
    };
    const first = await read();
    const same = (events: readonly Event[]): number =>
      events.filter((event, index) => event === first[index]).length;
    for (let build = 0; build < 4; build++) expect(same(await read())).toBe(77);
    const file = path.join(folder, 'events', 'sport.yaml');
    const text = await readFile(file, 'utf8');
    await writeFile(file, text.replace('title: ', 'title: New '));
    const changed = await read();
    expect(changed).toHaveLength(77);
    expect(same(changed)).toBe(76);
    expect(changed.filter((event, index) => event !== first[index])).toMatchObject([
      { title: expect.stringMatching(/^New /) },
    ]);
  });
});
