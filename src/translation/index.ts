/** Translation units. In: a programme and a pair of languages. Out: its texts with their translations and states. */
export { type Unit, type UnitGroup, unitGroups } from './units.ts';
export { type LineForm, looksLost, plainWords, runsOfWords, wordsOfRuns } from './words.ts';
