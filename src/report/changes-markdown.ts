import {
  type Comparison,
  codesOf,
  excerpt,
  type ReadableChange,
  type ReadableComparison,
  type ReadableGroup,
  type ReadableSubject,
  readable,
  type Segment,
  totalOf,
} from '../compare/index.ts';
import { CHANGE_SEVERITIES, type Lang } from '../model/index.ts';
import { type ChangeLabels, fill } from '../text/index.ts';
import { summaryLine } from './changes-summary.ts';
import { escapeMarkdown } from './markdown.ts';

/**
 * The comparison in Markdown (CommonMark with tables), for an e-mail or a merge request: a table of counts, then the
 * changes by theme and event. Deleted and inserted words are marked with `<del>` and `<ins>`, because Markdown's own
 * markers do not work next to punctuation. Code review services display words in these elements struck out or
 * underlined. The report ends with a line feed.
 *
 * @param hasIds whether to show ids, fingerprints, codes and machine-readable values
 */
export function changesAsMarkdown(comparison: Comparison, lang: Lang, hasIds = false): string {
  const report = readable(comparison, lang, { isGathered: true, hasIds });
  const { say } = report;
  // Paragraphs about changes that do not alter the printed text, and about lapsed approvals.
  const notes = [
    ...report.notes.map(escapeMarkdown),
    ...listBlocks(say.untracked, report.untracked),
    ...listBlocks(say.lapsed, report.lapsed),
  ];
  const blocks =
    report.groups.length === 0
      ? [escapeMarkdown(fill(say.same, { before: report.old, after: report.new })), ...notes]
      : [
          `# ${escapeMarkdown(say.title)}`,
          `${escapeMarkdown(fill(say.fromTo, { before: report.old, after: report.new }))}  \n${escapeMarkdown(summaryLine(report))}`,
          summaryTable(report, say),
          ...report.groups.flatMap((group) => groupBlocks(group, say, hasIds)),
          ...notes,
        ];
  return `${blocks.join('\n\n')}\n`;
}

function summaryTable({ groups, counts }: ReadableComparison, say: ChangeLabels): string {
  const row = (name: string, ofRow: ReadableGroup['counts']): string =>
    tableRow([name, ...CHANGE_SEVERITIES.map((severity) => String(ofRow[severity])), String(totalOf(ofRow))]);
  return [
    tableRow([
      say.table.theme,
      ...CHANGE_SEVERITIES.map((severity) => say.severities[severity]),
      say.table.total,
    ]),
    '| --- | ---: | ---: | ---: | ---: |',
    ...groups.map((group) => row(group.title.words, group.counts)),
    row(say.table.total, counts),
  ].join('\n');
}

function tableRow(cells: readonly string[]): string {
  return `| ${cells.map(escapeMarkdown).join(' | ')} |`;
}

function groupBlocks({ title, subjects }: ReadableGroup, say: ChangeLabels, hasIds: boolean): string[] {
  return [
    `## ${escapeMarkdown(title.words)}`,
    ...subjects.flatMap((subject) => [
      ...subjectHeading(subject),
      subject.changes.map((change) => changeItem(change, say, hasIds)).join('\n'),
    ]),
  ];
}

function subjectHeading({ about, number, title }: ReadableSubject): string[] {
  if (about === 'event')
    return [`### ${number === undefined ? '' : `${number}. `}${escapeMarkdown(title.words)}`];
  return about === 'side' ? [`### ${escapeMarkdown(title.words)}`] : [];
}

function changeItem(item: ReadableChange, say: ChangeLabels, hasIds: boolean): string {
  const { change, headline, note, approval } = item;
  const facts = [
    say.severities[change.severity],
    hasIds ? codesOf(item).map((code) => `\`${code}\``) : [],
    approval === undefined ? [] : escapeMarkdown(approval),
  ].flat();
  const head = `- **${escapeMarkdown(headline)}**${note === undefined ? '' : ` ${escapeMarkdown(note)}`} (${facts.join(', ')})`;
  const words = item.parts.flatMap(({ label, paragraphs }) =>
    excerpt(paragraphs).map((paragraph, index) => {
      const name = label === undefined || index > 0 ? '' : `${escapeMarkdown(label)}${say.colon}`;
      return `  - ${name}${paragraph.map(markedSegment).join('')}`;
    }),
  );
  return [head, ...words].join('\n');
}

function markedSegment({ kind, text }: Segment): string {
  const words = escapeMarkdown(text);
  if (kind === 'deleted') return `<del>${words}</del>`;
  return kind === 'inserted' ? `<ins>${words}</ins>` : words;
}

function listBlocks(heading: string, items: readonly string[]): string[] {
  const lines = items.map((item) => `- ${escapeMarkdown(item)}`);
  return items.length === 0 ? [] : [`## ${escapeMarkdown(heading)}`, lines.join('\n')];
}
