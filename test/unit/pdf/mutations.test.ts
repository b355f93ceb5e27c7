import { describe, expect, it } from 'vitest';
import { buildDocument } from '../../../src/document/build.ts';
import { readDesign } from '../../../src/read/design.ts';
import { checkStructure } from '../../support/pdf-check.ts';
import { type Dictionary, Name, PdfString, type PdfValue, Ref, Stream } from '../../support/pdf-objects.ts';
import { attribute, elementsOf, type StructureElement } from '../../support/pdf-reader.ts';
import { changeContent, changed, type Draft, rewritten } from '../../support/pdf-rewrite.ts';
import { edition1, pdfOf, regionOptions } from '../../support/pdf-samples.ts';

/** The design that also prints columns without words. */
const DESIGN_OF_1 = await readDesign('data', '1');

const programme = await edition1();
const document = buildDocument(programme, 'en', regionOptions(programme, 'FR-NAQ'));
const bytes = await pdfOf(document, DESIGN_OF_1);

/** The first element of a type, or the first that fulfils a condition. */
function first(
  draft: Draft,
  type: string,
  fits: (element: StructureElement) => boolean = () => true,
): Dictionary {
  const found = elementsOf(draft.root, type).find(fits);
  if (found === undefined) throw new Error(`no ${type} in the sample`);
  return found.dictionary;
}

function dictionaryAt(draft: Draft, value: PdfValue | undefined): Dictionary {
  const found = draft.follow(value);
  if (!(found instanceof Map)) throw new Error('expected a dictionary');
  return found;
}

const catalogPart = (draft: Draft, key: string): Dictionary => dictionaryAt(draft, draft.catalog.get(key));

/** The dictionary of the first link's annotation. */
function annotation(draft: Draft): Dictionary {
  const id = draft.pages.find((page) => page.annotations.length > 0)?.annotations[0];
  return dictionaryAt(draft, id === undefined ? undefined : new Ref(id));
}

function kids(element: Dictionary): PdfValue[] {
  const list = element.get('K');
  if (!Array.isArray(list)) throw new Error('expected several children');
  return list;
}

/** The first font of the first page with a table. */
function font(draft: Draft): Dictionary {
  const resources = dictionaryAt(draft, draft.pages[2]?.dictionary.get('Resources'));
  const [name] = dictionaryAt(draft, resources.get('Font')).values();
  return dictionaryAt(draft, name);
}

function changeMetadata(draft: Draft, change: (xmp: string) => string): void {
  const reference = draft.catalog.get('Metadata');
  const stream = draft.follow(reference);
  if (!(reference instanceof Ref) || !(stream instanceof Stream)) throw new Error('no metadata');
  const other = change(draft.xmp);
  if (other === draft.xmp) throw new Error('the change changes nothing');
  draft.objects.set(reference.id, new Stream(stream.dictionary, Buffer.from(other)));
}

const swap = (list: PdfValue[], a: number, b: number): void => {
  [list[a], list[b]] = [list[b] ?? null, list[a] ?? null];
};

