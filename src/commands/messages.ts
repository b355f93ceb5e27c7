import { commands } from '../../languages/en/messages/index.ts';
import { messagesOf } from '../messages.ts';

/** A message about a call, and about what a verb does. */
export const messageOf = messagesOf(commands);
