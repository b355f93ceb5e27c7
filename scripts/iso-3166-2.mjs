/**
 * Writes src/reference/iso-3166-2.json: `node scripts/iso-3166-2.mjs FOLDER`, where FOLDER contains the files
 * common/subdivisions/*.xml of CLDR.
 *
 * The file lists the regions of all countries, those of the highest level first, each with its code, its name in the
 * standard, and the English, German, French and Russian names in CLDR that differ from it. Codes and standard names
 * come from the package iso-3166, English names from cldr-subdivisions-full. The names in the other languages are read
 * from FOLDER, because the npm packages of CLDR do not contain them (they are provisional), and all of CLDR takes 286
 * MB.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import subdivisions from 'cldr-subdivisions-full/subdivisions/en/en.json' with { type: 'json' };
import { iso31662 } from 'iso-3166';

const [folder] = process.argv.slice(2);
if (folder === undefined) throw new Error('name the folder with the files of CLDR');

/** The German, French and Russian names of regions. Some regions have several names in CLDR. */
const translated = ['de', 'fr', 'ru'].flatMap((lang) => {
  const xml = readFileSync(`${folder}/${lang}.xml`, 'utf8');
  return [...xml.matchAll(/<subdivision type="([a-z0-9]+)"[^>]*>([^<]+)</g)].map(([, id, name]) => ({
    id,
    name: name
      .replaceAll('&amp;', '&')
      .replace(/\s*\([^)]*\)\s*$/, '')
      .trim(),
  }));
});
const namesById = new Map();
const add = (id, name) => namesById.set(id, [...(namesById.get(id) ?? []), name]);
for (const [id, name] of Object.entries(subdivisions.subdivisions.localeDisplayNames.subdivisions))
  add(id, name);
for (const { id, name } of translated) add(id, name);

const level = ({ parent }) => (parent.length === 2 ? 0 : 1);
const regions = iso31662
  .toSorted((a, b) => level(a) - level(b) || (a.code < b.code ? -1 : 1))
  .map(({ code, name }) => [
    code,
    ...new Set([name, ...(namesById.get(code.replace('-', '').toLowerCase()) ?? [])]),
  ]);
const lines = regions.map((region) => JSON.stringify(region));
writeFileSync('src/reference/iso-3166-2.json', `{"regions": [\n${lines.join(',\n')}\n]}\n`);
