import { execFileSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { onTestFinished } from 'vitest';

/**
 * Mounts a file system in a folder until the test has finished.
 *
 * @param args arguments of `mount` before the folder
 * @throws Error without root privileges
 */
export function mount(folder: string, ...args: string[]): void {
  mkdirSync(folder, { recursive: true });
  execFileSync('mount', [...args, folder]);
  onTestFinished(() => void execFileSync('umount', [folder]));
}
