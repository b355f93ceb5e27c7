import { LANGUAGES } from '../../languages/index.ts';
import { type Completeness, type Finding, languageCalled } from '../check/index.ts';
import type { Message } from '../messages.ts';
import { FINDING_SEVERITIES, type FindingSeverity, groupBy, type Lang } from '../model/index.ts';
import { messageOf } from './messages.ts';

/** The findings that result from checking an edition. */
export interface FindingsReport {
  /** Name of the edition, or `draft`. */
  edition: string;
  findings: readonly Finding[];
  completeness: Completeness;
  /** Checks that were not possible, each with the reason; absent if everything was checked. */
  notChecked?: readonly string[];
  /**
   * Messages that name the dictionaries used, except dictionaries that come with the program or are installed as
   * packages.
   */
  checkedWith?: readonly Message[];
  /** The languages whose spelling was not checked. */
  withoutDictionary?: readonly Lang[];
}

/** How a report refers to events. */
export interface EventNames {
  /** Titles of the events, keyed by id. */
  titles?: ReadonlyMap<string, string>;
  /** Whether the ids of events are printed next to their titles. */
  hasIds?: boolean;
}

/** The heading above the findings about an event or about the programme. */
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

/** The number of findings in words: `2 errors, 1 warning`; `nothing found` if there are no findings. */
export function summaryOf(findings: readonly Finding[]): Message {
  const counts = countsOf(findings);
  const parts = FINDING_SEVERITIES.filter((severity) => counts[severity] > 0).map((severity) =>
    messageOf(`${severity}s-counted`, { count: counts[severity] }),
  );
  return parts.length === 0 ? messageOf('nothing-found') : messageOf('findings-counted', { counts: parts });
}

/** States that the spelling of a language was not checked, because no dictionary for it is installed. */
export function spellingNotChecked(lang: Lang): Message {
  const [name] = LANGUAGES[lang].dictionaries;
  return messageOf('spelling-not-checked', {
    language: languageCalled(lang),
    package: name,
    file: `${lang}.dic`,
  });
}

/**
 * Names the dictionary that was used for a language: a file in the dataset, in the given folder or on this computer.
 */
export function spellingCheckedWith(lang: Lang, file: string, isOfComputer: boolean): Message {
  const code = isOfComputer ? 'spelling-checked-with-computer' : 'spelling-checked-with';
  return messageOf(code, { language: languageCalled(lang), file });
}

/**
 * The findings, grouped by event, in their original order. Findings that concern no event, such as those about
 * programme.yaml, have the key undefined.
 */
export const byEvent = (findings: readonly Finding[]) => groupBy(findings, ({ at }) => at.event);

/**
 * A table of translation progress, as rows of cells. The first row contains the headings. The columns contain the kind
 * of text, the number of texts and, for each language, the numbers of translated texts and of outdated translations.
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

/** A percentage, rounded down, so that it is 100% only if nothing is missing. */
function percent(count: number, of: number): string {
  return `${of === 0 ? 100 : Math.floor((100 * count) / of)} %`;
}

/**
 * The translation status of a programme, with one line per language except the main language: translated, outdated,
 * missing.
 */
export function translationLines({ languages, rows }: Completeness, main: Lang): Message[] {
  const all = rows.at(-1);
  if (all === undefined) return [];
  return languages
    .filter((lang) => lang !== main)
    .map((language) => {
      const [written, old] = [all.byLang[language] ?? 0, all.outdated?.[language] ?? 0];
      const missing = all.texts - written;
      return messageOf('translation-state', { language, translated: written - old, outdated: old, missing });
    });
}
