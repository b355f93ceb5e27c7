import {
  type Comparison,
  codesOf,
  type ParagraphDiff,
  type ReadableChange,
  type ReadableComparison,
  type ReadableGroup,
  type ReadablePart,
  type ReadableSubject,
  readable,
  totalOf,
} from '../compare/index.ts';
import { CHANGE_SEVERITIES, type ChangeSeverity, type Lang, textIn } from '../model/index.ts';
import { periodWords } from '../text/dates/index.ts';
import {
  type ChangeLabels,
  capitalised,
  compareNames,
  counted,
  EMPTY_CELL,
  fill,
  labelsOf,
} from '../text/index.ts';
import { editionStem } from './edition-words.ts';
import {
  type Block,
  type Cell,
  type Column,
  type Document,
  EVERY_VALUE,
  type Facet,
  type Paragraph,
  type Row,
  type Run,
  type Section,
  type Table,
} from './model.ts';
import { inLanguage, inLanguages } from './runs.ts';
import { listSection, plainText } from './text-section.ts';

interface Context {
  lang: Lang;
  say: ChangeLabels;
  /** Whether the cells of the new text also contain the deleted text. */
  isSwitched: boolean;
  /** Whether ids, fingerprints and codes are shown. */
  hasIds: boolean;
}

/** Data about the programme that the report needs in addition to the comparison. */
export interface ReportFrame {
  /** Stem of the programme's file names. */
  name: string;
  author: string;
  /** EDTF. */
  period: string;
}

/** File name of a comparison, without extension. */
function comparisonStem({ old, new: now }: Comparison, name: string, lang: Lang): string {
  const names = now.isFile ? [] : [name];
  return [
    ...names,
    ...[old, now].map((version) => (/^\w/.test(version.edition) ? editionStem(version) : version.edition)),
    'changes',
    lang,
  ].join('-');
}

/**
 * Builds the document of a comparison of two editions: counts by theme and severity, then each change with the old and
 * the new text side by side, then differences that do not change printed text.
 *
 * @param options `isSwitched`: for a format whose readers can switch between two texts side by side and a single text;
 * `hasIds`: adds ids, fingerprints, codes and machine-readable values
 */
export function comparisonDocument(
  comparison: Comparison,
  { name, author, period }: ReportFrame,
  lang: Lang,
  { isSwitched = false, hasIds = false }: { isSwitched?: boolean; hasIds?: boolean } = {},
): Document {
  const report = readable(comparison, lang, { isGathered: true, hasIds });
  const { say } = report;
  const context: Context = { lang, say, isSwitched, hasIds };
  const title = textIn(comparison.new.title, lang, comparison.new.language);
  const { page, screen } = labelsOf(comparison.new, lang);
  return {
    meta: {
      title: `${say.title}${say.colon}${title.words}`,
      author,
      subject: fill(say.fromTo, { before: report.old, after: report.new }),
      lang,
      ...(comparison.new.date === undefined ? {} : { date: comparison.new.date }),
      stem: comparisonStem(comparison, name, lang),
    },
    words: {
      edition: report.new,
      page,
      screen: { ...screen, skip: say.skip, find: say.filter.heading, shown: say.filter.shown },
      ...(isSwitched ? { together: say.filter.together } : {}),
    },
    facets: facetsOf(report),
    cover: {
      kicker: [{ text: periodWords(period, lang) }],
      title: [{ text: say.title }],
      lines: [
        [{ ...inLanguage(title.words, title.lang, context.lang), strong: true }],
        [{ text: fill(say.fromTo, { before: report.old, after: report.new }) }],
        [{ text: capitalised(counted(say.changes, totalOf(report.counts), lang)) }],
      ],
      publisher: [
        { text: author, ...(comparison.new.language === lang ? {} : { lang: comparison.new.language }) },
      ],
    },
    sections: [
      summarySection(report, context),
      ...report.groups.map((group) =>
        groupSection(group, report.regions, accentOf(comparison, group), context),
      ),
      ...listSection('_untracked', [{ text: say.untracked }], report.untracked.map(plainText)),
      ...listSection('_lapsed', [{ text: say.lapsed }], report.lapsed.map(plainText)),
    ],
  };
}

function accentOf(comparison: Comparison, { theme }: ReadableGroup): number | undefined {
  const index = comparison.themes.findIndex(({ id }) => id === theme);
  return index < 0 ? undefined : index;
}

