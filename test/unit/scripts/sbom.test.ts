import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

const readJson = (file: string) => JSON.parse(readFileSync(file, 'utf8'));
const { components } = readJson('sbom.cdx.json') as {
  components: { type: string; name: string; version?: string; hashes?: { alg: string; content: string }[] }[];
};

it('The bill of materials lists every package that the published package requires', () => {
  const { dependencies } = readJson('package.json') as { dependencies: Record<string, string> };
  const found = components.map(({ name, version }) => `${name} ${version}`);
  for (const [name, version] of Object.entries(dependencies)) expect(found).toContain(`${name} ${version}`);
  for (const name of ['commander', 'pdfkit', 'chokidar', 'react', 'pdfjs-dist'])
    expect(components.map((one) => one.name)).toContain(name);
});

it('Every component in the bill of materials has a checksum', () => {
  const lengths = { 'SHA-256': 64, 'SHA-512': 128 } as Record<string, number>;
  for (const { name, hashes = [] } of components) {
    expect(hashes, name).toHaveLength(1);
    for (const { alg, content } of hashes) expect(content).toMatch(new RegExp(`^[0-9a-f]{${lengths[alg]}}$`));
  }
});
