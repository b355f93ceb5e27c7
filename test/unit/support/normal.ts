import { LANGS, type Lang } from '../../../src/model/text.ts';

/**
 * Removes differences of file layout from a programme or a part of one: space around paragraphs, Unicode normalisation,
 * and the language key of texts that exist only in the main language.
 */
export function normal<T>(value: T, main: Lang): T {
  return normalValue(value, main) as T;
}

function normalValue(value: unknown, main: Lang): unknown {
  if (typeof value === 'string') {
    const lines = value.split('\n').map((line) => line.trim());
    return lines
      .filter((line) => line !== '')
      .join('\n')
      .normalize('NFC');
  }
  if (Array.isArray(value)) return value.map((item) => normalValue(item, main));
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).flatMap(([key, item]) =>
    item === undefined ? [] : [[key, normalValue(item, main)] as const],
  );
  const [first] = entries;
  const isText = entries.every(([key]) => (LANGS as readonly string[]).includes(key));
  return isText && entries.length === 1 && first?.[0] === main ? first[1] : Object.fromEntries(entries);
}
