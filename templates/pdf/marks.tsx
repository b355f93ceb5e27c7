/**
 * What a part of a page is made of: texts that are already set into lines, rules and areas. A template says what stands where: it is called
 * with what is to be shown and returns marks, whose places are points from the upper left corner of the part.
 * The engine calls templates itself, for there may be many thousand rows; so they have no state and no hooks.
 */
import type { ReactElement } from 'react';

/** A text set into lines. Each that a template is given must be put in its place, once. */
export interface SetText {
  /** Points. */
  readonly height: number;
  readonly lines: number;
  /** Width of the last line; points. */
  readonly lastWidth: number;
  /**
   * Draws it, with its tags; points from the upper left corner of the page.
   *
   * @param tail a word on the last line, and its place
   */
  paint(x: number, y: number, tail?: { word: SetWord; x: number }): void;
}

/** A picture in its size. Each that a template is given must be put in its place, once. */
export interface SetPicture {
  /** Points. */
  readonly width: number;
  readonly height: number;
  /** Draws it, with its tag; points from the upper left corner of the page. */
  paint(x: number, y: number): void;
}

/** A word that ends a line, such as a page number. */
export interface SetWord {
  /** Points. */
  readonly width: number;
}

export interface TextProps {
  of: SetText;
  x: number;
  y: number;
  /** A word on the last line, away from its others. */
  tail?: { word: SetWord; x: number };
}

export interface PictureProps {
  of: SetPicture;
  x: number;
  y: number;
}

/** A horizontal line through its middle. */
export interface RuleProps {
  x: number;
  y: number;
  width: number;
  weight: number;
  /** `#rrggbb` */
  colour: string;
  /** Distance of the dots that it is made of, which have the rule's weight. */
  dots?: number;
}

/** An area, with round corners where it has a radius. Areas and rules stand behind all texts of a page. */
export interface FillProps {
  x: number;
  y: number;
  width: number;
  height: number;
  /** `#rrggbb` */
  colour: string;
  radius?: number;
}

type Mark<P> = (props: P) => ReactElement | null;

export const Text: Mark<TextProps> = () => null;
export const Picture: Mark<PictureProps> = () => null;
export const Rule: Mark<RuleProps> = () => null;
export const Fill: Mark<FillProps> = () => null;
