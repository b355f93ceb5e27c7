import type { ReactElement } from 'react';
import type { Cover, Run } from '../../src/document/model.ts';
import { COLOUR, type TextStyle } from '../tokens.ts';
import { Box, Leaf, type Paint } from './leaf.tsx';
import { Sheet } from './pages.tsx';

/** A text set into lines: its height in points, and how to paint it. */
export interface SetText {
  height: number;
  paint: Paint;
}

/** Sets a run in a style to a width (points) under a structure tag. */
export type SetRun = (run: Run, style: TextStyle, width: number, tag: 'H1' | 'P') => SetText;

const PANEL = 236;
const LEFT = PANEL + 56;
const WIDTH = 500;
const PANEL_LEFT = 40;
const PANEL_WIDTH = PANEL - 2 * PANEL_LEFT + 20;

const onBrand = { face: 'serifBold', strong: 'serifBold', colour: COLOUR.paper } as const;
const KICKER: readonly TextStyle[] = [72, 48, 30, 18].map((size) => ({
  ...onBrand,
  size,
  leading: size * 1.1,
}));
const TITLE: readonly TextStyle[] = [36, 30, 24, 18, 13, 9].map((size) => ({
  face: 'serifBold',
  strong: 'serifBold',
  colour: COLOUR.brand,
  size,
  leading: size * 1.25,
}));
const LINE: TextStyle = { face: 'sans', strong: 'sansBold', colour: COLOUR.ink, size: 14, leading: 21 };
const PUBLISHER: TextStyle = {
  face: 'sans',
  strong: 'sansBold',
  colour: COLOUR.quiet,
  size: 10.5,
  leading: 14,
};

const TITLE_TOP = 150;
const TITLE_HEIGHT = 230;

/** The cover: a panel with the period, the title, what edition it is, and who publishes it. */
export function CoverPage({ cover, set }: { cover: Cover; set: SetRun }): ReactElement {
  const kicker =
    cover.kicker === undefined ? undefined : fit(cover.kicker, KICKER, PANEL_WIDTH, 110, 'P', set);
  const title = fit(
    { ...cover.title, text: cover.title.text.toLocaleUpperCase(cover.title.lang) },
    TITLE,
    WIDTH,
    TITLE_HEIGHT,
    'H1',
    set,
  );
  const lines = cover.lines.map((line) => set(line, LINE, WIDTH, 'P'));
  const publisher = set(cover.publisher, PUBLISHER, WIDTH, 'P');
  return (
    <Sheet>
      <Box
        style={{
          position: 'absolute',
          left: 0,
          top: 0,
          width: PANEL,
          height: 595.28,
          backgroundColor: COLOUR.brand,
        }}
      />
      {kicker && (
        <Leaf
          style={{
            position: 'absolute',
            left: PANEL_LEFT,
            top: TITLE_TOP - 22,
            width: PANEL_WIDTH,
            height: kicker.height,
          }}
          paint={kicker.paint}
        />
      )}
      <Box style={{ position: 'absolute', left: LEFT, top: TITLE_TOP, width: WIDTH }}>
        <Leaf style={{ width: WIDTH, height: title.height }} paint={title.paint} />
        <Box style={{ marginTop: 22, width: 64, height: 2.5, backgroundColor: COLOUR.brand }} />
        {lines.map((line, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the lines have no identity but their place
          <Leaf
            key={index}
            style={{ marginTop: index === 0 ? 20 : 2, width: WIDTH, height: line.height }}
            paint={line.paint}
          />
        ))}
      </Box>
      <Leaf
        style={{ position: 'absolute', left: LEFT, top: 520, width: WIDTH, height: publisher.height }}
        paint={publisher.paint}
      />
    </Sheet>
  );
}

/** The text in the largest of the styles in which it is no higher than `height`, or in the smallest. */
function fit(
  run: Run,
  styles: readonly TextStyle[],
  width: number,
  height: number,
  tag: 'H1' | 'P',
  set: SetRun,
): SetText {
  let text: SetText | undefined;
  for (const style of styles) {
    text = set(run, style, width, tag);
    if (text.height <= height) break;
  }
  if (text === undefined) throw new Error('no style to set a text in');
  return text;
}
