import { text } from '../../languages/en/messages/index.ts';
import { messagesOf } from '../messages.ts';

/** Creates a message about regions and places. */
export const messageOf = messagesOf(text);
