import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { loadDataFolder } from '../commands/index.ts';
import { UserError } from '../errors.ts';
import type { Console, Outcome } from './console.ts';
import { messageOf } from './messages.ts';

/** The desk, which is a separate bundle. Only the command `open` loads the desk. */
interface Desk {
  openDesk(options: {
    data: string;
    browser: boolean;
    say(line: string): void;
    sayAddress(address: string): void;
  }): Promise<void>;
}

/**
 * Opens the desk, and returns when the user has closed it.
 *
 * @throws UserError if this copy of the program does not include the desk
 */
export async function runOpen(
  folder: string | undefined,
  { browser }: { browser: boolean },
  { print, say }: Console,
): Promise<Outcome> {
  const from = folder ?? '.';
  const { openDesk } = await loadDesk(fileURLToPath(new URL('./desk-server.js', import.meta.url)));
  const { dataFolder, newDataFolder } = await loadDataFolder();
  const data = path.join(from, dataFolder(from) ?? newDataFolder(from));
  const sayAddress = (address: string): void => {
    say(messageOf('desk-address').message);
    print(address);
  };
  if (browser) say(messageOf('desk-opens').message);
  await openDesk({ data, browser, say, sayAddress });
  return 'done';
}

async function loadDesk(file: string): Promise<Desk> {
  try {
    return (await import(file)) as Desk;
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code !== 'MODULE_NOT_FOUND' && code !== 'ERR_MODULE_NOT_FOUND') throw error;
    throw new UserError(messageOf('desk-missing', { file: path.basename(file) }));
  }
}
