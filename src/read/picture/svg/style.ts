/** Determines the properties of elements in SVG files from attributes, style sheets and `style` attributes. */
import { type FillRule, LIMITS, ownProperty, type Stroke, valueAt } from '../../../model/index.ts';
import { messageOf, unprintable } from '../messages.ts';
import { type Declaration, declarationsOf, type Rule, selects } from './css.ts';
import { diagonal, type Viewport } from './paths.ts';
import type { Refusals } from './refusals.ts';
import type { SvgElement } from './tree.ts';
import { type Colour, colourOf, lengthOf, numberOf, type PaintName, paintNameOf, shareOf } from './values.ts';

/** Properties that elements inherit. */
export interface Style {
  fill: PaintName;
  'fill-opacity': number;
  'fill-rule': FillRule;
  stroke: PaintName;
  'stroke-opacity': number;
  'stroke-width': number;
  'stroke-linecap': Stroke['cap'];
  'stroke-linejoin': Stroke['join'];
  'stroke-miterlimit': number;
  'stroke-dasharray': readonly number[];
  'stroke-dashoffset': number;
  'clip-rule': FillRule;
  color: Colour;
  visibility: 'visible' | 'hidden';
}

type Parser<T> = (value: string, viewport: Viewport) => T | undefined;

const oneOf =
  <T extends string>(...words: readonly T[]) =>
  (value: string): T | undefined =>
    words.find((word) => word === value);

const positive: Parser<number> = (value) => {
  const number = numberOf(value);
  return number !== undefined && number >= 0 ? number : undefined;
};

const thickness: Parser<number> = (value, viewport) => {
  const length = lengthOf(value, diagonal(viewport));
  return length !== undefined && length >= 0 ? length : undefined;
};

const dashes: Parser<readonly number[]> = (value, viewport) => {
  if (value === 'none') return [];
  const words = value.match(/[^\s,]+/g) ?? [];
  const lengths = words.flatMap((word) => thickness(word, viewport) ?? []);
  if (lengths.length !== words.length) return undefined;
  const all = lengths.length % 2 === 0 ? lengths : [...lengths, ...lengths];
  return all.some((length) => length > 0) ? all : [];
};

export const BLACK: Colour = { colour: '#000000', opacity: 1 };
const fillRule = oneOf<FillRule>('nonzero', 'evenodd');
const isSeen = oneOf('visible', 'hidden');

const INHERITED: { readonly [K in keyof Style]: { initial: Style[K]; parse: Parser<Style[K]> } } = {
  fill: { initial: { kind: 'colour', ...BLACK }, parse: paintNameOf },
  'fill-opacity': { initial: 1, parse: shareOf },
  'fill-rule': { initial: 'nonzero', parse: fillRule },
  stroke: { initial: { kind: 'none' }, parse: paintNameOf },
  'stroke-opacity': { initial: 1, parse: shareOf },
  'stroke-width': { initial: 1, parse: thickness },
  'stroke-linecap': { initial: 'butt', parse: oneOf('butt', 'round', 'square') },
  'stroke-linejoin': { initial: 'miter', parse: oneOf('miter', 'round', 'bevel') },
  'stroke-miterlimit': { initial: 4, parse: positive },
  'stroke-dasharray': { initial: [], parse: dashes },
  'stroke-dashoffset': { initial: 0, parse: (value, viewport) => lengthOf(value, diagonal(viewport)) },
  'clip-rule': { initial: 'nonzero', parse: fillRule },
  color: { initial: BLACK, parse: colourOf },
  visibility: { initial: 'visible', parse: (value) => isSeen(value.replace('collapse', 'hidden')) },
};

const NAMES = Object.keys(INHERITED) as (keyof Style)[];

export const INITIAL = Object.fromEntries(
  NAMES.map((name) => [name, INHERITED[name].initial]),
) as unknown as Style;

/** Properties that are not inherited. */
const OWN: readonly string[] = [
  ...['opacity', 'display', 'overflow', 'font-family', 'clip-path', 'mask', 'mask-type'],
  ...['stop-color', 'stop-opacity', 'transform', 'transform-origin'],
];

