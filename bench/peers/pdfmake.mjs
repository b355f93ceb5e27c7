/**
 * Writes the document with pdfmake: `node pdfmake.mjs DOCUMENT.json OUT.pdf`. pdfmake does not write a structure tree,
 * so the PDF is untagged.
 */
import { writeFileSync } from 'node:fs';
import pdfmake from 'pdfmake';
import { accentOf, COLOUR, fontFile, MARGIN, MEASURE, PAGE, plain, readDocument } from './look.mjs';

const [input, out] = process.argv.slice(2);
const { cover, sections, ...meta } = readDocument(input);

pdfmake.setFonts({
  Sans: { normal: fontFile('Sans-Regular'), bold: fontFile('Sans-Bold') },
  Serif: { normal: fontFile('Serif-Regular'), bold: fontFile('Serif-Bold') },
});
pdfmake.setUrlAccessPolicy(() => false);
pdfmake.setLocalAccessPolicy(() => true);

const runs = (paragraph) =>
  paragraph.map((run) => ({
    text: run.text,
    ...(run.strong ? { bold: true } : {}),
    ...(run.quiet ? { color: COLOUR.quiet } : {}),
  }));

const entry = ({ text, target }, fontSize, margin) => ({
  columns: [
    { width: '*', text: runs(text), linkToDestination: target },
    { width: 26, alignment: 'right', pageReference: target, linkToDestination: target },
  ],
  fontSize,
  margin,
});

function tableOf(table, accent) {
  const cellOf = (row, paragraphs, column) => {
    if (column === table.group && row.carried) return {};
    return {
      ...(paragraphs.length === 1
        ? { text: runs(paragraphs[0]) }
        : { stack: paragraphs.map((paragraph) => ({ text: runs(paragraph) })) }),
      ...(column === table.header || column === table.group ? { bold: true } : {}),
      ...(column === table.group ? { rowSpan: row.span } : {}),
      ...(column === 0 ? { id: row.id } : {}),
    };
  };
  return {
    table: {
      headerRows: 1,
      dontBreakRows: true,
      widths: table.columns.map(({ width }) => width - 10),
      body: [
        table.columns.map(({ heading }) => ({
          text: plain(heading),
          bold: true,
          fontSize: 8.5,
          color: COLOUR.brand,
        })),
        ...table.rows.map((row) => row.cells.map((cell, column) => cellOf(row, cell, column))),
      ],
    },
    layout: {
      hLineWidth: (line) => (line === 0 ? 0 : line === 1 ? 1.4 : 0.5),
      hLineColor: (line) => (line === 1 ? accent : COLOUR.rule),
      vLineWidth: () => 0,
      paddingLeft: () => 5,
      paddingRight: () => 5,
      paddingTop: () => 4.5,
      paddingBottom: () => 5,
    },
  };
}

function indexOf({ groups }) {
  const width = (MEASURE - 2 * 26) / 3;
  const lines = groups.flatMap(({ heading, entries }) => [
    { text: runs(heading), bold: true, fontSize: 9, color: COLOUR.brand, margin: [0, 8, 0, 2] },
    ...entries.map((each) => entry(each, 8.5, [0, 0, 0, 1])),
  ]);
  // pdfmake's snaking columns do not work for entries that contain columns, so the entries are divided into three
  // columns here.
  const third = Math.ceil(lines.length / 3);
  return {
    columns: [0, 1, 2].map((column) => ({
      width,
      stack: lines.slice(column * third, (column + 1) * third),
    })),
    columnGap: 26,
  };
}

const content = [
  {
    text: plain(cover.kicker),
    font: 'Serif',
    bold: true,
    fontSize: 72,
    color: '#ffffff',
    absolutePosition: { x: 40, y: 128 },
  },
  {
    text: plain(cover.title).toUpperCase(),
    font: 'Serif',
    bold: true,
    fontSize: 36,
    color: COLOUR.brand,
    margin: [250, 92, 0, 20],
  },
  ...cover.lines.map((line) => ({ text: plain(line), fontSize: 14, margin: [250, 2, 0, 2] })),
  { text: plain(cover.publisher), fontSize: 10.5, color: COLOUR.quiet, absolutePosition: { x: 292, y: 520 } },
];
for (const section of sections) {
  const accent = accentOf(section);
  const parts = [
    {
      stack: [
        { canvas: [{ type: 'rect', x: 0, y: 0, w: 34, h: 2.5, color: accent }] },
        {
          text: plain(section.title),
          id: section.id,
          outline: true,
          font: 'Serif',
          bold: true,
          fontSize: 20,
          color: COLOUR.brand,
          margin: [0, 2, 0, 10],
        },
      ],
    },
  ];
  for (const block of section.blocks) {
    if (block.kind === 'paragraph')
      parts.push({ text: runs(block.text), font: 'Serif', fontSize: 12, margin: [176, 0, 82, 9] });
    else if (block.kind === 'contents')
      parts.push(...block.entries.map((each) => entry(each, 12.5, [176, 0, 82, 6])));
    else if (block.kind === 'table') parts.push(tableOf(block, accent));
    else parts.push(indexOf(block));
  }
  content.push({
    section: parts,
    header: {
      columns: [
        { text: `${meta.title} · ${meta.edition}` },
        { text: plain(section.title), alignment: 'right' },
      ],
      fontSize: 8.5,
      color: COLOUR.quiet,
      margin: [MARGIN.left, 24, MARGIN.right, 0],
    },
  });
}

const pdf = pdfmake.createPdf({
  pageSize: { width: PAGE.width, height: PAGE.height },
  pageMargins: [MARGIN.left, MARGIN.top, MARGIN.right, MARGIN.bottom],
  version: '1.7',
  lang: meta.lang,
  displayTitle: true,
  info: { title: meta.title, author: meta.author, subject: meta.subject },
  defaultStyle: { font: 'Sans', fontSize: 9, color: COLOUR.ink },
  background: (page) =>
    page === 1
      ? { canvas: [{ type: 'rect', x: 0, y: 0, w: 236, h: PAGE.height, color: COLOUR.brand }] }
      : null,
  footer: (page, total) =>
    page === 1
      ? null
      : {
          text: `${page} / ${total}`,
          alignment: 'right',
          fontSize: 8.5,
          color: COLOUR.quiet,
          margin: [0, 14, MARGIN.right, 0],
        },
  content,
});
writeFileSync(out, await pdf.getBuffer());
