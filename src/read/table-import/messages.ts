import { lists } from '../../../languages/en/messages/index.ts';
import { messagesOf } from '../../messages.ts';

/** A message about an imported list. */
export const messageOf = messagesOf(lists);
