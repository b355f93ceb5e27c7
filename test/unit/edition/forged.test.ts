import {
  cpSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { verify } from '../../../src/commands/verify.ts';
import { LOCK_FILE } from '../../../src/edition/lock.ts';
import { copyOf, editFile, forgeLock, freezeDraft, twoEditions } from '../../support/frozen.ts';
import { runs } from '../../support/property-runs.ts';
import { filesIn } from '../../support/run-programme.ts';

const LAST = 'spring-2030';

/** The result of verifying a data folder, as edition, file, entry of the lock and problem. */
async function found(data: string): Promise<string[]> {
  const verifications = await verify({ data });
  return verifications.flatMap(({ edition, inconsistencies, passed }) => {
    expect(passed).toBe(inconsistencies.length === 0);
    return inconsistencies.map(({ file, field, problem }) =>
      [edition, file, ...(field === undefined ? [] : [field]), problem].join(' '),
    );
  });
}

/** Changes to a data folder with two editions, and the expected findings. */
const FORGERIES: Readonly<Record<string, { change(editions: string): void; finds: readonly string[] }>> = {
  nothing: { change: () => {}, finds: [] },
  'a word of the data': {
    change: (editions) =>
      editFile(path.join(editions, LAST, 'events/sport.yaml'), 'Regatta of', 'Regatta for'),
    finds: [`${LAST} events/sport.yaml changed`],
  },
  'the name of a published file': {
    change: (editions) => {
      const published = path.join(editions, LAST, 'published');
      const [first = ''] = readdirSync(published).sort();
      renameSync(path.join(published, first), path.join(published, 'other.pdf'));
    },
    finds: [`${LAST} published/manifest.json missing`, `${LAST} published/other.pdf extra`],
  },
  'what made it, in the text of the lock': {
    change: (editions) => editFile(path.join(editions, LAST, LOCK_FILE), '"zlib"', '"zlib "'),
    finds: [`${LAST} ${LOCK_FILE} seal altered`],
  },
  'its date, sealed again': {
    change: (editions) => forgeLock(path.join(editions, LAST), (lock) => ({ ...lock, date: '2030-02-28' })),
    finds: [`${LAST} ${LOCK_FILE} date altered`, `${LAST} ${LOCK_FILE} fingerprint altered`],
  },
  'published files taken out of the lock, sealed again': {
    change: (editions) => forgeLock(path.join(editions, '1'), (lock) => ({ ...lock, published: {} })),
    finds: [
      '1 published extra',
      '1 published/manifest.json extra',
      ...['csv', 'docx', 'html', 'ics', 'json', 'pdf'].map(
        (ending) => `1 published/small-en.${ending} extra`,
      ),
    ],
  },
  'the edition before it gone': {
    change: (editions) => rmSync(path.join(editions, '1'), { recursive: true }),
    finds: [`${LAST} ${LOCK_FILE} base altered`],
  },
  'the edition before it under another fingerprint': {
    change: (editions) =>
      forgeLock(path.join(editions, LAST), (lock) => ({
        ...lock,
        base: { edition: '1', fingerprint: '0'.repeat(64) },
      })),
    finds: [`${LAST} ${LOCK_FILE} base altered`, `${LAST} ${LOCK_FILE} fingerprint altered`],
  },
  'a copy of it under another name': {
    change: (editions) =>
      cpSync(path.join(editions, LAST), path.join(editions, 'summer'), { recursive: true }),
    finds: [`summer ${LOCK_FILE} edition altered`],
  },
  'a link to it': {
    change: (editions) => symlinkSync(path.join(editions, LAST), path.join(editions, 'summer')),
    finds: ['summer . extra'],
  },
  'its name is not a valid edition name': {
    change: (editions) => renameSync(path.join(editions, LAST), path.join(editions, 'Spring 2030')),
    finds: ['Spring 2030 . extra'],
  },
  'a link, an empty folder and a file that do not belong there': {
    change: (editions) => {
      symlinkSync('/etc', path.join(editions, LAST, 'events/more.yaml'));
      mkdirSync(path.join(editions, LAST, 'notes'));
      writeFileSync(path.join(editions, LAST, 'reference/extra.yaml'), '[]');
    },
    finds: [`${LAST} events/more.yaml link`, `${LAST} notes extra`, `${LAST} reference/extra.yaml extra`],
  },
  'no lock': {
    change: (editions) => rmSync(path.join(editions, LAST, LOCK_FILE)),
    finds: [`${LAST} ${LOCK_FILE} damaged`],
  },
};

describe('verify', () => {
  it('verify detects any byte changed, added or removed in a file of an edition, and reports nothing for unmodified editions', async () => {
    const data = await twoEditions();
    expect(await found(data)).toEqual([]);
    const files = ['1', LAST].flatMap((edition) =>
      Object.keys(filesIn(path.join(data, 'editions', edition)))
        .filter((name) => !name.endsWith('/'))
        .map((name) => ({ edition, name })),
    );
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...files),
        fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }),
        fc.integer({ min: 1, max: 255 }),
        fc.constantFrom('change', 'insert', 'remove'),
        async ({ edition, name }, share, by, how) => {
          const file = path.join(data, 'editions', edition, name);
          const bytes = readFileSync(file);
          const at = Math.floor(share * bytes.length);
          const value = ((bytes[at] ?? 0) + by) % 256;
          const rest = bytes.subarray(how === 'insert' ? at : at + 1);
          writeFileSync(
            file,
            Buffer.concat([bytes.subarray(0, at), Buffer.from(how === 'remove' ? [] : [value]), rest]),
          );
          const problems = await found(data);
          writeFileSync(file, bytes);
          expect(problems.some((problem) => problem.startsWith(`${edition} ${name} `))).toBe(true);
        },
      ),
      { numRuns: runs(60) },
    );
    expect(await found(data)).toEqual([]);
  });

  it('verify reports exactly what was forged in an edition, and where', async () => {
    const data = await twoEditions();
    const expected: Record<string, readonly string[]> = {};
    const actual: Record<string, readonly string[]> = {};
    for (const [name, { change, finds }] of Object.entries(FORGERIES)) {
      const copy = copyOf(data);
      change(path.join(copy, 'editions'));
      expected[name] = finds;
      actual[name] = await found(copy);
    }
    expect(actual).toEqual(expected);
  });

  it('verify can detect a completely forged edition only by a fingerprint that was recorded elsewhere', async () => {
    const data = await twoEditions();
    const [, before] = await verify({ data });
    const noted = before?.fingerprint ?? '';
    rmSync(path.join(data, 'editions', LAST), { recursive: true });
    editFile(path.join(data, 'events/sport.yaml'), 'Regatta of the four', 'Regatta of the five');
    await freezeDraft(data, LAST);
    expect(await found(data)).toEqual([]);
    const [anchored] = await verify({ data, edition: LAST, expect: noted });
    expect(anchored).toMatchObject({ expected: false, passed: false });
  });
});
