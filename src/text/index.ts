/** Processes texts: labels, typography, emphasis, Markdown, sort order, and ids that are made from texts. */
export { type Amount, amountsIn } from './amounts.ts';
export { ARTICLES } from './articles.ts';
export { byLanguage, inAllLanguages } from './by-language.ts';
export { compareNames } from './collation.ts';
export { comparable } from './comparable.ts';
export { namesConsulate } from './consulates.ts';
export { inPlainWords, textWith, withEmphasisOf } from './emphasis-form.ts';
export { guarded, looksLikeFormula, unguarded } from './formula.ts';
export { fromValue, textsToTranslate, withWordsFromValues } from './from-values.ts';
export {
  emphatic,
  escapeInline,
  hasLook,
  isSameInline,
  isSameRuns,
  isWritable,
  joined,
  looksAmong,
  parseInline,
  parseInlineLines,
  placesInInline,
  plainInline,
  plainWords,
  withLinksOf,
  writeInlineLines,
} from './inline.ts';
export {
  type ChangeLabels,
  counted,
  EMPTY_CELL,
  fill,
  type Labels,
  labelShapes,
  labelsOf,
  placesIn,
  type RemarkLabels,
  type ScreenLabels,
} from './labels.ts';
export {
  type LanguageEvidence,
  languageInsteadOf,
  languageOfList,
  otherLanguageOf,
} from './language-of-texts.ts';
export { type MarkdownParagraph, placeInSource, readMarkdown } from './markdown.ts';
export { type Addition, editMarkdown } from './markdown-edits.ts';
export { withParagraphs } from './markdown-words.ts';
export { CHARACTER_CODE, TAG, withCharacters } from './markup.ts';
export { inlineTexts, inPartOrder, type TextSource, textsOfParts } from './part-texts.ts';
export { positionsIn } from './positions.ts';
export { bareAddress, linkedWords, readWords, runningParagraphs, saysAddress } from './rich-words.ts';
export { languageStretches } from './script.ts';
export { idMaker, isDevice, slug, uniqueNames } from './slug.ts';
export { addressTest, capitalised } from './typography.ts';
