import { existsSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { folderWithData } from '../support/dataset-folder.ts';
import { runInProcess } from '../support/run-programme.ts';

const build = (design: string) => {
  const folder = folderWithData({ 'design.yaml': design });
  const ended = runInProcess(['build', '--format', 'pdf', '--lang', 'en'], { cwd: folder });
  return { folder, ended };
};

describe('Design file', () => {
  it('A design file changes the paper size, and a pale colour is reported without causing an error', async () => {
    const { ended } = build('paper: A4\norientation: portrait\ncolor: { primary: "#ffcc00" }\ncover: band\n');
    const { code, stdout, stderr } = await ended;
    expect({ code, stdout }).toEqual({ code: 0, stdout: '' });
    expect(stderr).toMatch(
      /^data\/design\.yaml:3:10 · color\.primary: text in #ffcc00 would be hard to read on #ffffff, so text is printed in #8f7200 instead; filled areas are still printed in #ffcc00\noutput\/small-draft-en\.pdf {2}\d+ pages, 4 events\n$/,
    );
  });

  it.each([
    [
      'color: { foreground: "#999" }',
      'data/design.yaml:1:10 · color.foreground: text in #999999 is hard to read on #ffffff (WCAG 2.1 requires a contrast of 4.5 : 1)\n  hint: #767676 has enough contrast\n',
    ],
    [
      'color:\n  primary: #16325c',
      'data/design.yaml:2:3 · color.primary: expected a colour in quotes, such as "#16325c", or a name in the palette, found nothing\n',
    ],
  ])('An invalid design file is rejected, and no file is written: %s', async (design, stderr) => {
    const { folder, ended } = build(design);
    expect(await ended).toEqual({ code: 2, stdout: '', stderr });
    expect(existsSync(path.join(folder, 'output'))).toBe(false);
  });
});
