/** Writes reports on findings, changes and gates as text, Markdown, JSON or HTML. */
export { changesAsJson, changesForJson } from './changes-json.ts';
export { changesAsMarkdown } from './changes-markdown.ts';
export { type ChangesTextOptions, changesAsText, changesInLines } from './changes-text.ts';
export { findingsGithub } from './findings-github.ts';
export { findingsJson } from './findings-json.ts';
export { findingsMarkdown } from './findings-md.ts';
export {
  type FindingsReport,
  spellingCheckedWith,
  spellingNotChecked,
  summaryOf,
  translationLines,
} from './findings-report.ts';
export { renderRulesDoc, rulesJson, rulesText } from './findings-rules.ts';
export { findingsText, tableText } from './findings-text.ts';
export { type Gate, type GateMessages, gateLines, gateOf, gatesText, type Readiness } from './gates.ts';
export { messageOf } from './messages.ts';
export { proposalNotes, remaindersText, remainderText } from './proposal-text.ts';
