import type { Message } from '../../src/messages.ts';

/** Problems, findings and other messages without codes and parameters. */
export function withoutCodes<T extends Partial<Message>>(
  said: readonly T[],
): Omit<T, 'code' | 'parameters'>[] {
  return said.map(({ code, parameters, ...rest }) => rest);
}
