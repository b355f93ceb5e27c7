import type { Feed, FeedEntry } from '../../document/index.ts';

/** A feed of editions (Atom, RFC 4287). The only timestamps in the feed are the dates of editions. */
export function atomFile({ title, author, lang, address, home, entries }: Feed): Uint8Array {
  const updated =
    entries
      .map(({ date }) => date)
      .sort()
      .at(-1) ?? '';
  return xmlFile(
    `<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${lang}">
<title>${escaped(title)}</title>
<id>${escaped(address)}</id>
<link rel="self" href="${escaped(address)}"/>
<link href="${escaped(home)}"/>
<updated>${momentOf(updated)}</updated>
<author><name>${escaped(author)}</name></author>
${entries.map(entryXml).join('')}</feed>`,
  );
}

function entryXml({ title, address, date, news }: FeedEntry): string {
  const html = news.map(
    ({ heading, titles }) =>
      `<h2>${escaped(heading)}</h2><ul>${titles.map((words) => `<li>${escaped(words)}</li>`).join('')}</ul>`,
  );
  const content = html.length === 0 ? '' : `<content type="html">${escaped(html.join(''))}</content>\n`;
  return `<entry>
<title>${escaped(title)}</title>
<id>${escaped(address)}</id>
<link href="${escaped(address)}"/>
<updated>${momentOf(date)}</updated>
${content}</entry>
`;
}

const momentOf = (date: string): string => `${date}T00:00:00Z`;

/** A list of pages for search engines (sitemaps.org 0.9). */
export function sitemapFile(addresses: readonly string[]): Uint8Array {
  const urls = addresses.map((address) => `<url><loc>${escaped(address)}</loc></url>\n`);
  return xmlFile(`<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n${urls.join('')}</urlset>`);
}

const xmlFile = (root: string): Uint8Array =>
  Buffer.from(`<?xml version="1.0" encoding="UTF-8"?>\n${root}\n`);

/** Escapes characters with a special meaning in XML, and replaces characters that XML forbids. */
const escaped = (text: string): string =>
  text
    .replace(/[^\t\n\r -\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '\ufffd')
    .replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`);
