import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { extractIn } from '../../../src/commands/extracts.ts';
import { compare } from '../../../src/compare/compare.ts';
import { restrictTo } from '../../../src/compare/select.ts';
import { buildDocument, type DocumentOptions, themeTarget } from '../../../src/document/build.ts';
import type { Block, Document, Paragraph, Run, Section } from '../../../src/document/model.ts';
import { printedAs } from '../../../src/document/printed.ts';
import { redline } from '../../../src/document/redline.ts';
import { accept, changeOf, lastWords, reject } from '../../../src/document/resolve-changes.ts';
import { wordsOf } from '../../../src/document/texts.ts';
import { EVENT_WENT, ID_CHANGED } from '../../../src/model/change-kinds.ts';
import type { Programme } from '../../../src/model/programme.ts';
import type { Lang } from '../../../src/model/text.ts';
import { compared, regionOptions } from '../../support/pdf-samples.ts';
import { runs } from '../../support/property-runs.ts';
import { edits } from '../support/edits.ts';
import { allEvents, draft, edition1, withEvent, withEvents } from '../support/programmes.ts';

/** The draft with three events in each theme, for tests of one or two events. */
const few = withEvents(draft, (events) => events.slice(0, 3));

/** The letters of a paragraph with their formatting; the division into runs is not visible in print. */
const letters = (paragraph: Paragraph): string[] =>
  paragraph.flatMap(({ text, ...look }) => {
    const looks = JSON.stringify(look);
    return [...text.replaceAll('\n', ' ')].map((letter) => letter + looks);
  });

/** All printed content, with link targets under their names in the new edition. */
function printed({ cover, sections }: Document, nameOf: (target: string) => string): unknown {
  const inBlock = (block: Block): unknown => {
    switch (block.kind) {
      case 'paragraph':
      case 'heading':
        return { ...block, text: letters(block.text) };
      case 'list':
        return block.items.map((item) => ({ ...item, text: letters(item.text) }));
      case 'quote':
        return block.paragraphs.map(letters);
      case 'contents':
        return block.entries.map(({ text, target }) => [letters(text), nameOf(target)]);
      case 'index':
        return block.groups.map(({ heading, entries }) => [
          letters(heading),
          entries.map(({ text, target }) => [letters(text), nameOf(target)]),
        ]);
      case 'table':
        return {
          columns: block.table.columns.map(({ heading, ...column }) => [letters(heading), column]),
          rows: block.table.rows.map(({ id, cells, marks = [] }) => [
            nameOf(id),
            cells.map(({ paragraphs }) => paragraphs.map(letters)),
            marks,
          ]),
        };
      case 'events':
        return block.events.map(({ id, number, title }) => [nameOf(id), letters(number), title.map(letters)]);
    }
  };
  return {
    cover: [cover.kicker ?? [], cover.title, ...cover.lines, cover.publisher].map(letters),
    sections: sections.map(({ id, title, layout, blocks }) => [
      nameOf(id),
      letters(title),
      layout,
      blocks.map(inBlock),
    ]),
  };
}

/** The printed content without colours: a redline takes the theme colours from the new edition. */
function withoutColours(content: unknown): unknown {
  return JSON.parse(JSON.stringify(content).replaceAll(/,?\\"accent\\":\d+/g, ''));
}

function expectBoth(
  before: Programme,
  after: Programme,
  lang: Lang,
  options: DocumentOptions = {},
): Document {
  const then = options.extract === undefined ? {} : { extract: extractIn(before, options.extract) };
  const [old, now] = [buildDocument(before, lang, then), buildDocument(after, lang, options)];
  const comparison = compared(before, after);
  const { extract } = options;
  const events = extract && { old: extractIn(before, extract).events, new: extract.events };
  const document = redline(old, now, events === undefined ? comparison : restrictTo(comparison, events));
  const names = new Map(
    comparison.changes.flatMap(({ kind, about, words }) => {
      const target = (id = ''): string => (about === 'theme' ? themeTarget(id) : id);
      return ID_CHANGED.includes(kind) ? [[target(words.old), target(words.new)] as const] : [];
    }),
  );
  const removed = new Set(
    comparison.changes.flatMap(({ kind, id = '' }) => (EVENT_WENT.includes(kind) ? [id] : [])),
  );
  const inNew = (target: string): string => (removed.has(target) ? target : (names.get(target) ?? target));
  expect(printed(accept(document), (target) => target)).toEqual(printed(now, (target) => target));
  const named = (target: string): string => (target.startsWith('_was-') ? inNew(target.slice(5)) : target);
  expect(withoutColours(printed(reject(document), named))).toEqual(withoutColours(printed(old, inNew)));
  return document;
}

const marks = ({ sections }: Document, titled: RegExp): string[] =>
  sections
    .filter(({ title }) => titled.test(wordsOf(title)))
    .flatMap(({ blocks }) => blocks.flatMap((block) => (block.kind === 'table' ? block.table.rows : [])))
    .flatMap(({ cells }) => cells.flatMap(({ paragraphs }) => paragraphs.flat()))
    .flatMap(({ change, text }: Run) => (change === undefined ? [] : [`${change} ${text}`]));

const targets = (sections: readonly Section[]): string[] =>
  sections.flatMap(({ id, blocks }) => [
    id,
    ...blocks.flatMap((block) => (block.kind === 'table' ? block.table.rows.map((row) => row.id) : [])),
  ]);

