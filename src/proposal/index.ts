/** Compares proposed changes with the draft, and applies the accepted changes to it. */
export { withChanges } from './accept.ts';
export { asComparison } from './as-comparison.ts';
export { changesBetween, changesIn } from './changes.ts';
export { type NeededSetting, type Standing, standingsOf } from './decide.ts';
export {
  proposalFile,
  proposalNames,
  proposalsDir,
  proposalText,
  readProposal,
  readProposals,
} from './files.ts';
export { withFreeIds } from './free-ids.ts';
export { type OwnChanges, ownChanges } from './own-changes.ts';
export type { NamedProposal, Proposal, ProposedChange, Remainder, Verdict } from './schema.ts';
export {
  type Act,
  type Answer,
  actOf,
  after,
  begin,
  type Item,
  KEYS,
  type ReviewSession,
} from './session.ts';
export { lackOf, settingsBetween } from './settings.ts';
export { acceptWithoutConflict, dateIn, type Reviewer, type Ruling, rule } from './verdicts.ts';
