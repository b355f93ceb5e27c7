import path from 'node:path';
import {
  applyEdits,
  applyTextEdits,
  checkProgramme,
  completeness,
  editsOfSource,
  fixDiff,
  fixesOf,
  inSource,
  languagesOf,
  locateFindings,
  openSpelling,
  type RuleResources,
  type SourceFile,
  type Spelling,
} from '../check/index.ts';
import type { Design, FontFiles } from '../design/index.ts';
import { lastEdition, readLock } from '../edition/index.ts';
import { UserError } from '../errors.ts';
import { englishOf } from '../messages.ts';
import {
  DRAFT,
  FINDING_SEVERITIES,
  type FindingSeverity,
  isAtLeast,
  type Lang,
  type Programme,
  publicPart,
} from '../model/index.ts';
import { type Remainder, readProposals } from '../proposal/index.ts';
import {
  editionDir,
  editionNames,
  type FoundDictionary,
  readDataset,
  readDesign,
  readDictionaries,
  readProgramme,
  readTextFileIfThere,
  requireReadable,
} from '../read/index.ts';
import { type FindingsReport, spellingCheckedWith, spellingNotChecked } from '../report/index.ts';
import { loadHyphenation, openFaces, settingAids } from '../typeset/index.ts';
import { changeDataset } from './change-dataset.ts';
import { type Checked, type CheckReport, type CheckReportOptions, checkReport } from './check-reports.ts';
import { fontsOf } from './design-resources.ts';
import type { DraftFile } from './draft-files.ts';
import { messageOf } from './messages.ts';
import { sourceFiles } from './source-files.ts';
import { dictionaryFolders } from './this-process.ts';

export interface CheckOptions extends CheckReportOptions {
  /** Folder of the dataset; by default `data`. */
  data?: string | undefined;
  /** Name of a frozen edition; by default the draft. */
  edition?: string | undefined;
  /** Folder with Hunspell dictionaries; they take precedence over installed dictionaries. */
  dictionary?: string | undefined;
}

/** The result of checking an edition, and the report on it. */
export type CheckResult = Checked & CheckReport;

/**
 * Checks an edition with all rules, and reports the findings.
 *
 * @throws UserError when the edition cannot be read, or the proof sheet cannot be written
 *
 * @example
 * ```ts
 * import { check, foundAtLeast } from 'programme';
 *
 * const found = await check({ edition: '1' });
 * for (const { rule, at, message } of found.findings) console.error(at.file, at.line, rule, message);
 * console.log(foundAtLeast(found, 'error')); // true
 * ```
 */
export async function check({
  data = 'data',
  edition = DRAFT,
  dictionary,
  ...options
}: CheckOptions = {}): Promise<CheckResult> {
  const programme = await readProgramme(data, edition);
  const comments = edition === DRAFT ? await commentsOn(data) : [];
  const checked = { programme, ...(await checkedProgramme(programme, data, dictionary)), comments };
  return { ...checked, ...(await checkReport(checked, data, options)) };
}

/**
 * Comments that other people added to the texts in returned files. These comments are internal notes; each has the name
 * of its proposal.
 */
export async function commentsOn(data: string): Promise<Remainder[]> {
  return (await readProposals(data)).flatMap(({ name, proposal }) =>
    proposal.comments
      .filter(({ done }) => done === undefined)
      .map((comment) => ({
        ...comment,
        where: [comment.where && englishOf(comment.where), name]
          .filter((part) => part !== undefined)
          .join(' · '),
      })),
  );
}

/** Checks a programme that was read from a data folder. The findings state positions in the files of this folder. */
export async function checkedProgramme(
  programme: Programme,
  data: string,
  dictionary?: string,
): Promise<FindingsReport> {
  const files = await sourceFiles(editionDir(data, programme.edition), programme);
  return proofed(programme, await aidsFor(programme, data, dictionary), files);
}

/**
 * Checks a programme.
 *
 * @param files the files from which the programme was read, in which the positions of findings are looked up; empty if
 * unknown
 */
export function proofed(programme: Programme, aids: CheckAids, files: readonly SourceFile[]): FindingsReport {
  const withoutDictionary = languagesOf(programme).filter((lang) => !aids.dictionaries.has(lang));
  const notChecked = withoutDictionary.map((lang) => spellingNotChecked(lang).message);
  const checkedWith = [...aids.dictionaries].flatMap(([lang, { file, isOfComputer = false }]) =>
    file === undefined ? [] : [spellingCheckedWith(lang, path.basename(file), isOfComputer)],
  );
  const findings = checkProgramme(programme, aids);
  return {
    edition: programme.edition,
    findings: files.length === 0 ? findings : locateFindings(findings, files, inSource(programme)),
    completeness: completeness(programme, aids.previous),
    ...(notChecked.length === 0 ? {} : { notChecked, withoutDictionary }),
    ...(checkedWith.length === 0 ? {} : { checkedWith }),
  };
}

/**
 * The data that the rules need in addition to the programme: dictionaries, the previous edition and the characters in
 * the fonts.
 */
type CheckAids = RuleResources & { spelling: Spelling; dictionaries: ReadonlyMap<Lang, FoundDictionary> };

