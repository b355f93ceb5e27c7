import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { initWasm, Resvg } from '@resvg/resvg-wasm';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { problemLine, UserError } from '../../../src/errors.ts';
import type { Drawing, DrawingNode, Shape } from '../../../src/model/drawing.ts';
import type { SvgPicture } from '../../../src/model/picture.ts';
import { pictureOf } from '../../../src/read/picture/read.ts';
import { rastered, withoutOutside } from '../../../src/read/picture/svg/raster.ts';
import { svgOf } from '../../../src/read/picture/svg/write.ts';
import { runs } from '../../support/property-runs.ts';
import { randomDrawing } from '../../support/random-drawings.ts';

const svg = (inner: string, attributes = 'viewBox="0 0 1000 500"'): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" ${attributes}>${inner}</svg>`;

async function read(file: string): Promise<SvgPicture> {
  const picture = await pictureOf(Buffer.from(file), 'logo.svg');
  if (picture.format !== 'svg') throw new Error('no drawing');
  return picture;
}

/** The nodes of a drawing of 1000 units. */
const nodes = async (inner: string): Promise<readonly DrawingNode[]> =>
  (await read(svg(inner))).drawing.nodes;

/** The shapes of a drawing, including those in groups. */
async function shapes(inner: string): Promise<Shape[]> {
  const flat = (node: DrawingNode): Shape[] => (node.kind === 'shape' ? [node] : node.nodes.flatMap(flat));
  return (await nodes(inner)).flatMap(flat);
}

/** The fills of the shapes. */
const fills = async (inner: string): Promise<unknown[]> =>
  (await shapes(inner)).map(
    ({ fill }) => fill && (fill.opacity === 1 ? fill.paint : [fill.paint, fill.opacity]),
  );

/** The reasons why a file is rejected, one per line. */
async function refusals(file: string): Promise<string[]> {
  try {
    await read(file);
    return [];
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    return error.problems.map((problem) => problemLine(problem).split('\n')[0] ?? '');
  }
}

const BOX = '<rect width="9" height="9"/>';

describe('Size of an SVG drawing', () => {
  it.each([
    ['viewBox="0 0 20 10"', 10000, 5000],
    ['viewBox="5 5 20 10" width="100%" height="100%"', 10000, 5000],
    ['width="30mm" height="6cm"', 5000, 10000],
    ['width="1in" height="48"', 10000, 5000],
    ['viewBox="0 0 10 10" width="20" height="10"', 10000, 5000],
    ['viewBox="0 0 20 10" width="7"', 10000, 5000],
    ['viewBox="0,0,20,10" height="1em"', 10000, 5000],
  ])('The size of a drawing is read from the attributes %s', async (attributes, width, height) => {
    expect(await read(svg(BOX, attributes))).toMatchObject({ width, height });
  });

  it.each(['', 'width="100%"', 'viewBox="0 0 0 10"', 'viewBox="0 0 1 9999"'])(
    'The size "%s" is invalid',
    async (attributes) => {
      expect(await refusals(svg(BOX, attributes))).toEqual(['the drawing does not state its size']);
    },
  );

  it('The view box is fitted into the viewport as preserveAspectRatio states', async () => {
    const matrix = async (attributes: string): Promise<unknown> => {
      const [shape] = (await read(svg(BOX, `viewBox="0 0 10 10" width="20" height="10" ${attributes}`)))
        .drawing.nodes;
      return shape?.kind === 'shape' && shape.matrix;
    };
    expect(await matrix('')).toEqual([50, 0, 0, 50, 250, 0]);
    expect(await matrix('preserveAspectRatio="none"')).toEqual([100, 0, 0, 50, 0, 0]);
    expect(await matrix('preserveAspectRatio="xMaxYMin slice"')).toEqual([100, 0, 0, 100, 0, 0]);
  });
});

