/**
 * Elements of Word files other than paragraphs of plain runs: every word is read once, or reported as outside the text.
 */
import { describe, expect, it } from 'vitest';
import { paragraphsOf, type WordParagraph } from '../../../src/read/docx/model.ts';
import { readWord } from '../../../src/read/docx/read.ts';
import { type Reading, textInReading } from '../../../src/read/docx/resolve-changes.ts';
import { type Part, zipOf } from '../../support/sheet-packages.ts';

const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

interface Other {
  type: string;
  name: string;
  content: string | Uint8Array;
}

/** A Word file with this body; other parts have the relations r0, r1 … */
function wordFile(body: string, others: readonly Other[] = [], external = ''): Uint8Array {
  const relation = (id: string, type: string, target: string): string =>
    `<Relationship Id="${id}" Type="${OFFICE}/${type}" Target="${target}"/>`;
  const parts: Part[] = [
    { name: '[Content_Types].xml', content: '<Types/>' },
    {
      name: '_rels/.rels',
      content: `<Relationships>${relation('r', 'officeDocument', 'word/document.xml')}</Relationships>`,
    },
    {
      name: 'word/document.xml',
      content: `<w:document xmlns:w="w" xmlns:r="r" xmlns:mc="mc" xmlns:v="v" xmlns:dgm="d" xmlns:c="c" xmlns:o="o" xmlns:wps="s"><w:body>${body}</w:body></w:document>`,
    },
    {
      name: 'word/_rels/document.xml.rels',
      content: `<Relationships>${others.map(({ type, name }, index) => relation(`r${index}`, type, name)).join('')}${external}</Relationships>`,
    },
    ...others.map(({ name, content }) => ({ name: `word/${name}`, content })),
  ];
  return zipOf(parts);
}

const paragraph = (runs: string): string => `<w:p>${runs}</w:p>`;
const run = (words: string): string => `<w:r><w:t xml:space="preserve">${words}</w:t></w:r>`;
const cell = (blocks: string, properties = ''): string =>
  `<w:tbl><w:tr><w:tc><w:tcPr>${properties}</w:tcPr>${blocks}</w:tc></w:tr></w:tbl>`;

/** The words of the text, and the reported words with the elements that contain them. */
async function read(
  bytes: Uint8Array,
  reading: Reading = 'accepted',
): Promise<{ text: string; reported: string[] }> {
  const { blocks, asides } = await readWord(bytes, 'x.docx');
  const ofCells = blocks.flatMap((block) =>
    block.kind === 'table' ? block.rows.flatMap(({ cells }) => cells.flatMap((own) => own.asides)) : [],
  );
  const report = (aside: WordParagraph): string =>
    `${aside.aside?.message}: ${textInReading([aside], reading)}`;
  return {
    text: textInReading(blocks.flatMap(paragraphsOf), reading),
    reported: [...asides, ...ofCells].map(report),
  };
}

const inWord = (runs: string): Promise<{ text: string; reported: string[] }> =>
  read(wordFile(paragraph(run('A ') + runs + run(' z'))));

