/**
 * Characters that texts in a dataset must not contain:
 *
 * - control characters except tab and line feed, lone surrogates and noncharacters (these make XML and PDF invalid)
 * - line and paragraph separators; line feeds are used instead
 * - bidirectional overrides and isolates, which reorder the displayed text
 * - byte order marks within a text
 */
const FORBIDDEN =
  /(?![\t\n])\p{Cc}|\p{Cs}|\p{Noncharacter_Code_Point}|[\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff]/u;

/**
 * A text that consists only of frequent characters. Most texts match this pattern, and testing it first reduces the
 * time to a third.
 */
const COMMON = /^[\t\n -~\u00a0-\u00ff\u0400-\u04ff\u2010-\u2027]*$/;

/** Escapes text for XML content and attributes. The text must not contain forbidden characters. */
export function escapeXml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}

/** The first forbidden character in a text, in Unicode notation (`U+FFFE`); undefined if there is none. */
export function forbiddenCharacter(text: string): string | undefined {
  if (COMMON.test(text)) return undefined;
  const found = FORBIDDEN.exec(text);
  if (found === null) return undefined;
  return codePointOf(found[0]);
}

/**
 * Replaces each forbidden character with its Unicode notation (`[U+FFFE]`), for use in messages about texts that have
 * not been validated.
 */
export function withoutForbidden(text: string): string {
  if (forbiddenCharacter(text) === undefined) return text;
  const all = new RegExp(FORBIDDEN.source, 'gu');
  return text.replace(all, (character) => `[${forbiddenCharacter(character) ?? ''}]`);
}

const LATIN_1 = /^[^\u0100-\uffff]*$/;

/**
 * Normalises a text to NFC. A text in Latin-1 is already normalised. It is copied, because V8 stores it with two bytes
 * per character if it is part of a file with other characters, and matches patterns more slowly in such texts.
 */
export function composed(text: string): string {
  return LATIN_1.test(text) ? Buffer.from(text, 'latin1').toString('latin1') : text.normalize('NFC');
}

const PRINTED = /[^\s\p{Default_Ignorable_Code_Point}]/u;

/** Whether a text contains a visible character. */
export const isPrinted = (text: string): boolean => PRINTED.test(text);

const IGNORABLE = /\p{Default_Ignorable_Code_Point}/gu;

/**
 * Removes code points that are never visible (Unicode: Default_Ignorable_Code_Point), such as variation selectors,
 * joiners and direction marks. Such characters can influence the glyphs of adjacent characters, but have no glyphs of
 * their own.
 */
export const printedText = (text: string): string => text.replace(IGNORABLE, '');

/**
 * The Unicode blocks for right-to-left scripts (Hebrew, Arabic, Syriac, Thaana, N'Ko and others) and direction marks;
 * blocks beyond U+FFFF are represented by high surrogates.
 */
const RIGHT_TO_LEFT = /[\u0590-\u08ff\u200f\ufb1d-\ufdff\ufe70-\ufefc\ud802\ud803\ud83a\ud83b]/;

/** Whether a text contains characters in a right-to-left script. */
export const isRightToLeft = (text: string): boolean => RIGHT_TO_LEFT.test(text);

/** A character in Unicode notation, such as `U+00E9`. */
export function codePointOf(character: string): string {
  return `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
}

/** Text in ASCII characters, which only needs to be converted to lower case. */
const ASCII = /^[\x20-\x7E]*$/;

/**
 * Normalises a word for lookup in word lists: converts it to lower case, removes accents and soft hyphens, and replaces
 * ё and й with е and и.
 */
export function fold(word: string): string {
  return ASCII.test(word)
    ? word.toLowerCase()
    : word
        .normalize('NFKD')
        .replace(/[\p{M}\p{Cf}]/gu, '')
        .toLowerCase();
}
