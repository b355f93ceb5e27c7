import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { sha256Of } from '../../src/commands/content.ts';
import { publishSite, type Site, siteOf } from '../../src/commands/site.ts';
import { type VerifyOptions, verify } from '../../src/commands/verify.ts';
import { verificationText } from '../../src/commands/verify-text.ts';
import { sumOfFile } from '../../src/edition/files.ts';
import { fingerprintOf, LOCK_FILE, type Lock, publishedDigest } from '../../src/edition/lock.ts';
import { copyOf, editFile, forgeLock, threeEditions } from '../support/frozen.ts';

const FIRST = '1';
const SECOND = 'spring-2030';
const THIRD = 'summer-2030';
const PDF = 'published/small-en.pdf';

const home = mkdtempSync(path.join(tmpdir(), 'programme-test-'));
const whole = path.join(home, 'data');
afterAll(() => rmSync(home, { recursive: true, force: true }));
/** The fingerprint and digest of the third edition, recorded outside the dataset. */
let noted: Pick<VerifyOptions, 'expect' | 'expectPublished'>;

beforeEach(async () => {
  if (existsSync(whole)) return;
  const data = await threeEditions();
  cpSync(data, whole, { recursive: true });
  const [, , third] = await verify({ data });
  noted = { expect: third?.fingerprint ?? '', expectPublished: third?.published ?? '' };
});

/** Replaces the fingerprint of a lock by the fingerprint of its entries. */
const resealed = (edition: string, change: (lock: Lock) => Lock): void =>
  forgeLock(edition, (lock) => {
    const changed = change(lock);
    return { ...changed, fingerprint: fingerprintOf(changed) };
  });

const takenDown = (file: string, sum?: string): Pick<Lock, 'takenDown'> => ({
  takenDown: [
    { file, date: '2030-02-03', by: 'A. Forger', why: 'none', ...(sum === undefined ? {} : { sum }) },
  ],
});

const sumIn = (edition: string, file: string): Promise<string> => sumOfFile(path.join(edition, file));

const NOT_BASE = (name: string, by: string): string =>
  `not verified: edition ${name} is not the edition that edition ${by} is based on`;
const FINE = 'as expected';
const PUBLISHED_FINE = 'as expected';
const TAKEN_DOWN = (files: string): string => `, except ${files} taken down on 2030-02-03`;

interface Forgery {
  /** @param editions the folder with the editions 1, spring-2030 and summer-2030 */
  change(editions: string): void | Promise<void>;
  /** The expected message about the fingerprint. */
  fingerprint?: string;
  /** The expected message about the published files. */
  published?: string;
  /** Inconsistencies of the third edition only, as file, entry and problem. */
  finds?: readonly string[];
}

/**
 * Forgeries in a chain of three editions, and the result of verifying the third with its recorded fingerprint and
 * digest.
 */
