import path from 'node:path/posix';
import { readXml } from './xml.ts';
import type { ZipPackage } from './zip.ts';

/** A part of a package to which a different part refers. */
export interface Relation {
  id: string;
  /** The last segment of the relation type URI, which is the same in transitional and strict files. */
  type: string;
  /** The name of the part to which the relation refers. */
  target: string;
}

/** The targets to which a part of a package refers. */
export interface Relations {
  /** Targets that are other parts of the package. */
  parts: readonly Relation[];
  /** Targets outside the package: their addresses, by relation id. */
  addresses: ReadonlyMap<string, string>;
}

/**
 * Reads the relations of a part of a package; empty if it has none.
 *
 * @param part the name of the part; empty for the package itself
 */
export async function readRelations(zip: ZipPackage, part: string): Promise<Relations> {
  const folder = path.dirname(part);
  const relationsPart = path.join(folder, '_rels', `${path.basename(part)}.rels`);
  const parts: Relation[] = [];
  const addresses = new Map<string, string>();
  if (!zip.has(relationsPart)) return { parts, addresses };
  await readXml(zip, relationsPart, {
    open(name, { Id: id, Type: type, Target: target, TargetMode: mode }) {
      if (name !== 'Relationship' || id === undefined || type === undefined || target === undefined) return;
      if (mode === 'External') addresses.set(id, target);
      else {
        const inside = target.startsWith('/') ? target.slice(1) : path.join(folder, target);
        parts.push({ id, type: path.basename(type), target: inside });
      }
    },
  });
  return { parts, addresses };
}
