import { findings } from '../../languages/en/messages/index.ts';
import { messagesOf } from '../messages.ts';

/** Creates the messages for proofing rules. */
export const messageOf = messagesOf(findings);
