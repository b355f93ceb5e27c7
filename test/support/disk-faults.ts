import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { scratchFolder } from './dataset-folder.ts';

/**
 * Sends a signal to its own process just before the nth disk change, as `watchDisk` counts, or makes this change fail
 * with an error. If the fault lasts, all later changes fail too. Each fault is printed on stderr.
 */
const FAULT = `
import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
let left = Number(process.env.FAULT_AT);
const { FAULT, FAULT_LASTS } = process.env;
// The chunks of one file are one change, and so are the nested calls of Node to remove a folder.
let open;
let inside = false;
const { openSync } = fs;
fs.openSync = (...given) => {
  open = undefined;
  return openSync(...given);
};
for (const name of ['mkdirSync', 'mkdtempSync', 'writeFileSync', 'copyFileSync', 'fsyncSync', 'renameSync', 'rmSync', 'rmdirSync']) {
  const real = fs[name];
  fs[name] = (...given) => {
    const goesOn = name === 'writeFileSync' && typeof given[0] === 'number' && given[0] === open;
    if (name === 'writeFileSync') open = given[0];
    if (!goesOn && !inside && (--left === 0 || (left < 0 && FAULT_LASTS === 'yes'))) {
      if (FAULT_LASTS === 'yes') process.stderr.write('fault: ' + name + '\\n');
      if (!FAULT.startsWith('SIG')) throw Object.assign(new Error(FAULT), { code: FAULT });
      process.kill(process.pid, FAULT);
    }
    const outer = inside;
    inside = true;
    try {
      return real(...given);
    } finally {
      inside = outer;
    }
  };
}
syncBuiltinESMExports();
`;

/**
 * The environment in which a process gets a signal, or a system error such as ENOSPC, at its nth disk change, counted
 * from 1. A process with fewer changes runs to its end.
 *
 * @param lasts all later changes fail, too
 */
export function faultAt(fault: string, at: number, lasts = false): Record<string, string> {
  const file = path.join(scratchFolder(), 'fault.mjs');
  writeFileSync(file, FAULT);
  return {
    NODE_OPTIONS: `--import ${pathToFileURL(file)}`,
    FAULT: fault,
    FAULT_AT: String(at),
    FAULT_LASTS: lasts ? 'yes' : 'no',
    // Only changes of the command itself are counted.
    PROGRAMME_CACHE: 'off',
  };
}
