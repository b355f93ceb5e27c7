import path from 'node:path';
import { LANGUAGES, MESSAGES } from '../../languages/index.ts';
import { type Problem, UserError } from '../errors.ts';
import {
  DRAFT,
  FORMAT,
  type Programme,
  type ProgrammeFile,
  type Side,
  type Theme,
} from '../model/programme.ts';
import type { Region } from '../model/reference.ts';
import { LANGS, type Lang } from '../model/text.ts';
import type { Workbook } from '../read/sheet/model.ts';
import { findHeader } from '../read/table-import/header.ts';
import { NO_WORDS, readHeading } from '../read/table-import/heading.ts';
import {
  type ColumnMapping,
  KNOWN_FIELDS,
  KNOWN_KINDS,
  type Mapping,
  sidesNamed,
} from '../read/table-import/mapping.ts';
import { exportMapping } from '../read/table-import/own-export.ts';
import { proposeMapping } from '../read/table-import/propose.ts';
import { type EventRow, eventRows } from '../read/table-import/rows.ts';
import { countryNamed } from '../read/table-import/sides.ts';
import { idMaker, slug } from '../read/table-import/slug.ts';
import { THEME_PREFIX } from '../read/table-import/vocabulary.ts';
import { foldName } from '../reference/fold.ts';
import { planImport } from './import-plan.ts';

/** A dataset made from a spreadsheet. */
export interface InitPlan {
  programme: Programme;
  mapping: Mapping;
  remarks: readonly Problem[];
}

/** ISO 3166-1 code that no country has. */
const NO_COUNTRY = 'ZZ';

/**
 * The dataset of which a spreadsheet holds the events: sides, themes, columns, languages and headings are what the spreadsheet shows;
 * what it does not say is a placeholder.
 *
 * @param file name of the file; its stem names the programme
 * @param given a mapping, where the headings alone do not do
 * @throws UserError when no events are found, or no year
 */
export function planInit(workbook: Workbook, file: string, given?: Mapping): InitPlan {
  const { mapping, sides, own } =
    given === undefined ? mappingFor(workbook) : { mapping: given, sides: sidesOfMapping(given), own: false };
  const found = eventRows(workbook, mapping, {
    file,
    own,
    fields: KNOWN_FIELDS,
    isTheme: () => false,
    isRegion: () => false,
  });
  if (found.problems.length > 0) throw new UserError(found.problems);
  if (found.rows.length === 0) {
    throw new UserError({
      message: 'no events found',
      at: { file },
      hint: 'say with --map which column holds what',
    });
  }
  const words = LANGUAGES[mapping.language].starter;
  const rows = found.rows.map((row) =>
    row.theme === undefined ? { ...row, theme: { text: words.theme, at: row.at } } : row,
  );
  const config = configOf(workbook, file, mapping, rows, namedSides(sides, rows, mapping.language));
  const regions = sides.flatMap(({ id }) => regionsIn(rows, id, config.languages));
  const empty: Programme = {
    edition: DRAFT,
    config,
    themes: config.themes.map((theme) => ({ theme, events: [] })),
    reference: { regions, places: [] },
  };
  const plan = planImport(empty, rows, { mapping, own, removeMissing: false });
  if (plan.problems.length > 0) throw new UserError(plan.problems);
  return { programme: plan.programme, mapping, remarks: [...found.remarks, ...plan.remarks] };
}

/** The mapping that the headings of a spreadsheet show, and the sides that they name. */
export function mappingFor(workbook: Workbook): { mapping: Mapping; sides: readonly Side[]; own: boolean } {
  const ids = sidesOfExport(workbook);
  const sides = ids?.map(nameSide) ?? sidesOfHeadings(workbook);
  const { mapping } = proposeMapping(workbook, { language: MESSAGES, sides, fields: KNOWN_FIELDS });
  const exported =
    ids === undefined
      ? undefined
      : exportMapping(workbook, { fields: KNOWN_FIELDS, sides }, mapping.language);
  return { mapping: exported ?? mapping, sides, own: exported !== undefined };
}

