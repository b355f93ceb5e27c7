import type { Message } from '../../messages.ts';
import { messageOf } from '../file-messages.ts';
/** File names of XLIFF files, including the extensions of translation tools. */
export const XLIFF_NAME = /\.(?:xlf|xliff|sdlxliff|mqxliff|mxliff)$/i;

/** Hints for a package that cannot be read, depending on the program that writes such files. */
export function hintsFor(file: string): { again: Message; anew: Message } {
  const kind = XLIFF_NAME.test(file) ? 'xliff' : /\.docx$/i.test(file) ? 'docx' : 'xlsx';
  return { again: messageOf(`save-again-${kind}`), anew: messageOf(`make-anew-${kind}`) };
}
