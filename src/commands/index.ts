/** The verbs of the program. In: options, as values. Out: what a verb found or wrote; files, all or none. */
export { type BuildOptions, build } from './build.ts';
export {
  type Check,
  type CheckOptions,
  check,
  type FixPlan,
  foundAtLeast,
  planFixes,
  writeFixes,
} from './check.ts';
export { type CheckReportOptions, checkReport, rulesReport } from './check-reports.ts';
export { coarseLines, designNotes } from './design-notes.ts';
export { type Diff, type DiffOptions, diff } from './diff.ts';
export { diffReports, type ReportOptions, type Reports } from './diff-reports.ts';
export { type Exported, type ExportOptions, exportSheet } from './export.ts';
export { exportCorrections } from './export-corrections.ts';
export { exportTranslation } from './export-translation.ts';
export { type AllExtracts, type ExtractResult, extract, extractAll, listExtracts } from './extract.ts';
export { fatesText } from './fates-text.ts';
export {
  CHECK_FORMATS,
  type CheckFormat,
  DIFF_FORMATS,
  type DiffFormat,
  FORMAT_NAMES,
  type Format,
  PAPER_FORMAT_NAMES,
  PRINTED_FORMATS,
} from './formats.ts';
export { type FreezeOptions, type FreezeResult, freeze } from './freeze.ts';
export { NotReady } from './freeze-plan.ts';
export { grouped } from './grouped.ts';
export { type Imported, type ImportOptions, importOpened, importSheet } from './import.ts';
export { type GivenVerdict, importVerdicts } from './import-verdicts.ts';
export { type Initialised, type InitOptions, initDataset } from './init.ts';
export { YearUnknown } from './init-plan.ts';
export { type KeptAnswers, keptAnswers } from './kept-answers.ts';
export type { Manifest } from './manifest.ts';
export { type Opened, open } from './open.ts';
export type { Built } from './output.ts';
export { type Proposed, type ProposeOptions, propose, proposeOpened } from './propose.ts';
export { type OptionalGate, type ReadyOptions, ready } from './ready.ts';
export {
  commentsOn,
  listProposals,
  type Reviewed,
  type ReviewOptions,
  remaindersOf,
  review,
} from './review.ts';
export { type DraftReview, type DraftReviewOptions, reviewDraft } from './review-draft.ts';
export { goThrough, type Shown } from './review-session.ts';
export { writeReviewSheet } from './review-sheet.ts';
export { draftSubject, proposalSubject, type ReviewSubject } from './review-subject.ts';
export { type GivenVerdicts, nobody } from './rulings.ts';
export { publishSite, siteOf } from './site.ts';
export { openTerminal } from './this-terminal.ts';
export { today } from './today.ts';
export {
  isFileInHand,
  type VerifyFileResult,
  type VerifyOptions,
  type VerifyResult,
  verify,
  verifyFile,
} from './verify.ts';
export { siteDifference, verificationText, waivedLines } from './verify-text.ts';
export {
  type ExtractList,
  type ExtractQuery,
  extractsJson,
  extractsText,
  whyEmpty,
} from './which-extract.ts';

/** Loads what looks at the folder of a dataset. */
export const loadDataFolder = () => import('./data-folder.ts');

/** Loads the export of a Word file for corrections. */
export const loadExportCorrections = () => import('./export-corrections.ts');

/** Loads the export of spreadsheets. */
export const loadExportSheet = () => import('./export.ts');

/** Loads the exports for translators. */
export const loadExportTranslation = () => import('./export-translation.ts');

/** Loads what finishes the writes of a command that was killed. */
export const loadUnfinished = () => import('./unfinished.ts');

export type { TakedownOptions } from './takedown.ts';
export const loadTakedown = () => import('./takedown.ts');
