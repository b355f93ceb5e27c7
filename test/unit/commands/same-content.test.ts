import { readFileSync } from 'node:fs';
import path from 'node:path';
import { deflateSync, inflateSync } from 'node:zlib';
import { unzipSync, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { haveSameContent } from '../../../src/commands/same-content.ts';

const PUBLISHED = 'test/fixtures/format-3/data/editions/1/published';
const published = (name: string): Buffer => readFileSync(path.join(PUBLISHED, name));

/** A PDF whose streams are compressed at another level, after an optional change of the decompressed streams. */
function recompressed(pdf: Buffer, change = (text: string) => text): Buffer {
  const text = pdf.toString('latin1');
  const again = text.replace(
    /\/Length (\d+)([^>]{0,400}>>\s{1,2}stream\n)([\s\S]*?)\nendstream/g,
    (whole, length: string, rest: string, content: string) => {
      if (!whole.includes('/FlateDecode') || whole.includes('/XRef') || content.length !== Number(length))
        return whole;
      const inner = change(inflateSync(Buffer.from(content, 'latin1')).toString('latin1'));
      const packed = deflateSync(Buffer.from(inner, 'latin1'), { level: 1 });
      return `/Length ${packed.length}${rest}${packed.toString('latin1')}\nendstream`;
    },
  );
  return Buffer.from(again, 'latin1');
}

describe('haveSameContent', () => {
  const pdf = published('small-en.pdf');
  const docx = published('small-en.docx');

  it('PDF files that differ only in compression have the same content', async () => {
    const other = recompressed(pdf);
    expect(other.equals(pdf)).toBe(false);
    expect(await haveSameContent('a.pdf', pdf, other)).toBe(true);
  });

  it('PDF files that differ in one character have different content', async () => {
    let changed = 0;
    const other = recompressed(pdf, (text) =>
      text.replace(/\d(?= Td| Tm| l\n| re)/, (digit) => {
        changed++;
        return digit === '1' ? '2' : '1';
      }),
    );
    expect(changed).toBeGreaterThan(0);
    expect(await haveSameContent('a.pdf', pdf, other)).toBe(false);
  });

  it.each([
    ['a length', (text: string) => text.replaceAll(/\/Length \d+/g, '/Len')],
    ['a number as its length', (text: string) => text.replaceAll(/\/Length \d+/g, '/Length 8 0 R')],
    ['its whole content', (text: string) => text.replaceAll(/\/Length \d+/g, '/Length 99999999')],
    ['an object', (text: string) => text.replaceAll('obj\n', 'object\n')],
    [
      'a content that can be inflated',
      (text: string) => text.replaceAll(/stream\n[^\n]{4}/g, 'stream\n0000'),
    ],
  ])(
    'A damaged PDF, in which streams lack %s, differs in content from the undamaged one',
    async (_, change) => {
      const broken = Buffer.from(change(pdf.toString('latin1')), 'latin1');
      expect(await haveSameContent('a.pdf', broken, broken)).toBe(true);
      expect(await haveSameContent('a.pdf', pdf, broken)).toBe(false);
    },
  );

  it('Word files that differ only in compression have the same content', async () => {
    const parts = unzipSync(docx);
    expect(await haveSameContent('a.docx', docx, Buffer.from(zipSync(parts, { level: 0 })))).toBe(true);
    const { 'word/document.xml': text } = parts;
    const other = {
      ...parts,
      'word/document.xml': Buffer.from(String(Buffer.from(text ?? [])).replace('Regatta', 'Regattas')),
    };
    expect(await haveSameContent('a.docx', docx, Buffer.from(zipSync(other, { level: 0 })))).toBe(false);
  });

  it('Manifests with the same content may differ in sizes and checksums, but not in other values', async () => {
    const manifest = published('manifest.json');
    const text = manifest.toString();
    const sizes = Buffer.from(
      text.replace(/"bytes": \d/, '"bytes": 9').replace(/"sha256": "./, '"sha256": "0'),
    );
    expect(await haveSameContent('manifest.json', manifest, sizes)).toBe(true);
    const events = Buffer.from(text.replace(/"events": 4/, '"events": 5'));
    expect(events.equals(manifest)).toBe(false);
    expect(await haveSameContent('manifest.json', manifest, events)).toBe(false);
  });
});
