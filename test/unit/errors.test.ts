import { readFile } from 'node:fs/promises';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { listed, printable, problemLine, UserError } from '../../src/errors.ts';
import { attempt, refusalOf, refusedAt } from '../../src/system-errors.ts';
import { anyCharacter } from '../support/any-character.ts';
import { runs } from '../support/property-runs.ts';

describe('Texts in messages', () => {
  it.each([
    ['a\u001b]0;title\u0007b', 'a\\u001b]0;title\\u0007b'],
    ['evil\u202etxt.exe', 'evil\\u202etxt.exe'],
    ['two\nlines', 'two\\u000alines'],
    ['\u{e0041}', '\\u{e0041}'],
    ['\ud800', '\\ud800'],
    ['Жёлтая «ёлка» 日本 नमस्ते می\u200cخواهم 👩\u200d👧', 'Жёлтая «ёлка» 日本 नमस्ते می\u200cخواهم 👩\u200d👧'],
  ])('%j is displayed as %s', (text, shown) => {
    expect(printable(text)).toBe(shown);
  });

  it('A message never contains a terminal control sequence', () => {
    const text = fc.string({ unit: anyCharacter });
    const obeyed = /[\p{Cc}\p{Cs}\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/u;
    fc.assert(
      fc.property(text, text, text, text, text, (message, hint, file, event, field) => {
        const lines = problemLine({ message, hint, at: { file, event, field, cell: field } }).split('\n');
        expect(lines).toHaveLength(2);
        expect(lines.filter((line) => obeyed.test(line))).toEqual([]);
      }),
    );
  });

  it('A long text in a message is shortened, and the message states how many characters are omitted', () => {
    const long = 'x'.repeat(50_000);
    expect(problemLine({ message: long })).toBe(`${'x'.repeat(1000)}… (49000 more characters)`);
    fc.assert(
      fc.property(
        fc.array(fc.string({ maxLength: 3000, unit: anyCharacter }), { maxLength: 300 }),
        (messages) => {
          const { message } = new UserError(
            messages.map((text) => ({ message: text, hint: text, at: { file: text } })),
          );
          expect(message.length).toBeLessThan(4096);
        },
      ),
      { numRuns: runs(20) },
    );
    const many = new UserError(Array.from({ length: 1000 }, (_, index) => ({ message: `problem ${index}` })));
    const lines = many.message.split('\n');
    expect(many.message.length).toBeLessThan(4096);
    expect(lines.at(-1)).toBe(`… and ${1000 - (lines.length - 1)} more`);
    expect(many.problems).toHaveLength(1000);
    expect(listed(['a', 'b', 'c'], 2)).toBe('a, b and 1 more');
  });
});

/** An error as Node creates it. */
const systemError = (code: string): Error =>
  Object.assign(new Error(code), { code, syscall: 'open', errno: -1 });

describe('File system errors', () => {
  const codes =
    'EACCES EPERM EROFS ENOSPC EDQUOT EFBIG ENOENT ENOTDIR EISDIR EEXIST ENOTEMPTY ELOOP EMLINK ENAMETOOLONG EINVAL EMFILE ENFILE ENOMEM EIO ENXIO ENODEV ETIMEDOUT ESTALE EBUSY ETXTBSY EAGAIN EXDEV ENOTSUP EOPNOTSUPP ENOSYS EUNHEARDOF';
  it.each(codes.split(' '))('The error %s is a user error, not a bug', (code) => {
    const refusal = () =>
      attempt('some/place', () => {
        throw systemError(code);
      });
    expect(refusal).toThrow(UserError);
    expect(refusal).toThrow(/^some\/place: /);
  });

  it('A file system error names the path that the caller or the system provides', async () => {
    const reading = readFile('/no/such/file').catch((error: unknown) => {
      throw refusalOf(error);
    });
    await expect(reading).rejects.toThrow('/no/such/file: no such file or directory');
    await expect(readFile('/').catch(refusedAt('here'))).rejects.toThrow(
      'here: expected a file, found a folder',
    );
  });

  it('Other errors are treated as bugs', () => {
    const faults = [
      new TypeError('x is undefined'),
      systemError('EBADF'),
      Object.assign(new Error('x'), { code: 'ERR_ASSERTION' }),
      'text',
    ];
    for (const fault of faults) expect(refusalOf(fault)).toBe(fault);
  });
});
