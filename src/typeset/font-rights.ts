/** Embedding rights of a font: fsType of its OS/2 table. Source: the OpenType specification, chapter OS/2. */
export interface FontRights {
  /** How the font may be embedded: not at all, for viewing and printing, also for editing, or only as bitmaps. */
  embedding: 'none' | 'viewing' | 'editing' | 'bitmaps';
  /** Whether a subset may be embedded. */
  partly: boolean;
}

const RESTRICTED = 0x0002;
const PREVIEW_AND_PRINT = 0x0004;
const EDITABLE = 0x0008;
const NO_SUBSETTING = 0x0100;
const BITMAPS_ONLY = 0x0200;

/**
 * The rights that fsType grants. In old fonts, several of the bits for embedding are set; the least restrictive of them
 * applies.
 */
export function rightsOf(fsType: number): FontRights {
  const allowed = (fsType & (RESTRICTED | PREVIEW_AND_PRINT | EDITABLE)) === 0 || (fsType & EDITABLE) !== 0;
  const viewed = (fsType & PREVIEW_AND_PRINT) !== 0;
  const embedding = allowed ? 'editing' : viewed ? 'viewing' : 'none';
  return {
    embedding: (fsType & BITMAPS_ONLY) !== 0 && embedding !== 'none' ? 'bitmaps' : embedding,
    partly: (fsType & NO_SUBSETTING) === 0,
  };
}
