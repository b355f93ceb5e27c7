/** Cyrillic letters and the Latin ones that print alike, in the same order. */
const CYRILLIC = 'АВЕКМНОРСТУХІЈЅавекмнорстухіјѕԛԝ';
const LATIN = 'ABEKMHOPCTYXIJSabekmhopctyxijsqw';
/** Small Cyrillic letters of the list whose Latin twins print alike only as capitals. */
const UNLIKE = 'вкмнт';

const TO_LATIN = new Map(
  [...CYRILLIC]
    .map((letter, index): [string, string] => [letter, LATIN[index] ?? letter])
    .filter(([letter]) => !UNLIKE.includes(letter)),
);
const TO_CYRILLIC = new Map([...TO_LATIN].map(([cyrillic, latin]) => [latin, cyrillic]));

const HAS_LATIN = /\p{Script=Latin}/u;
const HAS_CYRILLIC = /\p{Script=Cyrillic}/u;

/** Scripts that words are written in here. */
export type Script = 'Latin' | 'Cyrillic';

/** True when a word has letters of both scripts. */
export function mixesScripts(word: string): boolean {
  return HAS_LATIN.test(word) && HAS_CYRILLIC.test(word);
}

/** The word in one script, if each of its letters of the other has a twin there that prints alike. */
export function inScript(word: string, script: Script): string | undefined {
  const twins = script === 'Latin' ? TO_LATIN : TO_CYRILLIC;
  const right = [...word].map((letter) => twins.get(letter) ?? letter).join('');
  return (script === 'Latin' ? HAS_CYRILLIC : HAS_LATIN).test(right) ? undefined : right;
}
