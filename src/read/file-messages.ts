import { files } from '../../languages/en/messages/index.ts';
import { messagesOf } from '../messages.ts';

/** A message about an imported file: spreadsheet, Word file or XLIFF. */
export const messageOf = messagesOf(files);
