import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { onTestFinished } from 'vitest';

/** A small valid dataset with two themes, two sides and four events; nothing in it belongs to a real programme. */
const SMALL = path.resolve('test/fixtures/small-dataset');

/** The text of a file of the small dataset. */
export function smallFile(name: string): string {
  return readFileSync(path.join(SMALL, name), 'utf8');
}

/** A new folder, which is removed at the end of the test. */
export function scratchFolder(): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'programme-test-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/**
 * A new folder with the small dataset in its folder data/, and changes to its files: the new content, or null to leave
 * a file out.
 */
export function folderWithData(changes: Readonly<Record<string, string | Uint8Array | null>> = {}): string {
  const folder = scratchFolder();
  const data = path.join(folder, 'data');
  cpSync(SMALL, data, { recursive: true });
  for (const [name, content] of Object.entries(changes)) {
    const file = path.join(data, name);
    if (content === null) rmSync(file, { recursive: true });
    else {
      mkdirSync(path.dirname(file), { recursive: true });
      writeFileSync(file, content);
    }
  }
  return folder;
}

/** Removes the placeholders of a new dataset, as an editor does who has replaced the texts of the program. */
export function withoutPlaceholders(data: string): void {
  const file = path.join(data, 'programme.yaml');
  writeFileSync(file, readFileSync(file, 'utf8').replace(/^placeholders: .*\n/m, ''));
}

/** A text with one passage replaced, which must occur exactly once. */
export function replaced(text: string, passage: string, by: string): string {
  const parts = text.split(passage);
  if (parts.length !== 2) throw new Error(`"${passage}" stands ${parts.length - 1} times in the text`);
  return parts.join(by);
}
