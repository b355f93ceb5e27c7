/** A package whose code or data is in dist/, or is loaded by dist/. */
export interface BundledPackage {
  name: string;
  /** Folder in which npm installs the package. */
  folder: string;
  version: string;
  /** SPDX expression. */
  license: string;
  /** The licence text of the package or, if it has none, its copyright notice. */
  text: string;
}
export function bundledPackages(): Promise<BundledPackage[]>;
