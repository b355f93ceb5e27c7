import {
  audienceOf,
  type Change,
  type Comparison,
  type FieldWords,
  fieldKey,
  isPrinted,
  newText,
  normalWords,
  oldText,
  type ParagraphDiff,
  type ReadablePart,
  readable,
} from '../../compare/index.ts';
import type { Message } from '../../messages.ts';
import {
  emphasisedIn,
  type Lang,
  NO_REGION_REASONS,
  type Programme,
  withoutUndefined,
} from '../../model/index.ts';
import { statusOf } from '../../read/table-import/index.ts';
import { buildGazetteer, findRegion } from '../../reference/index.ts';
import { hasLook, readMarkdown, readWords, withParagraphs } from '../../text/index.ts';
import { messageOf } from '../messages.ts';
import { partAt, partSource } from '../places.ts';

/** Creates the texts of the cells in a verdict sheet, and reads the edits that users have made in these cells. */

/** Maximum number of characters in an Excel cell. Longer texts are truncated. */
export const CELL_LIMIT = 32_767;

/** The text of one field in a cell, with a label if the cell contains several fields. */
interface CellPart {
  field: string;
  lang?: Lang;
  label?: string;
  words: string;
}

/** A field and its text, either of which may be undefined. */
type CellField = Record<'field' | 'words', string | undefined> & { lang: Lang | undefined };

/** The data that is needed to read the texts of cells. */
interface Context {
  comparison: Comparison;
  draft: Programme;
  lang: Lang;
}

/** The texts that describe a change in the cells of its row. */
export interface VerdictCells {
  change: Change;
  place: string;
  what: string;
  old: string;
  new: string;
  /** The fields whose texts are in the cell `new`. */
  parts: readonly CellPart[];
}

/** The cell texts of all rows, in the order of the sheet. */
export function verdictCells(comparison: Comparison, lang: Lang): VerdictCells[] {
  const emphasised = emphasisedIn(comparison);
  return readable(comparison, lang, { hasIds: true }).groups.flatMap(({ subjects, title: group }) =>
    subjects.flatMap(({ number, title, changes }) =>
      changes.map(({ change, headline, note, parts }): VerdictCells => {
        const cell = (side: 'old' | 'new'): CellPart[] => partsOf(change, parts, side, emphasised);
        return {
          change,
          place: number === undefined || number === 0 ? group.words : `${number}. ${title.words}`,
          what: note === undefined ? headline : `${headline} ${note}`,
          old: inOneCell(cell('old')),
          new: inOneCell(cell('new')),
          parts: cell('new').filter(({ field, words }) => words !== '' || field === change.field),
        };
      }),
    ),
  );
}

/** The field and the text of each part of a change. Texts contain their emphasis markup, so that it can be edited. */
function partsOf(
  { about, field, lang, fields = [], words }: Change,
  parts: readonly ReadablePart[],
  side: 'old' | 'new',
  emphasised: ReadonlySet<string>,
): CellPart[] {
  const shown = (paragraphs: readonly ParagraphDiff[]): string =>
    side === 'old' ? oldText(paragraphs) : newText(paragraphs);
  const whole = fields.filter((item) => isPrinted(about, item.field));
  return parts.map(({ label, paragraphs }, index): CellPart => {
    const changed = index === 0 ? { field, lang, words: words[side] } : { field: 'when' };
    const cell: Partial<CellField> = field === undefined ? (whole[index] ?? {}) : changed;
    const displayed = shown(paragraphs);
    const hasSigns = about === 'event' && emphasised.has(cell.field ?? '') && displayed !== '';
    const written = hasSigns ? (cell.words ?? displayed) : displayed;
    return withoutUndefined({ field: cell.field ?? '', lang: cell.lang, label, words: written });
  });
}

const labelled = ({ label, words }: CellPart): string => (label === undefined ? words : `${label}: ${words}`);

const inOneCell = (parts: readonly CellPart[]): string =>
  parts
    .filter(({ words }) => words !== '')
    .map(labelled)
    .join('\n');

