import { console } from '../../languages/en/messages/index.ts';
import { messagesOf } from '../messages.ts';

/** Creates a message about flags. */
export const messageOf = messagesOf(console);
