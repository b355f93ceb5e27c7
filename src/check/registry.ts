import type { Rule } from './rule.ts';
import { apostrophes } from './rules/apostrophes.ts';
import { asterisks } from './rules/asterisks.ts';
import { bodyMissing } from './rules/body-missing.ts';
import { brackets } from './rules/brackets.ts';
import { cellOverflow } from './rules/cell-overflow.ts';
import { cutOff } from './rules/cut-off.ts';
import { dashes } from './rules/dashes.ts';
import { dateInTextDisagrees } from './rules/date-in-text-disagrees.ts';
import { dateMissing } from './rules/date-missing.ts';
import { dateNotUnderstood } from './rules/date-not-understood.ts';
import { dateOnlyInText } from './rules/date-only-in-text.ts';
import { dateOrder } from './rules/date-order.ts';
import { dateOutsidePeriod } from './rules/date-outside-period.ts';
import { datePast } from './rules/date-past.ts';
import { dateWordsDisagree } from './rules/date-words-disagree.ts';
import { descriptionMissing } from './rules/description-missing.ts';
import { descriptionRepeatsTitle } from './rules/description-repeats-title.ts';
import { duplicateEvent } from './rules/duplicate-event.ts';
import { ellipsis } from './rules/ellipsis.ts';
import { finalStop } from './rules/final-stop.ts';
import { frenchSpacing } from './rules/french-spacing.ts';
import { glyphMissing } from './rules/glyph-missing.ts';
import { headingCapitals } from './rules/heading-capitals.ts';
import { lookalikeLetters } from './rules/lookalike-letters.ts';
import { markup } from './rules/markup.ts';
import { missionSide } from './rules/mission-side.ts';
import { nameVariant } from './rules/name-variant.ts';
import { noTitle } from './rules/no-title.ts';
import { nonbreakingSpaces } from './rules/nonbreaking-spaces.ts';
import { ordinals } from './rules/ordinals.ts';
import { otherLanguage } from './rules/other-language.ts';
import { otherScript } from './rules/other-script.ts';
import { placeUnknown } from './rules/place-unknown.ts';
import { placeholder } from './rules/placeholder.ts';
import { punctuation } from './rules/punctuation.ts';
import { quotationMarks } from './rules/quotation-marks.ts';
import { quotesUnbalanced } from './rules/quotes-unbalanced.ts';
import { regionKind } from './rules/region-kind.ts';
import { regionPlaceDisagree } from './rules/region-place-disagree.ts';
import { repeatedWords } from './rules/repeated-words.ts';
import { sidesSwapped } from './rules/sides-swapped.ts';
import { smallWords } from './rules/small-words.ts';
import { spaces } from './rules/spaces.ts';
import { spelling } from './rules/spelling.ts';
import { staleAcceptance } from './rules/stale-acceptance.ts';
import { textInDate } from './rules/text-in-date.ts';
import { titleIsDescription } from './rules/title-is-description.ts';
import { toBeDetermined } from './rules/to-be-determined.ts';
import { translationOutdated } from './rules/translation-outdated.ts';
import { unknownName } from './rules/unknown-name.ts';
import { untranslated } from './rules/untranslated.ts';
import { weekdayWrong } from './rules/weekday-wrong.ts';
import { wordVariant } from './rules/word-variant.ts';

/** Every rule, in the order in which rules are listed: dates, places, events, words, typography, languages, output. */
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
  duplicateEvent,
  sidesSwapped,
  missionSide,
  regionPlaceDisagree,
  regionKind,
  placeholder,
  placeUnknown,
  nameVariant,
  bodyMissing,
  noTitle,
  titleIsDescription,
  descriptionMissing,
  descriptionRepeatsTitle,
  cutOff,
  ellipsis,
  toBeDetermined,
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
  untranslated,
  translationOutdated,
  otherLanguage,
  otherScript,
  lookalikeLetters,
  glyphMissing,
  cellOverflow,
  staleAcceptance,
];
