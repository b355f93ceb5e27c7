import { output } from '../../languages/en/messages/index.ts';
import { messagesOf } from '../messages.ts';

/** A message about fonts, and about what finds no room. */
export const messageOf = messagesOf(output);
