import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fixesOf } from '../../../src/check/apply-fixes.ts';
import { checkProgramme } from '../../../src/check/check.ts';
import { editsOfSource, inSource } from '../../../src/check/written.ts';
import { compare } from '../../../src/compare/compare.ts';
import { readable } from '../../../src/compare/readable.ts';
import { newText } from '../../../src/compare/text-diff.ts';
import { buildDocument } from '../../../src/document/build.ts';
import { extractsDocument } from '../../../src/document/extracts.ts';
import type { Document, Paragraph } from '../../../src/document/model.ts';
import { proofSheet } from '../../../src/document/proof-sheet.ts';
import { eventRecords } from '../../../src/document/records.ts';
import { redline } from '../../../src/document/redline.ts';
import { accept, reject } from '../../../src/document/resolve-changes.ts';
import { textOf } from '../../../src/model/event.ts';
import { FieldSchema } from '../../../src/model/field.ts';
import type { Programme } from '../../../src/model/programme.ts';
import type { Text } from '../../../src/model/text.ts';
import { inPlainWords, withEmphasisOf } from '../../../src/text/emphasis-form.ts';
import { applyChanges } from '../../support/apply-changes.ts';
import { runs } from '../../support/property-runs.ts';
import { edition1, withEvent } from '../support/programmes.ts';

const EMPHASISED = ['title', 'description'];

/** Edition 1 with emphasis in titles and descriptions, and with other words in one event of a theme with tables. */
function programmeWith(texts: Readonly<Record<string, Text>>, emphasised = EMPHASISED): Programme {
  const { config } = edition1;
  const fields = config.fields.map((field) =>
    emphasised.includes(field.id) ? { ...field, emphasis: true as const } : field,
  );
  return {
    ...withEvent(edition1, ID, (event) => ({ ...event, ...texts })),
    config: { ...config, introduction: 'All events.', fields },
  };
}
const ID = edition1.themes[0]?.events[1]?.id ?? '';

const cellsOf = ({ sections }: Document): Paragraph[] =>
  sections.flatMap(({ blocks }) =>
    blocks.flatMap((block) =>
      block.kind === 'table'
        ? block.table.rows.flatMap(({ id, cells }) =>
            id === ID ? cells.flatMap(({ paragraphs }) => paragraphs) : [],
          )
        : [],
    ),
  );

const TEXTS = {
  title: { en: 'Night of *Swan Lake*', fr: 'Nuit du *Lac des cygnes*' },
  description: { en: 'Doors open **at 7 pm**.\n5 \\* a hotel **** and\\\\', fr: '**Entrée libre**' },
};
const WORDS = {
  title: { en: 'Night of Swan Lake', fr: 'Nuit du Lac des cygnes' },
  description: { en: 'Doors open at 7 pm.\n5 * a hotel **** and\\', fr: 'Entrée libre' },
};
const emphasised = programmeWith(TEXTS);
const plain = programmeWith(WORDS, []);

