import { type Lang, type LangText, paragraphsOf, type Text, textIn } from '../model/index.ts';
import { languageStretches, parseInline } from '../text/index.ts';
import type { Paragraph, Run } from './model.ts';

/** Functions that convert texts of the dataset to runs, for a document in one language. */
export interface Runs {
  /** Converts a text to one run; line breaks become spaces. */
  run(text: Text): Run;
  /** Converts a text to one paragraph; words in other languages are marked. */
  paragraph(text: Text): Paragraph;
  /** The paragraphs of a text. */
  paragraphs(text: Text): Paragraph[];
  /** The paragraphs of a text with emphasis. */
  emphasisedParagraphs(text: Text): Paragraph[];
  /** Converts text in the language `textLang` to runs; words in other languages are marked. */
  stretches(words: string, textLang: Lang): Run[];
  /** The plain text, without markup. */
  words(text: Text): string;
}

/** Text in one language as runs of a document; words in other languages are marked. */
export function inLanguages(text: LangText, lang: Lang): Run[] {
  return languageStretches(text).map((stretch) => inLanguage(stretch.words, stretch.lang, lang));
}

/** Text in one language as a single run. */
export const inLanguage = (text: string, textLang: Lang, lang: Lang): Run =>
  textLang === lang ? { text } : { text, lang: textLang };

/**
 * @param lang language of the document
 * @param main language of texts written as plain strings
 */
export function runsIn(lang: Lang, main: Lang): Runs {
  const split = (words: string, textLang: Lang): Run[] => inLanguages({ words, lang: textLang }, lang);
  const joined = (text: Text): { words: string; textLang: Lang } => {
    const { words, lang: textLang } = textIn(text, lang, main);
    return { words: paragraphsOf(words).join(' '), textLang };
  };
  return {
    run(text) {
      const { words, textLang } = joined(text);
      return inLanguage(words, textLang, lang);
    },
    paragraph(text) {
      const { words, textLang } = joined(text);
      return split(words, textLang);
    },
    paragraphs(text) {
      const { words, lang: textLang } = textIn(text, lang, main);
      return paragraphsOf(words).map((paragraph) => split(paragraph, textLang));
    },
    emphasisedParagraphs(text) {
      const { words, lang: textLang } = textIn(text, lang, main);
      return paragraphsOf(words).map((paragraph) =>
        parseInline(paragraph).flatMap(({ text, ...look }) =>
          split(text, textLang).map((run): Run => ({ ...run, ...look })),
        ),
      );
    },
    stretches: split,
    words: (text) => joined(text).words,
  };
}
