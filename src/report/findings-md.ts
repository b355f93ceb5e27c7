import type { Finding } from '../check/index.ts';
import { listed, placeLine } from '../errors.ts';
import {
  byEvent,
  completenessCells,
  type EventNames,
  type FindingsReport,
  headingOf,
  summaryOf,
} from './findings-report.ts';
import { MAX_MESSAGES, messageGroups, PLACES_SHOWN, partedByRule } from './findings-summary.ts';
import { escapeMarkdown } from './markdown.ts';

/**
 * The findings as Markdown: one heading per event, and one item per finding. Each rule with many findings gets its own
 * heading, under which each message is printed only once.
 *
 * @param all whether each finding is listed under its event, even if its rule has many findings
 */
export function findingsMarkdown(
  { edition, findings, completeness, notChecked = [], checkedWith = [] }: FindingsReport,
  { all = false, ...names }: EventNames & { all?: boolean } = {},
): string {
  const { single, floods } = all ? { single: findings, floods: [] } : partedByRule(findings);
  const parts = [`# Findings in ${escapeMarkdown(edition)}`, `${summaryOf(findings).message}.`];
  parts.push(
    ...[...notChecked, ...checkedWith.map(({ message }) => message)].map(
      (line) => `${escapeMarkdown(line)}.`,
    ),
  );
  for (const [event, ofEvent] of byEvent(single)) {
    parts.push(`## ${escapeMarkdown(headingOf(event, names))}`, ofEvent.map(itemOf).join('\n'));
  }
  for (const flood of floods) parts.push(...floodParts(flood));
  if (completeness.languages.length > 1)
    parts.push('## Translation', markdownTable(completenessCells(completeness)));
  return `${parts.join('\n\n')}\n`;
}

/**
 * The findings of a rule, sorted by how often their message occurs. Each message is followed by its count, its first
 * positions and its hint.
 */
function floodParts(findings: readonly Finding[]): string[] {
  const messages = messageGroups(findings);
  const items = messages.slice(0, MAX_MESSAGES).map(({ finding: { severity, message, hint }, places }) => {
    const times = places.length === 1 ? '' : `${places.length} times: `;
    const where = escapeMarkdown(listed(places.map(placeLine), PLACES_SHOWN));
    const item = `- **${severity}** ${escapeMarkdown(message)} (${times}${where})`;
    return hint === undefined ? item : `${item}\n\n  Hint: ${escapeMarkdown(hint)}`;
  });
  const rest = messages.length - MAX_MESSAGES;
  return [
    `## \`${findings[0]?.rule ?? ''}\``,
    `${findings.length} findings; \`--all\` shows each with its text.`,
    [...items, ...(rest > 0 ? [`- and ${rest} with other messages`] : [])].join('\n'),
  ];
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

/** Rows of cells as a Markdown table. The first row contains the headings. Cells may contain Markdown. */
export function markdownTable([heading = [], ...rows]: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [line(heading), line(heading.map(() => '---')), ...rows.map(line)].join('\n');
}