describe('Fields with emphasis', () => {
  it('Only fields of the kinds title, description and text can have emphasis', () => {
    const field = { id: 'x', kind: 'description', heading: 'X', emphasis: true };
    expect(FieldSchema.safeParse(field).success).toBe(true);
    expect(FieldSchema.safeParse({ ...field, kind: 'date' }).error?.issues).toMatchObject([
      { path: ['emphasis'], message: 'field-without-emphasis' },
    ]);
  });

  it('Emphasis is printed as bold or italic text in table cells, and as plain text elsewhere', () => {
    const cells = cellsOf(buildDocument(emphasised, 'en'));
    expect(cells).toContainEqual([{ text: 'Night of ' }, { text: 'Swan Lake', emphasis: true }]);
    expect(cells).toContainEqual([{ text: 'Doors open ' }, { text: 'at 7 pm', strong: true }, { text: '.' }]);
    expect(cells).toContainEqual([{ text: '5 * a hotel **** and\\' }]);
    const withoutLooks = (document: Document): unknown =>
      JSON.parse(
        JSON.stringify(document, (_, value: unknown) =>
          Array.isArray(value) && value.length > 0 && value.every(isRun)
            ? [...value.map(({ text }) => text).join('')]
            : value,
        ),
      );
    for (const lang of ['en', 'fr', 'ru'] as const)
      expect(withoutLooks(buildDocument(emphasised, lang))).toEqual(withoutLooks(buildDocument(plain, lang)));
    expect(eventRecords(emphasised, 'fr')).toEqual(eventRecords(plain, 'fr'));
    const page = (programme: Programme): Document =>
      extractsDocument(programme, 'region', [], [ID], 'fr', 'extracts', []);
    expect(page(emphasised)).toEqual(page(plain));
  });

  it('An asterisk is an ordinary character in a field without emphasis', () => {
    const cells = cellsOf(buildDocument(programmeWith(TEXTS, []), 'en'));
    expect(cells).toContainEqual([{ text: 'Night of *Swan Lake*' }]);
  });

  it('Plain words are unchanged when they are converted to markup and back', () => {
    expect(inPlainWords(emphasised)).toEqual(plain);
    expect(inPlainWords(plain)).toBe(plain);
    expect(inPlainWords(withEmphasisOf(plain, emphasised.config))).toEqual(plain);
    expect(withEmphasisOf(emphasised, emphasised.config)).toBe(emphasised);
  });
});

const isRun = (value: unknown): value is { text: string } =>
  typeof value === 'object' && value !== null && 'text' in value && typeof value.text === 'string';

describe('Proofing of texts with emphasis', () => {
  const text = `He said **"no  way"** \\*, *l'été*`;
  const wrong = programmeWith({ description: { fr: text } });
  const findings = checkProgramme(wrong).filter(({ at }) => at.event === ID && at.field === 'description.fr');

  it('Rules check the words without the markup, and report the positions of the words', () => {
    const bare = checkProgramme(programmeWith({ description: { fr: `He said "no  way" *, l'été` } }, []));
    expect(findings).toEqual(bare.filter(({ at }) => at.event === ID && at.field === 'description.fr'));
    const placed = findings.map(inSource(wrong));
    expect(placed.map(({ offset }) => text[offset])).toEqual(findings.map(({ words }) => words[0]));
    expect(findings.map(({ rule }) => rule)).toEqual(expect.arrayContaining(['spaces', 'apostrophes']));
  });

  it('Fixes correct words inside the markup', () => {
    const edits = editsOfSource(fixesOf(findings), wrong).sort((a, b) => b.offset - a.offset);
    const corrected = edits.reduce(
      (words, { offset, old, new: now }) => words.slice(0, offset) + now + words.slice(offset + old.length),
      text,
    );
    expect(corrected).toBe('He said **«\u00a0no way\u00a0»** \\*, *l’été*');
  });

  it('The proof sheet marks the words in their cells', () => {
    const sheet = proofSheet(buildDocument(wrong, 'fr'), wrong, findings);
    const row = sheet.sections
      .flatMap(({ blocks }) => blocks.flatMap((block) => (block.kind === 'table' ? block.table.rows : [])))
      .find(({ id }) => id === ID);
    expect(new Set(row?.remarks?.map(({ words }) => words?.from.offset))).toEqual(
      new Set(findings.map(({ offset }) => offset)),
    );
  });
});

