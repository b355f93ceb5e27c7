import path from 'node:path';
import { LANGUAGES } from '../../languages/index.ts';
import { applyEdits, fixDiff, fixesOf } from '../check/apply-fixes.ts';
import { checkProgramme } from '../check/check.ts';
import { completeness } from '../check/completeness.ts';
import { FINDING_SEVERITIES, type Finding, type FindingSeverity } from '../check/finding.ts';
import { placeFindings, type SourceFile } from '../check/place-findings.ts';
import type { Aids } from '../check/rule.ts';
import { loadSpelling, type Spelling } from '../check/spelling.ts';
import { textsOf } from '../check/texts.ts';
import { buildDocument } from '../document/build.ts';
import { type ProofNote, proofSheet, withFrontSection } from '../document/proof-sheet.ts';
import { lastEdition, readLock } from '../edition/files.ts';
import type { Problem } from '../errors.ts';
import { DRAFT, type Programme } from '../model/programme.ts';
import { LANGS, type Lang } from '../model/text.ts';
import { editionDir, editionNames, readProgramme } from '../read/dataset.ts';
import { readDesign } from '../read/design.ts';
import { readDictionaries } from '../read/dictionaries.ts';
import { readFonts } from '../read/fonts.ts';
import { readTextFile, readTextFileIfThere } from '../read/text-file.ts';
import type { FindingsReport } from '../report/findings-report.ts';
import { createFace } from '../typeset/face.ts';
import { loadFullShaper } from '../typeset/full-shaper.ts';
import { settingAids } from '../typeset/proofing.ts';
import { readTrueType } from '../typeset/truetype.ts';
import { openLook } from './look.ts';
import { type Built, type Format, type Output, outputOf } from './output.ts';
import { writeFiles } from './write-files.ts';

export interface CheckOptions {
  data: string;
  edition: string;
}

/** Everything that the rules find in an edition, with file, line and column. */
export async function check({ data, edition }: CheckOptions): Promise<FindingsReport> {
  const programme = await readProgramme(data, edition);
  const aids = await aidsFor(programme, data);
  const notChecked = languagesOf(programme)
    .filter((lang) => !aids.spelling.langs.includes(lang))
    .map((lang) => `spelling of ${lang} not checked: install ${LANGUAGES[lang].dictionary}`);
  return {
    edition,
    findings: await placedFindings(programme, data, aids),
    completeness: completeness(programme),
    ...(notChecked.length === 0 ? {} : { notChecked }),
  };
}

/** The findings of a programme read from a data folder, with their places. */
export async function findingsOf(programme: Programme, data: string): Promise<Finding[]> {
  return placedFindings(programme, data, await aidsFor(programme, data));
}

async function placedFindings(programme: Programme, data: string, aids: Aids): Promise<Finding[]> {
  const dir = editionDir(data, programme.edition);
  return placeFindings(checkProgramme(programme, aids), await sourceFiles(dir, programme));
}

/** What the rules need besides the programme: dictionaries, the edition before, and what the fonts can print. */
async function aidsFor(programme: Programme, data: string): Promise<Aids & { spelling: Spelling }> {
  const wordList = (await readTextFileIfThere(path.join(data, 'words.txt'))) ?? '';
  const design = await readDesign(data, programme.edition);
  const [spelling, previous, files, shaperOf] = await Promise.all([
    readDictionaries(languagesOf(programme)).then((dictionaries) => loadSpelling(dictionaries, wordList)),
    editionBefore(programme, data),
    readFonts(design),
    loadFullShaper(),
  ]);
  const faceOf = (bytes: Uint8Array) => createFace(readTrueType(bytes), shaperOf(bytes));
  const strong = faceOf(files.sansBold);
  const faces = [faceOf(files.sans), strong, faceOf(files.serif), faceOf(files.serifBold)];
  return {
    spelling,
    ...settingAids(design, faces, strong, programme.config),
    ...(previous === undefined ? {} : { previous }),
  };
}

/** The languages that texts of a programme are written in. */
function languagesOf(programme: Programme): Lang[] {
  const written = new Set(textsOf(programme).map(({ lang }) => lang));
  return LANGS.filter((lang) => written.has(lang) || programme.config.languages.includes(lang));
}

async function editionBefore(programme: Programme, data: string): Promise<Programme | undefined> {
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

async function sourceFiles(dir: string, { themes }: Programme): Promise<SourceFile[]> {
  const files = ['programme.yaml', ...themes.map(({ theme }) => `events/${theme.id}.yaml`)].map((file) =>
    path.join(dir, file),
  );
  return Promise.all(files.map(async (file) => ({ file, text: await readTextFile(file) })));
}

/** What `check --fix` would change, as unified diffs, and the new texts of the files. */
export interface FixPlan {
  diffs: string[];
  files: { path: string; bytes: string }[];
}

/** Decides what the safe corrections of the draft change; writes nothing. */
export async function planFixes(data: string): Promise<FixPlan> {
  const programme = await readProgramme(data, DRAFT);
  const edits = fixesOf(checkProgramme(programme, await aidsFor(programme, data)));
  const plan: FixPlan = { diffs: [], files: [] };
  for (const { file, text } of await sourceFiles(editionDir(data, DRAFT), programme)) {
    const changed = await applyEdits(text, edits);
    if (changed === text) continue;
    plan.diffs.push(fixDiff(file, text, changed));
    plan.files.push({ path: file, bytes: changed });
  }
  return plan;
}

/** Writes planned corrections, all files or none. */
export async function writeFixes(data: string, plan: FixPlan): Promise<void> {
  await writeFiles(plan.files, data);
}

/** How many findings are of a severity or worse. */
export function countAtLeast(findings: readonly Finding[], severity: FindingSeverity): number {
  const limit = FINDING_SEVERITIES.indexOf(severity);
  return findings.filter((finding) => FINDING_SEVERITIES.indexOf(finding.severity) <= limit).length;
}

/** The findings of the draft that forbid freezing it, as problems. */
export async function errorsOf(programme: Programme, data: string): Promise<Problem[]> {
  const findings = await findingsOf(programme, data);
  return findings
    .filter(({ severity }) => severity === 'error')
    .map(({ rule, message, at, hint }) => ({
      message: `${message} (${rule})`,
      at,
      ...(hint === undefined ? {} : { hint }),
    }));
}

/**
 * The proof sheet of an edition: the programme with the findings at their places, in a margin (PDF) or as comments (Word).
 *
 * @throws UserError when the output folder is wrong
 */
export async function writeProofSheet(
  { data, edition }: CheckOptions,
  findings: readonly Finding[],
  formats: readonly Format[],
  out: string,
): Promise<Built[]> {
  const [programme, look] = await Promise.all([
    readProgramme(data, edition),
    readDesign(data, edition).then(openLook),
  ]);
  const { language } = programme.config;
  const notes = findings.map(
    ({ at: { event, field }, rule, severity, message, hint, offset, length }): ProofNote => ({
      rule,
      severity,
      message,
      ...(hint === undefined ? {} : { hint }),
      ...(event === undefined ? {} : { event }),
      ...(field === undefined ? {} : { field }),
      ...(length === 0 ? {} : { words: { offset, length } }),
    }),
  );
  const sheet = proofSheet(buildDocument(programme, language), programme, notes);
  const outputs: Output[] = [];
  for (const format of formats)
    outputs.push(await outputOf(format === 'pdf' ? withFrontSection(sheet) : sheet, format, look, out));
  await writeFiles(outputs.map(({ file }) => file));
  return outputs.map(({ built }) => built);
}
