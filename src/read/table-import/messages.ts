import { lists } from '../../../languages/en/messages/index.ts';
import { type Message, messagesOf } from '../../messages.ts';

/** Creates a message about an imported list. */
export const messageOf = messagesOf(lists);

/** The reasons why a column is internal, as the message codes that mappings store. */
const INTERNAL_REASONS = [
  'email-addresses',
  'phone-numbers',
  'account-numbers',
  'machine-data',
  'row-numbers',
  'column-hidden',
  'picture-files',
  'printed-with-pictures',
  'heading-missing',
  'contacts-or-remarks',
  'perhaps-not-for-print',
  'not-to-be-published',
] as const;
export type InternalReason = (typeof INTERNAL_REASONS)[number];

/** The message for a reason that a mapping states; a reason that a user has written is used unchanged. */
export function internalReason(stated: string): Message {
  const code = INTERNAL_REASONS.find((one) => one === stated);
  return code === undefined ? messageOf('reason-of-mapping', { words: stated }) : messageOf(code);
}
