/** Designs other than the default. */
import { completed } from '../../src/design/complete.ts';

export const A4_PORTRAIT = completed({ paper: 'A4', orientation: 'portrait' }).design;
export const LETTER_PORTRAIT = completed({ paper: 'Letter', orientation: 'portrait' }).design;
