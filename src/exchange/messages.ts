import { exchange } from '../../languages/en/messages/index.ts';
import { messagesOf } from '../messages.ts';

/** A message about what a file that comes back says of the programme. */
export const messageOf = messagesOf(exchange);
