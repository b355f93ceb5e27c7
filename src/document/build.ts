import {
  allEvents,
  isMade,
  type Lang,
  type Part,
  type Programme,
  type ProgrammeFile,
  partsOf,
  type Theme,
  titleOf,
  withoutUndefined,
} from '../model/index.ts';
import { placeField, placeName } from '../reference/index.ts';
import { counted, inPlainWords, withWordsFromValues } from '../text/index.ts';
import { feedName, pageAddress, siteAddress } from './address.ts';
import { editionStem, editionWords } from './edition-words.ts';
import { correctionsSection, type Erratum } from './erratum.ts';
import { type Extract, extractThemes } from './extract.ts';
import { documentFacets } from './facets.ts';
import { goneEvents } from './gone.ts';
import { indexSections } from './indexes.ts';
import { lackingProperties, linkedData } from './linked-data.ts';
import type { Block, Cover, Document, Paragraph, Run, Section } from './model.ts';
import { nearPlaces } from './near.ts';
import { type NumberedTheme, numberThemes } from './numbered.ts';
import { partSection } from './parts.ts';
import { kickerOf, titleWithPeriod } from './period.ts';
import { figureOf } from './pictures.ts';
import { isByDay, type Presentations, presentationOf } from './presentation.ts';
import { eventRecords } from './records.ts';
import { textSection } from './text-section.ts';
import { columnHeading, type TableContext, themeTable } from './theme-table.ts';
import { type TimetableContext, timetableSections } from './timetable.ts';
import { type Novelty, newsMarks, newsSection } from './whats-new.ts';
import { type Wording, wordingIn } from './wording.ts';

/** Ids of the sections of a document. An event id cannot begin with an underscore. */
const INTRODUCTION = '_introduction';
const CONTENTS = '_contents';
/** Link target of the section of a theme. */
export const themeTarget = (theme: string): string => `_theme-${theme}`;

export interface DocumentOptions {
  /** If set, the document contains only the events of this extract. */
  extract?: Extract | undefined;
  /** If set, content that is new since an earlier edition is marked, and listed before the tables. */
  news?: Novelty;
  /** If set, the document is marked as an erratum and lists its corrections. */
  erratum?: Erratum;
  /** Fingerprint of the frozen edition that the document prints. */
  fingerprint?: string;
  /** Whether the files are published in the folder of their edition, so that file names omit the edition. */
  isPublished?: true;
  /**
   * Earlier editions, the oldest first; for an extract, the corresponding part of each edition. The web page keeps link
   * targets for events that have been removed since.
   */
  earlier?: readonly Programme[];
  /** Whether the document is for print only: facets and linked data, which only the web page needs, are omitted. */
  paper?: boolean;
  /** How the design presents the themes, which determines the order of events; by default the order of the data. */
  presentation?: Presentations;
  /** Whether events have their own pages, to which the web page links. */
  eventPages?: boolean;
}

/**
 * Builds the document of a programme, or of an extract of it, in one language.
 *
 * @param lang language of the labels; a text without that language is printed in its own language and marked as such
 */
