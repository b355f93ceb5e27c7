/**
 * Reads Hunspell dictionaries that do not come with the program: they may be larger, use other encodings, or be
 * invalid.
 */
import { UserError } from '../errors.ts';
import { LIMITS } from '../model/index.ts';
import { messageOf } from './messages.ts';

/** The two files of a Hunspell dictionary. */
export interface DictionaryFiles {
  aff: Uint8Array;
  dic: Uint8Array;
}

type Why =
  | 'encoding-unknown'
  | 'without-count'
  | 'too-many-words'
  | 'too-many-rules'
  | 'feature-unknown'
  | 'number-invalid'
  | 'condition-invalid';

/**
 * A dictionary as UTF-8 with LF line endings and without repeated entries. Its features are those that the spelling rule
 * supports.
 *
 * @param files names of the two files, for messages
 * @throws UserError if it is not a Hunspell dictionary, too large, or needs a feature that is not supported
 */
export function hunspellFiles(
  { aff, dic }: DictionaryFiles,
  files: Readonly<Record<'aff' | 'dic', string>>,
): DictionaryFiles {
  const refuse = (file: string, line: number | undefined, why: Why): never => {
    throw new UserError(messageOf('dictionary-invalid', { why: messageOf(`dictionary-${why}`) }), {
      file,
      ...(line !== undefined && { line }),
    });
  };
  const set = lines(new TextDecoder('latin1').decode(aff))
    .map((line) => line.trim().split(/\s+/u))
    .find(([name]) => name === 'SET');
  const decoder = decoderOf(set?.[1] ?? 'ISO8859-1') ?? refuse(files.aff, undefined, 'encoding-unknown');
  const rules = lines(decoder.decode(aff));
  const entries = lines(decoder.decode(dic));
  if (!/^\s*\d+\s*$/u.test(entries[0] ?? '')) refuse(files.dic, 1, 'without-count');
  if (entries.length > LIMITS.dictionaryWords) refuse(files.dic, undefined, 'too-many-words');
  const counts = new Map<string, number>();
  for (const [index, line] of rules.entries()) {
    const [name = '', first = '', second = '', third = '', condition = '.'] = line.trim().split(/\s+/u);
    const at = index + 1;
    if (name === 'AF' || (name === 'FLAG' && first === 'num')) refuse(files.aff, at, 'feature-unknown');
    if (name === 'COMPOUNDMIN' && !/^[1-9]$/u.test(first)) refuse(files.aff, at, 'number-invalid');
    if (name === 'TRY' && first.length > LIMITS.dictionaryLetters) refuse(files.aff, at, 'too-many-rules');
    const isAffix = (name === 'PFX' || name === 'SFX') && third !== '';
    if (!isAffix && name !== 'REP' && name !== 'ICONV') continue;
    if (isAffix && !CONDITION.test(condition)) refuse(files.aff, at, 'condition-invalid');
    if (name === 'ICONV' && second !== '' && !LETTERS.test(first)) refuse(files.aff, at, 'condition-invalid');
    for (const key of [name, `${name} ${isAffix ? third.split('/')[0] : ''}`]) {
      const count = (counts.get(key) ?? 0) + 1;
      counts.set(key, count);
      const most = key === name ? LIMITS.dictionaryRules : LIMITS.dictionaryRulesOfOneAffix;
      if (count > (isAffix ? most : LIMITS.dictionaryRulesOfOneAffix))
        refuse(files.aff, at, 'too-many-rules');
    }
  }
  const encoder = new TextEncoder();
  // Duplicates are removed, because a look-up would check equal entries one after another.
  return { aff: encoder.encode(rules.join('\n')), dic: encoder.encode([...new Set(entries)].join('\n')) };
}

const lines = (text: string): string[] => text.split(/\r\n?|\n/u);

/** Letters and classes of letters. Repetitions are not allowed, because they could take unlimited time. */
const CONDITION = /^(?:[^[\]\\(){}*+?|^$]|\[\^?[^[\]\\]+\])+$/u;
const LETTERS = /^[^[\]\\(){}*+?|^$.]+$/u;

/** The decoder of an encoding by its name in Hunspell files. */
function decoderOf(name: string): InstanceType<typeof TextDecoder> | undefined {
  const label = name.toLowerCase().replace('iso8859', 'iso-8859').replace('microsoft-cp', 'windows-');
  try {
    return new TextDecoder(label);
  } catch {
    return undefined;
  }
}
