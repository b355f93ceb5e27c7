import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { exportTranslation } from '../../../src/commands/export.ts';
import { propose } from '../../../src/commands/propose.ts';
import { review } from '../../../src/commands/review.ts';
import { audienceOf } from '../../../src/compare/index.ts';
import { UserError } from '../../../src/errors.ts';
import { messageOf } from '../../../src/exchange/messages.ts';
import { openProgramme } from '../../../src/exchange/places.ts';
import { readXliff } from '../../../src/exchange/xliff/read.ts';
import { type ReturnedText, translated } from '../../../src/exchange/xliff/translated.ts';
import { type Unit, unitGroups } from '../../../src/exchange/xliff/units.ts';
import type { RichRun } from '../../../src/model/part.ts';
import type { Programme } from '../../../src/model/programme.ts';
import type { Lang } from '../../../src/model/text.ts';
import { standingOf } from '../../../src/proposal/decide.ts';
import { readDataset } from '../../../src/read/dataset.ts';
import { proposalNotes } from '../../../src/report/proposal-text.ts';
import { joined } from '../../../src/text/inline.ts';
import { folderWithData, replaced, scratchFolder, smallFile } from '../../support/dataset-folder.ts';
import { broughtBy, withChanges } from '../../support/incoming.ts';

const FIXTURES = path.resolve('test/fixtures/translations');

/** The dataset from which the files of other tools were exported. */
function dataWithTexts(changes: Readonly<Record<string, string>> = {}): string {
  const texts = readdirSync(path.join(FIXTURES, 'texts')).map((name) => [
    `texts/${name}`,
    readFileSync(path.join(FIXTURES, 'texts', name), 'utf8'),
  ]);
  const parts = readFileSync(path.join(FIXTURES, 'parts.yaml'), 'utf8');
  return path.join(
    folderWithData({
      'programme.yaml': smallFile('programme.yaml') + parts,
      ...Object.fromEntries(texts),
      ...changes,
    }),
    'data',
  );
}

const allUnits = (programme: Programme, lang: Lang = 'ru'): Unit[] =>
  unitGroups(programme, lang).flatMap(({ units }) => units);

const pseudo = (letters: Readonly<Record<string, string>>) => (runs: readonly RichRun[]) =>
  joined(
    runs.map((run) => ({ ...run, text: run.text.replace(/[a-z]/g, (letter) => letters[letter] ?? letter) })),
  );

describe('Translation files saved by another tool', () => {
  test.each([
    ['translate-toolkit', { a: 'а', e: 'е', o: 'о', i: 'и' }],
    ['okapi', { a: 'а', e: 'е', o: 'о' }],
  ])('Texts in a translation file saved by %s are imported with their formatting', async (tool, letters) => {
    const data = dataWithTexts();
    const source = path.join(FIXTURES, `${tool}.xlf`);
    const { notes, unplaced, comments, conflicts } = await propose({
      data,
      source,
      date: '2030-01-15',
      write: true,
    });
    expect({ unplaced, comments, conflicts }).toEqual({ unplaced: [], comments: [], conflicts: [] });
    expect(notes.map(({ message }) => message)).toEqual([
      'the programme is not published in ru: once the translation is complete, add the language in the workbook that `export --settings` writes',
    ]);
    await review({ data, name: tool, acceptAll: true, by: 'A. Editor', date: '2030-01-16' });
    const now = await readDataset(data);
    const units = allUnits(now);
    const write = pseudo(letters);
    expect(units.map(({ id, target }) => [id, target && joined(target)])).toEqual(
      units.map(({ id, source: runs }) => [id, write(runs)]),
    );
    expect(units).toHaveLength(48);
  });
});

/**
 * The file after a conversion to .po and back: units with other ids, without notes, formatting and line breaks; a
 * source shared by several units occurs once.
 */
function throughPo(xliff: string, merges: boolean): string {
  const sources = [...xliff.matchAll(/<source[^>]*>(.*?)<\/source>/gs)].map(([, words = '']) =>
    words.replace(/<[^>]*>/g, ''),
  );
  const units = (merges ? [...new Set(sources)] : sources).map(
    (words, index) =>
      `<trans-unit id="${index + 2}" approved="yes" xml:space="preserve"><source>${words}</source><target state="translated">${words.replaceAll('e', 'е')}</target></trans-unit>`,
  );
  return `<?xml version="1.0"?><xliff xmlns="urn:oasis:names:tc:xliff:document:1.1" version="1.1"><file original="t.po" source-language="en-US" datatype="plaintext"><body>${units.join('')}</body></file></xliff>`;
}

