/**
 * Converts an SVG file to a drawing. Everything that cannot be drawn correctly is reported with its line number;
 * nothing is omitted silently.
 */

import {
  DRAWING_SIDE,
  type Drawing,
  type DrawingNode,
  IDENTITY,
  LIMITS,
  type Matrix,
  mapped,
  multiply,
  type Outline,
  ownProperty,
  type Paint,
  type Path,
  type Stroke,
  withoutUndefined,
} from '../../../model/index.ts';
import { messageOf, unprintable } from '../messages.ts';
import { rulesOf } from './css.ts';
import { gradientOf, isGradient } from './gradients.ts';
import {
  type Bounds,
  boundsOf,
  fitted,
  isOfPoints,
  isShape,
  pathOf,
  rectangle,
  type Viewport,
  viewBoxOf,
} from './paths.ts';
import { Refusals } from './refusals.ts';
import { INITIAL, type Style, StyleSheet } from './style.ts';
import { type SvgElement, tooManyElements } from './tree.ts';
import { bounded, lengthOf, lengthsOf, matrixOf, type PaintName, referenceOf, shareOf } from './values.ts';

/** Elements that are not rendered where they occur. */
const UNSEEN: ReadonlySet<string> = new Set(
  'clipPath defs desc filter linearGradient marker mask metadata pattern radialGradient stop style symbol title view'.split(
    ' ',
  ),
);

/**
 * Visible or interactive elements that are not supported, with the codes of their messages. (Elements that are not part
 * of SVG are ignored, as in all programs.)
 */
const UNDRAWN = {
  image: 'drawing-has-picture',
  foreignObject: 'drawing-has-foreign-content',
  iframe: 'drawing-has-foreign-content',
  canvas: 'drawing-has-foreign-content',
  script: 'drawing-has-script',
  a: 'drawing-has-link',
  animate: 'drawing-has-animation',
  animateColor: 'drawing-has-animation',
  animateMotion: 'drawing-has-animation',
  animateTransform: 'drawing-has-animation',
  set: 'drawing-has-animation',
  mesh: 'drawing-has-mesh',
  video: 'drawing-has-film',
  audio: 'drawing-has-sound',
} as const;

/** Elements that are visible only if they contain text. */
const OF_TEXT = new Set(['text', 'flowRoot']);

/** The context in which an element is drawn: its coordinate system and inherited properties. */
interface Place {
  /** The matrix that converts the user units of the element to drawing units. */
  matrix: Matrix;
  style: Style;
  viewport: Viewport;
  /** The `use` elements that refer to the element directly or indirectly, outermost first. */
  users: readonly SvgElement[];
  depth: number;
  /** Whether the element is part of a clip path, so that only its geometry matters. */
  isClip: boolean;
}

export class Drawer {
  readonly #root: SvgElement;
  readonly #refusals = new Refusals();
  readonly #byId = new Map<string, SvgElement>();
  readonly #sheet: StyleSheet;
  /**
   * A cache for the paths of shapes that do not depend on the viewport. Long paths are parsed only once, no matter how
   * often they are used.
   */
  readonly #paths = new Map<SvgElement, Path>();
  #elements = 0;
  #characters = 0;
  #segments = 0;
  #groups = 0;

  constructor(root: SvgElement) {
    this.#root = root;
    const sheets: SvgElement[] = [];
    for (const element of withAll(root)) {
      const id = element.attributes.get('id');
      if (id && !this.#byId.has(id)) this.#byId.set(id, element);
      if (element.name === 'style' && /^(?:text\/css)?$/i.test(element.attributes.get('type') ?? ''))
        sheets.push(element);
      this.#nameActive(element);
    }
    const rules = sheets.flatMap((sheet) => rulesOf(sheet.text, sheet.textLine, this.#refusals));
    this.#sheet = new StyleSheet(rules, this.#refusals);
  }

  /**
   * Converts the root element of the file to a drawing.
   *
   * @throws UserError if the file contains something that is not supported or exceeds the limits
   */
  drawing(): Drawing {
    const root = this.#root;
    const size = sizeOf(root);
    const scale = DRAWING_SIDE / Math.max(size.width, size.height);
    const [width, height] = [size.width * scale, size.height * scale];
    const matrix: Matrix = [scale, 0, 0, scale, 0, 0];
    const place = { matrix, style: INITIAL, viewport: size, users: [], depth: 0, isClip: false };
    const nodes = this.#nodesOf(root, place, { x: 0, y: 0, ...size });
    this.#refusals.end();
    return { width, height, nodes };
  }

  /** Reports scripts and animations anywhere in the file. */
  #nameActive(element: SvgElement): void {
    for (const name of element.attributes.keys())
      if (/^on/i.test(name)) this.#refusals.add(element.line, messageOf('drawing-has-handler', { name }));
    if (element.name === 'script' || element.name.startsWith('animate') || element.name === 'set')
      this.#nameUndrawn(element);
  }

  #nameUndrawn({ name, line }: SvgElement): void {
    const code = ownProperty(UNDRAWN, name);
    if (code !== undefined) this.#refusals.add(line, messageOf(code, { name }));
  }

  /**
   * Reports a text element with its content and font, so that the user can find it in a drawing program. Elements
   * without text are ignored.
   */
  #nameText(element: SvgElement): void {
    const parts = [...withAll(element)].filter(({ text }) => text.trim() !== '');
    const [first] = parts;
    if (first === undefined) return;
    const text = parts.map((part) => part.text).join(' ');
    const words = text.replace(/\s+/g, ' ').trim().slice(0, 60);
    const font = this.#sheet.nearest(first, 'font-family', (value) => value) ?? 'no font';
    this.#refusals.add(element.line, messageOf('drawing-has-text', { name: element.name, words, font }));
  }