/** Ids of the sides in the headings of the project's own export. */
function sidesOfExport({ sheets }: Workbook): string[] | undefined {
  const headings = sheets.flatMap(({ rows }) =>
    [...(rows[0]?.cells.values() ?? [])].map(({ text }) => text.trim()),
  );
  const paths = headings.map((heading) => heading.slice(heading.lastIndexOf('\n') + 1));
  if (!paths.includes('id') || !paths.includes('theme') || !paths.includes('title')) return undefined;
  return [...new Set(paths.flatMap((one) => /^(?:bodies|regions)\.([a-z0-9-]+)/.exec(one)?.[1] ?? []))];
}

function nameSide(id: string): Side {
  return { id, country: NO_COUNTRY, name: id, heading: id };
}

function sidesOfMapping(mapping: Mapping): Side[] {
  const columns = mapping.sheets.flatMap((sheet) => sheet.columns);
  return sidesNamed(mapping).map((id) => {
    const heading = columns.find(({ field }) => field === `bodies.${id}`)?.heading || id;
    return { ...nameSide(id), heading, country: countryNamed(`${id} ${heading}`) ?? NO_COUNTRY };
  });
}

/** The sides that columns of bodies stand for: one for each country that headings name, else one for each column. */
function sidesOfHeadings(workbook: Workbook): Side[] {
  const sides = new Map<string, Side>();
  for (const sheet of workbook.sheets) {
    for (const heading of findHeader(sheet, NO_WORDS)?.headings.values() ?? []) {
      const { role } = readHeading(heading, NO_WORDS);
      const country = role === 'body' || role === undefined ? countryNamed(heading) : undefined;
      if (role !== 'body' && country === undefined) continue;
      const words = heading.replace(/\s+/g, ' ').trim();
      const id = country === undefined ? slug(words, 24) : slug(countryName(country, MESSAGES));
      if (id === '' || sides.has(id)) continue;
      sides.set(id, { id, country: country ?? NO_COUNTRY, name: words, heading: words });
    }
  }
  return [...sides.values()];
}

function countryName(code: string, lang: Lang): string {
  return new Intl.DisplayNames([lang], { type: 'region' }).of(code) ?? code;
}

/** The sides with the countries of the regions that the rows have for them; one side where there is none. */
function namedSides(sides: readonly Side[], rows: readonly EventRow[], main: Lang): Side[] {
  const named = sides.map((side) => {
    const country = regionsIn(rows, side.id, [main])[0]?.code.slice(0, 2) ?? side.country;
    return { ...side, country, name: country === NO_COUNTRY ? side.name : countryName(country, main) };
  });
  const { side: words } = LANGUAGES[main].starter;
  return named.length > 0 ? named : [{ id: 'organiser', country: NO_COUNTRY, name: words, heading: words }];
}

/** The regions that the project's own export lists for a side, with their codes and names. */
function regionsIn(rows: readonly EventRow[], side: string, langs: readonly Lang[]): Region[] {
  const regions = new Map<string, Region>();
  for (const row of rows) {
    for (const part of row.cells.get(`regions.${side}`)?.text.split(';') ?? []) {
      const [, code, name] = /^\s*([A-Z]{2}-[A-Z0-9]{1,3})(?:\s+(.+))?$/s.exec(part) ?? [];
      if (code === undefined) continue;
      const words = name?.trim() ?? code;
      regions.set(code, {
        code,
        kind: 'region',
        names: Object.fromEntries(langs.map((lang) => [lang, words])),
      });
    }
  }
  return [...regions.values()];
}

