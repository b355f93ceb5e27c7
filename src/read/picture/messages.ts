import { pictures } from '../../../languages/en/messages/index.ts';
import { messagesOf } from '../../messages.ts';

/** Creates a message about a picture. */
export const messageOf = messagesOf(pictures);
