import { describe, expect, it } from 'vitest';
import { BuildMemory, NO_MEMORY } from '../../src/memo.ts';

describe('a memory', () => {
  const asked = (memory: BuildMemory, most = 10) => {
    const memo = memory.memo<string, object>(most);
    return (key: string) =>
      memo.get(
        () => key,
        () => ({ key }),
      );
  };

  it('gives the same result within a build and in the next', () => {
    const memory = new BuildMemory();
    const get = asked(memory);
    const first = get('a');
    expect(get('a')).toBe(first);
    memory.begin();
    expect(get('a')).toBe(first);
    memory.begin();
    expect(get('a')).toBe(first);
  });

  it('forgets what a build did not ask for', () => {
    const memory = new BuildMemory();
    const get = asked(memory);
    const first = get('a');
    memory.begin();
    memory.begin();
    expect(get('a')).not.toBe(first);
    expect(get('a')).toEqual(first);
  });

  it('keeps no more than it may', () => {
    const get = asked(new BuildMemory(), 1);
    expect(get('a')).toBe(get('a'));
    expect(get('b')).not.toBe(get('b'));
  });

  it('knows an object by what it is, and makes its result anew when something else changed', () => {
    const memory = new BuildMemory();
    const recall = memory.recall<object, object>();
    const [object, other] = [{ name: 'a' }, { name: 'a' }];
    const get = (key: object, ...input: unknown[]): object =>
      recall.get(
        key,
        () => input,
        () => ({ input }),
      );
    const first = get(object, 1, 'x');
    expect(get(object, 1, 'x')).toBe(first);
    expect(get(other, 1, 'x')).not.toBe(first);
    memory.begin();
    expect(get(object, 1, 'x')).toBe(first);
    expect(get(object, 1, 'y')).toEqual({ input: [1, 'y'] });
    expect(get(object, 1)).toEqual({ input: [1] });
    expect(get(object, 1, 'x')).toEqual(first);
    expect(get(object, 1, 'x')).not.toBe(first);
  });

  it('knows an object as long as there is one, however many builds did not ask', () => {
    const memory = new BuildMemory();
    const recall = memory.recall<object, object>();
    const object = {};
    const get = (): object =>
      recall.get(
        object,
        () => [],
        () => ({}),
      );
    const first = get();
    for (let build = 0; build < 5; build++) memory.begin();
    expect(get()).toBe(first);
  });

  it('keeps nothing, and asks for no key, where a process builds once', () => {
    const memo = NO_MEMORY.memo<string, object>(10);
    const key = (): string => {
      throw new Error('asked for a key');
    };
    expect(memo.get(key, () => ({}))).not.toBe(memo.get(key, () => ({})));
    const recall = NO_MEMORY.recall<object, object>();
    const object = {};
    const input = (): unknown[] => {
      throw new Error('asked for more');
    };
    expect(recall.get(object, input, () => ({}))).not.toBe(recall.get(object, input, () => ({})));
  });
});
