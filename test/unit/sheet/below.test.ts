import { describe, expect, it } from 'vitest';
import { areDescribedBelow, withDescriptions } from '../../../src/read/table-import/layout.ts';
import { sheetOf } from './lines.ts';

describe('Description row below an event', () => {
  const rows = (...lines: string[]) => [{ rows: sheetOf('', lines).rows, title: 3 }];

  it('Description rows are not detected if titles are formatted like descriptions, if the event rows have few cells, or if there is only one description row', () => {
    const sentence = '||Songs of four countries.|';
    expect(areDescribedBelow(rows('4 May|1|Choir|Hall', sentence, '5 May|2|Ball|Hall', sentence))).toBe(true);
    expect(areDescribedBelow(rows('4 May|1|Choir|Hall', sentence, '5 May|2|Ball|Hall'))).toBe(false);
    expect(areDescribedBelow(rows('4 May|1|how to sing|Hall', sentence, '5|2|on balls|Hall', sentence))).toBe(
      false,
    );
    expect(areDescribedBelow(rows('4 May||Choir', sentence, '5 May||Ball', sentence))).toBe(false);
    expect(
      areDescribedBelow(
        rows('4|1|Choir|Hall', sentence, '||Duo', '||Trio', '||Band', '5|2|Ball|Hall', sentence),
      ),
    ).toBe(false);
  });

  it('A description row directly follows its event; it never follows a blank row, another description row or the headings', () => {
    const lines = [
      'Day|Time|Title|Place',
      '||begins here|',
      '4|1|Choir|Hall',
      '||songs|',
      '||and dances|',
      '5|2|Ball|Hall',
    ];
    const sheet = sheetOf('A', [...lines, '', '||late|']);
    const list = withDescriptions(sheet, [1], { of: 'C', into: 'E' });
    expect(list.rows.map(({ number, through }) => [number, through])).toEqual([
      [1, undefined],
      [2, undefined],
      [3, 4],
      [5, undefined],
      [6, undefined],
      [8, undefined],
    ]);
    expect(list.rows[2]?.cells.get(5)).toEqual({ text: 'songs', from: 3 });
  });
});
