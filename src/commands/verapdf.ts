import { execFile } from 'node:child_process';
import path from 'node:path';
import { promisify } from 'node:util';
import type { Gate } from '../report/index.ts';
import { writeFileOf } from './content.ts';
import { inTemporaryFolder } from './folders.ts';
import { FORMATS } from './formats.ts';
import type { OutputFile } from './write-files.ts';

/** veraPDF's result for a file and one profile. */
export interface ValidationResult {
  file: string;
  profile: string;
  passedRules: number;
  failedRules: number;
  passedChecks: number;
  failedChecks: number;
  /** Each failed rule, with its first position. */
  failures: string[];
}

/** The parts of veraPDF's report that this program reads. */
interface Report {
  report: {
    jobs: {
      itemDetails: { name: string };
      validationResult?: {
        profileName: string;
        details: Omit<ValidationResult, 'file' | 'profile' | 'failures'> & {
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

/**
 * The standards to which every PDF claims to conform, as veraPDF names them: PDF/UA-1 (ISO 14289-1) and PDF/A-2a (ISO
 * 19005-2).
 */
const FLAVOURS = ['ua1', '2a'] as const;

/**
 * The result of checking PDF files against the standards to which they claim to conform: the rules that failed, or the
 * reason why the files were not checked.
 */
export type Conformance = { failures: string[] } | { notChecked: string };

/** The state of the conformance gate. */
export function stateOf(conformance: Conformance): Gate['state'] {
  if ('notChecked' in conformance) return 'not checked';
  return conformance.failures.length === 0 ? 'passed' : 'failed';
}

/**
 * Validates the PDF files among the outputs with veraPDF, if it is installed as `verapdf`. The outputs need not be
 * written yet.
 */
export async function conformanceOf(outputs: readonly OutputFile[]): Promise<Conformance> {
  const files = outputs.filter((file) => file.path.endsWith(`.${FORMATS.pdf.ending}`));
  if (files.length === 0) return { notChecked: 'there is no PDF' };
  return inTemporaryFolder(async (folder): Promise<Conformance> => {
    const paths = files.map((file) => path.join(folder, path.basename(file.path)));
    for (const [index, { bytes }] of files.entries()) writeFileOf(paths[index] ?? '', bytes);
    const failures: string[] = [];
    for (const flavour of FLAVOURS)
      for (const { file, profile, failures: found } of await validate(['verapdf'], flavour, paths))
        failures.push(...found.map((failure) => `${file}, ${profile}: ${failure}`));
    return { failures };
  }).catch((error) => ({ notChecked: error instanceof Error ? error.message : String(error) }));
}

/**
 * Validates files.
 *
 * @param command the program to run and its first arguments
 * @param flavour veraPDF's name of the profile
 * @throws Error when the program is missing, or a file could not be validated
 */
export async function validate(
  [program = '', ...first]: readonly string[],
  flavour: string,
  files: readonly string[],
): Promise<ValidationResult[]> {
  const args = [...first, '--flavour', flavour, '--format', 'json', ...files];
  // veraPDF exits with 1 if a file does not conform; its report states this as well.
  const stdout = await promisify(execFile)(program, args, { maxBuffer: 1 << 28 }).then(
    (result) => result.stdout,
    (error: { code?: unknown; stdout?: string; stderr?: string }) => {
      if (error.code === 'ENOENT') throw new Error(`${program} is not installed`);
      if (error.code === 1 && error.stdout !== undefined) return error.stdout;
      throw new Error(`${program} ended with ${String(error.code)}\n${error.stderr ?? ''}`);
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
      ...counts,
      failures: ruleSummaries.map(
        ({ clause, testNumber, description, checks }) =>
          `${clause}-${testNumber}: ${description} (${checks?.[0]?.context ?? 'no place'})`,
      ),
    };
  });
}
