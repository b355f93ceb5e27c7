import fc from 'fast-check';
import { dump } from 'js-yaml';
import { describe, expect, it } from 'vitest';
import { listItems } from '../../../src/read/list-items.ts';
import { parseYaml, tryYaml } from '../../../src/read/yaml.ts';

/** Lines that a list may be made of, well or badly. */
const LINES = [
  '- a',
  '-',
  '- id: x',
  '  title: "quoted',
  '  goes on"',
  "- 'open",
  "it'",
  '- |',
  '  block - text',
  '- [1,',
  '2]',
  '# a comment',
  '---',
  '...',
  '',
  'key:',
  '- - b',
  '  - c',
  '- >-',
  '  - folded',
];

describe('the items of a list', () => {
  it('read alone are those of the whole, or one of them cannot be read alone', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.constantFrom(...LINES), { maxLength: 8 }), async (lines) => {
        const text = `${lines.join('\n')}\n`;
        const alone = listItems(text)?.map(tryYaml);
        if (alone === undefined || !alone.every((item) => Array.isArray(item) && item.length === 1)) return;
        expect(await parseYaml(text, 'list.yaml')).toEqual(alone.flat());
      }),
      { numRuns: 2000 },
    );
  });

  it('of any list are read alone as they are together', async () => {
    const words = fc.oneof(
      fc.string(),
      fc.constantFrom('- a', 'two\n- lines', '...\n', '# no comment', '\n\n'),
    );
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.dictionary(fc.stringMatching(/^[a-z]+$/), words), { minLength: 1 }),
        async (list) => {
          const text = dump(list);
          const items = listItems(text);
          if (items !== undefined) expect(items.flatMap(tryYaml)).toEqual(await parseYaml(text, 'list.yaml'));
        },
      ),
    );
  });
});
