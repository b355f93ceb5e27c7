import { expect, it } from 'vitest';
import { rightsOf } from '../../../src/typeset/font-rights.ts';

it.each([
  ['installable', 0x0000, { embedding: 'editing', partly: true }],
  ['restricted', 0x0002, { embedding: 'none', partly: true }],
  ['for preview and print', 0x0004, { embedding: 'viewing', partly: true }],
  ['editable', 0x0008, { embedding: 'editing', partly: true }],
  ['whole only', 0x0108, { embedding: 'editing', partly: false }],
  ['for preview and print, whole only', 0x0104, { embedding: 'viewing', partly: false }],
  ['bitmaps only', 0x0208, { embedding: 'bitmaps', partly: true }],
  ['restricted, bitmaps or not', 0x0202, { embedding: 'none', partly: true }],
  ['of an old font with several rights', 0x000c, { embedding: 'editing', partly: true }],
  ['of an old font, restricted or for preview', 0x0006, { embedding: 'viewing', partly: true }],
])('The embedding rights "%s" are read from the fsType entry', (_, fsType, rights) => {
  expect(rightsOf(fsType)).toEqual(rights);
});
