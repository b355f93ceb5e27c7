/** Compares the Node binaries in the zips with those on the site of Node's publisher. */
import { execFileSync } from 'node:child_process';
import { hash } from 'node:crypto';

/**
 * @param {{node: string, platforms: Record<string, {published: string, sha256: string}>}} pinned platforms.json
 * @param {string} site address of the folder with all versions
 * @returns {Promise<string[]>} one line per platform, or a single line that states why nothing was compared
 * @throws {Error} if a published file does not match its checksum in the publisher's list or the pinned checksum
 */
export async function compareWithPublisher({ node, platforms }, site = 'https://nodejs.org/dist') {
  const list = `${site}/v${node}/SHASUMS256.txt`;
  const sums = (await contentOf(list))?.toString();
  if (sums === undefined)
    return [`Node binaries not compared with their publisher's: ${list} cannot be read`];
  const compared = [];
  for (const [platform, { published, sha256 }] of Object.entries(platforms)) {
    const file = published.replace('VERSION', node);
    const bytes = await contentOf(`${site}/v${node}/${file}`);
    if (bytes === undefined) throw new Error(`${site}/v${node}/${file} cannot be read`);
    if (!sums.split('\n').includes(`${hash('sha256', bytes)}  ${file}`))
      throw new Error(`${file} has another checksum than in ${list}`);
    if (hash('sha256', binaryOf(file, bytes)) !== sha256)
      throw new Error(`${platform}: the binary in ${file} has another checksum than is pinned`);
    compared.push(`${platform}: the pinned binary is that of ${file}`);
  }
  return compared;
}

/** Extracts the Node binary from a published file, which is either an archive or node.exe itself. */
function binaryOf(file, bytes) {
  if (!file.endsWith('.tar.gz')) return bytes;
  const binary = `${file.slice(0, -'.tar.gz'.length)}/bin/node`;
  return execFileSync('tar', ['-xzO', binary], { input: bytes, maxBuffer: 2 ** 29 });
}

/** The bytes at an address; undefined if there is no network or the file does not exist. */
async function contentOf(address) {
  const answer = await fetch(address, { signal: AbortSignal.timeout(300_000) }).catch(() => undefined);
  return answer?.ok ? Buffer.from(await answer.arrayBuffer()) : undefined;
}
