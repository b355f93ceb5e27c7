import { describe, expect, it } from 'vitest';
import { check } from '../../src/commands/check.ts';
import { EXAMPLES, exampleFile, exampleFolder } from '../support/examples.ts';
import { checkStructure } from '../support/pdf-check.ts';
import { elementsOf, readPdf } from '../support/pdf-reader.ts';

it('There are three example programmes', () => {
  expect(EXAMPLES).toEqual(['conference-exampleton', 'festival-musterstadt', 'patrimoine-ville-exemple']);
});

describe.each(EXAMPLES)('Example %s', (name) => {
  it('The example programme has no errors and has twenty to forty events', async () => {
    const { programme, findings } = await check({ data: exampleFolder(name) });
    expect(findings.filter(({ severity }) => severity === 'error')).toEqual([]);
    const events = programme.themes.reduce((sum, theme) => sum + theme.events.length, 0);
    expect(events).toBeGreaterThanOrEqual(20);
    expect(events).toBeLessThanOrEqual(40);
  });

  it('The example programme builds a tagged PDF that contains a logo, with the same bytes on each run', async () => {
    const bytes = await exampleFile(name, 'pdf');
    expect(checkStructure(bytes)).toEqual([]);
    expect(elementsOf(readPdf(bytes).root, 'Figure').length).toBeGreaterThan(0);
    expect(Buffer.compare(bytes, await exampleFile(name, 'pdf'))).toBe(0);
  });

  it('The example programme builds a Word file and a web page', async () => {
    expect((await exampleFile(name, 'docx')).length).toBeGreaterThan(10_000);
    expect(Buffer.from(await exampleFile(name, 'html')).toString()).toContain('</html>');
  });
});
