import type { Rule } from '../check/index.ts';
import { markdownTable } from './findings-md.ts';
import { tableText } from './findings-text.ts';
import { escapeMarkdown } from './markdown.ts';

/** The rules for a terminal: id, severity and what each rule reports. */
export function rulesText(rules: readonly Rule[]): string {
  return `${tableText(rules.map(({ id, severity, title }) => [id, severity, title]))}\n`;
}

/** The rules as JSON, with everything that docs/rules.md has. */
export function rulesJson(rules: readonly Rule[]): string {
  const listed = rules.map(({ run: _, ...rule }) => rule);
  return `${JSON.stringify({ version: 1, rules: listed }, undefined, 2)}\n`;
}

const INTRODUCTION = `The rules of \`check\`. This page is generated from the source of the rules.

- **error**: a mistake that readers notice; an edition with an error cannot be frozen.
- **warning**: probably a mistake; check it.
- **note**: check it before printing.

To change the severity of a rule or disable it, add it under \`rules:\` in programme.yaml, with a reason:

\`\`\`yaml
rules:
  date-missing: { severity: error, reason: this edition is the last before the year begins }
\`\`\`

To accept a finding, add the rule under \`accept:\` in the event, with a reason and, optionally, the field. An acceptance without a
finding is reported.

\`\`\`yaml
accept:
  - { rule: sides-swapped, field: bodies.french, reason: the consulate is French and is in Saint Petersburg }
\`\`\`

Correct words and names that are in no dictionary go into words.txt next to programme.yaml, one per line. A line \`wrong > right\`
reports a word that exists but is wrong in this programme.`;

const NOT_COVERED = `## What no rule finds

- Wrong facts: the name of another person, a house number, a telephone number, a price.
- A correct word in the wrong place (\`form\` for \`from\`), unless words.txt lists it, and grammar in general: agreement, cases, tenses.
- A time in a text that differs from the time column, and a person at two events at the same time.
- Ages, languages and conditions of admission that contradict each other.
- A missing event, an event under the wrong theme or category, or a wrong order.
- A wrong link, e-mail address or telephone number, and a picture that does not match its alternative text.
- A wrong translation, if the texts of both languages changed or neither did.`;

/** The text of docs/rules.md. */
export function renderRulesDoc(rules: readonly Rule[]): string {
  const table = markdownTable([
    ['rule', 'severity', 'reports'],
    ...rules.map(({ id, severity, title }) => [`[${id}](#${id})`, severity, escapeMarkdown(title)]),
  ]);
  return `${['# Rules of proofing', INTRODUCTION, table, ...rules.map(ruleSection), NOT_COVERED].join('\n\n')}\n`;
}

function ruleSection({ id, severity, title, why, good, bad, limits }: Rule): string {
  return [
    `## ${id}`,
    `**${severity}** · ${escapeMarkdown(title)}`,
    escapeMarkdown(why),
    `- good: ${escapeMarkdown(good)}\n- bad: ${escapeMarkdown(bad)}`,
    `Limits: ${escapeMarkdown(limits)}`,
  ].join('\n\n');
}
