import { rulesIntroduction, rulesNotCovered, ruleTexts } from '../../languages/index.ts';
import type { Rule } from '../check/index.ts';
import { markdownTable } from './findings-md.ts';
import { tableText } from './findings-text.ts';
import { escapeMarkdown } from './markdown.ts';

/** The rules as text for a terminal: the id, the severity and what each rule reports. */
export function rulesText(rules: readonly Rule[]): string {
  return `${tableText(rules.map(({ id, severity }) => [id, severity, ruleTexts[id].title]))}\n`;
}

/** The rules as JSON, with all information that docs/rules.md contains. */
export function rulesJson(rules: readonly Rule[]): string {
  const listed = rules.map(({ run: _, id, severity, ...rule }) => ({
    id,
    severity,
    ...ruleTexts[id],
    ...rule,
  }));
  return `${JSON.stringify({ version: 1, rules: listed }, undefined, 2)}\n`;
}

/** The content of docs/rules.md, as Markdown. */
export function renderRulesDoc(rules: readonly Rule[]): string {
  const table = markdownTable([
    ['rule', 'severity', 'reports'],
    ...rules.map(({ id, severity }) => [`[${id}](#${id})`, severity, escapeMarkdown(ruleTexts[id].title)]),
  ]);
  return `${['# Rules of proofing', rulesIntroduction, table, ...rules.map(ruleSection), rulesNotCovered].join('\n\n')}\n`;
}

function ruleSection({ id, severity }: Rule): string {
  const { title, why, good, bad, limits } = ruleTexts[id];
  return [
    `## ${id}`,
    `**${severity}** · ${escapeMarkdown(title)}`,
    escapeMarkdown(why),
    `- good: ${escapeMarkdown(good)}\n- bad: ${escapeMarkdown(bad)}`,
    `Limits: ${escapeMarkdown(limits)}`,
  ].join('\n\n');
}
