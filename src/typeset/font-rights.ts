/** What the makers of a font allow to be done with it: fsType of its table OS/2. Source: the OpenType specification, chapter OS/2. */
export interface FontRights {
  /** Whether it may be in a document: not at all; in one to see and print; in one to edit too; or its bitmaps only. */
  embedding: 'none' | 'viewing' | 'editing' | 'bitmaps';
  /** Whether a part of it may be embedded alone. */
  partly: boolean;
}

const RESTRICTED = 0x0002;
const PREVIEW_AND_PRINT = 0x0004;
const EDITABLE = 0x0008;
const NO_SUBSETTING = 0x0100;
const BITMAPS_ONLY = 0x0200;

/** The rights that fsType says. Old fonts have several of its first bits: then the one that allows most counts, as it did for them. */
export function rightsOf(fsType: number): FontRights {
  const allowed = (fsType & (RESTRICTED | PREVIEW_AND_PRINT | EDITABLE)) === 0 || (fsType & EDITABLE) !== 0;
  const viewed = (fsType & PREVIEW_AND_PRINT) !== 0;
  const embedding = allowed ? 'editing' : viewed ? 'viewing' : 'none';
  return {
    embedding: (fsType & BITMAPS_ONLY) !== 0 && embedding !== 'none' ? 'bitmaps' : embedding,
    partly: (fsType & NO_SUBSETTING) === 0,
  };
}
