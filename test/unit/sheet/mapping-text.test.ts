import { describe, expect, it } from 'vitest';
import { mappingYaml } from '../../../src/read/mapping-text.ts';
import { parseMapping } from '../../../src/read/table-import/mapping.ts';

describe('Text of a mapping file', () => {
  it.each([
    ['Salle\nhall', '{heading: "Salle\\nhall", field: venue, kind: text}'],
    [`Начало${'\nначало мероприятия'.repeat(3)}`, '{heading: "Начало\\nначало мероприятия\\n'],
    ['Ort: Saal, Raum', '{heading: "Ort: Saal, Raum", field: venue, kind: text}'],
    ['Sala', '{heading: Sala, field: venue, kind: text}'],
  ])('Each column is written on one line: %j', async (heading, line) => {
    const mapping = await parseMapping(
      JSON.stringify({
        language: 'fr',
        sheets: [{ header: [1], columns: [{ heading, field: 'venue', kind: 'text' }] }],
      }),
      'list.yaml',
    );
    const yaml = mappingYaml(mapping);
    expect(yaml).toContain(`      - ${line}`);
    expect(await parseMapping(yaml, 'list.yaml')).toEqual(mapping);
  });
});
