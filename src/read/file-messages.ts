import { files } from '../../languages/en/messages/index.ts';
import { messagesOf } from '../messages.ts';

/** A message about a file that comes in: a spreadsheet, a Word file, XLIFF. */
export const messageOf = messagesOf(files);
