import { describe, expect, it } from 'vitest';
import * as checked from '../../src/package.ts';

const { UserError, ...others } = checked;
const functions = Object.entries(others).filter(
  ([name, value]) => typeof value === 'function' && /^[a-z]/.test(name),
) as [string, (...given: unknown[]) => unknown][];

/** Values that are invalid as the first argument of any function because of their type. */
const JUNK: readonly unknown[] = [null, 5, true, [], [{}], () => ({}), Symbol('x'), 1n];
/** An object with the keys of options, and values of the wrong type. */
const WRONG = {
  ...{ data: 5, dir: 5, file: 5, files: 5, name: 5, config: 5, id: 5, code: 5 },
  source: 5,
  old: 5,
};

const errorOf = async (act: () => unknown): Promise<unknown> => {
  try {
    return await act();
  } catch (error) {
    return error;
  }
};

describe('Public functions of the package', () => {
  it.each(functions)(
    'If the first argument of %s has the wrong type, the error names the function and the parameter',
    async (name, run) => {
      for (const junk of [...JUNK, WRONG]) {
        const error = await errorOf(() => run(junk));
        expect(error).toBeInstanceOf(UserError);
        expect((error as InstanceType<typeof UserError>).problems[0]?.at?.field).toMatch(
          new RegExp(`^${name}\\(\\w+(?:\\.\\w+)*\\)$`),
        );
      }
    },
  );

  it('If an option has the wrong type, an option is missing or the second argument is wrong, the error names it', async () => {
    const said = async (act: () => unknown): Promise<string> => String(await errorOf(act));
    const loose = Object.fromEntries(functions);
    expect(await said(() => loose.build?.({ langs: 'fr' }))).toBe(
      'UserError: build(options.langs): expected a list, found "fr"',
    );
    expect(await said(() => loose.exportSheet?.({}))).toBe(
      'UserError: exportSheet(options.file): missing value: expected a text',
    );
    const programme = { config: { language: 'en' }, themes: [] };
    expect(await said(() => loose.compare?.(programme))).toMatch(/compare\(after\): missing value/);
  });

  it('If an argument is wrong, functions that return a promise reject that promise, and all others throw an error', async () => {
    const loose = Object.fromEntries(functions);
    await expect(loose.build?.(5)).rejects.toBeInstanceOf(UserError);
    expect(() => loose.extractsOf?.(5)).toThrow(UserError);
  });
});
