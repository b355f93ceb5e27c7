/** The proofing rules, one per file. Each finds spots in the texts of a programme, with messages and fixes. */
import type { Rule } from '../rule.ts';
import { apostrophes } from './apostrophes.ts';
import { asterisks } from './asterisks.ts';
import { bodyMissing } from './body-missing.ts';
import { bodyVariant } from './body-variant.ts';
import { brackets } from './brackets.ts';
import { cellOverflow } from './cell-overflow.ts';
import { cutOff } from './cut-off.ts';
import { dashes } from './dashes.ts';
import { dateInTextDisagrees } from './date-in-text-disagrees.ts';
import { dateMissing } from './date-missing.ts';
import { dateNotUnderstood } from './date-not-understood.ts';
import { dateOnlyInText } from './date-only-in-text.ts';
import { dateOrder } from './date-order.ts';
import { dateOutsidePeriod } from './date-outside-period.ts';
import { datePast } from './date-past.ts';
import { dateWordsDisagree } from './date-words-disagree.ts';
import { descriptionMissing } from './description-missing.ts';
import { descriptionRepeatsTitle } from './description-repeats-title.ts';
import { duplicateEvent } from './duplicate-event.ts';
import { ellipsis } from './ellipsis.ts';
import { filler } from './filler.ts';
import { finalStop } from './final-stop.ts';
import { frenchSpacing } from './french-spacing.ts';
import { glyphMissing } from './glyph-missing.ts';
import { headingCapitals } from './heading-capitals.ts';
import { hoursOrder } from './hours-order.ts';
import { lookalikeLetters } from './lookalike-letters.ts';
import { markup } from './markup.ts';
import { missionSide } from './mission-side.ts';
import { nameVariant } from './name-variant.ts';
import { noTitle } from './no-title.ts';
import { nonbreakingSpaces } from './nonbreaking-spaces.ts';
import { ordinals } from './ordinals.ts';
import { otherLanguage } from './other-language.ts';
import { otherScript } from './other-script.ts';
import { pictureWithoutWords } from './picture-without-words.ts';
import { placeNotListed } from './place-not-listed.ts';
import { placeTaken } from './place-taken.ts';
import { placeUnknown } from './place-unknown.ts';
import { placeholder } from './placeholder.ts';
import { priceContradiction } from './price-contradiction.ts';
import { priceForm } from './price-form.ts';
import { programmeLanguage } from './programme-language.ts';
import { punctuation } from './punctuation.ts';
import { quotationMarks } from './quotation-marks.ts';
import { quotesUnbalanced } from './quotes-unbalanced.ts';
import { regionKind } from './region-kind.ts';
import { regionPlaceDisagree } from './region-place-disagree.ts';
import { repeatedWords } from './repeated-words.ts';
import { seatsDisagree } from './seats-disagree.ts';
import { sidesSwapped } from './sides-swapped.ts';
import { smallWords } from './small-words.ts';
import { spaces } from './spaces.ts';
import { spelling } from './spelling.ts';
import { staleAcceptance } from './stale-acceptance.ts';
import { textInDate } from './text-in-date.ts';
import { timeNotUnderstood } from './time-not-understood.ts';
import { titleCapitals } from './title-capitals.ts';
import { titleIsDescription } from './title-is-description.ts';
import { toBeDetermined } from './to-be-determined.ts';
import { translationOutdated } from './translation-outdated.ts';
import { unknownName } from './unknown-name.ts';
import { untranslated } from './untranslated.ts';
import { weekdayWrong } from './weekday-wrong.ts';
import { wordVariant } from './word-variant.ts';

export { otherLanguage } from './other-language.ts';
export { languageInstead, programmeLanguage } from './programme-language.ts';
export { staleAcceptance } from './stale-acceptance.ts';

/** All rules in the order of the list: dates, places, events, words, typography, languages, output. */
export const RULES: readonly Rule[] = [
  dateOutsidePeriod,
  dateNotUnderstood,
  textInDate,
  dateOnlyInText,
  dateInTextDisagrees,
  dateWordsDisagree,
  weekdayWrong,
  dateOrder,
  datePast,
  dateMissing,
  timeNotUnderstood,
  hoursOrder,
  duplicateEvent,
  placeTaken,
  sidesSwapped,
  missionSide,
  regionPlaceDisagree,
  regionKind,
  placeholder,
  filler,
  placeUnknown,
  placeNotListed,
  nameVariant,
  bodyVariant,
  bodyMissing,
  noTitle,
  titleIsDescription,
  descriptionMissing,
  descriptionRepeatsTitle,
  pictureWithoutWords,
  cutOff,
  ellipsis,
  toBeDetermined,
  priceContradiction,
  priceForm,
  seatsDisagree,
  markup,
  asterisks,
  spelling,
  unknownName,
  wordVariant,
  repeatedWords,
  smallWords,
  quotationMarks,
  quotesUnbalanced,
  apostrophes,
  spaces,
  frenchSpacing,
  nonbreakingSpaces,
  dashes,
  punctuation,
  brackets,
  ordinals,
  finalStop,
  headingCapitals,
  titleCapitals,
  untranslated,
  translationOutdated,
  programmeLanguage,
  otherLanguage,
  otherScript,
  lookalikeLetters,
  glyphMissing,
  cellOverflow,
  staleAcceptance,
];