test.each([
  ['each once', (sent: string) => throughPo(sent, true)],
  ['each as often as sent', (sent: string) => throughPo(sent, false)],
  [
    'after the sent ones',
    (sent: string) =>
      sent
        .replace(/<target[^>]*>.*?<\/target>/gs, '<target/>')
        .replace(
          '</body>',
          () => `${throughPo(sent, true).match(/<trans-unit.*<\/trans-unit>/s)?.[0]}</body>`,
        ),
  ],
])(
  'If a conversion to .po removed ids and language, texts are identified by their source texts, %s',
  async (_, change) => {
    const data = dataWithTexts();
    const file = path.join(data, '../translation.xlf');
    await exportTranslation({ data, file, lang: 'fr' });
    writeFileSync(file, change(readFileSync(file, 'utf8')));
    const { unplaced, conflicts, notes } = await propose({
      data,
      source: file,
      date: '2030-01-15',
      write: true,
    });
    expect({ unplaced, conflicts }).toEqual({ unplaced: [], conflicts: [] });
    expect(notes.map(({ message }) => message)).toContain(
      'missing from the translation: a line break (Introduction)',
    );
    const given = { data, name: 'translation', acceptAll: true, by: 'A. Editor', date: '2030-01-16' };
    await review(given);
    const units = allUnits(await readDataset(data), 'fr');
    const bare = (runs: readonly RichRun[] = []): string =>
      runs
        .map(({ text }) => text)
        .join('')
        .replace(/\n/g, '');
    expect(units.map(({ id, target }) => [id, bare(target)])).toEqual(
      units.map(({ id, source }) => [id, bare(source).replaceAll('e', 'е')]),
    );
  },
);

describe('Translation file with two columns', () => {
  /**
   * The file with words in the right-hand column, computed from the left-hand ones, as another program could have saved
   * it.
   */
  async function filled(data: string, change: (xml: string) => string, keepsRecord = true): Promise<string> {
    const file = path.join(data, '../translation.docx');
    await exportTranslation({ data, file, lang: 'ru' });
    const parts = unzipSync(readFileSync(file));
    const xml = strFromU8(parts['word/document.xml'] ?? new Uint8Array());
    const cells = xml.replace(/<w:tr>.*?<\/w:tr>/gs, (row) => {
      const [head = '', left = '', right = ''] = row.split('<w:tc>');
      const [, ...source] = left.match(/<w:p>.*?<\/w:p>/gs) ?? [];
      const written = source
        .join('')
        .replace(/>([^<]+)<\/w:t>/g, (_, words) => `>${words.replaceAll('e', 'е')}</w:t>`);
      const filled = source.length === 0 ? right : right.replace(/<w:p>.*<\/w:p>|<w:p\/>/s, written);
      return [head, left, filled].join('<w:tc>');
    });
    parts['word/document.xml'] = strToU8(change(cells));
    if (!keepsRecord)
      for (const name of Object.keys(parts)) if (name.startsWith('customXml')) delete parts[name];
    writeFileSync(file, zipSync(parts, { level: 0 }));
    return file;
  }

  test.each([
    ['as it is', (xml: string) => xml, true],
    [
      'without bookmarks and styles, and without its record',
      (xml: string) => xml.replace(/<w:(?:bookmark(?:Start|End)|pStyle) [^>]*\/>/g, ''),
      false,
    ],
  ])('Texts in a translation file %s are imported with their formatting', async (_, change, keepsRecord) => {
    const data = dataWithTexts();
    const source = await filled(data, change, keepsRecord);
    const { unplaced, conflicts } = await propose({ data, source, date: '2030-01-15', write: true });
    expect({ unplaced, conflicts }).toEqual({ unplaced: [], conflicts: [] });
    await review({ data, name: 'translation', acceptAll: true, by: 'A. Editor', date: '2030-01-16' });
    const units = allUnits(await readDataset(data));
    const write = pseudo({ e: 'е' });
    expect(units.map(({ id, target }) => [id, target && joined(target)])).toEqual(
      units.map(({ id, source: runs }) => [id, write(runs)]),
    );
  });

  test('Changed source texts and text outside the table are reported', async () => {
    const data = dataWithTexts();
    const source = await filled(data, (xml) =>
      xml
        .replace('>Spring concert</w:t>', '>Spring concerts</w:t>')
        .replace('<w:p>', '<w:p><w:r><w:t>Hello</w:t></w:r></w:p><w:p>'),
    );
    const { unplaced } = await propose({ data, source, date: '2030-01-15', write: false });
    expect(unplaced).toEqual([
      { words: 'Hello' },
      {
        words: 'Spring concerts',
        where: messageOf('left-source-changed'),
        event: 'spring-concert',
        field: 'title',
      },
    ]);
  });
});

