import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** The Debian package of each program that the conformance tests call. */
const PACKAGES: Readonly<Record<string, string>> = {
  java: 'default-jre-headless',
  qpdf: 'qpdf',
  pdfinfo: 'poppler-utils',
  pdftotext: 'poppler-utils',
  soffice: 'libreoffice-writer',
};

/**
 * The output of a program.
 *
 * @throws Error that names the program to install if it is missing, or contains its error output
 */
export async function output(program: string, args: readonly string[]): Promise<string> {
  try {
    const { stdout } = await run(program, args, { maxBuffer: 1 << 30 });
    return stdout;
  } catch (error) {
    const { code, stdout = '', stderr = '' } = error as { code?: unknown; stdout?: string; stderr?: string };
    if (code === 'ENOENT')
      throw new Error(
        `${program} is missing: install it (Debian: apt-get install ${PACKAGES[program] ?? program})`,
      );
    throw new Error(`${program} ended with ${String(code)}\n${stderr}${stdout}`);
  }
}
