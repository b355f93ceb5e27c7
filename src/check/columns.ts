import { LANGUAGES } from '../../languages/index.ts';
import { LANGS, type ProgrammeFile, type Text, valueAt } from '../model/index.ts';
import { foldName } from '../reference/index.ts';

/** What a column contains according to its heading; the kind of its field is less specific. */
export type ColumnRole = 'places' | 'names' | 'seats' | 'addresses';

const found = new WeakMap<ProgrammeFile, Map<ColumnRole, ReadonlySet<string>>>();

/**
 * Ids of the fields whose heading contains a word of the role in any language. A field without a heading is
 * identified by its id.
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
                wordsOf(heading ?? id).some((words) => pattern(role).test(words))),
          )
          .map(({ id }) => id),
      ),
  );
}

/** The words in each language, case-folded. */
function wordsOf(text: Text): string[] {
  return (typeof text === 'string' ? [text] : Object.values(text)).map((words) => foldName(words ?? ''));
}

const patterns = new Map<ColumnRole, RegExp>();

/** Matches the words of a role in any language, as whole words of a heading. */
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