test('Files for translators contain no internal data', async () => {
  const programme = replaced(
    smallFile('programme.yaml'),
    'sides:\n',
    '  - { id: zqx-remark, kind: text, heading: Zqxheading, internal: true }\nsides:\n',
  );
  const sport = replaced(
    smallFile('events/sport.yaml'),
    '  title: Regatta\n',
    '  title: Regatta\n  zqx-remark: Zqxvalue\n',
  );
  const data = path.join(folderWithData({ 'programme.yaml': programme, 'events/sport.yaml': sport }), 'data');
  const [xlf, docx] = ['a.xlf', 'a.docx'].map((name) => path.join(data, '..', name));
  for (const file of [xlf ?? '', docx ?? '']) await exportTranslation({ data, file, lang: 'ru' });
  const parts = Object.entries(unzipSync(readFileSync(docx ?? ''))).map(
    ([name, part]) => name + strFromU8(part),
  );
  const said = [readFileSync(xlf ?? '', 'utf8'), ...parts].join('\n');
  expect(said.match(/zqx\w*/gi)).toBeNull();
  expect(said.match(/>Regatta</g)?.length).toBeGreaterThan(1);
});

/** An XLIFF file with these trans-units. */
function xliff(units: string, attributes = 'target-language="ru"'): Buffer {
  return Buffer.from(
    `<?xml version="1.0" encoding="UTF-8"?>\n<xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2" xmlns:t="urn:tool"><file original="x" datatype="plaintext" source-language="en" ${attributes}><body>${units}</body></file></xliff>`,
  );
}

async function targetOf(words: string, source = '', unit = ''): Promise<readonly RichRun[] | undefined> {
  const bytes = xliff(`<trans-unit id="a" ${unit}>${source}<target>${words}</target></trans-unit>`);
  return (await readXliff(bytes, 'a.xlf')).texts[0]?.target;
}

