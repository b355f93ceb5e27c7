import type { Message } from '../../messages.ts';
import { paragraphsOf, type RichParagraph, type RichRun, type Translatable } from '../../model/index.ts';
import { parseInlineLines, plainWords as wordsOnly, writeInlineLines } from '../../text/index.ts';
import { messageOf } from '../messages.ts';

/** Converts texts of the dataset to runs and back, so that translators do not see any markup. */

export type LineForm = Exclude<Translatable['form'], 'markdown'>;

/** Converts a text that is not Markdown to runs. Line breaks are separate runs. */
export function runsOfWords(words: string, form: LineForm): RichRun[] {
  const lines = paragraphsOf(words.normalize('NFC')).join('\n');
  return form === 'emphasis'
    ? parseInlineLines(lines)
    : lines
        .split(/(\n)/)
        .filter((text) => text !== '')
        .map((text) => ({ text }));
}

/** Converts runs to a text that is not Markdown. Formatting that the form of the text cannot express is dropped. */
export function wordsOfRuns(runs: RichParagraph, form: LineForm): string {
  const words = form === 'emphasis' ? writeInlineLines(runs) : wordsOnly(runs);
  return paragraphsOf(words).join('\n').normalize('NFC');
}

/** The text of runs, without their formatting. */
export function plainWords(runs: RichParagraph): string {
  return wordsOfRuns(runs, 'plain');
}

/** Lists the formatting (line breaks, bold, italics, links) that the first runs have and the second runs lack. */
export function looksLost(of: RichParagraph, to: RichParagraph): Message[] {
  const has = (runs: RichParagraph, look: 'strong' | 'emphasis' | 'link'): boolean =>
    runs.some((run) => run[look] !== undefined && run.text.trim() !== '');
  const lost = (['strong', 'emphasis'] as const).filter((look) => has(of, look) && !has(to, look));
  const links = new Set(to.map(({ link }) => link));
  const missing = [...new Set(of.flatMap(({ link }) => link ?? []))].filter((link) => !links.has(link));
  const breaks = (runs: RichParagraph): number => runs.filter(({ text }) => text === '\n').length;
  return [
    ...(breaks(to) < breaks(of) ? [messageOf('look-line-break')] : []),
    ...lost.map((look) => messageOf(look === 'strong' ? 'look-bold' : 'look-italics')),
    ...missing.map((link) => messageOf('look-link', { link })),
  ];
}
