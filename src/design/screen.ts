/** What a screen makes of a design: its colours by night. */
import { contrast, isReadable, mixed, readableShade } from './colour.ts';
import type { Design } from './schema.ts';

type Colours = Design['colours'];

const WHITE = '#ffffff';
const BLACK = '#000000';
/** Words by night are no purer white than this share of black makes them. */
const NIGHT_INK = 0.08;
/** The ink of the design, darkened by this share, is the ground by night. */
const NIGHT_GROUND = 0.4;
/** Share of the area's colour in the ground of every other row. */
const TINT = 0.25;

/**
 * The colours of a design for readers who ask for a dark screen: a ground of its own ink, and every colour of words in its nearest shade that
 * can be read there. A design whose paper is dark already is left as it is.
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

/** An accent as it stands on a ground, where it must be told from it (WCAG 2.1, 1.4.11 asks for 3 : 1). */
export function signOn(ground: string, accent: string): string {
  const end = isDark(ground) ? WHITE : BLACK;
  for (let step = 0; step <= 10; step++) {
    const shade = mixed(accent, end, step / 10);
    if (contrast(shade, ground) >= 3) return shade;
  }
  return end;
}

/** Whether white stands out from a colour more than black does. */
function isDark(colour: string): boolean {
  return contrast(colour, WHITE) > contrast(colour, BLACK);
}
