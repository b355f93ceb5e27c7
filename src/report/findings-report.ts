import { LANGUAGES } from '../../languages/index.ts';
import { type Completeness, type Finding, languageCalled } from '../check/index.ts';
import type { Message } from '../messages.ts';
import { FINDING_SEVERITIES, type FindingSeverity, groupBy, type Lang } from '../model/index.ts';
import { messageOf } from './messages.ts';

/** The findings of a check of one edition. */
export interface FindingsReport {
  /** Name of the edition, or `draft`. */
  edition: string;
  findings: readonly Finding[];
  completeness: Completeness;
  /** Checks that were not possible, with the missing requirement; absent if everything was checked. */
  notChecked?: readonly string[];
  /** The dictionaries that neither come with the program nor are installed as packages. */
  checkedWith?: readonly Message[];
  /** The languages whose spelling was not checked. */
  withoutDictionary?: readonly Lang[];
}

/** How a report names events. */
export interface EventNames {
  /** Titles of the events by id. */
  titles?: ReadonlyMap<string, string>;
  /** Prints the ids of events next to their titles. */
  hasIds?: boolean;
}

/** The heading of the findings of an event, or of the programme. */
export function headingOf(
  event: string | undefined,
  { titles = new Map(), hasIds = false }: EventNames,
): string {
  if (event === undefined) return 'programme.yaml';
  const title = titles.get(event) ?? event;
  return hasIds && title !== event ? `${title} (${event})` : title;
}

/** The number of findings per severity. */
export function countsOf(findings: readonly Finding[]): Record<FindingSeverity, number> {
  const counts = { error: 0, warning: 0, note: 0 };
  for (const { severity } of findings) counts[severity] += 1;
  return counts;
}

/** `2 errors, 1 warning`; `nothing found` without findings. */
export function summaryOf(findings: readonly Finding[]): Message {
  const counts = countsOf(findings);
  const parts = FINDING_SEVERITIES.filter((severity) => counts[severity] > 0).map((severity) =>
    messageOf(`${severity}s-counted`, { count: counts[severity] }),
  );
  return parts.length === 0 ? messageOf('nothing-found') : messageOf('findings-counted', { counts: parts });
}

/** Reports a language whose spelling was not checked because its dictionary is not installed. */
export function spellingNotChecked(lang: Lang): Message {
  const [name] = LANGUAGES[lang].dictionaries;
  return messageOf('spelling-not-checked', {
    language: languageCalled(lang),
    package: name,
    file: `${lang}.dic`,
  });
}

/** Names the dictionary of a language that is a file of the dataset, of the given folder or of this computer. */
export function spellingCheckedWith(lang: Lang, file: string, isOfComputer: boolean): Message {
  const code = isOfComputer ? 'spelling-checked-with-computer' : 'spelling-checked-with';
  return messageOf(code, { language: languageCalled(lang), file });
}

/** Findings of one event, or of programme.yaml, which come first. */
export interface EventFindings {
  event: string | undefined;
  findings: Finding[];
}

/** The findings in their order, grouped by event. */
export function byEvent(findings: readonly Finding[]): EventFindings[] {
  const groups = groupBy(findings, ({ at }) => at.event);
  return [...groups].map(([event, ofEvent]) => ({ event, findings: ofEvent }));
}

/**
 * The completeness as rows of cells, the heading row first: kind of text, number of texts, and per language how many
 * are translated and how many of these are outdated.
 */
export function completenessCells({ languages, rows }: Completeness): string[][] {
  return [
    ['texts', 'all', ...languages],
    ...rows.map(({ kind, texts, byLang, outdated }) => [
      kind,
      String(texts),
      ...languages.map((lang) => {
        const old = outdated?.[lang] ?? 0;
        const count = `${byLang[lang] ?? 0} (${percent(byLang[lang] ?? 0, texts)})`;
        return old === 0 ? count : `${count}, ${old} outdated`;
      }),
    ]),
  ];
}

/** A whole percentage; 100 % only if none is missing. */
function percent(count: number, of: number): string {
  return `${of === 0 ? 100 : Math.floor((100 * count) / of)} %`;
}

/** The translation status of a programme, one line per language except the main one: translated, outdated, missing. */
export function translationLines({ languages, rows }: Completeness, main: Lang): Message[] {
  const all = rows.at(-1);
  if (all === undefined) return [];
  return languages
    .filter((lang) => lang !== main)
    .map((language) => {
      const [some, old] = [all.byLang[language] ?? 0, all.outdated?.[language] ?? 0];
      const missing = all.texts - some;
      return messageOf('translation-state', { language, translated: some - old, outdated: old, missing });
    });
}