/** Changes of a valid file, and the expected messages of the check. */
const MUTATIONS: readonly [string, (draft: Draft) => void, RegExp][] = [
  [
    'a heading level is skipped',
    (draft) => void first(draft, 'H2').set('S', new Name('H3')),
    /^H3 \d+ on page 2 skips a level$/,
  ],
  [
    'a header cell has no scope',
    (draft) => void first(draft, 'TH').delete('A'),
    /the header cell in row 1, column 1 does not head its column/,
  ],
  [
    'a row header has the scope of a column',
    (draft) => {
      const row = first(draft, 'TBody');
      const cell = elementsOf(draft.root, 'TH').find((found) => found.parent?.parent?.dictionary === row);
      dictionaryAt(draft, cell?.dictionary.get('A')).set('Scope', new Name('Column'));
    },
    /does not head its row/,
  ],
  [
    'content is untagged',
    (draft) =>
      changeContent(draft, draft.pages[1], (text) =>
        text.replace(/\/P <<\/?MCID 1>> BDC([\s\S]*?)EMC/, '$1'),
      ),
    /^page 2: the text "The French and Russian Governments .*" is painted outside marked content$/,
  ],
  [
    'a rule is untagged',
    (draft) =>
      changeContent(draft, draft.pages[1], (text) =>
        text.replace(/\/Artifact <<\/Type\/Layout>> BDC([\s\S]*?)EMC/, '$1'),
      ),
    /^page 2: a path is painted outside marked content$/,
  ],
  [
    'marked content has no end',
    (draft) => changeContent(draft, draft.pages[1], (text) => text.replace(/EMC\s+(?=\/)/, '')),
    /^page 2: (marked content without end|\w+ begins inside other marked content)$/,
  ],
  [
    'an artifact is inside tagged content',
    (draft) =>
      changeContent(draft, draft.pages[1], (text) =>
        text.replace(/(\/H2 <<\/?MCID 0>> BDC)/, '$1 /Artifact <</Type/Layout>> BDC 0 0 1 1 re f EMC'),
      ),
    /^page 2: Artifact begins inside other marked content$/,
  ],
  [
    'the ids of two marked contents are swapped',
    (draft) =>
      changeContent(draft, draft.pages[1], (text) =>
        text.replace(/MCID [01]>>/g, (number) => (number === 'MCID 0>>' ? 'MCID 1>>' : 'MCID 0>>')),
      ),
    /^H2 \d+ on page 2|the bookmark "Introduction" is not its heading/,
  ],
  [
    'two entries of the parent tree are swapped',
    (draft) => {
      const key = draft.pages[1]?.dictionary.get('StructParents');
      const entry = draft.follow(draft.parents.get(Number(key)));
      if (Array.isArray(entry)) swap(entry, 0, 1);
    },
    /^page 2: the parent tree gives another element for content 0$/,
  ],
  [
    'a page has no key into the parent tree',
    (draft) => void draft.pages[1]?.dictionary.delete('StructParents'),
    /^page 2: no entry in the parent tree$/,
  ],
  [
    'an element has the wrong parent',
    (draft) => {
      if (draft.root !== undefined) first(draft, 'TR').set('P', new Ref(draft.root.id));
    },
    /^TR \d+ on page \d+ names another element as its parent$/,
  ],
  [
    'an element is missing',
    (draft) => void kids(first(draft, 'Sect')).pop(),
    /^page 2: content \d+ belongs to no element$/,
  ],
  [
    'two cells are read in the wrong order',
    (draft) => swap(kids(first(draft, 'TR', ({ parent }) => parent?.type === 'TBody')), 2, 3),
    /is read after what is painted later$/,
  ],
  [
    'a link has no text',
    (draft) => void annotation(draft).delete('Contents'),
    /has an annotation without words$/,
  ],
  [
    'a link has no target',
    (draft) => void annotation(draft).set('Dest', new PdfString('nowhere')),
    /^Link \d+ on page 2 leads to "nowhere", which is nowhere$/,
  ],
  [
    'a link is not in the structure',
    (draft) => void kids(first(draft, 'Link')).pop(),
    /^Link \d+ on page 2 has no annotation$/,
  ],
  [
    'a link covers the wrong text',
    (draft) => void annotation(draft).set('Rect', [10, 10, 60, 20]),
    /^Link \d+ on page 2 has text that does not react/,
  ],
  [
    'a line of the contents is not a reference',
    (draft) => void first(draft, 'Reference').set('S', new Name('Span')),
    /^TOCI \d+ on page 2 has no Reference$/,
  ],
  [
    'a cell spans too many rows',
    (draft) => {
      const cell = first(
        draft,
        'TH',
        (found) => typeof attribute(found, 'RowSpan', draft.follow) === 'number',
      );
      const attributes = dictionaryAt(draft, cell.get('A'));
      attributes.set('RowSpan', Number(attributes.get('RowSpan')) + 1);
    },
    /^table 1: (a cell of row \d+ reaches below the table|row \d+ has 8 columns instead of 7)/,
  ],
  [
    'a cell spans too few rows',
    (draft) => {
      const cell = first(
        draft,
        'TH',
        (found) => typeof attribute(found, 'RowSpan', draft.follow) === 'number',
      );
      dictionaryAt(draft, cell.get('A')).delete('RowSpan');
    },
    /^table 1: row \d+ has 6 columns instead of 7$/,
  ],
  [
    'a row lacks a cell',
    (draft) => void kids(first(draft, 'TR', ({ parent }) => parent?.type === 'TBody')).pop(),
    /^table 1: row 2 has 6 columns instead of 7$/,
  ],
  ['a table has no summary', (draft) => void first(draft, 'Table').delete('A'), /^table 1: no summary$/],
  [
    'a cell is empty',
    (draft) => {
      const cell = first(draft, 'TD', ({ kids: own }) => own.some((kid) => kid.kind === 'element'));
      cell.set('K', []);
    },
    /^TD \d+ has no text$/,
  ],
  [
    'an alternative text hides the elements below it',
    (draft) => void first(draft, 'Table').set('Alt', new PdfString('A table')),
    /^Table \d+ on page \d+ has words that hide the elements below it$/,
  ],
  [
    'the document has no language',
    (draft) => void draft.catalog.delete('Lang'),
    /^the document has no language$/,
  ],
  [
    'the document is not marked',
    (draft) => void draft.catalog.delete('MarkInfo'),
    /^the document is not marked as tagged$/,
  ],
  [
    'the title is not shown',
    (draft) => void catalogPart(draft, 'ViewerPreferences').delete('DisplayDocTitle'),
    /^the title is not shown$/,
  ],
  [
    'the tab order of links is undefined',
    (draft) => void draft.pages[1]?.dictionary.delete('Tabs'),
    /^page 2: links are not visited in the order of the structure$/,
  ],
  [
    'a bookmark leads to another page',
    (draft) => {
      const item = dictionaryAt(draft, catalogPart(draft, 'Outlines').get('First'));
      const place = draft.follow(item.get('Dest'));
      if (Array.isArray(place)) place[0] = new Ref(draft.pages[0]?.id ?? 0);
    },
    /^the bookmark "Introduction" does not lead to its heading$/,
  ],
  [
    'there are no bookmarks',
    (draft) => void draft.catalog.delete('Outlines'),
    /^there are 0 bookmarks for \d+ sections$/,
  ],
  [
    'the names of destinations are not sorted',
    (draft) => {
      const tree = dictionaryAt(draft, catalogPart(draft, 'Names').get('Dests'));
      const leaf = dictionaryAt(draft, (draft.follow(tree.get('Kids')) as PdfValue[] | undefined)?.[0]);
      const names = draft.follow(leaf.get('Names'));
      if (!Array.isArray(names)) return;
      swap(names, 0, 2);
      swap(names, 1, 3);
    },
    /is not in its place among the names$/,
  ],
  ['a font has no Unicode mapping', (draft) => void font(draft).delete('ToUnicode'), /has no ToUnicode map$/],
  [
    'a font is not embedded',
    (draft) => {
      const [cid] = draft.follow(font(draft).get('DescendantFonts')) as PdfValue[];
      dictionaryAt(draft, dictionaryAt(draft, cid).get('FontDescriptor')).delete('FontFile2');
    },
    /is not embedded$/,
  ],
  [
    'a glyph is missing',
    (draft) => changeContent(draft, draft.pages[1], (text) => text.replace(/\[\((?:\\?.){2}/s, '[(\0\0')),
    /^page 2: the glyph \.notdef is shown in /,
  ],
  [
    'text is off the paper',
    (draft) => changeContent(draft, draft.pages[1], (text) => text.replace(/[\d.]+ [\d.]+ Td/, '830 400 Td')),
    /^page 2: ".*" is not on the paper$/,
  ],
  [
    'text is printed over other text',
    (draft) => {
      const places = /([\d.]+) ([\d.]+) Td/g;
      changeContent(draft, draft.pages[1], (text) => {
        const [, , , lead] = [...text.matchAll(places)];
        let number = 0;
        return text.replace(places, (place) => (number++ === 2 ? (lead?.[0] ?? place) : place));
      });
    },
    /^page 2: ".*" and ".*" are printed over each other$/,
  ],
  [
    'text has too little contrast',
    (draft) =>
      changeContent(draft, draft.pages[1], (text) =>
        text.replace(/[\d.]+ [\d.]+ [\d.]+ rg \/F/, '0.6 0.6 0.6 rg /F'),
      ),
    /^page 2: ".*" has a contrast of 2\.85$/,
  ],
  [
    'the claim of PDF/UA is missing',
    (draft) => changeMetadata(draft, (xmp) => xmp.replace(/<pdfuaid:part>1<\/pdfuaid:part>/, '')),
    /^the metadata give "undefined" as part of PDF\/UA instead of "1"$/,
  ],
  [
    'the schema of the claim is not described',
    (draft) =>
      changeMetadata(draft, (xmp) =>
        xmp.replace(/<pdfaExtension:schemas>[\s\S]*<\/pdfaExtension:schemas>/, ''),
      ),
    /^the metadata do not describe the schema of the PDF\/UA claim$/,
  ],
  [
    'the metadata are not escaped',
    (draft) => changeMetadata(draft, (xmp) => xmp.replace('French and Russian', 'French & Russian')),
    /^the metadata are not well-formed: /,
  ],
  [
    'metadata and document information differ',
    (draft) => changeMetadata(draft, (xmp) => xmp.replace('The French', 'Some French')),
    /^the metadata give "Some French .*" as author instead of "The French .*"$/,
  ],
];

describe('Check of the PDF structure', () => {
  it('The PDF structure check finds no fault in the sample file, even after the file is rewritten', () => {
    expect(checkStructure(bytes)).toEqual([]);
    expect(checkStructure(rewritten(bytes))).toEqual([]);
  });

  it.each(MUTATIONS)('The PDF structure check finds that %s', (_, change, expected) => {
    const problems = checkStructure(changed(bytes, change));
    expect(problems).toContainEqual(expect.stringMatching(expected));
  });

  it('The PDF structure check detects a truncated file', () => {
    expect(checkStructure(bytes.subarray(0, bytes.length - 100))).toEqual([
      expect.stringMatching(/^the file cannot be read: /),
    ]);
  });
});