describe('Comparison of texts with emphasis', () => {
  it('A change that affects only emphasis is typographic, and its markup is displayed', () => {
    const after = programmeWith({ ...TEXTS, title: { en: 'Night of **Swan** Lake', fr: TEXTS.title.fr } });
    const comparison = compare(emphasised, after);
    expect(comparison.changes).toMatchObject([
      {
        kind: 'emphasis-changed',
        severity: 'typographic',
        field: 'title',
        lang: 'en',
        words: { old: 'Night of *Swan Lake*', new: 'Night of **Swan** Lake' },
        place: { new: { title: WORDS.title } },
      },
    ]);
    expect(comparison.changes.map(({ paragraphs }) => paragraphs)).toEqual([
      [
        [
          { kind: 'same', text: 'Night of ' },
          { kind: 'deleted', text: '*Swan Lake*' },
          { kind: 'inserted', text: '**Swan** Lake' },
        ],
      ],
    ]);
  });

  it('A different notation for the same emphasis is not reported as a change', () => {
    const after = programmeWith({
      ...TEXTS,
      description: { ...TEXTS.description, en: 'Doors open **at** **7 pm**.\n5 * a hotel **** and\\\\' },
    });
    const { changes, untracked } = compare(emphasised, after);
    expect(changes).toEqual([]);
    expect(untracked).toMatchObject([{ about: 'event', id: ID, field: 'description', lang: 'en' }]);
  });

  it('Changed words are displayed without markup, even in added events', () => {
    const after = programmeWith({ ...TEXTS, title: { en: 'Evening of **Swan Lake**', fr: TEXTS.title.fr } });
    const [change] = compare(emphasised, after).changes;
    expect(change).toMatchObject({ kind: 'title-reworded', severity: 'major' });
    expect(change?.paragraphs).toEqual([
      [
        { kind: 'deleted', text: 'Night' },
        { kind: 'inserted', text: 'Evening' },
        { kind: 'same', text: ' of Swan Lake' },
      ],
    ]);
    const without = {
      ...emphasised,
      themes: emphasised.themes.map(({ theme, events }) => ({
        theme,
        events: events.filter(({ id }) => id !== ID),
      })),
    };
    const shown = readable(compare(without, emphasised), 'en').groups.flatMap(({ subjects }) =>
      subjects.flatMap(({ changes }) =>
        changes.flatMap(({ parts }) => parts.map((part) => newText(part.paragraphs))),
      ),
    );
    expect(shown).toContain(WORDS.title.en);
    expect(shown).toContain(WORDS.description.en);
  });

  it('A text is not reported as changed if its field merely starts or stops supporting emphasis', () => {
    expect(compare(plain, withEmphasisOf(plain, emphasised.config)).changes).toEqual([]);
    expect(compare(withEmphasisOf(plain, emphasised.config), plain).changes).toEqual([]);
    expect(compare(plain, emphasised).changes.map(({ kind }) => kind)).toEqual([
      'emphasis-changed',
      'emphasis-changed',
      'emphasis-changed',
      'emphasis-changed',
    ]);
  });

  const signs = fc
    .array(fc.constantFrom('*', '**', 'rose', ' ', 'Lyon', '.', '\\*', '5'), { minLength: 1, maxLength: 12 })
    .map((pieces) => `x ${pieces.join('')}`.trim());
  const fieldsOf = fc.subarray(EMPHASISED);

  it('Applying changes to texts with emphasis produces the new texts, and the redline contains both editions', () => {
    fc.assert(
      fc.property(signs, signs, fieldsOf, fieldsOf, (before, after, declared, declares) => {
        const old = programmeWith({ title: before, description: after }, declared);
        const now = programmeWith({ title: after, description: before }, declares);
        const comparison = compare(old, now);
        const again = applyChanges(old, comparison).themes[0]?.events.find(({ id }) => id === ID);
        for (const field of EMPHASISED)
          expect(again && textOf(again, field)).toEqual(
            textOf(now.themes[0]?.events[1] ?? { id: '', bodies: {}, regions: {} }, field),
          );
        const documents = [buildDocument(old, 'en'), buildDocument(now, 'en')] as const;
        const both = redline(...documents, comparison);
        const letters = (document: Document): unknown =>
          cellsOf(document).map((runs) =>
            runs.flatMap(({ text, ...look }) => [...text].map((letter) => letter + JSON.stringify(look))),
          );
        expect(letters(reject(both))).toEqual(letters(documents[0]));
        expect(letters(accept(both))).toEqual(letters(documents[1]));
      }),
      { numRuns: runs(10) },
    );
  });
});
