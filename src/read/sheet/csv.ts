import { UserError } from '../../errors.ts';
import { COLUMNS, highest } from '../../model/index.ts';
import { messageOf } from '../file-messages.ts';
import { SheetBuilder } from './cells.ts';

/** The possible field separators. If several separators fit equally well, the first one in this list is used. */
export const SEPARATORS = [';', ',', '\t', '|'] as const;

/** Number of records that are used to detect the separator. */
const SAMPLE_RECORDS = 100;

/**
 * Parses a CSV text (RFC 4180) into a sheet. Rows are numbered as in spreadsheet programs: a record is one row, even if
 * its cells contain several lines.
 *
 * @param file name of the file, for messages
 * @param separator the field separator. If no separator is given, a first line such as `sep=;` determines it. Without
 * such a line, the separator that splits the first records most evenly is used
 * @throws UserError if a quotation mark is not closed, or the sheet exceeds the limits
 */
export function readCsv(text: string, file: string, separator?: string) {
  const [hint, stated] = /^sep=(.)(?:\r\n|\r|\n|$)/.exec(text) ?? [];
  const body = hint === undefined ? text : text.slice(hint.length);
  const used = separator ?? stated ?? highest(SEPARATORS, (one) => evenness(body, one)) ?? SEPARATORS[0];
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

/**
 * Whether a field contains an unpaired quotation mark, which means that the assumed separator occurs inside quotation
 * marks.
 */
const hasLoneQuote = ({ bare }: Field): boolean => bare.split('"').length % 2 === 0;

/** A score for how many records a separator splits into the same number of fields (at least two). */
function evenness(text: string, separator: string): number {
  const lengths = new Map<number, number>();
  let seen = 0;
  try {
    for (const record of fieldsOfRecords(text, separator, '')) {
      if (seen++ === SAMPLE_RECORDS) break;
      if (record.length > 1 && !record.some(hasLoneQuote))
        lengths.set(record.length, (lengths.get(record.length) ?? 0) + 1);
    }
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
  }
  const [length = 0, times = 0] = [...lengths].sort((a, b) => b[1] - a[1] || b[0] - a[0])[0] ?? [];
  return (times * times * Math.log2(length + 1)) / Math.max(seen, 1);
}

/** The records of a CSV text as lists of fields. Line breaks in quoted fields become line feeds. */
export function* records(text: string, separator: string, file: string): Generator<string[]> {
  for (const record of fieldsOfRecords(text, separator, file)) yield record.map(({ words }) => words);
}

function* fieldsOfRecords(text: string, separator: string, file: string): Generator<Field[]> {
  let at = 0;
  while (at < text.length) {
    const record: Field[] = [];
    let more = true;
    while (more) {
      const field = readField(text, at, separator, file);
      record.push(field);
      if (record.length > COLUMNS)
        throw new UserError(messageOf('csv-line-too-long', { most: COLUMNS }), { file });
      more = text[field.end] === separator;
      at = field.end + 1;
      if (!more && text[field.end] === '\r' && text[at] === '\n') at++;
    }
    yield record;
  }
}

interface Field {
  words: string;
  /** The text of the field outside quotation marks. */
  bare: string;
  /** The offset of the end of the field: a separator, a line break or the end of the text. */
  end: number;
}

/** Reads the field that starts at the offset `start`. */
function readField(text: string, start: number, separator: string, file: string): Field {
  let at = start;
  let words = '';
  if (text[at] === '"') {
    for (;;) {
      const quote = text.indexOf('"', at + 1);
      if (quote < 0) {
        throw new UserError(messageOf('csv-quotation-mark-open'), {
          file,
          line: text.slice(0, start).split(/\r\n|\r|\n/).length,
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
  const bare = text.slice(at, end);
  return { words: words + bare, bare, end };
}
