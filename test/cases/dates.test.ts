/** Dates with their times in a programme for 2026: each line of `dates/` contains words and their meaning (see README.md). */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { hoursIn, type Lang, parseTimePhrase } from '../../src/model/index.ts';
import { LangSchema } from '../../src/model/text.ts';
import { dateAndHours, parseDatePhrase } from '../../src/text/dates/index.ts';
import { hoursText } from './hours-text.ts';

const FOLDER = path.resolve('test/cases/dates');
/** Words, their EDTF date (`-` if they are not a date) and their times. */
const RowsSchema = z.array(
  z.union([z.tuple([z.string(), z.string()]), z.tuple([z.string(), z.string(), z.string()])]),
);

function dateOf(words: string, lang?: Lang): string {
  const phrase = parseDatePhrase(words, { ...(lang && { lang }), year: 2026, century: 2000 });
  return 'edtf' in phrase ? phrase.edtf : '-';
}

/** The times next to a date, as an import separates them from the date. */
function hoursOf(words: string, lang: Lang): string {
  const split = dateAndHours(words, (date) => dateOf(date, lang) !== '-', lang);
  const phrases =
    split === undefined
      ? hoursIn(words, lang).map(({ phrase }) => phrase)
      : [parseTimePhrase(split.time, lang)];
  return phrases.flatMap((phrase) => ('hours' in phrase ? phrase.hours.map(hoursText) : ['?'])).join('; ');
}

for (const file of readdirSync(FOLDER)) {
  const lang = LangSchema.parse(path.parse(file).name);
  const rows = RowsSchema.parse(parse(readFileSync(path.join(FOLDER, file), 'utf8')));
  describe(`Dates in ${file}`, () => {
    it.each(rows.map(([words, date, hours = '']) => [words, date, hours]))(
      '“%s” is read as the date “%s” and the times “%s”',
      (words, date, hours) => {
        expect([dateOf(words, lang), hoursOf(words, lang)]).toEqual([date, hours]);
        // If the language is not given, the date may be unknown, but must not be read as a different date.
        expect([date, '-']).toContain(dateOf(words));
      },
    );
  });
}