describe('Shapes converted to paths', () => {
  const paths = async (inner: string): Promise<unknown[]> => (await shapes(inner)).map(({ path }) => path);

  it.each([
    ['<rect x="1" y="2" width="3" height="4"/>', [['M', 1, 2], ['L', 4, 2], ['L', 4, 6], ['L', 1, 6], ['Z']]],
    ['<rect width="50%" height="10%"/>', [['M', 0, 0], ['L', 500, 0], ['L', 500, 50], ['L', 0, 50], ['Z']]],
    ['<polygon points="0,0 5-5,1.5.5"/>', [['M', 0, 0], ['L', 5, -5], ['L', 1.5, 0.5], ['Z']]],
    [
      '<polyline points="0 0 5 5 9"/>',
      [
        ['M', 0, 0],
        ['L', 5, 5],
      ],
    ],
    ['<path d="M1 1h2v3l-1-1z"/>', [['M', 1, 1], ['L', 3, 1], ['L', 3, 4], ['L', 2, 3], ['Z']]],
    ['<path d="m1 1zl2 2"/>', [['M', 1, 1], ['Z'], ['M', 1, 1], ['L', 3, 3]]],
    [
      '<path d="M0 0q3 3 6 0t6 0"/>',
      [
        ['M', 0, 0],
        ['C', 2, 2, 4, 2, 6, 0],
        ['C', 8, -2, 10, -2, 12, 0],
      ],
    ],
    [
      '<path d="M0 0C1 1 2 1 3 0s2-1 3 0"/>',
      [
        ['M', 0, 0],
        ['C', 1, 1, 2, 1, 3, 0],
        ['C', 4, -1, 5, -1, 6, 0],
      ],
    ],
  ])('The shape %s is converted to a path', async (inner, path) => {
    expect(await paths(inner)).toEqual([path]);
  });

  it('Corner radii are limited to half the length of a side, and circles consist of four curves', async () => {
    expect(await paths('<rect width="10" height="4" rx="9"/>')).toEqual([
      expect.arrayContaining([
        ['M', 5, 0],
        ['L', 10, 2],
        ['L', 0, 2],
      ]),
    ]);
    const [circle] = await shapes('<circle cx="5" cy="5" r="4"/>');
    expect(circle?.path.map(([letter]) => letter).join('')).toBe('MCCCCZ');
    const [arc] = await shapes('<path d="M1 5A4 4 0 0 1 9 5"/>');
    expect(arc?.path.at(-1)?.slice(-2)).toEqual([expect.closeTo(9, 9), expect.closeTo(5, 9)]);
  });

  it.each([
    ['M1 5a4 4 0 0 1 8 0s2-1 3 0', ['C', 9, 5, 11, 4, 12, 5]],
    ['M0 0A5 3 20 1 0 3 9T12 3', ['C', 3, 9, 6, 7, 12, 3]],
  ])(
    'If a smooth curve follows an arc, the first control point of the curve is its start point: %s',
    async (data, curve) => {
      const [short] = await shapes(`<path d="${data}"/>`);
      expect(short?.path.at(-1)).toEqual(
        curve.map((value) => (typeof value === 'number' ? expect.closeTo(value, 6) : value)),
      );
    },
  );

  it.each(['rx="-2" ry="3"', 'rx="3" ry="-1"', 'rx="3" ry="auto"'])(
    'If one radius of an ellipse is negative or auto, it equals the other radius: %s',
    async (radii) => {
      expect(await paths(`<ellipse cx="4" cy="4" ${radii}/>`)).toEqual(
        await paths('<circle cx="4" cy="4" r="3"/>'),
      );
      expect(await paths(`<rect width="9" height="8" ${radii}/>`)).toEqual(
        await paths('<rect width="9" height="8" rx="3"/>'),
      );
    },
  );

  it.each([
    '<rect width="0" height="9"/>',
    '<circle r="-1"/>',
    '<path d=""/>',
    '<path d="M0 0h9" fill="none"/>',
    '<g display="none"><rect width="9" height="9"/></g>',
    '<rect width="9" height="9" visibility="hidden"/>',
    '<rect width="9" height="9" opacity="0"/>',
    '<defs><rect width="9" height="9"/></defs>',
    '<use href="#gone"/>',
    '<text> </text>',
    '<constructor/>',
    '<description>of no kind that there is</description>',
    '<style>@font-face{font-family:"A"}</style>',
    '<g requiredExtensions="http://ns.example"><text>seen by one program</text></g>',
  ])('The element %s draws nothing', async (inner) => {
    expect(await nodes(inner)).toEqual([]);
  });

  it.each([
    ['scale(2)', [2, 0, 0, 2, 0, 0]],
    ['translate(3) scale(2,4)', [2, 0, 0, 4, 3, 0]],
    ['matrix(1 2 3 4 5 6)', [1, 2, 3, 4, 5, 6]],
    ['matrix(.5.25-1-2,3-4)translate(2-1)', [0.5, 0.25, -1, -2, 5, -1.5]],
    ['rotate(180, 5, 5)', [-1, 0, -0, -1, 10, 10]],
  ])('The transform %s is applied', async (transform, matrix) => {
    const [shape] = await shapes(`<rect width="9" height="9" transform="${transform}"/>`);
    shape?.matrix.forEach((entry, index) => {
      expect(entry).toBeCloseTo(matrix[index] ?? 0, 9);
    });
  });
});

