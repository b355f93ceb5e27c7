import type { Finding } from '../check/finding.ts';
import { placeLine } from '../errors.ts';
import { byEvent, completenessCells, type FindingsReport, summaryOf } from './findings-report.ts';
import { escapeMarkdown } from './markdown.ts';

/** The findings as Markdown: a heading for each event, an item for each finding. */
export function findingsMarkdown({ edition, findings, completeness }: FindingsReport): string {
  const parts = [`# Findings in ${escapeMarkdown(edition)}`, `${summaryOf(findings)}.`];
  for (const { event, findings: ofEvent } of byEvent(findings)) {
    parts.push(`## ${escapeMarkdown(event ?? 'programme.yaml')}`, ofEvent.map(itemOf).join('\n'));
  }
  if (completeness.languages.length > 1)
    parts.push('## Translation', markdownTable(completenessCells(completeness)));
  return `${parts.join('\n\n')}\n`;
}

function itemOf(finding: Finding): string {
  const { severity, rule, message, hint, before, words, after, fix } = finding;
  const { event: _, ...place } = finding.at;
  const lines = [
    `- **${severity}** ${escapeMarkdown(message)} (\`${rule}\`, ${escapeMarkdown(placeLine(place))})`,
  ];
  if (words !== '')
    lines.push(`  > ${escapeMarkdown(before)}**${escapeMarkdown(words)}**${escapeMarkdown(after)}`);
  if (hint !== undefined) lines.push(`  Hint: ${escapeMarkdown(hint)}`);
  if (fix !== undefined)
    lines.push(
      `  ${fix.safe ? 'Fix' : 'Perhaps'}: ${fix.words === '' ? '(remove)' : escapeMarkdown(fix.words)}`,
    );
  return lines.join('\n\n');
}

/** Rows of cells as a table, the heading first; cells may hold Markdown. */
export function markdownTable([heading = [], ...rows]: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [line(heading), line(heading.map(() => '---')), ...rows.map(line)].join('\n');
}
