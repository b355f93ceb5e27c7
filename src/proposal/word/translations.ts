/** Translations in a Word file of two columns: what it was made from, and what came back in it. Pure. */

import * as z from 'zod';
import { bookmarkName, type Document, documentTexts, unitTarget } from '../../document/index.ts';
import {
  EditionNameSchema,
  IdSchema,
  type Lang,
  LangSchema,
  type Programme,
  type RichRun,
} from '../../model/index.ts';
import {
  paragraphsOf,
  runsIn,
  stampsOf,
  type WordCell,
  type WordFile,
  type WordParagraph,
  type WordRow,
  wordsIn,
} from '../../read/docx/index.ts';
import { plainWords, type Unit } from '../../translation/index.ts';
import type { Remainder } from '../schema.ts';
import { placeOf, type ReturnedText } from '../translated.ts';
import { authorOf, whoAndWhen } from './authors.ts';
import { besideText, notSent, otherWords, writtenInMargins } from './others.ts';
import { jsonOf } from './sent.ts';

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
const HeadSchema = z.strictObject({
  version: z.literal(1),
  /** Language that is translated into; a file for corrections has none. */
  translation: LangSchema,
  name: IdSchema,
  edition: EditionNameSchema,
  others: z.array(z.string()),
});

/** What a file for a translator was made from. */
export type SentTexts = z.infer<typeof HeadSchema> & { units: readonly z.infer<typeof SentUnitSchema>[] };

/** The record of what a file for a translator was made from, line by line. */
export function recordOfTranslation(
  { config, edition }: Programme,
  lang: Lang,
  document: Document,
  units: readonly Unit[],
): string[] {
  const head = { version: 1, translation: lang, name: config.name, edition, others: documentTexts(document) };
  return [head, ...units.map(({ id, source, target }) => ({ id, source, ...(target && { target }) }))].map(
    (line) => JSON.stringify(line),
  );
}

/** What the record of a file says that it was made from; nothing where it is none of a file for a translator. */
export function sentTexts(record: readonly string[]): SentTexts | undefined {
  const [head, ...lines] = record.map(jsonOf);
  const found = HeadSchema.safeParse(head);
  const units = z.array(SentUnitSchema).safeParse(lines);
  return found.success && units.success ? { ...found.data, units: units.data } : undefined;
}

export interface TranslationsInWord {
  texts: ReturnedText[];
  comments: Remainder[];
  unplaced: Remainder[];
}

/**
 * The translations of a file. Rows are known by their bookmarks, else by the text on the left, under the line that says where it is printed.
 *
 * @param units the texts of the programme as it is now
 */
export function translationsIn(
  { blocks, asides, margins, comments }: WordFile,
  sent: Pick<SentTexts, 'units' | 'others'>,
  units: readonly Unit[],
): TranslationsInWord {
  const ids = new Map([...sent.units, ...units].map(({ id }) => [bookmarkName(unitTarget(id)), id]));
  const sentById = new Map(sent.units.map((unit) => [unit.id, unit]));
  const places = new Map(units.map((unit) => [unit.id, placeOf(unit)]));
  const result: TranslationsInWord = { texts: [], comments: [], unplaced: [] };
  const taken = new Set<string>();
  const note = (paragraphs: readonly WordParagraph[], at: Partial<Remainder>): void => {
    for (const id of paragraphs.flatMap((paragraph) => paragraph.comments)) {
      const found = comments.get(id);
      if (found === undefined || taken.has(id)) continue;
      taken.add(id);
      result.comments.push({ words: found.words, ...at, ...whoAndWhen(found) });
    }
  };
  const row = ({ cells, deleted }: WordRow): void => {
    const [left, right, ...others] = cells;
    if (deleted !== undefined || left === undefined) return;
    const id = cells
      .flatMap(({ paragraphs }) => paragraphs.flatMap(({ bookmarks }) => bookmarks))
      .map((name) => ids.get(name))
      .find((found) => found !== undefined);
    const known = sentById.get(id ?? '');
    const at = places.get(id ?? '') ?? {};
    for (const { paragraphs } of cells) note(paragraphs, at);
    result.unplaced.push(...besideText(cells, at));
    const { where, source } = sourceOf(left, known?.source);
    const target = runsIn(right?.paragraphs ?? [], 'accepted');
    const has = target.some(({ text }) => text.trim() !== '');
    result.texts.push({
      id: id ?? '',
      ...(where === undefined ? {} : { where }),
      source: known?.source ?? source,
      ...(has ? { target } : {}),
      ...(known === undefined ? {} : { sent: known.target ?? [] }),
      // A file of this kind has no states: what is written in it is meant.
      state: 'translated',
      ...authorOf(stampsOf(right?.paragraphs ?? []), false),
    });
    if (known !== undefined && plainWords(source) !== plainWords(known.source))
      result.unplaced.push({ words: plainWords(source), where: 'changed in the source', ...at });
    for (const { paragraphs } of others) {
      const words = wordsIn(paragraphs, 'accepted');
      if (words !== '') result.unplaced.push({ words, where: 'another column', ...at });
    }
  };
  const expected = new Set(sent.others.map(otherWords));
  for (const block of blocks) {
    const isOurs = block.kind === 'table' && block.rows.some(({ cells }) => cells.length >= 2);
    if (isOurs) {
      for (const own of block.rows)
        if (!own.cells.every(({ paragraphs }) => expected.has(otherWords(wordsIn(paragraphs, 'accepted')))))
          row(own);
      continue;
    }
    for (const paragraph of paragraphsOf(block)) {
      note([paragraph], {});
      result.unplaced.push(...notSent(paragraph, expected));
    }
    if (block.kind === 'table') result.unplaced.push(...besideText(block.rows.flatMap(({ cells }) => cells)));
  }
  for (const aside of asides) result.unplaced.push(...notSent(aside, expected));
  result.unplaced.push(...writtenInMargins(margins, sent.others));
  for (const [id, found] of comments)
    if (!taken.has(id)) result.comments.push({ words: found.words, ...whoAndWhen(found) });
  return result;
}

/** The text on the left, and the line above it that says where it is printed. */
function sourceOf(
  { paragraphs }: WordCell,
  sent: readonly RichRun[] | undefined,
): { where?: string; source: RichRun[] } {
  const all = runsIn(paragraphs, 'accepted');
  const end = all.findIndex(({ text }) => text === '\n');
  if (end < 0 || (sent !== undefined && plainWords(all) === plainWords(sent))) return { source: all };
  return { where: plainWords(all.slice(0, end)), source: all.slice(end + 1) };
}
