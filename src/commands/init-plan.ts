import path from 'node:path';
import { LANGUAGES, MESSAGES } from '../../languages/index.ts';
import { eventOf } from '../compare/index.ts';
import { type Problem, UserError } from '../errors.ts';
import {
  eventTables,
  exportedRows,
  exportMapping,
  type PathTable,
  pathOf,
  pathTables,
  type RowWords,
  rowKey,
  rowWords,
  settingsOfTables,
  upgradedSent,
  withEmphasis,
} from '../exchange/workbook/index.ts';
import type { Message } from '../messages.ts';
import {
  COLUMNS,
  cellName,
  columnNumber,
  DRAFT,
  edtfBounds,
  emphasisedIn,
  type Field,
  type FieldKind,
  FORMAT,
  type HasFields,
  IdSchema,
  isTaken,
  LANGS,
  type Lang,
  oneLine,
  type Programme,
  type ProgrammeFile,
  pathParts,
  type Region,
  type Side,
  type Theme,
  valueAt,
} from '../model/index.ts';
import type { Workbook } from '../read/sheet/index.ts';
import {
  type Answers,
  type ColumnMapping,
  cleaned,
  columnFates,
  contactsIn,
  countryNamed,
  type EventRow,
  emphasisedFields,
  fieldsOfMapping,
  findHeader,
  holdingEmphasis,
  holdsNotes,
  introductionQuestion,
  isDateText,
  KNOWN_FIELDS,
  kindOfCells,
  type ListedDates,
  listedDates,
  listedEvents,
  listsOf,
  located,
  lookedAt,
  type Mapping,
  missingColumn,
  NO_OWN_NAMES,
  namesTowns,
  OpenQuestions,
  PRINTED_COLUMNS,
  programmeTitleQuestion,
  proposeMapping,
  type Question,
  type RowsResult,
  readHeading,
  STAMP,
  type StoredMapping,
  seasonPeriod,
  sidesNamed,
  THEME_PREFIX,
  tablesWithMarkup,
  translationsIn,
  wholeWords,
  withAddresses,
  yesOrNo,
} from '../read/table-import/index.ts';
import { foldName } from '../reference/index.ts';
import { dateTerm, type Occurrence, occurrencesOf } from '../text/dates/index.ts';
import { comparable, idMaker, plainInline, slug, withEmphasisOf } from '../text/index.ts';
import type { Preview } from './answers.ts';
import { planImport } from './import-plan.ts';
import { type PicturedRows, withListedPictures } from './list-pictures.ts';
import { placesProposed, withListedPlaces } from './list-places.ts';
import { messageOf } from './messages.ts';
import type { ListedPictures } from './pictures-beside.ts';
import { isTimetablePrinted, timetableQuestions } from './timetable-proposal.ts';

/** A dataset made from a spreadsheet. */
export interface InitPlan extends Pick<PicturedRows, 'pictures'> {
  programme: Programme;
  mapping: Mapping;
  /** Which content will be public, which internal, and which will be left out. */
  preview: Preview;
  remarks: readonly Problem[];
  /** The open questions about the list. The dataset is based on the proposed answers. */
  questions: readonly Question[];
  /** How the events are printed: as lists if they have pictures or more printed fields than fit in a table. */
  presentation: 'table' | 'list' | 'pictures' | 'timetable';
}

/** Information from the user about a spreadsheet. */
export interface InitAnswers {
  /** A mapping; needed if the headings alone do not determine the meaning of the columns. */
  mapping?: StoredMapping | undefined;
  /** Year for dates without a year. */
  year?: number | undefined;
  answers?: Answers | undefined;
  /** The pictures whose file names are in cells of the spreadsheet. */
  pictures?: ListedPictures | undefined;
}

/** ISO 3166-1 code that no country has. */
const NO_COUNTRY = 'ZZ';

/**
 * Plans a dataset for the events of a spreadsheet: sides, themes, columns, languages and headings come from the
 * spreadsheet; missing data are placeholders.
 *
 * @param file name of the file; its stem names the programme
 * @throws OpenQuestions when no events are found, but may be found once a question is answered
 * @throws UserError if no events are found, an answer is not one of the possible answers, or rows cannot be read
 */
