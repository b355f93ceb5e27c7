/**
 * Counts the correct words that `check` reports and the spelling mistakes that it misses: `node spelling.mjs FOLDER
 * [--program dist/programme.mjs] [--words] [--unknown]`.
 *
 * FOLDER contains a folder for each language (spelling-texts.mjs writes them). Each of these contains one file per
 * programme, with one paragraph per line, and a file `apart.txt`. That file lists names, foreign words and real errors,
 * one per line, which count neither as correct words nor as mistakes. Choose them from the words that `--unknown`
 * prints, which are the words that the published dictionary does not contain. With `--unknown`, the program is not run.
 * In German, capitalised words that never follow an article are excluded as well; in other languages, words that never
 * occur in lower case.
 *
 * Correct words are words of at least five letters that occur only once in the texts of their language. Mistakes are
 * inserted into 500 words, with a fixed seed: a letter is omitted, doubled, replaced or swapped with the next one, or
 * its accent is changed. A mistake that results in another word of the dictionary (according to Hunspell, without
 * compounds) cannot be found. Such mistakes are counted separately.
 */
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import os from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { loadModule } from 'hunspell-asm';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    program: { type: 'string', default: path.join(import.meta.dirname, '..', 'dist', 'programme.mjs') },
    words: { type: 'boolean', default: false },
    unknown: { type: 'boolean', default: false },
  },
});
const [folder] = positionals;
if (folder === undefined) throw new Error('name the folder of the texts');

const SLIPS = 500;
const SHORTEST = 5;
const DICTIONARIES = {
  de: ['dictionary-de'],
  en: ['dictionary-en-gb', 'dictionary-en'],
  es: ['dictionary-es'],
  fr: ['dictionary-fr'],
  it: ['dictionary-it'],
  ru: ['dictionary-ru'],
};
const LATIN = /^\p{Script=Latin}+$/u;
const CYRILLIC = /^\p{Script=Cyrillic}+$/u;
const LETTERS = { ru: 'абвгдежзийклмнопрстуфхцчшщъыьэюя', other: 'abcdefghijklmnopqrstuvwxyz' };
const WORD = /[\p{L}\p{M}]+/gu;
const ARTICLE =
  /(?<!\p{L})(?:der|die|das|den|dem|des|(?:k?ein|mein|unser)(?:e[mnrs]?)?|im|am|zum|zur|vom|beim|ins) $/iu;

if (!values.unknown)
  console.log(
    '| | right words | reported | of them notes | slips | missed | only a note | makes another word |',
  );
if (!values.unknown) console.log('| --- | --- | --- | --- | --- | --- | --- | --- |');
for (const lang of readdirSync(folder).sort()) await measure(lang);

async function measure(lang) {
  const files = readdirSync(path.join(folder, lang)).sort();
  const read = (file) =>
    readFileSync(path.join(folder, lang, file), 'utf8')
      .normalize('NFC')
      .split('\n');
  const texts = files
    .filter((file) => file !== 'apart.txt')
    .flatMap(read)
    .filter((line) => line !== '');
  const apart = new Set(files.includes('apart.txt') ? read('apart.txt').map((word) => word.trim()) : []);
  const uses = usesIn(texts, lang);
  const right = [...uses].filter(([word, { isWord }]) => isWord && !apart.has(word));
  const rare = right.filter(([, { count }]) => count === 1).map(([word]) => word);

  if (values.unknown) {
    const isWord = await referee(lang, { compounds: true });
    console.log(`${lang}: ${right.flatMap(([word]) => (isWord(word) ? [] : [word])).join(' ')}`);
    return;
  }
  const found = reported(lang, texts);
  const wrongly = rare.filter((word) => found.has(word));
  const notes = wrongly.filter((word) => found.get(word).every(({ rule }) => rule !== 'spelling'));

  const { slips, others } = slipsIn(right, lang, await referee(lang));
  const verdicts = reported(
    lang,
    slips.map(({ sentence }) => sentence),
  );
  const missed = slips.filter(({ slip }) => !verdicts.has(slip));
  const weak = slips.filter(({ slip }) => verdicts.get(slip)?.every(({ rule }) => rule !== 'spelling'));

  const share = (part, all) => `${part.length} (${((100 * part.length) / all.length).toFixed(1)} %)`;
  console.log(
    `| ${lang} | ${rare.length} | ${share(wrongly, rare)} | ${notes.length} | ${slips.length} | ${share(missed, slips)} | ${weak.length} | ${others} |`,
  );
  if (values.words) {
    const meant = (word) => found.get(word).map(({ fix }) => fix?.words ?? '')[0];
    console.error(`${lang} reported: ${wrongly.map((word) => `${word}>${meant(word)}`).join(' ')}`);
    console.error(`${lang} missed: ${missed.map(({ word, slip }) => `${slip}<${word}`).join(' ')}`);
    console.error(`${lang} only a note: ${weak.map(({ word, slip }) => `${slip}<${word}`).join(' ')}`);
  }
}

