import { groupBy, valueAt } from '../../model/index.ts';
import { foldName } from '../../reference/index.ts';
import { columnsOf } from '../columns.ts';
import type { BareFinding } from '../finding.ts';
import { messageOf } from '../messages.ts';
import { type CheckContext, type Rule, spotted } from '../rule.ts';
import type { PrintedText } from '../texts.ts';

export const bodyVariant: Rule = {
  id: 'body-variant',
  severity: 'note',
  run: variants,
};

interface Name {
  words: string;
  /** The words of the name in lower case and without accents; an abbreviated word keeps its full stop. */
  parts: readonly string[];
  uses: { text: PrintedText; offset: number }[];
}

/** The names in a text, between separators. */
const NAMES = /[^,;\n/&|()]+/gu;
/** Lower-case words within a name, such as "of", "de la" and "für". */
const SMALL = /^\p{Ll}{1,3}$|^\p{Ll}['’]/u;
const BRACKETS = /\([^()\n]{0,200}\)/gu;
/** An abbreviation in brackets after the full name. */
const INTRODUCED = /\((\p{Lu}{3,8})\)/gu;
const INITIALS = /^\p{Lu}{3,8}$/u;

function variants(context: CheckContext): BareFinding[] {
  const { config } = context.programme;
  const columns = columnsOf('names', config);
  const texts = context.texts.filter(
    ({ kind, column = '', lang }) => lang === config.language && (kind === 'body' || columns.has(column)),
  );
  const names = namesIn(texts);
  const introduced = new Set(
    context.texts.flatMap(({ words }) => [...words.matchAll(INTRODUCED)].map(([, short = '']) => short)),
  );
  const found = new Map<Name, Name>();
  const tell = (one: Name, other: Name): void => {
    const [right, rarer] = one.uses.length >= other.uses.length ? [one, other] : [other, one];
    if (!found.has(rarer) && found.get(right) !== rarer) found.set(rarer, right);
  };
  for (const [words, [first, ...others]] of groupBy(names, sorted))
    for (const other of others) if (words !== '' && first !== undefined) tell(first, other);
  for (const name of names) {
    if (introduced.has(name.words)) continue;
    const longer = names.filter((other) => other !== name && isShortFor(name, other));
    const [only] = longer;
    if (only !== undefined && longer.length === 1) tell(only, name);
  }
  return [...found].flatMap(([rarer, right]) =>
    rarer.uses.map(({ text, offset }) =>
      spotted(text, {
        offset,
        length: rarer.words.length,
        ...messageOf('body-differs', { words: rarer.words, right: right.words }),
      }),
    ),
  );
}

function namesIn(texts: readonly PrintedText[]): Name[] {
  const names = new Map<string, Name>();
  for (const text of texts) {
    const outside = text.words.replaceAll(BRACKETS, (words) => ','.repeat(words.length));
    for (const { 0: part, index } of outside.matchAll(NAMES)) {
      const words = part.trim();
      const key = foldName(words);
      if (key === '') continue;
      valueAt(names, key, () => ({ words, parts: partsOf(words), uses: [] })).uses.push({
        text,
        offset: index + part.indexOf(words),
      });
    }
  }
  return [...names.values()];
}

function partsOf(words: string): string[] {
  return words
    .split(/[\s\u00a0]+/u)
    .filter((word) => !SMALL.test(word))
    .map((word) => foldName(word) + (/^\p{L}+\.$/u.test(word) ? '.' : ''));
}

/** The words of a name in alphabetical order; empty for a name of one word. */
function sorted({ parts }: Name): string {
  return parts.length < 2 ? '' : [...parts].sort().join(' ');
}

/** Whether a name is an abbreviation of another name, as in A. Weber, Univ. of Graz and MJC. */
function isShortFor(name: Name, other: Name): boolean {
  const { parts } = name;
  if (INITIALS.test(name.words)) {
    const initials = (words: readonly string[]): string =>
      words.map((word) => foldName(word).charAt(0)).join('');
    const all = other.words.split(/[\s\u00a0’'-]+/u);
    const short = name.words.toLowerCase();
    return (
      all.length > 2 &&
      (initials(all) === short ||
        initials(all.filter((word) => !SMALL.test(word) && word.length > 1)) === short)
    );
  }
  if (parts.length < 2 || parts.length !== other.parts.length) return false;
  let cut = 0;
  for (const [at, part] of parts.entries()) {
    const whole = other.parts[at] ?? '';
    if (part === whole) continue;
    if (!part.endsWith('.') || whole.endsWith('.') || !whole.startsWith(part.slice(0, -1))) return false;
    cut += 1;
  }
  return cut > 0 && cut < parts.length;
}
