/**
 * Converts drawings to form XObjects (ISO 32000-1, 8.10): vector graphics that a page shows like an image, in the unit
 * square.
 */
import {
  type Drawing,
  type DrawingNode,
  decimal,
  type Gradient,
  type Group,
  type Matrix,
  multiply,
  type Outline,
  type Path,
  type Shape,
  type Stop,
  type Stroke,
  valueAt,
} from '../../../model/index.ts';
import { pdfColour } from './pdf-text.ts';

/** A form XObject: entries of its dictionary, and its operators. */
export interface Form {
  entries: string;
  operators: string;
}

/**
 * Converts a drawing to a form XObject.
 *
 * @param add adds a form to the file and returns the number of its object
 */
export function formOf(drawing: Drawing, add: (form: Form) => number): Form {
  const { width, height, nodes } = drawing;
  const content = new Content(drawing, add);
  content.draw(nodes);
  return content.form(`/Matrix[${decimal(1 / width)} 0 0 ${decimal(-1 / height)} 0 1]`);
}

const GROUP = { colours: '/DeviceRGB', greys: '/DeviceGray' } as const;

/** Kinds of resources that a form uses. */
type Kind = 'ExtGState' | 'Pattern' | 'Shading' | 'XObject';

/** The operators and the resources of a form; each resource is listed once. */
class Content {
  readonly #drawing: Drawing;
  readonly #add: (form: Form) => number;
  readonly #operators: string[] = [];
  readonly #resources = new Map<Kind, Map<string, string>>();

  constructor(drawing: Drawing, add: (form: Form) => number) {
    this.#drawing = drawing;
    this.#add = add;
  }

  form(more: string): Form {
    const { width, height } = this.#drawing;
    const resources = [...this.#resources].map(
      ([kind, ofKind]) => `/${kind}<<${[...ofKind].map(([value, name]) => `/${name} ${value}`).join('')}>>`,
    );
    return {
      entries: `/BBox[0 0 ${decimal(width)} ${decimal(height)}]${more}/Resources<<${resources.join('')}>>`,
      operators: this.#operators.join('\n'),
    };
  }

  draw(nodes: readonly DrawingNode[]): void {
    for (const node of nodes)
      if (node.kind === 'shape') this.#shape(node);
      else this.#group(node);
  }

  /** Returns the name of a resource; a new resource is added. */
  #name(kind: Kind, value: string): string {
    const ofKind = valueAt(this.#resources, kind, () => new Map<string, string>());
    return valueAt(ofKind, value, () => `${kind.charAt(0)}${ofKind.size + 1}`);
  }

  #write(...operators: readonly string[]): void {
    this.#operators.push(operators.filter((operator) => operator !== '').join(' '));
  }

  #group({ opacity, clips, nodes }: Group): void {
    this.#write('q');
    const [plain, mixed] = [
      clips.filter(({ length }) => length === 1),
      clips.filter(({ length }) => length !== 1),
    ];
    for (const [outline] of plain) if (outline !== undefined) this.#clip(outline);
    this.#masked(opacity, mixed, nodes);
    this.#write('Q');
  }

  /** Draws nodes, as one group if they are translucent or clipped by several outlines at the same time. */
  #masked(opacity: number, clips: Group['clips'], nodes: readonly DrawingNode[]): void {
    const [clip, ...others] = clips;
    if (opacity === 1 && clip === undefined) {
      this.draw(nodes);
      return;
    }
    const inner = this.#inner((content) => {
      if (others.length > 0) content.#masked(1, others, nodes);
      else content.draw(nodes);
    }, 'colours');
    const state = opacity === 1 ? '' : `/${this.#name('ExtGState', `<</ca ${decimal(opacity)}>>`)} gs`;
    const mask = clip === undefined ? '' : this.#mask((content) => content.#outlines(clip));
    this.#write(state, mask, `/${this.#name('XObject', `${inner} 0 R`)} Do`);
  }

  /** Adds a transparency group in units of the drawing, and returns the number of its object. */
  #inner(draw: (content: Content) => void, kind: keyof typeof GROUP): number {
    const content = new Content(this.#drawing, this.#add);
    draw(content);
    return this.#add(content.form(`/Group<</S/Transparency/CS${GROUP[kind]}/I true>>`));
  }

  /** The operator that restricts all subsequent painting to the white parts of a grey group (a luminosity mask). */
  #mask(draw: (content: Content) => void): string {
    const group = this.#inner(draw, 'greys');
    return `/${this.#name('ExtGState', `<</SMask<</S/Luminosity/G ${group} 0 R>>>>`)} gs`;
  }

  #outlines(outlines: readonly Outline[]): void {
    this.#write('1 g');
    for (const { path, rule } of outlines) this.#write(operatorsOf(path), rule === 'evenodd' ? 'f*' : 'f');
  }

  #clip({ path, rule }: Outline): void {
    this.#write(operatorsOf(path) || '0 0 0 0 re', rule === 'evenodd' ? 'W* n' : 'W n');
  }

  #shape({ path, matrix, fill, stroke }: Shape): void {
    const place = `${matrix.map(decimal).join(' ')} cm`;
    const data = operatorsOf(path);
    const isOpaque = ({ paint, opacity }: { paint: string | Gradient; opacity: number }): boolean =>
      opacity === 1 && (typeof paint === 'string' || paint.stops.every((stop) => stop.opacity === 1));
    if (fill && stroke && isOpaque(fill) && isOpaque(stroke)) {
      const colours = `${this.#colour(fill.paint, matrix, 'fill')} ${this.#colour(stroke.paint, matrix, 'stroke')}`;
      this.#write('q', place, colours, lineOf(stroke), data, fill.rule === 'evenodd' ? 'B*' : 'B', 'Q');
      return;
    }
    // If fill or stroke is translucent, the fill shows through the stroke, so both are painted separately.
    if (fill) {
      const [state, colour] = [this.#state(fill, matrix, 'ca'), this.#colour(fill.paint, matrix, 'fill')];
      this.#write('q', state, place, colour, data, fill.rule === 'evenodd' ? 'f*' : 'f', 'Q');
    }
    if (stroke) {
      const [state, colour] = [
        this.#state(stroke, matrix, 'CA'),
        this.#colour(stroke.paint, matrix, 'stroke'),
      ];
      this.#write('q', state, place, colour, lineOf(stroke), data, 'S', 'Q');
    }
  }

  /** Operators that set the opacity of a paint; empty if it is opaque. */
  #state(
    { paint, opacity }: { paint: string | Gradient; opacity: number },
    matrix: Matrix,
    key: 'ca' | 'CA',
  ): string {
    const whole = opacity === 1 ? '' : `/${this.#name('ExtGState', `<</${key} ${decimal(opacity)}>>`)} gs`;
    if (typeof paint === 'string' || paint.stops.every((stop) => stop.opacity === 1)) return whole;
    const mask = this.#mask((content) => {
      const shading = content.#name('Shading', shadingOf(paint, 'opacity'));
      content.#write(`${multiply(matrix, paint.matrix).map(decimal).join(' ')} cm /${shading} sh`);
    });
    return `${whole} ${mask}`.trim();
  }

  #colour(paint: string | Gradient, matrix: Matrix, use: 'fill' | 'stroke'): string {
    if (typeof paint === 'string') return `${pdfColour(paint)} ${use === 'fill' ? 'rg' : 'RG'}`;
    // The matrix of a pattern maps to the coordinate system of the form that uses the pattern, regardless of later
    // changes to the coordinate system.
    const place = multiply(matrix, paint.matrix).map(decimal).join(' ');
    const name = this.#name(
      'Pattern',
      `<</PatternType 2/Matrix[${place}]/Shading ${shadingOf(paint, 'colour')}>>`,
    );
    return use === 'fill' ? `/Pattern cs /${name} scn` : `/Pattern CS /${name} SCN`;
  }
}

