/** Texts of parts, in their files or in programme.yaml, and put back. */
import { normalWords } from '../compare/index.ts';
import { type Programme, partsOf, type Text } from '../model/index.ts';
import { readMarkdown, readWords, textsOfParts, withParagraphs } from '../text/index.ts';
import { valueAt, withValueAt, withWords } from './fields.ts';
import type { ProposedChange } from './schema.ts';

type Place = Pick<ProposedChange, 'about' | 'field' | 'lang'>;

/** The part whose text a change is about. */
export function partOfChange({ about, field = '', lang }: Place): string | undefined {
  const isText = about === 'programme' && lang !== undefined && field.startsWith('parts.');
  return isText ? field.slice('parts.'.length) : undefined;
}

/** The Markdown of the text that a change is about; nothing where it is about another thing, or there is no text. */
export function partSource({ texts = [] }: Pick<Programme, 'texts'>, change: Place): string | undefined {
  const part = partOfChange(change);
  return texts.find((text) => text.part === part && text.lang === change.lang)?.source;
}

/** The programme with another text of a part: where it stands now, or where that in the main language does. */
export function withPartSource(programme: Programme, change: Place, source: string | undefined): Programme {
  const { config, texts = [] } = programme;
  const { lang } = change;
  const part = partOfChange(change);
  const index = partsOf(config).findIndex(({ id }) => id === part);
  if (part === undefined || lang === undefined || index < 0) return programme;
  const files = texts.filter(({ field }) => field.startsWith('texts.'));
  const isInline = partsOf(config)[index]?.text !== undefined && !files.some((own) => own.part === part);
  const others = files.filter((own) => own.part !== part || own.lang !== lang);
  const path = ['parts', index, 'text'];
  const text = withWords(valueAt(config, path) as Text | undefined, lang, source, config.language);
  const now = isInline ? withValueAt(config, path, text) : config;
  const sources = isInline || source === undefined ? others : [...others, { part, lang, source }];
  return { ...programme, config: now, texts: textsOfParts(now, sources) };
}

/**
 * A text in Markdown whose paragraphs say other words, given as its readers see them, a line each. Undefined where words alone do not tell the
 * Markdown: with another number of paragraphs, or where one that changes has links or words that are bold or italic.
 */
export function markdownSaying(source: string, words: string): string | undefined {
  const { text, paragraphs } = readMarkdown(source);
  const [before, now] = [normalWords(readWords(text)), normalWords(words)].map((lines) => lines.split('\n'));
  if (before?.length !== paragraphs.length || now?.length !== paragraphs.length) return undefined;
  const differs = paragraphs.map((_, index) => before[index] !== now[index]);
  const isPlain = paragraphs.every(
    ({ runs }, index) =>
      !differs[index] || runs.every(({ strong, emphasis, link }) => !(strong || emphasis || link)),
  );
  if (!isPlain) return undefined;
  const edited = withParagraphs(source, (_, index) =>
    differs[index] ? [{ text: now[index] ?? '' }] : undefined,
  );
  return normalWords(readWords(readMarkdown(edited).text)) === now.join('\n') ? edited : undefined;
}
