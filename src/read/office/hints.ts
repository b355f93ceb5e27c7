import type { Message } from '../../messages.ts';
import { messageOf } from '../file-messages.ts';
/** Matches the names of XLIFF files, including extensions that translation tools use. */
export const XLIFF_NAME = /\.(?:xlf|xliff|sdlxliff|mqxliff|mxliff)$/i;

/**
 * The hints for a package that cannot be read: save it again, or create it again. The hints name the program that
 * writes files with this extension.
 */
export function hintsFor(file: string): { again: Message; anew: Message } {
  const kind = XLIFF_NAME.test(file) ? 'xliff' : /\.docx$/i.test(file) ? 'docx' : 'xlsx';
  return { again: messageOf(`save-again-${kind}`), anew: messageOf(`make-anew-${kind}`) };
}
