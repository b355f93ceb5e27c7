import path from 'node:path';
import { loadDataFolder } from '../commands/index.ts';
import { openDesk } from '../desk/index.ts';
import type { Console, Outcome } from './console.ts';
import { messageOf } from './messages.ts';

/** Opens the desk; ends when the desk ends. */
export async function runOpen(
  folder: string | undefined,
  { browser }: { browser: boolean },
  { print, say }: Console,
): Promise<Outcome> {
  const from = folder ?? '.';
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