export function planInit(
  workbook: Workbook,
  file: string,
  { mapping: given, year, answers, pictures = new Map() }: InitAnswers = {},
): InitPlan {
  const tables = pathTables(workbook, file, () => new Map());
  const place = given && located(workbook, given, answers);
  const read =
    place === undefined
      ? listsFor(workbook, tables, answers)
      : {
          lists: listsOf(workbook, place.mapping),
          sides: sidesOfMapping(place.mapping),
          own: false,
          questions: place.questions,
        };
  const { sides, own: isExport } = read;
  const lists = isExport ? read.lists : withAddresses(read.lists, []);
  const { mapping } = lists;
  const words = LANGUAGES[mapping.language].starter;
  const looking = emphasisedFields(lists, fieldsOfMapping(mapping, words));
  const sent = rowWords(isExport ? upgradedSent(workbook.sent ?? [], { fields: looking, sides }) : []);
  const fields = markupFields(tables, sent, looking);
  const { rows: listed, ...found } = isExport
    ? readExport(tables, mapping, { fields, sides }, sent, file)
    : listedEvents(tablesWithMarkup(lists, fields), {
        file,
        fields,
        isTheme: () => false,
        isRegion: () => false,
      });
  if (found.problems.length > 0) throw new UserError(found.problems);
  if (listed.length === 0) {
    if (read.questions.length > 0) throw new OpenQuestions(read.questions, file);
    const [sheet] = given === undefined ? workbook.sheets : [];
    throw new UserError({
      ...(sheet === undefined
        ? messageOf('list-without-events')
        : messageOf('sheet-without-events', { found: lookedAt(sheet) })),
      at: { file },
    });
  }
  const rows = listed.map((row) =>
    row.theme === undefined ? { ...row, theme: { text: words.theme, at: row.at } } : row,
  );
  const remarks: Problem[] = [];
  const above: Above = isExport ? { others: [], notes: [] } : linesAbove(workbook, mapping, file, remarks);
  const asked = textQuestions(above, stemOf(file), answers);
  const title = asked.title ?? stemOf(file);
  const names = [title, stemOf(file)];
  const called = names.some((name) => /\d{4}/.test(name))
    ? names
    : [...names, ...above.others, ...mapping.sheets.map(({ name = '' }) => name)];
  const { years, order, questions } = listedDates(rows, called, mapping.language, {
    ...mapping,
    ...(year === undefined ? {} : { year }),
    answers,
  });
  const named = namedSides(sides, rows, mapping.language);
  const shown = configOf(file, asked, years, mapping, rows, fields, named);
  const start = { config: shown, reference: { regions: [], places: [] } };
  const { config: settings, places, problems } = settingsOfTables(tables, start, file, true);
  if (problems.length > 0) throw new UserError(problems);
  const emphasised = emphasisedIn({ fields });
  // Only fields that were read as Markdown have emphasis.
  const marked = settings.fields.map(
    ({ emphasis: _, ...field }): Field => (emphasised.has(field.id) ? { ...field, emphasis: true } : field),
  );
  const config = { ...settings, fields: marked };
  const regions = regionsIn(
    [...sides.flatMap(({ id }) => regionCells(rows, id)), ...places.map(({ region = '' }) => region)],
    config.languages,
  );
  const empty: Programme = {
    edition: DRAFT,
    config,
    themes: config.themes.map((theme) => ({ theme, events: [] })),
    reference: { regions, places },
  };
  const dated = {
    ...mapping,
    ...(asked.notes.length === 0 ? {} : { notes: [...asked.notes] }),
    ...(years.year === undefined ? {} : { year: years.year }),
    ...(order === undefined ? {} : { order }),
  };
  const pictured = withListedPictures(empty, rows, pictures, { file, most: Number.POSITIVE_INFINITY });
  const plan = planImport(pictured.programme, pictured.rows, { mapping: dated, removeMissing: false });
  const open = [...read.questions, ...questions];
  // Answering a question, such as that about the order of day and month, can solve the problems.
  if (plan.problems.length > 0 && open.some(({ safe }) => !safe)) throw new OpenQuestions(open, file);
  if (plan.problems.length > 0) throw new UserError(plan.problems);
  const made = withEmphasisOf(plan.programme, { fields: [...fields, ...settings.fields] });
  const placed = isExport ? undefined : withListedPlaces(made);
  const programme = placed?.programme ?? made;
  const summary: Message[] = [];
  if (emphasised.size > 0) summary.push(messageOf('emphasis-kept', { fields: [...emphasised] }));
  if (placed !== undefined)
    summary.push(
      messageOf('places-listed', { count: programme.reference.places.length, fields: placed.fields }),
    );
  const hasDates = programme.themes.some(({ events }) => events.some(({ when }) => when !== undefined));
  if (!isExport && !hasDates) summary.push(messageOf('no-event-dated'));
  const beyond = eventsOutsidePeriod(programme);
  if (beyond > 0)
    summary.push(messageOf('dates-outside', { count: beyond, period: dateTerm(config.period) }));
  const unzoned = eventsWithoutZone(programme);
  if (unzoned > 0) summary.push(messageOf('times-without-zone', { count: unzoned }));
  const isListed =
    !isExport && programme.config.themes.some(({ columns }) => columns.length > PRINTED_COLUMNS);
  const isTimetable = isTimetablePrinted(programme, answers);
  const arranged = pictured.pictures.length > 0 ? 'pictures' : isListed ? 'list' : 'table';
  return {
    programme,
    pictures: pictured.pictures,
    mapping: dated,
    preview: { columns: columnFates({ ...lists, mapping }, fields), texts: textsOf(asked) },
    questions: [...open, ...(isExport ? [] : asked.questions), ...timetableQuestions(programme, answers)],
    presentation: isTimetable ? 'timetable' : arranged,
    remarks: [
      ...(place?.missing ?? []).map((heading) => ({ ...missingColumn(heading), at: { file } })),
      ...remarks,
      ...tables.flatMap(({ idPath, rows: filled, name = '' }) =>
        ['texts.id', 'design.id'].includes(idPath) &&
        filled.some(({ cells }) => [...cells].some(([path, { text }]) => path !== idPath && text !== ''))
          ? [{ ...messageOf('settings-sheet-not-read', { name }), at: { file, cell: name } }]
          : [],
      ),
      ...summary.map((message) => ({ ...message, at: { file } })),
      ...found.remarks,
      ...contactsIn(isExport ? [] : rows, fields, file),
      ...pictured.remarks,
      ...plan.remarks,
      ...(isExport ? [] : outside(workbook, file, mapping, config, asked)),
      ...(isExport ? [] : placesProposed(programme, file)),
    ],
  };
}

