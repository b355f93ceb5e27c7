import { read } from '../../languages/en/messages/index.ts';
import { messagesOf } from '../messages.ts';

/** Creates a message about the files of a dataset. */
export const messageOf = messagesOf(read);
