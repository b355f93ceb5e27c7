/** Designs other than the default. */
import { completed } from '../../src/design/complete.ts';

export const A4_PORTRAIT = completed({ paper: 'A4', orientation: 'portrait' }).design;
export const LETTER_PORTRAIT = completed({ paper: 'Letter', orientation: 'portrait' }).design;
export const LARGE_PRINT = completed({ orientation: 'portrait', size: 'large' }).design;
export const LISTS = completed({ presentation: 'list' }).design;
export const GROUPS = completed({ orientation: 'portrait', presentation: { groups: 'region' } }).design;
