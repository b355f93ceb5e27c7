/** Tests of the checksums of Node binaries against a server with archives and a list like the publisher's. */
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { compareWithPublisher } from '../../../scripts/portable/publisher.mjs';
import { scratchFolder } from '../../support/dataset-folder.ts';

const sumOf = (words: string | Buffer): string => createHash('sha256').update(words).digest('hex');
const ARCHIVE = 'node-v9.8.7-linux-x64.tar.gz';
const PLATFORMS = {
  'linux-x64': { published: 'node-vVERSION-linux-x64.tar.gz', sha256: sumOf('Linux binary') },
  'windows-x64': { published: 'win-x64/node.exe', sha256: sumOf('Windows binary') },
};

/** The address of a server with a release 9.8.7; `change` receives its folder before the list is written. */
async function site(change: (folder: string) => void = () => undefined): Promise<string> {
  const root = scratchFolder();
  const folder = path.join(root, 'v9.8.7');
  const binary = path.join(root, ARCHIVE.replace('.tar.gz', ''), 'bin', 'node');
  for (const made of [path.dirname(binary), path.join(folder, 'win-x64')])
    mkdirSync(made, { recursive: true });
  writeFileSync(binary, 'Linux binary');
  execFileSync('tar', ['-czf', path.join(folder, ARCHIVE), '-C', root, ARCHIVE.replace('.tar.gz', '')]);
  writeFileSync(path.join(folder, 'win-x64/node.exe'), 'Windows binary');
  const list = [ARCHIVE, 'win-x64/node.exe'].map(
    (file) => `${sumOf(readFileSync(path.join(folder, file)))}  ${file}\n`,
  );
  writeFileSync(path.join(folder, 'SHASUMS256.txt'), list.join(''));
  change(folder);
  const server = createServer(({ url = '' }, response) => {
    response.end(readFileSync(path.join(root, url)));
  }).listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  onTestFinished(() => void server.close());
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

it('Node binaries are compared with the pinned checksums, whether they are in archives or not', async () => {
  expect(await compareWithPublisher({ node: '9.8.7', platforms: PLATFORMS }, await site())).toEqual([
    `linux-x64: the pinned binary is that of ${ARCHIVE}`,
    'windows-x64: the pinned binary is that of win-x64/node.exe',
  ]);
});

it('A Node binary that differs from the pinned one is rejected', async () => {
  const platforms = { 'linux-x64': { ...PLATFORMS['linux-x64'], sha256: sumOf('another binary') } };
  await expect(compareWithPublisher({ node: '9.8.7', platforms }, await site())).rejects.toThrow(
    `linux-x64: the binary in ${ARCHIVE} has another checksum than is pinned`,
  );
});

it('A Node binary whose checksum differs from the one in the publisher’s list is rejected', async () => {
  const changed = await site((folder) => writeFileSync(path.join(folder, 'win-x64/node.exe'), 'changed'));
  await expect(compareWithPublisher({ node: '9.8.7', platforms: PLATFORMS }, changed)).rejects.toThrow(
    'win-x64/node.exe has another checksum than in',
  );
});

it('If there is no network connection, a message states that nothing was compared', async () => {
  const closed = 'http://127.0.0.1:1';
  expect(await compareWithPublisher({ node: '9.8.7', platforms: PLATFORMS }, closed)).toEqual([
    `Node binaries not compared with their publisher's: ${closed}/v9.8.7/SHASUMS256.txt cannot be read`,
  ]);
});
