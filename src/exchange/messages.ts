import { exchange } from '../../languages/en/messages/index.ts';
import { messagesOf } from '../messages.ts';

/** Creates a message about the content of a returned file. */
export const messageOf = messagesOf(exchange);
