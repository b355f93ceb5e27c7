import { paragraphsOf, type RichParagraph, type RichRun, type Translatable } from '../../model/index.ts';
import { parseInlineLines, plainWords as wordsOnly, writeInlineLines } from '../../text/index.ts';

/** Words of the dataset as runs, and back: how they are written does not matter to who translates them. */

export type LineForm = Exclude<Translatable['form'], 'markdown'>;

/** The words of a text that is no Markdown as runs; each of its lines but the first follows a line break. */
export function runsOfWords(words: string, form: LineForm): RichRun[] {
  const lines = paragraphsOf(words.normalize('NFC')).join('\n');
  return form === 'emphasis'
    ? parseInlineLines(lines)
    : lines
        .split(/(\n)/)
        .filter((text) => text !== '')
        .map((text) => ({ text }));
}

/** Runs as words of a text that is no Markdown; looks that it cannot say fall away. */
export function wordsOfRuns(runs: RichParagraph, form: LineForm): string {
  const words = form === 'emphasis' ? writeInlineLines(runs) : wordsOnly(runs);
  return paragraphsOf(words).join('\n').normalize('NFC');
}

/** The words of runs, and nothing of their looks. */
export function plainWords(runs: RichParagraph): string {
  return wordsOfRuns(runs, 'plain');
}

/** Looks of runs that the others do not have: line breaks, strong words, words that stand out, links. */
export function looksLost(of: RichParagraph, to: RichParagraph): string[] {
  const has = (runs: RichParagraph, look: 'strong' | 'emphasis' | 'link'): boolean =>
    runs.some((run) => run[look] !== undefined && run.text.trim() !== '');
  const lost = (['strong', 'emphasis'] as const).filter((look) => has(of, look) && !has(to, look));
  const links = new Set(to.map(({ link }) => link));
  const gone = [...new Set(of.flatMap(({ link }) => link ?? []))].filter((link) => !links.has(link));
  const breaks = (runs: RichParagraph): number => runs.filter(({ text }) => text === '\n').length;
  return [
    ...(breaks(to) < breaks(of) ? ['a line break'] : []),
    ...lost.map((look) => (look === 'strong' ? 'bold' : 'italics')),
    ...gone.map((link) => `the link ${link}`),
  ];
}
