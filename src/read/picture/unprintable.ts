import { UserError } from '../../errors.ts';

/** Why a file is no picture that can be printed; whoever knows the file adds it. */
export const unprintable = (message: string, hint: string): UserError => new UserError({ message, hint });

export const truncated = (): UserError =>
  unprintable('the picture is cut off or damaged', 'save it again, or copy it anew from where it came');
