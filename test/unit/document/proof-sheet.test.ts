import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildDocument } from '../../../src/document/build.ts';
import type { CellRemark, Document, Paragraph, Row, TextRange } from '../../../src/document/model.ts';
import { withFrontSection } from '../../../src/document/proof-sheet.ts';
import { speakerOf } from '../../../src/messages.ts';
import type { Event } from '../../../src/model/event.ts';
import type { Programme } from '../../../src/model/programme.ts';
import type { Lang } from '../../../src/model/text.ts';
import { dateWords } from '../../../src/text/dates/index.ts';
import { type Note, proofOf } from '../../support/findings.ts';
import { programmeWith } from '../check/programmes.ts';
import { edition1, withEvents } from '../support/programmes.ts';

const plain = (paragraph: Paragraph): string => paragraph.map((run) => run.text).join('');

function rowsOf({ sections }: Document): Row[] {
  return sections.flatMap(({ blocks }) =>
    blocks.flatMap((block) => (block.kind === 'table' ? block.table.rows : [])),
  );
}

/** Edition 1 with only one event, which has these fields. */
function alone(fields: Partial<Event>): Programme {
  let found = false;
  return withEvents(edition1, (events) => {
    const [first] = events;
    if (found || first === undefined) return [];
    found = true;
    return [{ ...first, id: 'the-event', ...fields }];
  });
}

const NOTE = { event: 'the-event', severity: 'warning', rule: 'a-rule', message: 'Look.' } as const;

function remarksOn(
  fields: Partial<Event>,
  notes: readonly Partial<Note>[],
): { row: Row; remarks: CellRemark[] } {
  const programme = alone(fields);
  const sheet = proofOf(
    buildDocument(programme, 'en'),
    programme,
    notes.map((note) => ({ ...NOTE, ...note })),
  );
  const [row] = rowsOf(sheet);
  if (row === undefined) throw new Error('no row');
  return { row, remarks: [...(row.remarks ?? [])] };
}

/** The words of a cell that a remark is about. */
function wordsOf(row: Row, { column, words }: CellRemark): string | undefined {
  return words === undefined ? undefined : stretch(row.cells[column]?.paragraphs ?? [], words);
}

function stretch(paragraphs: readonly Paragraph[], { from, to }: TextRange): string {
  return paragraphs
    .slice(from.paragraph, to.paragraph + 1)
    .map((paragraph, index, all) =>
      plain(paragraph).slice(index === 0 ? from.offset : 0, index === all.length - 1 ? to.offset : undefined),
    )
    .join('\n');
}

describe('Language of remarks', () => {
  it('Remarks are in the language of the document, or in English if it has no translation', async () => {
    const programme = alone({});
    const rules = ['date-missing', 'a-rule'];
    const sheet = proofOf(
      buildDocument(programme, 'fr'),
      programme,
      rules.map((rule) => ({ ...NOTE, rule })),
      { speak: await speakerOf('fr', dateWords) },
    );
    const said = rowsOf(sheet)[0]?.remarks?.map(({ paragraphs }) => paragraphs[1]);
    expect(said).toEqual([[{ text: 'l’événement n’a pas de date prévue' }], [{ text: 'Look.', lang: 'en' }]]);
  });
});

describe('Proof sheet in a language without a dictionary', () => {
  it.each<[Lang, string]>([
    ['en', 'Note: Spelling not checked (italiano): install the package dictionary-it'],
    ['fr', 'Note: Orthographe non vérifiée (italiano)\u00a0: installez le paquet dictionary-it'],
    ['ru', 'Примечание: Орфография не проверена (italiano): установите пакет dictionary-it'],
    ['de', 'Hinweis: Rechtschreibung nicht geprüft (italiano): Paket dictionary-it installieren'],
    ['es', 'Nota: Ortografía no comprobada (italiano): instale el paquete dictionary-it'],
    ['it', 'Nota: Ortografia non controllata (italiano): installare il pacchetto dictionary-it'],
  ])(
    'A %s proof sheet contains one general remark, which names the package to install',
    (language, words) => {
      const programme = programmeWith([{}], { language, languages: [language] });
      const sheet = proofOf(buildDocument(programme, language), programme, [], { withoutDictionary: ['it'] });
      expect(sheet.remarks?.map(({ paragraphs }) => paragraphs.map(plain).join(': '))).toEqual([words]);
      expect(rowsOf(sheet).flatMap(({ remarks = [] }) => remarks)).toEqual([]);
    },
  );
});

