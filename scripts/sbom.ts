/**
 * Generates sbom.cdx.json, which lists the packages and fonts in NOTICE with their licences and checksums, in the
 * CycloneDX 1.6 format.
 */
import type { BundledPackage } from './bundled.mjs';

interface Lock {
  packages: Readonly<Record<string, { integrity?: string; resolved?: string }>>;
}

/**
 * The bill of materials of the package. It has no serial number or timestamp, so that the same packages always produce
 * the same bytes.
 *
 * @param lock the content of package-lock.json, with the checksum of each package
 * @param fonts the fonts with their SHA-256
 */
export function sbom(
  { name, version, license }: { name: string; version: string; license: string },
  packages: readonly BundledPackage[],
  lock: Lock,
  fonts: ReadonlyMap<string, string>,
): string {
  const root = `${name}@${version}`;
  const files = [...fonts].map(([file, content]) => ({
    type: 'file',
    'bom-ref': `fonts/${file}`,
    name: `fonts/${file}`,
    hashes: [{ alg: 'SHA-256', content }],
    licenses: [{ license: { id: 'OFL-1.1' } }],
  }));
  const libraries = packages.map((one) => {
    const { integrity, resolved } = lock.packages[one.folder] ?? {};
    return {
      type: 'library',
      'bom-ref': one.folder,
      ...namesOf(one),
      ...(integrity === undefined ? {} : { hashes: [hashOf(integrity)] }),
      ...(resolved === undefined ? {} : { externalReferences: [{ type: 'distribution', url: resolved }] }),
    };
  });
  const components = [...libraries, ...files];
  const bill = {
    bomFormat: 'CycloneDX',
    specVersion: '1.6',
    version: 1,
    metadata: {
      component: { type: 'application', 'bom-ref': root, ...namesOf({ name, version, license }) },
    },
    components,
    dependencies: [
      { ref: root, dependsOn: components.map((one) => one['bom-ref']) },
      ...components.map((one) => ({ ref: one['bom-ref'] })),
    ],
  };
  return `${JSON.stringify(bill, null, 2)}\n`;
}

function namesOf({ name, version, license }: { name: string; version: string; license: string }) {
  const isOne = /^[\w.+-]+$/.test(license) && license !== 'unknown';
  return {
    name,
    version,
    licenses: isOne
      ? [{ license: { id: license } }]
      : [license === 'unknown' ? { license: { name: license } } : { expression: license }],
    purl: `pkg:npm/${name.replace('@', '%40')}@${version}`,
  };
}

/** Converts a checksum from npm's notation to hexadecimal. */
function hashOf(integrity: string): { alg: string; content: string } {
  const [algorithm = '', digest = ''] = integrity.split('-');
  return { alg: algorithm.replace('sha', 'SHA-'), content: Buffer.from(digest, 'base64').toString('hex') };
}
