import {
  type Comparison,
  excerpt,
  type ParagraphDiff,
  type ReadableChange,
  type ReadableComparison,
  type ReadableGroup,
  type ReadableSubject,
  readable,
  type Segment,
} from '../compare/index.ts';
import { CHANGE_SEVERITIES, type Lang } from '../model/index.ts';
import { type ChangeLabels, fill } from '../text/index.ts';
import { summaryLine } from './changes-summary.ts';
import { escapeMarkdown } from './markdown.ts';

/**
 * The comparison in Markdown (CommonMark with tables), for a mail or a merge request: a table of counts, then the changes by theme
 * and event. Deleted and inserted words stand in `<del>` and `<ins>`, which services for code review strike out and underline: Markdown's own
 * marks do not work beside punctuation. Ends with a line feed.
 */
export function changesAsMarkdown(comparison: Comparison, lang: Lang): string {
  const report = readable(comparison, lang, true);
  const { say } = report;
  const notes = noteBlocks(report, say);
  const blocks =
    comparison.changes.length === 0
      ? [escapeMarkdown(fill(say.same, { before: report.old, after: report.new })), ...notes]
      : [
          `# ${escapeMarkdown(say.title)}`,
          `${escapeMarkdown(fill(say.fromTo, { before: report.old, after: report.new }))}  \n${escapeMarkdown(summaryLine(report))}`,
          summaryTable(report, say),
          ...report.groups.flatMap((group) => groupBlocks(group, say)),
          ...notes,
        ];
  return `${blocks.join('\n\n')}\n`;
}

function summaryTable({ groups, counts }: ReadableComparison, say: ChangeLabels): string {
  const row = (name: string, own: ReadableGroup['counts']): string =>
    tableRow([name, ...CHANGE_SEVERITIES.map((severity) => String(own[severity])), String(total(own))]);
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

function total(counts: ReadableGroup['counts']): number {
  return CHANGE_SEVERITIES.reduce((sum, severity) => sum + counts[severity], 0);
}

function groupBlocks({ title, subjects }: ReadableGroup, say: ChangeLabels): string[] {
  return [
    `## ${escapeMarkdown(title.words)}`,
    ...subjects.flatMap((subject) => [
      ...subjectHeading(subject),
      subject.changes.map((change) => changeItem(change, say)).join('\n'),
    ]),
  ];
}

function subjectHeading({ about, number, title }: ReadableSubject): string[] {
  if (about === 'event')
    return [`### ${number === undefined ? '' : `${number}. `}${escapeMarkdown(title.words)}`];
  return about === 'side' ? [`### ${escapeMarkdown(title.words)}`] : [];
}

function changeItem(
  { change, others, headline, note, approval, parts }: ReadableChange,
  say: ChangeLabels,
): string {
  const facts = [
    say.severities[change.severity],
    `\`${change.kind}\``,
    ...[change, ...others].map(({ fingerprint }) => `\`${fingerprint}\``),
    approval === undefined ? [] : escapeMarkdown(approval),
  ].flat();
  const head = `- **${escapeMarkdown(headline)}**${note === undefined ? '' : ` ${escapeMarkdown(note)}`} (${facts.join(', ')})`;
  const words = parts.flatMap(({ label, paragraphs }) =>
    excerpt(paragraphs).map((paragraph, index) => {
      const name = label === undefined || index > 0 ? '' : `${escapeMarkdown(label)}${say.colon}`;
      return `  - ${name}${marked(paragraph)}`;
    }),
  );
  return [head, ...words].join('\n');
}

function marked(paragraph: ParagraphDiff): string {
  return paragraph.map(markedSegment).join('');
}

function markedSegment({ kind, text }: Segment): string {
  const words = escapeMarkdown(text);
  if (kind === 'deleted') return `<del>${words}</del>`;
  return kind === 'inserted' ? `<ins>${words}</ins>` : words;
}

/** What alters no printed words, and approvals that have lapsed. */
function noteBlocks({ untracked, lapsed }: ReadableComparison, say: ChangeLabels): string[] {
  const differences = untracked.map(({ what, field, ids }) => {
    const names = ids.length === 0 ? '' : `: ${ids.map(escapeMarkdown).join(', ')}`;
    return `- ${escapeMarkdown(what)} · ${escapeMarkdown(field)}${names}`;
  });
  const approvals = lapsed.map(
    ({ fingerprint, approval }) => `- \`${fingerprint}\` · ${escapeMarkdown(approval)}`,
  );
  return [...listBlocks(say.untracked, differences), ...listBlocks(say.lapsed, approvals)];
}

function listBlocks(heading: string, items: readonly string[]): string[] {
  return items.length === 0 ? [] : [`## ${escapeMarkdown(heading)}`, items.join('\n')];
}