const FORGERIES: Readonly<Record<string, Forgery>> = {
  nothing: { change: () => {} },
  'a word of the first edition': {
    change: (editions) => editFile(path.join(editions, FIRST, 'events/sport.yaml'), 'Regatta', 'Rowing'),
    fingerprint: NOT_BASE(FIRST, SECOND),
  },
  'a word of the first edition, with a lock that fits': {
    change: async (editions) => {
      const edition = path.join(editions, FIRST);
      editFile(path.join(edition, 'events/sport.yaml'), 'Regatta', 'Rowing');
      const sum = await sumIn(edition, 'events/sport.yaml');
      resealed(edition, (lock) => ({ ...lock, data: { ...lock.data, 'events/sport.yaml': sum } }));
    },
    fingerprint: NOT_BASE(FIRST, SECOND),
  },
  'a word of the first edition, with three locks that fit': {
    change: async (editions) => {
      const edition = path.join(editions, FIRST);
      editFile(path.join(edition, 'events/sport.yaml'), 'Regatta', 'Rowing');
      const sum = await sumIn(edition, 'events/sport.yaml');
      let base: Lock['base'] = null;
      for (const name of [FIRST, SECOND, THIRD])
        resealed(path.join(editions, name), (lock) => {
          const data = name === FIRST ? { ...lock.data, 'events/sport.yaml': sum } : lock.data;
          const forged = { ...lock, base, data };
          base = { edition: name, fingerprint: fingerprintOf(forged) };
          return forged;
        });
    },
    fingerprint: 'NOT as expected',
  },
  'a word of the second edition': {
    change: (editions) => editFile(path.join(editions, SECOND, 'events/sport.yaml'), 'four', 'six'),
    fingerprint: NOT_BASE(SECOND, THIRD),
  },
  'a word of the third edition': {
    change: (editions) => editFile(path.join(editions, THIRD, 'events/sport.yaml'), 'five', 'six'),
    fingerprint: 'NOT as expected',
    finds: ['events/sport.yaml changed'],
  },
  'the first edition deleted': {
    change: (editions) => rmSync(path.join(editions, FIRST), { recursive: true }),
    fingerprint: 'not verified: edition 1 is missing',
  },
  'the first edition under another name': {
    change: (editions) => renameSync(path.join(editions, FIRST), path.join(editions, '0')),
    fingerprint: 'not verified: edition 1 is missing',
  },
  'the first edition a link to a copy': {
    change: (editions) => {
      renameSync(path.join(editions, FIRST), path.join(editions, '.first'));
      symlinkSync('.first', path.join(editions, FIRST));
    },
    fingerprint: 'not verified: edition 1 is missing',
  },
  'the second edition deleted': {
    change: (editions) => rmSync(path.join(editions, SECOND), { recursive: true }),
    fingerprint: 'not verified: edition spring-2030 is missing',
    finds: [`${LOCK_FILE} base altered`],
  },
  'the second edition a copy of the first': {
    change: (editions) => {
      rmSync(path.join(editions, SECOND), { recursive: true });
      cpSync(path.join(editions, FIRST), path.join(editions, SECOND), { recursive: true });
    },
    fingerprint: NOT_BASE(SECOND, THIRD),
    finds: [`${LOCK_FILE} base altered`],
  },
  'the lock of the first edition deleted': {
    change: (editions) => rmSync(path.join(editions, FIRST, LOCK_FILE)),
    fingerprint: 'not verified: the lock of edition 1 cannot be read',
  },
  'the lock of the first edition cut off': {
    change: (editions) => writeFileSync(path.join(editions, FIRST, LOCK_FILE), '{"version": 3'),
    fingerprint: 'not verified: the lock of edition 1 cannot be read',
  },
  'a file of the first edition deleted': {
    change: (editions) => rmSync(path.join(editions, FIRST, 'reference/places.yaml')),
    fingerprint: NOT_BASE(FIRST, SECOND),
  },
  'a file put into the first edition': {
    change: (editions) => writeFileSync(path.join(editions, FIRST, 'texts.md'), ''),
    fingerprint: NOT_BASE(FIRST, SECOND),
  },
  'a file of the first edition replaced by a link to it': {
    change: (editions) => {
      renameSync(path.join(editions, FIRST, 'events/sport.yaml'), path.join(editions, '.sport'));
      symlinkSync('../../.sport', path.join(editions, FIRST, 'events/sport.yaml'));
    },
    fingerprint: NOT_BASE(FIRST, SECOND),
  },
  'the date of the first edition': {
    change: (editions) => resealed(path.join(editions, FIRST), (lock) => ({ ...lock, date: '2030-01-01' })),
    fingerprint: NOT_BASE(FIRST, SECOND),
  },
  'the first edition based on itself': {
    change: (editions) =>
      forgeLock(path.join(editions, FIRST), (lock) => ({
        ...lock,
        base: { edition: FIRST, fingerprint: lock.fingerprint },
      })),
    fingerprint: `${NOT_BASE(FIRST, SECOND)}; edition 1 is based on edition 1, which is based on edition 1`,
  },
  'the first edition based on the third': {
    change: (editions) =>
      forgeLock(path.join(editions, FIRST), (lock) => ({
        ...lock,
        base: { edition: THIRD, fingerprint: lock.fingerprint },
      })),
    fingerprint: `${NOT_BASE(FIRST, SECOND)}; edition 1 is based on edition summer-2030, which is based on edition 1`,
  },
  'the second edition without a base': {
    change: (editions) => resealed(path.join(editions, SECOND), (lock) => ({ ...lock, base: null })),
    fingerprint: NOT_BASE(SECOND, THIRD),
    finds: [`${LOCK_FILE} base altered`],
  },
  'the third edition based on the first': {
    change: (editions) =>
      resealed(path.join(editions, THIRD), (lock) => ({
        ...lock,
        base: { edition: FIRST, fingerprint: lock.fingerprint },
      })),
    fingerprint: 'NOT as expected',
    finds: [`${LOCK_FILE} base altered`],
  },
  'the base of the third edition without its fingerprint': {
    change: (editions) => withoutFingerprintOfBase(path.join(editions, THIRD)),
    finds: [`${LOCK_FILE} damaged`],
  },
  'a version of the lock that no program writes now': {
    change: (editions) => editFile(path.join(editions, THIRD, LOCK_FILE), '"version": 3', '"version": 2'),
    finds: [`${LOCK_FILE} damaged`],
  },
  'the design said to be elsewhere': {
    change: (editions) => elsewhere(path.join(editions, THIRD), 'design.yaml'),
    finds: [`${LOCK_FILE} damaged`],
  },
  'events said to be elsewhere': {
    change: (editions) => elsewhere(path.join(editions, THIRD), 'events/sport.yaml'),
    finds: [`${LOCK_FILE} damaged`],
  },
  'the design of the first edition said to be elsewhere': {
    change: (editions) => elsewhere(path.join(editions, FIRST), 'design.yaml'),
    fingerprint: 'not verified: the lock of edition 1 cannot be read',
  },
  'a font said to be elsewhere that the design does not name': {
    change: (editions) =>
      resealed(path.join(editions, THIRD), (lock) => ({
        ...lock,
        data: { ...lock.data, 'fonts/Own.ttf': 'a'.repeat(64) },
        elsewhere: ['fonts/Own.ttf'],
      })),
    finds: [
      `${LOCK_FILE} elsewhere altered`,
      `${LOCK_FILE} fingerprint altered`,
      'fonts/Own.ttf missing',
    ].filter((line) => !line.includes('fingerprint')),
  },
  'a word said to be taken down from the third edition': {
    change: async (editions) => {
      const edition = path.join(editions, THIRD);
      editFile(path.join(edition, 'events/sport.yaml'), 'five', 'six');
      const sum = await sumIn(edition, 'events/sport.yaml');
      forgeLock(edition, (lock) => ({ ...lock, ...takenDown('events/sport.yaml', sum) }));
    },
    fingerprint: `${FINE}${TAKEN_DOWN('1 file')}: its original content cannot be verified`,
  },
  'a word said to be taken down from the first edition': {
    change: async (editions) => {
      const edition = path.join(editions, FIRST);
      editFile(path.join(edition, 'events/sport.yaml'), 'Regatta', 'Rowing');
      const sum = await sumIn(edition, 'events/sport.yaml');
      forgeLock(edition, (lock) => ({ ...lock, ...takenDown('events/sport.yaml', sum) }));
    },
    fingerprint: `${FINE}${TAKEN_DOWN('1 file')}: its original content cannot be verified`,
  },
  'a file said to be taken down, and another content in its place': {
    change: (editions) => {
      const edition = path.join(editions, THIRD);
      editFile(path.join(edition, 'events/sport.yaml'), 'five', 'six');
      forgeLock(edition, (lock) => ({ ...lock, ...takenDown('events/sport.yaml', 'a'.repeat(64)) }));
    },
    fingerprint: 'NOT as expected',
    finds: ['events/sport.yaml changed'],
  },
  'a file said to be taken down that is as it was': {
    change: (editions) =>
      forgeLock(path.join(editions, THIRD), (lock) => ({ ...lock, ...takenDown('events/sport.yaml') })),
    fingerprint: `${FINE}${TAKEN_DOWN('1 file')}: its original content cannot be verified`,
    finds: ['events/sport.yaml extra'],
  },
  'a file said to be taken down that the edition never had': {
    change: (editions) =>
      forgeLock(path.join(editions, THIRD), (lock) => ({ ...lock, ...takenDown('events/dance.yaml') })),
    fingerprint: `${FINE}${TAKEN_DOWN('1 file')}: its original content cannot be verified`,
    finds: [`${LOCK_FILE} takenDown altered`],
  },
  'a published file said to be taken down, and another put there': {
    change: async (editions) => {
      const edition = path.join(editions, THIRD);
      writeFileSync(path.join(edition, PDF), 'forged');
      const sum = await sumIn(edition, PDF);
      forgeLock(edition, (lock) => ({ ...lock, ...takenDown(PDF, sum) }));
    },
    fingerprint: `${FINE}${TAKEN_DOWN('1 file')}: its original content cannot be verified`,
    published: `${PUBLISHED_FINE}${TAKEN_DOWN('1 file')}: its original content cannot be verified`,
  },
  'a published file replaced': {
    change: (editions) => writeFileSync(path.join(editions, THIRD, PDF), 'forged'),
    published: 'NOT as expected',
    finds: [`${PDF} changed`],
  },
  'a published file replaced, with a lock that fits': {
    change: (editions) => publishedLock(path.join(editions, THIRD), () => ({ 'small-en.pdf': 'forged' })),
    published: 'NOT as expected',
  },
  'a published file added, with a lock that fits': {
    change: (editions) => publishedLock(path.join(editions, THIRD), () => ({ 'more.pdf': 'forged' })),
    published: 'NOT as expected',
  },
  'a published file deleted, with a lock that fits': {
    change: (editions) => publishedLock(path.join(editions, THIRD), () => ({ 'small-en.ics': undefined })),
    published: 'NOT as expected',
  },
  'two published files under the name of each other, with a lock that fits': {
    change: (editions) =>
      publishedLock(path.join(editions, THIRD), (text) => ({
        'small-en.csv': text('small-fr.csv'),
        'small-fr.csv': text('small-en.csv'),
      })),
    published: 'NOT as expected',
  },
  'the published files of the edition before it': {
    change: (editions) => {
      const edition = path.join(editions, THIRD);
      rmSync(path.join(edition, 'published'), { recursive: true });
      cpSync(path.join(editions, SECOND, 'published'), path.join(edition, 'published'), { recursive: true });
      return publishedLock(edition, () => ({}));
    },
    published: 'NOT as expected',
  },
  'a published file of the first edition': {
    change: (editions) => writeFileSync(path.join(editions, FIRST, PDF), 'forged'),
  },
  'what made it, sealed again': {
    change: (editions) =>
      forgeLock(path.join(editions, THIRD), (lock) => ({
        ...lock,
        made: { ...lock.made, program: '9.9.9' },
      })),
  },
  'the seal': {
    change: (editions) => editFile(path.join(editions, THIRD, LOCK_FILE), '"seal": "', '"seal": "0'),
    finds: [`${LOCK_FILE} damaged`],
  },
  'an entry of the lock, without a new seal': {
    change: (editions) => editFile(path.join(editions, THIRD, LOCK_FILE), '"zlib"', '"zlib "'),
    finds: [`${LOCK_FILE} seal altered`],
  },
  'an entry that no lock has': {
    change: (editions) =>
      editFile(path.join(editions, THIRD, LOCK_FILE), '"version": 3,', '"version": 3, "more": 1,'),
    finds: [`${LOCK_FILE} damaged`],
  },
  'a folder and a file with names in another case': {
    change: (editions) => {
      mkdirSync(path.join(editions, THIRD, 'Published'));
      writeFileSync(path.join(editions, THIRD, 'Published/x.pdf'), '');
    },
    fingerprint: 'NOT as expected',
    finds: ['Published extra', 'Published/x.pdf extra'],
  },
  'a file with a name that is not UTF-8': {
    change: (editions) =>
      writeFileSync(Buffer.concat([Buffer.from(path.join(editions, THIRD, 'events/')), Buffer.of(0xe9)]), ''),
    finds: ['events/\uFFFD name'],
  },
};

