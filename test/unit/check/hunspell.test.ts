import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { loadModule } from 'hunspell-asm';
import { describe, expect, test } from 'vitest';
import { LANGUAGES } from '../../../languages/index.ts';
import { type Dictionary, readLexicon } from '../../../src/check/hunspell.ts';
import { LANGS } from '../../../src/model/text.ts';
import { fileText } from './programmes.ts';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

/** A dictionary of a few lines. */
function dictionary(aff: string, ...words: string[]): Dictionary {
  return { aff: bytes(aff), dic: bytes([words.length, ...words].join('\n')) };
}

/** The given words that a dictionary accepts as correct. */
function right(words: string, { aff, dic }: Dictionary, newWords = {}): string {
  const { has } = readLexicon([{ aff, dic }], newWords);
  return words.split(' ').filter(has).join(' ');
}

describe('Hunspell dictionary', () => {
  test('A suffix replaces letters of a word if its condition matches the word', () => {
    const aff = 'SFX S Y 2\nSFX S y ies [^aeiou]y\nSFX S 0 s [aeiou]y';
    expect(right('city cities citys play plays plaies', dictionary(aff, 'city/S', 'play/S'))).toBe(
      'city cities play plays',
    );
  });

  test('A word can have both a prefix and a suffix if both affixes allow the combination', () => {
    const aff = 'PFX U Y 1\nPFX U 0 un .\nSFX D Y 1\nSFX D 0 ed .\nSFX N N 1\nSFX N 0 ness .';
    const words = dictionary(aff, 'load/UD', 'kind/UN');
    expect(right('unload loaded unloaded unkind kindness unkindness', words)).toBe(
      'unload loaded unloaded unkind kindness',
    );
  });

  test('A suffix can be followed by a second suffix only if the first suffix allows this', () => {
    const aff = 'SFX A Y 1\nSFX A r ción/S ar\nSFX S Y 2\nSFX S ón ones ón\nSFX S 0 s [^n]';
    expect(
      right(
        'aplicar aplicación aplicaciones aplicars aplicacións aplicaciónes',
        dictionary(aff, 'aplicar/A'),
      ),
    ).toBe('aplicar aplicación aplicaciones');
  });

  test('A suffix can allow prefixes for the words that it forms, and flags can have two letters', () => {
    const aff = "FLAG long\nPFX l' Y 1\nPFX l' 0 l' [aeiou]\nSFX A. Y 1\nSFX A. er e/l' er";
    expect(right("aimer aime l'aime l'aimer", dictionary(aff, 'aimer/A.'))).toBe("aimer aime l'aime");
  });

  test('Notes after a word or after its flags are ignored', () => {
    const words = dictionary(
      'SFX S Y 1\nSFX S 0 s .',
      'maio\t[CAT=np,SEM=mes,G=m,N=s]',
      'festa/S\t[CAT=nc,G=f,N=s]',
      'perché po:adv',
      'città/S  st:citt po:noun',
      'via: po:x',
    );
    expect(right('maio maios festa festas perché perchés città cittàs via: via po:adv [CAT=np', words)).toBe(
      'maio festa festas perché città cittàs via:',
    );
    const { has } = readLexicon([dictionary('', 'água de cheiro', 'in vitro po:adv')], {});
    expect(['água de cheiro', 'água', 'in vitro', 'in'].filter(has)).toEqual(['água de cheiro', 'in vitro']);
  });

  test('Capitalised forms of a word are correct only if the flags of the word allow them', () => {
    const aff = 'KEEPCASE w\nCHECKSHARPS';
    const words = dictionary(aff, 'haus', 'Berlin', 'kHz/w', 'straße');
    expect(right('Haus HAUS hAus berlin BERLIN kHz KHZ STRASSE', words)).toBe('Haus HAUS BERLIN kHz STRASSE');
  });

  test('Forbidden forms and stems marked NEEDAFFIX are not accepted as words', () => {
    const aff = 'FORBIDDENWORD d\nNEEDAFFIX h\nSFX S Y 1\nSFX S 0 s .';
    expect(right('Zug Zugs zugg zuggs trag trags', dictionary(aff, 'Zug/S', 'zugg/dS', 'trag/hS'))).toBe(
      'Zug Zugs trags',
    );
  });

  test('A compound word needs its parts in the right order, and allows only permitted affixes between them', () => {
    const aff =
      'COMPOUNDBEGIN x\nCOMPOUNDEND z\nCOMPOUNDPERMITFLAG c\nONLYINCOMPOUND o\nCOMPOUNDMIN 2\nSFX j Y 2\nSFX j 0 s/xoc .\nSFX j 0 n .';
    const words = dictionary(aff, 'Amt/j', 'Rat/x', 'haus/oz', 'zimmer/oz');
    expect(right('Ratzimmer Rathaus Amtshaus Amthaus Amts Amtnhaus haus hausRat', words)).toBe(
      'Ratzimmer Rathaus Amtshaus',
    );
  });

  test('ICONV replacements are applied, and hyphenated words are recognised', () => {
    const aff = "ICONV 1\nICONV ’ '\nTRY abc";
    expect(
      right('aujourd’hui porte-clef porte-clyf -clef', dictionary(aff, "aujourd'hui", 'porte', 'clef')),
    ).toBe('aujourd’hui porte-clef');
  });

  test('A custom word is inflected like its model word', () => {
    const aff = 'SFX S Y 1\nSFX S 0 s .';
    expect(
      right('webinar webinars vlogs vlog', dictionary(aff, 'seminar/S'), { seminar: 'webinar', '': 'vlog' }),
    ).toBe('webinar webinars vlog');
  });

  test('A word is correct if an entry of any dictionary allows it', () => {
    const aff = 'SFX S Y 1\nSFX S 0 s .\nSFX D Y 1\nSFX D 0 led .';
    const { has } = readLexicon([dictionary(aff, 'cancel/S', 'cancel'), dictionary(aff, 'cancel/D')], {});
    expect(['cancels', 'cancelled', 'cancelleds'].map(has)).toEqual([true, true, false]);
  });

  test('Suggestions for common mistakes come first, followed by words that differ in one letter or space', () => {
    const { has, near } = readLexicon(
      [dictionary('TRY acehotuf\nREP 1\nREP f ph', 'photo', 'foto', 'the', 'cat')],
      {},
    );
    const rightNear = (word: string) => [...near(word)].filter((other) => other.split(' ').every(has));
    expect(rightNear('phto')).toEqual(['photo']);
    expect(rightNear('foo')).toEqual(['foto']);
    expect(rightNear('thecat')).toEqual(['the cat']);
    expect([...near('fotos')][0]).toBe('photos');
  });

  test('A compound word is correct although the dictionary does not list it', () => {
    const aff = 'COMPOUNDBEGIN x\nCOMPOUNDEND z\nCOMPOUNDMIN 2';
    const { has, hasEntry } = readLexicon([dictionary(aff, 'Rat/x', 'haus/z')], {});
    expect(['Rathaus', 'Rat'].map((word) => [has(word), hasEntry(word)])).toEqual([
      [true, false],
      [true, true],
    ]);
  });
});

