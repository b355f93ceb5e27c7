/**
 * The marks of which a part of a page consists: typeset texts, rules and areas. A template takes content and returns
 * marks with positions in points from the upper left corner of the part. The engine calls templates itself, because
 * there may be thousands of rows; templates have no state and no hooks.
 */
import type { ReactElement } from 'react';

/** A typeset text. A template must place each text exactly once. */
export interface SetText {
  /** Points. */
  readonly height: number;
  readonly lines: number;
  /** Width of the last line, in points. */
  readonly lastWidth: number;
  /**
   * Draws the text with its tags; positions are in points from the upper left corner of the page.
   *
   * @param tail a word on the last line, and its position
   */
  paint(x: number, y: number, tail?: { word: SetWord; x: number }): void;
}

/** A picture and its size. A template must place each picture exactly once. */
export interface SetPicture {
  /** Points. */
  readonly width: number;
  readonly height: number;
  /** Draws the picture with its tag; the position is in points from the upper left corner of the page. */
  paint(x: number, y: number): void;
}

/** A word at the end of a line, such as a page number. */
export interface SetWord {
  /** Points. */
  readonly width: number;
}

export interface TextProps {
  of: SetText;
  x: number;
  y: number;
  /** A word on the last line, with a space between it and the other words. */
  tail?: { word: SetWord; x: number };
}

export interface PictureProps {
  of: SetPicture;
  x: number;
  y: number;
}

/** A horizontal line; `y` is its centre. */
export interface RuleProps {
  x: number;
  y: number;
  width: number;
  weight: number;
  /** `#rrggbb` */
  colour: string;
  /** Distance between dots, whose size is the weight of the rule; undefined for a solid rule. */
  dots?: number;
}

/** An area, with round corners if it has a radius. Areas and rules are behind all texts of a page. */
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
