import { reports } from '../../languages/en/messages/index.ts';
import { messagesOf } from '../messages.ts';

/** What reports say of findings, and what gates find. */
export const messageOf = messagesOf(reports);
