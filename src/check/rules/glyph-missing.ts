import { codePointOf } from '../../model/index.ts';
import { messageOf } from '../messages.ts';
import { inEveryText, type Rule } from '../rule.ts';

export const glyphMissing: Rule = {
  id: 'glyph-missing',
  severity: 'error',
  needs: 'missingGlyphs',
  run: inEveryText(({ words, lang }, { missingGlyphs }) =>
    [...new Set(missingGlyphs?.(words, lang))].map((glyph) => ({
      offset: words.indexOf(glyph),
      length: glyph.length,
      ...messageOf('glyph-missing', { glyph, code: codePointOf(glyph) }),
    })),
  ),
};
