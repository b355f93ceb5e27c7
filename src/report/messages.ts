import { reports } from '../../languages/en/messages/index.ts';
import { messagesOf } from '../messages.ts';

/** A message in a report on findings or gates. */
export const messageOf = messagesOf(reports);
