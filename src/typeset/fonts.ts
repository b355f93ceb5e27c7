import type { FaceName } from '../design/schema.ts';

/** The bytes of the font files of the faces. */
export type FontFiles = Readonly<Record<FaceName, Uint8Array>>;