describe('Styles', () => {
  it('Style rules have the same precedence as in CSS', async () => {
    const sheet =
      '<style>/* red */ rect{fill:red} .a{fill:#0f0} #i{fill:blue} .a.b{fill:gold!important} g>.c, g .d {fill:#123}</style>';
    expect(
      await fills(
        `${sheet}${BOX}<rect class="a" width="9" height="9" fill="black"/><rect class="a" id="i" width="9" height="9"/><rect class="b a" width="9" height="9" style="fill:blue"/><g><rect class="c" width="9" height="9"/><g><a1:x xmlns:a1="urn:x"/><rect class="d" width="9" height="9"/><rect class="x" width="9" height="9" style="fill : rgb(1, 2, 3) ; "/></g></g>`,
      ),
    ).toEqual(['#ff0000', '#00ff00', '#0000ff', '#ffd700', '#112233', '#112233', '#010203']);
  });

  it.each([
    ['fill="#ABC"', '#aabbcc'],
    ['fill="#11223380"', ['#112233', expect.closeTo(0.5, 2)]],
    ['fill="rgb(100%, 0%, 0%)"', '#ff0000'],
    ['fill="hsl(120 100% 50%)"', '#00ff00'],
    ['fill="rgba(1,2,3,.5)"', ['#010203', 0.5]],
    ['fill="DarkSlateBlue"', '#483d8b'],
    ['fill="currentColor" color="teal"', '#008080'],
    ['fill="url(#gone) #0f0"', '#00ff00'],
    ['fill="red" style="/* brand: blue */ fill: /* teal; */ lime"', '#00ff00'],
    ['fill="#fff icc-color(acme, 0.1, 0.2)"', '#ffffff'],
    ['fill="#123456" style="fill:#123456;fill:color(display-p3 0.1 0.2 0.3)"', '#123456'],
    ['fill="red" opacity="50%"', ['#ff0000', 0.5]],
    ['fill="red" fill-opacity=".5" opacity=".5"', ['#ff0000', 0.25]],
  ])('The fill of a shape is read from the attributes %s', async (attributes, expected) => {
    expect(await fills(`<rect width="9" height="9" ${attributes}/>`)).toEqual([expected]);
  });

  it('Of two rules with the same specificity, the later one has precedence, whatever it selects', async () => {
    const sheet =
      '<style>.b.a{fill:red} .a.b{fill:blue} rect{fill:lime!important;stroke:none} *{stroke:red}</style>';
    const [shape] = await shapes(`${sheet}<rect class="a b" width="9" height="9"/><circle r="0"/>`);
    expect([shape?.fill?.paint, shape?.stroke]).toEqual(['#00ff00', undefined]);
    expect(await fills(`${sheet}<circle class="a b" r="9"/>`)).toEqual(['#0000ff']);
  });

  it('Only CSS style sheets are read', async () => {
    expect(
      await fills(
        `<style type="text/css">rect{fill:red}</style><style type="text/x-sass">rect{fill:blue}</style>${BOX}`,
      ),
    ).toEqual(['#ff0000']);
  });

  it('Styles are inherited from the parent element and the `use` element', async () => {
    expect(
      await fills(
        '<defs><g id="g"><rect width="9" height="9"/></g></defs><g fill="red"><use href="#g"/><use xlink:href="#g" fill="blue"/></g>',
      ),
    ).toEqual(['#ff0000', '#0000ff']);
  });

  it('Stroke properties are read', async () => {
    const [shape] = await shapes(
      '<path d="M0 0h9" fill="none" stroke="red" stroke-width="2pt" stroke-linecap="round" stroke-linejoin="bevel" stroke-dasharray="3" stroke-dashoffset="1"/>',
    );
    expect(shape?.stroke).toEqual({
      paint: '#ff0000',
      opacity: 1,
      width: expect.closeTo(8 / 3),
      cap: 'round',
      join: 'bevel',
      miterLimit: 4,
      dashes: [3, 3],
      dashOffset: 1,
    });
  });
});

describe('Gradients', () => {
  const STOPS =
    '<stop offset="0" stop-color="red"/><stop offset="1" style="stop-color:blue;stop-opacity:.5"/>';
  const stops = [
    { at: 0, colour: '#ff0000', opacity: 1 },
    { at: 1, colour: '#0000ff', opacity: 0.5 },
  ];

  it('A gradient in the units of the bounding box can take its stops from another gradient', async () => {
    expect(
      await fills(
        `<linearGradient id="a">${STOPS}</linearGradient><linearGradient id="b" href="#a" y2="100%" gradientTransform="scale(2)"/><rect x="10" y="20" width="30" height="40" fill="url(#b)"/>`,
      ),
    ).toEqual([
      { along: { kind: 'linear', x1: 0, y1: 0, x2: 1, y2: 1 }, matrix: [60, 0, 0, 80, 10, 20], stops },
    ]);
  });

  it.each(['url( #a )', "url( '#a' )", 'url("#a" )'])(
    'A gradient is found by the reference %s',
    async (fill) => {
      const found = await fills(
        `<linearGradient id="a">${STOPS}</linearGradient><rect width="9" height="9" style='fill:${fill.replaceAll("'", '"')}'/>`,
      );
      expect(found).toMatchObject([{ stops }]);
    },
  );

  it('A gradient takes stops only from other gradients, and on a straight line, the fallback colour replaces a gradient', async () => {
    const gradient = `<symbol id="s">${STOPS}</symbol><linearGradient id="a" href="#s"/><linearGradient id="b">${STOPS}</linearGradient>`;
    const lines = '<path d="M0 3h9" stroke="url(#b) teal"/><path d="M3 0v9" stroke="url(#b)"/>';
    expect(await fills(`${gradient}<rect width="9" height="9" fill="url(#a)"/>`)).toEqual([]);
    expect((await shapes(gradient + lines)).map(({ stroke }) => stroke?.paint)).toEqual([
      '#008080',
      undefined,
    ]);
  });

  it('A gradient in user space uses the coordinates of the drawing', async () => {
    expect(
      await fills(
        `<radialGradient id="a" gradientUnits="userSpaceOnUse" cx="5" cy="6" r="7" fx="4">${STOPS}</radialGradient><rect width="9" height="9" fill="url(#a)"/>`,
      ),
    ).toEqual([
      {
        along: { kind: 'radial', fx: 4, fy: 6, cx: 5, cy: 6, r: 7 },
        matrix: [1, 0, 0, 1, 0, 0],
        stops,
      },
    ]);
  });

  it.each([
    ['<linearGradient id="a"/>', []],
    ['<linearGradient id="a"><stop stop-color="red"/></linearGradient>', ['#ff0000']],
    [`<linearGradient id="a" x2="0">${STOPS}</linearGradient>`, [['#0000ff', 0.5]]],
    [`<radialGradient id="a" r="0">${STOPS}</radialGradient>`, [['#0000ff', 0.5]]],
  ])('The gradient %s is painted', async (gradient, expected) => {
    expect(await fills(`${gradient}<rect width="9" height="9" fill="url(#a)"/>`)).toEqual(expected);
  });
});