export function buildDocument(
  written: Programme,
  lang: Lang,
  {
    extract,
    news,
    erratum,
    fingerprint,
    isPublished,
    earlier = [],
    paper = false,
    presentation,
    eventPages = false,
  }: DocumentOptions = {},
): Document {
  const programme = withWordsFromValues(written, lang);
  const { config, edition } = programme;
  const wording = wordingIn(config, lang);
  const { say, runs } = wording;
  const plainProgramme = inPlainWords(programme);
  const all = numberThemes(plainProgramme, presentation);
  const themes = extract === undefined ? all : extractThemes(all, extract);
  const date = programme.isFile ? undefined : config.date;
  const editionLine = editionWords({ edition, date, corrects: erratum?.corrects }, wording);
  const part = extract === undefined ? undefined : runs.words(extract.name);
  const title = titleWithPeriod(wording);
  const context = { ...wording, programme: plainProgramme, marksOf: marksIn(wording, extract, news) };
  const found = paper ? undefined : documentFacets(themes, context);
  const near = paper ? undefined : nearPlaces(themes, plainProgramme, lang);
  const tables = themeSections(themes, {
    ...context,
    written: writtenEvents(programme),
    byDay: presentation === undefined || isByDay(presentation),
    facetsOf: found?.facetsOf,
    placesOf: near?.placesOf,
  });
  const timetables = timetablesOf(themes, presentation, plainProgramme, context);
  const indexes = extract === undefined ? indexSections(themes, context) : [];
  const whatsNew = news === undefined ? [] : [newsSection(news, themes, wording)];
  const stem = [
    programme.isFile ? undefined : config.name,
    isPublished ? undefined : editionStem(programme),
    extract === undefined ? undefined : stemOf(extract, config),
    lang,
  ]
    .filter((part) => part !== undefined)
    .join('-');
  const address = pageAddress(config, stem);
  const picture = paper ? undefined : siteAddress(config, `${stem}.png`);
  const feed = address === undefined || !isPublished ? undefined : `../${feedName(lang, config)}`;
  const records = paper ? [] : eventRecords(programme, lang, extract);
  const linked = linkedData(programme, lang, records, { stem, eventPages });
  const isOnWeb = !paper && (eventPages || config.address !== undefined);
  return {
    meta: {
      title: part === undefined ? title : `${title} – ${part}`,
      author: config.author,
      subject: runs.words(config.subject),
      lang,
      ...withoutUndefined({ date, stem, address, picture, feed, fingerprint }),
    },
    words: {
      edition: editionLine,
      ...(config.shortTitle === undefined
        ? {}
        : { short: [runs.words(config.shortTitle), ...(part === undefined ? [] : [part])].join(' – ') }),
      page: say.page,
      code: say.code,
      screen: say.screen,
      groups: {
        severalDays: say.severalDays,
        alsoOnDay: say.alsoOnDay,
        continued: say.continued,
        dateInWords: say.dateInWords,
        dateOpen: say.dateOpen,
        colon: say.changes.colon,
      },
    },
    cover: coverOf(programme, editionLine, themes, part, wording),
    sections: sectionsInOrder(programme, {
      corrections: erratum === undefined ? [] : [correctionsSection(erratum, wording, extract)],
      introduction: [
        textSection(
          INTRODUCTION,
          [{ text: say.introduction }],
          runs.emphasisedParagraphs(config.introduction).map((text) => ({ kind: 'paragraph', text })),
        ),
      ],
      contents: (listed) =>
        textSection(CONTENTS, runs.paragraph(config.contents), contentsBlocks(listed, themes, wording)),
      'whats-new': whatsNew,
      themes: [...timetables, ...tables],
      indexes,
      texts: (part) => partSection(part, programme.texts ?? [], wording),
    }),
    ...withoutUndefined({ facets: found?.facets, near: near?.near, linkedData: linked }),
    ...(paper || date === undefined ? {} : { entries: { name: config.name, date } }),
    ...(isOnWeb ? { lacking: lackingProperties(records) } : {}),
    ...(eventPages && !paper ? { eventFolder: stem } : {}),
    ...goneEvents(themes, earlier.map(inPlainWords), wording),
  };
}

/** The sections from which a document is assembled. */
interface Sections
  extends Record<'introduction' | 'corrections' | 'whats-new' | 'themes' | 'indexes', readonly Section[]> {
  /** Builds the table of contents of the listed sections. */
  contents(listed: readonly Section[]): Section;
  texts(part: Part): readonly Section[];
}

/**
 * The sections in the order of the parts. The table of contents lists every section with a title. If the programme does
 * not list its parts, the introduction precedes the contents and is not listed.
 */
function sectionsInOrder({ config }: Programme, made: Sections): Section[] {
  const parts = partsOf(config).flatMap((part): readonly (Section | 'contents')[] => {
    const { id } = part;
    if (!isMade(id)) return made.texts(part);
    if (id === 'cover') return [];
    return id === 'contents' ? ['contents'] : made[id];
  });
  const sections = [...made.corrections, ...parts];
  const listed = sections.filter(
    (section) =>
      section !== 'contents' &&
      section.layout !== 'back' &&
      (config.parts !== undefined || section.id !== INTRODUCTION),
  );
  return sections.map((section) => (section === 'contents' ? made.contents(listed as Section[]) : section));
}

/**
 * File name component of an extract: the code if the extract is of a region, otherwise field and value. If another
 * extract could have the same name, a full stop, which no id contains, separates field and value, or side and region.
 */
function stemOf({ by, key, side }: Extract, { fields, sides }: ProgrammeFile): string {
  const stem = by === 'region' ? key : `${by}-${key}`;
  const other =
    by === 'region'
      ? sides.filter(({ country }) => key.startsWith(`${country}-`)).length > 1
      : [...fields, ...sides].some(({ id }) => id.startsWith(`${by}-`) && stem.startsWith(`${id}-`)) ||
        sides.some(({ country }) => country.toLowerCase() === by);
  return (other ? `${side ?? by}.${key}` : stem).toLowerCase();
}