/** The fields of an added event whose regions have not been determined yet. */
function openRegions({ change: { fields = [] }, parts }: VerdictCells): readonly CellPart[] {
  const open = new Set(fields.filter(({ words }) => words === OPEN_REGION).map(({ field }) => field));
  return parts.filter(({ field }) => field.startsWith('regions.') && open.has(field));
}

const OPEN_REGION: (typeof NO_REGION_REASONS)[number] = 'to-be-determined';
/** The separator between the answers on a line. */
const BETWEEN = ' | ';

/**
 * The question about the regions of an added event that have not been determined yet, as one line that a user can
 * complete; undefined if all regions have been determined.
 */
export function regionQuestion(cells: VerdictCells): string | undefined {
  const open = openRegions(cells);
  return open.length === 0 ? undefined : open.map(labelled).join(BETWEEN);
}

/** The edit that results from the line of `regionQuestion` that a user has completed; see `editIn`. */
export function regionAnswer(line: string, cells: VerdictCells, context: Context): CellEdit {
  const open = openRegions(cells);
  const answers = new Map<string, string>();
  for (const piece of line.split(BETWEEN.trim())) {
    const words = piece.trim();
    const part =
      open.find(({ label }) => label !== undefined && words.startsWith(`${label}:`)) ??
      (open.length === 1 ? open[0] : undefined);
    if (part === undefined) return { why: messageOf('edit-without-field', { words }) };
    const { label = '' } = part;
    answers.set(part.field, words.startsWith(`${label}:`) ? words.slice(label.length + 1).trim() : words);
  }
  const parts = cells.parts.map((part) => ({ ...part, words: answers.get(part.field) ?? part.words }));
  return editIn(inOneCell(parts), cells.new, cells, context);
}

/**
 * The text that replaces the proposed text, or the reason why the text of the cell cannot be used; undefined if the
 * cell is unchanged.
 */
export type CellEdit =
  | { words?: string; when?: string; fields?: readonly FieldWords[] }
  | { why: Message }
  | undefined;

/**
 * The edit that a user has made in the cell that contains the proposed text.
 *
 * @param sent the text of the cell when the sheet was written
 * @param theirs the proposed Markdown, if the change is about the text of a part
 */
export function editIn(
  written: string,
  sent: string,
  { change, parts }: VerdictCells,
  context: Context,
  theirs: string | undefined = partSource(context.draft, change),
): CellEdit {
  if (normalWords(written) === normalWords(sent)) return undefined;
  if (normalWords(written) === '') return { why: messageOf('edit-empty') };
  if (parts.length === 0) return { why: messageOf('edit-of-no-text') };
  if (sent.length >= CELL_LIMIT) return { why: messageOf('edit-of-cut-text') };
  const found = splitCell(normalWords(written), parts);
  if (found === undefined) return { why: messageOf('edit-with-other-fields') };
  const values: FieldWords[] = [];
  for (const [index, { field, lang: fieldLang, words }] of parts.entries()) {
    const now = found[index] ?? '';
    if (now === '') return { why: messageOf('edit-field-empty') };
    const value = now === normalWords(words) ? undefined : valueIn(field, now, context);
    if (value === null) return { why: messageOf('edit-not-understood', { words: now }) };
    const isSame = value === undefined || value === valueOfPart(change, { field, lang: fieldLang });
    values.push({ field, ...(fieldLang !== undefined && { lang: fieldLang }), words: isSame ? '' : value });
  }
  const edited = values.filter(({ words }) => words !== '');
  if (edited.length === 0) return undefined;
  if (change.field === undefined) {
    const now = new Map(edited.map((item) => [fieldKey(item), item]));
    return { fields: (change.fields ?? []).map((item) => now.get(fieldKey(item)) ?? item) };
  }
  const words = edited.find(({ field }) => field === change.field)?.words;
  const when = edited.find(({ field }) => field === 'when' && change.field !== 'when')?.words;
  if (words !== undefined && partAt(change) !== undefined) {
    const markdown = theirs === undefined ? undefined : markdownSaying(theirs, words);
    return markdown === undefined ? { why: messageOf('edit-of-formatted-text') } : { words: markdown };
  }
  return withoutUndefined({ words, when });
}

