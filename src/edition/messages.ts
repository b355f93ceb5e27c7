import { edition } from '../../languages/en/messages/index.ts';
import { messagesOf } from '../messages.ts';

/** Creates a message about a frozen edition. */
export const messageOf = messagesOf(edition);
