import { UserError } from '../../errors.ts';
import type { Message } from '../../messages.ts';
import { messageOf } from './messages.ts';

/** Creates the error about a file that cannot be printed as a picture; the caller adds the name of the file. */
export const unprintable = (said: Message): UserError => new UserError(said);

export const truncated = (): UserError => unprintable(messageOf('picture-damaged'));
