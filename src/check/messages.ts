import { findings } from '../../languages/en/messages/index.ts';
import { messagesOf } from '../messages.ts';

/** What a proofing rule says of what it finds. */
export const messageOf = messagesOf(findings);