function withoutFingerprintOfBase(edition: string): void {
  const file = path.join(edition, LOCK_FILE);
  const lock = JSON.parse(readFileSync(file, 'utf8')) as Lock;
  writeFileSync(file, JSON.stringify({ ...lock, base: { edition: SECOND } }));
}

function elsewhere(edition: string, file: string): void {
  rmSync(path.join(edition, file));
  forgeLock(edition, (lock) => ({ ...lock, elsewhere: [file] }));
}

/** Changes published files, and updates the lock to match. */
async function publishedLock(
  edition: string,
  change: (text: (file: string) => Buffer) => Readonly<Record<string, string | Buffer | undefined>>,
): Promise<void> {
  const folder = path.join(edition, 'published');
  const changes = Object.entries(change((file) => readFileSync(path.join(folder, file))));
  for (const [file, content] of changes)
    if (content === undefined) rmSync(path.join(folder, file));
    else writeFileSync(path.join(folder, file), content);
  const sums = await Promise.all(
    readdirSync(folder).map(async (file) => [file, await sumIn(edition, `published/${file}`)] as const),
  );
  forgeLock(edition, (lock) => ({ ...lock, published: Object.fromEntries(sums) }));
}

describe('`verify` of the last of three editions, with a recorded fingerprint and digest', () => {
  it('verify reports each forgery with its position, and nothing else', async () => {
    const expected: Record<string, unknown> = {};
    const actual: Record<string, unknown> = {};
    for (const [name, forgery] of Object.entries(FORGERIES)) {
      const data = copyOf(whole);
      await forgery.change(path.join(data, 'editions'));
      const [result] = await verify({ data, edition: THIRD, ...noted });
      if (result === undefined) throw new Error('there is no third edition');
      const text = verificationText([result]);
      const isRead = !forgery.finds?.includes(`${LOCK_FILE} damaged`);
      expected[name] = {
        fingerprint: isRead ? (forgery.fingerprint ?? FINE) : undefined,
        published: isRead
          ? (forgery.published ?? PUBLISHED_FINE)
          : 'not verified, because its lock cannot be read',
        finds: forgery.finds ?? [],
        passed: [forgery.fingerprint, forgery.published, forgery.finds].every((one) => one === undefined),
      };
      actual[name] = {
        fingerprint: /^ {2}fingerprint [0-9a-f]{64}: (.*)$/m.exec(text)?.[1],
        published: /^ {2}published files(?: [0-9a-f]{64})?: (not proved|.*)/m.exec(text)?.[1],
        finds: result.inconsistencies.map(({ file, field, problem }) =>
          [file, ...(field === undefined ? [] : [field]), problem].join(' '),
        ),
        passed: result.passed,
      };
      rmSync(data, { recursive: true });
    }
    expect(actual).toEqual(expected);
  });

  it('verify reports that published files without a recorded digest were compared with the lock only', async () => {
    const { expect: fingerprint = '' } = noted;
    const results = await verify({ data: whole, edition: THIRD, expect: fingerprint });
    expect(verificationText(results).split('\n').at(-1)).toBe('published files: compared with the lock only');
    const both = await verify({ data: whole, edition: THIRD, ...noted });
    expect(verificationText(both)).not.toContain('compared with the lock only');
  });

  it('verify accepts a takedown only with the option that allows takedowns', async () => {
    const data = copyOf(whole);
    const edition = path.join(data, 'editions', THIRD);
    rmSync(path.join(edition, PDF));
    forgeLock(edition, (lock) => ({ ...lock, ...takenDown(PDF) }));
    const passed = async (options: Partial<VerifyOptions>) =>
      (await verify({ data, edition: THIRD, ...options })).map((one) => one.passed);
    expect(await passed({})).toEqual([true]);
    expect(await passed(noted)).toEqual([false]);
    expect(await passed({ ...noted, allowTakedown: true })).toEqual([true]);
  });

  it('The published digest equals the SHA-256 of the lines that sha256sum prints', async () => {
    const [third] = await verify({ data: whole, edition: THIRD });
    const folder = path.join(whole, 'editions', THIRD, 'published');
    const lines = readdirSync(folder)
      .sort()
      .map((file) => `${sha256Of(readFileSync(path.join(folder, file)))}  ${file}\n`);
    expect(third?.published).toBe(sha256Of(lines.join('')));
    const [a, b] = ['a'.repeat(64), 'b'.repeat(64)];
    expect(publishedDigest({ 'é.pdf': a, 'z.pdf': b })).toBe(sha256Of(`${b}  z.pdf\n${a}  é.pdf\n`));
  });
});

