import { createHash } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readLock } from '../../../src/edition/files.ts';
import { fingerprintOf, LOCK_FILE, type Lock, lockText, parseLock } from '../../../src/edition/lock.ts';
import { scratchFolder } from '../../support/dataset-folder.ts';

const sum = fc.stringMatching(/^[0-9a-f]{64}$/);
const name = fc.stringMatching(/^[a-z0-9]{1,8}(-[a-z0-9]{1,8})?$/);
const file = fc.stringMatching(/^[a-zà-ÿа-я ]{1,9}(\/[a-z-]{1,9})?\.[a-z]{2,4}$/);
const identity = fc.record({
  edition: name,
  date: fc.stringMatching(/^20[0-9]{2}-0[1-9]-1[0-9]$/),
  base: fc.option(fc.record({ edition: name, fingerprint: sum })),
  data: fc.dictionary(file, sum),
});
const words = fc.string({ minLength: 1 });
const locks: fc.Arbitrary<Lock> = fc
  .record({
    identity,
    published: fc.dictionary(file, sum),
    made: fc.record({
      program: fc.string(),
      code: sum,
      fonts: fc.dictionary(file, sum),
      runtime: fc.dictionary(name, fc.string()),
    }),
    elsewhere: fc
      .uniqueArray(file, { minLength: 1 })
      .map((files) => files.map((name) => `fonts/${name}`).sort()),
    verapdf: fc.constantFrom('passed' as const, 'failed' as const, 'not checked' as const),
    erratum: fc.constant(true as const),
    waived: fc.array(
      fc.record({ gate: fc.constantFrom('changes' as const, 'verapdf' as const), by: words, why: words }),
      {
        minLength: 1,
      },
    ),
    takenDown: fc.array(
      fc.record(
        { file, sum, date: fc.constant('2030-01-02'), by: words, why: words },
        { requiredKeys: ['file', 'date', 'by', 'why'] },
      ),
      { minLength: 1 },
    ),
  })
  .map(({ identity: known, ...rest }) => ({
    version: 3,
    ...known,
    fingerprint: fingerprintOf(known),
    ...rest,
  }));

describe('Lock', () => {
  it('A lock is read back as it was written, and writing it again produces the same bytes', () => {
    fc.assert(
      fc.property(locks, (lock) => {
        const text = lockText(lock);
        expect(parseLock(text)).toEqual(lock);
        expect(lockText(parseLock(text))).toBe(text);
      }),
    );
  });

  it('The seal of a lock reveals any changed entry', () => {
    fc.assert(
      fc.property(locks, sum, (lock, other) => {
        fc.pre(other !== lock.made.code);
        const forged = lockText(lock).replace(lock.made.code, other);
        expect(lockText(parseLock(forged))).not.toBe(forged);
      }),
    );
  });

  it.each(['../x.yaml', 'a/../../x', '/etc/passwd', 'a\\b', 'a\nb', '', 'a//b', './a', 'a/'])(
    'A lock that contains the path %j is rejected',
    (path) => {
      const lock = {
        version: 3,
        edition: '1',
        date: '2030-01-01',
        base: null,
        data: { [path]: '0'.repeat(64) },
      } as const;
      const made = { program: '1', code: '0'.repeat(64), fonts: {}, runtime: {} };
      const whole: Lock = {
        ...lock,
        fingerprint: fingerprintOf(lock),
        published: {},
        verapdf: 'passed',
        made,
      };
      expect(() => parseLock(lockText(whole))).toThrow('expected a path');
    },
  );

  it.each(['design.yaml', 'fonts.ttf', 'pictures/fonts/a.ttf'])(
    'A lock is rejected if it states that %s is stored elsewhere, because only files in fonts/ can be stored elsewhere',
    (path) => {
      const known = { edition: '1', date: '2030-01-01', base: null, data: { [path]: '0'.repeat(64) } };
      const made = { program: '1', code: '0'.repeat(64), fonts: {}, runtime: {} };
      const lock: Lock = {
        version: 3,
        ...known,
        elsewhere: [path],
        fingerprint: fingerprintOf(known),
        published: {},
        verapdf: 'passed',
        made,
      };
      expect(() => parseLock(lockText(lock))).toThrow('expected a path in the folder fonts/');
    },
  );

  it.each([
    [1, 'freeze the edition again, or use a version before 1.0'],
    [2, 'freeze the edition again, or use a version before 1.0'],
    [4, 'use a newer version'],
  ])(
    'A lock of version %i is rejected because of its version, even if other entries are missing',
    async (version, hint) => {
      const folder = scratchFolder();
      writeFileSync(path.join(folder, LOCK_FILE), JSON.stringify({ version, edition: '1' }));
      await expect(readLock(folder)).rejects.toThrow(
        `version: this version of the program cannot read the lock: ${hint}`,
      );
    },
  );
});

describe('Fingerprint of an edition', () => {
  it('The fingerprint of an edition is the SHA-256 hash of lines that other tools can produce', () => {
    const [a, b, c, base] = ['a', 'b', 'c', 'd'].map((letter) => letter.repeat(64)) as [
      string,
      string,
      string,
      string,
    ];
    const lines = `edition 2\ndate 2031-05-09\nbase ${base}\n${b}  events/x.yaml\n${a}  programme.yaml\n${c}  événement.yaml\n`;
    expect(
      fingerprintOf({
        edition: '2',
        date: '2031-05-09',
        base: { fingerprint: base },
        data: { 'programme.yaml': a, 'événement.yaml': c, 'events/x.yaml': b },
      }),
    ).toBe(createHash('sha256').update(lines).digest('hex'));
  });

  it('The fingerprint of an edition depends on its name, its date, the previous edition, and the path and checksum of each data file', () => {
    fc.assert(
      fc.property(identity, identity, (one, other) => {
        const same =
          one.edition === other.edition &&
          one.date === other.date &&
          one.base?.fingerprint === other.base?.fingerprint &&
          JSON.stringify(Object.entries(one.data).sort()) ===
            JSON.stringify(Object.entries(other.data).sort());
        expect(fingerprintOf(one) === fingerprintOf(other)).toBe(same);
        for (const key of ['edition', 'date', 'base', 'data'] as const) {
          const mixed = { ...one, [key]: other[key] };
          const kept = JSON.stringify(mixed[key]) === JSON.stringify(one[key]);
          if (key !== 'data' && key !== 'base')
            expect(fingerprintOf(mixed) === fingerprintOf(one)).toBe(kept);
        }
      }),
    );
  });
});