describe('Characters in symbol fonts in a Word file', () => {
  const sign = (font: string, code: string): string =>
    `<w:r><w:sym w:font="${font}" w:char="${code}"/></w:r>`;
  const set = (font: string, words: string): string =>
    `<w:r><w:rPr><w:rFonts w:ascii="${font}" w:hAnsi="${font}"/></w:rPr><w:t>${words}</w:t></w:r>`;

  it.each([
    ['an arrow of Wingdings', sign('Wingdings', 'F0E0'), '→'],
    ['an arrow of Wingdings by its letter', sign('Wingdings', 'E0'), '→'],
    ['an arrow to the left', sign('Wingdings', 'F0DF'), '←'],
    ['a check mark', sign('Wingdings', 'F0FC'), '✓'],
    ['a check mark of Wingdings 2', sign('Wingdings 2', 'F050'), '✓'],
    ['an arrow of Wingdings 3', sign('Wingdings 3', 'F067'), '→'],
    ['an arrow of Symbol', sign('Symbol', 'F0AE'), '→'],
    ['a letter of Symbol', sign('Symbol', 'F061'), 'α'],
    ['a sign of Webdings', sign('Webdings', 'F034'), '⏵'],
    ['a character of a text font', sign('Calibri', '2192'), '→'],
    ['a private code in a text', set('Wingdings', '\uf0e0'), '→'],
    ['a letter in a text', set('Wingdings', 'à'), '→'],
    ['words in a text font', set('Calibri', 'à'), 'à'],
  ])('A character of a symbol font is read as its Unicode character: %s', async (_, runs, expected) => {
    expect(await inWord(runs)).toEqual({ text: `A ${expected} z`, reported: [] });
  });

  it('A character of an unknown symbol font is read as � and reported', async () => {
    expect(await inWord(sign('Icons', 'F0E0'))).toEqual({
      text: 'A � z',
      reported: ['unknown character F0E0 in the font Icons: �'],
    });
    expect((await inWord(run('\uf123'))).reported).toEqual(['unknown character F123 in an unnamed font: �']);
  });

  it('The symbol font of a paragraph style is used unless a run has another font', async () => {
    const styles =
      '<w:styles xmlns:w="w"><w:style w:type="paragraph" w:styleId="P"><w:rPr><w:b/><w:rFonts w:hAnsi="Symbol"/></w:rPr></w:style></w:styles>';
    const runs = `<w:pPr><w:pStyle w:val="P"/></w:pPr>${run('a')}${set('Arial', 'a')}`;
    const bytes = wordFile(paragraph(runs), [{ type: 'styles', name: 'styles.xml', content: styles }]);
    expect((await read(bytes)).text).toBe('αa');
  });

  it('The symbol font of a character style is used', async () => {
    const styles =
      '<w:styles xmlns:w="w"><w:style w:type="character" w:styleId="S"><w:rPr><w:rFonts w:ascii="Wingdings"/></w:rPr></w:style></w:styles>';
    const runs = '<w:r><w:rPr><w:rStyle w:val="S"/></w:rPr><w:t>à</w:t></w:r>';
    const bytes = wordFile(paragraph(runs), [{ type: 'styles', name: 'styles.xml', content: styles }]);
    expect((await read(bytes)).text).toBe('→');
  });
});

describe('Embedded files in a Word file', () => {
  const FILE = 'inserted file, not read';

  it('A file inserted in the text or in a cell of a Word file is reported', async () => {
    const chunk = '<w:altChunk r:id="r0"/>';
    const others = [{ type: 'aFChunk', name: 'chunk.html', content: '<p>words</p>' }];
    const expected = { text: 'A', reported: [`${FILE}: chunk.html`] };
    expect(await read(wordFile(paragraph(run('A')) + chunk, others))).toEqual(expected);
    expect(await read(wordFile(cell(paragraph(run('A')) + chunk), others))).toEqual(expected);
  });

  it('A file inserted in a Word file is reported even if it is missing or has another type', async () => {
    expect((await read(wordFile('<w:altChunk r:id="none"/>'))).reported).toEqual([
      'inserted file that is missing: …',
    ]);
    const sub = `<Relationship Id="s" Type="${OFFICE}/subDocument" Target="part.docx" TargetMode="External"/>`;
    expect((await read(wordFile('<w:p><w:subDoc r:id="s"/></w:p>', [], sub))).reported).toEqual([
      'linked file, not read: part.docx',
    ]);
  });

  it.each([
    [
      'a diagram',
      'diagramData',
      '<dgm:relIds r:dm="r0"/>',
      '<d xmlns:a="a"><pt><a:p><a:t>Drawn </a:t><a:t>words</a:t></a:p></pt></d>',
      'diagram: Drawn words',
    ],
    [
      'a chart',
      'chart',
      '<c:chart r:id="r0"/>',
      '<c xmlns:a="a"><a:p><a:t>Visitors</a:t></a:p><pt><v>12</v></pt></c>',
      'chart: Visitors|chart: 12',
    ],
    [
      'an embedded workbook',
      'package',
      '<w:object><o:OLEObject r:id="r0"/></w:object>',
      'PK',
      'embedded file, not read: other.bin',
    ],
  ])('An embedded object is reported: %s', async (_, type, element, content, reported) => {
    const bytes = wordFile(paragraph(`${run('A')}<w:r>${element}</w:r>`), [
      { type, name: 'other.bin', content },
    ]);
    expect(await read(bytes)).toEqual({ text: 'A', reported: reported.split('|') });
  });
});

