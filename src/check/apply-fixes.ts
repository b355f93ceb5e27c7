import { createTwoFilesPatch, diffChars, formatPatch } from 'diff';
import { YAMLException } from 'js-yaml';
import type { Position } from '../errors.ts';
import { groupBy, withoutUndefined } from '../model/index.ts';
import { type Finding, textKey } from './finding.ts';
import { openYaml, type ScalarSource, sourceOffset, type YamlSource } from './yaml-source.ts';

/** An edit that replaces characters in a text of the dataset. */
export interface Edit {
  /** The event and field of the text. */
  at: Position;
  /** Offset, within the text, of the replaced characters, in UTF-16 code units. */
  offset: number;
  old: string;
  new: string;
}

/** Returns the edits that apply the safe fixes. If two edits change the same characters, only the first is returned. */
export function fixesOf(findings: readonly Finding[]): Edit[] {
  const byText = new Map<string, Edit[]>();
  for (const finding of findings) {
    const edits = editsOf(finding);
    const key = textKey(finding.at);
    const others = byText.get(key) ?? [];
    if (edits.some((edit) => others.some((other) => touches(edit, other)))) continue;
    byText.set(key, [...others, ...edits]);
  }
  return [...byText.values()].flat();
}

/**
 * Splits a safe fix into edits that are as small as possible, so that two fixes of the same words conflict only where
 * both change the same characters.
 */
function editsOf({ at: { event, field }, offset, words, fix }: Finding): Edit[] {
  if (!fix?.safe) return [];
  const at: Position = withoutUndefined({ event, field });
  const edits: Edit[] = [];
  let position = offset;
  let open: Edit | undefined;
  for (const { value, added, removed } of diffChars(words, fix.words)) {
    if (!added && !removed) {
      open = undefined;
    } else {
      if (open === undefined) {
        open = { at, offset: position, old: '', new: '' };
        edits.push(open);
      }
      if (added) open.new += value;
      else open.old += value;
    }
    if (!added) position += value.length;
  }
  return edits;
}

/** Whether two edits of the same text overlap or are adjacent. */
function touches(a: Edit, b: Edit): boolean {
  return a.offset <= b.offset + b.old.length && b.offset <= a.offset + a.old.length;
}

/** The edits to a text, and the resulting text. */
interface Change {
  scalar: ScalarSource;
  edits: readonly Edit[];
  value: string;
}

/**
 * Applies edits to the text of a YAML file; comments, layout and all other characters stay unchanged. Edits to texts
 * that the file does not contain are ignored.
 *
 * @throws Error if the text to be replaced is not the text that the edit expects
 */
export function applyEdits(text: string, edits: readonly Edit[]): string {
  const file = text.replaceAll('\r\n', '\n');
  const changes = changesOf(openYaml(file), edits);
  // If the new characters would have a special meaning in the YAML style of the text, such as a colon in a plain
  // scalar, the text is put in quotation marks.
  const spliced = openOrNothing(write(file, changes, () => false));
  const written = write(
    file,
    changes,
    ({ edits: [first], value }) => spliced?.scalarAt(first?.at ?? {})?.value !== value,
  );
  return file === text ? written : written.replaceAll('\n', '\r\n');
}

/** Applies edits to a file that consists of a single text. */
export function applyTextEdits(text: string, edits: readonly Edit[]): string {
  return edited(
    text,
    [...edits].sort((a, b) => a.offset - b.offset),
  );
}

/** Parses a file; undefined if it is not valid YAML. */
function openOrNothing(text: string): YamlSource | undefined {
  try {
    return openYaml(text);
  } catch (error) {
    if (error instanceof YAMLException) return undefined;
    throw error;
  }
}

function changesOf(source: YamlSource, edits: readonly Edit[]): Change[] {
  return [...groupBy(edits, ({ at }) => textKey(at)).values()].flatMap((ofText): Change[] => {
    const ordered = [...ofText].sort((a, b) => a.offset - b.offset);
    const scalar = source.scalarAt(ordered[0]?.at ?? {});
    return scalar === undefined ? [] : [{ scalar, edits: ordered, value: edited(scalar.value, ordered) }];
  });
}

function edited(value: string, edits: readonly Edit[]): string {
  let text = '';
  let from = 0;
  for (const { at, offset, old, new: become } of edits) {
    if (value.slice(offset, offset + old.length) !== old) {
      throw new Error(`${at.event ?? ''} ${at.field ?? ''} does not hold "${old}" at ${offset}`);
    }
    text += value.slice(from, offset) + become;
    from = offset + old.length;
  }
  return text + value.slice(from);
}

/**
 * Returns the file with the changes applied. A text that cannot be changed within its YAML style is rewritten in double
 * quotation marks.
 */
function write(text: string, changes: readonly Change[], anew: (change: Change) => boolean): string {
  const splices = changes.flatMap((change) => {
    const splices = anew(change) ? undefined : splicesOf(text, change);
    const { outerStart: start, outerEnd: end } = change.scalar;
    return splices ?? [{ start, end, words: JSON.stringify(change.value) }];
  });
  let written = '';
  let from = 0;
  for (const { start, end, words } of splices.sort((a, b) => a.start - b.start)) {
    written += text.slice(from, start) + words;
    from = end;
  }
  return written + text.slice(from);
}

interface Splice {
  start: number;
  end: number;
  words: string;
}

function splicesOf(text: string, { scalar, edits }: Change): Splice[] | undefined {
  const splices: Splice[] = [];
  for (const { offset, old, new: words } of edits) {
    const start = sourceOffset(text, scalar, offset);
    const end = sourceOffset(text, scalar, offset + old.length);
    if (start === undefined || end === undefined) return undefined;
    splices.push({ start, end, words: inStyle(words, scalar.style) });
  }
  return splices;
}

function inStyle(words: string, style: ScalarSource['style']): string {
  if (style === 'single') return words.replaceAll("'", "''");
  return style === 'double' ? words.replaceAll(/["\\]/g, '\\$&') : words;
}

/**
 * Maximum number of differing lines in a detailed diff. If there are more, the diff replaces the whole file, because
 * the time for a detailed diff grows quadratically.
 */
const MAX_LINES = 2000;

/** The changes to a file as a unified diff. */
export function fixDiff(file: string, before: string, after: string): string {
  const patch = createTwoFilesPatch(file, file, before, after, undefined, undefined, {
    context: 1,
    maxEditLength: MAX_LINES,
  });
  return patch ?? wholePatch(file, before, after);
}

function wholePatch(file: string, before: string, after: string): string {
  const old = before.trimEnd().split('\n');
  const now = after.trimEnd().split('\n');
  const lines = [...old.map((line) => `-${line}`), ...now.map((line) => `+${line}`)];
  const hunk = { oldStart: 1, oldLines: old.length, newStart: 1, newLines: now.length, lines };
  return formatPatch({
    oldFileName: file,
    newFileName: file,
    oldHeader: undefined,
    newHeader: undefined,
    hunks: [hunk],
  });
}