interface Undrawn {
  /** Values that have no effect on the rendering. */
  neutral: RegExp;
  hint:
    | 'flatten-effect'
    | 'strokes-to-paths'
    | 'strokes-and-ends-to-paths'
    | 'attributes-instead-of-style'
    | 'rectangle-instead';
}

const GEOMETRY: Undrawn = { neutral: /^auto$/, hint: 'attributes-instead-of-style' };

/** Properties that change the rendering but are not supported. */
const UNDRAWN: Readonly<Record<string, Undrawn>> = {
  filter: { neutral: /^none$/, hint: 'flatten-effect' },
  'mix-blend-mode': { neutral: /^normal$/, hint: 'flatten-effect' },
  marker: { neutral: /^none$/, hint: 'strokes-and-ends-to-paths' },
  'marker-start': { neutral: /^none$/, hint: 'strokes-and-ends-to-paths' },
  'marker-mid': { neutral: /^none$/, hint: 'strokes-and-ends-to-paths' },
  'marker-end': { neutral: /^none$/, hint: 'strokes-and-ends-to-paths' },
  'vector-effect': { neutral: /^none$/, hint: 'strokes-to-paths' },
  'paint-order': { neutral: /^(?:normal|(?:markers\s+)?fill.*|markers)$/, hint: 'strokes-to-paths' },
  clip: { neutral: /^auto$/, hint: 'flatten-effect' },
  rotate: { neutral: /^none$/, hint: 'flatten-effect' },
  scale: { neutral: /^none$/, hint: 'flatten-effect' },
  translate: { neutral: /^none$/, hint: 'flatten-effect' },
  'offset-path': { neutral: /^none$/, hint: 'flatten-effect' },
};

/** Attributes that can also be CSS properties; as properties they are not supported. */
const GEOMETRIES = new Set(['d', 'x', 'y', 'cx', 'cy', 'r', 'rx', 'ry', 'width', 'height']);

/** Backgrounds of the root element, which are not supported. */
const GROUND: Undrawn = { neutral: /^(?:none|transparent|new .*)$/, hint: 'rectangle-instead' };

export class StyleSheet {
  /** The rules with their positions in the style sheet, by their keys (see `keyOf`). */
  readonly #rules = new Map<string, { rule: Rule; place: number }[]>();
  #tries = 0;
  readonly #refusals: Refusals;
  readonly #known = new Map<SvgElement, readonly Declaration[]>();

  constructor(rules: readonly Rule[], refusals: Refusals) {
    rules.forEach((rule, place) => {
      valueAt(this.#rules, keyOf(rule), () => []).push({ rule, place });
    });
    this.#refusals = refusals;
  }

  /** The declarations that apply to an element directly, highest precedence first. */
  #declared(element: SvgElement): readonly Declaration[] {
    const known = this.#known.get(element);
    if (known !== undefined) return known;
    const attributes = [...element.attributes]
      .filter(([property]) => isAttribute(property))
      .map(([property, value]) => ({ property, value: value.trim(), important: false, line: element.line }));
    const selected = this.#selected(element).flatMap(({ declarations }) => declarations);
    const inline = declarationsOf(element.attributes.get('style') ?? '', element.line);
    const all = [...attributes, ...selected, ...inline].filter(({ value }) => value !== '').reverse();
    const declared = all.sort((a, b) => Number(b.important) - Number(a.important));
    this.#known.set(element, declared);
    return declared;
  }

  /**
   * The declaration of a property that takes precedence for an element, even if its value is not supported. Inherited
   * declarations are ignored.
   */
  first(element: SvgElement, name: string): Declaration | undefined {
    return this.#declared(element).find(({ property }) => property === name);
  }

  /** The value of a property of an element or, if the element has none, of its nearest ancestor that has one. */
  nearest<T>(element: SvgElement, name: string, parse: (value: string) => T | undefined): T | undefined {
    for (let at: SvgElement | undefined = element; at !== undefined; at = at.parent) {
      const value = this.value(at, name, parse);
      if (value !== undefined) return value;
    }
    return undefined;
  }

