import { design } from '../../languages/en/messages/index.ts';
import { messagesOf } from '../messages.ts';

/** A message about the design file. */
export const messageOf = messagesOf(design);
