import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { freeze, planFreeze } from '../../src/commands/freeze.ts';
import { LOCK_FILE, type Lock, lockText, parseLock } from '../../src/edition/lock.ts';
import { folderWithData, replaced, scratchFolder, smallFile } from './dataset-folder.ts';
import { TEST_HOST } from './host.ts';

/** Changes to the small dataset that make it fit to be frozen: dates that machines read too. */
export const FIT: Readonly<Record<string, string>> = {
  'events/music.yaml': replaced(
    smallFile('events/music.yaml'),
    'date: Quarter 3',
    'date: Quarter 3\n  when: "2030-35"',
  ),
  'events/sport.yaml': replaced(
    smallFile('events/sport.yaml'),
    'date: June',
    'date: June\n  when: "2030-06"',
  ),
};

/** Freezes the draft of a data folder, with its extracts by a field where one is named. */
export async function freezeDraft(data: string, name: string, by?: string): Promise<Lock> {
  const plan = await planFreeze({ data, name, by }, TEST_HOST);
  freeze(plan, data);
  return plan.lock;
}

/** A data folder with the editions 1 and spring-2030, the second based on the first. */
export async function twoEditions(): Promise<string> {
  const data = path.join(folderWithData(FIT), 'data');
  await freezeDraft(data, '1');
  editFile(path.join(data, 'events/sport.yaml'), 'title: Regatta', 'title: Regatta of the four');
  await freezeDraft(data, 'spring-2030');
  return data;
}

/** A copy of a folder in a new one. */
export function copyOf(folder: string): string {
  const copy = path.join(scratchFolder(), 'data');
  cpSync(folder, copy, { recursive: true });
  return copy;
}

/** Replaces a passage of a file, which must be there once. */
export function editFile(file: string, passage: string, by: string): void {
  writeFileSync(file, replaced(readFileSync(file, 'utf8'), passage, by));
}

/** Writes the lock of an edition as a forger would who knows how: with a seal that fits. */
export function forgeLock(edition: string, change: (lock: Lock) => Lock): void {
  const file = path.join(edition, LOCK_FILE);
  writeFileSync(file, lockText(change(parseLock(readFileSync(file, 'utf8')))));
}
