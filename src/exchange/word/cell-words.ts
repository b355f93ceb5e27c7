import { paragraphsOf, type RichParagraph, type RichRun } from '../../model/index.ts';
import { type Reading, runsIn, textInReading, type WordCell } from '../../read/docx/index.ts';
import {
  bareAddress,
  EMPTY_CELL,
  emphatic,
  hasLook,
  isSameInline,
  isWritable,
  joined,
  looksAmong,
  parseInlineLines,
  plainWords,
  saysAddress,
  writeInlineLines,
} from '../../text/index.ts';

/** Reads the texts of fields from the cells of a returned Word file. */

/** What was printed in a cell. */
export interface Printed {
  /** A line above the title that is not part of it, such as a status. */
  mark: string | undefined;
  /** The text of the field as it was sent; undefined if there was none. */
  words: string | undefined;
  /** Whether the text has emphasis markup. */
  emphasis: boolean;
  /** Whether the whole text is printed in bold, so that bold passages in it cannot be recognised. */
  isTitle: boolean;
}

/** The placeholder that is printed in empty cells, and the characters that people type in its place. */
const EMPTY_SIGNS: readonly string[] = [EMPTY_CELL, '-', '—'];

/**
 * The text of a cell in the form in which the dataset stores it, with the tracked changes accepted or rejected;
 * undefined if the cell is empty.
 */
export function wordsOfCell(
  cell: WordCell | undefined,
  reading: Reading,
  printed: Printed,
): string | undefined {
  const words = printed.emphasis
    ? paragraphsOf(writeInlineLines(runsOfCell(cell, reading, printed))).join('\n')
    : withoutMark(textInReading(cell?.paragraphs ?? [], reading), printed.mark);
  return words === '' || EMPTY_SIGNS.includes(words) ? undefined : words;
}

/** Whether the text of a cell equals the sent text, including the formatting that is visible in print. */
export function isAsSent(words: string | undefined, { words: sent, emphasis, isTitle }: Printed): boolean {
  const before = sent === undefined ? undefined : printedWords(sent);
  if (!emphasis || words === undefined || before === undefined) return words === before;
  const seen = isTitle ? writeInlineLines(withoutStrong(parseInlineLines(before))) : before;
  return isSameInline(words, seen);
}

/** A text of the dataset as it appears in a Word file. */
export function printedWords(words: string): string {
  return words
    .split('\n')
    .map((line) => line.replace(/[\t\r]/gu, ' ').trim())
    .join('\n');
}

/** The bold and italic runs in a cell that are lost because its field does not support emphasis. */
export function emphasisNotTaken(cell: WordCell | undefined, printed: Printed): readonly RichRun[] {
  return printed.emphasis || !hasLooks(cell) ? [] : emphatic(runsOfCell(cell, 'accepted', printed));
}

/**
 * The links in a cell that are lost, because its field does not support links or this type of URL. A link whose URL is
 * part of the text of the cell or of the sent text is not lost.
 */
export function linksNotTaken(cell: WordCell | undefined, printed: Printed): readonly RichRun[] {
  if (!hasLooks(cell)) return [];
  const runs = joined(
    runsOfCell(cell, 'accepted', printed).map(({ text, link }) => ({ text, ...(link && { link }) })),
  );
  const printedLines = [plainWords(runs), printed.words ?? ''].flatMap((words) => words.split('\n'));
  return runs.filter(
    (run) =>
      run.link !== undefined &&
      run.text.trim() !== '' &&
      !(printed.emphasis && isWritable(run)) &&
      !printedLines.some((words) => saysAddress(words, run.link ?? '')),
  );
}

function hasLooks(cell: WordCell | undefined): boolean {
  return cell?.paragraphs.some(({ pieces }) => pieces.some(hasLook)) === true;
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
  const sentRuns = isTitle ? withoutStrong(linked) : linked;
  const among = looksAmong(sentRuns);
  // If the whole text is bold or italic but none of the sent text was, the formatting belongs to the cell, not to the
  // text: titles, for example, are bold.
  const isSent = (look: 'strong' | 'emphasis'): boolean => sent.some((run) => run[look]);
  if (!isSent('strong') && !isSent('emphasis')) return among;
  return joined(
    sentRuns.map(({ strong, emphasis: italic, ...run }) => ({
      ...run,
      ...(strong && (isSent('strong') || among.some((one) => one.strong)) && { strong }),
      ...(italic && (isSent('emphasis') || among.some((one) => one.emphasis)) && { emphasis: italic }),
    })),
  );
}

/** Removes links that a word processor has created from typed addresses. Links that were sent are kept. */
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
