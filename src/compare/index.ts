/** Compares two programmes: determines the changes, with their severities, fingerprints and approvals. */
export { type ApprovalsFile, ApprovalsFileSchema, lastVerdicts, markApproved } from './approvals.ts';
export { type Audience, audienceOf, fieldLabel, shownText } from './audience.ts';
export type {
  Approval,
  Change,
  ComparedSource,
  Comparison,
  Difference,
  FieldWords,
  ParagraphDiff,
  PrintedPlace,
  Segment,
} from './change.ts';
export { compare } from './compare.ts';
export { isPrinted, kindsOfFields, versions } from './differences.ts';
export { changedParagraphs } from './displayed-text.ts';
export { excerpt } from './excerpt.ts';
export {
  eventFields,
  eventOf,
  fieldKey,
  normalWords,
  programmeFields,
  sideFields,
  sideRegionsOf,
  themeFields,
} from './fields.ts';
export { fingerprintOf } from './fingerprint.ts';
export { eventItems, themeItems } from './item.ts';
export { matchEvents, matchEventsById } from './match.ts';
export { moved } from './order.ts';
export {
  codesOf,
  type ReadableChange,
  type ReadableComparison,
  type ReadableGroup,
  type ReadablePart,
  type ReadableSubject,
  readable,
  readableChange,
} from './readable.ts';
export { PLACE_DETAILS, regionNames } from './reference.ts';
export { groupedReplacements } from './replaced-in-all.ts';
export { countAtLeast, openChanges, restrictTo, severityCounts, totalOf } from './select.ts';
export { diffText, newText, oldText } from './text-diff.ts';

/** Loads the module that compares editions when it is first needed. */
export const loadCompare = () => import('./compare.ts');
