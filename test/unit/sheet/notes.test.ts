import { describe, expect, test } from 'vitest';
import { withoutNotes } from '../../../src/read/table-import/notes.ts';

describe('Notes to colleagues in a cell', () => {
  test.each([
    ['Choir [internal: call Anna] and band', 'Choir and band', ['[internal: call Anna]']],
    ['Lesung (intern: Honorar offen)', 'Lesung', ['(intern: Honorar offen)']],
    ['Bal [interne : clé chez Luc\net café', 'Bal', ['[interne : clé chez Luc\net café']],
    ['Хор (внутр.: ключ у Анны', 'Хор', ['(внутр.: ключ у Анны']],
    ['Concert [interior courtyard]', 'Concert [interior courtyard]', []],
  ])('The cell text %j is published as %j', (text, published, notes) => {
    expect(withoutNotes(text)).toEqual({ text: published, notes });
  });
});
