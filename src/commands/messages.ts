import { commands } from '../../languages/en/messages/index.ts';
import { messagesOf } from '../messages.ts';

export const messageOf = messagesOf(commands);