describe('Redline', () => {
  it.each(['en', 'fr', 'ru'] as const)(
    'The redline between edition 1 and the draft contains the text of both versions in %s',
    (lang) => {
      const { sections } = expectBoth(edition1, draft, lang);
      expect(new Set(targets(sections)).size).toBe(targets(sections).length);
      expectBoth(draft, edition1, lang);
    },
  );

  it('A redline between an edition and itself has no marks', () => {
    const document = expectBoth(draft, draft, 'en');
    expect(JSON.stringify(document.sections)).not.toContain('"change"');
    expect(document.sections.length).toBe(buildDocument(draft, 'en').sections.length);
  });

  it.each([
    ['french', 'FR-NAQ'],
    ['french', 'FR-IDF'],
    ['russian', 'RU-SPE'],
    ['russian', 'RU-VLG'],
  ])(
    'The redline for a region on the %s side contains only changes that concern the region: %s',
    (_, code) => {
      expectBoth(edition1, draft, 'en', regionOptions(draft, code));
    },
  );

  it('Only the changed words of a field are marked', () => {
    const [event] = allEvents(few);
    const title = buildDocument(few, 'en').sections.find(({ layout }) => layout === 'table')?.title ?? [];
    const before = withEvent(few, event?.id ?? '', (item) => ({ ...item, description: 'One old word.' }));
    const after = withEvent(few, event?.id ?? '', (item) => ({ ...item, description: 'One new word.' }));
    expect(marks(expectBoth(before, after, 'en'), new RegExp(`^${wordsOf(title)}$`))).toEqual([
      'deleted old',
      'inserted new',
    ]);
  });

  it('In rows and indexes, the old and the new number of an event are printed separately', () => {
    const after = withEvents(few, (events) => events.slice(1));
    const { sections } = expectBoth(few, after, 'en');
    const blocks = sections.flatMap(({ blocks }) => blocks);
    const numbers = blocks.flatMap((block) =>
      block.kind === 'table'
        ? block.table.rows.map(({ cells }) => cells[0]?.paragraphs.map((runs) => wordsOf(runs)))
        : [],
    );
    expect(numbers).toContainEqual(['2', '1']);
    const entries = blocks
      .flatMap((block) => (block.kind === 'index' ? block.groups : []))
      .flatMap((group) => group.entries.map(({ text }) => wordsOf(text)));
    expect(entries.filter((text) => /^2 {2}1 {2}\p{L}/u.test(text)).length).toBeGreaterThan(0);
  });

  it('In a redline printed as lists, an event has both its old and its new number', () => {
    const after = withEvents(few, (events) => events.slice(1));
    const both = redline(buildDocument(few, 'en'), buildDocument(after, 'en'), compare(few, after));
    const numbersIn = (document: Document): string[] =>
      printedAs(document, { table: { emptyColumns: 'kept' }, presentation: { as: 'list' } })
        .sections.flatMap(({ blocks }) => blocks)
        .flatMap((block) =>
          block.kind === 'events' ? block.events.map(({ number }) => wordsOf(number)) : [],
        )
        .slice(0, 3);
    expect(numbersIn(both)).toEqual(['1', '2 1', '3 2']);
    expect(numbersIn(accept(both)).slice(0, 2)).toEqual(['1', '2']);
  });

  it('An event whose id has changed is shown as a single event in the redline', () => {
    const [event] = allEvents(few);
    const after = withEvents(few, (events) =>
      events.map((item) => (item === event ? { ...item, id: 'another-id' } : item)),
    );
    expect(marks(expectBoth(few, after, 'en'), /./)).toEqual([]);
  });

  it('If a new event has the id of a removed one, the redline shows two events', () => {
    const [first, second] = allEvents(few);
    if (first === undefined || second === undefined) throw new Error('no events');
    const swapped = new Map([
      [first.id, second.id],
      [second.id, first.id],
    ]);
    expectBoth(
      few,
      withEvents(few, (events) =>
        events.map((event) => ({ ...event, id: swapped.get(event.id) ?? event.id })),
      ),
      'en',
    );
    const other = { ...second, id: first.id };
    expectBoth(
      few,
      withEvents(few, (events) =>
        events.filter((event) => event !== second).map((event) => (event === first ? other : event)),
      ),
      'en',
    );
  });

  it('A line break in a cover line is treated as a space', () => {
    const authored = (author: string): Programme => ({ ...few, config: { ...few.config, author } });
    expectBoth(authored('One Ministry'), authored('Two\n Ministries'), 'en');
    expectBoth(authored('Two\n Ministries'), authored('One Ministry'), 'en');
  });

  it('The redline between edition 1 and any edited copy contains the text of both versions, for the whole programme and for one region', () => {
    const small = withEvents(edition1, (events) => events.slice(0, 4));
    fc.assert(
      fc.property(
        edits,
        fc.constantFrom<Lang>('en', 'fr', 'ru'),
        fc.constantFrom({}, regionOptions(edition1, 'FR-IDF'), regionOptions(edition1, 'RU-MOW')),
        (edit, lang, options) => {
          const other = edit(small);
          expectBoth(small, other, lang, options);
          expectBoth(other, small, lang, options);
        },
      ),
      { numRuns: runs(60) },
    );
  });
});

describe('Text in a redline', () => {
  const [same, old, now]: Run[] = [
    { text: 'a' },
    { text: 'b', change: 'deleted' },
    { text: 'c', change: 'inserted' },
  ];

  it('A text is marked as deleted or inserted as a whole only if all its words are', () => {
    expect(
      [[old], [old, old], [now], [same, now], [old, now], []].map((words) => changeOf(words as Run[])),
    ).toEqual(['deleted', 'deleted', 'inserted', undefined, undefined, undefined]);
  });

  it('A text that cannot be marked is printed in its new version or, if there is none, in its old version', () => {
    expect(wordsOf(lastWords([same, old, now] as Run[]))).toBe('ac');
    expect(lastWords([old] as Run[])).toEqual([{ text: 'b' }]);
    expect(lastWords([])).toEqual([]);
  });
});