function summarySection(report: ReadableComparison, context: Context): Section {
  const { say } = context;
  return {
    id: '_summary',
    title: [{ text: say.table.summary }],
    layout: 'table',
    blocks: [
      ...(report.groups.length === 0
        ? [paragraph([{ text: fill(say.same, { before: report.old, after: report.new }) }])]
        : [{ kind: 'table' as const, table: summaryTable(report, context) }, note(legend(say))]),
      ...report.notes.map((text) => note([{ text }])),
    ],
  };
}

const paragraph = (text: Paragraph): Block => ({ kind: 'paragraph', text });
const note = (text: Paragraph): Block => ({ kind: 'paragraph', style: 'note', text });

/** Explains the formatting of deleted and inserted text. */
function legend({ legend: { deleted, inserted } }: ChangeLabels): Paragraph {
  return [{ text: deleted, change: 'deleted' }, { text: ' · ' }, { text: inserted, change: 'inserted' }];
}

function summaryTable({ groups, counts }: ReadableComparison, context: Context): Table {
  const { say } = context;
  const row = (id: string, title: Paragraph, numbers: Readonly<Record<ChangeSeverity, number>>): Row => {
    const cells = [...CHANGE_SEVERITIES.map((severity) => numbers[severity]), totalOf(numbers)].map(
      (count): Cell => ({ paragraphs: [[{ text: String(count) }]] }),
    );
    return { id, cells: [{ paragraphs: [title] }, ...cells] };
  };
  return {
    title: say.table.summary,
    description: say.table.summary,
    summary: true,
    columns: [
      { kind: 'theme', heading: [{ text: say.table.theme }] },
      ...CHANGE_SEVERITIES.map(
        (severity): Column => ({ kind: 'count', heading: [{ text: capitalised(say.severities[severity]) }] }),
      ),
      { kind: 'count', heading: [{ text: say.table.total }] },
    ],
    header: 0,
    rows: [
      ...groups.map((group) =>
        row(`_count-${group.theme ?? ''}`, inLanguages(group.title, context.lang), group.counts),
      ),
      row('_count', [{ text: say.table.total, strong: true }], counts),
    ],
  };
}

function groupSection(
  group: ReadableGroup,
  regions: ReadableComparison['regions'],
  accent: number | undefined,
  context: Context,
): Section {
  const { say } = context;
  const id = `_changes-${group.theme ?? ''}`;
  const rows = group.subjects.flatMap((subject) =>
    subject.changes.flatMap((change, index) =>
      changeRows(
        subject,
        change,
        index === 0,
        {
          theme: [group.theme ?? WHOLE],
          regions: regionsOf(subject, regions),
          severity: [change.change.severity],
          what: [change.headline],
        },
        context,
      ),
    ),
  );
  return {
    id,
    title: inLanguages(group.title, context.lang),
    layout: 'table',
    ...(accent === undefined ? {} : { accent }),
    blocks: [
      {
        kind: 'table',
        table: {
          title: group.title.words,
          description: `${say.title}${say.colon}${group.title.words}`,
          columns: [
            { kind: 'event', heading: [{ text: capitalised(say.about.event) }] },
            { kind: 'change', heading: [{ text: say.table.what }] },
            { kind: 'before', heading: [{ text: say.table.before }] },
            { kind: 'after', heading: [{ text: say.table.after }] },
          ],
          group: 0,
          header: 1,
          rows,
        },
      },
    ],
  };
}

/**
 * The rows of a change: one per field for an added or removed item, and a single row for any other change. On a screen,
 * which has no pages, each change has one row, so that readers can count changes.
 */
function changeRows(
  subject: ReadableSubject,
  item: ReadableChange,
  first: boolean,
  facets: NonNullable<Row['facets']>,
  context: Context,
): Row[] {
  const { say, isSwitched, hasIds } = context;
  const { change, headline, note, approval, parts } = item;
  const number: Run[] = subject.number === undefined ? [] : [{ text: `${subject.number}  `, quiet: true }];
  const title: Paragraph = [...number, ...inLanguages(subject.title, context.lang)];
  const codes = hasIds ? codesOf(item) : [];
  const remarks = [capitalised(say.severities[change.severity]), note, approval, ...codes].filter(
    (words) => words !== undefined,
  );
  const kind: Paragraph[] = [
    [{ text: headline, strong: true }],
    ...remarks.map((words): Paragraph => [{ text: words, quiet: true }]),
  ];
  const isOneRow = isSwitched || parts.length === 0;
  const rows = isOneRow ? [parts] : parts.map((part) => [part]);
  return rows.map((partsOfRow, index): Row => {
    // If a row shows all fields of a change, each cell contains the labels of the fields as well as their texts.
    const label = isSwitched ? [] : partsOfRow.flatMap((part) => labelOf(part));
    return {
      id: `_${change.fingerprint}-${index}`,
      cells: [
        { paragraphs: [title] },
        { paragraphs: index === 0 ? [...kind, ...label] : label },
        sideCell(partsOfRow, 'deleted', context),
        sideCell(partsOfRow, 'inserted', context),
      ],
      ...(first && index === 0 ? {} : { carried: true as const }),
      facets,
    };
  });
}

