import { findings } from '../../languages/en/messages/index.ts';
import { messagesOf } from '../messages.ts';

/** The messages of proofing rules. */
export const messageOf = messagesOf(findings);
