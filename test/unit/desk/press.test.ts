import { expect, it } from 'vitest';
import type { Made, Order } from '../../../src/desk/pages.ts';
import { type Maker, OUTDATED, Press } from '../../../src/desk/press.ts';

/** Makes an order when the test says so. */
function byHand() {
  const begun: string[] = [];
  let stopped = 0;
  let finish: () => void = () => undefined;
  const maker: Maker = {
    make: ({ edition }) =>
      new Promise<Made>((resolve) => {
        begun.push(edition);
        finish = () => resolve({ bytes: new TextEncoder().encode(edition) });
      }),
    stop: () => {
      stopped++;
    },
  };
  return { maker, begun, finish: () => finish(), stopped: () => stopped };
}

const order = (edition: string): Order => ({ edition, format: 'pdf' });
const bytesOf = (edition: string): Made => ({ bytes: new TextEncoder().encode(edition) });

it('Requests for one state are built in sequence and cached', async () => {
  const { maker, begun, finish, stopped } = byHand();
  const press = new Press(maker);
  const first = press.make(order('1'), 'a');
  const second = press.make(order('2'), 'a');
  expect(begun).toEqual(['1']);
  finish();
  expect(await first).toEqual(bytesOf('1'));
  expect(begun).toEqual(['1', '2']);
  finish();
  expect(await second).toEqual(bytesOf('2'));
  expect(await press.make(order('1'), 'a')).toEqual(bytesOf('1'));
  expect(begun).toEqual(['1', '2']);
  expect(stopped()).toBe(0);
});

it('A request for a newer state stops the current build and drops the waiting ones', async () => {
  const { maker, begun, finish, stopped } = byHand();
  const press = new Press(maker);
  const old = [press.make(order('1'), 'a'), press.make(order('2'), 'a')];
  const newer = press.make(order('1'), 'b');
  expect(await Promise.all(old)).toEqual([OUTDATED, OUTDATED]);
  expect(stopped()).toBe(1);
  expect(begun).toEqual(['1', '1']);
  finish();
  expect(await newer).toEqual(bytesOf('1'));
});

it('Results of an older state are not cached', async () => {
  const { maker, begun, finish } = byHand();
  const press = new Press(maker);
  for (const state of ['a', 'b']) {
    const made = press.make(order('1'), state);
    finish();
    await made;
  }
  expect(begun).toEqual(['1', '1']);
});
