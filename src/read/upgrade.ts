/** Converts the values of datasets in older formats to the newest format. */

import {
  type Event,
  emphasisedIn,
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
} from '../model/index.ts';
import {
  isSameRuns,
  parseInline,
  readMarkdown,
  textWith,
  withParagraphs,
  writeInlineLines,
} from '../text/index.ts';

type Events = Programme['themes'][number]['events'];

/**
 * Converts values of an older format: field names, and the markup in each kind of text. All other values are the same
 * in both formats.
 */
interface Step {
  /** Converts the path of a field, such as `title` or `title.fr`. */
  field(path: string): string;
  /** Converts the text of a field with emphasis. */
  emphasised(words: string): string;
  introduction(words: string): string;
  /** Converts the text of a part. */
  markdown(source: string): string;
}

/** The conversion from format 2 to format 3. */
const FROM_FORMAT_2: Step = {
  field: (path) => {
    const [id = '', ...rest] = path.split('.');
    return [id === 'occurrences' ? `event-${id}` : id, ...rest].join('.');
  },
  emphasised: (words) => inlineLines(words, asterisksIn),
  introduction: (words) => inlineLines(words, boldIn),
  markdown: inlineMarkdown,
};

/**
 * The conversion from an older format to the newest format, for single texts (such as those in an exported file) and
 * for the values of whole files.
 */
interface Upgrade extends Step {
  config(config: ProgrammeFile): ProgrammeFile;
  /** @param fields the fields of the upgraded programme */
  events(events: Events, fields: HasFields): Events;
  /** The original versions of all texts that have been changed so far, keyed by the converted texts. */
  olderWords: ReadonlyMap<string, string>;
}

/** Returns the conversion from a format to the newest format. */
export function upgradeFrom(format: number): Upgrade {
  const isOlder = format < FORMAT;
  const olderWords = new Map<string, string>();
  const each =
    (key: keyof Step) =>
    (words: string): string => {
      const now = isOlder ? FROM_FORMAT_2[key](words) : words;
      if (key !== 'field' && now !== words) olderWords.set(now, words);
      return now;
    };
  const step: Step = {
    field: each('field'),
    emphasised: each('emphasised'),
    introduction: each('introduction'),
    markdown: each('markdown'),
  };
  return {
    ...step,
    olderWords,
    config: (config) => (isOlder ? configAfter(step, config) : config),
    events: (events, fields) => (isOlder ? eventsAfter(step, events, fields) : events),
  };
}

function configAfter({ field, introduction, markdown }: Step, config: ProgrammeFile): ProgrammeFile {
  const { parts } = config;
  const withText = (part: Part): Part =>
    part.text === undefined ? part : { ...part, text: textWith(part.text, markdown) };
  return {
    ...config,
    introduction: textWith(config.introduction, introduction),
    fields: config.fields.map((item) => ({ ...item, id: field(item.id) })),
    themes: config.themes.map((theme) => ({ ...theme, columns: theme.columns.map(field) })),
    ...(parts && { parts: parts.map((part) => (typeof part === 'string' ? part : withText(partOf(part)))) }),
  };
}

function eventsAfter({ field, emphasised }: Step, events: Events, { fields }: HasFields): Events {
  const ids = new Set(fields.map(({ id }) => id));
  const emphasisFields = emphasisedIn({ fields });
  return events.map(({ accept, ...event }): Event => {
    const entries = Object.entries(event).map(([key, value]): [string, unknown] => {
      const id = ids.has(field(key)) ? field(key) : key;
      return [id, emphasisFields.has(id) ? textWith(value as Text, emphasised) : value];
    });
    const accepted = accept?.map((one) =>
      one.field === undefined ? one : { ...one, field: field(one.field) },
    );
    return { ...(Object.fromEntries(entries) as Event), ...(accepted && { accept: accepted }) };
  });
}

/** Converts each line so that it has the same meaning in the newest format as in the older format. */
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

/**
 * Reads a paragraph of an introduction in the older format, in which double asterisks around bold text were the only
 * markup.
 */
function boldIn(paragraph: string): RichRun[] {
  return paragraph
    .split(/\*\*(.+?)\*\*/)
    .map((text, index): RichRun => ({ text, ...(index % 2 === 1 && { strong: true }) }));
}

/**
 * Reads a paragraph of a field with emphasis in the older format: asterisks as in CommonMark, and backslashes that
 * escape an asterisk or a backslash.
 */
function asterisksIn(paragraph: string): RichParagraph | undefined {
  const alone = paragraph
    .replace(/\\([*\\])|([!-)+-/:-@[-`{-~])/g, (sign, escaped) =>
      escaped === undefined ? `\\${sign}` : sign,
    )
    .replace(/^\*+(?=\s|$)/, (signs) => signs.replaceAll('*', '\\*'));
  const { paragraphs } = readMarkdown(alone, undefined, 'commonmark');
  return paragraphs.length === 1 ? paragraphs[0]?.runs : undefined;
}

/** Converts the text of a part from the older format, in which the full inline syntax of CommonMark was allowed. */
function inlineMarkdown(source: string): string {
  const { paragraphs, problems } = readMarkdown(source, undefined, 'commonmark');
  if (problems.length > 0) return source;
  return withParagraphs(source, ({ runs }, index) => {
    const before = paragraphs[index]?.runs;
    return before === undefined || isSameRuns(before, runs) ? undefined : before;
  });
}
