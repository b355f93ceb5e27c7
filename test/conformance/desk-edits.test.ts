import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import type { Edit } from '../../src/desk/api.ts';
import type { Event } from '../../src/index.ts';
import { replaced } from '../support/dataset-folder.ts';
import { desk } from '../unit/desk/support.ts';

const FILE = 'events/music.yaml';

it('10,000 events are added by one request, and 200 edits in a row are saved; undoing all edits restores the file', async () => {
  const { ask, post, own, data } = await desk();
  const now = (): string => readFileSync(path.join(data, FILE), 'utf8');
  const text = now();
  const values: Record<string, Event> = JSON.parse((await ask('/api/dataset', { headers: own })).text).values;
  const { choir } = values;
  const undo: (readonly Edit[])[] = [];
  const send = async (edits: readonly Edit[]): Promise<void> => {
    const done = JSON.parse((await post('/api/edit', { edits }, own)).text);
    expect(done.conflicts).toEqual([]);
    undo.unshift(done.undo);
  };
  let before = choir as Event;
  for (let number = 1; number <= 200; number++) {
    const after = { ...before, title: `Choir ${number}` };
    await send([{ id: 'choir', before, after }]);
    before = after;
  }
  const edited = replaced(text, 'title: Choir of the choirs', 'title: Choir 200');
  expect(now()).toBe(edited);
  const spot = { theme: 'music', after: 'choir' };
  await send(
    Array.from({ length: 10_000 }, (_, number) => {
      const id = `choir-${number}`;
      return { id, after: { ...before, id }, spot };
    }),
  );
  expect(now().match(/^- id: choir-/gm)?.length).toBe(10_000);
  for (const edits of [...undo]) await send(edits);
  expect(now()).toBe(text);
});
