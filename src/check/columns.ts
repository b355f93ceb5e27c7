import { LANGUAGES } from '../../languages/index.ts';
import { LANGS, type ProgrammeFile, type Text } from '../model/index.ts';
import { foldName } from '../reference/index.ts';

/** What the heading of a column tells of it, beyond the kind of its field. */
export type ColumnRole = 'places' | 'names' | 'seats' | 'addresses';

const found = new WeakMap<ProgrammeFile, Map<ColumnRole, ReadonlySet<string>>>();

/** Fields whose heading, or whose id where they have none, says in any language that they hold places, names of bodies and persons, numbers of seats, or addresses. */
export function columnsOf(role: ColumnRole, config: ProgrammeFile): ReadonlySet<string> {
  const known = found.get(config) ?? new Map<ColumnRole, ReadonlySet<string>>();
  found.set(config, known);
  const columns =
    known.get(role) ??
    new Set(
      config.fields
        .filter(({ kind }) => kind === 'text' || kind === 'number')
        .filter(({ id, heading }) => wordsOf(heading ?? id).some((words) => pattern(role).test(words)))
        .map(({ id }) => id),
    );
  known.set(role, columns);
  return columns;
}

/** The words of each language, folded. */
function wordsOf(text: Text): string[] {
  return (typeof text === 'string' ? [text] : Object.values(text)).map((words) => foldName(words ?? ''));
}

const patterns = new Map<ColumnRole, RegExp>();

/** One of the words of any language, as a whole word of a heading. */
function pattern(role: ColumnRole): RegExp {
  const known =
    patterns.get(role) ??
    new RegExp(
      `(?<!\\p{L})(?:${LANGS.map((lang) => LANGUAGES[lang].rules.columns[role])
        .join('|')
        .replaceAll('*', '\\p{L}*')})(?!\\p{L})`,
      'u',
    );
  patterns.set(role, known);
  return known;
}
