import { paragraphsOf, type RichParagraph, type RichRun, type Translatable } from '../../model/index.ts';
import { emphasisIn, joined, writtenEmphasis } from '../../text/index.ts';

/** Words of the dataset as runs, and back: how they are written does not matter to who translates them. */

export type LineForm = Exclude<Translatable['form'], 'markdown'>;

/** How the runs of a line are read in a form. */
const RUNS: Record<LineForm, (line: string) => RichRun[]> = {
  plain: (text) => [{ text }],
  strong: strongRuns,
  emphasis: emphasisIn,
};

/** The words of a text that is no Markdown as runs; each of its lines but the first follows a line break. */
export function runsOfWords(words: string, form: LineForm): RichRun[] {
  return paragraphsOf(words.normalize('NFC')).flatMap((line, index) => [
    ...(index === 0 ? [] : [{ text: '\n' }]),
    ...RUNS[form](line),
  ]);
}

function strongRuns(line: string): RichRun[] {
  return line
    .split(/\*\*(.+?)\*\*/)
    .flatMap((text, index): RichRun[] =>
      text === '' ? [] : [{ text, ...(index % 2 === 1 ? { strong: true } : {}) }],
    );
}

/** Runs as words of a text that is no Markdown; looks that it cannot say fall away. */
export function wordsOfRuns(runs: RichParagraph, form: LineForm): string {
  if (form === 'emphasis') return paragraphsOf(writtenEmphasis(runs).words).join('\n').normalize('NFC');
  const said = joined(
    runs.map(({ text, strong }) => ({ text, ...(form === 'strong' && strong && { strong }) })),
  );
  const words = said
    .map(({ text, strong }) => {
      const [, before = '', inner = '', after = ''] = /^(\s*)(.*?)(\s*)$/s.exec(text) ?? [];
      return strong && inner !== '' ? `${before}**${inner}**${after}` : text;
    })
    .join('');
  return paragraphsOf(words).join('\n').normalize('NFC');
}

/** The words of runs, and nothing of their looks. */
export function plainWords(runs: RichParagraph): string {
  return wordsOfRuns(runs, 'plain');
}

/** Looks of runs that the others do not have: strong words, words that stand out, links. */
export function looksLost(of: RichParagraph, to: RichParagraph): string[] {
  const has = (runs: RichParagraph, look: 'strong' | 'emphasis' | 'link'): boolean =>
    runs.some((run) => run[look] !== undefined && run.text.trim() !== '');
  const lost = (['strong', 'emphasis'] as const).filter((look) => has(of, look) && !has(to, look));
  const links = new Set(to.map(({ link }) => link));
  const gone = [...new Set(of.flatMap(({ link }) => link ?? []))].filter((link) => !links.has(link));
  return [
    ...lost.map((look) => (look === 'strong' ? 'bold' : 'italics')),
    ...gone.map((link) => `the link ${link}`),
  ];
}
