import fc from 'fast-check';
import { strFromU8, unzipSync } from 'fflate';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { columnsOf } from '../../../../src/exchange/workbook/columns.ts';
import { writeCsv } from '../../../../src/exchange/workbook/write-csv.ts';
import { writeXlsx } from '../../../../src/exchange/workbook/write-xlsx.ts';
import type { Event } from '../../../../src/model/event.ts';
import type { Programme } from '../../../../src/model/programme.ts';
import { fieldPath, parseField } from '../../../../src/model/sheet-field.ts';
import { readProgramme } from '../../../../src/read/dataset.ts';
import { guarded, looksLikeFormula, unguarded } from '../../../../src/text/formula.ts';
import { FIVE_FIELDS } from '../../../support/fields.ts';

let programme: Programme;
beforeAll(async () => {
  programme = await readProgramme('data', '1');
});

async function parts(of: Programme): Promise<Record<string, string>> {
  const files = unzipSync(await writeXlsx(of));
  return Object.fromEntries(Object.entries(files).map(([name, bytes]) => [name, strFromU8(bytes)]));
}

/** The programme with one event only, in its first theme. */
function withEvent(event: Partial<Event>): Programme {
  const regions = Object.fromEntries(programme.config.sides.map(({ id }) => [id, 'not-named' as const]));
  const whole: Event = { id: 'one', bodies: {}, regions, title: 'One', ...event };
  return {
    ...programme,
    themes: programme.themes.map(({ theme }, index) => ({ theme, events: index === 0 ? [whole] : [] })),
  };
}

