/** Corrections and translations in Word files. In: what was read of a file. Out: the states of the programme that it starts from and wishes. */
export { likestState, type State } from './likest.ts';
export { returned } from './returned.ts';
export { recordOf, type Sent, sentOf, sentOfRecord } from './sent.ts';
export { recordOfTranslation, type SentTexts, sentTexts, translationsIn } from './translations.ts';
