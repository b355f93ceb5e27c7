import type { Comparison, ParagraphDiff } from '../compare/change.ts';
import {
  type ReadableChange,
  type ReadableComparison,
  type ReadableGroup,
  type ReadablePart,
  type ReadableSubject,
  readable,
} from '../compare/readable.ts';
import { CHANGE_SEVERITIES, type ChangeSeverity } from '../model/change-kinds.ts';
import { DRAFT } from '../model/programme.ts';
import { type Lang, type LangText, textIn } from '../model/text.ts';
import { type ChangeLabels, counted, EMPTY_CELL, fill, labelsOf } from '../text/labels.ts';
import { languageStretches } from '../text/script.ts';
import type { Cell, Column, Document, Paragraph, Row, Run, Section, Table } from './model.ts';

interface Context {
  lang: Lang;
  say: ChangeLabels;
}

/** What the report needs to know of the programme besides the comparison. */
export interface ReportFrame {
  /** Stem of the programme's file names. */
  name: string;
  author: string;
}

/** Name of the files of a comparison, without extension. */
export function comparisonStem(
  { old, new: now }: Comparison,
  { name }: Pick<ReportFrame, 'name'>,
  lang: Lang,
): string {
  const editions = [old, now].map(({ edition }) =>
    edition === DRAFT || !/^\w/.test(edition) ? edition : `ed${edition}`,
  );
  return [name, ...editions, 'changes', lang].join('-');
}

/**
 * A comparison of two editions as a document: counts by theme and severity, then each change with the words before and after side
 * by side, and what alters no printed words.
 */
export function comparisonDocument(
  comparison: Comparison,
  { name, author }: ReportFrame,
  lang: Lang,
): Document {
  const report = readable(comparison, lang);
  const { say } = report;
  const context: Context = { lang, say };
  const title = textIn(comparison.new.title, lang, comparison.new.language);
  const { page, screen } = labelsOf(comparison.new, lang);
  return {
    meta: {
      title: `${say.title}${say.colon}${title.words}`,
      author,
      subject: fill(say.fromTo, { before: report.old, after: report.new }),
      lang,
      date: comparison.new.date,
      stem: comparisonStem(comparison, { name }, lang),
    },
    words: { edition: report.new, page, screen },
    cover: {
      title: [{ text: say.title }],
      lines: [
        [{ ...marked(title, context), strong: true }],
        [{ text: fill(say.fromTo, { before: report.old, after: report.new }) }],
        [{ text: counted(say.changes, comparison.changes.length, lang) }],
      ],
      publisher: [
        {
          text: author,
          ...(comparison.new.language === lang ? {} : { lang: comparison.new.language }),
        },
      ],
    },
    sections: [
      summarySection(comparison, report, context),
      ...report.groups.map((group) => groupSection(group, accentOf(comparison, group), context)),
      ...listSection(
        '_untracked',
        say.untracked,
        report.untracked.map(({ what, field, ids }) =>
          [`${what}, ${field}`, ids.join(', ')].filter((words) => words !== '').join(say.colon),
        ),
      ),
      ...listSection(
        '_lapsed',
        say.lapsed,
        report.lapsed.map(({ fingerprint, approval }) => `${fingerprint}${say.colon}${approval}`),
      ),
    ],
  };
}

function marked({ words, lang: own }: LangText, { lang }: Context): Run {
  return own === lang ? { text: words } : { text: words, lang: own };
}

/** A text as runs, with words in another script marked as another language. */
function stretches({ words, lang: own }: LangText, context: Context): Run[] {
  return languageStretches(words, own).map(({ text, lang }) => marked({ words: text, lang }, context));
}

function accentOf(comparison: Comparison, { theme }: ReadableGroup): number | undefined {
  const index = comparison.themes.findIndex(({ id }) => id === theme);
  return index < 0 ? undefined : index;
}

function summarySection(comparison: Comparison, report: ReadableComparison, context: Context): Section {
  const { say } = context;
  const unchanged = comparison.changes.length === 0;
  return {
    id: '_summary',
    title: [{ text: say.table.summary }],
    layout: 'table',
    blocks: unchanged
      ? [{ kind: 'paragraph', text: [{ text: fill(say.same, { before: report.old, after: report.new }) }] }]
      : [
          { kind: 'table', table: summaryTable(report, context) },
          { kind: 'paragraph', style: 'note', text: legend(say) },
        ],
  };
}

/** The signs of words taken out and put in, shown on the words for them. */
function legend(say: ChangeLabels): Paragraph {
  const [deleted, inserted] = ['<del>', '<ins>'];
  return fill(say.legend, { deleted, inserted })
    .split(/(<del>|<ins>)/)
    .filter((part) => part !== '')
    .map((part): Run => {
      if (part === deleted) return { text: say.table.before, change: 'deleted' };
      return part === inserted ? { text: say.table.after, change: 'inserted' } : { text: part };
    });
}