  /** @throws UserError if the elements drawn so far, counting each use of an element, exceed the limits */
  #count({ length }: SvgElement): void {
    this.#elements++;
    this.#characters += length;
    if (this.#elements > LIMITS.drawingElements || this.#characters > LIMITS.drawingCharacters)
      throw tooManyElements();
  }

  /** @param box the box of an `svg` or `symbol` element, in the user units of its parent */
  #nodesOf(element: SvgElement, around: Place, box?: Bounds): DrawingNode[] {
    this.#count(element);
    const depth = around.depth + 1;
    if (depth > LIMITS.xmlDepth) throw unprintable(messageOf('drawing-too-deep', { most: LIMITS.xmlDepth }));
    const { name, attributes } = element;
    if ((UNSEEN.has(name) && box === undefined) || (attributes.get('requiredExtensions') ?? '') !== '')
      return [];
    if (this.#sheet.first(element, 'display')?.value === 'none') return [];
    if (attributes.has('systemLanguage')) this.#refusals.add(element.line, messageOf('drawing-of-languages'));
    const style = this.#sheet.inherit(element, around.style, around.viewport);
    const matrix = this.#moved(around.matrix, element);
    const place = { ...around, matrix, style, depth };
    const nodes = this.#content(element, place, box);
    if (!place.isClip) return this.#covered(nodes, element, place);
    if (this.#sheet.value(element, 'clip-path', referenceOf))
      this.#refusals.add(element.line, messageOf('clip-of-clip'));
    return nodes;
  }

  #content(element: SvgElement, place: Place, box: Bounds | undefined): DrawingNode[] {
    const { name } = element;
    if (name === 'use') return this.#used(element, place);
    if (isShape(name)) return this.#shape(element, place);
    if (OF_TEXT.has(name)) this.#nameText(element);
    else this.#nameUndrawn(element);
    if (place.isClip) return [];
    if (name === 'svg' || name === 'symbol')
      return this.#inViewport(element, place, box ?? this.#boxOf(element, place.viewport));
    if (name === 'g') return this.#children(element, place);
    const chosen = element.children.find(
      ({ name: childName, attributes }) => !UNSEEN.has(childName) && !attributes.has('requiredExtensions'),
    );
    return name !== 'switch' || chosen === undefined ? [] : this.#nodesOf(chosen, place);
  }

  #children(element: SvgElement, place: Place): DrawingNode[] {
    return element.children.flatMap((child) => this.#nodesOf(child, place));
  }

  #inViewport(element: SvgElement, place: Place, box: Bounds): DrawingNode[] {
    if (box.width <= 0 || box.height <= 0) return [];
    const { attributes, line } = element;
    const view = viewBoxOf(attributes);
    const inner = view ?? { ...box, x: 0, y: 0 };
    const matrix = fitted(inner, box, attributes.get('preserveAspectRatio'));
    if (matrix === undefined) {
      this.#refusals.add(line, messageOf('aspect-ratio-unreadable'));
      return [];
    }
    const placeInside = { ...place, matrix: this.#multiplied(place.matrix, matrix), viewport: inner };
    const nodes = this.#children(element, placeInside);
    const overflow = this.#sheet.first(element, 'overflow')?.value;
    if (element.parent === undefined || /^(?:visible|auto)$/.test(overflow ?? '') || nodes.length === 0)
      return nodes;
    return [this.#group(nodes, 1, [[outlineOfBox(box, place.matrix)]])];
  }

  /** The box of a nested `svg` element. */
  #boxOf({ attributes, line }: Pick<SvgElement, 'attributes' | 'line'>, { width, height }: Viewport): Bounds {
    const length = lengthsOf(
      (name) => (attributes.get(name) === 'auto' ? undefined : attributes.get(name)),
      (name) => this.#nameAttribute(name, line),
    );
    return {
      x: length('x', width),
      y: length('y', height),
      width: length('width', width, '100%'),
      height: length('height', height, '100%'),
    };
  }

