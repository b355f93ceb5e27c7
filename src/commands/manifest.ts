import path from 'node:path';
import { DRAFT, type Programme } from '../model/programme.ts';
import { textIn } from '../model/text.ts';
import { regionName } from '../reference/gazetteer.ts';
import type { Gate } from '../report/gates.ts';
import { escapeHtml } from '../report/html.ts';
import type { JobResult } from './extract-pool.ts';
import { FORMATS } from './formats.ts';
import type { Built } from './output.ts';
import type { RegionCount } from './region.ts';

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
  extracts: {
    side: string;
    region: string;
    name: string;
    events: number;
    files: (Omit<Built, 'path'> & { file: string })[];
  }[];
  failed: { region: string; name: string; reason: string }[];
}

/** The manifest of a run over all regions. */
export function manifestOf(
  programme: Programme,
  fingerprint: string | undefined,
  verapdf: Gate['state'],
  counts: readonly RegionCount[],
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
    extracts: [],
    failed: [],
  };
  counts.forEach(({ extract: { side, region }, events }, index) => {
    const result = results[index];
    const name = regionName(region, config.language);
    if (result === undefined || result.failed !== undefined) {
      manifest.failed.push({ region: region.code, name, reason: result?.failed ?? 'it did not run' });
      return;
    }
    const files = result.built.map(({ path: file, ...rest }) => ({ file: path.basename(file), ...rest }));
    manifest.extracts.push({ side: side.id, region: region.code, name, events, files });
  });
  return manifest;
}

/** The manifest as a page that links to the files beside it. */
export function manifestPage(programme: Programme, manifest: Manifest): string {
  const { config } = programme;
  const title = textIn(config.title, config.language, config.language);
  const rows = manifest.extracts.map(({ side, region, name, events, files }) => {
    const links = files.map(
      ({ file, format, lang, pages, bytes }) =>
        `<a href="${escapeHtml(file)}">${FORMATS[format].name}, ${lang}</a> (${pages} pages, ${Math.ceil(bytes / 1024)} kB)`,
    );
    const sideName = textIn(
      config.sides.find(({ id }) => id === side)?.name ?? side,
      config.language,
      config.language,
    ).words;
    return `<tr><td>${escapeHtml(sideName)}</td><th scope="row">${escapeHtml(name)}</th><td>${escapeHtml(region)}</td><td class="n">${events}</td><td>${links.join('<br>')}</td></tr>`;
  });
  const failed = manifest.failed.map(
    ({ name, region, reason }) =>
      `<li>${escapeHtml(name)} (${escapeHtml(region)}): ${escapeHtml(reason)}</li>`,
  );
  return `<!doctype html>
<html lang="${config.language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${escapeHtml(title.words)}: programmes by region</title>
<style>body{font:1rem/1.5 sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem;color:#1d2329}table{border-collapse:collapse;width:100%}caption{text-align:left;padding:.5rem 0}th,td{text-align:left;vertical-align:top;padding:.4rem .6rem;border-bottom:1px solid #c3c9d1}.n{text-align:right}a{color:#16325c}</style>
</head>
<body>
<main>
<h1><span lang="${title.lang}">${escapeHtml(title.words)}</span>: programmes by region</h1>
<p>Edition ${escapeHtml(manifest.edition.replace(/^ed/, ''))} of ${escapeHtml(manifest.date)}: ${manifest.events} events, ${manifest.extracts.length} regions.</p>
${failed.length === 0 ? '' : `<h2>Not made</h2>\n<ul>${failed.join('')}</ul>\n`}<table>
<caption>Files of each region</caption>
<thead><tr><th scope="col">Side</th><th scope="col">Region</th><th scope="col">Code</th><th scope="col" class="n">Events</th><th scope="col">Files</th></tr></thead>
<tbody>
${rows.join('\n')}
</tbody>
</table>
</main>
</body>
</html>
`;
}
