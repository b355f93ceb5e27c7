import { LANGUAGES } from '../../languages/index.ts';
import { type ProgrammeFile, type Side, wordsByLanguage } from '../model/index.ts';
import { regionsNamed } from '../reference/index.ts';
import type { CheckContext } from './rule.ts';
import type { PrintedText } from './texts.ts';

/** A consulate or embassy among the bodies in a cell. */
export interface Consulate {
  /** The name of the body; `offset` is its position in the text. */
  words: string;
  offset: number;
  /** The side whose country the consulate represents, if its name states the country. */
  owner?: Side;
  /** The side in whose country the consulate is located, if its name contains the name of a place in that country. */
  host?: Side;
}

const BODIES = /[^,;\n]+/gu;
const WORDS = /[\p{L}\p{M}]+/gu;
const MIN_LETTERS = 4;

/** Finds the consulates and embassies in the text of a side's column; empty for other columns. */
export function consulatesIn(text: PrintedText, context: CheckContext): Consulate[] {
  const { config } = context.programme;
  const { embassies } = LANGUAGES[text.lang].rules;
  if (!config.sides.some(({ id }) => id === text.column) || !embassies.test(text.words)) return [];
  const named = sideWords(config);
  return [...text.words.matchAll(BODIES)].flatMap(({ 0: body, index }): Consulate[] => {
    const found = embassies.exec(body);
    if (found === null) return [];
    const words = body.trim();
    const offset = index + body.indexOf(words);
    const owner = ownerOf(body, found.index, found[0].length, named);
    const host = hostOf(text, offset, offset + words.length, context);
    return [{ words, offset, ...(owner && { owner }), ...(host && { host }) }];
  });
}

/**
 * The side whose country is named directly before the word for the mission ("French embassy") or, if there is none,
 * first after it ("Embassy of France in Russia").
 */
function ownerOf(body: string, start: number, length: number, named: SideWords): Side | undefined {
  const before = body.slice(0, start).match(WORDS)?.slice(-2).reverse() ?? [];
  const behind = body.slice(start + length).match(WORDS) ?? [];
  for (const word of [...before, ...behind]) {
    const side = named.find(({ words }) => words.some((known) => isFormOf(word.toLowerCase(), known)))?.side;
    if (side !== undefined) return side;
  }
  return undefined;
}

function hostOf(
  text: PrintedText,
  start: number,
  end: number,
  { programme, gazetteer, mentionsIn }: CheckContext,
): Side | undefined {
  const countries = new Set(
    mentionsIn(text)
      .filter((mention) => mention.start >= start && mention.end <= end)
      .flatMap((mention) => regionsNamed(gazetteer, mention).map(({ code }) => code.slice(0, 2))),
  );
  return programme.config.sides.find(({ country }) => countries.has(country));
}

type SideWords = readonly { side: Side; words: readonly string[] }[];

/**
 * The words in the names of each side, in all languages and in lower case; words that belong to several sides are
 * omitted.
 */
function sideWords({ sides, language }: Pick<ProgrammeFile, 'sides' | 'language'>): SideWords {
  const all = sides.map((side) => {
    const texts = [side.name, side.heading].flatMap((text) =>
      wordsByLanguage(text, '', language).map(({ words }) => words),
    );
    const words = [side.id, ...texts].flatMap((words) => words.toLowerCase().match(WORDS) ?? []);
    return { side, words: [...new Set(words)].filter((word) => word.length >= MIN_LETTERS) };
  });
  return all.map(({ side, words }) => ({
    side,
    words: words.filter((word) => !all.some((other) => other.side !== side && other.words.includes(word))),
  }));
}

/** Whether two words have the same stem (France, française; Russie, russe). */
function isFormOf(word: string, known: string): boolean {
  const shorter = Math.min(word.length, known.length);
  let same = 0;
  while (same < shorter && word[same] === known[same]) same += 1;
  return same >= MIN_LETTERS && same * 5 >= shorter * 3;
}
