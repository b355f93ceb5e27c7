import { DOMParser } from '@xmldom/xmldom';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { xmlText } from '../../../src/render/docx/xml.ts';
import { anyCharacter } from '../../support/any-character.ts';
import { runs } from '../../support/property-runs.ts';

/** The parser warns of U+FFFD, which these tests use deliberately. */
const onError = (level: string, message: string): void => {
  if (level !== 'warning') throw new Error(message);
};
/** Line ends are read as in XML 1.0; by default the parser also normalises those of XML 1.1. */
const normalizeLineEndings = (text: string): string => text.replace(/\r\n?/g, '\n');
const read = (text: string): string | null | undefined =>
  new DOMParser({ onError, normalizeLineEndings }).parseFromString(`<t a="${text}">${text}</t>`, 'text/xml')
    .documentElement?.textContent;

describe('Text in XML', () => {
  it.each([
    ['Arts & <Letters> ]]> "quoted" \'x\'', 'Arts & <Letters> ]]> "quoted" \'x\''],
    ['a\tb\nc\r\nd', 'a b c  d'],
    ['\u0000\u0008\u000b\u001f', '\ufffd\ufffd\ufffd\ufffd'],
    ['x\ufffey\uffffz', 'x\ufffdy\ufffdz'],
    ['\ud83d\ude00 \ud83d \ude00', '\ud83d\ude00 \ufffd \ufffd'],
    ['« Évreux » — „ёлочки“', '« Évreux » — „ёлочки“'],
    ['', ''],
  ])('%j is read back unchanged', (text, expected) => {
    expect(read(xmlText(text))).toBe(expected);
  });

  it('Any text is read back unchanged, except for characters that XML does not allow', () => {
    fc.assert(
      fc.property(fc.string({ unit: anyCharacter }), (text) => {
        const kept = text
          .replace(/[\t\n\r]/g, ' ')
          // biome-ignore lint/suspicious/noControlCharactersInRegex: the characters that XML does not allow
          .replace(/[\u0000-\u001f\ufffe\uffff]/g, '\ufffd');
        expect(read(xmlText(text))).toBe(kept);
      }),
      { numRuns: runs(500) },
    );
  });
});
