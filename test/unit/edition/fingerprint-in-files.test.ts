import { readFileSync } from 'node:fs';
import path from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { expect, it } from 'vitest';
import { build } from '../../../src/commands/build.ts';
import { scratchFolder } from '../../support/dataset-folder.ts';
import { editFile, twoEditions } from '../../support/frozen.ts';
import { readPdf } from '../../support/pdf-reader.ts';

const lockedFingerprint = (data: string, edition: string): unknown =>
  (
    JSON.parse(readFileSync(path.join(data, 'editions', edition, 'edition.lock.json'), 'utf8')) as Record<
      string,
      unknown
    >
  ).fingerprint;

/** The texts about the fingerprint in the English files of an edition. */
async function stated(from: string, edition: string): Promise<Record<string, string | undefined>> {
  const { files } = await build({
    data: from,
    edition,
    formats: ['pdf', 'docx'],
    langs: ['en'],
    out: scratchFolder(),
  });
  const [pdf, docx] = files.map(({ path: file }) => readFileSync(file));
  const { info, xmp } = readPdf(pdf ?? Buffer.alloc(0));
  const custom = strFromU8(unzipSync(docx ?? Buffer.alloc(0))['docProps/custom.xml'] ?? new Uint8Array());
  return {
    info: info.get('Fingerprint'),
    xmp: /<dc:identifier>([^<]*)</.exec(xmp)?.[1],
    word: /name="Fingerprint"><vt:lpwstr>([^<]*)</.exec(custom)?.[1],
  };
}

it('The files of an edition contain its fingerprint, and the files of a draft do not contain a fingerprint', async () => {
  const data = await twoEditions();
  for (const edition of ['1', 'spring-2030']) {
    const fingerprint = lockedFingerprint(data, edition);
    expect(await stated(data, edition)).toEqual({ info: fingerprint, xmp: fingerprint, word: fingerprint });
  }
  expect(await stated(data, 'draft')).toEqual({ info: undefined, xmp: undefined, word: undefined });
  editFile(path.join(data, 'editions/1/events/sport.yaml'), 'title: Regatta', 'title: Regatto');
  const { info, xmp, word } = await stated(data, '1');
  expect(info).toMatch(/^[0-9a-f]{64}$/);
  expect(info).not.toBe(lockedFingerprint(data, '1'));
  expect([xmp, word]).toEqual([info, info]);
});
