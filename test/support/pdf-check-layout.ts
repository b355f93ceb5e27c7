import type { Colour, Show } from './pdf-content.ts';
import type { Page, Pdf } from './pdf-reader.ts';

/** Contrast of text that WCAG 2.1 requires at level AA (1.4.3). */
const CONTRAST = 4.5;
/** Smallest font size of the programme, in points. */
const SMALLEST = 8.5;

/** Checks that text is on the paper, legible, and never on top of other text. */
export function checkLayout({ pages }: Pdf): string[] {
  return pages.flatMap((page) => {
    const shows = page.content.marks.flatMap((mark) => mark.shows);
    return [...shows.flatMap((show) => checkShow(show, page)), ...checkOverlaps(shows)].map(
      (problem) => `page ${page.number}: ${problem}`,
    );
  });
}

function checkShow(show: Show, page: Page): string[] {
  const problems: string[] = [];
  const { text, size } = show;
  if (show.x < 0 || show.end > page.width || show.y < 0 || show.y + size > page.height)
    problems.push(`"${text}" is not on the paper`);
  if (size < SMALLEST - 0.01) problems.push(`"${text}" is set in ${size} points`);
  const contrast = contrastOf(show.colour, show.background);
  if (contrast < CONTRAST) problems.push(`"${text}" has a contrast of ${contrast.toFixed(2)}`);
  return problems;
}

/**
 * Lines that would overprint each other: their distance is less than half their size, and they share horizontal space.
 */
function checkOverlaps(shows: readonly Show[]): string[] {
  const problems: string[] = [];
  const sorted = shows.filter(({ text }) => text.trim() !== '').sort((a, b) => b.y - a.y);
  sorted.forEach((show, index) => {
    for (const other of sorted.slice(index + 1)) {
      const near = Math.min(show.size, other.size) / 2;
      if (show.y - other.y > near) break;
      const shared = Math.min(inkEnd(show), inkEnd(other)) - Math.max(show.x, other.x);
      if (shared > 0.5) problems.push(`"${show.text}" and "${other.text}" are printed over each other`);
    }
  });
  return problems;
}

/** The end of the letters: a trailing space leaves no ink. */
function inkEnd({ text, x, end, size }: Show): number {
  return text.endsWith(' ') ? Math.max(x, end - size / 5) : end;
}

/** Contrast ratio of two colours (WCAG 2.1, definition of contrast ratio). */
function contrastOf(a: Colour, b: Colour): number {
  const [dark = 0, light = 0] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (light + 0.05) / (dark + 0.05);
}

function luminance(colour: Colour): number {
  const [red = 0, green = 0, blue = 0] = colour.map((part) =>
    part <= 0.03928 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4,
  );
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
