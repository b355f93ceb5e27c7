/** Dates of a programme of 2026 with their hours: `dates/` states what each wording means (notation: README.md). */
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
/** Words, the EDTF that they mean, and their hours. `-` is no date. */
const RowsSchema = z.array(
  z.union([z.tuple([z.string(), z.string()]), z.tuple([z.string(), z.string(), z.string()])]),
);

function dateOf(words: string, lang?: Lang): string {
  const phrase = parseDatePhrase(words, { ...(lang && { lang }), year: 2026, century: 2000 });
  return 'edtf' in phrase ? phrase.edtf : '-';
}

/** The hours beside a date, as an import takes them out of its cell. */
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
        // Without its language a date may stay unread, but it is no other date.
        expect([date, '-']).toContain(dateOf(words));
      },
    );
  });
}
