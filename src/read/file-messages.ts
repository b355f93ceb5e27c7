import { files } from '../../languages/en/messages/index.ts';
import { messagesOf } from '../messages.ts';

/** Creates a message about an imported file: a spreadsheet, a Word file or an XLIFF file. */
export const messageOf = messagesOf(files);