/** The value that a change proposes for a field. */
function valueOfPart(
  { field, fields, words, when }: Change,
  part: Pick<FieldWords, 'field'> & { lang: Lang | undefined },
) {
  if (field === undefined)
    return fields?.find((item) => item.field === part.field && item.lang === part.lang)?.words;
  return part.field === field ? words.new : when?.new;
}

/** The text of each field in a cell; undefined if field labels are missing or in a different order. */
function splitCell(cell: string, parts: readonly CellPart[]): string[] | undefined {
  if (parts.length <= 1 && parts[0]?.label === undefined) return [cell];
  const lines = cell.split('\n');
  const starts: number[] = [];
  for (const [index, { label }] of parts.entries()) {
    const from = (starts.at(-1) ?? -1) + 1;
    const at =
      label === undefined ? index : lines.findIndex((line, at) => at >= from && line.startsWith(`${label}:`));
    if (at < 0) return undefined;
    starts.push(at);
  }
  if (starts[0] !== 0) return undefined;
  return parts.map(({ label }, index) => {
    const text = lines.slice(starts[index], starts[index + 1]).join('\n');
    return label === undefined ? text : text.slice(label.length + 1).trim();
  });
}

/** The value that the dataset stores for the text in a cell; null if the text cannot be parsed. */
function valueIn(field: string, words: string, context: Context): string | null {
  const head = field.split('.')[0] ?? '';
  if (head === 'regions') return regionsOf(words, context);
  if (head === 'status') {
    const status = statusOf(words);
    return status === undefined || status === 'unknown' ? null : status;
  }
  return words;
}

/**
 * Converts the region codes and names in a cell to region codes or to the reason why there are no regions; null if the
 * text cannot be parsed.
 */
function regionsOf(words: string, { comparison, draft, lang }: Context): string | null {
  const shown = new Map(
    [...audienceOf(comparison, lang, true).codes.regions].map(([code, name]) => [name.toLowerCase(), code]),
  );
  const reason = shown.get(words.toLowerCase()) ?? words;
  if (NO_REGION_REASONS.some((known) => known === reason)) return reason;
  const gazetteer = buildGazetteer(draft.reference);
  const codes = words.split(/[,;\n]/).map((piece) => {
    const name = piece.trim();
    const code = shown.get(name.toLowerCase()) ?? /\(([A-Z]{2}-[A-Z0-9]{1,3})\)$/.exec(name)?.[1] ?? name;
    const answer = findRegion(gazetteer, code);
    return 'found' in answer ? answer.found.code : undefined;
  });
  return codes.every((code) => code !== undefined) ? codes.join(', ') : null;
}

/**
 * Replaces the text of each paragraph in a Markdown text with the corresponding line of a plain text. Undefined if the
 * number of lines differs from the number of paragraphs, or if a changed paragraph contains links or bold or italic
 * text.
 */
function markdownSaying(source: string, words: string): string | undefined {
  const { text, paragraphs } = readMarkdown(source);
  const [before, now] = [normalWords(readWords(text)), normalWords(words)].map((lines) => lines.split('\n'));
  if (before?.length !== paragraphs.length || now?.length !== paragraphs.length) return undefined;
  const differs = paragraphs.map((_, index) => before[index] !== now[index]);
  const isPlain = paragraphs.every(({ runs }, index) => !differs[index] || !runs.some(hasLook));
  if (!isPlain) return undefined;
  const edited = withParagraphs(source, (_, index) =>
    differs[index] ? [{ text: now[index] ?? '' }] : undefined,
  );
  return normalWords(readWords(readMarkdown(edited).text)) === now.join('\n') ? edited : undefined;
}
