import { codePointOf } from '../../model/index.ts';
import { messageOf } from '../messages.ts';
import { inEveryText, type Rule } from '../rule.ts';

export const glyphMissing: Rule = {
  id: 'glyph-missing',
  severity: 'error',
  title: 'character that is in no font',
  why: 'It would be printed as an empty box.',
  good: 'Évreux',
  bad: 'a character of a script that the fonts lack, such as 東',
  limits:
    'The rule knows the fonts of the programme, not the fonts of other computers that open the Word file.',
  needs: 'missingGlyphs',
  run: inEveryText(({ words, lang }, { missingGlyphs }) =>
    [...new Set(missingGlyphs?.(words, lang))].map((glyph) => ({
      offset: words.indexOf(glyph),
      length: glyph.length,
      ...messageOf('glyph-missing', { glyph, code: codePointOf(glyph) }),
    })),
  ),
};
