import type { Parameter } from '../../messages.ts';
import { CHARACTER_CODE, TAG, withCharacters } from '../../text/index.ts';
import { messageOf } from '../messages.ts';
import { inEachText, type Rule, type Spot } from '../rule.ts';

export const markup: Rule = {
  id: 'markup',
  severity: 'error',
  title: 'HTML code in a text',
  why: 'It was copied from another system and would be printed as it is.',
  good: 'L’atelier des enfants',
  bad: 'L&#8217;atelier <b>des enfants</b>',
  limits:
    '--fix replaces the codes of the most common characters. Tags are only reported, because they may separate two words.',
  ownsWords: true,
  run: inEachText(({ words }): Spot[] => {
    if (!/[<&]/.test(words)) return [];
    return [...codes(words), ...tags(words)];
  }),
};

function codes(words: string): Spot[] {
  return [...words.matchAll(CHARACTER_CODE)].map(({ 0: code, index }): Spot => {
    const character = withCharacters(code);
    const known = character !== code;
    return {
      offset: index,
      length: code.length,
      ...(known
        ? messageOf('character-code', { code, character: shown(character) })
        : messageOf('character-code-like', { code })),
      ...(known && { fix: { words: character, safe: true } }),
    };
  });
}

function tags(words: string): Spot[] {
  return [...words.matchAll(TAG)].map(({ 0: tag, index }) => ({
    offset: index,
    length: tag.length,
    ...messageOf('markup-of-web-page', { tag }),
  }));
}

function shown(character: string): Parameter {
  return /\s/.test(character) ? messageOf('a-space') : character;
}
