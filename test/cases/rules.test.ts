/** Proofing rules: each file of `rules/` contains bad examples, which a rule reports, and good ones (see README.md). */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { isMap, parseDocument, visit } from 'yaml';
import { z } from 'zod';
import { RULES } from '../../src/check/rules/index.ts';
import type { Spelling } from '../../src/check/spelling.ts';
import { UPDATE } from '../support/update.ts';
import { findingsOf, programmeWith, projectSpelling } from '../unit/check/programmes.ts';

const FOLDER = path.resolve('test/cases/rules');

/** Fields of an event that differ from those of a correct one. */
const EventPartsSchema = z.record(z.string(), z.unknown());

const ExampleSchema = z.strictObject({
  text: z.union([z.string(), z.record(z.string(), z.string())]).optional(),
  event: EventPartsSchema.optional(),
  events: z.array(EventPartsSchema).optional(),
  programme: z.record(z.string(), z.unknown()).optional(),
  previous: EventPartsSchema.optional(),
  noGlyphs: z.array(z.string()).optional(),
  tooWide: z.array(z.string()).optional(),
  finds: z.array(z.string()).optional(),
});
type Example = z.infer<typeof ExampleSchema>;

const RuleCasesSchema = z.strictObject({
  bad: z.array(ExampleSchema).min(1),
  good: z.array(ExampleSchema.omit({ finds: true })).min(1),
});

/** Rules that need the dictionaries. */
const NEEDS_SPELLING = new Set(['spelling', 'unknown-name', 'other-language', 'small-words']);

let spelling: Spelling;
beforeAll(async () => {
  spelling = await projectSpelling();
});

function eventsOf({ text, event = {}, events }: Example): Record<string, unknown>[] {
  if (events !== undefined) return events;
  if (text === undefined) return [event];
  return [{ description: typeof text === 'string' ? text : { en: 'Concerts.', ...text } }];
}

/** The words of each finding of a rule in an example. */
function wordsFound(rule: string, example: Example): string[] {
  const { programme, previous, noGlyphs, tooWide } = example;
  const found = findingsOf(rule, programmeWith(eventsOf(example).map(withoutNulls), programme), {
    ...(NEEDS_SPELLING.has(rule) ? { spelling } : {}),
    ...(previous === undefined ? {} : { previous: programmeWith([previous], programme) }),
    ...(noGlyphs === undefined
      ? {}
      : { missingGlyphs: (words: string) => [...words].filter((character) => noGlyphs.includes(character)) }),
    ...(tooWide === undefined
      ? {}
      : { wordsTooWide: (words: string) => words.split(' ').filter((word) => tooWide.includes(word)) }),
  });
  return found.map(({ words }) => words);
}

/** An event without the fields whose value is null. */
const withoutNulls = (event: Record<string, unknown>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(event).map(([key, value]) => [key, value ?? undefined]));

/** Writes the words that the rule reports in its bad examples into their file; the rest of the file is unchanged. */
function update(rule: string): void {
  const file = path.join(FOLDER, `${rule}.yaml`);
  const document = parseDocument(readFileSync(file, 'utf8'));
  const { bad } = RuleCasesSchema.parse(document.toJS());
  bad.forEach((example, index) => {
    const node = document.getIn(['bad', index]);
    if (isMap(node)) node.set('finds', document.createNode(wordsFound(rule, example), { flow: true }));
  });
  visit(document, {
    Scalar: (_, node) => {
      if (typeof node.value === 'string' && INVISIBLE.test(node.value)) node.type = 'QUOTE_DOUBLE';
    },
  });
  const text = document.toString({ lineWidth: 0 });
  writeFileSync(file, text.replaceAll('\u00a0', '\\_').replaceAll('\u202f', '\\u202f'));
}

/** Spaces that look like ordinary spaces; they are written as escapes. */
const INVISIBLE = /[\u00a0\u202f]/;

function casesOf(rule: string): z.infer<typeof RuleCasesSchema> {
  return RuleCasesSchema.parse(parseDocument(readFileSync(path.join(FOLDER, `${rule}.yaml`), 'utf8')).toJS());
}

describe('Proofing rules', () => {
  it('Each proofing rule has good and bad examples', () => {
    expect(readdirSync(FOLDER)).toEqual(RULES.map(({ id }) => `${id}.yaml`).sort());
  });

  it('No rule reports anything in a correct programme', () => {
    const aids = { spelling, missingGlyphs: () => [], wordsTooWide: () => [] };
    expect(RULES.flatMap(({ id }) => findingsOf(id, programmeWith([{}]), aids))).toEqual([]);
  });

  describe.each(RULES.map(({ id }) => id))('%s', (rule) => {
    it('The rule reports the faulty words in each bad example', () => {
      if (UPDATE) update(rule);
      const { bad } = casesOf(rule);
      expect(bad.map((example) => ({ ...example, finds: wordsFound(rule, example) }))).toEqual(bad);
    });

    it('The rule reports nothing in each good example', () => {
      const found = casesOf(rule).good.map((example) => ({ ...example, finds: wordsFound(rule, example) }));
      expect(found.filter(({ finds }) => finds.length > 0)).toEqual([]);
    });
  });
});
