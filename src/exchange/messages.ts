import { exchange } from '../../languages/en/messages/index.ts';
import { messagesOf } from '../messages.ts';

/** A message about the content of a returned file. */
export const messageOf = messagesOf(exchange);