describe('XLIFF file with a translation', () => {
  const source =
    '<source>One <g id="1" ctype="bold">two</g>.<x id="2" ctype="lb"/><g id="3" ctype="link" equiv-text="https://example.org/">Three</g>.</source>';

  test.each([
    ['g elements with only an id', 'A <g id="1">b</g>.<x id="2"/><g id="3">C</g>.'],
    [
      'paired codes',
      'A <bpt id="1" ctype="bold">&lt;b&gt;</bpt>b<ept id="1">&lt;/b&gt;</ept>.<ph id="2" ctype="lb">\\n</ph><bx id="3"/>C<ex id="3"/>.',
    ],
    [
      'isolated codes',
      'A <it id="1" pos="open">x</it>b<it id="1" pos="close">x</it>.<x id="2"/><g id="3">C</g>.',
    ],
    [
      'segments',
      '<mrk mtype="seg" mid="1">A <g id="1">b</g>.</mrk><x id="2"/><mrk mtype="seg" mid="2"><g id="3">C</g>.</mrk>',
    ],
    [
      'elements of a tool',
      'A <g id="1"><t:mark>b</t:mark></g>.<x id="2"/><g id="3"><mrk mtype="x-term">C</mrk></g>.',
    ],
  ])('An XLIFF file with %s is read', async (_, words) => {
    expect(await targetOf(words, source)).toEqual([
      { text: 'A ' },
      { text: 'b', strong: true },
      { text: '.' },
      { text: '\n' },
      { text: 'C', link: 'https://example.org/' },
      { text: '.' },
    ]);
  });

  test('A space between two segments of an XLIFF file is restored if either the source or the target has lost it', async () => {
    const segments = (gap: string) =>
      `<mrk mtype="seg" mid="1">A.</mrk>${gap}<mrk mtype="seg" mid="2">B.</mrk>`;
    const from = `<source>A. B.</source><seg-source>${segments(' ')}</seg-source>`;
    for (const gap of ['', ' ', '\n    '])
      expect(await targetOf(segments(gap), from, 'xml:space="preserve"')).toEqual([{ text: 'A. B.' }]);
  });

  test('Line breaks that were typed are read if the XLIFF file preserves white space', async () => {
    expect(await targetOf('A\nB', '', 'xml:space="preserve"')).toEqual([
      { text: 'A' },
      { text: '\n' },
      { text: 'B' },
    ]);
    expect(await targetOf('A\n  B')).toEqual([{ text: 'A B' }]);
  });

  test('An XLIFF file in UTF-16 is read', async () => {
    const bytes = xliff('<trans-unit id="a"><target>Ж</target></trans-unit>').toString('utf8');
    const utf16 = Buffer.from(`\ufeff${bytes.replace('UTF-8', 'UTF-16')}`, 'utf16le');
    expect((await readXliff(utf16, 'a.xlf')).texts[0]?.target).toEqual([{ text: 'Ж' }]);
  });

  test.each([
    ['<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><xliff version="1.2"/>', /DOCTYPE/],
    ['<xliff version="2.0" xmlns="urn:oasis:names:tc:xliff:document:2.0"/>', /XLIFF 2\.0/],
    ['<html/>', /not an XLIFF file/],
    ['<xliff version="1.2"><file>', /cannot be read/],
    ['no XML', /cannot be read/],
    [`<xliff version="1.2">${'<g>'.repeat(100)}`, /nested more/],
  ])('A malformed XLIFF file is rejected: %s', async (words, message) => {
    const reading = readXliff(Buffer.from(words), 'a.xlf');
    await expect(reading).rejects.toThrow(UserError);
    await expect(reading).rejects.toThrow(message);
  });

  test('An XLIFF file is rejected if it belongs to another programme or contains no known text', async () => {
    const file = path.join(scratchFolder(), 'a.xlf');
    const data = path.resolve('test/fixtures/small-dataset');
    const unit = '<trans-unit id="x"><source>Nowhere</source><target>Нигде</target></trans-unit>';
    writeFileSync(file, xliff(unit, 'target-language="ru" product-name="other"'));
    await expect(broughtBy(data, file)).rejects.toThrow(/programme other/);
    writeFileSync(file, xliff(unit));
    await expect(broughtBy(data, file)).rejects.toThrow(/no text of this programme/);
    writeFileSync(file, xliff(unit, 'target-language="fi"'));
    await expect(broughtBy(data, file)).rejects.toThrow(/target language of the file, fi/);
  });
});

const NOT_PUBLISHED =
  'the programme is not published in ru: once the translation is complete, add the language in the workbook that `export --settings` writes';

