/**
 * Characters that no text of the dataset may hold: controls but tab and line feed, lone surrogates, noncharacters (they make XML and
 * PDF files invalid), line and paragraph separators (a line feed says the same), bidirectional overrides and isolates (they reorder
 * what a reader sees), and the byte order mark inside a text.
 */
const FORBIDDEN =
  /(?![\t\n])\p{Cc}|\p{Cs}|\p{Noncharacter_Code_Point}|[\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff]/u;

/** Letters and signs of most texts: whether a text has others is asked first, which takes a third of the time. */
const COMMON = /^[\t\n -~\u00a0-\u00ff\u0400-\u04ff\u2010-\u2027]*$/;

/** The first forbidden character of a text as `U+FFFE`, or undefined when the text is clean. */
export function forbiddenCharacter(text: string): string | undefined {
  if (COMMON.test(text)) return undefined;
  const found = FORBIDDEN.exec(text);
  if (found === null) return undefined;
  return codePointOf(found[0]);
}

/** A text in which each forbidden character is said as `[U+FFFE]`, for messages about texts that nobody has checked yet. */
export function withoutForbidden(text: string): string {
  if (forbiddenCharacter(text) === undefined) return text;
  const all = new RegExp(FORBIDDEN.source, 'gu');
  return text.replace(all, (character) => `[${forbiddenCharacter(character) ?? ''}]`);
}

const PRINTED = /[^\s\p{Default_Ignorable_Code_Point}]/u;

/** Whether anything of a text is seen. */
export const isPrinted = (text: string): boolean => PRINTED.test(text);

const IGNORABLE = /\p{Default_Ignorable_Code_Point}/gu;

/**
 * A text without the code points that are never seen themselves (Unicode: Default_Ignorable_Code_Point): variation selectors, joiners,
 * direction marks. They may choose glyphs of the characters around them, but no printed character stands for one.
 */
export const printedText = (text: string): string => text.replace(IGNORABLE, '');

/**
 * The blocks that Unicode gives to scripts set from right to left: Hebrew, Arabic, Syriac, Thaana, N'Ko and others, those beyond U+FFFF by
 * their first units; and the marks of direction.
 */
const RIGHT_TO_LEFT = /[\u0590-\u08ff\u200f\ufb1d-\ufdff\ufe70-\ufefc\ud802\ud803\ud83a\ud83b]/;

/** Whether a text has characters of a script that is set from right to left. */
export const isRightToLeft = (text: string): boolean => RIGHT_TO_LEFT.test(text);

/** A character as Unicode cites it, such as `U+00E9`. */
export function codePointOf(character: string): string {
  return `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
}

/** Most words of most languages have nothing to be folded but capitals. */
const ASCII = /^[\x20-\x7E]*$/;

/** A word as lists of words hold it: lower case, without accents and soft hyphens, ё and й as е and и. */
export function fold(word: string): string {
  return ASCII.test(word)
    ? word.toLowerCase()
    : word
        .normalize('NFKD')
        .replace(/[\p{M}\p{Cf}]/gu, '')
        .toLowerCase();
}
