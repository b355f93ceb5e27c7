import { expect, it } from 'vitest';
import { checkProgramme } from '../../src/check/check.ts';
import { eventItems } from '../../src/compare/item.ts';
import { contextOf, severityOf } from '../../src/compare/severity/index.ts';
import { datesIn } from '../../src/text/dates/find.ts';
import { TEXTS } from '../support/hostile-inputs.ts';
import { programmeWith } from '../unit/check/programmes.ts';
import { edition1 } from '../unit/support/programmes.ts';

const context = contextOf(eventItems(edition1), [edition1.reference], 2021);
/** Number of characters of each half of a text. */
const HALF = 100_000;
/** Timeout in milliseconds. Linear algorithms take at most a tenth of it; one that compares all pairs of words exceeds it. */
const TIMEOUT = 60_000;

it.each(Object.entries(TEXTS))(
  'The severity of a word added to a long text is determined in linear time: %s',
  (_, text) => {
    const half = text.repeat(2).slice(0, HALF);
    const words = { old: half + half, new: `${half} often ${half}` };
    expect(['major', 'minor', 'layout']).toContain(
      severityOf({ kind: 'description-reworded', lang: 'en', words }, undefined, context),
    );
  },
  TIMEOUT,
);

it(
  'Single Latin letters in a long Russian text are checked in linear time',
  () => {
    const findings = checkProgramme(programmeWith([{ description: { ru: 'слово A '.repeat(25_000) } }]));
    expect(findings.filter(({ rule }) => rule === 'lookalike-letters').length).toBeGreaterThan(0);
  },
  TIMEOUT,
);

it.each([
  'du ',
  '1, ',
  '(',
  'May ',
  'from the ',
  'first half of ',
  '1 and ',
  '1-',
  'Monday, ',
  'At 3 pm, ',
  "l'",
  '\u0301',
])(
  'No date is found in a text of 500 kB that repeats %j',
  (unit) => {
    expect(datesIn(unit.repeat(500_000 / unit.length), { year: 2021 })).toEqual([]);
  },
  TIMEOUT,
);
