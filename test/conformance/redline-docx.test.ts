import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compare } from '../../src/compare/compare.ts';
import type { Design } from '../../src/design/schema.ts';
import { bookmarkName } from '../../src/document/bookmarks.ts';
import { buildDocument, themeTarget } from '../../src/document/build.ts';
import type { Document } from '../../src/document/model.ts';
import { redline } from '../../src/document/redline.ts';
import { EVENT_WENT, ID_CHANGED } from '../../src/model/change-kinds.ts';
import type { Programme } from '../../src/model/programme.ts';
import type { Lang } from '../../src/model/text.ts';
import { readDesign } from '../../src/read/design.ts';
import { renderDocx } from '../../src/render/docx/render.ts';
import { runs } from '../support/property-runs.ts';
import { documentXml, docxOf, fontsOf } from '../support/rendered.ts';
import { type Choice, type Printed, parseXml, printed, settled } from '../unit/docx/revisions.ts';
import { edits } from '../unit/support/edits.ts';
import { allEvents, draft, edition1, withEvent, withEvents } from '../unit/support/programmes.ts';

/** The design of edition 1. */
const DESIGN_OF_1 = await readDesign('data', '1');

/** Each section begins on a new page, as in a redline. */
const LOOK: Design = { ...DESIGN_OF_1, sections: { follow: 'apart', gap: 0 } };
const { word: FONTS } = await fontsOf(LOOK);
const AUTHOR = 'The "publisher" & co.';
/** The draft with three events in each theme, for tests of single events. */
const few = withEvents(draft, (events) => events.slice(0, 3));

const bodyOf = async (document: Document): Promise<string> =>
  documentXml((await renderDocx(document, LOOK, FONTS)).bytes);

function redlineXml(before: Programme, after: Programme, lang: Lang): Promise<string> {
  const [old, now] = [buildDocument(before, lang), buildDocument(after, lang)];
  const document = redline(old, now, compare(before, after));
  return bodyOf({ ...document, meta: { ...document.meta, author: AUTHOR, date: '2021-04-01' } });
}

async function plain(programme: Programme, lang: Lang): Promise<Printed[]> {
  return printed(parseXml(documentXml(await docxOf(buildDocument(programme, lang), LOOK))));
}

/** Bookmark names in the redline, with the names of the same targets in the old edition. */
function oldNames(before: Programme, after: Programme): Map<string, string> {
  const names = new Map<string, string>();
  const removed = new Set<string>();
  for (const { kind, about, id, words } of compare(before, after).changes) {
    const target = (own = ''): string => (about === 'theme' ? themeTarget(own) : own);
    if (ID_CHANGED.includes(kind)) names.set(target(words.old), target(words.new));
    if (EVENT_WENT.includes(kind) || kind === 'theme-removed') removed.add(target(id));
  }
  const targets = [
    ...allEvents(before).map(({ id }) => id),
    ...buildDocument(before, before.config.language).sections.map(({ id }) => id),
  ];
  // Another event may have received the id of a removed one; the later entry wins.
  const inOrder = [...targets.filter((id) => removed.has(id)), ...targets.filter((id) => !removed.has(id))];
  return new Map(
    inOrder.flatMap((target) => {
      const now = removed.has(target) ? target : (names.get(target) ?? target);
      return [now, `_was-${target}`].map((name) => [bookmarkName(name), bookmarkName(target)] as const);
    }),
  );
}

