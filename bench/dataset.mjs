/** Makes datasets of any size from the events of a real edition. The same input always produces the same bytes. */
import { cp, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { dump, load } from 'js-yaml';

/** Every fifth word of a description is made unique, so that caches of words do not distort the result. */
const UNIQUE_EVERY = 5;

/** The code of an event, with which its title ends. The code is used to check that outputs are complete. */
export const codeOf = (index) => `E${String(index).padStart(6, '0')}`;

/**
 * Writes a dataset of `size` events into a folder. The events of the edition are repeated in their themes, with unique
 * ids and titles.
 */
export async function writeDataset(edition, folder, size) {
  await rm(folder, { recursive: true, force: true });
  await mkdir(path.join(folder, 'events'), { recursive: true });
  await cp(path.join(edition, 'programme.yaml'), path.join(folder, 'programme.yaml'));
  await cp(path.join(edition, 'reference'), path.join(folder, 'reference'), { recursive: true });
  const { themes } = load(await readFile(path.join(edition, 'programme.yaml'), 'utf8'));
  const real = [];
  for (const { id } of themes)
    for (const event of load(await readFile(path.join(edition, 'events', `${id}.yaml`), 'utf8')))
      real.push({ theme: id, event });
  const unique = uniqueWords();
  const events = new Map(themes.map(({ id }) => [id, []]));
  for (let index = 0; index < size; index++) {
    const { theme, event } = real[index % real.length];
    events.get(theme).push(variant(event, index, Math.floor(index / real.length), unique));
  }
  for (const [theme, list] of events)
    await writeFile(
      path.join(folder, 'events', `${theme}.yaml`),
      dump(list, { lineWidth: -1, noRefs: true }),
    );
}

function variant(event, index, copy, unique) {
  const suffixed = inEach(event.title, (words) => `${words} ${codeOf(index)}`);
  return {
    ...event,
    id: `${event.id}-${copy}`,
    title: suffixed,
    ...(event.description === undefined
      ? {}
      : { description: inEach(event.description, (words) => words.replace(/\p{L}+/gu, unique)) }),
  };
}

function inEach(text, change) {
  if (typeof text === 'string') return change(text);
  return Object.fromEntries(Object.entries(text).map(([lang, words]) => [lang, change(words)]));
}

/**
 * Returns a function that replaces every fifth word of a text with a unique word, which is made of syllables and has
 * about the same length.
 */
function uniqueWords() {
  let words = 0;
  let made = 0;
  return (word) => {
    if (++words % UNIQUE_EVERY !== 0) return word;
    const invented = syllables(made++);
    return /^\p{Lu}/u.test(word) ? invented[0].toUpperCase() + invented.slice(1) : invented;
  };
}

function syllables(number) {
  const [consonants, vowels] = ['bdfgklmnprstvz', 'aeiou'];
  let word = '';
  let rest = number;
  for (let count = 0; count < 3 || rest > 0; count++) {
    word += consonants[rest % consonants.length];
    rest = Math.floor(rest / consonants.length);
    word += vowels[rest % vowels.length];
    rest = Math.floor(rest / vowels.length);
  }
  return word;
}
