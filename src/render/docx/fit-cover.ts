import {
  type Design,
  type FaceName,
  type FittedText,
  fittedStyles,
  type TextStyle,
} from '../../design/index.ts';
import { type Cover, lastWords, wordsOf } from '../../document/index.ts';
import type { Lang } from '../../model/index.ts';
import { breakLines, cutsWords, type Face } from '../../typeset/index.ts';

export interface Fitted {
  style: TextStyle;
  /** Width of the longest line, in points. */
  longest: number;
}

/** Chooses font sizes for the period and the title, so that both fit on the cover. */
export function fitCover(
  { kicker, title }: Cover,
  lang: Lang,
  { cover }: Design,
  faces: Readonly<Record<FaceName, Face>>,
): { period: Fitted; title: Fitted } {
  const words = wordsOf(lastWords(title));
  return {
    period: fitted(wordsOf(lastWords(kicker ?? [])), cover.period, lang, faces),
    title: fitted(cover.title.capitals ? words.toUpperCase() : words, cover.title, lang, faces),
  };
}

/** The largest style in which the text fits the height without splitting a word; if no style fits, the smallest. */
function fitted(
  text: string,
  place: FittedText,
  lang: Lang,
  faces: Readonly<Record<FaceName, Face>>,
): Fitted {
  const { width, height } = place;
  const set = fittedStyles(place).map((style) => {
    const span = { text, face: faces[style.face], lang, source: undefined } as const;
    return { style, lines: breakLines([span], { width, size: style.size, breaking: 'display' }) };
  });
  const fits = ({ style, lines }: (typeof set)[number]): boolean =>
    lines.length * style.leading <= height && !cutsWords(lines);
  const chosen = set.find(fits) ?? set.at(-1);
  if (chosen === undefined) throw new Error('no style to set a text in');
  return { style: chosen.style, longest: Math.max(...chosen.lines.map((line) => line.width)) };
}
