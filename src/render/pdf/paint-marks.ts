/**
 * Draws the result of a template: texts and pictures immediately, with their tags; rules and areas as decoration behind
 * all texts of the page.
 */

import { Fragment, type ReactElement, type ReactNode } from 'react';
import {
  Fill,
  type FillProps,
  Picture,
  type PictureProps,
  Rule,
  type RuleProps,
  type SetPicture,
  type SetText,
  Text,
  type TextProps,
} from '../../../templates/pdf/index.ts';
import { pdfColour, pdfNumber } from './engine/index.ts';

/**
 * Position of a part: its upper left corner, measured in points from the upper left corner of the page, and the list
 * that collects its decoration.
 */
export interface PartPlace {
  x: number;
  y: number;
  /** Height of the page, in points. */
  page: number;
  ornaments: string[];
}

/** Content that a template must place. */
type Content = SetText | SetPicture;

/**
 * Draws a part with its template.
 *
 * @param contents texts and pictures that the template received: the template must place each of them exactly once, so
 * that nothing is lost or printed twice
 * @throws Error if the template omits a text or picture, or places it twice
 */
export function paintMarks(part: ReactNode, contents: readonly Content[], place: PartPlace): void {
  const left: (Content | undefined)[] = contents.slice();
  paint(part, left, place);
  const lost = left.filter((content) => content !== undefined).length;
  if (lost > 0) throw new Error(`a template leaves out ${lost} of its texts`);
}

/** Removes an item from the list of content that has not been placed yet. */
function take(content: Content, left: (Content | undefined)[]): void {
  const at = left.indexOf(content);
  if (at < 0) throw new Error('a template puts a text in two places, or one that it was not given');
  left[at] = undefined;
}

/** @param left content that has not been placed yet */
function paint(node: ReactNode, left: (Content | undefined)[], place: PartPlace): void {
  if (typeof node === 'string') throw new Error(`a template has the text "${node}" outside a Text`);
  if (typeof node !== 'object' || node === null) return;
  if (Array.isArray(node)) {
    for (let index = 0; index < node.length; index++) paint(node[index], left, place);
    return;
  }
  const { type, props } = node as ReactElement;
  if (type === Text) {
    const { of, x, y, tail } = props as TextProps;
    take(of, left);
    of.paint(place.x + x, place.y + y, tail && { word: tail.word, x: place.x + tail.x });
  } else if (type === Picture) {
    const { of, x, y } = props as PictureProps;
    take(of, left);
    of.paint(place.x + x, place.y + y);
  } else if (type === Rule) place.ornaments.push(ruleOperators(props as RuleProps, place));
  else if (type === Fill) place.ornaments.push(fillOperators(props as FillProps, place));
  else if (type === Fragment) paint((props as { children?: ReactNode }).children, left, place);
  else if (typeof type === 'function') paint((type as (props: unknown) => ReactNode)(props), left, place);
  else throw new Error(`a template has an element ${String(type)}, which no part is made of`);
}

function ruleOperators({ x, y, width, weight, colour, dots }: RuleProps, place: PartPlace): string {
  const level = pdfNumber(place.page - place.y - y);
  const from = place.x + x;
  const to = pdfNumber(from + width);
  const line = (start: number): string =>
    `${pdfColour(colour)} RG ${weight} w ${start} ${level} m ${to} ${level} l S`;
  if (dots === undefined) return line(pdfNumber(from));
  // All dots are aligned to the same grid, so that the dots of different parts line up.
  return `1 J [0 ${dots}] 0 d ${line(pdfNumber(Math.ceil(from / dots) * dots))} [] 0 d 0 J`;
}

/**
 * Distance of a Bézier handle from its end point with which the curve best approximates a quarter circle, as a share of
 * the radius.
 */
const QUARTER = 0.5523;

function fillOperators({ x, y, width, height, colour, radius = 0 }: FillProps, place: PartPlace): string {
  const left = place.x + x;
  const foot = place.page - place.y - y - height;
  const path =
    radius === 0 ? `${points(left, foot, width, height)} re` : roundPath(left, foot, width, height, radius);
  return `${pdfColour(colour)} rg ${path} f`;
}

function roundPath(left: number, foot: number, width: number, height: number, radius: number): string {
  const [right, head] = [left + width, foot + height];
  const handle = radius * (1 - QUARTER);
  return [
    `${points(left + radius, foot)} m ${points(right - radius, foot)} l`,
    `${points(right - handle, foot, right, foot + handle, right, foot + radius)} c ${points(right, head - radius)} l`,
    `${points(right, head - handle, right - handle, head, right - radius, head)} c ${points(left + radius, head)} l`,
    `${points(left + handle, head, left, head - handle, left, head - radius)} c ${points(left, foot + radius)} l`,
    `${points(left, foot + handle, left + handle, foot, left + radius, foot)} c h`,
  ].join(' ');
}

const points = (...numbers: readonly number[]): string => numbers.map(pdfNumber).join(' ');
