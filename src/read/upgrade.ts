/** Datasets of older formats as the newest says them: one step for each format, from values to values. */

import {
  FORMAT,
  type HasFields,
  type Part,
  type Programme,
  type ProgrammeFile,
  paragraphsOf,
  partOf,
  type RichParagraph,
  type RichRun,
  type Text,
  textOf,
} from '../model/index.ts';
import { isSameRuns, parseInline, readMarkdown, withParagraphs, writeInlineLines } from '../text/index.ts';

type Events = Programme['themes'][number]['events'];

/** What a format changed in the values of a dataset; whatever it leaves out is as before. */
interface Step {
  config?(config: ProgrammeFile): ProgrammeFile;
  /** Texts of parts in files of their own. */
  markdown?(source: string): string;
  events?(events: Events, config: HasFields): Events;
}

/** The steps that make each format of the one before it. What format 2 changed is in the schema of format 1. */
const STEPS: ReadonlyMap<number, Step> = new Map([
  [3, { config: withInlineTexts, markdown: inlineMarkdown, events: withInlineFields }],
]);

/** What makes the newest format of an older one. */
export function upgradeFrom(format: number): Required<Step> {
  const steps = [...STEPS].filter(([to]) => to > format && to <= FORMAT).map(([, step]) => step);
  return {
    config: (config) => steps.reduce((result, step) => step.config?.(result) ?? result, config),
    markdown: (source) => steps.reduce((result, step) => step.markdown?.(result) ?? result, source),
    events: (events, config) =>
      steps.reduce((result, step) => step.events?.(result, config) ?? result, events),
  };
}

/** Format 3 reads `*`, `[`, and backslashes alike in introductions, fields with emphasis and texts of parts. */
function withInlineTexts(config: ProgrammeFile): ProgrammeFile {
  const { introduction, parts } = config;
  const withText = (part: Part): Part =>
    part.text === undefined ? part : { ...part, text: withWords(part.text, inlineMarkdown) };
  return {
    ...config,
    introduction: withWords(introduction, (words) => inlineLines(words, boldIn)),
    ...(parts && { parts: parts.map((part) => (typeof part === 'string' ? part : withText(partOf(part)))) }),
  };
}

function withInlineFields(events: Events, { fields }: HasFields): Events {
  const emphasised = fields.filter(({ emphasis }) => emphasis).map(({ id }) => id);
  if (emphasised.length === 0) return events;
  return events.map((event) => {
    const texts = emphasised.flatMap((id) => {
      const text = textOf(event, id);
      return text === undefined ? [] : [[id, withWords(text, (words) => inlineLines(words, asterisksIn))]];
    });
    return { ...event, ...Object.fromEntries(texts) };
  });
}

function withWords(text: Text, change: (words: string) => string): Text {
  if (typeof text === 'string') return change(text);
  return Object.fromEntries(
    Object.entries(text).map(([lang, words]) => [lang, words === undefined ? words : change(words)]),
  );
}

/** Words whose lines print what the older reading made of them. */
function inlineLines(words: string, read: (paragraph: string) => RichParagraph | undefined): string {
  if (!/[*\\[]/.test(words)) return words;
  return words
    .split('\n')
    .map((line) => {
      const [paragraph] = paragraphsOf(line);
      const runs = paragraph === undefined ? undefined : read(paragraph);
      const isSame = runs === undefined || isSameRuns(runs, parseInline(paragraph ?? ''));
      return isSame ? line : writeInlineLines(runs);
    })
    .join('\n');
}

/** The introduction had bold words between two asterisks, and nothing else. */
function boldIn(paragraph: string): RichRun[] {
  return paragraph
    .split(/\*\*(.+?)\*\*/)
    .map((text, index): RichRun => ({ text, ...(index % 2 === 1 && { strong: true }) }));
}

/** Fields with emphasis had the asterisks of CommonMark, and a backslash before an asterisk or a backslash. */
function asterisksIn(paragraph: string): RichParagraph | undefined {
  const alone = paragraph
    .replace(/\\([*\\])|([!-)+-/:-@[-`{-~])/g, (sign, escaped) =>
      escaped === undefined ? `\\${sign}` : sign,
    )
    .replace(/^\*+(?=\s|$)/, (signs) => signs.replaceAll('*', '\\*'));
  const { paragraphs } = readMarkdown(alone, undefined, 'commonmark');
  return paragraphs.length === 1 ? paragraphs[0]?.runs : undefined;
}

/** Texts of parts had all that CommonMark has inside paragraphs. */
function inlineMarkdown(source: string): string {
  const { paragraphs, problems } = readMarkdown(source, undefined, 'commonmark');
  if (problems.length > 0) return source;
  return withParagraphs(source, ({ runs }, index) => {
    const before = paragraphs[index]?.runs;
    return before === undefined || isSameRuns(before, runs) ? undefined : before;
  });
}
