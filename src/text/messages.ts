import { text } from '../../languages/en/messages/index.ts';
import { messagesOf } from '../messages.ts';

/** Creates a message about a text in Markdown. */
export const messageOf = messagesOf(text);
