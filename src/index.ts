/**
 * The verbs of `programme` for other programs. Each takes its options and gives its result as data; what a verb writes, it writes
 * whole or not at all. What is wrong with the input or the call is thrown as `UserError`. Verbs that freeze or compare with what is
 * frozen take the `Host` that they run on.
 */
export type { Lang } from '../languages/index.ts';
export type { Finding } from './check/finding.ts';
export { type BuildOptions, build } from './commands/build.ts';
export {
  type Check,
  type CheckOptions,
  check,
  type FixPlan,
  foundAtLeast,
  planFixes,
  writeFixes,
} from './commands/check.ts';
export { type CheckReportOptions, checkReport, rulesReport } from './commands/check-reports.ts';
export { type Diff, type DiffOptions, diff } from './commands/diff.ts';
export { diffReports, type ReportOptions, type Reports } from './commands/diff-reports.ts';
export { type Exported, type ExportOptions, exportSheet } from './commands/export.ts';
export { exportCorrections } from './commands/export-corrections.ts';
export { exportTranslation } from './commands/export-translation.ts';
export {
  type AllExtracts,
  type ExtractResult,
  extract,
  extractAll,
  listExtracts,
} from './commands/extract.ts';
export {
  CHECK_FORMATS,
  type CheckFormat,
  DIFF_FORMATS,
  type DiffFormat,
  FORMAT_NAMES,
  type Format,
} from './commands/formats.ts';
export { copyPublished, type FreezeOptions, type FreezePlan, freeze, planFreeze } from './commands/freeze.ts';
export type { Host } from './commands/host.ts';
export { type Imported, type ImportOptions, importSheet } from './commands/import.ts';
export { type Initialised, type InitOptions, initDataset } from './commands/init.ts';
export type { Manifest } from './commands/manifest.ts';
export type { Built } from './commands/output.ts';
export { type Proposed, type ProposeOptions, propose } from './commands/propose.ts';
export { type ReadyOptions, ready } from './commands/ready.ts';
export { listProposals, type Reviewed, type ReviewOptions, review } from './commands/review.ts';
export { type DraftReview, type DraftReviewOptions, reviewDraft } from './commands/review-draft.ts';
export {
  type FileVerification,
  type Verification,
  type VerifyOptions,
  verifyEditions,
  verifyFile,
} from './commands/verify.ts';
export type { ExtractList, ExtractQuery } from './commands/which-extract.ts';
export type { Change, Comparison } from './compare/change.ts';
export { type Problem, UserError } from './errors.ts';
export type { Gate, Readiness } from './report/gates.ts';