describe('Position and text of a remark', () => {
  it.each([
    ['the second occurrence of its words', 'Lace and lace and lace', 'lace', 9],
    ['special characters of XML and PDF', 'Arts & <Letters>, (a) \\b', '& <Letters>', 5],
    ['Cyrillic words in an English text', 'An evening of «Русские сезоны» in Nice', 'evening of «Русские', 3],
    ['characters outside the Basic Multilingual Plane', 'A 🎻 and a 🎻', '🎻', 11],
    ['words over several paragraphs', 'One line.\nTwo lines.\nThree.', 'line.\nTwo lines.\nThree', 4],
  ])('A remark is placed on %s', (_, description, words, offset) => {
    const { row, remarks } = remarksOn({ description }, [
      { field: 'description', words: { offset, length: words.length } },
    ]);
    expect(remarks.map((remark) => wordsOf(row, remark))).toEqual([words]);
  });

  it('A remark never begins or ends in the middle of a character', () => {
    const { row, remarks } = remarksOn({ title: 'A🎻B🎻C' }, [
      { field: 'title', words: { offset: 2, length: 3 } },
    ]);
    expect(remarks.map((remark) => wordsOf(row, remark))).toEqual(['🎻B🎻']);
  });

  it('A remark on a status is placed on the words below the status label of the cell', () => {
    const { row, remarks } = remarksOn({ title: 'Cancelled?', status: 'cancelled' }, [
      { field: 'title', words: { offset: 0, length: 9 } },
    ]);
    expect(remarks.map((remark) => wordsOf(row, remark))).toEqual(['Cancelled']);
    expect(remarks[0]?.words?.from.paragraph).toBe(1);
  });

  it('A remark is placed on its words if their language is printed; otherwise it is on the cell and names the field', () => {
    const { row, remarks } = remarksOn({ title: { en: 'Lace', fr: 'Dentelle' } }, [
      { field: 'title.en', words: { offset: 0, length: 4 } },
      { field: 'title.fr', words: { offset: 0, length: 8 } },
    ]);
    expect(remarks.map((remark) => [wordsOf(row, remark), plain(remark.paragraphs[0] ?? [])])).toEqual([
      ['Lace', 'Warning · a-rule'],
      [undefined, 'Warning · a-rule · title.fr'],
    ]);
  });

  it('A remark whose words are not printed is placed on the cell', () => {
    const { remarks } = remarksOn({ title: 'Lace ', date: undefined } as Partial<Event>, [
      { field: 'title', words: { offset: 4, length: 1 } },
      { field: 'date' },
    ]);
    expect(remarks.map(({ words }) => words)).toEqual([undefined, undefined]);
  });

  it('Remarks are ordered by cell; in a cell, they are ordered by the end of their words and followed by those on the whole cell', () => {
    const { row, remarks } = remarksOn({ title: 'One two three' }, [
      { field: 'date', message: 'date' },
      { field: 'title', message: 'title' },
      { field: 'title', message: 'three', words: { offset: 8, length: 5 } },
      { field: 'title', message: 'one', words: { offset: 0, length: 3 } },
      { field: 'when', message: 'no column' },
      { field: 'region', message: 'region' },
    ]);
    expect(remarks.map(({ paragraphs }) => plain(paragraphs[1] ?? []))).toEqual([
      'region',
      'one',
      'three',
      'title',
      'no column',
      'date',
    ]);
    expect(row.cells.length).toBeGreaterThan(4);
  });

  it('A remark is entirely in the language of its message; if the document is in another language, a single note says so', () => {
    const programme = alone({});
    const sheet = proofOf(buildDocument(programme, 'fr'), programme, [
      { ...NOTE, field: 'title', message: 'not «Русские сезоны»', hint: 'look' },
    ]);
    expect(rowsOf(sheet)[0]?.remarks?.[0]?.paragraphs).toEqual([
      [
        { text: 'Warning', lang: 'en', strong: true, severity: 'warning' },
        { text: ' · a-rule', quiet: true },
      ],
      [
        { text: 'not «', lang: 'en' },
        { text: 'Русские сезоны', lang: 'ru' },
        { text: '»', lang: 'en' },
      ],
      [{ text: 'Hint: look', lang: 'en', quiet: true }],
    ]);
    const inGerman = proofOf(buildDocument(programme, 'de'), programme, [NOTE, NOTE]);
    expect(inGerman.remarks?.map(({ paragraphs }) => paragraphs.map(plain))).toEqual([
      ['Hinweis', 'Die Anmerkungen sind auf Englisch verfasst.'],
    ]);
  });

  it('Control characters and bidirectional characters in a remark are shown as escapes', () => {
    const { remarks } = remarksOn({}, [{ field: 'title', message: 'a\u0000b \u202eabc\u2066 \ud800' }]);
    expect(plain(remarks[0]?.paragraphs[1] ?? [])).toBe('a[U+0000]b [U+202E]abc[U+2066] [U+D800]');
  });
});

