import { reports } from '../../languages/en/messages/index.ts';
import { messagesOf } from '../messages.ts';

/** Creates a message for reports on findings or gates. */
export const messageOf = messagesOf(reports);
