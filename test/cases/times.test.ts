/** Times of day: each line of `times/` is a wording and what it means. README.md has the notation. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { type Hours, parseTimePhrase } from '../../src/model/index.ts';
import { LangSchema } from '../../src/model/text.ts';

const FOLDER = path.resolve('test/cases/times');
const DAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];

const clock = (minutes: number): string => {
  const shown = minutes === 24 * 60 ? minutes : minutes % (24 * 60);
  return [Math.floor(shown / 60), shown % 60].map((part) => String(part).padStart(2, '0')).join(':');
};

function hoursText({ weekdays = [], doors, start, end, inexact }: Hours): string {
  const range = [start, end].map((minutes) => (minutes === undefined ? '' : clock(minutes)));
  const times = end === undefined ? range[0] : range.join('-');
  return [
    ...weekdays.map((day) => DAYS[day - 1]),
    ...(doors === undefined ? [] : ['doors', clock(doors)]),
    ...(times === '' || times === undefined ? [] : [times]),
    ...(inexact === undefined ? [] : [inexact === 'allDay' ? 'all day' : inexact]),
  ].join(' ');
}

for (const file of readdirSync(FOLDER)) {
  const lang = LangSchema.parse(path.parse(file).name);
  const cases = z.record(z.string(), z.string()).parse(parse(readFileSync(path.join(FOLDER, file), 'utf8')));
  describe(`Times in ${file}`, () => {
    it.each(Object.entries(cases))('%s is %s', (words, meaning) => {
      const read = parseTimePhrase(words, lang);
      if ('hours' in read) expect(read.hours.map(hoursText).join('; ')).toBe(meaning);
      else if ('wrong' in read) expect(`! ${words.slice(read.start, read.end)}`).toBe(meaning);
      else expect('?').toBe(meaning);
    });
  });
}
