/** Severity of changes: each line of `severity/` contains the words before and after a change. README.md explains the format. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { compare } from '../../src/compare/compare.ts';
import { contextOf, severityOf } from '../../src/compare/severity/index.ts';
import type { Event } from '../../src/model/event.ts';
import type { Field } from '../../src/model/field.ts';
import { type FieldKind, kindOfField } from '../../src/model/field-kinds.ts';
import type { Programme } from '../../src/model/programme.ts';
import { LANGS, type Lang } from '../../src/model/text.ts';
import { edition1 } from '../unit/support/programmes.ts';

/** Reasons why a change is major, such as another person; changes under `minor` are not major. */
const REASONS = ['person', 'time', 'price', 'place', 'admission', 'other', 'minor'] as const;
const FIELDS = ['title', 'text', 'description', 'body', 'date', 'time', 'price', 'place'] as const;
type EventField = Exclude<(typeof FIELDS)[number], 'body'>;
const kindIn = (field: EventField): FieldKind => (field === 'place' ? 'text' : field);

const CasesSchema = z.partialRecord(z.enum(FIELDS), z.partialRecord(z.enum(REASONS), z.string()));

interface Case {
  field: (typeof FIELDS)[number];
  reason: (typeof REASONS)[number];
  before: string;
  after: string;
}

function casesIn(folder: string, lang: Lang): Case[] {
  const cases = CasesSchema.parse(parse(readFileSync(path.join(folder, `${lang}.yaml`), 'utf8')));
  return FIELDS.flatMap((field) =>
    REASONS.flatMap((reason) =>
      (cases[field]?.[reason] ?? '')
        .split('\n')
        .filter((line) => line !== '')
        .map((line): Case => {
          const [before, after, ...rest] = line.split(' → ');
          if (before === undefined || after === undefined || rest.length > 0)
            throw new Error(`${lang}.yaml: expected “before → after”: ${line}`);
          return { field, reason, before, after };
        }),
    ),
  );
}

/** A programme with one event for each case, which contains the words of the given version. */
function programmeOf(lang: Lang, cases: readonly Case[], version: 'before' | 'after'): Programme {
  const theme = { id: 'all', title: 'All', columns: [], carry: false };
  const fields = FIELDS.filter((field) => field !== 'body').map((id): Field => ({ id, kind: kindIn(id) }));
  const events = cases.map((one, index): Event => {
    const event = { id: `e${index}`, title: `№ ${index}`, bodies: {}, regions: {} };
    return {
      ...event,
      ...(one.field === 'body' ? { bodies: { french: one[version] } } : { [one.field]: one[version] }),
    };
  });
  return {
    edition: version,
    config: { ...edition1.config, language: lang, languages: [lang], fields, themes: [theme] },
    themes: [{ theme, events }],
    reference: { regions: [], places: [] },
  };
}

/** The cases whose changes are major in a programme that contains all cases. */
function majors(lang: Lang, cases: readonly Case[]): Set<Case | undefined> {
  const { changes } = compare(programmeOf(lang, cases, 'before'), programmeOf(lang, cases, 'after'));
  const major = changes.filter(({ severity }) => severity === 'major');
  return new Set(major.map(({ id = '' }) => cases[Number(id.slice(1))]));
}

/** Whether the change is major if nothing else is known about the programme. */
function isMajorAlone(lang: Lang, { field, before, after }: Case): boolean {
  const words = { old: before, new: after };
  const kind = field === 'body' ? 'body-changed' : kindOfField(kindIn(field)).change;
  return severityOf({ kind, field, lang, words }, undefined, contextOf([], [], 2021)) === 'major';
}

const say = ({ field, reason, before, after }: Case): string => `${field}, ${reason}: ${before} → ${after}`;

/** Maximum number of cases in `unseen/` whose severity may be too high. */
const MAX_TOO_HIGH = 5;

const SEVERITY = path.resolve('test/cases/severity');
const UNSEEN = path.join(SEVERITY, 'unseen');

/** Cases with an unexpected severity, either alone or in a programme that contains all cases. */
function wrong(lang: Lang, cases: readonly Case[]): Case[] {
  const together = majors(lang, cases);
  return cases.filter((one) => {
    const isMajor = one.reason !== 'minor';
    return together.has(one) !== isMajor || isMajorAlone(lang, one) !== isMajor;
  });
}

describe('Severity of changes', () => {
  it.each(LANGS)('There are test cases for the severity of changes in %s', (lang) => {
    expect(readdirSync(SEVERITY)).toContain(`${lang}.yaml`);
  });

  it.each(LANGS)('Each test case in %s has its expected severity', (lang) => {
    expect(wrong(lang, casesIn(SEVERITY, lang)).map(say)).toEqual([]);
  });

  it('Changes that were not used to write the word lists never get a severity that is too low, and rarely one that is too high', () => {
    const found = LANGS.flatMap((lang) => wrong(lang, casesIn(UNSEEN, lang)));
    const [tooHigh, tooLow] = [true, false].map((isMinor) =>
      found.filter(({ reason }) => (reason === 'minor') === isMinor),
    );
    expect(tooLow?.map(say)).toEqual([]);
    expect(tooHigh?.length).toBeLessThanOrEqual(MAX_TOO_HIGH);
  });
});
