import { describe, expect, it } from 'vitest';
import {
  MarkedContent,
  requireCharacters,
  requireLink,
  requireOpening,
} from '../../../src/render/pdf/engine/assertions.ts';

const RULE = '0 0 1 1 re f';

describe('Content that is painted', () => {
  const page = (...operators: string[]) => {
    const marked = new MarkedContent();
    for (const part of operators) marked.take(part);
    marked.end();
  };

  it('Painting inside marked content is accepted, no matter how the operators are split into pieces', () => {
    page('q 1 0 0 1 0 0 cm', '/Artifact <</Type/Layout>> BDC', '0 0 1 1 re', 'f', 'EMC', 'Q');
    page(`/P <</MCID 0>> BDC BT /F1 8 Tf [<0001>] TJ ET EMC /Artifact BMC ${RULE} EMC`);
  });

  it.each([
    [RULE, 'f paints outside marked content'],
    [`/P <</MCID 0>> BDC EMC ${RULE}`, 'f paints outside marked content'],
    ['BT (a) Tj ET', 'Tj paints outside marked content'],
    ['/Im1 Do', 'Do paints outside marked content'],
    ['/P <</MCID 0>> BDC EMC EMC', 'EMC without BDC'],
    [`/P <</MCID 0>> BDC ${RULE}`, 'marked content without end'],
  ])('The build fails if content is painted outside marked content: %s', (operators, message) => {
    expect(() => page(operators)).toThrow(message);
  });
});

describe('Opening of marked content', () => {
  it.each([
    '/P <</MCID 12>> BDC',
    '/Span <</MCID 12/ActualText(a word)>> BDC',
    '/Span <</MCID 12/ActualText<feff00e9>>> BDC',
    '/Artifact <</Type/Layout>> BDC',
  ])('%s opens marked content', (opening) => expect(() => requireOpening(opening)).not.toThrow());

  it.each([
    RULE,
    '/P BMC',
    '/P <</MCID 12/ActualText(a word)>> BDC',
    `/P <</MCID 12>> BDC ${RULE} EMC`,
    '/P <</MCID 12>>',
    '/P <<>> BDC',
  ])('%s does not open marked content', (opening) =>
    expect(() => requireOpening(opening)).toThrow('neither tagged nor an artifact'),
  );
});

it('Links are allowed only in Link elements', () => {
  expect(() => requireLink('Link')).not.toThrow();
  expect(() => requireLink('P')).toThrow('a link in a P element');
});

it('Glyphs are allowed only for characters that the font has', () => {
  expect(() => requireCharacters(5, [0x66, 0x69])).not.toThrow();
  expect(() => requireCharacters(0, [0x66])).toThrow('the glyph of a missing character is printed');
  expect(() => requireCharacters(5, [])).toThrow('glyph 5 stands for no characters');
});
