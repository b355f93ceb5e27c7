/** Times of day: each line of `times/` contains words and their meaning. README.md explains the notation. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { parseTimePhrase } from '../../src/model/index.ts';
import { LangSchema } from '../../src/model/text.ts';
import { hoursText } from './hours-text.ts';

const FOLDER = path.resolve('test/cases/times');
for (const file of readdirSync(FOLDER)) {
  const lang = LangSchema.parse(path.parse(file).name);
  const cases = z.record(z.string(), z.string()).parse(parse(readFileSync(path.join(FOLDER, file), 'utf8')));
  describe(`Times in ${file}`, () => {
    it.each(Object.entries(cases))('“%s” is read as “%s”', (words, meaning) => {
      const read = parseTimePhrase(words, lang);
      if ('hours' in read) expect(read.hours.map(hoursText).join('; ')).toBe(meaning);
      else if ('wrong' in read) expect(`! ${words.slice(read.start, read.end)}`).toBe(meaning);
      else expect('?').toBe(meaning);
    });
  });
}
