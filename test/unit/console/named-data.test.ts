import { describe, expect, it } from 'vitest';
import { withNamedData } from '../../../src/console/streams.ts';

describe('Commands in messages', () => {
  it('A command in a message contains the path of the dataset as the user typed it, quoted for a shell', () => {
    const text = 'hint: `programme extract --list --by day` shows them; `programme check` shows all';
    expect(withNamedData(text, '../my lists')).toBe(
      "hint: `programme extract --data '../my lists' --list --by day` shows them; `programme check --data '../my lists'` shows all",
    );
  });

  it('The path of the dataset is not added to a command in a message if the user did not name a dataset, if the command creates a dataset, or outside commands', () => {
    const text = '`programme check` shows all';
    expect(withNamedData(text, undefined)).toBe(text);
    expect(withNamedData('`programme init new --from a.csv`, the programme of 2030, `programmed`', 'x')).toBe(
      '`programme init new --from a.csv`, the programme of 2030, `programmed`',
    );
  });
});
