/**
 * The record that is stored in a Word file: the texts of fields and parts that were sent, and the printed paragraphs
 * outside table rows.
 */

import * as z from 'zod';
import { normalWords } from '../../compare/index.ts';
import {
  type Document,
  documentTexts,
  numberThemes,
  type Row,
  type Run,
  wordsOf,
} from '../../document/index.ts';
import {
  EditionNameSchema,
  emphasisedIn,
  type HasFields,
  IdSchema,
  isTranslated,
  LANGS,
  type Lang,
  LangSchema,
  type Programme,
  type Text,
  textIn,
  textOf,
  textOfColumn,
  withoutUndefined,
  wordsIn,
} from '../../model/index.ts';
import { upgradeFrom } from '../../read/index.ts';
import { escapeInline, fromValue, plainInline } from '../../text/index.ts';
import type { Unit } from '../xliff/index.ts';

const PrintedSchema = z.strictObject({
  field: z.string(),
  lang: LangSchema,
  words: z.string(),
  /** Whether the text has emphasis markup. */
  emphasis: z.literal(true).exactOptional(),
});

/** An event in a record, with the fields of the printed columns that contain text. */
const SentEventSchema = z.strictObject({
  id: IdSchema,
  theme: IdSchema,
  number: z.int(),
  /** A line above the title that is not part of it, such as a status. */
  mark: z.string().exactOptional(),
  fields: z.array(PrintedSchema),
});
export type SentEvent = z.infer<typeof SentEventSchema>;

/** A text of the programme itself, a theme or a side, as it was sent. */
const SentTextSchema = PrintedSchema.extend({
  about: z.enum(['programme', 'theme', 'side']),
  of: IdSchema.exactOptional(),
});
export type SentText = z.infer<typeof SentTextSchema>;

export const isIntroduction = ({ about, field }: SentText): boolean =>
  about === 'programme' && field === 'introduction';

/** The field of the column for which a text is the heading; undefined if the text is not a column heading. */
export function headingField({ about, of, field }: SentText): string | undefined {
  if (about === 'side' && field === 'heading') return `bodies.${of ?? ''}`;
  return about === 'programme' ? /^columns\.(.+)$/s.exec(field)?.[1] : undefined;
}

/** The text of a part, as Markdown, in the language in which it was printed. */
const SentPartSchema = z.strictObject({ part: IdSchema, lang: LangSchema, source: z.string() });
export type SentPart = z.infer<typeof SentPartSchema>;

const HeadSchema = z.strictObject({
  /** In version 1, texts contain the markup of datasets in format 2. */
  version: z.literal([1, 2]),
  /** Name of the programme. */
  name: IdSchema,
  edition: EditionNameSchema,
  lang: LangSchema,
  texts: z.array(SentTextSchema),
  /** The texts of parts; empty in files that earlier versions of the program wrote. */
  parts: z.array(SentPartSchema).default([]),
  /** The printed paragraphs outside table rows. */
  others: z.array(z.string()),
});

export type Sent = z.infer<typeof HeadSchema> & {
  events: readonly SentEvent[];
  /**
   * Whether the record lists exactly the events that were sent, so that missing events must have been deleted. False if
   * the file contains no record, because it may be an extract.
   */
  complete: boolean;
};

/** Creates the record for a document of a programme. */
export function sentOf({ config, edition, ...rest }: Programme, document: Document): Sent {
  const { lang } = document.meta;
  const printed = <More extends object>(field: string, text: Text | undefined, more: More) => {
    if (text === undefined) return [];
    const found = textIn(text, lang, config.language);
    const words = normalWords(found.words);
    return words === '' ? [] : [{ field, lang: found.lang, words, ...more }];
  };
  const rows = new Map(rowsOf(document).map((row) => [row.id, row]));
  const events = numberThemes({ config, edition, ...rest }).flatMap(({ theme, events: ofTheme }) =>
    ofTheme.flatMap(({ event, number }): SentEvent[] => {
      const row = rows.get(event.id);
      if (row === undefined) return [];
      const fields = theme.columns
        .map((column) => textOfColumn(config, column))
        .flatMap(({ column, path, kind, emphasis }) => {
          const text = textOf(event, column);
          // A value that is generated in each language is recorded in the printed language. All other texts that are
          // missing in that language are recorded in the main language.
          const value =
            text !== undefined &&
            isTranslated({ kind, text }) &&
            wordsIn(text, lang, config.language) === undefined
              ? fromValue({ kind, text, when: event.when }, lang, config.language)
              : undefined;
          return printed(path, value === undefined ? text : { [lang]: value }, {
            ...(emphasis && { emphasis }),
          });
        });
      return [withoutUndefined({ id: event.id, theme: theme.id, number, mark: markOf(row), fields })];
    }),
  );
  const programme = { about: 'programme' } as const;
  const texts: SentText[] = [
    ...printed('introduction', config.introduction, programme),
    ...config.fields.flatMap(({ id, heading }) => printed(`columns.${id}`, heading, programme)),
    ...config.sides.flatMap(({ id: of, heading }) =>
      printed('heading', heading, { about: 'side' as const, of }),
    ),
    ...config.themes.flatMap(({ id: of, title }) => printed('title', title, { about: 'theme' as const, of })),
  ];
  const { name } = config;
  const parts = document.sections.flatMap(({ part }) => {
    const ofPart = (rest.texts ?? []).filter((text) => text.part === part);
    const [found] = [lang, config.language, ...LANGS].flatMap((wanted) =>
      ofPart.filter((text) => text.lang === wanted),
    );
    return found === undefined ? [] : [{ part: found.part, lang: found.lang, source: found.source }];
  });
  const others = documentTexts(document);
  return { version: 2, name, edition, lang, texts, parts, others, events, complete: true };
}

