import path from 'node:path';
import { DRAFT, type Programme } from '../model/programme.ts';
import { type Text, textIn } from '../model/text.ts';
import type { Gate } from '../report/gates.ts';
import { escapeHtml } from '../report/html.ts';
import type { JobResult } from './extract-pool.ts';
import { REGION } from './extracts.ts';
import { FORMATS } from './formats.ts';
import type { Built } from './output.ts';
import type { ExtractList } from './which-extract.ts';

/** What `extract --all` wrote. */
export interface Manifest {
  version: 1;
  programme: string;
  /** Edition as file names have it: `ed1`, `draft`. */
  edition: string;
  /** Fingerprint of a frozen edition. */
  fingerprint?: string;
  date: string;
  /** Events of the whole programme. */
  events: number;
  /** What veraPDF said of the PDF files. */
  verapdf: Gate['state'];
  /** What the events of an extract share: id of a field or side, or `region`, `theme`, `day`. */
  by: string;
  extracts: {
    /** Of a region: its side and its code. */
    side?: string;
    region?: string;
    /** What tells the value from the others. */
    value: string;
    name: string;
    events: number;
    files: (Omit<Built, 'path'> & { file: string })[];
  }[];
  failed: { value: string; name: string; reason: string }[];
  /** Ids of the events that are in no extract. */
  without: readonly string[];
}

/** The manifest of a run over all extracts. */
export function manifestOf(
  programme: Programme,
  fingerprint: string | undefined,
  verapdf: Gate['state'],
  { by, extracts, without }: ExtractList,
  results: readonly JobResult[],
): Manifest {
  const { config, edition, themes } = programme;
  const manifest: Manifest = {
    version: 1,
    programme: config.name,
    edition: edition === DRAFT ? DRAFT : `ed${edition}`,
    ...(fingerprint === undefined ? {} : { fingerprint }),
    date: config.date,
    events: themes.reduce((sum, { events }) => sum + events.length, 0),
    verapdf,
    by,
    extracts: [],
    failed: [],
    without,
  };
  extracts.forEach(({ side, key, name: words, events }, index) => {
    const result = results[index];
    const name = textIn(words, config.language, config.language).words;
    if (result === undefined || result.failed !== undefined) {
      manifest.failed.push({ value: key, name, reason: result?.failed ?? 'it did not run' });
      return;
    }
    const files = result.built.map(({ path: file, ...rest }) => ({ file: path.basename(file), ...rest }));
    const region = side === undefined ? {} : { side, region: key };
    manifest.extracts.push({ ...region, value: key, name, events: events.size, files });
  });
  return manifest;
}

/** The manifest as a page that links to the files beside it. */
export function manifestPage(programme: Programme, manifest: Manifest): string {
  const { config } = programme;
  const title = textIn(config.title, config.language, config.language);
  const words = (text: Text): string => textIn(text, config.language, config.language).words;
  const hasSides = manifest.extracts.some(({ side }) => side !== undefined);
  const rows = manifest.extracts.map(({ side, value, name, events, files }) => {
    const links = files.map(
      ({ file, format, lang, pages, bytes }) =>
        `<a href="${escapeHtml(file)}">${FORMATS[format].name}, ${lang}</a> (${pages === undefined ? '' : `${pages} pages, `}${Math.ceil(bytes / 1024)} kB)`,
    );
    const sideName = words(config.sides.find(({ id }) => id === side)?.name ?? '–');
    return `<tr>${hasSides ? `<td>${escapeHtml(sideName)}</td>` : ''}<th scope="row">${escapeHtml(name)}</th><td>${escapeHtml(value)}</td><td class="n">${events}</td><td>${links.join('<br>')}</td></tr>`;
  });
  const failed = manifest.failed.map(
    ({ name, value, reason }) => `<li>${escapeHtml(name)} (${escapeHtml(value)}): ${escapeHtml(reason)}</li>`,
  );
  const named = [...config.fields, ...config.sides].find(({ id }) => id === manifest.by)?.heading;
  const part = escapeHtml(named === undefined ? manifest.by : words(named));
  const without = escapeHtml(manifest.without.join(', '));
  return `<!doctype html>
<html lang="${config.language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${escapeHtml(title.words)}: programmes by ${part}</title>
<style>body{font:1rem/1.5 sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem;color:#1d2329}table{border-collapse:collapse;width:100%}caption{text-align:left;padding:.5rem 0}th,td{text-align:left;vertical-align:top;padding:.4rem .6rem;border-bottom:1px solid #c3c9d1}.n{text-align:right}a{color:#16325c}</style>
</head>
<body>
<main>
<h1><span lang="${title.lang}">${escapeHtml(title.words)}</span>: programmes by ${part}</h1>
<p>Edition ${escapeHtml(manifest.edition.replace(/^ed/, ''))} of ${escapeHtml(manifest.date)}: ${manifest.events} events, ${manifest.extracts.length} programmes.</p>
${without === '' ? '' : `<p>In none of them: ${without}.</p>\n`}${failed.length === 0 ? '' : `<h2>Not made</h2>\n<ul>${failed.join('')}</ul>\n`}<table>
<caption>Files of each programme</caption>
<thead><tr>${hasSides ? '<th scope="col">Side</th>' : ''}<th scope="col">Programme</th><th scope="col">${manifest.by === REGION ? 'Code' : 'Value'}</th><th scope="col" class="n">Events</th><th scope="col">Files</th></tr></thead>
<tbody>
${rows.join('\n')}
</tbody>
</table>
</main>
</body>
</html>
`;
}
