/**
 * The fastest possible way to write the Word file, as a lower bound: `node raw-docx.mjs DOCUMENT.json OUT.docx`. The
 * script uses only XML strings and fflate, and writes the same tables, contents, indexes, bookmarks, links, fields,
 * running headers and embedded fonts as the product. Every page number is 0, because pages are not laid out.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { strToU8, zipSync } from 'fflate';
import { fontFile, plain, readDocument } from './look.mjs';

const [input, out] = process.argv.slice(2);
const { cover, sections, ...meta } = readDocument(input);

const SIGNS = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escaped = (text) => text.replace(/[&<>"]/g, (sign) => SIGNS[sign]);
const NAMES =
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"';
const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';

const run = ({ text, lang, strong, quiet }) => {
  const look = `${quiet ? '<w:rStyle w:val="Quiet"/>' : ''}${strong ? '<w:b/>' : ''}${lang === undefined ? '' : `<w:lang w:val="${lang}"/>`}`;
  return `<w:r>${look === '' ? '' : `<w:rPr>${look}</w:rPr>`}<w:t xml:space="preserve">${escaped(text)}</w:t></w:r>`;
};
const paragraph = (style, content) => `<w:p><w:pPr><w:pStyle w:val="${style}"/></w:pPr>${content}</w:p>`;
const runs = (list) => list.map(run).join('');

const names = new Map();
const bookmarkName = (target) => {
  let name = names.get(target);
  if (name === undefined) {
    name = `b${names.size}_${target.replace(/\W/g, '_')}`.slice(0, 40);
    names.set(target, name);
  }
  return name;
};
let bookmarks = 0;
const bookmarked = (target, content) => {
  const id = bookmarks++;
  return `<w:bookmarkStart w:id="${id}" w:name="${bookmarkName(target)}"/>${content}<w:bookmarkEnd w:id="${id}"/>`;
};
const field = (instruction, result) =>
  `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> ${instruction} </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>${result}</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>`;
const entry = (style, { text, target }) => {
  const name = bookmarkName(target);
  return paragraph(
    style,
    `<w:hyperlink w:anchor="${name}" w:history="1">${runs(text)}<w:r><w:tab/></w:r>${field(`PAGEREF ${name} \\h`, 0)}</w:hyperlink>`,
  );
};

const properties = (index, columns, type) =>
  `<w:sectPr><w:headerReference w:type="default" r:id="h${index}"/><w:footerReference w:type="default" r:id="f"/><w:type w:val="${type}"/><w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/><w:pgMar w:top="1160" w:right="840" w:bottom="920" w:left="840" w:header="480" w:footer="420" w:gutter="0"/><w:cols w:space="520" w:num="${columns}"/></w:sectPr>`;
const sectionEnd = (...of) => `<w:p><w:pPr><w:pStyle w:val="SectionEnd"/>${properties(...of)}</w:pPr></w:p>`;

function tableOf({ title, description, columns, rows, header, group }) {
  const widths = columns.map(({ width }) => Math.round(20 * width));
  const cell = (column, content) =>
    `<w:tc><w:tcPr><w:tcW w:w="${widths[column]}" w:type="dxa"/></w:tcPr>${content}</w:tc>`;
  const styleOf = (column) =>
    column === 0 ? 'TableNumber' : column === header || column === group ? 'TableName' : 'TableText';
  const row = ({ id, cells }) =>
    `<w:tr><w:trPr><w:cantSplit/></w:trPr>${cells
      .map((paragraphs, column) =>
        cell(
          column,
          paragraphs
            .map((text, index) =>
              paragraph(
                styleOf(column),
                column === header && index === 0 ? bookmarked(id, runs(text)) : runs(text),
              ),
            )
            .join(''),
        ),
      )
      .join('')}</w:tr>`;
  return `<w:tbl><w:tblPr><w:tblStyle w:val="ProgrammeTable"/><w:tblW w:w="15158" w:type="dxa"/><w:tblLayout w:type="fixed"/><w:tblCaption w:val="${escaped(title)}"/><w:tblDescription w:val="${escaped(description)}"/></w:tblPr><w:tblGrid>${widths
    .map((width) => `<w:gridCol w:w="${width}"/>`)
    .join('')}</w:tblGrid><w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>${columns
    .map(({ heading }, column) => cell(column, paragraph('TableHeading', runs(heading))))
    .join('')}</w:tr>${rows.map(row).join('')}</w:tbl>`;
}

const parts = [
  paragraph('Kicker', runs(cover.kicker)),
  paragraph('Title', runs(cover.title.map((part) => ({ ...part, text: part.text.toUpperCase() })))),
  ...cover.lines.map((line) => paragraph('CoverLine', runs(line))),
  paragraph('Publisher', runs(cover.publisher)),
  sectionEnd(0, 1, 'nextPage'),
];
sections.forEach((section, index) => {
  parts.push(paragraph('Heading1', bookmarked(section.id, runs(section.title))));
  for (const block of section.blocks) {
    if (block.kind === 'paragraph') parts.push(paragraph('Normal', runs(block.text)));
    else if (block.kind === 'contents') for (const each of block.entries) parts.push(entry('TOC1', each));
    else if (block.kind === 'table') parts.push(tableOf(block));
    else {
      parts.push(sectionEnd(index, 1, 'nextPage'));
      for (const { heading, entries } of block.groups) {
        parts.push(paragraph('IndexHeading', runs(heading)));
        for (const each of entries) parts.push(entry('Index1', each));
      }
    }
  }
  parts.push(
    section.blocks.some(({ kind }) => kind === 'index')
      ? sectionEnd(index, 3, 'continuous')
      : sectionEnd(index, 1, 'nextPage'),
  );
});

const style = (id, { name = id, based = 'Normal', paragraph: pPr = '', run: rPr = '' }) =>
  `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${name}"/>${id === 'Normal' ? '' : `<w:basedOn w:val="${based}"/>`}<w:pPr>${pPr}</w:pPr><w:rPr>${rPr}</w:rPr></w:style>`;
const font = (name, size) =>
  `<w:rFonts w:ascii="${name}" w:hAnsi="${name}" w:cs="${name}"/><w:sz w:val="${2 * size}"/>`;
const leader = (position) => `<w:tabs><w:tab w:val="right" w:leader="dot" w:pos="${position}"/></w:tabs>`;
const styles = `${HEAD}<w:styles ${NAMES}>${[
  style('Normal', { run: font('PT Serif', 12) }),
  style('Kicker', { run: font('PT Serif', 72) }),
  style('Title', { run: font('PT Serif', 36) }),
  style('CoverLine', { run: font('PT Sans', 14) }),
  style('Publisher', { run: font('PT Sans', 10.5) }),
  style('Heading1', {
    name: 'heading 1',
    paragraph: '<w:outlineLvl w:val="0"/>',
    run: `<w:b/>${font('PT Serif', 20)}`,
  }),
  style('TOC1', { name: 'toc 1', paragraph: leader(10000), run: font('PT Sans', 12.5) }),
  style('IndexHeading', { run: `<w:b/>${font('PT Sans', 9)}` }),
  style('Index1', { name: 'index 1', paragraph: leader(4700), run: font('PT Sans', 8.5) }),
  style('TableText', { run: font('PT Sans', 9) }),
  style('TableNumber', { run: font('PT Sans', 8.5) }),
  style('TableName', { run: `<w:b/>${font('PT Sans', 9)}` }),
  style('TableHeading', { run: `<w:b/>${font('PT Sans', 8.5)}` }),
  style('SectionEnd', {}),
  style('Header', { name: 'header', run: font('PT Sans', 8.5) }),
  style('Footer', { name: 'footer', run: font('PT Sans', 8.5) }),
].join(
  '',
)}<w:style w:type="character" w:styleId="Quiet"><w:name w:val="Quiet"/><w:rPr><w:color w:val="5B6470"/></w:rPr></w:style><w:style w:type="table" w:styleId="ProgrammeTable"><w:name w:val="Programme table"/><w:tblPr><w:tblBorders><w:insideH w:val="single" w:sz="4" w:color="C3C9D1"/></w:tblBorders></w:tblPr></w:style></w:styles>`;

const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const TYPES = 'application/vnd.openxmlformats-officedocument.wordprocessingml';
const relations = (list) =>
  `${HEAD}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${list
    .map(([id, type, target]) => `<Relationship Id="${id}" Type="${type}" Target="${target}"/>`)
    .join('')}</Relationships>`;
const FONTS = [
  ['PT Sans', 'embedRegular', 'Sans-Regular'],
  ['PT Sans', 'embedBold', 'Sans-Bold'],
  ['PT Serif', 'embedRegular', 'Serif-Regular'],
  ['PT Serif', 'embedBold', 'Serif-Bold'],
];
const KEY = 'A1B2C3D4-0000-4000-8000-00000000000';

/** The first 32 bytes of embedded fonts are combined with a key (ECMA-376, part 4, 2.8.1). */
function mixed(bytes, key) {
  const digits = Buffer.from(key.replaceAll('-', ''), 'hex').reverse();
  const font = new Uint8Array(bytes);
  for (let index = 0; index < 32; index++) font[index] ^= digits[index % 16];
  return font;
}