/**
 * For each word, how often it occurs in the texts, whether it can be distinguished from a name, and where it occurs
 * first.
 */
function usesIn(texts, lang) {
  const uses = new Map();
  for (const text of texts)
    for (const { 0: word, index } of text.matchAll(WORD)) {
      if (
        word.length < SHORTEST ||
        !(lang === 'ru' ? CYRILLIC : LATIN).test(word) ||
        touches(text, index, word.length)
      )
        continue;
      const isSmall = word === word.toLowerCase();
      const isNoun = lang === 'de' && /^\p{Lu}\p{Ll}+$/u.test(word) && ARTICLE.test(text.slice(0, index));
      const use = uses.get(word) ?? { count: 0, isWord: false, text, index };
      if ((isSmall || isNoun) && !use.isWord) Object.assign(use, { isWord: true, text, index });
      use.count += 1;
      uses.set(word, use);
    }
  return uses;
}

/** Whether a word at a position is part of another word, an address or a number. */
function touches(text, index, length) {
  return (
    /[-‑@/_.\d&+#]/u.test(text.charAt(index - 1)) ||
    /^(?:[-‑@/_\d&+#*:]|\.\p{L})/u.test(text.slice(index + length, index + length + 2))
  );
}

/** The words that `check` reports in descriptions. */
function reported(lang, descriptions) {
  const data = mkdtempSync(path.join(os.tmpdir(), 'spelling-'));
  try {
    writeProgramme(data, lang, descriptions);
    const { findings } = JSON.parse(run(['check', '--data', data, '--format', 'json']));
    const byWord = new Map();
    for (const finding of findings)
      if (finding.rule === 'spelling' || finding.rule === 'unknown-name')
        for (const [word] of finding.words.normalize('NFC').matchAll(WORD))
          byWord.set(word, [...(byWord.get(word) ?? []), finding]);
    return byWord;
  } finally {
    rmSync(data, { recursive: true });
  }
}

/** The program exits with 1 if it reports any findings. */
function run(args) {
  try {
    return execFileSync(process.execPath, [values.program, ...args], {
      maxBuffer: 1 << 30,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
  } catch (error) {
    if (error.status === 1) return error.stdout;
    throw new Error(String(error.stderr), { cause: error });
  }
}

function writeProgramme(data, lang, descriptions) {
  const programme = {
    format: 3,
    name: 'spelling',
    language: lang,
    languages: [lang],
    date: '2030-01-01',
    period: '2030',
    title: '1',
    author: '1',
    subject: '1',
    introduction: '1',
    contents: '1',
    fields: [
      { id: 'title', kind: 'title', heading: '1' },
      { id: 'description', kind: 'description', heading: '1' },
    ],
    sides: [],
    themes: [{ id: 'all', title: '1', columns: ['title', 'description'] }],
  };
  const events = descriptions.map((description, index) => ({
    id: `event-${index}`,
    title: `${index}`,
    description,
  }));
  mkdirSync(path.join(data, 'events'), { recursive: true });
  writeFileSync(path.join(data, 'programme.yaml'), JSON.stringify(programme));
  writeFileSync(path.join(data, 'events', 'all.yaml'), JSON.stringify(events));
}

/**
 * Returns a function that tells whether a dictionary contains a word. By default, the rules for compounds are not
 * applied, because with them the dictionary would accept the misspelt "Einkaufzentrum".
 */
async function referee(lang, { compounds = false } = {}) {
  const factory = await loadModule();
  const checkers = DICTIONARIES[lang].map((name) => {
    const file = createRequire(import.meta.url)
      .resolve(name)
      .replace(/js$/, '');
    const listed = readFileSync(`${file}aff`, 'utf8');
    const aff = compounds ? listed : listed.replaceAll(/^COMPOUND(?!PERMIT).*$/gm, '');
    return factory.create(
      factory.mountBuffer(Buffer.from(aff)),
      factory.mountBuffer(readFileSync(`${file}dic`)),
    );
  });
  return (word) => checkers.some((checker) => checker.spell(word));
}

function slipsIn(right, lang, isWord) {
  const chance = random(lang);
  const words = [...right].sort(([a], [b]) => (a < b ? -1 : 1));
  const slips = [];
  let others = 0;
  while (slips.length < SLIPS && words.length > 0) {
    const [[word, { text, index }]] = words.splice(Math.floor(chance() * words.length), 1);
    const slip = slipOf(word, lang, chance);
    if (slip === undefined) continue;
    if (isWord(slip)) others += 1;
    else slips.push({ word, slip, sentence: sentenceWith(text, index, word.length, slip) });
  }
  return { slips, others };
}

/** Returns a generator of pseudo-random fractions with a given seed (mulberry32). */
function random(seed) {
  let state = [...seed].reduce((sum, letter) => sum * 31 + letter.charCodeAt(0), 7);
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Inserts a mistake into a word. The first letter of a noun is not changed. */
function slipOf(word, lang, chance) {
  const first = word === word.toLowerCase() ? 0 : 1;
  const at = first + Math.floor(chance() * (word.length - first));
  const [before, letter, after] = [word.slice(0, at), word.charAt(at), word.slice(at + 1)];
  const letters = LETTERS[lang] ?? LETTERS.other;
  const slips = [
    before + after,
    before + letter + letter + after,
    before + after.charAt(0) + letter + after.slice(1),
    before + letters.charAt(Math.floor(chance() * letters.length)) + after,
    withAccentChanged(word, lang, chance),
  ];
  const slip = slips[Math.floor(chance() * slips.length)];
  return slip === word ? undefined : slip;
}

/** Removes or adds an accent. English words are not changed in this way, because they have no accents. */
function withAccentChanged(word, lang, chance) {
  const pairs = {
    de: ['äöüß', 'aous'],
    en: ['', ''],
    es: ['áéíóúñ', 'aeioun'],
    fr: ['éèêàâùûîôçë', 'eeeaauuioce'],
    it: ['àèéìòù', 'aeeiou'],
    ru: ['ёй', 'еи'],
  }[lang];
  const places = [...word].flatMap((letter, at) => (pairs.some((all) => all.includes(letter)) ? [at] : []));
  if (places.length === 0) return word;
  const accented = places.filter((at) => pairs[0].includes(word.charAt(at)));
  const among = accented.length > 0 ? accented : places;
  const at = among[Math.floor(chance() * among.length)];
  const [from, to] = accented.length > 0 ? pairs : [pairs[1], pairs[0]];
  return word.slice(0, at) + to.charAt(from.indexOf(word.charAt(at))) + word.slice(at + 1);
}

/** The sentence that contains a word, with the word replaced by the same word with a mistake. */
function sentenceWith(text, index, length, slip) {
  const start = Math.max(0, ...[...text.slice(0, index).matchAll(/[.!?]\s/gu)].map((end) => end.index + 2));
  const end = /[.!?](?=\s)/u.exec(text.slice(index));
  return (
    text.slice(start, index) +
    slip +
    text.slice(index + length, end === null ? undefined : index + end.index + 1)
  );
}
