import type { Parameter } from '../../messages.ts';
import { CHARACTER_CODE, TAG, withCharacters } from '../../text/index.ts';
import { messageOf } from '../messages.ts';
import { type MatchedText, spotsOf, textRule } from '../rule.ts';

export const markup = textRule({ id: 'markup', severity: 'error', ownsWords: true }, ({ words }) => {
  if (!/[<&]/.test(words)) return [];
  const tags = spotsOf(words, TAG, ([tag]) => messageOf('markup-of-web-page', { tag }));
  return [...codes(words), ...tags];
});

function codes(words: string): MatchedText[] {
  return spotsOf(words, CHARACTER_CODE, ([code]) => {
    const character = withCharacters(code);
    if (character === code) return messageOf('character-code-like', { code });
    const message = messageOf('character-code', { code, character: shown(character) });
    return { ...message, fix: { words: character, safe: true } };
  });
}

function shown(character: string): Parameter {
  return /\s/.test(character) ? messageOf('a-space') : character;
}
