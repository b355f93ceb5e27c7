import { UserError } from '../../errors.ts';
import { COLUMNS } from '../../model/index.ts';
import { messageOf } from '../file-messages.ts';
import { SheetBuilder } from './cells.ts';
import type { Sheet } from './model.ts';

/** Characters that separate the fields of a line, in the order in which they win a tie. */
export const SEPARATORS = [';', ',', '\t', '|'] as const;

/** Records that are looked at to find the separator. */
const SAMPLE_RECORDS = 100;

export interface CsvSheet {
  sheet: Sheet;
  separator: string;
}

/**
 * The sheet that a CSV text (RFC 4180) holds. Rows are numbered as spreadsheets number them: a record is a row, however many
 * lines its cells have.
 *
 * @param file name of the file, for messages
 * @param separator left out: the one that splits the first records most evenly; a first line such as `sep=;` decides
 * @throws UserError when a quotation mark is never closed, or the sheet is larger than the limits
 */
export function readCsv(text: string, file: string, separator?: string): CsvSheet {
  const [hint, said] = /^sep=(.)(?:\r\n|\r|\n|$)/.exec(text) ?? [];
  const body = hint === undefined ? text : text.slice(hint.length);
  const used = separator ?? said ?? mostEven(body);
  const builder = new SheetBuilder(file, undefined, { cells: 0, characters: 0 });
  let row = hint === undefined ? 0 : 1;
  for (const record of records(body, used, file)) {
    row++;
    record.forEach((words, index) => {
      builder.add(row, index + 1, { text: words });
    });
  }
  return { sheet: builder.build(), separator: used };
}

/** The separator that gives the most records of one length above one; without any, the first of the list. */
function mostEven(text: string): string {
  let best: { separator: string; score: number } = { separator: SEPARATORS[0], score: 0 };
  for (const separator of SEPARATORS) {
    const score = evenness(text, separator);
    if (score > best.score) best = { separator, score };
  }
  return best.separator;
}

function evenness(text: string, separator: string): number {
  const lengths = new Map<number, number>();
  let seen = 0;
  try {
    for (const record of records(text, separator, '')) {
      if (seen++ === SAMPLE_RECORDS) break;
      if (record.length > 1) lengths.set(record.length, (lengths.get(record.length) ?? 0) + 1);
    }
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
  }
  const [length = 0, times = 0] = [...lengths].sort((a, b) => b[1] - a[1] || b[0] - a[0])[0] ?? [];
  return times * Math.log2(length + 1);
}

/** The records of a CSV text, each a list of fields; line breaks inside quoted fields come as line feeds. */
export function* records(text: string, separator: string, file: string): Generator<string[]> {
  let at = 0;
  while (at < text.length) {
    const record: string[] = [];
    let more = true;
    while (more) {
      const field = readField(text, at, separator, file);
      record.push(field.words);
      if (record.length > COLUMNS)
        throw new UserError({ ...messageOf('csv-line-too-long', { most: COLUMNS }), at: { file } });
      more = text[field.end] === separator;
      at = field.end + 1;
      if (!more && text[field.end] === '\r' && text[at] === '\n') at++;
    }
    yield record;
  }
}

/** The field that begins at `start`, and where it ends: at a separator, a line break or the end of the text. */
function readField(
  text: string,
  start: number,
  separator: string,
  file: string,
): { words: string; end: number } {
  let at = start;
  let words = '';
  if (text[at] === '"') {
    for (;;) {
      const quote = text.indexOf('"', at + 1);
      if (quote < 0) {
        throw new UserError({
          ...messageOf('csv-quotation-mark-open'),
          at: { file, line: text.slice(0, start).split(/\r\n|\r|\n/).length },
        });
      }
      words += text.slice(at + 1, quote);
      at = quote + 1;
      if (text[at] !== '"') break;
      words += '"';
    }
    words = words.replace(/\r\n?/g, '\n');
  }
  let end = at;
  while (end < text.length && text[end] !== separator && text[end] !== '\n' && text[end] !== '\r') end++;
  return { words: words + text.slice(at, end), end };
}