function labelOf({ label }: ReadablePart): Paragraph[] {
  return label === undefined ? [] : [[{ text: label }]];
}

/**
 * The text of one edition, in which words that the other edition lacks are marked; a dash if the edition has no text.
 * If readers can switch to a single text, the cell of the new edition also contains the deleted text.
 */
function sideCell(parts: readonly ReadablePart[], mine: 'deleted' | 'inserted', context: Context): Cell {
  const { say, isSwitched } = context;
  const isBoth = isSwitched && mine === 'inserted';
  const shown = parts.flatMap((part) => {
    const words = part.paragraphs.flatMap((paragraph) =>
      sideParagraph(paragraph, part.lang, mine, isBoth, context),
    );
    return words.length === 0 || !isSwitched ? words : [...labelOf(part).map(quietly), ...words];
  });
  const isEmpty = parts.every(({ paragraphs }) =>
    paragraphs.flat().every(({ kind }) => kind !== 'same' && kind !== mine),
  );
  const nothing: Paragraph = [{ text: EMPTY_CELL, spoken: say.table.nothing, quiet: true }];
  return { paragraphs: isEmpty ? [nothing, ...shown] : shown };
}

const quietly = (paragraph: Paragraph): Paragraph => paragraph.map((run) => ({ ...run, quiet: true }));

/** @param isBoth whether the paragraph also includes text that exists only in the other edition */
function sideParagraph(
  paragraph: ParagraphDiff,
  paragraphLang: Lang,
  mine: 'deleted' | 'inserted',
  isBoth: boolean,
  context: Context,
): Paragraph[] {
  const runs = paragraph
    .filter(({ kind }) => isBoth || kind === 'same' || kind === mine)
    .flatMap(({ kind, text }) =>
      inLanguages({ words: text, lang: paragraphLang }, context.lang).map(
        (run): Run => (kind === 'same' ? run : { ...run, change: kind }),
      ),
    );
  return runs.length === 0 ? [] : [runs];
}

/** The facets by which readers can filter changes on a screen. */
function facetsOf({ groups, regions, say, lang }: ReadableComparison): Facet[] {
  const concerned = new Set(
    groups.flatMap(({ subjects }) => subjects.flatMap((subject) => regionsOf(subject, regions) ?? [])),
  );
  const byName = compareNames(lang);
  const changes = groups.flatMap(({ subjects }) => subjects.flatMap((subject) => subject.changes));
  const headlines = [...new Set(changes.map(({ headline }) => headline))];
  const facets: Facet[] = [
    {
      id: 'theme',
      label: say.table.theme,
      values: groups.map(({ theme = WHOLE, title }) => ({
        key: theme,
        text: { text: title.words, ...(title.lang === lang ? {} : { lang: title.lang }) },
      })),
    },
    {
      id: 'regions',
      label: say.filter.region,
      values: regions
        .filter(({ code }) => concerned.has(code))
        .sort((a, b) => byName(a.name, b.name))
        .map(({ code, name }) => ({ key: code, text: { text: name } })),
    },
    {
      id: 'severity',
      label: say.severity,
      values: CHANGE_SEVERITIES.map((severity) => ({
        key: severity,
        text: { text: capitalised(say.severities[severity]) },
      })),
    },
    {
      id: 'what',
      label: say.table.what,
      values: headlines.sort(byName).map((headline) => ({ key: headline, text: { text: headline } })),
    },
  ];
  return facets.filter(({ values }) => values.length > 0);
}

/** Key of the changes that do not belong to a theme. */
const WHOLE = '-';

/**
 * The regions that a change affects: the regions of its event. If the event has a country code instead of a region
 * code, all regions of that country are affected. If the change is not about an event, all regions are affected.
 */
function regionsOf({ about, regions }: ReadableSubject, all: ReadableComparison['regions']): string[] {
  if (about !== 'event') return [EVERY_VALUE];
  return all.flatMap(({ code }) =>
    regions.some((region) => region === code || code.startsWith(`${region}-`)) ? [code] : [],
  );
}
