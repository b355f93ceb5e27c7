/** Dark-mode colours derived from a design. */
import { contrast, isReadable, mixed, readableShade } from './colour.ts';
import type { Design } from './schema.ts';

type Colours = Design['colours'];

const WHITE = '#ffffff';
const BLACK = '#000000';
/** Share of black that is mixed into the text colour, so that text in dark mode is not pure white. */
const NIGHT_INK = 0.08;
/** Share of black that is mixed with the design's ink colour to produce the dark background. */
const NIGHT_GROUND = 0.4;
/** Share of the area colour that is mixed into the background of every other row. */
const TINT = 0.25;

/**
 * The colours of a design for readers who prefer a dark screen: the background is derived from its ink, and every text
 * colour is its nearest readable shade. If the background of the design is already dark, the colours are returned
 * unchanged.
 */
export function nightColours(colours: Colours): Colours {
  if (isDark(colours.paper)) return colours;
  const paper = mixed(isDark(colours.ink) ? colours.ink : BLACK, BLACK, NIGHT_GROUND);
  const ink = mixed(WHITE, BLACK, NIGHT_INK);
  const zebra = mixed(paper, colours.area, TINT);
  const grounds = [paper, ...(isReadable(ink, [zebra]) ? [zebra] : [])];
  const words = (colour: string): string => readableShade(colour, grounds) ?? ink;
  return {
    ink,
    quiet: words(colours.quiet),
    brand: words(colours.brand),
    paper,
    rule: mixed(paper, ink, 0.25),
    strongRule: mixed(paper, ink, 0.5),
    inserted: words(colours.inserted),
    deleted: words(colours.deleted),
    error: words(colours.error),
    warning: words(colours.warning),
    note: words(colours.note),
    area: colours.area,
    onArea: colours.onArea,
    zebra: grounds.includes(zebra) ? zebra : paper,
  };
}

/** The shade of an accent that can be distinguished from a background (WCAG 2.1, 1.4.11 requires 3 : 1). */
export function signOn(ground: string, accent: string): string {
  const end = isDark(ground) ? WHITE : BLACK;
  for (let step = 0; step <= 10; step++) {
    const shade = mixed(accent, end, step / 10);
    if (contrast(shade, ground) >= 3) return shade;
  }
  return end;
}

/** Whether white has a higher contrast with a colour than black. */
function isDark(colour: string): boolean {
  return contrast(colour, WHITE) > contrast(colour, BLACK);
}