/** The number of events outside the period of the programme. */
function eventsOutsidePeriod({ config, themes }: Programme): number {
  const period = edtfBounds(config.period);
  const dates = themes.flatMap(({ events }) => events.flatMap(({ when }) => when ?? []));
  return dates.map(edtfBounds).filter(({ start, end }) => end < period.start || start > period.end).length;
}

/** The number of events that have a time of day but no time zone. */
function eventsWithoutZone({ config, themes }: Programme): number {
  const isUnzoned = ({ doors, start, timezone }: Occurrence): boolean =>
    timezone === undefined && (doors ?? start) !== undefined;
  return themes
    .flatMap(({ events }) => events)
    .filter((event) => occurrencesOf(event, config, config.language).some(isUnzoned)).length;
}

function readExport(
  tables: readonly PathTable[],
  { language }: Mapping,
  config: HasFields,
  sent: RowWords,
  file: string,
): RowsResult {
  const events = tables
    .filter(({ idPath }) => idPath === 'id')
    .flatMap(({ rows }) => rows)
    .map(({ id }) => {
      const texts = [...(sent.get(rowKey('id', id)) ?? [])].map(([path, words]) => {
        const { id: field, lang = language } = pathParts(path);
        return { field, lang, words };
      });
      return eventOf(
        id,
        texts.filter(({ field }) => config.fields.some((candidate) => candidate.id === field)),
        language,
      );
    });
  const formatted = withEmphasis(tables, { config: { ...config, language }, themes: [{ events }] }, file);
  const found = exportedRows(eventTables(formatted.tables, config), config, file);
  return { ...found, remarks: [...formatted.remarks, ...found.remarks] };
}

