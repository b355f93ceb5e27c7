import { expect, it } from 'vitest';
import { runOpen } from '../../../src/console/open.ts';

it('`open` reports if this copy of the program does not include the desk', async () => {
  const silent = { print: () => undefined, say: () => undefined } as unknown as Parameters<typeof runOpen>[2];
  // The desk is next to the built program, not next to this source file.
  await expect(runOpen(undefined, { browser: false }, silent)).rejects.toThrow(
    'this copy of the program has no desk: desk-server.js is missing',
  );
});
