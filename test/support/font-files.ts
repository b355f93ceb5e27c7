/** Makes font files with modified tables. */

/** Offset of a table in a font. */
export function tableAt(font: Uint8Array, tag: string): number {
  const bytes = Buffer.from(font);
  for (let entry = 12; entry < 12 + 16 * bytes.readUInt16BE(4); entry += 16)
    if (bytes.toString('latin1', entry, entry + 4) === tag) return bytes.readUInt32BE(entry + 8);
  throw new Error(`no table ${tag}`);
}

/** A font with another embedding permission: OS/2.fsType. */
export function withRights(font: Uint8Array, fsType: number): Uint8Array {
  const bytes = Buffer.from(font);
  bytes.writeUInt16BE(fsType, tableAt(font, 'OS/2') + 8);
  return bytes;
}
