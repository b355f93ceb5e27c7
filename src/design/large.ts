/** Large print: no letters smaller than 16 points, wide line spacing, and no parallel columns. */
import { measure } from './measures.ts';
import type { Design, FittedText, TextStyle } from './schema.ts';

/** Minimum font size of large print, in points. */
export const MIN_LARGE = 16;

/** The design in large print. */
export function inLargePrint(design: Design): Design {
  const { styles, cover, events, list, contents, index } = design;
  const whole = measure(design);
  return {
    ...design,
    hyphenation: false,
    styles: {
      ...styles,
      sectionTitle: at(styles.sectionTitle, 26, 32),
      heading: { ...at(styles.heading, 19, 25), above: 20 },
      body: { ...at(styles.body, 16, 24), above: 12 },
      note: { ...at(styles.note, 16, 22), above: 12 },
      list: { ...at(styles.list, 16, 24), above: 6 },
      contents: { ...at(styles.contents, 17, 24), above: 8 },
      index: { ...at(styles.index, 16, 22), above: 3 },
      indexHeading: { ...at(styles.indexHeading, 17, 23), above: 16 },
      cell: at(styles.cell, 16, 21),
      cellStrong: at(styles.cellStrong, 16, 21),
      columnHeading: at(styles.columnHeading, 16, 20),
      number: at(styles.number, 16, 21),
      running: at(styles.running, 16, 20),
    },
    events: {
      ...events,
      group: { ...at(events.group, 22, 28), above: 28 },
      title: at(events.title, 18, 24),
      facts: at(events.facts, 16, 22),
      text: at(events.text, 16, 23),
      indent: 44,
      between: 5,
      gap: 30,
    },
    text: { left: 0, width: Math.min(whole, 640), gap: 0 },
    list: { ...list, indent: 20, bullet: { ...list.bullet, width: 7, height: 1.8, drop: 1.8 } },
    contents: { numberWidth: Math.max(contents.numberWidth, 52) },
    index: { ...index, columns: Math.max(1, Math.round(whole / 450)), numberWidth: 40 },
    cover: {
      ...cover,
      period: fitted(cover.period),
      title: fitted(cover.title),
      lines: { ...cover.lines, style: at(cover.lines.style, 18, 26) },
      publisher: { ...cover.publisher, style: at(cover.publisher.style, MIN_LARGE, 20) },
    },
  };
}

/** A style with at least the given font size. */
function at<T extends TextStyle>(style: T, size: number, leading: number): T {
  return style.size >= size ? style : { ...style, size, leading };
}

function fitted<T extends FittedText>(text: T): T {
  return { ...text, sizes: [...new Set(text.sizes.map((size) => Math.max(MIN_LARGE, size)))] };
}