/** Allows emphasis in each field with an exported cell that shows the text without its Markdown characters. */
function markupFields(tables: readonly PathTable[], sent: RowWords, fields: readonly Field[]): Field[] {
  const ids = new Set<string>();
  for (const { idPath, rows } of tables)
    for (const { id, cells } of rows)
      for (const [path, { text }] of cells) {
        const words = sent.get(rowKey(idPath, id))?.get(path);
        if (words !== undefined && words !== text && plainInline(words) === text) ids.add(pathParts(path).id);
      }
  return holdingEmphasis(fields, ids);
}

/**
 * Rows that do not belong to any table: lines above a table that are neither the title nor a theme, and the rows of
 * sheets without a table.
 */
function outside(
  workbook: Workbook,
  file: string,
  { sheets }: Mapping,
  { title, themes }: ProgrammeFile,
  { introduction, notes }: AskedTexts,
): Problem[] {
  const used = new Set([title, ...themes.map((theme) => theme.title)].map(String).map(foldName));
  const isWithin = (lines: readonly string[], text: string): boolean =>
    lines.some((line) => ` ${foldName(line)} `.includes(` ${foldName(oneLine(text))} `));
  return workbook.sheets.flatMap(({ name, hidden, rows }) => {
    const table = sheets.find((sheet) => sheet.name === name);
    const isFirst = name === sheets[0]?.name;
    return rows.flatMap(({ number, cells }): Problem[] => {
      if (table !== undefined && number >= Math.min(...table.header)) return [];
      const left = [...cells].filter(
        ([, { text }]) =>
          ![text, text.replace(THEME_PREFIX, '')].some((words) => used.has(foldName(words))) &&
          !(isFirst && isWithin([String(title)], text)),
      );
      const [first] = left;
      if (first === undefined) return [];
      const words = left.map(([, cell]) => wholeWords(cell)).join(' · ');
      const isIn = (lines: readonly string[]): boolean =>
        isFirst && left.every(([, { text }]) => isWithin(lines, text));
      const code = isIn(introduction)
        ? 'line-taken-for-introduction'
        : isIn(notes)
          ? 'line-kept-as-note'
          : table !== undefined
            ? 'line-above-table'
            : hidden
              ? 'line-on-hidden-sheet'
              : 'line-on-other-sheet';
      return [{ ...messageOf(code, { words }), at: { file, cell: cellName(name, number, first[0]) } }];
    });
  });
}

function stemOf(file: string): string {
  return path.basename(file, path.extname(file));
}

/**
 * The lists of a spreadsheet and the sides that its headings name.
 *
 * @param tables tables of the spreadsheet, if this program has exported it
 */
function listsFor(workbook: Workbook, tables: readonly PathTable[], answers?: Answers) {
  const paths = tables.flatMap(({ headings }) => [...headings.values()].map(pathOf));
  const isExport = ['id', 'theme', 'title'].every((one) => paths.includes(one));
  const ids = new Set(paths.flatMap((one) => /^(?:bodies|regions)\.([a-z0-9-]+)/.exec(one)?.[1] ?? []));
  const sides = isExport ? [...ids].map(nameSide) : sidesOfHeadings(workbook, answers);
  const { lists, questions } = proposeMapping(workbook, {
    language: MESSAGES,
    sides,
    fields: KNOWN_FIELDS,
    ...(answers === undefined ? {} : { answers }),
  });
  if (!isExport) return { lists, sides, own: false, questions };
  const kinds = ownFieldsOfExport(tables);
  const config = {
    sides,
    fields: [...KNOWN_FIELDS, ...[...kinds].map(([id, kind]): Field => ({ id, kind }))],
  };
  const exported = eventTables(tables, config);
  if (exported.length === 0) return { lists, sides, own: false, questions };
  const mapping = exportMapping(exported, config, lists.mapping.language);
  const sheets = mapping.sheets.map((sheet) => ({
    ...sheet,
    columns: sheet.columns.map((column): ColumnMapping => {
      const kind = kinds.get(pathParts(column.field).id);
      return kind === undefined ? column : { ...column, kind };
    }),
  }));
  return { lists: listsOf(workbook, { ...mapping, sheets }), sides, own: true, questions: [] };
}