describe('Workbook that an export writes', () => {
  it('The workbook has sheets for the guide, each theme, the programme, the lists and the snapshot', async () => {
    const workbook = (await parts(programme))['xl/workbook.xml'] ?? '';
    const names = [...workbook.matchAll(/<sheet name="([^"]*)"/g)].map(([, name]) => name);
    expect(names).toEqual([
      'Read me',
      ...programme.config.themes.map(({ id }) => id),
      'Lists',
      'programme-sent',
    ]);
    expect(workbook).toContain('<sheet name="programme-sent" sheetId="9" state="veryHidden"');
    expect(workbook).toContain(`hidden="1">'partnerships'!$A$1:$N$23</definedName>`);
  });

  it('The heading row and the id column stay visible when scrolling, rows can be filtered, text wraps, and cells offer lists of values', async () => {
    const files = await parts(programme);
    const sheet = files['xl/worksheets/sheet2.xml'] ?? '';
    expect(sheet).toContain(
      '<pane xSplit="1" ySplit="1" topLeftCell="B2" activePane="bottomRight" state="frozen"/>',
    );
    expect(sheet).toContain('<autoFilter ref="A1:N23"/>');
    expect(sheet).toContain('<col min="1" max="1" width="24" style="4" customWidth="1"/>');
    const lists = [...sheet.matchAll(/type="list"[^>]*sqref="([A-Z]+)2:[^>]*><formula1>([^<]*)</g)];
    expect(lists.map(([, column, values]) => `${column} ${values}`)).toEqual([
      "B 'Lists'!$A$2:$A$7",
      "J 'Lists'!$B$2:$B$23",
      "K 'Lists'!$C$2:$C$88",
      "L 'Lists'!$D$2:$D$4",
    ]);
    const wrapped = (files['xl/styles.xml'] ?? '').match(
      /<xf numFmtId="49"[^>]*><alignment vertical="top" wrapText="1"\/>/g,
    );
    expect(wrapped?.length).toBe(7);
  });

  it('Text that looks like a formula is marked as text, and characters with a special meaning in XML or in workbooks are escaped', async () => {
    const files = await parts(withEvent({ title: '=1+1', description: 'a_x000D_b & <c>\n\td' }));
    expect(files['xl/worksheets/sheet2.xml']).toMatch(/s="3" t="s"><v>\d+<\/v>/);
    expect(files['xl/sharedStrings.xml']).toContain('<t xml:space="preserve">=1+1</t>');
    expect(files['xl/sharedStrings.xml']).toContain('>a_x005F_x000D_b &amp; &lt;c&gt;\n\td<');
    expect(Object.values(files).join('')).not.toMatch(/<f[ />]/);
  });

  it('A text that is too long for an Excel cell is rejected with its position', async () => {
    await expect(writeXlsx(withEvent({ description: 'x'.repeat(32_768) }))).rejects.toThrow(
      'event one · description: the text has 32768 characters; a cell in Excel can have at most 32767\n  hint: export to a .csv file instead',
    );
  });

  const zone = process.env.TZ;
  afterEach(() => {
    process.env.TZ = zone ?? '';
    if (zone === undefined) delete process.env.TZ;
  });
  it('The workbook has the same bytes in every time zone', async () => {
    const written: string[] = [];
    for (const name of ['UTC', 'Pacific/Auckland', 'America/Caracas']) {
      process.env.TZ = name;
      written.push(Buffer.from(await writeXlsx(programme)).toString('base64'));
    }
    expect(new Set(written).size).toBe(1);
  });
});

describe('Columns', () => {
  const paths = (of: Programme): string[] => columnsOf(of, of.themes.slice(0, 1)).map(fieldPath);

  it('Printed columns come first, in printed order, and are followed by unprinted columns', () => {
    expect(paths(programme)).toEqual(
      'id theme region bodies.french bodies.russian title description date when regions.french regions.russian status repeat accept'.split(
        ' ',
      ),
    );
  });

  it('A workbook has a column for each language of the programme, and for each other language in which a text exists', () => {
    const languages = {
      ...programme,
      config: { ...programme.config, languages: ['en' as const, 'fr' as const] },
    };
    expect(paths(languages).filter((path) => path.startsWith('title'))).toEqual(['title', 'title.fr']);
    expect(paths(withEvent({ date: { ru: 'май' } })).filter((path) => path.startsWith('date'))).toEqual([
      'date',
      'date.ru',
    ]);
  });

  it('Column paths are read back as they were written', () => {
    const config = { fields: FIVE_FIELDS, sides: [{ id: 'french' }, { id: 'fr' }] };
    for (const path of ['id', 'title', 'title.fr', 'bodies.fr', 'bodies.fr.fr', 'regions.french', 'accept']) {
      const field = parseField(path, config);
      expect(field === undefined ? undefined : fieldPath(field)).toBe(path);
    }
    for (const path of [
      '',
      'titles',
      'title.xx',
      'title.fr.en',
      'id.fr',
      'bodies',
      'bodies.german',
      'regions.french.fr',
      'constructor',
    ])
      expect(parseField(path, config)).toBeUndefined();
  });
});

describe('CSV', () => {
  it('A CSV file begins with a byte order mark and the field names, and its delimiter depends on the main language', () => {
    const text = Buffer.from(writeCsv(programme)).toString('utf8');
    expect(text.slice(0, 52)).toBe('\ufeffid,theme,region,bodies.french,bodies.russian,title,');
    const french = {
      ...programme,
      config: { ...programme.config, language: 'fr' as const, languages: ['fr' as const] },
    };
    expect(Buffer.from(writeCsv(french)).toString('utf8').slice(0, 16)).toBe('\ufeffid;theme;region');
  });

  it('In a CSV file, no cell is a formula, and the protection against formulas is reversed on import', () => {
    for (const words of ['=1+1', '+33', '-', '@x', '\tx', "'=1", "''+", '＝1'])
      expect(guarded(words)).toBe(`'${words}`);
    for (const words of ['x', "'x", '1-2', ' =1', '']) expect(guarded(words)).toBe(words);
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom("'", '=', '-', 'a', '\t', '＠') }), (words) => {
        expect(unguarded(guarded(words))).toBe(words);
        expect(looksLikeFormula(guarded(words).replace(/^'+/, '')) && !guarded(words).startsWith("'")).toBe(
          false,
        );
      }),
    );
  });
});
