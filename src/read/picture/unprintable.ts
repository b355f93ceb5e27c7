import { UserError } from '../../errors.ts';

/** The error for a file that cannot be printed as a picture; the caller adds the file. */
export const unprintable = (message: string, hint: string): UserError => new UserError({ message, hint });

export const truncated = (): UserError =>
  unprintable('the picture is incomplete or damaged', 'save it again, or copy it again from its source');
