import path from 'node:path';
import { PassThrough } from 'node:stream';
import { pathToFileURL } from 'node:url';
import { expect, it } from 'vitest';
import { type Call, openStreams } from '../../../src/console/streams.ts';

const CALL: Call = { isDocument: false, isQuiet: false };

/** The console of a run on a terminal, with its stderr output. */
function terminal(call: Partial<Call> = {}, env: Record<string, string> = {}) {
  let seconds = 100;
  const [stdin, stdout, stderr] = [new PassThrough(), new PassThrough(), new PassThrough()];
  Object.assign(stderr, { isTTY: true });
  const io = { stdin, stdout, stderr, env, uptime: () => seconds };
  const streams = openStreams(io, () => ({ ...CALL, ...call }));
  return {
    ...streams,
    wait: (more: number) => {
      seconds += more;
    },
    written: () => String(stderr.read() ?? ''),
  };
}

it('Progress is shown after a second, and is removed before the next line is printed', async () => {
  const { console, wait, written, arrived } = terminal();
  console.progress(0, 3, 'a.pdf');
  wait(0.9);
  console.progress(1, 3, 'b.pdf');
  expect(written()).toBe('');
  wait(0.1);
  console.progress(2, 3, 'c\u001b[2J.pdf');
  console.say('done');
  expect(written()).toBe('\r\u001b[K2 / 3  c\\u001b[2J.pdf\r\u001b[Kdone\n');
  console.progress(2, 3, 'd.pdf');
  await arrived();
  expect(written()).toBe('\r\u001b[K2 / 3  d.pdf\r\u001b[K');
});

it.each([
  [{ isQuiet: true }, {}],
  [{}, { CI: 'true' }],
] as const)('No progress is shown with the options %o and the environment %o', (call, env) => {
  const { console, wait, written } = terminal(call, env);
  wait(10);
  console.progress(1, 2, 'a.pdf');
  expect(written()).toBe('');
});

it('A quiet console prints problems, but not the names of written files', () => {
  const { console, written } = terminal({ isQuiet: true });
  console.inform('a.pdf  3 pages', 'a.pdf');
  console.say('the spelling of German is not checked');
  expect(written()).toBe('the spelling of German is not checked\n');
});

it('The names of written files are shown as links on terminals that support them', () => {
  const file = 'ausgabe/été \u001b[2J.pdf';
  const shown = 'ausgabe/été \\u001b[2J.pdf';
  const plain = terminal({}, { TERM_PROGRAM: 'Apple_Terminal' });
  plain.console.inform(`${file}  3 pages`, file);
  expect(plain.written()).toBe(`${shown}  3 pages\n`);
  for (const env of [{ TERM_PROGRAM: 'vscode' }, { VTE_VERSION: '7200' }, { FORCE_HYPERLINK: '1' }]) {
    const linked = terminal({}, env);
    linked.console.inform(`${file}  3 pages`, file);
    const url = pathToFileURL(path.resolve(file)).href;
    expect(url).toContain('%C3%A9t%C3%A9%20%1B%5B2J.pdf');
    expect(linked.written()).toBe(`\u001b]8;;${url}\u001b\\${shown}\u001b]8;;\u001b\\  3 pages\n`);
  }
});
