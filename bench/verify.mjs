/** Checks that outputs are complete, because a fast run is useless if events are missing from its output. */
import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { promisify } from 'node:util';
import { strFromU8, unzipSync } from 'fflate';

const run = promisify(execFile);

/**
 * Checks that an output contains the code of each event as often as the document, and returns the number of pages and
 * the size of the output.
 *
 * @param expected the number of times that each code must occur
 */
export async function inspect(file, expected) {
  const bytes = await readFile(file);
  const pdf = file.endsWith('.pdf');
  const text = pdf ? await pdfText(file) : docxText(bytes);
  const found = new Map();
  for (const [code] of text.matchAll(/E\d{6}/g)) found.set(code, (found.get(code) ?? 0) + 1);
  for (const [code, count] of expected) {
    if (found.get(code) !== count)
      throw new Error(`${file} prints ${code} ${found.get(code) ?? 0} times instead of ${count}`);
  }
  return { size: bytes.length, ...(pdf ? { pages: text.split('\f').length - 1 } : {}) };
}

async function pdfText(file) {
  const { stdout } = await run('pdftotext', ['-q', file, '-'], { maxBuffer: 1 << 30 });
  return stdout;
}

function docxText(bytes) {
  const part = unzipSync(bytes, { filter: ({ name }) => name === 'word/document.xml' })['word/document.xml'];
  return strFromU8(part).replace(/<[^>]+>/g, '');
}
