/**
 * Takes the names of regions in German, French and Russian from CLDR: node scripts/cldr-subdivisions.mjs FOLDER, where FOLDER holds CLDR's
 * files common/subdivisions/*.xml, writes scripts/cldr-subdivisions.txt, which `npm run generate` reads. The packages of CLDR for npm leave these
 * names out, for they are provisional, and the whole of CLDR is 286 MB: too much for a dependency of three lists.
 */
import { readFileSync, writeFileSync } from 'node:fs';

const LANGUAGES = ['de', 'fr', 'ru'];
const [folder] = process.argv.slice(2);
if (folder === undefined) throw new Error('name the folder with the files of CLDR');

const names = new Map();
for (const lang of LANGUAGES) {
  const xml = readFileSync(`${folder}/${lang}.xml`, 'utf8');
  for (const [, id, name] of xml.matchAll(/<subdivision type="([a-z]{2}[a-z0-9]+)"[^>]*>([^<]+)</g)) {
    const code = `${id.slice(0, 2)}-${id.slice(2)}`.toUpperCase();
    const plain = name
      .replaceAll('&amp;', '&')
      .replace(/\s*\([^)]*\)\s*$/, '')
      .trim();
    names.set(code, new Set([...(names.get(code) ?? []), plain]));
  }
}
const lines = [...names]
  .sort(([a], [b]) => (a < b ? -1 : 1))
  .map(([code, own]) => `${code} ${[...own].join('|')}`);
writeFileSync('scripts/cldr-subdivisions.txt', `${lines.join('\n')}\n`);
