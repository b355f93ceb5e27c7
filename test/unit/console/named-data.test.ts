import { describe, expect, it } from 'vitest';
import { withNamedData } from '../../../src/console/named-data.ts';

describe('commands in messages', () => {
  it('name the dataset that the user named, quoted for a shell', () => {
    const text = 'hint: `programme extract --list --by day` shows them; `programme check` shows all';
    expect(withNamedData(text, '../my lists')).toBe(
      "hint: `programme extract --data '../my lists' --list --by day` shows them; `programme check --data '../my lists'` shows all",
    );
  });

  it('stay as they are where the dataset was found, where they make one, and where they are no commands', () => {
    const text = '`programme check` shows all';
    expect(withNamedData(text, undefined)).toBe(text);
    expect(withNamedData('`programme init new --from a.csv`, the programme of 2030, `programmed`', 'x')).toBe(
      '`programme init new --from a.csv`, the programme of 2030, `programmed`',
    );
  });
});
