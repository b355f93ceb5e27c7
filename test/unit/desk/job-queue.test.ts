import { expect, it } from 'vitest';
import {
  type Answer,
  inSequence,
  type Job,
  JobQueue,
  type JobRunner,
  OUTDATED,
} from '../../../src/desk/job-queue.ts';

/** Does a job when the test releases it. */
function byHand() {
  const begun: string[] = [];
  let stopped = 0;
  let finish: () => void = () => undefined;
  const doer: JobRunner = {
    run: ({ input }) =>
      new Promise<Answer>((resolve) => {
        begun.push(String(input));
        finish = () => resolve({ value: input });
      }),
    stop: () => {
      stopped++;
    },
  };
  return { doer, begun, finish: () => finish(), stopped: () => stopped };
}

const order = (input: string): Job => ({ route: 'GET /api/pages', input, lang: 'en' });

it('Jobs for the same state run one after the other, and their results are cached', async () => {
  const { doer, begun, finish, stopped } = byHand();
  const press = new JobQueue(doer);
  const first = press.run(order('1'), 'a');
  const second = press.run(order('2'), 'a');
  expect(begun).toEqual(['1']);
  finish();
  expect(await first).toEqual({ value: '1' });
  expect(begun).toEqual(['1', '2']);
  finish();
  expect(await second).toEqual({ value: '2' });
  expect(await press.run(order('1'), 'a')).toEqual({ value: '1' });
  expect(begun).toEqual(['1', '2']);
  expect(stopped()).toBe(0);
});

it('A job for a newer state stops the running job and removes the waiting jobs from the queue', async () => {
  const { doer, begun, finish, stopped } = byHand();
  const press = new JobQueue(doer);
  const old = [press.run(order('1'), 'a'), press.run(order('2'), 'a')];
  const newer = press.run(order('1'), 'b');
  expect(await Promise.all(old)).toEqual([OUTDATED, OUTDATED]);
  expect(stopped()).toBe(1);
  expect(begun).toEqual(['1', '1']);
  finish();
  expect(await newer).toEqual({ value: '1' });
});

it('Results for an older state are not cached', async () => {
  const { doer, begun, finish } = byHand();
  const press = new JobQueue(doer);
  for (const state of ['a', 'b']) {
    const made = press.run(order('1'), state);
    finish();
    await made;
  }
  expect(begun).toEqual(['1', '1']);
});

it('Each job in a sequence starts when the previous job is done', async () => {
  const { doer, begun, finish } = byHand();
  const { run } = inSequence(doer);
  const jobs = [run(order('1')), run(order('2'))];
  await Promise.resolve();
  expect(begun).toEqual(['1']);
  finish();
  expect(await jobs[0]).toEqual({ value: '1' });
  await Promise.resolve();
  expect(begun).toEqual(['1', '2']);
  finish();
  expect(await jobs[1]).toEqual({ value: '2' });
});
