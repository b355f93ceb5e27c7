import { LANGUAGES } from '../../../languages/index.ts';
import { fold, type Lang } from '../../model/index.ts';
import { lexiconOf } from '../../text/dates/index.ts';
import { addressTest } from '../../text/index.ts';
import { functionWords } from '../foreign-clauses.ts';
import { messageOf } from '../messages.ts';
import { spotsOf, textRule } from '../rule.ts';

interface Fault {
  /** A cheap first test: a pattern that every faulty text contains, but that most texts do not contain. */
  sign: RegExp;
  pattern: RegExp;
  code:
    | `space-${'doubled' | 'at-edge' | 'before-mark' | 'after-bracket'}`
    | `space-missing-${'after-mark' | 'between-sentences' | 'before-number'}`;
  /** The corrected words. */
  right: (words: string) => string;
  safe: boolean;
  /** Whether matches are correct in a language, and are therefore not reported. */
  except?: (lang: Lang) => boolean;
  /** Whether a match is a fault; it may also be a name, which can contain numbers and full stops. */
  holds?: (words: string, lang: Lang) => boolean;
}

const YEAR = /^(?:1[89]|20)\d\d$/;

/** Whether a word is a date word, such as a month or a weekday. */
function isDateWord(word: string, lang: Lang): boolean {
  return (
    lexiconOf(lang)
      .get(fold(word))
      ?.some(({ words }) => words.length === 1) === true
  );
}

const FAULTS: readonly Fault[] = [
  {
    sign: / {2}/,
    pattern: /\S {2,}[^\s,)\];:!?]/gu,
    code: 'space-doubled',
    right: (words) => words.replace(/ +/, ' '),
    safe: true,
  },
  {
    sign: /^ | $/m,
    pattern: /^ +|(?<! ) +$/gmu,
    code: 'space-at-edge',
    right: () => '',
    safe: true,
  },
  {
    sign: / [,)\].]/,
    pattern: /(?:(?<![\p{L}\p{N}])[\p{L}\p{N}]+|[)\]»”]) +(?:[,)\]]|\.(?![./\p{L}\p{N}]| \.))/gu,
    code: 'space-before-mark',
    right: (words) => words.replace(/ +/, ''),
    safe: true,
  },
  {
    sign: / [;:!?]/,
    pattern: /(?:(?<![\p{L}\p{N}])[\p{L}\p{N}]+|[)\]»”]) +[;:!?](?![-)(]|[DP](?!\p{L}))/gu,
    code: 'space-before-mark',
    right: (words) => words.replace(/ +/, ''),
    safe: true,
    except: (lang) => Object.keys(LANGUAGES[lang].typography.spaceBefore).length > 0,
  },
  {
    sign: /[([] /,
    pattern: /[([] +\S/gu,
    code: 'space-after-bracket',
    right: (words) => words.replace(/ +/, ''),
    safe: true,
  },
  {
    sign: /[,;][^\s\d]/,
    pattern: /(?<!\p{L})\p{L}{2,}[,;](?=\p{L})\p{L}+/gu,
    code: 'space-missing-after-mark',
    right: (words) => words.replace(/[,;]/, '$& '),
    safe: false,
  },
  {
    sign: /[.!?][^\s\d]/,
    // A name may contain a full stop: Яндекс.Такси.
    pattern:
      /(?<!\p{L})(?:\p{Ll}{2,}[.!?]\p{Lu}\p{Ll}+|\p{Lu}\p{Ll}{2,}[.!?](?!(?:Com|Io|Js|Me|Net|Org|Ru|Tv)(?!\p{L}))\p{Lu}\p{Ll}{0,2}(?!\p{L}))/gu,
    code: 'space-missing-between-sentences',
    right: (words) => words.replace(/[.!?]/, '$& '),
    safe: false,
    // Two capitalised words are assumed to be a name (Yandex.Zen), unless the second is a word that often begins
    // sentences (Research.For).
    holds: (words, lang) => {
      const [before = '', after = ''] = words.split(/[.!?]/);
      return !/^\p{Lu}/u.test(before) || functionWords(lang).has(after.toLowerCase());
    },
  },
  {
    sign: /\d\d[^\s.,)–-]|[^\s.,(–-]\d\d/,
    pattern: /(?<![\p{L}\p{N}#])\p{L}?\p{Ll}{3,}\d{2,}(?![\p{L}\p{N}])|(?<![\p{L}\p{N}])\d{2,}\p{Ll}{4,}/gu,
    code: 'space-missing-before-number',
    right: (words) => words.replace(/(?<=\p{L})(?=\d)|(?<=\d)(?=\p{L})/u, ' '),
    safe: false,
    // The words programme2021, 13december and from12 are faults, but not Space307 and 88barclub.
    holds: (words, lang) => {
      const [number = ''] = /\d+/.exec(words) ?? [];
      const word = words.replace(number, '');
      return YEAR.test(number) || functionWords(lang).has(word.toLowerCase()) || isDateWord(word, lang);
    },
  },
];

export const spaces = textRule({ id: 'spaces', severity: 'warning' }, ({ words, lang }) => {
  const suspect = FAULTS.filter(({ except, sign }) => !except?.(lang) && sign.test(words));
  if (suspect.length === 0) return [];
  const inAddress = addressTest(words);
  return suspect.flatMap(({ pattern, holds, code, right, safe }) =>
    spotsOf(words, pattern, ({ 0: found, index }) =>
      inAddress(index) || holds?.(found, lang) === false
        ? undefined
        : { ...messageOf(code), fix: { words: right(found), safe } },
    ),
  );
});
