import { commands } from '../../languages/en/messages/index.ts';
import { messagesOf } from '../messages.ts';

/** A message about a call, and about the result of a command. */
export const messageOf = messagesOf(commands);
