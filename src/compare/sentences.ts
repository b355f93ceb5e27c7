/** Where a sentence ends: after a word, for the full stops of St. and No. end none. */
const SENTENCE_END = /(?<=[\p{Ll}\p{M}\d)»”"]{2}[.!?…]["»”)]?)\s+|\n+/u;

/** The sentences of a text. */
export function sentencesOf(text: string): string[] {
  return text.split(SENTENCE_END).filter((sentence) => sentence !== '');
}