/** The lines of a record in a file for corrections: the general data, followed by one line per event. */
export function recordOf({ events, complete: _, ...head }: Sent): string[] {
  return [head, ...events].map((line) => JSON.stringify(line));
}

/** Parses the record in a file for corrections; undefined if it is a different kind of record or damaged. */
export function sentOfRecord(record: readonly string[]): Sent | undefined {
  const found = readRecord(record, HeadSchema, SentEventSchema);
  if (found === undefined) return undefined;
  const sent: Sent = { ...found.head, events: found.lines, complete: true };
  return sent.version === 1 ? upgraded(sent) : sent;
}

/** Converts a record of version 1 to the newest format. */
function upgraded({ events, texts, parts, ...sent }: Sent): Sent {
  const { field, emphasised, introduction, markdown } = upgradeFrom(2);
  return {
    ...sent,
    version: 2,
    texts: texts.map((text) => (isIntroduction(text) ? { ...text, words: introduction(text.words) } : text)),
    parts: parts.map((part) => ({ ...part, source: markdown(part.source) })),
    events: events.map((event) => ({
      ...event,
      fields: event.fields.map((sent) => ({
        ...sent,
        field: field(sent.field),
        words: sent.emphasis ? emphasised(sent.words) : sent.words,
      })),
    })),
  };
}

const RunSchema = z.strictObject({
  text: z.string(),
  strong: z.literal(true).exactOptional(),
  emphasis: z.literal(true).exactOptional(),
  link: z.string().exactOptional(),
});
const SentUnitSchema = z.strictObject({
  id: z.string(),
  source: z.array(RunSchema),
  target: z.array(RunSchema).exactOptional(),
});
const TranslationHeadSchema = z.strictObject({
  version: z.literal(1),
  /** The target language. Records in files for corrections do not have the key `translation`. */
  translation: LangSchema,
  name: IdSchema,
  edition: EditionNameSchema,
  others: z.array(z.string()),
});

/** The record in a file for a translator. */
export type SentTexts = z.infer<typeof TranslationHeadSchema> & {
  units: readonly z.infer<typeof SentUnitSchema>[];
};

/** The lines of a record in a file for a translator: the general data, followed by one line per text. */
export function recordOfTranslation(
  { config, edition }: Programme,
  lang: Lang,
  document: Document,
  units: readonly Unit[],
): string[] {
  const head = { version: 1, translation: lang, name: config.name, edition, others: documentTexts(document) };
  const lines = units.map(({ id, source, target }) => ({ id, source, ...(target && { target }) }));
  return [head, ...lines].map((line) => JSON.stringify(line));
}

/** Parses the record in a file for a translator; undefined if it is a different kind of record or damaged. */
export function sentTexts(record: readonly string[]): SentTexts | undefined {
  const found = readRecord(record, TranslationHeadSchema, SentUnitSchema);
  return found && { ...found.head, units: found.lines };
}

function readRecord<H, L>(record: readonly string[], head: z.ZodType<H>, line: z.ZodType<L>) {
  try {
    const [first, ...rest] = record.map((text): unknown => JSON.parse(text));
    return { head: head.parse(first), lines: z.array(line).parse(rest) };
  } catch {
    return undefined;
  }
}

function rowsOf(document: Document): Row[] {
  return document.sections.flatMap(({ blocks }) =>
    blocks.flatMap((block) => (block.kind === 'table' ? block.table.rows : [])),
  );
}

/**
 * The first paragraph of an event's row, if it is printed less prominently than the text of the event, such as a
 * status. The placeholder in an empty cell does not count.
 */
function markOf({ cells }: Row): string | undefined {
  const isMark = (run: Run): boolean => run.quiet === true && run.spoken === undefined;
  const first = cells
    .map(({ paragraphs }) => paragraphs[0] ?? [])
    .find((paragraph) => paragraph.length > 0 && paragraph.every(isMark));
  return first === undefined ? undefined : wordsOf(first);
}

/**
 * Adapts a record to the current fields, so that exactly the fields that now support emphasis contain emphasis markup.
 */
export function sentAs(sent: Sent, config: Pick<HasFields, 'fields'>): Sent {
  const emphasised = emphasisedIn(config);
  const written = ({ emphasis, ...sent }: SentEvent['fields'][number]): SentEvent['fields'][number] => {
    if (emphasised.has(sent.field))
      return { ...sent, words: emphasis ? sent.words : escapeInline(sent.words), emphasis: true };
    return emphasis ? { ...sent, words: plainInline(sent.words) } : sent;
  };
  return { ...sent, events: sent.events.map((event) => ({ ...event, fields: event.fields.map(written) })) };
}
