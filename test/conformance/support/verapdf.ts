import { execFile } from 'node:child_process';
import path from 'node:path';
import { promisify } from 'node:util';

/** What veraPDF says of a file under one profile. */
export interface Verdict {
  file: string;
  profile: string;
  passedRules: number;
  failedRules: number;
  passedChecks: number;
  failedChecks: number;
  /** Each rule that failed, with its first place. */
  failures: string[];
}

interface Report {
  report: {
    jobs: {
      itemDetails: { name: string };
      validationResult?: {
        profileName: string;
        details: Omit<Verdict, 'file' | 'profile' | 'failures'> & {
          ruleSummaries: {
            clause: string;
            testNumber: number;
            description: string;
            checks?: { context: string }[];
          }[];
        };
      }[];
      taskException?: unknown;
    }[];
  };
}

const run = promisify(execFile);

/** Path of veraPDF's jar: fetched once, a pinned version. */
export async function veraPdf(): Promise<string> {
  const { stdout } = await run(process.execPath, ['scripts/verapdf/fetch.mjs']);
  return stdout.trim();
}

/**
 * Validates files.
 *
 * @param flavour veraPDF's name of the profile: `ua1`, `2a`
 * @throws Error when Java is missing, or a file could not be validated
 */
export async function validate(jar: string, flavour: string, files: readonly string[]): Promise<Verdict[]> {
  const args = ['-jar', jar, '--flavour', flavour, '--format', 'json', ...files];
  // veraPDF ends with 1 when a file does not conform: the report says so too.
  const stdout = await run('java', args, { maxBuffer: 1 << 28 }).then(
    (result) => result.stdout,
    (error: { code?: unknown; stdout?: string; stderr?: string }) => {
      if (error.code === 'ENOENT')
        throw new Error('java is missing: install it (Debian: apt-get install default-jre-headless)');
      if (error.code === 1 && error.stdout !== undefined) return error.stdout;
      throw new Error(`veraPDF ended with ${String(error.code)}\n${error.stderr ?? ''}`);
    },
  );
  const { report } = JSON.parse(stdout) as Report;
  return report.jobs.map(({ itemDetails, validationResult, taskException }) => {
    const [result] = validationResult ?? [];
    if (result === undefined)
      throw new Error(`veraPDF could not validate ${itemDetails.name}: ${JSON.stringify(taskException)}`);
    const { ruleSummaries, ...counts } = result.details;
    return {
      file: path.basename(itemDetails.name),
      profile: result.profileName,
      passedRules: counts.passedRules,
      failedRules: counts.failedRules,
      passedChecks: counts.passedChecks,
      failedChecks: counts.failedChecks,
      failures: ruleSummaries.map(
        ({ clause, testNumber, description, checks }) =>
          `${clause}-${testNumber}: ${description} (${checks?.[0]?.context ?? 'no place'})`,
      ),
    };
  });
}
