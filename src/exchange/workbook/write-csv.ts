import { LANGUAGES } from '../../../languages/index.ts';
import { fieldPath, type Programme } from '../../model/index.ts';
import { guarded } from '../../text/index.ts';
import { cellTextIn, columnsOf } from './columns.ts';

/**
 * Writes all events as CSV (RFC 4180) in UTF-8 with a byte order mark: a line of field names, followed by one record
 * per event. The separator is the one that spreadsheet programs expect for the main language of the programme.
 */
export function writeCsv(programme: Programme): Uint8Array {
  const { config, themes } = programme;
  const separator = LANGUAGES[config.language].csvSeparator;
  const columns = columnsOf(programme, themes);
  const cellText = cellTextIn(programme);
  const records = themes.flatMap(({ theme, events }) =>
    events.map((event) => columns.map((field) => guarded(cellText(event, theme.id, field)))),
  );
  const lines = [columns.map(fieldPath), ...records].map((record) => record.map(quoted).join(separator));
  return new TextEncoder().encode(`\ufeff${lines.map((line) => `${line}\r\n`).join('')}`);
}

function quoted(words: string): string {
  return /^[\p{L}\p{N} .'()-]*$/u.test(words) ? words : `"${words.replaceAll('"', '""')}"`;
}
