/** The command line as a process. Beside it only `commands/this-process.ts` and `commands/this-terminal.ts` know `process`. */
import { run } from './cli.ts';

// npm runs the script in the folder of the program: paths are meant from where the user stands.
const { npm_lifecycle_event: script, INIT_CWD: stands } = process.env;
if (script === 'programme' && stands !== undefined) process.chdir(stands);
// Signals end the process wherever it is, except while files take their places. The first process of a container must ask for it.
if (process.pid === 1)
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
    process.once(signal, () => process.exit(130));
// To give back the memory first would take longer than printing help.
void run(process.argv.slice(2), process).then((code) => process.exit(code));