function summaryTable({ groups, counts }: ReadableComparison, context: Context): Table {
  const { say } = context;
  const row = (id: string, title: Paragraph, numbers: Readonly<Record<ChangeSeverity, number>>): Row => {
    const each = CHANGE_SEVERITIES.map((severity) => numbers[severity]);
    const cells = [...each, each.reduce((sum, count) => sum + count, 0)].map(
      (count): Cell => ({ paragraphs: [[{ text: String(count) }]] }),
    );
    return { id, cells: [{ paragraphs: [title] }, ...cells] };
  };
  return {
    title: say.table.summary,
    description: say.table.summary,
    columns: [
      { kind: 'theme', heading: [{ text: say.table.theme }] },
      ...CHANGE_SEVERITIES.map(
        (severity): Column => ({
          kind: 'count',
          heading: [{ text: say.severities[severity] }],
        }),
      ),
      { kind: 'count', heading: [{ text: say.table.total }] },
    ],
    header: 0,
    rows: [
      ...groups.map((group) =>
        row(`_count-${group.theme ?? ''}`, stretches(group.title, context), group.counts),
      ),
      row('_count', [{ text: say.table.total, strong: true }], counts),
    ],
  };
}

function groupSection(group: ReadableGroup, accent: number | undefined, context: Context): Section {
  const { say } = context;
  const id = `_changes-${group.theme ?? ''}`;
  const rows = group.subjects.flatMap((subject, position) =>
    subject.changes.flatMap((change, index) =>
      changeRows(subject, change, index === 0, `${id}-${position}-${index}`, context),
    ),
  );
  return {
    id,
    title: stretches(group.title, context),
    layout: 'table',
    ...(accent === undefined ? {} : { accent }),
    blocks: [
      {
        kind: 'table',
        table: {
          title: group.title.words,
          description: `${say.title}${say.colon}${group.title.words}`,
          columns: [
            { kind: 'event', heading: [{ text: say.about.event }] },
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

/** The rows of a change: one for each field of a thing that was added or removed, one for any other change. */
function changeRows(
  subject: ReadableSubject,
  { change, headline, note, approval, parts }: ReadableChange,
  first: boolean,
  id: string,
  context: Context,
): Row[] {
  const { say } = context;
  const number: Run[] = subject.number === undefined ? [] : [{ text: `${subject.number}  `, quiet: true }];
  const title: Paragraph = [...number, ...stretches(subject.title, context)];
  const remarks = [say.severities[change.severity], note, approval].filter((words) => words !== undefined);
  const rows = parts.length === 0 ? [undefined] : parts;
  return rows.map((part, index): Row => {
    const label = part?.label === undefined ? [] : [[{ text: part.label }]];
    const kind: Paragraph[] =
      index === 0
        ? [
            [{ text: headline, strong: true }],
            ...remarks.map((words): Paragraph => [{ text: words, quiet: true }]),
            ...label,
          ]
        : label;
    return {
      id: `${id}-${index}`,
      cells: [
        { paragraphs: [title] },
        { paragraphs: kind },
        sideCell(part, 'deleted', context),
        sideCell(part, 'inserted', context),
      ],
      ...(first && index === 0 ? {} : { carried: true as const }),
    };
  });
}

/** The words of one edition, with what the other lacks marked; a dash where the edition has none. */
function sideCell(part: ReadablePart | undefined, mine: 'deleted' | 'inserted', context: Context): Cell {
  const paragraphs =
    part?.paragraphs.flatMap((paragraph) => sideParagraph(paragraph, part.lang, mine, context)) ?? [];
  if (paragraphs.length > 0) return { paragraphs };
  return { paragraphs: [[{ text: EMPTY_CELL, spoken: context.say.table.nothing, quiet: true }]] };
}

function sideParagraph(
  paragraph: ParagraphDiff,
  own: Lang,
  mine: 'deleted' | 'inserted',
  context: Context,
): Paragraph[] {
  const runs = paragraph
    .filter(({ kind }) => kind === 'same' || kind === mine)
    .flatMap(({ kind, text }) =>
      stretches({ words: text, lang: own }, context).map(
        (run): Run => ({ ...run, ...(kind === mine ? { change: mine } : {}) }),
      ),
    );
  return runs.length === 0 ? [] : [runs];
}

/** A section of one list, if there is something to list. */
function listSection(id: string, title: string, items: readonly string[]): Section[] {
  if (items.length === 0) return [];
  return [
    {
      id,
      title: [{ text: title }],
      layout: 'text',
      blocks: [{ kind: 'list', items: items.map((text) => ({ text: [{ text }] })) }],
    },
  ];
}