const CAPS = { butt: 0, round: 1, square: 2 } as const satisfies Record<Stroke['cap'], number>;
const JOINS = { miter: 0, round: 1, bevel: 2 } as const satisfies Record<Stroke['join'], number>;

function lineOf({ width, cap, join, miterLimit, dashes, dashOffset }: Stroke): string {
  return [
    `${decimal(width)} w`,
    cap === 'butt' ? '' : `${CAPS[cap]} J`,
    join === 'miter' ? `${decimal(miterLimit)} M` : `${JOINS[join]} j`,
    dashes.length === 0 ? '' : `[${dashes.map(decimal).join(' ')}] ${decimal(phase(dashes, dashOffset))} d`,
  ]
    .filter((operator) => operator !== '')
    .join(' ');
}

/** Offset into the dash pattern; not negative, as PDF readers expect. */
function phase(dashes: readonly number[], offset: number): number {
  const period = dashes.reduce((sum, length) => sum + length, 0);
  return ((offset % period) + period) % period;
}

const OPERATORS = { M: 'm', L: 'l', C: 'c', Z: 'h' } as const;

const operatorsOf = (path: Path): string =>
  path.map(([letter, ...numbers]) => [...numbers.map(decimal), OPERATORS[letter]].join(' ')).join(' ');

/** A shading of colours, or of opacities as greys. */
function shadingOf({ along, stops }: Gradient, of: 'colour' | 'opacity'): string {
  const isLine = along.kind === 'linear';
  const places = isLine
    ? [along.x1, along.y1, along.x2, along.y2]
    : [along.fx, along.fy, 0, along.cx, along.cy, along.r];
  const space = of === 'colour' ? '/DeviceRGB' : '/DeviceGray';
  const value = (stop: Stop): string => (of === 'colour' ? pdfColour(stop.colour) : decimal(stop.opacity));
  return `<</ShadingType ${isLine ? 2 : 3}/ColorSpace${space}/Coords[${places.map(decimal).join(' ')}]/Extend[true true]/Function ${functionOf(stops, value)}>>`;
}

/** The function that interpolates the stops; its domain is 0 to 1 (ISO 32000-1, 7.10). */
function functionOf(stops: readonly Stop[], value: (stop: Stop) => string): string {
  const [first, last] = [stops[0], stops.at(-1)];
  if (first === undefined || last === undefined) throw new Error('a gradient without stops');
  const all = [{ ...first, at: 0 }, ...stops, { ...last, at: 1 }];
  const steps = all.slice(1).flatMap((stop, index) => {
    const before = all[index];
    return before === undefined || stop.at - before.at < NARROW ? [] : [{ from: before, to: stop }];
  });
  const functions = steps.map(
    ({ from, to }) => `<</FunctionType 2/Domain[0 1]/C0[${value(from)}]/C1[${value(to)}]/N 1>>`,
  );
  if (functions.length === 1) return functions.join('');
  const bounds = steps.slice(1).map(({ from }) => decimal(from.at));
  return `<</FunctionType 3/Domain[0 1]/Functions[${functions.join('')}]/Bounds[${bounds.join(' ')}]/Encode[${functions.map(() => '0 1').join(' ')}]>>`;
}

/** Two stops that are closer together than this form a hard edge. */
const NARROW = 1e-6;
