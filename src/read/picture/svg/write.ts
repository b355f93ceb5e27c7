import {
  type Drawing,
  type DrawingNode,
  decimal,
  type Gradient,
  type Matrix,
  type Outline,
  type Path,
  type Shape,
} from '../../../model/index.ts';

/**
 * Writes a drawing as an SVG file that contains only visible content, so that no other data from the source file is
 * published.
 */

/** Returns a drawing as the text of an SVG file. The same drawing always produces the same text. */
export function svgOf({ width, height, nodes }: Drawing): string {
  const definitions: string[] = [];
  const body = nodes.map((node) => nodeOf(node, definitions)).join('');
  const [w, h] = [decimal(width), decimal(height)];
  const defs = definitions.length === 0 ? '' : `<defs>${definitions.join('')}</defs>`;
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${w}" height="${h}" viewBox="0 0 ${w} ${h}">${defs}${body}</svg>`;
}

function nodeOf(node: DrawingNode, definitions: string[]): string {
  if (node.kind === 'shape') return shapeOf(node, definitions);
  const opacity = node.opacity === 1 ? '' : ` opacity="${decimal(node.opacity)}"`;
  let inner = node.nodes.map((child) => nodeOf(child, definitions)).join('');
  for (const clip of node.clips) inner = `<g clip-path="url(#${clipOf(clip, definitions)})">${inner}</g>`;
  return opacity === '' ? inner : `<g${opacity}>${inner}</g>`;
}

/** Adds a definition and returns its id, which is derived from the number of definitions. */
function define(definitions: string[], of: (id: string) => string): string {
  const id = `d${definitions.length + 1}`;
  definitions.push(of(id));
  return id;
}

const clipOf = (outlines: readonly Outline[], definitions: string[]): string =>
  define(definitions, (id) => {
    const paths = outlines.map(
      ({ path, rule }) => `<path${rule === 'evenodd' ? ' clip-rule="evenodd"' : ''} d="${dataOf(path)}"/>`,
    );
    return `<clipPath id="${id}">${paths.join('')}</clipPath>`;
  });

function shapeOf({ path, matrix, fill, stroke }: Shape, definitions: string[]): string {
  const attributes: string[] = [`d="${dataOf(path)}"`];
  if (!isIdentity(matrix)) attributes.push(`transform="${matrixOf(matrix)}"`);
  const paint = (name: 'fill' | 'stroke', painted: Shape['fill'] | Shape['stroke']): void => {
    if (painted === undefined) return;
    const gradient = typeof painted.paint === 'string' ? undefined : painted.paint;
    const value =
      gradient === undefined
        ? String(painted.paint)
        : `url(#${define(definitions, (id) => gradientOf(id, gradient))})`;
    attributes.push(`${name}="${value}"`);
    if (painted.opacity < 1) attributes.push(`${name}-opacity="${decimal(painted.opacity)}"`);
  };
  if (fill === undefined) attributes.push('fill="none"');
  paint('fill', fill);
  if (fill?.rule === 'evenodd') attributes.push('fill-rule="evenodd"');
  paint('stroke', stroke);
  if (stroke !== undefined) {
    const { width, cap, join, miterLimit, dashes, dashOffset } = stroke;
    attributes.push(`stroke-width="${decimal(width)}"`);
    if (cap !== 'butt') attributes.push(`stroke-linecap="${cap}"`);
    if (join !== 'miter') attributes.push(`stroke-linejoin="${join}"`);
    if (miterLimit !== 4) attributes.push(`stroke-miterlimit="${decimal(miterLimit)}"`);
    if (dashes.length > 0) attributes.push(`stroke-dasharray="${dashes.map(decimal).join(' ')}"`);
    if (dashes.length > 0 && dashOffset !== 0) attributes.push(`stroke-dashoffset="${decimal(dashOffset)}"`);
  }
  return `<path ${attributes.join(' ')}/>`;
}

function gradientOf(id: string, { along, matrix, stops }: Gradient): string {
  const { kind, ...places } = along;
  const attributes = Object.entries(places).map(([name, value]) => ` ${name}="${decimal(value)}"`);
  const transform = isIdentity(matrix) ? '' : ` gradientTransform="${matrixOf(matrix)}"`;
  const inner = stops.map(
    ({ at, colour, opacity }) =>
      `<stop offset="${decimal(at)}" stop-color="${colour}"${opacity === 1 ? '' : ` stop-opacity="${decimal(opacity)}"`}/>`,
  );
  return `<${kind}Gradient id="${id}" gradientUnits="userSpaceOnUse"${attributes.join('')}${transform}>${inner.join('')}</${kind}Gradient>`;
}

const isIdentity = (matrix: Matrix): boolean => matrix.join() === '1,0,0,1,0,0';

const matrixOf = (matrix: Matrix): string => `matrix(${matrix.map(decimal).join(' ')})`;

const dataOf = (path: Path): string =>
  path.map(([letter, ...numbers]) => `${letter}${numbers.map(decimal).join(' ')}`).join('');