/** Changes to the folder for the web, the expected findings, and the files that publishing leaves. */
const SITES: Readonly<
  Record<string, { change(site: string): void; finds: readonly string[]; leaves?: readonly string[] }>
> = {
  nothing: { change: () => {}, finds: [] },
  'a link for the newest edition': {
    change: (site) => {
      rmSync(path.join(site, 'latest'), { recursive: true });
      symlinkSync('1', path.join(site, 'latest'));
    },
    finds: ['latest link'],
  },
  'a link to nothing for an edition': {
    change: (site) => {
      rmSync(path.join(site, '1'), { recursive: true });
      symlinkSync('nowhere', path.join(site, '1'));
    },
    finds: ['1 link'],
  },
  'a link to a frozen edition': {
    change: (site) => {
      rmSync(path.join(site, SECOND), { recursive: true });
      symlinkSync(`../editions/${FIRST}/published`, path.join(site, SECOND));
    },
    finds: [`${SECOND} link`],
  },
  'a link for a file': {
    change: (site) => {
      rmSync(path.join(site, 'latest/small-en.pdf'));
      symlinkSync('../../editions/1/published/small-en.pdf', path.join(site, 'latest/small-en.pdf'));
    },
    finds: ['latest/small-en.pdf link'],
  },
  'a link for the list': {
    change: (site) => {
      renameSync(path.join(site, 'index.html'), path.join(site, 'home.html'));
      symlinkSync('home.html', path.join(site, 'index.html'));
    },
    finds: ['index.html link'],
  },
  'a link that no edition gives': {
    change: (site) => symlinkSync('/etc', path.join(site, '1/etc')),
    finds: ['1/etc extra'],
  },
  'a folder in the place of a file': {
    change: (site) => {
      rmSync(path.join(site, '1/small-en.pdf'));
      mkdirSync(path.join(site, '1/small-en.pdf'));
      rmSync(path.join(site, '1/small-fr.pdf'));
    },
    finds: ['1/small-en.pdf blocked', '1/small-fr.pdf missing'],
    leaves: ['1/small-en.pdf blocked'],
  },
  'a folder in the place of the list': {
    change: (site) => {
      rmSync(path.join(site, 'index.html'));
      mkdirSync(path.join(site, 'index.html'));
    },
    finds: ['index.html blocked'],
    leaves: ['index.html blocked'],
  },
  'a file in the place of an edition': {
    change: (site) => {
      rmSync(path.join(site, '1'), { recursive: true });
      writeFileSync(path.join(site, '1'), '');
      rmSync(path.join(site, 'latest/small-fr.pdf'));
    },
    finds: ['1 blocked', 'latest/small-fr.pdf missing'],
    leaves: ['1 blocked'],
  },
  'a name that is not valid UTF-8': {
    change: (site) => {
      writeFileSync(Buffer.concat([Buffer.from(path.join(site, '1/')), Buffer.of(0xff, 0x2e, 0x70)]), '');
      rmSync(path.join(site, '1/small-fr.pdf'));
    },
    finds: ['1/small-fr.pdf missing', '1/\uFFFD.p name'],
    leaves: ['1/\uFFFD.p name'],
  },
  'a file of another edition': {
    change: (site) => cpSync(path.join(site, '1/small-en.pdf'), path.join(site, 'latest/small-en.pdf')),
    finds: ['latest/small-en.pdf changed'],
  },
};

