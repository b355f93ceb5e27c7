/**
 * Writes the document with pdfkit only: `node pdfkit.mjs DOCUMENT.json OUT.pdf`. The layout code is written by hand,
 * and the PDF is untagged. The code measures each word once, breaks lines, fills pages, and draws the pages when all
 * page numbers are known.
 */
import { writeFileSync } from 'node:fs';
import PDFDocument from 'pdfkit';
import { accentOf, COLOUR, fontFile, MARGIN, MEASURE, PAGE, plain, readDocument } from './look.mjs';

const [input, out] = process.argv.slice(2);
const { cover, sections, ...meta } = readDocument(input);
const date = new Date(`${meta.date}T00:00:00Z`);
const doc = new PDFDocument({
  autoFirstPage: false,
  size: [PAGE.width, PAGE.height],
  margin: 0,
  pdfVersion: '1.7',
  lang: meta.lang,
  displayTitle: true,
  info: { Title: meta.title, Author: meta.author, Subject: meta.subject, CreationDate: date },
});
for (const name of ['Sans-Regular', 'Sans-Bold', 'Serif-Regular', 'Serif-Bold'])
  doc.registerFont(name, fontFile(name));
const chunks = [];
doc.on('data', (chunk) => chunks.push(chunk));
doc.on('end', () => writeFileSync(out, Buffer.concat(chunks)));

const style = (font, size, leading, colour = COLOUR.ink) => ({
  font,
  size,
  leading,
  colour,
  widths: new Map(),
});
const STYLE = {
  title: style('Serif-Bold', 20, 25, COLOUR.brand),
  text: style('Serif-Regular', 12, 18),
  contents: style('Sans-Regular', 12.5, 18),
  index: style('Sans-Regular', 8.5, 11.5),
  indexHeading: style('Sans-Bold', 9, 12, COLOUR.brand),
  cell: style('Sans-Regular', 9, 11.75),
  strong: style('Sans-Bold', 9, 11.75),
  head: style('Sans-Bold', 8.5, 11, COLOUR.brand),
  running: style('Sans-Regular', 8.5, 11, COLOUR.quiet),
};

function widthOf(word, look) {
  let width = look.widths.get(word);
  if (width === undefined) {
    doc.font(look.font).fontSize(look.size);
    width = doc.widthOfString(word);
    look.widths.set(word, width);
  }
  return width;
}

function linesOf(text, look, width) {
  const space = widthOf(' ', look);
  const lines = [];
  let line = '';
  let used = 0;
  for (const word of text.split(' ')) {
    const wide = widthOf(word, look);
    if (line !== '' && used + space + wide > width) {
      lines.push({ text: line, width: used });
      line = word;
      used = wide;
    } else {
      line = line === '' ? word : `${line} ${word}`;
      used += (line === word ? 0 : space) + wide;
    }
  }
  lines.push({ text: line, width: used });
  return lines;
}

const drawLine = (text, look, x, y) => {
  doc.font(look.font).fontSize(look.size).fillColor(look.colour);
  doc.text(text, x, y + (look.leading - look.size * 1.294) / 2, { lineBreak: false });
};
const drawLines = (lines, look, x, y) => {
  lines.forEach(({ text }, index) => {
    drawLine(text, look, x, y + index * look.leading);
  });
};

// The pages, each as a list of functions that draw its parts, and the page of each link target.
const pages = [];
const pageOf = new Map();
const bottom = PAGE.height - MARGIN.bottom;
let y = 0;

const newPage = (section) => {
  pages.push({ section, parts: [] });
  y = MARGIN.top;
};
const put = (draw) => pages.at(-1).parts.push(draw);
/** The number of the current page; the cover is page 1. */
const number = () => pages.length + 1;

function beginSection(section) {
  newPage(section);
  pageOf.set(section.id, number());
  const lines = linesOf(plain(section.title), STYLE.title, MEASURE);
  put(() => {
    doc.addNamedDestination(section.id, 'XYZ', MARGIN.left, MARGIN.top - 8, null);
    doc.outline.addItem(plain(section.title));
    doc.rect(MARGIN.left, MARGIN.top - 8.5, 34, 2.5).fill(accentOf(section));
    drawLines(lines, STYLE.title, MARGIN.left, MARGIN.top);
  });
  y += lines.length * STYLE.title.leading + 10;
}

function addParagraph(section, { text }) {
  const lines = linesOf(plain(text), STYLE.text, 500);
  for (const line of lines) {
    if (y + STYLE.text.leading > bottom) newPage(section);
    const top = y;
    put(() => drawLine(line.text, STYLE.text, 218, top));
    y += STYLE.text.leading;
  }
  y += 9;
}

/** Draws an entry of the contents or of an index as a single link that consists of its text, dots and page number. */
function drawEntry({ target, lines }, look, x, top, width) {
  drawLines(lines, look, x, top);
  const last = top + (lines.length - 1) * look.leading;
  const digits = String(pageOf.get(target));
  const right = x + width - widthOf(digits, look);
  drawLine(digits, look, right, last);
  const from = Math.ceil((x + lines.at(-1).width + 6) / 4) * 4;
  if (right - 6 - from > 8)
    doc
      .moveTo(from, last + look.leading * 0.68)
      .lineTo(right - 6, last + look.leading * 0.68)
      .lineWidth(0.9)
      .lineCap('round')
      .dash(0.001, { space: 4 })
      .stroke(COLOUR.dots)
      .undash();
  doc.goTo(x, top, width, lines.length * look.leading, target);
}