  #nameAttribute(name: string, line: number): void {
    this.#refusals.add(line, messageOf('attribute-unreadable', { name }));
  }

  #used(element: SvgElement, place: Place): DrawingNode[] {
    const target = this.#target(element);
    if (target === undefined) return [];
    if (place.users.includes(element)) {
      this.#refusals.add(element.line, messageOf('drawing-uses-itself'));
      return [];
    }
    const { x, y } = this.#boxOf(element, place.viewport);
    const users = [...place.users, element];
    const shifted = { ...place, users, matrix: this.#multiplied(place.matrix, [1, 0, 0, 1, x, y]) };
    if (target.name !== 'symbol' && target.name !== 'svg') return this.#nodesOf(target, shifted);
    const size = [...element.attributes].filter(([name]) => name === 'width' || name === 'height');
    const attributes = new Map([...(target.name === 'svg' ? target.attributes : []), ...size]);
    return this.#nodesOf(target, shifted, this.#boxOf({ ...element, attributes }, place.viewport));
  }

  /** The element in the same file to which an element refers. References to other files are reported. */
  #target({ attributes, line }: SvgElement): SvgElement | undefined {
    const href = attributes.get('href')?.trim() ?? '';
    if (href !== '' && !href.startsWith('#')) this.#refusals.add(line, messageOf('drawing-uses-outside'));
    return this.#byId.get(href.slice(1));
  }

  #shape(element: SvgElement, place: Place): DrawingNode[] {
    const { style, matrix, viewport, isClip } = place;
    if (style.visibility === 'hidden') return [];
    const path = this.#path(element, viewport);
    if (path.length === 0) return [];
    if (isClip)
      return [{ kind: 'shape', path, matrix, fill: { paint: WHITE, opacity: 1, rule: style['clip-rule'] } }];
    const fill = this.#paint(style.fill, style['fill-opacity'], path, place);
    const stroke = this.#stroke(element, path, place);
    if (fill === undefined && stroke === undefined) return [];
    const painted = { fill: fill && { ...fill, rule: style['fill-rule'] }, stroke };
    return [{ kind: 'shape', path, matrix, ...withoutUndefined(painted) }];
  }

  /** The path of a shape. */
  #path(element: SvgElement, viewport: Viewport): Path {
    const { name, attributes, line } = element;
    const path =
      this.#paths.get(element) ??
      pathOf(name, attributes, viewport, (attribute) => this.#nameAttribute(attribute, line));
    if (isOfPoints(name)) this.#paths.set(element, path);
    this.#segments += path.length;
    if (this.#segments > LIMITS.drawingSegments)
      throw unprintable(messageOf('drawing-too-many-segments', { most: LIMITS.drawingSegments }));
    return path;
  }

  #stroke(element: SvgElement, path: Path, place: Place): Stroke | undefined {
    const { style, matrix } = place;
    const width = style['stroke-width'];
    const painted = width > 0 ? this.#paint(style.stroke, style['stroke-opacity'], path, place) : undefined;
    if (painted === undefined) return undefined;
    const dashes = style['stroke-dasharray'];
    const period = dashes.reduce((sum, length) => sum + length, 0) * largestScale(matrix);
    if (dashes.length > 0 && element.attributes.has('pathLength'))
      this.#refusals.add(element.line, messageOf('dashes-by-path-length'));
    if (dashes.length > 0 && period < DRAWING_SIDE / LIMITS.drawingDashes)
      this.#refusals.add(element.line, messageOf('dashes-too-short'));
    return {
      ...painted,
      width,
      cap: style['stroke-linecap'],
      join: style['stroke-linejoin'],
      miterLimit: Math.max(1, style['stroke-miterlimit']),
      dashes,
      dashOffset: style['stroke-dashoffset'],
    };
  }

  /** The paint of a path; undefined if the path is not painted. */
  #paint(name: PaintName, opacity: number, path: Path, place: Place): Paint | undefined {
    if (name.kind === 'none' || opacity === 0) return undefined;
    if (name.kind === 'current')
      return covering(place.style.color.colour, opacity * place.style.color.opacity);
    if (name.kind === 'colour') return covering(name.colour, opacity * name.opacity);
    const target = this.#byId.get(name.id);
    if (target === undefined) return this.#paint(name.fallback, opacity, path, place);
    if (!isGradient(target)) {
      this.#refusals.add(target.line, messageOf('paint-not-drawn', { name: target.name }));
      return undefined;
    }
    const context = {
      byId: this.#byId,
      sheet: this.#sheet,
      refusals: this.#refusals,
      viewport: place.viewport,
      count: (stop: SvgElement) => this.#count(stop),
    };
    const painted = gradientOf(target, context, boundsOf(path));
    if (painted === 'no area') return this.#paint(name.fallback, opacity, path, place);
    if (painted === undefined) return undefined;
    return 'along' in painted
      ? { paint: painted, opacity }
      : covering(painted.colour, opacity * painted.opacity);
  }

  /** Applies the opacity, clip paths and mask of an element to its nodes. */
  #covered(nodes: DrawingNode[], element: SvgElement, place: Place): DrawingNode[] {
    const opacity = this.#sheet.value(element, 'opacity', shareOf) ?? 1;
    const clips = [...this.#clips(element, place), ...this.#masks(element, place)];
    if (nodes.length === 0 || opacity === 0) return [];
    if (opacity === 1 && clips.length === 0) return nodes;
    return [this.#group(nodes, opacity, clips)];
  }

  #group(nodes: DrawingNode[], opacity: number, clips: Outline[][]): DrawingNode {
    const [only] = nodes;
    // If a group consists of a single fill or stroke, its opacity can be applied to that fill or stroke instead.
    if (clips.length === 0 && nodes.length === 1 && only?.kind === 'shape' && !(only.fill && only.stroke))
      return {
        ...only,
        ...(only.fill && { fill: { ...only.fill, opacity: only.fill.opacity * opacity } }),
        ...(only.stroke && { stroke: { ...only.stroke, opacity: only.stroke.opacity * opacity } }),
      };
    if (++this.#groups > LIMITS.drawingGroups)
      throw unprintable(messageOf('drawing-too-many-groups', { most: LIMITS.drawingGroups }));
    return { kind: 'group', opacity, clips, nodes };
  }

  /** The clip path of an element, and the clip paths that are applied to this clip path in turn. */
  #clips(element: SvgElement, place: Place): Outline[][] {
    const clips: Outline[][] = [];
    const seen = new Set<SvgElement>();
    let current = element;
    for (;;) {
      const clip = this.#byId.get(this.#sheet.value(current, 'clip-path', referenceOf) ?? '');
      if (clip?.name !== 'clipPath' || seen.has(clip)) return clips;
      seen.add(clip);
      clips.push(this.#outlines(clip, element, place));
      current = clip;
    }
  }

  /**
   * Converts a mask that consists of opaque areas in one colour, as Sketch and Figma write them, to a clip path. All
   * other masks are reported.
   */
  #masks(element: SvgElement, place: Place): Outline[][] {
    const mask = this.#byId.get(this.#sheet.value(element, 'mask', referenceOf) ?? '');
    if (mask?.name !== 'mask') return [];
    const isAlpha = this.#sheet.first(mask, 'mask-type')?.value === 'alpha';
    const within = { ...place, style: this.#sheet.ownStyle(mask, place.viewport), depth: place.depth + 1 };
    const outlines = this.#children(mask, within).map((node) => outlineOf(node, isAlpha));
    const plain = outlines.filter((outline) => outline !== undefined);
    const region = this.#maskRegion(mask, place);
    if (plain.length < outlines.length || region === undefined)
      this.#refusals.add(mask.line, messageOf('mask-not-drawn'));
    return [plain, ...(region ?? [])];
  }

  /** The region of a mask as clip paths; undefined if the region depends on the masked element. */
  #maskRegion(mask: SvgElement, { viewport, matrix }: Place): Outline[][] | undefined {
    const { attributes } = mask;
    if (attributes.get('maskContentUnits') === 'objectBoundingBox') return undefined;
    const names = ['x', 'y', 'width', 'height'] as const;
    if (attributes.get('maskUnits') !== 'userSpaceOnUse') {
      const [x = 0, y = 0, width = 1, height = 1] = names.map((name) =>
        lengthOf(attributes.get(name) ?? '', 1),
      );
      return x <= 0 && y <= 0 && x + width >= 1 && y + height >= 1 ? [] : undefined;
    }
    if (names.some((name) => !attributes.has(name))) return [];
    return [[outlineOfBox(this.#boxOf(mask, viewport), matrix)]];
  }

  #outlines(clip: SvgElement, element: SvgElement, place: Place): Outline[] {
    const inBox = clip.attributes.get('clipPathUnits') === 'objectBoundingBox';
    const bounds = inBox && isShape(element.name) ? boundsOf(this.#path(element, place.viewport)) : undefined;
    if (inBox && !isShape(element.name)) this.#refusals.add(clip.line, messageOf('clip-of-group'));
    const box: Matrix = bounds ? [bounds.width, 0, 0, bounds.height, bounds.x, bounds.y] : IDENTITY;
    const matrix = this.#multiplied(this.#moved(place.matrix, clip), box);
    const style = this.#sheet.ownStyle(clip, place.viewport);
    return this.#children(clip, { ...place, matrix, style, isClip: true }).flatMap(
      (node) => outlineOf(node, false) ?? [],
    );
  }

  /** Multiplies a matrix by the transformation of an element. */
  #moved(matrix: Matrix, element: SvgElement): Matrix {
    const transform = this.#sheet.value(element, 'transform', matrixOf);
    if (transform === undefined || transform === IDENTITY) return matrix;
    const origin = this.#sheet.first(element, 'transform-origin');
    if (origin !== undefined && !/^(?:0(?:px)?|left|top)\s+(?:0(?:px)?|left|top)$/.test(origin.value))
      this.#refusals.add(origin.line, messageOf('transform-origin-not-drawn'));
    if (element.parent === undefined) this.#refusals.add(element.line, messageOf('transform-of-file'));
    return this.#multiplied(matrix, transform);
  }

  /** @throws UserError if the product exceeds the limit for numbers */
  #multiplied(a: Matrix, b: Matrix): Matrix {
    const product = multiply(a, b);
    if (product.some((entry) => bounded(entry) === undefined))
      throw unprintable(messageOf('drawing-numbers-too-large'));
    return product;
  }
}