  /** The rules that apply to an element, lowest precedence first. */
  #selected(element: SvgElement): Rule[] {
    const id = element.attributes.get('id');
    const classes = [...element.classes].map((word) => `.${word}`);
    const keys = [...classes, element.name, '*', ...(id === undefined ? [] : [`#${id}`])];
    const tried = keys.flatMap((key) => this.#rules.get(key) ?? []);
    this.#tries += tried.length;
    if (this.#tries > LIMITS.drawingMatches) throw unprintable(messageOf('style-too-many-rules'));
    return tried
      .filter(({ rule }) => selects(rule, element))
      .sort((a, b) => a.rule.specificity - b.rule.specificity || a.place - b.place)
      .map(({ rule }) => rule);
  }

  /** The style of an element at its place in the file, regardless of the `use` elements that refer to it. */
  ownStyle(element: SvgElement, viewport: Viewport): Style {
    const { parent } = element;
    const around = parent === undefined ? INITIAL : this.ownStyle(parent, viewport);
    return this.inherit(element, around, viewport);
  }

  /** The style of an element that inherits from the style `around`. Unsupported properties are reported. */
  inherit(element: SvgElement, around: Style, viewport: Viewport): Style {
    this.#nameUndrawn(element);
    return NAMES.reduce((style, property) => this.#with(property, element, style, around, viewport), around);
  }

  #with<K extends keyof Style>(
    property: K,
    element: SvgElement,
    style: Style,
    around: Style,
    viewport: Viewport,
  ): Style {
    const { parse } = INHERITED[property];
    const value = this.value(element, property, (text) =>
      text === 'inherit' ? around[property] : parse(text, viewport),
    );
    return value === undefined ? style : { ...style, [property]: value };
  }

  /**
   * The value of a property: the first supported value, starting with the declaration that takes precedence. A file can
   * declare a property twice: first with a value that all programs support, then with a newer kind of value. Programs
   * ignore values that they do not support.
   *
   * @returns undefined if the property is not declared, or if none of its values is supported (which is reported)
   */
  value<T>(element: SvgElement, name: string, parse: (value: string) => T | undefined): T | undefined {
    const declarations = this.#declared(element).filter(({ property }) => property === name);
    for (const { value } of declarations) {
      const parsed = value.length > LIMITS.styleCharacters ? undefined : parse(value);
      if (parsed !== undefined) return parsed;
    }
    const [first] = declarations;
    if (first !== undefined) {
      const value = first.value.slice(0, 60);
      this.#refusals.add(first.line, messageOf('value-not-drawn', { property: name, value }));
    }
    return undefined;
  }

  #nameUndrawn(element: SvgElement): void {
    const named = new Set<string>();
    for (const { property, value, line } of this.#declared(element)) {
      const undrawn = named.has(property) ? undefined : undrawnOf(property, element);
      named.add(property);
      if (undrawn === undefined || undrawn.neutral.test(value)) continue;
      const hint = messageOf(undrawn.hint);
      this.#refusals.add(
        line,
        messageOf('property-not-drawn', { property, value: value.slice(0, 60), hint }),
      );
    }
  }
}

/** The key of a rule: the id, the first class or the name that an element must have, or `*`. */
function keyOf({ compounds: [last] }: Rule): string {
  const [word] = last?.classes ?? [];
  if (last?.id !== undefined) return `#${last.id}`;
  return word === undefined ? (last?.name ?? '*') : `.${word}`;
}

/** Whether an attribute is a presentation attribute, that is, an attribute that sets a property. */
const isAttribute = (name: string): boolean =>
  Object.hasOwn(INHERITED, name) ||
  OWN.includes(name) ||
  (Object.hasOwn(UNDRAWN, name) && name !== 'rotate' && name !== 'scale');

function undrawnOf(property: string, element: SvgElement): Undrawn | undefined {
  const isRoot = element.parent === undefined;
  if (GEOMETRIES.has(property)) return isRoot ? undefined : GEOMETRY;
  if (isRoot && /^background(?:-color|-image)?$/.test(property)) return GROUND;
  return ownProperty(UNDRAWN, property);
}