describe('Groups', () => {
  it('A group is clipped by its clip path, which can itself have a clip path', async () => {
    const clip =
      '<clipPath id="a" clip-path="url(#b)"><circle r="4"/><rect width="2" height="2" clip-rule="evenodd" transform="translate(1)"/></clipPath><clipPath id="b"><path d="M0 0h9v9z"/></clipPath>';
    expect(await nodes(`${clip}<g clip-path="url(#a)" opacity=".5">${BOX}</g>`)).toMatchObject([
      {
        kind: 'group',
        opacity: 0.5,
        clips: [
          [
            { rule: 'nonzero' },
            { rule: 'evenodd', path: [['M', 1, 0], ['L', 3, 0], ['L', 3, 2], ['L', 1, 2], ['Z']] },
          ],
          [{ path: [['M', 0, 0], ['L', 9, 0], ['L', 9, 9], ['Z']] }],
        ],
      },
    ]);
  });

  it('A group is clipped by a mask that consists of plain areas', async () => {
    const masked = `<g mask="url(#m)">${BOX}</g>`;
    const square = [['M', 0, 0], ['L', 9, 0], ['L', 9, 9], ['L', 0, 9], ['Z']];
    expect(
      await nodes(
        `<g fill-rule="evenodd"><path id="p" d="M0 0h9v9H0z"/><mask id="m" fill="white"><use href="#p"/></mask></g>${masked}`,
      ),
    ).toMatchObject([{}, { clips: [[{ rule: 'evenodd', path: square }]] }]);
    expect(
      await nodes(
        `<mask id="m" style="mask-type:alpha" maskUnits="userSpaceOnUse" x="1" y="2" width="3" height="4">${BOX}</mask>${masked}`,
      ),
    ).toMatchObject([
      {
        clips: [[{ path: square }], [{ path: [['M', 1, 2], ['L', 4, 2], ['L', 4, 6], ['L', 1, 6], ['Z']] }]],
      },
    ]);
  });

  it('If a group contains a single area, the opacity of the group is applied to the area', async () => {
    expect(await nodes(`<g opacity=".5">${BOX}</g>`)).toMatchObject([
      { kind: 'shape', fill: { opacity: 0.5 } },
    ]);
    expect(await nodes(`<g opacity=".5">${BOX}${BOX}</g>`)).toMatchObject([{ kind: 'group', opacity: 0.5 }]);
    expect(await nodes('<rect width="9" height="9" stroke="red" opacity=".5"/>')).toMatchObject([
      { kind: 'group' },
    ]);
  });

  it('Symbols and nested SVG elements are clipped to their boxes', async () => {
    const symbol = `<symbol id="s" viewBox="0 0 10 10">${BOX}</symbol>`;
    const cut = [[{ path: [['M', 20, 0], ['L', 120, 0], ['L', 120, 50], ['L', 20, 50], ['Z']] }]];
    expect(await nodes(`${symbol}<use href="#s" x="20" width="100" height="50"/>`)).toMatchObject([
      { clips: cut, nodes: [{ matrix: [5, 0, 0, 5, 45, 0] }] },
    ]);
    expect(await nodes(`<svg x="20" width="100" height="50" viewBox="0 0 10 10">${BOX}</svg>`)).toMatchObject(
      [{ clips: cut }],
    );
    for (const overflow of ['visible', 'auto'])
      expect(
        await nodes(`<svg x="20" width="100" height="50" overflow="${overflow}">${BOX}</svg>`),
      ).toMatchObject([{ kind: 'shape', matrix: [1, 0, 0, 1, 20, 0] }]);
  });
});

describe('Files saved by drawing programs', () => {
  it('Metadata and private elements of drawing programs are omitted', async () => {
    const file = `<?xml version="1.0" encoding="UTF-8" standalone="no"?>
<!-- Created with a program -->
<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd">
<svg xmlns="http://www.w3.org/2000/svg" xmlns:sodipodi="http://sodipodi.example" xmlns:inkscape="http://inkscape.example" viewBox="0 0 10 10">
<title>Secret title</title><metadata><rdf:RDF xmlns:rdf="urn:rdf"><Agent xmlns="urn:cc">Somebody</Agent></rdf:RDF></metadata>
<sodipodi:namedview id="view"/><rect sodipodi:rx="3" inkscape:label="Secret" width="9" height="9" data-name="Secret" style="-inkscape-stroke:none;font-size:3px;enable-background:new"/></svg>`;
    expect((await read(file)).chunks.map(String).join('')).toBe(
      '<svg xmlns="http://www.w3.org/2000/svg" width="1000" height="1000" viewBox="0 0 1000 1000"><path d="M0 0L9 0L9 9L0 9Z" transform="matrix(100 0 0 100 0 0)" fill="#000000"/></svg>',
    );
  });

  it('UTF-16 files and files without an XML declaration are read', async () => {
    const piece = `\ufeff<svg viewBox="0 0 9 9">${BOX}</svg>`;
    const { drawing } = await read(piece);
    expect(await pictureOf(Buffer.from(piece, 'utf16le'), 'a.svg')).toMatchObject({ drawing });
    expect(drawing.nodes).toHaveLength(1);
  });

  it('Entities for namespaces are expanded, and other content of the document type is rejected', async () => {
    const typed = (subset: string): string =>
      `<!DOCTYPE svg [${subset}]><svg xmlns="&ns;" viewBox="0 0 9 9">${BOX}</svg>`;
    expect(await refusals(typed('<!ENTITY ns "http://www.w3.org/2000/svg">'))).toEqual([]);
    for (const subset of [
      '<!ENTITY a "aaaa"><!ENTITY ns "&a;&a;">',
      '<!ENTITY ns SYSTEM "file:///etc/passwd">',
      '<!ENTITY % ns "x">',
      `<!ENTITY ns "${'x'.repeat(300)}">`,
    ])
      expect(await refusals(typed(subset))).toEqual([
        'the document type definition (DOCTYPE) declares something other than text entities',
      ]);
  });
});

