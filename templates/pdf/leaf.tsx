import { View } from '@react-pdf/primitives';
import { createElement, type ReactElement, type ReactNode } from 'react';

/** Style of a box, as far as the templates use it; lengths are points. */
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

/** A box that react-pdf lays out; what it draws itself, its background, is decoration. */
export function Box({ style, children }: { style: BoxStyle; children?: ReactNode }): ReactElement {
  return createElement(View, { style, children });
}

/**
 * A box of known size whose content is not laid out by react-pdf but painted by the renderer, with its tags: lines that are
 * already broken, the event table of a page.
 */
export function Leaf({ style, paint }: { style: BoxStyle; paint: Paint }): ReactElement {
  return createElement(View, { style, paint });
}

/** Paints a leaf whose upper left corner is at `x`, `y`; points from the upper left corner of the page. */
export type Paint = (x: number, y: number) => void;