async function aidsFor(programme: Programme, data: string, given?: string): Promise<CheckAids> {
  const design = await readDesign(data, programme.edition, { config: programme.config });
  const [words = '', previous, fonts] = await Promise.all([
    readTextFileIfThere(path.join(data, WORDS_FILE)),
    editionBefore(programme, data),
    fontsOf(design, editionDir(data, programme.edition)),
  ]);
  const dictionaries = await readDictionaries(languagesOf(programme), {
    dataset: path.join(data, DICTIONARIES),
    given,
    computer: dictionaryFolders(),
  });
  return aidsOf(programme, { words, design, fonts, previous, dictionaries });
}

/** Folder with the dictionaries of a dataset. */
const DICTIONARIES = 'dictionaries';

/** File with words that the dictionaries lack. */
export const WORDS_FILE = 'words.txt';

/**
 * Prepares the data that the rules need in addition to the programme.
 *
 * @param given `words` contains words that the dictionaries lack, one per line; `previous` is the previous edition, if
 * there is one; `dictionaries` defaults to the dictionaries in the installed packages
 */
export async function aidsOf(
  programme: Programme,
  given: {
    words: string;
    design: Design;
    fonts: FontFiles;
    previous: Programme | undefined;
    dictionaries?: CheckAids['dictionaries'];
  },
): Promise<CheckAids> {
  const { words, design, fonts, previous } = given;
  const languages = languagesOf(programme);
  const dictionaries = given.dictionaries ?? (await readDictionaries(languages));
  const spelling = openSpelling(dictionaries, words);
  return {
    spelling,
    dictionaries,
    ...settingAids(design, openFaces(fonts), programme, await loadHyphenation(languages)),
    ...(previous === undefined ? {} : { previous }),
  };
}

/** The last edition that was frozen before the given one; undefined if there is none. */
export async function editionBefore(programme: Programme, data: string): Promise<Programme | undefined> {
  const names = (await editionNames(data)).filter((name) => name !== programme.edition);
  const locks = await Promise.all(
    names.map((name) => readLock(editionDir(data, name)).catch(() => undefined)),
  );
  const earlier = locks
    .filter((lock) => lock !== undefined)
    .filter(({ date }) => programme.edition === DRAFT || date < programme.config.date);
  const last = lastEdition(earlier);
  return last === undefined ? undefined : readProgramme(data, last.edition);
}

export interface FixOptions extends Pick<CheckOptions, 'data' | 'edition'> {
  /** Whether to report the changes without writing them. */
  dryRun?: boolean | undefined;
}

export interface FixResult {
  /** The changes, as unified diffs. */
  diffs: readonly string[];
  /** Paths of the files that change. */
  files: readonly string[];
}

/**
 * Makes the safe corrections in the draft; either all files are changed or none.
 *
 * @throws UserError when an edition other than the draft is to be corrected, or a file cannot be written
 *
 * @example
 * ```ts
 * import { fix } from 'programme';
 *
 * const { diffs, files } = await fix({ dryRun: true });
 * console.log(diffs.length, files.length); // 0 0
 * ```
 */
export async function fix({
  data = 'data',
  edition = DRAFT,
  dryRun = false,
}: FixOptions = {}): Promise<FixResult> {
  if (edition !== DRAFT) throw new UserError(messageOf('edition-not-correctable'));
  return changeDataset(data, async () => {
    const { diffs, files } = await fixedFiles(data);
    return { files: dryRun ? [] : files, result: { diffs, files: files.map((file) => file.path) } };
  });
}

/** The safe corrections in the draft as unified diffs, and the corrected content of the files. */
async function fixedFiles(data: string): Promise<{ diffs: string[]; files: DraftFile[] }> {
  const whole = await readDataset(data, DRAFT);
  const programme = publicPart(whole);
  const fixes = fixesOf(checkProgramme(programme, await aidsFor(programme, data)));
  const edits = editsOfSource(fixes, programme);
  const { upgradedFiles } = await import('./draft-files.ts');
  // The positions of the edits refer to files in the newest format.
  const upgraded = edits.length === 0 ? [] : await upgradedFiles(data, whole);
  const now = new Map(upgraded.map(({ path: file, bytes }) => [file, bytes]));
  const diffs: string[] = [];
  const files: DraftFile[] = [];
  const written = new Map<string, string>();
  for (const { file, text, field } of await sourceFiles(editionDir(data, DRAFT), programme)) {
    const source = now.get(file) ?? text;
    const changed =
      field === undefined
        ? await applyEdits(source, edits)
        : applyTextEdits(
            source,
            edits.filter(({ at }) => at.event === undefined && at.field === field),
          );
    if (field === undefined) written.set(file, changed);
    now.delete(file);
    if (changed === text) continue;
    diffs.push(fixDiff(file, text, changed));
    files.push({ path: file, bytes: changed });
  }
  requireReadable(written);
  files.push(...upgraded.filter(({ path: file }) => now.has(file)));
  return { diffs, files };
}

/**
 * Whether a check has found anything of at least the given severity.
 *
 * @example
 * ```ts
 * import { check, foundAtLeast } from 'programme';
 *
 * console.log(foundAtLeast(await check({ edition: '1' }), 'note')); // true
 * ```
 */
export function foundAtLeast({ findings }: CheckResult, limit: FindingSeverity): boolean {
  return findings.some(({ severity }) => isAtLeast(severity, limit, FINDING_SEVERITIES));
}