describe('Report of unsupported content with its line', () => {
  it.each([
    ['<text>Hi</text>', 'the drawing has text (`<text>`), which is not drawn: “Hi” in no font'],
    [
      '<style>.b{font-family:Lato,sans-serif}</style><text class="b"> \t<tspan>River</tspan> <tspan>days</tspan></text>',
      'the drawing has text (`<text>`), which is not drawn: “River days” in Lato,sans-serif',
    ],
    [
      '<g font-family="Lato"><text style="font-family: Open Sans">Fête</text></g>',
      'the drawing has text (`<text>`), which is not drawn: “Fête” in Open Sans',
    ],
    ['<image href="x.png"/>', 'the drawing has an embedded picture (`<image>`), which is not drawn'],
    ['<foreignObject/>', 'the drawing has foreign content (`<foreignObject>`), which is not drawn'],
    ['<defs><script/></defs>', 'the drawing has a script (`<script>`), which is not drawn'],
    ['<g onload="x()"/>', 'the drawing has a script (`onload`)'],
    ['<a href="https://example.org"/>', 'the drawing has a link (`<a>`), which is not drawn'],
    ['<rect><animate/></rect>', 'the drawing has an animation (`<animate>`), which is not drawn'],
    ['<mesh/>', 'the drawing has a mesh gradient (`<mesh>`), which is not drawn'],
    [
      `<mask id="m"><circle r="9" fill="#888"/></mask><g mask="url(#m)">${BOX}</g>`,
      'a mask that contains anything other than white areas is not drawn',
    ],
    [
      '<use href="https://example.org/a.svg#b"/>',
      'the drawing refers to content outside its file, which is not fetched',
    ],
    ['<g id="g"><use href="#g"/></g>', 'the drawing has an element that refers to itself'],
    ['<g filter="url(#f)"/>', '`filter: url(#f)` is not drawn'],
    ['<g style="mix-blend-mode:multiply"/>', '`mix-blend-mode: multiply` is not drawn'],
    ['<g style="marker-end:url(#m)"/>', '`marker-end: url(#m)` is not drawn'],
    ['<g fill="var(--brand)"/>', '`fill: var(--brand)` is not drawn'],
    ['<g clip-path="circle(3px)"/>', '`clip-path: circle(3px)` is not drawn'],
    ['<g transform="rotate(1"/>', '`transform: rotate(1` is not drawn'],
    [
      '<style>@import url(https://example.org/a.css);</style>',
      'the style sheet has `@import`, which is not drawn',
    ],
    [
      '<style>rect:hover{fill:red}</style>',
      'the style sheet has the selector `rect:hover`, which is not supported',
    ],
    ['<path d="M0 0 L"/>', '`d` cannot be read'],
    ['<path d="M0 0 L1e99 0"/>', '`d` cannot be read'],
    ['<polygon points="0 0 1e99 5 5 9"/>', '`points` cannot be read'],
    ['<rect width="1km" height="1"/>', '`width` cannot be read'],
    ['<circle r="1.5em"/>', '`r` cannot be read'],
    ['<path d="M0 0h9" stroke="red" stroke-width="1rem"/>', '`stroke-width: 1rem` is not drawn'],
    ['<g transform="scale(2)" transform-origin="top"/>', '`transform-origin` is not drawn'],
    ['<g transform="scale(2)" style="transform-origin:0"/>', '`transform-origin` is not drawn'],
    [
      `<linearGradient id="g" gradientTransform="scale(2)" transform-origin="5 5"><stop/><stop/></linearGradient>${BOX.replace('/', ' fill="url(#g)"/')}`,
      'the `transform-origin` of a gradient is not drawn',
    ],
    [
      '<pattern id="p"/><path d="M0 0h9" fill="url(#p)"/>',
      'the drawing is painted with a `<pattern>`, which is not drawn',
    ],
    [
      '<path d="M0 0h9" stroke="red" stroke-dasharray=".001"/>',
      'the dashes of a line are too short to be seen',
    ],
  ])('The content %s is reported as unsupported', async (inner, message) => {
    expect(await refusals(svg(`\n\n${inner}`))).toEqual([`3: ${message}`]);
  });

  it('Each invalid attribute of a shape is reported, and so is each unsupported element of a clip path', async () => {
    expect(
      await refusals(
        svg(`<rect x="1km" y="2" width="auto" height="3vw"/>
        <clipPath id="c"><use href="#t"/></clipPath><text id="t">a</text><g clip-path="url(#c)">${BOX}</g>`),
      ),
    ).toEqual([
      '1: `x` cannot be read',
      '1: `width` cannot be read',
      '1: `height` cannot be read',
      '2: the drawing has text (`<text>`), which is not drawn: “a” in no font',
    ]);
  });

  it('All problems are reported with their lines, including problems in a style sheet', async () => {
    expect(
      await refusals(
        svg(`<style>
          .a { fill: red;
               filter: url(#x) }
          .b { /* two
          lines */ marker: url(#m) }
        </style>
        <g class="a"/><g class="b"/>
        <text>a</text>`),
      ),
    ).toEqual([
      '3: `filter: url(#x)` is not drawn',
      '5: `marker: url(#m)` is not drawn',
      '8: the drawing has text (`<text>`), which is not drawn: “a” in no font',
    ]);
  });
});

