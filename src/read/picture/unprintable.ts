import { UserError } from '../../errors.ts';
import type { Message } from '../../messages.ts';
import { messageOf } from './messages.ts';

/** Creates the error for a file that cannot be printed as a picture. The caller adds the name of the file. */
export const unprintable = (message: Message): UserError => new UserError(message);

export const truncated = (): UserError => unprintable(messageOf('picture-damaged'));
