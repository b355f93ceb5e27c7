import { UserError } from '../../errors.ts';
import type { Message } from '../../messages.ts';
import { messageOf } from './messages.ts';

/** The error for a file that cannot be printed as a picture; the caller adds the file. */
export const unprintable = (said: Message): UserError => new UserError(said);

export const truncated = (): UserError => unprintable(messageOf('picture-damaged'));
