import { strFromU8, unzipSync } from 'fflate';
import { afterEach, describe, expect, it } from 'vitest';
import { DEFAULT_DESIGN } from '../../../src/design/default.ts';
import { buildDocument } from '../../../src/document/build.ts';
import { readProgramme } from '../../../src/read/dataset.ts';
import { readFonts } from '../../../src/read/fonts.ts';
import { WordFonts } from '../../../src/render/docx/fonts.ts';
import { renderDocx } from '../../../src/render/docx/render.ts';

const document = buildDocument(await readProgramme('data', '1'), 'en');
const fonts = await readFonts(DEFAULT_DESIGN);
const opened = new WordFonts(fonts);
const { bytes } = await renderDocx(document, DEFAULT_DESIGN, opened);
const files = unzipSync(bytes);
const part = (name: string): string => strFromU8(files[name] ?? new Uint8Array());

const zone = process.env.TZ;
afterEach(() => {
  if (zone === undefined) delete process.env.TZ;
  else process.env.TZ = zone;
});

describe('Package of a Word file', () => {
  it('The content types are the first part, and each part is listed once', () => {
    const names = Object.keys(files);
    expect(names[0]).toBe('[Content_Types].xml');
    expect(new Set(names).size).toBe(names.length);
    for (const name of names.filter((path) => !/\.(rels|odttf)$|Content_Types/.test(path)))
      expect(part('[Content_Types].xml')).toContain(`PartName="/${name}"`);
  });

  it('The only date in the package of a Word file is the date of the edition', () => {
    const times = [...part('docProps/core.xml').matchAll(/<dcterms:\w+ [^>]*>([^<]*)</g)];
    expect(times.map(([, time]) => time)).toEqual(['2021-03-19T00:00:00Z', '2021-03-19T00:00:00Z']);
  });

  it.each(['Asia/Vladivostok', 'America/Los_Angeles', 'UTC'])(
    'The package of a Word file has the same bytes in the time zone %s',
    async (place) => {
      process.env.TZ = place;
      const again = await renderDocx(document, DEFAULT_DESIGN, opened);
      expect(Buffer.from(again.bytes).equals(Buffer.from(bytes))).toBe(true);
    },
  );

  it('The package of a Word file embeds four complete font faces, obfuscated with their keys', () => {
    const keys = [...part('word/fontTable.xml').matchAll(/<w:embed(\w+) [^>]*w:fontKey="\{([^}]*)\}"/g)];
    expect(keys.map(([, face]) => face)).toEqual(['Regular', 'Bold', 'Regular', 'Bold']);
    expect(
      [...part('word/fontTable.xml').matchAll(/w:font w:name="([^"]*)"/g)].map(([, name]) => name),
    ).toEqual(['PT Sans', 'PT Serif']);
    [fonts.sans, fonts.sansBold, fonts.serif, fonts.serifBold].forEach((font, index) => {
      const mask = Buffer.from((keys[index]?.[2] ?? '').replaceAll('-', ''), 'hex').reverse();
      const embedded = files[`word/fonts/font${index + 1}.odttf`] ?? new Uint8Array();
      const plain = embedded.map((byte, at) => (at < 32 ? byte ^ (mask[at % 16] ?? 0) : byte));
      expect(Buffer.from(plain).equals(Buffer.from(font))).toBe(true);
    });
  });

  it('The package of a Word file contains the title, author, subject and language of the document', () => {
    const core = part('docProps/core.xml');
    expect(core).toContain(`<dc:title>${document.meta.title}</dc:title>`);
    expect(core).toContain(`<dc:creator>${document.meta.author}</dc:creator>`);
    expect(core).toContain(`<dc:subject>${document.meta.subject}</dc:subject>`);
    expect(core).toContain('<dc:language>en-GB</dc:language>');
  });
});
