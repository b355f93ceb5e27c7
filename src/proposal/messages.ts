import { proposals } from '../../languages/en/messages/index.ts';
import { messagesOf } from '../messages.ts';

/** A message about proposals and verdicts on them. */
export const messageOf = messagesOf(proposals);
