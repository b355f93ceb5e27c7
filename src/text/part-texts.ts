import {
  isMade,
  LANGS,
  type Lang,
  type Part,
  type PartText,
  type ProgrammeFile,
  partsOf,
  textField,
  wordsByLanguage,
} from '../model/index.ts';
import { readMarkdown } from './markdown.ts';

/** The Markdown source of a part in a language, and where it is stored. */
export type TextSource = Omit<PartText, 'rich'>;

/** The texts that programme.yaml contains for a part; `index` is the position of the part in the list of parts. */
export function inlineTexts({ id, text }: Part, index: number, main: Lang): TextSource[] {
  if (text === undefined) return [];
  return wordsByLanguage(text, `parts.${index}.text`, main).map(({ words: source, lang, field }) => ({
    part: id,
    lang,
    field,
    source,
  }));
}

/** Sorts texts by part and then by language. */
export function inPartOrder<T extends Pick<PartText, 'part' | 'lang'>>(
  config: Pick<ProgrammeFile, 'parts'>,
  texts: readonly T[],
): T[] {
  const parts = partsOf(config).filter(({ id }) => !isMade(id));
  return parts.flatMap(({ id }) =>
    LANGS.flatMap((lang) => texts.filter((text) => text.part === id && text.lang === lang)),
  );
}

/** Parses the texts of a programme from the given files and from programme.yaml. All of these texts must be valid. */
export function textsOfParts(
  config: Pick<ProgrammeFile, 'parts' | 'language'>,
  files: readonly Pick<TextSource, 'part' | 'lang' | 'source'>[],
): PartText[] {
  const sources = [
    ...files.map((text) => ({ ...text, field: textField(text.part, text.lang) })),
    ...partsOf(config).flatMap((part, index) => inlineTexts(part, index, config.language)),
  ];
  return inPartOrder(config, sources).map((text) => ({ ...text, rich: readMarkdown(text.source).text }));
}
