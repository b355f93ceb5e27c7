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

it('orders of one state are made one after the other, and held', async () => {
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

it('an order of a newer state ends the one that runs, and drops those that wait', async () => {
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

it('nothing is held of an older state', async () => {
  const { maker, begun, finish } = byHand();
  const press = new Press(maker);
  for (const state of ['a', 'b']) {
    const made = press.make(order('1'), state);
    finish();
    await made;
  }
  expect(begun).toEqual(['1', '1']);
});
