import type { Message } from '../../src/messages.ts';

/** Problems, findings and other things that are said, without the codes and parameters that their words are made of. */
export function withoutCodes<T extends Partial<Message>>(
  said: readonly T[],
): Omit<T, 'code' | 'parameters'>[] {
  return said.map(({ code, parameters, ...rest }) => rest);
}
