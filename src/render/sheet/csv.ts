import { fieldPath } from '../../model/field.ts';
import type { Programme } from '../../model/programme.ts';
import { cellText, columnsOf } from './columns.ts';

/** Beginnings that spreadsheet programs take for a formula (OWASP, CSV injection), in their full-width forms too. */
const FORMULA = /^'*[=+\-@\t\r＝＋－＠]/;

/**
 * A cell that no spreadsheet program computes: an apostrophe stands before what would begin a formula. Reading takes it off,
 * and because apostrophes before such a sign get one more, no text is changed by both.
 */
export function guarded(words: string): string {
  return FORMULA.test(words) ? `'${words}` : words;
}

/** The words of a guarded cell. */
export function unguarded(words: string): string {
  return words.startsWith("'") && FORMULA.test(words) ? words.slice(1) : words;
}

/**
 * All events as CSV (RFC 4180): UTF-8 with a byte order mark, a line of field names, then one record an event. The separator is the
 * one that spreadsheet programs expect in the programme's main language: a comma in English, else a semicolon.
 */
export function writeCsv(programme: Programme): Uint8Array {
  const { config, themes, reference } = programme;
  const separator = config.language === 'en' ? ',' : ';';
  const columns = columnsOf(programme, themes);
  const context = {
    main: config.language,
    regions: new Map(reference.regions.map((region) => [region.code, region])),
  };
  const records = themes.flatMap(({ theme, events }) =>
    events.map((event) => columns.map((field) => guarded(cellText(event, theme.id, field, context)))),
  );
  const lines = [columns.map(fieldPath), ...records].map((record) => record.map(quoted).join(separator));
  return new TextEncoder().encode(`\ufeff${lines.map((line) => `${line}\r\n`).join('')}`);
}

function quoted(words: string): string {
  return /^[\p{L}\p{N} .'()-]*$/u.test(words) ? words : `"${words.replaceAll('"', '""')}"`;
}