function settledAs(xml: string, choice: Choice, names: ReadonlyMap<string, string>): Printed[] {
  const named = xml.replace(/(w:anchor="|w:name="|PAGEREF )([^" ]+)/g, (_, before, name) => {
    return before + (names.get(name) ?? name);
  });
  return printed(settled(parseXml(named), choice));
}

/** Paragraphs without the theme colours of event numbers, which a redline takes from the new edition. */
function withoutColours(paragraphs: readonly Printed[]): unknown {
  return JSON.parse(JSON.stringify(paragraphs).replaceAll(/EventNumber\d+/g, 'EventNumber'));
}

async function expectExact(before: Programme, after: Programme, lang: Lang): Promise<void> {
  const xml = await redlineXml(before, after, lang);
  expect(settledAs(xml, 'accept', new Map())).toEqual(await plain(after, lang));
  const rejected = settledAs(xml, 'reject', oldNames(before, after));
  expect(withoutColours(rejected)).toEqual(withoutColours(await plain(before, lang)));
}

const count = (text: string, pattern: RegExp): number => [...text.matchAll(pattern)].length;

describe('Word redline', () => {
  it.each(['en', 'fr', 'ru'] as const)(
    'In %s, the redline of edition 1 and the draft contains both versions, with styles, languages, links and pages',
    (lang) => expectExact(edition1, draft, lang),
  );

  it('A redline between an edition and itself has no tracked changes', async () => {
    expect(await redlineXml(draft, draft, 'en')).not.toMatch(/<w:(ins|del)[ >]/);
  });

  it('Each tracked change has an author, a date and a unique id', async () => {
    const xml = await redlineXml(edition1, draft, 'en');
    const changes = count(xml, /<w:(?:ins|del) /g);
    expect(changes).toBeGreaterThan(0);
    expect(
      count(
        xml,
        /<w:(?:ins|del) w:id="\d+" w:author="The &quot;publisher&quot; &amp; co\." w:date="2021-04-01T00:00:00Z"/g,
      ),
    ).toBe(changes);
    const ids = [...xml.matchAll(/<w:(?:ins|del|bookmarkStart) w:id="(\d+)"/g)].map(([, id]) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('A removed event is a deleted row with deleted words', async () => {
    const [first] = allEvents(few);
    if (first === undefined) throw new Error('no events');
    const without = withEvents(few, (events) => events.filter(({ id }) => id !== first.id));
    const rows = (await redlineXml(few, without, 'en')).match(/<w:tr>.*?<\/w:tr>/gs) ?? [];
    const removed = rows.filter((row) => /<w:trPr>.*?<w:del [^>]*\/>.*?<\/w:trPr>/s.test(row));
    expect(removed).toHaveLength(1);
    expect(removed[0]).toContain(bookmarkName(first.id));
    expect(removed[0]).not.toMatch(/<w:t[ >]/);
    await expectExact(few, without, 'en');
  });

  it('If one word of a description has changed, only this word is tracked', async () => {
    const event = allEvents(few).find(({ description }) => description !== undefined);
    if (event === undefined) throw new Error('no description');
    const before = withEvent(few, event.id, (item) => ({
      ...item,
      description: 'One old word.\nThe end.',
    }));
    const after = withEvent(few, event.id, (item) => ({ ...item, description: 'One new word.\nThe end.' }));
    const xml = await redlineXml(before, after, 'en');
    expect(count(xml, /<w:del /g)).toBe(1);
    expect(xml).toMatch(/<w:delText xml:space="preserve">old<\/w:delText>.{0,200}>new<\/w:t>/s);
    await expectExact(before, after, 'en');
  });

  it.each([
    ['first', 'One.\nTwo.\nThree.', 'Two.\nThree.'],
    ['last', 'One.\nTwo.\nThree.', 'One.\nTwo.'],
    ['last two', 'One.\nTwo.\nThree.', 'One.'],
    ['only', 'One.', 'Something quite different.\nAnd more.'],
  ])('The %s paragraph of a cell can be inserted and deleted', async (_, long, short) => {
    const [event] = allEvents(few);
    if (event === undefined) throw new Error('no events');
    const before = withEvent(few, event.id, (item) => ({ ...item, title: long }));
    const after = withEvent(few, event.id, (item) => ({ ...item, title: short }));
    await expectExact(before, after, 'fr');
    await expectExact(after, before, 'fr');
  });

  it('A line break in a cover line counts as a space', async () => {
    const authored = (author: string): Programme => ({ ...few, config: { ...few.config, author } });
    await expectExact(authored('One Ministry'), authored('Two\n Ministries'), 'en');
    await expectExact(authored('Two\n Ministries'), authored('One Ministry'), 'en');
  });

  it('Bookmarks are unique even if a moved event has the id of a removed one', async () => {
    const [first, second, third] = allEvents(few);
    if (first === undefined || second === undefined || third === undefined) throw new Error('no events');
    const after = withEvents(few, (events) =>
      events.includes(first) ? [third, { ...second, id: first.id }] : events,
    );
    const xml = await redlineXml(few, after, 'en');
    const names = [...xml.matchAll(/<w:bookmarkStart [^>]*w:name="([^"]+)"/g)].map(([, name]) => name);
    expect(new Set(names).size).toBe(names.length);
    await expectExact(few, after, 'en');
  });

  it('If only one of two editions prints a period above its title, the redline marks the period as a paragraph of that edition', async () => {
    const few = withEvents(edition1, (events) => events.slice(0, 1));
    const named: Programme = { ...few, config: { ...few.config, title: { fr: 'Année 2021' } } };
    await expectExact(few, named, 'en');
    await expectExact(named, few, 'en');
  });

  it('The redline between edition 1 and any edited copy contains the text of both versions', async () => {
    const small = withEvents(edition1, (events) => events.slice(0, 3));
    await fc.assert(
      fc.asyncProperty(edits, fc.constantFrom<Lang>('en', 'fr', 'ru'), async (edit, lang) => {
        await expectExact(small, edit(small), lang);
      }),
      { numRuns: runs(30) },
    );
  });
});