/**
 * The fields in an exported spreadsheet that programmes do not usually have, by id, each with a kind that fits its
 * cells.
 */
function ownFieldsOfExport(tables: readonly PathTable[]): Map<string, FieldKind> {
  const words = new Map<string, string[]>();
  for (const { rows } of tables.filter(({ idPath }) => idPath === 'id'))
    for (const [path, { text }] of rows.flatMap(({ cells }) => [...cells])) {
      const { id } = pathParts(path);
      const isKnown = isTaken(id) || KNOWN_FIELDS.some((field) => field.id === id);
      if (isKnown || !IdSchema.safeParse(id).success) continue;
      const wordsOfId = valueAt(words, id, () => []);
      if (text !== '') wordsOfId.push(text);
    }
  return new Map([...words].map(([id, cells]) => [id, kindOfCells(cells)]));
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

/**
 * The sides for columns that list organisations: one for each country named in the headings or, if none is named, one
 * for each column. If there is only one such column, such as organisers or towns, it is not a side; nor is a column of
 * towns next to a column of organisers or districts.
 */
function sidesOfHeadings(workbook: Workbook, answers?: Answers): Side[] {
  const sides = new Map<string, Side>();
  for (const sheet of workbook.sheets) {
    const { headings = new Map<number, string>(), rows: header = [] } = findHeader(sheet, NO_OWN_NAMES) ?? {};
    const columns = [...headings].map(([column, words]) => ({
      column,
      words,
      heading: readHeading(words, NO_OWN_NAMES),
    }));
    const rows = sheet.rows.filter(({ number }) => number > Math.max(...header));
    const translated = translationsIn(columns, rows);
    const areJoined = yesOrNo('translations', answers) ?? translated.likely;
    for (const { column, words: whole } of columns) {
      const heading = areJoined ? (translated.headings.get(column)?.words ?? whole) : whole;
      const { role } = readHeading(heading, NO_OWN_NAMES);
      const country = role === 'body' || role === undefined ? countryNamed(heading) : undefined;
      if (role !== 'body' && country === undefined) continue;
      const words = oneLine(heading);
      const id = country === undefined ? slug(words, 24) : slug(countryName(country, MESSAGES));
      if (id === '' || sides.has(id)) continue;
      sides.set(id, { id, country: country ?? NO_COUNTRY, name: words, heading: words });
    }
  }
  const found = [...sides.values()];
  if (found.some(({ country }) => country !== NO_COUNTRY)) return found;
  const wholes = found.filter((side) => !found.some((other) => other !== side && isPartOf(side, other)));
  const towns = wholes.filter(({ heading }) => namesTowns(String(heading)));
  return wholes.length > 1 && (towns.length === 0 || towns.length === wholes.length) ? wholes : [];
}

/**
 * A heading that contains all words of another heading, such as a city and its districts, does not name a separate
 * side.
 */
function isPartOf({ heading }: Side, { heading: whole }: Side): boolean {
  const words = foldName(String(heading)).split(' ');
  const fewer = foldName(String(whole)).split(' ');
  return words.length > fewer.length && fewer.every((word) => words.includes(word));
}

function countryName(code: string, lang: Lang): string {
  return new Intl.DisplayNames([lang], { type: 'region' }).of(code) ?? code;
}

/** The sides, each with the country of the regions in the rows. */
function namedSides(sides: readonly Side[], rows: readonly EventRow[], main: Lang): Side[] {
  return sides.map((side) => {
    const country = regionsIn(regionCells(rows, side.id), [main])[0]?.code.slice(0, 2) ?? side.country;
    return { ...side, country, name: country === NO_COUNTRY ? side.name : countryName(country, main) };
  });
}

const regionCells = (rows: readonly EventRow[], side: string): string[] =>
  rows.flatMap(({ cells }) => cells.get(`regions.${side}`)?.text ?? []);

/** The regions that cells of an exported spreadsheet list, with their codes and, if stated, their names. */
function regionsIn(cells: readonly string[], langs: readonly Lang[]): Region[] {
  const names = new Map<string, string>();
  for (const part of cells.flatMap((text) => text.split(';'))) {
    const [, code, name = code] = /^\s*([A-Z]{2}-[A-Z0-9]{1,3})(?:\s+(.+))?$/s.exec(part) ?? [];
    if (code === undefined || name === undefined) continue;
    // Cells in the list of places contain codes without names; such a code must not replace the name of a region.
    if (!names.has(code) || name !== code) names.set(code, name.trim());
  }
  return [...names].map(([code, name]) => ({
    code,
    kind: 'region',
    names: Object.fromEntries(langs.map((lang) => [lang, name])),
  }));
}

function configOf(
  file: string,
  { title: given, introduction }: AskedTexts,
  { year, first, last }: ListedDates['years'],
  mapping: Mapping,
  rows: readonly EventRow[],
  fields: readonly Field[],
  sides: readonly Side[],
): ProgrammeFile {
  const main = mapping.language;
  const words = LANGUAGES[main].starter;
  const stem = stemOf(file);
  const title = given ?? stem;
  const columns = mapping.sheets.flatMap((sheet) => sheet.columns);
  const languages = LANGS.filter(
    (lang) => lang !== main && columns.some(({ field }) => field.endsWith(`.${lang}`)),
  );
  return {
    format: FORMAT,
    name: slug(stem) || 'programme',
    language: main,
    languages: [main, ...languages],
    date: `${first}-01-01`,
    period:
      typeof year === 'string' ? seasonPeriod(first) : first === last ? String(first) : `${first}/${last}`,
    title,
    author: words.author,
    subject: title,
    introduction: introduction.length > 0 ? introduction.join('\n') : words.introduction,
    contents: words.contents,
    fields: [...fields],
    sides: [...sides],
    themes: themesOf(rows, columns, fields, sides),
    placeholders: [
      ...(given === undefined ? (['title', 'subject'] as const) : []),
      'author',
      'introduction',
      'date',
      ...(year === undefined ? (['period'] as const) : []),
    ],
  };
}

/**
 * The lines above the headings of the first table: the title of the list, other lines that can be printed, and internal
 * lines.
 */
interface Above {
  title?: string;
  others: readonly string[];
  notes: readonly string[];
}

/** The texts of the programme that come from the lines above a list. */
interface AskedTexts {
  /** Undefined if only the file name is available as a title. */
  title: string | undefined;
  introduction: readonly string[];
  /** Lines that are not printed. */
  notes: readonly string[];
  questions: readonly Question[];
}

function textsOf({ title, introduction, notes }: AskedTexts): Preview['texts'] {
  const texts = [
    { text: 'title', words: title === undefined ? [] : [title], internal: false },
    { text: 'introduction', words: introduction, internal: false },
    { text: 'notes', words: notes, internal: true },
  ] as const;
  return texts.filter(({ words }) => words.length > 0);
}

/** Asks for a missing title, and whether the lines above the list are printed. */
function textQuestions({ title, others, notes }: Above, stem: string, answers?: Answers): AskedTexts {
  const isPrinted = yesOrNo('introduction', answers);
  const asked = others.some((line) => !isDateText(line)) && isPrinted === undefined;
  const named = answers?.get('programme-title') ?? title;
  return {
    title: named === stem ? undefined : named,
    introduction: isPrinted === true ? others : [],
    notes: isPrinted === true ? notes : [...others, ...notes],
    questions: [
      ...(named === undefined ? [programmeTitleQuestion(stem)] : []),
      ...(asked ? [introductionQuestion(others)] : []),
    ],
  };
}

/**
 * The title is the first line that is not a theme, a date, a note such as "As of: May" or a cell to the right of the
 * title column. Below an approval stamp, the lines about the approver come first, so in this case the longest line is
 * used as the title.
 */
function linesAbove({ sheets }: Workbook, mapping: Mapping, file: string, remarks: Problem[]): Above {
  const [first] = mapping.sheets;
  const sheet = sheets.find(({ name }) => name === first?.name);
  const above = sheet?.rows.filter(({ number }) => number < Math.min(...(first?.header ?? [1]))) ?? [];
  const written = above.flatMap(({ number, cells }) =>
    [...cells].map(([column, { text }]) => ({
      column,
      words: cleaned(text, false, { file, cell: cellName(sheet?.name, number, column) }, remarks),
    })),
  );
  const lines = written.flatMap(({ words }) => words || []).reduce<string[]>(withContinued, []);
  const ofTitles = first?.columns.find(({ field }) => pathParts(field).id === 'title')?.column;
  const last = columnNumber(ofTitles ?? '') ?? COLUMNS;
  const beside = new Set(written.flatMap(({ column, words }) => (column > last ? words : [])));
  const notes = lines.filter(holdsNotes);
  const headings = lines.filter((line) => !THEME_PREFIX.test(line) && !STAMP.test(line) && !holdsNotes(line));
  const titles = headings.filter((line) => canBeTitle(line) && !beside.has(line));
  const isStamped = STAMP.test(lines[0] ?? '');
  const title = isStamped
    ? titles.reduce((one, line) => (line.length > one.length ? line : one), '') || undefined
    : titles[0];
  const at = title === undefined ? -1 : headings.indexOf(title);
  return {
    ...(title === undefined ? {} : { title }),
    others: headings.filter((_, index) => index !== at),
    notes,
  };
}

/**
 * Appends a line. A line that starts in lower case continues the previous line if it is below an official stamp or
 * follows a single word in capitals (ПЛАН, PROGRAMME).
 */
function withContinued(lines: readonly string[], line: string): string[] {
  const above = lines.at(-1);
  const isOpen = STAMP.test(lines[0] ?? '') || /^\p{Lu}+$/u.test(above ?? '');
  if (above === undefined || !isOpen || !/^\p{Ll}/u.test(line)) return [...lines, line];
  return [...lines.slice(0, -1), `${above} ${line}`];
}

/** Minimum number of letters in a title that is a single word. */
const SHORTEST_TITLE = 6;

function canBeTitle(line: string): boolean {
  const isNote = /^[\p{L} ]{2,20}:/u.test(line);
  return (
    !isDateText(line) &&
    !isNote &&
    (/\p{L}\P{L}+\p{L}/u.test(line) || line.length >= SHORTEST_TITLE) &&
    /\p{L}{3}/u.test(line)
  );
}

function themesOf(
  rows: readonly EventRow[],
  columns: readonly ColumnMapping[],
  fields: readonly Field[],
  sides: readonly Side[],
): Theme[] {
  const printed = fields.filter(({ internal }) => internal !== true);
  const names = new Set([...printed, ...sides].map(({ id }) => id));
  const listed = columns.map(({ field }) =>
    /^(start|end|when)$/.test(field) ? 'date' : pathParts(field.replace(/^bodies\./, '')).id,
  );
  // If the list has no date column, dates are printed in the first column of the table.
  const all = listed.includes('date') ? listed : ['date', ...listed];
  const ordered = [...new Set(all.filter((id) => names.has(id)))];
  const first = columns[listed.indexOf(ordered[0] ?? '')];
  const carry = first?.carry === true || first?.field === 'region';
  const themes = new Map<string, Theme>();
  const newId = idMaker([], 'theme');
  for (const title of rows.flatMap(({ theme }) => theme?.text ?? [])) {
    if (themes.has(comparable(title))) continue;
    themes.set(comparable(title), { id: newId([title]), title, columns: ordered, carry });
  }
  return [...themes.values()];
}
