import { View } from '@react-pdf/primitives';
import { createElement, type ReactElement, type ReactNode } from 'react';

/** The style properties of a box that templates use; lengths are in points. */
export interface BoxStyle {
  position?: 'absolute';
  left?: number;
  top?: number;
  width?: number;
  height?: number;
  marginTop?: number;
  paddingTop?: number;
  paddingLeft?: number;
  flexDirection?: 'row' | 'column';
  backgroundColor?: string;
}

/** A box that React-PDF lays out; its background is an artifact. */
export function Box({ style, children }: { style: BoxStyle; children?: ReactNode }): ReactElement {
  return createElement(View, { style, children });
}

/**
 * A box of known size, such as typeset lines or the event table of a page. The renderer paints and tags the box, and
 * React-PDF does not lay out its content.
 */
export function Leaf({ style, paint }: { style: BoxStyle; paint: Paint }): ReactElement {
  return createElement(View, { style, paint });
}

/** Paints a leaf whose upper left corner is at `x`, `y`, in points from the upper left corner of the page. */
export type Paint = (x: number, y: number) => void;