function coverOf(
  programme: Programme,
  editionLine: string,
  themes: readonly NumberedTheme[],
  part: string | undefined,
  wording: Wording,
): Cover {
  const { config, lang, say, runs } = wording;
  const all = allEvents(programme).length;
  const count = themes.reduce((sum, { events }) => sum + events.length, 0);
  const lines: Run[] =
    part === undefined
      ? [{ text: editionLine, strong: true }, { text: counted(say.events, all, lang) }]
      : [
          { text: part, strong: true },
          { text: editionLine },
          { text: counted(say.eventsOf, all, lang, { part: count }) },
        ];
  return {
    ...kickerOf(wording),
    title: [runs.run(config.title)],
    lines: lines.map((line) => [line]),
    publisher: [runs.run({ [config.language]: config.author })],
  };
}

/** The table of contents; in an extract, it is followed by a list of the themes that have no events in the extract. */
function contentsBlocks(
  sections: readonly Section[],
  themes: readonly NumberedTheme[],
  { say, runs }: Wording,
): Block[] {
  const empty = themes.filter(({ events }) => events.length === 0);
  const entries: Block = {
    kind: 'contents',
    entries: sections.map(({ id, title }) => ({ text: title, target: id })),
  };
  if (empty.length === 0) return [entries];
  const note: Run[] = [{ text: `${say.themesWithoutEvents} ` }];
  empty.forEach(({ theme }, index) => {
    note.push({ text: index === 0 ? '' : '; ' }, ...runs.paragraph(theme.title));
  });
  return [entries, { kind: 'paragraph', style: 'note', text: note.filter((run) => run.text !== '') }];
}

/**
 * Returns the marks of an event: whether it is new, updated or moved; its status; and, in an extract, whether it
 * concerns all regions.
 */
function marksIn(
  { say }: Wording,
  extract: Extract | undefined,
  news: Novelty | undefined,
): TableContext['marksOf'] {
  return (event) => [
    ...(extract?.common.has(event.id) ? [{ kind: 'all-regions' as const, word: say.allRegions }] : []),
    ...(event.status === undefined ? [] : [{ kind: event.status, word: say[event.status] }]),
    ...(news === undefined ? [] : newsMarks(news, event, say)),
  ];
}

/** The timetables of the themes that the design presents as timetables. */
function timetablesOf(
  themes: readonly NumberedTheme[],
  presentation: Presentations | undefined,
  programme: Programme,
  context: Omit<TimetableContext, 'places' | 'listed' | 'headings'>,
): Section[] {
  const { config, runs } = context;
  const inTimetables = themes.filter(
    ({ theme }) => presentation !== undefined && presentationOf(presentation, theme.id).as === 'timetable',
  );
  if (inTimetables.length === 0) return [];
  const places = presentation?.places ?? placeField(config);
  if (places === undefined) return [];
  const heading = (column: string): Paragraph => runs.paragraph(columnHeading(config, column));
  const headings = { place: heading(places), title: heading(titleOf(config)) };
  const listed = programme.reference.places.map((place) => runs.words(placeName(place, programme)));
  return timetableSections(inTimetables, { ...context, places, listed, headings });
}

function themeSections(themes: readonly NumberedTheme[], context: TableContext): Section[] {
  const { runs } = context;
  return themes
    .filter(({ events }) => events.length > 0)
    .map(({ theme, index, events }) => ({
      id: themeTarget(theme.id),
      title: runs.paragraph(theme.title),
      ...(theme.shortTitle === undefined ? {} : { short: runs.paragraph(theme.shortTitle) }),
      layout: 'table',
      theme: theme.id,
      accent: index,
      ...openingOf(theme, context),
      blocks: [{ kind: 'table', table: themeTable(theme, events, context) }],
    }));
}

/** The picture and the introduction of a theme. */
function openingOf({ introduction, picture, caption }: Theme, { runs }: Wording): Pick<Section, 'opening'> {
  const opening: Block[] = [];
  if (picture !== undefined)
    opening.push({
      kind: 'picture',
      figure: figureOf(picture, runs),
      style: 'beside',
      ...(caption !== undefined && { caption: runs.paragraph(caption) }),
    });
  if (introduction !== undefined)
    opening.push({ kind: 'paragraph', style: 'lead', text: runs.paragraph(introduction) });
  return opening.length === 0 ? {} : { opening };
}

/** Maps an event whose emphasis markup was removed to the event as written in the data. */
function writtenEvents(programme: Programme): TableContext['written'] {
  if (inPlainWords(programme) === programme) return (event) => event;
  const events = new Map(programme.themes.flatMap(({ events }) => events.map((event) => [event.id, event])));
  return (event) => events.get(event.id) ?? event;
}
