import { codePointOf } from '../../model/index.ts';
import { messageOf } from '../messages.ts';
import { inEveryText, type Rule } from '../rule.ts';

export const glyphMissing: Rule = {
  id: 'glyph-missing',
  severity: 'error',
  title: 'character that the fonts do not have',
  why: 'It would print as an empty box.',
  good: 'Évreux',
  bad: 'a character of a script that the fonts lack, such as 東',
  limits: 'It knows the fonts of the programme, not those of a reader who opens the Word file elsewhere.',
  needs: 'missingGlyphs',
  run: inEveryText(({ words, lang }, { missingGlyphs }) =>
    [...new Set(missingGlyphs?.(words, lang))].map((glyph) => ({
      offset: words.indexOf(glyph),
      length: glyph.length,
      ...messageOf('glyph-missing', { glyph, code: codePointOf(glyph) }),
    })),
  ),
};
