import { output } from '../../languages/en/messages/index.ts';
import { messagesOf } from '../messages.ts';

/** A message about fonts, and about content that does not fit. */
export const messageOf = messagesOf(output);
