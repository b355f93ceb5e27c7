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

const INTRODUCTION = `What \`check\` looks for. This page is generated from the rules.

- **error**: a mistake that a reader would stumble over; an edition with one cannot be frozen.
- **warning**: most likely a mistake; somebody has to look.
- **note**: worth a look before printing.

A programme changes a severity, or switches a rule off, under \`rules:\` in programme.yaml, with a reason:

\`\`\`yaml
rules:
  date-missing: { severity: error, reason: this edition is the last before the year begins }
\`\`\`

An event keeps its words in spite of a finding under \`accept:\`, with a reason; a field narrows it down. An acceptance whose finding is
gone is a finding itself.

\`\`\`yaml
accept:
  - { rule: sides-swapped, field: bodies.french, reason: the consulate is French and sits in Saint Petersburg }
\`\`\`

Words and names that are right although no dictionary knows them go into words.txt beside programme.yaml, one a line. \`wrong > right\`
there reports a word that is right elsewhere but not in this programme.`;

const NOT_COVERED = `## What no rule finds

- A wrong fact in the right form: the name of another person, a number of a house, a telephone number, a price.
- A word that is right in another place (\`form\` for \`from\`), unless words.txt names it, and grammar beyond small words: agreement, cases, tenses.
- An hour in a text that is not that of the column of times, and one person at two events at one hour.
- Ages, languages and conditions of admission that contradict each other.
- An event under the wrong theme or category, one that is missing, and an order that makes no sense.
- A link, an e-mail address or a telephone number that leads to nobody, and a picture that does not show what its words say.
- A translation that says something else, where the texts of both languages changed or neither did.`;

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
    `What it cannot know: ${escapeMarkdown(limits)}`,
  ].join('\n\n');
}
