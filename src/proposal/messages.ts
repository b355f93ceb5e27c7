import { proposals } from '../../languages/en/messages/index.ts';
import { messagesOf } from '../messages.ts';

/** Creates a message about a proposal or about verdicts on its changes. */
export const messageOf = messagesOf(proposals);