describe('Limits for drawings', () => {
  it('An element of a drawing is counted each time it is used', async () => {
    const levels = Array.from({ length: 9 }, (_, level) => {
      const inner = level === 0 ? BOX : `<use href="#g${level - 1}"/>`.repeat(10);
      return `<g id="g${level}">${inner}</g>`;
    });
    expect(await refusals(svg(`<defs>${levels.join('')}</defs><use href="#g8"/>`))).toEqual([
      'the drawing has more than 30,000 elements, each counted as often as it is used',
    ]);
  });

  it.each([
    [BOX.repeat(30_001), 'the drawing has more than 30,000 elements, each counted as often as it is used'],
    [`<path d="M0 0${'h1'.repeat(200_001)}"/>`, 'the paths of the drawing have more than 200,000 segments'],
    [
      `<g opacity=".5">${BOX}${BOX}</g>`.repeat(1001),
      'the drawing has more than 1,000 groups that are clipped or partly transparent',
    ],
    [
      `<style>${'rect{fill:red}'.repeat(999)}</style>${BOX.repeat(1100)}`,
      'the style sheet of the drawing has too many rules',
    ],
    [
      `<g id="t" transform="${'scale(1)'.repeat(9999)}"/>${'<use href="#t"/>'.repeat(500)}`,
      'the drawing has more than 30,000 elements, each counted as often as it is used',
    ],
    [
      `<linearGradient id="g">${'<stop/>'.repeat(200)}</linearGradient>${'<path fill="url(#g)" d="M0 0h9v9z"/>'.repeat(200)}`,
      'the drawing has more than 30,000 elements, each counted as often as it is used',
    ],
    [`<style>${'g{fill:red}'.repeat(1001)}</style>`, 'the drawing has more than 1,000 style rules'],
    [
      `${'<g transform="scale(1000)">'.repeat(4)}${BOX}${'</g>'.repeat(4)}`,
      'the drawing has numbers that are too large',
    ],
    [
      `${'<g>'.repeat(70)}${'</g>'.repeat(70)}`,
      'the file cannot be read: elements are nested more than 64 levels deep',
    ],
    ['<g>', 'the file cannot be read: 1:115: unexpected close tag.'],
  ])('Input that exceeds a limit is rejected: %.40s …', async (inner, message) => {
    expect((await refusals(svg(inner)))[0]?.replace(/^picture.svg: /, '')).toBe(message);
  });

  it('Whatever bytes it contains, an SVG file is either read or rejected', async () => {
    const whole = Buffer.from(
      svg(
        '<style>.a>b,#c{fill:url(#g) red;stroke-dasharray:1 2}</style><linearGradient id="g"><stop offset=".5"/><stop/></linearGradient><clipPath id="k"><use href="#c"/></clipPath><path id="c" class="a" d="M1 2c3 4 5 6 7 8a1 1 0 0 1 2 3z" transform="rotate(5)" stroke="currentColor"/><use href="#c" clip-path="url(#k)"/>',
      ),
    );
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 5, max: whole.length - 1 }),
        fc.oneof(
          fc.uint8Array({ maxLength: 4 }),
          fc.constantFrom('"', '<', '>', '(', '#c', '1e9', '-', '{', '}', ';'),
        ),
        fc.integer({ min: 0, max: 6 }),
        async (at, bytes, cut) => {
          await refusals(
            Buffer.concat([whole.subarray(0, at), Buffer.from(bytes), whole.subarray(at + cut)]).toString(
              'latin1',
            ),
          );
        },
      ),
      { numRuns: runs(300) },
    );
  });
});

