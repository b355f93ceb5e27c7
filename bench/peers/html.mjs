/** Writes the document for WeasyPrint, as HTML with CSS for paged media: `node html.mjs DOCUMENT.json OUT.html`. */
import { writeFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { accentOf, COLOUR, fontFile, PAGE, readDocument } from './look.mjs';

const [input, out] = process.argv.slice(2);
const { cover, sections, ...meta } = readDocument(input);

const escaped = (text) => text.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`);
const run = ({ text, lang, strong, quiet }) => {
  let html = escaped(text);
  if (strong) html = `<b>${html}</b>`;
  if (lang !== undefined || quiet)
    html = `<span${lang === undefined ? '' : ` lang="${lang}"`}${quiet ? ' class="quiet"' : ''}>${html}</span>`;
  return html;
};
const runs = (paragraph) => paragraph.map(run).join('');
const entry = ({ text, target }) => `<li><a href="#${target}">${runs(text)}</a></li>`;

function tableOf({ columns, rows, group, header }) {
  const cellOf = (row, paragraphs, column) => {
    if (column === group && row.carried) return '';
    const body = paragraphs.map((paragraph) => `<p>${runs(paragraph)}</p>`).join('');
    if (column === group) return `<th scope="row" rowspan="${row.span}">${body}</th>`;
    return column === header ? `<th scope="row">${body}</th>` : `<td>${body}</td>`;
  };
  const widths = columns.map(({ width }) => `<col style="width:${width.toFixed(2)}pt">`);
  return `<table><colgroup>${widths.join('')}</colgroup><thead><tr>${columns
    .map(({ heading }) => `<th scope="col">${runs(heading)}</th>`)
    .join('')}</tr></thead><tbody>${rows
    .map(
      (row) =>
        `<tr id="${row.id}">${row.cells.map((cell, column) => cellOf(row, cell, column)).join('')}</tr>`,
    )
    .join('\n')}</tbody></table>`;
}

const blockOf = (block) => {
  switch (block.kind) {
    case 'paragraph':
      return `<p class="text">${runs(block.text)}</p>`;
    case 'contents':
      return `<ul class="contents">${block.entries.map(entry).join('')}</ul>`;
    case 'table':
      return tableOf(block);
    default:
      return `<div class="index">${block.groups
        .map(({ heading, entries }) => `<h3>${runs(heading)}</h3><ul>${entries.map(entry).join('\n')}</ul>`)
        .join('\n')}</div>`;
  }
};

const face = (family, weight, name) =>
  `@font-face{font-family:"${family}";font-weight:${weight};src:url("${pathToFileURL(fontFile(name))}")}`;
const css = `
${face('PT Sans', 400, 'Sans-Regular')}${face('PT Sans', 700, 'Sans-Bold')}
${face('PT Serif', 400, 'Serif-Regular')}${face('PT Serif', 700, 'Serif-Bold')}
@page{size:${PAGE.width}pt ${PAGE.height}pt;margin:58pt 42pt 46pt;
@top-left{content:"${meta.title} · ${meta.edition}";font:8.5pt "PT Sans";color:${COLOUR.quiet};vertical-align:top;padding-top:24pt;white-space:nowrap}
@top-right{content:string(section);font:8.5pt "PT Sans";color:${COLOUR.quiet};vertical-align:top;padding-top:24pt;white-space:nowrap}
@bottom-right{content:counter(page) " / " counter(pages);font:8.5pt "PT Sans";color:${COLOUR.quiet}}}
@page:first{margin:0;@top-left{content:none}@top-right{content:none}@bottom-right{content:none}}
body{margin:0;font:9pt/11.75pt "PT Sans";color:${COLOUR.ink}}
p,ul{margin:0;padding:0}li{list-style:none}a{color:inherit;text-decoration:none}.quiet{color:${COLOUR.quiet}}
.cover{position:relative;height:${PAGE.height}pt}.panel{position:absolute;left:0;top:0;bottom:0;width:236pt;background:${COLOUR.brand}}
.kicker{position:absolute;left:40pt;top:128pt;font:700 72pt "PT Serif";color:#fff}
.title{position:absolute;left:292pt;top:150pt;width:500pt;font-size:14pt;line-height:21pt}
h1{font:700 36pt/45pt "PT Serif";color:${COLOUR.brand};text-transform:uppercase;margin:0 0 22pt;bookmark-level:none}
.publisher{position:absolute;left:292pt;top:520pt;font-size:10.5pt;color:${COLOUR.quiet}}
section{break-before:page}h2{font:700 20pt/25pt "PT Serif";color:${COLOUR.brand};margin:0 0 10pt;string-set:section content();bookmark-level:1}
h2::before{content:"";display:block;width:34pt;height:2.5pt;margin-bottom:4pt;background:var(--accent)}
h3{font:700 9pt/12pt "PT Sans";color:${COLOUR.brand};margin:8pt 0 0;break-after:avoid;bookmark-level:none}
.text{font:12pt/18pt "PT Serif";margin:0 82pt 9pt 176pt}
.contents{margin:0 82pt 0 176pt;font-size:12.5pt;line-height:18pt}.contents li{margin-bottom:6pt}
li a::after{content:leader(dotted) target-counter(attr(href),page)}
.index{columns:3;column-gap:26pt;font-size:8.5pt;line-height:11.5pt}.index li{margin-bottom:1pt}
table{border-collapse:collapse;table-layout:fixed;width:100%}
th,td{padding:4.5pt 5pt 5pt;border-bottom:.5pt solid ${COLOUR.rule};vertical-align:top;text-align:left}
thead th{vertical-align:bottom;font-size:8.5pt;line-height:11pt;color:${COLOUR.brand};border-bottom:1.4pt solid ${COLOUR.brand}}
tr{break-inside:avoid}td p+p,th p+p{margin-top:4pt}`;

const body = sections.map(
  (section) =>
    `<section><h2 id="${section.id}" style="--accent:${accentOf(section)}">${runs(section.title)}</h2>${section.blocks.map(blockOf).join('\n')}</section>`,
);
writeFileSync(
  out,
  `<!DOCTYPE html><html lang="${meta.lang}"><head><meta charset="utf-8"><title>${escaped(meta.title)}</title><meta name="author" content="${escaped(meta.author)}"><meta name="description" content="${escaped(meta.subject)}"><style>${css}</style></head><body>
<div class="cover"><div class="panel"></div><p class="kicker">${runs(cover.kicker)}</p><div class="title"><h1>${runs(cover.title)}</h1>${cover.lines.map((line) => `<p>${runs(line)}</p>`).join('')}</div><p class="publisher">${runs(cover.publisher)}</p></div>
${body.join('\n')}</body></html>`,
);