const headers = sections.map(
  (section) =>
    `${HEAD}<w:hdr ${NAMES}>${paragraph('Header', `${run({ text: `${meta.title} · ${meta.edition}` })}<w:r><w:tab/></w:r>${run({ text: plain(section.title) })}`)}</w:hdr>`,
);
const files = {
  '[Content_Types].xml': `${HEAD}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Default Extension="odttf" ContentType="application/vnd.openxmlformats-officedocument.obfuscatedFont"/><Override PartName="/word/document.xml" ContentType="${TYPES}.document.main+xml"/><Override PartName="/word/styles.xml" ContentType="${TYPES}.styles+xml"/><Override PartName="/word/fontTable.xml" ContentType="${TYPES}.fontTable+xml"/><Override PartName="/word/footer1.xml" ContentType="${TYPES}.footer+xml"/>${headers
    .map((_, index) => `<Override PartName="/word/header${index}.xml" ContentType="${TYPES}.header+xml"/>`)
    .join('')}</Types>`,
  '_rels/.rels': relations([['d', `${OFFICE}/officeDocument`, 'word/document.xml']]),
  'word/document.xml': `${HEAD}<w:document ${NAMES}><w:body>${parts.join('')}${properties(0, 1, 'nextPage')}</w:body></w:document>`,
  'word/_rels/document.xml.rels': relations([
    ['s', `${OFFICE}/styles`, 'styles.xml'],
    ['t', `${OFFICE}/fontTable`, 'fontTable.xml'],
    ['f', `${OFFICE}/footer`, 'footer1.xml'],
    ...headers.map((_, index) => [`h${index}`, `${OFFICE}/header`, `header${index}.xml`]),
  ]),
  'word/styles.xml': styles,
  'word/footer1.xml': `${HEAD}<w:ftr ${NAMES}>${paragraph('Footer', `${field('PAGE', 1)}${run({ text: ' / ' })}${field('NUMPAGES', 1)}`)}</w:ftr>`,
  'word/fontTable.xml': `${HEAD}<w:fonts ${NAMES}>${['PT Sans', 'PT Serif']
    .map(
      (family) =>
        `<w:font w:name="${family}">${FONTS.map(([name, kind], index) => (name === family ? `<w:${kind} r:id="e${index}" w:fontKey="{${KEY}${index}}"/>` : '')).join('')}</w:font>`,
    )
    .join('')}</w:fonts>`,
  'word/_rels/fontTable.xml.rels': relations(
    FONTS.map((_, index) => [`e${index}`, `${OFFICE}/font`, `fonts/font${index}.odttf`]),
  ),
};
const zipped = Object.fromEntries(Object.entries(files).map(([name, text]) => [name, strToU8(text)]));
headers.forEach((text, index) => {
  zipped[`word/header${index}.xml`] = strToU8(text);
});
FONTS.forEach(([, , name], index) => {
  zipped[`word/fonts/font${index}.odttf`] = mixed(readFileSync(fontFile(name)), `${KEY}${index}`);
});
writeFileSync(out, zipSync(zipped, { mtime: new Date(`${meta.date}T00:00:00`) }));