describe('Drawing written back as SVG', () => {
  const number = fc.integer({ min: -2000, max: 2000 }).map((value) => value / 8);
  const share = fc.integer({ min: 1, max: 8 }).map((value) => value / 8);
  const colour = fc
    .integer({ min: 0, max: 0xffffff })
    .map((value) => `#${value.toString(16).padStart(6, '0')}`);
  const path = fc
    .array(
      fc.tuple(
        fc.constantFrom('L', 'H', 'V', 'Q', 'C', 'T', 'S', 'Z'),
        fc.array(number, { minLength: 6, maxLength: 6 }),
      ),
    )
    .map((pieces) =>
      [
        'M0 0',
        ...pieces.map(
          ([letter, numbers]) =>
            `${letter}${numbers.slice(0, { L: 2, H: 1, V: 1, Q: 4, C: 6, T: 2, S: 4, Z: 0 }[letter])}`,
        ),
      ].join(''),
    );
  const shape = fc
    .record({ path, colour, stroke: colour, share, width: fc.integer({ min: 0, max: 40 }), turn: number })
    .map(
      (own) =>
        `<path d="${own.path}" fill="${own.colour}" stroke="${own.stroke}" stroke-width="${own.width}" stroke-opacity="${own.share}" transform="rotate(${own.turn}) skewX(9)"/>`,
    );
  const group = fc
    .record({ inner: fc.array(shape, { maxLength: 4 }), share, clip: path, colour })
    .map(
      ({ inner, share: opacity, clip, colour: stop }, index = clip.length) =>
        `<clipPath id="c${index}"><path d="${clip}"/></clipPath><linearGradient id="g${index}"><stop stop-color="${stop}"/><stop offset=".7"/></linearGradient><g opacity="${opacity}" clip-path="url(#c${index})">${inner.join('')}<circle r="50" fill="url(#g${index})"/></g>`,
    );

  it('Reading back a written drawing results in the same drawing', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.oneof(shape, group), { maxLength: 5 }), async (inner) => {
        const first = await read(svg(inner.join('')));
        const again = await read(first.chunks.map(String).join(''));
        expect(svgOf(again.drawing)).toBe(svgOf(first.drawing));
      }),
      { numRuns: runs(60) },
    );
  });

  it('A drawing with many groups is rendered with fewer pixels than other drawings', async () => {
    const group = `<g opacity=".5">${BOX}${BOX}</g>`;
    const { raster } = await rastered(await read(svg(group.repeat(80))), Number.POSITIVE_INFINITY);
    expect(Buffer.from(raster ?? []).readUInt32BE(16)).toBe(600);
  });

  it('Rendering a drawing again produces the same pixels', async () => {
    const picture = await read(svg('<circle cx="500" cy="250" r="200" fill="teal"/>'));
    const { raster } = await rastered(picture, 400);
    expect(raster?.subarray(1, 4)).toEqual(Uint8Array.from(Buffer.from('PNG')));
    const size = Buffer.from(raster ?? []);
    expect([size.readUInt32BE(16), size.readUInt32BE(20)]).toEqual([1200, 600]);
    expect((await rastered(picture, 400)).raster).toEqual(raster);
  });

  it.each([
    [72, 220, 110],
    [36, 110, 55],
    [0.1, 1, 1],
  ])(
    'A drawing that is printed at a small size is rendered at 220 dpi: %d points',
    async (side, width, height) => {
      const { raster } = await rastered(await read(svg('<circle cx="500" cy="250" r="200"/>')), side);
      const size = Buffer.from(raster ?? []);
      expect([size.readUInt32BE(16), size.readUInt32BE(20)]).toEqual([width, height]);
    },
  );
});

/** The pixels of a drawing: red, green, blue and opacity of each. */
async function pixels(drawing: Drawing): Promise<Uint8Array> {
  renderer ??= initWasm(
    readFileSync(createRequire(import.meta.url).resolve('@resvg/resvg-wasm/index_bg.wasm')),
  );
  await renderer;
  return new Resvg(svgOf(drawing), { fitTo: { mode: 'width', value: WIDTH } }).render().pixels;
}
let renderer: Promise<void> | undefined;
const WIDTH = 306;

/**
 * The number of pixels in which a drawing and its visible part differ. A pixel counts only if it also differs from all
 * neighbouring pixels, because the renderer may shift the soft edge of a long curve.
 */
async function differing(far: string, near: string): Promise<number> {
  const one = await pixels(withoutOutside((await read(far)).drawing));
  const other = await pixels((await read(near)).drawing);
  expect(one.length).toBe(other.length);
  const places = Array.from({ length: one.length / 4 }, (_, place) => place);
  const isAt = (place: number, near: number): boolean =>
    [0, 1, 2, 3].every(
      (channel) => Math.abs((one[4 * place + channel] ?? 0) - (other[4 * near + channel] ?? 0)) <= 60,
    );
  const about = [0, 1, -1].flatMap((step) => [step, step + WIDTH, step - WIDTH]);
  return places.filter((place) => !about.some((step) => isAt(place, place + step))).length;
}

it('A very thin drawing is rendered at least one pixel wide and high', async () => {
  const rule = svg('<rect width="900" height="1" fill="teal"/>', 'viewBox="0 0 900 1"');
  const { raster } = await rastered(await read(rule), 72);
  const size = Buffer.from(raster ?? []);
  expect([size.readUInt32BE(16), size.readUInt32BE(20)]).toEqual([900, 1]);
});

