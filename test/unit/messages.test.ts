import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import * as english from '../../languages/en/messages/index.ts';
import * as french from '../../languages/fr/messages/index.ts';
import type { Catalogue, MessageWords } from '../../languages/index.ts';
import { messagesOf, speakerOf, withHint } from '../../src/messages.ts';
import { dateWords } from '../../src/text/dates/index.ts';

const areas: Readonly<Record<string, Catalogue>> = english;
const codes = Object.values(areas).flatMap((catalogue) => Object.keys(catalogue));

const textsOf = (words: MessageWords): string[] => {
  if (typeof words === 'string') return [words];
  return Object.values(words).flatMap((inner: string | MessageWords) => textsOf(inner));
};

const placesOf = (words: MessageWords): string[] =>
  [
    ...new Set(
      textsOf(words).flatMap((text) => [...text.matchAll(/\{(\w+)\}/g)].map(([, place = '']) => place)),
    ),
  ].sort();

const sources = ['src', 'templates']
  .flatMap((folder) => readdirSync(folder, { recursive: true, withFileTypes: true }))
  .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
  .map((entry) => {
    const file = `${entry.parentPath}/${entry.name}`;
    return { file, text: readFileSync(file, 'utf8') };
  });

describe('Message codes', () => {
  it('Codes are unique across all areas and contain only lower-case letters, digits and hyphens', () => {
    expect(codes.filter((code, index) => codes.indexOf(code) !== index)).toEqual([]);
    expect(codes.filter((code) => !/^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(code))).toEqual([]);
  });

  it('Every code in a catalogue is used', () => {
    const text = sources.map((source) => source.text).join('\n');
    // If a code is composed at run time, its pattern lists the possible codes.
    const patterns = [...text.matchAll(/messageOf\(\s*`([^`]+)`/g)].map(
      ([, code = '']) => new RegExp(`^${code.replace(/\$\{[^}]*\}/g, '[a-z-]+')}$`),
    );
    const quotedOrKey = /(['"])([a-z0-9-]+)\1|([a-z0-9-]+):/g;
    const used = new Set([...text.matchAll(quotedOrKey)].map(([, , quoted, key]) => quoted ?? key));
    const isUsed = (code: string): boolean =>
      used.has(code) || patterns.some((pattern) => pattern.test(code));
    expect(codes.filter((code) => !isUsed(code))).toEqual([]);
  });
});

/** A folder in which not all messages have codes yet. */
const WITHOUT_CODES = 'src/model/';

describe('Messages in source code', () => {
  /** A sentence of a message or a hint: a text with a space is not a code. */
  const SENTENCE =
    /\b(?:message|hint):\s*(?:[^\n'`]*\?\s*)?(?:'[^'\n]* [^'\n]*'|`[^`]* [^`]*`)|UserError\(\s*['`]/;

  it('Messages about input are only in catalogues', () => {
    const wrong = sources
      // Terms have their English words next to their values.
      .filter(({ file }) => file !== 'src/check/message-names.ts')
      .filter(({ file }) => !file.startsWith(WITHOUT_CODES))
      .filter(({ text }) => SENTENCE.test(text.replace(/\/\*.*?\*\//gs, '')))
      .map(({ file }) => file);
    expect(wrong).toEqual([]);
  });

  it.each([
    ["new UserError({ message: 'not here' })", true],
    ['x({ hint: `not here` })', true],
    ["x({ message: isThere ? 'so it is' : 'it is not' })", true],
    ["new UserError('no')", true],
    ["messageOf('not-here', { hint: messageOf('leave-out') })", false],
    ["hint: 'accept-or-refuse' | 'correct-first'", false],
  ])('The check detects a sentence in source code: %s', (text, isWrong) => {
    expect(SENTENCE.test(text)).toBe(isWrong);
  });
});

describe('French messages', () => {
  const translated: Readonly<Record<string, Catalogue>> = french;

  it('The French catalogue has every code, with the placeholders of the English text', () => {
    const wrong = Object.entries(areas).flatMap(([area, catalogue]) =>
      Object.entries(catalogue).flatMap(([code, words]) => {
        const own = translated[area]?.[code];
        if (own === undefined) return [`${code} is missing`];
        const [inEnglish, inFrench] = [placesOf(words), placesOf(own)];
        return [
          ...inEnglish.filter((place) => !inFrench.includes(place)).map((place) => `${code}: no {${place}}`),
          ...inFrench.filter((place) => !inEnglish.includes(place)).map((place) => `${code}: {${place}}`),
        ];
      }),
    );
    expect(wrong).toEqual([]);
  });

  it('The French catalogue uses French quotation marks, apostrophes and spaces before double punctuation', () => {
    const wrong = Object.values(translated)
      .flatMap((catalogue) => Object.values(catalogue))
      .flatMap(textsOf)
      // Text to type into files and commands is in backticks.
      .map((text) => text.replace(/`[^`]*`/g, ''))
      .filter((text) => /"|\p{L}'|«(?! )|(?<! )»|\p{L}[;!?](?= |$)|\p{L}: \{/u.test(text));
    expect(wrong).toEqual([]);
  });
});

describe('Messages', () => {
  const messageOf = messagesOf({
    missing: { message: 'no "{name}" in {files}', hint: 'known: {known}' },
    found: { one: '{count} event in {where}', other: '{count} events in {where}' },
    folder: 'the folder {name}',
  });

  it('A message consists of a code, parameters and an English text', () => {
    expect(messageOf('missing', { name: 'a', files: { and: ['b', 'c', 'd'] }, known: ['e', 'f'] })).toEqual({
      code: 'missing',
      parameters: { name: 'a', files: { and: ['b', 'c', 'd'] }, known: ['e', 'f'] },
      message: 'no "a" in b, c and d',
      hint: 'known: e, f',
    });
  });

  it.each([
    [1, '1 event in the folder x'],
    [2, '2 events in the folder x'],
    [12_345, '12,345 events in the folder x'],
  ])('The words of a message agree with the number %d', (count, words) => {
    const where = messageOf('folder', { name: 'x' });
    expect(messageOf('found', { count, where }).message).toBe(words);
  });

  it('Placeholders inside a parameter of a message are not replaced', () => {
    expect(messageOf('folder', { name: '{name}' }).message).toBe('the folder {name}');
  });

  it('Long lists in messages are shortened', () => {
    const known = Array.from({ length: 23 }, (_, index) => String(index));
    expect(messageOf('missing', { name: 'a', files: '', known }).hint).toMatch(/, 18, 19 and 3 more$/);
  });

  it('A message is translated if the language has a text for it; otherwise it is in English', async () => {
    const unknown = {
      code: 'edition-unknown',
      parameters: { edition: '{x}', folder: 'data', known: ['1', 'draft'] },
      message: 'there is no edition "{x}" in data',
      hint: 'editions: 1, draft',
    };
    expect((await speakerOf('fr', dateWords))(unknown)).toEqual({
      message: 'il n’existe pas d’édition «\u00a0{x}\u00a0» dans data',
      hint: 'éditions\u00a0: 1, draft',
      lang: 'fr',
    });
    const { message, hint } = unknown;
    for (const lang of ['en', 'de', 'ru'] as const)
      expect((await speakerOf(lang, dateWords))(unknown)).toEqual({ message, hint, lang: 'en' });
    expect((await speakerOf('fr', dateWords))(messageOf('folder', { name: 'x' }))).toEqual({
      message: 'the folder x',
      lang: 'en',
    });
  });

  it('If the hint of a message is itself a message, both are translated', async () => {
    const ofLists = messagesOf(english.lists);
    const problem = withHint(ofLists('bold-read-as-words', { words: 'x' }), ofLists('links-lead-to'));
    expect(problem.hint).toBe(english.lists['links-lead-to']);
    expect((await speakerOf('fr', dateWords))(problem).hint).toMatch(/^les liens des textes /);
  });

  it('Days, languages and numbers are formatted according to the language of the message', async () => {
    const speak = await speakerOf('fr', dateWords);
    const finding = {
      code: 'weekday-wrong',
      parameters: {
        date: { date: '2030-12-13', message: '13 December 2030' },
        right: { weekday: 5, message: 'Friday' },
        wrong: { weekday: 1, message: 'Monday' },
      },
      message: '13 December 2030 is a Friday, not a Monday',
    };
    expect(speak(finding).message).toBe('le 13\u00a0décembre 2030 est un vendredi, et non un lundi');
    const known = { and: ['a', 'b'] };
    const parameters = { colour: '#fff', grounds: known, shade: '#000' };
    expect(speak({ code: 'colour-shaded', parameters, message: '' }).message).toContain('sur a et b\u00a0:');
    const most = { most: 12_500, found: 7.5 };
    expect(speak({ code: 'page-pictures-too-large', parameters: most, message: '' }).message).toBe(
      'les images de la page web occupent 7,5 Mo ; elle en admet 12\u202f500 au plus'.replace(
        ' ;',
        '\u202f;',
      ),
    );
  });
});