const WHITE = '#ffffff';

/**
 * The outline of an opaque white area or, with `isAnyColour`, of an opaque area in any single colour; undefined for all
 * other nodes.
 */
function outlineOf(node: DrawingNode, isAnyColour: boolean): Outline | undefined {
  if (node.kind === 'group' || node.stroke !== undefined || node.fill === undefined) return undefined;
  const { paint, opacity, rule } = node.fill;
  const isPlain = opacity === 1 && (paint === WHITE || (isAnyColour && typeof paint === 'string'));
  return isPlain ? { path: mapped(node.path, node.matrix), rule } : undefined;
}

const outlineOfBox = ({ x, y, width, height }: Bounds, matrix: Matrix): Outline => ({
  path: mapped(rectangle(x, y, width, height), matrix),
  rule: 'nonzero',
});

const covering = (paint: string, opacity: number): Paint | undefined =>
  opacity === 0 ? undefined : { paint, opacity };

/** The largest factor by which a matrix scales a length. */
const largestScale = ([a, b, c, d]: Matrix): number => Math.max(Math.hypot(a, b), Math.hypot(c, d));

function* withAll(element: SvgElement): Generator<SvgElement> {
  yield element;
  for (const child of element.children) yield* withAll(child);
}

/**
 * The size of the root element in CSS pixels. A missing width or height is derived from the aspect ratio of the view
 * box.
 */
function sizeOf(root: SvgElement): Viewport {
  const { attributes } = root;
  const view = viewBoxOf(attributes);
  const side = (name: string): number | undefined => {
    const given = attributes.get(name)?.trim() ?? '100%';
    // Units relative to the font size are converted with the default font size, which is one pica.
    const value = given.replace(/r?em$/i, 'pc');
    const length = value.endsWith('%') ? undefined : lengthOf(value, 0);
    return length !== undefined && length > 0 ? length : undefined;
  };
  const [width, height] = [side('width'), side('height')];
  const size =
    width !== undefined && height !== undefined
      ? { width, height }
      : view && {
          width: width ?? ((height ?? view.height) * view.width) / view.height,
          height: height ?? ((width ?? view.width) * view.height) / view.width,
        };
  if (size === undefined || !(Math.max(size.width / size.height, size.height / size.width) <= MAX_RATIO))
    throw unprintable(messageOf('drawing-without-size'));
  return size;
}

/** Maximum aspect ratio of a drawing. Larger ratios are considered mistakes. */
const MAX_RATIO = 1000;
