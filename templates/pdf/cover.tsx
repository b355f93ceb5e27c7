import { Fragment, type ReactElement } from 'react';
import {
  type ColourName,
  type Design,
  type FittedText,
  fittedStyles,
  type Rectangle,
  type TextStyle,
  titleTop,
} from '../../src/design/index.ts';
import type { Cover, Paragraph } from '../../src/document/index.ts';
import { Box, Leaf, type Paint } from './leaf.tsx';
import { Sheet, type SheetProps } from './pages.tsx';

/**
 * A typeset text of the cover: its height in points, whether a word is split between letters, and a function that
 * paints it.
 */
interface CoverText {
  height: number;
  cut: boolean;
  paint: Paint;
}

/** Typesets a paragraph in a style and a width (points) under a structure tag. */
export type SetCoverLine = (line: Paragraph, style: TextStyle, width: number, tag: 'H1' | 'P') => CoverText;

/** The typeset texts of a cover. */
export interface CoverTexts {
  kicker: CoverText | undefined;
  title: CoverText;
  lines: readonly CoverText[];
  publisher: CoverText;
}

/** A picture of the cover at its position. */
export interface CoverPicture {
  place: Rectangle;
  paint: Paint;
}

/** The placed pictures of a cover: the background, and rows of logos with an optional background. */
export interface CoverPictures {
  picture: CoverPicture | undefined;
  marks: readonly {
    ground: { place: Rectangle; colour: ColourName } | undefined;
    pictures: readonly CoverPicture[];
  }[];
}

export function setCover(cover: Cover, { cover: look }: Design, set: SetCoverLine): CoverTexts {
  return {
    kicker: cover.kicker === undefined ? undefined : fitted(cover.kicker, look.period, 'P', set),
    title: fitted(look.title.capitals ? inCapitals(cover.title) : cover.title, look.title, 'H1', set),
    lines: cover.lines.map((line) => set(line, look.lines.style, look.lines.width, 'P')),
    publisher: set(cover.publisher, look.publisher.style, look.publisher.width, 'P'),
  };
}

const inCapitals = (line: Paragraph): Paragraph =>
  line.map((run) => ({ ...run, text: run.text.toUpperCase() }));

/** Whether the texts of a cover fit without overlapping. */
export function coverHolds({ kicker, title, lines, publisher }: CoverTexts, design: Design): boolean {
  const { cover, paper, running } = design;
  const { rule } = cover;
  const linesTop = cover.title.top + title.height + rule.above + rule.height + rule.below;
  const linesBottom = lines.reduce((bottom, { height }) => bottom + height + cover.lines.gap, linesTop);
  const below = (cover.marks ?? []).map(({ top }) => top).filter((top) => top > cover.title.top);
  return (
    cover.period.top + (kicker?.height ?? 0) <= periodEnd(design) &&
    linesBottom <= Math.min(cover.publisher.top, ...below) &&
    cover.publisher.top + publisher.height <= paper.height - running.bottom
  );
}

/**
 * The lowest position at which the period may end: the top of the title if the title is below the period, and the
 * bottom margin if the title is next to it.
 */
function periodEnd({ cover: { period, title }, paper, margins }: Design): number {
  return title.left < period.left + period.width ? title.top : paper.height - margins.bottom;
}

/** The cover: picture, area and logos of the design; the period, the title, the edition, and the publisher. */
export function CoverPage({
  picture,
  marks,
  kicker,
  title,
  lines,
  publisher,
  ...sheet
}: CoverTexts & CoverPictures & SheetProps): ReactElement {
  const { cover, colours, paper } = sheet.design;
  const { panel, rule } = cover;
  return (
    <Sheet {...sheet}>
      {picture && <Placed {...picture} />}
      {panel && (
        <Area
          place={{
            left: panel.left ?? 0,
            top: panel.top ?? 0,
            width: panel.width,
            height: panel.height ?? paper.height - (panel.top ?? 0),
          }}
          colour={colours[panel.colour]}
        />
      )}
      {marks.map(({ ground, pictures }, row) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: rows have no identity except their position
        <Fragment key={row}>
          {ground && <Area place={ground.place} colour={colours[ground.colour]} />}
          {pictures.map((mark, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a logo may occur twice
            <Placed key={index} {...mark} />
          ))}
        </Fragment>
      ))}
      {kicker && (
        <Leaf
          style={{
            position: 'absolute',
            left: cover.period.left,
            top: cover.period.top,
            width: cover.period.width,
            height: kicker.height,
          }}
          paint={kicker.paint}
        />
      )}
      <Box
        style={{
          position: 'absolute',
          left: cover.title.left,
          top: titleTop(cover, kicker !== undefined),
          width: cover.title.width,
        }}
      >
        <Leaf style={{ width: cover.title.width, height: title.height }} paint={title.paint} />
        <Box
          style={{
            marginTop: rule.above,
            width: rule.width,
            height: rule.height,
            backgroundColor: colours[rule.colour],
          }}
        />
        {lines.map((line, index) => (
          <Leaf
            // biome-ignore lint/suspicious/noArrayIndexKey: lines have no identity except their position
            key={index}
            style={{
              marginTop: index === 0 ? rule.below : cover.lines.gap,
              width: cover.lines.width,
              height: line.height,
            }}
            paint={line.paint}
          />
        ))}
      </Box>
      <Leaf
        style={{
          position: 'absolute',
          left: cover.publisher.left,
          top: cover.publisher.top,
          width: cover.publisher.width,
          height: publisher.height,
        }}
        paint={publisher.paint}
      />
    </Sheet>
  );
}

function Area({ place, colour }: { place: Rectangle; colour: string }): ReactElement {
  return <Box style={{ position: 'absolute', ...place, backgroundColor: colour }} />;
}

function Placed({ place, paint }: CoverPicture): ReactElement {
  return <Leaf style={{ position: 'absolute', ...place }} paint={paint} />;
}

/**
 * The text in the largest style in which it fits the given height without split words; if no style fits, in the
 * smallest.
 */
function fitted(line: Paragraph, place: FittedText, tag: 'H1' | 'P', set: SetCoverLine): CoverText {
  let text: CoverText | undefined;
  for (const style of fittedStyles(place)) {
    text = set(line, style, place.width, tag);
    if (text.height <= place.height && !text.cut) break;
  }
  if (text === undefined) throw new Error('no style to set a text in');
  return text;
}
