/**
 * Russian letters and their Latin lookalikes, in the same order. For в, к, м, н and т, only the capital letters look
 * like Latin ones.
 */
const RUSSIAN = 'АВЕКМНОРСТУХаеорсух';
const LATIN = 'ABEKMHOPCTYXaeopcyx';
/** Cyrillic letters of languages other than Russian that look like Latin letters. */
const OTHER_CYRILLIC = 'ІЈЅіјѕ';
const OTHER_LATIN = 'IJSijs';

const TO_LATIN = twins(RUSSIAN + OTHER_CYRILLIC, LATIN + OTHER_LATIN);
const TO_RUSSIAN = twins(LATIN, RUSSIAN);

const HAS_LATIN = /\p{Script=Latin}/u;
const HAS_CYRILLIC = /\p{Script=Cyrillic}/u;

/** A supported script. */
export type Script = 'Latin' | 'Cyrillic';

/** Whether a text contains letters of the script. */
export function hasScript(text: string, script: Script): boolean {
  return (script === 'Latin' ? HAS_LATIN : HAS_CYRILLIC).test(text);
}

/**
 * Replaces the letters of a word that are not in a script with their lookalikes in that script. Undefined if a letter
 * has no lookalike.
 */
export function inScript(word: string, script: Script): string | undefined {
  const twin = script === 'Latin' ? TO_LATIN : TO_RUSSIAN;
  const right = [...word].map((letter) => twin.get(letter) ?? letter).join('');
  return hasScript(right, script === 'Latin' ? 'Cyrillic' : 'Latin') ? undefined : right;
}

function twins(from: string, to: string): ReadonlyMap<string, string> {
  return new Map([...from].map((letter, index) => [letter, to[index] ?? letter]));
}
