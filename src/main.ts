/**
 * Runs the command line as a process. Only this file, `commands/this-process.ts` and `commands/this-terminal.ts` use
 * `process`.
 */
import { run } from './cli.ts';

// npm runs the script in the folder of the program, but paths must be relative to the user's working directory.
const { npm_lifecycle_event: script, INIT_CWD: stands } = process.env;
if (script === 'programme' && stands !== undefined) process.chdir(stands);
// A signal may end the process at any time, except while files are being moved into place. The first process of a
// container must handle signals itself.
if (process.pid === 1)
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
    process.once(signal, () => process.exit(130));
// The process exits at once, because freeing the memory would take longer than printing help.
void run(process.argv.slice(2), process).then((code) => process.exit(code));
