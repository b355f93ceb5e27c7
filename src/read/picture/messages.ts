import { pictures } from '../../../languages/en/messages/index.ts';
import { UserError } from '../../errors.ts';
import { type Message, messagesOf } from '../../messages.ts';

/** Creates a message about a picture. */
export const messageOf = messagesOf(pictures);

/** Creates the error for a file that cannot be printed as a picture. The caller adds the name of the file. */
export const unprintable = (message: Message): UserError => new UserError(message);

export const truncated = (): UserError => unprintable(messageOf('picture-damaged'));