const differencesOf = (site: Site | undefined): string[] | undefined =>
  site?.differences.map(({ file, problem }) => `${file} ${problem}`);

describe('Publishing the web folder', () => {
  it('publish finds and repairs each change in the web folder, follows no links, and does not touch files that it cannot repair', async () => {
    const published = copyOf(whole);
    await publishSite(published);
    const expected: Record<string, unknown> = {};
    const actual: Record<string, unknown> = {};
    for (const [name, { change, finds, leaves = [] }] of Object.entries(SITES)) {
      const data = copyOf(published);
      change(path.join(data, 'site'));
      const found = await siteOf(data);
      const left = await publishSite(data);
      expected[name] = { finds, leaves, after: leaves };
      actual[name] = {
        finds: differencesOf(found),
        leaves: differencesOf(left),
        after: differencesOf(await siteOf(data)),
      };
      const [first, , third] = await verify({ data });
      expect([name, first?.passed, third?.passed]).toEqual([name, true, true]);
      rmSync(data, { recursive: true });
    }
    expect(actual).toEqual(expected);
  });

  it.each([
    ['a link to the editions', (site: string) => symlinkSync('editions', site)],
    ['a file', (site: string) => writeFileSync(site, '')],
  ])('publish fails if the web folder is %s', async (_, put) => {
    const data = copyOf(whole);
    put(path.join(data, 'site'));
    const editions = readdirSync(path.join(data, 'editions'));
    await expect(publishSite(data)).rejects.toThrow('the web folder is a link or a file');
    expect(readdirSync(path.join(data, 'editions'))).toEqual(editions);
    expect(differencesOf(await siteOf(data))).toEqual([' link']);
  });
});
