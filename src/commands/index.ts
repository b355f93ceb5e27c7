/**
 * The commands of the program. A command takes its options as values, and returns its findings or the files that it has
 * written. A command writes either all its files or none.
 */

export type { AnswerOptions, Preview, PreviewText } from './answers.ts';
export { type BuildOptions, type BuildResult, build, type Progress } from './build.ts';
export {
  aidsOf,
  type CheckOptions,
  type CheckResult,
  check,
  type FixOptions,
  type FixResult,
  fix,
  foundAtLeast,
  proofed,
  WORDS_FILE,
} from './check.ts';
export { type Checked, type CheckReport, type CheckReportOptions, rulesReport } from './check-reports.ts';
export type { DataFile } from './data-files.ts';
export { coarseLines, designNotes } from './design-notes.ts';
export { type DesignResources, fontsOf, openDesignResources } from './design-resources.ts';
export { type DiffOptions, type DiffResult, diff } from './diff.ts';
export {
  type EditConflict,
  type EditOptions,
  type EditResult,
  type EventEdit,
  type EventSpot,
  edit,
  listEditions,
  type ReadDatasetOptions,
  readDataset,
} from './edit.ts';
export {
  type EditSettingsOptions,
  type EditSettingsResult,
  editSettings,
  type ReadSettingsOptions,
  readSettings,
  type SettingEdit,
  type Settings,
} from './edit-settings.ts';
export {
  type ExportCorrectionsOptions,
  type ExportOptions,
  type ExportResult,
  type ExportTranslationOptions,
  type ExportTranslationResult,
  exportCorrections,
  exportSheet,
  exportTranslation,
} from './export.ts';
export {
  type ExtractAllOptions,
  type ExtractAllResult,
  type ExtractOptions,
  type ExtractResult,
  extract,
  extractAll,
  type ListExtractsOptions,
  type ListExtractsResult,
  listExtracts,
  type Manifest,
} from './extract.ts';
export {
  type ExtractList,
  type ExtractQuery,
  extractIn,
  extractsJson,
  extractsText,
  listOfExtracts,
  partOf,
  whichExtract,
  whyEmpty,
} from './extracts.ts';
export {
  CHECK_FORMATS,
  type CheckFormat,
  DATA_FORMATS,
  type DataFormat,
  DIFF_FORMATS,
  type DiffFormat,
  DOCUMENT_FORMATS,
  type DocumentFormat,
  FORMAT_NAMES,
  type Format,
  PAPER_FORMAT_NAMES,
  PRINTED_FORMATS,
  type Redline,
} from './formats.ts';
export { type FreezeOptions, type FreezeResult, freeze } from './freeze.ts';
export { NotReady } from './freeze-plan.ts';
export { type ImportSheetOptions, type ImportSheetResult, importOpened, importSheet } from './import.ts';
export type { ReadingOptions } from './import-source.ts';
export { type GivenVerdict, importVerdicts } from './import-verdicts.ts';
export { type InitOptions, type InitResult, init } from './init.ts';
export {
  type FirstRows,
  type NewDataset,
  type OpenQuestionsOptions,
  type OpenQuestionsResult,
  openQuestions,
} from './list-dataset.ts';
export { type Opened, open } from './open.ts';
export type { BuiltFile } from './output.ts';
export { type AddPictureOptions, addPicture } from './picture-folder.ts';
export { type ProposeOptions, type ProposeResult, propose, proposeOpened } from './propose.ts';
export { type OptionalGate, type ReadyOptions, ready } from './ready.ts';
export {
  listProposals,
  type ReviewOptions,
  type ReviewResult,
  remaindersOf,
  review,
} from './review.ts';
export { type ReviewDraftOptions, type ReviewDraftResult, reviewDraft } from './review-draft.ts';
export { goThrough, type KeptAnswers, keptAnswers, type Shown } from './review-session.ts';
export { draftSubject, proposalSubject, type ReviewSubject, writeReviewSheet } from './review-subject.ts';
export { deciderMissing, type GivenVerdicts, type NamedVerdicts } from './rulings.ts';
export { publishSite, type Site, type SiteDifference, siteOf } from './site.ts';
export { sourceFiles } from './source-files.ts';
export { planTakedown, type TakedownOptions, takeDown } from './takedown.ts';
export { openTerminal } from './this-terminal.ts';
export { today } from './today.ts';
export {
  type EditionTakedown,
  type FontNotHeld,
  isFileInHand,
  type RebuiltFile,
  type VerifyFileOptions,
  type VerifyFileResult,
  type VerifyOptions,
  type VerifyResult,
  verify,
  verifyFile,
} from './verify.ts';
export { siteDifference, verificationText, waivedLines } from './verify-text.ts';

/** Loads the code that finds the dataset folder. */
export const loadDataFolder = () => import('./data-folder.ts');

/** Loads the code that completes interrupted writes. */
export const loadUnfinished = () => import('./unfinished.ts');