/** The words of the fixtures and misspelled variants of them; about half of them are correct. */
function samples(text: string): string[] {
  const words = text.match(/[\p{L}\p{M}'-]+/gu) ?? [];
  return words.slice(0, 600).flatMap((word, index) => {
    const at = 1 + (index % Math.max(1, word.length - 1));
    return [word, word.slice(0, at) + word.slice(at + 1), word.slice(0, -1), word + word.slice(-2)];
  });
}

const installed = LANGS.filter((lang) => {
  try {
    return createRequire(import.meta.url).resolve(LANGUAGES[lang].dictionaries[0]) !== '';
  } catch {
    return false;
  }
});

test.each(installed)('%s: every word is accepted or rejected exactly as by Hunspell', async (lang) => {
  const file = createRequire(import.meta.url).resolve(LANGUAGES[lang].dictionaries[0]);
  const read = (extension: string) => readFileSync(file.replace(/js$/, extension));
  const [aff, dic] = [read('aff'), read('dic')];
  const factory = await loadModule();
  const hunspell = factory.create(factory.mountBuffer(aff), factory.mountBuffer(dic));
  const { has } = readLexicon([{ aff, dic }], {});
  const words = samples(fileText(`test/fixtures/spelling/${lang}.txt`));
  expect(words.filter(has)).toEqual(words.filter((word) => hunspell.spell(word)));
});