function configOf(
  workbook: Workbook,
  file: string,
  mapping: Mapping,
  rows: readonly EventRow[],
  sides: readonly Side[],
): ProgrammeFile {
  const main = mapping.language;
  const words = LANGUAGES[main].starter;
  const stem = path.basename(file, path.extname(file));
  const title = titleAbove(workbook, mapping) ?? stem;
  const year = mapping.year ?? yearIn(rows, [title, stem]);
  if (year === undefined) {
    throw new UserError({
      message: 'no year found: neither dates nor the name of the file have one',
      at: { file },
      hint: 'give the file a name with the year, such as events-2030.xlsx',
    });
  }
  const columns = mapping.sheets.flatMap((sheet) => sheet.columns);
  const languages = LANGS.filter(
    (lang) => lang !== main && columns.some(({ field }) => field.endsWith(`.${lang}`)),
  );
  return {
    format: FORMAT,
    name: slug(stem) || 'programme',
    language: main,
    languages: [main, ...languages],
    date: `${year}-01-01`,
    period: String(year),
    title,
    author: words.author,
    subject: title,
    introduction: words.introduction,
    contents: words.contents,
    fields: KNOWN_KINDS.map((kind) => ({
      id: kind,
      kind,
      heading: headingOf(columns, kind) ?? words.columns[kind],
    })),
    sides: [...sides],
    themes: themesOf(rows, columns, sides),
  };
}

/** The longest line above the headings: what the list calls itself. */
function titleAbove({ sheets }: Workbook, mapping: Mapping): string | undefined {
  const [first] = mapping.sheets;
  const sheet = sheets.find(({ name }) => name === first?.name);
  const above = sheet?.rows.filter(({ number }) => number < Math.min(...(first?.header ?? [1]))) ?? [];
  const lines = above.flatMap(({ cells }) =>
    [...cells.values()].map(({ text }) => text.replace(/\s+/g, ' ').trim()),
  );
  return lines
    .filter((line) => line.length >= 10 && !THEME_PREFIX.test(line))
    .sort((a, b) => b.length - a.length)[0];
}

/** The year that most dates of the rows name, else the first that other words do. */
function yearIn(rows: readonly EventRow[], others: readonly string[]): number | undefined {
  const dates = rows.flatMap(({ cells }) =>
    ['date', 'start', 'end', 'when'].map(
      (field) => `${cells.get(field)?.date ?? ''} ${cells.get(field)?.text ?? ''}`,
    ),
  );
  const years = (texts: readonly string[]): string[] =>
    texts.flatMap((text) => text.match(/(?<!\d)(?:19|20)\d\d(?!\d)/g) ?? []);
  const counts = new Map<string, number>();
  for (const year of years(dates)) counts.set(year, (counts.get(year) ?? 0) + 1);
  const [most] = [...counts].sort((a, b) => b[1] - a[1] || Number(a[0]) - Number(b[0]));
  const year = most?.[0] ?? years(others)[0];
  return year === undefined ? undefined : Number(year);
}

/** Heading of a column as the spreadsheet has it, in one line. */
function headingOf(columns: readonly ColumnMapping[], field: string): string | undefined {
  const heading = columns
    .find((column) => column.field === field)
    ?.heading.split('\n', 1)[0]
    ?.trim();
  return heading === '' ? undefined : heading;
}

function themesOf(
  rows: readonly EventRow[],
  columns: readonly ColumnMapping[],
  sides: readonly Side[],
): Theme[] {
  const names = new Set<string>([...KNOWN_KINDS, ...sides.map(({ id }) => id)]);
  const fields = columns.map(({ field }) =>
    /^(start|end|when)$/.test(field) ? 'date' : (field.replace(/^bodies\./, '').split('.', 1)[0] ?? ''),
  );
  const ordered = [...new Set(fields.filter((field) => names.has(field)))];
  const first = columns[fields.indexOf(ordered[0] ?? '')];
  const carry = first?.carry === true || first?.field === 'region';
  const themes = new Map<string, Theme>();
  const newId = idMaker([], 'theme');
  for (const title of rows.flatMap(({ theme }) => theme?.text ?? [])) {
    if (themes.has(foldName(title))) continue;
    themes.set(foldName(title), { id: newId([title]), title, columns: ordered, carry });
  }
  return [...themes.values()];
}
