import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { type ValidationResult, validate as validateWith } from '../../../src/commands/verapdf.ts';

/** Path of veraPDF's jar, a pinned version that is downloaded once. */
export async function veraPdf(): Promise<string> {
  const { stdout } = await promisify(execFile)(process.execPath, ['scripts/verapdf/fetch.mjs']);
  return stdout.trim();
}

/**
 * Validates files.
 *
 * @param flavour name of the profile in veraPDF: `ua1`, `2a`
 * @throws Error if Java is missing or a file could not be validated
 */
export function validate(
  jar: string,
  flavour: string,
  files: readonly string[],
): Promise<ValidationResult[]> {
  return validateWith(['java', '-jar', jar], flavour, files);
}
