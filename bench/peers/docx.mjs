/**
 * Writes the document with docx, in the way that its manual shows: `node docx.mjs DOCUMENT.json OUT.docx`. Fields for
 * page numbers are empty, because docx does not lay out pages.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import {
  Bookmark,
  Document,
  Footer,
  Header,
  HeadingLevel,
  InternalHyperlink,
  LeaderType,
  Packer,
  PageNumber,
  PageOrientation,
  PageReference,
  Paragraph,
  SectionType,
  Tab,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TabStopType,
  TextRun,
  WidthType,
} from 'docx';
import { fontFile, plain, readDocument } from './look.mjs';

const [input, out] = process.argv.slice(2);
const { cover, sections, ...meta } = readDocument(input);

const run = ({ text, lang, strong, quiet }) =>
  new TextRun({
    text,
    ...(strong ? { bold: true } : {}),
    ...(quiet ? { style: 'Quiet' } : {}),
    ...(lang === undefined ? {} : { language: { value: lang } }),
  });
const paragraph = (style, runs) => new Paragraph({ style, children: runs.map(run) });

const names = new Map();
const bookmarkName = (target) => {
  let name = names.get(target);
  if (name === undefined) {
    name = `b${names.size}_${target.replace(/\W/g, '_')}`.slice(0, 40);
    names.set(target, name);
  }
  return name;
};
const entry = (style, position, { text, target }) =>
  new Paragraph({
    style,
    tabStops: [{ type: TabStopType.RIGHT, position, leader: LeaderType.DOT }],
    children: [
      new InternalHyperlink({
        anchor: bookmarkName(target),
        children: [
          ...text.map(run),
          new TextRun({ children: [new Tab()] }),
          new PageReference(bookmarkName(target), { hyperlink: true }),
        ],
      }),
    ],
  });

function tableOf({ columns, rows, header, group }) {
  const widths = columns.map(({ width }) => Math.round(20 * width));
  const cell = (column, children) =>
    new TableCell({ width: { size: widths[column], type: WidthType.DXA }, children });
  const styleOf = (column) =>
    column === 0 ? 'TableNumber' : column === header || column === group ? 'TableName' : 'TableText';
  return new Table({
    columnWidths: widths,
    layout: TableLayoutType.FIXED,
    rows: [
      new TableRow({
        cantSplit: true,
        tableHeader: true,
        children: columns.map(({ heading }, column) => cell(column, [paragraph('TableHeading', heading)])),
      }),
      ...rows.map(
        ({ id, cells }) =>
          new TableRow({
            cantSplit: true,
            children: cells.map((paragraphs, column) =>
              cell(
                column,
                paragraphs.map((runs, index) =>
                  column === header && index === 0
                    ? new Paragraph({
                        style: styleOf(column),
                        children: [new Bookmark({ id: bookmarkName(id), children: runs.map(run) })],
                      })
                    : paragraph(styleOf(column), runs),
                ),
              ),
            ),
          }),
      ),
    ],
  });
}

const page = {
  size: { width: 11906, height: 16838, orientation: PageOrientation.LANDSCAPE },
  margin: { top: 1160, right: 840, bottom: 920, left: 840, header: 480, footer: 420 },
};
const headerOf = (section) =>
  new Header({
    children: [
      new Paragraph({
        style: 'Running',
        tabStops: [{ type: TabStopType.RIGHT, position: 15158 }],
        children: [
          new TextRun(`${meta.title} · ${meta.edition}`),
          new TextRun({ children: [new Tab(), plain(section.title)] }),
        ],
      }),
    ],
  });
const footer = new Footer({
  children: [
    new Paragraph({
      style: 'Running',
      children: [new TextRun({ children: [PageNumber.CURRENT, ' / ', PageNumber.TOTAL_PAGES] })],
    }),
  ],
});

const content = [
  {
    properties: { page },
    children: [
      paragraph('Kicker', cover.kicker),
      paragraph(
        'CoverTitle',
        cover.title.map((part) => ({ ...part, text: part.text.toUpperCase() })),
      ),
      ...cover.lines.map((line) => paragraph('CoverLine', line)),
      paragraph('CoverLine', cover.publisher),
    ],
  },
];
for (const section of sections) {
  const around = { headers: { default: headerOf(section) }, footers: { default: footer } };
  const children = [
    new Paragraph({
      heading: HeadingLevel.HEADING_1,
      children: [new Bookmark({ id: bookmarkName(section.id), children: section.title.map(run) })],
    }),
  ];
  content.push({ ...around, properties: { page }, children });
  for (const block of section.blocks) {
    if (block.kind === 'paragraph') children.push(paragraph('Text', block.text));
    else if (block.kind === 'contents')
      children.push(...block.entries.map((each) => entry('ContentsLine', 10000, each)));
    else if (block.kind === 'table') children.push(tableOf(block));
    else {
      content.push({
        ...around,
        properties: { page, type: SectionType.CONTINUOUS, column: { count: 3, space: 520 } },
        children: block.groups.flatMap(({ heading, entries }) => [
          paragraph('IndexHeading', heading),
          ...entries.map((each) => entry('IndexLine', 4700, each)),
        ]),
      });
    }
  }
}

const style = (id, font, size, more = {}) => ({
  id,
  name: id,
  basedOn: 'Normal',
  run: { font, size: 2 * size, ...more },
});
const document = new Document({
  title: meta.title,
  creator: meta.author,
  subject: meta.subject,
  fonts: ['Sans-Regular', 'Sans-Bold', 'Serif-Regular', 'Serif-Bold'].map((name) => ({
    name: `PT ${name}`,
    data: readFileSync(fontFile(name)),
  })),
  styles: {
    paragraphStyles: [
      style('Text', 'PT Serif', 12),
      style('Kicker', 'PT Serif', 72, { bold: true }),
      style('CoverTitle', 'PT Serif', 36, { bold: true }),
      style('CoverLine', 'PT Sans', 14),
      style('ContentsLine', 'PT Sans', 12.5),
      style('IndexHeading', 'PT Sans', 9, { bold: true }),
      style('IndexLine', 'PT Sans', 8.5),
      style('TableText', 'PT Sans', 9),
      style('TableNumber', 'PT Sans', 8.5),
      style('TableName', 'PT Sans', 9, { bold: true }),
      style('TableHeading', 'PT Sans', 8.5, { bold: true }),
      style('Running', 'PT Sans', 8.5),
    ],
    characterStyles: [{ id: 'Quiet', name: 'Quiet', run: { color: '5B6470' } }],
  },
  sections: content,
});
writeFileSync(out, await Packer.toBuffer(document));
