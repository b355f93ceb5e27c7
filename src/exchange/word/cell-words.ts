import { paragraphsOf, type RichParagraph, type RichRun } from '../../model/index.ts';
import { type Reading, runsIn, type WordCell, wordsIn } from '../../read/docx/index.ts';
import {
  bareAddress,
  EMPTY_CELL,
  emphatic,
  isSameInline,
  isWritable,
  joined,
  looksAmong,
  parseInlineLines,
  plainWords,
  saysAddress,
  writeInlineLines,
} from '../../text/index.ts';

/** What a cell of a returned Word file says of a field. */

/** What a cell was printed from. */
export interface Printed {
  /** Words above the title that are no part of it, such as a status. */
  mark: string | undefined;
  /** The words of the field that were sent, if there were any. */
  words: string | undefined;
  /** Its words have signs of emphasis. */
  emphasis: boolean;
  /** All its words are printed bold: which of them are strong cannot be seen. */
  isTitle: boolean;
}

/** What stands in an empty cell, and what people write for it. */
const EMPTY_SIGNS: readonly string[] = [EMPTY_CELL, '-', '—'];

/** The words of a field in a reading of its cell, as the dataset has them; nothing where it says nothing. */
export function wordsOfCell(
  cell: WordCell | undefined,
  reading: Reading,
  printed: Printed,
): string | undefined {
  const words = printed.emphasis
    ? paragraphsOf(writeInlineLines(runsOfCell(cell, reading, printed))).join('\n')
    : withoutMark(wordsIn(cell?.paragraphs ?? [], reading), printed.mark);
  return words === '' || EMPTY_SIGNS.includes(words) ? undefined : words;
}

/** Whether words are those that were sent, with the looks that can be seen. */
export function isAsSent(words: string | undefined, { words: sent, emphasis, isTitle }: Printed): boolean {
  const before = sent === undefined ? undefined : printedWords(sent);
  if (!emphasis || words === undefined || before === undefined) return words === before;
  const seen = isTitle ? writeInlineLines(withoutStrong(parseInlineLines(before))) : before;
  return isSameInline(words, seen);
}

/** Words as a Word file holds them. */
export function printedWords(words: string): string {
  return words
    .split('\n')
    .map((line) => line.replace(/[\t\r]/gu, ' ').trim())
    .join('\n');
}

/** Bold and italic words of a cell whose field holds no emphasis. */
export function emphasisNotTaken(cell: WordCell | undefined, printed: Printed): readonly RichRun[] {
  return printed.emphasis || !hasLooks(cell) ? [] : emphatic(runsOfCell(cell, 'accepted', printed));
}

/**
 * Links of a cell that its field does not take: it holds none, or none to their address. Addresses that are the words of the cell, or were those
 * that were sent, are no loss.
 */
export function linksNotTaken(cell: WordCell | undefined, printed: Printed): readonly RichRun[] {
  if (!hasLooks(cell)) return [];
  const runs = joined(
    runsOfCell(cell, 'accepted', printed).map(({ text, link }) => ({ text, ...(link && { link }) })),
  );
  const said = [plainWords(runs), printed.words ?? ''].flatMap((words) => words.split('\n'));
  return runs.filter(
    (run) =>
      run.link !== undefined &&
      run.text.trim() !== '' &&
      !(printed.emphasis && isWritable(run)) &&
      !said.some((words) => saysAddress(words, run.link ?? '')),
  );
}

function hasLooks(cell: WordCell | undefined): boolean {
  const pieces = cell?.paragraphs.flatMap((paragraph) => paragraph.pieces) ?? [];
  return pieces.some(({ strong, emphasis, link }) => strong || emphasis || link !== undefined);
}

function withoutMark(words: string, mark: string | undefined): string {
  return mark !== undefined && words.startsWith(`${mark}\n`) ? words.slice(mark.length + 1) : words;
}

function runsOfCell(
  cell: WordCell | undefined,
  reading: Reading,
  { mark, words = '', emphasis, isTitle }: Printed,
): RichRun[] {
  const all = runsIn(cell?.paragraphs ?? [], reading);
  const end = all.findIndex(({ text }) => text === '\n');
  const isMarked = mark !== undefined && end > 0 && plainWords(all.slice(0, end)).trim() === mark;
  const cellRuns = isMarked ? all.slice(end + 1) : all;
  const sent = emphasis ? parseInlineLines(words) : [];
  const linked = withoutMadeLinks(cellRuns, sent);
  const own = isTitle ? withoutStrong(linked) : linked;
  const among = looksAmong(own);
  // What all words have, and none had that were sent, is the look of the cell: titles are bold.
  const isSent = (look: 'strong' | 'emphasis'): boolean => sent.some((run) => run[look]);
  if (!isSent('strong') && !isSent('emphasis')) return among;
  return joined(
    own.map(({ strong, emphasis: italic, ...run }) => ({
      ...run,
      ...(strong && (isSent('strong') || among.some((one) => one.strong)) && { strong }),
      ...(italic && (isSent('emphasis') || among.some((one) => one.emphasis)) && { emphasis: italic }),
    })),
  );
}

/** Word processors make links of addresses that somebody types: these are words, but where they were sent as links. */
function withoutMadeLinks(runs: readonly RichRun[], sent: readonly RichRun[]): RichRun[] {
  const before = new Set(sent.flatMap(({ link }) => (link === undefined ? [] : [bareAddress(link)])));
  const isMade = ({ text, link }: RichRun): boolean =>
    link !== undefined && saysAddress(text, link) && !before.has(bareAddress(link));
  return joined(
    runs.map((run) => {
      const { link: _, ...words } = run;
      return isMade(run) ? words : run;
    }),
  );
}

const withoutStrong = (runs: RichParagraph): RichRun[] => joined(runs.map(({ strong: _, ...run }) => run));
