/** Values of which any two are different facts: replacing one with another is a major change. README.md explains the format. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { contextOf, severityOf } from '../../src/compare/severity/index.ts';
import type { ChangeKind } from '../../src/model/change-kinds.ts';
import { LANGS, type Lang } from '../../src/model/text.ts';

const SUBJECTS = ['title', 'place', 'person', 'admission'] as const;
const ExchangesSchema = z.record(
  z.enum(SUBJECTS),
  z.array(z.strictObject({ frame: z.string(), values: z.string() })),
);
const context = contextOf([], [], 2030);

function severityIn(lang: Lang, field: string, old: string, now: string) {
  const kind: ChangeKind = field === 'title' ? 'title-reworded' : 'text-changed';
  return severityOf({ kind, field, lang, words: { old, new: now } }, undefined, context);
}

describe.each(LANGS)('%s', (lang) => {
  const file = path.join(import.meta.dirname, 'exchanges', `${lang}.yaml`);
  const exchanges = ExchangesSchema.parse(parse(readFileSync(file, 'utf8')));
  test.each(SUBJECTS)('replacing one %s with another is major', (subject) => {
    const minor = exchanges[subject].flatMap(({ frame, values }) => {
      // A value within a sentence is in a text, not in the field of its own.
      const field = frame === '{}' ? subject : 'text';
      const versions = values.split(' | ').map((value) => frame.replace('{}', value));
      return versions.flatMap((old) =>
        versions
          .filter((now) => now !== old && severityIn(lang, field, old, now) !== 'major')
          .map((now) => `${old} → ${now}`),
      );
    });
    expect(minor).toEqual([]);
  });
});