function addContents({ entries }) {
  for (const { text, target } of entries) {
    const lines = linesOf(plain(text), STYLE.contents, 440);
    const top = y;
    put(() => drawEntry({ target, lines }, STYLE.contents, 218, top, 500));
    y += lines.length * STYLE.contents.leading + 6;
  }
}

function addIndex(section, { groups }) {
  const width = (MEASURE - 2 * 26) / 3;
  let column = 0;
  let first = y;
  const room = (height) => {
    if (y + height <= bottom) return;
    column++;
    if (column === 3) {
      newPage(section);
      column = 0;
      first = y;
    }
    y = first;
  };
  const left = () => MARGIN.left + column * (width + 26);
  for (const { heading, entries } of groups) {
    const lines = linesOf(plain(heading), STYLE.indexHeading, width);
    room(8 + lines.length * STYLE.indexHeading.leading + STYLE.index.leading * 2);
    const [x, top] = [left(), y + 8];
    put(() => drawLines(lines, STYLE.indexHeading, x, top));
    y = top + lines.length * STYLE.indexHeading.leading;
    for (const { text, target } of entries) {
      const entry = { target, lines: linesOf(plain(text), STYLE.index, width - 26) };
      const height = entry.lines.length * STYLE.index.leading + 1;
      room(height);
      const [at, entryTop] = [left(), y];
      put(() => drawEntry(entry, STYLE.index, at, entryTop, width));
      y += height;
    }
  }
}

function addTable(section, table) {
  const widths = table.columns.map(({ width }) => width);
  const edges = [MARGIN.left];
  for (const width of widths) edges.push(edges.at(-1) + width);
  const head = table.columns.map(({ heading }, column) =>
    linesOf(plain(heading), STYLE.head, widths[column] - 10),
  );
  const headHeight = Math.max(...head.map((lines) => lines.length)) * STYLE.head.leading + 10;
  const addHead = () => {
    const top = y;
    put(() => {
      head.forEach((lines, column) => {
        drawLines(
          lines,
          STYLE.head,
          edges[column] + 5,
          top + headHeight - 5 - lines.length * STYLE.head.leading,
        );
      });
      doc
        .moveTo(edges[0], top + headHeight)
        .lineTo(edges.at(-1), top + headHeight)
        .lineWidth(1.4)
        .stroke(COLOUR.brand);
    });
    y += headHeight;
  };
  const lookOf = (column) => (column === table.header || column === table.group ? STYLE.strong : STYLE.cell);
  let label;
  addHead();
  table.rows.forEach((row, index) => {
    const cells = row.cells.map((paragraphs, column) =>
      row.carried && column === table.group
        ? []
        : paragraphs.map((runs) => linesOf(plain(runs), lookOf(column), widths[column] - 10)),
    );
    const isNew = !row.carried || table.group === undefined;
    if (isNew && table.group !== undefined) label = cells[table.group];
    const height = Math.max(...cells.map((cell) => cellHeight(cell, STYLE.cell)), 0) + 9.5;
    const turned = y + height > bottom;
    if (turned) {
      newPage(section);
      addHead();
    }
    pageOf.set(row.id, number());
    const top = y;
    const group = isNew || turned ? label : undefined;
    const ends = !table.rows[index + 1]?.carried;
    put(() => {
      doc.addNamedDestination(row.id, 'XYZ', MARGIN.left, top, null);
      cells.forEach((cell, column) => {
        const shown = column === table.group ? (group ?? []) : cell;
        let at = top + 4.5;
        for (const lines of shown) {
          drawLines(lines, lookOf(column), edges[column] + 5, at);
          at += lines.length * STYLE.cell.leading + 4;
        }
      });
      const from = ends || table.group === undefined ? 0 : table.group + 1;
      doc
        .moveTo(edges[from], top + height)
        .lineTo(edges.at(-1), top + height)
        .lineWidth(0.5)
        .stroke(COLOUR.rule);
    });
    y += height;
  });
}

const cellHeight = (cell, look) =>
  cell.reduce((sum, lines) => sum + lines.length * look.leading, 4 * Math.max(0, cell.length - 1));

for (const section of sections) {
  beginSection(section);
  for (const block of section.blocks) {
    if (block.kind === 'paragraph') addParagraph(section, block);
    else if (block.kind === 'contents') addContents(block);
    else if (block.kind === 'index') addIndex(section, block);
    else addTable(section, block);
  }
}

doc.addPage();
doc.rect(0, 0, 236, PAGE.height).fill(COLOUR.brand);
drawLine(plain(cover.kicker), style('Serif-Bold', 72, 79, '#ffffff'), 40, 128);
const big = style('Serif-Bold', 36, 45, COLOUR.brand);
const title = linesOf(plain(cover.title).toUpperCase(), big, 500);
drawLines(title, big, 292, 150);
cover.lines.forEach((line, index) => {
  drawLine(plain(line), style('Sans-Regular', 14, 21), 292, 150 + title.length * 45 + 44 + index * 23);
});
drawLine(plain(cover.publisher), style('Sans-Regular', 10.5, 14, COLOUR.quiet), 292, 520);

const total = pages.length + 1;
pages.forEach(({ section, parts }, index) => {
  doc.addPage();
  drawLine(`${meta.title} · ${meta.edition}`, STYLE.running, MARGIN.left, 24);
  const name = plain(section.title);
  drawLine(name, STYLE.running, PAGE.width - MARGIN.right - widthOf(name, STYLE.running), 24);
  const folio = `${index + 2} / ${total}`;
  drawLine(folio, STYLE.running, PAGE.width - MARGIN.right - widthOf(folio, STYLE.running), PAGE.height - 32);
  for (const draw of parts) draw();
});
doc.end();