describe('Proof sheet', () => {
  const [first, second] = edition1.themes[0]?.events ?? [];
  if (first === undefined || second === undefined) throw new Error('no events');

  it('A carried cell, which is normally printed once for neighbouring events, is repeated for an event only if there is a remark on it', () => {
    const programme = withEvents(edition1, (events) =>
      events.slice(0, 3).map((event) => ({ ...event, region: 'Bretagne' })),
    );
    const [, two, three] = programme.themes[0]?.events ?? [];
    const sheet = proofOf(buildDocument(programme, 'en'), programme, [
      { ...NOTE, event: two?.id ?? '', field: 'title' },
      { ...NOTE, event: three?.id ?? '', field: 'region' },
    ]);
    expect(
      rowsOf(sheet)
        .slice(0, 3)
        .map(({ carried }) => carried),
    ).toEqual([undefined, true, undefined]);
  });

  it('A remark without an event is placed on its section, or on the document if it has no section', () => {
    const general = { severity: 'note', rule: 'a-rule', message: 'Look.' } as const;
    const sheet = proofOf(buildDocument(edition1, 'en'), edition1, [
      { ...general, field: 'introduction' },
      { ...general, field: 'themes.1.title' },
      { ...general, field: 'title.fr' },
      { ...general },
      { ...general, event: 'gone', field: 'title' },
    ]);
    const onSections = sheet.sections.flatMap(({ id, remarks }) =>
      remarks === undefined ? [] : [[id, remarks.length]],
    );
    expect(onSections).toEqual([
      ['_introduction', 1],
      [`_theme-${edition1.themes[1]?.theme.id}`, 1],
    ]);
    expect(sheet.remarks?.map(({ paragraphs }) => plain(paragraphs[0] ?? []))).toEqual([
      'Note · a-rule · title.fr',
      'Note · a-rule',
      'Note · a-rule · gone title',
    ]);
    const [front] = withFrontSection(sheet).sections;
    expect(front?.blocks).toHaveLength(1);
    expect(front?.blocks[0]).toMatchObject({ kind: 'list' });
    expect(
      front?.blocks[0]?.kind === 'list' ? front.blocks[0].items.map(({ text }) => plain(text)) : [],
    ).toEqual([
      'Note · a-rule · title.fr – Look.',
      'Note · a-rule – Look.',
      'Note · a-rule · gone title – Look.',
      'Note · a-rule · introduction – Look.',
      'Note · a-rule · themes.1.title – Look.',
    ]);
  });

  it('Events are named by their display names, or by their ids on request', () => {
    const warning = { severity: 'warning', rule: 'a-rule', message: 'Look.' } as const;
    const [event] = edition1.themes[0]?.events ?? [];
    const sheet = proofOf(
      buildDocument(edition1, 'fr'),
      edition1,
      [
        { ...warning, event: event?.id ?? '', field: 'when' },
        { ...warning, event: event?.id ?? '', field: 'description' },
        { ...warning, field: 'title.fr' },
      ],
      { hasIds: false },
    );
    const [row] = rowsOf(sheet);
    expect(row?.remarks?.map(({ paragraphs }) => plain(paragraphs[0] ?? []))).toEqual([
      'Warning · Date dans les calendriers',
      'Warning',
    ]);
    expect(sheet.remarks?.map(({ paragraphs }) => plain(paragraphs[0] ?? []))).toEqual([
      'Note',
      'Warning · Titre du programme',
    ]);
    expect(sheet.facets?.find(({ id }) => id === 'rule')).toBeUndefined();
  });

  it('A proof sheet contains all remarks, whatever their positions, and the same cells as the document', () => {
    const document = buildDocument(edition1, 'en');
    const fields = fc.constantFrom(
      'title',
      'description',
      'date',
      'region',
      'bodies.french',
      'when',
      'title.fr',
      '',
    );
    const note = fc.record({
      event: fc.constantFrom(first.id, second.id),
      field: fields,
      severity: fc.constantFrom('error', 'warning', 'note'),
      rule: fc.constant('a-rule'),
      message: fc.string(),
      words: fc.record({ offset: fc.nat(60), length: fc.integer({ min: 1, max: 90 }) }),
    });
    fc.assert(
      fc.property(fc.array(note, { maxLength: 8 }), (notes) => {
        const sheet = proofOf(document, edition1, notes);
        const rows = rowsOf(sheet);
        expect(rows.flatMap(({ remarks = [] }) => remarks)).toHaveLength(notes.length);
        expect(rows.map(({ cells }) => cells)).toEqual(rowsOf(document).map(({ cells }) => cells));
        for (const row of rows)
          for (const remark of row.remarks ?? [])
            if (remark.words !== undefined) expect(wordsOf(row, remark)).not.toBe('');
      }),
    );
  });
});
