import { codePointOf } from '../../model/index.ts';
import { messageOf } from '../messages.ts';
import { inEveryText, type MatchedText, type Rule } from '../rule.ts';

export const glyphMissing: Rule = {
  id: 'glyph-missing',
  severity: 'error',
  needs: 'missingGlyphs',
  run: inEveryText(({ words, lang }, { missingGlyphs }) =>
    runsOf(words, new Set(missingGlyphs?.(words, lang))),
  ),
};

/**
 * The characters without a glyph, without duplicates. Adjacent words that consist of such characters (𝙂𝙊𝙊𝘿 𝙉𝙄𝙂𝙃𝙏) are
 * returned as one fault.
 */
function runsOf(words: string, glyphs: ReadonlySet<string>): MatchedText[] {
  const firsts = [...glyphs].map((glyph) => ({ glyph, offset: words.indexOf(glyph) }));
  const runs: (MatchedText & { offset: number; length: number })[] = [];
  let end = 0;
  for (const { glyph, offset } of firsts.sort((a, b) => a.offset - b.offset)) {
    const last = runs.at(-1);
    const between = [...words.slice(end, offset)].filter((character) => !glyphs.has(character)).join('');
    end = offset + glyph.length;
    if (last !== undefined && between.trim() === '') last.length = end - last.offset;
    else
      runs.push({
        offset,
        length: glyph.length,
        ...messageOf('glyph-missing', { glyph, code: codePointOf(glyph) }),
      });
  }
  return runs;
}