describe('Alternate content in a Word file', () => {
  const versions = (fallback: string, ...choices: string[]): string =>
    `<w:r><mc:AlternateContent>${choices.map((choice) => `<mc:Choice Requires="x">${choice}</mc:Choice>`).join('')}<mc:Fallback>${fallback}</mc:Fallback></mc:AlternateContent></w:r>`;
  const words = '<w:t>b</w:t>';
  const box = (inner: string): string => `<w:txbxContent>${paragraph(run(inner))}</w:txbxContent>`;

  it.each([
    ['the same words twice', versions(words, words), 'A b z', []],
    ['three times', versions(words, words, words), 'A b z', []],
    ['a picture and words', versions(words, '<w:drawing/>'), 'A b z', []],
    ['no choice', versions(words), 'A b z', []],
    [
      'one inside the other',
      versions(
        words,
        `<mc:AlternateContent><mc:Choice Requires="y">${words}</mc:Choice><mc:Fallback>${words}</mc:Fallback></mc:AlternateContent>`,
      ),
      'A b z',
      [],
    ],
    [
      'a text box twice',
      versions(`<w:pict>${box('Box')}</w:pict>`, `<w:drawing>${box('Box')}</w:drawing>`),
      'A  z',
      ['text box: Box'],
    ],
    [
      'other words for older programs',
      versions('<w:t>old</w:t>', words),
      'A b z',
      ['version for other programs: old'],
    ],
  ])('The words of alternate content are read only once: %s', async (_, runs, text, reported) => {
    expect(await inWord(runs)).toEqual({ text, reported });
  });
});

describe('Words in unusual elements of a Word file', () => {
  const begin = '<w:r><w:fldChar w:fldCharType="begin"/></w:r>';
  const separate = '<w:r><w:fldChar w:fldCharType="separate"/></w:r>';
  const end = '<w:r><w:fldChar w:fldCharType="end"/></w:r>';
  const code = (words: string): string =>
    `<w:r><w:instrText xml:space="preserve">${words}</w:instrText></w:r>`;

  it.each<[string, string, string, string[]]>([
    ['a field with a result', begin + code(' REF x ') + separate + run('b') + end, 'A b z', []],
    [
      'a field inside the code of another',
      begin + code(' IF ') + begin + code(' PAGE ') + separate + run('7') + end + separate + run('b') + end,
      'A b z',
      [],
    ],
    ['words in the code of a field without a result', begin + run('b') + end, 'A  z', ['field code: b']],
    ['a button', begin + code(' MACROBUTTON none b ') + end, 'A  z', ['field code: MACROBUTTON none b']],
    [
      'a button with an empty result',
      begin + code(' MACROBUTTON none b ') + separate + end,
      'A  z',
      ['field code: MACROBUTTON none b'],
    ],
    ['a list to choose from', begin + code(' FORMDROPDOWN ') + end, 'A  z', ['field code: FORMDROPDOWN']],
    [
      'a sign by its code',
      begin + code(' SYMBOL 224 \\f Wingdings ') + end,
      'A  z',
      ['field code: SYMBOL 224 \\f Wingdings'],
    ],
    ['a formula', begin + code(' EQ \\f(1;2) ') + end, 'A  z', ['field code: EQ \\f(1;2)']],
    ['an entry of an index, which shows nothing', begin + code(' XE "b" ') + end, 'A  z', []],
    ['drawn words', '<w:r><w:pict><v:textpath string="b"/></w:pict></w:r>', 'A  z', ['text in a drawing: b']],
    ['words around a tab to the margin', `<w:r><w:t>b</w:t><w:ptab/><w:t>c</w:t></w:r>`, 'A b c z', []],
  ])('Words in an unusual element are read or reported: %s', async (_, runs, text, reported) => {
    expect(await inWord(runs)).toEqual({ text, reported });
  });

  it('Words in a field without an end are reported', async () => {
    const bytes = wordFile(paragraph(run('A') + begin + code(' REF ') + run('b')) + paragraph(run('c')));
    expect(await read(bytes)).toEqual({ text: 'A', reported: ['field code: bc'] });
  });

  it('XML elements that are named like JavaScript object properties are skipped', async () => {
    const others = '<w:__proto__ w:a="1"/><w:constructor/><w:toString/>';
    const bytes = wordFile(others + paragraph(`<w:r>${others}<w:t>A</w:t></w:r>`));
    expect(await read(bytes)).toEqual({ text: 'A', reported: [] });
  });

  it('Words outside paragraphs and runs are also read', async () => {
    expect((await read(wordFile(run('loose') + cell(run('in a cell'))))).text).toBe('loose\nin a cell');
  });

  it('The words in a cell whose insertion or deletion is tracked are read as inserted or deleted', async () => {
    const stamp = 'w:id="1" w:author="Ann" w:date="2030-01-02T00:00:00Z"';
    const gone = wordFile(cell(paragraph(run('b')), `<w:cellDel ${stamp}/>`) + paragraph(run('c')));
    expect([(await read(gone)).text, (await read(gone, 'rejected')).text]).toEqual(['c', 'b\nc']);
    const came = wordFile(cell(paragraph(run('b')), `<w:cellIns ${stamp}/>`) + paragraph(run('c')));
    expect([(await read(came)).text, (await read(came, 'rejected')).text]).toEqual(['b\nc', 'c']);
  });
});
