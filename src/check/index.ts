/** Proofreads a programme: finds problems and determines the edits to the YAML files that fix them. */
export { applyEdits, applyTextEdits, fixDiff, fixesOf } from './apply-fixes.ts';
export { checkProgramme } from './check.ts';
export { type Completeness, type CompletenessRow, completeness } from './completeness.ts';
export type { Finding, Fix } from './finding.ts';
export { locateFindings, type SourceFile } from './locate-findings.ts';
export { languageCalled } from './message-names.ts';
export { plannedEdtf } from './planned.ts';
export type { Rule, RuleResources } from './rule.ts';
export { openSpelling, type Spelling } from './spelling.ts';
export { languagesOf, type PrintedText, textsOf } from './texts.ts';
export { editsOfSource, inSource } from './written.ts';
