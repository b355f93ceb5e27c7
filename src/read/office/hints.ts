import type { Message } from '../../messages.ts';
import { messageOf } from '../file-messages.ts';
/** Names of XLIFF files, also of those of the tools that have endings of their own. */
export const XLIFF_NAME = /\.(?:xlf|xliff|sdlxliff|mqxliff|mxliff)$/i;

/** What to do with a package that cannot be read, by the program that writes such files. */
export function hintsFor(file: string): { again: Message; anew: Message } {
  const kind = XLIFF_NAME.test(file) ? 'xliff' : /\.docx$/i.test(file) ? 'docx' : 'xlsx';
  return { again: messageOf(`save-again-${kind}`), anew: messageOf(`make-anew-${kind}`) };
}
