import { LANGUAGES } from '../../languages/index.ts';
import { LANGS, type ProgrammeFile, valueAt, wordsInAll } from '../model/index.ts';
import { foldName } from '../reference/index.ts';

/** What a column contains according to its heading; this is more specific than the kind of the field. */
export type ColumnRole = 'places' | 'names' | 'seats' | 'addresses';

const found = new WeakMap<ProgrammeFile, Map<ColumnRole, ReadonlySet<string>>>();

/**
 * The ids of the fields whose heading contains a word for the role, in any language. If a field has no heading, its id
 * is examined instead.
 */
export function columnsOf(role: ColumnRole, config: ProgrammeFile): ReadonlySet<string> {
  const known = valueAt(found, config, () => new Map<ColumnRole, ReadonlySet<string>>());
  return valueAt(
    known,
    role,
    () =>
      new Set(
        config.fields
          .filter(
            ({ id, kind, heading }) =>
              (role === 'places' && kind === 'place') ||
              ((kind === 'text' || kind === 'number') &&
                wordsInAll(heading ?? id).some((words) => pattern(role).test(foldName(words)))),
          )
          .map(({ id }) => id),
      ),
  );
}

const patterns = new Map<ColumnRole, RegExp>();

/** A pattern that matches the words for a role, in all languages, as whole words. */
function pattern(role: ColumnRole): RegExp {
  return valueAt(
    patterns,
    role,
    () =>
      new RegExp(
        `(?<!\\p{L})(?:${LANGS.map((lang) => LANGUAGES[lang].columnWords[role])
          .join('|')
          .replaceAll('*', '\\p{L}*')})(?!\\p{L})`,
        'u',
      ),
  );
}
