import { design } from '../../languages/en/messages/index.ts';
import { messagesOf } from '../messages.ts';

/** Returns a message about the design file. */
export const messageOf = messagesOf(design);
