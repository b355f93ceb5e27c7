import { lists } from '../../../languages/en/messages/index.ts';
import { messagesOf } from '../../messages.ts';

/** A message about a list that others keep. */
export const messageOf = messagesOf(lists);
