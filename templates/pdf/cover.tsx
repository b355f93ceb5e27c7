import type { ReactElement } from 'react';
import type { Cover, Paragraph } from '../../src/document/model.ts';
import { COLOUR, COVER, type FittedText, MARGIN, PAGE, RUNNING, type TextStyle } from '../tokens.ts';
import { Box, Leaf, type Paint } from './leaf.tsx';
import { Sheet, type SheetProps } from './pages.tsx';

/** A text set into lines: its height in points, and how to paint it. */
export interface SetText {
  height: number;
  paint: Paint;
}

/** Sets a paragraph in a style to a width (points) under a structure tag. */
export type SetLine = (line: Paragraph, style: TextStyle, width: number, tag: 'H1' | 'P') => SetText;

/** The texts of a cover, set. */
export interface CoverTexts {
  kicker: SetText | undefined;
  title: SetText;
  lines: readonly SetText[];
  publisher: SetText;
}

export function setCover(cover: Cover, set: SetLine): CoverTexts {
  return {
    kicker: cover.kicker === undefined ? undefined : fitted(cover.kicker, COVER.kicker, 'P', set),
    title: fitted(inCapitals(cover.title), COVER.title, 'H1', set),
    lines: cover.lines.map((line) => set(line, COVER.line.style, COVER.line.width, 'P')),
    publisher: set(cover.publisher, COVER.publisher.style, COVER.publisher.width, 'P'),
  };
}

const inCapitals = (line: Paragraph): Paragraph =>
  line.map((run) => ({ ...run, text: run.text.toUpperCase() }));

/** Whether the texts of a cover stand on it without touching each other. */
export function coverHolds({ kicker, title, lines, publisher }: CoverTexts): boolean {
  const { rule, line } = COVER;
  const linesTop = COVER.title.top + title.height + rule.above + rule.height + rule.below;
  const linesBottom = lines.reduce((bottom, { height }) => bottom + height + line.gap, linesTop);
  return (
    COVER.kicker.top + (kicker?.height ?? 0) <= PAGE.height - MARGIN.bottom &&
    linesBottom <= COVER.publisher.top &&
    COVER.publisher.top + publisher.height <= PAGE.height - RUNNING.bottom
  );
}

/** The cover: a panel with the period, the title, what edition it is, and who publishes it. */
export function CoverPage({
  kicker,
  title,
  lines,
  publisher,
  ...sheet
}: CoverTexts & SheetProps): ReactElement {
  return (
    <Sheet {...sheet}>
      <Box
        style={{
          position: 'absolute',
          left: 0,
          top: 0,
          width: COVER.panel,
          height: PAGE.height,
          backgroundColor: COLOUR.brand,
        }}
      />
      {kicker && (
        <Leaf
          style={{
            position: 'absolute',
            left: COVER.kicker.left,
            top: COVER.kicker.top,
            width: COVER.kicker.width,
            height: kicker.height,
          }}
          paint={kicker.paint}
        />
      )}
      <Box
        style={{
          position: 'absolute',
          left: COVER.title.left,
          top: COVER.title.top,
          width: COVER.title.width,
        }}
      >
        <Leaf style={{ width: COVER.title.width, height: title.height }} paint={title.paint} />
        <Box
          style={{
            marginTop: COVER.rule.above,
            width: COVER.rule.width,
            height: COVER.rule.height,
            backgroundColor: COLOUR.brand,
          }}
        />
        {lines.map((line, index) => (
          <Leaf
            // biome-ignore lint/suspicious/noArrayIndexKey: the lines have no identity but their place
            key={index}
            style={{
              marginTop: index === 0 ? COVER.rule.below : COVER.line.gap,
              width: COVER.line.width,
              height: line.height,
            }}
            paint={line.paint}
          />
        ))}
      </Box>
      <Leaf
        style={{
          position: 'absolute',
          left: COVER.title.left,
          top: COVER.publisher.top,
          width: COVER.publisher.width,
          height: publisher.height,
        }}
        paint={publisher.paint}
      />
    </Sheet>
  );
}

/** The text in the largest of its styles in which it is no higher than it may be, or in the smallest. */
function fitted(
  line: Paragraph,
  { styles, width, height }: FittedText,
  tag: 'H1' | 'P',
  set: SetLine,
): SetText {
  let text: SetText | undefined;
  for (const style of styles) {
    text = set(line, style, width, tag);
    if (text.height <= height) break;
  }
  if (text === undefined) throw new Error('no style to set a text in');
  return text;
}