describe('Content outside the edges of a drawing', () => {
  const rasterOf = async (file: string, side = 100) => (await rastered(await read(file), side)).raster;
  const circle = '<circle cx="500" cy="250" r="200" fill="teal"/>';

  it.each([
    [
      'clipped',
      '<clipPath id="c"><rect x="9000" width="9" height="9"/></clipPath><g clip-path="url(#c)"><rect x="9000" width="9" height="9"/></g>',
    ],
    [
      'clipped away',
      '<clipPath id="c"><rect y="-9000" width="9" height="9"/></clipPath><rect width="9" height="9" clip-path="url(#c)"/>',
    ],
    ['clipped by nothing', '<clipPath id="c"/><rect width="9" height="9" clip-path="url(#c)"/>'],
    [
      'partly transparent',
      '<g opacity=".5"><rect x="-80000" width="9" height="9"/><circle cy="9e6" r="3"/></g>',
    ],
    [
      'as far as numbers go',
      '<g opacity=".5"><rect x="999999999" width="9" height="9"/><path d="M-999999999 0v9"/></g>',
    ],
    [
      'in a view box',
      '<svg x="7000" width="10" height="10" viewBox="0 0 1 1"><rect width="5" height="5"/></svg>',
    ],
  ])('Content outside the edges does not change the pixels: %s', async (_, inner) => {
    expect(await rasterOf(svg(inner + circle))).toEqual(await rasterOf(svg(circle)));
  });

  it('A line outside the view box is kept if its mitred corners could extend into the view box', async () => {
    const line =
      '<g opacity=".5"><path d="M-400 -400h100L-400 -390" stroke="red" stroke-width="9" stroke-miterlimit="200" fill="none"/></g>';
    expect(await rasterOf(svg(line + circle))).toEqual(await rasterOf(svg(circle)));
    expect(withoutOutside((await read(svg(line))).drawing).nodes).toHaveLength(1);
  });

  it.each([
    [
      'a line',
      '<path d="M0 250H250000" stroke="red" stroke-width="20"/>',
      '<path d="M0 250H1080" stroke="red" stroke-width="20"/>',
    ],
    [
      'an area',
      '<rect x="-200000" y="90" width="400000" height="50"/>',
      '<rect x="-80" y="90" width="1160" height="50"/>',
    ],
    [
      'a scale',
      '<rect y="9e-5" x="3e-4" width="0.2" height="2e-4" transform="scale(1e6)"/>',
      '<rect y="90" x="300" width="780" height="200"/>',
    ],
    [
      'a clip path',
      '<clipPath id="c"><path d="M200 0H90000V90000H200"/></clipPath><circle cx="250" cy="250" r="150" clip-path="url(#c)"/>',
      '<clipPath id="c"><path d="M200 0H1090V540H200"/></clipPath><circle cx="250" cy="250" r="150" clip-path="url(#c)"/>',
    ],
    [
      'dashes',
      '<path d="M-100000 100H100000" stroke="red" stroke-width="30" stroke-dasharray="60 40"/>',
      '<path d="M-100 100H1100" stroke="red" stroke-width="30" stroke-dasharray="60 40"/>',
    ],
    [
      'a gradient',
      '<linearGradient id="g" gradientUnits="userSpaceOnUse" x2="1000"><stop stop-color="red"/><stop offset="1" stop-color="blue"/></linearGradient><rect x="-4000" width="9000" height="250" transform="translate(100 100)" fill="url(#g)"/>',
      '<linearGradient id="g" gradientUnits="userSpaceOnUse" x1="100" x2="1100"><stop stop-color="red"/><stop offset="1" stop-color="blue"/></linearGradient><rect x="-80" y="100" width="1160" height="250" fill="url(#g)"/>',
    ],
    [
      'a partly transparent group',
      `<g opacity=".5"><rect x="-200000" y="90" width="400000" height="50"/>${circle}</g>`,
      `<g opacity=".5"><rect x="-80" y="90" width="1160" height="50"/>${circle}</g>`,
    ],
  ])(
    'A shape that crosses the edge is rendered with the same pixels as its visible part alone: %s',
    async (_, far, near) => {
      expect(await differing(svg(far), svg(near))).toBe(0);
    },
  );

  it('Content outside the view box does not change the layers of groups, which the renderer clips', async () => {
    const inner = (x: number) =>
      `<g opacity=".5"><rect x="${x}" y="-30" width="100" height="9"/>${circle}</g>`;
    const near = svg(`<g opacity=".5">${inner(200)}</g>`);
    expect(await differing(svg(`<g opacity=".5">${inner(-3000)}</g>`), near)).toBe(0);
  });

  it.each([
    ['a shape', '<rect x="-9e8" width="10e8" height="9"/>'],
    ['a line', '<path d="M0 0h9" stroke="red" stroke-width="9e8"/>'],
    ['a clip path', `<clipPath id="c"><path d="M0 0H9e8V9e8"/></clipPath><g clip-path="url(#c)">${BOX}</g>`],
  ])('A drawing that extends far beyond its edges is rejected: %s', async (_, inner) => {
    await expect(rasterOf(svg(inner))).rejects.toThrow(
      'parts of the drawing are too far outside its edges, so that it cannot be converted to pixels, which Word needs',
    );
  });

  it('A drawing that makes the renderer fail is rejected, and the next drawing is rendered correctly', async () => {
    const before = await rasterOf(svg(circle));
    await expect(rasterOf(randomDrawing(227))).rejects.toThrow('the drawing cannot be converted to pixels');
    expect(await rasterOf(svg(circle))).toEqual(before);
  });

  it('Any random drawing is either rendered or rejected with an error', async () => {
    const outcomes = new Map<string, number>();
    for (let seed = 0; seed < 30; seed++) {
      const outcome = await rasterOf(randomDrawing(seed)).then(
        () => 'drawn',
        (error: unknown) => (error instanceof UserError ? 'refused' : `${seed}: ${error}`),
      );
      outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1);
    }
    expect(Object.fromEntries(outcomes)).toEqual({ drawn: 14, refused: 16 });
  });
});