describe('Review of translations', () => {
  const returned = (
    unit: Unit | undefined,
    target: string,
    more: Partial<ReturnedText> = {},
  ): ReturnedText => ({
    id: unit?.id ?? '',
    source: unit?.source ?? [],
    target: [{ text: target }],
    ...more,
  });
  const unitOf = (programme: Programme, id: string): Unit | undefined =>
    allUnits(programme).find((unit) => unit.id === id);

  test('If the source text has changed, its translation is marked as outdated, displayed with the difference and never accepted in bulk', async () => {
    const data = dataWithTexts();
    const file = path.join(data, '../back.xlf');
    await exportTranslation({ data, file, lang: 'ru' });
    const sent = readFileSync(file, 'utf8');
    writeFileSync(
      file,
      replaced(
        replaced(
          sent,
          '>Spring concert</source>\n<target xml:lang="ru" state="needs-translation"></target>',
          '>Spring concert</source>\n<target xml:lang="ru">Весенний концерт</target>',
        ),
        '>Autumn concert</source>\n<target xml:lang="ru" state="needs-translation"></target>',
        '>Autumn concert</source>\n<target xml:lang="ru">Осенний концерт</target>',
      ),
    );
    const events = path.join(data, 'events/music.yaml');
    writeFileSync(
      events,
      replaced(readFileSync(events, 'utf8'), 'title: Spring concert', 'title: Great spring concert'),
    );
    const found = await propose({ data, source: file, date: '2030-01-15', write: true });
    const reader = audienceOf(found.comparison, 'en', false);
    const notes = found.changes.map((change) => [
      change.theirs,
      ...proposalNotes(change, reader, found.standings.get(change.id)),
    ]);
    expect(notes).toEqual([
      ['Весенний концерт', 'OUTDATED: the source text has changed: Spring concert → Great spring concert'],
      ['Осенний концерт'],
    ]);
    const { proposal } = await review({
      data,
      name: 'back',
      acceptAll: true,
      by: 'A. Editor',
      date: '2030-01-16',
    });
    expect(proposal.changes.map(({ verdict }) => verdict)).toEqual(['open', 'accepted']);
  });

  test('Missing translations are counted, but not reported as changes', async () => {
    const draft = await readDataset(dataWithTexts());
    const unit = unitOf(draft, 'event/spring-concert/title');
    const { target: _, ...empty } = returned(unitOf(draft, 'event/autumn-concert/title'), '');
    const { changes, notes } = withChanges(
      translated([returned(unit, 'Spring concert'), empty], 'ru', draft, 'a.xlf'),
    );
    expect(changes).toEqual([]);
    expect(notes.map(({ message }) => message)).toEqual([
      'one text is not translated into ru',
      'one text is the same in ru as in the source and is not marked as translated, so it counts as missing',
      NOT_PUBLISHED,
    ]);
    const named = withChanges(
      translated([returned(unit, 'Spring concert', { state: 'final' })], 'ru', draft, 'a.xlf'),
    );
    expect(named.changes.map(({ theirs }) => theirs)).toEqual(['Spring concert']);
  });

  test('A translation that lost its id is identified by its source text, and unplaced text is listed in full', async () => {
    const draft = await readDataset(dataWithTexts());
    const unit = unitOf(draft, 'event/spring-concert/title');
    const texts = [
      returned(unit, 'Весенний концерт', { id: 'tu1' }),
      { id: 'tu2', source: [{ text: 'A text that went' }], target: [{ text: 'Текст' }] },
    ];
    const { changes, unplaced } = withChanges(translated(texts, 'ru', draft, 'a.xlf'));
    expect(changes.map(({ of, field, lang, theirs }) => [of, field, lang, theirs])).toEqual([
      ['spring-concert', 'title', 'ru', 'Весенний концерт'],
    ]);
    expect(unplaced).toEqual([{ words: 'Текст', where: 'tu2: A text that went' }]);
  });

  test('Translated paragraphs of a text are listed until all of its paragraphs are translated', async () => {
    const draft = await readDataset(dataWithTexts());
    const unit = unitOf(draft, 'programme/parts.foreword/1');
    const { changes, unplaced } = withChanges(
      translated([returned(unit, 'Добро пожаловать')], 'ru', draft, 'a.xlf'),
    );
    expect(changes).toEqual([]);
    expect(unplaced).toEqual([
      {
        words: 'Добро пожаловать',
        where: messageOf('left-paragraphs-lacking', { lacking: 3, all: 4 }),
        field: 'parts.foreword',
      },
    ]);
  });

  test('Formatting that is missing from a translation is reported, and the notes of translators become comments', async () => {
    const draft = await readDataset(dataWithTexts());
    const unit = unitOf(draft, 'programme/introduction');
    const text = returned(unit, 'Год', { notes: [{ words: 'Which year?', by: 'T.' }] });
    const { notes, comments } = withChanges(translated([text], 'ru', draft, 'a.xlf'));
    expect(notes.map(({ message }) => message)).toEqual([
      'missing from the translation: a line break (Введение)',
      'missing from the translation: bold (Введение)',
      NOT_PUBLISHED,
    ]);
    expect(comments).toEqual([{ words: 'Which year?', by: 'T.', field: 'introduction' }]);
  });

  test('An imported translation is a conflict if the draft has changed the same translation since the export', async () => {
    const draft = await readDataset(path.resolve('test/fixtures/small-dataset'));
    const unit = allUnits(draft, 'fr').find(({ id }) => id === 'programme/title');
    const text = returned(unit, 'Année des choses', { sent: [{ text: 'Année de petites choses' }] });
    const { changes } = withChanges(translated([text], 'fr', draft, 'a.xlf'));
    const [change] = changes;
    expect(change && standingOf(change, openProgramme(draft))).toEqual({
      state: 'conflict',
      ours: 'Année des petites choses',
    });
  });
});
